//! The text of one hole and the two ways to name a place in it.
//!
//! The reference counts UTF-16 units of the trimmed text; we count bytes of the template as the user wrote it. Both differ
//! from the byte index that the parser sees, the first behind a non-ASCII character, the second because the text may come
//! from the rewritten template, in which spaces are gone and hashes were put in.

use std::cell::OnceCell;

use crate::diagnostic::Span;

/// The text of a hole with its origin.
pub(crate) struct Source<'a> {
    /// The trimmed text.
    pub text: &'a str,
    /// Byte index of `text` in the rewritten template.
    start: u32,
    moves: &'a [Move],
    /// Looked for when a place is asked for: most texts are ASCII, and most whole templates are never asked.
    wide: OnceCell<Vec<Wide>>,
}

/// From byte `from` of the rewritten template on, the original is `by` bytes further on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Move {
    pub from: u32,
    pub by: i32,
}

/// Up to the end of a non-ASCII character (byte `end`) there are `surplus` more bytes than UTF-16 units.
struct Wide {
    end: u32,
    surplus: u32,
}

impl<'a> Source<'a> {
    /// The text that starts at byte `start` of the rewritten template, which came about by `moves`.
    pub(crate) fn new(text: &'a str, start: usize, moves: &'a [Move]) -> Self {
        Source {
            text,
            start: start as u32,
            moves,
            wide: OnceCell::new(),
        }
    }

    /// The UTF-16 index of a byte index.
    pub(crate) fn at(&self, byte: usize) -> u32 {
        let byte = byte as u32;
        let wide = self.wide.get_or_init(|| wide_characters(self.text));
        let before = wide.partition_point(|wide| wide.end <= byte);
        byte - before.checked_sub(1).map_or(0, |last| wide[last].surplus)
    }

    /// The place in the original template.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.original(start), self.original(end))
    }

    fn original(&self, byte: usize) -> u32 {
        let place = self.start + byte as u32;
        let before = self.moves.partition_point(|step| step.from <= place);
        let by = before.checked_sub(1).map_or(0, |last| self.moves[last].by);
        place.saturating_add_signed(by)
    }
}

fn wide_characters(text: &str) -> Vec<Wide> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut surplus = 0;
    text.char_indices()
        .filter(|(_, c)| !c.is_ascii())
        .map(|(start, c)| {
            surplus += (c.len_utf8() - c.len_utf16()) as u32;
            Wide {
                end: (start + c.len_utf8()) as u32,
                surplus,
            }
        })
        .collect()
}
