//! Arguments whose Java type is an interface: any date or time, any adjuster, any amount.

use std::fmt;

use super::accessor::{Accessor, Answer, Query};
use super::duration::Duration;
use super::field::{ChronoField, Field};
use super::instant::Instant;
use super::local_date::LocalDate;
use super::local_date_time::LocalDateTime;
use super::local_time::LocalTime;
use super::month::{DayOfWeek, IsoEra, Month};
use super::offset::ZoneOffset;
use super::offset_date_time::OffsetDateTime;
use super::offset_time::OffsetTime;
use super::partial::{MonthDay, Year, YearMonth};
use super::period::Period;
use super::range::ValueRange;
use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};
use super::zone::ZoneId;
use super::zoned::ZonedDateTime;

/// Any `TemporalAccessor` that is a plain value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Temporal {
    LocalDate(LocalDate),
    LocalTime(LocalTime),
    LocalDateTime(LocalDateTime),
    ZonedDateTime(ZonedDateTime),
    OffsetDateTime(OffsetDateTime),
    OffsetTime(OffsetTime),
    Instant(Instant),
    Year(Year),
    YearMonth(YearMonth),
    MonthDay(MonthDay),
    Month(Month),
    DayOfWeek(DayOfWeek),
    IsoEra(IsoEra),
    ZoneOffset(ZoneOffset),
}

impl Temporal {
    /// The value as something to read fields from.
    pub(crate) fn accessor(&self) -> &dyn Accessor {
        match self {
            Self::LocalDate(value) => value,
            Self::LocalTime(value) => value,
            Self::LocalDateTime(value) => value,
            Self::ZonedDateTime(value) => value,
            Self::OffsetDateTime(value) => value,
            Self::OffsetTime(value) => value,
            Self::Instant(value) => value,
            Self::Year(value) => value,
            Self::YearMonth(value) => value,
            Self::MonthDay(value) => value,
            Self::Month(value) => value,
            Self::DayOfWeek(value) => value,
            Self::IsoEra(value) => value,
            Self::ZoneOffset(value) => value,
        }
    }

    /// `Temporal.with(TemporalField, long)`; constants such as months have no such method, so nothing changes them.
    pub(crate) fn with_field(self, field: Field, value: i64) -> Outcome<Self> {
        Ok(match self {
            Self::LocalDate(date) => Self::LocalDate(date.with_field(field, value)?),
            Self::LocalTime(time) => Self::LocalTime(time.with_field(field, value)?),
            Self::LocalDateTime(local) => Self::LocalDateTime(local.with_field(field, value)?),
            Self::ZonedDateTime(zoned) => Self::ZonedDateTime(zoned.with_field(field, value)?),
            Self::OffsetDateTime(offset) => Self::OffsetDateTime(offset.with_field(field, value)?),
            Self::OffsetTime(time) => Self::OffsetTime(time.with_field(field, value)?),
            Self::Instant(instant) => Self::Instant(instant.with_field(field, value)?),
            Self::Year(year) => Self::Year(year.with_field(field, value)?),
            Self::YearMonth(month) => Self::YearMonth(month.with_field(field, value)?),
            Self::MonthDay(_)
            | Self::Month(_)
            | Self::DayOfWeek(_)
            | Self::IsoEra(_)
            | Self::ZoneOffset(_) => {
                return Err(Thrown::unsupported("field", field));
            }
        })
    }

