//! `java.time.temporal.ChronoUnit` and the two units of `IsoFields`.

use std::fmt;

use super::constants::java_enum;
use super::duration::Duration;
use super::thrown::{Outcome, Thrown};

java_enum! {
    /// `java.time.temporal.ChronoUnit`
    ChronoUnit {
        Nanos = "NANOS", Micros = "MICROS", Millis = "MILLIS", Seconds = "SECONDS", Minutes = "MINUTES", Hours = "HOURS",
        HalfDays = "HALF_DAYS", Days = "DAYS", Weeks = "WEEKS", Months = "MONTHS", Years = "YEARS", Decades = "DECADES",
        Centuries = "CENTURIES", Millennia = "MILLENNIA", Eras = "ERAS", Forever = "FOREVER",
    }
}

/// Seconds of an average Gregorian year.
const YEAR_SECONDS: i64 = 31_556_952;

impl ChronoUnit {
    /// The (estimated) length.
    pub(crate) fn get_duration(self) -> Duration {
        let (seconds, nanos) = match self {
            Self::Nanos => (0, 1),
            Self::Micros => (0, 1_000),
            Self::Millis => (0, 1_000_000),
            Self::Seconds => (1, 0),
            Self::Minutes => (60, 0),
            Self::Hours => (3_600, 0),
            Self::HalfDays => (43_200, 0),
            Self::Days => (86_400, 0),
            Self::Weeks => (7 * 86_400, 0),
            Self::Months => (YEAR_SECONDS / 12, 0),
            Self::Years => (YEAR_SECONDS, 0),
            Self::Decades => (YEAR_SECONDS * 10, 0),
            Self::Centuries => (YEAR_SECONDS * 100, 0),
            Self::Millennia => (YEAR_SECONDS * 1_000, 0),
            Self::Eras => (YEAR_SECONDS * 1_000_000_000, 0),
            Self::Forever => (i64::MAX, 999_999_999),
        };
        Duration { seconds, nanos }
    }

    /// Whether the length differs from case to case; a day may have 23 hours.
    pub(crate) fn is_duration_estimated(self) -> bool {
        self >= Self::Days
    }

    /// Whether the unit counts dates.
    pub(crate) fn is_date_based(self) -> bool {
        self >= Self::Days && self != Self::Forever
    }

    /// Whether the unit counts times of the day.
    pub(crate) fn is_time_based(self) -> bool {
        self < Self::Days
    }

    /// Months in this unit, for units of whole months.
    pub(crate) fn months(self) -> Option<i64> {
        Some(match self {
            Self::Months => 1,
            Self::Years => 12,
            Self::Decades => 120,
            Self::Centuries => 1_200,
            Self::Millennia => 12_000,
            _ => return None,
        })
    }

    /// Nanoseconds in this unit, for units up to half a day.
    pub(crate) fn nanos(self) -> Option<i64> {
        self.is_time_based().then(|| {
            let Duration { seconds, nanos } = self.get_duration();
            seconds * 1_000_000_000 + i64::from(nanos)
        })
    }
}

impl fmt::Display for ChronoUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nanos => "Nanos",
            Self::Micros => "Micros",
            Self::Millis => "Millis",
            Self::Seconds => "Seconds",
            Self::Minutes => "Minutes",
            Self::Hours => "Hours",
            Self::HalfDays => "HalfDays",
            Self::Days => "Days",
            Self::Weeks => "Weeks",
            Self::Months => "Months",
            Self::Years => "Years",
            Self::Decades => "Decades",
            Self::Centuries => "Centuries",
            Self::Millennia => "Millennia",
            Self::Eras => "Eras",
            Self::Forever => "Forever",
        })
    }
}

/// `java.time.temporal.TemporalUnit`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A unit of `ChronoUnit`.
    Chrono(ChronoUnit),
    /// `IsoFields.QUARTER_YEARS`
    QuarterYears,
    /// `IsoFields.WEEK_BASED_YEARS`
    WeekBasedYears,
}

impl Unit {
    /// The `ChronoUnit`, or the exception of types that know nothing else.
    pub(crate) fn chrono(self) -> Outcome<ChronoUnit> {
        match self {
            Self::Chrono(unit) => Ok(unit),
            _ => Err(Thrown::unsupported("unit", self)),
        }
    }

    /// The (estimated) length.
    pub(crate) fn get_duration(self) -> Duration {
        match self {
            Self::Chrono(unit) => unit.get_duration(),
            Self::QuarterYears => Duration {
                seconds: YEAR_SECONDS / 4,
                nanos: 0,
            },
            Self::WeekBasedYears => Duration {
                seconds: YEAR_SECONDS,
                nanos: 0,
            },
        }
    }

    /// Whether the unit counts dates.
    pub(crate) fn is_date_based(self) -> bool {
        match self {
            Self::Chrono(unit) => unit.is_date_based(),
            Self::QuarterYears | Self::WeekBasedYears => true,
        }
    }

    /// Whether the unit counts times of the day.
    pub(crate) fn is_time_based(self) -> bool {
        matches!(self, Self::Chrono(unit) if unit.is_time_based())
    }

    /// Whether the length differs from case to case.
    pub(crate) fn is_duration_estimated(self) -> bool {
        !self.is_time_based()
    }
}

impl From<ChronoUnit> for Unit {
    fn from(unit: ChronoUnit) -> Self {
        Self::Chrono(unit)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chrono(unit) => unit.fmt(f),
            Self::QuarterYears => f.write_str("QuarterYears"),
            Self::WeekBasedYears => f.write_str("WeekBasedYears"),
        }
    }
}
