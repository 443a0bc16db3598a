//! `java.util.Map`.
//!
//! A name behind the dot is a key on a map, so a map has no properties. Keys, values and entries are copies of what the
//! map holds at that moment; in Java they are views.

use crate::java::args::{arg, class_cast, ok};
use crate::java::member::{Call, Members, m};
use crate::java::signature::{BOOL, INT, OBJECT, class};
use crate::value::fault::Outcome;
use crate::value::view::Pairs;
use crate::value::{ClassId, Holder, Value, equality};

const SET: crate::value::ClassRef = class("java.util.Set");

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::MAP).methods(&[
    m("size", &[], INT, |_, t, _| ok(i32::try_from(pairs(t)?.len()).unwrap_or(i32::MAX)), "the number of entries"),
    m("get", &[OBJECT], OBJECT, |c, t, a| Ok(find(c, t, arg(a, 0))?.unwrap_or(Value::Null)), "the value of a key, or null"),
    m("values", &[], class("java.util.Collection"), |c, t, _| view(c, t, Part::Values), "the values"),
    m("isEmpty", &[], BOOL, |_, t, _| ok(pairs(t)?.len() == 0), "whether there is no entry"),
    m("entrySet", &[], SET, |c, t, _| view(c, t, Part::Entries), "the entries"),
    m("keySet", &[], SET, |c, t, _| view(c, t, Part::Keys), "the keys"),
    m("containsValue", &[OBJECT], BOOL, |c, t, a| ok(contains_value(c, t, arg(a, 0))?), "whether a key has that value"),
    m("containsKey", &[OBJECT], BOOL, |c, t, a| ok(find(c, t, arg(a, 0))?.is_some()), "whether there is that key"),
    m("getOrDefault", &[OBJECT, OBJECT], OBJECT, |c, t, a| Ok(find(c, t, arg(a, 0))?.unwrap_or(arg(a, 1))), "the value of a key, or another value"),
]);

/// The entries of the receiver.
pub(in crate::java) fn pairs(this: Value<'_>) -> Outcome<Pairs<'_>> {
    this.pairs()
        .ok_or_else(|| class_cast(this, "java.util.Map"))
}

fn find<'a>(call: &Call<'a>, this: Value<'a>, key: Value<'a>) -> Outcome<Option<Value<'a>>> {
    pairs(this)?.get(call.arena, key)
}

fn contains_value<'a>(call: &Call<'a>, this: Value<'a>, wanted: Value<'a>) -> Outcome<bool> {
    let entries = pairs(this)?.entries(call.arena)?;
    Ok(entries
        .iter()
        .any(|(_, value)| equality::equals(wanted, *value)))
}

/// A part of a map's entries.
#[derive(Clone, Copy)]
pub(in crate::java) enum Part {
    Keys,
    Values,
    Entries,
}

/// The keys, values or entries as a collection of the class that Java has for it.
pub(in crate::java) fn view<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    part: Part,
) -> Outcome<Value<'a>> {
    let pairs = pairs(this)?;
    let (class, entry) = classes(pairs.class(), part);
    let entries = pairs.entries(call.arena)?;
    let mut items = call.arena.vec(entries.len());
    items.extend(entries.iter().map(|(key, value)| match part {
        Part::Keys => *key,
        Part::Values => *value,
        Part::Entries => call.arena.holder(Holder::Entry(entry, *key, *value)),
    }));
    Ok(call.arena.list_of(class.into(), items))
}

/// The class of a view, and of the entries in it.
fn classes(map: ClassId, part: Part) -> (ClassId, ClassId) {
    let [keys, values, entries, entry] = match map {
        ClassId::HASH_MAP => [
            ClassId::HASH_KEY_SET,
            ClassId::HASH_VALUES,
            ClassId::HASH_ENTRY_SET,
            ClassId::HASH_ENTRY,
        ],
        ClassId::UNMODIFIABLE_MAP => [
            ClassId::UNMODIFIABLE_SET,
            ClassId::UNMODIFIABLE_COLLECTION,
            ClassId::UNMODIFIABLE_ENTRY_SET,
            ClassId::UNMODIFIABLE_ENTRY,
        ],
        ClassId::EMPTY_MAP => [
            ClassId::EMPTY_SET,
            ClassId::EMPTY_SET,
            ClassId::EMPTY_SET,
            ClassId::SIMPLE_ENTRY,
        ],
        _ => [
            ClassId::LINKED_KEY_SET,
            ClassId::LINKED_VALUES,
            ClassId::LINKED_ENTRY_SET,
            ClassId::LINKED_ENTRY,
        ],
    };
    match part {
        Part::Keys => (keys, entry),
        Part::Values => (values, entry),
        Part::Entries => (entries, entry),
    }
}
