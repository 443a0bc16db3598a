//! Case of single characters, as `Character.toUpperCase` and its fellows know it.
//!
//! The standard library maps whole texts and follows a newer Unicode than Java 25, which knows version 16. So letters
//! that are newer are left alone here, and the mapping of one character to one is derived from the full mapping.

/// The mapping of `char` for text: one to three characters.
pub(super) fn full_upper(char: char) -> impl Iterator<Item = char> {
    let mapped = (!is_newer(char)).then(|| char.to_uppercase());
    let kept = mapped.is_none().then_some(char);
    mapped.into_iter().flatten().chain(kept)
}

pub(super) fn full_lower(char: char) -> impl Iterator<Item = char> {
    let mapped = (!is_newer(char)).then(|| char.to_lowercase());
    let kept = mapped.is_none().then_some(char);
    mapped.into_iter().flatten().chain(kept)
}

/// `Character.toUpperCase(int)`.
pub(crate) fn to_upper_char(char: char) -> char {
    let mut mapped = full_upper(char);
    match (mapped.next(), mapped.next()) {
        (Some(single), None) => single,
        _ => titlecase_with_iota(char),
    }
}

/// `Character.toLowerCase(int)`.
pub(crate) fn to_lower_char(char: char) -> char {
    full_lower(char).next().unwrap_or(char)
}

/// What Java compares where case does not count.
pub(crate) fn fold(char: char) -> char {
    match char.is_ascii() {
        true => char.to_ascii_lowercase(),
        false => to_lower_char(to_upper_char(char)),
    }
}

/// Greek letters with an iota below have a single title-case letter, which stands in for the two of upper case.
fn titlecase_with_iota(char: char) -> char {
    let shift = match char {
        '\u{1F80}'..='\u{1F87}' | '\u{1F90}'..='\u{1F97}' | '\u{1FA0}'..='\u{1FA7}' => 8,
        '\u{1FB3}' | '\u{1FC3}' | '\u{1FF3}' => 9,
        _ => 0,
    };
    char::from_u32(char as u32 + shift).unwrap_or(char)
}

/// Letters with case that are younger than Unicode 16.
const fn is_newer(char: char) -> bool {
    matches!(char, '\u{A7CE}'..='\u{A7CF}' | '\u{A7D2}'..='\u{A7D5}' | '\u{16EA0}'..='\u{16EB8}' | '\u{16EBB}'..='\u{16ED3}')
}
