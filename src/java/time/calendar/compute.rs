//! From fields to time and back.

use super::super::civil;
use super::super::hybrid::{self, CHANGE_YEAR, FIRST_GREGORIAN_DAY, MILLIS_PER_DAY};
use super::super::thrown::{Outcome, Thrown};
use super::super::time_zone::Shift;
use super::{
    AM_PM, COMPUTED, Calendar, DAY_OF_MONTH, DAY_OF_WEEK, DAY_OF_WEEK_IN_MONTH, DAY_OF_YEAR,
    DST_OFFSET, ERA, FIELD_COUNT, FIELD_NAMES, FIRST_CALL, HOUR, HOUR_OF_DAY, MILLISECOND, MINUTE,
    MONTH, SECOND, UNSET, WEEK_OF_MONTH, WEEK_OF_YEAR, YEAR, ZONE_OFFSET,
};

/// A set of fields, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fields(u32);

impl Fields {
    const NONE: Self = Self(0);
    const ALL: Self = Self((1 << FIELD_COUNT) - 1);

    const fn of(fields: &[usize]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < fields.len() {
            bits |= 1 << fields[at];
            at += 1;
        }
        Self(bits)
    }

    fn has(self, field: usize) -> bool {
        self.0 & (1 << field) != 0
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn add(&mut self, field: usize) {
        self.0 |= 1 << field;
    }
}

const DATES: Fields = Fields::of(&[MONTH, DAY_OF_MONTH, DAY_OF_WEEK]);
const TIMES: Fields = Fields::of(&[HOUR_OF_DAY, AM_PM, HOUR, MINUTE, SECOND, MILLISECOND]);
const ZONES: Fields = Fields::of(&[ZONE_OFFSET, DST_OFFSET]);
const COUNTS: Fields = Fields::of(&[
    DAY_OF_YEAR,
    WEEK_OF_YEAR,
    WEEK_OF_MONTH,
    DAY_OF_WEEK_IN_MONTH,
]);

/// Days from 31 December of the year 0 to the epoch; days of the week are counted from there.
const EPOCH_OFFSET: i64 = 719_163;

/// The last day before or on a day that is a given day of the week, where Sunday is 1 and any number is taken.
pub(super) fn on_or_before(day: i64, day_of_week: i32) -> i64 {
    let from_sunday = day + EPOCH_OFFSET - i64::from(day_of_week.wrapping_sub(1));
    day - from_sunday.rem_euclid(7)
}

impl Calendar {
    pub(super) fn is_fully_normalized(&self) -> bool {
        self.fields_set && self.all_fields_set
    }

    /// Brings time and fields in step.
    pub(super) fn complete(&mut self) -> Outcome<()> {
        if !self.time_set {
            self.update_time()?;
        }
        if !self.is_fully_normalized() {
            self.compute_fields();
        }
        Ok(())
    }

    pub(super) fn update_time(&mut self) -> Outcome<()> {
        self.compute_time()?;
        self.time_set = true;
        Ok(())
    }

    /// The fields that are set in any way.
    fn set_fields(&self) -> Fields {
        let set = (0..FIELD_COUNT).filter(|field| self.stamps[*field] != UNSET);
        set.fold(Fields::NONE, |fields, field| {
            fields.with(Fields::of(&[field]))
        })
    }

    /// Computes the fields that are not set, or all of them.
    pub(super) fn compute_fields(&mut self) {
        if self.fields_set && !self.all_fields_set {
            let known = self.set_fields();
            let missing = Fields(!known.0 & Fields::ALL.0);
            if missing != Fields::NONE {
                self.fill(missing, Fields(known.0 & ZONES.0));
            }
        } else {
            self.fill(Fields::ALL, Fields::NONE);
        }
        self.stamps = [COMPUTED; FIELD_COUNT];
        self.fields_set = true;
        self.all_fields_set = true;
    }

    /// The offset at the time, where the zone fields do not say it.
    fn shift(&self, known: Fields) -> Shift {
        let of_zone = self.zone.shift_at(self.time);
        self.shift_with(of_zone, known)
    }