    /// `TemporalAdjuster.adjustInto`, for the types that are adjusters too.
    pub(crate) fn adjust_into(self, target: Self) -> Outcome<Self> {
        let set = |field: ChronoField, value: i64| target.with_field(field.into(), value);
        match self {
            Self::LocalDate(date) => date.adjust_into(target),
            Self::LocalTime(time) => time.adjust_into(target),
            Self::LocalDateTime(local) => local.adjust_into(target),
            Self::OffsetDateTime(value) => {
                let dated = value.date_time.adjust_into(target)?;
                dated.with_field(
                    ChronoField::OffsetSeconds.into(),
                    value.offset.seconds().into(),
                )
            }
            Self::OffsetTime(value) => value.offset.adjust_into(value.time.adjust_into(target)?),
            Self::Instant(instant) => instant.adjust_into(target),
            Self::Year(year) => set(ChronoField::Year, year.0.into()),
            Self::YearMonth(month) => set(
                ChronoField::ProlepticMonth,
                month.chrono_value(ChronoField::ProlepticMonth)?,
            ),
            Self::MonthDay(value) => {
                let month = set(ChronoField::MonthOfYear, value.month.into())?;
                let last = month
                    .accessor()
                    .range(ChronoField::DayOfMonth.into())?
                    .maximum;
                month.with_field(ChronoField::DayOfMonth.into(), last.min(value.day.into()))
            }
            Self::Month(month) => set(ChronoField::MonthOfYear, month.get_value().into()),
            Self::DayOfWeek(day) => set(ChronoField::DayOfWeek, day.get_value().into()),
            Self::IsoEra(era) => set(ChronoField::Era, era.get_value().into()),
            Self::ZoneOffset(offset) => offset.adjust_into(target),
            Self::ZonedDateTime(_) => Err(Thrown::date_time("a zoned date is no adjuster")),
        }
    }

    /// Whether Java's type is a `TemporalAdjuster`.
    pub(crate) fn is_adjuster(&self) -> bool {
        !matches!(self, Self::ZonedDateTime(_))
    }

    /// Whether Java's type is a `Temporal`: one that can be changed.
    pub(crate) fn is_temporal(&self) -> bool {
        !matches!(
            self,
            Self::MonthDay(_)
                | Self::Month(_)
                | Self::DayOfWeek(_)
                | Self::IsoEra(_)
                | Self::ZoneOffset(_)
        )
    }
}

impl fmt::Display for Temporal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LocalDate(value) => value.fmt(f),
            Self::LocalTime(value) => value.fmt(f),
            Self::LocalDateTime(value) => value.fmt(f),
            Self::ZonedDateTime(value) => value.fmt(f),
            Self::OffsetDateTime(value) => value.fmt(f),
            Self::OffsetTime(value) => value.fmt(f),
            Self::Instant(value) => value.fmt(f),
            Self::Year(value) => value.fmt(f),
            Self::YearMonth(value) => value.fmt(f),
            Self::MonthDay(value) => value.fmt(f),
            Self::Month(value) => value.fmt(f),
            Self::DayOfWeek(value) => value.fmt(f),
            Self::IsoEra(value) => value.fmt(f),
            Self::ZoneOffset(value) => value.fmt(f),
        }
    }
}

/// Constants that are their own only field.
macro_rules! single_field {
    ($($name:ty, $field:ident, $precision:expr, $chronology:expr;)+) => {$(
        impl Accessor for $name {
            fn chrono(&self, field: ChronoField) -> Option<i64> {
                (field == ChronoField::$field).then(|| self.get_value().into())
            }

            fn precision(&self) -> Option<ChronoUnit> {
                Some($precision)
            }

            fn has_chronology(&self) -> bool {
                $chronology
            }
        }
    )+};
}

single_field! {
    Month, MonthOfYear, ChronoUnit::Months, true;
    DayOfWeek, DayOfWeek, ChronoUnit::Days, false;
    IsoEra, Era, ChronoUnit::Eras, false;
}

/// `java.time.temporal.TemporalAdjuster`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Adjuster {
    /// A date, time, month, day of the week …
    Temporal(Temporal),
    /// One of the parameterless adjusters of `TemporalAdjusters`; those with parameters are out of reach.
    Edge(Edge),
}

/// `TemporalAdjusters.firstDayOfMonth()` and the like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    FirstDayOfMonth,
    LastDayOfMonth,
    FirstDayOfNextMonth,
    FirstDayOfYear,
    LastDayOfYear,
    FirstDayOfNextYear,
}

