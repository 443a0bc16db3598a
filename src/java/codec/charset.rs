//! The charsets that expressions name: encoding and decoding as Java does, which replaces what it cannot map.
//!
//! Encoders write `?`, decoders U+FFFD. `UTF-16` writes a big-endian byte order mark and reads either.

/// A charset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Charset {
    /// UTF-8.
    Utf8,
    /// ISO-8859-1.
    Latin1,
    /// US-ASCII.
    Ascii,
    /// UTF-16 with byte order mark.
    Utf16,
    /// UTF-16, big-endian.
    Utf16Be,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-32, big-endian when writing.
    Utf32,
    /// UTF-32, big-endian.
    Utf32Be,
    /// UTF-32, little-endian.
    Utf32Le,
    /// ISO-8859-15.
    Latin9,
    /// windows-1252.
    Windows1252,
}

/// Canonical name, other names in lower case.
const NAMES: &[(Charset, &str, &str)] = &[
    (Charset::Utf8, "UTF-8", "utf8 unicode-1-1-utf-8"),
    (
        Charset::Latin1,
        "ISO-8859-1",
        "csisolatin1 ibm819 latin1 iso8859-1 iso-ir-100 iso_8859-1:1987 iso8859_1 819 l1 iso_8859-1 \
         8859_1 ibm-819 cp819 iso_8859_1",
    ),
    (
        Charset::Ascii,
        "US-ASCII",
        "ascii iso-ir-6 cp367 ansi_x3.4-1986 us 646 iso646-us iso_646.irv:1991 csascii ibm367 ascii7 \
         ansi_x3.4-1968 iso_646.irv:1983",
    ),
    (Charset::Utf16, "UTF-16", "unicode unicodebig utf16 utf_16"),
    (
        Charset::Utf16Be,
        "UTF-16BE",
        "iso-10646-ucs-2 utf_16be unicodebigunmarked x-utf-16be",
    ),
    (
        Charset::Utf16Le,
        "UTF-16LE",
        "utf_16le x-utf-16le unicodelittleunmarked",
    ),
    (Charset::Utf32, "UTF-32", "utf32 utf_32"),
    (Charset::Utf32Be, "UTF-32BE", "x-utf-32be utf_32be"),
    (Charset::Utf32Le, "UTF-32LE", "x-utf-32le utf_32le"),
    (
        Charset::Latin9,
        "ISO-8859-15",
        "ibm-923 l9 ibm923 cp923 923 csiso885915 latin0 iso8859_15_fdis iso8859-15 csisolatin0 \
         8859_15 iso_8859-15 latin-9 iso8859_15 latin9 csisolatin9",
    ),
    (
        Charset::Windows1252,
        "windows-1252",
        "cp5348 ibm-1252 ibm1252 cp1252",
    ),
];

/// What windows-1252 has at 0x80 to 0x9F; U+FFFD where it has nothing.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// Where ISO-8859-15 differs from ISO-8859-1.
const LATIN_9: [(u8, char); 8] = [
    (0xa4, '€'),
    (0xa6, 'Š'),
    (0xa8, 'š'),
    (0xb4, 'Ž'),
    (0xb8, 'ž'),
    (0xbc, 'Œ'),
    (0xbd, 'œ'),
    (0xbe, 'Ÿ'),
];

impl Charset {
    /// `Charset.forName`, in any case; `None` where Java or this engine knows no such charset.
    pub(crate) fn for_name(name: &str) -> Option<Self> {
        let alias = name.to_ascii_lowercase();
        let known = |names: &str| names.split(' ').any(|known| known == alias);
        let row = NAMES
            .iter()
            .find(|row| row.1.eq_ignore_ascii_case(name) || known(row.2))?;
        Some(row.0)
    }

