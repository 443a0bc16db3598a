//! Classes of `java.lang`.

mod bits;
pub(super) mod integer;
pub(super) mod math;
pub(super) mod object;
pub(super) mod string;
