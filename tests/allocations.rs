//! What evaluations over borrowed data allocate: nothing, for conditions and for templates of a single hole.
//!
//! Each row names its exact number of allocations, so that a lost one shows as well as a new one. The counting allocator
//! counts by thread, and every row is measured as a gateway works: the context is built anew from borrowed data, the
//! template has been used before (a pattern gets its engine when it has been used some dozens of times).

use alloc_tracker::{Allocator, Session};
use gravitee_el::host::{HeaderList, ParamList};
use gravitee_el::model::HttpRequest;
use gravitee_el::{Arena, Context, Decision, Engine, Owned};
use std::alloc::System;

#[global_allocator]
static ALLOCATOR: Allocator<System> = Allocator::system();

/// Conditions that hold and allocate nothing.
const HOLDS: &[&str] = &[
    // headers
    "{#request.headers['X-Test'][0] == 'something' && #request.method == 'GET'}",
    "{#request.headers.host[0] == 'api.example.com'}",
    "{#request.headers['Host'][0] == 'api.example.com'}",
    "{#request.headers['x-test'][0] != 'other'}",
    "{#request.headers['X-Roles'][1] == 'dev'}",
    "{#request.headers.getFirst('X-Test') == 'something'}",
    "{#request.headers.containsKey('X-Test')}",
    "{#request.headers['X-Test'] != null}",
    "{#request.headers['X-Nope'] == null}",
    "{#request.headers['X-Roles'].size() == 2}",
    "{#request.headers['X-Roles'].contains('dev')}",
    "{#request.headers['X-Test'][0].length() > 3}",
    "{#request.headers['X-Test'][0].equals('something')}",
    "{#request.headers['X-Test'][0].startsWith('some')}",
    "{#request.headers['X-Test'][0] matches '[a-z]+'}",
    // parameters
    "{#request.params['limit'][0] == '10'}",
    "{#request.params.limit[0] == '10'}",
    "{#request.params['tag'][1] == 'b'}",
    "{#request.params['nope'] == null}",
    "{#request.params.containsKey('limit')}",
    "{#request.params.getFirst('limit') == '10'}",
    "{#request.pathParams['id'][0] == '42'}",
    "{#request.pathParams.id[0] == '42'}",
    // what the request is
    "{#request.method == 'GET'}",
    "{#request.method != 'POST'}",
    "{('GET' == #request.method)}",
    "{#request.scheme == 'https' and #request.host eq 'api.example.com'}",
    "{#request.contextPath == '/shop' && #request.pathInfo == '/orders/42'}",
    "{#request.remoteAddress == '10.0.0.1'}",
    "{#request.timestamp > 1000}",
    "{#request.timestamp % 2 == 0}",
    "{#request.timestamp >= 2 && #request.timestamp < 999999999999L}",
    "{#request.timestamp between {1, 99999}}",
    "{#request.pathInfos[1] == 'orders'}",
    "{#request.paths[1] == 'shop'}",
    "{#request.paths.length == 4}",
    // attributes
    "{#context.attributes['user'].address.city == 'Lille'}",
    "{#context.attributes['plan'] == 'gold'}",
    "{#context.attributes.plan == 'gold'}",
    "{#context.attributes['plan'] != null}",
    "{#context.attributes['nope'] == null}",
    "{#context.attributes['user']?.address?.city == 'Lille'}",
    "{#context.attributes['nope']?.address == null}",
    "{#context.attributes['quota'] > 10}",
    "{#context.attributes['quota'] + 1 == 21}",
    "{#context.attributes['roles'].contains('admin')}",
    "{#context.attributes['roles'][0] == 'admin'}",
    "{#context.attributes['roles'].size() > 1 && !#context.attributes['roles'].isEmpty()}",
    "{#context.attributes.containsKey('plan')}",
    // variables of the host
    "{#tier == 'gold'}",
    "{#properties['limit'] == '5'}",
    "{#properties.limit == '5'}",
    // texts
    "{#request.path.startsWith('/shop')}",
    "{#request.path.endsWith('42')}",
    "{#request.path.contains('orders')}",
    "{#request.method.equalsIgnoreCase('get')}",
    "{#request.method.equals('GET')}",
    "{(!#request.path.isEmpty())}",
    "{#request.path.length() < 100}",
    "{#request.path.indexOf('orders') > 0}",
    "{#request.method.compareTo('GET') == 0}",
    "{#request.method.hashCode() != 0}",
    "{#request.method.toLowerCase() == 'get'}",
    "{#request.path matches '/shop/orders/[0-9]+'}",
    "{#request.path matches '.*orders.*'}",
    "{#request.path.matches('/shop/.*')}",
    "{#request.method > 'A'}",
    // operators
    "{#request.path == '/a' || #request.path == '/b' || #request.path == '/shop/orders/42'}",
    "{#request.method == 'GET' || #request.method == 'HEAD'}",
    "{({'GET', 'HEAD'}.contains(#request.method))}",
    "{(!(#request.method == 'POST'))}",
    "{(not (#request.method == 'POST'))}",
    "{#request.path matches '.*orders.*' && #request.host matches '(?i)API\\..*'}",
    "{#request.headers['X-Test'][0] != 'a' && #request.headers['X-Test'][0].startsWith('some')}",
    "{#context.attributes['user'].address.city != 'Lens' && #context.attributes['user'].address.city.contains('ill')}",
    "{#request.path == '/shop' + '/orders/42' && 1 + 1 == 2}",
    "{#request.method == 'GET' ? true : false}",
    "{(#request.method == 'GET' ? #request.host : #request.path) == 'api.example.com'}",
    "{(#request.host ?: 'none') == 'api.example.com'}",
    "{(#request.params['nope'] ?: 'none') == 'none'}",
    "{#request.host != null}",
    "{#request.method instanceof T(String)}",
    "{#request.params['limit'][0].length() * 2 == 4}",
    "{(true)}",
    "{(1 < 2)}",
];