    /// Canonical name.
    pub(crate) fn name(self) -> &'static str {
        NAMES
            .iter()
            .find(|row| row.0 == self)
            .map_or("UTF-8", |row| row.1)
    }

    /// `String.getBytes(charset)`.
    pub(crate) fn encode(self, text: &str) -> Vec<u8> {
        let single =
            |of: fn(char) -> Option<u8>| text.chars().map(|c| of(c).unwrap_or(b'?')).collect();
        match self {
            Charset::Utf8 => text.as_bytes().to_vec(),
            Charset::Latin1 => single(|c| u8::try_from(c).ok()),
            Charset::Ascii => single(|c| u8::try_from(c).ok().filter(u8::is_ascii)),
            Charset::Latin9 => single(latin9_byte),
            Charset::Windows1252 => single(windows_1252_byte),
            Charset::Utf16 if text.is_empty() => Vec::new(),
            Charset::Utf16 => utf16_bytes("\u{feff}", u16::to_be_bytes)
                .into_iter()
                .chain(utf16_bytes(text, u16::to_be_bytes))
                .collect(),
            Charset::Utf16Be => utf16_bytes(text, u16::to_be_bytes),
            Charset::Utf16Le => utf16_bytes(text, u16::to_le_bytes),
            Charset::Utf32 | Charset::Utf32Be => text
                .chars()
                .flat_map(|c| u32::from(c).to_be_bytes())
                .collect(),
            Charset::Utf32Le => text
                .chars()
                .flat_map(|c| u32::from(c).to_le_bytes())
                .collect(),
        }
    }

    /// `new String(bytes, charset)`.
    pub(crate) fn decode(self, bytes: &[u8]) -> String {
        let single = |of: fn(u8) -> char| bytes.iter().map(|&byte| of(byte)).collect();
        match self {
            Charset::Utf8 => utf8_text(bytes),
            Charset::Latin1 => single(char::from),
            Charset::Ascii => single(|b| {
                if b.is_ascii() {
                    char::from(b)
                } else {
                    char::REPLACEMENT_CHARACTER
                }
            }),
            Charset::Latin9 => single(latin9_char),
            Charset::Windows1252 => single(windows_1252_char),
            Charset::Utf16 => match bytes {
                [0xff, 0xfe, rest @ ..] => utf16_text(rest, u16::from_le_bytes),
                [0xfe, 0xff, rest @ ..] => utf16_text(rest, u16::from_be_bytes),
                _ => utf16_text(bytes, u16::from_be_bytes),
            },
            Charset::Utf16Be => utf16_text(bytes, u16::from_be_bytes),
            Charset::Utf16Le => utf16_text(bytes, u16::from_le_bytes),
            Charset::Utf32 => match bytes {
                [0xff, 0xfe, 0, 0, rest @ ..] => utf32_text(rest, u32::from_le_bytes),
                [0, 0, 0xfe, 0xff, rest @ ..] => utf32_text(rest, u32::from_be_bytes),
                _ => utf32_text(bytes, u32::from_be_bytes),
            },
            Charset::Utf32Be => utf32_text(bytes, u32::from_be_bytes),
            Charset::Utf32Le => utf32_text(bytes, u32::from_le_bytes),
        }
    }
}

fn latin9_byte(character: char) -> Option<u8> {
    if let Some((byte, _)) = LATIN_9.iter().find(|(_, mapped)| *mapped == character) {
        return Some(*byte);
    }
    u8::try_from(character)
        .ok()
        .filter(|byte| LATIN_9.iter().all(|(taken, _)| taken != byte))
}

fn latin9_char(byte: u8) -> char {
    LATIN_9
        .iter()
        .find(|(mapped, _)| *mapped == byte)
        .map_or(char::from(byte), |(_, c)| *c)
}

fn windows_1252_byte(character: char) -> Option<u8> {
    let special = (0x80..=0x9f)
        .zip(WINDOWS_1252)
        .find(|(_, mapped)| *mapped == character);
    match special {
        Some((_, char::REPLACEMENT_CHARACTER)) => None,
        Some((byte, _)) => Some(byte),
        None => u8::try_from(character)
            .ok()
            .filter(|byte| !(0x80..=0x9f).contains(byte)),
    }
}

fn windows_1252_char(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Java gives one replacement for a surrogate spelt in bytes, where the usual rule gives one for each byte.
fn utf8_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while !rest.is_empty() {
        let surrogate = rest
            .windows(2)
            .position(|two| two[0] == 0xed && two[1] & 0xe0 == 0xa0);
        let plain = surrogate.unwrap_or(rest.len());
        text.push_str(&String::from_utf8_lossy(&rest[..plain]));
        rest = &rest[plain..];
        if surrogate.is_some() {
            text.push(char::REPLACEMENT_CHARACTER);
            let third = rest.get(2).is_some_and(|byte| byte & 0xc0 == 0x80);
            rest = &rest[2 + usize::from(third)..];
        }
    }
    text
}

/// A high surrogate takes what follows along, be it half a unit, when the two are no pair.
fn utf16_text(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let mut text = String::with_capacity(bytes.len());
    let (pairs, mut odd) = bytes.as_chunks::<2>();
    let mut units = pairs.iter().map(|&pair| unit(pair));
    while let Some(first) = units.next() {
        let code = if (0xd800..=0xdbff).contains(&first) {
            let second = units.next();
            odd = if second.is_none() { &[] } else { odd };
            second.and_then(|second| char::decode_utf16([first, second]).next()?.ok())
        } else {
            char::from_u32(first.into())
        };
        text.push(code.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

fn utf32_text(bytes: &[u8], code: fn([u8; 4]) -> u32) -> String {
    let (codes, odd) = bytes.as_chunks::<4>();
    let characters = codes.iter().map(|&four| char::from_u32(code(four)));
    let tail = (!odd.is_empty()).then_some(None);
    characters
        .chain(tail)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

#[cfg(test)]
mod tests;
