//! Sums, products and powers.

use bigdecimal::num_bigint::BigInt;

use super::rounding::{MathContext, RoundingMode};
use super::scale::checked_places;
use super::{Decimal, within_digits};
use crate::value::number::big_integer::power;
use crate::value::thrown::{Failure, Thrown};

/// The largest exponent of a power.
const MAX_EXPONENT: i32 = 999_999_999;

impl Decimal {
    /// `BigDecimal.add`: the scale is the larger of the two.
    pub(crate) fn add(&self, other: &Self, max_digits: usize) -> Result<Self, Failure> {
        let places = i64::from(self.scale) - i64::from(other.scale);
        let left = self.raised(checked_places(self, -places)?, max_digits)?;
        let right = other.raised(checked_places(other, places)?, max_digits)?;
        Ok(Self::new(left + right, self.scale.max(other.scale)))
    }

    /// `BigDecimal.subtract`.
    pub(crate) fn subtract(&self, other: &Self, max_digits: usize) -> Result<Self, Failure> {
        self.add(&other.negate(), max_digits)
    }

    /// `BigDecimal.multiply`: the scale is the sum of both.
    pub(crate) fn multiply(&self, other: &Self, max_digits: usize) -> Result<Self, Failure> {
        within_digits(self.precision() + other.precision() - 1, max_digits)?;
        let scale = i64::from(self.scale) + i64::from(other.scale);
        Ok(Self::checked(&self.unscaled * &other.unscaled, scale)?)
    }

    /// `BigDecimal.add(other, context)`.
    pub(crate) fn add_in(
        &self,
        other: &Self,
        context: MathContext,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        if context.is_unlimited() {
            return self.add(other, max_digits);
        }
        if self.is_zero() || other.is_zero() {
            return self.add_zero(other, context, max_digits);
        }
        let (left, right) = (
            self.condensed(other, context),
            other.condensed(self, context),
        );
        Ok(left.add(&right, max_digits)?.round(context)?)
    }

    /// `BigDecimal.subtract(other, context)`.
    pub(crate) fn subtract_in(
        &self,
        other: &Self,
        context: MathContext,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        self.add_in(&other.negate(), context, max_digits)
    }

    /// `BigDecimal.multiply(other, context)`.
    pub(crate) fn multiply_in(
        &self,
        other: &Self,
        context: MathContext,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        Ok(self.multiply(other, max_digits)?.round(context)?)
    }

    /// A sum of which one part is zero: the other one, as near to the larger scale as the precision allows.
    fn add_zero(
        &self,
        other: &Self,
        context: MathContext,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        let preferred = self.scale.max(other.scale);
        if self.is_zero() && other.is_zero() {
            return Ok(Self::zero(i64::from(preferred)));
        }
        let sum = if self.is_zero() {
            other.round(context)?
        } else {
            self.round(context)?
        };
        match i64::from(preferred) - i64::from(sum.scale) {
            missing @ 1.. => {
                let room = i64::from(context.precision()) - sum.precision() as i64;
                let scale = i64::from(sum.scale) + missing.min(room);
                sum.set_scale(scale as i32, RoundingMode::Unnecessary, max_digits)
            }
            _ => Ok(sum.stripped_to(i64::from(preferred))),
        }
    }

    /// This number, or a single digit in its stead if it lies so far below `other` that only its sign can matter.
    fn condensed(&self, other: &Self, context: MathContext) -> Self {
        let last_place =
            i64::from(other.scale) - other.precision() as i64 + i64::from(context.precision());
        let last_place = last_place.max(i64::from(other.scale));
        if self.scale > other.scale && -self.leading_place() > last_place + 2 {
            let unscaled = BigInt::from(self.signum());
            return Self::checked(unscaled, last_place + 3).unwrap_or_else(|_| self.clone());
        }
        self.clone()
    }

    /// `BigDecimal.pow`.
    pub(crate) fn pow(&self, exponent: i32, max_digits: usize) -> Result<Self, Failure> {
        let exponent = match exponent {
            0..=MAX_EXPONENT => exponent as u32,
            _ => return Err(invalid_exponent(exponent).into()),
        };
        let scale = i64::from(self.scale) * i64::from(exponent);
        // Java looks at the scale first, too.
        Self::checked(self.unscaled.clone(), scale)?;
        Ok(Self::checked(
            power(&self.unscaled, exponent, max_digits)?,
            scale,
        )?)
    }

    /// `BigDecimal.pow(exponent, context)`: the algorithm of ANSI X3.274, which rounds every product.
    pub(crate) fn pow_in(
        &self,
        exponent: i32,
        context: MathContext,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        let magnitude = exponent.unsigned_abs();
        let length = magnitude.checked_ilog10().unwrap_or(0) + 1;
        match context.is_unlimited() {
            true => return self.pow(exponent, max_digits),
            false if magnitude > MAX_EXPONENT as u32 => {
                return Err(invalid_exponent(exponent).into());
            }
            false if exponent == 0 => return Ok(Self::one()),
            false if length > context.precision() => return Err(invalid_exponent(exponent).into()),
            false => {}
        }
        let working = context.with_precision(context.precision().saturating_add(length + 1));
        let mut power = Self::one();
        for bit in (0..u32::BITS - magnitude.leading_zeros()).rev() {
            power = power.multiply_in(&power, working, max_digits)?;
            if magnitude >> bit & 1 == 1 {
                power = power.multiply_in(self, working, max_digits)?;
            }
        }
        if exponent < 0 {
            power = Self::one().divide_in(&power, working, max_digits)?;
        }
        Ok(power.round(context)?)
    }
}

fn invalid_exponent(exponent: i32) -> Thrown {
    Thrown::arithmetic(format!("{exponent} is no exponent of this power"))
}
