//! Conditions over borrowed data allocate nothing. The only test of its binary, since it counts what the process does.

use gravitee_el::host::{HeaderList, ParamList};
use gravitee_el::model::HttpRequest;
use gravitee_el::{Context, Engine, Owned};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const HOT: &[&str] = &[
    "{#request.headers['X-Test'][0] == 'something' && #request.method == 'GET'}",
    "{#request.method == 'GET'}",
    "{#request.headers.host[0] == 'api.example.com'}",
    "{#request.params['limit'][0] == '10'}",
    "{#request.path.startsWith('/orders')}",
    "{#request.path matches '/orders/[0-9]+'}",
    "{#context.attributes['user'].address.city == 'Lille'}",
    "{#request.path == '/a' || #request.path == '/b' || #request.path == '/orders/42'}",
    "{#request.path matches '.*orders.*' && #request.host matches '(?i)API\\..*'}",
    "{#request.headers['X-Test'][0] != 'a' && #request.headers['X-Test'][0].startsWith('some')}",
    "{#context.attributes['user'].address.city != 'Lens' && #context.attributes['user'].address.city.contains('ill')}",
    "{#request.path == '/orders' + '/42' && 1 + 1 == 2}",
    "{#request.method == 'GET' ? true : false}",
    "{(#request.host ?: 'none') == 'api.example.com'}",
];

#[test]
fn hot_conditions_allocate_nothing() {
    let engine = Engine::new();
    let mut request = HttpRequest::new("GET", "/orders/42");
    request.host = Some("api.example.com".to_owned());
    request.headers = HeaderList::from_iter([("Host", "api.example.com"), ("X-Test", "something")]);
    request.params = ParamList::from_query("limit=10");
    let address = Owned::map([("city", Owned::from("Lille"))]);
    let attributes = Owned::map([("user", Owned::map([("address", address)]))]);
    let Owned::Map(attributes) = &attributes else {
        unreachable!("a map is a map")
    };

    let mut allocating = Vec::new();
    for text in HOT {
        let template = engine.compile(text).unwrap();
        let decide = || {
            let mut context = Context::new();
            context.set_request(&request, None);
            context.set_attributes(attributes);
            template.matches(&context).is_true()
        };
        assert!(
            decide(),
            "{text} does not hold, so its whole path would not be measured"
        );
        // A pattern gets its engine when it has been used some dozens of times; before, its matches are made to measure.
        assert!((0..100).all(|_| decide()));
        let region = Region::new(ALLOCATOR);
        assert!(decide());
        let change = region.change();
        if change.allocations + change.reallocations > 0 {
            allocating.push(format!("{text}: {change:?}"));
        }
    }
    assert!(allocating.is_empty(), "{}", allocating.join("\n"));
}
