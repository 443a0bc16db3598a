//! From the text of a hole to a syntax tree.

pub mod ast;
mod build;
mod grammar;
mod nesting;
mod number;
pub mod print;
mod source;

pub(crate) use source::{Move, Source};

use ast::Node;
use pest::Parser;

use crate::diagnostic::{Code, ParseError};

/// Parses the text of a hole of `template`.
pub(crate) fn parse(
    source: &Source<'_>,
    template: &str,
    max_nesting: usize,
) -> Result<Node, ParseError> {
    let error = |code, byte: usize, message: String| {
        ParseError::rough(
            template,
            Some(code),
            source.at(byte),
            source.span(byte, byte + 1),
            message,
        )
    };
    if let Some(byte) = nesting::too_deep(source.text, max_nesting) {
        return Err(error(
            Code::NESTING_TOO_DEEP,
            byte,
            "the expression is nested too deeply".into(),
        ));
    }
    let pairs = grammar::Grammar::parse(grammar::Rule::hole, source.text)
        .map_err(|refused| error(Code::UNEXPECTED_TOKEN, 0, refused.to_string()))?;
    build::tree(pairs, source, max_nesting)
        .map_err(|refusal| error(Code::NOT_AN_INT, 0, format!("{refusal:?}")))
}
