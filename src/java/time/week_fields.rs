//! `java.time.temporal.WeekFields`: weeks that start on another day than Monday.
//!
//! A week belongs to the month or year in which it has at least `minimal_days`; earlier days are week 0, or for the
//! week-based year the last week of the year before.

use std::fmt;

use super::accessor::Accessor;
use super::civil;
use super::constants::java_enum;
use super::field::ChronoField;
use super::local_date::LocalDate;
use super::month::DayOfWeek;
use super::range::ValueRange;
use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};

/// `java.time.temporal.WeekFields`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WeekFields {
    pub(crate) first_day: DayOfWeek,
    pub(crate) minimal_days: u8,
}

java_enum! {
    /// What a field of `WeekFields` counts.
    WeekCount {
        DayOfWeek = "DayOfWeek", WeekOfMonth = "WeekOfMonth", WeekOfYear = "WeekOfYear",
        WeekOfWeekBasedYear = "WeekOfWeekBasedYear", WeekBasedYear = "WeekBasedYear",
    }
}

/// A field of some `WeekFields`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WeekField {
    pub(crate) count: WeekCount,
    pub(crate) weeks: WeekFields,
}

impl WeekFields {
    pub(crate) const ISO: Self = Self {
        first_day: DayOfWeek::Monday,
        minimal_days: 4,
    };
    pub(crate) const SUNDAY_START: Self = Self {
        first_day: DayOfWeek::Sunday,
        minimal_days: 1,
    };

    /// The field that counts so.
    pub(crate) fn field(self, count: WeekCount) -> WeekField {
        WeekField { count, weeks: self }
    }

    /// Days since the first day of the week, of a day number.
    fn day_index(self, epoch_day: i64) -> i64 {
        let day = i64::from(civil::day_of_week(epoch_day));
        (day - i64::from(self.first_day.get_value())).rem_euclid(7)
    }

    /// The day number on which week 1 of a period starts, given the period's first day.
    pub(super) fn first_week(self, period_start: i64) -> i64 {
        let start = period_start - self.day_index(period_start);
        let days_inside = 7 - (period_start - start);
        if days_inside >= i64::from(self.minimal_days) {
            start
        } else {
            start + 7
        }
    }

    /// The number of a day's week within a period; 0 before week 1.
    pub(super) fn week(self, epoch_day: i64, period_start: i64) -> i64 {
        (epoch_day - self.first_week(period_start)).div_euclid(7) + 1
    }

    /// The start of week 1 of a week-based year.
    fn year_start(self, year: i64) -> i64 {
        self.first_week(civil::epoch_day(year, 1, 1))
    }

    /// The week-based year of a day number.
    fn year(self, epoch_day: i64) -> i64 {
        let (year, ..) = civil::date_of(epoch_day);
        if epoch_day < self.year_start(year) {
            return year - 1;
        }
        if epoch_day >= self.year_start(year + 1) {
            year + 1
        } else {
            year
        }
    }

    /// The weeks of a week-based year.
    fn weeks_of(self, year: i64) -> i64 {
        (self.year_start(year + 1) - self.year_start(year)) / 7
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        self.first_day.ordinal() * 7 + i32::from(self.minimal_days)
    }
}

impl fmt::Display for WeekFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WeekFields[{},{}]", self.first_day, self.minimal_days)
    }
}

impl WeekField {
    /// All values the field may have.
    pub(crate) fn range(self) -> ValueRange {
        match self.count {
            WeekCount::DayOfWeek => ValueRange::of(1, 7),
            WeekCount::WeekOfMonth => ValueRange {
                minimum: 0,
                largest_minimum: 1,
                smallest_maximum: 4,
                maximum: 6,
            },
            WeekCount::WeekOfYear => ValueRange {
                minimum: 0,
                largest_minimum: 1,
                smallest_maximum: 52,
                maximum: 54,
            },
            WeekCount::WeekOfWeekBasedYear => ValueRange::varying(1, 52, 53),
            WeekCount::WeekBasedYear => ChronoField::Year.range(),
        }
    }

    /// The unit that the field counts.
    pub(crate) fn get_base_unit(self) -> Unit {
        match self.count {
            WeekCount::DayOfWeek => ChronoUnit::Days.into(),
            WeekCount::WeekBasedYear => Unit::WeekBasedYears,
            _ => ChronoUnit::Weeks.into(),
        }
    }

