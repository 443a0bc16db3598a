//! `toUpperCase` and `toLowerCase` of whole texts.
//!
//! Almost everything is a mapping character by character. What is left depends on the neighbours: a sigma at the end of
//! a word, and the dot above i and j in Turkish, Azerbaijani and Lithuanian.

use super::character::{full_lower, full_upper};
use super::combining::{Combining, combining};
use super::word::ends_word;
use super::{Text, TextBuf, TextCow};

/// The languages whose rules for case are their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum CaseRules {
    #[default]
    Root,
    /// Turkish and Azerbaijani: a dotted and a dotless i.
    Turkic,
    /// Keeps the dot of an i below accents.
    Lithuanian,
}

impl CaseRules {
    /// The rules of an ISO 639 language code.
    pub(crate) fn of_language(language: &str) -> Self {
        match language {
            "tr" | "az" => Self::Turkic,
            "lt" => Self::Lithuanian,
            _ => Self::Root,
        }
    }
}

const DOT_ABOVE: char = '\u{307}';

impl<'a> Text<'a> {
    /// `String.toUpperCase`.
    pub(crate) fn to_upper(self, rules: CaseRules) -> TextCow<'a> {
        match self {
            Self::Utf8(text) if text.is_ascii() && rules != CaseRules::Turkic => {
                match text.bytes().any(|byte| byte.is_ascii_lowercase()) {
                    true => text.to_ascii_uppercase().into(),
                    false => self.into(),
                }
            }
            _ => {
                self.map_scalars(|before, char, after, out| upper(rules, before, char, after, out))
            }
        }
    }

    /// `String.toLowerCase`.
    pub(crate) fn to_lower(self, rules: CaseRules) -> TextCow<'a> {
        match self {
            Self::Utf8(text) if text.is_ascii() && rules == CaseRules::Root => {
                match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
                    true => text.to_ascii_lowercase().into(),
                    false => self.into(),
                }
            }
            _ => {
                self.map_scalars(|before, char, after, out| lower(rules, before, char, after, out))
            }
        }
    }

    /// Maps every character with a view of what stands around it; lone surrogates stay and separate.
    fn map_scalars(self, map: impl Fn(&str, char, &str, &mut String)) -> TextCow<'a> {
        match self {
            Self::Utf8(text) => {
                let mapped = map_str(text, &map);
                if mapped == text {
                    self.into()
                } else {
                    mapped.into()
                }
            }
            Self::Wide(units) => {
                let mut out = Vec::with_capacity(units.len());
                let mut valid = String::new();
                for scalar in char::decode_utf16(units.iter().copied()) {
                    match scalar {
                        Ok(char) => valid.push(char),
                        Err(lone) => {
                            out.extend(map_str(&valid, &map).encode_utf16());
                            out.push(lone.unpaired_surrogate());
                            valid.clear();
                        }
                    }
                }
                out.extend(map_str(&valid, &map).encode_utf16());
                TextBuf::from_units(out).into()
            }
        }
    }
}

fn map_str(text: &str, map: &impl Fn(&str, char, &str, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, char) in text.char_indices() {
        map(&text[..at], char, &text[at + char.len_utf8()..], &mut out);
    }
    out
}

fn upper(rules: CaseRules, before: &str, char: char, _after: &str, out: &mut String) {
    match (rules, char) {
        (CaseRules::Turkic, 'i') => out.push('\u{130}'),
        (CaseRules::Lithuanian, DOT_ABOVE) if last_base(before).is_some_and(is_soft_dotted) => {}
        _ => out.extend(full_upper(char)),
    }
}

fn lower(rules: CaseRules, before: &str, char: char, after: &str, out: &mut String) {
    match (rules, char) {
        (_, '\u{3A3}') => out.push(if ends_word(before, after) {
            '\u{3C2}'
        } else {
            '\u{3C3}'
        }),
        (CaseRules::Turkic, '\u{130}') => out.push('i'),
        (CaseRules::Turkic, 'I') => out.push(if next_above(after) == Some(DOT_ABOVE) {
            'i'
        } else {
            '\u{131}'
        }),
        (CaseRules::Turkic, DOT_ABOVE) if last_base(before) == Some('I') => {}
        (CaseRules::Lithuanian, 'I' | 'J' | '\u{12E}') => {
            out.extend(full_lower(char));
            out.extend(next_above(after).map(|_| DOT_ABOVE));
        }
        (CaseRules::Lithuanian, '\u{CC}') => out.push_str("i\u{307}\u{300}"),
        (CaseRules::Lithuanian, '\u{CD}') => out.push_str("i\u{307}\u{301}"),
        (CaseRules::Lithuanian, '\u{128}') => out.push_str("i\u{307}\u{303}"),
        _ => out.extend(full_lower(char)),
    }
}

/// The letter that a mark above would sit on directly: behind it there are only marks that do not sit above.
fn last_base(before: &str) -> Option<char> {
    before
        .chars()
        .rev()
        .find(|char| combining(*char) != Combining::Elsewhere)
}

/// The first mark above of the letter in front of `after`.
fn next_above(after: &str) -> Option<char> {
    let first = after
        .chars()
        .find(|char| combining(*char) != Combining::Elsewhere);
    first.filter(|char| combining(*char) == Combining::Above)
}

/// Letters whose dot disappears below an accent.
const fn is_soft_dotted(char: char) -> bool {
    matches!(
        char,
        'i' | 'j' | '\u{12F}' | '\u{268}' | '\u{456}' | '\u{458}' | '\u{1E2D}' | '\u{1ECB}'
    )
}

#[cfg(test)]
mod tests;
