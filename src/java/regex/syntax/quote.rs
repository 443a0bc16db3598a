//! `\Q…\E`: the first pass over a pattern, which writes quoted text with backslashes instead.
//!
//! Java does this before it parses, so a quotation is possible anywhere: within a class, a group name or a number. Letters stay as they
//! are and everything else of ASCII gets a backslash. A digit that opens a quotation is written as `\x3N`, so that it does
//! not continue an escape in front of it. Error positions count in the rewritten text, as in Java.

use super::{BACKSLASH, raw};

/// The pattern without quotations.
pub(super) fn unquoted(pattern: Vec<u32>) -> Vec<u32> {
    let Some(start) = first_quotation(&pattern) else {
        return pattern;
    };
    let mut out = pattern[..start].to_vec();
    let mut at = start + 2;
    let (mut quoted, mut opening) = (true, true);
    while at < pattern.len() {
        let c = pattern[at];
        at += 1;
        match (kind(c), quoted) {
            (Kind::Digit, _) if opening => out.extend([BACKSLASH, 'x'.into(), '3'.into(), c]),
            (Kind::Mark, true) => out.extend([BACKSLASH, c]),
            (Kind::Plain | Kind::Digit, _) | (Kind::Mark, false) => out.push(c),
            (Kind::Backslash, true) if raw(&pattern, at) == u32::from('E') => {
                at += 1;
                quoted = false;
            }
            (Kind::Backslash, true) => out.extend([BACKSLASH, BACKSLASH]),
            (Kind::Backslash, false) if raw(&pattern, at) == u32::from('Q') => {
                at += 1;
                (quoted, opening) = (true, true);
                continue;
            }
            (Kind::Backslash, false) => {
                out.push(c);
                out.extend(pattern.get(at));
                at += 1;
            }
        }
        opening = false;
    }
    out
}

enum Kind {
    Plain,
    Digit,
    Mark,
    Backslash,
}

fn kind(c: u32) -> Kind {
    match u8::try_from(c) {
        Ok(b'\\') => Kind::Backslash,
        Ok(b'0'..=b'9') => Kind::Digit,
        Ok(byte) if byte.is_ascii() && !byte.is_ascii_alphabetic() => Kind::Mark,
        _ => Kind::Plain,
    }
}

fn first_quotation(pattern: &[u32]) -> Option<usize> {
    let mut at = 0;
    while at + 1 < pattern.len() {
        match (pattern[at], pattern[at + 1]) {
            (BACKSLASH, c) if c == u32::from('Q') => return Some(at),
            (BACKSLASH, _) => at += 2,
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_become_escapes() {
        let rows = [
            ("abc", "abc"),
            (r"\Qa.b\E", r"a\.b"),
            (r"\Qa.b", r"a\.b"),
            (r"a\Q\E+b", "a+b"),
            (r"\x4\Q1\E", r"\x4\x31"),
            (r"\Qa1\E", "a1"),
            (r"\\Qa", r"\\Qa"),
            (r"\Q\\E\.\Qé*", r"\\\.é\*"),
            (r"\Qa\E\", r"a\"),
        ];
        for (pattern, expected) in rows {
            let out = unquoted(pattern.chars().map(u32::from).collect());
            assert_eq!(
                out.into_iter()
                    .filter_map(char::from_u32)
                    .collect::<String>(),
                expected,
                "{pattern}"
            );
        }
    }
}
