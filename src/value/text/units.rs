//! Finding units in text: lengths, single units, pieces.

use std::iter::Copied;
use std::slice;
use std::str::EncodeUtf16;

use super::{Text, TextCow};
use crate::value::thrown::Thrown;

/// Iterates over the UTF-16 units of a text.
#[derive(Clone)]
pub(crate) enum Units<'a> {
    Utf8(EncodeUtf16<'a>),
    Wide(Copied<slice::Iter<'a, u16>>),
}

impl Iterator for Units<'_> {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        match self {
            Self::Utf8(units) => units.next(),
            Self::Wide(units) => units.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Utf8(units) => units.size_hint(),
            Self::Wide(units) => units.size_hint(),
        }
    }
}

/// Where a unit index falls in UTF-8 text, as a byte offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// In front of the character at this byte, or at the end.
    Before(usize),
    /// Between the two surrogates of the character at this byte.
    Within(usize),
}

/// The place of unit `index` of `text`; nothing if the text is shorter.
pub(super) fn place(text: &str, index: usize) -> Option<Place> {
    if text.as_bytes().get(..index)?.is_ascii() {
        return Some(Place::Before(index));
    }
    let mut units = 0;
    for (at, char) in text.char_indices() {
        if units == index {
            return Some(Place::Before(at));
        }
        units += char.len_utf16();
        if units > index {
            return Some(Place::Within(at));
        }
    }
    (units == index).then_some(Place::Before(text.len()))
}

/// UTF-16 units of `text`.
pub(super) fn count_units(text: &str) -> usize {
    let starts_unit = |byte: &&u8| (**byte as i8) >= -0x40;
    match text.is_ascii() {
        true => text.len(),
        false => {
            text.bytes().filter(|byte| *byte >= 0xF0).count()
                + text.as_bytes().iter().filter(starts_unit).count()
        }
    }
}

/// The surrogates of a character beyond the basic plane, or the character itself twice.
pub(super) fn unit_pair(char: char) -> [u16; 2] {
    let mut pair = [0; 2];
    match char.encode_utf16(&mut pair).len() {
        1 => [pair[0]; 2],
        _ => pair,
    }
}

impl<'a> Text<'a> {
    /// `String.length`.
    pub(crate) fn len_units(self) -> usize {
        match self {
            Self::Utf8(text) => count_units(text),
            Self::Wide(units) => units.len(),
        }
    }

    /// [`len_units`](Self::len_units) as Java's `int`.
    pub(crate) fn length(self) -> i32 {
        i32::try_from(self.len_units()).unwrap_or(i32::MAX)
    }

    /// `String.isEmpty`.
    pub(crate) const fn is_empty(self) -> bool {
        match self {
            Self::Utf8(text) => text.is_empty(),
            Self::Wide(units) => units.is_empty(),
        }
    }

    pub(crate) fn units(self) -> Units<'a> {
        match self {
            Self::Utf8(text) => Units::Utf8(text.encode_utf16()),
            Self::Wide(units) => Units::Wide(units.iter().copied()),
        }
    }

    /// The unit at `index`, if the text is that long.
    pub(crate) fn unit_at(self, index: usize) -> Option<u16> {
        let text = match self {
            Self::Utf8(text) => text,
            Self::Wide(units) => return units.get(index).copied(),
        };
        let (at, half) = match place(text, index)? {
            Place::Before(at) => (at, 0),
            Place::Within(at) => (at, 1),
        };
        text[at..].chars().next().map(|char| unit_pair(char)[half])
    }

    /// `String.charAt`.
    pub(crate) fn char_at(self, index: i32) -> Result<u16, Thrown> {
        let unit = usize::try_from(index)
            .ok()
            .and_then(|index| self.unit_at(index));
        unit.ok_or_else(|| self.index_thrown(index))
    }

    /// `String.substring(begin)`.
    pub(crate) fn substring_from(self, begin: i32) -> Result<TextCow<'a>, Thrown> {
        let piece = usize::try_from(begin)
            .ok()
            .and_then(|begin| self.tail(begin));
        piece.ok_or_else(|| self.range_thrown(begin, self.length()))
    }

    /// `String.substring(begin, end)`.
    pub(crate) fn substring(self, begin: i32, end: i32) -> Result<TextCow<'a>, Thrown> {
        let piece = match (usize::try_from(begin), usize::try_from(end)) {
            (Ok(begin), Ok(end)) if begin <= end => self.piece(begin, end),
            _ => None,
        };
        piece.ok_or_else(|| self.range_thrown(begin, end))
    }

    /// The units from `begin` to the end; nothing if the text is shorter.
    pub(crate) fn tail(self, begin: usize) -> Option<TextCow<'a>> {
        match self {
            Self::Utf8(text) => match place(text, begin)? {
                Place::Before(at) => Some(Text::Utf8(&text[at..]).into()),
                Place::Within(_) => Some(collect(text.encode_utf16().skip(begin))),
            },
            Self::Wide(units) => units.get(begin..).map(Text::of_units),
        }
    }

    /// The units from `begin` up to `end`; nothing unless both lie in the text, in this order.
    pub(crate) fn piece(self, begin: usize, end: usize) -> Option<TextCow<'a>> {
        let text = match self {
            Self::Utf8(text) => text,
            Self::Wide(units) => return units.get(begin..end).map(Text::of_units),
        };
        let count = end.checked_sub(begin)?;
        if let Place::Before(from) = place(text, begin)?
            && let Place::Before(len) = place(&text[from..], count)?
        {
            return Some(Text::Utf8(&text[from..from + len]).into());
        }
        place(text, end)?;
        Some(collect(text.encode_utf16().skip(begin).take(count)))
    }

    #[cold]
    fn index_thrown(self, index: i32) -> Thrown {
        let reason = format!(
            "index {index} lies outside of a text of {} units",
            self.len_units()
        );
        Thrown::new("StringIndexOutOfBoundsException", reason)
    }

    #[cold]
    fn range_thrown(self, begin: i32, end: i32) -> Thrown {
        let reason = format!(
            "range {begin} to {end} lies outside of a text of {} units",
            self.len_units()
        );
        Thrown::new("StringIndexOutOfBoundsException", reason)
    }
}

fn collect<'a>(units: impl Iterator<Item = u16>) -> TextCow<'a> {
    TextCow::Owned(super::TextBuf::from_units(units.collect()))
}
