//! The v4 definition of an API, as written.
//!
//! Only what the gateway acts on has a member; everything else is passed over. Lists and objects may be null. What a text
//! means (a target, an expression, a policy's configuration) is decided at deployment, where a finding can name its place.

use super::lenient::{self, lenient_enum};
use serde::Deserialize;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// A whole definition.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Api {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) api_version: Option<String>,
    #[serde(rename = "type", deserialize_with = "lenient::text")]
    pub(crate) kind: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) tags: Vec<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) listeners: Vec<Listener>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) endpoint_groups: Vec<EndpointGroup>,
    #[serde(deserialize_with = "lenient::list_or_values")]
    pub(crate) plans: Vec<Plan>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) flows: Vec<Flow>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) flow_execution: FlowExecution,
    pub(crate) properties: Option<Vec<Property>>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) response_templates: BTreeMap<String, BTreeMap<String, ResponseTemplate>>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) analytics: Analytics,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) failover: Failover,
}

/// Where the API is reached.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Listener {
    #[serde(rename = "type", deserialize_with = "lenient::text")]
    pub(crate) kind: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) paths: Vec<ListenerPath>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) path_mappings: Vec<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) entrypoints: Vec<Entrypoint>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) servers: Vec<String>,
    pub(crate) cors: Option<Cors>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) request_validation: RequestValidation,
}

/// A context path, perhaps of one host alone.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct ListenerPath {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) host: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) path: Option<String>,
}

/// How clients speak with the API.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Entrypoint {
    #[serde(rename = "type", deserialize_with = "lenient::text")]
    pub(crate) kind: Option<String>,
}

/// What is refused before security.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct RequestValidation {
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) reject_null_byte: bool,
}

/// Cross-origin resource sharing.
#[derive(Debug, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Cors {
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) enabled: bool,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) allow_origin: Vec<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) allow_methods: Vec<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) allow_headers: Vec<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) expose_headers: Vec<String>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) max_age: Option<i64>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) allow_credentials: bool,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) run_policies: bool,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) allow_private_network: bool,
}

impl Default for Cors {
    fn default() -> Self {
        Cors {
            enabled: false,
            allow_origin: Vec::new(),
            allow_methods: Vec::new(),
            allow_headers: Vec::new(),
            expose_headers: Vec::new(),
            max_age: Some(-1),
            allow_credentials: false,
            run_policies: false,
            allow_private_network: false,
        }
    }
}

/// Endpoints that share a load balancer and settings.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct EndpointGroup {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) name: Option<String>,
    #[serde(rename = "type", deserialize_with = "lenient::text")]
    pub(crate) kind: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) load_balancer: LoadBalancer,
    #[serde(deserialize_with = "lenient::object_or_text")]
    pub(crate) shared_configuration: Json,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) endpoints: Vec<Endpoint>,
}

/// How a group chooses.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LoadBalancer {
    #[serde(rename = "type", deserialize_with = "lenient::or_default")]
    pub(crate) kind: Balancing,
}

lenient_enum! {
    /// How a group chooses among its endpoints.
    Balancing {
        #[default]
        RoundRobin = "round-robin",
        Random = "random",
        WeightedRoundRobin = "weighted-round-robin",
        WeightedRandom = "weighted-random",
    }
}

/// One backend.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Endpoint {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) name: Option<String>,
    #[serde(rename = "type", deserialize_with = "lenient::text")]
    pub(crate) kind: Option<String>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) weight: Option<i64>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) secondary: bool,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) tenants: Vec<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) inherit_configuration: bool,
    #[serde(deserialize_with = "lenient::object_or_text")]
    pub(crate) configuration: Json,
    #[serde(deserialize_with = "lenient::object_or_text")]
    pub(crate) shared_configuration_override: Json,
}

/// The part of an `http-proxy` endpoint that a group may share.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct HttpProxy {
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) http: Http,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) headers: Vec<Pair>,
}

