//! `java.util.Collections`.

use super::collection::{elements, items, no_element};
use super::comparator::{Order, order_of};
use crate::java::args::{arg, object, ok};
use crate::java::member::{Call, Members, f, p, s};
use crate::java::object::Opaque;
use crate::java::signature::{
    BOOL, COLLECTION, COMPARATOR, INT, ITERATOR, LIST, LIST_ITERATOR, OBJECT, class,
};
use crate::value::fault::Outcome;
use crate::value::view::Items;
use crate::value::{ClassId, ClassRef, Value, equality};
use std::collections::HashMap;

const SET: ClassRef = class("java.util.Set");
const MAP: ClassRef = class("java.util.Map");

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::COLLECTIONS).methods(&[
    s("binarySearch", &[LIST, OBJECT], INT, |_, _, a| search(a, Order::Natural), "the index of an object in a sorted list, or where it would stand"),
    s("binarySearch", &[LIST, OBJECT, COMPARATOR], INT, |_, _, a| search(a, order(arg(a, 2))?), "the index of an object in a list sorted that way, or where it would stand"),
    s("disjoint", &[COLLECTION, COLLECTION], BOOL, |_, _, a| disjoint(a), "whether two collections share no element"),
    s("frequency", &[COLLECTION, OBJECT], INT, |_, _, a| frequency(a), "how often an object occurs"),
    s("indexOfSubList", &[LIST, LIST], INT, |c, _, a| sub_list(c, a, |starts| starts.next()), "the first index of a list in another, or -1"),
    s("lastIndexOfSubList", &[LIST, LIST], INT, |c, _, a| sub_list(c, a, |starts| starts.last()), "the last index of a list in another, or -1"),
    s("max", &[COLLECTION], OBJECT, |_, _, a| extreme(a, Order::Natural, 1), "the greatest element"),
    s("max", &[COLLECTION, COMPARATOR], OBJECT, |_, _, a| extreme(a, order(arg(a, 1))?, 1), "the greatest element in an order"),
    s("min", &[COLLECTION], OBJECT, |_, _, a| extreme(a, Order::Natural, -1), "the least element"),
    s("min", &[COLLECTION, COMPARATOR], OBJECT, |_, _, a| extreme(a, order(arg(a, 1))?, -1), "the least element in an order"),
    p("emptyList", LIST, |c, _, _| empty(c, ClassId::EMPTY_LIST), "a list without elements").stat(),
    p("emptySet", SET, |c, _, _| empty(c, ClassId::EMPTY_SET), "a set without elements").stat(),
    p("emptyMap", MAP, |c, _, _| c.arena.map(ClassId::EMPTY_MAP, []), "a map without entries").stat(),
    p("emptyIterator", ITERATOR, |c, _, _| Ok(super::iterator::iterator(c, const { ClassId::named("java.util.Collections$EmptyIterator") }, &[])), "an iterator without elements").stat(),
    p("emptyListIterator", LIST_ITERATOR, |c, _, _| Ok(super::iterator::iterator(c, const { ClassId::named("java.util.Collections$EmptyListIterator") }, &[])), "an iterator without elements").stat(),
    p("emptyEnumeration", class("java.util.Enumeration"), |c, _, _| Ok(c.arena.object(Opaque(const { ClassId::named("java.util.Collections$EmptyEnumeration") }))), "an enumeration without elements").stat(),
    p("emptyNavigableMap", class("java.util.NavigableMap"), |c, _, _| c.arena.map(const { ClassId::named("java.util.Collections$UnmodifiableNavigableMap$EmptyNavigableMap") }, []), "a sorted map without entries").stat(),
    p("emptyNavigableSet", class("java.util.NavigableSet"), |c, _, _| empty(c, const { ClassId::named("java.util.Collections$UnmodifiableNavigableSet$EmptyNavigableSet") }), "a sorted set without elements").stat(),
    p("emptySortedMap", class("java.util.SortedMap"), |c, _, _| c.arena.map(const { ClassId::named("java.util.Collections$UnmodifiableNavigableMap$EmptyNavigableMap") }, []), "a sorted map without entries").stat(),
    p("emptySortedSet", class("java.util.SortedSet"), |c, _, _| empty(c, const { ClassId::named("java.util.Collections$UnmodifiableNavigableSet$EmptyNavigableSet") }), "a sorted set without elements").stat(),
    p("reverseOrder", COMPARATOR, |c, _, _| Ok(c.arena.object(Order::Reverse)), "the opposite of the natural order").stat(),
]).fields(&[
    f("EMPTY_SET", |c, _, _| empty(c, ClassId::EMPTY_SET), "a set without elements"),
    f("EMPTY_LIST", |c, _, _| empty(c, ClassId::EMPTY_LIST), "a list without elements"),
    f("EMPTY_MAP", |c, _, _| c.arena.map(ClassId::EMPTY_MAP, []), "a map without entries"),
]);

