//! From a definition as written to an API that serves requests: everything is checked and compiled here, once.

use super::variables::{ApiBean, Dictionaries, Properties, Texts, Variables};
use super::{Api, Draft, Logging, backends, chain, plans};
use crate::Owned;
use crate::gateway::definition::{Document, v4};
use crate::gateway::finding::Place;
use crate::gateway::flow::{Chain, Stage};
use crate::gateway::observe::capture::Extent;
use crate::gateway::plan::Plan;
use crate::gateway::policy::Phase;
use crate::gateway::respond::cors::{Cors, Origin};
use crate::gateway::respond::{Template, Templates};
use crate::gateway::select::{Acceptor, Mappings, Parameters, normalized_context};
use crate::pattern::Pattern;
use http::{HeaderName, HeaderValue};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// What all APIs of a folder share.
pub(super) struct Surroundings {
    pub(super) organization: Arc<Chain>,
    pub(super) dictionaries: Option<Arc<Dictionaries>>,
    pub(super) node: Arc<Owned>,
}

/// What became of a definition.
pub(super) enum Outcome {
    Served(Box<Api>),
    /// The reasons are among the draft's findings.
    Refused,
    /// It belongs to other gateways.
    Elsewhere,
}

/// Deploys a definition.
pub(super) fn deploy(
    draft: &Draft<'_>,
    document: &Document,
    file: &Path,
    surroundings: &Surroundings,
) -> Outcome {
    let root = Place::root(document.prefix);
    let written = &document.api;
    if !matches_tags(&draft.settings.tags, &written.tags) {
        draft.warn(
            &root.key("tags"),
            "none of the tags is one of this gateway, so that the API is not served here",
        );
        return Outcome::Elsewhere;
    }
    let Some(id) = written.id.as_deref().filter(|id| !id.is_empty()) else {
        draft.refuse(&root.key("id"), "the definition has no `id`");
        return Outcome::Refused;
    };
    check_kind(draft, &root, written);
    let id: Arc<str> = id.into();
    let variables = variables(draft, &root, written, id.clone(), surroundings);
    let http = listener(draft, &root, document);
    let plans = plans::plans(draft, &root, document);
    let flows = chain::chain(
        draft,
        &root.key("flows"),
        Stage::Api,
        written.flow_execution.mode,
        &written.flows,
        document.exported,
    );
    let endpoints = backends::endpoints(
        draft,
        &root.key("endpointGroups"),
        &written.endpoint_groups,
        &variables,
    );
    let reads_request = |chain: &Chain| chain::needs(chain, Phase::Response).request_body();
    let api = Api {
        name: written.name.as_deref().unwrap_or("").into(),
        file: file.to_owned(),
        fingerprint: 0,
        deployed_at: now(),
        response_reads_request: reads_request(&flows)
            || reads_request(&surroundings.organization)
            || plans.iter().any(|plan| reads_request(&plan.flows)),
        parameters: parameters(written, &plans, draft),
        organization: surroundings.organization.clone(),
        plans,
        flows,
        match_required: written.flow_execution.match_required,
        endpoints,
        templates: templates(draft, &root.key("responseTemplates"), written),
        logging: logging(draft, &root, written),
        broken: draft.broken(),
        acceptors: http.acceptors,
        cors: http.cors,
        reject_null_byte: http.reject_null_byte,
        mappings: http.mappings,
        variables,
        id,
    };
    match draft.is_refused() {
        true => Outcome::Refused,
        false => Outcome::Served(Box::new(api)),
    }
}

/// Whether something with these tags belongs to a gateway; `!tag` keeps the tag away.
pub(super) fn matches_tags(gateway: &[String], tags: &[String]) -> bool {
    let (excluded, wanted): (Vec<&str>, Vec<&str>) = gateway
        .iter()
        .map(String::as_str)
        .partition(|tag| tag.starts_with('!'));
    let has = |tag: &str| tags.iter().any(|own| own.eq_ignore_ascii_case(tag));
    (wanted.is_empty() || wanted.iter().any(|tag| has(tag)))
        && !excluded.iter().any(|tag| has(tag.trim_start_matches('!')))
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(0))
}

/// Kinds of APIs that this gateway serves.
fn check_kind(draft: &Draft<'_>, root: &Place<'_>, written: &v4::Api) {
    let kind = written.kind.as_deref().unwrap_or("proxy");
    if !kind.eq_ignore_ascii_case("proxy") {
        draft.refuse(
            &root.key("type"),
            format!("APIs of type `{kind}` are not supported yet"),
        );
    }
    if written.failover.enabled {
        draft.warn(
            &root.key("failover"),
            "failover is not supported yet, so each request is tried once",
        );
    }
}

