//! From binary numbers to decimal ones and back.

use bigdecimal::num_bigint::BigInt;
use bigdecimal::num_traits::{Pow, ToPrimitive, Zero};

use super::Decimal;
use super::rounding::{RoundingMode, drop_places};
use crate::value::number::big_integer::{long_value, power_of_ten};
use crate::value::number::float_text::double_text;
use crate::value::thrown::{Failure, Thrown};

/// Powers of ten beyond which every number is infinite or zero as a `double`.
const FAR: i64 = 400;

/// A `long` has no more digits than this.
const LONG_DIGITS: i64 = 19;

/// 10^64 is a multiple of 2^64: with so many zeros at its end, a number has no low bits.
const ZEROS_WITHOUT_LOW_BITS: i32 = -64;

impl Decimal {
    /// `new BigDecimal(double)`: exactly the value.
    pub(crate) fn from_double(value: f64) -> Result<Self, Thrown> {
        if !value.is_finite() {
            return Err(Thrown::number_format(value, "a decimal number"));
        }
        let (significand, exponent) = binary_parts(value);
        let zeros = significand.trailing_zeros() as i32;
        let (significand, exponent) = match significand {
            0 => return Ok(Self::zero(0)),
            _ => (BigInt::from(significand >> zeros), exponent + zeros),
        };
        let magnitude = match exponent {
            0.. => Self::new(significand << exponent, 0),
            _ => Self::new(
                significand * BigInt::from(5).pow(exponent.unsigned_abs()),
                -exponent,
            ),
        };
        Ok(if value < 0.0 {
            magnitude.negate()
        } else {
            magnitude
        })
    }

    /// `BigDecimal.valueOf(double)`: the number that the text of the value shows.
    pub(crate) fn value_of_double(value: f64) -> Result<Self, Thrown> {
        Self::of_number_text(&double_text(value))
    }

    /// The number that the text of a Java number shows: what `BigDecimal` arithmetic takes for other numbers.
    pub(crate) fn of_number_text(text: &str) -> Result<Self, Thrown> {
        Self::parse(text.into(), usize::MAX).map_err(|failure| match failure {
            Failure::Thrown(thrown) => thrown,
            _ => Thrown::number_format(text, "a decimal number"),
        })
    }

    /// `BigDecimal.toBigInteger`: towards zero.
    pub(crate) fn to_big_integer(&self, max_digits: usize) -> Result<BigInt, Failure> {
        self.set_scale(0, RoundingMode::Down, max_digits)
            .map(|whole| whole.unscaled)
    }

    /// The whole part, if a `long` can hold it.
    pub(crate) fn whole_part_in_long(&self) -> Option<i64> {
        let fits = self.is_zero() || self.leading_place() < LONG_DIGITS;
        let whole = fits.then(|| self.to_big_integer(usize::MAX).ok())?;
        whole?.to_i64()
    }

    /// `BigDecimal.toBigIntegerExact`.
    pub(crate) fn to_big_integer_exact(&self, max_digits: usize) -> Result<BigInt, Failure> {
        self.set_scale(0, RoundingMode::Unnecessary, max_digits)
            .map(|whole| whole.unscaled)
    }

    /// `BigDecimal.longValue`: the low 64 bits of the whole part.
    pub(crate) fn long_value(&self) -> i64 {
        match self.scale {
            scale if scale <= ZEROS_WITHOUT_LOW_BITS => 0,
            ..0 => {
                long_value(&(&self.unscaled * power_of_ten(u64::from(self.scale.unsigned_abs()))))
            }
            0 => long_value(&self.unscaled),
            _ => drop_places(&self.unscaled, self.scale as u64, RoundingMode::Down)
                .map_or(0, |whole| long_value(&whole)),
        }
    }

    /// `BigDecimal.intValue`.
    pub(crate) fn int_value(&self) -> i32 {
        self.long_value() as i32
    }

    /// `BigDecimal.longValueExact`.
    pub(crate) fn long_value_exact(&self) -> Result<i64, Thrown> {
        self.exact_within(i64::MIN, i64::MAX)
    }

    /// `BigDecimal.intValueExact`.
    pub(crate) fn int_value_exact(&self) -> Result<i32, Thrown> {
        self.exact_within(i64::from(i32::MIN), i64::from(i32::MAX))
            .map(|value| value as i32)
    }

    /// `BigDecimal.shortValueExact`.
    pub(crate) fn short_value_exact(&self) -> Result<i16, Thrown> {
        self.exact_within(i64::from(i16::MIN), i64::from(i16::MAX))
            .map(|value| value as i16)
    }

    /// `BigDecimal.byteValueExact`.
    pub(crate) fn byte_value_exact(&self) -> Result<i8, Thrown> {
        self.exact_within(i64::from(i8::MIN), i64::from(i8::MAX))
            .map(|value| value as i8)
    }

    fn exact_within(&self, min: i64, max: i64) -> Result<i64, Thrown> {
        let fits = self.is_zero() || self.leading_place() < LONG_DIGITS;
        let whole = fits
            .then(|| self.set_scale(0, RoundingMode::Unnecessary, usize::MAX))
            .transpose();
        let whole =
            whole.map_err(|_| Thrown::arithmetic("the number has digits behind the point"))?;
        let value = whole
            .and_then(|whole| whole.unscaled.to_i64())
            .filter(|value| (min..=max).contains(value));
        value.ok_or_else(|| Thrown::arithmetic("the number does not fit in the type asked for"))
    }

    /// `BigDecimal.doubleValue`: the nearest, infinite or zero if there is none.
    pub(crate) fn double_value(&self) -> f64 {
        self.binary(f64::INFINITY)
    }

    /// `BigDecimal.floatValue`.
    pub(crate) fn float_value(&self) -> f32 {
        self.binary(f32::INFINITY)
    }

    fn binary<F>(&self, infinity: F) -> F
    where
        F: std::str::FromStr + Default + std::ops::Neg<Output = F>,
    {
        let extreme = match self.leading_place() {
            _ if self.unscaled.is_zero() => return F::default(),
            place if place < -FAR => F::default(),
            place if place > FAR => infinity,
            _ => {
                return format!("{}e{}", self.unscaled, -i64::from(self.scale))
                    .parse()
                    .unwrap_or_default();
            }
        };
        if self.signum() < 0 { -extreme } else { extreme }
    }
}

/// The magnitude of a finite number as `significand × 2^exponent`.
fn binary_parts(value: f64) -> (u64, i32) {
    let (field, fraction) = (
        (value.to_bits() >> 52 & 0x7FF) as i32,
        value.to_bits() & ((1 << 52) - 1),
    );
    match field {
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, field - 1075),
    }
}
