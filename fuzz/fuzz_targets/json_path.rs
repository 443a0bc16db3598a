//! No path on any text makes `#jsonPath` panic, and a text answers as the document built from it. The first line is the path.
#![no_main]

use gravitee_el::{Context, Engine, Limits, Template, typed};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

struct Templates {
    on_text: Template,
    document: Template,
    on_document: Template,
}

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
    let limits = Limits { produced_text: 1 << 20, produced_items: 1 << 16, json_visits: 100_000, body_values: 1 << 16, ..Limits::default() };
    let engine = Engine::builder().limits(limits).build();
    let compile = |text| engine.compile(text).expect("the expression is valid");
    Templates {
        on_text: compile("{#jsonPath(#json, #path)}"),
        document: compile("{#jsonPath(#json, '$')}"),
        on_document: compile("{#jsonPath(#jsonPath(#json, '$'), #path)}"),
    }
});

fn answer(template: &Template, context: &Context<'_>) -> serde_json::Value {
    match template.eval(context) {
        Ok(value) => typed::value_to_json(&value),
        Err(error) => {
            let _ = format!("{error:#}");
            typed::error_to_json(&error)
        }
    }
}

fn is_limit(answer: &serde_json::Value) -> bool {
    answer["code"].as_str().is_some_and(|code| code.starts_with("EL2"))
}

fuzz_target!(|input: &str| {
    let (path, json) = input.split_once('\n').unwrap_or((input, ""));
    let mut context = Context::new();
    context.set("path", path);
    context.set("json", json);
    let on_text = answer(&TEMPLATES.on_text, &context);
    let document = answer(&TEMPLATES.document, &context);
    // A document that is a text would be read once more.
    if document["type"] == "string" {
        return;
    }
    let on_document = answer(&TEMPLATES.on_document, &context);
    assert!(
        on_text == on_document || is_limit(&on_text) || is_limit(&on_document),
        "{path} on {json}: {on_text} as text, {on_document} as document"
    );
});
