//! `java.time.Month`, `java.time.DayOfWeek` and `java.time.chrono.IsoEra`: names with an order.

use super::civil;
use super::constants::{display_as_name, java_enum};
use super::thrown::{Outcome, Thrown};

java_enum! {
    /// `java.time.Month`
    Month {
        January = "JANUARY", February = "FEBRUARY", March = "MARCH", April = "APRIL", May = "MAY", June = "JUNE",
        July = "JULY", August = "AUGUST", September = "SEPTEMBER", October = "OCTOBER", November = "NOVEMBER",
        December = "DECEMBER",
    }
}

java_enum! {
    /// `java.time.DayOfWeek`
    DayOfWeek {
        Monday = "MONDAY", Tuesday = "TUESDAY", Wednesday = "WEDNESDAY", Thursday = "THURSDAY", Friday = "FRIDAY",
        Saturday = "SATURDAY", Sunday = "SUNDAY",
    }
}

java_enum! {
    /// `java.time.chrono.IsoEra`
    IsoEra { Bce = "BCE", Ce = "CE" }
}

display_as_name!(Month, DayOfWeek, IsoEra);

impl Month {
    /// The month of a number from 1 to 12.
    pub(crate) fn of(number: i32) -> Outcome<Self> {
        pick(Self::VALUES, number.wrapping_sub(1))
            .ok_or_else(|| Thrown::date_time(format!("month `{number}` is outside of 1 to 12")))
    }

    /// The month of a number that is known to be right.
    pub(crate) fn at(number: u8) -> Self {
        Self::VALUES[usize::from(number - 1) % 12]
    }

    /// 1 to 12.
    pub(crate) fn get_value(self) -> i32 {
        self.ordinal() + 1
    }

    /// The first month of this month's quarter.
    pub(crate) fn first_month_of_quarter(self) -> Self {
        Self::VALUES[self as usize / 3 * 3]
    }

    /// Days in a year with 366 days or another one.
    pub(crate) fn length(self, leap_year: bool) -> i32 {
        i32::from(civil::month_length(
            if leap_year { 4 } else { 1 },
            self as u8 + 1,
        ))
    }

    /// Days in an ordinary year.
    pub(crate) fn min_length(self) -> i32 {
        self.length(false)
    }

    /// Days in a leap year.
    pub(crate) fn max_length(self) -> i32 {
        self.length(true)
    }

    /// Day of the year of the month's first day.
    pub(crate) fn first_day_of_year(self, leap_year: bool) -> i32 {
        let year = if leap_year { 4 } else { 1 };
        i32::try_from(civil::day_of_year(year, self as u8 + 1, 1)).unwrap_or(i32::MAX)
    }

    /// The month `months` later, round the year.
    pub(crate) fn plus(self, months: i64) -> Self {
        Self::VALUES[turned(self.ordinal(), months, 12)]
    }

    /// The month `months` earlier.
    pub(crate) fn minus(self, months: i64) -> Self {
        self.plus(-(months % 12))
    }
}

impl DayOfWeek {
    /// The day of a number from 1 (Monday) to 7.
    pub(crate) fn of(number: i32) -> Outcome<Self> {
        pick(Self::VALUES, number.wrapping_sub(1)).ok_or_else(|| {
            Thrown::date_time(format!("day of week `{number}` is outside of 1 to 7"))
        })
    }

    /// The day of the week of a day number.
    pub(crate) fn of_epoch_day(epoch_day: i64) -> Self {
        Self::VALUES[usize::from(civil::day_of_week(epoch_day) - 1)]
    }

    /// 1 (Monday) to 7.
    pub(crate) fn get_value(self) -> i32 {
        self.ordinal() + 1
    }

    /// The day `days` later, round the week.
    pub(crate) fn plus(self, days: i64) -> Self {
        Self::VALUES[turned(self.ordinal(), days, 7)]
    }

    /// The day `days` earlier.
    pub(crate) fn minus(self, days: i64) -> Self {
        self.plus(-(days % 7))
    }
}

impl IsoEra {
    /// The era of 0 (before) or 1 (current).
    pub(crate) fn of(number: i32) -> Outcome<Self> {
        pick(Self::VALUES, number)
            .ok_or_else(|| Thrown::date_time(format!("era `{number}` is neither 0 nor 1")))
    }

    /// 0 or 1.
    pub(crate) fn get_value(self) -> i32 {
        self.ordinal()
    }
}

fn pick<T: Copy>(values: &[T], index: i32) -> Option<T> {
    usize::try_from(index)
        .ok()
        .and_then(|index| values.get(index))
        .copied()
}

fn turned(ordinal: i32, by: i64, length: i64) -> usize {
    usize::from(civil::small(
        (i64::from(ordinal) + by % length).rem_euclid(length),
    ))
}
