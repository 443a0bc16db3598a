//! Whether a sigma ends its word, for `toLowerCase`.
//!
//! Java asks its word breaker, whose rules are older than Unicode's own: a word is a run of letters, digits and marks of
//! the basic plane without ideographs and kana; some punctuation joins two letters, some joins two digits. The tables
//! hold where that set differs from "alphabetic or numeric". Not followed: a mark that starts a text or stands next to
//! joining punctuation.

use super::ranges::is_in;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Mark,
    Other,
}

/// Whether the word goes on to a letter with case in front of the sigma, and to none behind it.
pub(super) fn ends_word(before: &str, after: &str) -> bool {
    reaches_cased(before.chars().rev()) && !reaches_cased(after.chars())
}

/// Walks away from the sigma while the word goes on; a word reads the same in both directions.
fn reaches_cased(chars: impl Iterator<Item = char>) -> bool {
    let mut chars = chars.filter(|char| kind(*char) != Kind::Mark || is_cased(*char));
    let mut near = Kind::Letter;
    while let Some(mut char) = chars.next() {
        let mut far = kind(char);
        if far == Kind::Other {
            let Some(next) = chars.next().filter(|next| joins(char, near, kind(*next))) else {
                return false;
            };
            (char, far) = (next, kind(next));
        }
        if is_cased(char) {
            return true;
        }
        near = far;
    }
    false
}

/// Whether punctuation between two characters keeps them in one word.
const fn joins(punctuation: char, near: Kind, far: Kind) -> bool {
    match (near, far) {
        (Kind::Letter, Kind::Letter) => is_mid_word(punctuation),
        (Kind::Digit, Kind::Digit) => matches!(punctuation, '"' | '\'' | '.' | ',' | '\u{66B}'),
        _ => false,
    }
}

#[rustfmt::skip]
const fn is_mid_word(char: char) -> bool {
    matches!(
        char,
        '"' | '\'' | '.' | '-' | '_' | '\u{AD}' | '\u{58A}' | '\u{1400}' | '\u{1806}' | '\u{2010}'..='\u{2015}'
        | '\u{2027}' | '\u{203F}' | '\u{2040}' | '\u{2054}' | '\u{2E17}' | '\u{2E1A}' | '\u{2E3A}' | '\u{2E3B}'
        | '\u{2E40}' | '\u{2E5D}' | '\u{301C}' | '\u{3030}' | '\u{30A0}' | '\u{FE31}'..='\u{FE34}'
        | '\u{FE4D}'..='\u{FE4F}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' | '\u{FF3F}'
    )
}

fn kind(char: char) -> Kind {
    if char as u32 > 0xFFFF || is_in(APART, char) {
        Kind::Other
    } else if is_in(MARKS, char) {
        Kind::Mark
    } else if char.is_numeric() {
        Kind::Digit
    } else if char.is_alphabetic() {
        Kind::Letter
    } else {
        Kind::Other
    }
}

/// Letters that are upper, lower or title case; most modifier letters are not.
fn is_cased(char: char) -> bool {
    let cased = char.is_lowercase() || char.is_uppercase() || char.to_lowercase().ne([char]);
    char == '\u{295}' || (cased && !is_in(CASELESS, char))
}

/// Letters and digits that Java's words do not include.
#[rustfmt::skip]
const APART: &[(u16, u16)] = &[
    (0x088F, 0x088F), (0x0C5C, 0x0C5C), (0x0CDC, 0x0CDC), (0x24B6, 0x24E9), (0x3005, 0x3005), (0x3041, 0x3094),
    (0x309D, 0x309E), (0x30A1, 0x30FA), (0x30FC, 0x30FE), (0x4E00, 0x9FA5), (0xA7CE, 0xA7CF), (0xA7D2, 0xA7D2),
    (0xA7D4, 0xA7D4), (0xA7F1, 0xA7F1), (0xF900, 0xFA2D),
];

/// Modifier letters without case, though Unicode counts them as lower case.
#[rustfmt::skip]
const CASELESS: &[(u16, u16)] = &[
    (0x00AA, 0x00AA), (0x00BA, 0x00BA), (0x10FC, 0x10FC), (0x1D62, 0x1D6A), (0x1D78, 0x1D78), (0x1D9B, 0x1DBF),
    (0x2071, 0x2071), (0x207F, 0x207F), (0x2090, 0x209C), (0x2C7C, 0x2C7D), (0xA69C, 0xA69D), (0xA770, 0xA770),
    (0xA7F2, 0xA7F4), (0xA7F8, 0xA7F9), (0xAB5C, 0xAB5F), (0xAB69, 0xAB69),
];

