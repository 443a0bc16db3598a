//! What can go wrong while a pattern is applied.

use crate::java::thrown::Thrown;

pub(super) fn no_group(group: u32) -> Thrown {
    Thrown::new(
        "java.lang.IndexOutOfBoundsException",
        format!("no group {group}"),
    )
}

pub(super) fn string_index(index: usize, length: usize) -> Thrown {
    Thrown::new(
        "java.lang.StringIndexOutOfBoundsException",
        format!("index {index} is out of bounds for length {length}"),
    )
}

/// Why a pattern gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RegexError {
    /// The budget is used up. This is never the same as "no match".
    WorkLimit,
    /// A result would be longer than the caller allows.
    ResultLimit,
    Thrown(Thrown),
}

impl From<Thrown> for RegexError {
    fn from(thrown: Thrown) -> RegexError {
        RegexError::Thrown(thrown)
    }
}
