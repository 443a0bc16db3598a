//! The pest parser of `grammar/el.pest`.

/// The parser; all rules come from the grammar file.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/el.pest"]
pub struct Grammar;
