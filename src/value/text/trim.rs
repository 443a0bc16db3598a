//! Taking white space off the ends.
//!
//! Java has two ideas of it: `trim` takes every unit up to U+0020, `strip` and `isBlank` take what
//! `Character.isWhitespace` accepts, which leaves out the no-break spaces.

use super::{Text, TextCow};

/// Which ends to take from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ends {
    Both,
    Leading,
    Trailing,
}

/// `Character.isWhitespace`.
pub(crate) const fn is_whitespace(char: char) -> bool {
    match char {
        '\t'..='\r' | '\u{1C}'..='\u{20}' => true,
        _ if (char as u32) < 0x1680 => false,
        _ => {
            matches!(char, '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{2028}'
            | '\u{2029}' | '\u{205F}' | '\u{3000}')
        }
    }
}

const fn is_trimmed(char: char) -> bool {
    char <= ' '
}

impl<'a> Text<'a> {
    /// `String.trim`.
    pub(crate) fn trim(self) -> TextCow<'a> {
        self.cut(is_trimmed, Ends::Both)
    }

    /// `String.strip`, `stripLeading` and `stripTrailing`.
    pub(crate) fn strip(self, ends: Ends) -> TextCow<'a> {
        self.cut(is_whitespace, ends)
    }

    /// `String.isBlank`.
    pub(crate) fn is_blank(self) -> bool {
        match self {
            Self::Utf8(text) => text.chars().all(is_whitespace),
            Self::Wide(units) => units.iter().all(|unit| unit_matches(*unit, is_whitespace)),
        }
    }

    fn cut(self, drops: fn(char) -> bool, ends: Ends) -> TextCow<'a> {
        match self {
            Self::Utf8(text) => Text::Utf8(match ends {
                Ends::Both => text.trim_matches(drops),
                Ends::Leading => text.trim_start_matches(drops),
                Ends::Trailing => text.trim_end_matches(drops),
            })
            .into(),
            // A lone surrogate is never white space, so what is left is still wide.
            Self::Wide(units) => {
                let kept = |unit: &u16| !unit_matches(*unit, drops);
                let end = units.iter().rposition(kept).map_or(0, |last| last + 1);
                let begin = units.iter().position(kept).unwrap_or(end);
                Text::Wide(match ends {
                    Ends::Both => &units[begin..end],
                    Ends::Leading => &units[begin..],
                    Ends::Trailing => &units[..end],
                })
                .into()
            }
        }
    }
}

fn unit_matches(unit: u16, wanted: fn(char) -> bool) -> bool {
    char::from_u32(u32::from(unit)).is_some_and(wanted)
}
