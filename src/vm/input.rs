//! Variables, and the properties of `#request` and `#response`.

use super::machine::Machine;
use super::navigate;
use super::op::{Field, Slot};
use crate::Limits;
use crate::compile::needs::Needs;
use crate::context::Binding;
use crate::value::fault::{Fault, Outcome};
use crate::value::host::{Body, Request, RequestSlot, ResponseSlot};
use crate::value::{Arena, ClassId, Owned, Value, view};

/// The value of a gateway variable.
pub(super) fn slot<'a>(machine: &mut Machine<'a>, slot: Slot) -> Outcome<Value<'a>> {
    let program = machine.program;
    if (program.assigns || machine.context.has_kept())
        && let Some(value) = overlay(machine, slot.name())
    {
        return fresh(machine, value);
    }
    let value = machine.context.slot(slot).lend(machine.arena());
    if program.writes {
        fresh(machine, value)
    } else {
        Ok(value)
    }
}

/// The value of any other variable, null when nobody set it.
pub(super) fn variable<'a>(machine: &mut Machine<'a>, name: &str) -> Outcome<Value<'a>> {
    let value = overlay(machine, name).unwrap_or_else(|| match machine.context.variable(name) {
        Binding::Unset => {
            crate::functions::as_variable(name, machine.arena()).unwrap_or(Value::Null)
        }
        binding => binding.lend(machine.arena()),
    });
    if machine.program.writes {
        fresh(machine, value)
    } else {
        Ok(value)
    }
}

/// What this evaluation, or an earlier one on the same context, assigned.
fn overlay<'a>(machine: &Machine<'a>, name: &str) -> Option<Value<'a>> {
    machine.assigned(name).or_else(|| {
        machine
            .context
            .kept(name)
            .map(|value| value.lend_in(machine.arena()))
    })
}

/// In a program that writes, collections and objects of the host are replaced by copies, the same copy each time.
pub(super) fn fresh<'a>(machine: &mut Machine<'a>, value: Value<'a>) -> Outcome<Value<'a>> {
    let Some(address) = address(value) else {
        return Ok(value);
    };
    let thawed = &machine.rest().thawed;
    if let Some((_, copy)) = thawed.iter().find(|(known, _)| *known == address) {
        return Ok(*copy);
    }
    let copy = view::thaw(value, machine.arena())?;
    machine.rest().thawed.push((address, copy));
    Ok(copy)
}

fn address(value: Value<'_>) -> Option<usize> {
    match value {
        Value::Sequence(list) => Some(std::ptr::from_ref(list).cast::<()>() as usize),
        Value::Lookup(map) => Some(std::ptr::from_ref(map).cast::<()>() as usize),
        Value::Headers(headers) => Some(std::ptr::from_ref(headers).cast::<()>() as usize),
        Value::Params(params) => Some(std::ptr::from_ref(params).cast::<()>() as usize),
        Value::Object(object) if object.changes() => {
            Some(std::ptr::from_ref(object).cast::<()>() as usize)
        }
        _ => None,
    }
}

/// A property of a gateway variable, resolved when compiling; anything but request or response goes the general way.
pub(super) fn field<'a>(
    machine: &mut Machine<'a>,
    name_of: Slot,
    field: Field,
    name: u32,
) -> Outcome<Value<'a>> {
    if name_of == Slot::Request
        && !machine.program.assigns
        && let Some(request) = machine.context.plain_request()
    {
        return match text_field(request.request, field) {
            Some(text) => Ok(Value::Str(text)),
            None => request_field(machine, request, field),
        };
    }
    match slot(machine, name_of)? {
        Value::Request(request) => request_field(machine, request, field),
        Value::Response(response) => response_field(machine, response, field),
        other => navigate::property(machine, other, &machine.program.names[name as usize]),
    }
}

/// A property of the request that is a text and there.
#[inline]
pub(super) fn text_field(request: &dyn Request, field: Field) -> Option<&str> {
    match field {
        Field::Method => Some(request.method()),
        Field::Path => Some(request.path()),
        Field::Uri => request.uri(),
        Field::Host => request.host(),
        Field::Scheme => request.scheme(),
        Field::PathInfo => request.path_info(),
        Field::ContextPath => request.context_path(),
        Field::Id => request.id(),
        Field::TransactionId => request.transaction_id(),
        Field::Version => request.version(),
        Field::RemoteAddress => request.remote_address(),
        Field::LocalAddress => request.local_address(),
        _ => None,
    }
}

