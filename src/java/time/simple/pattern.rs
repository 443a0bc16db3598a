//! The patterns of `SimpleDateFormat`: letters for fields, quotes around text.

use super::super::thrown::{Outcome, Thrown};

/// The letters of fields. The localized ones end before the last three, which came later.
const LETTERS: &str = "GyMdkHmsSEDFwWahKzZYuXL";

/// The widest zone in the manner of ISO 8601.
const WIDEST_ISO_ZONE: usize = 3;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Field { letter: char, width: usize },
}

/// A pattern ready for use.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) pieces: Vec<Piece>,
    /// Whether there is nothing but a month, which some languages then write differently.
    pub(super) month_alone: bool,
}

impl Layout {
    pub(super) fn of(pattern: &str) -> Outcome<Self> {
        let mut pieces = Vec::new();
        let mut letters = pattern.chars().peekable();
        let mut quoted = false;
        while let Some(letter) = letters.next() {
            match letter {
                '\'' if letters.next_if_eq(&'\'').is_some() => push_text(&mut pieces, '\''),
                '\'' => quoted = !quoted,
                _ if !quoted && letter.is_ascii_alphabetic() => push_field(&mut pieces, letter)?,
                _ => push_text(&mut pieces, letter),
            }
        }
        if quoted {
            return Err(Thrown::illegal_argument(format!(
                "`{pattern}` ends within quotes"
            )));
        }
        let mut fields = pieces.iter().filter_map(|piece| match piece {
            Piece::Field { letter, .. } => Some(*letter),
            Piece::Text(_) => None,
        });
        let month_alone = fields.next() == Some('M') && fields.next().is_none();
        Ok(Self {
            pieces,
            month_alone,
        })
    }
}

fn push_text(pieces: &mut Vec<Piece>, letter: char) {
    match pieces.last_mut() {
        Some(Piece::Text(text)) => text.push(letter),
        _ => pieces.push(Piece::Text(letter.into())),
    }
}

fn push_field(pieces: &mut Vec<Piece>, found: char) -> Outcome<()> {
    if !LETTERS.contains(found) {
        return Err(no_letter(found));
    }
    match pieces.last_mut() {
        Some(Piece::Field { letter, width }) if *letter == found => *width += 1,
        _ => pieces.push(Piece::Field {
            letter: found,
            width: 1,
        }),
    }
    match pieces.last() {
        Some(Piece::Field { letter: 'X', width }) if *width > WIDEST_ISO_ZONE => Err(
            Thrown::illegal_argument(format!("`X` is repeated more than {WIDEST_ISO_ZONE} times")),
        ),
        _ => Ok(()),
    }
}

fn no_letter(letter: char) -> Thrown {
    Thrown::illegal_argument(format!("`{letter}` is no letter of a pattern"))
}

/// A pattern in localized letters.
pub(super) fn localize(pattern: &str, localized: &str) -> Outcome<String> {
    translate(pattern, LETTERS, localized)
}

/// A pattern that was written in localized letters.
pub(super) fn delocalize(pattern: &str, localized: &str) -> Outcome<String> {
    translate(pattern, localized, LETTERS)
}

/// Replaces letters outside of quotes; letters that the other alphabet lacks stay.
fn translate(pattern: &str, from: &str, to: &str) -> Outcome<String> {
    let mut quoted = false;
    let mut translated = String::with_capacity(pattern.len());
    for letter in pattern.chars() {
        quoted ^= letter == '\'';
        let place = from.chars().position(|known| known == letter);
        translated.push(match place {
            Some(at) if !quoted => to.chars().nth(at).unwrap_or(letter),
            None if !quoted && letter.is_ascii_alphabetic() => return Err(no_letter(letter)),
            _ => letter,
        });
    }
    if quoted {
        return Err(Thrown::illegal_argument(format!(
            "`{pattern}` ends within quotes"
        )));
    }
    Ok(translated)
}
