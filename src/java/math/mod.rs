//! Classes of `java.math`, and `java.lang.Number`.

mod big_decimal;
mod big_integer;
mod context;

use super::member::Members;

pub(super) static TABLES: &[&[&Members]] = &[&[
    &big_decimal::MEMBERS,
    &big_integer::MEMBERS,
    &big_integer::NUMBER,
    &context::MEMBERS,
]];

pub(super) use context::context_of_text;
