//! Java's numbers: their text forms, their parsing and their arithmetic.

pub(crate) mod bits;
pub(crate) mod cast;
pub(crate) mod digit;
pub(crate) mod float_parse;
pub(crate) mod float_text;
pub(crate) mod integer_parse;
pub(crate) mod integer_text;
pub(crate) mod math;
pub(crate) mod order;

/// One of Java's numbers.
#[derive(Clone, Debug)]
pub(crate) enum Number {
    Byte(i8),
    Short(i16),
    Int(i32),
    Long(i64),
    Float(f32),
    Double(f64),
}
