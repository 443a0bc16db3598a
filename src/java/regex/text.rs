//! Texts that a pattern is applied to and the pieces it cuts out of them.
//!
//! A Java string is UTF-16 and may hold lone halves of surrogate pairs, for example after `split("")` of an emoji. Almost every text is
//! well-formed and stays a `str`; only the others are units, and a [`Piece`] is units only if it has to be.

use std::borrow::Cow;

/// A text as the caller has it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Text<'t> {
    Str(&'t str),
    /// UTF-16 that is not well-formed.
    Units(&'t [u16]),
}

impl<'t> From<&'t str> for Text<'t> {
    fn from(text: &'t str) -> Text<'t> {
        Text::Str(text)
    }
}

impl<'t> From<&'t [u16]> for Text<'t> {
    fn from(units: &'t [u16]) -> Text<'t> {
        Text::Units(units)
    }
}

impl Text<'_> {
    /// All code points, lone halves included.
    pub(super) fn code_points(self) -> Vec<u32> {
        match self {
            Text::Str(text) => text.chars().map(u32::from).collect(),
            Text::Units(units) => {
                let whole = |c: Result<char, std::char::DecodeUtf16Error>| {
                    c.map_or_else(|half| half.unpaired_surrogate().into(), u32::from)
                };
                char::decode_utf16(units.iter().copied())
                    .map(whole)
                    .collect()
            }
        }
    }

    pub(super) fn units(self) -> Vec<u16> {
        match self {
            Text::Str(text) => text.encode_utf16().collect(),
            Text::Units(units) => units.to_vec(),
        }
    }
}

/// A part of a result; units only where it is not well-formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    Str(Cow<'t, str>),
    Units(Cow<'t, [u16]>),
}

impl<'t> Piece<'t> {
    pub(super) fn of_units(units: Vec<u16>) -> Piece<'t> {
        match String::from_utf16(&units) {
            Ok(text) => Piece::Str(Cow::Owned(text)),
            Err(_) => Piece::Units(Cow::Owned(units)),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Piece::Str(text) => text.is_empty(),
            Piece::Units(units) => units.is_empty(),
        }
    }
}

impl<'t> From<Text<'t>> for Piece<'t> {
    fn from(text: Text<'t>) -> Piece<'t> {
        match text {
            Text::Str(text) => Piece::Str(Cow::Borrowed(text)),
            Text::Units(units) => Piece::Units(Cow::Borrowed(units)),
        }
    }
}

/// Whether any character of the text is a surrogate pair in UTF-16.
pub(super) fn has_pairs(text: &str) -> bool {
    text.bytes().any(|byte| byte >= 0xF0)
}

/// Whether the text ends with a terminator of lines, in front of which `$` also matches.
pub(super) fn ends_line(text: &str) -> bool {
    text.chars()
        .next_back()
        .is_some_and(|c| super::syntax::ast::is_terminator(c.into()))
}
