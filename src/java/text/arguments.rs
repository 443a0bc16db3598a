//! Values of expressions as arguments of formats.
//!
//! What a format prints of an object is bounded by the text budget: the formats ask for texts without a way to fail, so
//! a text that is too long is cut and the whole call fails afterwards.

use super::moments::Moment;
use crate::diagnostic::Code;
use crate::java::args::{print_within, room, unavailable};
use crate::java::format::arg::{AnyArg, Arg};
use crate::java::format::thrown::Thrown;
use crate::java::member::Call;
use crate::value::fault::{Fault, Outcome};
use crate::value::{Value, equality};
use std::cell::Cell;

/// How much text objects may still become.
struct Budget {
    left: Cell<usize>,
    overdrawn: Cell<bool>,
}

/// An object that is printed by its text.
struct Other<'a, 'b> {
    value: Value<'a>,
    class: String,
    budget: &'b Budget,
}

impl AnyArg for Other<'_, '_> {
    fn text(&self) -> String {
        match print_within(self.value, self.budget.left.get()) {
            Ok(text) => {
                self.budget.left.set(self.budget.left.get() - text.len());
                text
            }
            Err(_) => {
                self.budget.overdrawn.set(true);
                String::new()
            }
        }
    }

    fn hash_code(&self) -> i32 {
        equality::hash_code(self.value)
    }

    fn class_name(&self) -> &str {
        &self.class
    }
}

enum Shown<'a, 'b> {
    Plain(Value<'a>),
    Moment(Moment<'a>),
    Other(Other<'a, 'b>),
}

impl<'a, 'b> Shown<'a, 'b> {
    fn of(call: &Call<'a>, value: Value<'a>, budget: &'b Budget) -> Outcome<Self> {
        if let Some(moment) = Moment::of(call, value) {
            return Ok(Shown::Moment(moment));
        }
        match value {
            // Formats work on characters and would replace half a pair.
            Value::Char(0xD800..=0xDFFF) | Value::Wide(_) => {
                unavailable(call, value, &[]).map(Shown::Plain)
            }
            Value::Null
            | Value::Bool(_)
            | Value::Char(_)
            | Value::Byte(_)
            | Value::Short(_)
            | Value::Int(_)
            | Value::Long(_)
            | Value::Float(_)
            | Value::Double(_)
            | Value::BigInt(_)
            | Value::BigDec(_)
            | Value::Str(_) => Ok(Shown::Plain(value)),
            _ => Ok(Shown::Other(Other {
                value,
                class: value.class_name().clone(),
                budget,
            })),
        }
    }

    fn arg(&self) -> Arg<'_> {
        match self {
            Shown::Moment(moment) => Arg::Temporal(moment),
            Shown::Other(other) => Arg::Other(other),
            Shown::Plain(value) => match *value {
                Value::Bool(value) => Arg::Bool(value),
                Value::Char(unit) => Arg::Char(unit),
                Value::Byte(value) => Arg::Byte(value),
                Value::Short(value) => Arg::Short(value),
                Value::Int(value) => Arg::Int(value),
                Value::Long(value) => Arg::Long(value),
                Value::Float(value) => Arg::Float(value),
                Value::Double(value) => Arg::Double(value),
                Value::BigInt(value) => Arg::BigInt(value),
                Value::BigDec(value) => Arg::BigDec(value),
                Value::Str(text) => Arg::Text(text),
                _ => Arg::Null,
            },
        }
    }
}

/// Runs a format on values.
pub(in crate::java) fn formatted<'a, T>(
    call: &Call<'a>,
    values: impl IntoIterator<Item = Value<'a>>,
    format: impl FnOnce(&[Arg<'_>]) -> Result<T, Thrown>,
) -> Outcome<T> {
    let budget = Budget {
        left: Cell::new(room(call)),
        overdrawn: Cell::new(false),
    };
    let shown = values
        .into_iter()
        .map(|value| Shown::of(call, value, &budget));
    let shown: Vec<Shown<'a, '_>> = shown.collect::<Outcome<_>>()?;
    let args: Vec<Arg<'_>> = shown.iter().map(Shown::arg).collect();
    let result = format(&args);
    if budget.overdrawn.get() {
        return Err(Fault::el(
            Code::TEXT_TOO_LARGE,
            "the texts of the arguments are longer than allowed",
        ));
    }
    Ok(result?)
}

/// Runs a format on one value.
pub(in crate::java) fn formatted_one<'a, T>(
    call: &Call<'a>,
    value: Value<'a>,
    format: impl FnOnce(&Arg<'_>) -> Result<T, Thrown>,
) -> Outcome<T> {
    formatted(call, [value], |args| {
        format(args.first().unwrap_or(&Arg::Null))
    })
}
