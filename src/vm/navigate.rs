//! Properties and indexes.

use super::input;
use super::machine::Machine;
use super::op::Field;
use crate::diagnostic::{Code, similar};
use crate::java;
use crate::value::fault::{Fault, Outcome};
use crate::value::view::Pairs;
use crate::value::{ClassId, ClassRef, Value, convert};

/// `target.name`: headers, then maps, then what the class offers (specification §4.16).
pub(super) fn property<'a>(
    machine: &mut Machine<'a>,
    target: Value<'a>,
    name: &'a str,
) -> Outcome<Value<'a>> {
    let value = match target {
        Value::Null => return Err(property_of_null(name)),
        Value::Request(slot) => match Field::of(name) {
            Some(field) => return input::request_field(machine, slot, field),
            None => return Err(no_property(target, name, &input::request_names())),
        },
        Value::Response(slot) => match Field::of(name) {
            Some(field) => return input::response_field(machine, slot, field),
            None => return Err(no_property(target, name, &input::response_names())),
        },
        _ => match target.pairs() {
            Some(pairs) => pairs
                .get(machine.arena(), Value::Str(name))?
                .unwrap_or(Value::Null),
            None => java::property(&machine.call(), target, name)?,
        },
    };
    if machine.program.writes {
        input::fresh(machine, value)
    } else {
        Ok(value)
    }
}

#[cold]
fn property_of_null(name: &str) -> Box<Fault> {
    Fault::el(
        Code::PROPERTY_ON_NULL,
        format!("`{name}` was read from null"),
    )
}

/// The error for a name that an object does not have, with the names it has.
#[cold]
pub(super) fn no_property(target: Value<'_>, name: &str, known: &[&'static str]) -> Box<Fault> {
    let message = format!("{} has no property `{name}`", target.class_name());
    let mut fault = Fault::el(Code::PROPERTY_NOT_FOUND, message);
    fault.suggestions = similar::nearest(name, known.iter().copied());
    fault
}

/// Null cannot be indexed, and its index is not even evaluated.
pub(super) fn indexable(target: Value<'_>) -> Outcome<()> {
    match target {
        Value::Null => Err(Fault::el(Code::INDEX_INTO_NULL, "null cannot be indexed")),
        _ => Ok(()),
    }
}

/// `target[index]` (specification §4.18).
pub(super) fn index<'a>(
    machine: &mut Machine<'a>,
    target: Value<'a>,
    index: Value<'a>,
) -> Outcome<Value<'a>> {
    indexable(target)?;
    if index.is_null() {
        return Err(no_index());
    }
    let value = match target {
        Value::Str(_) | Value::Wide(_) => character(machine, target, index)?,
        _ => match (target.pairs(), target.items()) {
            (Some(pairs), _) => entry(machine, pairs, index)?,
            (_, Some(_)) => element(machine, target, index)?,
            _ => bean_property(machine, target, index)?,
        },
    };
    if machine.program.writes {
        input::fresh(machine, value)
    } else {
        Ok(value)
    }
}

#[cold]
pub(super) fn no_index() -> Box<Fault> {
    Fault::java("IllegalStateException", "the index is null")
}

/// A bare name as index is a key of a map; elsewhere it is a property of the root object, which is null.
pub(super) fn index_name<'a>(
    machine: &mut Machine<'a>,
    target: Value<'a>,
    name: &'a str,
) -> Outcome<Value<'a>> {
    indexable(target)?;
    match target.pairs() {
        Some(_) => index(machine, target, Value::Str(name)),
        None => Err(property_of_null(name)),
    }
}

fn entry<'a>(machine: &Machine<'a>, pairs: Pairs<'a>, key: Value<'a>) -> Outcome<Value<'a>> {
    let key = map_key(machine, pairs, key)?;
    Ok(pairs.get(machine.arena(), key)?.unwrap_or(Value::Null))
}

/// The key as the map's declared type has it: text for maps that say so.
pub(super) fn map_key<'a>(
    machine: &Machine<'a>,
    pairs: Pairs<'a>,
    key: Value<'a>,
) -> Outcome<Value<'a>> {
    match key {
        Value::Str(_) => Ok(key),
        _ if pairs.text_keys() => {
            convert::convert(key, ClassRef::of(ClassId::STRING), machine.arena())
                .map_err(|failure| failure.into_fault())
        }
        _ => Ok(key),
    }
}

fn element<'a>(machine: &Machine<'a>, target: Value<'a>, index: Value<'a>) -> Outcome<Value<'a>> {
    let Some(items) = target.items() else {
        return Ok(Value::Null);
    };
    let at = convert::to_index(index, machine.arena())?;
    match usize::try_from(at).ok().and_then(|at| items.get(at)) {
        Some(item) => Ok(item),
        None => Err(out_of_bounds(target, at)),
    }
}

/// Too large an index is an evaluation error; a negative one is an exception, except on sets.
#[cold]
pub(super) fn out_of_bounds(target: Value<'_>, at: i32) -> Box<Fault> {
    let Some(items) = target.items() else {
        return no_index();
    };
    let len = items.len();
    let (what, code, exception) = match (items.class().is_array(), items.is_list()) {
        (true, _) => ("array", Code::ARRAY_INDEX, "ArrayIndexOutOfBoundsException"),
        (_, true) => ("list", Code::COLLECTION_INDEX, "IndexOutOfBoundsException"),
        _ => ("collection", Code::COLLECTION_INDEX, ""),
    };
    let message = format!("the {what} has {len} elements, so there is none at {at}");
    match at < 0 && !exception.is_empty() {
        true => Fault::java(exception, message),
        false => Fault::el(code, message),
    }
}

/// One UTF-16 unit of a text, as a text.
fn character<'a>(machine: &Machine<'a>, target: Value<'a>, index: Value<'a>) -> Outcome<Value<'a>> {
    let at = convert::to_index(index, machine.arena())?;
    let unit = usize::try_from(at).ok().and_then(|at| match target {
        Value::Str(text) if text.is_ascii() => text.as_bytes().get(at).map(|byte| u16::from(*byte)),
        Value::Str(text) => text.encode_utf16().nth(at),
        Value::Wide(units) => units.get(at).copied(),
        _ => None,
    });
    match (unit, target) {
        (Some(_), Value::Str(text)) if text.is_ascii() => {
            Ok(Value::Str(&text[at as usize..=at as usize]))
        }
        (Some(unit), _) => machine.arena().units(&[unit]),
        (None, _) => {
            let message = format!("the text has no character at {at}");
            Err(match at < 0 {
                true => Fault::java("StringIndexOutOfBoundsException", message),
                false => Fault::el(Code::STRING_INDEX, message),
            })
        }
    }
}

/// Any other object, indexed by a text, reads a property.
fn bean_property<'a>(
    machine: &mut Machine<'a>,
    target: Value<'a>,
    index: Value<'a>,
) -> Outcome<Value<'a>> {
    let not_indexable = || {
        Fault::el(
            Code::NOT_INDEXABLE,
            format!("a value of type {} cannot be indexed", target.class_name()),
        )
    };
    let Value::Str(name) = index else {
        return Err(not_indexable());
    };
    property(machine, target, name).map_err(|fault| match fault.code() {
        Some(Code::PROPERTY_NOT_FOUND) => {
            let mut refused = not_indexable();
            refused.suggestions = fault.suggestions;
            refused
        }
        _ => fault,
    })
}
