//! `#jsonPath`: Jayway JsonPath 2.9 as Gravitee sets it up.
//!
//! A text is read leniently ([`text`]), a path is compiled once and kept ([`cache`]), then one walk collects the values
//! ([`walk`]). Only one setting differs from the library's defaults: a missing property at the end of a path is null.
//! Whatever goes wrong is one error of the function, except limits of this engine, which name themselves.

mod cache;
mod compile;
mod cursor;
mod failure;
mod filter;
mod function;
mod node;
mod path;
mod pattern;
#[cfg(test)]
mod tests;
mod text;
mod walk;

pub(crate) use cache::PathCache;

use crate::diagnostic::Code;
use crate::java::Call;
use crate::value::fault::{Fault, Outcome};
use crate::value::{Arena, Value};
use failure::{Failure, Found};
use walk::{Mode, Run, Walk};

/// What a path finds in a document, which may still be a text.
pub(super) fn evaluate<'a>(
    call: &Call<'a>,
    json: Value<'a>,
    path: Value<'a>,
) -> Outcome<Value<'a>> {
    find(call, json, path).map_err(Failure::into_fault)
}

fn find<'a>(call: &Call<'a>, json: Value<'a>, path: Value<'a>) -> Found<Value<'a>> {
    let document = document(json, call.arena)?;
    let path = match path {
        Value::Str(path) if !path.is_empty() => path,
        _ => {
            return Err(Failure::thrown(
                "IllegalArgumentException",
                "the path is null or empty",
            ));
        }
    };
    if path.len() > call.arena.limits().json_path_text {
        return Err(Failure::Limit(Fault::el(
            Code::JSON_PATH_TOO_LONG,
            "the path is longer than its limit allows",
        )));
    }
    let path = call.environment.paths.get(path)?;
    let run = Run::new(call.arena, &path);
    Walk::new(&run, &path, document, Mode::Lenient).value(document)
}

fn document<'a>(json: Value<'a>, arena: &'a Arena) -> Found<Value<'a>> {
    let refused = |problem| Err(Failure::thrown("IllegalArgumentException", problem));
    let text = match json {
        Value::Null => return refused("the document is null"),
        Value::Str("") => return refused("the JSON text is empty"),
        Value::Str(text) => text,
        Value::Wide(units) => arena.str(&String::from_utf16_lossy(units))?,
        parsed => return Ok(parsed),
    };
    if text.len() > arena.limits().json_text {
        return Err(Failure::Limit(Fault::el(
            Code::JSON_TOO_LARGE,
            "the JSON text is larger than its limit allows",
        )));
    }
    match text::read(text, arena)? {
        Value::Null => refused("the document is null"),
        document => Ok(document),
    }
}
