//! `java.time.LocalDate`: a date without time and zone.

use std::fmt;

use super::accessor::Accessor;
use super::civil;
use super::field::{ChronoField, Field, MAX_YEAR};
use super::instant::Instant;
use super::local_date_time::LocalDateTime;
use super::local_time::LocalTime;
use super::month::{DayOfWeek, IsoEra, Month};
use super::offset::ZoneOffset;
use super::offset_date_time::OffsetDateTime;
use super::offset_time::OffsetTime;
use super::period::Period;
use super::range::ValueRange;
use super::temporal::{Adjuster, Amount, Temporal};
use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};
use super::zone::ZoneId;
use super::zoned::ZonedDateTime;

/// `java.time.LocalDate`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct LocalDate {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
}

impl LocalDate {
    pub(crate) const MIN: Self = Self {
        year: -999_999_999,
        month: 1,
        day: 1,
    };
    pub(crate) const MAX: Self = Self {
        year: 999_999_999,
        month: 12,
        day: 31,
    };
    pub(crate) const EPOCH: Self = Self {
        year: 1970,
        month: 1,
        day: 1,
    };

    /// `of(int, int, int)`
    pub(crate) fn of(year: i32, month: i32, day: i32) -> Outcome<Self> {
        let year = ChronoField::Year.check_valid_int_value(year.into())?;
        let month = civil::small(ChronoField::MonthOfYear.check_valid_value(month.into())?);
        let day = civil::small(
            ValueRange::of(1, 31).check_valid_value(day.into(), ChronoField::DayOfMonth)?,
        );
        if day > civil::month_length(year.into(), month) {
            return Err(Thrown::date_time(format!(
                "{} has no day `{day}` in {year}",
                Month::at(month)
            )));
        }
        Ok(Self { year, month, day })
    }

    /// `of(int, Month, int)`
    pub(crate) fn of_month(year: i32, month: Month, day: i32) -> Outcome<Self> {
        Self::of(year, month.get_value(), day)
    }

    /// `ofYearDay`
    pub(crate) fn of_year_day(year: i32, day_of_year: i32) -> Outcome<Self> {
        let year = ChronoField::Year.check_valid_value(year.into())?;
        let day = ChronoField::DayOfYear.check_valid_value(day_of_year.into())?;
        if day > civil::year_length(year) {
            return Err(Thrown::date_time(format!("{year} has no day `366`")));
        }
        Self::of_epoch_day(civil::epoch_day(year, 1, 1) + day - 1)
    }

    /// `ofEpochDay`
    pub(crate) fn of_epoch_day(epoch_day: i64) -> Outcome<Self> {
        let (year, month, day) =
            civil::date_of(ChronoField::EpochDay.check_valid_value(epoch_day)?);
        Ok(Self {
            year: ChronoField::Year.check_valid_int_value(year)?,
            month,
            day,
        })
    }

    /// `ofInstant`
    pub(crate) fn of_instant(instant: Instant, zone: ZoneId) -> Outcome<Self> {
        Self::of_local_second(
            instant.seconds + i64::from(zone.offset_at(instant.seconds).seconds()),
        )
    }

    /// `now`: the date of the caller's clock in a zone.
    pub(crate) fn now(now: Instant, zone: ZoneId) -> Outcome<Self> {
        Self::of_instant(now, zone)
    }

    /// The date of a second counted in local time.
    pub(super) fn of_local_second(second: i64) -> Outcome<Self> {
        Self::of_epoch_day(second.div_euclid(civil::SECONDS_PER_DAY))
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        temporal
            .local_date()
            .ok_or_else(|| Thrown::date_time("found no date where a date is needed"))
    }

    /// `toEpochDay`
    pub(crate) fn to_epoch_day(self) -> i64 {
        civil::epoch_day(self.year.into(), self.month, self.day)
    }

