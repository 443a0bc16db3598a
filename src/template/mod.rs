//! From the text of a template to its parts: literal text and holes.
//!
//! Works as the reference does, in two steps: a rewrite that turns every opener (`{ #`, `{T`, `{(`) into `{#`, and a search
//! for `{#` and the `}` that belongs to it. The steps do not agree on everything, which is observable: a hole with two
//! levels of braces is not rewritten, is found by its `{#` all the same, and so loses its hash.

mod rewrite;
mod suffix;

use memchr::{memchr, memmem};

use crate::diagnostic::{Code, ParseError, Span};
use crate::syntax::ast::Node;
use crate::syntax::{self, Source};

/// What a text may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ParseLimits {
    /// Bytes of the whole template.
    pub max_text: usize,
    /// Levels of nesting in one expression.
    pub max_nesting: usize,
}

impl Default for ParseLimits {
    fn default() -> Self {
        ParseLimits {
            max_text: 1 << 20,
            max_nesting: 500,
        }
    }
}

/// A template in parts. Two or more parts make a text, one keeps the type of its value.
#[derive(Debug)]
pub(crate) struct Template<'t> {
    /// At least one.
    pub parts: Vec<Part<'t>>,
    /// The template after the reference's rewrite, where that changed it; the reference shows it in messages.
    pub rewritten: Option<String>,
}

/// A piece of a template.
#[derive(Debug)]
pub(crate) enum Part<'t> {
    /// Text outside of holes.
    Literal(&'t str),
    /// A hole.
    Expression {
        node: Node,
        /// The expression as the reference saw it: rewritten, trimmed.
        text: Box<str>,
        /// The expression in the original template.
        span: Span,
    },
}

/// Parses a template.
pub(crate) fn parse<'t>(text: &'t str, limits: &ParseLimits) -> Result<Template<'t>, ParseError> {
    if text.len() > limits.max_text {
        let span = Span::new(limits.max_text as u32, limits.max_text as u32);
        return Err(ParseError::rough(
            text,
            Some(Code::TEMPLATE_TOO_LONG),
            0,
            span,
            "the template is too long".into(),
        ));
    }
    let opener = memchr(b'{', text.as_bytes()).is_some();
    let rewritten = if opener { rewrite::rewrite(text) } else { None };
    let (seen, moves) = rewritten.as_ref().map_or((text, &[][..]), |rewritten| {
        (&rewritten.text, &rewritten.moves)
    });
    let mut parts = Vec::new();
    let whole = Source::new(seen, 0, moves);
    let error = |byte, message| {
        ParseError::rough(
            text,
            None,
            whole.at(byte),
            whole.span(byte, byte + 1),
            message,
        )
    };
    let mut at = 0;
    while let Some(prefix) = memmem::find(&seen.as_bytes()[at..], b"{#").map(|found| at + found) {
        if prefix > at {
            let literal = whole.span(at, prefix);
            parts.push(Part::Literal(
                &text[literal.start as usize..literal.end as usize],
            ));
        }
        if memchr(b'}', &seen.as_bytes()[prefix + 2..]).is_none() {
            return Err(error(prefix, "no `}` follows".into()));
        }
        let end = suffix::hole_end(seen, prefix + 2)
            .map_err(|unbalanced| error(prefix, format!("{unbalanced:?}")))?;
        let inside = &seen[prefix + 2..end];
        let trimmed = inside.trim_start_matches(|c| c <= ' ');
        let start = end - trimmed.len();
        let trimmed = trimmed.trim_end_matches(|c| c <= ' ');
        if trimmed.is_empty() {
            return Err(error(prefix, "the braces are empty".into()));
        }
        let source = Source::new(trimmed, start, moves);
        let node = syntax::parse(&source, text, limits.max_nesting)?;
        parts.push(Part::Expression {
            node,
            text: trimmed.into(),
            span: source.span(0, trimmed.len()),
        });
        at = end + 1;
    }
    if at < seen.len() || parts.is_empty() {
        parts.push(Part::Literal(&text[whole.span(at, at).start as usize..]));
    }
    Ok(Template {
        parts,
        rewritten: rewritten.map(|rewritten| rewritten.text),
    })
}
