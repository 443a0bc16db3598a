//! `%a`: hexadecimal floating point.

use super::Printer;
use super::flags::Flags;
use super::spec::Spec;
use crate::java::format::thrown::Thrown;

const FRACTION_BITS: u32 = 52;
const MIN_EXPONENT: i32 = -1022;

impl Printer<'_> {
    /// Text of a finite `value`, not negative, after the sign.
    pub(super) fn hex_float(
        &self,
        spec: &Spec,
        value: f64,
        negative: bool,
    ) -> Result<String, Thrown> {
        let precision = spec.precision.map(|precision| precision.max(1));
        self.check_room(precision.unwrap_or(0).max(spec.width.unwrap_or(0)) as u64)?;
        let (mantissa, exponent) = hex_digits(value, precision);
        let signed = negative || spec.flags.has_any(Flags::PLUS.with(Flags::LEADING_SPACE));
        let taken = mantissa.len() + 1 + exponent.len() + 2 + usize::from(signed);
        let zeros = match spec.width {
            Some(width) if spec.flags.has(Flags::ZERO_PAD) => width.saturating_sub(taken),
            _ => 0,
        };
        let (integer, fraction) = mantissa.split_once('.').unwrap_or((&mantissa, ""));
        let width = precision.unwrap_or(0);
        let text = format!(
            "0x{}{integer}.{fraction:0<width$}p{exponent}",
            "0".repeat(zeros)
        );
        Ok(if spec.flags.has(Flags::UPPERCASE) {
            text.to_ascii_uppercase()
        } else {
            text
        })
    }
}

/// Mantissa and exponent as `Double.toHexString` gives them, the mantissa rounded to `precision` digits.
fn hex_digits(value: f64, precision: Option<usize>) -> (String, String) {
    let bits = value.to_bits();
    let fraction = bits & ((1 << FRACTION_BITS) - 1);
    let biased = (bits >> FRACTION_BITS) as i32;
    if value == 0.0 {
        return ("0.0".to_string(), "0".to_string());
    }
    let Some(digits) = precision.filter(|&digits| digits < 13) else {
        let integer = u8::from(biased > 0);
        return (
            mantissa(integer, fraction),
            (biased - 1023).max(MIN_EXPONENT).to_string(),
        );
    };
    let (significand, exponent) = normalized(fraction, biased);
    let dropped = FRACTION_BITS - 4 * digits as u32;
    let rounded = round_half_even(significand, dropped);
    let (rounded, exponent) = if rounded >> (FRACTION_BITS + 1) > 0 {
        (rounded >> 1, exponent + 1)
    } else {
        (rounded, exponent)
    };
    (
        mantissa(1, rounded & ((1 << FRACTION_BITS) - 1)),
        exponent.to_string(),
    )
}

/// Significand with its leading one at bit 52, and the exponent.
fn normalized(fraction: u64, biased: i32) -> (u64, i32) {
    if biased > 0 {
        return (1 << FRACTION_BITS | fraction, biased - 1023);
    }
    let shift = fraction.leading_zeros() - (63 - FRACTION_BITS);
    (fraction << shift, MIN_EXPONENT - shift as i32)
}

/// `significand` with its last `dropped` bits rounded away and cleared.
fn round_half_even(significand: u64, dropped: u32) -> u64 {
    let half = 1 << (dropped - 1);
    let rest = significand & ((1 << dropped) - 1);
    let kept = significand >> dropped;
    let up = rest > half || rest == half && kept & 1 == 1;
    (kept + u64::from(up)) << dropped
}

fn mantissa(integer: u8, fraction: u64) -> String {
    let digits = format!("{fraction:013x}");
    let trimmed = digits.trim_end_matches('0');
    let shown = if trimmed.is_empty() { "0" } else { trimmed };
    format!("{integer}.{shown}")
}