    /// `toEpochSecond`
    pub(crate) fn to_epoch_second(self, time: LocalTime, offset: ZoneOffset) -> i64 {
        self.to_epoch_day() * civil::SECONDS_PER_DAY + i64::from(time.to_second_of_day())
            - i64::from(offset.seconds())
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

    pub(crate) fn get_day_of_month(self) -> i32 {
        self.day.into()
    }

    pub(crate) fn get_day_of_year(self) -> i32 {
        i32::try_from(civil::day_of_year(self.year.into(), self.month, self.day))
            .unwrap_or(i32::MAX)
    }

    pub(crate) fn get_day_of_week(self) -> DayOfWeek {
        DayOfWeek::of_epoch_day(self.to_epoch_day())
    }

    pub(crate) fn get_era(self) -> IsoEra {
        if self.year >= 1 {
            IsoEra::Ce
        } else {
            IsoEra::Bce
        }
    }

    pub(crate) fn is_leap_year(self) -> bool {
        civil::is_leap(self.year.into())
    }

    pub(crate) fn length_of_month(self) -> i32 {
        civil::month_length(self.year.into(), self.month).into()
    }

    pub(crate) fn length_of_year(self) -> i32 {
        if self.is_leap_year() { 366 } else { 365 }
    }

    /// `compareTo`: the difference of the first part that differs, not merely its sign.
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        let parts = [
            self.year - other.year,
            i32::from(self.month) - i32::from(other.month),
            i32::from(self.day) - i32::from(other.day),
        ];
        parts.into_iter().find(|part| *part != 0).unwrap_or(0)
    }

    pub(crate) fn is_after(self, other: Self) -> bool {
        self > other
    }

    pub(crate) fn is_before(self, other: Self) -> bool {
        self < other
    }

    pub(crate) fn is_equal(self, other: Self) -> bool {
        self == other
    }

    /// `hashCode`
    #[allow(clippy::cast_possible_wrap)]
    pub(crate) fn hash_code(self) -> i32 {
        (self.year & 0xFFFF_F800_u32 as i32)
            ^ (self.year.wrapping_shl(11))
                .wrapping_add(i32::from(self.month) << 6)
                .wrapping_add(self.day.into())
    }

    /// Year, month and day with the day pulled back to the last of a shorter month.
    pub(super) fn clamped(year: i32, month: u8, day: u8) -> Self {
        Self {
            year,
            month,
            day: day.min(civil::month_length(year.into(), month)),
        }
    }

    fn proleptic_month(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }

    /// `plusYears`
    pub(crate) fn plus_years(self, years: i64) -> Outcome<Self> {
        if years == 0 {
            return Ok(self);
        }
        let year =
            ChronoField::Year.check_valid_int_value(i64::from(self.year).wrapping_add(years))?;
        Ok(Self::clamped(year, self.month, self.day))
    }

    /// `plusMonths`
    pub(crate) fn plus_months(self, months: i64) -> Outcome<Self> {
        if months == 0 {
            return Ok(self);
        }
        let count = self.proleptic_month().wrapping_add(months);
        let year = ChronoField::Year.check_valid_int_value(count.div_euclid(12))?;
        Ok(Self::clamped(
            year,
            civil::small(count.rem_euclid(12) + 1),
            self.day,
        ))
    }

    /// `plusWeeks`
    pub(crate) fn plus_weeks(self, weeks: i64) -> Outcome<Self> {
        self.plus_days(weeks.checked_mul(7).ok_or_else(Thrown::overflow)?)
    }

    /// `plusDays`
    pub(crate) fn plus_days(self, days: i64) -> Outcome<Self> {
        if days == 0 {
            return Ok(self);
        }
        Self::of_epoch_day(
            self.to_epoch_day()
                .checked_add(days)
                .ok_or_else(Thrown::overflow)?,
        )
    }

    pub(crate) fn minus_years(self, years: i64) -> Outcome<Self> {
        minus(self, years, Self::plus_years)
    }

    pub(crate) fn minus_months(self, months: i64) -> Outcome<Self> {
        minus(self, months, Self::plus_months)
    }

    pub(crate) fn minus_weeks(self, weeks: i64) -> Outcome<Self> {
        minus(self, weeks, Self::plus_weeks)
    }

    pub(crate) fn minus_days(self, days: i64) -> Outcome<Self> {
        minus(self, days, Self::plus_days)
    }