fn variables(
    draft: &Draft<'_>,
    root: &Place<'_>,
    written: &v4::Api,
    id: Arc<str>,
    surroundings: &Surroundings,
) -> Variables {
    if let Some(properties) = &written.properties {
        check_properties(draft, &root.key("properties"), properties);
    }
    let names = written.endpoint_groups.iter().flat_map(|group| {
        let endpoints = group
            .endpoints
            .iter()
            .filter_map(|endpoint| endpoint.name.as_deref());
        group.name.as_deref().into_iter().chain(endpoints)
    });
    Variables {
        endpoints: Texts::new(names.map(|name| (name, Some(format!("{name}:"))))),
        api: ApiBean {
            id,
            name: written.name.as_deref().unwrap_or("").into(),
            version: written.api_version.clone(),
            properties: written.properties.as_deref().map(Properties::new),
        },
        dictionaries: surroundings.dictionaries.clone(),
        node: surroundings.node.clone(),
    }
}

fn check_properties(draft: &Draft<'_>, place: &Place<'_>, properties: &[v4::Property]) {
    for (at, property) in properties.iter().enumerate() {
        let earlier = &properties[..at];
        if earlier.iter().any(|earlier| earlier.key == property.key) {
            let key = property.key.as_deref().unwrap_or("");
            draft.break_requests(
                &place.at(at).key("key"),
                format!("there are two properties `{key}`"),
            );
        }
        if property.encrypted {
            draft.refuse(
                &place.at(at),
                "encrypted properties need a secret, which is not supported yet",
            );
        }
    }
}

/// What the HTTP listeners of a definition say.
#[derive(Default)]
struct Http {
    acceptors: Vec<Acceptor>,
    cors: Option<Cors>,
    reject_null_byte: bool,
    mappings: Mappings,
}

fn listener(draft: &Draft<'_>, root: &Place<'_>, document: &Document) -> Http {
    let mut http = Http::default();
    let listeners = root.key("listeners");
    for (at, listener) in document.api.listeners.iter().enumerate() {
        let place = listeners.at(at);
        let kind = listener.kind.as_deref().unwrap_or("");
        let lower = kind.to_ascii_lowercase();
        match lower == "http" {
            true if kind == "http" || document.exported => {
                http_listener(draft, &place, listener, &mut http);
                listener_cors(draft, &place.key("cors"), listener, at == 0, &mut http);
            }
            true => draft.refuse(&place.key("type"), format!("`{kind}` is written `http`")),
            false => draft.refuse(
                &place.key("type"),
                format!("listeners of type `{kind}` are not supported yet"),
            ),
        }
    }
    if http.acceptors.is_empty() && !draft.is_refused() {
        draft.refuse(
            &listeners,
            "the API has no path under which it could be reached",
        );
    }
    http
}

fn http_listener(draft: &Draft<'_>, place: &Place<'_>, listener: &v4::Listener, http: &mut Http) {
    let servers: Arc<[String]> = listener.servers.clone().into();
    check_servers(draft, &place.key("servers"), &servers);
    for path in &listener.paths {
        let host = path
            .host
            .as_deref()
            .map(str::trim)
            .filter(|host| !host.is_empty());
        http.acceptors.push(Acceptor {
            host: host.map(str::to_ascii_lowercase),
            path: normalized_context(path.path.as_deref().unwrap_or("/")).into(),
            servers: servers.clone(),
        });
    }
    let entrypoints = place.key("entrypoints");
    for (at, entrypoint) in listener.entrypoints.iter().enumerate() {
        let kind = entrypoint.kind.as_deref().unwrap_or("http-proxy");
        if kind != "http-proxy" {
            draft.refuse(
                &entrypoints.at(at),
                format!("entrypoints of type `{kind}` are not supported yet"),
            );
        }
    }
    let mappings = place.key("pathMappings");
    for (at, mapping) in listener.path_mappings.iter().enumerate() {
        if let Err(error) = http.mappings.add(mapping) {
            draft.warn(&mappings.at(at), format!("`{mapping}` is {error}"));
        }
    }
    http.reject_null_byte |= listener.request_validation.reject_null_byte;
}

/// The first listener speaks for all of them.
fn listener_cors(
    draft: &Draft<'_>,
    place: &Place<'_>,
    listener: &v4::Listener,
    is_first: bool,
    http: &mut Http,
) {
    match listener.cors.as_ref().filter(|cors| cors.enabled) {
        Some(written) if is_first => http.cors = Some(cors_of(draft, place, written)),
        Some(_) => draft.warn(
            place,
            "only the first listener says which origins may call the API, so this is not looked at",
        ),
        None => {}
    }
}