impl Adjuster {
    /// `adjustInto`
    pub(crate) fn adjust_into(&self, target: Temporal) -> Outcome<Temporal> {
        match self {
            Self::Temporal(temporal) => temporal.adjust_into(target),
            Self::Edge(edge) => edge.adjust_into(target),
        }
    }
}

impl Edge {
    fn adjust_into(self, target: Temporal) -> Outcome<Temporal> {
        let first = |target: Temporal, field: ChronoField| target.with_field(field.into(), 1);
        let last = |field: ChronoField| {
            target.with_field(field.into(), target.accessor().range(field.into())?.maximum)
        };
        let next = |target: Outcome<Temporal>, unit: ChronoUnit| plus_one(target?, unit);
        match self {
            Self::FirstDayOfMonth => first(target, ChronoField::DayOfMonth),
            Self::LastDayOfMonth => last(ChronoField::DayOfMonth),
            Self::FirstDayOfNextMonth => {
                next(first(target, ChronoField::DayOfMonth), ChronoUnit::Months)
            }
            Self::FirstDayOfYear => first(target, ChronoField::DayOfYear),
            Self::LastDayOfYear => last(ChronoField::DayOfYear),
            Self::FirstDayOfNextYear => {
                next(first(target, ChronoField::DayOfYear), ChronoUnit::Years)
            }
        }
    }
}

/// One unit later; only types with a day of the month or year get here.
fn plus_one(target: Temporal, unit: ChronoUnit) -> Outcome<Temporal> {
    Ok(match target {
        Temporal::LocalDate(date) => Temporal::LocalDate(date.plus_unit(1, unit.into())?),
        Temporal::LocalDateTime(local) => Temporal::LocalDateTime(local.plus_unit(1, unit.into())?),
        Temporal::ZonedDateTime(zoned) => Temporal::ZonedDateTime(zoned.plus_unit(1, unit.into())?),
        Temporal::OffsetDateTime(value) => {
            let date_time = value.date_time.plus_unit(1, unit.into())?;
            Temporal::OffsetDateTime(OffsetDateTime { date_time, ..value })
        }
        _ => return Err(Thrown::unsupported("unit", unit)),
    })
}

/// `java.time.temporal.TemporalAmount`
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Amount {
    Period(Period),
    Duration(Duration),
}

impl Amount {
    /// `addTo` for types without months of their own: each part that is not zero, unit by unit.
    pub(super) fn units_added<T>(
        self,
        value: T,
        plus: impl Fn(T, i64, Unit) -> Outcome<T>,
    ) -> Outcome<T> {
        let period = match self {
            Self::Duration(duration) => return duration.units_added(value, plus),
            Self::Period(period) => period,
        };
        let parts = [
            (period.years, ChronoUnit::Years),
            (period.months, ChronoUnit::Months),
            (period.days, ChronoUnit::Days),
        ];
        let mut value = value;
        for (amount, unit) in parts.into_iter().filter(|(amount, _)| *amount != 0) {
            value = plus(value, amount.into(), unit.into())?;
        }
        Ok(value)
    }
}

/// A value seen in a zone that it lacks itself; formatters with a zone print through this.
pub(crate) struct Relocated<'a> {
    pub(super) inner: &'a dyn Accessor,
    pub(super) zone: ZoneId,
}

impl Accessor for Relocated<'_> {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        self.inner.chrono(field)
    }

    fn chrono_range(&self, field: ChronoField) -> ValueRange {
        self.inner.chrono_range(field)
    }

    fn precision(&self) -> Option<ChronoUnit> {
        self.inner.precision()
    }

    fn zone_id(&self) -> Option<ZoneId> {
        Some(self.zone)
    }

    fn has_chronology(&self) -> bool {
        match self.inner.query(Query::Chronology) {
            Answer::Null => self.inner.chrono(ChronoField::EpochDay).is_some(),
            _ => true,
        }
    }
}