/// Conditions that do not hold, though nothing is missing.
const FAILS: &[&str] = &[
    "{#request.method == 'POST'}",
    "{#request.headers['X-Test'][0] == 'other'}",
    "{#request.path.startsWith('/nope')}",
    "{#request.path matches '/nope/.*'}",
    "{#request.path == '/a' || #request.path == '/b' || #request.path == '/c'}",
    "{#context.attributes['plan'] == 'silver' && #request.method == 'GET'}",
    "{#request.path.charAt(0) == '/'}",
    "{(false)}",
];

/// Conditions that do not hold because data are missing, and what their reasons allocate: the usual one, a header that is
/// not there, nothing; the others the error, and its message where that names what was missing.
const LACKS: &[(&str, u64)] = &[
    ("{#request.headers['X-Nope'][0] == 'something'}", 0),
    ("{#request.headers.nope[0] == 'something'}", 0),
    (
        "{#request.method == 'GET' && #request.headers['X-Nope'][0] == 'something'}",
        0,
    ),
    ("{#request.params['nope'][0] == '10'}", 1),
    ("{#context.attributes['nope'].address.city == 'Lille'}", 2),
    ("{#nope.a == 1}", 2),
    ("{#request.headers['X-Test'][7] == 'x'}", 2),
];

/// Templates, their texts and what they allocate: where the value lies in memory of its own, `render` copies it out of there,
/// and `render_in`, for which the caller keeps that memory, does not.
const TEXTS: &[(&str, &str, u64)] = &[
    ("plain text", "plain text", 0),
    ("", "", 0),
    ("{#request.method}", "GET", 0),
    ("{#request.path}", "/shop/orders/42", 0),
    ("{#request.host}", "api.example.com", 0),
    ("{#request.headers['X-Test'][0]}", "something", 0),
    ("{#request.headers.host[0]}", "api.example.com", 0),
    ("{#request.params['limit'][0]}", "10", 0),
    ("{#request.pathParams['id'][0]}", "42", 0),
    ("{#request.pathInfos[2]}", "42", 1),
    ("{#context.attributes['plan']}", "gold", 0),
    ("{#context.attributes['user'].address.city}", "Lille", 0),
    ("{#properties['limit']}", "5", 1),
    ("{#tier}", "gold", 1),
    ("{('constant')}", "constant", 1),
    (
        "{#request.method == 'GET' ? #request.host : #request.path}",
        "api.example.com",
        0,
    ),
    ("{#request.params['nope'] ?: 'none'}", "none", 1),
    ("{#context.attributes['nope']}", "", 0),
    (
        "https://{#request.host}/v1{#request.path}",
        "https://api.example.com/v1/shop/orders/42",
        1,
    ),
    ("Order {#request.pathParams['id'][0]}", "Order 42", 1),
    (
        "{#request.method + ' ' + #request.host}",
        "GET api.example.com",
        1,
    ),
    ("{#request.path.substring(6)}", "orders/42", 1),
    ("{#request.method.toLowerCase()}", "get", 2),
    ("{#request.timestamp}", "4242", 2),
];

/// Templates whose text is put together of several parts, or written out of a number: one allocation, whoever keeps the memory.
const BUILT: &[&str] = &[
    "https://{#request.host}/v1{#request.path}",
    "Order {#request.pathParams['id'][0]}",
    "{#request.method.toLowerCase()}",
    "{#request.timestamp}",
];

/// Data as a gateway has them.
struct Data {
    request: HttpRequest,
    attributes: Owned,
    properties: Owned,
}

