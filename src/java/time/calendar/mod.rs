//! `java.util.Calendar`, always a `GregorianCalendar`: a time and seventeen fields that are kept in step, lazily.
//!
//! Setting a field only notes the value and when it was set; the time is computed on the next look, from the group of
//! fields that was set last. Which fields count, what is computed when, and what a calendar shows half way are all
//! visible to expressions, so the states are Java's.

mod adjust;
mod compute;
pub(super) mod display;
mod limits;

use std::fmt;

use super::date::Date;
use super::instant::Instant;
use super::names::Locale;
use super::range::fold;
use super::thrown::{Outcome, Thrown};
use super::time_zone::TimeZone;
use super::zoned::ZonedDateTime;

/// The number of fields.
pub(crate) const FIELD_COUNT: usize = 17;

pub(crate) const ERA: usize = 0;
pub(crate) const YEAR: usize = 1;
pub(crate) const MONTH: usize = 2;
pub(crate) const WEEK_OF_YEAR: usize = 3;
pub(crate) const WEEK_OF_MONTH: usize = 4;
pub(crate) const DAY_OF_MONTH: usize = 5;
pub(crate) const DAY_OF_YEAR: usize = 6;
pub(crate) const DAY_OF_WEEK: usize = 7;
pub(crate) const DAY_OF_WEEK_IN_MONTH: usize = 8;
pub(crate) const AM_PM: usize = 9;
pub(crate) const HOUR: usize = 10;
pub(crate) const HOUR_OF_DAY: usize = 11;
pub(crate) const MINUTE: usize = 12;
pub(crate) const SECOND: usize = 13;
pub(crate) const MILLISECOND: usize = 14;
pub(crate) const ZONE_OFFSET: usize = 15;
pub(crate) const DST_OFFSET: usize = 16;

/// Styles of names.
pub(crate) const ALL_STYLES: i32 = 0;
pub(crate) const SHORT: i32 = 1;
pub(crate) const LONG: i32 = 2;
pub(crate) const NARROW: i32 = 4;
/// The bit of styles that stand alone.
pub(crate) const STANDALONE: i32 = 0x8000;

/// Names of the fields in the text of a calendar.
const FIELD_NAMES: [&str; FIELD_COUNT] = [
    "ERA",
    "YEAR",
    "MONTH",
    "WEEK_OF_YEAR",
    "WEEK_OF_MONTH",
    "DAY_OF_MONTH",
    "DAY_OF_YEAR",
    "DAY_OF_WEEK",
    "DAY_OF_WEEK_IN_MONTH",
    "AM_PM",
    "HOUR",
    "HOUR_OF_DAY",
    "MINUTE",
    "SECOND",
    "MILLISECOND",
    "ZONE_OFFSET",
    "DST_OFFSET",
];

/// When a field was set: never, by computation, or by a call with this number and later ones.
const UNSET: i32 = 0;
const COMPUTED: i32 = 1;
const FIRST_CALL: i32 = 2;

/// `java.util.GregorianCalendar`
#[derive(Clone, Debug)]
pub(crate) struct Calendar {
    time: i64,
    fields: [i32; FIELD_COUNT],
    stamps: [i32; FIELD_COUNT],
    next_stamp: i32,
    /// Whether the time is that of the fields.
    time_set: bool,
    /// Whether the fields that are set are those of the time.
    fields_set: bool,
    /// Whether all fields are set.
    all_fields_set: bool,
    zone: TimeZone,
    lenient: bool,
    first_day_of_week: i32,
    minimal_days: i32,
}

impl Calendar {
    /// `getInstance(TimeZone, Locale)` at a time; the shorter forms take the default zone and locale.
    pub(crate) fn get_instance(zone: TimeZone, locale: &Locale, now_millis: i64) -> Self {
        let weeks = locale.week_fields();
        let mut calendar = Self {
            time: 0,
            fields: [0; FIELD_COUNT],
            stamps: [UNSET; FIELD_COUNT],
            next_stamp: FIRST_CALL,
            time_set: false,
            fields_set: false,
            all_fields_set: false,
            zone,
            lenient: true,
            first_day_of_week: weeks.first_day.get_value() % 7 + 1,
            minimal_days: weeks.minimal_days.into(),
        };
        calendar.set_time_in_millis(now_millis);
        calendar
    }

    /// `getTimeInMillis`
    pub(crate) fn get_time_in_millis(&mut self) -> Outcome<i64> {
        if !self.time_set {
            self.update_time()?;
        }
        Ok(self.time)
    }

    /// `setTimeInMillis`
    pub(crate) fn set_time_in_millis(&mut self, millis: i64) {
        if self.time == millis && self.time_set && self.is_fully_normalized() {
            return;
        }
        self.time = millis;
        self.time_set = true;
        self.fields_set = false;
        self.compute_fields();
    }

