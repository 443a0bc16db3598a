//! `java.time.LocalTime`: a time of the day without date and zone.

use std::fmt;

use super::accessor::Accessor;
use super::civil::{self, NANOS_PER_DAY, NANOS_PER_SECOND};
use super::field::{ChronoField, Field};
use super::instant::Instant;
use super::local_date::minus;
use super::offset::ZoneOffset;
use super::offset_time::OffsetTime;
use super::range::fold;
use super::temporal::{Adjuster, Amount, Temporal};
use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};
use super::zone::ZoneId;

/// `java.time.LocalTime`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct LocalTime {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) nano: u32,
}

impl LocalTime {
    pub(crate) const MIDNIGHT: Self = Self {
        hour: 0,
        minute: 0,
        second: 0,
        nano: 0,
    };
    pub(crate) const MIN: Self = Self::MIDNIGHT;
    pub(crate) const NOON: Self = Self {
        hour: 12,
        minute: 0,
        second: 0,
        nano: 0,
    };
    pub(crate) const MAX: Self = Self {
        hour: 23,
        minute: 59,
        second: 59,
        nano: 999_999_999,
    };

    /// `of(int, int, int, int)`; the shorter forms have zeros.
    pub(crate) fn of(hour: i32, minute: i32, second: i32, nano: i32) -> Outcome<Self> {
        let checked = |field: ChronoField, value: i32| field.check_valid_value(value.into());
        Ok(Self {
            hour: civil::small(checked(ChronoField::HourOfDay, hour)?),
            minute: civil::small(checked(ChronoField::MinuteOfHour, minute)?),
            second: civil::small(checked(ChronoField::SecondOfMinute, second)?),
            nano: u32::try_from(checked(ChronoField::NanoOfSecond, nano)?).unwrap_or(0),
        })
    }

    /// `ofNanoOfDay`
    pub(crate) fn of_nano_of_day(nanos: i64) -> Outcome<Self> {
        ChronoField::NanoOfDay
            .check_valid_value(nanos)
            .map(Self::at_nano)
    }

    /// `ofSecondOfDay`
    pub(crate) fn of_second_of_day(second: i64) -> Outcome<Self> {
        ChronoField::SecondOfDay
            .check_valid_value(second)
            .map(|second| Self::at_nano(second * NANOS_PER_SECOND))
    }

    /// The time of a nanosecond that is within a day.
    pub(super) fn at_nano(nanos: i64) -> Self {
        let seconds = nanos / NANOS_PER_SECOND;
        Self {
            hour: civil::small(seconds / 3_600),
            minute: civil::small(seconds / 60 % 60),
            second: civil::small(seconds % 60),
            nano: u32::try_from(nanos % NANOS_PER_SECOND).unwrap_or(0),
        }
    }

    /// `ofInstant`
    pub(crate) fn of_instant(instant: Instant, zone: ZoneId) -> Self {
        let second = instant.seconds + i64::from(zone.offset_at(instant.seconds).seconds());
        Self::at_nano(
            second.rem_euclid(civil::SECONDS_PER_DAY) * NANOS_PER_SECOND + i64::from(instant.nanos),
        )
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        temporal
            .local_time()
            .ok_or_else(|| Thrown::date_time("found no time where a time is needed"))
    }

    pub(crate) fn get_hour(self) -> i32 {
        self.hour.into()
    }

    pub(crate) fn get_minute(self) -> i32 {
        self.minute.into()
    }

    pub(crate) fn get_second(self) -> i32 {
        self.second.into()
    }

    pub(crate) fn get_nano(self) -> i32 {
        i32::try_from(self.nano).unwrap_or(0)
    }

    pub(crate) fn to_second_of_day(self) -> i32 {
        i32::from(self.hour) * 3_600 + i32::from(self.minute) * 60 + i32::from(self.second)
    }

    pub(crate) fn to_nano_of_day(self) -> i64 {
        i64::from(self.to_second_of_day()) * NANOS_PER_SECOND + i64::from(self.nano)
    }

