//! `java.time.Duration`: an amount of seconds and nanoseconds.

use std::fmt;

use super::range::fold;
use super::thrown::{Outcome, Thrown};
use super::unit::{ChronoUnit, Unit};

/// `java.time.Duration`; the nanoseconds count up even when the seconds are negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Duration {
    pub(super) seconds: i64,
    pub(super) nanos: u32,
}

const BILLION: i128 = 1_000_000_000;

impl Duration {
    pub(crate) const ZERO: Self = Self {
        seconds: 0,
        nanos: 0,
    };

    /// The duration of so many nanoseconds.
    pub(super) fn of_total_nanos(nanos: i128) -> Outcome<Self> {
        let seconds = i64::try_from(nanos.div_euclid(BILLION)).map_err(|_| Thrown::overflow())?;
        Ok(Self {
            seconds,
            nanos: u32::try_from(nanos.rem_euclid(BILLION)).unwrap_or(0),
        })
    }

    fn total_nanos(self) -> i128 {
        i128::from(self.seconds) * BILLION + i128::from(self.nanos)
    }

    /// `ofSeconds(long, long)`
    pub(crate) fn of_seconds(seconds: i64, nanos: i64) -> Outcome<Self> {
        Self::of_total_nanos(i128::from(seconds) * BILLION + i128::from(nanos))
    }

    pub(crate) fn get_seconds(self) -> i64 {
        self.seconds
    }

    pub(crate) fn get_nano(self) -> i32 {
        i32::try_from(self.nanos).unwrap_or(0)
    }

    pub(crate) fn get_units(self) -> [ChronoUnit; 2] {
        [ChronoUnit::Seconds, ChronoUnit::Nanos]
    }

    /// `get(TemporalUnit)`
    pub(crate) fn get(self, unit: Unit) -> Outcome<i64> {
        match unit {
            Unit::Chrono(ChronoUnit::Seconds) => Ok(self.seconds),
            Unit::Chrono(ChronoUnit::Nanos) => Ok(self.nanos.into()),
            _ => Err(Thrown::unsupported("unit", unit)),
        }
    }

    pub(crate) fn is_zero(self) -> bool {
        self == Self::ZERO
    }

    pub(crate) fn is_negative(self) -> bool {
        self.seconds < 0
    }

    pub(crate) fn is_positive(self) -> bool {
        self > Self::ZERO
    }

    /// `negated`
    pub(crate) fn negated(self) -> Outcome<Self> {
        Self::of_total_nanos(-self.total_nanos())
    }

    /// `abs`
    pub(crate) fn abs(self) -> Outcome<Self> {
        if self.is_negative() {
            self.negated()
        } else {
            Ok(self)
        }
    }

    pub(crate) fn to_days(self) -> i64 {
        self.seconds / 86_400
    }

    pub(crate) fn to_hours(self) -> i64 {
        self.seconds / 3_600
    }

    pub(crate) fn to_minutes(self) -> i64 {
        self.seconds / 60
    }

    pub(crate) fn to_seconds(self) -> i64 {
        self.seconds
    }

    /// `toMillis`: toward zero; a value that leaves a `long` throws.
    pub(crate) fn to_millis(self) -> Outcome<i64> {
        let total = self.total_nanos();
        i64::try_from(total.div_euclid(1_000_000) + i128::from(total < 0 && total % 1_000_000 != 0))
            .map_err(|_| Thrown::overflow())
    }

    /// `toNanos`
    pub(crate) fn to_nanos(self) -> Outcome<i64> {
        i64::try_from(self.total_nanos()).map_err(|_| Thrown::overflow())
    }

    pub(crate) fn to_days_part(self) -> i64 {
        self.to_days()
    }

    pub(crate) fn to_hours_part(self) -> i32 {
        part(self.to_hours() % 24)
    }

    pub(crate) fn to_minutes_part(self) -> i32 {
        part(self.to_minutes() % 60)
    }

    pub(crate) fn to_seconds_part(self) -> i32 {
        part(self.seconds % 60)
    }

    pub(crate) fn to_millis_part(self) -> i32 {
        self.get_nano() / 1_000_000
    }

    pub(crate) fn to_nanos_part(self) -> i32 {
        self.get_nano()
    }

    /// `compareTo`: seconds by sign, nanoseconds by difference.
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        match self.seconds.cmp(&other.seconds) as i32 {
            0 => self.get_nano() - other.get_nano(),
            sign => sign,
        }
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        fold(self.seconds).wrapping_add(self.get_nano().wrapping_mul(51))
    }

    /// `addTo`: seconds, then nanoseconds, each only where there are some.
    pub(super) fn units_added<T>(
        self,
        value: T,
        plus: impl Fn(T, i64, Unit) -> Outcome<T>,
    ) -> Outcome<T> {
        let mut value = value;
        if self.seconds != 0 {
            value = plus(value, self.seconds, ChronoUnit::Seconds.into())?;
        }
        if self.nanos != 0 {
            value = plus(value, self.nanos.into(), ChronoUnit::Nanos.into())?;
        }
        Ok(value)
    }
}

fn part(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(0)
}

impl fmt::Display for Duration {
    /// `PT1H2M3.4S`; each part carries its own sign.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_zero() {
            return f.write_str("PT0S");
        }
        // A negative duration reads with its parts counted towards zero.
        let whole = if self.seconds < 0 && self.nanos > 0 {
            self.seconds + 1
        } else {
            self.seconds
        };
        let (hours, minutes, seconds) = (whole / 3_600, whole % 3_600 / 60, whole % 60);
        f.write_str("PT")?;
        if hours != 0 {
            write!(f, "{hours}H")?;
        }
        if minutes != 0 {
            write!(f, "{minutes}M")?;
        }
        if seconds == 0 && self.nanos == 0 {
            return Ok(());
        }
        if self.seconds < 0 && self.nanos > 0 && seconds == 0 {
            f.write_str("-")?;
        }
        write!(f, "{seconds}")?;
        if self.nanos > 0 {
            let nanos = if self.seconds < 0 {
                1_000_000_000 - self.nanos
            } else {
                self.nanos
            };
            write!(f, ".{}", format!("{nanos:09}").trim_end_matches('0'))?;
        }
        f.write_str("S")
    }
}
