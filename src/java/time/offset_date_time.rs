//! `java.time.OffsetDateTime`: a date and time at an offset.
//!
//! Expressions get one from a zoned or local date and time and can read it or hand it on; nothing else is reachable.

use std::fmt;

use super::accessor::Accessor;
use super::field::{ChronoField, Field};
use super::instant::Instant;
use super::local_date::LocalDate;
use super::local_date_time::LocalDateTime;
use super::local_time::LocalTime;
use super::offset::ZoneOffset;
use super::offset_time::OffsetTime;
use super::range::ValueRange;
use super::thrown::Outcome;
use super::unit::{ChronoUnit, Unit};
use super::zone::ZoneId;
use super::zoned::ZonedDateTime;

/// `java.time.OffsetDateTime`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OffsetDateTime {
    pub(super) date_time: LocalDateTime,
    pub(super) offset: ZoneOffset,
}

impl OffsetDateTime {
    pub(crate) const MIN: Self = Self {
        date_time: LocalDateTime::MIN,
        offset: ZoneOffset::MAX,
    };
    pub(crate) const MAX: Self = Self {
        date_time: LocalDateTime::MAX,
        offset: ZoneOffset::MIN,
    };

    /// `ofInstant`
    pub(crate) fn of_instant(instant: Instant, zone: ZoneId) -> Outcome<Self> {
        instant.at_offset(zone.offset_at(instant.seconds))
    }

    /// `now`: date and time of the caller's clock in a zone.
    pub(crate) fn now(now: Instant, zone: ZoneId) -> Outcome<Self> {
        Self::of_instant(now, zone)
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        let offset = ZoneOffset::from(temporal)?;
        match (temporal.local_date(), temporal.local_time()) {
            (Some(date), Some(time)) => Ok(Self {
                date_time: date.at_time(time),
                offset,
            }),
            _ => Instant::from(temporal)?.at_offset(offset),
        }
    }

    pub(crate) fn get_offset(self) -> ZoneOffset {
        self.offset
    }

    pub(crate) fn to_local_date_time(self) -> LocalDateTime {
        self.date_time
    }

    pub(crate) fn to_local_date(self) -> LocalDate {
        self.date_time.date
    }

    pub(crate) fn to_local_time(self) -> LocalTime {
        self.date_time.time
    }

    pub(crate) fn to_offset_time(self) -> OffsetTime {
        OffsetTime {
            time: self.date_time.time,
            offset: self.offset,
        }
    }

    pub(crate) fn to_zoned_date_time(self) -> ZonedDateTime {
        ZonedDateTime {
            date_time: self.date_time,
            offset: self.offset,
            zone: ZoneId::Offset(self.offset),
        }
    }

    pub(crate) fn to_instant(self) -> Instant {
        self.date_time.to_instant(self.offset)
    }

    pub(crate) fn to_epoch_second(self) -> i64 {
        self.date_time.to_epoch_second(self.offset)
    }

    /// `compareTo`: by instant, then local time.
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        if self.offset == other.offset {
            return self.date_time.compare_to(other.date_time);
        }
        let instants = self.to_epoch_second().cmp(&other.to_epoch_second()) as i32;
        let nanos = self.date_time.get_nano() - other.date_time.get_nano();
        let parts = [instants, nanos].into_iter().find(|part| *part != 0);
        parts.unwrap_or_else(|| self.date_time.compare_to(other.date_time))
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        self.date_time.hash_code() ^ self.offset.hash_code()
    }

    /// `with(TemporalField, long)`
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        match field {
            Field::Chrono(ChronoField::InstantSeconds) => {
                Instant::of_epoch_second(value, self.date_time.time.nano.into())?
                    .at_offset(self.offset)
            }
            Field::Chrono(ChronoField::OffsetSeconds) => {
                let seconds = ChronoField::OffsetSeconds.check_valid_int_value(value)?;
                Ok(Self {
                    offset: ZoneOffset::of_total_seconds(seconds)?,
                    ..self
                })
            }
            _ => Ok(Self {
                date_time: self.date_time.with_field(field, value)?,
                ..self
            }),
        }
    }

    /// Whole units to another date and time, both seen at the offset of the first.
    pub(super) fn distance(self, end: Self, unit: Unit) -> Outcome<i64> {
        let shift = i64::from(self.offset.seconds() - end.offset.seconds());
        match end.date_time.plus_seconds(shift) {
            Ok(there) => self.date_time.distance(there, unit),
            // The end leaves the years of Java at this offset, so this one is moved instead.
            Err(_) => self
                .date_time
                .plus_seconds(-shift)?
                .distance(end.date_time, unit),
        }
    }
}

impl Accessor for OffsetDateTime {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        match field {
            ChronoField::InstantSeconds => Some(self.to_epoch_second()),
            ChronoField::OffsetSeconds => Some(self.offset.seconds().into()),
            _ => self.date_time.chrono(field),
        }
    }

    fn chrono_range(&self, field: ChronoField) -> ValueRange {
        self.date_time.chrono_range(field)
    }

    fn precision(&self) -> Option<ChronoUnit> {
        Some(ChronoUnit::Nanos)
    }

    fn has_chronology(&self) -> bool {
        true
    }
}

impl fmt::Display for OffsetDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.date_time, self.offset)
    }
}
