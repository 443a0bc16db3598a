//! `java.time.temporal.IsoFields`: quarters, and years of whole ISO weeks.

use std::fmt;

use super::accessor::Accessor;
use super::civil;
use super::constants::java_enum;
use super::field::{ChronoField, Field};
use super::local_date::LocalDate;
use super::range::ValueRange;
use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};

java_enum! {
    /// The fields of `java.time.temporal.IsoFields`.
    IsoField {
        DayOfQuarter = "DAY_OF_QUARTER", QuarterOfYear = "QUARTER_OF_YEAR",
        WeekOfWeekBasedYear = "WEEK_OF_WEEK_BASED_YEAR", WeekBasedYear = "WEEK_BASED_YEAR",
    }
}

impl IsoField {
    /// All values the field may have.
    pub(crate) fn range(self) -> ValueRange {
        match self {
            Self::DayOfQuarter => ValueRange::varying(1, 90, 92),
            Self::QuarterOfYear => ValueRange::of(1, 4),
            Self::WeekOfWeekBasedYear => ValueRange::varying(1, 52, 53),
            Self::WeekBasedYear => ChronoField::Year.range(),
        }
    }

    /// The unit that the field counts.
    pub(crate) fn get_base_unit(self) -> Unit {
        match self {
            Self::DayOfQuarter => ChronoUnit::Days.into(),
            Self::QuarterOfYear => Unit::QuarterYears,
            Self::WeekOfWeekBasedYear => ChronoUnit::Weeks.into(),
            Self::WeekBasedYear => Unit::WeekBasedYears,
        }
    }

    /// The unit that bounds the field.
    pub(crate) fn get_range_unit(self) -> Unit {
        match self {
            Self::DayOfQuarter => Unit::QuarterYears,
            Self::QuarterOfYear => ChronoUnit::Years.into(),
            Self::WeekOfWeekBasedYear => Unit::WeekBasedYears,
            Self::WeekBasedYear => ChronoUnit::Forever.into(),
        }
    }

    /// Whether a type with such fields has this one.
    pub(crate) fn is_supported_by(self, temporal: &(impl Accessor + ?Sized)) -> bool {
        let needed: &[ChronoField] = match self {
            Self::DayOfQuarter => &[
                ChronoField::DayOfYear,
                ChronoField::MonthOfYear,
                ChronoField::Year,
            ],
            Self::QuarterOfYear => &[ChronoField::MonthOfYear],
            Self::WeekOfWeekBasedYear | Self::WeekBasedYear => &[ChronoField::EpochDay],
        };
        needed.iter().all(|field| temporal.chrono(*field).is_some())
    }

    fn check(self, temporal: &(impl Accessor + ?Sized)) -> Outcome<()> {
        if self.is_supported_by(temporal) {
            Ok(())
        } else {
            Err(Thrown::unsupported("field", self))
        }
    }

    /// The value of the field.
    pub(crate) fn get_from(self, temporal: &(impl Accessor + ?Sized)) -> Outcome<i64> {
        self.check(temporal)?;
        let week = || Ok(week_date(temporal.chrono_value(ChronoField::EpochDay)?));
        match self {
            Self::DayOfQuarter => {
                let (year, month) = year_and_month(temporal)?;
                let first = civil::day_of_year(year, quarter_start(month), 1);
                Ok(temporal.chrono_value(ChronoField::DayOfYear)? - first + 1)
            }
            Self::QuarterOfYear => Ok((temporal.chrono_value(ChronoField::MonthOfYear)? + 2) / 3),
            Self::WeekOfWeekBasedYear => week().map(|(_, week)| week),
            Self::WeekBasedYear => week().map(|(year, _)| year),
        }
    }

