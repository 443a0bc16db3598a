//! `new BigDecimal(String)`.

use bigdecimal::num_bigint::{BigInt, Sign};

use super::{Decimal, within_digits};
use crate::value::number::digit::digit;
use crate::value::text::Text;
use crate::value::thrown::{Failure, Thrown};

/// An exponent may have so many digits behind its leading zeros.
const MAX_EXPONENT_DIGITS: usize = 10;

impl Decimal {
    /// Reads a sign, digits of any script with a point among them, and an exponent.
    pub(crate) fn parse(text: Text<'_>, max_digits: usize) -> Result<Self, Failure> {
        let parts =
            Parts::of(text).ok_or_else(|| Thrown::number_format(text, "a decimal number"))?;
        let significant = parts.digits.iter().skip_while(|digit| **digit == 0).count();
        within_digits(significant as u64, max_digits)?;
        let unscaled = BigInt::from_radix_be(parts.sign, &parts.digits, 10).unwrap_or_default();
        Ok(Self::new(unscaled, parts.scale))
    }
}

struct Parts {
    sign: Sign,
    digits: Vec<u8>,
    scale: i32,
}

impl Parts {
    fn of(text: Text<'_>) -> Option<Self> {
        let mut units = text.units().peekable();
        let minus = next_sign(&mut units);
        let (mut digits, mut behind_point) = (Vec::new(), None);
        let mut exponent = 0;
        while let Some(unit) = units.next() {
            match (u8::try_from(unit), digit(unit, 10)) {
                (_, Some(value)) => {
                    digits.push(value as u8);
                    behind_point = behind_point.map(|count| count + 1);
                }
                (Ok(b'.'), _) if behind_point.is_none() => behind_point = Some(0_i64),
                (Ok(b'e' | b'E'), _) => exponent = read_exponent(&mut units)?,
                _ => return None,
            }
        }
        let scale = i32::try_from(behind_point.unwrap_or(0) - exponent).ok()?;
        let sign = if minus { Sign::Minus } else { Sign::Plus };
        (!digits.is_empty()).then_some(Self {
            sign,
            digits,
            scale,
        })
    }
}

/// Takes a sign, if there is one, and tells whether it was a minus.
fn next_sign(units: &mut std::iter::Peekable<impl Iterator<Item = u16>>) -> bool {
    units.next_if(|unit| matches!(u8::try_from(*unit), Ok(b'+' | b'-'))) == Some(u16::from(b'-'))
}

/// Reads everything that is left as an exponent.
fn read_exponent(units: &mut std::iter::Peekable<impl Iterator<Item = u16>>) -> Option<i64> {
    let minus = next_sign(units);
    let digits: Option<Vec<i64>> = units.map(|unit| digit(unit, 10).map(i64::from)).collect();
    let digits = digits.filter(|digits| !digits.is_empty())?;
    let zeros = digits
        .iter()
        .take_while(|digit| **digit == 0)
        .count()
        .min(digits.len().saturating_sub(MAX_EXPONENT_DIGITS));
    if digits.len() - zeros > MAX_EXPONENT_DIGITS {
        return None;
    }
    let magnitude = digits.iter().fold(0, |value, digit| value * 10 + digit);
    Some(if minus { -magnitude } else { magnitude })
}
