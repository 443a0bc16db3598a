//! From the text of a template to its parts: literal text and holes.
//!
//! Works as the reference does, in two steps: a rewrite that turns every opener (`{ #`, `{T`, `{(`) into `{#`, and a search
//! for `{#` and the `}` that belongs to it. The steps do not agree on everything, which is observable: a hole with two
//! levels of braces is not rewritten, is found by its `{#` all the same, and so loses its hash.

mod mend;
mod rewrite;
mod suffix;
mod suspicion;

use memchr::{memchr, memmem};

use crate::diagnostic::{ParseError, Place, Span};
pub(crate) use crate::syntax::ParseLimits;
use crate::syntax::ast::Node;
use crate::syntax::{self, Move, Source};
use suffix::Unbalanced;
#[allow(unused_imports)]
pub(crate) use suspicion::suspicious_literals;

/// What opens a hole in the rewritten text.
const PREFIX: &[u8] = b"{#";

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
    // Places are 32 bits wide, whatever the limit says.
    let limit = limits.max_text.min(u32::MAX as usize);
    if text.len() > limit {
        let end = Span::new(limit as u32, limit as u32);
        let place = Place {
            template: &text[..text.floor_char_boundary(limit)],
            span: end,
            position: 0,
        };
        return Err(ParseError::template_too_long(place, text.len(), limit));
    }
    let rewritten = rewrite::rewrite(text);
    let (seen, moves) = match &rewritten {
        Some(rewritten) => (rewritten.text.as_str(), rewritten.moves.as_slice()),
        None => (text, &[][..]),
    };
    let cutter = Cutter {
        text,
        whole: Source::new(seen, 0, moves),
        moves,
        limits,
    };
    let parts = cutter.parts()?;
    Ok(Template {
        parts,
        rewritten: rewritten.map(|rewritten| rewritten.text),
    })
}

/// Whether the text begins with a hole, and this parses.
fn begins_with_hole(text: &str, limits: &ParseLimits) -> bool {
    let rewritten = rewrite::rewrite(text);
    let seen = rewritten.as_ref().map_or(text, |rewritten| &rewritten.text);
    let Some(inside) = seen.strip_prefix("{#") else {
        return false;
    };
    let end = suffix::hole_end(seen, PREFIX.len());
    end.is_ok_and(|end| syntax::accepts(&inside[..end - PREFIX.len()], limits))
}

/// Cuts the rewritten text at its holes.
struct Cutter<'c, 't> {
    /// The original.
    text: &'t str,
    /// The rewritten text.
    whole: Source<'c>,
    moves: &'c [Move],
    limits: &'c ParseLimits,
}

impl<'t> Cutter<'_, 't> {
    fn parts(&self) -> Result<Vec<Part<'t>>, ParseError> {
        let seen = self.whole.text;
        let mut parts = Vec::new();
        let mut at = 0;
        while let Some(prefix) =
            memmem::find(&seen.as_bytes()[at..], PREFIX).map(|found| at + found)
        {
            if prefix > at {
                parts.push(self.literal(at, prefix));
            }
            let inside = prefix + PREFIX.len();
            let end = self
                .hole_end(inside)
                .map_err(|unbalanced| self.unbalanced(unbalanced, prefix))?;
            parts.push(self.expression(prefix, inside, end)?);
            at = end + 1;
        }
        if at < seen.len() || parts.is_empty() {
            parts.push(self.literal(at, seen.len()));
        }
        Ok(parts)
    }

    /// The rewrite never touches what ends up outside of holes, so literals are slices of the original.
    fn literal(&self, start: usize, end: usize) -> Part<'t> {
        let span = self.whole.span(start, start);
        Part::Literal(&self.text[span.start as usize..][..end - start])
    }

    /// That there is any `}` at all is checked before quotes and brackets are.
    fn hole_end(&self, inside: usize) -> Result<usize, Unbalanced> {
        let seen = self.whole.text;
        memchr(b'}', &seen.as_bytes()[inside..]).ok_or(Unbalanced::NoSuffix)?;
        suffix::hole_end(seen, inside)
    }

    fn expression(&self, prefix: usize, inside: usize, end: usize) -> Result<Part<'t>, ParseError> {
        let blank = |c| c <= ' ';
        let text = self.whole.text[inside..end].trim_start_matches(blank);
        let start = end - text.len();
        let text = text.trim_end_matches(blank);
        if text.is_empty() {
            return Err(ParseError::empty_hole(self.place(prefix, end + 1)));
        }
        let source = Source::new(text, start, self.moves);
        let hole = self.whole.span(prefix, end + 1);
        match syntax::parse(&source, self.text, self.limits) {
            Ok(node) => Ok(Part::Expression {
                node,
                text: text.into(),
                span: source.span(0, text.len()),
            }),
            Err(error) => Err(mend::explained(error, self.text, hole, text, self.limits)),
        }
    }

    fn place(&self, start: usize, end: usize) -> Place<'_> {
        Place {
            template: self.text,
            span: self.whole.span(start, end),
            position: self.whole.at(start),
        }
    }

    /// The place of one ASCII character.
    fn one(&self, at: usize) -> Place<'_> {
        self.place(at, at + 1)
    }

    fn unbalanced(&self, unbalanced: Unbalanced, prefix: usize) -> ParseError {
        let error = match unbalanced {
            Unbalanced::Closing { close, at } => ParseError::closing_bracket(
                self.one(at),
                char::from(close),
                char::from(suffix::opening(close)),
            ),
            Unbalanced::Mismatch {
                close,
                at,
                open,
                open_at,
            } => {
                let expected = char::from(suffix::closing(open));
                ParseError::bracket_mismatch(self.one(at), char::from(close), expected)
                    .also(self.one(open_at).span, "this is still open")
            }
            Unbalanced::Opening { open, open_at } => {
                let close = char::from(suffix::closing(open));
                ParseError::open_bracket(self.one(open_at), char::from(open), close)
            }
            Unbalanced::Quote { at } => {
                ParseError::open_quote(self.one(at), char::from(self.whole.text.as_bytes()[at]))
            }
            Unbalanced::NoSuffix => ParseError::open_hole(self.one(prefix)),
        };
        let hole = self.whole.span(prefix, prefix).start as usize;
        mend::balanced(error, unbalanced, self.text, hole, self.limits)
    }
}
#[cfg(test)]
mod golden;
#[cfg(test)]
mod tests;
