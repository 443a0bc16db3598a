//! Instructions that the optimizer chose for common shapes, and the operators with a prepared side.

use super::like::{LikeSite, Origin};
use super::machine::Machine;
use super::op::Slot;
use super::program::{
    AttributeSite, FieldSite, FoldSite, HeaderSite, ParamSite, PatternSite, Place, SetSite,
};
use super::{call, input, navigate};
use crate::diagnostic::Code;
use crate::value::fault::{Fault, Outcome};
use crate::value::host::Params;
use crate::value::{Owned, Value, convert, equality, view};

/// `#request.headers['X'][0]` in one step; whatever is not the gateway's own request goes the three general steps.
pub(super) fn header<'a>(machine: &mut Machine<'a>, site: &'a HeaderSite) -> Outcome<Value<'a>> {
    let Some(headers) = machine.context.plain_headers(site.slot) else {
        let target = input::slot(machine, site.slot)?;
        let key = site.key.as_str();
        return in_steps(machine, target, "headers", key, site.dotted, &site.places);
    };
    match headers.value(&site.key, 0) {
        Some(bytes) => view::header_value(bytes, machine.arena()),
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
    let Some(headers) = machine.context.plain_headers(site.slot) else {
        let same = equality::same(header(machine, site)?, Value::Str(expected))?;
        return Ok(Value::Bool(same != negate));
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

/// A text property of the request compared with a constant.
#[inline]
pub(super) fn field_equals<'a>(
    machine: &mut Machine<'a>,
    site: &'a FieldSite,
    negate: bool,
) -> Outcome<Value<'a>> {
    let request = machine.context.plain_request();
    match request.and_then(|slot| input::text_field(slot.request, site.field)) {
        Some(text) => Ok(Value::Bool((text == &*site.expected) != negate)),
        None => field_equals_slowly(machine, site, negate),
    }
}

#[cold]
fn field_equals_slowly<'a>(
    machine: &mut Machine<'a>,
    site: &'a FieldSite,
    negate: bool,
) -> Outcome<Value<'a>> {
    let value = input::field(machine, Slot::Request, site.field, site.name)
        .map_err(|fault| machine.locate_at(fault, &site.places[0]))?;
    let same = equality::same(value, Value::Str(&site.expected))
        .map_err(|fault| machine.locate_at(fault, &site.places[1]))?;
    Ok(Value::Bool(same != negate))
}

/// Whether a value is one of the texts of a set.
#[inline]
pub(super) fn in_set<'a>(value: Value<'a>, set: &'a SetSite, negate: bool) -> Outcome<Value<'a>> {
    let found = match value {
        Value::Str(text) => set.contains(text),
        _ => in_set_slowly(value, set)?,
    };
    Ok(Value::Bool(found != negate))
}

/// A value that is no text is compared with each text by the same rule, so the order does not show.
#[cold]
fn in_set_slowly(value: Value<'_>, set: &SetSite) -> Outcome<bool> {
    for text in &set.sorted {
        if equality::same(value, Value::Str(text))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `#context.attributes['x']` in one step.
pub(super) fn attribute<'a>(
    machine: &mut Machine<'a>,
    site: &'a AttributeSite,
) -> Outcome<Value<'a>> {
    if let Some(attributes) = machine.context.plain_attributes() {
        let found = attributes
            .get(&site.name)
            .or_else(|| attributes.get(&site.prefixed));
        return Ok(found.unwrap_or(Value::Null));
    }
    let target = input::slot(machine, Slot::Context)
        .map_err(|fault| machine.locate_at(fault, &site.places[0]))?;
    let map = navigate::property(machine, target, "attributes")
        .map_err(|fault| machine.locate_at(fault, &site.places[1]))?;
    let value = match site.dotted {
        true => navigate::property(machine, map, &site.name),
        false => navigate::index(machine, map, Value::Str(&site.name)),
    };
    value.map_err(|fault| machine.locate_at(fault, &site.places[2]))
}

