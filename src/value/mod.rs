//! Java's values: their numbers, their text and what can go wrong with either.
//!
//! Everything below is pure: it takes values and returns values, and knows nothing of expressions. The walker, the
//! machine and the constant folder therefore share one meaning.

#[allow(dead_code, reason = "called through the tables of Java members")]
pub(crate) mod number;
#[allow(dead_code, reason = "called through the tables of Java members")]
pub(crate) mod text;
pub(crate) mod thrown;