    /// `getTime`
    pub(crate) fn get_time(&mut self) -> Outcome<Date> {
        self.get_time_in_millis().map(Date::new)
    }

    /// `setTime`
    pub(crate) fn set_time(&mut self, date: Date) {
        self.set_time_in_millis(date.millis);
    }

    /// `toInstant`
    #[allow(clippy::wrong_self_convention)] // a look computes
    pub(crate) fn to_instant(&mut self) -> Outcome<Instant> {
        self.get_time_in_millis().map(Instant::of_epoch_milli)
    }

    /// `GregorianCalendar.toZonedDateTime`
    #[allow(clippy::wrong_self_convention)] // a look computes
    pub(crate) fn to_zoned_date_time(&mut self) -> Outcome<ZonedDateTime> {
        ZonedDateTime::of_instant(self.to_instant()?, self.zone.to_zone_id()?)
    }

    pub(crate) fn get_time_zone(&self) -> TimeZone {
        self.zone
    }

    /// `setTimeZone`: the time stays, the fields follow on the next look.
    pub(crate) fn set_time_zone(&mut self, zone: TimeZone) {
        self.zone = zone;
        self.fields_set = false;
        self.all_fields_set = false;
    }

    pub(crate) fn is_lenient(&self) -> bool {
        self.lenient
    }

    pub(crate) fn set_lenient(&mut self, lenient: bool) {
        self.lenient = lenient;
    }

    pub(crate) fn get_first_day_of_week(&self) -> i32 {
        self.first_day_of_week
    }

    /// `setFirstDayOfWeek`: any number is taken.
    pub(crate) fn set_first_day_of_week(&mut self, day: i32) -> Outcome<()> {
        if self.first_day_of_week == day {
            return Ok(());
        }
        self.first_day_of_week = day;
        self.renew_weeks()
    }

    pub(crate) fn get_minimal_days_in_first_week(&self) -> i32 {
        self.minimal_days
    }

    /// `setMinimalDaysInFirstWeek`: any number is taken.
    pub(crate) fn set_minimal_days_in_first_week(&mut self, days: i32) -> Outcome<()> {
        if self.minimal_days == days {
            return Ok(());
        }
        self.minimal_days = days;
        self.renew_weeks()
    }

    /// Numbers of weeks that were computed follow the new rules.
    fn renew_weeks(&mut self) -> Outcome<()> {
        let computed = [WEEK_OF_MONTH, WEEK_OF_YEAR].map(|field| self.stamps[field] == COMPUTED);
        if computed == [false, false] {
            return Ok(());
        }
        let mut other = self.clone();
        other.lenient = true;
        for field in [WEEK_OF_MONTH, WEEK_OF_YEAR] {
            other.clear_at(field);
        }
        for (field, computed) in [WEEK_OF_MONTH, WEEK_OF_YEAR].into_iter().zip(computed) {
            if computed {
                self.fields[field] = other.value(field)?;
            }
        }
        Ok(())
    }

