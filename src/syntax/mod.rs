//! From the text of a hole to a syntax tree.
//!
//! A text passes the nesting guard, then the grammar parses it (`grammar/el.pest`), then its pairs become a tree. Only a
//! text that the grammar refuses is cut into tokens, to find out what the reference would say about it, and where.

pub mod ast;
mod build;
mod grammar;
mod lexer;
mod locate;
mod nesting;
mod number;
pub mod print;
mod source;

use pest::Parser;
use pest::error::ErrorVariant;

use crate::diagnostic::{ParseError, Place};
use ast::Node;
use build::Refusal;
use grammar::{Grammar, Rule};
pub(crate) use source::{Move, Source};

/// What a text may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ParseLimits {
    /// Bytes of the whole template.
    pub max_text: usize,
    /// UTF-16 units of one expression; the reference has 10,000.
    pub max_expression: usize,
    /// Levels of nesting in one expression, and levels of its tree.
    pub max_nesting: usize,
}

impl Default for ParseLimits {
    fn default() -> Self {
        ParseLimits {
            max_text: 1 << 20,
            max_expression: 10_000,
            max_nesting: 500,
        }
    }
}

/// Parses the text of a hole of `template`.
pub(crate) fn parse(
    source: &Source<'_>,
    template: &str,
    limits: &ParseLimits,
) -> Result<Node, ParseError> {
    let place = |start, end| Place {
        template,
        span: source.span(start, end),
        position: source.at(start),
    };
    let len = source.at(source.text.len()) as usize;
    if len > limits.max_expression {
        return Err(ParseError::expression_too_long(
            place(0, source.text.len()),
            len,
            limits.max_expression,
        ));
    }
    let too_deep = |byte| ParseError::nesting_too_deep(place(byte, byte), limits.max_nesting);
    if let Some(byte) = nesting::too_deep(source.text, limits.max_nesting) {
        return Err(too_deep(byte));
    }
    match tree(source, limits.max_nesting) {
        Ok(node) => Ok(node),
        Err(Refusal::TooDeep(byte)) => Err(too_deep(byte)),
        Err(Refusal::Stack) => Err(ParseError::stack_too_small(place(0, source.text.len()))),
        Err(Refusal::Form | Refusal::Number) => Err(locate::mistake(source, template)),
    }
}

fn tree(source: &Source<'_>, max_depth: usize) -> Result<Node, Refusal> {
    let pairs = Grammar::parse(Rule::hole, source.text).map_err(|error| match error.variant {
        ErrorVariant::ParsingError { .. } => Refusal::Form,
        // The parser's own guard: not enough of the stack is left.
        ErrorVariant::CustomError { .. } => Refusal::Stack,
    })?;
    build::tree(pairs, source, max_depth)
}
