//! `java.util.Iterator`: elements and a place among them.
//!
//! Iterators are objects of hidden classes, which show only where a result or a message names them.

use super::collection::{elements, items, no_element};
use crate::java::args::{class_cast, ok, throw, unavailable};
use crate::java::member::{Call, Members, p};
use crate::java::signature::{BOOL, INT, LONG, OBJECT, SPLITERATOR, VOID, class};
use crate::value::fault::{Fault, Outcome};
use crate::value::{ClassId, Holder, Value};
use std::cell::Cell;

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::ITERATOR).methods(&[
    p("hasNext", BOOL, |_, t, _| { let (all, at) = state(t)?; ok(at.get() < all.len()) }, "whether there is a next element"),
    p("next", OBJECT, next, "the next element"),
    p("remove", VOID, remove, "removes the element given last"),
]);

#[rustfmt::skip]
pub(in crate::java) static LIST_ITERATOR: Members = Members::of(ClassId::LIST_ITERATOR).methods(&[
    p("hasPrevious", BOOL, |_, t, _| ok(state(t)?.1.get() > 0), "whether there is a previous element"),
    p("previous", OBJECT, previous, "the previous element"),
    p("nextIndex", INT, |_, t, _| ok(index(state(t)?.1.get())), "the index of the next element"),
    p("previousIndex", INT, |_, t, _| ok(index(state(t)?.1.get()) - 1), "the index of the previous element"),
]);

/// Iterators over `int`, `long` and `double` have names of their own for the next element.
#[rustfmt::skip]
pub(in crate::java) static PRIMITIVE: &[&Members] = &[
    &Members::of(ClassId::named("java.util.PrimitiveIterator$OfInt")).methods(&[p("nextInt", INT, next, "the next element")]),
    &Members::of(ClassId::named("java.util.PrimitiveIterator$OfLong")).methods(&[p("nextLong", LONG, next, "the next element")]),
    &Members::of(ClassId::named("java.util.PrimitiveIterator$OfDouble")).methods(&[p("nextDouble", crate::java::signature::DOUBLE, next, "the next element")]),
];

#[rustfmt::skip]
pub(in crate::java) static SPLITERATOR_MEMBERS: Members = Members::of(SPLITERATOR.id).methods(&[
    p("estimateSize", LONG, |_, t, _| remaining(t), "the number of elements"),
    p("getExactSizeIfKnown", LONG, |_, t, _| remaining(t), "the number of elements"),
    p("trySplit", SPLITERATOR, unavailable, "half of the elements"),
    p("characteristics", INT, unavailable, "what is known of the elements"),
    p("getComparator", class("java.util.Comparator"), unavailable, "the order of the elements"),
]);

/// An iterator of that class over elements.
pub(super) fn iterator<'a>(call: &Call<'a>, class: ClassId, all: &'a [Value<'a>]) -> Value<'a> {
    call.arena
        .holder(Holder::Iterator(class, all, Cell::new(0)))
}

/// `iterator()` of a collection.
pub(super) fn over<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let class = classes(items(this)?.class().id).0;
    Ok(iterator(call, class, elements(call, this)?))
}

/// `listIterator()` of a list.
pub(super) fn list_over<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    _: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let class = classes(items(this)?.class().id).1;
    Ok(iterator(call, class, elements(call, this)?))
}

/// `spliterator()` of a collection.
pub(super) fn split_over<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    _: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let class = classes(items(this)?.class().id).2;
    Ok(iterator(call, class, elements(call, this)?))
}

/// `descendingIterator()` of a queue.
pub(super) fn descending<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    _: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let mut all = elements(call, this)?.to_vec();
    all.reverse();
    Ok(iterator(
        call,
        const { ClassId::named("java.util.LinkedList$DescendingIterator") },
        call.arena.slice(&all),
    ))
}

