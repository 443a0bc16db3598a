//! Making new text: joining, repeating, replacing.
//!
//! These are the functions that can turn a small text into a huge one, so they take the longest result the caller
//! accepts and compute the length before they write.

use std::borrow::Cow;

use memchr::memmem;

use super::lines::Joined;
use super::{Text, TextBuf, TextCow, within};
use crate::value::thrown::{Failure, Thrown};

impl<'a> Text<'a> {
    /// `String.concat`, and `+` on two texts.
    pub(crate) fn concat(self, other: Self, max_units: usize) -> Result<TextCow<'a>, Failure> {
        if other.is_empty() {
            return Ok(self.into());
        }
        if self.is_empty() {
            return Ok(other.into());
        }
        within(self.len_units().checked_add(other.len_units()), max_units)?;
        Ok(match (self, other) {
            (Self::Utf8(a), Self::Utf8(b)) => [a, b].concat().into(),
            _ => TextBuf::from_units(self.units().chain(other.units()).collect()).into(),
        })
    }

    /// `String.repeat`.
    pub(crate) fn repeat(self, count: i32, max_units: usize) -> Result<TextCow<'a>, Failure> {
        let Ok(count) = usize::try_from(count) else {
            return Err(
                Thrown::illegal_argument(format!("repeat count {count} is negative")).into(),
            );
        };
        if count == 0 || self.is_empty() {
            return Ok(Text::EMPTY.into());
        }
        within(self.len_units().checked_mul(count), max_units)?;
        Ok(match self {
            _ if count == 1 => self.into(),
            Self::Utf8(text) => text.repeat(count).into(),
            Self::Wide(units) => TextBuf::from_units(units.repeat(count)).into(),
        })
    }

    /// `String.replace(char, char)`.
    pub(crate) fn replace_unit(self, from: u16, to: u16) -> TextCow<'a> {
        match (self, scalar(from), scalar(to)) {
            (Self::Utf8(text), Some(from), Some(to)) => match text.contains(from) && from != to {
                true => text.replace(from, to.encode_utf8(&mut [0; 4])).into(),
                false => self.into(),
            },
            _ if self.units().any(|unit| unit == from) => {
                let replaced = |unit| if unit == from { to } else { unit };
                TextBuf::from_units(self.units().map(replaced).collect()).into()
            }
            _ => self.into(),
        }
    }

    /// `String.replace(text, text)`: literal, left to right, and around every unit where `from` is empty.
    pub(crate) fn replace(
        self,
        from: Text<'_>,
        to: Text<'_>,
        max_units: usize,
    ) -> Result<TextCow<'a>, Failure> {
        if from.is_empty() {
            return self.interleave(to, max_units);
        }
        if let (Self::Utf8(text), Text::Utf8(from), Text::Utf8(to)) = (self, from, to) {
            let count = memmem::find_iter(text.as_bytes(), from.as_bytes()).count();
            if count == 0 {
                return Ok(self.into());
            }
            within(
                replaced_units(self, from.into(), to.into(), count),
                max_units,
            )?;
            return Ok(text.replace(from, to).into());
        }
        self.replace_units(from, to, max_units)
    }

    fn replace_units(
        self,
        from: Text<'_>,
        to: Text<'_>,
        max_units: usize,
    ) -> Result<TextCow<'a>, Failure> {
        let (units, to_units) = (self.to_units(), to.to_units());
        let starts = self.occurrences(from);
        if starts.is_empty() {
            return Ok(self.into());
        }
        let len = within(replaced_units(self, from, to, starts.len()), max_units)?;
        let (mut out, mut rest) = (Vec::with_capacity(len), 0);
        let from_len = from.len_units();
        for start in starts {
            out.extend_from_slice(&units[rest..start]);
            out.extend_from_slice(&to_units);
            rest = start + from_len;
        }
        out.extend_from_slice(&units[rest..]);
        Ok(TextBuf::from_units(out).into())
    }

    /// `to` before, between and after all units.
    fn interleave(self, to: Text<'_>, max_units: usize) -> Result<TextCow<'a>, Failure> {
        if to.is_empty() {
            return Ok(self.into());
        }
        let gaps = self.len_units() + 1;
        within(
            to.len_units()
                .checked_mul(gaps)
                .and_then(|added| added.checked_add(gaps - 1)),
            max_units,
        )?;
        if let (Self::Utf8(text), Text::Utf8(to)) = (self, to)
            && text.chars().all(|char| char.len_utf16() == 1)
        {
            return Ok(text.replace("", to).into());
        }
        let to: Cow<'_, [u16]> = match to {
            Text::Utf8(_) => Cow::Owned(to.to_units()),
            Text::Wide(units) => Cow::Borrowed(units),
        };
        let mut out = to.to_vec();
        for unit in self.units() {
            out.push(unit);
            out.extend_from_slice(&to);
        }
        Ok(TextBuf::from_units(out).into())
    }
}

/// `String.join`.
pub(crate) fn join<'a>(
    separator: Text<'_>,
    parts: impl IntoIterator<Item = Text<'a>>,
    max_units: usize,
) -> Result<TextBuf, Failure> {
    let (mut out, mut units) = (Joined::default(), 0_usize);
    for (number, part) in parts.into_iter().enumerate() {
        let separator = if number == 0 { Text::EMPTY } else { separator };
        for piece in [separator, part] {
            units = within(units.checked_add(piece.len_units()), max_units)?;
            out.push(piece);
        }
    }
    Ok(out.finish())
}

/// Units after `count` replacements.
fn replaced_units(text: Text<'_>, from: Text<'_>, to: Text<'_>, count: usize) -> Option<usize> {
    let kept = text.len_units() - from.len_units() * count;
    to.len_units().checked_mul(count)?.checked_add(kept)
}

fn scalar(unit: u16) -> Option<char> {
    char::from_u32(u32::from(unit))
}

#[cfg(test)]
mod tests;
