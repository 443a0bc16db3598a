//! `#jsonPath` as expressions call it: its arguments, and what the reference makes of odd ones.

use super::{Query, json_path};
use crate::diagnostic::Code;
use crate::java::Call;
use crate::value::fault::{Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Value, convert};

/// `#jsonPath(json, path, predicates…)`, where no expression can make a predicate.
pub(super) fn call<'a>(call: &Call<'a>, query: &Query, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let [json, path, predicates @ ..] = args else {
        return Err(too_few(args.len()));
    };
    let path = match path {
        Value::Null | Value::Str(_) => *path,
        other => convert::convert(*other, ClassRef::of(ClassId::STRING), call.arena)
            .map_err(|failure| failure.into_fault())?,
    };
    match predicates {
        [Value::Null] => {}
        [list] if no_predicates(*list, true) => {}
        several
            if several.len() > 1 && several.iter().all(|value| no_predicates(*value, false)) => {}
        [] => {}
        _ => return Err(no_predicate()),
    }
    match query {
        Query::JsonPath(path) => json_path::evaluate_compiled(call, *json, path),
        _ => json_path::evaluate(call, *json, path),
    }
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
    Fault::caused(
        Code::TYPE_CONVERSION,
        message,
        Thrown::new("ConverterNotFoundException", message),
    )
}

/// The reference takes its two arguments from the array of all without looking.
#[cold]
fn too_few(given: usize) -> Box<Fault> {
    Fault::java(
        "ArrayIndexOutOfBoundsException",
        format!("`#jsonPath` was called with {given} arguments, not two"),
    )
}
