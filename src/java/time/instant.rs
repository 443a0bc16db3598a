//! `java.time.Instant`: a point on the time line.

use std::fmt;

use super::accessor::Accessor;
use super::civil;
use super::field::{ChronoField, Field};
use super::local_date::{minus, write_year};
use super::local_date_time::LocalDateTime;
use super::local_time::LocalTime;
use super::offset::ZoneOffset;
use super::offset_date_time::OffsetDateTime;
use super::range::fold;
use super::temporal::{Adjuster, Amount, Temporal};
use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};
use super::zone::ZoneId;
use super::zoned::ZonedDateTime;

/// `java.time.Instant`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Instant {
    pub(super) seconds: i64,
    pub(super) nanos: u32,
}

const BILLION: i128 = 1_000_000_000;

impl Instant {
    pub(crate) const EPOCH: Self = Self {
        seconds: 0,
        nanos: 0,
    };
    /// Start of the year -1000000000.
    pub(crate) const MIN: Self = Self {
        seconds: -31_557_014_167_219_200,
        nanos: 0,
    };
    /// End of the year 1000000000.
    pub(crate) const MAX: Self = Self {
        seconds: 31_556_889_864_403_199,
        nanos: 999_999_999,
    };

    /// `ofEpochSecond(long, long)`
    pub(crate) fn of_epoch_second(second: i64, nanos: i64) -> Outcome<Self> {
        let carried = nanos.div_euclid(civil::NANOS_PER_SECOND);
        let seconds = second.checked_add(carried).ok_or_else(Thrown::overflow)?;
        if !(Self::MIN.seconds..=Self::MAX.seconds).contains(&seconds) {
            return Err(Thrown::date_time(format!(
                "second `{seconds}` is outside of the time line"
            )));
        }
        Ok(Self {
            seconds,
            nanos: u32::try_from(nanos.rem_euclid(civil::NANOS_PER_SECOND)).unwrap_or(0),
        })
    }

    /// `ofEpochMilli`: all of a `long` fits.
    pub(crate) fn of_epoch_milli(millis: i64) -> Self {
        let nanos = u32::try_from(millis.rem_euclid(1_000) * 1_000_000).unwrap_or(0);
        Self {
            seconds: millis.div_euclid(1_000),
            nanos,
        }
    }

    fn of_total_nanos(nanos: i128) -> Outcome<Self> {
        let seconds = i64::try_from(nanos.div_euclid(BILLION)).map_err(|_| Thrown::overflow())?;
        Self::of_epoch_second(
            seconds,
            i64::try_from(nanos.rem_euclid(BILLION)).unwrap_or(0),
        )
    }

    fn total_nanos(self) -> i128 {
        i128::from(self.seconds) * BILLION + i128::from(self.nanos)
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        let part = |field| {
            temporal
                .chrono(field)
                .ok_or_else(|| Thrown::date_time("found no instant where one is needed"))
        };
        Self::of_epoch_second(
            part(ChronoField::InstantSeconds)?,
            part(ChronoField::NanoOfSecond)?,
        )
    }

    pub(crate) fn get_epoch_second(self) -> i64 {
        self.seconds
    }

    pub(crate) fn get_nano(self) -> i32 {
        i32::try_from(self.nanos).unwrap_or(0)
    }

    /// `toEpochMilli`
    pub(crate) fn to_epoch_milli(self) -> Outcome<i64> {
        i64::try_from(self.total_nanos().div_euclid(1_000_000)).map_err(|_| Thrown::overflow())
    }

