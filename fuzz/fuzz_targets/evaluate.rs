//! No expression makes the machine panic, and the optimizer changes no answer.
#![no_main]

use gravitee_el::typed::{self, ContextData};
use gravitee_el::{Engine, Limits};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

const CONTEXT: &str = r#"{
    "request": {"method": "GET", "path": "/a/b", "pathInfo": "/b", "headers": {"X-A": ["1", "2"]}, "params": {"p": "1"}, "content": "{}"},
    "context": {"attributes": {"a": 1}},
    "vars": {"i": 7, "l": {"$type": "long", "value": "5"}, "d": 2.5, "s": "text", "list": [3, 1, 2], "map": {"a": 1, "b": [1]}, "nul": null, "t": true,
        "bd": {"$type": "bigdecimal", "value": "10.25"}, "arr": {"$type": "int[]", "value": [1, 2]}}
}"#;

static ENGINES: LazyLock<[Engine; 2]> = LazyLock::new(|| {
    let limits = Limits { operations: 20_000, produced_text: 1 << 20, produced_items: 1 << 16, ..Limits::default() };
    [true, false].map(|optimize| Engine::builder().optimize(optimize).limits(limits).build())
});

fuzz_target!(|expression: &str| {
    let answers = ENGINES.each_ref().map(|engine| {
        let data = ContextData::from_json(CONTEXT).expect("the context can be read");
        match engine.compile(&format!("{{({expression})}}")).and_then(|t| t.eval(&data.context())) {
            Ok(value) => typed::value_to_json(&value),
            Err(error) => {
                let _ = format!("{error:#}");
                typed::error_to_json(&error)
            }
        }
    });
    let volatile = ["random", "Time", "now", "UUID", "ash"].iter().any(|word| expression.contains(word));
    assert!(volatile || answers[0] == answers[1], "{expression}: {answers:?}");
});
