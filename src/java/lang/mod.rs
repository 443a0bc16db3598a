//! Classes of `java.lang`.

mod bits;
mod integer;
mod math;
mod object;
mod string;

use super::member::Members;

pub(super) static TABLES: &[&[&Members]] =
    &[&[&integer::MEMBERS, &math::MEMBERS, &object::MEMBERS, &string::MEMBERS]];