    fn shift_with(&self, of_zone: Shift, known: Fields) -> Shift {
        let mut standard = of_zone.total - of_zone.daylight;
        let mut daylight = of_zone.daylight;
        if known.has(ZONE_OFFSET) {
            standard = self.fields[ZONE_OFFSET];
        }
        if known.has(DST_OFFSET) {
            daylight = self.fields[DST_OFFSET];
        }
        Shift {
            total: standard.wrapping_add(daylight),
            daylight,
        }
    }

    /// Day and millisecond of the day in local time.
    pub(super) fn local(&self, shift: Shift) -> (i64, i64) {
        let of_day = self.time.rem_euclid(MILLIS_PER_DAY) + i64::from(shift.total);
        let day = self.time.div_euclid(MILLIS_PER_DAY) + of_day.div_euclid(MILLIS_PER_DAY);
        (day, of_day.rem_euclid(MILLIS_PER_DAY))
    }

    /// The day in local time by the fields that are now set.
    pub(super) fn current_day(&self) -> i64 {
        let (year, month, day) = (
            self.signed_year(),
            i64::from(self.fields[MONTH]) + 1,
            i64::from(self.fields[DAY_OF_MONTH]),
        );
        hybrid::day_of(year, month, day)
    }

    /// The year counted through zero.
    pub(super) fn signed_year(&self) -> i64 {
        let year = i64::from(self.fields[YEAR]);
        if self.fields[ERA] == 0 {
            1 - year
        } else {
            year
        }
    }

    /// Computes some fields from the time; gives the fields that are right afterwards.
    fn fill(&mut self, wanted: Fields, known_zone: Fields) -> Fields {
        let shift = self.shift(known_zone);
        let (day, of_day) = self.local(shift);
        let (year, month, day_of_month) = hybrid::date_of(day);
        let int = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        self.fields[ERA] = i32::from(year > 0);
        self.fields[YEAR] = int(if year > 0 { year } else { 1 - year });
        let mut right = wanted.with(Fields::of(&[ERA, YEAR]));
        if wanted.meets(DATES) {
            self.fields[MONTH] = i32::from(month) - 1;
            self.fields[DAY_OF_MONTH] = day_of_month.into();
            self.fields[DAY_OF_WEEK] = i32::from(civil::day_of_week(day)) % 7 + 1;
            right = right.with(DATES);
        }
        if wanted.meets(TIMES) {
            self.fill_time(int(of_day));
            right = right.with(TIMES);
        }
        if wanted.meets(ZONES) {
            self.fields[ZONE_OFFSET] = shift.total.wrapping_sub(shift.daylight);
            self.fields[DST_OFFSET] = shift.daylight;
            right = right.with(ZONES);
        }
        if wanted.meets(COUNTS) {
            self.fill_counts(day, year, month.into());
            right = right.with(COUNTS);
        }
        right
    }

    fn fill_time(&mut self, of_day: i32) {
        let hour = of_day / 3_600_000;
        self.fields[HOUR_OF_DAY] = hour;
        self.fields[AM_PM] = hour / 12;
        self.fields[HOUR] = hour % 12;
        self.fields[MINUTE] = of_day / 60_000 % 60;
        self.fields[SECOND] = of_day / 1_000 % 60;
        self.fields[MILLISECOND] = of_day % 1_000;
    }

    /// Days and weeks counted within year and month. In 1582 the days left out are not counted.
    fn fill_counts(&mut self, day: i64, year: i64, month: i64) {
        let int = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        let year_start = hybrid::day_of(year, 1, 1);
        let month_start = hybrid::day_of(year, month, 1);
        self.fields[DAY_OF_YEAR] = int(day - year_start + 1);
        self.fields[DAY_OF_WEEK_IN_MONTH] = int((day - month_start) / 7 + 1);
        let mut week = self.week_number(year_start, day);
        if week == 0 {
            week = self.week_number(hybrid::day_of(year - 1, 1, 1), year_start - 1);
        } else if week >= 52 || year == CHANGE_YEAR {
            let next_year = hybrid::day_of(year + 1, 1, 1);
            let next_week = on_or_before(next_year + 6, self.first_day_of_week);
            if next_week - next_year >= self.minimal_days.into() && day >= next_week - 7 {
                week = 1;
            }
        }
        self.fields[WEEK_OF_YEAR] = int(week);
        self.fields[WEEK_OF_MONTH] = int(self.week_number(month_start, day));
    }