    /// `compareTo`: the sign only.
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        self.cmp(&other) as i32
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        fold(self.to_nano_of_day())
    }

    /// Later by `amount` units of `nanos` nanoseconds each, round midnight.
    fn turned(self, amount: i64, nanos: i64) -> Self {
        let added = (i128::from(amount) * i128::from(nanos)).rem_euclid(NANOS_PER_DAY.into());
        let added = i64::try_from(added).unwrap_or(0);
        Self::at_nano((self.to_nano_of_day() + added) % NANOS_PER_DAY)
    }

    pub(crate) fn plus_hours(self, hours: i64) -> Self {
        self.turned(hours, 3_600 * NANOS_PER_SECOND)
    }

    pub(crate) fn plus_minutes(self, minutes: i64) -> Self {
        self.turned(minutes, 60 * NANOS_PER_SECOND)
    }

    pub(crate) fn plus_seconds(self, seconds: i64) -> Self {
        self.turned(seconds, NANOS_PER_SECOND)
    }

    pub(crate) fn plus_nanos(self, nanos: i64) -> Self {
        self.turned(nanos, 1)
    }

    /// `plus(long, TemporalUnit)`
    pub(crate) fn plus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        let nanos = unit
            .chrono()?
            .nanos()
            .ok_or_else(|| Thrown::unsupported("unit", unit))?;
        Ok(self.turned(amount, nanos))
    }

    /// `minus(long, TemporalUnit)`
    pub(crate) fn minus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        minus(self, amount, |time, amount| time.plus_unit(amount, unit))
    }

    /// `plus(TemporalAmount)`
    pub(crate) fn plus(self, amount: Amount) -> Outcome<Self> {
        amount.units_added(self, Self::plus_unit)
    }

    /// `minus(TemporalAmount)`
    pub(crate) fn minus(self, amount: Amount) -> Outcome<Self> {
        amount.units_added(self, Self::minus_unit)
    }

    pub(crate) fn with_hour(self, hour: i32) -> Outcome<Self> {
        Self::of(
            hour,
            self.minute.into(),
            self.second.into(),
            self.get_nano(),
        )
    }

    pub(crate) fn with_minute(self, minute: i32) -> Outcome<Self> {
        Self::of(
            self.hour.into(),
            minute,
            self.second.into(),
            self.get_nano(),
        )
    }

    pub(crate) fn with_second(self, second: i32) -> Outcome<Self> {
        Self::of(
            self.hour.into(),
            self.minute.into(),
            second,
            self.get_nano(),
        )
    }

    pub(crate) fn with_nano(self, nano: i32) -> Outcome<Self> {
        Self::of(
            self.hour.into(),
            self.minute.into(),
            self.second.into(),
            nano,
        )
    }

    /// `with(TemporalField, long)`
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        let field = field.chrono()?;
        field.check_valid_value(value)?;
        if !field.is_time_based() {
            return Err(Thrown::unsupported("field", field));
        }
        Ok(self.with_chrono(field, value))
    }

    fn with_chrono(self, field: ChronoField, value: i64) -> Self {
        use ChronoField as F;
        let hours = |hours: i64| self.plus_hours(hours - i64::from(self.hour));
        let half = |hours: i64| self.plus_hours(hours - i64::from(self.hour % 12));
        let nano = |nano: i64| Self {
            nano: u32::try_from(nano).unwrap_or(0),
            ..self
        };
        match field {
            F::NanoOfSecond => nano(value),
            F::NanoOfDay => Self::at_nano(value),
            F::MicroOfSecond => nano(value * 1_000),
            F::MicroOfDay => Self::at_nano(value * 1_000),
            F::MilliOfSecond => nano(value * 1_000_000),
            F::MilliOfDay => Self::at_nano(value * 1_000_000),
            F::SecondOfMinute => Self {
                second: civil::small(value),
                ..self
            },
            F::SecondOfDay => self.plus_seconds(value - i64::from(self.to_second_of_day())),
            F::MinuteOfHour => Self {
                minute: civil::small(value),
                ..self
            },
            F::MinuteOfDay => self.plus_minutes(value - i64::from(self.to_second_of_day() / 60)),
            F::HourOfAmPm => half(value),
            F::ClockHourOfAmPm => half(value % 12),
            F::ClockHourOfDay => hours(value % 24),
            F::AmPmOfDay => self.plus_hours((value - i64::from(self.hour / 12)) * 12),
            _ => hours(value),
        }
    }

    /// `with(TemporalAdjuster)`
    pub(crate) fn with(self, adjuster: &Adjuster) -> Outcome<Self> {
        match adjuster.adjust_into(Temporal::LocalTime(self))? {
            Temporal::LocalTime(time) => Ok(time),
            other => Self::from(other.accessor()),
        }
    }

    /// `truncatedTo`: units must divide a day.
    pub(crate) fn truncated_to(self, unit: Unit) -> Outcome<Self> {
        if unit == Unit::Chrono(ChronoUnit::Nanos) {
            return Ok(self);
        }
        let duration = unit.get_duration();
        if duration.seconds > civil::SECONDS_PER_DAY {
            return Err(Thrown::unsupported("unit for truncation", unit));
        }
        let length = duration.to_nanos()?;
        if length == 0 || NANOS_PER_DAY % length != 0 {
            return Err(Thrown::unsupported("unit for truncation", unit));
        }
        Ok(Self::at_nano(self.to_nano_of_day() / length * length))
    }

    /// `until(Temporal, TemporalUnit)`
    pub(crate) fn until_unit(self, end: &Temporal, unit: Unit) -> Outcome<i64> {
        let end = Self::from(end.accessor())?;
        let length = unit
            .chrono()?
            .nanos()
            .ok_or_else(|| Thrown::unsupported("unit", unit))?;
        Ok((end.to_nano_of_day() - self.to_nano_of_day()) / length)
    }

    /// `isSupported(TemporalUnit)`
    pub(crate) fn is_unit_supported(self, unit: Unit) -> bool {
        unit.is_time_based()
    }

    /// `atOffset`
    pub(crate) fn at_offset(self, offset: ZoneOffset) -> OffsetTime {
        OffsetTime { time: self, offset }
    }

    /// `adjustInto`
    pub(crate) fn adjust_into(self, temporal: Temporal) -> Outcome<Temporal> {
        temporal.with_field(ChronoField::NanoOfDay.into(), self.to_nano_of_day())
    }
}

