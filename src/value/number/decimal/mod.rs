//! `java.math.BigDecimal`: a whole number of any size and how many of its digits lie behind the point.
//!
//! The scale is part of the value: `1.0` and `1.00` print, hash and divide differently, and each operation has its rule
//! for the scale of its result. A scale reaches from -2³¹ to 2³¹-1, so a text of twelve characters can name a number of
//! two billion digits. Whatever would have to write such a number out takes the most digits that the caller accepts.

mod arithmetic;
mod conversion;
mod division;
mod parse;
pub(crate) mod rounding;
mod scale;
mod sqrt;
mod text;

use std::cmp::Ordering;

use bigdecimal::num_bigint::{BigInt, Sign};
use bigdecimal::num_traits::{One, Signed, Zero};

use super::big_integer::{digits, hash_code, power_of_ten};
use crate::value::thrown::{Failure, Thrown};

pub(crate) use rounding::{MathContext, RoundingMode};

/// `unscaled × 10^-scale`.
///
/// Two are equal, as for `BigDecimal.equals`, if both parts are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    unscaled: BigInt,
    scale: i32,
}

impl Decimal {
    pub(crate) const fn new(unscaled: BigInt, scale: i32) -> Self {
        Self { unscaled, scale }
    }

    /// A number whose scale may have left its range: Java throws then, unless the number is zero.
    fn checked(unscaled: BigInt, scale: i64) -> Result<Self, Thrown> {
        match i32::try_from(scale) {
            Ok(scale) => Ok(Self::new(unscaled, scale)),
            Err(_) if unscaled.is_zero() => Ok(Self::zero(scale)),
            Err(_) => Err(scale_overflow()),
        }
    }

    /// Zero, with the nearest scale there is.
    fn zero(scale: i64) -> Self {
        Self::new(BigInt::zero(), saturated(scale))
    }

    fn one() -> Self {
        Self::new(BigInt::one(), 0)
    }

    pub(crate) const fn scale(&self) -> i32 {
        self.scale
    }

    pub(crate) const fn unscaled(&self) -> &BigInt {
        &self.unscaled
    }

    /// Decimal digits of the unscaled number; one for zero.
    pub(crate) fn precision(&self) -> u64 {
        digits(&self.unscaled)
    }

    pub(crate) fn signum(&self) -> i32 {
        match self.unscaled.sign() {
            Sign::Minus => -1,
            Sign::NoSign => 0,
            Sign::Plus => 1,
        }
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.unscaled.is_zero()
    }

    pub(crate) fn negate(&self) -> Self {
        Self::new(-&self.unscaled, self.scale)
    }

    pub(crate) fn abs(&self) -> Self {
        Self::new(self.unscaled.abs(), self.scale)
    }

    /// One unit in the last place.
    pub(crate) fn ulp(&self) -> Self {
        Self::new(BigInt::one(), self.scale)
    }

    /// `BigDecimal.max`: of equal numbers the receiver.
    pub(crate) fn max<'a>(&'a self, other: &'a Self) -> &'a Self {
        if self.compare(other).is_ge() {
            self
        } else {
            other
        }
    }

    /// `BigDecimal.min`: of equal numbers the receiver.
    pub(crate) fn min<'a>(&'a self, other: &'a Self) -> &'a Self {
        if self.compare(other).is_le() {
            self
        } else {
            other
        }
    }

    /// `BigDecimal.hashCode`.
    pub(crate) fn hash_code(&self) -> i32 {
        hash_code(&self.unscaled)
            .wrapping_mul(31)
            .wrapping_add(self.scale)
    }

    /// `BigDecimal.compareTo`: the order of the values, whatever their scales.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        let signs = self.signum().cmp(&other.signum());
        match signs.is_ne() || self.is_zero() {
            true => signs,
            false if self.signum() > 0 => self.compare_magnitude(other),
            false => other.compare_magnitude(self),
        }
    }

    /// Compares absolute values. Digits are only lined up where the leading ones have the same place, so there are
    /// never more of them than the longer number has.
    fn compare_magnitude(&self, other: &Self) -> Ordering {
        if self.is_zero() || other.is_zero() {
            return self.signum().abs().cmp(&other.signum().abs());
        }
        self.leading_place()
            .cmp(&other.leading_place())
            .then_with(|| {
                let raise = i64::from(other.scale) - i64::from(self.scale);
                let lined_up = |number: &Self, raise: i64| match u64::try_from(raise) {
                    Ok(places @ 1..) => {
                        number.unscaled.magnitude() * power_of_ten(places).magnitude()
                    }
                    _ => number.unscaled.magnitude().clone(),
                };
                lined_up(self, raise).cmp(&lined_up(other, -raise))
            })
    }

    /// The power of ten of the first digit.
    fn leading_place(&self) -> i64 {
        self.precision() as i64 - 1 - i64::from(self.scale)
    }

    /// The unscaled number with more places behind the point.
    fn raised(&self, places: i64, max_digits: usize) -> Result<BigInt, Failure> {
        match u64::try_from(places) {
            Ok(places @ 1..) if !self.is_zero() => {
                within_digits(self.precision().saturating_add(places), max_digits)?;
                Ok(&self.unscaled * power_of_ten(places))
            }
            _ => Ok(self.unscaled.clone()),
        }
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self::new(value.into(), 0)
    }
}

impl From<BigInt> for Decimal {
    fn from(value: BigInt) -> Self {
        Self::new(value, 0)
    }
}

/// Fails if a number of so many digits passes the limit of the caller.
pub(super) fn within_digits(digits: u64, max_digits: usize) -> Result<(), Failure> {
    match usize::try_from(digits) {
        Ok(digits) if digits <= max_digits => Ok(()),
        _ => Err(Failure::TooManyDigits { limit: max_digits }),
    }
}

fn saturated(scale: i64) -> i32 {
    scale.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
}

#[cold]
fn scale_overflow() -> Thrown {
    Thrown::arithmetic("the scale of the result does not fit in an int")
}

#[cfg(test)]
mod tests;
