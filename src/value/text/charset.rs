//! Text to bytes and back, in the charsets that every Java has and the one that Windows adds.
//!
//! What a charset lacks is replaced: by `?` in bytes of a charset of bytes, by U+FFFD in text and in UTF-16.

use super::code_points::is_high;
use super::search::with_code_point;
use super::{Text, TextBuf};
use crate::value::thrown::Thrown;

/// A charset that text can be written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Charset {
    Utf8,
    Ascii,
    Latin1,
    Windows1252,
    Utf16(ByteOrder),
    Utf32(ByteOrder),
}

/// The order of bytes in a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ByteOrder {
    /// As a byte order mark says, otherwise big end first; UTF-16 also writes the mark.
    Marked,
    Big,
    Little,
}

use Charset::{Ascii, Latin1, Utf8, Utf16, Utf32, Windows1252};

/// Charsets by their own name, then the names that also find them, in lower case.
const CHARSETS: &[(Charset, &str, &[&str])] = &[
    (Utf8, "UTF-8", &["utf8", "unicode-1-1-utf-8"]),
    (
        Ascii,
        "US-ASCII",
        &[
            "ascii7",
            "ibm367",
            "csascii",
            "iso_646.irv:1991",
            "iso646-us",
            "646",
            "us",
            "ansi_x3.4-1986",
            "cp367",
            "iso-ir-6",
            "ascii",
            "iso_646.irv:1983",
            "ansi_x3.4-1968",
        ],
    ),
    (
        Latin1,
        "ISO-8859-1",
        &[
            "ibm-819",
            "8859_1",
            "iso_8859-1",
            "l1",
            "819",
            "iso8859_1",
            "iso_8859-1:1987",
            "iso-ir-100",
            "iso8859-1",
            "latin1",
            "ibm819",
            "csisolatin1",
            "iso_8859_1",
            "cp819",
        ],
    ),
    (
        Windows1252,
        "windows-1252",
        &["cp1252", "ibm1252", "ibm-1252", "cp5348"],
    ),
    (
        Utf16(ByteOrder::Marked),
        "UTF-16",
        &["utf16", "unicodebig", "unicode", "utf_16"],
    ),
    (
        Utf16(ByteOrder::Big),
        "UTF-16BE",
        &[
            "x-utf-16be",
            "unicodebigunmarked",
            "utf_16be",
            "iso-10646-ucs-2",
        ],
    ),
    (
        Utf16(ByteOrder::Little),
        "UTF-16LE",
        &["utf_16le", "unicodelittleunmarked", "x-utf-16le"],
    ),
    (Utf32(ByteOrder::Marked), "UTF-32", &["utf_32", "utf32"]),
    (
        Utf32(ByteOrder::Big),
        "UTF-32BE",
        &["utf_32be", "x-utf-32be"],
    ),
    (
        Utf32(ByteOrder::Little),
        "UTF-32LE",
        &["utf_32le", "x-utf-32le"],
    ),
];

/// What windows-1252 has at 0x80 to 0x9F.
#[rustfmt::skip]
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', REPLACEMENT, '\u{201A}', '\u{0192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{02C6}', '\u{2030}', '\u{0160}', '\u{2039}', '\u{0152}', REPLACEMENT, '\u{017D}', REPLACEMENT,
    REPLACEMENT, '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{02DC}', '\u{2122}', '\u{0161}', '\u{203A}', '\u{0153}', REPLACEMENT, '\u{017E}', '\u{0178}',
];

const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;
const MARK: char = '\u{FEFF}';

impl Charset {
    /// `Charset.forName`.
    pub(crate) fn named(name: &str) -> Result<Self, Thrown> {
        let lower = name.to_ascii_lowercase();
        let found = CHARSETS
            .iter()
            .find(|(_, own, others)| own.eq_ignore_ascii_case(name) || others.contains(&&*lower));
        found
            .map(|(charset, ..)| *charset)
            .ok_or_else(|| match is_legal_name(name) {
                true => Thrown::new(
                    "UnsupportedCharsetException",
                    format!("charset `{name}` is not supported"),
                ),
                false => Thrown::new(
                    "IllegalCharsetNameException",
                    format!("`{name}` is no name of a charset"),
                ),
            })
    }

    /// `Charset.toString`.
    pub(crate) fn name(self) -> &'static str {
        CHARSETS
            .iter()
            .find(|(charset, ..)| *charset == self)
            .map_or("", |(_, name, _)| name)
    }

    /// `new String(bytes, charset)`.
    pub(crate) fn decode(self, bytes: &[u8]) -> TextBuf {
        TextBuf::Utf8(match self {
            Utf8 => decode_utf8(bytes),
            Ascii => bytes
                .iter()
                .map(|byte| {
                    if byte.is_ascii() {
                        char::from(*byte)
                    } else {
                        REPLACEMENT
                    }
                })
                .collect(),
            Latin1 => bytes.iter().map(|byte| char::from(*byte)).collect(),
            Windows1252 => bytes.iter().map(|byte| from_windows_1252(*byte)).collect(),
            Utf16(order) => decode_utf16(bytes, order),
            Utf32(order) => return decode_utf32(bytes, order),
        })
    }

    /// `String.getBytes(charset)`.
    pub(crate) fn encode(self, text: Text<'_>) -> Vec<u8> {
        match self {
            Utf8 => encode_bytes(text, |char, out| {
                out.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
            }),
            Ascii => encode_bytes(text, |char, out| {
                out.push(if char.is_ascii() { char as u8 } else { b'?' });
            }),
            Latin1 => encode_bytes(text, |char, out| {
                out.push(u8::try_from(char).unwrap_or(b'?'));
            }),
            Windows1252 => encode_bytes(text, |char, out| {
                out.push(to_windows_1252(char).unwrap_or(b'?'));
            }),
            Utf16(order) => encode_utf16(text, order),
            Utf32(order) => text
                .to_string_lossy()
                .chars()
                .flat_map(|char| order.bytes_of_code(char as u32))
                .collect(),
        }
    }
}

