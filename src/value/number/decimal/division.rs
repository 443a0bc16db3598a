//! Quotients: exact, to a scale, to a precision, to a whole number; and what remains.

use std::cmp::Ordering;

use bigdecimal::num_bigint::BigInt;
use bigdecimal::num_traits::{Pow, Zero};

use super::rounding::{MathContext, RoundingMode, away_from_zero, divide_rounded};
use super::scale::checked_places;
use super::{Decimal, saturated, scale_overflow, within_digits};
use crate::value::number::big_integer::{power_of_ten, without_factor};
use crate::value::thrown::{Failure, Thrown};

impl Decimal {
    /// `BigDecimal.divide(divisor)`: the exact quotient, with the difference of the scales or more.
    pub(crate) fn divide(&self, divisor: &Self, max_digits: usize) -> Result<Self, Failure> {
        self.check_divisor(divisor)?;
        let preferred = i64::from(self.scale) - i64::from(divisor.scale);
        if self.is_zero() {
            return Ok(Self::zero(preferred));
        }
        let (rest, twos) = without_factor(divisor.unscaled.clone(), 2, u64::MAX);
        let (rest, fives) = without_factor(rest, 5, u64::MAX);
        let (quotient, exact) = divide_rounded(&self.unscaled, &rest, RoundingMode::Down)?;
        if !exact {
            return Err(Thrown::arithmetic("the quotient has no end of digits").into());
        }
        let (_, own_twos) = without_factor(quotient.clone(), 2, twos);
        let (_, own_fives) = without_factor(quotient.clone(), 5, fives);
        let places = (twos - own_twos).max(fives - own_fives);
        within_digits(self.precision().saturating_add(places), max_digits)?;
        let unscaled = quotient * power_of_ten(places) / (BigInt::from(5).pow(fives) << twos);
        Ok(Self::checked(unscaled, preferred + places as i64)?)
    }

    /// `BigDecimal.divide(divisor, scale, mode)`.
    pub(crate) fn divide_to_scale(
        &self,
        divisor: &Self,
        scale: i32,
        mode: RoundingMode,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        if divisor.is_zero() {
            return Err(by_zero().into());
        }
        let places = i64::from(scale) + i64::from(divisor.scale) - i64::from(self.scale);
        Ok(Self::new(
            self.quotient(divisor, places, mode, max_digits)?.0,
            scale,
        ))
    }

    /// `BigDecimal.divide(divisor, mode)`: the scale stays.
    pub(crate) fn divide_rounded(
        &self,
        divisor: &Self,
        mode: RoundingMode,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        self.divide_to_scale(divisor, self.scale, mode, max_digits)
    }

    /// `BigDecimal.divide(divisor, context)`: an exact quotient has no more zeros than its preferred scale asks for.
    pub(crate) fn divide_in(
        &self,
        divisor: &Self,
        context: MathContext,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        if context.is_unlimited() {
            return self.divide(divisor, max_digits);
        }
        self.check_divisor(divisor)?;
        let preferred = i64::from(self.scale) - i64::from(divisor.scale);
        if self.is_zero() {
            return Ok(Self::zero(preferred));
        }
        let carries = self.compare_significand(divisor).is_gt();
        let shift = divisor.precision() as i64 - i64::from(carries) - self.precision() as i64;
        let places = shift + i64::from(context.precision());
        let scale =
            i32::try_from(preferred + places).map_err(|_| Failure::from(scale_overflow()))?;
        let (unscaled, exact) = self.quotient(divisor, places, context.mode, max_digits)?;
        let quotient = Self::new(unscaled, scale);
        let quotient = if exact {
            quotient.stripped_to(preferred)
        } else {
            quotient
        };
        Ok(quotient.round(context)?)
    }

    /// `BigDecimal.divideToIntegralValue`: the whole part of the quotient.
    pub(crate) fn divide_to_integral(
        &self,
        divisor: &Self,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        let preferred = saturated(i64::from(self.scale) - i64::from(divisor.scale));
        if self.compare_magnitude(divisor).is_lt() || (self.is_zero() && !divisor.is_zero()) {
            return Ok(Self::zero(i64::from(preferred)));
        }
        self.check_divisor(divisor)?;
        within_digits(
            (self.leading_place() - divisor.leading_place()).unsigned_abs(),
            max_digits,
        )?;
        let places = i64::from(divisor.scale) - i64::from(self.scale);
        let (unscaled, _) = self.quotient(divisor, places, RoundingMode::Down, max_digits)?;
        let whole = Self::new(unscaled, 0);
        match preferred {
            0.. => whole.set_scale(preferred, RoundingMode::Unnecessary, max_digits),
            _ => Ok(whole.stripped_to(i64::from(preferred))),
        }
    }

