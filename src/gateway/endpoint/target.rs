//! URLs of backends.

use http::{HeaderValue, Uri};
use std::fmt;
use std::sync::Arc;

/// A URL cut into what a request needs of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BaseUrl {
    pub(crate) tls: bool,
    /// Without brackets around IPv6.
    pub(crate) host: Arc<str>,
    pub(crate) port: u16,
    /// What `Host` says: the port only where it is not the usual one.
    pub(crate) authority: HeaderValue,
    /// Scheme, host and port.
    pub(crate) origin: Box<str>,
    /// As written, perhaps empty.
    pub(crate) path: Box<str>,
    /// Perhaps empty.
    pub(crate) query: Box<str>,
}

/// Schemes that can be spoken, and whether TLS belongs to them.
const SCHEMES: [(&str, bool); 6] = [
    ("http", false),
    ("https", true),
    ("ws", false),
    ("wss", true),
    ("grpc", false),
    ("grpcs", true),
];

impl BaseUrl {
    /// Reads a URL.
    ///
    /// # Errors
    /// Why it is none that can be called.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let Some((scheme, rest)) = text.split_once("://") else {
            return Err(format!("`{text}` is no URL: it has no scheme"));
        };
        let known = SCHEMES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(scheme));
        let Some((_, tls)) = known else {
            return Err(format!("`{scheme}` is no scheme that can be called"));
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at(end);
        let uri: Uri = format!("http://{authority}/")
            .parse()
            .map_err(|_| format!("`{authority}` is no host"))?;
        let host = uri.host().unwrap_or("");
        if host.is_empty() {
            return Err(format!("`{text}` has no host"));
        }
        let rest = rest.split('#').next().unwrap_or("");
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (scheme, usual) = if *tls { ("https", 443) } else { ("http", 80) };
        let written = authority.rsplit('@').next().unwrap_or("");
        let port = match written.get(host.len()..).unwrap_or("") {
            "" | ":" => usual,
            // One that is none must not become the usual one, where somebody else may listen.
            port => port
                .strip_prefix(':')
                .filter(|port| port.bytes().all(|octet| octet.is_ascii_digit()))
                .and_then(|port| port.parse().ok())
                .ok_or_else(|| format!("`{authority}` has no port that can be called"))?,
        };
        let authority = match port == usual {
            true => host.to_owned(),
            false => format!("{host}:{port}"),
        };
        Ok(BaseUrl {
            tls: *tls,
            host: host.trim_start_matches('[').trim_end_matches(']').into(),
            port,
            origin: format!("{scheme}://{authority}").into(),
            authority: HeaderValue::try_from(authority)
                .map_err(|_| format!("`{host}` is no host"))?,
            path: path.into(),
            query: query.into(),
        })
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_cut_into_their_parts() {
        let rows = [
            ("http://h/endpoint", "http://h", 80, "/endpoint", ""),
            (
                "HTTPS://h:8443/api/?t=1#x",
                "https://h:8443",
                8443,
                "/api/",
                "t=1",
            ),
            ("http://[::1]:9001", "http://[::1]:9001", 9001, "", ""),
            ("wss://h?a=b", "https://h", 443, "", "a=b"),
            ("http://u:1@[::1]:/x", "http://[::1]", 80, "/x", ""),
        ];
        for (text, base, port, path, query) in rows {
            let url = BaseUrl::parse(text).expect(text);
            assert_eq!(url.to_string(), base);
            assert_eq!(
                (url.port, &*url.path, &*url.query),
                (port, path, query),
                "{text}"
            );
        }
    }

    #[test]
    fn what_cannot_be_called_is_no_url() {
        for text in [
            "",
            "GET/x",
            "ftp://h/",
            "http://",
            "http:///x",
            "http://a b/",
            "http://h:8a/",
            "http://h:99999/",
            "http://u:p@[::1]:99999",
        ] {
            assert!(BaseUrl::parse(text).is_err(), "{text}");
        }
    }
}