    /// The values the field may have for a date.
    pub(crate) fn range_for(self, temporal: &(impl Accessor + ?Sized)) -> Outcome<ValueRange> {
        self.check(temporal)?;
        match self {
            Self::DayOfQuarter => {
                let (year, month) = year_and_month(temporal)?;
                Ok(ValueRange::of(1, quarter_length(year, month)))
            }
            Self::WeekOfWeekBasedYear => {
                let (year, _) = week_date(temporal.chrono_value(ChronoField::EpochDay)?);
                Ok(ValueRange::of(1, weeks_of(year)))
            }
            Self::QuarterOfYear | Self::WeekBasedYear => Ok(self.range()),
        }
    }

    /// The date with the field set.
    pub(crate) fn adjust(self, date: LocalDate, value: i64) -> Outcome<LocalDate> {
        if self == Self::WeekBasedYear {
            self.range().check_valid_value(value, self)?;
            let (_, week) = week_date(date.to_epoch_day());
            return in_week(value, week, date);
        }
        let current = self.get_from(&date)?;
        let moved = self.range().check_valid_value(value, self)? - current;
        match self {
            Self::DayOfQuarter => date.plus_days(moved),
            Self::QuarterOfYear => date.plus_months(moved * 3),
            _ => date.plus_weeks(moved),
        }
    }
}

/// The same day of the week in a week of a week-based year; week 53 becomes 52 where the year is short.
fn in_week(year: i64, week: i64, date: LocalDate) -> Outcome<LocalDate> {
    let week = week.min(weeks_of(year));
    let day =
        first_monday(year) + (week - 1) * 7 + i64::from(date.get_day_of_week().get_value()) - 1;
    LocalDate::of_epoch_day(day)
}

fn year_and_month(temporal: &(impl Accessor + ?Sized)) -> Outcome<(i64, u8)> {
    let month = civil::small(temporal.chrono_value(ChronoField::MonthOfYear)?);
    Ok((temporal.chrono_value(ChronoField::Year)?, month))
}

/// First month of the quarter of a month.
fn quarter_start(month: u8) -> u8 {
    (month.max(1) - 1) / 3 * 3 + 1
}

/// Days of the quarter of a month.
pub(super) fn quarter_length(year: i64, month: u8) -> i64 {
    let start = quarter_start(month);
    (start..start + 3)
        .map(|month| i64::from(civil::month_length(year, month)))
        .sum()
}

/// The day number of the Monday of week 1, the week with 4 January in it.
pub(super) fn first_monday(year: i64) -> i64 {
    let fourth = civil::epoch_day(year, 1, 4);
    fourth - i64::from(civil::day_of_week(fourth)) + 1
}

/// Weeks of a week-based year.
pub(super) fn weeks_of(year: i64) -> i64 {
    (first_monday(year + 1) - first_monday(year)) / 7
}

/// Week-based year and week of a day number.
pub(super) fn week_date(epoch_day: i64) -> (i64, i64) {
    let thursday = epoch_day - i64::from(civil::day_of_week(epoch_day)) + 4;
    let (year, ..) = civil::date_of(thursday);
    (year, (epoch_day - first_monday(year)) / 7 + 1)
}

/// `WEEK_BASED_YEARS.addTo`
pub(super) fn plus_week_based_years(date: LocalDate, years: i64) -> Outcome<LocalDate> {
    let (year, _) = week_date(date.to_epoch_day());
    let year = year.checked_add(years).ok_or_else(Thrown::overflow)?;
    date.with_field(Field::Iso(IsoField::WeekBasedYear), year)
}

/// `WEEK_BASED_YEARS.between`
pub(super) fn week_based_years_between(start: LocalDate, end: LocalDate) -> i64 {
    week_date(end.to_epoch_day()).0 - week_date(start.to_epoch_day()).0
}

impl fmt::Display for IsoField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DayOfQuarter => "DayOfQuarter",
            Self::QuarterOfYear => "QuarterOfYear",
            Self::WeekOfWeekBasedYear => "WeekOfWeekBasedYear",
            Self::WeekBasedYear => "WeekBasedYear",
        })
    }
}
