//! The functions of the language: `#jsonPath`, `#xpath`, `#xmlEscape`, `#jsonEscape`.

mod escape;
pub(crate) mod json_path;

use crate::diagnostic::Code;
use crate::java::Call;
use crate::value::fault::{Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{Arena, ClassId, ClassRef, Holder, Value, convert};

/// Their names, without `#`.
pub(crate) const NAMES: [&str; 4] = ["jsonPath", "xpath", "xmlEscape", "jsonEscape"];

/// A function as plain variable, as `#jsonPath` without arguments reads it.
pub(crate) fn as_variable<'a>(name: &str, arena: &'a Arena) -> Option<Value<'a>> {
    let name = NAMES.iter().find(|known| **known == name)?;
    Some(arena.holder(Holder::Function(name)))
}

/// Calls a function.
pub(crate) fn call<'a>(call: &Call<'a>, name: &str, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    match name {
        "jsonPath" => json_path(call, args),
        "xmlEscape" => escape::xml(call.arena, sole(name, args)?),
        "jsonEscape" => escape::json(call.arena, sole(name, args)?),
        _ => Err(Fault::el(Code::NOT_AVAILABLE, format!("the function `#{name}` is not available in this version"))),
    }
}

/// The argument of a function that takes one.
fn sole<'a>(name: &str, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    match args {
        [only] => Ok(*only),
        _ => Err(Fault::el(Code::FUNCTION_ARITY, format!("`#{name}` was called with {} arguments, not one", args.len()))),
    }
}

/// `#jsonPath(json, path, predicates…)`, where no expression can make a predicate.
fn json_path<'a>(call: &Call<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let [json, path, predicates @ ..] = args else { return Err(too_few("jsonPath", args.len())) };
    let path = match path {
        Value::Null | Value::Str(_) => *path,
        other => convert::convert(*other, ClassRef::of(ClassId::STRING), call.arena).map_err(|failure| failure.into_fault())?,
    };
    match predicates {
        [Value::Null] => {}
        [list] if no_predicates(*list, true) => {}
        several if several.len() > 1 && several.iter().all(|value| no_predicates(*value, false)) => {}
        [] => {}
        _ => return Err(no_predicate()),
    }
    json_path::evaluate(call, *json, path)
}

/// Whether an argument becomes null where a predicate is expected, or an array of nulls where it stands for all of them.
fn no_predicates(value: Value<'_>, as_array: bool) -> bool {
    match value.collection() {
        Some(items) if as_array => items.iter().all(Value::is_null),
        Some(items) => items.get(0).is_none_or(Value::is_null),
        None => value.is_null(),
    }
}

#[cold]
fn no_predicate() -> Box<Fault> {
    let message = "an argument behind the path is no predicate";
    Fault::caused(Code::TYPE_CONVERSION, message, Thrown::new("ConverterNotFoundException", message))
}

/// The reference takes its two arguments from the array of all without looking.
#[cold]
fn too_few(name: &str, given: usize) -> Box<Fault> {
    Fault::java("ArrayIndexOutOfBoundsException", format!("`#{name}` was called with {given} arguments, not two"))
}