impl Accessor for LocalTime {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        use ChronoField as F;
        let hour = i64::from(self.hour);
        let nano = i64::from(self.nano);
        Some(match field {
            F::NanoOfSecond => nano,
            F::NanoOfDay => self.to_nano_of_day(),
            F::MicroOfSecond => nano / 1_000,
            F::MicroOfDay => self.to_nano_of_day() / 1_000,
            F::MilliOfSecond => nano / 1_000_000,
            F::MilliOfDay => self.to_nano_of_day() / 1_000_000,
            F::SecondOfMinute => self.second.into(),
            F::SecondOfDay => self.to_second_of_day().into(),
            F::MinuteOfHour => self.minute.into(),
            F::MinuteOfDay => hour * 60 + i64::from(self.minute),
            F::HourOfAmPm => hour % 12,
            F::ClockHourOfAmPm => (hour + 11) % 12 + 1,
            F::HourOfDay => hour,
            F::ClockHourOfDay => (hour + 23) % 24 + 1,
            F::AmPmOfDay => hour / 12,
            _ => return None,
        })
    }

    fn precision(&self) -> Option<ChronoUnit> {
        Some(ChronoUnit::Nanos)
    }
}

impl fmt::Display for LocalTime {
    /// Seconds only where needed, the fraction in groups of three digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        if self.second == 0 && self.nano == 0 {
            return Ok(());
        }
        write!(f, ":{:02}", self.second)?;
        match self.nano {
            0 => Ok(()),
            nano if nano % 1_000_000 == 0 => write!(f, ".{:03}", nano / 1_000_000),
            nano if nano % 1_000 == 0 => write!(f, ".{:06}", nano / 1_000),
            nano => write!(f, ".{nano:09}"),
        }
    }
}
