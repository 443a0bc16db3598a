//! `Math.pow`, and the `^` of expressions that is built on it.

use super::double_double::Dd;
use super::elementary::{exp_of, log_of};
use crate::value::number::Number;
use crate::value::number::cast::{d2i, d2l};

/// `Math.pow`.
///
/// Java departs from C in two cases: a NaN makes every result but that of the exponent zero NaN, and so does an
/// infinite exponent on 1 or -1.
pub(crate) fn pow(base: f64, exponent: f64) -> f64 {
    if exponent == 0.0 {
        1.0
    } else if base.is_nan() || exponent.is_nan() || (base.abs() == 1.0 && exponent.is_infinite()) {
        f64::NAN
    } else if base == 0.0 || base.is_infinite() || exponent.is_infinite() {
        libm::pow(base, exponent)
    } else if exponent == 1.0 {
        base
    } else if exponent == 2.0 {
        base * base
    } else if base < 0.0 {
        match parity(exponent) {
            Parity::Even => power_of(-base, exponent),
            Parity::Odd => -power_of(-base, exponent),
            Parity::Fraction => f64::NAN,
        }
    } else {
        power_of(base, exponent)
    }
}

enum Parity {
    Even,
    Odd,
    Fraction,
}

fn parity(value: f64) -> Parity {
    match value % 2.0 {
        0.0 => Parity::Even,
        1.0 | -1.0 => Parity::Odd,
        _ => Parity::Fraction,
    }
}

/// The power of a positive, finite base.
fn power_of(base: f64, exponent: f64) -> f64 {
    if let Some(exact) = whole_power(base, exponent) {
        return exact;
    }
    let log = log_of(base);
    let estimate = log.hi * exponent;
    match estimate {
        _ if estimate > 710.0 => f64::INFINITY,
        _ if estimate < -746.0 => 0.0,
        _ => exp_of(Dd::product(log.hi, exponent).plus(Dd::product(log.lo, exponent))),
    }
}

/// The power where its significand fits in 128 bits: only there can it lie exactly between two doubles.
fn whole_power(base: f64, exponent: f64) -> Option<f64> {
    if !(1.0..=64.0).contains(&exponent) || exponent.fract() != 0.0 {
        return None;
    }
    let (fraction, binary_exponent) = libm::frexp(base);
    let significand = (fraction * (1_u64 << 53) as f64) as u128;
    let zeros = significand.trailing_zeros();
    let power = (significand >> zeros).checked_pow(exponent as u32)?;
    Some(libm::scalbn(
        power as f64,
        (binary_exponent - 53 + zeros as i32) * exponent as i32,
    ))
}

/// The power of two numbers of which none is a decimal, floating-point or big number: an `int`, or a `long` if one of
/// them is one or the result is too large for an `int`.
pub(crate) fn whole_number_power(base: f64, exponent: f64, has_long: bool) -> Number {
    let power = pow(base, exponent);
    match has_long || power > f64::from(i32::MAX) {
        true => Number::Long(d2l(power)),
        false => Number::Int(d2i(power)),
    }
}

#[cfg(test)]
mod tests;
