//! `java.time.OffsetTime`: a time of the day at an offset.

use std::fmt;

use super::accessor::Accessor;
use super::field::{ChronoField, Field};
use super::instant::Instant;
use super::local_time::LocalTime;
use super::offset::ZoneOffset;
use super::thrown::Outcome;
use super::unit::ChronoUnit;
use super::zone::ZoneId;

/// `java.time.OffsetTime`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct OffsetTime {
    pub(super) time: LocalTime,
    pub(super) offset: ZoneOffset,
}

impl OffsetTime {
    pub(crate) const MIN: Self = Self {
        time: LocalTime::MIN,
        offset: ZoneOffset::MAX,
    };
    pub(crate) const MAX: Self = Self {
        time: LocalTime::MAX,
        offset: ZoneOffset::MIN,
    };

    /// `now`: the time of the caller's clock in a zone.
    pub(crate) fn now(now: Instant, zone: ZoneId) -> Self {
        Self {
            time: LocalTime::of_instant(now, zone),
            offset: zone.offset_at(now.seconds),
        }
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        Ok(Self {
            time: LocalTime::from(temporal)?,
            offset: ZoneOffset::from(temporal)?,
        })
    }

    pub(crate) fn get_offset(self) -> ZoneOffset {
        self.offset
    }

    pub(crate) fn to_local_time(self) -> LocalTime {
        self.time
    }

    fn utc_nanos(self) -> i64 {
        self.time.to_nano_of_day() - i64::from(self.offset.seconds()) * 1_000_000_000
    }

    /// `compareTo`: by the time in UTC, then by local time.
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        let parts = [
            self.utc_nanos().cmp(&other.utc_nanos()) as i32,
            self.time.compare_to(other.time),
        ];
        parts.into_iter().find(|part| *part != 0).unwrap_or(0)
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        self.time.hash_code() ^ self.offset.hash_code()
    }

    /// `with(TemporalField, long)`
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        if field == Field::Chrono(ChronoField::OffsetSeconds) {
            let seconds = ChronoField::OffsetSeconds.check_valid_int_value(value)?;
            return Ok(Self {
                offset: ZoneOffset::of_total_seconds(seconds)?,
                ..self
            });
        }
        Ok(Self {
            time: self.time.with_field(field, value)?,
            ..self
        })
    }
}

impl Accessor for OffsetTime {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        match field {
            ChronoField::OffsetSeconds => Some(self.offset.seconds().into()),
            _ => self.time.chrono(field),
        }
    }

    fn precision(&self) -> Option<ChronoUnit> {
        Some(ChronoUnit::Nanos)
    }
}

impl fmt::Display for OffsetTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.time, self.offset)
    }
}
