//! The functions of the language: `#jsonPath`, `#xpath`, `#xmlEscape`, `#jsonEscape`.
//!
//! Each engine is a folder that knows nothing of expressions; beside it a file turns arguments into its input and its
//! answer into values.

mod dom;
mod escape;
pub(crate) mod json_path;
mod json_path_call;
mod query;
pub(crate) mod xpath;
mod xpath_call;

pub(crate) use query::Query;

use crate::diagnostic::Code;
use crate::java::Call;
use crate::value::fault::{Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{Arena, Holder, Value};

/// Their names, without `#`.
pub(crate) const NAMES: [&str; 4] = ["jsonPath", "xpath", "xmlEscape", "jsonEscape"];

/// A function as plain variable, as `#jsonPath` without arguments reads it.
pub(crate) fn as_variable<'a>(name: &str, arena: &'a Arena) -> Option<Value<'a>> {
    let name = NAMES.iter().find(|known| **known == name)?;
    Some(arena.holder(Holder::Function(name)))
}

/// Calls a function; `query` is what was known of the call when it was compiled.
pub(crate) fn call<'a>(
    call: &Call<'a>,
    name: &str,
    query: &Query,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    match name {
        "jsonPath" => json_path_call::call(call, query, args),
        "xpath" => xpath_call::call(call, query, args),
        "xmlEscape" => escape::xml(call.arena, sole(name, args)?),
        "jsonEscape" => escape::json(call.arena, sole(name, args)?),
        _ => {
            let message = format!("the function `#{name}` is not available in this version");
            Err(Fault::el(Code::NOT_AVAILABLE, message))
        }
    }
}

/// The argument of a function that takes one.
fn sole<'a>(name: &str, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    match args {
        [only] => Ok(*only),
        _ => {
            let message = format!(
                "`#{name}` was called with {} arguments, not one",
                args.len()
            );
            Err(Fault::el(Code::FUNCTION_ARITY, message))
        }
    }
}

/// A function threw an exception.
#[cold]
fn failed(name: &str, cause: Thrown) -> Box<Fault> {
    Fault::caused(
        Code::FUNCTION_FAILED,
        format!("`#{name}` failed: {}", cause.message),
        cause,
    )
}