    /// The unit that bounds the field.
    pub(crate) fn get_range_unit(self) -> Unit {
        match self.count {
            WeekCount::DayOfWeek => ChronoUnit::Weeks.into(),
            WeekCount::WeekOfMonth => ChronoUnit::Months.into(),
            WeekCount::WeekOfYear => ChronoUnit::Years.into(),
            WeekCount::WeekOfWeekBasedYear => Unit::WeekBasedYears,
            WeekCount::WeekBasedYear => ChronoUnit::Forever.into(),
        }
    }

    /// Whether a type with such fields has this one.
    pub(crate) fn is_supported_by(self, temporal: &(impl Accessor + ?Sized)) -> bool {
        let also = match self.count {
            WeekCount::DayOfWeek => ChronoField::DayOfWeek,
            WeekCount::WeekOfMonth => ChronoField::DayOfMonth,
            WeekCount::WeekOfYear | WeekCount::WeekOfWeekBasedYear => ChronoField::DayOfYear,
            WeekCount::WeekBasedYear => ChronoField::Year,
        };
        temporal.chrono(ChronoField::DayOfWeek).is_some() && temporal.chrono(also).is_some()
    }

    /// The value of the field.
    pub(crate) fn get_from(self, temporal: &(impl Accessor + ?Sized)) -> Outcome<i64> {
        if !self.is_supported_by(temporal) {
            return Err(Thrown::unsupported("field", self));
        }
        if self.count == WeekCount::DayOfWeek {
            let day = temporal.chrono_value(ChronoField::DayOfWeek)?;
            return Ok((day - i64::from(self.weeks.first_day.get_value())).rem_euclid(7) + 1);
        }
        let day = temporal.chrono_value(ChronoField::EpochDay)?;
        let back = |field| Ok(day - temporal.chrono_value(field)? + 1);
        match self.count {
            WeekCount::WeekOfMonth => Ok(self.weeks.week(day, back(ChronoField::DayOfMonth)?)),
            WeekCount::WeekOfYear => Ok(self.weeks.week(day, back(ChronoField::DayOfYear)?)),
            WeekCount::WeekOfWeekBasedYear => {
                Ok((day - self.weeks.year_start(self.weeks.year(day))).div_euclid(7) + 1)
            }
            _ => Ok(self.weeks.year(day)),
        }
    }

    /// The values the field may have for a date.
    pub(crate) fn range_for(self, temporal: &(impl Accessor + ?Sized)) -> Outcome<ValueRange> {
        let within = |field: ChronoField| {
            let day = temporal.chrono_value(ChronoField::EpochDay)?;
            let start = day - temporal.chrono_value(field)? + 1;
            let end = start + temporal.chrono_range(field).maximum - 1;
            Ok(ValueRange::of(
                self.weeks.week(start, start),
                self.weeks.week(end, start),
            ))
        };
        match self.count {
            WeekCount::DayOfWeek | WeekCount::WeekBasedYear => Ok(self.range()),
            WeekCount::WeekOfWeekBasedYear if !self.is_supported_by(temporal) => {
                Ok(self.weeks.field(WeekCount::WeekOfYear).range())
            }
            _ if !self.is_supported_by(temporal) => Err(Thrown::unsupported("field", self)),
            WeekCount::WeekOfMonth => within(ChronoField::DayOfMonth),
            WeekCount::WeekOfYear => within(ChronoField::DayOfYear),
            WeekCount::WeekOfWeekBasedYear => {
                let day = temporal.chrono_value(ChronoField::EpochDay)?;
                Ok(ValueRange::of(1, self.weeks.weeks_of(self.weeks.year(day))))
            }
        }
    }

    /// The date with the field set.
    pub(crate) fn adjust(self, date: LocalDate, value: i64) -> Outcome<LocalDate> {
        self.range().check_valid_value(value, self)?;
        let current = self.get_from(&date)?;
        if value == current {
            return Ok(date);
        }
        match self.count {
            WeekCount::DayOfWeek => date.plus_days(value - current),
            WeekCount::WeekBasedYear => {
                let week = self
                    .weeks
                    .field(WeekCount::WeekOfWeekBasedYear)
                    .get_from(&date)?;
                let day = self.weeks.day_index(date.to_epoch_day());
                self.weeks.date(value, week, day)
            }
            _ => date.plus_weeks(value - current),
        }
    }
}

impl WeekFields {
    /// The date of a week-based year, week and days since the start of the week; week 53 of a short year becomes 52.
    pub(super) fn date(self, year: i64, week: i64, day: i64) -> Outcome<LocalDate> {
        let week = week.min(self.weeks_of(year));
        LocalDate::of_epoch_day(self.year_start(year) + (week - 1) * 7 + day)
    }
}

impl fmt::Display for WeekField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.count.name(), self.weeks)
    }
}
