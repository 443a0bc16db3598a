//! `java.time.LocalDateTime`: a date with a time, without zone.

use std::fmt;

use super::accessor::Accessor;
use super::civil::{NANOS_PER_DAY, NANOS_PER_SECOND};
use super::field::{ChronoField, Field};
use super::instant::Instant;
use super::local_date::{LocalDate, minus};
use super::local_time::LocalTime;
use super::month::{DayOfWeek, Month};
use super::offset::ZoneOffset;
use super::offset_date_time::OffsetDateTime;
use super::range::ValueRange;
use super::temporal::{Adjuster, Amount, Temporal};
use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};
use super::week_fields::{WeekCount, WeekField};
use super::zone::ZoneId;
use super::zoned::ZonedDateTime;

/// `java.time.LocalDateTime`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct LocalDateTime {
    pub(super) date: LocalDate,
    pub(super) time: LocalTime,
}

impl LocalDateTime {
    pub(crate) const MIN: Self = Self {
        date: LocalDate::MIN,
        time: LocalTime::MIN,
    };
    pub(crate) const MAX: Self = Self {
        date: LocalDate::MAX,
        time: LocalTime::MAX,
    };

    /// `of(LocalDate, LocalTime)`; the forms with numbers build these first.
    pub(crate) fn of(date: LocalDate, time: LocalTime) -> Self {
        Self { date, time }
    }

    /// `ofEpochSecond`
    pub(crate) fn of_epoch_second(second: i64, nano: i32, offset: ZoneOffset) -> Outcome<Self> {
        let nano = ChronoField::NanoOfSecond.check_valid_value(nano.into())?;
        let local = second.wrapping_add(offset.seconds().into());
        let of_day = local.rem_euclid(super::civil::SECONDS_PER_DAY);
        let time = LocalTime::at_nano(of_day * NANOS_PER_SECOND + nano);
        Ok(Self {
            date: LocalDate::of_local_second(local)?,
            time,
        })
    }

    /// `ofInstant`
    pub(crate) fn of_instant(instant: Instant, zone: ZoneId) -> Outcome<Self> {
        Self::of_epoch_second(
            instant.seconds,
            instant.get_nano(),
            zone.offset_at(instant.seconds),
        )
    }

    /// `now`: date and time of the caller's clock in a zone.
    pub(crate) fn now(now: Instant, zone: ZoneId) -> Outcome<Self> {
        Self::of_instant(now, zone)
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        Ok(Self {
            date: LocalDate::from(temporal)?,
            time: LocalTime::from(temporal)?,
        })
    }

    pub(crate) fn to_local_date(self) -> LocalDate {
        self.date
    }

    pub(crate) fn to_local_time(self) -> LocalTime {
        self.time
    }

    pub(crate) fn get_year(self) -> i32 {
        self.date.get_year()
    }

    pub(crate) fn get_month_value(self) -> i32 {
        self.date.get_month_value()
    }

    pub(crate) fn get_month(self) -> Month {
        self.date.get_month()
    }

    pub(crate) fn get_day_of_month(self) -> i32 {
        self.date.get_day_of_month()
    }

    pub(crate) fn get_day_of_year(self) -> i32 {
        self.date.get_day_of_year()
    }

    pub(crate) fn get_day_of_week(self) -> DayOfWeek {
        self.date.get_day_of_week()
    }

    pub(crate) fn get_hour(self) -> i32 {
        self.time.get_hour()
    }

    pub(crate) fn get_minute(self) -> i32 {
        self.time.get_minute()
    }

    pub(crate) fn get_second(self) -> i32 {
        self.time.get_second()
    }

    pub(crate) fn get_nano(self) -> i32 {
        self.time.get_nano()
    }

    /// Seconds from the epoch, were this the time at an offset.
    pub(crate) fn to_epoch_second(self, offset: ZoneOffset) -> i64 {
        self.date.to_epoch_second(self.time, offset)
    }

    /// `toInstant`
    pub(crate) fn to_instant(self, offset: ZoneOffset) -> Instant {
        Instant {
            seconds: self.to_epoch_second(offset),
            nanos: self.time.nano,
        }
    }

    /// `compareTo`: the difference of the dates, else the sign of the times.
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        match self.date.compare_to(other.date) {
            0 => self.time.compare_to(other.time),
            difference => difference,
        }
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
    pub(crate) fn hash_code(self) -> i32 {
        self.date.hash_code() ^ self.time.hash_code()
    }