    /// The number of a day's week in a period; 0 and less before the first.
    fn week_number(&self, start: i64, day: i64) -> i64 {
        (day - self.first_week(start)).div_euclid(7) + 1
    }

    /// The day on which the first week of a period starts.
    pub(super) fn first_week(&self, start: i64) -> i64 {
        let week = on_or_before(start + 6, self.first_day_of_week);
        if week - start >= self.minimal_days.into() {
            week - 7
        } else {
            week
        }
    }

    /// Computes the time from the fields that were set last, and then the other fields that these decide.
    fn compute_time(&mut self) -> Outcome<()> {
        let original = self.fields;
        if !self.lenient {
            self.check_ranges()?;
        }
        let mut chosen = self.choose_fields();
        let mut year = if self.stamps[YEAR] == UNSET {
            1970
        } else {
            self.fields[YEAR]
        };
        let era = if self.stamps[ERA] == UNSET {
            1
        } else {
            self.fields[ERA]
        };
        match era {
            0 => year = 1_i32.wrapping_sub(year),
            1 => {}
            _ => {
                return Err(Thrown::illegal_argument(format!(
                    "era `{era}` is neither 0 nor 1"
                )));
            }
        }
        if year <= 0 && self.stamps[ERA] == UNSET {
            chosen.add(ERA);
            self.stamps[ERA] = COMPUTED;
        }
        let of_day = self.chosen_time(chosen);
        let days = of_day.div_euclid(MILLIS_PER_DAY);
        let day = self.chosen_day(year, chosen, days)?;
        let local = day
            .wrapping_mul(MILLIS_PER_DAY)
            .wrapping_add(of_day.rem_euclid(MILLIS_PER_DAY));
        let known_zone = Fields(chosen.0 & ZONES.0);
        let shift = self.shift_with(self.zone.shift_of_local(local), known_zone);
        self.time = local.wrapping_sub(shift.total.into());
        let right = self.fill(chosen.with(self.set_fields()), known_zone);
        if !self.lenient {
            self.check_unchanged(original)?;
        }
        for field in (0..FIELD_COUNT).filter(|field| !right.has(*field)) {
            self.fields[field] = 0;
            self.stamps[field] = UNSET;
        }
        self.fields_set = true;
        self.all_fields_set = false;
        Ok(())
    }

    fn check_ranges(&self) -> Outcome<()> {
        for field in (0..FIELD_COUNT).filter(|field| self.stamps[*field] >= FIRST_CALL) {
            let value = self.fields[field];
            let range = Self::minimum_of(field)..=Self::maximum_of(field);
            if !range.contains(&value) {
                let name = FIELD_NAMES[field];
                return Err(Thrown::illegal_argument(format!(
                    "`{value}` is out of range for {name}"
                )));
            }
        }
        Ok(())
    }

    /// A strict calendar has no day 31 in a month of 30 days.
    fn check_unchanged(&mut self, original: [i32; FIELD_COUNT]) -> Outcome<()> {
        let set = |field: &usize| self.stamps[*field] >= FIRST_CALL;
        let changed = (0..FIELD_COUNT)
            .filter(set)
            .find(|field| original[*field] != self.fields[*field]);
        let Some(field) = changed else { return Ok(()) };
        let why = format!(
            "{} `{}` would become {}",
            FIELD_NAMES[field], original[field], self.fields[field]
        );
        self.fields = original;
        Err(Thrown::illegal_argument(why))
    }

