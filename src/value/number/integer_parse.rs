//! Reading whole numbers: `parseInt` and its relatives.
//!
//! One accumulator serves all of them: digits are gathered as a negative `long`, the wider half, and checked against
//! the range of the wanted type at the end.

use super::digit::{MAX_RADIX, MIN_RADIX, digit};
use crate::value::text::{Text, TextCow};
use crate::value::thrown::Thrown;

const MINUS: u16 = b'-' as u16;
const PLUS: u16 = b'+' as u16;

/// A whole-number type of Java: its name in messages and its range.
struct Whole {
    name: &'static str,
    min: i64,
    max: i64,
}

const BYTE: Whole = Whole {
    name: "a byte",
    min: i8::MIN as i64,
    max: i8::MAX as i64,
};
const SHORT: Whole = Whole {
    name: "a short",
    min: i16::MIN as i64,
    max: i16::MAX as i64,
};
const INT: Whole = Whole {
    name: "an int",
    min: i32::MIN as i64,
    max: i32::MAX as i64,
};
const LONG: Whole = Whole {
    name: "a long",
    min: i64::MIN,
    max: i64::MAX,
};

/// `Integer.parseInt(text, radix)`.
pub(crate) fn parse_int(text: Text<'_>, radix: i32) -> Result<i32, Thrown> {
    parse(text, radix, &INT).map(|value| value as i32)
}

/// `Long.parseLong(text, radix)`.
pub(crate) fn parse_long(text: Text<'_>, radix: i32) -> Result<i64, Thrown> {
    parse(text, radix, &LONG)
}

/// `Short.parseShort(text, radix)`.
pub(crate) fn parse_short(text: Text<'_>, radix: i32) -> Result<i16, Thrown> {
    parse(text, radix, &SHORT).map(|value| value as i16)
}

/// `Byte.parseByte(text, radix)`.
pub(crate) fn parse_byte(text: Text<'_>, radix: i32) -> Result<i8, Thrown> {
    parse(text, radix, &BYTE).map(|value| value as i8)
}

/// `Integer.parseUnsignedInt(text, radix)`: the bits of a number up to 4294967295.
pub(crate) fn parse_unsigned_int(text: Text<'_>, radix: i32) -> Result<i32, Thrown> {
    parse_unsigned(text, radix, u64::from(u32::MAX)).map(|value| value as i32)
}

/// `Long.parseUnsignedLong(text, radix)`: the bits of a number up to 18446744073709551615.
pub(crate) fn parse_unsigned_long(text: Text<'_>, radix: i32) -> Result<i64, Thrown> {
    parse_unsigned(text, radix, u64::MAX).map(|value| value as i64)
}

/// `Integer.decode`: decimal, or hexadecimal behind `0x`, `0X` or `#`, or octal behind `0`.
pub(crate) fn decode_int(text: Text<'_>) -> Result<i32, Thrown> {
    decode(text, &INT).map(|value| value as i32)
}

/// `Long.decode`.
pub(crate) fn decode_long(text: Text<'_>) -> Result<i64, Thrown> {
    decode(text, &LONG)
}

/// `Short.decode`.
pub(crate) fn decode_short(text: Text<'_>) -> Result<i16, Thrown> {
    decode(text, &SHORT).map(|value| value as i16)
}

/// `Byte.decode`.
pub(crate) fn decode_byte(text: Text<'_>) -> Result<i8, Thrown> {
    decode(text, &BYTE).map(|value| value as i8)
}

/// The part of a text that the parsers of a `CharSequence` with bounds read.
pub(crate) fn parsed_range(text: Text<'_>, begin: i32, end: i32) -> Result<TextCow<'_>, Thrown> {
    text.substring(begin, end).map_err(|thrown| Thrown {
        class: "IndexOutOfBoundsException",
        ..thrown
    })
}

fn parse(text: Text<'_>, radix: i32, whole: &Whole) -> Result<i64, Thrown> {
    let radix = checked_radix(radix)?;
    let value = match text {
        Text::Utf8(ascii) if ascii.is_ascii() => signed(ascii.bytes().map(u16::from), radix),
        _ => signed(text.units(), radix),
    };
    in_range(value, text, whole)
}

fn in_range(value: Option<i64>, text: Text<'_>, whole: &Whole) -> Result<i64, Thrown> {
    let value = value.filter(|value| (whole.min..=whole.max).contains(value));
    value.ok_or_else(|| Thrown::number_format(text, whole.name))
}

fn checked_radix(radix: i32) -> Result<u32, Thrown> {
    match radix {
        MIN_RADIX..=MAX_RADIX => Ok(radix as u32),
        _ => Err(Thrown::new(
            "NumberFormatException",
            format!("radix {radix} is not between {MIN_RADIX} and {MAX_RADIX}"),
        )),
    }
}

/// An optional sign and digits.
fn signed(units: impl Iterator<Item = u16>, radix: u32) -> Option<i64> {
    let mut units = units.peekable();
    let sign = units.next_if(|unit| matches!(*unit, MINUS | PLUS));
    with_sign(sign == Some(MINUS), negated_digits(units, radix)?)
}

fn with_sign(negative: bool, negated: i64) -> Option<i64> {
    if negative {
        Some(negated)
    } else {
        negated.checked_neg()
    }
}

/// Minus the number that `units` spell; nothing if they are no digits, none at all, or too many.
fn negated_digits(units: impl Iterator<Item = u16>, radix: u32) -> Option<i64> {
    let mut negated: Option<i64> = None;
    for unit in units {
        let digit = i64::from(digit(unit, radix)?);
        negated = Some(
            negated
                .unwrap_or(0)
                .checked_mul(i64::from(radix))?
                .checked_sub(digit)?,
        );
    }
    negated
}

fn parse_unsigned(text: Text<'_>, radix: i32, max: u64) -> Result<u64, Thrown> {
    let radix = checked_radix(radix)?;
    let value = unsigned(text, radix).filter(|value| *value <= max);
    value.ok_or_else(|| Thrown::number_format(text, "an unsigned number of this type"))
}

fn unsigned(text: Text<'_>, radix: u32) -> Option<u64> {
    let mut units = text.units().peekable();
    let _plus = units.next_if_eq(&PLUS);
    let mut value: Option<u64> = None;
    for unit in units {
        let digit = u64::from(digit(unit, radix)?);
        value = Some(
            value
                .unwrap_or(0)
                .checked_mul(u64::from(radix))?
                .checked_add(digit)?,
        );
    }
    value
}

fn decode(text: Text<'_>, whole: &Whole) -> Result<i64, Thrown> {
    in_range(decoded(text), text, whole)
}

fn decoded(text: Text<'_>) -> Option<i64> {
    let text = text.as_str()?;
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (radix, digits) = radix_prefix(unsigned);
    with_sign(negative, negated_digits(digits.encode_utf16(), radix)?)
}

/// The radix that the start of an unsigned number announces, and the digits behind it.
fn radix_prefix(unsigned: &str) -> (u32, &str) {
    let hexadecimal = ["0x", "0X", "#"]
        .iter()
        .find_map(|prefix| unsigned.strip_prefix(prefix));
    match (hexadecimal, unsigned.strip_prefix('0')) {
        (Some(digits), _) => (16, digits),
        (None, Some(digits)) if !digits.is_empty() => (8, digits),
        _ => (10, unsigned),
    }
}

#[cfg(test)]
mod tests;
