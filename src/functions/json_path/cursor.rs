//! A position in the text of a path, with a movable end.
//!
//! The reference looks ahead past blanks everywhere and lets a position stand behind the end; which damaged paths are
//! still accepted depends on that, so the questions asked here are exactly the ones that it asks.

use super::failure::{Failure, Found};
use std::rc::Rc;

/// A position in a text. `end` is the first place that no longer counts; text behind it can still be looked at.
#[derive(Clone)]
pub(super) struct Cursor {
    chars: Rc<[char]>,
    pub(super) at: usize,
    end: usize,
}

impl Cursor {
    pub(super) fn new(text: &str) -> Cursor {
        let chars: Rc<[char]> = text.chars().collect();
        let end = chars.len();
        Cursor { chars, at: 0, end }
    }

    /// The same text without blanks at both ends; the last character stays even if it is a blank.
    pub(super) fn trimmed(mut self) -> Cursor {
        self.trim();
        self
    }

    pub(super) fn trim(&mut self) {
        self.skip_blanks();
        while self.at + 1 < self.end && self.chars[self.end - 1] == ' ' {
            self.end -= 1;
        }
    }

    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// Leaves one character fewer at the end.
    pub(super) fn shorten(&mut self) {
        self.end = self.end.saturating_sub(1);
    }

    pub(super) fn char_at(&self, index: usize) -> Found<char> {
        self.chars
            .get(index)
            .copied()
            .ok_or_else(|| Failure::invalid("the path ends too early"))
    }

    pub(super) fn current(&self) -> Found<char> {
        self.char_at(self.at)
    }

    pub(super) fn current_is(&self, char: char) -> Found<bool> {
        Ok(self.current()? == char)
    }

    pub(super) fn last_is(&self, char: char) -> Found<bool> {
        Ok(self.char_at(self.end.wrapping_sub(1))? == char)
    }

    pub(super) fn next_is(&self, char: char) -> bool {
        self.at + 1 < self.end && self.chars[self.at + 1] == char
    }

    pub(super) fn within(&self, index: usize) -> bool {
        index < self.end
    }

    pub(super) fn in_bounds(&self) -> bool {
        self.within(self.at)
    }

    /// Whether at most one character is left, which the reference then no longer reads.
    pub(super) fn is_tail(&self) -> bool {
        self.at + 1 >= self.end
    }

    pub(super) fn slice(&self, from: usize, to: usize) -> Found<String> {
        let piece = self
            .chars
            .get(from..to)
            .ok_or_else(|| Failure::invalid("the path ends too early"))?;
        Ok(piece.iter().collect())
    }

    pub(super) fn skip_blanks(&mut self) {
        while self.at + 1 < self.end && self.chars[self.at] == ' ' {
            self.at += 1;
        }
    }

    fn next_significant(&self, from: usize) -> usize {
        let mut at = from + 1;
        while at < self.end && self.chars[at] == ' ' {
            at += 1;
        }
        at
    }

    /// The first character behind `from` that is no blank; a blank when there is none.
    pub(super) fn significant_after(&self, from: usize) -> char {
        let at = self.next_significant(from);
        if at < self.end { self.chars[at] } else { ' ' }
    }

    /// Where `char` stands, if it is the first character behind `from` that is no blank.
    pub(super) fn index_of_significant(&self, from: usize, char: char) -> Found<Option<usize>> {
        let at = self.next_significant(from);
        Ok((self.char_at(at)? == char).then_some(at))
    }

    /// Where the last character before the position stands that is no blank.
    pub(super) fn index_before(&self) -> Option<usize> {
        let before = self.chars.get(..self.at.min(self.end))?;
        before.iter().rposition(|char| *char != ' ')
    }

    pub(super) fn index_of(&self, from: usize, char: char) -> Option<usize> {
        let rest = self.chars.get(from..self.end)?;
        rest.iter()
            .position(|mine| *mine == char)
            .map(|at| from + at)
    }

    /// The next `char` behind `from` without a backslash before it.
    pub(super) fn index_of_unescaped(&self, from: usize, char: char) -> Option<usize> {
        let mut escaped = false;
        for at in from + 1..self.end {
            match self.chars[at] {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                mine if mine == char => return Some(at),
                _ => {}
            }
        }
        None
    }

    /// The bracket that closes the one at `from`, texts in quotes (and patterns) skipped.
    pub(super) fn index_of_closing(
        &self,
        from: usize,
        pair: (char, char),
        skip_patterns: bool,
    ) -> Found<Option<usize>> {
        let (open, close) = pair;
        let mut opened = 1_usize;
        let mut at = from + 1;
        while self.within(at) {
            let quote = self.char_at(at)?;
            if quote == '\'' || quote == '"' {
                at = self.behind(at, quote)?;
            }
            if skip_patterns && self.char_at(at)? == '/' {
                at = self.behind(at, '/')?;
            }
            let char = self.char_at(at)?;
            if char == open {
                opened += 1;
            }
            if char == close {
                opened -= 1;
                if opened == 0 {
                    return Ok(Some(at));
                }
            }
            at += 1;
        }
        Ok(None)
    }

    fn behind(&self, from: usize, quote: char) -> Found<usize> {
        let found = self.index_of_unescaped(from, quote);
        found
            .map(|at| at + 1)
            .ok_or_else(|| Failure::invalid(format!("a `{quote}` of the path is not closed")))
    }

    /// Steps over `expected` if it is next, blanks before it skipped.
    pub(super) fn eat(&mut self, expected: &str) -> bool {
        self.skip_blanks();
        let len = expected.chars().count();
        let there = self.within(self.at + len - 1)
            && expected
                .chars()
                .eq(self.chars[self.at..self.at + len].iter().copied());
        if there {
            self.at += len;
        }
        there
    }

    /// Steps over a character that must be next, blanks before it skipped.
    pub(super) fn expect(&mut self, char: char) -> Found<()> {
        self.skip_blanks();
        if self.current()? != char {
            return Err(Failure::invalid(format!(
                "a `{char}` was expected in the path"
            )));
        }
        self.at += 1;
        Ok(())
    }
}

/// A text of a path with its escapes resolved: an unknown one stands for the character itself, an unfinished `\u` for
/// nothing.
pub(super) fn unescape(text: &str) -> Found<String> {
    if !text.contains('\\') {
        return Ok(text.to_owned());
    }
    let mut units = Vec::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        let escaped = if char == '\\' {
            chars.next().unwrap_or('\\')
        } else {
            char
        };
        match (char, escaped) {
            ('\\', 'u') => units.extend(unicode(&mut chars)?),
            ('\\', other) => push(&mut units, control(other)),
            (plain, _) => push(&mut units, plain),
        }
    }
    Ok(String::from_utf16_lossy(&units))
}

fn push(units: &mut Vec<u16>, char: char) {
    units.extend_from_slice(char.encode_utf16(&mut [0; 2]));
}

fn control(escape: char) -> char {
    match escape {
        'r' => '\r',
        'f' => '\u{c}',
        't' => '\t',
        'n' => '\n',
        'b' => '\u{8}',
        other => other,
    }
}

fn unicode(chars: &mut std::str::Chars<'_>) -> Found<Option<u16>> {
    let digits: String = chars.by_ref().take(4).collect();
    if digits.chars().count() < 4 {
        return Ok(None);
    }
    let value = u16::from_str_radix(&digits, 16);
    value.map(Some).map_err(|_| {
        Failure::thrown(
            "JsonPathException",
            format!("`\\u{digits}` is no Unicode escape"),
        )
    })
}
