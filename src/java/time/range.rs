//! `java.time.temporal.ValueRange`: the values a field may have.

use std::fmt;

use super::thrown::{Outcome, Thrown};

/// Smallest and largest value; either may itself vary (a month has 28 to 31 days).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ValueRange {
    pub(crate) minimum: i64,
    pub(crate) largest_minimum: i64,
    pub(crate) smallest_maximum: i64,
    pub(crate) maximum: i64,
}

impl ValueRange {
    /// A range with fixed ends.
    pub(crate) const fn of(minimum: i64, maximum: i64) -> Self {
        Self::varying(minimum, maximum, maximum)
    }

    /// A range whose upper end varies.
    pub(crate) const fn varying(minimum: i64, smallest_maximum: i64, maximum: i64) -> Self {
        Self {
            minimum,
            largest_minimum: minimum,
            smallest_maximum,
            maximum,
        }
    }

    /// Whether both ends are the same for all dates.
    pub(crate) fn is_fixed(self) -> bool {
        self.minimum == self.largest_minimum && self.smallest_maximum == self.maximum
    }

    /// Whether all values fit an `int`.
    pub(crate) fn is_int_value(self) -> bool {
        i32::try_from(self.minimum).is_ok() && i32::try_from(self.maximum).is_ok()
    }

    /// Whether the value may occur.
    pub(crate) fn is_valid_value(self, value: i64) -> bool {
        (self.minimum..=self.maximum).contains(&value)
    }

    /// Whether the value may occur and all values fit an `int`.
    pub(crate) fn is_valid_int_value(self, value: i64) -> bool {
        self.is_int_value() && self.is_valid_value(value)
    }

    /// The value, or the exception for a value outside of the range.
    pub(crate) fn check_valid_value(self, value: i64, field: impl fmt::Display) -> Outcome<i64> {
        if self.is_valid_value(value) {
            return Ok(value);
        }
        Err(Thrown::date_time(format!(
            "`{value}` is outside of {self} for {field}"
        )))
    }

    /// Java's hash code.
    pub(crate) fn hash_code(self) -> i32 {
        let hash = self
            .minimum
            .wrapping_add(self.largest_minimum.wrapping_shl(16))
            .wrapping_add(self.largest_minimum >> 48)
            .wrapping_add(self.smallest_maximum.wrapping_shl(32))
            .wrapping_add(self.smallest_maximum >> 32)
            .wrapping_add(self.maximum.wrapping_shl(48))
            .wrapping_add(self.maximum >> 16);
        fold(hash)
    }
}

/// `Long.hashCode`: both halves of a `long`.
#[allow(clippy::cast_possible_truncation)]
pub(crate) fn fold(bits: i64) -> i32 {
    (bits ^ ((bits as u64) >> 32) as i64) as i32
}

impl fmt::Display for ValueRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.minimum)?;
        if self.minimum != self.largest_minimum {
            write!(f, "/{}", self.largest_minimum)?;
        }
        write!(f, " - {}", self.smallest_maximum)?;
        if self.smallest_maximum != self.maximum {
            write!(f, "/{}", self.maximum)?;
        }
        Ok(())
    }
}