    /// `plus(long, TemporalUnit)`
    pub(crate) fn plus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        let times = |factor: i64| amount.checked_mul(factor).ok_or_else(Thrown::overflow);
        match unit {
            Unit::Chrono(unit) => match unit {
                ChronoUnit::Days => self.plus_days(amount),
                ChronoUnit::Weeks => self.plus_weeks(amount),
                ChronoUnit::Months => self.plus_months(amount),
                ChronoUnit::Years => self.plus_years(amount),
                ChronoUnit::Decades => self.plus_years(times(10)?),
                ChronoUnit::Centuries => self.plus_years(times(100)?),
                ChronoUnit::Millennia => self.plus_years(times(1_000)?),
                ChronoUnit::Eras => {
                    let era = i64::from(self.get_era().get_value());
                    self.with_field(
                        ChronoField::Era.into(),
                        era.checked_add(amount).ok_or_else(Thrown::overflow)?,
                    )
                }
                _ => Err(Thrown::unsupported("unit", unit)),
            },
            Unit::QuarterYears => self.plus_years(amount / 4)?.plus_months(amount % 4 * 3),
            Unit::WeekBasedYears => super::iso_fields::plus_week_based_years(self, amount),
        }
    }

    /// `minus(long, TemporalUnit)`
    pub(crate) fn minus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        minus(self, amount, |date, amount| date.plus_unit(amount, unit))
    }

    /// `plus(TemporalAmount)`: a period adds its months first.
    pub(crate) fn plus(self, amount: Amount) -> Outcome<Self> {
        match amount {
            Amount::Period(period) => self
                .plus_months(period.to_total_months())?
                .plus_days(period.days.into()),
            Amount::Duration(duration) => duration.units_added(self, Self::plus_unit),
        }
    }

    /// `minus(TemporalAmount)`
    pub(crate) fn minus(self, amount: Amount) -> Outcome<Self> {
        match amount {
            Amount::Period(period) => self
                .minus_months(period.to_total_months())?
                .minus_days(period.days.into()),
            Amount::Duration(duration) => duration.units_added(self, Self::minus_unit),
        }
    }

    pub(crate) fn with_year(self, year: i32) -> Outcome<Self> {
        Ok(Self::clamped(
            ChronoField::Year.check_valid_int_value(year.into())?,
            self.month,
            self.day,
        ))
    }

    pub(crate) fn with_month(self, month: i32) -> Outcome<Self> {
        let month = ChronoField::MonthOfYear.check_valid_value(month.into())?;
        Ok(Self::clamped(self.year, civil::small(month), self.day))
    }

    pub(crate) fn with_day_of_month(self, day: i32) -> Outcome<Self> {
        Self::of(self.year, self.month.into(), day)
    }

    pub(crate) fn with_day_of_year(self, day_of_year: i32) -> Outcome<Self> {
        Self::of_year_day(self.year, day_of_year)
    }

    /// `with(TemporalField, long)`
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        match field {
            Field::Chrono(field) => self.with_chrono(field, value),
            Field::Iso(field) => field.adjust(self, value),
            Field::Julian(field) => {
                field.range().check_valid_value(value, field)?;
                Self::of_epoch_day(value - field.offset())
            }
            Field::Week(field) => field.adjust(self, value),
        }
    }

    fn with_chrono(self, field: ChronoField, value: i64) -> Outcome<Self> {
        let int = |value: i64| i32::try_from(value).map_err(|_| Thrown::overflow());
        field.check_valid_value(value)?;
        if !field.is_date_based() {
            return Err(Thrown::unsupported("field", field));
        }
        let moved = || value - self.chrono(field).unwrap_or(0);
        match field {
            ChronoField::DayOfMonth => self.with_day_of_month(int(value)?),
            ChronoField::DayOfYear => self.with_day_of_year(int(value)?),
            ChronoField::EpochDay => Self::of_epoch_day(value),
            ChronoField::AlignedWeekOfMonth | ChronoField::AlignedWeekOfYear => {
                self.plus_weeks(moved())
            }
            ChronoField::MonthOfYear => self.with_month(int(value)?),
            ChronoField::ProlepticMonth => self.plus_months(moved()),
            ChronoField::YearOfEra => {
                self.with_year(int(if self.year >= 1 { value } else { 1 - value })?)
            }
            ChronoField::Year => self.with_year(int(value)?),
            ChronoField::Era if value == i64::from(self.get_era().get_value()) => Ok(self),
            ChronoField::Era => self.with_year(1 - self.year),
            _ => self.plus_days(moved()),
        }
    }

    /// `with(TemporalAdjuster)`
    pub(crate) fn with(self, adjuster: &Adjuster) -> Outcome<Self> {
        if let Adjuster::Temporal(Temporal::LocalDate(date)) = adjuster {
            return Ok(*date);
        }
        match adjuster.adjust_into(Temporal::LocalDate(self))? {
            Temporal::LocalDate(date) => Ok(date),
            other => Self::from(other.accessor()),
        }
    }

    /// `until(ChronoLocalDate)`: whole months, then days.
    pub(crate) fn until(self, end: Self) -> Outcome<Period> {
        let mut months = end.proleptic_month() - self.proleptic_month();
        let mut days = i64::from(end.day) - i64::from(self.day);
        if months > 0 && days < 0 {
            months -= 1;
            days = end.to_epoch_day() - self.plus_months(months)?.to_epoch_day();
        } else if months < 0 && days > 0 {
            months += 1;
            days -= i64::from(end.length_of_month());
        }
        Period::of_months_and_days(months, days)
    }

    /// `until(Temporal, TemporalUnit)`
    pub(crate) fn until_unit(self, end: &Temporal, unit: Unit) -> Outcome<i64> {
        let end = Self::from(end.accessor())?;
        self.distance(end, unit)
    }

    /// Whole units to another date.
    pub(super) fn distance(self, end: Self, unit: Unit) -> Outcome<i64> {
        let days = || end.to_epoch_day() - self.to_epoch_day();
        let packed = |date: Self| date.proleptic_month() * 32 + i64::from(date.day);
        let months = || (packed(end) - packed(self)) / 32;
        match unit {
            Unit::Chrono(ChronoUnit::Days) => Ok(days()),
            Unit::Chrono(ChronoUnit::Weeks) => Ok(days() / 7),
            Unit::Chrono(ChronoUnit::Eras) => {
                Ok(i64::from(end.get_era().get_value()) - i64::from(self.get_era().get_value()))
            }
            Unit::Chrono(unit) => unit
                .months()
                .map(|length| months() / length)
                .ok_or_else(|| Thrown::unsupported("unit", unit)),
            Unit::QuarterYears => Ok(months() / 3),
            Unit::WeekBasedYears => Ok(super::iso_fields::week_based_years_between(self, end)),
        }
    }

    /// `datesUntil(LocalDate)`
    pub(crate) fn dates_until(self, end: Self) -> Outcome<Dates> {
        Dates::stepping(self, end, Period::of_days(1))
    }

    /// `datesUntil(LocalDate, Period)`
    pub(crate) fn dates_until_step(self, end: Self, step: Period) -> Outcome<Dates> {
        Dates::stepping(self, end, step)
    }

    pub(crate) fn at_start_of_day(self) -> LocalDateTime {
        LocalDateTime {
            date: self,
            time: LocalTime::MIDNIGHT,
        }
    }

    /// `atStartOfDay(ZoneId)`: the first valid time, which is after midnight where a gap covers midnight.
    pub(crate) fn at_start_of_day_in(self, zone: ZoneId) -> Outcome<ZonedDateTime> {
        ZonedDateTime::of(self.at_start_of_day(), zone)
    }

    pub(crate) fn at_time(self, time: LocalTime) -> LocalDateTime {
        LocalDateTime { date: self, time }
    }

    pub(crate) fn at_offset_time(self, time: OffsetTime) -> OffsetDateTime {
        OffsetDateTime {
            date_time: self.at_time(time.time),
            offset: time.offset,
        }
    }

    /// `isSupported(TemporalUnit)`
    pub(crate) fn is_unit_supported(self, unit: Unit) -> bool {
        unit.is_date_based()
    }

    /// `adjustInto`
    pub(crate) fn adjust_into(self, temporal: Temporal) -> Outcome<Temporal> {
        temporal.with_field(ChronoField::EpochDay.into(), self.to_epoch_day())
    }
}