/// A text in lower or upper case compared with a constant that is ASCII in that case; a text of other characters may
/// change more than its case, so it goes the two steps.
pub(super) fn fold_equals<'a>(
    machine: &mut Machine<'a>,
    value: Value<'a>,
    site: &'a FoldSite,
    negate: bool,
) -> Outcome<Value<'a>> {
    if let Value::Str(text) = value
        && text.is_ascii()
    {
        let same = text.eq_ignore_ascii_case(&site.expected);
        return Ok(Value::Bool(same != negate));
    }
    machine.stack.push(value);
    let call = &machine.program.sites[site.call as usize];
    let folded =
        call::method(machine, call).map_err(|fault| machine.locate_at(fault, &site.places[0]))?;
    let same = equality::same(folded, Value::Str(&site.expected))
        .map_err(|fault| machine.locate_at(fault, &site.places[1]))?;
    Ok(Value::Bool(same != negate))
}

/// `#request.params['x'][0]` in one step.
pub(super) fn param<'a>(machine: &mut Machine<'a>, site: &'a ParamSite) -> Outcome<Value<'a>> {
    let params: &'a dyn Params = match (machine.context.plain_request(), site.path) {
        (Some(slot), false) => slot.request.params(),
        (Some(slot), true) => slot.request.path_params(),
        (None, path) => {
            let target = input::slot(machine, Slot::Request)?;
            let property = if path { "pathParams" } else { "params" };
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
pub(super) fn missing(place: Place) -> Box<Fault> {
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

/// Whether a path that gave this value gives the very same again: it is a text, a number, or lent by the host. Lists and
/// objects that the evaluation makes would be others.
pub(super) fn is_lasting(value: Value<'_>) -> bool {
    use Value::{
        Bool, Byte, Char, Double, Float, Headers, Int, Long, Lookup, Params, Request, Response,
        Sequence, Short, Str,
    };
    matches!(
        value,
        Bool(_)
            | Byte(_)
            | Short(_)
            | Int(_)
            | Long(_)
            | Float(_)
            | Double(_)
            | Char(_)
            | Str(_)
            | Sequence(_)
            | Lookup(_)
            | Headers(_)
            | Params(_)
            | Request(_)
            | Response(_)
    )
}

/// The text that `matches` looks at.
pub(super) fn matches_left<'a>(machine: &Machine<'a>, left: Value<'a>) -> Outcome<Value<'a>> {
    match left {
        Value::Str(_) | Value::Wide(_) => Ok(left),
        Value::Null => Err(Fault::el(
            Code::MATCHES_LEFT,
            "the left side of `matches` is null",
        )),
        _ => match convert::to_text(left, machine.arena())? {
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

/// Where a fixed text stands in the current one; other values do what the instruction stands for.
pub(super) fn like<'a>(
    machine: &mut Machine<'a>,
    left: Value<'a>,
    site: &'a LikeSite,
) -> Outcome<Value<'a>> {
    if let Value::Str(text) = left
        && let Some(answer) = site.matches(text)
    {
        return Ok(Value::Bool(answer));
    }
    let program = machine.program;
    match &site.origin {
        Origin::Pattern { number, places } => {
            let left = matches_left(machine, left)
                .map_err(|fault| machine.locate_at(fault, &places[0]))?;
            matches_const(machine, left, &program.patterns[*number as usize])
                .map_err(|fault| machine.locate_at(fault, &places[1]))
        }
        Origin::Call { call, constant } => {
            let argument = program.constants[*constant as usize].lend();
            machine.stack.extend([left, argument]);
            call::method(machine, &program.sites[*call as usize])
        }
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
    let limit = machine.memory.limits().regex_text;
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

impl SetSite {
    /// Whether a text is in the set.
    #[inline(never)]
    pub(super) fn contains(&self, text: &str) -> bool {
        let found = self.sorted.binary_search_by(|known| {
            let by_length = known.len().cmp(&text.len());
            by_length.then_with(|| known.as_bytes().cmp(text.as_bytes()))
        });
        found.is_ok()
    }
}
