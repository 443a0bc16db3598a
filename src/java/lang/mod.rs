//! Classes of `java.lang`.

mod double;
mod float;
mod integer;
mod long;
mod math;
mod object;
mod short;
mod string;

use super::member::Members;

pub(super) static TABLES: &[&[&Members]] = &[&[
    &double::MEMBERS,
    &float::MEMBERS,
    &integer::MEMBERS,
    &long::MEMBERS,
    &math::MEMBERS,
    &object::MEMBERS,
    &short::BYTE,
    &short::SHORT,
    &string::MEMBERS,
]];
