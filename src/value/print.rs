//! Java's `String.valueOf`.
//!
//! Texts, booleans and null are lent as they are; everything else is written once, charged to the arena and never longer
//! than what the evaluation may still produce. Collections print their elements, so depth and number of steps are
//! bounded here as well: `Display` shows `…` where it gives up, an evaluation fails.

mod json;
mod sink;

use super::equality::{hash_code, identical};
use super::fault::{Fault, Outcome};
use super::number::float_text::{double_text, float_text};
use super::numeric::decimal;
use super::shape::MAX_DEPTH;
use super::text::TextBuf;
use super::view::{Items, Pairs};
use super::{Arena, ClassId, ClassRef, Holder, Value};
use crate::diagnostic::Code;
use std::fmt;

pub(crate) use sink::{Builder, Digits, Sink, Stop};

/// Values that one text may print.
const MAX_STEPS: u32 = 1 << 22;

/// Writes the value as Java prints it.
pub(crate) fn display(value: Value<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match write(value, f) {
        Ok(()) => Ok(()),
        Err(Stop::Formatter) => Err(fmt::Error),
        Err(Stop::TooLong | Stop::TooDeep) => f.write_str("…"),
    }
}

/// The value as Java prints it; lone surrogates become U+FFFD.
pub(crate) fn text<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<&'a str> {
    match string(value, arena)? {
        Value::Str(text) => Ok(text),
        Value::Wide(units) => arena.str(&String::from_utf16_lossy(units)),
        _ => Ok(""),
    }
}

/// The value as Java prints it, as a `String` value.
pub(crate) fn string<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    match value {
        Value::Str(_) | Value::Wide(_) => Ok(value),
        Value::Null => Ok(Value::Str("null")),
        Value::Bool(true) => Ok(Value::Str("true")),
        Value::Bool(false) => Ok(Value::Str("false")),
        Value::Holder(Holder::Builder(text)) => Ok(Value::Str(*text.borrow())),
        _ => {
            let mut text = Builder::new(arena.text_left());
            write(value, &mut text).map_err(stopped)?;
            keep(text.finish(), arena)
        }
    }
}

/// A finished text as a value of the arena.
pub(crate) fn keep(text: TextBuf, arena: &Arena) -> Outcome<Value<'_>> {
    match text {
        TextBuf::Utf8(text) => arena.text(&text),
        TextBuf::Wide(units) => arena.units(&units),
    }
}

/// Writes the value as Java prints it.
pub(crate) fn write(value: Value<'_>, sink: &mut dyn Sink) -> Result<(), Stop> {
    Printer {
        sink,
        steps: MAX_STEPS,
    }
    .value(value, 0)
}

/// The error of an evaluation whose text could not be finished.
#[cold]
pub(crate) fn stopped(stop: Stop) -> Box<Fault> {
    match stop {
        Stop::TooDeep => {
            let message = "the collection is nested too deeply, or contains itself";
            Fault::el(Code::NESTING_TOO_DEEP, message)
        }
        Stop::TooLong | Stop::Formatter => {
            let message = "the evaluation produced more text than its limit allows";
            Fault::el(Code::TEXT_TOO_LARGE, message)
        }
    }
}

struct Printer<'s> {
    sink: &'s mut dyn Sink,
    steps: u32,
}