    /// Milliseconds of the day, any number of days.
    fn chosen_time(&self, chosen: Fields) -> i64 {
        let value = |field: usize| i64::from(self.fields[field]);
        let hour = if chosen.has(HOUR_OF_DAY) {
            value(HOUR_OF_DAY)
        } else {
            let half = if chosen.has(AM_PM) {
                i64::from(self.fields[AM_PM].wrapping_mul(12))
            } else {
                0
            };
            value(HOUR) + half
        };
        ((hour * 60 + value(MINUTE)) * 60 + value(SECOND)) * 1_000 + value(MILLISECOND)
    }

    /// The day of the chosen fields, some days later, in the calendar of its time.
    fn chosen_day(&self, year: i32, chosen: Fields, later: i64) -> Outcome<i64> {
        let year_number = i64::from(year);
        let gregorian = || later + self.day_in(year, chosen, civil::epoch_day);
        let julian = || later + self.day_in(year, chosen, hybrid::julian_day_of);
        if year_number > CHANGE_YEAR {
            let day = gregorian();
            if day >= FIRST_GREGORIAN_DAY {
                return Ok(day);
            }
        } else if year_number < CHANGE_YEAR {
            let day = julian();
            if day < FIRST_GREGORIAN_DAY {
                return Ok(day);
            }
        }
        let julian = julian();
        if chosen.has(DAY_OF_YEAR) || chosen.has(WEEK_OF_YEAR) {
            return Ok(julian);
        }
        let gregorian = if year_number < CHANGE_YEAR {
            julian
        } else {
            gregorian()
        };
        match (
            gregorian >= FIRST_GREGORIAN_DAY,
            julian >= FIRST_GREGORIAN_DAY,
        ) {
            (true, _) => Ok(gregorian),
            (false, true) if !self.lenient => {
                Err(Thrown::illegal_argument("the day was left out in 1582"))
            }
            (false, _) => Ok(julian),
        }
    }

    /// The day of the chosen fields in one of the calendars.
    fn day_in(&self, year: i32, chosen: Fields, day_of: impl Fn(i64, u8, u8) -> i64) -> i64 {
        let value = |field: usize| self.fields[field];
        if !chosen.has(MONTH) {
            let start = day_of(year.into(), 1, 1);
            if chosen.has(DAY_OF_YEAR) {
                return start + i64::from(value(DAY_OF_YEAR)) - 1;
            }
            let mut week = self.first_week(start);
            if chosen.has(DAY_OF_WEEK) && value(DAY_OF_WEEK) != self.first_day_of_week {
                week = on_or_before(week + 6, value(DAY_OF_WEEK));
            }
            return week + 7 * (i64::from(value(WEEK_OF_YEAR)) - 1);
        }
        let month = value(MONTH);
        let year = year.wrapping_add(month.div_euclid(12));
        let month = civil::small((month.rem_euclid(12) + 1).into());
        let start = day_of(year.into(), month, 1);
        if chosen.has(DAY_OF_MONTH) {
            let set = self.stamps[DAY_OF_MONTH] != UNSET;
            return start
                + if set {
                    i64::from(value(DAY_OF_MONTH)) - 1
                } else {
                    0
                };
        }
        if chosen.has(WEEK_OF_MONTH) {
            let mut week = self.first_week(start);
            if chosen.has(DAY_OF_WEEK) {
                week = on_or_before(week + 6, value(DAY_OF_WEEK));
            }
            return week + i64::from(value(WEEK_OF_MONTH).wrapping_sub(1).wrapping_mul(7));
        }
        let day_of_week = if chosen.has(DAY_OF_WEEK) {
            value(DAY_OF_WEEK)
        } else {
            self.first_day_of_week
        };
        let count = if chosen.has(DAY_OF_WEEK_IN_MONTH) {
            value(DAY_OF_WEEK_IN_MONTH)
        } else {
            1
        };
        let last = if count >= 0 {
            count.wrapping_mul(7)
        } else {
            let length = hybrid::month_length(year.into(), month);
            count
                .wrapping_add(1)
                .wrapping_mul(7)
                .wrapping_add(length.into())
        };
        on_or_before(start + i64::from(last) - 1, day_of_week)
    }

