//! Least and greatest values, years of weeks, dates by weeks.

use super::super::hybrid::{self, CHANGE_YEAR, FIRST_GREGORIAN_DAY, MILLIS_PER_DAY};
use super::super::thrown::{Outcome, Thrown};
use super::super::time_zone::TimeZone;
use super::compute::on_or_before;
use super::{
    Calendar, DAY_OF_MONTH, DAY_OF_WEEK, DAY_OF_WEEK_IN_MONTH, DAY_OF_YEAR, ERA, FIELD_COUNT,
    HOUR_OF_DAY, MILLISECOND, MINUTE, MONTH, SECOND, WEEK_OF_MONTH, WEEK_OF_YEAR, YEAR,
};

const HOUR_MILLIS: i32 = 3_600_000;

const MINIMA: [i32; FIELD_COUNT] = [
    0,
    1,
    0,
    1,
    0,
    1,
    1,
    1,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    -13 * HOUR_MILLIS,
    0,
];
const LEAST_MAXIMA: [i32; FIELD_COUNT] = [
    1,
    292_269_054,
    11,
    52,
    4,
    28,
    365,
    7,
    4,
    1,
    11,
    23,
    59,
    59,
    999,
    14 * HOUR_MILLIS,
    HOUR_MILLIS / 3,
];
const MAXIMA: [i32; FIELD_COUNT] = [
    1,
    292_278_994,
    11,
    53,
    6,
    31,
    366,
    7,
    6,
    1,
    11,
    23,
    59,
    59,
    999,
    14 * HOUR_MILLIS,
    2 * HOUR_MILLIS,
];

/// Fields whose largest value depends on the others.
const VARYING: [usize; 7] = [
    YEAR,
    MONTH,
    WEEK_OF_YEAR,
    WEEK_OF_MONTH,
    DAY_OF_MONTH,
    DAY_OF_YEAR,
    DAY_OF_WEEK_IN_MONTH,
];

impl Calendar {
    pub(super) fn minimum_of(field: usize) -> i32 {
        MINIMA[field]
    }

    pub(super) fn maximum_of(field: usize) -> i32 {
        MAXIMA[field]
    }

    /// `getMinimum`
    pub(crate) fn get_minimum(&self, field: i32) -> Outcome<i32> {
        Self::field(field).map(Self::minimum_of)
    }

    /// `getMaximum`
    pub(crate) fn get_maximum(&self, field: i32) -> Outcome<i32> {
        Self::field(field).map(Self::maximum_of)
    }

    /// `getGreatestMinimum`
    pub(crate) fn get_greatest_minimum(&self, field: i32) -> Outcome<i32> {
        self.get_minimum(field)
    }

    /// `getLeastMaximum`: the year of the change of calendars is the shortest.
    pub(crate) fn get_least_maximum(&self, field: i32) -> Outcome<i32> {
        let at = Self::field(field)?;
        let mut least = LEAST_MAXIMA[at];
        if VARYING.contains(&at) {
            let change = FIRST_GREGORIAN_DAY * MILLIS_PER_DAY;
            let mut other = self.clone();
            other.lenient = true;
            for time in [change, change - 1] {
                other.set_time_in_millis(time);
                least = least.min(other.get_actual_maximum(field)?);
            }
        }
        Ok(least)
    }

    /// `getActualMinimum`
    pub(crate) fn get_actual_minimum(&self, field: i32) -> Outcome<i32> {
        self.get_minimum(field)
    }

    /// The calendar with all fields in step.
    fn normalized(&self) -> Outcome<Self> {
        let mut other = self.clone();
        if !other.is_fully_normalized() {
            other.lenient = true;
            other.complete()?;
        }
        Ok(other)
    }

