//! `java.util.Date`: milliseconds of the epoch, with getters that work in the default zone.

use super::civil;
use super::hybrid::{self, MILLIS_PER_DAY};
use super::instant::Instant;
use super::month::{DayOfWeek, Month};
use super::names::Locale;
use super::range::fold;
use super::thrown::{Outcome, Thrown};
use super::time_zone::TimeZone;

/// `java.util.Date`
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Date {
    pub(crate) millis: i64,
}

/// A local date and time in the calendar of [`hybrid`], any part of which may be out of range until it is used.
#[derive(Clone, Copy, Debug)]
struct Local {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    milli: i64,
    week_day: DayOfWeek,
}

impl Local {
    /// Years count from 1900, months from 0.
    fn of(year: i32, month: i32, day: i32, hour: i32, minute: i32, second: i32) -> Self {
        Self {
            year: year.wrapping_add(1900).into(),
            month: i64::from(month) + 1,
            day: day.into(),
            hour: hour.into(),
            minute: minute.into(),
            second: second.into(),
            milli: 0,
            week_day: DayOfWeek::Monday,
        }
    }

    fn at(local_day: i64, of_day: i64) -> Self {
        let (year, month, day) = hybrid::date_of(local_day);
        Self {
            year,
            month: month.into(),
            day: day.into(),
            hour: of_day / 3_600_000,
            minute: of_day / 60_000 % 60,
            second: of_day / 1_000 % 60,
            milli: of_day % 1_000,
            week_day: DayOfWeek::of_epoch_day(local_day),
        }
    }

    /// Milliseconds of the epoch were the time UTC; the largest years overflow as Java's do.
    fn millis(self) -> i64 {
        let of_day = ((self.hour * 60 + self.minute) * 60 + self.second) * 1_000 + self.milli;
        hybrid::day_of(self.year, self.month, self.day)
            .wrapping_mul(MILLIS_PER_DAY)
            .wrapping_add(of_day)
    }

    /// The year as people say it: 1 BC is 1.
    fn year_of_era(self) -> i64 {
        if self.year > 0 {
            self.year
        } else {
            1 - self.year
        }
    }
}

impl Date {
    /// `new Date(long)`; `new Date()` with the caller's clock.
    pub(crate) fn new(millis: i64) -> Self {
        Self { millis }
    }

    /// `new Date(int, int, int, int, int, int)`; the shorter forms have zeros.
    pub(crate) fn of([year, month, day, hour, minute, second]: [i32; 6], zone: TimeZone) -> Self {
        Self::of_local(Local::of(year, month, day, hour, minute, second), zone)
    }

    /// `Date.UTC`
    pub(crate) fn utc([year, month, day, hour, minute, second]: [i32; 6]) -> i64 {
        Local::of(year, month, day, hour, minute, second).millis()
    }

    /// The same for dates in texts, which all are Gregorian from the start of 1582 on; the zone may be UTC.
    pub(super) fn of_text_parts(
        [year, month, day, hour, minute, second]: [i32; 6],
        zone: Option<TimeZone>,
    ) -> Self {
        let local = Local::of(year, month, day, hour, minute, second);
        let mut millis = local.millis();
        if local.year == hybrid::CHANGE_YEAR && local.month <= 12 {
            let skipped = hybrid::day_of(local.year, local.month, local.day)
                - civil::epoch_day(local.year, civil::small(local.month), 1)
                - (local.day - 1);
            millis -= skipped * MILLIS_PER_DAY;
        }
        zone.map_or(Self { millis }, |zone| Self::of_local_millis(millis, zone))
    }

    fn of_local(local: Local, zone: TimeZone) -> Self {
        Self::of_local_millis(local.millis(), zone)
    }

    fn of_local_millis(millis: i64, zone: TimeZone) -> Self {
        Self {
            millis: millis.wrapping_sub(zone.shift_of_local(millis).total.into()),
        }
    }

    /// `Date.from(Instant)`
    pub(crate) fn from(instant: Instant) -> Outcome<Self> {
        let millis = instant.to_epoch_milli();
        millis
            .map(Self::new)
            .map_err(|_| Thrown::illegal_argument(format!("{instant} is outside of the dates")))
    }

    pub(crate) fn get_time(self) -> i64 {
        self.millis
    }

    pub(crate) fn to_instant(self) -> Instant {
        Instant::of_epoch_milli(self.millis)
    }

