//! Instructions that the optimizer chose for common shapes, and the operators with a prepared side.

use super::machine::Machine;
use super::op::Slot;
use super::program::{HeaderSite, ParamSite, PatternSite, Place};
use super::{input, navigate};
use crate::diagnostic::Code;
use crate::value::fault::{Fault, Outcome};
use crate::value::host::Params;
use crate::value::{Owned, Value, convert, equality, view};

/// `#request.headers['X'][0]` in one step; whatever is not the gateway's own request goes the three general steps.
pub(super) fn header<'a>(machine: &mut Machine<'a>, site: &'a HeaderSite) -> Outcome<Value<'a>> {
    let target = input::slot(machine, site.slot)?;
    let headers = match target {
        Value::Request(slot) if !machine.program.writes => slot.request.headers(),
        Value::Response(slot) if !machine.program.writes => slot.response.headers(),
        _ => {
            return in_steps(
                machine,
                target,
                "headers",
                site.key.as_str(),
                site.dotted,
                &site.places,
            );
        }
    };
    match headers.value(&site.key, 0) {
        Some(bytes) => view::header_value(bytes, machine.arena),
        None => Err(missing(site.places[2])),
    }
}

/// A header's first value compared with a constant, byte by byte. Bytes that are no UTF-8 stand for Latin-1 text, so they
/// can only be equal after decoding.
pub(super) fn header_equals<'a>(
    machine: &mut Machine<'a>,
    site: &'a HeaderSite,
    negate: bool,
) -> Outcome<Value<'a>> {
    let expected = site.expected.as_deref().unwrap_or_default();
    let headers = match input::slot(machine, site.slot)? {
        Value::Request(slot) if !machine.program.writes => slot.request.headers(),
        Value::Response(slot) if !machine.program.writes => slot.response.headers(),
        _ => {
            let same = equality::same(header(machine, site)?, Value::Str(expected))?;
            return Ok(Value::Bool(same != negate));
        }
    };
    let Some(bytes) = headers.value(&site.key, 0) else {
        return Err(missing(site.places[2]));
    };
    let same =
        bytes == expected.as_bytes() || (!bytes.is_ascii() && view::header_text(bytes) == expected);
    Ok(Value::Bool(same != negate))
}

/// A value compared with a constant; two texts, by far the commonest pair, at once.
#[inline]
pub(super) fn equals_const<'a>(
    value: Value<'a>,
    constant: &'a Owned,
    negate: bool,
) -> Outcome<Value<'a>> {
    let same = match (value, constant) {
        (Value::Str(text), Owned::Str(expected)) => *text == **expected,
        _ => equality::same(value, constant.lend())?,
    };
    Ok(Value::Bool(same != negate))
}

/// `#request.params['x'][0]` in one step.
pub(super) fn param<'a>(machine: &mut Machine<'a>, site: &'a ParamSite) -> Outcome<Value<'a>> {
    let target = input::slot(machine, Slot::Request)?;
    let params: &'a dyn Params = match (target, site.path) {
        (Value::Request(slot), false) if !machine.program.writes => slot.request.params(),
        (Value::Request(slot), true) if !machine.program.writes => slot.request.path_params(),
        _ => {
            let property = if site.path { "pathParams" } else { "params" };
            return in_steps(
                machine,
                target,
                property,
                &site.name,
                site.dotted,
                &site.places,
            );
        }
    };
    match params.value(&site.name, 0) {
        Some(value) => Ok(value.map_or(Value::Null, Value::Str)),
        None => Err(missing(site.places[2])),
    }
}

#[cold]
fn missing(place: Place) -> Box<Fault> {
    let position = place.forced.unwrap_or(place.at);
    Fault::el(Code::INDEX_INTO_NULL, "null cannot be indexed").at(position)
}

/// The three instructions that a fused one stands for, each with its own place.
#[cold]
fn in_steps<'a>(
    machine: &mut Machine<'a>,
    target: Value<'a>,
    property: &'static str,
    key: &'a str,
    dotted: bool,
    places: &[Place; 3],
) -> Outcome<Value<'a>> {
    let map = navigate::property(machine, target, property)
        .map_err(|fault| machine.locate_at(fault, &places[0]))?;
    let values = match dotted {
        true => navigate::property(machine, map, key),
        false => navigate::index(machine, map, Value::Str(key)),
    };
    let values = values.map_err(|fault| machine.locate_at(fault, &places[1]))?;
    navigate::index(machine, values, Value::Int(0))
        .map_err(|fault| machine.locate_at(fault, &places[2]))
}

/// The text that `matches` looks at.
pub(super) fn matches_left<'a>(machine: &Machine<'a>, left: Value<'a>) -> Outcome<Value<'a>> {
    match left {
        Value::Str(_) | Value::Wide(_) => Ok(left),
        Value::Null => Err(Fault::el(
            Code::MATCHES_LEFT,
            "the left side of `matches` is null",
        )),
        _ => match convert::to_text(left, machine.arena)? {
            Some(text) => Ok(Value::Str(text)),
            None => Err(Fault::el(
                Code::MATCHES_LEFT,
                "the left side of `matches` is null",
            )),
        },
    }
}

/// `matches` with a constant pattern.
pub(super) fn matches_const<'a>(
    machine: &Machine<'a>,
    left: Value<'a>,
    site: &'a PatternSite,
) -> Outcome<Value<'a>> {
    too_long(machine, &site.text)?;
    match &site.pattern {
        Ok(pattern) => machine.full_match(pattern, left),
        Err(message) => Err(invalid_pattern(&site.text, message)),
    }
}

/// `matches` with a pattern that is known only now.
pub(super) fn matches<'a>(
    machine: &Machine<'a>,
    left: Value<'a>,
    right: Value<'a>,
) -> Outcome<Value<'a>> {
    let Value::Str(text) = right else {
        let message = format!(
            "the right side of `matches` is no text but {}",
            right.class_name()
        );
        return Err(Fault::el(Code::MATCHES_RIGHT, message));
    };
    too_long(machine, text)?;
    match machine.environment.patterns.get(text) {
        Ok(pattern) => machine.full_match(&pattern, left),
        Err(error) => Err(invalid_pattern(text, &error.message)),
    }
}

fn too_long(machine: &Machine<'_>, pattern: &str) -> Outcome<()> {
    let limit = machine.arena.limits().regex_text;
    match pattern.len() > limit && pattern.encode_utf16().count() > limit {
        true => Err(Fault::el(
            Code::REGEX_TOO_LONG,
            format!("the pattern is longer than {limit} characters"),
        )),
        false => Ok(()),
    }
}

#[cold]
fn invalid_pattern(text: &str, message: &str) -> Box<Fault> {
    Fault::el(
        Code::PATTERN_INVALID,
        format!("`{text}` is no regular expression: {message}"),
    )
}

/// `value instanceof class`
pub(super) fn instance_of<'a>(value: Value<'a>, class: Value<'a>) -> Outcome<Value<'a>> {
    let Value::Class(class) = class else {
        let message = format!(
            "`instanceof` needs a class such as `T(String)`, not {}",
            class.class_name()
        );
        return Err(Fault::el(Code::INSTANCEOF_OPERAND, message));
    };
    Ok(Value::Bool(
        value.class().is_some_and(|mine| mine.is_a(class)),
    ))
}
