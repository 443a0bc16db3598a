//! Classes of `java.util` and `java.util.stream`.

pub(super) mod collection;
mod collections;
pub(super) mod comparator;
mod deque;
mod entry;
mod iterator;
mod list;
pub(super) mod map;
mod optional;
pub(super) mod stream;

use super::member::Members;

pub(super) static TABLES: &[&[&Members]] = &[
    &[
        &collection::COLLECTION,
        &collection::ITERABLE,
        &collection::SEQUENCED,
        &collections::MEMBERS,
        &comparator::MEMBERS,
        &deque::LINKED_LIST,
        &deque::MEMBERS,
        &entry::MEMBERS,
        &iterator::LIST_ITERATOR,
        &iterator::MEMBERS,
        &iterator::SPLITERATOR_MEMBERS,
        &list::MEMBERS,
        &map::MEMBERS,
        &optional::MEMBERS,
        &stream::BASE,
        &stream::INT_STREAM_MEMBERS,
        &stream::STREAM_MEMBERS,
    ],
    collection::OWN,
    entry::OWN,
    iterator::PRIMITIVE,
];
