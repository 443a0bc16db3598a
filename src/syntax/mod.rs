//! From the text of a hole to a syntax tree.
//!
//! A text passes the nesting guard, then the grammar parses it (`grammar/el.pest`), then its pairs become a tree. Only a
//! text that the grammar refuses is cut into tokens, to find out what the reference would say about it, and where.

pub mod ast;
mod build;
pub mod dump;
mod grammar;
mod lexer;
mod locate;
mod mend;
mod nesting;
mod number;
mod plain;
pub mod print;
mod source;
#[cfg(test)]
pub(crate) mod steps;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod work_tests;

use pest::Parser;
use pest::error::ErrorVariant;

use crate::diagnostic::{ParseError, Place};
use ast::Node;
use build::Refusal;
use grammar::{Grammar, Rule};
pub(crate) use plain::{in_plain_characters, without_backslashes};
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
        Err(Refusal::Form | Refusal::Number) => Err(locate::mistake(source, template, |text| {
            accepts(text, limits)
        })),
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

/// How many bytes of the text are an expression, at whose end a `}` could stand.
pub(crate) fn expression_len(text: &str, limits: &ParseLimits) -> Option<usize> {
    let text = &text[..text.floor_char_boundary(limits.max_expression)];
    // What comes behind the expression may be anything, so the guard only sees how much of it is readable.
    let deep = nesting::too_deep(text, limits.max_nesting).unwrap_or(text.len());
    let pair = Grammar::parse(Rule::leading, &text[..text.floor_char_boundary(deep)])
        .ok()?
        .next()?;
    Some(pair.as_str().trim_end().len())
}

/// Whether the text parses.
pub(crate) fn accepts(text: &str, limits: &ParseLimits) -> bool {
    nesting::too_deep(text, limits.max_nesting).is_none()
        && tree(&Source::new(text, 0, &[]), limits.max_nesting).is_ok()
}