    /// `BigDecimal.divideToIntegralValue(divisor, context)`: fails if the whole part needs more digits.
    pub(crate) fn divide_to_integral_in(
        &self,
        divisor: &Self,
        context: MathContext,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        if context.is_unlimited() || self.compare_magnitude(divisor).is_lt() {
            return self.divide_to_integral(divisor, max_digits);
        }
        let preferred = saturated(i64::from(self.scale) - i64::from(divisor.scale));
        let mut whole =
            self.divide_in(divisor, context.with_mode(RoundingMode::Down), max_digits)?;
        if whole.scale < 0 {
            let rest = self.subtract(&whole.multiply(divisor, max_digits)?, max_digits)?;
            if rest.compare_magnitude(divisor).is_ge() {
                return Err(Thrown::arithmetic(
                    "the whole part has more digits than the context allows",
                )
                .into());
            }
        } else {
            whole = whole.set_scale(0, RoundingMode::Down, max_digits)?;
        }
        let room = i64::from(context.precision()) - whole.precision() as i64;
        match i64::from(preferred) - i64::from(whole.scale) {
            missing @ 1.. if room > 0 => {
                let scale = saturated(i64::from(whole.scale) + missing.min(room));
                whole.set_scale(scale, RoundingMode::Unnecessary, max_digits)
            }
            _ => Ok(whole.stripped_to(i64::from(preferred))),
        }
    }

    /// `BigDecimal.remainder`.
    pub(crate) fn remainder(&self, divisor: &Self, max_digits: usize) -> Result<Self, Failure> {
        self.divide_and_remainder(divisor, MathContext::UNLIMITED, max_digits)
            .map(|[_, rest]| rest)
    }

    /// `BigDecimal.divideAndRemainder`, `remainder(divisor, context)`: the whole part, and what is left of the number.
    pub(crate) fn divide_and_remainder(
        &self,
        divisor: &Self,
        context: MathContext,
        max_digits: usize,
    ) -> Result<[Self; 2], Failure> {
        let whole = self.divide_to_integral_in(divisor, context, max_digits)?;
        let rest = self.subtract(&whole.multiply(divisor, max_digits)?, max_digits)?;
        Ok([whole, rest])
    }

    /// `unscaled × 10^places / divisor.unscaled`, rounded, and whether that was exact.
    fn quotient(
        &self,
        divisor: &Self,
        places: i64,
        mode: RoundingMode,
        max_digits: usize,
    ) -> Result<(BigInt, bool), Failure> {
        if places >= 0 {
            let dividend = self.raised(checked_places(self, places)?, max_digits)?;
            return Ok(divide_rounded(&dividend, &divisor.unscaled, mode)?);
        }
        checked_places(divisor, places)?;
        if self.is_zero() {
            return Ok((BigInt::zero(), true));
        }
        if places.unsigned_abs() > self.precision() + 1 {
            let negative = self.signum() != divisor.signum();
            return Ok((
                away_from_zero(BigInt::zero(), mode, negative, Ordering::Less)?,
                false,
            ));
        }
        let divisor = &divisor.unscaled * power_of_ten(places.unsigned_abs());
        Ok(divide_rounded(&self.unscaled, &divisor, mode)?)
    }

    /// Compares the digits alone, as if both numbers lay between 0.1 and 1.
    fn compare_significand(&self, other: &Self) -> Ordering {
        let plain = |number: &Self| {
            Self::new(
                number.unscaled.clone(),
                saturated(number.precision() as i64),
            )
        };
        plain(self).compare_magnitude(&plain(other))
    }

    fn check_divisor(&self, divisor: &Self) -> Result<(), Thrown> {
        match divisor.is_zero() {
            true => Err(by_zero()),
            false => Ok(()),
        }
    }
}

#[cold]
fn by_zero() -> Thrown {
    crate::value::number::bits::by_zero()
}
