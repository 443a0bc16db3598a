//! Bodies and queries, each beside what it must keep up with: a JSON path on a text beside `serde_json` reading that text
//! into a `Value`, a condition on a parsed body beside a hand-written function, XPath beside quick-xml reading the text.
//!
//! Times of one run are only comparable among themselves.

#[path = "shapes.rs"]
#[allow(dead_code, reason = "this group needs one request of the shapes")]
mod shapes;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gravitee_el::host::Body;
use gravitee_el::{Arena, Context, Engine, Type};
use quick_xml::events::Event;
use shapes::{Sample, hand_written};
use std::fmt::Write;
use std::hint::black_box;

/// Orders as an API sends them, with the total at the end, until the text has that size.
fn json(size: usize) -> String {
    let mut text = String::from("{\"orders\": [");
    let mut id = 0;
    while text.len() + 250 < size {
        let comma = if id == 0 { "" } else { ", " };
        write!(
            text,
            "{comma}{{\"id\": {id}, \"customer\": {{\"name\": \"Ann Müller\", \"tier\": \"gold\"}}, \"paid\": true, \"total\": {}.25, \
             \"lines\": [{{\"sku\": \"A-{id}\", \"count\": 2}}, {{\"sku\": \"B-7\", \"count\": 1, \"note\": null}}]}}",
            id * 7 % 1000
        )
        .expect("a text takes what is written");
        id += 1;
    }
    text.push_str("], \"meta\": {\"page\": 1, \"owner\": {\"name\": \"acme\"}}}");
    text
}

fn json_path(c: &mut Criterion) {
    let engine = Engine::new();
    let mut group = c.benchmark_group("body/json path");
    for size in [1 << 10, 1 << 20] {
        let text = json(size);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("serde_json", size), |b| {
            b.iter(|| {
                serde_json::from_str::<serde_json::Value>(black_box(&text)).expect("it is JSON")
            });
        });
        for (name, path) in [
            ("first", "$.orders[0].customer.tier"),
            ("last", "$.meta.owner.name"),
            ("missing", "$.meta.nothing"),
        ] {
            let template = engine
                .compile(&format!("{{#jsonPath(#json, '{path}')}}"))
                .expect("it compiles");
            let mut context = Context::new();
            context.set("json", text.as_str());
            group.bench_function(BenchmarkId::new(name, size), |b| {
                b.iter(|| {
                    let arena = Arena::default();
                    let value = template.eval_in(black_box(&context), Type::OBJECT, &arena);
                    value.expect("the path leads somewhere").is_null()
                });
            });
        }
    }
    group.finish();
}

fn json_content(c: &mut Criterion) {
    let engine = Engine::new();
    let (request, body) = (
        Sample::default(),
        Body::from_text("{\"z\": [1, 2], \"a\": {\"b\": {\"c\": \"x\"}}, \"y\": true}"),
    );
    let mut group = c.benchmark_group("body/jsonContent");
    group.bench_function("E1/hand-written", |b| {
        b.iter(|| hand_written(black_box(&request)));
    });
    let template = engine
        .compile("{#request.jsonContent.a.b.c == 'x'}")
        .expect("it compiles");
    group.bench_function("a.b.c == 'x'", |b| {
        b.iter(|| {
            let mut context = Context::new();
            context.set_request(black_box(&request), Some(&body));
            template.matches(&context).is_true()
        });
    });
    group.finish();
}

/// Items of a feed until the text has that size.
fn xml(size: usize) -> String {
    let mut text = String::from("<?xml version=\"1.0\"?><feed xmlns:m=\"urn:m\">");
    let mut id = 0;
    while text.len() + 200 < size {
        write!(
            text,
            "<item id=\"{id}\" m:kind=\"order\"><name>Item &amp; {id}</name><price currency=\"EUR\">{}.50</price>\n  <tags><tag>a</tag><tag>b</tag></tags></item>",
            id % 90
        )
        .expect("a text takes what is written");
        id += 1;
    }
    text.push_str("<total>17</total></feed>");
    text
}

/// Reads the text as XPath must at least: every event, every attribute.
fn read_xml(text: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut seen = 0;
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Start(tag) | Event::Empty(tag) => seen += tag.attributes().flatten().count(),
            Event::Eof => return seen,
            _ => seen += 1,
        }
    }
}

fn xpath(c: &mut Criterion) {
    let engine = Engine::new();
    let text = xml(10 << 10);
    let mut group = c.benchmark_group("body/xpath");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("quick-xml", |b| b.iter(|| read_xml(black_box(&text))));
    for (name, path) in [
        ("child", "/feed/total"),
        ("attribute", "//item[@id = '7']/name"),
        ("count", "count(//tag)"),
        ("sum", "sum(//price)"),
        ("position", "/feed/item[last()]/price"),
        ("predicate", "//item[price > 40][tags/tag = 'b']/@id"),
    ] {
        let template = engine
            .compile(&format!("{{#xpath(#xml, \"{path}\")}}"))
            .expect("it compiles");
        let mut context = Context::new();
        context.set("xml", text.as_str());
        group.bench_function(name, |b| {
            b.iter(|| {
                let arena = Arena::default();
                let value = template.eval_in(black_box(&context), Type::OBJECT, &arena);
                value.expect("the path leads somewhere").is_null()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, json_path, json_content, xpath);
criterion_main!(benches);
