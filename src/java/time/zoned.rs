//! `java.time.ZonedDateTime`: a date and time in a zone.

use std::fmt;

use super::accessor::Accessor;
use super::field::{ChronoField, Field};
use super::instant::Instant;
use super::local_date::{LocalDate, minus};
use super::local_date_time::LocalDateTime;
use super::local_time::LocalTime;
use super::month::{DayOfWeek, Month};
use super::offset::ZoneOffset;
use super::offset_date_time::OffsetDateTime;
use super::range::ValueRange;
use super::temporal::{Adjuster, Amount, Temporal};
use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};
use super::zone::{Offsets, ZoneId};

/// `java.time.ZonedDateTime`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ZonedDateTime {
    pub(super) date_time: LocalDateTime,
    pub(super) offset: ZoneOffset,
    pub(super) zone: ZoneId,
}

impl ZonedDateTime {
    /// `of(LocalDateTime, ZoneId)`; the other forms build the local date and time first.
    pub(crate) fn of(local: LocalDateTime, zone: ZoneId) -> Outcome<Self> {
        Self::of_local(local, zone, None)
    }

    /// `ofLocal`: a gap moves the time forward; an overlap keeps the preferred offset, else the earlier.
    pub(crate) fn of_local(
        local: LocalDateTime,
        zone: ZoneId,
        preferred: Option<ZoneOffset>,
    ) -> Outcome<Self> {
        let (date_time, offset) = match zone.offsets_of(local) {
            Offsets::One(offset) => (local, offset),
            Offsets::Gap { before, after } => (
                local.plus_seconds(i64::from(after.seconds() - before.seconds()))?,
                after,
            ),
            Offsets::Overlap { before, after } => (
                local,
                if preferred == Some(after) {
                    after
                } else {
                    before
                },
            ),
        };
        Ok(Self {
            date_time,
            offset,
            zone,
        })
    }

    /// `ofInstant(Instant, ZoneId)`
    pub(crate) fn of_instant(instant: Instant, zone: ZoneId) -> Outcome<Self> {
        Self::of_epoch_second(instant.seconds, instant.nanos, zone)
    }

    fn of_epoch_second(second: i64, nano: u32, zone: ZoneId) -> Outcome<Self> {
        // Java looks the offset up through an `Instant`, so its range applies.
        let instant = Instant::of_epoch_second(second, nano.into())?;
        let offset = zone.offset_at(instant.seconds);
        let date_time =
            LocalDateTime::of_epoch_second(instant.seconds, instant.get_nano(), offset)?;
        Ok(Self {
            date_time,
            offset,
            zone,
        })
    }

    /// `ofInstant(LocalDateTime, ZoneOffset, ZoneId)`
    pub(crate) fn of_local_instant(
        local: LocalDateTime,
        offset: ZoneOffset,
        zone: ZoneId,
    ) -> Outcome<Self> {
        if zone.offsets_of(local).contains(offset) {
            return Ok(Self {
                date_time: local,
                offset,
                zone,
            });
        }
        Self::of_epoch_second(local.to_epoch_second(offset), local.time.nano, zone)
    }

    /// `ofStrict`: the offset must be one of the local time's own.
    pub(crate) fn of_strict(
        local: LocalDateTime,
        offset: ZoneOffset,
        zone: ZoneId,
    ) -> Outcome<Self> {
        if zone.offsets_of(local).contains(offset) {
            return Ok(Self {
                date_time: local,
                offset,
                zone,
            });
        }
        Err(Thrown::date_time(format!(
            "`{offset}` is not the offset of {local} in {zone}"
        )))
    }

    /// `now`: date and time of the caller's clock in a zone.
    pub(crate) fn now(now: Instant, zone: ZoneId) -> Outcome<Self> {
        Self::of_instant(now, zone)
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        let zone = ZoneId::from(temporal)?;
        match temporal.chrono(ChronoField::InstantSeconds) {
            Some(second) => {
                let nano = temporal.chrono(ChronoField::NanoOfSecond).unwrap_or(0);
                Self::of_epoch_second(second, u32::try_from(nano).unwrap_or(0), zone)
            }
            None => Self::of(LocalDateTime::from(temporal)?, zone),
        }
    }

