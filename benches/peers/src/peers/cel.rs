//! cel with maps of owned values, as its documentation shows: once with `Context::default()` for each request, once with
//! the standard library shared by all contexts, which spares most of the price.

use super::forever;
use crate::sample::{CITY, Sample};
use crate::shapes::{Answer, Shape, or_chain};
use crate::work::{Way, Work};
use cel::{Context, Env, ExecutionError, Program, Value};
use std::collections::HashMap;
use std::hint::black_box;
use std::sync::Arc;

pub const NAME: &str = "cel, maps";
pub const SHARED: &str = "cel, maps, shared library";

pub fn work(request: &'static Sample) -> Vec<Work> {
    let env = Arc::new(Env::stdlib());
    let works = Shape::ALL.into_iter().flat_map(|shape| {
        let program: &Program = forever(Program::compile(&text(shape)).expect("it compiles"));
        let attributes = attributes();
        let built = forever(filled(Context::default(), request, &attributes));
        let shared = forever(filled(Context::with_env(env.clone()), request, &attributes));
        let (own, env) = (attributes.clone(), env.clone());
        [
            Work::new(NAME, shape, Way::Prebuilt, || {
                program.execute(black_box(built))
            }),
            Work::new(NAME, shape, Way::PerRequest, move || {
                let context = Context::default();
                program.execute(&filled(context, black_box(request), &attributes))
            }),
            Work::new(SHARED, shape, Way::Prebuilt, || {
                program.execute(black_box(shared))
            }),
            Work::new(SHARED, shape, Way::PerRequest, move || {
                let context = Context::with_env(env.clone());
                program.execute(&filled(context, black_box(request), &own))
            }),
        ]
    });
    works.collect()
}

/// The words of both ways to use cel.
pub fn text(shape: Shape) -> String {
    match shape {
        Shape::E1 => {
            "request.headers['x-test'][0] == 'something' && request.method == 'GET'".into()
        }
        Shape::Method => "request.method == 'GET'".into(),
        Shape::HeaderIndexed => "request.headers['x-test'][0] == 'something'".into(),
        Shape::HeaderDotted => "request.headers.host[0] == 'api.example.com'".into(),
        Shape::OrChain => or_chain("request.path", '\''),
        Shape::Attribute => "context.attributes['user'].address.city == 'Lille'".into(),
        Shape::Template => "'https://' + request.host + '/v1' + request.path".into(),
        Shape::HeaderMissing => "request.headers['x-nope'][0] == 'something'".into(),
    }
}

/// The attributes, there before the request.
pub fn attributes() -> Value {
    let address = map([("city", text_value(CITY))]);
    let user = map([("address", address)]);
    map([(
        "attributes",
        map([("user", user), ("plan", text_value("gold"))]),
    )])
}

fn filled<'c>(
    mut context: Context<'c, 'c>,
    request: &Sample,
    attributes: &Value,
) -> Context<'c, 'c> {
    let headers = request.header_texts().map(|(name, values)| {
        let values = values.map(text_value).collect::<Vec<_>>();
        (name, Value::List(Arc::new(values)))
    });
    let headers = map(headers);
    let request = map([
        ("method", text_value(&request.method)),
        ("path", text_value(&request.path)),
        ("host", text_value(&request.host)),
        ("headers", headers),
    ]);
    context.add_variable_from_value("request", request);
    context.add_variable_from_value("context", attributes.clone());
    context
}

fn map<'n>(entries: impl IntoIterator<Item = (&'n str, Value)>) -> Value {
    let entries = entries.into_iter();
    let entries: HashMap<String, Value> = entries.map(|(n, v)| (n.to_owned(), v)).collect();
    entries.into()
}

fn text_value(text: &str) -> Value {
    Value::String(Arc::new(text.to_owned()))
}

impl From<Value> for Answer {
    fn from(value: Value) -> Self {
        match value {
            Value::Bool(truth) => Answer::Truth(truth),
            Value::String(text) => Answer::Text(text.as_ref().clone()),
            _ => Answer::Failure,
        }
    }
}

/// The error type of every evaluation here.
pub type Failure = ExecutionError;