    /// `getCalendarType`
    pub(crate) fn get_calendar_type(&self) -> &'static str {
        "gregory"
    }

    /// `isWeekDateSupported`
    pub(crate) fn is_week_date_supported(&self) -> bool {
        true
    }

    /// `GregorianCalendar.getGregorianChange`
    pub(crate) fn get_gregorian_change(&self) -> Date {
        Date::new(super::hybrid::FIRST_GREGORIAN_DAY * super::hybrid::MILLIS_PER_DAY)
    }

    /// The field of a number, or the exception of a look beyond an array.
    fn field(number: i32) -> Outcome<usize> {
        let field = usize::try_from(number)
            .ok()
            .filter(|field| *field < FIELD_COUNT);
        field.ok_or_else(|| Thrown::array_index(number, FIELD_COUNT))
    }

    /// `get`
    pub(crate) fn get(&mut self, field: i32) -> Outcome<i32> {
        self.complete()?;
        Self::field(field).map(|field| self.fields[field])
    }

    /// The value of a field once all are computed.
    pub(super) fn value(&mut self, field: usize) -> Outcome<i32> {
        self.complete()?;
        Ok(self.fields[field])
    }

    /// `set(int, int)`
    pub(crate) fn set(&mut self, field: i32, value: i32) -> Outcome<()> {
        if self.fields_set && !self.all_fields_set {
            self.compute_fields();
        }
        self.put(Self::field(field)?, value);
        Ok(())
    }

    /// `set(int, int, int)` and the longer forms: year, month, day, hour, minute, second.
    pub(crate) fn set_date(&mut self, values: &[i32]) {
        if self.fields_set && !self.all_fields_set {
            self.compute_fields();
        }
        for (field, value) in [YEAR, MONTH, DAY_OF_MONTH, HOUR_OF_DAY, MINUTE, SECOND]
            .into_iter()
            .zip(values)
        {
            self.put(field, *value);
        }
    }

    /// Sets a field and notes when.
    fn put(&mut self, field: usize, value: i32) {
        self.fields[field] = value;
        self.time_set = false;
        self.fields_set = false;
        self.stamps[field] = self.next_stamp;
        // Numbers of calls only grow until the fields are computed; no program gets near the end.
        self.next_stamp = self.next_stamp.saturating_add(1);
    }

    /// `clear()`
    pub(crate) fn clear(&mut self) {
        self.fields = [0; FIELD_COUNT];
        self.stamps = [UNSET; FIELD_COUNT];
        self.nothing_set();
    }

    /// `clear(int)`
    pub(crate) fn clear_field(&mut self, field: i32) -> Outcome<()> {
        self.clear_at(Self::field(field)?);
        Ok(())
    }

    fn clear_at(&mut self, field: usize) {
        self.fields[field] = 0;
        self.stamps[field] = UNSET;
        self.nothing_set();
    }

    fn nothing_set(&mut self) {
        self.all_fields_set = false;
        self.fields_set = false;
        self.time_set = false;
    }

    /// `isSet`
    pub(crate) fn is_set(&self, field: i32) -> Outcome<bool> {
        Self::field(field).map(|field| self.stamps[field] != UNSET)
    }

    /// The time, without noting it.
    fn millis(&self) -> Outcome<i64> {
        if self.time_set {
            return Ok(self.time);
        }
        let mut other = self.clone();
        other.lenient = true;
        other.get_time_in_millis()
    }

    /// `compareTo`
    pub(crate) fn compare_to(&self, other: &Self) -> Outcome<i32> {
        Ok(self.millis()?.cmp(&other.millis()?) as i32)
    }

    /// `after`, of another calendar.
    pub(crate) fn after(&self, other: &Self) -> Outcome<bool> {
        Ok(self.compare_to(other)? > 0)
    }

    /// `before`, of another calendar.
    pub(crate) fn before(&self, other: &Self) -> Outcome<bool> {
        Ok(self.compare_to(other)? < 0)
    }

    /// `equals`, of another calendar: a calendar whose fields make no time is equal to none.
    pub(crate) fn equals(&self, other: &Self) -> bool {
        self.compare_to(other) == Ok(0) && self.same_settings(other)
    }

    /// Whether both count weeks alike, in the same zone, and are as lenient.
    pub(crate) fn same_settings(&self, other: &Self) -> bool {
        self.lenient == other.lenient
            && self.first_day_of_week == other.first_day_of_week
            && self.minimal_days == other.minimal_days
            && self.zone == other.zone
    }

    /// `hashCode`
    pub(crate) fn hash_code(&self) -> Outcome<i32> {
        /// The day of the change of calendars, counted from the year 1.
        const CHANGE: i32 = 577_736;
        let settings = i32::from(self.lenient)
            | self.first_day_of_week.wrapping_shl(1)
            | self.minimal_days.wrapping_shl(4)
            | self.zone.hash_code().wrapping_shl(7);
        Ok(fold_signed(self.millis()?) ^ settings ^ CHANGE)
    }
}

/// Both halves of a `long`, the upper one with its sign.
#[allow(clippy::cast_possible_truncation)]
fn fold_signed(bits: i64) -> i32 {
    let lower = bits as i32;
    let upper = (bits >> 32) as i32;
    debug_assert_eq!(lower ^ upper, fold(bits));
    lower ^ upper
}

impl fmt::Display for Calendar {
    /// The text of Java's object, with `?` for what is not computed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            fields_set,
            all_fields_set,
            lenient,
            zone,
            ..
        } = self;
        write!(f, "java.util.GregorianCalendar[time=")?;
        write_known(f, self.time_set, self.time)?;
        write!(
            f,
            ",areFieldsSet={fields_set},areAllFieldsSet={all_fields_set},lenient={lenient},zone={zone}"
        )?;
        write!(f, ",firstDayOfWeek={}", self.first_day_of_week)?;
        write!(f, ",minimalDaysInFirstWeek={}", self.minimal_days)?;
        for (field, name) in FIELD_NAMES.iter().enumerate() {
            write!(f, ",{name}=")?;
            write_known(f, self.stamps[field] != UNSET, self.fields[field].into())?;
        }
        f.write_str("]")
    }
}

fn write_known(f: &mut fmt::Formatter<'_>, known: bool, value: i64) -> fmt::Result {
    if known {
        write!(f, "{value}")
    } else {
        f.write_str("?")
    }
}
