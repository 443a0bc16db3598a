//! Headers on their way to the backend and back: what belongs to one connection stays there.

use super::{BaseUrl, Endpoint};
use crate::gateway::execution::Request;
use crate::gateway::wire::hop;
use http::{HeaderMap, HeaderName, HeaderValue, header};

/// The headers that the backend gets; those of the request stay as policies left them. What a client names in
/// `Connection` is not looked at here: it could be a header that a policy set since.
pub(super) fn outgoing(request: &Request, endpoint: &Endpoint, url: &BaseUrl) -> HeaderMap {
    let mut headers = request.headers.clone();
    let upgrade = request
        .upgrades()
        .then(|| headers.get(header::UPGRADE).cloned())
        .flatten();
    hop::remove(&mut headers, |name| {
        hop::ALWAYS.contains(name) || hop::REQUESTS.contains(name)
    });
    if let Some(protocol) = upgrade {
        headers.insert(header::UPGRADE, protocol);
        headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
    }
    let host = request.authority().filter(|_| endpoint.propagate_host);
    headers.insert(header::HOST, host.unwrap_or(&url.authority).clone());
    if !endpoint.propagate_accept_encoding {
        headers.remove(header::ACCEPT_ENCODING);
    }
    for (name, value) in &endpoint.headers {
        headers.insert(name, value.clone());
    }
    headers
}

/// Takes from a backend's answer what belonged to its connection; an upgraded connection keeps its own.
pub(super) fn incoming(headers: &mut HeaderMap) {
    remove_named(headers);
    hop::remove(headers, |name| hop::ALWAYS.contains(name));
}

/// Removes the headers that `Connection` names.
fn remove_named(headers: &mut HeaderMap) {
    let named: Vec<HeaderName> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|name| HeaderName::from_bytes(name.trim().as_bytes()).ok())
        .collect();
    for name in named {
        headers.remove(name);
    }
}
