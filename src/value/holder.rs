//! Objects of Java classes that hold other values.

use super::{ClassId, Value};
use std::cell::{Cell, RefCell};

/// An object that holds other values.
pub enum Holder<'a> {
    /// `java.util.Map.Entry` of that class: key, value.
    #[doc(hidden)]
    Entry(ClassId, Value<'a>, Value<'a>),
    /// `java.util.Optional`.
    #[doc(hidden)]
    Optional(Option<Value<'a>>),
    /// `java.util.Iterator` of that class over elements, with the next position.
    #[doc(hidden)]
    Iterator(ClassId, &'a [Value<'a>], Cell<usize>),
    /// A stream over elements that have not been taken yet, of that class.
    #[doc(hidden)]
    Stream(ClassId, &'a [Value<'a>]),
    /// `java.lang.StringBuilder`.
    #[doc(hidden)]
    Builder(RefCell<&'a str>),
    /// One of the functions as a plain variable (`#jsonPath` without arguments).
    #[doc(hidden)]
    Function(&'a str),
}

impl Holder<'_> {
    pub(crate) fn class(&self) -> ClassId {
        match self {
            Holder::Entry(class, ..) | Holder::Iterator(class, ..) | Holder::Stream(class, _) => {
                *class
            }
            Holder::Optional(_) => ClassId::OPTIONAL,
            Holder::Builder(_) => ClassId::STRING_BUILDER,
            Holder::Function(_) => ClassId::REFLECT_METHOD,
        }
    }
}