    /// `getActualMaximum`
    pub(crate) fn get_actual_maximum(&self, field: i32) -> Outcome<i32> {
        let at = Self::field(field)?;
        let int = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        if !VARYING.contains(&at) {
            return Ok(Self::maximum_of(at));
        }
        let here = self.normalized()?;
        let year = here.signed_year();
        match at {
            YEAR => here.last_year(),
            MONTH => Ok(11),
            WEEK_OF_YEAR => here.last_week_of_year(),
            WEEK_OF_MONTH if year == CHANGE_YEAR => here.last_week_of_change(),
            WEEK_OF_MONTH => Ok(here.last_week_of_month()),
            DAY_OF_MONTH => {
                let month = super::super::civil::small(i64::from(here.fields[MONTH]) + 1);
                Ok(hybrid::month_length(year, month).into())
            }
            DAY_OF_YEAR => Ok(int(
                hybrid::day_of(year + 1, 1, 1) - hybrid::day_of(year, 1, 1)
            )),
            _ => {
                let (start, length) = here.current_month();
                let first = (here.current_day() - start) % 7;
                Ok(int((length - first + 6) / 7))
            }
        }
    }

    /// The last year with the same day and time that a `long` reaches.
    fn last_year(&self) -> Outcome<i32> {
        let mut end = self.clone();
        let current_era = self.fields[ERA] != 0;
        end.set_time_in_millis(if current_era { i64::MAX } else { i64::MIN });
        let (here, there) = (self.year_offset(), end.year_offset());
        let beyond = if current_era {
            here > there
        } else {
            here < there
        };
        Ok(end.value(YEAR)? - i32::from(beyond))
    }

    /// Milliseconds since the start of the year.
    fn year_offset(&self) -> i64 {
        let value = |field: usize| i64::from(self.fields[field]);
        let hours = (value(DAY_OF_YEAR) - 1) * 24 + value(HOUR_OF_DAY);
        ((hours * 60 + value(MINUTE)) * 60 + value(SECOND)) * 1_000 + value(MILLISECOND)
    }

    /// The first day is looked up without regard to the era, as it is for months.
    fn last_week_of_year(&self) -> Outcome<i32> {
        let year = self.signed_year();
        if year != CHANGE_YEAR {
            let start = self.start_ignoring_era(1);
            let weekday = self.weekday_index(start);
            let magic = weekday.wrapping_add(self.minimal_days).wrapping_sub(1);
            let leap = hybrid::is_leap(year) && (magic == 5 || magic == 12);
            return Ok(52 + i32::from(magic == 6 || leap));
        }
        let mut other = self.clone();
        let last = self.get_actual_maximum(6)?;
        other.put(DAY_OF_YEAR, last);
        let week = other.value(WEEK_OF_YEAR)?;
        if self.fields[YEAR] == other.get_week_year()? {
            return Ok(week);
        }
        other.put(DAY_OF_YEAR, last - 7);
        other.value(WEEK_OF_YEAR)
    }

    /// The first day of a month of the year of that number in the present era, though in the calendar of its own.
    fn start_ignoring_era(&self, month: i64) -> i64 {
        let year = i64::from(self.fields[YEAR]);
        if self.fields[ERA] != 0 {
            return hybrid::day_of(year, month, 1);
        }
        hybrid::julian_day_of(
            year + (month - 1) / 12,
            super::super::civil::small((month - 1) % 12 + 1),
            1,
        )
    }

    /// The day of the week counted from the first day of the week.
    fn weekday_index(&self, day: i64) -> i32 {
        let weekday = i32::from(super::super::civil::day_of_week(day)) % 7 + 1;
        let index = weekday.wrapping_sub(self.first_day_of_week);
        if index < 0 {
            index.wrapping_add(7)
        } else {
            index
        }
    }

    /// Java steps through the weeks of a month of 1582.
    fn last_week_of_change(mut self) -> Outcome<i32> {
        let month = (self.fields[YEAR], self.fields[MONTH]);
        loop {
            let week = self.value(WEEK_OF_MONTH)?;
            self.add(4, 1)?;
            if (self.value(YEAR)?, self.value(MONTH)?) != month {
                return Ok(week);
            }
        }
    }

