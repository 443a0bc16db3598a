//! HTTP headers and query parameters: maps from a name to several values.

use crate::java::args::{arg, class_cast, null_pointer, object, ok, sequence};
use crate::java::member::{Call, Members, m, p};
use crate::java::signature::{BOOL, CHAR_SEQUENCE, COLLECTION, INT, LIST, OBJECT, STRING, class};
use crate::java::util::collection::items;
use crate::java::util::map::{Part, pairs, view};
use crate::value::fault::Outcome;
use crate::value::text::Text;
use crate::value::{ClassId, ClassRef, Value};

const MAP: ClassRef = class("java.util.Map");
const SET: ClassRef = class("java.util.Set");

#[rustfmt::skip]
pub(in crate::java) static HEADERS: Members = Members::of(ClassId::HTTP_HEADERS).methods(&[
    m("size", &[], INT, |_, t, _| ok(i32::try_from(pairs(t)?.len()).unwrap_or(i32::MAX)), "the number of names"),
    m("get", &[CHAR_SEQUENCE], STRING, |c, t, a| first(c, t, name(c, a)?), "the first value of a header, or null"),
    m("isEmpty", &[], BOOL, |_, t, _| ok(pairs(t)?.len() == 0), "whether there is no header"),
    m("contains", &[CHAR_SEQUENCE], BOOL, |c, t, a| ok(values(c, t, name(c, a)?)?.is_some()), "whether there is a header of that name"),
    m("containsKey", &[CHAR_SEQUENCE], BOOL, contains_key, "whether there is a header of that name"),
    m("names", &[], SET, |c, t, _| view(c, t, Part::Keys), "the names"),
    m("getFirst", &[CHAR_SEQUENCE], STRING, |c, t, a| first(c, t, name(c, a)?), "the first value of a header, or null"),
    m("getAll", &[CHAR_SEQUENCE], LIST, |c, t, a| Ok(values(c, t, name(c, a)?)?.unwrap_or(Value::Null)), "all values of a header, or null"),
    m("toSingleValueMap", &[], MAP, |c, t, _| single(c, t), "the first value of each name"),
    p("create", class("io.gravitee.gateway.api.http.HttpHeaders"), |c, _, _| c.arena.map(ClassId::DEFAULT_HTTP_HEADERS, []), "headers without a value").stat(),
]);

#[rustfmt::skip]
pub(in crate::java) static MULTI_VALUE: Members = Members::of(ClassId::MULTI_VALUE_MAP).methods(&[
    m("getFirst", &[OBJECT], OBJECT, |c, t, a| { text_key(t, arg(a, 0))?; first(c, t, arg(a, 0)) }, "the first value of a name, or null"),
    m("toSingleValueMap", &[], MAP, |c, t, _| single(c, t), "the first value of each name"),
    m("containsAllKeys", &[COLLECTION], BOOL, |c, t, a| ok(contains_all(c, t, object(a, 0)?)?), "whether all these names occur"),
]);

/// The name of a header, which must be there.
fn name<'a>(call: &Call<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    match sequence(args, 0)? {
        Text::Utf8(name) => Ok(Value::Str(name)),
        Text::Wide(units) => call.arena.units(units),
    }
}

/// All values of a name.
fn values<'a>(call: &Call<'a>, this: Value<'a>, name: Value<'a>) -> Outcome<Option<Value<'a>>> {
    pairs(this)?.get(call.arena, name)
}

fn first<'a>(call: &Call<'a>, this: Value<'a>, name: Value<'a>) -> Outcome<Value<'a>> {
    Ok(values(call, this, name)?.map_or(Value::Null, first_of))
}

fn first_of(values: Value<'_>) -> Value<'_> {
    values
        .items()
        .and_then(|items| items.get(0))
        .unwrap_or(Value::Null)
}

/// Unlike the others, this one knows null: no header has that name.
fn contains_key<'a>(call: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    match arg(args, 0) {
        Value::Null => ok(false),
        _ => ok(values(call, this, name(call, args)?)?.is_some()),
    }
}

/// Header names are texts; parameters may be asked for anything.
fn text_key(this: Value<'_>, key: Value<'_>) -> Outcome<()> {
    let headers = this
        .class()
        .is_some_and(|class| class.id == ClassId::DEFAULT_HTTP_HEADERS);
    match key {
        Value::Str(_) | Value::Wide(_) => Ok(()),
        Value::Null if headers => Err(null_pointer()),
        other if headers => Err(class_cast(other, "java.lang.String")),
        _ => Ok(()),
    }
}

fn contains_all<'a>(call: &Call<'a>, this: Value<'a>, names: Value<'a>) -> Outcome<bool> {
    for name in items(names)?.iter() {
        text_key(this, name)?;
        if values(call, this, name)?.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn single<'a>(call: &Call<'a>, this: Value<'a>) -> Outcome<Value<'a>> {
    let mut entries = pairs(this)?.entries(call.arena)?;
    entries
        .iter_mut()
        .for_each(|(_, values)| *values = first_of(*values));
    call.arena.map(ClassId::LINKED_HASH_MAP, entries)
}
