//! Moving the point: other scales, other precisions, fewer zeros.

use bigdecimal::num_traits::Zero;

use super::rounding::{MathContext, RoundingMode, drop_places};
use super::{Decimal, saturated, scale_overflow};
use crate::value::number::big_integer::without_factor;
use crate::value::thrown::{Failure, Thrown};

impl Decimal {
    /// `BigDecimal.setScale`.
    pub(crate) fn set_scale(
        &self,
        scale: i32,
        mode: RoundingMode,
        max_digits: usize,
    ) -> Result<Self, Failure> {
        let places = i64::from(scale) - i64::from(self.scale);
        let unscaled = match places {
            0.. => self.raised(checked_places(self, places)?, max_digits)?,
            _ => drop_places(
                &self.unscaled,
                checked_places(self, places)?.unsigned_abs(),
                mode,
            )?,
        };
        Ok(Self::new(unscaled, scale))
    }

    /// `BigDecimal.round`, `plus(MathContext)`: no more digits than the context has.
    pub(crate) fn round(&self, context: MathContext) -> Result<Self, Thrown> {
        let mut rounded = self.clone();
        // Rounding 99.9 up makes a digit more, which is dropped in a second turn.
        loop {
            let excess = rounded
                .precision()
                .saturating_sub(u64::from(context.precision()));
            if context.is_unlimited() || excess == 0 {
                return Ok(rounded);
            }
            let scale = i32::try_from(i64::from(rounded.scale) - excess as i64)
                .map_err(|_| scale_overflow())?;
            rounded = Self::new(drop_places(&rounded.unscaled, excess, context.mode)?, scale);
        }
    }

    /// `BigDecimal.stripTrailingZeros`.
    pub(crate) fn strip_trailing_zeros(&self) -> Result<Self, Thrown> {
        match self.is_zero() {
            true => Ok(Self::zero(0)),
            false => {
                let (unscaled, zeros) = without_factor(self.unscaled.clone(), 10, u64::MAX);
                Self::checked(unscaled, i64::from(self.scale) - zeros as i64)
            }
        }
    }

    /// Takes zeros off the end as long as the scale stays above the preferred one.
    pub(super) fn stripped_to(&self, preferred: i64) -> Self {
        let most = u64::try_from(i64::from(self.scale) - preferred).unwrap_or(0);
        if most == 0 {
            return self.clone();
        }
        if self.is_zero() {
            return Self::zero(preferred);
        }
        let (unscaled, zeros) = without_factor(self.unscaled.clone(), 10, most);
        Self::new(unscaled, saturated(i64::from(self.scale) - zeros as i64))
    }

    /// `BigDecimal.movePointLeft`.
    pub(crate) fn move_point_left(&self, places: i32, max_digits: usize) -> Result<Self, Failure> {
        self.move_point(i64::from(places), max_digits)
    }

    /// `BigDecimal.movePointRight`.
    pub(crate) fn move_point_right(&self, places: i32, max_digits: usize) -> Result<Self, Failure> {
        self.move_point(-i64::from(places), max_digits)
    }

    /// Moves the point without ever leaving a negative scale.
    fn move_point(&self, left: i64, max_digits: usize) -> Result<Self, Failure> {
        let moved = Self::checked(self.unscaled.clone(), i64::from(self.scale) + left)?;
        match moved.scale {
            ..0 => moved.set_scale(0, RoundingMode::Unnecessary, max_digits),
            _ => Ok(moved),
        }
    }

    /// `BigDecimal.scaleByPowerOfTen`.
    pub(crate) fn scale_by_power_of_ten(&self, power: i32) -> Result<Self, Thrown> {
        Self::checked(
            self.unscaled.clone(),
            i64::from(self.scale) - i64::from(power),
        )
    }
}

/// A distance between scales, which Java keeps in an `int`.
pub(super) fn checked_places(number: &Decimal, places: i64) -> Result<i64, Thrown> {
    match i32::try_from(places).is_ok() || number.unscaled.is_zero() {
        true => Ok(places),
        false => Err(scale_overflow()),
    }
}
