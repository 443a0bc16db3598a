//! `java.util.Optional`.

use super::collection::no_element;
use crate::java::args::{class_cast, ok, printed};
use crate::java::member::{Call, Members, p};
use crate::java::signature::{BOOL, INT, OBJECT, OPTIONAL, STREAM, STRING};
use crate::value::fault::Outcome;
use crate::value::{ClassId, Holder, Value, equality};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::OPTIONAL).methods(&[
    p("empty", OPTIONAL, |c, _, _| Ok(of(c, None)), "an `Optional` without a value").stat(),
    p("get", OBJECT, |_, t, _| content(t)?.ok_or_else(no_element), "the value"),
    p("orElseThrow", OBJECT, |_, t, _| content(t)?.ok_or_else(no_element), "the value"),
    p("isPresent", BOOL, |_, t, _| ok(content(t)?.is_some()), "whether there is a value"),
    p("isEmpty", BOOL, |_, t, _| ok(content(t)?.is_none()), "whether there is no value"),
    p("stream", STREAM, stream, "the value as stream"),
    p("hashCode", INT, |_, t, _| ok(content(t)?.map_or(0, equality::hash_code)), "the hash code of the value"),
    p("toString", STRING, |c, t, _| printed(c, t), "the value as text"),
]);

/// An `Optional` of this evaluation.
pub(in crate::java) fn of<'a>(call: &Call<'a>, value: Option<Value<'a>>) -> Value<'a> {
    call.arena.holder(Holder::Optional(value))
}

/// The value; an `Optional` of the host is a bean.
fn content(this: Value<'_>) -> Outcome<Option<Value<'_>>> {
    match this {
        Value::Holder(Holder::Optional(value)) => Ok(*value),
        Value::Bean(bean) if bean.class() == ClassId::OPTIONAL => Ok(bean.get("get")),
        other => Err(class_cast(other, "java.util.Optional")),
    }
}

fn stream<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let value = content(this)?;
    Ok(super::stream::stream(
        call,
        ClassId::STREAM,
        call.arena.slice(value.as_slice()),
    ))
}
