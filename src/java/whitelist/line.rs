//! The words of one line, each with its place.
//!
//! The reference cuts a line at single spaces and trims nothing but the end, so that a tab or a second space makes it
//! meaningless. We cut in the same way, and say so.

use super::finding::{self, Problem};
use crate::diagnostic::Span;

/// A word of a line.
#[derive(Clone, Copy)]
pub(super) struct Word<'l> {
    pub(super) text: &'l str,
    pub(super) span: Span,
}

/// A line that is understood as far as its form goes.
pub(super) enum Line<'l> {
    /// Nothing, or a comment.
    Blank,
    /// `class <class>`
    Class(Word<'l>),
    /// `method <class> <name> <type>*`
    Method(Word<'l>, Word<'l>, Vec<Word<'l>>),
    /// `new <class> <type>*`
    New(Word<'l>, Vec<Word<'l>>),
}

/// What a line may begin with.
const KINDS: [&str; 3] = ["class", "method", "new"];

/// Words of other formats: what the reference ignores, and why nothing is lost.
const IGNORED: [(&str, &str); 2] = [
    ("field", "public fields can be read without permission"),
    ("annotation", "expressions do not read annotations"),
];

impl<'l> Line<'l> {
    /// The parts of a line.
    pub(super) fn read(line: &'l str) -> Result<Self, Problem> {
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            return Ok(Line::Blank);
        }
        let mut words = words(line).into_iter();
        let kind = words.next().unwrap_or(Word {
            text: "",
            span: Span::default(),
        });
        if let Some(gap) = gap(line) {
            return Err(finding::gap(line, gap));
        }
        let mut next = |what| words.next().ok_or_else(|| finding::incomplete(line, what));
        match kind.text {
            "class" => Ok(Line::Class(next("a class")?)),
            "method" => Ok(Line::Method(
                next("a class")?,
                next("the name of a method")?,
                words.collect(),
            )),
            "new" => Ok(Line::New(next("a class")?, words.collect())),
            other => match IGNORED.iter().find(|(ignored, _)| *ignored == other) {
                Some((_, why)) => Err(finding::ignored(line, kind, why)),
                None => Err(finding::unknown_kind(line, kind, &KINDS)),
            },
        }
    }
}

fn words(line: &str) -> Vec<Word<'_>> {
    let mut at = 0;
    line.trim_end_matches(' ')
        .split(' ')
        .map(|text| {
            let span = Span::new(at as u32, (at + text.len()) as u32);
            at += text.len() + 1;
            Word { text, span }
        })
        .collect()
}

/// The first space that is not a single one between two words.
fn gap(line: &str) -> Option<Span> {
    let line = line.trim_end_matches(' ');
    let mut before = ' ';
    for (at, char) in line.char_indices() {
        if char.is_whitespace() && (char != ' ' || before == ' ') {
            return Some(Span::new(at as u32, (at + char.len_utf8()) as u32));
        }
        before = char;
    }
    None
}
