//! Compile once, decide per request: run with `cargo run --example embed`.

use gravitee_el::host::HeaderList;
use gravitee_el::model::HttpRequest;
use gravitee_el::{Context, Decision, Engine, Owned};

fn main() -> Result<(), gravitee_el::Error> {
    let engine = Engine::new();
    let condition = engine.compile(
        "{#request.headers['X-Tier'][0] == 'gold' && #context.attributes['quota'] > 10}",
    )?;
    let greeting = engine.compile(
        "Hello {#request.params['name'][0] ?: 'stranger'}, you asked for {#request.path}",
    )?;

    let mut request = HttpRequest::new("GET", "/orders?name=Ann");
    request.headers = HeaderList::from_iter([("X-Tier", "gold")]);
    let Owned::Map(attributes) = Owned::map([("quota", Owned::Int(25))]) else {
        unreachable!("a map is a map")
    };
    let mut context = Context::new();
    context.set_request(&request, None);
    context.set_attributes(&attributes);

    println!("{}", greeting.render(&context)?);
    match condition.matches(&context) {
        Decision::True => println!("gold customers go first"),
        Decision::Missing(why) => println!("no, and here is why: {why:#}"),
        other => println!("{other:?}"),
    }
    Ok(())
}