fn empty<'a>(call: &Call<'a>, class: ClassId) -> Outcome<Value<'a>> {
    call.arena.list(class, &[])
}

/// No comparator means the natural order.
fn order(comparator: Value<'_>) -> Outcome<Order> {
    if comparator.is_null() {
        Ok(Order::Natural)
    } else {
        order_of(comparator)
    }
}

fn collection<'a>(args: &[Value<'a>], at: usize) -> Outcome<Items<'a>> {
    items(object(args, at)?)
}

/// The first element that none precedes in the direction: 1 for the greatest, -1 for the least.
fn extreme<'a>(args: &[Value<'a>], order: Order, direction: i32) -> Outcome<Value<'a>> {
    let mut all = collection(args, 0)?.iter();
    let mut best = all.next().ok_or_else(no_element)?;
    for element in all {
        if order.compare(element, best)?.signum() == direction {
            best = element;
        }
    }
    Ok(best)
}

fn search<'a>(args: &[Value<'a>], order: Order) -> Outcome<Value<'a>> {
    let (list, key) = (collection(args, 0)?, arg(args, 1));
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = usize::midpoint(low, high - 1);
        match order.compare(list.get(middle).unwrap_or(Value::Null), key)? {
            0 => return index(Some(middle)),
            below if below < 0 => low = middle + 1,
            _ => high = middle,
        }
    }
    ok(-i32::try_from(low).unwrap_or(i32::MAX) - 1)
}

fn index<'a>(found: Option<usize>) -> Outcome<Value<'a>> {
    ok(found.and_then(|at| i32::try_from(at).ok()).unwrap_or(-1))
}

fn frequency<'a>(args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let same = collection(args, 0)?
        .iter()
        .filter(|item| equality::equals(*item, arg(args, 1)));
    ok(i32::try_from(same.count()).unwrap_or(i32::MAX))
}

fn disjoint<'a>(args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let (one, other) = (collection(args, 0)?, collection(args, 1)?);
    let mut known: HashMap<i32, Vec<Value<'a>>> = HashMap::new();
    for item in one.iter() {
        let alike = known.entry(equality::hash_code(item)).or_default();
        if !alike.iter().any(|known| equality::equals(*known, item)) {
            alike.push(item);
        }
    }
    let shared = |item: Value<'a>| {
        let alike = known.get(&equality::hash_code(item));
        alike.is_some_and(|alike| alike.iter().any(|known| equality::equals(*known, item)))
    };
    ok(!other.iter().any(shared))
}

/// Where one list stands in another, picked from all its starts.
fn sub_list<'a>(
    call: &Call<'a>,
    args: &[Value<'a>],
    pick: fn(&mut dyn Iterator<Item = usize>) -> Option<usize>,
) -> Outcome<Value<'a>> {
    let (source, target) = (
        elements(call, object(args, 0)?)?,
        elements(call, object(args, 1)?)?,
    );
    if target.is_empty() {
        return index(pick(&mut (0..=source.len())));
    }
    index(pick(&mut starts(source, target).into_iter()))
}

/// All starts of `target`, which is not empty, in time that grows with both lengths added, not multiplied (the search of
/// Knuth, Morris and Pratt).
fn starts(source: &[Value<'_>], target: &[Value<'_>]) -> Vec<usize> {
    let same = |a: Value<'_>, b: Value<'_>| equality::equals(a, b);
    let mut borders = vec![0; target.len()];
    let mut matched = 0;
    for at in 1..target.len() {
        while matched > 0 && !same(target[at], target[matched]) {
            matched = borders[matched - 1];
        }
        matched += usize::from(same(target[at], target[matched]));
        borders[at] = matched;
    }
    let (mut found, mut matched) = (Vec::new(), 0);
    for (at, item) in source.iter().enumerate() {
        while matched > 0 && (matched == target.len() || !same(*item, target[matched])) {
            matched = borders[matched - 1];
        }
        matched += usize::from(same(*item, target[matched]));
        if matched == target.len() {
            found.push(at + 1 - matched);
        }
    }
    found
}