impl Data {
    fn new() -> Data {
        let mut request = HttpRequest::new("GET", "/shop/orders/42?limit=10&tag=a&tag=b");
        request.host = Some("api.example.com".to_owned());
        request.scheme = Some("https".to_owned());
        request.context_path = Some("/shop".to_owned());
        request.path_info = Some("/orders/42".to_owned());
        request.remote_address = Some("10.0.0.1".to_owned());
        request.timestamp = 4242;
        request.path_params = ParamList::from_query("id=42");
        request.headers = HeaderList::from_iter([
            ("Host", "api.example.com"),
            ("X-Test", "something"),
            ("X-Roles", "admin"),
            ("X-Roles", "dev"),
        ]);
        let address = Owned::map([("city", Owned::from("Lille"))]);
        Data {
            request,
            attributes: Owned::map([
                ("user", Owned::map([("address", address)])),
                ("plan", Owned::from("gold")),
                ("quota", Owned::Int(20)),
                (
                    "roles",
                    Owned::list([Owned::from("admin"), Owned::from("dev")]),
                ),
            ]),
            properties: Owned::map([("limit", Owned::from("5"))]),
        }
    }

    fn context(&self) -> Context<'_> {
        let mut context = Context::new();
        context.set_request(&self.request, None);
        if let Owned::Map(attributes) = &self.attributes {
            context.set_attributes(attributes);
        }
        context.set("properties", &self.properties);
        context.set("tier", "gold");
        context
    }
}

/// What one evaluation allocates, after the template has warmed up.
fn counted<R>(work: impl Fn() -> R) -> u64 {
    (0..100).for_each(|_| drop(work()));
    let session = Session::new().no_stdout().no_file();
    let operation = session.operation("evaluation");
    {
        let _span = operation.measure_thread().iterations(1);
        drop(work());
    }
    let report = session.to_report();
    let (_, counted) = report.operations().next().expect("one was measured");
    counted.total_allocations_count()
}

/// How a decision reads in a table.
fn answer(decision: &Decision) -> &'static str {
    match decision {
        Decision::True => "holds",
        Decision::False => "fails",
        Decision::Missing(_) => "lacks",
        _ => "stops",
    }
}

#[test]
fn conditions_allocate_nothing_but_some_reasons() {
    let engine = Engine::new();
    let data = Data::new();
    let mut wrong = Vec::new();
    let free = |conditions: &'static [&str], expected| {
        let row = move |text: &&'static str| (*text, expected, 0);
        conditions.iter().map(row)
    };
    let lacking = LACKS.iter().map(|(text, budget)| (*text, "lacks", *budget));
    for (text, expected, budget) in free(HOLDS, "holds")
        .chain(free(FAILS, "fails"))
        .chain(lacking)
    {
        let template = engine.compile(text).expect(text);
        let context = data.context();
        let allocations = counted(|| template.matches(&context));
        // The whole path is measured only where the answer is the expected one.
        let decision = template.matches(&context);
        let answer = answer(&decision);
        if (answer, allocations) != (expected, budget) {
            let reason = decision.reason().map(ToString::to_string);
            wrong.push(format!(
                "{text} {answer} {reason:?}, {allocations} allocations"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn templates_allocate_their_text_and_only_if_they_build_one() {
    let engine = Engine::new();
    let data = Data::new();
    let mut wrong = Vec::new();
    for (text, expected, budget) in TEXTS {
        let template = engine.compile(text).expect(text);
        let context = data.context();
        let allocations = counted(|| template.render(&context).is_ok());
        let rendered = template.render(&context).expect(text);
        if (&*rendered, allocations) != (*expected, *budget) {
            wrong.push(format!("{text}: `{rendered}`, {allocations} allocations"));
        }
        let arena = Arena::default();
        let inside = template.render_in(&context, &arena).expect(text);
        let builds = BUILT.contains(text);
        let allocations = counted(|| {
            let arena = Arena::default();
            template.render_in(&context, &arena).is_ok()
        });
        if inside != rendered || allocations != u64::from(builds) {
            wrong.push(format!(
                "{text} in memory of the caller: `{inside}`, {allocations} allocations"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_context_of_request_and_attributes_allocates_nothing() {
    let data = Data::new();
    let Owned::Map(attributes) = &data.attributes else {
        unreachable!("a map is a map")
    };
    let template = Engine::new().compile(HOLDS[0]).expect(HOLDS[0]);
    let decide = || {
        let mut context = Context::new();
        context.set_request(&data.request, None);
        context.set_attributes(attributes);
        template.matches(&context).is_true()
    };
    assert_eq!(counted(decide), 0);
}

#[test]
fn the_counter_counts() {
    assert_eq!(counted(|| vec![1_u8; 16]), 1);
    assert_eq!(counted(|| [vec![1_u8; 16], vec![2_u8; 16]]), 2);
}
