//! Java's `String.valueOf`.

use super::Value;
use std::fmt;

/// Writes the value as Java prints it.
pub(crate) fn display(_value: Value<'_>, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
    todo!()
}
