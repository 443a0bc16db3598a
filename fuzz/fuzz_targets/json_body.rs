//! No bytes of a body make `jsonContent` panic, and an object for `serde_json` is a map of as many entries here.
#![no_main]

use gravitee_el::host::Body;
use gravitee_el::model::HttpRequest;
use gravitee_el::{Context, Engine, Template, typed};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TEMPLATE: LazyLock<Template> =
    LazyLock::new(|| Engine::new().compile("{#request.jsonContent}").expect("the expression is valid"));

/// The object that a strict reader sees. Numbers of more than a thousand digits are none for the reference.
fn strict(bytes: &[u8]) -> Option<serde_json::Map<String, serde_json::Value>> {
    (bytes.len() <= 1_000).then(|| serde_json::from_slice(bytes).ok())?
}

fuzz_target!(|bytes: &[u8]| {
    let source = bytes.to_vec();
    let (request, body) = (HttpRequest::new("POST", "/"), Body::new(move || source.clone()));
    let mut context = Context::new();
    context.set_request(&request, Some(&body));
    let answer = match TEMPLATE.eval(&context) {
        Ok(value) => typed::value_to_json(&value),
        Err(error) => {
            let code = error.code().expect("a body fails by its limits only").to_string();
            assert!(["EL2013E", "EL2014E"].contains(&&*code), "{error:#}");
            return;
        }
    };
    if let Some(strict) = strict(bytes) {
        let keys = answer["value"].as_array().map_or(0, Vec::len);
        assert_eq!(keys, strict.len(), "{answer}");
    }
});
