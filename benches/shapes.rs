//! The hot shapes that every bench measures, and the data they look at.

use gravitee_el::host::{Headers, ParamList, Params, Request};
use gravitee_el::{Context, Owned};
use http::{HeaderMap, HeaderName, HeaderValue};

/// The expression that all ratios refer to.
pub const E1: &str = "{#request.headers['X-Test'][0] == 'something' && #request.method == 'GET'}";

/// Eleven paths, of which the last one is the request's.
pub const OR_CHAIN: &str = "{#request.path == '/a' || #request.path == '/b' || #request.path == '/c' || #request.path == '/d' \
    || #request.path == '/e' || #request.path == '/f' || #request.path == '/g' || #request.path == '/h' \
    || #request.path == '/i' || #request.path == '/j' || #request.path == '/orders/42'}";

/// Two holes in a text.
pub const TEMPLATE: &str = "https://{#request.host}/v1{#request.path}";

/// One attribute in each of four comparisons, all of which decide.
pub const REPEATED_PATH: &str = "{#context.attributes['user'].address.city == 'Lille' && #request.method == 'GET' \
    && #context.attributes['user'].address.city != 'Nantes' && #request.path != '/' \
    && #context.attributes['user'].address.city != 'Lens' && #request.host != 'b' && #context.attributes['user'].address.city matches 'L.*'}";

/// Three holes and a constant in a text.
pub const THREE_HOLES: &str =
    "{#request.method} {('https:' + '//')}{#request.host}{#request.path}#fragment";

/// A text without an expression.
pub const LITERAL: &str = "https://api.example.com/v1/orders";

/// Conditions that gateways evaluate all day.
pub const CONDITIONS: &[(&str, &str)] = &[
    ("E1", E1),
    ("method", "{#request.method == 'GET'}"),
    (
        "header indexed",
        "{#request.headers['X-Test'][0] == 'something'}",
    ),
    (
        "header dotted",
        "{#request.headers.host[0] == 'api.example.com'}",
    ),
    (
        "header missing",
        "{#request.headers['X-Nope'][0] == 'something'}",
    ),
    ("param", "{#request.params['limit'][0] == '10'}"),
    ("or-chain", OR_CHAIN),
    (
        "attribute",
        "{#context.attributes['user'].address.city == 'Lille'}",
    ),
    ("startsWith", "{#request.path.startsWith('/orders')}"),
    ("matches", "{#request.path matches '/orders/[0-9]+'}"),
    ("matches contains", "{#request.path matches '.*orders.*'}"),
    ("matches prefix", "{#request.path matches '^/orders/.*'}"),
    (
        "matches any case",
        "{#request.path matches '(?i)/ORDERS/.*'}",
    ),
    ("matches choice", "{#request.method matches 'PUT|POST|GET'}"),
    ("repeated path", REPEATED_PATH),
    (
        "constant",
        "{#request.path == '/orders' + '/' + 42 && 2 > 1}",
    ),
    ("ternary", "{#request.method == 'GET' ? true : false}"),
    ("elvis", "{(#request.host ?: 'none') == 'api.example.com'}"),
    ("lower case", "{#request.method.toLowerCase() == 'get'}"),
    ("arithmetic", "{#request.timestamp % 2 == 0}"),
];

/// A request as a host lends it: five headers, two parameters.
pub struct Sample {
    headers: HeaderMap,
    params: ParamList,
}

impl Request for Sample {
    fn method(&self) -> &str {
        "GET"
    }
    fn path(&self) -> &str {
        "/orders/42"
    }
    fn headers(&self) -> &dyn Headers {
        &self.headers
    }
    fn params(&self) -> &dyn Params {
        &self.params
    }
    fn host(&self) -> Option<&str> {
        Some("api.example.com")
    }
}

impl Default for Sample {
    fn default() -> Self {
        let lines = [
            ("host", "api.example.com"),
            ("accept", "*/*"),
            ("user-agent", "bench"),
            ("x-test", "something"),
            ("x-a", "1"),
        ];
        let line = |(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        };
        Sample {
            headers: lines.into_iter().map(line).collect(),
            params: ParamList::from_query("limit=10&tag=a"),
        }
    }
}

/// Attributes as the gateway keeps them.
pub fn attributes() -> Owned {
    let address = Owned::map([("city", Owned::from("Lille"))]);
    Owned::map([
        ("user", Owned::map([("address", address)])),
        ("plan", Owned::from("gold")),
    ])
}

static X_TEST: HeaderName = HeaderName::from_static("x-test");

/// What E1 decides, written by hand.
#[inline(never)]
pub fn hand_written(request: &Sample) -> bool {
    request
        .headers
        .get(&X_TEST)
        .is_some_and(|value| value.as_bytes() == b"something")
        && request.method() == "GET"
}

/// The context of one request, built from borrowed data.
pub fn context<'c>(request: &'c Sample, attributes: &'c Owned) -> Context<'c> {
    let mut context = Context::new();
    context.set_request(request, None);
    if let Owned::Map(attributes) = attributes {
        context.set_attributes(attributes);
    }
    context
}
