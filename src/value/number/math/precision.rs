//! Rounding, neighbours and exponents of floating-point numbers.

use crate::value::number::order::{
    compare_doubles, compare_floats, max_double, max_float, min_double, min_float,
};
use crate::value::thrown::Thrown;

/// `Math.round(double)`: the nearest `long`, halves up.
pub(crate) fn round_double(value: f64) -> i64 {
    let floor = value.floor();
    (if value - floor >= 0.5 {
        floor + 1.0
    } else {
        floor
    }) as i64
}

/// `Math.round(float)`.
pub(crate) fn round_float(value: f32) -> i32 {
    let floor = value.floor();
    (if value - floor >= 0.5 {
        floor + 1.0
    } else {
        floor
    }) as i32
}

/// `Math.rint`: the nearest whole number, halves to even.
pub(crate) const fn rint(value: f64) -> f64 {
    value.round_ties_even()
}

/// `Math.signum(double)`: zeros and NaN stay.
pub(crate) const fn signum_double(value: f64) -> f64 {
    if value == 0.0 || value.is_nan() {
        value
    } else {
        value.signum()
    }
}

/// `Math.signum(float)`.
pub(crate) const fn signum_float(value: f32) -> f32 {
    if value == 0.0 || value.is_nan() {
        value
    } else {
        value.signum()
    }
}

/// `Math.ulp(double)`: the distance to the next number away from zero.
pub(crate) fn ulp_double(value: f64) -> f64 {
    match value.abs() {
        f64::MAX => f64::MAX - f64::MAX.next_down(),
        magnitude if magnitude.is_finite() => magnitude.next_up() - magnitude,
        special => special,
    }
}

/// `Math.ulp(float)`.
pub(crate) fn ulp_float(value: f32) -> f32 {
    match value.abs() {
        f32::MAX => f32::MAX - f32::MAX.next_down(),
        magnitude if magnitude.is_finite() => magnitude.next_up() - magnitude,
        special => special,
    }
}

/// `Math.nextAfter(double, double)`.
pub(crate) fn next_after_double(start: f64, direction: f64) -> f64 {
    match start.partial_cmp(&direction) {
        None => start + direction,
        Some(std::cmp::Ordering::Less) => start.next_up(),
        Some(std::cmp::Ordering::Greater) => start.next_down(),
        Some(std::cmp::Ordering::Equal) => direction,
    }
}

/// `Math.nextAfter(float, double)`.
pub(crate) fn next_after_float(start: f32, direction: f64) -> f32 {
    match f64::from(start).partial_cmp(&direction) {
        None => start + direction as f32,
        Some(std::cmp::Ordering::Less) => start.next_up(),
        Some(std::cmp::Ordering::Greater) => start.next_down(),
        Some(std::cmp::Ordering::Equal) => direction as f32,
    }
}

/// `Math.getExponent(double)`: one too small for zero and subnormals, one too large for infinity and NaN.
pub(crate) const fn exponent_double(value: f64) -> i32 {
    (value.to_bits() >> 52 & 0x7FF) as i32 - 1023
}

/// `Math.getExponent(float)`.
pub(crate) const fn exponent_float(value: f32) -> i32 {
    (value.to_bits() >> 23 & 0xFF) as i32 - 127
}

/// `Math.scalb(double, int)`: `value × 2^exponent`, rounded once.
pub(crate) fn scalb_double(value: f64, exponent: i32) -> f64 {
    libm::scalbn(value, exponent)
}

/// `Math.scalb(float, int)`.
pub(crate) fn scalb_float(value: f32, exponent: i32) -> f32 {
    libm::scalbnf(value, exponent)
}

/// `Math.fma(double, double, double)`: `a × b + c`, rounded once.
pub(crate) fn fma_double(a: f64, b: f64, c: f64) -> f64 {
    a.mul_add(b, c)
}

/// `Math.fma(float, float, float)`.
pub(crate) fn fma_float(a: f32, b: f32, c: f32) -> f32 {
    a.mul_add(b, c)
}

/// `Math.IEEEremainder`: what is left of `a` after the nearest multiple of `b`.
pub(crate) fn ieee_remainder(a: f64, b: f64) -> f64 {
    libm::remainder(a, b)
}

/// `Math.clamp` on `double`.
pub(crate) fn clamp_double(value: f64, min: f64, max: f64) -> Result<f64, Thrown> {
    match min.is_nan() || max.is_nan() || compare_doubles(min, max).is_gt() {
        true => Err(no_interval(min, max)),
        false => Ok(min_double(max, max_double(value, min))),
    }
}

/// `Math.clamp` on `float`.
pub(crate) fn clamp_float(value: f32, min: f32, max: f32) -> Result<f32, Thrown> {
    match min.is_nan() || max.is_nan() || compare_floats(min, max).is_gt() {
        true => Err(no_interval(f64::from(min), f64::from(max))),
        false => Ok(min_float(max, max_float(value, min))),
    }
}

fn no_interval(min: f64, max: f64) -> Thrown {
    Thrown::illegal_argument(format!("minimum {min} and maximum {max} make no interval"))
}

#[cfg(test)]
mod tests;