/// The classes of a collection's iterator, list iterator and spliterator.
fn classes(of: ClassId) -> (ClassId, ClassId, ClassId) {
    const fn named(iterator: &str, list: &str, split: &str) -> (ClassId, ClassId, ClassId) {
        (
            ClassId::named(iterator),
            ClassId::named(list),
            ClassId::named(split),
        )
    }
    const GENERAL: &str = "java.util.Spliterators$IteratorSpliterator";
    const BARE: &str = "java.util.ListIterator";
    const ARRAY_LIST: (ClassId, ClassId, ClassId) = named(
        "java.util.ArrayList$Itr",
        "java.util.ArrayList$ListItr",
        "java.util.ArrayList$ArrayListSpliterator",
    );
    const LINKED_LIST: (ClassId, ClassId, ClassId) = named(
        "java.util.LinkedList$ListItr",
        "java.util.LinkedList$ListItr",
        "java.util.LinkedList$LLSpliterator",
    );
    const UNMODIFIABLE: (ClassId, ClassId, ClassId) = named(
        "java.util.Collections$UnmodifiableCollection$1",
        "java.util.Collections$UnmodifiableList$1",
        "java.util.ArrayList$ArrayListSpliterator",
    );
    const UNMODIFIABLE_ENTRIES: (ClassId, ClassId, ClassId) = named(
        "java.util.Collections$UnmodifiableMap$UnmodifiableEntrySet$1",
        BARE,
        GENERAL,
    );
    const LINKED_KEYS: (ClassId, ClassId, ClassId) =
        named("java.util.LinkedHashMap$LinkedKeyIterator", BARE, GENERAL);
    const LINKED_VALUES: (ClassId, ClassId, ClassId) =
        named("java.util.LinkedHashMap$LinkedValueIterator", BARE, GENERAL);
    const LINKED_ENTRIES: (ClassId, ClassId, ClassId) =
        named("java.util.LinkedHashMap$LinkedEntryIterator", BARE, GENERAL);
    const HASH_KEYS: (ClassId, ClassId, ClassId) = named(
        "java.util.HashMap$KeyIterator",
        BARE,
        "java.util.HashMap$KeySpliterator",
    );
    const HASH_VALUES: (ClassId, ClassId, ClassId) =
        named("java.util.HashMap$ValueIterator", BARE, GENERAL);
    const HASH_ENTRIES: (ClassId, ClassId, ClassId) =
        named("java.util.HashMap$EntryIterator", BARE, GENERAL);
    const EMPTY: (ClassId, ClassId, ClassId) = named(
        "java.util.Collections$EmptyIterator",
        "java.util.Collections$EmptyListIterator",
        GENERAL,
    );
    const REVERSED: (ClassId, ClassId, ClassId) = named(
        "java.util.ReverseOrderListView$DescendingIterator",
        BARE,
        GENERAL,
    );
    const IMMUTABLE: (ClassId, ClassId, ClassId) = named(
        "java.util.ImmutableCollections$ListItr",
        "java.util.ImmutableCollections$ListItr",
        GENERAL,
    );
    const ARRAYS: (ClassId, ClassId, ClassId) = named(
        "java.util.Arrays$ArrayItr",
        "java.util.AbstractList$ListItr",
        GENERAL,
    );
    match of {
        ClassId::LINKED_LIST => LINKED_LIST,
        ClassId::UNMODIFIABLE_LIST
        | ClassId::UNMODIFIABLE_COLLECTION
        | ClassId::UNMODIFIABLE_SET => UNMODIFIABLE,
        ClassId::UNMODIFIABLE_ENTRY_SET => UNMODIFIABLE_ENTRIES,
        ClassId::LINKED_KEY_SET | ClassId::LINKED_HASH_SET => LINKED_KEYS,
        ClassId::LINKED_VALUES => LINKED_VALUES,
        ClassId::LINKED_ENTRY_SET => LINKED_ENTRIES,
        ClassId::HASH_KEY_SET | ClassId::HASH_SET => HASH_KEYS,
        ClassId::HASH_VALUES => HASH_VALUES,
        ClassId::HASH_ENTRY_SET => HASH_ENTRIES,
        ClassId::EMPTY_LIST | ClassId::EMPTY_SET => EMPTY,
        ClassId::REVERSED_LIST => REVERSED,
        ClassId::IMMUTABLE_LIST => IMMUTABLE,
        ClassId::ARRAYS_LIST => ARRAYS,
        _ => ARRAY_LIST,
    }
}

/// Elements and place of an iterator.
fn state<'a>(this: Value<'a>) -> Outcome<(&'a [Value<'a>], &'a Cell<usize>)> {
    match this {
        Value::Holder(Holder::Iterator(_, all, at)) => Ok((all, at)),
        other => Err(class_cast(other, "java.util.Iterator")),
    }
}

fn next<'a>(_: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let (all, at) = state(this)?;
    let element = all.get(at.get()).ok_or_else(no_element)?;
    at.set(at.get() + 1);
    Ok(*element)
}

fn previous<'a>(_: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let (all, at) = state(this)?;
    let before = at.get().checked_sub(1).ok_or_else(no_element)?;
    at.set(before);
    all.get(before).copied().ok_or_else(no_element)
}

/// Removing needs an element given before; that case would have to change the collection behind the iterator.
fn remove<'a>(call: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    match state(this)?.1.get() {
        0 => Err(nothing_to_remove(this)),
        _ => unavailable(call, this, args),
    }
}

#[cold]
fn nothing_to_remove(this: Value<'_>) -> Box<Fault> {
    let unmodifiable = this
        .class()
        .is_some_and(|class| class.id.name().contains("Unmodifiable"));
    let exception = if unmodifiable {
        "UnsupportedOperationException"
    } else {
        "IllegalStateException"
    };
    throw(exception, "there is no element to remove")
}

fn remaining<'a>(this: Value<'a>) -> Outcome<Value<'a>> {
    let (all, at) = state(this)?;
    ok((all.len() - at.get()) as i64)
}

fn index(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}
