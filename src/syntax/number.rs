//! The value of a number literal, by the rules of Java's parsers.

use super::ast::Kind;
use crate::diagnostic::Code;

/// A number that its type cannot hold, or a text that is no number.
#[derive(Debug, PartialEq)]
pub(super) struct NumberError {
    /// `NOT_AN_INT`, `NOT_A_LONG` or `NOT_A_REAL`.
    pub code: Code,
}

/// `1F`, `1Fl` behind a `0x`.
pub(super) fn hex(text: &str) -> Result<Kind, NumberError> {
    match text.strip_suffix(['l', 'L']) {
        Some(digits) => i64::from_str_radix(digits, 16)
            .map(Kind::Long)
            .map_err(|_| NumberError {
                code: Code::NOT_A_LONG,
            }),
        None => i32::from_str_radix(text, 16)
            .map(Kind::Int)
            .map_err(|_| NumberError {
                code: Code::NOT_AN_INT,
            }),
    }
}

/// `12`, `12L`.
pub(super) fn integer(text: &str) -> Result<Kind, NumberError> {
    match text.strip_suffix(['l', 'L']) {
        Some(digits) => digits.parse().map(Kind::Long).map_err(|_| NumberError {
            code: Code::NOT_A_LONG,
        }),
        None => text.parse().map(Kind::Int).map_err(|_| NumberError {
            code: Code::NOT_AN_INT,
        }),
    }
}

/// `1.5`, `1e3f`, `2d`; a number too large is infinite, one too small is zero.
pub(super) fn real(text: &str) -> Result<Kind, NumberError> {
    let parsed = match text.strip_suffix(['f', 'F']) {
        Some(digits) => digits.parse().map(Kind::Float),
        None => text
            .strip_suffix(['d', 'D'])
            .unwrap_or(text)
            .parse()
            .map(Kind::Double),
    };
    parsed.map_err(|_| NumberError {
        code: Code::NOT_A_REAL,
    })
}

/// What the reference keeps of a number that is part of a class name: neither `0x` nor `L`.
pub(super) fn digits(text: &str) -> &str {
    match text.get(..2) {
        Some("0x" | "0X") => text[2..].trim_end_matches(['l', 'L']),
        _ if text.contains(['e', 'E']) => text,
        _ => text.trim_end_matches(['l', 'L']),
    }
}