    /// The new local time in the same zone, keeping the offset where it fits.
    fn local(self, local: Outcome<LocalDateTime>) -> Outcome<Self> {
        Self::of_local(local?, self.zone, Some(self.offset))
    }

    /// The instant that a local time would be at the present offset.
    fn instant(self, local: Outcome<LocalDateTime>) -> Outcome<Self> {
        Self::of_local_instant(local?, self.offset, self.zone)
    }

    pub(crate) fn get_zone(self) -> ZoneId {
        self.zone
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

    pub(crate) fn to_offset_date_time(self) -> OffsetDateTime {
        OffsetDateTime {
            date_time: self.date_time,
            offset: self.offset,
        }
    }

    pub(crate) fn to_instant(self) -> Instant {
        self.date_time.to_instant(self.offset)
    }

    pub(crate) fn to_epoch_second(self) -> i64 {
        self.date_time.to_epoch_second(self.offset)
    }

    pub(crate) fn get_year(self) -> i32 {
        self.date_time.get_year()
    }

    pub(crate) fn get_month_value(self) -> i32 {
        self.date_time.get_month_value()
    }

    pub(crate) fn get_month(self) -> Month {
        self.date_time.get_month()
    }

    pub(crate) fn get_day_of_month(self) -> i32 {
        self.date_time.get_day_of_month()
    }

    pub(crate) fn get_day_of_year(self) -> i32 {
        self.date_time.get_day_of_year()
    }

    pub(crate) fn get_day_of_week(self) -> DayOfWeek {
        self.date_time.get_day_of_week()
    }

    pub(crate) fn get_hour(self) -> i32 {
        self.date_time.get_hour()
    }

    pub(crate) fn get_minute(self) -> i32 {
        self.date_time.get_minute()
    }

    pub(crate) fn get_second(self) -> i32 {
        self.date_time.get_second()
    }

    pub(crate) fn get_nano(self) -> i32 {
        self.date_time.get_nano()
    }

    /// `compareTo`: by instant, then local time, then the name of the zone.
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        let instants = self.to_epoch_second().cmp(&other.to_epoch_second()) as i32;
        let nanos = || self.get_nano() - other.get_nano();
        let locals = || self.date_time.compare_to(other.date_time);
        let names = || compare_text(&self.zone.get_id(), &other.zone.get_id());
        [instants, nanos(), locals()]
            .into_iter()
            .find(|part| *part != 0)
            .unwrap_or_else(names)
    }

    pub(crate) fn is_after(self, other: Self) -> bool {
        self.to_instant() > other.to_instant()
    }

    pub(crate) fn is_before(self, other: Self) -> bool {
        self.to_instant() < other.to_instant()
    }

    pub(crate) fn is_equal(self, other: Self) -> bool {
        self.to_instant() == other.to_instant()
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        self.date_time.hash_code() ^ self.offset.hash_code() ^ self.zone.hash_code().rotate_left(3)
    }

    pub(crate) fn plus_years(self, years: i64) -> Outcome<Self> {
        self.local(self.date_time.plus_years(years))
    }

    pub(crate) fn plus_months(self, months: i64) -> Outcome<Self> {
        self.local(self.date_time.plus_months(months))
    }

    pub(crate) fn plus_weeks(self, weeks: i64) -> Outcome<Self> {
        self.local(self.date_time.plus_weeks(weeks))
    }

    pub(crate) fn plus_days(self, days: i64) -> Outcome<Self> {
        self.local(self.date_time.plus_days(days))
    }

    pub(crate) fn plus_hours(self, hours: i64) -> Outcome<Self> {
        self.instant(self.date_time.plus_hours(hours))
    }

    pub(crate) fn plus_minutes(self, minutes: i64) -> Outcome<Self> {
        self.instant(self.date_time.plus_minutes(minutes))
    }

