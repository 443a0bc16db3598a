//! Spring's conversions to numbers: from text, and from one class of numbers to another.
//!
//! They differ from Java's own: white space counts nowhere, a prefix makes a whole number hexadecimal, and a number that
//! does not fit is refused instead of cut.

use bigdecimal::num_bigint::BigInt;
use bigdecimal::num_traits::ToPrimitive;

use super::decimal::Decimal;
use super::float_parse::{parse_double, parse_float};
use super::integer_parse::{
    decode_byte, decode_int, decode_long, decode_short, parse_byte, parse_int, parse_long,
    parse_short,
};
use super::{Number, NumberKind, NumberRef, big_integer};
use crate::value::text::Text;
use crate::value::text::trim::is_whitespace;
use crate::value::thrown::{Failure, Thrown};

/// A text as a number; an empty one is none.
pub(crate) fn parse_number(
    text: Text<'_>,
    kind: NumberKind,
    max_digits: usize,
) -> Result<Option<Number>, Failure> {
    if text.is_empty() {
        return Ok(None);
    }
    let Some(text) = text.as_str() else {
        return Err(Thrown::number_format(text, "a number").into());
    };
    let compact: String = text.chars().filter(|char| !is_whitespace(*char)).collect();
    parse_compact(&compact, kind, max_digits).map(Some)
}

fn parse_compact(text: &str, kind: NumberKind, max_digits: usize) -> Result<Number, Failure> {
    let hexadecimal = is_hexadecimal(text);
    let text = Text::from(text);
    Ok(match (kind, hexadecimal) {
        (NumberKind::Byte, true) => Number::Byte(decode_byte(text)?),
        (NumberKind::Byte, false) => Number::Byte(parse_byte(text, 10)?),
        (NumberKind::Short, true) => Number::Short(decode_short(text)?),
        (NumberKind::Short, false) => Number::Short(parse_short(text, 10)?),
        (NumberKind::Int, true) => Number::Int(decode_int(text)?),
        (NumberKind::Int, false) => Number::Int(parse_int(text, 10)?),
        (NumberKind::Long, true) => Number::Long(decode_long(text)?),
        (NumberKind::Long, false) => Number::Long(parse_long(text, 10)?),
        (NumberKind::BigInteger, true) => Number::BigInteger(decode_big_integer(text, max_digits)?),
        (NumberKind::BigInteger, false) => {
            Number::BigInteger(big_integer::parse(text, 10, max_digits)?)
        }
        (NumberKind::Float, _) => Number::Float(parse_float(text)?),
        (NumberKind::Double, _) => Number::Double(parse_double(text)?),
        (NumberKind::BigDecimal | NumberKind::Any, _) => {
            Number::BigDecimal(Decimal::parse(text, max_digits)?)
        }
    })
}

const PREFIXES: [&str; 3] = ["0x", "0X", "#"];

fn is_hexadecimal(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    PREFIXES.iter().any(|prefix| unsigned.starts_with(prefix))
}

/// Hexadecimal digits behind a prefix; they may bring a sign of their own.
fn decode_big_integer(text: Text<'_>, max_digits: usize) -> Result<BigInt, Failure> {
    let whole = text.as_str().unwrap_or_default();
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    let digits = PREFIXES
        .iter()
        .find_map(|prefix| unsigned.strip_prefix(prefix))
        .unwrap_or(unsigned);
    let magnitude = big_integer::parse(digits.into(), 16, max_digits)?;
    Ok(if whole.len() > unsigned.len() {
        -magnitude
    } else {
        magnitude
    })
}

/// A number as one of another class. Whole targets take the value towards zero and refuse what their range lacks,
/// except that floating-point values stop at the ends of `long` first.
pub(crate) fn convert_number(
    number: NumberRef<'_>,
    kind: NumberKind,
    max_digits: usize,
) -> Result<Number, Failure> {
    if kind == number.kind() || kind == NumberKind::Any {
        return Ok(number.to_owned());
    }
    Ok(match kind {
        NumberKind::Byte => {
            Number::Byte(whole_within(number, i8::MIN.into(), i8::MAX.into())? as i8)
        }
        NumberKind::Short => {
            Number::Short(whole_within(number, i16::MIN.into(), i16::MAX.into())? as i16)
        }
        NumberKind::Int => {
            Number::Int(whole_within(number, i32::MIN.into(), i32::MAX.into())? as i32)
        }
        NumberKind::Long => Number::Long(whole_within(number, i64::MIN, i64::MAX)?),
        NumberKind::Float => Number::Float(number.float_value()),
        NumberKind::Double => Number::Double(number.double_value()),
        NumberKind::BigDecimal => Number::BigDecimal(number.to_decimal()?.into_owned()),
        NumberKind::BigInteger | NumberKind::Any => Number::BigInteger(match number {
            NumberRef::BigDecimal(value) => value.to_big_integer(max_digits)?,
            _ => number.long_value().into(),
        }),
    })
}

fn whole_within(number: NumberRef<'_>, min: i64, max: i64) -> Result<i64, Thrown> {
    let value = match number {
        NumberRef::BigInteger(value) => value.to_i64(),
        NumberRef::BigDecimal(value) => value.whole_part_in_long(),
        _ => Some(number.long_value()),
    };
    value
        .filter(|value| (min..=max).contains(value))
        .ok_or_else(|| overflow(number))
}

#[cold]
fn overflow(number: NumberRef<'_>) -> Thrown {
    let text = number.to_string();
    let shown = crate::value::thrown::shortened(&text);
    Thrown::illegal_argument(format!("`{shown}` does not fit in the type asked for"))
}

#[cfg(test)]
mod tests;
