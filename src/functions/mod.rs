//! The functions of the language: `#jsonPath`, `#xpath`, `#xmlEscape`, `#jsonEscape`.

pub(crate) mod xpath;

use crate::diagnostic::Code;
use crate::java::Call;
use crate::value::fault::{Fault, Outcome};
use crate::value::{Arena, Holder, Value};

/// Their names, without `#`.
pub(crate) const NAMES: [&str; 4] = ["jsonPath", "xpath", "xmlEscape", "jsonEscape"];

/// A function as plain variable, as `#jsonPath` without arguments reads it.
pub(crate) fn as_variable<'a>(name: &str, arena: &'a Arena) -> Option<Value<'a>> {
    let name = NAMES.iter().find(|known| **known == name)?;
    Some(arena.holder(Holder::Function(name)))
}

/// Calls a function.
pub(crate) fn call<'a>(_call: &Call<'a>, name: &str, _args: &[Value<'a>]) -> Outcome<Value<'a>> {
    Err(Fault::el(
        Code::NOT_AVAILABLE,
        format!("the function `#{name}` is not available in this version"),
    ))
}
