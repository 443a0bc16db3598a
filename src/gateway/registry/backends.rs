//! Endpoint groups, from their written form to what is called. Their texts are evaluated here, once: no request is at hand.

use super::Draft;
use super::variables::Variables;
use crate::Context;
use crate::gateway::definition::v4;
use crate::gateway::endpoint::{Balancer, BaseUrl, Endpoint, Endpoints, Group, Pool};
use crate::gateway::exchange::HttpOptions;
use crate::gateway::finding::Place;
use http::{HeaderName, HeaderValue};
use serde_json::Value as Json;
use std::sync::Arc;
use std::time::Duration;

/// The groups of an API; the first one is called by default.
pub(super) fn endpoints(
    draft: &Draft<'_>,
    place: &Place<'_>,
    groups: &[v4::EndpointGroup],
    variables: &Variables,
) -> Endpoints {
    let mut endpoints = Endpoints::default();
    for (at, group) in groups.iter().enumerate() {
        let place = place.at(at);
        let list = place.key("endpoints");
        let mut pools: [Vec<(i64, Endpoint)>; 2] = Default::default();
        for (at, endpoint) in group.endpoints.iter().enumerate() {
            if let Some(built) =
                endpoint_of(draft, &place, &list.at(at), group, endpoint, variables)
            {
                let weight = endpoint.weight.unwrap_or(1);
                pools[usize::from(endpoint.secondary)].push((weight, built));
            }
        }
        let kind = group.load_balancer.kind;
        let [primary, secondary] = pools.map(|endpoints| {
            let weights = endpoints
                .iter()
                .map(|(weight, _)| *weight)
                .collect::<Vec<_>>();
            Pool {
                balancer: Balancer::new(kind, weights),
                endpoints: endpoints
                    .into_iter()
                    .map(|(_, endpoint)| endpoint)
                    .collect(),
            }
        });
        endpoints.0.push(Group {
            name: group.name.as_deref().unwrap_or("").into(),
            primary,
            secondary,
        });
    }
    endpoints
}

/// An endpoint; one that cannot be called is left out with a warning, and the API is served all the same.
fn endpoint_of(
    draft: &Draft<'_>,
    place_of_group: &Place<'_>,
    place: &Place<'_>,
    group: &v4::EndpointGroup,
    written: &v4::Endpoint,
    variables: &Variables,
) -> Option<Endpoint> {
    let kind = written
        .kind
        .as_deref()
        .or(group.kind.as_deref())
        .unwrap_or("http-proxy");
    if kind != "http-proxy" {
        draft.refuse(
            &place.key("type"),
            format!("endpoints of type `{kind}` are not supported yet"),
        );
        return None;
    }
    let elsewhere =
        |tenant: &String| !written.tenants.is_empty() && !written.tenants.contains(tenant);
    if draft.settings.tenant.as_ref().is_some_and(elsewhere) {
        return None;
    }
    let (shared, place_of_shared) = match written.inherit_configuration {
        true => (
            &group.shared_configuration,
            place_of_group.key("sharedConfiguration"),
        ),
        false => (
            &written.shared_configuration_override,
            place.key("sharedConfigurationOverride"),
        ),
    };
    let shared = http_proxy(draft, &place_of_shared, shared)?;
    let target = written
        .configuration
        .get("target")
        .and_then(Json::as_str)
        .unwrap_or("");
    let configuration = place.key("configuration");
    let target_place = configuration.key("target");
    let target = once(draft, &target_place, target, variables)?;
    let url = BaseUrl::parse(&target);
    if let Err(error) = &url {
        draft.warn(
            &target_place,
            format!("{error}; the endpoint is never called"),
        );
    }
    if url.as_ref().is_ok_and(|url| url.tls) {
        draft.warn(
            &target_place,
            "TLS to backends is not supported yet, so calling it ends in 502",
        );
    }
    let headers = place_of_shared.key("headers");
    let headers = endpoint_headers(draft, &headers, &shared.headers, variables)?;
    Some(Endpoint {
        name: written.name.as_deref().unwrap_or("").into(),
        url: url.ok()?,
        options: Arc::new(options(&shared.http)),
        headers,
        propagate_host: shared.http.propagate_client_host,
        propagate_accept_encoding: shared.http.propagate_client_accept_encoding
            && shared.http.use_compression == Some(false),
    })
}

fn http_proxy(draft: &Draft<'_>, place: &Place<'_>, written: &Json) -> Option<v4::HttpProxy> {
    if written.is_null() {
        return Some(v4::HttpProxy::default());
    }
    match serde_path_to_error::deserialize(written) {
        Ok(read) => Some(read),
        Err(error) => {
            let path = error.path().to_string();
            draft.refuse(
                place,
                format!("`{path}` of the configuration: {}", error.into_inner()),
            );
            None
        }
    }
}

/// A text of an endpoint, evaluated now and never again: it has no request. What asks for one takes the endpoint with it.
fn once(
    draft: &Draft<'_>,
    place: &Place<'_>,
    source: &str,
    variables: &Variables,
) -> Option<String> {
    let text = draft.text(place, source);
    let template = match text.template() {
        Ok(None) => return Some(source.to_owned()),
        Ok(Some(template)) => template,
        Err(_) => return None,
    };
    let mut context = Context::new();
    variables.lend(&mut context);
    match template.render(&context) {
        Ok(text) => Some(text.into_owned()),
        Err(error) => {
            draft.warn(
                place,
                format!(
                    "cannot be evaluated without a request: {error}; the endpoint is never called"
                ),
            );
            None
        }
    }
}

fn endpoint_headers(
    draft: &Draft<'_>,
    place: &Place<'_>,
    pairs: &[v4::Pair],
    variables: &Variables,
) -> Option<Vec<(HeaderName, HeaderValue)>> {
    let mut headers = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let place = place.at(at);
        let (Some(name), Some(value)) = (&pair.name, &pair.value) else {
            continue;
        };
        let value = once(draft, &place.key("value"), value, variables)?;
        let read = HeaderName::from_bytes(name.as_bytes()).ok();
        match (read, HeaderValue::from_str(&value)) {
            (Some(name), Ok(value)) => headers.push((name, value)),
            _ => draft.warn(
                &place,
                format!("`{name}` is no header, so it is passed over"),
            ),
        }
    }
    Some(headers)
}

fn options(http: &v4::Http) -> HttpOptions {
    let millis = |written: Option<i64>, usual: u64| {
        let millis = written.map_or(usual, |written| u64::try_from(written).unwrap_or(0));
        Duration::from_millis(millis)
    };
    let most = http.max_concurrent_connections.unwrap_or(100);
    HttpOptions {
        connect_timeout: millis(http.connect_timeout, 5_000),
        read_timeout: millis(http.read_timeout, 10_000),
        // The reference counts silence in whole seconds.
        idle_timeout: Duration::from_secs(millis(http.idle_timeout, 60_000).as_secs()),
        keep_alive_timeout: millis(http.keep_alive_timeout, 30_000),
        keep_alive: http.keep_alive.unwrap_or(true),
        max_connections: usize::try_from(most).unwrap_or(1).max(1),
    }
}
