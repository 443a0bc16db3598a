//! Each shape as a Rust programmer would write it: what all ratios refer to. There is no context to build.

use super::forever;
use crate::sample::{CITY, Sample};
use crate::shapes::Shape;
use crate::work::{Way, Work};
use http::HeaderName;
use http::header::HOST;
use std::collections::HashMap;
use std::hint::black_box;

pub const NAME: &str = "hand-written";

static X_TEST: HeaderName = HeaderName::from_static("x-test");
static X_NOPE: HeaderName = HeaderName::from_static("x-nope");

/// An attribute has the type that a policy gave it.
enum Attribute {
    Text(String),
    Map(HashMap<String, Attribute>),
}

pub fn work(request: &'static Sample) -> Vec<Work> {
    let works = Way::ALL.map(|way| {
        Shape::ALL.map(|shape| match shape {
            Shape::E1 => truth(shape, way, request, e1),
            Shape::Method => truth(shape, way, request, method),
            Shape::HeaderIndexed => truth(shape, way, request, indexed),
            Shape::HeaderDotted => truth(shape, way, request, dotted),
            Shape::OrChain => truth(shape, way, request, or_chain),
            Shape::HeaderMissing => truth(shape, way, request, missing),
            Shape::Attribute => {
                let attributes = forever(attributes());
                Work::new(NAME, shape, way, || city(black_box(attributes)))
            }
            Shape::Template => Work::new(NAME, shape, way, || template(black_box(request))),
        })
    });
    works.into_iter().flatten().collect()
}

fn truth(
    shape: Shape,
    way: Way,
    request: &'static Sample,
    decide: impl Fn(&Sample) -> bool + 'static,
) -> Work {
    Work::new(NAME, shape, way, move || decide(black_box(request)))
}

#[inline(never)]
fn e1(request: &Sample) -> bool {
    header(request, &X_TEST, b"something") && request.method == "GET"
}

#[inline(never)]
fn method(request: &Sample) -> bool {
    request.method == "GET"
}

#[inline(never)]
fn indexed(request: &Sample) -> bool {
    header(request, &X_TEST, b"something")
}

#[inline(never)]
fn dotted(request: &Sample) -> bool {
    header(request, &HOST, b"api.example.com")
}

#[inline(never)]
fn missing(request: &Sample) -> bool {
    header(request, &X_NOPE, b"something")
}

#[inline(never)]
fn or_chain(request: &Sample) -> bool {
    matches!(
        request.path.as_str(),
        "/a" | "/b" | "/c" | "/d" | "/e" | "/f" | "/g" | "/h" | "/i" | "/j" | "/orders/42"
    )
}

#[inline(never)]
fn city(attributes: &HashMap<String, Attribute>) -> bool {
    let city = (attributes.get("user"))
        .and_then(|user| user.entry("address"))
        .and_then(|address| address.entry("city"));
    matches!(city, Some(Attribute::Text(city)) if city == CITY)
}

#[inline(never)]
fn template(request: &Sample) -> String {
    let (host, path) = (&request.host, &request.path);
    let mut text = String::with_capacity("https:///v1".len() + host.len() + path.len());
    ["https://", host, "/v1", path]
        .iter()
        .for_each(|part| text.push_str(part));
    text
}

#[inline(always)]
fn header(request: &Sample, name: &HeaderName, text: &[u8]) -> bool {
    let value = request.headers.get(name);
    value.is_some_and(|value| value.as_bytes() == text)
}

impl Attribute {
    fn entry(&self, name: &str) -> Option<&Attribute> {
        match self {
            Attribute::Map(entries) => entries.get(name),
            Attribute::Text(_) => None,
        }
    }
}

/// Attributes as a gateway keeps them.
fn attributes() -> HashMap<String, Attribute> {
    let map = |entries| Attribute::Map(HashMap::from(entries));
    let text = |text: &str| Attribute::Text(text.to_owned());
    let address = map([("city".to_owned(), text(CITY))]);
    let user = map([("address".to_owned(), address)]);
    HashMap::from([("user".to_owned(), user), ("plan".to_owned(), text("gold"))])
}