impl Printer<'_> {
    fn str(&mut self, text: &str) -> Result<(), Stop> {
        self.sink.str(text)
    }

    fn value(&mut self, value: Value<'_>, depth: usize) -> Result<(), Stop> {
        self.steps = self.steps.checked_sub(1).ok_or(Stop::TooLong)?;
        match value {
            Value::Null => self.str("null"),
            Value::Bool(value) => self.str(if value { "true" } else { "false" }),
            Value::Byte(value) => self.integer(value.into()),
            Value::Short(value) => self.integer(value.into()),
            Value::Int(value) => self.integer(value.into()),
            Value::Long(value) => self.integer(value),
            Value::Float(value) => self.str(float_text(value).as_str()),
            Value::Double(value) => self.str(double_text(value).as_str()),
            Value::Char(unit) => self.sink.unit(unit),
            Value::Str(text) => self.str(text),
            Value::Wide(units) => units.iter().try_for_each(|unit| self.sink.unit(*unit)),
            Value::BigInt(value) => self.str(&value.to_string()),
            Value::BigDec(value) => self.str(&decimal(value).to_string()),
            Value::Class(class) => self.class(class),
            Value::Object(object) => self.str(&object.text()),
            _ if depth >= MAX_DEPTH => Err(Stop::TooDeep),
            _ => self.container(value, depth + 1),
        }
    }

    fn integer(&mut self, value: i64) -> Result<(), Stop> {
        self.str(Digits::of(value).as_str())
    }

    fn class(&mut self, class: ClassRef) -> Result<(), Stop> {
        self.str(class.kind_word())?;
        self.str(&class.binary_name())
    }

    fn container(&mut self, value: Value<'_>, depth: usize) -> Result<(), Stop> {
        if let Some(items) = value.collection() {
            return self.items(value, items, depth);
        }
        match value.pairs() {
            Some(Pairs::Headers(_)) | None => {}
            Some(pairs) => return self.pairs(value, pairs, depth),
        }
        if let Some((key, value)) = value.entry() {
            self.value(key, depth)?;
            self.str("=")?;
            return self.value(value, depth);
        }
        match value.optional() {
            Some(None) => self.str("Optional.empty"),
            Some(Some(content)) => {
                self.str("Optional[")?;
                self.value(content, depth)?;
                self.str("]")
            }
            None => self.object(value),
        }
    }

    fn items(&mut self, list: Value<'_>, items: Items<'_>, depth: usize) -> Result<(), Stop> {
        if items.class() == ClassRef::of(ClassId::JSON_ARRAY) {
            return self.json(list, depth);
        }
        self.str("[")?;
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.str(", ")?;
            }
            self.inner(item, list, "(this Collection)", depth)?;
        }
        self.str("]")
    }

    fn pairs(&mut self, map: Value<'_>, pairs: Pairs<'_>, depth: usize) -> Result<(), Stop> {
        self.str("{")?;
        let mut printed = Ok(());
        let mut first = true;
        pairs.all(&mut |key, value| {
            let separator = if std::mem::take(&mut first) { "" } else { ", " };
            printed = self
                .str(separator)
                .and_then(|()| self.inner(key, map, "(this Map)", depth))
                .and_then(|()| self.str("="))
                .and_then(|()| self.inner(value, map, "(this Map)", depth));
            printed.is_ok()
        });
        printed?;
        self.str("}")
    }

    /// An element; a collection that directly contains itself says so.
    fn inner(
        &mut self,
        value: Value<'_>,
        outer: Value<'_>,
        myself: &str,
        depth: usize,
    ) -> Result<(), Stop> {
        match identical(value, outer) {
            true => self.str(myself),
            false => self.value(value, depth),
        }
    }

    /// What has no text of its own: class and hash code.
    fn object(&mut self, value: Value<'_>) -> Result<(), Stop> {
        let text = match value {
            Value::Holder(Holder::Builder(text)) => Some((*text.borrow()).to_owned()),
            Value::Holder(Holder::Function(name)) => function_text(name).map(str::to_owned),
            Value::Bean(bean) => bean.text(),
            _ => None,
        };
        let name = match value.class() {
            Some(class) if class.is_array() => class.binary_name(),
            _ => value.class_name(),
        };
        self.str(&text.unwrap_or_else(|| format!("{name}@{:x}", hash_code(value))))
    }
}

/// What the reflection objects behind the functions print.
fn function_text(name: &str) -> Option<&'static str> {
    FUNCTIONS
        .iter()
        .find(|(function, _)| *function == name)
        .map(|(_, text)| *text)
}

const FUNCTIONS: [(&str, &str); 3] = [
    (
        "jsonPath",
        "public static java.lang.Object io.gravitee.el.spel.function.json.JsonPathFunction.evaluate(\
         java.lang.Object,java.lang.String,com.jayway.jsonpath.Predicate[]) throws java.io.IOException",
    ),
    (
        "xpath",
        "public static java.lang.Object io.gravitee.el.spel.function.xml.XPathFunction.evaluate(\
         java.lang.Object,java.lang.String,java.lang.Object[])",
    ),
    (
        "xmlEscape",
        "public static java.lang.String io.gravitee.el.spel.function.xml.escape.XmlEscapeFunction.evaluate(\
         java.lang.Object)",
    ),
];

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        display(*self, f)
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({self})", self.class_name())
    }
}

#[cfg(test)]
mod tests;
