//! Our own engine: compiled once, limits on, the request and the attributes borrowed.

use super::forever;
use crate::sample::{CITY, Sample};
use crate::shapes::Shape;
use crate::work::{Way, Work};
use gravitee_el::{Context, Engine, Owned, Template};
use std::hint::black_box;

pub const NAME: &str = "gravitee-el";

pub fn work(request: &'static Sample) -> Vec<Work> {
    let engine = Engine::new();
    let attributes = forever(attributes());
    let both = |shape: Shape| {
        let template = engine.compile(&shape.text()).expect("a shape compiles");
        let template: &Template = forever(template);
        let built = forever(context(request, attributes));
        let fresh = move || context(black_box(request), attributes);
        match shape {
            Shape::Template => [
                Work::new(NAME, shape, Way::Prebuilt, || {
                    template.render(black_box(built)).map(String::from)
                }),
                Work::new(NAME, shape, Way::PerRequest, move || {
                    template.render(&fresh()).map(String::from)
                }),
            ],
            _ => [
                Work::new(NAME, shape, Way::Prebuilt, || {
                    template.matches(black_box(built)).is_true()
                }),
                Work::new(NAME, shape, Way::PerRequest, move || {
                    template.matches(&fresh()).is_true()
                }),
            ],
        }
    };
    Shape::ALL.into_iter().flat_map(both).collect()
}

/// Attributes as a gateway keeps them.
pub fn attributes() -> Owned {
    let address = Owned::map([("city", Owned::from(CITY))]);
    Owned::map([
        ("user", Owned::map([("address", address)])),
        ("plan", Owned::from("gold")),
    ])
}

fn context<'c>(request: &'c Sample, attributes: &'c Owned) -> Context<'c> {
    let mut context = Context::new();
    context.set_request(request, None);
    if let Owned::Map(attributes) = attributes {
        context.set_attributes(attributes);
    }
    context
}