    /// `compareTo`: seconds by sign, nanoseconds by difference.
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        match self.seconds.cmp(&other.seconds) as i32 {
            0 => self.get_nano() - other.get_nano(),
            sign => sign,
        }
    }

    pub(crate) fn is_after(self, other: Self) -> bool {
        self > other
    }

    pub(crate) fn is_before(self, other: Self) -> bool {
        self < other
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        fold(self.seconds).wrapping_add(self.get_nano().wrapping_mul(51))
    }

    /// `plus(long, TemporalUnit)`: units up to days.
    pub(crate) fn plus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        let length = Self::nanos_of(unit)?;
        let added = i128::from(amount)
            .checked_mul(length)
            .ok_or_else(Thrown::overflow)?;
        if i64::try_from(added.div_euclid(BILLION)).is_err() {
            return Err(Thrown::overflow());
        }
        Self::of_total_nanos(self.total_nanos() + added)
    }

    fn nanos_of(unit: Unit) -> Outcome<i128> {
        match unit.chrono()? {
            ChronoUnit::Days => Ok(civil::NANOS_PER_DAY.into()),
            chrono => chrono
                .nanos()
                .map(i128::from)
                .ok_or_else(|| Thrown::unsupported("unit", unit)),
        }
    }

    /// `minus(long, TemporalUnit)`
    pub(crate) fn minus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        minus(self, amount, |instant, amount| {
            instant.plus_unit(amount, unit)
        })
    }

    /// `plus(TemporalAmount)`
    pub(crate) fn plus(self, amount: Amount) -> Outcome<Self> {
        amount.units_added(self, Self::plus_unit)
    }

    /// `minus(TemporalAmount)`
    pub(crate) fn minus(self, amount: Amount) -> Outcome<Self> {
        amount.units_added(self, Self::minus_unit)
    }

    /// `with(TemporalField, long)`
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        let field = field.chrono()?;
        field.check_valid_value(value)?;
        let nanos = |factor: i64| {
            Ok(Self {
                nanos: u32::try_from(value * factor).unwrap_or(0),
                ..self
            })
        };
        match field {
            ChronoField::NanoOfSecond => nanos(1),
            ChronoField::MicroOfSecond => nanos(1_000),
            ChronoField::MilliOfSecond => nanos(1_000_000),
            ChronoField::InstantSeconds => Self::of_epoch_second(value, self.nanos.into()),
            _ => Err(Thrown::unsupported("field", field)),
        }
    }

    /// `with(TemporalAdjuster)`
    pub(crate) fn with(self, adjuster: &Adjuster) -> Outcome<Self> {
        match adjuster.adjust_into(Temporal::Instant(self))? {
            Temporal::Instant(instant) => Ok(instant),
            other => Self::from(other.accessor()),
        }
    }

    /// `truncatedTo`
    pub(crate) fn truncated_to(self, unit: Unit) -> Outcome<Self> {
        let of_day = self.seconds.rem_euclid(civil::SECONDS_PER_DAY);
        let time = LocalTime::at_nano(of_day * civil::NANOS_PER_SECOND + i64::from(self.nanos));
        let cut = time.to_nano_of_day() - time.truncated_to(unit)?.to_nano_of_day();
        self.plus_unit(-cut, ChronoUnit::Nanos.into())
    }

    /// `until(Temporal, TemporalUnit)`
    pub(crate) fn until_unit(self, end: &Temporal, unit: Unit) -> Outcome<i64> {
        let end = Self::from(end.accessor())?;
        let length = Self::nanos_of(unit)?;
        i64::try_from((end.total_nanos() - self.total_nanos()) / length)
            .map_err(|_| Thrown::overflow())
    }

    /// `isSupported(TemporalUnit)`
    pub(crate) fn is_unit_supported(self, unit: Unit) -> bool {
        unit.is_time_based() || unit == Unit::Chrono(ChronoUnit::Days)
    }

    /// `atZone`
    pub(crate) fn at_zone(self, zone: ZoneId) -> Outcome<ZonedDateTime> {
        ZonedDateTime::of_instant(self, zone)
    }

    /// `atOffset`
    pub(crate) fn at_offset(self, offset: ZoneOffset) -> Outcome<OffsetDateTime> {
        let date_time = LocalDateTime::of_epoch_second(self.seconds, self.get_nano(), offset)?;
        Ok(OffsetDateTime { date_time, offset })
    }

    /// `adjustInto`
    pub(crate) fn adjust_into(self, temporal: Temporal) -> Outcome<Temporal> {
        temporal
            .with_field(ChronoField::InstantSeconds.into(), self.seconds)?
            .with_field(ChronoField::NanoOfSecond.into(), self.nanos.into())
    }
}

impl Accessor for Instant {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        Some(match field {
            ChronoField::NanoOfSecond => self.nanos.into(),
            ChronoField::MicroOfSecond => i64::from(self.nanos) / 1_000,
            ChronoField::MilliOfSecond => i64::from(self.nanos) / 1_000_000,
            ChronoField::InstantSeconds => self.seconds,
            _ => return None,
        })
    }

    fn precision(&self) -> Option<ChronoUnit> {
        Some(ChronoUnit::Nanos)
    }
}

impl fmt::Display for Instant {
    /// Always with seconds, unlike the local types.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil::date_of(self.seconds.div_euclid(civil::SECONDS_PER_DAY));
        write_year(f, i32::try_from(year).unwrap_or(i32::MAX))?;
        let of_day = self.seconds.rem_euclid(civil::SECONDS_PER_DAY);
        let time = LocalTime::at_nano(of_day * civil::NANOS_PER_SECOND + i64::from(self.nanos));
        let seconds = if time.second == 0 && time.nano == 0 {
            ":00"
        } else {
            ""
        };
        write!(f, "-{month:02}-{day:02}T{time}{seconds}Z")
    }
}
