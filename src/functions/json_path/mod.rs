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
#[cfg(test)]
mod seek_tests;
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
use path::{Numbering, Path};
use seek::Steps;
use walk::{Mode, Run, Walk};

/// A path that was compiled before it is asked for.
pub(crate) struct CompiledPath {
    path: Path,
    /// Bytes of its text.
    len: usize,
}

impl CompiledPath {
    /// The path of a text, if it is one.
    pub(crate) fn of(text: &str) -> Option<CompiledPath> {
        let path = compile::compile(text, &mut Numbering::default()).ok()?;
        let len = text.len();
        (len > 0).then_some(CompiledPath { path, len })
    }
}

/// What a path finds in a document, which may still be a text.
pub(super) fn evaluate<'a>(
    call: &Call<'a>,
    json: Value<'a>,
    path: Value<'a>,
) -> Outcome<Value<'a>> {
    let path = match path {
        Value::Str(path) if !path.is_empty() => {
            fits(path.len(), call.arena).and_then(|()| call.environment.paths.get(path))
        }
        _ => Err(Failure::thrown(
            "IllegalArgumentException",
            "the path is null or empty",
        )),
    };
    match path {
        Ok(path) => find(json, Ok(&path), call.arena),
        Err(failure) => find(json, Err(failure), call.arena),
    }
    .map_err(Failure::into_fault)
}

/// The same for a path that is part of the program.
pub(super) fn evaluate_compiled<'a>(
    call: &Call<'a>,
    json: Value<'a>,
    path: &CompiledPath,
) -> Outcome<Value<'a>> {
    let path = fits(path.len, call.arena).map(|()| &path.path);
    find(json, path, call.arena).map_err(Failure::into_fault)
}

fn fits(len: usize, arena: &Arena) -> Found<()> {
    if len <= arena.limits().json_path_text {
        return Ok(());
    }
    let message = "the path is longer than its limit allows";
    Err(Failure::Limit(Fault::el(Code::JSON_PATH_TOO_LONG, message)))
}

fn find<'a>(json: Value<'a>, path: Found<&Path>, arena: &'a Arena) -> Found<Value<'a>> {
    match (Source::of(json, arena)?, path) {
        (Source::Text(text), Ok(path)) if path.sought > 0 => sought(text, path, arena),
        // A document that cannot be read is told before a path that makes no sense.
        (source, path) => {
            let document = source.document(arena)?;
            let path = path?;
            let run = Run::new(arena, path);
            Walk::new(&run, path, document, Mode::Lenient).value(document)
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
