//! Sine and its relatives.
//!
//! `sin`, `cos` and `tan` are processor routines in Java and computed here in double precision twice over, with an
//! exact reduction of the angle; the inverse functions are fdlibm's, which `libm` holds.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

use super::double_double::{Dd, INVERSE_FACTORIALS, polynomial};

/// Angles below this are their own sine.
const TINY: f64 = 1.0 / (1 << 28) as f64;

const HALF_PI: Dd = Dd::new(FRAC_PI_2, 6.123_233_995_736_766e-17);

/// 2/π, 1280 bits behind the point.
#[rustfmt::skip]
const TWO_OVER_PI: [u64; 20] = [
    0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041, 0xFE51_63AB_DEBB_C561,
    0xB724_6E3A_424D_D2E0, 0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E, 0xE882_35F5_2EBB_4484,
    0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B, 0x1FF8_97FF_DE05_980F,
    0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D, 0x7527_BAC7_EBE5_F17B,
    0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB, 0xF0CF_BC20_9AF4_361D,
];

/// `Math.sin`.
pub(crate) fn sin(angle: f64) -> f64 {
    match angle.abs() {
        magnitude if magnitude < TINY => angle,
        magnitude if magnitude.is_finite() => {
            let (quadrant, rest) = reduced(magnitude);
            let sine = if quadrant % 2 == 0 {
                sine_of(rest)
            } else {
                cosine_of(rest)
            };
            let positive = (quadrant < 2) == (angle > 0.0);
            if positive { sine.hi } else { -sine.hi }
        }
        _ => f64::NAN,
    }
}

/// `Math.cos`.
pub(crate) fn cos(angle: f64) -> f64 {
    match angle.abs() {
        magnitude if magnitude < TINY => 1.0,
        magnitude if magnitude.is_finite() => {
            let (quadrant, rest) = reduced(magnitude);
            let cosine = if quadrant % 2 == 0 {
                cosine_of(rest)
            } else {
                sine_of(rest)
            };
            let positive = quadrant == 0 || quadrant == 3;
            if positive { cosine.hi } else { -cosine.hi }
        }
        _ => f64::NAN,
    }
}

/// `Math.tan`.
pub(crate) fn tan(angle: f64) -> f64 {
    match angle.abs() {
        magnitude if magnitude < TINY => angle,
        magnitude if magnitude.is_finite() => {
            let (quadrant, rest) = reduced(magnitude);
            let tangent = match quadrant % 2 == 0 {
                true => sine_of(rest).over(cosine_of(rest)).hi,
                false => -cosine_of(rest).over(sine_of(rest)).hi,
            };
            if angle > 0.0 { tangent } else { -tangent }
        }
        _ => f64::NAN,
    }
}

/// `Math.asin`.
pub(crate) fn asin(value: f64) -> f64 {
    libm::asin(value)
}

/// `Math.acos`.
pub(crate) fn acos(value: f64) -> f64 {
    libm::acos(value)
}

/// `Math.atan`.
pub(crate) fn atan(value: f64) -> f64 {
    libm::atan(value)
}

/// `Math.atan2`.
pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    let finite = y.is_finite() && x.is_finite() && y != 0.0;
    if finite && x < 0.0 && binary_magnitude(y) - binary_magnitude(x) > 60 {
        return OBTUSE.copysign(y);
    }
    libm::atan2(y, x)
}

/// What fdlibm subtracts its way to for an angle that is a right one to the last bit, seen from the left.
const OBTUSE: f64 = 1.570_796_326_794_896_8;

/// log₂ of the magnitude, where a subnormal number counts as the smallest.
fn binary_magnitude(value: f64) -> i64 {
    (value.to_bits() >> 32 & 0x7FFF_FFFF) as i64 >> 20
}

/// `Math.toRadians`.
pub(crate) fn to_radians(degrees: f64) -> f64 {
    degrees * (PI / 180.0)
}

/// `Math.toDegrees`.
pub(crate) fn to_degrees(radians: f64) -> f64 {
    radians * (180.0 / PI)
}

/// The quadrant of a positive angle, counted from the one around zero, and its distance from the middle of that.
fn reduced(angle: f64) -> (u64, Dd) {
    if angle <= FRAC_PI_4 {
        return (0, Dd::from(angle));
    }
    let [high, low] = quarter_turns(angle);
    let quadrant = high >> 126;
    let (fraction, fraction_low) = (high << 2 | low >> 126, low << 2);
    match fraction >> 127 {
        0 => (quadrant as u64, angle_of(fraction, fraction_low)),
        _ => {
            let (negated, borrow) = 0_u128.overflowing_sub(fraction_low);
            let below = 0_u128
                .wrapping_sub(fraction)
                .wrapping_sub(u128::from(borrow));
            (
                (quadrant as u64 + 1) % 4,
                angle_of(below, negated).negated(),
            )
        }
    }
}

/// `angle × 2/π` modulo 4, with 254 bits behind the point.
///
/// Only a window of 2/π matters: the bits in front of it contribute whole turns, those behind it less than the result
/// can show.
fn quarter_turns(angle: f64) -> [u128; 2] {
    let (fraction, exponent) = libm::frexp(angle);
    let significand = (fraction * (1_u64 << 53) as f64) as u128;
    let first_bit = exponent - 53 - 2;
    let mut product = [0_u64; 4];
    let mut carry = 0_u128;
    for (at, word) in product.iter_mut().enumerate().rev() {
        let partial =
            significand * u128::from(bits_of_two_over_pi(first_bit + 64 * at as i32)) + carry;
        (*word, carry) = (partial as u64, partial >> 64);
    }
    let pair = |high: u64, low: u64| u128::from(high) << 64 | u128::from(low);
    [pair(product[0], product[1]), pair(product[2], product[3])]
}

/// 64 bits of 2/π from a bit behind the point, counted from 0; in front of the point there are zeros.
fn bits_of_two_over_pi(first: i32) -> u64 {
    let (word, shift) = (first.div_euclid(64), first.rem_euclid(64));
    let at = |word: i32| {
        usize::try_from(word)
            .ok()
            .and_then(|word| TWO_OVER_PI.get(word))
            .copied()
            .unwrap_or(0)
    };
    match shift {
        0 => at(word),
        _ => at(word) << shift | at(word + 1) >> (64 - shift),
    }
}

/// The angle of a fraction of a quarter turn, given with 256 bits behind the point.
fn angle_of(high: u128, low: u128) -> Dd {
    let zeros = high.leading_zeros().min(127);
    let bits = if zeros == 0 {
        high
    } else {
        high << zeros | low >> (128 - zeros)
    };
    let hi = bits as f64;
    let lo = bits.wrapping_sub(hi as u128) as i128 as f64;
    let scale = 2.0_f64.powi(-128 - zeros as i32);
    Dd::new(hi, lo).scaled(scale).times(HALF_PI)
}

/// The sine of an angle of at most an eighth turn.
fn sine_of(angle: Dd) -> Dd {
    angle.times(alternating(angle, INVERSE_FACTORIALS.iter().step_by(2)))
}

fn cosine_of(angle: Dd) -> Dd {
    let square = angle.times(angle);
    Dd::from(1.0).minus(square.times(alternating(
        angle,
        INVERSE_FACTORIALS[1..].iter().step_by(2),
    )))
}

/// A series in the square of `angle` whose terms change their sign.
fn alternating<'a>(angle: Dd, coefficients: impl DoubleEndedIterator<Item = &'a Dd>) -> Dd {
    polynomial(angle.times(angle).negated(), coefficients.copied())
}

#[cfg(test)]
mod tests;
