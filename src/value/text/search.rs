//! Looking for text in text.
//!
//! UTF-8 finds UTF-8 byte by byte, and a found offset is counted back into units. As soon as a lone surrogate takes
//! part, half of a pair may match, so both sides are spelled unit by unit: one to three bytes each, in the manner of
//! CESU-8, where a match of bytes is a match of units and the search stays linear.

use memchr::memmem;

use super::Text;
use super::units::{Place, count_units, place};
use crate::value::thrown::Thrown;

impl Text<'_> {
    /// `String.contains`.
    pub(crate) fn contains(self, needle: Text<'_>) -> bool {
        match (self, needle) {
            (Self::Utf8(text), Text::Utf8(needle)) => {
                memmem::find(text.as_bytes(), needle.as_bytes()).is_some()
            }
            _ => self.index_of(needle, 0) >= 0,
        }
    }

    /// `String.startsWith`.
    pub(crate) fn starts_with(self, prefix: Text<'_>) -> bool {
        match (self, prefix) {
            (Self::Utf8(text), Text::Utf8(prefix)) => text.starts_with(prefix),
            _ => self.units().take(prefix.len_units()).eq(prefix.units()),
        }
    }

    /// `String.startsWith(prefix, offset)`: false where the offset lies outside of the text.
    pub(crate) fn starts_with_at(self, prefix: Text<'_>, offset: i32) -> bool {
        let tail = usize::try_from(offset)
            .ok()
            .and_then(|offset| self.tail(offset));
        tail.is_some_and(|tail| tail.as_text().starts_with(prefix))
    }

    /// `String.endsWith`.
    pub(crate) fn ends_with(self, suffix: Text<'_>) -> bool {
        match (self, suffix) {
            (Self::Utf8(text), Text::Utf8(suffix)) => text.ends_with(suffix),
            _ => {
                let begin = self.len_units().checked_sub(suffix.len_units());
                begin.is_some_and(|begin| self.units().skip(begin).eq(suffix.units()))
            }
        }
    }

    /// `String.indexOf(text, from)`: an index before the text counts as its start, one behind it as its end.
    pub(crate) fn index_of(self, needle: Text<'_>, from: i32) -> i32 {
        let from = usize::try_from(from).unwrap_or(0);
        to_index(match (self, needle) {
            (Self::Utf8(text), Text::Utf8(needle)) => find(text, needle, from),
            _ => Spelled::of(self).find(&Spelled::of(needle), from),
        })
    }

    /// `String.indexOf(text, begin, end)`.
    pub(crate) fn index_of_within(
        self,
        needle: Text<'_>,
        begin: i32,
        end: i32,
    ) -> Result<i32, Thrown> {
        let found = self.substring(begin, end)?.as_text().index_of(needle, 0);
        Ok(if found < 0 { found } else { found + begin })
    }

    /// `String.lastIndexOf(text, from)`: the last match that starts at `from` or before.
    pub(crate) fn last_index_of(self, needle: Text<'_>, from: i32) -> i32 {
        let Ok(from) = usize::try_from(from) else {
            return ABSENT;
        };
        to_index(match (self, needle) {
            (Self::Utf8(text), Text::Utf8(needle)) => rfind(text, needle, from),
            _ => Spelled::of(self).rfind(&Spelled::of(needle), from),
        })
    }

    /// `String.indexOf(int, from)`.
    pub(crate) fn index_of_code_point(self, code_point: i32, from: i32) -> i32 {
        with_code_point(code_point, |needle| self.index_of(needle, from)).unwrap_or(ABSENT)
    }

    /// `String.indexOf(int, begin, end)`.
    pub(crate) fn index_of_code_point_within(
        self,
        code_point: i32,
        begin: i32,
        end: i32,
    ) -> Result<i32, Thrown> {
        let found = with_code_point(code_point, |needle| {
            self.index_of_within(needle, begin, end)
        });
        found.unwrap_or_else(|| self.substring(begin, end).map(|_| ABSENT))
    }

    /// The starts of all matches of a text that is not empty, from left to right, none overlapping the one before.
    pub(super) fn occurrences(self, needle: Text<'_>) -> Vec<usize> {
        let (text, needle) = (Spelled::of(self), Spelled::of(needle));
        let (mut units, mut counted) = (0, 0);
        let found = memmem::find_iter(&text.0, &needle.0);
        let starts = found.map(|at| {
            units += units_in(&text.0[counted..at]);
            counted = at;
            units
        });
        starts.collect()
    }

    /// `String.lastIndexOf(int, from)`.
    pub(crate) fn last_index_of_code_point(self, code_point: i32, from: i32) -> i32 {
        with_code_point(code_point, |needle| self.last_index_of(needle, from)).unwrap_or(ABSENT)
    }
}

