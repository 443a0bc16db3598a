//! Java's text: a sequence of UTF-16 units, held as UTF-8 wherever it can be.
//!
//! Almost all text is valid Unicode, mostly ASCII, and is borrowed from the request. So a [`Text`] is a `&str`, and a
//! slice of units only where a lone surrogate makes UTF-8 impossible. Every function answers in that form: units that
//! are valid Unicode never come back as [`Text::Wide`]. Lengths and indexes count UTF-16 units throughout; where the
//! text in front of an index is ASCII, units are bytes and nothing is walked.

pub(crate) mod case;
pub(crate) mod character;
pub(crate) mod charset;
pub(crate) mod code_points;
mod combining;
pub(crate) mod compare;
pub(crate) mod edit;
mod escape;
mod hash;
pub(crate) mod lines;
mod ranges;
pub(crate) mod search;
pub(crate) mod trim;
pub(crate) mod units;
mod word;

use std::borrow::Cow;
use std::fmt;

use super::thrown::Failure;

/// Borrowed text.
#[derive(Clone, Copy)]
pub(crate) enum Text<'a> {
    /// Valid Unicode.
    Utf8(&'a str),
    /// Text with at least one lone surrogate.
    Wide(&'a [u16]),
}

/// Owned text, the form of a result that no argument contains.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum TextBuf {
    Utf8(String),
    Wide(Vec<u16>),
}

/// A result that borrows from the argument wherever a piece of it will do.
#[derive(Clone)]
pub(crate) enum TextCow<'a> {
    Borrowed(Text<'a>),
    Owned(TextBuf),
}

impl<'a> Text<'a> {
    pub(crate) const EMPTY: Self = Self::Utf8("");

    /// The text of `units`: borrowed if it has a lone surrogate, otherwise turned into UTF-8.
    pub(crate) fn of_units(units: &'a [u16]) -> TextCow<'a> {
        match String::from_utf16(units) {
            Ok(valid) => TextCow::Owned(TextBuf::Utf8(valid)),
            Err(_) => TextCow::Borrowed(Self::Wide(units)),
        }
    }

    pub(crate) fn to_buf(self) -> TextBuf {
        match self {
            Self::Utf8(text) => TextBuf::Utf8(text.to_owned()),
            Self::Wide(units) => TextBuf::Wide(units.to_vec()),
        }
    }

    /// The text as UTF-8, with U+FFFD for each lone surrogate.
    pub(crate) fn to_string_lossy(self) -> Cow<'a, str> {
        match self {
            Self::Utf8(text) => Cow::Borrowed(text),
            Self::Wide(units) => Cow::Owned(String::from_utf16_lossy(units)),
        }
    }

    pub(crate) const fn as_str(self) -> Option<&'a str> {
        match self {
            Self::Utf8(text) => Some(text),
            Self::Wide(_) => None,
        }
    }

    /// The units as a vector.
    pub(crate) fn to_units(self) -> Vec<u16> {
        match self {
            Self::Utf8(text) => text.encode_utf16().collect(),
            Self::Wide(units) => units.to_vec(),
        }
    }
}

impl TextBuf {
    /// `String.valueOf(char)`.
    pub(crate) fn from_unit(unit: u16) -> Self {
        match char::from_u32(u32::from(unit)) {
            Some(char) => Self::Utf8(char.to_string()),
            None => Self::Wide(vec![unit]),
        }
    }

    /// The text of `units`, as UTF-8 if that is possible.
    pub(crate) fn from_units(units: Vec<u16>) -> Self {
        match String::from_utf16(&units) {
            Ok(valid) => Self::Utf8(valid),
            Err(_) => Self::Wide(units),
        }
    }

    pub(crate) fn as_text(&self) -> Text<'_> {
        match self {
            Self::Utf8(text) => Text::Utf8(text),
            Self::Wide(units) => Text::Wide(units),
        }
    }
}

impl TextCow<'_> {
    pub(crate) fn as_text(&self) -> Text<'_> {
        match self {
            Self::Borrowed(text) => *text,
            Self::Owned(buf) => buf.as_text(),
        }
    }

    pub(crate) fn into_buf(self) -> TextBuf {
        match self {
            Self::Borrowed(text) => text.to_buf(),
            Self::Owned(buf) => buf,
        }
    }
}

/// Fails if a text of `units` would pass the limit of the caller.
pub(super) const fn within(units: Option<usize>, max_units: usize) -> Result<usize, Failure> {
    match units {
        Some(units) if units <= max_units => Ok(units),
        _ => Err(Failure::TooLong { limit: max_units }),
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self::Utf8(text)
    }
}

impl<'a> From<Text<'a>> for TextCow<'a> {
    fn from(text: Text<'a>) -> Self {
        Self::Borrowed(text)
    }
}

impl From<String> for TextBuf {
    fn from(text: String) -> Self {
        Self::Utf8(text)
    }
}

impl<T: Into<TextBuf>> From<T> for TextCow<'_> {
    fn from(text: T) -> Self {
        Self::Owned(text.into())
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_string_lossy())
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Utf8(text) => text.fmt(f),
            Self::Wide(units) => write!(f, "{units:04x?}"),
        }
    }
}

impl fmt::Debug for TextBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_text().fmt(f)
    }
}

impl fmt::Debug for TextCow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_text().fmt(f)
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Utf8(a), Self::Utf8(b)) => a == b,
            (Self::Wide(a), Self::Wide(b)) => a == b,
            (Self::Utf8(_), Self::Wide(_)) | (Self::Wide(_), Self::Utf8(_)) => {
                self.units().eq(other.units())
            }
        }
    }
}

impl Eq for Text<'_> {}

impl PartialEq for TextCow<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_text() == other.as_text()
    }
}

#[cfg(test)]
mod tests;
