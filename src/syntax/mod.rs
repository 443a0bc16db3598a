//! From the text of a hole to a syntax tree.

pub mod ast;