/// A property of `#request`.
pub(super) fn request_field<'a>(
    machine: &mut Machine<'a>,
    slot: &'a RequestSlot<'a>,
    field: Field,
) -> Outcome<Value<'a>> {
    let request = slot.request;
    if let Some(text) = text_field(request, field) {
        return Ok(Value::Str(text));
    }
    match field {
        Field::Headers => host(machine, Value::Headers(request.headers())),
        Field::Params => host(machine, Value::Params(request.params())),
        Field::PathParams => host(machine, Value::Params(request.path_params())),
        Field::Paths => segments(Some(request.path()), machine.arena()),
        Field::PathInfos => segments(request.path_info(), machine.arena()),
        Field::Timestamp => Ok(Value::Long(request.timestamp())),
        Field::Ssl => Ok(request
            .ssl()
            .map_or_else(crate::context::no_ssl, Value::Bean)),
        Field::Content => content(machine, slot.body, Needs::REQUEST_CONTENT),
        Field::JsonContent => parsed(machine, slot.body, Needs::REQUEST_JSON, json),
        Field::XmlContent => parsed(machine, slot.body, Needs::REQUEST_XML, xml),
        Field::Status => Err(navigate::no_property(
            Value::Request(slot),
            "status",
            &request_names(),
        )),
        // A text that is not there.
        _ => Ok(Value::Null),
    }
}

/// A property of `#response`.
pub(super) fn response_field<'a>(
    machine: &mut Machine<'a>,
    slot: &'a ResponseSlot<'a>,
    field: Field,
) -> Outcome<Value<'a>> {
    match field {
        Field::Status => Ok(Value::Int(slot.response.status())),
        Field::Headers => host(machine, Value::Headers(slot.response.headers())),
        Field::Content => content(machine, slot.body, Needs::RESPONSE_CONTENT),
        Field::JsonContent => parsed(machine, slot.body, Needs::RESPONSE_JSON, json),
        Field::XmlContent => parsed(machine, slot.body, Needs::RESPONSE_XML, xml),
        other => {
            let name = Field::ALL
                .iter()
                .find(|(field, _)| *field == other)
                .map_or("", |(_, name)| name);
            Err(navigate::no_property(
                Value::Response(slot),
                name,
                &response_names(),
            ))
        }
    }
}

pub(super) fn request_names() -> Vec<&'static str> {
    Field::ALL
        .iter()
        .filter(|(field, _)| *field != Field::Status)
        .map(|(_, name)| *name)
        .collect()
}

pub(super) fn response_names() -> Vec<&'static str> {
    vec!["status", "headers", "content", "jsonContent", "xmlContent"]
}

fn host<'a>(machine: &mut Machine<'a>, value: Value<'a>) -> Outcome<Value<'a>> {
    if machine.program.writes {
        fresh(machine, value)
    } else {
        Ok(value)
    }
}

/// The body as text, where the expression names it literally; otherwise nobody has loaded it.
fn content<'a>(machine: &Machine<'a>, body: Option<&'a Body>, need: Needs) -> Outcome<Value<'a>> {
    let named = machine.program.needs.contains(need);
    Ok(body
        .filter(|_| named)
        .map_or(Value::Null, |body| Value::Str(body.text())))
}

/// The body as a map, where the expression names it literally.
fn parsed<'a>(
    machine: &mut Machine<'a>,
    body: Option<&'a Body>,
    need: Needs,
    read: for<'b> fn(&'b Body, &Limits) -> Outcome<&'b Owned>,
) -> Outcome<Value<'a>> {
    match body.filter(|_| machine.program.needs.contains(need)) {
        Some(body) => host(machine, read(body, machine.memory.limits())?.lend()),
        None => Ok(Value::Null),
    }
}

pub(super) fn json<'b>(body: &'b Body, limits: &Limits) -> Outcome<&'b Owned> {
    body.json(limits, crate::context::json::content)
}

fn xml<'b>(body: &'b Body, limits: &Limits) -> Outcome<&'b Owned> {
    body.xml(limits, crate::context::xml::content)
}

/// Java's `split("/")`: a leading empty segment stays, trailing ones go.
fn segments<'a>(path: Option<&'a str>, arena: &'a Arena) -> Outcome<Value<'a>> {
    let Some(path) = path else {
        let cause =
            crate::value::thrown::Thrown::new("NullPointerException", "there is no path to split");
        return Err(Fault::caused(
            crate::diagnostic::Code::PROPERTY_FAILED,
            "there is no path to split",
            cause,
        ));
    };
    let mut segments = arena.vec(8);
    segments.extend(path.split('/').map(Value::Str));
    while segments.len() > 1 && matches!(segments.last(), Some(Value::Str(""))) {
        segments.pop();
    }
    if path.contains('/') && matches!(segments[..], [Value::Str("")]) {
        segments.pop();
    }
    arena.charge_items(segments.len())?;
    Ok(arena.list_of(crate::value::ClassRef::array(ClassId::STRING), segments))
}