/// How to speak with a backend; times in milliseconds.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Http {
    pub(crate) keep_alive: Option<bool>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) keep_alive_timeout: Option<i64>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) connect_timeout: Option<i64>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) read_timeout: Option<i64>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) idle_timeout: Option<i64>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) max_concurrent_connections: Option<i64>,
    pub(crate) use_compression: Option<bool>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) propagate_client_accept_encoding: bool,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) propagate_client_host: bool,
}

/// A name and a value; which of both may be absent depends on who reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Pair {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) value: Option<String>,
}

/// How flows of API and plans are chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct FlowExecution {
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) mode: FlowMode,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) match_required: bool,
}

lenient_enum! {
    /// Whether all flows that match run, or the one that matches best.
    FlowMode {
        #[default]
        Default = "default",
        BestMatch = "best-match",
    }
}

/// Steps with what selects them.
#[derive(Debug, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Flow {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) name: Option<String>,
    pub(crate) enabled: Option<bool>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) selectors: Vec<Selector>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) request: Vec<Step>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) response: Vec<Step>,
}

impl Default for Flow {
    fn default() -> Self {
        Flow {
            name: None,
            enabled: Some(true),
            selectors: Vec::new(),
            request: Vec::new(),
            response: Vec::new(),
        }
    }
}

/// What selects a flow; which members count depends on the type.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Selector {
    #[serde(rename = "type", deserialize_with = "lenient::text")]
    pub(crate) kind: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) path: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) path_operator: Operator,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) methods: Vec<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) condition: Option<String>,
}

lenient_enum! {
    /// How much of the path a flow's path must match.
    Operator {
        #[default]
        StartsWith = "starts-with",
        Equals = "equals",
    }
}

/// A policy in its place.
#[derive(Debug, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Step {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) name: Option<String>,
    pub(crate) enabled: Option<bool>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) policy: Option<String>,
    pub(crate) configuration: Json,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) condition: Option<String>,
}

impl Default for Step {
    fn default() -> Self {
        Step {
            name: None,
            enabled: Some(true),
            policy: None,
            configuration: Json::Null,
            condition: None,
        }
    }
}

/// Who may pass, and what runs for those who do.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Plan {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) status: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) mode: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) tags: Vec<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) security: Security,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) selection_rule: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) flows: Vec<Flow>,
}

/// How a plan knows who asks.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Security {
    #[serde(rename = "type", deserialize_with = "lenient::text")]
    pub(crate) kind: Option<String>,
    #[serde(deserialize_with = "lenient::object_or_text")]
    pub(crate) configuration: Json,
}

/// A property of the API.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Property {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) key: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) value: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) encrypted: bool,
}

/// What a failure is rendered as.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct ResponseTemplate {
    /// Exports name it otherwise.
    #[serde(alias = "statusCode", deserialize_with = "lenient::whole")]
    pub(crate) status: Option<i64>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) headers: BTreeMap<String, Option<String>>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) body: Option<String>,
}

/// What is logged and measured.
#[derive(Debug, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Analytics {
    pub(crate) enabled: Option<bool>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) logging: Logging,
}

impl Default for Analytics {
    fn default() -> Self {
        Analytics {
            enabled: Some(true),
            logging: Logging::default(),
        }
    }
}

/// What of a request is logged, and of which requests.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Logging {
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) mode: LoggingMode,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) phase: LoggingPhase,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) content: LoggingContent,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) condition: Option<String>,
}

impl Logging {
    /// Whether there is anything to log.
    pub(crate) fn is_active(&self) -> bool {
        (self.mode.entrypoint || self.mode.endpoint)
            && (self.phase.request || self.phase.response)
            && (self.content.headers || self.content.payload)
    }
}

/// On which sides of the gateway is logged.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LoggingMode {
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) entrypoint: bool,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) endpoint: bool,
}

/// In which directions is logged.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LoggingPhase {
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) request: bool,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) response: bool,
}

/// Which parts of a message are logged.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LoggingContent {
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) headers: bool,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) payload: bool,
}

/// What happens when a backend fails.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Failover {
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) enabled: bool,
}
