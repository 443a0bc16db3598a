//! The request that every engine looks at, the same as in the crate's own benches: five headers, two parameters, and
//! attributes as a gateway keeps them.

use gravitee_el::host::{Headers, ParamList, Params, Request};
use http::{HeaderMap, HeaderName, HeaderValue};

/// The city that the attribute `user` leads to.
pub const CITY: &str = "Lille";

const LINES: [(&str, &str); 5] = [
    ("host", "api.example.com"),
    ("accept", "*/*"),
    ("user-agent", "bench"),
    ("x-test", "something"),
    ("x-a", "1"),
];

/// A request as an HTTP server holds it.
#[derive(Debug)]
pub struct Sample {
    pub method: String,
    pub path: String,
    pub host: String,
    pub headers: HeaderMap,
    params: ParamList,
}

impl Sample {
    /// The names of the headers, each with its values as texts.
    pub fn header_texts(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
        self.headers.keys().map(|name| {
            let values = self.headers.get_all(name).iter();
            (
                name.as_str(),
                values.filter_map(|value| value.to_str().ok()),
            )
        })
    }

    /// A value of a header as a text.
    pub fn header(&self, name: &str, at: usize) -> Option<&str> {
        self.headers.get_all(name).iter().nth(at)?.to_str().ok()
    }
}

impl Default for Sample {
    fn default() -> Self {
        let line = |(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        };
        Sample {
            method: "GET".to_owned(),
            path: "/orders/42".to_owned(),
            host: "api.example.com".to_owned(),
            headers: LINES.into_iter().map(line).collect(),
            params: ParamList::from_query("limit=10&tag=a"),
        }
    }
}

impl Request for Sample {
    fn method(&self) -> &str {
        &self.method
    }
    fn path(&self) -> &str {
        &self.path
    }
    fn headers(&self) -> &dyn Headers {
        &self.headers
    }
    fn params(&self) -> &dyn Params {
        &self.params
    }
    fn host(&self) -> Option<&str> {
        Some(&self.host)
    }
}