/// Says when servers are named that this gateway does not have.
fn check_servers(draft: &Draft<'_>, place: &Place<'_>, servers: &[String]) {
    let known = &draft.settings.servers;
    if servers.is_empty() {
        return;
    }
    if known.is_empty() {
        draft.warn(
            place,
            "the servers of this gateway have no names, so that the listener is reached on all of them",
        );
    } else if !servers.iter().any(|server| known.contains(server)) {
        draft.warn(
            place,
            "this gateway has none of the servers, so that the listener is not reached",
        );
    }
}

fn cors_of(draft: &Draft<'_>, place: &Place<'_>, written: &v4::Cors) -> Cors {
    let place = place.key("allowOrigin");
    let origins = written.allow_origin.iter().enumerate().map(|(at, text)| {
        let is_pattern = text != "*" && text.contains(['(', '[', '*']);
        let pattern = is_pattern.then(|| Pattern::new(text));
        if let Some(Err(error)) = &pattern {
            draft.error(&place.at(at), format!("`{text}` is {error}"));
        }
        Origin {
            text: text.clone(),
            pattern: pattern.and_then(Result::ok),
        }
    });
    Cors {
        origins: origins.collect(),
        methods: written.allow_methods.clone(),
        headers: written.allow_headers.clone(),
        exposed: written.expose_headers.clone(),
        max_age: written.max_age.unwrap_or(-1),
        credentials: written.allow_credentials,
        run_policies: written.run_policies,
        private_network: written.allow_private_network,
    }
}

/// Path parameters of all flows of the API and its plans.
fn parameters(written: &v4::Api, plans: &[Plan], draft: &Draft<'_>) -> Parameters {
    let mut parameters = Parameters::default();
    let served = |plan: &&v4::Plan| {
        plans
            .iter()
            .any(|served| Some(&*served.id) == plan.id.as_deref())
    };
    let of_plans = written
        .plans
        .iter()
        .filter(served)
        .flat_map(|plan| &plan.flows);
    let flows = written.flows.iter().chain(of_plans);
    for flow in flows.filter(|flow| flow.enabled != Some(false)) {
        let http = flow.selectors.iter().find(|selector| {
            selector
                .kind
                .as_deref()
                .is_some_and(|kind| kind.eq_ignore_ascii_case("http"))
        });
        let Some(http) = http else {
            continue;
        };
        let root = Place::root("flows");
        let methods = chain::valid_methods(&http.methods);
        let path = http.path.as_deref().unwrap_or("/");
        if let Err(error) = parameters.add(path, http.path_operator, &methods) {
            draft.warn(
                &root,
                format!("the parameters of `{path}` cannot be read: {error}"),
            );
        }
    }
    parameters
}

fn logging(draft: &Draft<'_>, root: &Place<'_>, written: &v4::Api) -> Option<Logging> {
    let (analytics, logging) = (&written.analytics, &written.analytics.logging);
    if analytics.enabled == Some(false) || !logging.is_active() {
        return None;
    }
    let condition = logging.condition.as_deref().filter(|text| !text.is_empty());
    let analytics = root.key("analytics");
    let place = analytics.key("logging");
    Some(Logging {
        condition: condition.map(|text| draft.condition(&place.key("condition"), text)),
        extent: Extent {
            entrypoint: logging.mode.entrypoint,
            endpoint: logging.mode.endpoint,
            request: logging.phase.request,
            response: logging.phase.response,
            headers: logging.content.headers,
            payload: logging.content.payload,
        },
    })
}

fn templates(draft: &Draft<'_>, place: &Place<'_>, written: &v4::Api) -> Templates {
    let mut templates = Templates::default();
    for (key, by_type) in &written.response_templates {
        let place = place.key(key);
        let built = by_type.iter().filter_map(|(kind, written)| {
            let template = template(draft, &place.key(kind), key, kind, written)?;
            Some((kind.as_str().into(), template))
        });
        templates.0.push((key.as_str().into(), built.collect()));
    }
    templates
}

fn template(
    draft: &Draft<'_>,
    place: &Place<'_>,
    key: &str,
    kind: &str,
    written: &v4::ResponseTemplate,
) -> Option<Template> {
    let status = draft.status(&place.key("status"), written.status.unwrap_or(500))?;
    let mut headers = Vec::new();
    for (name, value) in &written.headers {
        let read = HeaderName::from_bytes(name.as_bytes()).ok();
        let value = value
            .as_deref()
            .and_then(|value| HeaderValue::from_str(value).ok());
        match (read, value) {
            (Some(name), Some(value)) => headers.push((name, value)),
            _ => draft.warn(
                &place.key("headers").key(name),
                "this is no header, so it is passed over",
            ),
        }
    }
    Some(Template {
        name: format!("{key} {kind}").into(),
        status,
        headers,
        body: draft.text(&place.key("body"), written.body.as_deref().unwrap_or("")),
    })
}
