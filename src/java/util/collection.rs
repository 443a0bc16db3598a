//! `java.util.Collection` and what all its classes share.
//!
//! Lists, sets and views are one kind of value, told apart by class. What changes a collection does so only to one that
//! the evaluation made; a collection of the host gives the same answer and stays as it is.

use crate::java::args::{arg, class_cast, ok, printed, throw};
use crate::java::member::{Call, Members, Method, m, p};
use crate::java::signature::{
    BOOL, INT, ITERATOR, OBJECT, OBJECTS, SPLITERATOR, STREAM, STRING, VOID, class,
};
use crate::value::fault::{Fault, Outcome};
use crate::value::view::Items;
use crate::value::{ClassId, ClassRef, ListCell, Value, equality};

#[rustfmt::skip]
pub(in crate::java) static ITERABLE: Members = Members::of(ClassId::ITERABLE).methods(&[
    p("iterator", ITERATOR, super::iterator::over, "an iterator over the elements"),
    p("spliterator", SPLITERATOR, super::iterator::split_over, "an iterator that can be divided"),
]);

#[rustfmt::skip]
pub(in crate::java) static COLLECTION: Members = Members::of(ClassId::COLLECTION).methods(&[
    m("size", &[], INT, |_, t, _| ok(size(t)?), "the number of elements"),
    m("isEmpty", &[], BOOL, |_, t, _| ok(items(t)?.len() == 0), "whether there is no element"),
    m("contains", &[OBJECT], BOOL, |_, t, a| ok(contains(t, arg(a, 0))?), "whether an element equals the object"),
    p("clear", VOID, clear, "removes all elements"),
    p("toArray", OBJECTS, to_array, "the elements as array"),
    p("stream", STREAM, super::stream::of_collection, "the elements as stream"),
    p("parallelStream", STREAM, super::stream::of_collection, "the elements as stream"),
]);

#[rustfmt::skip]
pub(in crate::java) static SEQUENCED: Members = Members::of(ClassId::SEQUENCED_COLLECTION).methods(&[
    p("getFirst", OBJECT, first, "the first element"),
    p("getLast", OBJECT, last, "the last element"),
    p("removeFirst", OBJECT, |_, t, _| remove(t, End::First), "removes the first element and gives it"),
    p("removeLast", OBJECT, |_, t, _| remove(t, End::Last), "removes the last element and gives it"),
    p("reversed", class("java.util.SequencedCollection"), reversed, "the elements in opposite order"),
]);

/// `hashCode` and `toString` are properties only of classes that have their own.
const HASH_CODE: Method = p(
    "hashCode",
    INT,
    |_, t, _| ok(equality::hash_code(t)),
    "a number that equal collections share",
);
const TO_STRING: Method = p(
    "toString",
    STRING,
    |c, t, _| printed(c, t),
    "the elements as text, in brackets",
);
const CLONE: Method = p("clone", OBJECT, copy, "a copy");

#[rustfmt::skip]
pub(in crate::java) static OWN: &[&Members] = &[
    &Members::of(ClassId::named("java.util.AbstractCollection")).methods(&[TO_STRING]),
    &Members::of(ClassId::named("java.util.AbstractList")).methods(&[HASH_CODE]),
    &Members::of(ClassId::named("java.util.AbstractSet")).methods(&[HASH_CODE]),
    &Members::of(ClassId::UNMODIFIABLE_COLLECTION).methods(&[TO_STRING]),
    &Members::of(ClassId::named("java.util.Collections$UnmodifiableList")).methods(&[HASH_CODE]),
    &Members::of(ClassId::UNMODIFIABLE_SET).methods(&[HASH_CODE]),
    &Members::of(ClassId::named("java.util.ReverseOrderListView")).methods(&[HASH_CODE, TO_STRING]),
    &Members::of(ClassId::named("java.util.ImmutableCollections$AbstractImmutableList")).methods(&[HASH_CODE]),
    &Members::of(ClassId::ARRAY_LIST).methods(&[CLONE, p("trimToSize", VOID, |_, _, _| Ok(Value::Null), "changes nothing that can be seen")]),
    &Members::of(ClassId::HASH_SET).methods(&[CLONE]),
    &Members::of(ClassId::TREE_SET).methods(&[CLONE]),
    &Members::of(ClassId::LINKED_HASH_SET).methods(&[p("reversed", class("java.util.SequencedSet"), reversed, "the elements in opposite order")]),
];

