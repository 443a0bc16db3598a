//! `String.translateEscapes`: the escape sequences of Java's own string literals, without the Unicode ones.

use super::lines::Joined;
use super::{Text, TextBuf, TextCow};
use crate::value::thrown::Thrown;

impl<'a> Text<'a> {
    pub(crate) fn translate_escapes(self) -> Result<TextCow<'a>, Thrown> {
        match self {
            Self::Utf8(text) => match text.contains('\\') {
                true => translated(text).map(TextCow::from),
                false => Ok(self.into()),
            },
            Self::Wide(units) => translated_units(units).map(TextCow::from),
        }
    }
}

fn translated(text: &str) -> Result<String, Thrown> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, escape)) = rest.split_once('\\') {
        out.push_str(plain);
        let (char, len) = sequence(escape)?;
        out.extend(char);
        rest = &escape[len..];
    }
    out.push_str(rest);
    Ok(out)
}

/// Pieces of valid Unicode are translated one by one, since no escape contains a surrogate; but a backslash in front of
/// one escapes nothing.
fn translated_units(units: &[u16]) -> Result<TextBuf, Thrown> {
    let mut out = Joined::default();
    let mut valid = String::new();
    for scalar in char::decode_utf16(units.iter().copied()) {
        match scalar {
            Ok(char) => valid.push(char),
            Err(lone) => {
                out.push(Text::Utf8(&translated(&valid)?));
                out.push(Text::Wide(&[lone.unpaired_surrogate()]));
                valid.clear();
            }
        }
    }
    out.push(Text::Utf8(&translated(&valid)?));
    Ok(out.finish())
}

/// What the sequence behind a backslash stands for, if anything, and its length in bytes.
fn sequence(escape: &str) -> Result<(Option<char>, usize), Thrown> {
    let first = escape.bytes().next();
    let char = match first {
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{C}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b's') => ' ',
        Some(b't') => '\t',
        Some(quoted @ (b'\'' | b'"' | b'\\')) => char::from(quoted),
        Some(b'0'..=b'7') => return Ok(octal(escape)),
        Some(b'\n') => return Ok((None, 1)),
        Some(b'\r') => return Ok((None, if escape.starts_with("\r\n") { 2 } else { 1 })),
        _ => return Err(unknown(escape)),
    };
    Ok((Some(char), 1))
}

/// Up to three digits, as long as the number stays within a byte.
fn octal(escape: &str) -> (Option<char>, usize) {
    let most = if escape.starts_with(['0', '1', '2', '3']) {
        3
    } else {
        2
    };
    let digits = escape
        .bytes()
        .take(most)
        .take_while(|byte| matches!(byte, b'0'..=b'7'));
    let (code, len) = digits.fold((0, 0), |(code, len), digit| {
        (code * 8 + u32::from(digit - b'0'), len + 1)
    });
    (char::from_u32(code), len)
}

fn unknown(escape: &str) -> Thrown {
    let named = escape
        .chars()
        .next()
        .map_or("nothing".to_owned(), |char| format!("`{char}`"));
    Thrown::illegal_argument(format!("{named} behind a backslash is no escape sequence"))
}

#[cfg(test)]
mod tests;