/// `minus*(n)` is `plus*(-n)`; the one number without a negation goes in two steps.
pub(super) fn minus<T>(value: T, amount: i64, plus: impl Fn(T, i64) -> Outcome<T>) -> Outcome<T> {
    match amount.checked_neg() {
        Some(negated) => plus(value, negated),
        None => plus(plus(value, i64::MAX)?, 1),
    }
}

impl Accessor for LocalDate {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        let day = i64::from(self.day);
        Some(match field {
            ChronoField::DayOfWeek => self.get_day_of_week().get_value().into(),
            ChronoField::AlignedDayOfWeekInMonth => (day - 1) % 7 + 1,
            ChronoField::AlignedDayOfWeekInYear => (i64::from(self.get_day_of_year()) - 1) % 7 + 1,
            ChronoField::DayOfMonth => day,
            ChronoField::DayOfYear => self.get_day_of_year().into(),
            ChronoField::EpochDay => self.to_epoch_day(),
            ChronoField::AlignedWeekOfMonth => (day - 1) / 7 + 1,
            ChronoField::AlignedWeekOfYear => (i64::from(self.get_day_of_year()) - 1) / 7 + 1,
            ChronoField::MonthOfYear => self.month.into(),
            ChronoField::ProlepticMonth => self.proleptic_month(),
            ChronoField::YearOfEra if self.year < 1 => 1 - i64::from(self.year),
            ChronoField::YearOfEra | ChronoField::Year => self.year.into(),
            ChronoField::Era => self.get_era().get_value().into(),
            _ => return None,
        })
    }

    fn chrono_range(&self, field: ChronoField) -> ValueRange {
        match field {
            ChronoField::DayOfMonth => ValueRange::of(1, self.length_of_month().into()),
            ChronoField::DayOfYear => ValueRange::of(1, self.length_of_year().into()),
            ChronoField::AlignedWeekOfMonth if self.length_of_month() == 28 => ValueRange::of(1, 4),
            ChronoField::AlignedWeekOfMonth => ValueRange::of(1, 5),
            ChronoField::YearOfEra if self.year < 1 => ValueRange::of(1, MAX_YEAR + 1),
            ChronoField::YearOfEra => ValueRange::of(1, MAX_YEAR),
            _ => field.range(),
        }
    }

    fn precision(&self) -> Option<ChronoUnit> {
        Some(ChronoUnit::Days)
    }

    fn has_chronology(&self) -> bool {
        true
    }
}

