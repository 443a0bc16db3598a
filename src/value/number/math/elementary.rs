//! Exponentials, logarithms, hyperbolic functions and roots.
//!
//! `exp`, `log`, `log10` and `tanh` are processor routines in Java and computed here in double precision twice over.
//! The others are Java's port of fdlibm, whose every rounding matters; `libm` holds the same algorithms, and where it
//! has others the formula is spelled out.

use super::double_double::{Dd, INVERSE_FACTORIALS, polynomial};

/// ln 2 in three parts.
const LN_2: [f64; 3] = [
    std::f64::consts::LN_2,
    2.319_046_813_846_299_6e-17,
    5.707_708_438_416_212e-34,
];
const INVERSE_LN_10: Dd = Dd::new(std::f64::consts::LOG10_E, 1.098_319_650_216_765e-17);

/// Beyond these, `exp` is infinite or zero.
const EXP_OVERFLOW: f64 = 709.782_712_893_384;
const EXP_UNDERFLOW: f64 = -745.133_219_101_941_2;

/// Beyond this, `sinh` and `cosh` need more than `exp` can hold.
const LARGEST_EXP_ARGUMENT: f64 = 709.782_712_893_384;
const LARGEST_HYPERBOLIC_ARGUMENT: f64 = 710.475_860_073_943_9;

/// `Math.exp`.
pub(crate) fn exp(value: f64) -> f64 {
    match value {
        _ if value.is_nan() => f64::NAN,
        _ if value > EXP_OVERFLOW => f64::INFINITY,
        _ if value < EXP_UNDERFLOW => 0.0,
        _ => exp_of(Dd::from(value)),
    }
}

/// `Math.log`.
pub(crate) fn log(value: f64) -> f64 {
    logarithm(value, |value| log_of(value).hi)
}

/// `Math.log10`.
pub(crate) fn log10(value: f64) -> f64 {
    logarithm(value, |value| log_of(value).times(INVERSE_LN_10).hi)
}

/// `Math.tanh`.
pub(crate) fn tanh(value: f64) -> f64 {
    match value.abs() {
        magnitude if magnitude < 1e-9 || magnitude.is_nan() => value,
        magnitude if magnitude > 22.0 => 1.0_f64.copysign(value),
        magnitude => {
            let (fraction, exponent) = exp_parts(Dd::from(2.0 * magnitude));
            let power = 2.0_f64.powi(exponent);
            let exp_minus_1 = fraction.scaled(power).plus(Dd::from(power - 1.0));
            exp_minus_1
                .over(exp_minus_1.plus(Dd::from(2.0)))
                .hi
                .copysign(value)
        }
    }
}

/// `Math.expm1`.
pub(crate) fn expm1(value: f64) -> f64 {
    libm::expm1(value)
}

/// `Math.log1p`.
pub(crate) fn log1p(value: f64) -> f64 {
    libm::log1p(value)
}

/// `Math.cbrt`.
pub(crate) fn cbrt(value: f64) -> f64 {
    libm::cbrt(value)
}

/// `Math.sinh`.
pub(crate) fn sinh(value: f64) -> f64 {
    let half = 0.5_f64.copysign(value);
    match value.abs() {
        magnitude if !magnitude.is_finite() => value + value,
        magnitude if magnitude < 1.0 / (1 << 28) as f64 => value,
        magnitude if magnitude < 22.0 => {
            let growth = libm::expm1(magnitude);
            match magnitude < 1.0 {
                true => half * (2.0 * growth - growth * growth / (growth + 1.0)),
                false => half * (growth + growth / (growth + 1.0)),
            }
        }
        magnitude => halved_exp(magnitude, half),
    }
}

/// `Math.cosh`.
pub(crate) fn cosh(value: f64) -> f64 {
    match value.abs() {
        magnitude if !magnitude.is_finite() => value * value,
        magnitude if magnitude < 0.5 * std::f64::consts::LN_2 => {
            let growth = libm::expm1(magnitude);
            let exp = 1.0 + growth;
            match magnitude < TINY_FOR_COSH {
                true => exp,
                false => 1.0 + growth * growth / (exp + exp),
            }
        }
        magnitude if magnitude < 22.0 => {
            let exp = libm::exp(magnitude);
            0.5 * exp + 0.5 / exp
        }
        magnitude => halved_exp(magnitude, 0.5),
    }
}

/// Below this, `cosh` is 1 to the last bit.
const TINY_FOR_COSH: f64 = 1.0 / (1_u64 << 55) as f64;

/// `half × e^magnitude`, also where `e^magnitude` alone is too large.
fn halved_exp(magnitude: f64, half: f64) -> f64 {
    match magnitude {
        _ if magnitude < LARGEST_EXP_ARGUMENT => half * libm::exp(magnitude),
        _ if magnitude <= LARGEST_HYPERBOLIC_ARGUMENT => {
            let root = libm::exp(0.5 * magnitude);
            (half * root) * root
        }
        _ => half * f64::INFINITY,
    }
}

