//! `#jsonPath`: Jayway JsonPath 2.9 as Gravitee sets it up.
//!
//! A text is read leniently ([`text`]), a path is compiled once and kept ([`cache`]). The steps that lead to one place are
//! followed while a text is read ([`seek`]), so that the rest of it is judged but not built ([`skim`]); one walk collects
//! the values from there ([`walk`]). Only one setting differs from the library's defaults: a missing property at the end of a path is null.
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
mod seek;
mod skim;
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
use path::Path;
use seek::Steps;
use std::sync::Arc;
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
    let arena = call.arena;
    let source = Source::of(json, arena)?;
    match (source, compiled(call, path)) {
        (Source::Text(text), Ok(path)) if path.sought > 0 => sought(text, &path, arena),
        // A document that cannot be read is told before a path that makes no sense.
        (source, path) => {
            let document = source.document(arena)?;
            let path = path?;
            let run = Run::new(arena, &path);
            Walk::new(&run, &path, document, Mode::Lenient).value(document)
        }
    }
}

/// Follows the first steps while the text is read, and the others in what they lead to.
fn sought<'a>(text: &'a str, path: &Path, arena: &'a Arena) -> Found<Value<'a>> {
    let (tokens, rest) = path.tokens.split_at(path.sought);
    let to_the_end = rest.is_empty();
    let place = seek::seek(text, Steps { tokens, to_the_end }, arena)??;
    match place {
        Some(value) if to_the_end => Ok(value),
        place => {
            let run = Run::new(arena, path);
            Walk::new(&run, path, Value::Null, Mode::Lenient).value_behind(path.sought, place)
        }
    }
}

fn compiled(call: &Call<'_>, path: Value<'_>) -> Found<Arc<Path>> {
    match path {
        Value::Str(path) if path.len() > call.arena.limits().json_path_text => {
            Err(Failure::Limit(Fault::el(
                Code::JSON_PATH_TOO_LONG,
                "the path is longer than its limit allows",
            )))
        }
        Value::Str(path) if !path.is_empty() => call.environment.paths.get(path),
        _ => Err(Failure::thrown(
            "IllegalArgumentException",
            "the path is null or empty",
        )),
    }
}

/// What a path is asked of.
enum Source<'a> {
    /// A text that is no longer than its limit.
    Text(&'a str),
    Value(Value<'a>),
}

impl<'a> Source<'a> {
    fn of(json: Value<'a>, arena: &'a Arena) -> Found<Source<'a>> {
        let text = match json {
            Value::Null => return Err(Failure::null_document()),
            Value::Str("") => {
                let problem = "the JSON text is empty";
                return Err(Failure::thrown("IllegalArgumentException", problem));
            }
            Value::Str(text) => text,
            Value::Wide(units) => arena.str(&String::from_utf16_lossy(units))?,
            parsed => return Ok(Source::Value(parsed)),
        };
        if text.len() > arena.limits().json_text {
            return Err(Failure::Limit(Fault::el(
                Code::JSON_TOO_LARGE,
                "the JSON text is larger than its limit allows",
            )));
        }
        Ok(Source::Text(text))
    }

    fn document(self, arena: &'a Arena) -> Found<Value<'a>> {
        match self {
            Source::Value(value) => Ok(value),
            Source::Text(text) => match text::read(text, arena)? {
                Value::Null => Err(Failure::null_document()),
                document => Ok(document),
            },
        }
    }
}
