//! rhai twice: a scope of maps, and a type of our own whose getters read the request when they are asked.

use super::forever;
use crate::sample::{CITY, Sample};
use crate::shapes::{Answer, Shape, or_chain};
use crate::work::{Way, Work};
use rhai::{AST, Dynamic, Engine, EvalAltResult, ImmutableString, Map, Scope};
use std::hint::black_box;

pub const NAME: &str = "rhai, maps";
pub const GETTERS: &str = "rhai, getters";

/// A request as a value: rhai copies values, so it must be a handle.
#[derive(Clone)]
struct Handle(&'static Sample);

/// The headers of a request.
#[derive(Clone)]
struct Lines(&'static Sample);

/// The values of one header.
#[derive(Clone)]
struct Line(&'static Sample, ImmutableString);

pub fn work(request: &'static Sample) -> Vec<Work> {
    let engine: &Engine = forever(engine());
    let works = Shape::ALL.into_iter().flat_map(|shape| {
        let ast: &AST = forever(engine.compile_expression(text(shape)).expect("it compiles"));
        let run = |mut scope: Scope| engine.eval_ast_with_scope::<Dynamic>(&mut scope, ast);
        let attributes = attributes();
        let own = attributes.clone();
        [
            again(NAME, shape, engine, ast, maps(request, &attributes)),
            Work::new(NAME, shape, Way::PerRequest, move || {
                run(maps(black_box(request), &attributes))
            }),
            again(GETTERS, shape, engine, ast, getters(request, &own)),
            Work::new(GETTERS, shape, Way::PerRequest, move || {
                run(getters(black_box(request), &own))
            }),
        ]
    });
    works.collect()
}

/// The same scope for every evaluation.
fn again(
    name: &'static str,
    shape: Shape,
    engine: &'static Engine,
    ast: &'static AST,
    mut scope: Scope<'static>,
) -> Work {
    Work::new(name, shape, Way::Prebuilt, move || {
        engine.eval_ast_with_scope::<Dynamic>(black_box(&mut scope), ast)
    })
}

fn engine() -> Engine {
    let mut engine = Engine::new();
    engine
        .register_get("method", |handle: &mut Handle| {
            ImmutableString::from(handle.0.method.as_str())
        })
        .register_get("path", |handle: &mut Handle| {
            ImmutableString::from(handle.0.path.as_str())
        })
        .register_get("host", |handle: &mut Handle| {
            ImmutableString::from(handle.0.host.as_str())
        })
        .register_get("headers", |handle: &mut Handle| Lines(handle.0))
        .register_indexer_get(|lines: &mut Lines, name: ImmutableString| Line(lines.0, name))
        .register_indexer_get(value);
    engine
}

fn value(line: &mut Line, at: i64) -> Result<ImmutableString, Box<EvalAltResult>> {
    let index = usize::try_from(at).ok();
    let text = index.and_then(|index| line.0.header(&line.1, index));
    text.map(ImmutableString::from)
        .ok_or_else(|| EvalAltResult::ErrorIndexNotFound(at.into(), rhai::Position::NONE).into())
}

fn getters(request: &'static Sample, attributes: &Map) -> Scope<'static> {
    let mut scope = Scope::new();
    scope.push_constant("request", Handle(request));
    scope.push_constant("context", attributes.clone());
    scope
}

fn maps(request: &Sample, attributes: &Map) -> Scope<'static> {
    let headers = request.header_texts().map(|(name, values)| {
        let values: Vec<Dynamic> = values.map(Dynamic::from_str_value).collect();
        (name.into(), values.into())
    });
    let headers: Map = headers.collect();
    let request = [
        ("method", Dynamic::from_str_value(&request.method)),
        ("path", Dynamic::from_str_value(&request.path)),
        ("host", Dynamic::from_str_value(&request.host)),
        ("headers", headers.into()),
    ];
    let request: Map = request.map(|(name, value)| (name.into(), value)).into();
    let mut scope = Scope::new();
    scope.push_constant("request", request);
    scope.push_constant("context", attributes.clone());
    scope
}

/// The attributes, there before the request. rhai copies a map where it goes.
fn attributes() -> Map {
    let map = |name: &str, value: Dynamic| Map::from([(name.into(), value)]);
    let city = map("city", Dynamic::from_str_value(CITY));
    let mut attributes = map("user", map("address", city.into()).into());
    attributes.insert("plan".into(), Dynamic::from_str_value("gold"));
    map("attributes", attributes.into())
}

/// A text as a value of rhai.
trait FromText {
    fn from_str_value(text: &str) -> Self;
}

impl FromText for Dynamic {
    fn from_str_value(text: &str) -> Self {
        ImmutableString::from(text).into()
    }
}

fn text(shape: Shape) -> String {
    match shape {
        Shape::E1 => {
            r#"request.headers["x-test"][0] == "something" && request.method == "GET""#.into()
        }
        Shape::Method => r#"request.method == "GET""#.into(),
        Shape::HeaderIndexed => r#"request.headers["x-test"][0] == "something""#.into(),
        Shape::HeaderDotted => r#"request.headers.host[0] == "api.example.com""#.into(),
        Shape::OrChain => or_chain("request.path", '"'),
        Shape::Attribute => r#"context.attributes["user"].address.city == "Lille""#.into(),
        Shape::Template => r#""https://" + request.host + "/v1" + request.path"#.into(),
        Shape::HeaderMissing => r#"request.headers["x-nope"][0] == "something""#.into(),
    }
}

impl From<Dynamic> for Answer {
    fn from(value: Dynamic) -> Self {
        match (value.as_bool(), value.into_immutable_string()) {
            (Ok(truth), _) => Answer::Truth(truth),
            (_, Ok(text)) => Answer::Text(text.to_string()),
            _ => Answer::Failure,
        }
    }
}
