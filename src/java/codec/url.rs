//! `java.net.URLEncoder` and `URLDecoder`: the form encoding, in any charset.

use std::fmt::Write as _;

use super::charset::Charset;
use crate::java::format::output::Output;
use crate::java::format::thrown::Thrown;

/// `URLEncoder.encode(text, charset)`.
pub(crate) fn encode(text: &str, charset: &str, max_units: usize) -> Result<String, Thrown> {
    let charset = Charset::for_name(charset).ok_or_else(|| unsupported(charset))?;
    let mut out = Output::new(max_units);
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.find(|c| !is_plain(c)).unwrap_or(rest.len());
        out.push_str(&rest[..plain].replace(' ', "+"))?;
        rest = &rest[plain..];
        let escaped = rest.find(is_plain).unwrap_or(rest.len());
        out.push_str(&escapes(&charset.encode(&rest[..escaped])))?;
        rest = &rest[escaped..];
    }
    Ok(out.into_string())
}

/// `URLDecoder.decode(text, charset)`.
pub(crate) fn decode(text: &str, charset: &str) -> Result<String, Thrown> {
    if charset.is_empty() {
        return Err(Thrown::new(
            UNSUPPORTED,
            "URLDecoder: empty string enc parameter",
        ));
    }
    let charset = Charset::for_name(charset).ok_or_else(|| unsupported(charset))?;
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        decoded.push_str(&rest[..at].replace('+', " "));
        let (bytes, after) = unescape(&rest[at..])?;
        decoded.push_str(&charset.decode(&bytes));
        rest = after;
    }
    decoded.push_str(&rest.replace('+', " "));
    Ok(decoded)
}

const UNSUPPORTED: &str = "java.io.UnsupportedEncodingException";

/// Characters that stay as they are; the space becomes `+`.
fn is_plain(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.' | '*' | ' ')
}

fn escapes(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 3), |mut text, byte| {
            let _ = write!(text, "%{byte:02X}");
            text
        })
}

/// The bytes of all escapes that follow each other at the start of `text`, and what comes after.
fn unescape(text: &str) -> Result<(Vec<u8>, &str), Thrown> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(after) = rest.strip_prefix('%') {
        let mut characters = after.chars();
        let (Some(high), Some(low)) = (characters.next(), characters.next()) else {
            return Err(incomplete());
        };
        bytes.push(value(high)? << 4 | value(low)?);
        rest = characters.as_str();
    }
    Ok((bytes, rest))
}

fn value(digit: char) -> Result<u8, Thrown> {
    digit.to_digit(16).map(|value| value as u8).ok_or_else(|| {
        let code = digit.encode_utf16(&mut [0; 2])[0];
        Thrown::illegal_argument(format!(
            "URLDecoder: Illegal hex characters in escape (%) pattern - not a hexadecimal digit: \"{digit}\" = {code}"
        ))
    })
}

#[cold]
fn incomplete() -> Thrown {
    Thrown::illegal_argument("URLDecoder: Incomplete trailing escape (%) pattern")
}

#[cold]
fn unsupported(charset: &str) -> Thrown {
    Thrown::new(UNSUPPORTED, charset)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, charset, encoded form or class of the exception; from Java 25.
    const ENCODED: &[(&str, &str, &str)] = &[
        (
            "a b+c&d=e?f/g:h;i,j@k#l%m",
            "UTF-8",
            "a+b%2Bc%26d%3De%3Ff%2Fg%3Ah%3Bi%2Cj%40k%23l%25m",
        ),
        ("-_.*~!'()", "utf8", "-_.*%7E%21%27%28%29"),
        ("é€😀", "UTF-8", "%C3%A9%E2%82%AC%F0%9F%98%80"),
        ("é€😀", "latin1", "%E9%3F%3F"),
        ("é€😀", "US-ASCII", "%3F%3F%3F"),
        ("é€😀", "UTF-16", "%FE%FF%00%E9%20%AC%D8%3D%DE%00"),
        ("a+ +b", "UTF-16", "a%FE%FF%00%2B+%FE%FF%00%2Bb"),
        ("€", "UTF-16LE", "%AC%20"),
        ("€", "windows-1252", "%80"),
        ("", "UTF-8", ""),
        ("a", "nope", "java.io.UnsupportedEncodingException"),
        ("a", "", "java.io.UnsupportedEncodingException"),
    ];

    #[test]
    fn everything_but_letters_digits_and_four_signs_is_escaped() {
        for &(text, charset, expected) in ENCODED {
            let found =
                encode(text, charset, 1000).unwrap_or_else(|thrown| thrown.class.to_string());
            assert_eq!(found, expected, "{text} {charset}");
        }
        assert_eq!(encode("%%", "UTF-8", 5), Err(Thrown::too_large()));
    }

    /// Text, charset, decoded form or message of the exception; from Java 25.
    const DECODED: &[(&str, &str, &str)] = &[
        ("a+b%20c%2B", "UTF-8", "a b c+"),
        ("%C3%A9", "UTF-8", "é"),
        ("%C3x", "UTF-8", "\u{fffd}x"),
        ("%e9", "ISO-8859-1", "é"),
        ("%C3%A9", "UTF-16", "쎩"),
        ("%FF%FE%00%41", "UTF-16", "䄀"),
        ("%e9", "UTF-16", "\u{fffd}"),
        ("é%41", "UTF-8", "éA"),
        (
            "%",
            "UTF-8",
            "URLDecoder: Incomplete trailing escape (%) pattern",
        ),
        (
            "%41%2",
            "UTF-8",
            "URLDecoder: Incomplete trailing escape (%) pattern",
        ),
        (
            "%zz",
            "UTF-8",
            "URLDecoder: Illegal hex characters in escape (%) pattern - not a hexadecimal digit: \"z\" = 122",
        ),
        ("a", "", "URLDecoder: empty string enc parameter"),
        ("a", "nope", "nope"),
    ];

    #[test]
    fn escapes_that_follow_each_other_are_decoded_together() {
        for &(text, charset, expected) in DECODED {
            let found = decode(text, charset).unwrap_or_else(|thrown| thrown.message);
            assert_eq!(found, expected, "{text} {charset}");
        }
    }
}
