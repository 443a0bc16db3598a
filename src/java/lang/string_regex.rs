//! The methods of `String` that take a regular expression.
//!
//! Java bounds none of them; here a search that takes too many steps is an error, never "no match".

use crate::diagnostic::Code;
use crate::java::args::{arg, int, null_pointer, ok, room, text, throw, to_text};
use crate::java::member::Call;
use crate::java::regex::{self, Effort, Pattern, Piece, RegexError};
use crate::value::fault::{Fault, Outcome};
use crate::value::text::Text;
use crate::value::{ClassId, ClassRef, Value};
use std::sync::Arc;

/// `matches(String)`
pub(super) fn matches<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let pattern = pattern(call, args)?;
    ok(pattern
        .full_match(subject(to_text(this)?), Effort::Free)
        .map_err(fault)?)
}

/// `replaceAll(String, String)`
pub(super) fn replace_all<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let pattern = pattern(call, args)?;
    let text = subject(to_text(this)?);
    // Java looks at the replacement when it has found something to replace.
    if arg(args, 1).is_null() && pattern.find_at(text, 0, None).map_err(fault)?.is_none() {
        return Ok(this);
    }
    let by = subject(crate::java::args::text(args, 1)?);
    piece(
        call,
        pattern.replace_all(text, by, room(call)).map_err(fault)?,
    )
}

/// `replaceFirst(String, String)`
pub(super) fn replace_first<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let pattern = pattern(call, args)?;
    let (text, by) = (subject(to_text(this)?), subject(text(args, 1)?));
    piece(
        call,
        pattern.replace_first(text, by, room(call)).map_err(fault)?,
    )
}

/// `split(String)`
pub(super) fn split<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    pieces(call, this, args, 0, false)
}

/// `split(String, int)`
pub(super) fn split_limited<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    pieces(call, this, args, int(args, 1)?, false)
}

/// `splitWithDelimiters(String, int)`
pub(super) fn split_with_delimiters<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    pieces(call, this, args, int(args, 1)?, true)
}

fn pieces<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
    limit: i32,
    delimiters: bool,
) -> Outcome<Value<'a>> {
    let pattern = pattern(call, args)?;
    let max_pieces = call.arena.limits().produced_items;
    let found = pattern
        .split(subject(to_text(this)?), limit, delimiters, max_pieces)
        .map_err(fault)?;
    let found = found
        .into_iter()
        .map(|found| piece(call, found))
        .collect::<Outcome<Vec<_>>>()?;
    call.arena.list(ClassRef::array(ClassId::STRING), &found)
}

/// The pattern of the first argument, compiled once for all evaluations.
fn pattern(call: &Call<'_>, args: &[Value<'_>]) -> Outcome<Arc<Pattern>> {
    match args.first() {
        Some(Value::Str(pattern)) => {
            let compiled = call.environment.patterns.get(pattern);
            compiled.map_err(|error| throw("PatternSyntaxException", error.message))
        }
        Some(Value::Wide(pattern)) => {
            let compiled = Pattern::new(regex::Text::Units(pattern), regex::Limits::default());
            compiled
                .map(Arc::new)
                .map_err(|error| throw("PatternSyntaxException", error.message))
        }
        _ => Err(null_pointer()),
    }
}

fn subject(text: Text<'_>) -> regex::Text<'_> {
    match text {
        Text::Utf8(text) => regex::Text::Str(text),
        Text::Wide(units) => regex::Text::Units(units),
    }
}

fn piece<'a>(call: &Call<'a>, piece: Piece<'_>) -> Outcome<Value<'a>> {
    match piece {
        Piece::Str(text) => call.arena.text(&text),
        Piece::Units(units) => call.arena.units(&units),
    }
}

#[cold]
fn fault(error: RegexError) -> Box<Fault> {
    match error {
        RegexError::WorkLimit => Fault::el(
            Code::REGEX_WORK,
            "the regular expression took more steps than its limit allows",
        ),
        RegexError::ResultLimit => Fault::el(
            Code::TEXT_TOO_LARGE,
            "the result would be larger than its limit allows",
        ),
        RegexError::Thrown(thrown) => thrown.into(),
    }
}
