//! Java's `equals` and `hashCode`, and the language's `==`.

use super::Value;

/// `a.equals(b)`, null-safe.
pub(crate) fn equals(_a: Value<'_>, _b: Value<'_>) -> bool {
    todo!()
}

/// `hashCode()`, 0 for null.
pub(crate) fn hash_code(_value: Value<'_>) -> i32 {
    todo!()
}

/// The operator `==` (specification §4.8).
pub(crate) fn same(_a: Value<'_>, _b: Value<'_>) -> super::fault::Outcome<bool> {
    todo!()
}
