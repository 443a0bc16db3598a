//! Mends around expressions: brackets and quotes that are not closed, text that is a hole by accident.
//!
//! As with the mends inside of expressions, everything is a proposal, and only what makes the hole parse is shown.

use memchr::memrchr;

use super::suffix::{self, Unbalanced};
use super::{ParseLimits, begins_with_hole};
use crate::diagnostic::{Mend, ParseError, Span};
use crate::syntax::{expression_len, in_plain_characters, without_backslashes};

/// How much text behind the beginning of a hole is looked at.
const HORIZON: usize = 20_000;
/// How many mends are worth showing.
const SHOWN: usize = 3;

/// Adds mends to an error about brackets or quotes in the hole that begins at byte `hole` of the template.
pub(super) fn balanced(
    mut error: ParseError,
    unbalanced: Unbalanced,
    text: &str,
    hole: usize,
    limits: &ParseLimits,
) -> ParseError {
    let end = text.floor_char_boundary(text.len().min(hole + HORIZON));
    let rest = &text[hole..end];
    let at = (error.diagnostic.primary.span.start as usize).saturating_sub(hole);
    let proposals = match unbalanced {
        Unbalanced::Closing { .. } => vec![Change::replace(at, 1, "", "remove it")],
        Unbalanced::Mismatch { close, open, .. } => mismatch(at, close, open),
        Unbalanced::Quote { .. } => quote(rest, at),
        Unbalanced::NoSuffix => suffix(rest, limits),
        // The expression goes on to the last bracket, so the end of the line comes first.
        Unbalanced::Opening { .. } => suffix(rest, limits).into_iter().rev().collect(),
    };
    let likely = proposals.into_iter().filter(|change| {
        change.at <= rest.len() && begins_with_hole(&change.applied(rest), limits)
    });
    error.diagnostic.mends = likely.take(SHOWN).map(|change| change.mend(hole)).collect();
    error
}

/// Adds to an error in the expression `seen` what only the template around it explains.
pub(super) fn explained(
    mut error: ParseError,
    text: &str,
    hole: Span,
    seen: &str,
    limits: &ParseLimits,
) -> ParseError {
    let written = hole.of(text);
    let inside = written
        .strip_prefix('{')
        .unwrap_or(written)
        .trim_start_matches(' ');
    if inside.starts_with('#') && !seen.starts_with('#') {
        error.diagnostic.mends.clear();
        return error.help(
            "an expression may hold one more level of braces; with two it is read without its `#`",
        );
    }
    if !inside.starts_with('T') {
        return error;
    }
    error = error.help("`{T` begins an expression, as in `{T(java.lang.Math).PI}`");
    let literal = format!("{{('{}')}}", written.replace('\'', "''"));
    if begins_with_hole(&literal, limits) {
        let help = "to write this text as it is, put it into a string".to_owned();
        error.diagnostic.mends.push(Mend {
            span: hole,
            replacement: literal,
            help,
        });
    }
    error
}

/// A change in the text from the beginning of the hole on.
struct Change {
    at: usize,
    len: usize,
    replacement: String,
    help: String,
}

impl Change {
    fn replace(at: usize, len: usize, replacement: impl Into<String>, help: &str) -> Self {
        Change {
            at,
            len,
            replacement: replacement.into(),
            help: help.to_owned(),
        }
    }

    fn insert(at: usize, what: impl Into<String>, help: &str) -> Self {
        Change::replace(at, 0, what, help)
    }

    fn applied(&self, rest: &str) -> String {
        let end = (self.at + self.len).min(rest.len());
        [&rest[..self.at], &self.replacement, &rest[end..]].concat()
    }

    fn mend(self, hole: usize) -> Mend {
        let start = (hole + self.at) as u32;
        Mend {
            span: Span::new(start, start + self.len as u32),
            replacement: self.replacement,
            help: self.help,
        }
    }
}

fn mismatch(at: usize, close: u8, open: u8) -> Vec<Change> {
    let wanted = char::from(suffix::closing(open));
    let mut changes = vec![Change::insert(at, wanted, "close the bracket")];
    if close != b'}' {
        changes.push(Change::replace(
            at,
            1,
            wanted,
            "close with the same kind of bracket",
        ));
        changes.push(Change::replace(at, 1, "", "remove it"));
    }
    changes
}

/// The quote that is missing stands before the last `}` of its line, or before the brackets that are closed there.
fn quote(rest: &str, at: usize) -> Vec<Change> {
    let line = rest[at..]
        .find('\n')
        .map_or(rest.len(), |newline| at + newline);
    let Some(brace) = memrchr(b'}', &rest.as_bytes()[at..line]).map(|brace| at + brace) else {
        return Vec::new();
    };
    let quote = &rest[at..=at];
    let closers = rest[at..brace].trim_end_matches([')', ']', '}', ' ']).len() + at;
    let mut changes = Vec::new();
    let mut place = brace;
    while place > closers {
        changes.push(Change::insert(place, quote, "close the string"));
        place -= 1;
    }
    changes.insert(0, Change::insert(closers, quote, "close the string"));
    changes.splice(0..0, foreign_quotes(&rest[..=brace]));
    changes.push(Change::replace(at, 1, "", "remove the quote"));
    changes
}

/// A quote may only seem to be open, because another is escaped or no plain one.
fn foreign_quotes(hole: &str) -> Vec<Change> {
    let plain = in_plain_characters(hole)
        .map(|(start, end, text)| Change::replace(start, end - start, text, "use straight quotes"));
    let changes = without_backslashes(hole).into_iter();
    let changes =
        changes.map(|(start, end, text, help)| Change::replace(start, end - start, text, help));
    changes.chain(plain).collect()
}

/// The `}` that is missing stands where the expression ends, or where the line or the text does.
fn suffix(rest: &str, limits: &ParseLimits) -> Vec<Change> {
    const HELP: &str = "close the expression";
    let inside = rest.find(['#', 'T', '(']).unwrap_or(rest.len());
    let line = rest.find('\n').unwrap_or(rest.len());
    let mut changes = Vec::new();
    if let Some(len) = expression_len(&rest[inside..], limits) {
        changes.push(Change::insert(inside + len, "}", HELP));
    }
    for end in [line, rest.len()] {
        let end = rest[..end].trim_end().len();
        let missing = open_brackets(&rest[1..end]);
        changes.push(Change::insert(end, format!("{missing}}}"), HELP));
    }
    changes.dedup_by_key(|change| change.at);
    changes
}

/// The brackets that close what the text leaves open; strings are skipped.
fn open_brackets(text: &str) -> String {
    let mut open = Vec::new();
    let mut quote = None;
    for byte in text.bytes() {
        match (quote, byte) {
            (Some(own), _) => quote = quote.filter(|_| own != byte),
            (None, b'\'' | b'"') => quote = Some(byte),
            (None, b'(' | b'[' | b'{') => open.push(byte),
            (None, b')' | b']' | b'}') => _ = open.pop(),
            _ => {}
        }
    }
    open.into_iter()
        .rev()
        .map(|open| char::from(suffix::closing(open)))
        .collect()
}