/// The elements of the receiver.
pub(in crate::java) fn items(this: Value<'_>) -> Outcome<Items<'_>> {
    this.items()
        .ok_or_else(|| class_cast(this, "java.util.Collection"))
}

pub(super) fn size(this: Value<'_>) -> Outcome<i32> {
    Ok(i32::try_from(items(this)?.len()).unwrap_or(i32::MAX))
}

pub(super) fn contains(this: Value<'_>, wanted: Value<'_>) -> Outcome<bool> {
    let items = items(this)?;
    if wanted.is_null() && is_immutable(items.class()) {
        return Err(crate::java::args::null_pointer());
    }
    Ok(items.iter().any(|item| equality::equals(wanted, item)))
}

/// The collections of `List.of` and its kin, which do not know null.
fn is_immutable(class: ClassRef) -> bool {
    class.id.is_a(ClassId::named(
        "java.util.ImmutableCollections$AbstractImmutableCollection",
    ))
}

/// All elements, copied.
pub(super) fn elements<'a>(call: &Call<'a>, this: Value<'a>) -> Outcome<&'a [Value<'a>]> {
    let items = items(this)?;
    call.arena.charge_items(items.len())?;
    let mut copy = call.arena.vec(items.len());
    copy.extend(items.iter());
    Ok(copy.into_bump_slice())
}

fn to_array<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    call.arena.list(OBJECTS, elements(call, this)?)
}

pub(super) fn copy<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    call.arena.list(items(this)?.class(), elements(call, this)?)
}

/// One of the two ends of a collection.
#[derive(Clone, Copy)]
pub(super) enum End {
    First,
    Last,
}

/// The element at an end; `None` when there is no element.
pub(super) fn peek(this: Value<'_>, end: End) -> Outcome<Option<Value<'_>>> {
    let items = items(this)?;
    let at = match end {
        End::First => Some(0),
        End::Last => items.len().checked_sub(1),
    };
    Ok(at.and_then(|at| items.get(at)))
}

fn first<'a>(_: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    peek(this, End::First)?.ok_or_else(no_element)
}

fn last<'a>(_: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    peek(this, End::Last)?.ok_or_else(no_element)
}

#[cold]
pub(super) fn no_element() -> Box<Fault> {
    throw("NoSuchElementException", "the collection is empty")
}

/// Removes the element at an end and gives it.
pub(super) fn remove(this: Value<'_>, end: End) -> Outcome<Value<'_>> {
    let cell = changeable(this)?;
    let element = peek(this, end)?.ok_or_else(no_element)?;
    if let Some(cell) = cell {
        let mut items = cell.items.borrow_mut();
        match end {
            End::First => drop(items.remove(0)),
            End::Last => drop(items.pop()),
        }
    }
    Ok(element)
}

fn clear<'a>(_: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    if let Some(cell) = changeable(this)? {
        cell.items.borrow_mut().clear();
    }
    Ok(Value::Null)
}

/// The collection as far as this evaluation may change it; none for one of the host. Views and unmodifiable collections
/// are an error.
fn changeable(this: Value<'_>) -> Outcome<Option<&ListCell<'_>>> {
    let class = items(this)?.class();
    let own = [
        ClassId::ARRAY_LIST,
        ClassId::LINKED_LIST,
        ClassId::HASH_SET,
        ClassId::LINKED_HASH_SET,
        ClassId::TREE_SET,
    ];
    let views = [
        ClassId::LINKED_KEY_SET,
        ClassId::LINKED_VALUES,
        ClassId::LINKED_ENTRY_SET,
        ClassId::HASH_KEY_SET,
        ClassId::HASH_VALUES,
        ClassId::HASH_ENTRY_SET,
        ClassId::REVERSED_LIST,
    ];
    match this {
        _ if views.contains(&class.id) => Err(not_through_a_view()),
        _ if !own.contains(&class.id) => Err(unmodifiable()),
        Value::List(cell) => Ok(Some(cell)),
        _ => Ok(None),
    }
}

#[cold]
fn unmodifiable() -> Box<Fault> {
    throw(
        "UnsupportedOperationException",
        "the collection cannot be changed",
    )
}

#[cold]
fn not_through_a_view() -> Box<Fault> {
    let message = "changing a collection through a view of it is not available in this engine";
    Fault::el(crate::diagnostic::Code::NOT_AVAILABLE, message)
}

/// The elements in opposite order. In Java this is a view of the same elements; here it is a copy.
pub(super) fn reversed<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    _: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let class = items(this)?.class().id;
    let mut copy = elements(call, this)?.to_vec();
    copy.reverse();
    call.arena.list(reversed_class(class), &copy)
}

fn reversed_class(class: ClassId) -> ClassId {
    const LINKED_VIEW: ClassId = ClassId::named("java.util.LinkedList$ReverseOrderLinkedListView");
    const SET_VIEW: ClassId = ClassId::named("java.util.LinkedHashSet$1ReverseLinkedHashSetView");
    match class {
        ClassId::REVERSED_LIST => ClassId::ARRAY_LIST,
        LINKED_VIEW => ClassId::LINKED_LIST,
        SET_VIEW => ClassId::LINKED_HASH_SET,
        ClassId::LINKED_LIST => LINKED_VIEW,
        ClassId::LINKED_HASH_SET => SET_VIEW,
        // keys, values and entries of a map in opposite order have the classes of the originals
        class if class.is_a(ClassId::LIST) => ClassId::REVERSED_LIST,
        class => class,
    }
}
