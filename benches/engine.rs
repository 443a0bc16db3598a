//! Parse, compile, evaluate: the hot shapes, each beside a hand-written Rust function that decides the same.
//!
//! Times of one run are only comparable among themselves: read them as ratios to `E1/hand-written`.

use criterion::{Criterion, criterion_group, criterion_main};
use gravitee_el::host::{Headers, ParamList, Params, Request};
use gravitee_el::{Context, Engine, Owned};
use http::{HeaderMap, HeaderName, HeaderValue};
use std::hint::black_box;

const E1: &str = "{#request.headers['X-Test'][0] == 'something' && #request.method == 'GET'}";
const OR_CHAIN: &str = "{#request.path == '/a' || #request.path == '/b' || #request.path == '/c' || #request.path == '/d' \
    || #request.path == '/e' || #request.path == '/f' || #request.path == '/g' || #request.path == '/h' \
    || #request.path == '/i' || #request.path == '/j' || #request.path == '/orders/42'}";

/// Conditions and templates that gateways evaluate all day.
const SHAPES: &[(&str, &str)] = &[
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
    ("ternary", "{#request.method == 'GET' ? 'read' : 'write'}"),
    ("elvis", "{#request.host ?: 'none'}"),
    ("lower case", "{#request.method.toLowerCase() == 'get'}"),
    ("arithmetic", "{#request.timestamp % 2 == 0}"),
];
const TEMPLATE: &str = "https://{#request.host}/v1{#request.path}";

struct Sample {
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

fn sample() -> Sample {
    let mut headers = HeaderMap::new();
    let lines = [
        ("host", "api.example.com"),
        ("accept", "*/*"),
        ("user-agent", "bench"),
        ("x-test", "something"),
        ("x-a", "1"),
    ];
    for (name, value) in lines {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    Sample {
        headers,
        params: ParamList::from_query("limit=10&tag=a"),
    }
}

fn attributes() -> Owned {
    let address = Owned::map([("city", Owned::from("Lille"))]);
    Owned::map([
        ("user", Owned::map([("address", address)])),
        ("plan", Owned::from("gold")),
    ])
}

static X_TEST: HeaderName = HeaderName::from_static("x-test");

#[inline(never)]
fn hand_written(request: &Sample) -> bool {
    request
        .headers
        .get(&X_TEST)
        .is_some_and(|value| value.as_bytes() == b"something")
        && request.method() == "GET"
}

fn eval(c: &mut Criterion) {
    let engine = Engine::new();
    let request = sample();
    let Owned::Map(attributes) = attributes() else {
        unreachable!("a map is a map")
    };
    let mut group = c.benchmark_group("eval");
    group.bench_function("E1/hand-written", |b| {
        b.iter(|| hand_written(black_box(&request)));
    });
    for (name, text) in SHAPES {
        let template = engine.compile(text).expect("a shape compiles");
        group.bench_function(format!("{name}/context per request"), |b| {
            b.iter(|| {
                let mut context = Context::new();
                context.set_request(black_box(&request), None);
                context.set_attributes(&attributes);
                template.matches(&context).is_true()
            });
        });
    }
    group.finish();
}

fn template(c: &mut Criterion) {
    let engine = Engine::new();
    let request = sample();
    let mut context = Context::new();
    context.set_request(&request, None);
    let mut group = c.benchmark_group("template");
    let composed = engine.compile(TEMPLATE).expect("the template compiles");
    group.bench_function("composed", |b| {
        b.iter(|| composed.render(black_box(&context)).expect("it renders"));
    });
    group.bench_function("literal", |b| {
        b.iter(|| {
            engine
                .render(black_box("https://api.example.com/v1/orders"), &context)
                .expect("it renders")
        });
    });
    group.finish();
}

fn compile(c: &mut Criterion) {
    let engine = Engine::new();
    let mut group = c.benchmark_group("compile");
    for (name, text) in [("E1", E1), ("or-chain", OR_CHAIN), ("template", TEMPLATE)] {
        group.bench_function(name, |b| {
            b.iter(|| engine.compile(black_box(text)).expect("it compiles"));
        });
    }
    group.finish();
}

fn cache(c: &mut Criterion) {
    let engine = Engine::new();
    let texts: Vec<String> = (0..500)
        .map(|n| {
            format!(
                "{{#request.headers['X-Test'][0] == 'something-{n}' && #request.method == 'GET'}}"
            )
        })
        .collect();
    texts.iter().for_each(|text| drop(engine.template(text)));
    let mut next = 0;
    c.bench_function("cache/500 warm", |b| {
        b.iter(|| {
            next = (next + 1) % texts.len();
            engine
                .template(black_box(&texts[next]))
                .expect("it compiles")
        });
    });
}

criterion_group!(benches, eval, template, compile, cache);
criterion_main!(benches);
