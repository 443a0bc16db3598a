//! Fields that concern one connection alone, and are taken away before a message goes on (RFC 9110 §7.6.1).

use http::header::{self, HeaderMap, HeaderName};
use smallvec::SmallVec;

const KEEP_ALIVE: HeaderName = HeaderName::from_static("keep-alive");
const PROXY_CONNECTION: HeaderName = HeaderName::from_static("proxy-connection");

/// Never to be forwarded in either direction.
pub(crate) const ALWAYS: [HeaderName; 5] = [
    header::CONNECTION,
    KEEP_ALIVE,
    PROXY_CONNECTION,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// Of requests only: what is between the client and us.
pub(crate) const REQUESTS: [HeaderName; 4] = [
    header::TE,
    header::TRAILER,
    header::PROXY_AUTHORIZATION,
    header::PROXY_AUTHENTICATE,
];

/// Meant for everybody on the way, so that no `Connection` can take them away: framing, identity, and what the content is.
const PROTECTED: [HeaderName; 12] = [
    header::HOST,
    header::CONTENT_LENGTH,
    header::TRANSFER_ENCODING,
    header::CONTENT_TYPE,
    header::CONTENT_ENCODING,
    header::CONTENT_RANGE,
    header::AUTHORIZATION,
    header::COOKIE,
    header::SET_COOKIE,
    header::CACHE_CONTROL,
    header::DATE,
    header::FORWARDED,
];

/// Takes away what `Connection` nominates; the fields every hop knows stay for those who read them.
pub(crate) fn strip_nominated(headers: &mut HeaderMap) {
    let Some(first) = headers.get(header::CONNECTION) else {
        return;
    };
    // What nearly every client sends nominates nothing.
    if [b"keep-alive".as_slice(), b"close"].contains(&first.as_bytes())
        && headers.get_all(header::CONNECTION).iter().count() == 1
    {
        return;
    }
    for name in nominated(headers) {
        headers.remove(name);
    }
}

fn nominated(headers: &HeaderMap) -> Vec<HeaderName> {
    headers
        .get_all(header::CONNECTION)
        .iter()
        .flat_map(|value| value.as_bytes().split(|&octet| octet == b','))
        .filter_map(|option| HeaderName::from_bytes(super::trim(option)).ok())
        .filter(|name| !PROTECTED.contains(name) && !ALWAYS.contains(name) && *name != header::TE)
        .collect()
}

/// Leaves what a backend may see.
pub(crate) fn strip_request(headers: &mut HeaderMap) {
    strip_nominated(headers);
    // Whoever expects a 100 gets it from us; expressions and policies may still read that it was asked for.
    remove(headers, |name| {
        ALWAYS.contains(name) || REQUESTS.contains(name) || *name == header::EXPECT
    });
}

/// Removes fields. A message has few fields, and mostly none of these: looking at its names costs less than looking for each
/// that it may not have.
pub(crate) fn remove(headers: &mut HeaderMap, unwanted: impl Fn(&HeaderName) -> bool) {
    let found: SmallVec<[HeaderName; 4]> = headers
        .keys()
        .filter(|name| unwanted(name))
        .cloned()
        .collect();
    for name in found {
        headers.remove(name);
    }
}

/// Leaves what a client may see. An answer that asks for another protocol keeps saying which.
pub(crate) fn strip_response(headers: &mut HeaderMap, status: http::StatusCode) {
    strip_nominated(headers);
    let upgrade = (status == http::StatusCode::UPGRADE_REQUIRED)
        .then(|| headers.remove(header::UPGRADE))
        .flatten();
    remove(headers, |name| ALWAYS.contains(name));
    if let Some(protocols) = upgrade {
        headers.insert(header::UPGRADE, protocols);
    }
}

/// Whether a list field holds the token, in any case.
pub(crate) fn lists(headers: &HeaderMap, name: &HeaderName, token: &str) -> bool {
    headers
        .get_all(name)
        .iter()
        .flat_map(|value| value.as_bytes().split(|&octet| octet == b','))
        .any(|one| super::trim(one).eq_ignore_ascii_case(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{strip_nominated, strip_request, strip_response};
    use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

    fn map(fields: &[(&'static str, &'static str)]) -> HeaderMap {
        let field = |&(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        };
        fields.iter().map(field).collect()
    }

    fn names(headers: &HeaderMap) -> Vec<&str> {
        let mut names: Vec<_> = headers.keys().map(HeaderName::as_str).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn nominated_fields_go_but_protected_ones_stay() {
        let mut headers = map(&[
            ("connection", "keep-alive, X-Secret"),
            ("connection", "host ,authorization,not a name"),
            ("x-secret", "1"),
            ("host", "a"),
            ("authorization", "b"),
            ("x-other", "c"),
        ]);
        strip_nominated(&mut headers);
        assert_eq!(
            names(&headers),
            ["authorization", "connection", "host", "x-other"]
        );
    }

    #[test]
    fn a_backend_sees_no_field_of_the_clients_connection() {
        let mut headers = map(&[
            ("connection", "TE, upgrade"),
            ("te", "trailers, deflate;q=0.5"),
            ("keep-alive", "timeout=5"),
            ("upgrade", "h2c"),
            ("trailer", "x-t"),
            ("expect", "100-continue"),
            ("proxy-authorization", "x"),
            ("accept", "*/*"),
        ]);
        strip_request(&mut headers);
        assert_eq!(names(&headers), ["accept"]);
    }

    #[test]
    fn only_a_426_keeps_the_protocols_it_asks_for() {
        let fields = [("connection", "upgrade"), ("upgrade", "websocket")];
        let mut refused = map(&fields);
        strip_response(&mut refused, StatusCode::FORBIDDEN);
        assert!(refused.is_empty());
        let mut asked = map(&fields);
        strip_response(&mut asked, StatusCode::UPGRADE_REQUIRED);
        assert_eq!(names(&asked), ["upgrade"]);
    }
}
