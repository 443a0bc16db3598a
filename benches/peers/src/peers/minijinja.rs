//! minijinja twice: a context of maps, and objects of our own that read the request when they are asked. The template
//! shape is a template, everything else an expression.

use super::forever;
use crate::sample::{CITY, Sample};
use crate::shapes::{Answer, Shape, joined};
use crate::work::{Way, Work};
use minijinja::value::Object;
use minijinja::{Environment, Error, Expression, Template, Value};
use std::hint::black_box;
use std::sync::Arc;

pub const NAME: &str = "minijinja, maps";
pub const OBJECTS: &str = "minijinja, objects";

/// What one context is made of.
type Build = fn(&'static Sample, &Value) -> Value;

pub fn work(request: &'static Sample) -> Vec<Work> {
    let mut env = Environment::new();
    let template = "https://{{ request.host }}/v1{{ request.path }}";
    env.add_template("url", template).expect("it compiles");
    let env: &Environment = forever(env);
    let forms: [(&str, Build); 2] = [(NAME, maps), (OBJECTS, objects)];
    let works = Shape::ALL.into_iter().flat_map(|shape| {
        forms.map(|(name, build)| match shape {
            Shape::Template => composed(name, build, env, request),
            _ => decided(name, build, env, request, shape),
        })
    });
    works.flatten().collect()
}

fn composed(
    name: &'static str,
    build: Build,
    env: &'static Environment<'static>,
    request: &'static Sample,
) -> [Work; 2] {
    let template: &Template = forever(env.get_template("url").expect("it is there"));
    let attributes = attributes();
    let built = build(request, &attributes);
    [
        Work::new(name, Shape::Template, Way::Prebuilt, move || {
            template.render(black_box(&built))
        }),
        Work::new(name, Shape::Template, Way::PerRequest, move || {
            template.render(build(black_box(request), &attributes))
        }),
    ]
}

fn decided(
    name: &'static str,
    build: Build,
    env: &'static Environment<'static>,
    request: &'static Sample,
    shape: Shape,
) -> [Work; 2] {
    let expression = env.compile_expression_owned(text(shape));
    let expression: &Expression = forever(expression.expect("it compiles"));
    let attributes = attributes();
    let built = build(request, &attributes);
    [
        Work::new(name, shape, Way::Prebuilt, move || {
            truth(expression.eval(black_box(&built)))
        }),
        Work::new(name, shape, Way::PerRequest, move || {
            truth(expression.eval(build(black_box(request), &attributes)))
        }),
    ]
}

fn truth(value: Result<Value, Error>) -> Result<bool, Error> {
    value.map(|value| value.is_true())
}

fn maps(request: &'static Sample, attributes: &Value) -> Value {
    let headers = request.header_texts();
    let headers = headers.map(|(name, values)| (name, values.map(Value::from).collect::<Value>()));
    let request = Value::from_pairs([
        ("method", Value::from(&request.method)),
        ("path", Value::from(&request.path)),
        ("host", Value::from(&request.host)),
        ("headers", Value::from_pairs(headers)),
    ]);
    Value::from_pairs([("request", request), ("context", attributes.clone())])
}

fn objects(request: &'static Sample, attributes: &Value) -> Value {
    Value::from_object(Root {
        request,
        context: attributes.clone(),
    })
}

/// The two variables.
#[derive(Debug)]
struct Root {
    request: &'static Sample,
    context: Value,
}

/// `request`.
#[derive(Debug)]
struct Members(&'static Sample);

/// `request.headers`.
#[derive(Debug)]
struct Lines(&'static Sample);

/// `request.headers['name']`.
#[derive(Debug)]
struct Line(&'static Sample, Box<str>);

impl Object for Root {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        match key {
            "request" => Some(Value::from_object(Members(self.request))),
            "context" => Some(self.context.clone()),
            _ => None,
        }
    }
}

impl Object for Members {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        match key {
            "method" => Some(Value::from(&self.0.method)),
            "path" => Some(Value::from(&self.0.path)),
            "host" => Some(Value::from(&self.0.host)),
            "headers" => Some(Value::from_object(Lines(self.0))),
            _ => None,
        }
    }
}

impl Object for Lines {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        let there = self.0.headers.contains_key(key);
        there.then(|| Value::from_object(Line(self.0, key.into())))
    }
}

impl Object for Line {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.0.header(&self.1, key.as_usize()?).map(Value::from)
    }
}

/// The attributes, there before the request.
fn attributes() -> Value {
    let address = Value::from_pairs([("city", Value::from(CITY))]);
    let user = Value::from_pairs([("address", address)]);
    let attributes = Value::from_pairs([("user", user), ("plan", Value::from("gold"))]);
    Value::from_pairs([("attributes", attributes)])
}

fn text(shape: Shape) -> String {
    match shape {
        Shape::E1 => {
            "request.headers['x-test'][0] == 'something' and request.method == 'GET'".into()
        }
        Shape::Method => "request.method == 'GET'".into(),
        Shape::HeaderIndexed => "request.headers['x-test'][0] == 'something'".into(),
        Shape::HeaderDotted => "request.headers.host[0] == 'api.example.com'".into(),
        Shape::OrChain => joined("request.path", '\'', " or "),
        Shape::Attribute => "context.attributes['user'].address.city == 'Lille'".into(),
        Shape::Template => "'https://' ~ request.host ~ '/v1' ~ request.path".into(),
        Shape::HeaderMissing => "request.headers['x-nope'][0] == 'something'".into(),
    }
}

impl From<Value> for Answer {
    fn from(value: Value) -> Self {
        match value.as_str() {
            Some(text) => Answer::Text(text.to_owned()),
            None => Answer::Truth(value.is_true()),
        }
    }
}
