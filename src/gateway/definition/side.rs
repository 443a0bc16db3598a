//! What the Java gateway has in its database, as files beside the definitions: subscriptions, API keys, flows of the
//! organization, dictionaries and shared policy groups.

use super::lenient;
use super::v4::{FlowMode, Operator, Step};
use serde::Deserialize;
use std::collections::BTreeMap;

/// An application's right to use a plan.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Subscription {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) api: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) reference_id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) plan: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) application: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) application_name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) client_id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) status: Option<String>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) starting_at: Option<i64>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) ending_at: Option<i64>,
    pub(crate) metadata: Option<BTreeMap<String, Option<String>>>,
    #[serde(rename = "type", deserialize_with = "lenient::text")]
    pub(crate) kind: Option<String>,
}

/// A key that stands for a subscription.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct ApiKey {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) key: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) subscription: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) subscriptions: Vec<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) revoked: bool,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) paused: bool,
    pub(crate) active: Option<bool>,
    #[serde(deserialize_with = "lenient::whole")]
    pub(crate) expire_at: Option<i64>,
}

/// Flows that run around every API.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Organization {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) id: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) flow_mode: FlowMode,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) flows: Vec<FlowV2>,
}

/// A flow in the form of v2, which the organization uses whatever the form of its APIs.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct FlowV2 {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) name: Option<String>,
    pub(crate) enabled: Option<bool>,
    #[serde(
        rename = "path-operator",
        alias = "pathOperator",
        deserialize_with = "lenient::or_default"
    )]
    pub(crate) path_operator: PathOperator,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) methods: Vec<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) condition: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) pre: Vec<Step>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) post: Vec<Step>,
}

/// Path and operator of a v2 flow.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PathOperator {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) path: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) operator: Operator,
}

/// Values by name that all APIs of an environment see.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Dictionary {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) key: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) properties: BTreeMap<String, Option<String>>,
}

/// Steps that several APIs share.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct SharedPolicyGroup {
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) cross_id: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    pub(crate) phase: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    pub(crate) policies: Vec<Step>,
}
