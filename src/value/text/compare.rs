//! Order of text: by UTF-16 units, which is not the order of code points.
//!
//! A character beyond the basic plane starts with a surrogate and so comes before U+E000, though its number is larger.

use std::cmp::Ordering;

use super::Text;
use super::units::{count_units, unit_pair};

impl Text<'_> {
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