/// What Java answers for a text that is not there.
const ABSENT: i32 = -1;

fn to_index(found: Option<usize>) -> i32 {
    found
        .and_then(|at| i32::try_from(at).ok())
        .unwrap_or(ABSENT)
}

/// Calls `then` with the text of a code point, a single surrogate included; not at all for a number that is none.
pub(super) fn with_code_point<R>(code_point: i32, then: impl FnOnce(Text<'_>) -> R) -> Option<R> {
    let code_point = u32::try_from(code_point).ok()?;
    match (char::from_u32(code_point), u16::try_from(code_point)) {
        (Some(char), _) => Some(then(Text::Utf8(char.encode_utf8(&mut [0; 4])))),
        (None, Ok(surrogate)) => Some(then(Text::Wide(&[surrogate]))),
        (None, Err(_)) => None,
    }
}

fn find(text: &str, needle: &str, from: usize) -> Option<usize> {
    if needle.is_empty() {
        return Some(from.min(count_units(text)));
    }
    let (begin, skipped) = match place(text, from)? {
        Place::Before(at) => (at, from),
        Place::Within(at) => (at + 4, from + 1),
    };
    let found = memmem::find(&text.as_bytes()[begin..], needle.as_bytes())?;
    Some(skipped + count_units(&text[begin..begin + found]))
}

fn rfind(text: &str, needle: &str, from: usize) -> Option<usize> {
    if needle.is_empty() {
        return Some(from.min(count_units(text)));
    }
    let last_start = match place(text, from) {
        Some(Place::Before(at) | Place::Within(at)) => at,
        None => text.len(),
    };
    let end = text.len().min(last_start.saturating_add(needle.len()));
    let found = memmem::rfind(&text.as_bytes()[..end], needle.as_bytes())?;
    Some(count_units(&text[..found]))
}

/// Text spelled unit by unit.
struct Spelled(Vec<u8>);

impl Spelled {
    fn of(text: Text<'_>) -> Self {
        let mut bytes = Vec::with_capacity(text.units().size_hint().0);
        for unit in text.units() {
            spell(unit, &mut bytes);
        }
        Self(bytes)
    }

    fn find(&self, needle: &Self, from: usize) -> Option<usize> {
        if needle.0.is_empty() {
            return Some(from.min(units_in(&self.0)));
        }
        let begin = self.byte_of(from);
        memmem::find(&self.0[begin..], &needle.0).map(|at| units_in(&self.0[..begin + at]))
    }

    fn rfind(&self, needle: &Self, from: usize) -> Option<usize> {
        if needle.0.is_empty() {
            return Some(from.min(units_in(&self.0)));
        }
        let end = self
            .0
            .len()
            .min(self.byte_of(from).saturating_add(needle.0.len()));
        memmem::rfind(&self.0[..end], &needle.0).map(|at| units_in(&self.0[..at]))
    }

    /// The byte at which a unit starts, or the end.
    fn byte_of(&self, unit: usize) -> usize {
        let mut starts = (0..self.0.len()).filter(|at| starts_unit(self.0[*at]));
        starts.nth(unit).unwrap_or(self.0.len())
    }
}

fn spell(unit: u16, out: &mut Vec<u8>) {
    let tail = |shift: u16| 0x80 | (unit >> shift & 0x3F) as u8;
    match unit {
        0..0x80 => out.push(unit as u8),
        0x80..0x800 => out.extend([0xC0 | (unit >> 6) as u8, tail(0)]),
        _ => out.extend([0xE0 | (unit >> 12) as u8, tail(6), tail(0)]),
    }
}

const fn starts_unit(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn units_in(spelled: &[u8]) -> usize {
    spelled.iter().filter(|byte| starts_unit(**byte)).count()
}