/// `Math.hypot`: `√(x² + y²)` without intermediate overflow.
pub(crate) fn hypot(x: f64, y: f64) -> f64 {
    if x.is_infinite() || y.is_infinite() {
        return f64::INFINITY;
    }
    let (large, small) = if x.abs() >= y.abs() {
        (x.abs(), y.abs())
    } else {
        (y.abs(), x.abs())
    };
    let apart = |factor: f64| large > small * factor;
    match () {
        () if x.is_nan() || y.is_nan() => f64::NAN,
        () if apart(SMALL_VANISHES) => large + small,
        () if large > HUGE => hypot_scaled(large, small, 1.0 / SCALE),
        () if small < 1.0 / HUGE => hypot_scaled(large, small, SCALE),
        () => hypot_of(large, small),
    }
}

const SMALL_VANISHES: f64 = (1_u64 << 60) as f64;
/// 2^500 and 2^600: outside of the one, squares are scaled by the other.
const HUGE: f64 = 3.273_390_607_896_142e150;
const SCALE: f64 = 4.149_515_568_880_993e180;

fn hypot_scaled(large: f64, small: f64, scale: f64) -> f64 {
    if small == 0.0 {
        large
    } else {
        hypot_of(large * scale, small * scale) / scale
    }
}

/// The sum of squares with its factors split, so that the rounding errors of the larger products fall away.
fn hypot_of(large: f64, small: f64) -> f64 {
    let difference = large - small;
    if difference > small {
        let (head, tail) = split(large);
        (head * head - (small * -small - tail * (large + head))).sqrt()
    } else {
        let double = large + large;
        let ((small_head, small_tail), (head, tail)) = (split(small), split(double));
        (head * small_head - (difference * -difference - (head * small_tail + tail * small))).sqrt()
    }
}

/// The upper 21 bits of the significand, and the rest.
fn split(value: f64) -> (f64, f64) {
    let head = f64::from_bits(value.to_bits() & 0xFFFF_FFFF_0000_0000);
    (head, value - head)
}

/// The cases that all logarithms share.
fn logarithm(value: f64, compute: fn(f64) -> f64) -> f64 {
    match value {
        _ if value.is_nan() || value < 0.0 => f64::NAN,
        0.0 => f64::NEG_INFINITY,
        f64::INFINITY | 1.0 => value * (value - 1.0),
        _ => compute(value),
    }
}

/// `e^x`, rounded; the result must be finite.
pub(super) fn exp_of(x: Dd) -> f64 {
    let (fraction, exponent) = exp_parts(x);
    let significand = Dd::from(1.0).plus(fraction);
    libm::scalbn(significand.hi, exponent)
}

/// `e^x = (1 + fraction) × 2^exponent`.
fn exp_parts(x: Dd) -> (Dd, i32) {
    let exponent = (x.hi / LN_2[0]).round_ties_even();
    let mut rest = x;
    for part in LN_2 {
        rest = rest.minus(Dd::product(exponent, part));
    }
    (exp_minus_1(rest), exponent as i32)
}

/// `e^x - 1` for a small `x`: a series for an 256th of it, then eight squarings.
fn exp_minus_1(x: Dd) -> Dd {
    const SQUARINGS: usize = 8;
    let part = x.scaled(1.0 / f64::from(1 << SQUARINGS));
    let mut growth = part.times(polynomial(part, INVERSE_FACTORIALS[..10].iter().copied()));
    for _ in 0..SQUARINGS {
        growth = growth.scaled(2.0).plus(growth.times(growth));
    }
    growth
}

/// `ln value` of a positive, finite number: a first guess and one step of Newton's method, on the significand only.
pub(super) fn log_of(value: f64) -> Dd {
    let (significand, exponent) = significand_near_1(value);
    let guess = libm::log(significand);
    let inverse_minus_1 = exp_minus_1(Dd::from(-guess));
    let excess = Dd::from(significand - 1.0).plus(inverse_minus_1.times(Dd::from(significand)));
    let half_square = excess.times(excess).scaled(0.5);
    let mut log = Dd::from(guess).plus(excess.minus(half_square));
    for part in LN_2.iter().rev() {
        log = log.plus(Dd::product(exponent, *part));
    }
    log
}

/// `value = significand × 2^exponent`, with the significand between √½ and √2.
fn significand_near_1(value: f64) -> (f64, f64) {
    let (significand, exponent) = libm::frexp(value);
    match significand < std::f64::consts::FRAC_1_SQRT_2 {
        true => (significand * 2.0, f64::from(exponent - 1)),
        false => (significand, f64::from(exponent)),
    }
}

#[cfg(test)]
mod tests;
