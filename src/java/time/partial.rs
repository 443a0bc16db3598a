//! `java.time.Year`, `YearMonth` and `MonthDay`: dates with parts left out.
//!
//! Expressions only get those of today (`now` as a property) and can read them or hand them on.

use std::fmt;

use super::accessor::Accessor;
use super::civil;
use super::field::{ChronoField, Field, MAX_YEAR};
use super::instant::Instant;
use super::local_date::{LocalDate, write_year};
use super::month::Month;
use super::range::ValueRange;
use super::thrown::{Outcome, Thrown};
use super::unit::ChronoUnit;
use super::zone::ZoneId;

/// `java.time.Year`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Year(pub(super) i32);

impl Year {
    pub(crate) const MIN_VALUE: i32 = -999_999_999;
    pub(crate) const MAX_VALUE: i32 = 999_999_999;

    /// `of`
    pub(crate) fn of(year: i32) -> Outcome<Self> {
        ChronoField::Year
            .check_valid_int_value(year.into())
            .map(Self)
    }

    /// `now`
    pub(crate) fn now(now: Instant, zone: ZoneId) -> Outcome<Self> {
        Ok(Self(LocalDate::now(now, zone)?.year))
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        let year = temporal.chrono_value(ChronoField::Year);
        Self::of(temporal_int(year)?)
    }

    pub(crate) fn get_value(self) -> i32 {
        self.0
    }

    pub(crate) fn is_leap(self) -> bool {
        civil::is_leap(self.0.into())
    }

    pub(crate) fn length(self) -> i32 {
        if self.is_leap() { 366 } else { 365 }
    }

    /// `compareTo`
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        self.0
    }

    /// `with(TemporalField, long)`
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        year_with(self.0, field.chrono()?, value).map(Self)
    }
}

/// A year after one of its fields was set.
fn year_with(year: i32, field: ChronoField, value: i64) -> Outcome<i32> {
    field.check_valid_value(value)?;
    let year = i64::from(year);
    let other = match field {
        ChronoField::YearOfEra if year < 1 => 1 - value,
        ChronoField::YearOfEra | ChronoField::Year => value,
        ChronoField::Era if (year >= 1) == (value == 1) => year,
        ChronoField::Era => 1 - year,
        _ => return Err(Thrown::unsupported("field", field)),
    };
    ChronoField::Year.check_valid_int_value(other)
}

fn year_field(year: i32, field: ChronoField) -> Option<i64> {
    let year = i64::from(year);
    Some(match field {
        ChronoField::YearOfEra if year < 1 => 1 - year,
        ChronoField::YearOfEra | ChronoField::Year => year,
        ChronoField::Era => i64::from(year >= 1),
        _ => return None,
    })
}

fn year_range(year: i32, field: ChronoField) -> ValueRange {
    match field {
        ChronoField::YearOfEra if year <= 0 => ValueRange::of(1, MAX_YEAR + 1),
        ChronoField::YearOfEra => ValueRange::of(1, MAX_YEAR),
        _ => field.range(),
    }
}

fn temporal_int(value: Outcome<i64>) -> Outcome<i32> {
    let value = value.map_err(|thrown| Thrown::date_time(thrown.message))?;
    i32::try_from(value).map_err(|_| Thrown::date_time(format!("`{value}` is too large")))
}

impl Accessor for Year {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        year_field(self.0, field)
    }

    fn chrono_range(&self, field: ChronoField) -> ValueRange {
        year_range(self.0, field)
    }

    fn precision(&self) -> Option<ChronoUnit> {
        Some(ChronoUnit::Years)
    }

    fn has_chronology(&self) -> bool {
        true
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// `java.time.YearMonth`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct YearMonth {
    pub(super) year: i32,
    pub(super) month: u8,
}

impl YearMonth {
    /// `of`
    pub(crate) fn of(year: i32, month: i32) -> Outcome<Self> {
        let year = ChronoField::Year.check_valid_int_value(year.into())?;
        Ok(Self {
            year,
            month: civil::small(ChronoField::MonthOfYear.check_valid_value(month.into())?),
        })
    }

    /// `now`
    pub(crate) fn now(now: Instant, zone: ZoneId) -> Outcome<Self> {
        let date = LocalDate::now(now, zone)?;
        Ok(Self {
            year: date.year,
            month: date.month,
        })
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        let part = |field| temporal_int(temporal.chrono_value(field));
        Self::of(part(ChronoField::Year)?, part(ChronoField::MonthOfYear)?)
    }

