//! `BigDecimal.sqrt`.

use std::cmp::Ordering;

use bigdecimal::num_traits::ToPrimitive;

use super::rounding::{MathContext, RoundingMode, away_from_zero};
use super::{Decimal, within_digits};
use crate::value::number::big_integer::power_of_ten;
use crate::value::thrown::{Failure, Thrown};

/// Digits that are computed beyond those that are kept.
const GUARD: i64 = 2;

impl Decimal {
    /// The root, rounded to the context; an exact one has half the scale, as far as its precision allows.
    pub(crate) fn sqrt(&self, context: MathContext, max_digits: usize) -> Result<Self, Failure> {
        let preferred = self.scale / 2;
        match self.signum() {
            -1 => return Err(Thrown::arithmetic("a negative number has no square root").into()),
            0 => return Ok(Self::zero(i64::from(preferred))),
            _ => {}
        }
        let stripped = self.strip_trailing_zeros()?;
        let root = match stripped.exact_root() {
            Some(root) => root.round(context)?,
            None if context.is_unlimited() || context.mode == RoundingMode::Unnecessary => {
                return Err(Thrown::arithmetic("the square root has no end of digits").into());
            }
            None => stripped.rounded_root(context, max_digits)?,
        };
        let zero = Self::zero(i64::from(preferred));
        let unchanged = context.with_mode(RoundingMode::Unnecessary);
        root.strip_trailing_zeros()?
            .add_in(&zero, unchanged, max_digits)
    }

    /// The root of a number without trailing zeros, if it has one of finite length.
    fn exact_root(&self) -> Option<Self> {
        let odd = self.scale % 2 != 0;
        let square = if odd {
            &self.unscaled * 10_u32
        } else {
            self.unscaled.clone()
        };
        let root = square.sqrt();
        let scale = (i64::from(self.scale) + i64::from(odd)) / 2;
        (&root * &root == square).then(|| Self::new(root, scale as i32))
    }

    /// A root that is known to go on: some digits more than wanted, rounded with the knowledge that others follow.
    fn rounded_root(&self, context: MathContext, max_digits: usize) -> Result<Self, Failure> {
        let wanted = i64::from(context.precision()) + GUARD;
        within_digits(wanted as u64, max_digits)?;
        let scale = wanted - 1 - self.leading_place().div_euclid(2);
        let places = 2 * scale - i64::from(self.scale);
        let square = match places {
            0.. => &self.unscaled * power_of_ten(places.unsigned_abs()),
            _ => &self.unscaled / power_of_ten(places.unsigned_abs()),
        };
        let root = square.sqrt();
        // Digits follow, so 50 hundredths are more than a half, and 0 are not nothing.
        let half = if (&root % 100_u32).to_u32() < Some(50) {
            Ordering::Less
        } else {
            Ordering::Greater
        };
        let unscaled = away_from_zero(root / 100_u32, context.mode, false, half)?;
        Ok(Self::checked(unscaled, scale - GUARD)?.round(context)?)
    }
}
