//! No bytes of a body make `xmlContent` panic, and what comes out is a map.
#![no_main]

use gravitee_el::host::Body;
use gravitee_el::model::HttpRequest;
use gravitee_el::{Context, Engine, Template, typed};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TEMPLATE: LazyLock<Template> =
    LazyLock::new(|| Engine::new().compile("{#request.xmlContent}").expect("the expression is valid"));

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
    assert_eq!(answer["type"], "map", "{answer}");
});