impl ByteOrder {
    fn unit(self, bytes: [u8; 2]) -> u16 {
        if self == Self::Little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        }
    }

    fn code(self, bytes: [u8; 4]) -> u32 {
        if self == Self::Little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        }
    }

    fn bytes_of_unit(self, unit: u16) -> [u8; 2] {
        if self == Self::Little {
            unit.to_le_bytes()
        } else {
            unit.to_be_bytes()
        }
    }

    fn bytes_of_code(self, code: u32) -> [u8; 4] {
        if self == Self::Little {
            code.to_le_bytes()
        } else {
            code.to_be_bytes()
        }
    }
}

fn is_legal_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-+.:_".contains(&byte))
}

/// A malformed sequence gives one U+FFFD as far as it could have been right; the spelling of a surrogate gives one, too.
fn decode_utf8(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    let mut surrogate = 0;
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        let invalid = chunk.invalid();
        surrogate = match (surrogate, invalid) {
            (_, [0xED]) => 1,
            (1, [0xA0..=0xBF]) if chunk.valid().is_empty() => 2,
            (2, [0x80..=0xBF]) if chunk.valid().is_empty() => 3,
            _ => 0,
        };
        if surrogate < 2 && !invalid.is_empty() {
            out.push(REPLACEMENT);
        }
    }
    out
}

fn from_windows_1252(byte: u8) -> char {
    match byte {
        0x80..0xA0 => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn to_windows_1252(char: char) -> Option<u8> {
    match char {
        '\0'..='\u{7F}' | '\u{A0}'..='\u{FF}' => u8::try_from(char).ok(),
        REPLACEMENT => None,
        _ => WINDOWS_1252
            .iter()
            .position(|mapped| *mapped == char)
            .map(|at| at as u8 + 0x80),
    }
}

/// Writes the characters, and `?` for each lone surrogate.
fn encode_bytes(text: Text<'_>, write: fn(char, &mut Vec<u8>)) -> Vec<u8> {
    let mut out = Vec::new();
    match text {
        Text::Utf8(text) => text.chars().for_each(|char| write(char, &mut out)),
        Text::Wide(units) => {
            for scalar in char::decode_utf16(units.iter().copied()) {
                match scalar {
                    Ok(char) => write(char, &mut out),
                    Err(_) => out.push(b'?'),
                }
            }
        }
    }
    out
}

fn encode_utf16(text: Text<'_>, order: ByteOrder) -> Vec<u8> {
    let marked = order == ByteOrder::Marked && !text.is_empty();
    let mark = marked.then_some(MARK as u16);
    let text = text.to_string_lossy();
    mark.into_iter()
        .chain(text.encode_utf16())
        .flat_map(|unit| order.bytes_of_unit(unit))
        .collect()
}

/// A high surrogate takes the unit behind it along, whether or not that is a low one.
fn decode_utf16(bytes: &[u8], order: ByteOrder) -> String {
    let (order, bytes) = match (order, bytes) {
        (ByteOrder::Marked, [0xFE, 0xFF, rest @ ..]) => (ByteOrder::Big, rest),
        (ByteOrder::Marked, [0xFF, 0xFE, rest @ ..]) => (ByteOrder::Little, rest),
        _ => (order, bytes),
    };
    let mut units = bytes
        .chunks(2)
        .map(|pair| <[u8; 2]>::try_from(pair).ok().map(|pair| order.unit(pair)));
    let mut out = String::with_capacity(bytes.len());
    while let Some(unit) = units.next() {
        let char = match unit {
            Some(high) if is_high(high) => {
                let low = units.next().flatten();
                low.and_then(|low| char::decode_utf16([high, low]).next()?.ok())
            }
            _ => unit.and_then(|unit| char::from_u32(u32::from(unit))),
        };
        out.push(char.unwrap_or(REPLACEMENT));
    }
    out
}

/// Surrogates are let through, the one way in which bytes make text that is no Unicode.
fn decode_utf32(bytes: &[u8], order: ByteOrder) -> TextBuf {
    let (order, bytes) = match (order, bytes) {
        (ByteOrder::Marked | ByteOrder::Big, [0, 0, 0xFE, 0xFF, rest @ ..]) => {
            (ByteOrder::Big, rest)
        }
        (ByteOrder::Marked | ByteOrder::Little, [0xFF, 0xFE, 0, 0, rest @ ..]) => {
            (ByteOrder::Little, rest)
        }
        _ => (order, bytes),
    };
    let mut units = Vec::with_capacity(bytes.len() / 2);
    for chunk in bytes.chunks(4) {
        let code = <[u8; 4]>::try_from(chunk)
            .ok()
            .and_then(|code| i32::try_from(order.code(code)).ok());
        let known = code.and_then(|code| with_code_point(code, |text| units.extend(text.units())));
        if known.is_none() {
            units.push(REPLACEMENT as u16);
        }
    }
    TextBuf::from_units(units)
}

#[cfg(test)]
mod tests;