    fn with_date(self, date: Outcome<LocalDate>) -> Outcome<Self> {
        Ok(Self {
            date: date?,
            ..self
        })
    }

    fn with_time(self, time: Outcome<LocalTime>) -> Outcome<Self> {
        Ok(Self {
            time: time?,
            ..self
        })
    }

    pub(crate) fn plus_years(self, years: i64) -> Outcome<Self> {
        self.with_date(self.date.plus_years(years))
    }

    pub(crate) fn plus_months(self, months: i64) -> Outcome<Self> {
        self.with_date(self.date.plus_months(months))
    }

    pub(crate) fn plus_weeks(self, weeks: i64) -> Outcome<Self> {
        self.with_date(self.date.plus_weeks(weeks))
    }

    pub(crate) fn plus_days(self, days: i64) -> Outcome<Self> {
        self.with_date(self.date.plus_days(days))
    }

    /// Later by `amount` units of `nanos` nanoseconds each; no amount overflows, only the year may leave its range.
    fn plus_time(self, amount: i64, nanos: i64) -> Outcome<Self> {
        let total = i128::from(amount) * i128::from(nanos) + i128::from(self.time.to_nano_of_day());
        let day = i128::from(NANOS_PER_DAY);
        let days = i64::try_from(total.div_euclid(day)).map_err(|_| Thrown::overflow())?;
        let time = i64::try_from(total.rem_euclid(day)).map_err(|_| Thrown::overflow())?;
        Ok(Self {
            date: self.date.plus_days(days)?,
            time: LocalTime::at_nano(time),
        })
    }

    pub(crate) fn plus_hours(self, hours: i64) -> Outcome<Self> {
        self.plus_time(hours, 3_600 * NANOS_PER_SECOND)
    }

    pub(crate) fn plus_minutes(self, minutes: i64) -> Outcome<Self> {
        self.plus_time(minutes, 60 * NANOS_PER_SECOND)
    }

    pub(crate) fn plus_seconds(self, seconds: i64) -> Outcome<Self> {
        self.plus_time(seconds, NANOS_PER_SECOND)
    }

    pub(crate) fn plus_nanos(self, nanos: i64) -> Outcome<Self> {
        self.plus_time(nanos, 1)
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

    pub(crate) fn minus_hours(self, hours: i64) -> Outcome<Self> {
        self.plus_time(hours, -3_600 * NANOS_PER_SECOND)
    }

    pub(crate) fn minus_minutes(self, minutes: i64) -> Outcome<Self> {
        self.plus_time(minutes, -60 * NANOS_PER_SECOND)
    }

    pub(crate) fn minus_seconds(self, seconds: i64) -> Outcome<Self> {
        self.plus_time(seconds, -NANOS_PER_SECOND)
    }

    pub(crate) fn minus_nanos(self, nanos: i64) -> Outcome<Self> {
        self.plus_time(nanos, -1)
    }

    /// `plus(long, TemporalUnit)`
    pub(crate) fn plus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        if unit == Unit::Chrono(ChronoUnit::HalfDays) {
            // Java takes 256 half days for a day while it splits the amount; answers must be the same.
            return self.plus_days(amount / 256)?.plus_hours(amount % 256 * 12);
        }
        match unit.chrono().ok().and_then(ChronoUnit::nanos) {
            Some(nanos) => self.plus_time(amount, nanos),
            None => self.with_date(self.date.plus_unit(amount, unit)),
        }
    }

