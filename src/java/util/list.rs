//! `java.util.List`.

use super::collection::items;
use crate::java::args::{int, throw};
use crate::java::member::{Members, m, p};
use crate::java::signature::{INT, LIST, LIST_ITERATOR, OBJECT};
use crate::value::fault::{Fault, Outcome};
use crate::value::{ClassId, Value};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::LIST).methods(&[
    m("get", &[INT], OBJECT, |_, t, a| get(t, int(a, 0)?), "the element at an index"),
    p("listIterator", LIST_ITERATOR, super::iterator::list_over, "an iterator that also goes back"),
    p("reversed", LIST, super::collection::reversed, "the elements in opposite order"),
]);

fn get<'a>(this: Value<'a>, index: i32) -> Outcome<Value<'a>> {
    let items = items(this)?;
    let found = usize::try_from(index)
        .ok()
        .and_then(|index| items.get(index));
    found.ok_or_else(|| outside(items.class().id, index, items.len()))
}

/// Lists over a bare array throw the array's own exception.
#[cold]
fn outside(class: ClassId, index: i32, len: usize) -> Box<Fault> {
    let bare = [ClassId::ARRAYS_LIST, ClassId::IMMUTABLE_LIST].contains(&class);
    let exception = if bare {
        "ArrayIndexOutOfBoundsException"
    } else {
        "IndexOutOfBoundsException"
    };
    throw(
        exception,
        format!("index {index} lies outside of a list of {len} elements"),
    )
}
