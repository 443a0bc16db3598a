//! Classes of `java.util` and `java.util.stream`.

mod base64;
pub(super) mod collection;
mod collections;
pub(super) mod comparator;
mod currency;
mod deque;
mod entry;
mod iterator;
mod list;
pub(super) mod locale;
pub(super) mod map;
mod optional;
mod optional_number;
mod random;
pub(super) mod stream;
mod uuid;

use super::member::Members;

pub(super) static TABLES: &[&[&Members]] = &[
    &[
        &base64::DECODERS,
        &base64::ENCODERS,
        &base64::FACTORIES,
        &collection::COLLECTION,
        &collection::ITERABLE,
        &collection::SEQUENCED,
        &collections::MEMBERS,
        &comparator::MEMBERS,
        &currency::MEMBERS,
        &deque::LINKED_LIST,
        &deque::MEMBERS,
        &entry::MEMBERS,
        &iterator::LIST_ITERATOR,
        &iterator::MEMBERS,
        &iterator::SPLITERATOR_MEMBERS,
        &list::MEMBERS,
        &locale::MEMBERS,
        &map::MEMBERS,
        &optional::MEMBERS,
        &optional_number::DOUBLES,
        &optional_number::INTS,
        &optional_number::SUMMARIES,
        &random::GENERATOR,
        &random::MEMBERS,
        &random::THREAD_LOCAL_RANDOM,
        &stream::BASE,
        &stream::INT_STREAM_MEMBERS,
        &stream::STREAM_MEMBERS,
        &uuid::MEMBERS,
    ],
    collection::OWN,
    entry::OWN,
    iterator::PRIMITIVE,
    stream::BUILDERS,
];
