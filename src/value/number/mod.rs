//! Java's numbers: their text forms, their parsing and their arithmetic.

pub(crate) mod digit;
pub(crate) mod float_parse;
pub(crate) mod float_text;
pub(crate) mod integer_parse;
pub(crate) mod integer_text;

pub(crate) use float_text::{NumberText, double_text, float_text};