    pub(crate) fn plus_seconds(self, seconds: i64) -> Outcome<Self> {
        self.instant(self.date_time.plus_seconds(seconds))
    }

    pub(crate) fn plus_nanos(self, nanos: i64) -> Outcome<Self> {
        self.instant(self.date_time.plus_nanos(nanos))
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
        minus(self, hours, Self::plus_hours)
    }

    pub(crate) fn minus_minutes(self, minutes: i64) -> Outcome<Self> {
        minus(self, minutes, Self::plus_minutes)
    }

    pub(crate) fn minus_seconds(self, seconds: i64) -> Outcome<Self> {
        minus(self, seconds, Self::plus_seconds)
    }

    pub(crate) fn minus_nanos(self, nanos: i64) -> Outcome<Self> {
        minus(self, nanos, Self::plus_nanos)
    }

    /// `plus(long, TemporalUnit)`: units of days and more move the local time, smaller ones the instant.
    pub(crate) fn plus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        let local = self.date_time.plus_unit(amount, unit);
        if unit.is_date_based() {
            self.local(local)
        } else {
            self.instant(local)
        }
    }

    /// `minus(long, TemporalUnit)`
    pub(crate) fn minus_unit(self, amount: i64, unit: Unit) -> Outcome<Self> {
        minus(self, amount, |value, amount| value.plus_unit(amount, unit))
    }

    /// `plus(TemporalAmount)`
    pub(crate) fn plus(self, amount: Amount) -> Outcome<Self> {
        match amount {
            Amount::Period(_) => self.local(self.date_time.plus(amount)),
            Amount::Duration(duration) => duration.units_added(self, Self::plus_unit),
        }
    }

    /// `minus(TemporalAmount)`
    pub(crate) fn minus(self, amount: Amount) -> Outcome<Self> {
        match amount {
            Amount::Period(_) => self.local(self.date_time.minus(amount)),
            Amount::Duration(duration) => duration.units_added(self, Self::minus_unit),
        }
    }

    pub(crate) fn with_year(self, year: i32) -> Outcome<Self> {
        self.local(self.date_time.with_year(year))
    }

    pub(crate) fn with_month(self, month: i32) -> Outcome<Self> {
        self.local(self.date_time.with_month(month))
    }

    pub(crate) fn with_day_of_month(self, day: i32) -> Outcome<Self> {
        self.local(self.date_time.with_day_of_month(day))
    }

    pub(crate) fn with_day_of_year(self, day: i32) -> Outcome<Self> {
        self.local(self.date_time.with_day_of_year(day))
    }

    pub(crate) fn with_hour(self, hour: i32) -> Outcome<Self> {
        self.local(self.date_time.with_hour(hour))
    }

    pub(crate) fn with_minute(self, minute: i32) -> Outcome<Self> {
        self.local(self.date_time.with_minute(minute))
    }

    pub(crate) fn with_second(self, second: i32) -> Outcome<Self> {
        self.local(self.date_time.with_second(second))
    }

    pub(crate) fn with_nano(self, nano: i32) -> Outcome<Self> {
        self.local(self.date_time.with_nano(nano))
    }

    /// `with(TemporalField, long)`
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        match field {
            Field::Chrono(ChronoField::InstantSeconds) => {
                Self::of_epoch_second(value, self.date_time.time.nano, self.zone)
            }
            Field::Chrono(ChronoField::OffsetSeconds) => {
                let seconds = ChronoField::OffsetSeconds.check_valid_int_value(value)?;
                Ok(self.with_offset(ZoneOffset::of_total_seconds(seconds)?))
            }
            _ => self.local(self.date_time.with_field(field, value)),
        }
    }

    fn with_offset(self, offset: ZoneOffset) -> Self {
        let fits = self.zone.offsets_of(self.date_time).contains(offset);
        Self {
            offset: if fits { offset } else { self.offset },
            ..self
        }
    }

    /// `with(TemporalAdjuster)`
    pub(crate) fn with(self, adjuster: &Adjuster) -> Outcome<Self> {
        if let Adjuster::Temporal(temporal) = adjuster {
            match temporal {
                Temporal::LocalDate(date) => {
                    return self.local(Ok(date.at_time(self.date_time.time)));
                }
                Temporal::LocalTime(time) => {
                    return self.local(Ok(self.date_time.date.at_time(*time)));
                }
                Temporal::LocalDateTime(local) => return self.local(Ok(*local)),
                Temporal::OffsetDateTime(value) => {
                    return Self::of_local(value.date_time, self.zone, Some(value.offset));
                }
                Temporal::Instant(instant) => return Self::of_instant(*instant, self.zone),
                Temporal::ZoneOffset(offset) => return Ok(self.with_offset(*offset)),
                _ => {}
            }
        }
        match adjuster.adjust_into(Temporal::ZonedDateTime(self))? {
            Temporal::ZonedDateTime(value) => Ok(value),
            other => Self::from(other.accessor()),
        }
    }

    /// `truncatedTo`
    pub(crate) fn truncated_to(self, unit: Unit) -> Outcome<Self> {
        self.local(self.date_time.truncated_to(unit))
    }

    pub(crate) fn with_earlier_offset_at_overlap(self) -> Self {
        match self.zone.offsets_of(self.date_time) {
            Offsets::Overlap { before, .. } => Self {
                offset: before,
                ..self
            },
            _ => self,
        }
    }

    pub(crate) fn with_later_offset_at_overlap(self) -> Self {
        match self.zone.offsets_of(self.date_time) {
            Offsets::Overlap { after, .. } => Self {
                offset: after,
                ..self
            },
            _ => self,
        }
    }

    pub(crate) fn with_fixed_offset_zone(self) -> Self {
        Self {
            zone: ZoneId::Offset(self.offset),
            ..self
        }
    }

    pub(crate) fn with_zone_same_instant(self, zone: ZoneId) -> Outcome<Self> {
        if zone == self.zone {
            return Ok(self);
        }
        Self::of_epoch_second(self.to_epoch_second(), self.date_time.time.nano, zone)
    }

    pub(crate) fn with_zone_same_local(self, zone: ZoneId) -> Outcome<Self> {
        Self::of_local(self.date_time, zone, Some(self.offset))
    }

    /// `until(Temporal, TemporalUnit)`: days and more by local time in this zone, smaller units by instant.
    pub(crate) fn until_unit(self, end: &Temporal, unit: Unit) -> Outcome<i64> {
        let end = Self::from(end.accessor())?;
        let there = end.with_zone_same_instant(self.zone)?;
        if unit.is_date_based() {
            return self.date_time.distance(there.date_time, unit);
        }
        self.to_offset_date_time()
            .distance(end.to_offset_date_time(), unit)
    }

    /// `isSupported(TemporalUnit)`
    pub(crate) fn is_unit_supported(self, unit: Unit) -> bool {
        unit != Unit::Chrono(ChronoUnit::Forever)
    }
}

/// `String.compareTo`: the first difference of UTF-16 units, else of lengths.
pub(super) fn compare_text(one: &str, other: &str) -> i32 {
    let differences = one
        .encode_utf16()
        .zip(other.encode_utf16())
        .map(|(one, other)| i32::from(one) - i32::from(other));
    let length = |text: &str| i32::try_from(text.encode_utf16().count()).unwrap_or(i32::MAX);
    differences
        .into_iter()
        .find(|difference| *difference != 0)
        .unwrap_or_else(|| length(one) - length(other))
}

impl Accessor for ZonedDateTime {
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

    fn zone_id(&self) -> Option<ZoneId> {
        Some(self.zone)
    }

    fn has_chronology(&self) -> bool {
        true
    }

    fn local_date(&self) -> Option<LocalDate> {
        Some(self.date_time.date)
    }

    fn local_time(&self) -> Option<LocalTime> {
        Some(self.date_time.time)
    }
}

impl fmt::Display for ZonedDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.date_time, self.offset)?;
        match self.zone {
            ZoneId::Offset(_) => Ok(()),
            zone => write!(f, "[{zone}]"),
        }
    }
}
