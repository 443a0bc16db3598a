//! The proleptic Gregorian calendar as arithmetic on day numbers.
//!
//! Java dates reach from year -999999999 to 999999999, far beyond what `jiff` covers, so days are counted here, in `i64`,
//! from 1970-01-01. All functions are total for years within ±10¹²; callers check ranges.

/// Days in 400 years; a whole number of weeks, so calendars repeat.
pub(crate) const DAYS_PER_CYCLE: i64 = 146_097;
pub(crate) const SECONDS_PER_DAY: i64 = 86_400;
pub(crate) const NANOS_PER_SECOND: i64 = 1_000_000_000;
pub(crate) const NANOS_PER_DAY: i64 = SECONDS_PER_DAY * NANOS_PER_SECOND;

/// Days from 0000-03-01 to 1970-01-01.
const MARCH_OF_YEAR_ZERO: i64 = 719_468;

/// Whether the year has a 29 February.
pub(crate) fn is_leap(year: i64) -> bool {
    year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days of a month (1 to 12).
pub(crate) fn month_length(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days of a year.
pub(crate) fn year_length(year: i64) -> i64 {
    365 + i64::from(is_leap(year))
}

/// The day number of a date. Years are counted from March, so that the leap day is the last of its year.
pub(crate) fn epoch_day(year: i64, month: u8, day: u8) -> i64 {
    let month = i64::from(month);
    let year = if month <= 2 { year - 1 } else { year };
    let cycle = year.div_euclid(400);
    let of_cycle = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    let days = of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year;
    cycle * DAYS_PER_CYCLE + days - MARCH_OF_YEAR_ZERO
}

/// Year, month and day of a day number.
pub(crate) fn date_of(epoch_day: i64) -> (i64, u8, u8) {
    let shifted = epoch_day + MARCH_OF_YEAR_ZERO;
    let cycle = shifted.div_euclid(DAYS_PER_CYCLE);
    let days = shifted.rem_euclid(DAYS_PER_CYCLE);
    let of_cycle = (days - days / 1_460 + days / 36_524 - days / 146_096) / 365;
    let of_year = days - (365 * of_cycle + of_cycle / 4 - of_cycle / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    (
        cycle * 400 + of_cycle + i64::from(month <= 2),
        small(month),
        small(day),
    )
}

/// Day of the year, from 1.
pub(crate) fn day_of_year(year: i64, month: u8, day: u8) -> i64 {
    epoch_day(year, month, day) - epoch_day(year, 1, 1) + 1
}

/// Day of the week of a day number, Monday is 1.
pub(crate) fn day_of_week(epoch_day: i64) -> u8 {
    small((epoch_day + 3).rem_euclid(7) + 1)
}

/// A number that is known to be small.
pub(crate) fn small(number: i64) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