    /// Which fields make the time: those of the group that was set last.
    fn choose_fields(&self) -> Fields {
        let mut chosen = Fields::of(&[YEAR]);
        let stamp = |field: usize| self.stamps[field];
        if stamp(ERA) != UNSET {
            chosen.add(ERA);
        }
        self.choose_date(&mut chosen);
        self.choose_hour(&mut chosen);
        for field in [MINUTE, SECOND, MILLISECOND] {
            if stamp(field) != UNSET {
                chosen.add(field);
            }
        }
        for field in [ZONE_OFFSET, DST_OFFSET] {
            if stamp(field) >= FIRST_CALL {
                chosen.add(field);
            }
        }
        chosen
    }

    fn choose_date(&self, chosen: &mut Fields) {
        let stamp = |field: usize| self.stamps[field];
        let weekday = stamp(DAY_OF_WEEK);
        let with_weekday = |field: usize| both(stamp(field), weekday);
        let mut of_month = stamp(DAY_OF_MONTH);
        let mut week_of_month = with_weekday(WEEK_OF_MONTH);
        let mut weekday_in_month = with_weekday(DAY_OF_WEEK_IN_MONTH);
        let mut week_of_year = with_weekday(WEEK_OF_YEAR);
        let of_year = stamp(DAY_OF_YEAR);
        let mut best = of_month
            .max(week_of_month)
            .max(weekday_in_month)
            .max(of_year)
            .max(week_of_year);
        if best == UNSET {
            // No group is complete: a week without its day, or a day of the week alone, will do.
            week_of_month = stamp(WEEK_OF_MONTH);
            weekday_in_month = stamp(DAY_OF_WEEK_IN_MONTH).max(weekday);
            week_of_year = stamp(WEEK_OF_YEAR);
            best = week_of_month.max(weekday_in_month).max(week_of_year);
            if best == UNSET {
                of_month = stamp(MONTH);
                best = of_month;
            }
        }
        let weeks =
            [WEEK_OF_MONTH, DAY_OF_WEEK_IN_MONTH].map(|field| stamp(field) >= stamp(WEEK_OF_YEAR));
        let in_month =
            (best == week_of_month && weeks[0]) || (best == weekday_in_month && weeks[1]);
        if best == of_month {
            chosen.add(MONTH);
            chosen.add(DAY_OF_MONTH);
            return;
        }
        if !in_month && best == of_year {
            chosen.add(DAY_OF_YEAR);
            return;
        }
        if weekday != UNSET {
            chosen.add(DAY_OF_WEEK);
        }
        if !in_month {
            chosen.add(WEEK_OF_YEAR);
            return;
        }
        chosen.add(MONTH);
        let takes_week = if week_of_month == weekday_in_month {
            stamp(WEEK_OF_MONTH) >= stamp(DAY_OF_WEEK_IN_MONTH)
        } else {
            best == week_of_month
        };
        if takes_week {
            chosen.add(WEEK_OF_MONTH);
        } else if week_of_month == weekday_in_month || stamp(DAY_OF_WEEK_IN_MONTH) != UNSET {
            chosen.add(DAY_OF_WEEK_IN_MONTH);
        }
    }

    fn choose_hour(&self, chosen: &mut Fields) {
        let stamp = |field: usize| self.stamps[field];
        let of_day = stamp(HOUR_OF_DAY);
        let mut best = both(stamp(HOUR), stamp(AM_PM)).max(of_day);
        if best == UNSET {
            best = stamp(HOUR).max(stamp(AM_PM));
        }
        if best == UNSET {
            return;
        }
        if best == of_day {
            chosen.add(HOUR_OF_DAY);
            return;
        }
        chosen.add(HOUR);
        if stamp(AM_PM) != UNSET {
            chosen.add(AM_PM);
        }
    }
}

/// The later of two times of setting, where both were set.
fn both(one: i32, other: i32) -> i32 {
    if one == UNSET || other == UNSET {
        UNSET
    } else {
        one.max(other)
    }
}