    /// `minus(long, TemporalUnit)`
    pub(crate) fn minus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        minus(self, amount, |value, amount| value.plus_unit(amount, unit))
    }

    /// `plus(TemporalAmount)`
    pub(crate) fn plus(self, amount: Amount) -> Outcome<Self> {
        match amount {
            Amount::Period(_) => self.with_date(self.date.plus(amount)),
            Amount::Duration(duration) => duration.units_added(self, Self::plus_unit),
        }
    }

    /// `minus(TemporalAmount)`
    pub(crate) fn minus(self, amount: Amount) -> Outcome<Self> {
        match amount {
            Amount::Period(_) => self.with_date(self.date.minus(amount)),
            Amount::Duration(duration) => duration.units_added(self, Self::minus_unit),
        }
    }

    pub(crate) fn with_year(self, year: i32) -> Outcome<Self> {
        self.with_date(self.date.with_year(year))
    }

    pub(crate) fn with_month(self, month: i32) -> Outcome<Self> {
        self.with_date(self.date.with_month(month))
    }

    pub(crate) fn with_day_of_month(self, day: i32) -> Outcome<Self> {
        self.with_date(self.date.with_day_of_month(day))
    }

    pub(crate) fn with_day_of_year(self, day: i32) -> Outcome<Self> {
        self.with_date(self.date.with_day_of_year(day))
    }

    pub(crate) fn with_hour(self, hour: i32) -> Outcome<Self> {
        self.with_time(self.time.with_hour(hour))
    }

    pub(crate) fn with_minute(self, minute: i32) -> Outcome<Self> {
        self.with_time(self.time.with_minute(minute))
    }

    pub(crate) fn with_second(self, second: i32) -> Outcome<Self> {
        self.with_time(self.time.with_second(second))
    }

    pub(crate) fn with_nano(self, nano: i32) -> Outcome<Self> {
        self.with_time(self.time.with_nano(nano))
    }

    /// `with(TemporalField, long)`
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        if field.is_time_based() {
            return self.with_time(self.time.with_field(field, value));
        }
        if matches!(
            field,
            Field::Week(WeekField {
                count: WeekCount::WeekBasedYear,
                ..
            })
        ) {
            // Java forgets the time here and cannot take the bare date back.
            field.range().check_valid_value(value, field)?;
            let same = self.date.get_long(field)? == value;
            let lost = || Thrown::new("java.lang.ClassCastException", "a date is no date and time");
            return if same { Ok(self) } else { Err(lost()) };
        }
        self.with_date(self.date.with_field(field, value))
    }

    /// `with(TemporalAdjuster)`
    pub(crate) fn with(self, adjuster: &Adjuster) -> Outcome<Self> {
        match adjuster.adjust_into(Temporal::LocalDateTime(self))? {
            Temporal::LocalDateTime(value) => Ok(value),
            other => Self::from(other.accessor()),
        }
    }

    /// `truncatedTo`
    pub(crate) fn truncated_to(self, unit: Unit) -> Outcome<Self> {
        self.with_time(self.time.truncated_to(unit))
    }

    /// `until(Temporal, TemporalUnit)`
    pub(crate) fn until_unit(self, end: &Temporal, unit: Unit) -> Outcome<i64> {
        let end = Self::from(end.accessor())?;
        self.distance(end, unit)
    }

    /// Whole units to another date and time.
    pub(super) fn distance(self, end: Self, unit: Unit) -> Outcome<i64> {
        if let Some(nanos) = unit.chrono().ok().and_then(ChronoUnit::nanos) {
            let days = i128::from(end.date.to_epoch_day() - self.date.to_epoch_day());
            let times = i128::from(end.time.to_nano_of_day() - self.time.to_nano_of_day());
            let total = days * i128::from(NANOS_PER_DAY) + times;
            return i64::try_from(total / i128::from(nanos)).map_err(|_| Thrown::overflow());
        }
        let mut date = end.date;
        if date > self.date && end.time < self.time {
            date = date.minus_days(1)?;
        } else if date < self.date && end.time > self.time {
            date = date.plus_days(1)?;
        }
        self.date.distance(date, unit)
    }

    /// `isSupported(TemporalUnit)`
    pub(crate) fn is_unit_supported(self, unit: Unit) -> bool {
        unit != Unit::Chrono(ChronoUnit::Forever)
    }

    /// `atOffset`
    pub(crate) fn at_offset(self, offset: ZoneOffset) -> OffsetDateTime {
        OffsetDateTime {
            date_time: self,
            offset,
        }
    }

    /// `atZone`
    pub(crate) fn at_zone(self, zone: ZoneId) -> Outcome<ZonedDateTime> {
        ZonedDateTime::of(self, zone)
    }

    /// `adjustInto`: the date first.
    pub(crate) fn adjust_into(self, temporal: Temporal) -> Outcome<Temporal> {
        self.time.adjust_into(self.date.adjust_into(temporal)?)
    }
}

impl Accessor for LocalDateTime {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        if field.is_time_based() {
            self.time.chrono(field)
        } else {
            self.date.chrono(field)
        }
    }

    fn chrono_range(&self, field: ChronoField) -> ValueRange {
        self.date.chrono_range(field)
    }

    fn precision(&self) -> Option<ChronoUnit> {
        Some(ChronoUnit::Nanos)
    }

    fn has_chronology(&self) -> bool {
        true
    }

    fn local_date(&self) -> Option<LocalDate> {
        Some(self.date)
    }

    fn local_time(&self) -> Option<LocalTime> {
        Some(self.time)
    }
}

impl fmt::Display for LocalDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.date, self.time)
    }
}