    fn last_week_of_month(&self) -> i32 {
        let month = i64::from(self.fields[MONTH]) + 1;
        let start = self.start_ignoring_era(month);
        let length = self.start_ignoring_era(month + 1) - start;
        let in_first = 7_i32.wrapping_sub(self.weekday_index(start));
        let rest = length - i64::from(in_first) - 21;
        3 + i32::from(in_first >= self.minimal_days) + i32::from(rest > 0) + i32::from(rest > 7)
    }

    /// `getWeekYear`
    pub(crate) fn get_week_year(&mut self) -> Outcome<i32> {
        self.complete()?;
        let year = i32::try_from(self.signed_year()).unwrap_or(i32::MAX);
        if i64::from(year) > CHANGE_YEAR + 1 {
            let week = self.fields[WEEK_OF_YEAR];
            let january = self.fields[MONTH] == 0;
            return Ok(year - i32::from(january && week >= 52) + i32::from(!january && week == 1));
        }
        Ok(year + self.week_year_shift(year.into())?)
    }

    /// Whether a day of the first years belongs to the week-based year before or after.
    fn week_year_shift(&self, year: i64) -> Outcome<i32> {
        let day_of_year = self.fields[DAY_OF_YEAR];
        let last = self.get_actual_maximum(6)?;
        if day_of_year > self.minimal_days && day_of_year < last - 6 {
            return Ok(0);
        }
        // The day of the year on which the first week starts that begins in the year.
        let first_start = |year: i64| {
            let start = hybrid::day_of(year, 1, 1);
            i32::try_from(on_or_before(start + 6, self.first_day_of_week) - start + 1).unwrap_or(1)
        };
        let start = first_start(year);
        if day_of_year < start {
            return Ok(-i32::from(start <= self.minimal_days));
        }
        // Java sets the year after without regard to the era, so before it the mirrored year is asked.
        let next = first_start(if year > 0 { year + 1 } else { -year }) - 1;
        let next = if next == 0 { 7 } else { next };
        let left = last - day_of_year + 1;
        Ok(i32::from(next >= self.minimal_days && left <= 7 - next))
    }

    /// `setWeekDate`
    pub(crate) fn set_week_date(
        &mut self,
        week_year: i32,
        week: i32,
        day_of_week: i32,
    ) -> Outcome<()> {
        if !(1..=7).contains(&day_of_week) {
            return Err(Thrown::illegal_argument(format!(
                "`{day_of_week}` is no day of the week"
            )));
        }
        let mut other = self.clone();
        other.lenient = true;
        let era = other.value(ERA)?;
        other.clear();
        other.set_time_zone(TimeZone::gmt());
        other.put(ERA, era);
        other.put(YEAR, week_year);
        other.put(WEEK_OF_YEAR, 1);
        other.put(DAY_OF_WEEK, self.first_day_of_week);
        let index = day_of_week.wrapping_sub(self.first_day_of_week);
        let index = if index < 0 {
            index.wrapping_add(7)
        } else {
            index
        };
        let days = index.wrapping_add(week.wrapping_sub(1).wrapping_mul(7));
        if days == 0 {
            other.complete()?;
        } else {
            other.add(6, days)?;
        }
        let found = (
            other.get_week_year()?,
            other.fields[WEEK_OF_YEAR],
            other.fields[DAY_OF_WEEK],
        );
        if !self.lenient && found != (week_year, week, day_of_week) {
            return Err(Thrown::illegal_argument(format!(
                "{week_year} has no day {day_of_week} of week {week}"
            )));
        }
        self.set(0, other.fields[ERA])?;
        self.set_date(&[
            other.fields[YEAR],
            other.fields[MONTH],
            other.fields[DAY_OF_MONTH],
        ]);
        self.fields[WEEK_OF_YEAR] = week;
        self.complete()
    }

    /// `getWeeksInWeekYear`
    pub(crate) fn get_weeks_in_week_year(&self) -> Outcome<i32> {
        let mut here = self.normalized()?;
        let week_year = here.get_week_year()?;
        if week_year != here.fields[YEAR] {
            here.set_week_date(week_year, 2, self.fields[DAY_OF_WEEK])?;
        }
        here.get_actual_maximum(3)
    }
}
