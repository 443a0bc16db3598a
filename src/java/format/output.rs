//! Text under construction, with a limit.
//!
//! A format of a few characters can ask for gigabytes (`%1000000000d`), so every engine here writes through [`Output`],
//! which refuses to grow beyond its limit *before* it allocates. Lengths are UTF-16 units, as Java counts widths and
//! precisions.

use std::borrow::Cow;

use super::thrown::Thrown;

/// Stands for half a surrogate pair, which our text cannot hold: what Java's encoders put in its place.
pub(crate) const LONE_SURROGATE: char = '?';

/// A text that grows up to a limit.
pub(crate) struct Output {
    text: String,
    room: usize,
}

impl Output {
    /// An empty text of at most `max_units` UTF-16 units.
    pub(crate) fn new(max_units: usize) -> Self {
        Output {
            text: String::new(),
            room: max_units,
        }
    }

    /// How many units still fit.
    pub(crate) fn room(&self) -> usize {
        self.room
    }

    /// What was written so far.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Appends `text`.
    pub(crate) fn push_str(&mut self, text: &str) -> Result<(), Thrown> {
        self.take(utf16_len(text))?;
        self.text.push_str(text);
        Ok(())
    }

    /// Appends one character.
    pub(crate) fn push(&mut self, character: char) -> Result<(), Thrown> {
        self.repeat(character, 1)
    }

    /// Appends `character` `count` times.
    pub(crate) fn repeat(&mut self, character: char, count: usize) -> Result<(), Thrown> {
        self.take(count.saturating_mul(character.len_utf16()))?;
        self.text.extend(std::iter::repeat_n(character, count));
        Ok(())
    }

    /// Appends `text` in a field of `width` units, padded with spaces.
    pub(crate) fn justify(&mut self, text: &str, width: usize, left: bool) -> Result<(), Thrown> {
        let padding = width.saturating_sub(utf16_len(text));
        if left {
            self.push_str(text)?;
        }
        self.repeat(' ', padding)?;
        if left { Ok(()) } else { self.push_str(text) }
    }

    /// The finished text.
    pub(crate) fn into_string(self) -> String {
        self.text
    }

    fn take(&mut self, units: usize) -> Result<(), Thrown> {
        self.room = self.room.checked_sub(units).ok_or_else(Thrown::too_large)?;
        Ok(())
    }
}

/// Length of `text` in UTF-16 units.
pub(crate) fn utf16_len(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().map(char::len_utf16).sum()
    }
}

/// The first `units` UTF-16 units of `text`.
pub(crate) fn utf16_head(text: &str, units: usize) -> Cow<'_, str> {
    let at = byte_index(text, units);
    let head = &text[..at];
    if utf16_len(head) < units && at < text.len() {
        Cow::Owned(format!("{head}{LONE_SURROGATE}"))
    } else {
        Cow::Borrowed(head)
    }
}

/// The byte at which UTF-16 unit `units` of `text` starts; the start of its character where the unit is the second of a
/// pair, the length of `text` where `text` is shorter.
pub(crate) fn byte_index(text: &str, units: usize) -> usize {
    if text.is_ascii() {
        return units.min(text.len());
    }
    let mut passed = 0;
    for (at, character) in text.char_indices() {
        passed += character.len_utf16();
        if passed > units {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_beyond_the_limit_is_refused_before_it_is_written() {
        let mut out = Output::new(3);
        assert_eq!(out.repeat('x', 1_000_000_000), Err(Thrown::too_large()));
        assert_eq!(out.push_str("a😀"), Ok(()));
        assert_eq!(out.push('b'), Err(Thrown::too_large()));
        assert_eq!(out.into_string(), "a😀");
    }

    #[test]
    fn heads_and_indexes_count_utf16_units() {
        let cases = [
            ("abc", 2, "ab", 2),
            ("a😀b", 1, "a", 1),
            ("a😀b", 2, "a?", 1),
            ("a😀b", 3, "a😀", 5),
            ("é", 5, "é", 2),
        ];
        for (text, units, head, at) in cases {
            assert_eq!(utf16_head(text, units), head, "{text} {units}");
            assert_eq!(byte_index(text, units), at, "{text} {units}");
        }
    }
}
