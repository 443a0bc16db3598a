//! No path on any text makes `#xpath` panic, whatever type is asked for. The first line is the path.
#![no_main]

use gravitee_el::{Context, Engine, Limits, Template, typed};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

const EXPRESSIONS: [&str; 7] = [
    "{#xpath(#xml, #path)}",
    "{#xpath(#xml, #path, 'string')}",
    "{#xpath(#xml, #path, 'boolean')}",
    "{#xpath(#xml, #path, 'number')}",
    "{#xpath(#xml, #path, 'node').textContent}",
    "{#xpath(#xml, #path, 'node_list').![#this.nodeName]}",
    "{#xpath(#xml, #path, 'document_list').![#this.documentElement.textContent]}",
];

static TEMPLATES: LazyLock<[Template; 7]> = LazyLock::new(|| {
    let limits = Limits { produced_text: 1 << 20, produced_items: 1 << 16, xml_visits: 100_000, ..Limits::default() };
    let engine = Engine::builder().limits(limits).build();
    EXPRESSIONS.map(|text| engine.compile(text).expect("the expression is valid"))
});

fuzz_target!(|input: &str| {
    let (path, xml) = input.split_once('\n').unwrap_or((input, ""));
    let mut context = Context::new();
    context.set("path", path);
    context.set("xml", xml);
    for template in &*TEMPLATES {
        match template.eval(&context) {
            Ok(value) => drop(typed::value_to_json(&value)),
            Err(error) => drop(format!("{error:#}")),
        }
    }
});
