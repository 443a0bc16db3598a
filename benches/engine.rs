//! Parse, compile, evaluate: the hot shapes, each beside a hand-written Rust function that decides the same.
//!
//! Times of one run are only comparable among themselves: read them as ratios to `E1/hand-written`.

#[path = "shapes.rs"]
mod shapes;

use criterion::{Criterion, criterion_group, criterion_main};
use gravitee_el::{Context, Engine};
use shapes::{
    CONDITIONS, E1, LITERAL, OR_CHAIN, Sample, TEMPLATE, THREE_HOLES, attributes, context,
    hand_written,
};
use std::hint::black_box;
use std::thread;
use std::time::Instant;

fn eval(c: &mut Criterion) {
    let engine = Engine::new();
    let (request, attributes) = (Sample::default(), attributes());
    let mut group = c.benchmark_group("eval");
    group.bench_function("E1/hand-written", |b| {
        b.iter(|| hand_written(black_box(&request)));
    });
    for (name, text) in CONDITIONS {
        let template = engine.compile(text).expect("a shape compiles");
        group.bench_function(format!("{name}/context per request"), |b| {
            b.iter(|| {
                let context = context(black_box(&request), &attributes);
                template.matches(&context).is_true()
            });
        });
    }
    group.finish();
}

fn template(c: &mut Criterion) {
    let engine = Engine::new();
    let request = Sample::default();
    let mut context = Context::new();
    context.set_request(&request, None);
    let mut group = c.benchmark_group("template");
    let composed = engine.compile(TEMPLATE).expect("the template compiles");
    group.bench_function("composed", |b| {
        b.iter(|| composed.render(black_box(&context)).expect("it renders"));
    });
    let composed = engine.compile(THREE_HOLES).expect("the template compiles");
    group.bench_function("three holes", |b| {
        b.iter(|| composed.render(black_box(&context)).expect("it renders"));
    });
    group.bench_function("literal", |b| {
        b.iter(|| {
            engine
                .render(black_box(LITERAL), &context)
                .expect("it renders")
        });
    });
    group.finish();
}

/// Patterns on a path: those that are a text with or without `.*` around it, beside those that take an engine.
const PATTERNS: [&str; 6] = [
    "/orders/42",
    "^/orders/.*",
    ".*orders.*",
    "(?i)/ORDERS/.*",
    "/orders/[0-9]+",
    "/(orders|invoices)/\\d{1,9}(/.*)?",
];

fn regex(c: &mut Criterion) {
    let engine = Engine::new();
    let request = Sample::default();
    let mut context = Context::new();
    context.set_request(&request, None);
    let mut group = c.benchmark_group("regex");
    for pattern in PATTERNS {
        let text = format!("{{#request.path matches '{pattern}'}}");
        let template = engine.compile(&text).expect("the condition compiles");
        // A pattern gets its engine when it has been used some dozens of times.
        assert!((0..100).all(|_| template.matches(&context).is_true()));
        group.bench_function(pattern, |b| {
            b.iter(|| template.matches(black_box(&context)).is_true());
        });
        group.bench_function(format!("{pattern} compiled"), |b| {
            b.iter(|| engine.compile(black_box(&text)).expect("it compiles"));
        });
    }
    group.finish();
}

fn parse(c: &mut Criterion) {
    let engine = Engine::new();
    let mut group = c.benchmark_group("parse");
    for (name, text) in [("E1", E1), ("or-chain", OR_CHAIN), ("template", TEMPLATE)] {
        group.bench_function(name, |b| {
            b.iter(|| engine.check(black_box(text)).expect("it parses"));
        });
    }
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
    let lend = |times: u64| {
        for text in texts.iter().cycle().take(times as usize) {
            let found = engine.with_template(black_box(text), |found| _ = black_box(found));
            assert!(found.is_ok());
        }
    };
    lend(2_000);
    let mut group = c.benchmark_group("cache/500 warm");
    let mut next = texts.iter().cycle();
    group.bench_function("owned", |b| {
        b.iter(|| engine.template(black_box(next.next().expect("it has no end"))));
    });
    for threads in [1, 2] {
        group.bench_function(format!("lent/{threads} threads"), |b| {
            b.iter_custom(|times| {
                let start = Instant::now();
                thread::scope(|scope| {
                    (0..threads).for_each(|_| _ = scope.spawn(|| lend(times)));
                });
                start.elapsed()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, eval, template, regex, parse, compile, cache);
criterion_main!(benches);
