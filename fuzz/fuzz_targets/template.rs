//! No text makes the parser, the compiler or an error message panic.
#![no_main]

use gravitee_el::Engine;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::new);

fuzz_target!(|text: &str| {
    match ENGINE.compile(text) {
        Ok(template) => {
            let _ = (template.syntax().to_string(), template.bytecode().to_string());
        }
        Err(error) => {
            let _ = (error.to_string(), format!("{error:#}"));
        }
    }
});
