//! `java.time.Period`: an amount of years, months and days.

use std::fmt;

use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};

/// `java.time.Period`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Period {
    pub(super) years: i32,
    pub(super) months: i32,
    pub(super) days: i32,
}

impl Period {
    pub(crate) const ZERO: Self = Self {
        years: 0,
        months: 0,
        days: 0,
    };

    /// `ofDays`
    pub(crate) fn of_days(days: i32) -> Self {
        Self { days, ..Self::ZERO }
    }

    /// Whole years, the rest of the months, and days.
    pub(super) fn of_months_and_days(months: i64, days: i64) -> Outcome<Self> {
        let int = |number: i64| i32::try_from(number).map_err(|_| Thrown::overflow());
        Ok(Self {
            years: int(months / 12)?,
            months: int(months % 12)?,
            days: int(days)?,
        })
    }

    pub(crate) fn get_years(self) -> i32 {
        self.years
    }

    pub(crate) fn get_months(self) -> i32 {
        self.months
    }

    pub(crate) fn get_days(self) -> i32 {
        self.days
    }

    pub(crate) fn get_units(self) -> [ChronoUnit; 3] {
        [ChronoUnit::Years, ChronoUnit::Months, ChronoUnit::Days]
    }

    /// `get(TemporalUnit)`
    pub(crate) fn get(self, unit: Unit) -> Outcome<i64> {
        match unit {
            Unit::Chrono(ChronoUnit::Years) => Ok(self.years.into()),
            Unit::Chrono(ChronoUnit::Months) => Ok(self.months.into()),
            Unit::Chrono(ChronoUnit::Days) => Ok(self.days.into()),
            _ => Err(Thrown::unsupported("unit", unit)),
        }
    }

    pub(crate) fn is_zero(self) -> bool {
        self == Self::ZERO
    }

    pub(crate) fn is_negative(self) -> bool {
        self.years < 0 || self.months < 0 || self.days < 0
    }

    pub(crate) fn to_total_months(self) -> i64 {
        i64::from(self.years) * 12 + i64::from(self.months)
    }

    /// `normalized`: months within a year, of the sign of the years.
    pub(crate) fn normalized(self) -> Outcome<Self> {
        Self::of_months_and_days(self.to_total_months(), self.days.into())
    }

    /// `negated`
    pub(crate) fn negated(self) -> Outcome<Self> {
        let negated = |number: i32| number.checked_neg().ok_or_else(Thrown::overflow);
        Ok(Self {
            years: negated(self.years)?,
            months: negated(self.months)?,
            days: negated(self.days)?,
        })
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        self.years
            .wrapping_add(self.months.rotate_left(8))
            .wrapping_add(self.days.rotate_left(16))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_zero() {
            return f.write_str("P0D");
        }
        f.write_str("P")?;
        for (number, letter) in [(self.years, 'Y'), (self.months, 'M'), (self.days, 'D')] {
            if number != 0 {
                write!(f, "{number}{letter}")?;
            }
        }
        Ok(())
    }
}
