//! Order of text: by UTF-16 units, which is not the order of code points.
//!
//! A character beyond the basic plane starts with a surrogate and so comes before U+E000, though its number is larger.

use std::cmp::Ordering;

use super::Text;
use super::character::fold;
use super::code_points::{is_high, is_low, paired};
use super::units::{count_units, unit_pair};

impl<'a> Text<'a> {
    /// `String.compareTo`: the difference of the first units that differ, else of the lengths.
    pub(crate) fn compare(self, other: Text<'_>) -> i32 {
        match (self, other) {
            (Self::Utf8(a), Text::Utf8(b)) => compare_utf8(a, b),
            _ => compare_units(self, other),
        }
    }

    /// The sign of [`compare`](Self::compare).
    pub(crate) fn order(self, other: Text<'_>) -> Ordering {
        self.compare(other).cmp(&0)
    }

    /// `String.equalsIgnoreCase`: character by character, so `ß` is not `SS`.
    pub(crate) fn equals_ignore_case(self, other: Text<'_>) -> bool {
        match (self, other) {
            (Self::Utf8(a), Text::Utf8(b)) if a.is_ascii() && b.is_ascii() => {
                a.eq_ignore_ascii_case(b)
            }
            _ => self.len_units() == other.len_units() && self.compare_ignore_case(other) == 0,
        }
    }

    /// `String.compareToIgnoreCase`, and `CASE_INSENSITIVE_ORDER`.
    ///
    /// Where units differ, the characters they are part of count, in lower case; but a text that Java stores in bytes,
    /// because all of it is Latin-1, is compared unit by unit.
    pub(crate) fn compare_ignore_case(self, other: Text<'_>) -> i32 {
        let by_unit = self.is_latin1() || other.is_latin1();
        let (mut left, mut right) = (self.units().peekable(), other.units().peekable());
        let mut before = (0, 0);
        while let (Some(a), Some(b)) = (left.next(), right.next()) {
            if a != b {
                let (a, b) = match by_unit {
                    true => (i32::from(a), i32::from(b)),
                    false => (
                        character(before.0, a, left.peek()),
                        character(before.1, b, right.peek()),
                    ),
                };
                let difference = folded(a) - folded(b);
                if difference != 0 {
                    return difference;
                }
            }
            before = (a, b);
        }
        length_difference(self.len_units(), other.len_units())
    }

    fn is_latin1(self) -> bool {
        match self {
            Self::Utf8(text) => text.chars().all(|char| char <= '\u{FF}'),
            Self::Wide(_) => false,
        }
    }

    /// `String.regionMatches`: whether `len` units from `begin` are those of `other` from `other_begin`. Regions that
    /// leave a text match nothing, regions of no length or less match anywhere inside.
    pub(crate) fn region_matches(
        self,
        ignore_case: bool,
        begin: i32,
        other: Text<'a>,
        other_begin: i32,
        len: i32,
    ) -> bool {
        let count = usize::try_from(len).unwrap_or(0);
        let region = |text: Self, begin: i32| {
            let fits = i64::from(begin) + i64::from(len) <= text.len_units() as i64;
            let begin = usize::try_from(begin).ok().filter(|_| fits)?;
            text.piece(begin, begin + count)
                .or_else(|| (count == 0).then(|| Text::EMPTY.into()))
        };
        let (Some(a), Some(b)) = (region(self, begin), region(other, other_begin)) else {
            return false;
        };
        if ignore_case {
            a.as_text().equals_ignore_case(b.as_text())
        } else {
            a == b
        }
    }
}

/// The character that `unit` is part of.
fn character(before: u16, unit: u16, after: Option<&u16>) -> i32 {
    match after {
        _ if is_high(before) && is_low(unit) => paired(before, unit),
        Some(after) if is_high(unit) && is_low(*after) => paired(unit, *after),
        _ => i32::from(unit),
    }
}

/// A code point as it counts where case does not.
fn folded(code_point: i32) -> i32 {
    let char = u32::try_from(code_point).ok().and_then(char::from_u32);
    char.map_or(code_point, |char| fold(char) as i32)
}

fn compare_utf8(a: &str, b: &str) -> i32 {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let start = (0..=common)
        .rev()
        .find(|at| a.is_char_boundary(*at) && b.is_char_boundary(*at))
        .unwrap_or(0);
    let (a, b) = (&a[start..], &b[start..]);
    match (a.chars().next(), b.chars().next()) {
        (Some(a), Some(b)) => {
            let ([a1, a2], [b1, b2]) = (unit_pair(a), unit_pair(b));
            if a1 == b1 {
                i32::from(a2) - i32::from(b2)
            } else {
                i32::from(a1) - i32::from(b1)
            }
        }
        _ => length_difference(count_units(a), count_units(b)),
    }
}

fn compare_units(a: Text<'_>, b: Text<'_>) -> i32 {
    let differing = a.units().zip(b.units()).find(|(a, b)| a != b);
    match differing {
        Some((a, b)) => i32::from(a) - i32::from(b),
        None => length_difference(a.len_units(), b.len_units()),
    }
}

pub(super) fn length_difference(a: usize, b: usize) -> i32 {
    let difference = a as i64 - b as i64;
    difference.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
}

#[cfg(test)]
mod tests;