/// Marks, joiners and the like that a word contains without noticing them.
#[rustfmt::skip]
const MARKS: &[(u16, u16)] = &[
    (0x0300, 0x0344), (0x0346, 0x0362), (0x0483, 0x0489), (0x0591, 0x05AF), (0x0600, 0x0605), (0x061C, 0x061C),
    (0x0658, 0x0658), (0x06DD, 0x06DD), (0x06DF, 0x06E0), (0x06EA, 0x06EC), (0x070F, 0x070F), (0x0740, 0x074A),
    (0x07EB, 0x07F3), (0x07FD, 0x07FD), (0x0818, 0x0819), (0x082D, 0x082D), (0x0859, 0x085B), (0x0890, 0x0891),
    (0x0898, 0x089F), (0x08CA, 0x08D3), (0x08E0, 0x08E2), (0x08EA, 0x08EF), (0x093C, 0x093C), (0x094D, 0x094D),
    (0x0951, 0x0954), (0x09BC, 0x09BC), (0x09CD, 0x09CD), (0x09FE, 0x09FE), (0x0A3C, 0x0A3C), (0x0A4D, 0x0A4D),
    (0x0ABC, 0x0ABC), (0x0ACD, 0x0ACD), (0x0AFD, 0x0AFF), (0x0B3C, 0x0B3C), (0x0B4D, 0x0B4D), (0x0B55, 0x0B55),
    (0x0BCD, 0x0BCD), (0x0C3C, 0x0C3C), (0x0C4D, 0x0C4D), (0x0CBC, 0x0CBC), (0x0CCD, 0x0CCD), (0x0D3B, 0x0D3C),
    (0x0D4D, 0x0D4D), (0x0DCA, 0x0DCA), (0x0E47, 0x0E4C), (0x0E4E, 0x0E4E), (0x0EBA, 0x0EBA), (0x0EC8, 0x0ECC),
    (0x0ECE, 0x0ECE), (0x0F18, 0x0F19), (0x0F35, 0x0F35), (0x0F37, 0x0F37), (0x0F39, 0x0F39), (0x0F3E, 0x0F3F),
    (0x0F84, 0x0F84), (0x0F86, 0x0F87), (0x0FC6, 0x0FC6), (0x1037, 0x1037), (0x1039, 0x103A), (0x135D, 0x135F),
    (0x1714, 0x1715), (0x1734, 0x1734), (0x17B4, 0x17B5), (0x17C9, 0x17D3), (0x17DD, 0x17DD), (0x180B, 0x180F),
    (0x1939, 0x193B), (0x1A60, 0x1A60), (0x1A75, 0x1A7C), (0x1A7F, 0x1A7F), (0x1AB0, 0x1ABE), (0x1AC1, 0x1ACB),
    (0x1B34, 0x1B34), (0x1B44, 0x1B44), (0x1B6B, 0x1B73), (0x1BAA, 0x1BAB), (0x1BE6, 0x1BE6), (0x1BF2, 0x1BF3),
    (0x1C37, 0x1C37), (0x1CD0, 0x1CD2), (0x1CD4, 0x1CE8), (0x1CED, 0x1CED), (0x1CF4, 0x1CF4), (0x1CF7, 0x1CF9),
    (0x1DC0, 0x1DD2), (0x1DF5, 0x1DFF), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F),
    (0x20D0, 0x20F0), (0x2CEF, 0x2CF1), (0x2D7F, 0x2D7F), (0x302A, 0x302F), (0x3099, 0x309A), (0xA66F, 0xA672),
    (0xA67C, 0xA67D), (0xA6F0, 0xA6F1), (0xA806, 0xA806), (0xA82C, 0xA82C), (0xA8C4, 0xA8C4), (0xA8E0, 0xA8F1),
    (0xA92B, 0xA92D), (0xA953, 0xA953), (0xA9B3, 0xA9B3), (0xA9C0, 0xA9C0), (0xAABF, 0xAABF), (0xAAC1, 0xAAC1),
    (0xAAF6, 0xAAF6), (0xABEC, 0xABED), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
];
