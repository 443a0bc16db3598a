//! `\N{NAME}`: the character of a name, as `Character.codePointOf` finds it.
//!
//! Java names control characters by their Unicode 1 names and every character without a name of its own (ideographs, Hangul, private use,
//! surrogates) by its block and hexadecimal number: `\N{CJK UNIFIED IDEOGRAPHS 4E00}`. All other names come from a crate that holds the
//! Unicode list; it also knows aliases and forgives spelling, so what it finds must spell itself in exactly the asked way.

use std::sync::OnceLock;

use super::super::charset::CharSet;

/// Longer than any name.
const LONGEST: usize = 128;

pub(in super::super) fn code_point_of(name: &str) -> Option<u32> {
    let name = name.trim_matches(|c| c <= ' ').to_uppercase();
    if name.len() > LONGEST || !is_plausible(&name) {
        return None;
    }
    control(&name)
        .or_else(|| listed(&name))
        .or_else(|| numbered(&name))
}

#[cold]
pub(in super::super) fn no_character_called(name: &str) -> String {
    match cfg!(feature = "unicode-names") {
        true => format!("no character is called `{name}`"),
        false => {
            format!("`{name}` is not known: this build is without the feature `unicode-names`")
        }
    }
}

/// Starts with a letter and has nothing but letters, digits, spaces and hyphens (parentheses in the names of controls); the list must not be
/// asked for anything else.
fn is_plausible(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name
            .bytes()
            .all(|c| c.is_ascii_alphanumeric() || b" -()".contains(&c))
}

fn control(name: &str) -> Option<u32> {
    let index = CONTROLS.iter().position(|known| *known == name)? as u32;
    Some(if index < 32 {
        index
    } else {
        index + (0x7F - 32)
    })
}

fn listed(name: &str) -> Option<u32> {
    let found = named(name)?;
    (own_name(found).as_deref() == Some(name)).then_some(u32::from(found))
}

/// A name that the list gives to exactly this character, not one made of a number or of syllables.
fn own_name(c: char) -> Option<String> {
    let name = name_of(c)?;
    let composed =
        name.starts_with("CJK UNIFIED IDEOGRAPH-") || name.starts_with("HANGUL SYLLABLE ");
    (!composed && !unassigned().contains(c.into())).then_some(name)
}

#[cfg(feature = "unicode-names")]
fn named(name: &str) -> Option<char> {
    ::unicode_names2::character(name)
}

#[cfg(feature = "unicode-names")]
fn name_of(c: char) -> Option<String> {
    Some(::unicode_names2::name(c)?.to_string())
}

#[cfg(not(feature = "unicode-names"))]
fn named(_: &str) -> Option<char> {
    None
}

#[cfg(not(feature = "unicode-names"))]
fn name_of(_: char) -> Option<String> {
    None
}

fn numbered(name: &str) -> Option<u32> {
    let (block, digits) = name.rsplit_once(' ')?;
    let c = u32::from_str_radix(digits, 16)
        .ok()
        .filter(|c| !unassigned().contains(*c))?;
    let spelled = super::blocks::block_of(c)?.replace('-', " ");
    let nameless = is_nameless_control(c)
        || !is_control(c) && char::from_u32(c).is_none_or(|c| own_name(c).is_none());
    (nameless && spelled == block && format!("{c:X}") == digits).then_some(c)
}

fn is_control(c: u32) -> bool {
    c < 32 || (0x7F..0xA0).contains(&c)
}

/// The one control character to which Unicode 1 gave no name.
fn is_nameless_control(c: u32) -> bool {
    c == 0x84
}

fn unassigned() -> &'static CharSet {
    static SET: OnceLock<CharSet> = OnceLock::new();
    SET.get_or_init(|| super::class(r"\p{Cn}").unwrap_or_default())
}

/// The names of U+0000 to U+001F and U+007F to U+009F; the one of U+0084 is its number in its block.
#[rustfmt::skip]
const CONTROLS: [&str; 65] = [
    "NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE", "BEL", "BACKSPACE",
    "CHARACTER TABULATION", "LINE FEED (LF)", "LINE TABULATION", "FORM FEED (FF)", "CARRIAGE RETURN (CR)", "SHIFT OUT", "SHIFT IN",
    "DATA LINK ESCAPE", "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE", "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE",
    "SYNCHRONOUS IDLE", "END OF TRANSMISSION BLOCK", "CANCEL", "END OF MEDIUM", "SUBSTITUTE", "ESCAPE", "INFORMATION SEPARATOR FOUR",
    "INFORMATION SEPARATOR THREE", "INFORMATION SEPARATOR TWO", "INFORMATION SEPARATOR ONE", "DELETE", "PADDING CHARACTER",
    "HIGH OCTET PRESET", "BREAK PERMITTED HERE", "NO BREAK HERE", "LATIN 1 SUPPLEMENT 84", "NEXT LINE (NEL)", "START OF SELECTED AREA",
    "END OF SELECTED AREA", "CHARACTER TABULATION SET", "CHARACTER TABULATION WITH JUSTIFICATION", "LINE TABULATION SET",
    "PARTIAL LINE FORWARD", "PARTIAL LINE BACKWARD", "REVERSE LINE FEED", "SINGLE SHIFT TWO", "SINGLE SHIFT THREE",
    "DEVICE CONTROL STRING", "PRIVATE USE ONE", "PRIVATE USE TWO", "SET TRANSMIT STATE", "CANCEL CHARACTER", "MESSAGE WAITING",
    "START OF GUARDED AREA", "END OF GUARDED AREA", "START OF STRING", "SINGLE GRAPHIC CHARACTER INTRODUCER",
    "SINGLE CHARACTER INTRODUCER", "CONTROL SEQUENCE INTRODUCER", "STRING TERMINATOR", "OPERATING SYSTEM COMMAND", "PRIVACY MESSAGE",
    "APPLICATION PROGRAM COMMAND",
];
