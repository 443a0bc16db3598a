//! `java.util.Deque`, which only `LinkedList` is here: a queue with two ends.

use super::collection::{End, no_element, peek, remove};
use crate::java::member::{Members, m, p};
use crate::java::signature::{ITERATOR, OBJECT};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::DEQUE).methods(&[
    m("getFirst", &[], OBJECT, |_, t, _| peek(t, End::First)?.ok_or_else(no_element), "the first element"),
    m("element", &[], OBJECT, |_, t, _| peek(t, End::First)?.ok_or_else(no_element), "the first element"),
    m("peek", &[], OBJECT, |_, t, _| or_null(peek(t, End::First)), "the first element, or null"),
    m("peekFirst", &[], OBJECT, |_, t, _| or_null(peek(t, End::First)), "the first element, or null"),
    m("peekLast", &[], OBJECT, |_, t, _| or_null(peek(t, End::Last)), "the last element, or null"),
    p("remove", OBJECT, |_, t, _| remove(t, End::First), "removes the first element and gives it"),
    p("pop", OBJECT, |_, t, _| remove(t, End::First), "removes the first element and gives it"),
    p("poll", OBJECT, |_, t, _| poll(t, End::First), "removes the first element and gives it, or null"),
    p("pollFirst", OBJECT, |_, t, _| poll(t, End::First), "removes the first element and gives it, or null"),
    p("pollLast", OBJECT, |_, t, _| poll(t, End::Last), "removes the last element and gives it, or null"),
    p("descendingIterator", ITERATOR, super::iterator::descending, "an iterator over the elements from the last to the first"),
]);

/// What `LinkedList` has beyond its interfaces.
#[rustfmt::skip]
pub(in crate::java) static LINKED_LIST: Members = Members::of(ClassId::LINKED_LIST).methods(&[
    p("clone", OBJECT, super::collection::copy, "a copy"),
    p("reversed", ClassRef::of(ClassId::LINKED_LIST), super::collection::reversed, "the elements in opposite order"),
]);

fn or_null<'a>(found: Outcome<Option<Value<'a>>>) -> Outcome<Value<'a>> {
    Ok(found?.unwrap_or(Value::Null))
}

fn poll(this: Value<'_>, end: End) -> Outcome<Value<'_>> {
    match peek(this, end)? {
        Some(_) => remove(this, end),
        None => Ok(Value::Null),
    }
}