impl fmt::Display for LocalDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_year(f, self.year)?;
        write!(f, "-{:02}-{:02}", self.month, self.day)
    }
}

/// At least four digits, a plus sign where there are more.
pub(super) fn write_year(f: &mut fmt::Formatter<'_>, year: i32) -> fmt::Result {
    match year {
        0..=9999 => write!(f, "{year:04}"),
        10_000.. => write!(f, "+{year}"),
        _ => write!(f, "-{:04}", year.unsigned_abs()),
    }
}

/// The dates of `datesUntil`, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dates {
    start: LocalDate,
    end: LocalDate,
    months: i64,
    days: i64,
    next: i64,
}

impl Dates {
    /// Dates from `start` in steps of a period; the step must lead towards `end`.
    fn stepping(start: LocalDate, end: LocalDate, step: Period) -> Outcome<Self> {
        let (months, days) = (step.to_total_months(), i64::from(step.days));
        if step.is_zero() {
            return Err(Thrown::illegal_argument("the step is zero"));
        }
        if (months > 0 && days < 0) || (months < 0 && days > 0) {
            return Err(Thrown::illegal_argument(format!(
                "step `{step}` goes both ways"
            )));
        }
        if start != end && (months > 0 || days > 0) != (start < end) {
            return Err(Thrown::illegal_argument(format!(
                "step `{step}` leads away from {end}"
            )));
        }
        Ok(Self {
            start,
            end,
            months,
            days,
            next: 0,
        })
    }

    fn at(&self, step: i64) -> Outcome<LocalDate> {
        let times = |number: i64| number.checked_mul(step).ok_or_else(Thrown::overflow);
        self.start
            .plus_months(times(self.months)?)?
            .plus_days(times(self.days)?)
    }
}

impl Iterator for Dates {
    type Item = LocalDate;

    fn next(&mut self) -> Option<LocalDate> {
        let forwards = self.start < self.end;
        let date = self.at(self.next).ok()?;
        let inside = if forwards {
            date < self.end
        } else {
            date > self.end
        };
        self.next += i64::from(inside);
        inside.then_some(date)
    }
}
