//! What every date and time type can be asked (`TemporalAccessor`), and the questions of `TemporalQueries`.
//!
//! A type answers for the thirty `ChronoField`s with one total function; everything else follows from that, as it does in
//! Java for fields that are not `ChronoField`s.

use super::field::{ChronoField, Field};
use super::local_date::LocalDate;
use super::local_time::LocalTime;
use super::offset::ZoneOffset;
use super::period::Period;
use super::range::ValueRange;
use super::thrown::{Outcome, Thrown};
use super::unit::ChronoUnit;
use super::zone::ZoneId;

/// `java.time.temporal.TemporalAccessor`
pub(crate) trait Accessor {
    /// The value of a field, `None` where the type lacks it.
    fn chrono(&self, field: ChronoField) -> Option<i64>;

    /// The values a field may have for this very value, given that the type has the field.
    fn chrono_range(&self, field: ChronoField) -> ValueRange {
        field.range()
    }

    /// The smallest unit that the type knows.
    fn precision(&self) -> Option<ChronoUnit> {
        None
    }

    /// The zone, for types that have one which is not merely an offset field.
    fn zone_id(&self) -> Option<ZoneId> {
        None
    }

    /// Whether the type is a part of the ISO calendar.
    fn has_chronology(&self) -> bool {
        false
    }

    /// Days that parsing carried over (`24:00`).
    fn excess_days(&self) -> Period {
        Period::ZERO
    }

    /// Whether a leap second was parsed.
    fn leap_second(&self) -> bool {
        false
    }

    /// `isSupported(TemporalField)`
    fn is_supported(&self, field: Field) -> bool {
        match field {
            Field::Chrono(field) => self.chrono(field).is_some(),
            Field::Iso(field) => field.is_supported_by(self),
            Field::Julian(_) => self.chrono(ChronoField::EpochDay).is_some(),
            Field::Week(field) => field.is_supported_by(self),
        }
    }

    /// `getLong`
    fn get_long(&self, field: Field) -> Outcome<i64> {
        match field {
            Field::Chrono(field) => self.chrono_value(field),
            Field::Iso(field) => field.get_from(self),
            Field::Julian(field) => Ok(self.chrono_value(ChronoField::EpochDay)? + field.offset()),
            Field::Week(field) => field.get_from(self),
        }
    }

    /// `getLong` of a `ChronoField`.
    fn chrono_value(&self, field: ChronoField) -> Outcome<i64> {
        self.chrono(field)
            .ok_or_else(|| Thrown::unsupported("field", field))
    }

    /// `range`
    fn range(&self, field: Field) -> Outcome<ValueRange> {
        match field {
            Field::Chrono(chrono) if self.chrono(chrono).is_some() => Ok(self.chrono_range(chrono)),
            Field::Chrono(chrono) => Err(Thrown::unsupported("field", chrono)),
            Field::Iso(field) => field.range_for(self),
            Field::Julian(_) if !self.is_supported(field) => {
                Err(Thrown::date_time(format!("unsupported field `{field}`")))
            }
            Field::Julian(field) => Ok(field.range()),
            Field::Week(field) => field.range_for(self),
        }
    }

    /// `get`: only for fields whose values fit an `int`.
    fn get(&self, field: Field) -> Outcome<i32> {
        let range = self.range(field)?;
        if !range.is_int_value() {
            return Err(Thrown::unsupported("field for get()", field));
        }
        let value = range.check_valid_value(self.get_long(field)?, field)?;
        i32::try_from(value).map_err(|_| Thrown::overflow())
    }

    /// `query`
    fn query(&self, query: Query) -> Answer {
        let offset = || {
            self.chrono(ChronoField::OffsetSeconds)
                .and_then(ZoneOffset::of_seconds)
        };
        let answer = match query {
            Query::Chronology => self.has_chronology().then_some(Answer::Chronology),
            Query::Precision => self.precision().map(Answer::Unit),
            Query::ZoneId => self.zone_id().map(Answer::Zone),
            Query::Offset => offset().map(|offset| Answer::Zone(ZoneId::Offset(offset))),
            Query::Zone => self
                .zone_id()
                .or_else(|| offset().map(ZoneId::Offset))
                .map(Answer::Zone),
            Query::LocalDate => self.local_date().map(Answer::Date),
            Query::LocalTime => self.local_time().map(Answer::Time),
            Query::ExcessDays => Some(Answer::Period(self.excess_days())),
            Query::LeapSecond => Some(Answer::Bool(self.leap_second())),
        };
        answer.unwrap_or(Answer::Null)
    }

    /// The date, for types that have one.
    fn local_date(&self) -> Option<LocalDate> {
        self.chrono(ChronoField::EpochDay)
            .and_then(|day| LocalDate::of_epoch_day(day).ok())
    }

    /// The time of the day, for types that have one.
    fn local_time(&self) -> Option<LocalTime> {
        self.chrono(ChronoField::NanoOfDay)
            .and_then(|nanos| LocalTime::of_nano_of_day(nanos).ok())
    }
}

/// The queries of `TemporalQueries` and `DateTimeFormatter`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Query {
    /// `chronology()`
    Chronology,
    /// `precision()`
    Precision,
    /// `zoneId()`: a zone, never an offset field
    ZoneId,
    /// `offset()`
    Offset,
    /// `zone()`: a zone, else the offset
    Zone,
    /// `localDate()`
    LocalDate,
    /// `localTime()`
    LocalTime,
    /// `DateTimeFormatter.parsedExcessDays()`
    ExcessDays,
    /// `DateTimeFormatter.parsedLeapSecond()`
    LeapSecond,
}

/// What a query found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Answer {
    /// Nothing: Java's `null`.
    Null,
    /// The ISO chronology, the only one here.
    Chronology,
    /// The precision.
    Unit(ChronoUnit),
    /// A zone or an offset.
    Zone(ZoneId),
    /// A date.
    Date(LocalDate),
    /// A time of the day.
    Time(LocalTime),
    /// Days carried over by parsing.
    Period(Period),
    /// Whether a leap second was parsed.
    Bool(bool),
}
