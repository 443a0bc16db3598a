//! Text as code points: a pair of surrogates counts as one.

use std::iter::Peekable;

use super::units::Units;
use super::{Text, TextBuf, TextCow};
use crate::value::thrown::Thrown;

/// The code points of a text, lone surrogates among them.
#[derive(Clone)]
pub(crate) struct CodePoints<'a>(Peekable<Units<'a>>);

impl Iterator for CodePoints<'_> {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        let unit = self.0.next()?;
        let low = if is_high(unit) {
            self.0.next_if(|next| is_low(*next))
        } else {
            None
        };
        Some(low.map_or(i32::from(unit), |low| paired(unit, low)))
    }
}

pub(crate) const fn is_high(unit: u16) -> bool {
    matches!(unit, 0xD800..=0xDBFF)
}

pub(crate) const fn is_low(unit: u16) -> bool {
    matches!(unit, 0xDC00..=0xDFFF)
}

pub(super) const fn paired(high: u16, low: u16) -> i32 {
    0x1_0000 + ((high as i32 & 0x3FF) << 10) + (low as i32 & 0x3FF)
}

impl<'a> Text<'a> {
    /// `String.codePoints`.
    pub(crate) fn code_points(self) -> CodePoints<'a> {
        CodePoints(self.units().peekable())
    }

    /// `String.codePointAt`.
    pub(crate) fn code_point_at(self, index: i32) -> Result<i32, Thrown> {
        let unit = self.char_at(index)?;
        let low = self
            .char_at(index.saturating_add(1))
            .ok()
            .filter(|low| is_high(unit) && is_low(*low));
        Ok(low.map_or(i32::from(unit), |low| paired(unit, low)))
    }

    /// `String.codePointBefore`.
    pub(crate) fn code_point_before(self, index: i32) -> Result<i32, Thrown> {
        let last = index.saturating_sub(1);
        let unit = self.char_at(last)?;
        let high = self
            .char_at(last.saturating_sub(1))
            .ok()
            .filter(|high| is_high(*high) && is_low(unit));
        Ok(high.map_or(i32::from(unit), |high| paired(high, unit)))
    }

    /// `String.codePointCount`.
    pub(crate) fn code_point_count(self, begin: i32, end: i32) -> Result<i32, Thrown> {
        let piece = self.substring(begin, end).map_err(without_string)?;
        let count = piece.as_text().code_points().count();
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }

    /// `String.offsetByCodePoints`: the index that lies `offset` code points behind `index`, or before it.
    pub(crate) fn offset_by_code_points(self, index: i32, offset: i32) -> Result<i32, Thrown> {
        let outside = || {
            Thrown::new(
                "IndexOutOfBoundsException",
                format!("{offset} code points from {index} leave the text"),
            )
        };
        let moved = match offset {
            0.. => {
                let tail = self.substring_from(index).map_err(|_| outside())?;
                units_of(tail.as_text().code_points(), offset as usize)
            }
            _ => {
                let head = self.substring(0, index).map_err(|_| outside())?;
                let reversed: Vec<i32> = head.as_text().code_points().collect();
                units_of(reversed.into_iter().rev(), offset.unsigned_abs() as usize)
                    .map(|units| -units)
            }
        };
        moved.map(|units| index + units).ok_or_else(outside)
    }

    /// `new String(int[], offset, count)` on the code points themselves.
    pub(crate) fn of_code_points(code_points: &[i32]) -> Result<TextBuf, Thrown> {
        let mut units = Vec::with_capacity(code_points.len());
        for code_point in code_points {
            let appended =
                super::search::with_code_point(*code_point, |text| units.extend(text.units()));
            appended.ok_or_else(|| {
                Thrown::illegal_argument(format!("{code_point} is no code point"))
            })?;
        }
        Ok(TextBuf::from_units(units))
    }

    /// `StringBuilder.reverse`: pairs of surrogates keep their order.
    pub(crate) fn reversed(self) -> TextCow<'a> {
        match self {
            Self::Utf8(text) => text.chars().rev().collect::<String>().into(),
            Self::Wide(_) => {
                let code_points: Vec<i32> = self.code_points().collect();
                let mut units = Vec::new();
                for code_point in code_points.into_iter().rev() {
                    super::search::with_code_point(code_point, |text| units.extend(text.units()));
                }
                TextBuf::from_units(units).into()
            }
        }
    }
}

/// Units of the first `count` code points, if there are that many.
fn units_of(code_points: impl Iterator<Item = i32>, count: usize) -> Option<i32> {
    let widths: Vec<i32> = code_points
        .take(count)
        .map(|code_point| if code_point > 0xFFFF { 2 } else { 1 })
        .collect();
    (widths.len() == count).then(|| widths.iter().sum())
}

fn without_string(thrown: Thrown) -> Thrown {
    Thrown {
        class: "IndexOutOfBoundsException",
        ..thrown
    }
}

#[cfg(test)]
mod tests;
