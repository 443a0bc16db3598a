//! `java.time.temporal.ChronoField` and the fields of `IsoFields`, `JulianFields` and `WeekFields`.
//!
//! A type of this module's parent answers for the thirty `ChronoField`s; the other fields are computed from those, so
//! they need no word in the types.

use std::fmt;

use super::constants::java_enum;
use super::iso_fields::IsoField;
use super::range::ValueRange;
use super::thrown::{Outcome, Thrown};
use super::unit::ChronoUnit::{self, *};
use super::unit::Unit;
use super::week_fields::WeekField;

/// The largest year of Java's dates; the smallest is its negation.
pub(crate) const MAX_YEAR: i64 = 999_999_999;
const MIN_EPOCH_DAY: i64 = -365_243_219_162;
const MAX_EPOCH_DAY: i64 = 365_241_780_471;

java_enum! {
    /// `java.time.temporal.ChronoField`
    ChronoField {
        NanoOfSecond = "NANO_OF_SECOND", NanoOfDay = "NANO_OF_DAY", MicroOfSecond = "MICRO_OF_SECOND",
        MicroOfDay = "MICRO_OF_DAY", MilliOfSecond = "MILLI_OF_SECOND", MilliOfDay = "MILLI_OF_DAY",
        SecondOfMinute = "SECOND_OF_MINUTE", SecondOfDay = "SECOND_OF_DAY", MinuteOfHour = "MINUTE_OF_HOUR",
        MinuteOfDay = "MINUTE_OF_DAY", HourOfAmPm = "HOUR_OF_AMPM", ClockHourOfAmPm = "CLOCK_HOUR_OF_AMPM",
        HourOfDay = "HOUR_OF_DAY", ClockHourOfDay = "CLOCK_HOUR_OF_DAY", AmPmOfDay = "AMPM_OF_DAY",
        DayOfWeek = "DAY_OF_WEEK", AlignedDayOfWeekInMonth = "ALIGNED_DAY_OF_WEEK_IN_MONTH",
        AlignedDayOfWeekInYear = "ALIGNED_DAY_OF_WEEK_IN_YEAR", DayOfMonth = "DAY_OF_MONTH", DayOfYear = "DAY_OF_YEAR",
        EpochDay = "EPOCH_DAY", AlignedWeekOfMonth = "ALIGNED_WEEK_OF_MONTH", AlignedWeekOfYear = "ALIGNED_WEEK_OF_YEAR",
        MonthOfYear = "MONTH_OF_YEAR", ProlepticMonth = "PROLEPTIC_MONTH", YearOfEra = "YEAR_OF_ERA", Year = "YEAR",
        Era = "ERA", InstantSeconds = "INSTANT_SECONDS", OffsetSeconds = "OFFSET_SECONDS",
    }
}

/// What is fixed about a field.
struct Facts {
    text: &'static str,
    base: ChronoUnit,
    of: ChronoUnit,
    range: ValueRange,
}

const fn facts(text: &'static str, base: ChronoUnit, of: ChronoUnit, range: ValueRange) -> Facts {
    Facts {
        text,
        base,
        of,
        range,
    }
}

const fn to(minimum: i64, maximum: i64) -> ValueRange {
    ValueRange::of(minimum, maximum)
}

/// In the order of `ChronoField`.
static FACTS: [Facts; 30] = [
    facts("NanoOfSecond", Nanos, Seconds, to(0, 999_999_999)),
    facts("NanoOfDay", Nanos, Days, to(0, 86_399_999_999_999)),
    facts("MicroOfSecond", Micros, Seconds, to(0, 999_999)),
    facts("MicroOfDay", Micros, Days, to(0, 86_399_999_999)),
    facts("MilliOfSecond", Millis, Seconds, to(0, 999)),
    facts("MilliOfDay", Millis, Days, to(0, 86_399_999)),
    facts("SecondOfMinute", Seconds, Minutes, to(0, 59)),
    facts("SecondOfDay", Seconds, Days, to(0, 86_399)),
    facts("MinuteOfHour", Minutes, Hours, to(0, 59)),
    facts("MinuteOfDay", Minutes, Days, to(0, 1_439)),
    facts("HourOfAmPm", Hours, HalfDays, to(0, 11)),
    facts("ClockHourOfAmPm", Hours, HalfDays, to(1, 12)),
    facts("HourOfDay", Hours, Days, to(0, 23)),
    facts("ClockHourOfDay", Hours, Days, to(1, 24)),
    facts("AmPmOfDay", HalfDays, Days, to(0, 1)),
    facts("DayOfWeek", Days, Weeks, to(1, 7)),
    facts("AlignedDayOfWeekInMonth", Days, Weeks, to(1, 7)),
    facts("AlignedDayOfWeekInYear", Days, Weeks, to(1, 7)),
    facts("DayOfMonth", Days, Months, ValueRange::varying(1, 28, 31)),
    facts("DayOfYear", Days, Years, ValueRange::varying(1, 365, 366)),
    facts("EpochDay", Days, Forever, to(MIN_EPOCH_DAY, MAX_EPOCH_DAY)),
    facts(
        "AlignedWeekOfMonth",
        Weeks,
        Months,
        ValueRange::varying(1, 4, 5),
    ),
    facts("AlignedWeekOfYear", Weeks, Years, to(1, 53)),
    facts("MonthOfYear", Months, Years, to(1, 12)),
    facts(
        "ProlepticMonth",
        Months,
        Forever,
        to(-MAX_YEAR * 12, MAX_YEAR * 12 + 11),
    ),
    facts(
        "YearOfEra",
        Years,
        Forever,
        ValueRange::varying(1, MAX_YEAR, MAX_YEAR + 1),
    ),
    facts("Year", Years, Forever, to(-MAX_YEAR, MAX_YEAR)),
    facts("Era", Eras, Forever, to(0, 1)),
    facts(
        "InstantSeconds",
        Seconds,
        Forever,
        to(-31_557_014_167_219_200, 31_556_889_864_403_199),
    ),
    facts(
        "OffsetSeconds",
        Seconds,
        Forever,
        to(-18 * 3_600, 18 * 3_600),
    ),
];

