//! evalexpr: no members and no indexing, so everything that a shape may ask for is a variable of its own, with dots in
//! its name and `_` for the `-` of a header. A header has one value, the first.

use super::forever;
use crate::sample::{CITY, Sample};
use crate::shapes::{Shape, or_chain};
use crate::work::{Way, Work};
use evalexpr::{
    ContextWithMutableVariables, DefaultNumericTypes, EvalexprError, HashMapContext, Node, Value,
    build_operator_tree,
};
use std::hint::black_box;

pub const NAME: &str = "evalexpr, flat variables";

type Context = HashMapContext<DefaultNumericTypes>;

pub fn work(request: &'static Sample) -> Vec<Work> {
    let built: &Context = forever(context(request).expect("texts are values"));
    let both = |shape: Shape| {
        let tree = build_operator_tree::<DefaultNumericTypes>(&text(shape)).expect("it parses");
        let tree: &Node = forever(tree);
        match shape {
            Shape::Template => [
                Work::new(NAME, shape, Way::Prebuilt, || {
                    tree.eval_string_with_context(black_box(built))
                }),
                Work::new(NAME, shape, Way::PerRequest, || {
                    context(black_box(request))
                        .and_then(|context| tree.eval_string_with_context(&context))
                }),
            ],
            _ => [
                Work::new(NAME, shape, Way::Prebuilt, || {
                    tree.eval_boolean_with_context(black_box(built))
                }),
                Work::new(NAME, shape, Way::PerRequest, || {
                    context(black_box(request))
                        .and_then(|context| tree.eval_boolean_with_context(&context))
                }),
            ],
        }
    };
    Shape::ALL.into_iter().flat_map(both).collect()
}

fn context(request: &Sample) -> Result<Context, EvalexprError> {
    let mut context = Context::new();
    let mut set = |name: String, text: &str| context.set_value(name, Value::from(text));
    set("request.method".into(), &request.method)?;
    set("request.path".into(), &request.path)?;
    set("request.host".into(), &request.host)?;
    for (name, mut values) in request.header_texts() {
        let name = format!("request.headers.{}", name.replace('-', "_"));
        set(name, values.next().unwrap_or_default())?;
    }
    set("context.attributes.user.address.city".into(), CITY)?;
    Ok(context)
}

fn text(shape: Shape) -> String {
    match shape {
        Shape::E1 => r#"request.headers.x_test == "something" && request.method == "GET""#.into(),
        Shape::Method => r#"request.method == "GET""#.into(),
        Shape::HeaderIndexed => r#"request.headers.x_test == "something""#.into(),
        Shape::HeaderDotted => r#"request.headers.host == "api.example.com""#.into(),
        Shape::OrChain => or_chain("request.path", '"'),
        Shape::Attribute => r#"context.attributes.user.address.city == "Lille""#.into(),
        Shape::Template => r#""https://" + request.host + "/v1" + request.path"#.into(),
        Shape::HeaderMissing => r#"request.headers.x_nope == "something""#.into(),
    }
}