    pub(crate) fn get_year(self) -> i32 {
        self.year
    }

    pub(crate) fn get_month_value(self) -> i32 {
        self.month.into()
    }

    pub(crate) fn get_month(self) -> Month {
        Month::at(self.month)
    }

    pub(crate) fn is_leap_year(self) -> bool {
        civil::is_leap(self.year.into())
    }

    pub(crate) fn length_of_month(self) -> i32 {
        civil::month_length(self.year.into(), self.month).into()
    }

    pub(crate) fn length_of_year(self) -> i32 {
        Year(self.year).length()
    }

    pub(crate) fn at_end_of_month(self) -> LocalDate {
        LocalDate::clamped(self.year, self.month, 31)
    }

    fn proleptic_month(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }

    /// `compareTo`
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        match self.year - other.year {
            0 => i32::from(self.month) - i32::from(other.month),
            difference => difference,
        }
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        self.year ^ (i32::from(self.month) << 27)
    }

    /// `with(TemporalField, long)`
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        let field = field.chrono()?;
        field.check_valid_value(value)?;
        match field {
            ChronoField::MonthOfYear => Ok(Self {
                month: civil::small(value),
                ..self
            }),
            ChronoField::ProlepticMonth => {
                let year = ChronoField::Year.check_valid_int_value(value.div_euclid(12))?;
                Ok(Self {
                    year,
                    month: civil::small(value.rem_euclid(12) + 1),
                })
            }
            _ => Ok(Self {
                year: year_with(self.year, field, value)?,
                ..self
            }),
        }
    }
}

impl Accessor for YearMonth {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        match field {
            ChronoField::MonthOfYear => Some(self.month.into()),
            ChronoField::ProlepticMonth => Some(self.proleptic_month()),
            _ => year_field(self.year, field),
        }
    }

    fn chrono_range(&self, field: ChronoField) -> ValueRange {
        year_range(self.year, field)
    }

    fn precision(&self) -> Option<ChronoUnit> {
        Some(ChronoUnit::Months)
    }

    fn has_chronology(&self) -> bool {
        true
    }
}

impl fmt::Display for YearMonth {
    /// Unlike a date, a year of more than four digits has no plus sign.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.year > 9_999 {
            write!(f, "{}", self.year)?;
        } else {
            write_year(f, self.year)?;
        }
        write!(f, "-{:02}", self.month)
    }
}

/// `java.time.MonthDay`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct MonthDay {
    pub(super) month: u8,
    pub(super) day: u8,
}

impl MonthDay {
    /// `of`
    pub(crate) fn of(month: i32, day: i32) -> Outcome<Self> {
        // A leap year accepts every day that some year has.
        let LocalDate { month, day, .. } = LocalDate::of(4, month, day)?;
        Ok(Self { month, day })
    }

    /// `now`
    pub(crate) fn now(now: Instant, zone: ZoneId) -> Outcome<Self> {
        let date = LocalDate::now(now, zone)?;
        Ok(Self {
            month: date.month,
            day: date.day,
        })
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        let part = |field| temporal_int(temporal.chrono_value(field));
        Self::of(
            part(ChronoField::MonthOfYear)?,
            part(ChronoField::DayOfMonth)?,
        )
    }

    pub(crate) fn get_month_value(self) -> i32 {
        self.month.into()
    }

    pub(crate) fn get_month(self) -> Month {
        Month::at(self.month)
    }

    pub(crate) fn get_day_of_month(self) -> i32 {
        self.day.into()
    }

    /// `compareTo`
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        match i32::from(self.month) - i32::from(other.month) {
            0 => i32::from(self.day) - i32::from(other.day),
            difference => difference,
        }
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        (i32::from(self.month) << 6) + i32::from(self.day)
    }
}

impl Accessor for MonthDay {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        match field {
            ChronoField::MonthOfYear => Some(self.month.into()),
            ChronoField::DayOfMonth => Some(self.day.into()),
            _ => None,
        }
    }

    fn chrono_range(&self, field: ChronoField) -> ValueRange {
        let month = self.get_month();
        match field {
            ChronoField::DayOfMonth => {
                ValueRange::varying(1, month.min_length().into(), month.max_length().into())
            }
            _ => field.range(),
        }
    }

    fn has_chronology(&self) -> bool {
        true
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "--{:02}-{:02}", self.month, self.day)
    }
}