impl ChronoField {
    fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }

    /// The unit that the field counts.
    pub(crate) fn get_base_unit(self) -> ChronoUnit {
        self.facts().base
    }

    /// The unit that bounds the field.
    pub(crate) fn get_range_unit(self) -> ChronoUnit {
        self.facts().of
    }

    /// All values the field may have.
    pub(crate) fn range(self) -> ValueRange {
        self.facts().range
    }

    /// Whether the field is a part of a date.
    pub(crate) fn is_date_based(self) -> bool {
        (Self::DayOfWeek..=Self::Era).contains(&self)
    }

    /// Whether the field is a part of a time of the day.
    pub(crate) fn is_time_based(self) -> bool {
        self < Self::DayOfWeek
    }

    /// The value, or the exception for a value outside of the range.
    pub(crate) fn check_valid_value(self, value: i64) -> Outcome<i64> {
        self.range().check_valid_value(value, self)
    }

    /// The same for fields whose values fit an `int`.
    pub(crate) fn check_valid_int_value(self, value: i64) -> Outcome<i32> {
        let value = self.check_valid_value(value)?;
        i32::try_from(value)
            .map_err(|_| Thrown::date_time(format!("`{value}` is no int for {self}")))
    }
}

impl fmt::Display for ChronoField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.facts().text)
    }
}

/// `java.time.temporal.TemporalField`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// A field of `ChronoField`.
    Chrono(ChronoField),
    /// A field of `IsoFields`.
    Iso(IsoField),
    /// A field of `JulianFields`.
    Julian(JulianField),
    /// A field of some `WeekFields`.
    Week(WeekField),
}

java_enum! {
    /// The fields of `java.time.temporal.JulianFields`: days counted from another start.
    JulianField { JulianDay = "JULIAN_DAY", ModifiedJulianDay = "MODIFIED_JULIAN_DAY", RataDie = "RATA_DIE" }
}

impl JulianField {
    /// What is added to a day number.
    pub(crate) fn offset(self) -> i64 {
        match self {
            Self::JulianDay => 2_440_588,
            Self::ModifiedJulianDay => 40_587,
            Self::RataDie => 719_163,
        }
    }

    /// All values the field may have.
    pub(crate) fn range(self) -> ValueRange {
        to(MIN_EPOCH_DAY + self.offset(), MAX_EPOCH_DAY + self.offset())
    }
}

impl fmt::Display for JulianField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::JulianDay => "JulianDay",
            Self::ModifiedJulianDay => "ModifiedJulianDay",
            Self::RataDie => "RataDie",
        })
    }
}

impl Field {
    /// The `ChronoField`, or the exception of types that know nothing else.
    pub(crate) fn chrono(self) -> Outcome<ChronoField> {
        match self {
            Self::Chrono(field) => Ok(field),
            _ => Err(Thrown::unsupported("field", self)),
        }
    }

    /// All values the field may have.
    pub(crate) fn range(self) -> ValueRange {
        match self {
            Self::Chrono(field) => field.range(),
            Self::Iso(field) => field.range(),
            Self::Julian(field) => field.range(),
            Self::Week(field) => field.range(),
        }
    }

    /// The unit that the field counts.
    pub(crate) fn get_base_unit(self) -> Unit {
        match self {
            Self::Chrono(field) => field.get_base_unit().into(),
            Self::Iso(field) => field.get_base_unit(),
            Self::Julian(_) => Days.into(),
            Self::Week(field) => field.get_base_unit(),
        }
    }

    /// The unit that bounds the field.
    pub(crate) fn get_range_unit(self) -> Unit {
        match self {
            Self::Chrono(field) => field.get_range_unit().into(),
            Self::Iso(field) => field.get_range_unit(),
            Self::Julian(_) => Forever.into(),
            Self::Week(field) => field.get_range_unit(),
        }
    }

    /// Whether the field is a part of a date.
    pub(crate) fn is_date_based(self) -> bool {
        match self {
            Self::Chrono(field) => field.is_date_based(),
            _ => true,
        }
    }

    /// Whether the field is a part of a time of the day.
    pub(crate) fn is_time_based(self) -> bool {
        matches!(self, Self::Chrono(field) if field.is_time_based())
    }
}

impl From<ChronoField> for Field {
    fn from(field: ChronoField) -> Self {
        Self::Chrono(field)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chrono(field) => field.fmt(f),
            Self::Iso(field) => field.fmt(f),
            Self::Julian(field) => field.fmt(f),
            Self::Week(field) => field.fmt(f),
        }
    }
}
