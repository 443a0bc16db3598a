//! Classes of `java.lang`.

mod boolean;
pub(super) mod builder;
mod character;
mod double;
mod float;
mod integer;
mod long;
mod math;
mod object;
mod short;
mod string;
mod string_regex;
mod system;

use super::member::Members;

pub(super) static TABLES: &[&[&Members]] = &[&[
    &boolean::MEMBERS,
    &builder::BUILDERS,
    &builder::CHAR_SEQUENCES,
    &character::MEMBERS,
    &double::MEMBERS,
    &float::MEMBERS,
    &integer::MEMBERS,
    &long::MEMBERS,
    &math::MEMBERS,
    &object::MEMBERS,
    &short::BYTES,
    &short::SHORTS,
    &string::MEMBERS,
    &system::MEMBERS,
]];
