//! Reading `double` and `float`: Java's syntax around a correctly rounding reader.
//!
//! The reader of the standard library rounds as Java does, but accepts other texts: here a text is checked first, its
//! type suffix taken off, and hexadecimal numbers, which the library lacks, are put together from their bits.

use crate::value::text::Text;
use crate::value::thrown::Thrown;

/// `Double.parseDouble`.
pub(crate) fn parse_double(text: Text<'_>) -> Result<f64, Thrown> {
    read(
        text,
        "a double",
        |decimal| decimal.parse().ok(),
        |hex| f64::from_bits(hex.round(&DOUBLE)),
    )
}

/// `Float.parseFloat`.
pub(crate) fn parse_float(text: Text<'_>) -> Result<f32, Thrown> {
    read(
        text,
        "a float",
        |decimal| decimal.parse().ok(),
        |hex| f32::from_bits(hex.round(&FLOAT) as u32),
    )
}

fn read<F: std::ops::Neg<Output = F>>(
    text: Text<'_>,
    expected: &str,
    decimal: fn(&str) -> Option<F>,
    hex: fn(&Hex) -> F,
) -> Result<F, Thrown> {
    let value = text.as_str().and_then(|text| {
        let text = text.trim_matches(|char| char <= ' ');
        match unsigned(text) {
            (negative, Some(digits)) => {
                let value = hex(&Hex::read(without_suffix(digits))?);
                Some(if negative { -value } else { value })
            }
            (_, None) => decimal(decimal_syntax(text)?),
        }
    });
    value.ok_or_else(|| Thrown::number_format(text, expected))
}

/// Whether there is a minus, and what follows `0x` if that is how the number starts.
fn unsigned(text: &str) -> (bool, Option<&str>) {
    let rest = text.strip_prefix(['+', '-']).unwrap_or(text);
    (
        text.starts_with('-'),
        rest.strip_prefix("0x").or_else(|| rest.strip_prefix("0X")),
    )
}

fn without_suffix(text: &str) -> &str {
    text.strip_suffix(['f', 'F', 'd', 'D']).unwrap_or(text)
}

/// The text without its suffix, if it is a decimal number or one of the two words.
fn decimal_syntax(text: &str) -> Option<&str> {
    let bare = text.strip_prefix(['+', '-']).unwrap_or(text);
    match bare {
        "NaN" => return Some(bare),
        "Infinity" => return Some(text),
        _ => {}
    }
    let (mantissa, exponent) = match without_suffix(bare).split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (without_suffix(bare), None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let has_digits = !(whole.is_empty() && fraction.is_empty());
    let valid =
        has_digits && all_digits(whole) && all_digits(fraction) && exponent.is_none_or(is_exponent);
    valid.then(|| without_suffix(text))
}

fn is_exponent(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && all_digits(digits)
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A binary format: bits of the significand, exponent of the smallest value, values of the exponent field.
struct Format {
    precision: u32,
    smallest: i64,
    fields: u64,
}

const DOUBLE: Format = Format {
    precision: 53,
    smallest: -1074,
    fields: 2047,
};
const FLOAT: Format = Format {
    precision: 24,
    smallest: -149,
    fields: 255,
};

impl Format {
    const fn infinity(&self) -> u64 {
        self.fields << (self.precision - 1)
    }
}

/// A hexadecimal number: `bits × 2^exponent`, and whether something non-zero was cut off behind the bits.
struct Hex {
    bits: u64,
    exponent: i64,
    sticky: bool,
}

/// Exponents beyond this cannot be brought back by any text that fits in memory.
const HUGE_EXPONENT: i64 = 1 << 48;

impl Hex {
    /// Reads `h.hp±n`, without sign, prefix and suffix.
    fn read(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['p', 'P'])?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if !is_exponent(exponent) || (whole.is_empty() && fraction.is_empty()) {
            return None;
        }
        let mut hex = Self {
            bits: 0,
            exponent: 0,
            sticky: false,
        };
        for digit in whole.chars() {
            hex.push(digit.to_digit(16)?);
        }
        for digit in fraction.chars() {
            hex.push(digit.to_digit(16)?);
            hex.exponent -= 4;
        }
        let huge = if exponent.starts_with('-') {
            -HUGE_EXPONENT
        } else {
            HUGE_EXPONENT
        };
        hex.exponent += exponent
            .parse::<i64>()
            .unwrap_or(huge)
            .clamp(-HUGE_EXPONENT, HUGE_EXPONENT);
        Some(hex)
    }

    /// Appends a digit; once 60 bits are in use it only counts as "something behind".
    fn push(&mut self, digit: u32) {
        if self.bits >> 60 == 0 {
            self.bits = self.bits << 4 | u64::from(digit);
        } else {
            self.exponent += 4;
            self.sticky |= digit != 0;
        }
    }

    /// The bits of the nearest number of a binary format, ties to even, without its sign.
    ///
    /// The exponent field counts the unit in the last place from the smallest one, except that it is one higher as
    /// soon as the significand has its leading bit: adding the two therefore gives the encoding, a carry included.
    fn round(&self, format: &Format) -> u64 {
        let width = i64::from(u64::BITS - self.bits.leading_zeros());
        let unit = (self.exponent + width - i64::from(format.precision)).max(format.smallest);
        let field = (unit - format.smallest) as u64;
        if self.bits == 0 || field > format.fields {
            return if self.bits == 0 { 0 } else { format.infinity() };
        }
        let encoded = (field << (format.precision - 1)) + self.shifted(unit - self.exponent);
        encoded.min(format.infinity())
    }

    /// The bits without the lowest `drop`, rounded half to even.
    fn shifted(&self, drop: i64) -> u64 {
        match drop {
            ..=0 => self.bits << -drop,
            1..=63 => {
                let (kept, dropped, half) = (
                    self.bits >> drop,
                    self.bits & ((1 << drop) - 1),
                    1_u64 << (drop - 1),
                );
                let up = dropped > half || (dropped == half && (self.sticky || kept & 1 == 1));
                kept + u64::from(up)
            }
            64 => u64::from(self.bits > 1 << 63 || (self.bits == 1 << 63 && self.sticky)),
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests;
