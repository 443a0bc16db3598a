//! The calendar of `java.util.Date` and `GregorianCalendar`: Julian until 4 October 1582, Gregorian from the next day,
//! which is 15 October. Years count through zero: year 0 is 1 BC.

use super::civil;

/// The day number of 15 October 1582.
pub(super) const FIRST_GREGORIAN_DAY: i64 = -141_427;
/// The year that has days of both calendars.
pub(super) const CHANGE_YEAR: i64 = 1582;

pub(super) const MILLIS_PER_DAY: i64 = 86_400_000;

/// The day number of 1 March of the Julian year 0.
const JULIAN_MARCH: i64 = -719_470;

/// Year, month and day of a day number.
pub(super) fn date_of(epoch_day: i64) -> (i64, u8, u8) {
    if epoch_day >= FIRST_GREGORIAN_DAY {
        return civil::date_of(epoch_day);
    }
    let days = epoch_day - JULIAN_MARCH;
    let cycle = days.div_euclid(1_461);
    let of_cycle = days.rem_euclid(1_461);
    let year = (of_cycle - of_cycle / 1_460) / 365;
    let of_year = of_cycle - 365 * year;
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    (
        cycle * 4 + year + i64::from(month <= 2),
        civil::small(month),
        civil::small(day),
    )
}

/// The day number of a date; months count from 1, and any number of months and days is carried over.
///
/// Days that the change of calendars left out are read as Julian.
pub(super) fn day_of(year: i64, month: i64, day: i64) -> i64 {
    let year = year + (month - 1).div_euclid(12);
    let month = civil::small((month - 1).rem_euclid(12) + 1);
    let gregorian = || civil::epoch_day(year, month, 1) + day - 1;
    let julian = || julian_day(year, month) + day - 1;
    match year {
        ..CHANGE_YEAR => julian(),
        CHANGE_YEAR if gregorian() < FIRST_GREGORIAN_DAY => julian(),
        _ => gregorian(),
    }
}

/// The day number of a Julian date.
pub(super) fn julian_day_of(year: i64, month: u8, day: u8) -> i64 {
    julian_day(year, month) + i64::from(day) - 1
}

/// The day number of the first of a Julian month.
fn julian_day(year: i64, month: u8) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5;
    year * 365 + year.div_euclid(4) + of_year + JULIAN_MARCH
}

/// Whether the year has a 29 February.
pub(super) fn is_leap(year: i64) -> bool {
    if year > CHANGE_YEAR {
        civil::is_leap(year)
    } else {
        year.rem_euclid(4) == 0
    }
}

/// Days of a month; October 1582 still counts to 31.
pub(super) fn month_length(year: i64, month: u8) -> u8 {
    if month == 2 {
        28 + u8::from(is_leap(year))
    } else {
        civil::month_length(2001, month)
    }
}