    /// `getTimezoneOffset`: minutes west of UTC.
    pub(crate) fn get_timezone_offset(self, zone: TimeZone) -> i32 {
        -zone.get_offset(self.millis) / 60_000
    }

    pub(crate) fn after(self, other: Self) -> bool {
        self > other
    }

    pub(crate) fn before(self, other: Self) -> bool {
        self < other
    }

    /// `compareTo`
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        self.cmp(&other) as i32
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        fold(self.millis)
    }

    fn local(self, zone: TimeZone) -> Local {
        // Day and time of day are taken apart first: the sum may leave a `long`.
        let of_day =
            self.millis.rem_euclid(MILLIS_PER_DAY) + i64::from(zone.get_offset(self.millis));
        let day = self.millis.div_euclid(MILLIS_PER_DAY) + of_day.div_euclid(MILLIS_PER_DAY);
        Local::at(day, of_day.rem_euclid(MILLIS_PER_DAY))
    }

    /// `getYear`: counted from 1900.
    pub(crate) fn get_year(self, zone: TimeZone) -> i32 {
        int(self.local(zone).year_of_era() - 1900)
    }

    /// `getMonth`: counted from 0.
    pub(crate) fn get_month(self, zone: TimeZone) -> i32 {
        int(self.local(zone).month - 1)
    }

    /// `getDate`: the day of the month.
    pub(crate) fn get_date(self, zone: TimeZone) -> i32 {
        int(self.local(zone).day)
    }

    /// `getDay`: the day of the week, Sunday is 0.
    pub(crate) fn get_day(self, zone: TimeZone) -> i32 {
        self.local(zone).week_day.get_value() % 7
    }

    pub(crate) fn get_hours(self, zone: TimeZone) -> i32 {
        int(self.local(zone).hour)
    }

    pub(crate) fn get_minutes(self, zone: TimeZone) -> i32 {
        int(self.local(zone).minute)
    }

    pub(crate) fn get_seconds(self, zone: TimeZone) -> i32 {
        int(self.local(zone).second)
    }

    pub(crate) fn set_time(&mut self, millis: i64) {
        self.millis = millis;
    }

    fn change(&mut self, zone: TimeZone, change: impl FnOnce(&mut Local)) {
        let mut local = self.local(zone);
        change(&mut local);
        *self = Self::of_local(local, zone);
    }

    pub(crate) fn set_year(&mut self, year: i32, zone: TimeZone) {
        self.change(zone, |local| {
            local.year = i64::from(year.wrapping_add(1900));
        });
    }

    pub(crate) fn set_month(&mut self, month: i32, zone: TimeZone) {
        self.change(zone, |local| local.month = i64::from(month) + 1);
    }

    pub(crate) fn set_date(&mut self, day: i32, zone: TimeZone) {
        self.change(zone, |local| local.day = day.into());
    }

    pub(crate) fn set_hours(&mut self, hours: i32, zone: TimeZone) {
        self.change(zone, |local| local.hour = hours.into());
    }

    pub(crate) fn set_minutes(&mut self, minutes: i32, zone: TimeZone) {
        self.change(zone, |local| local.minute = minutes.into());
    }

    pub(crate) fn set_seconds(&mut self, seconds: i32, zone: TimeZone) {
        self.change(zone, |local| local.second = seconds.into());
    }

    /// `toGMTString`
    pub(crate) fn to_gmt_string(self) -> String {
        let local = self.local(TimeZone::gmt());
        let Local {
            day,
            hour,
            minute,
            second,
            ..
        } = local;
        let (month, year) = (short(month_of(local).name()), local.year_of_era());
        format!("{day} {month} {year} {hour:02}:{minute:02}:{second:02} GMT")
    }

    /// `toString`: English, in the default zone.
    pub(crate) fn to_text(self, zone: TimeZone) -> String {
        let local = self.local(zone);
        let Local {
            day,
            hour,
            minute,
            second,
            ..
        } = local;
        let zone_name = zone.display_name(
            zone.shift_at(self.millis).daylight != 0,
            false,
            &Locale::english(),
        );
        let (week_day, month) = (short(local.week_day.name()), short(month_of(local).name()));
        let year = local.year_of_era();
        format!("{week_day} {month} {day:02} {hour:02}:{minute:02}:{second:02} {zone_name} {year}")
    }
}

fn month_of(local: Local) -> Month {
    Month::at(civil::small(local.month))
}

/// `THURSDAY` as `Thu`.
fn short(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    format!("{first}{}", rest[..2].to_ascii_lowercase())
}

fn int(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
