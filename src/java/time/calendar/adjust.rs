//! `add` and `roll`.

use super::super::hybrid::{self, CHANGE_YEAR, MILLIS_PER_DAY};
use super::super::thrown::{Outcome, Thrown};
use super::compute::on_or_before;
use super::{
    AM_PM, Calendar, DAY_OF_MONTH, DAY_OF_WEEK, DAY_OF_WEEK_IN_MONTH, DAY_OF_YEAR, DST_OFFSET, ERA,
    HOUR, HOUR_OF_DAY, MILLISECOND, MINUTE, MONTH, SECOND, WEEK_OF_MONTH, WEEK_OF_YEAR, YEAR,
    ZONE_OFFSET,
};

impl Calendar {
    /// The field of a number that can be added to.
    fn movable(field: i32) -> Outcome<usize> {
        let field = usize::try_from(field)
            .ok()
            .filter(|field| *field < ZONE_OFFSET);
        field.ok_or_else(|| {
            Thrown::illegal_argument("this field can be neither added to nor rolled")
        })
    }

    /// `add`: larger fields follow.
    pub(crate) fn add(&mut self, field: i32, amount: i32) -> Outcome<()> {
        if amount == 0 {
            return Ok(());
        }
        let field = Self::movable(field)?;
        self.complete()?;
        match field {
            ERA => self.put(ERA, self.fields[ERA].wrapping_add(amount).clamp(0, 1)),
            YEAR => {
                self.add_years(amount);
                self.pin_day()?;
            }
            MONTH => {
                let month = self.fields[MONTH].wrapping_add(amount);
                if month.div_euclid(12) != 0 {
                    self.add_years(month.div_euclid(12));
                }
                self.put(MONTH, month.rem_euclid(12));
                self.pin_day()?;
            }
            HOUR | HOUR_OF_DAY => self.move_by(amount, 3_600_000),
            MINUTE => self.move_by(amount, 60_000),
            SECOND => self.move_by(amount, 1_000),
            MILLISECOND => self.move_by(amount, 1),
            AM_PM => self.add_days((amount / 2).into(), 12 * i64::from(amount % 2)),
            WEEK_OF_YEAR | WEEK_OF_MONTH | DAY_OF_WEEK_IN_MONTH => {
                self.add_days(i64::from(amount) * 7, 0);
            }
            _ => self.add_days(amount.into(), 0),
        }
        Ok(())
    }

    fn move_by(&mut self, amount: i32, length: i64) {
        self.set_time_in_millis(self.time.wrapping_add(i64::from(amount) * length));
    }

    /// Moves the year, over the start of the era where need be.
    fn add_years(&mut self, amount: i32) {
        let current = self.fields[ERA] != 0;
        let year = self.fields[YEAR];
        let moved = if current {
            year.wrapping_add(amount)
        } else {
            year.wrapping_sub(amount)
        };
        if moved > 0 {
            self.put(YEAR, moved);
        } else {
            self.put(YEAR, 1_i32.wrapping_sub(moved));
            self.put(ERA, i32::from(!current));
        }
    }

    /// Pulls the day back to the end of a shorter month.
    fn pin_day(&mut self) -> Outcome<()> {
        let length = if i64::from(self.fields[YEAR]) == CHANGE_YEAR {
            self.get_actual_maximum(5)?
        } else {
            self.month_length(self.fields[MONTH])
        };
        if self.fields[DAY_OF_MONTH] > length {
            self.put(DAY_OF_MONTH, length);
        }
        Ok(())
    }

    /// Days of a month of the current year.
    fn month_length(&self, month: i32) -> i32 {
        let month = super::super::civil::small(i64::from(month) + 1);
        hybrid::month_length(self.signed_year(), month).into()
    }

    /// Moves by days and hours at the same wall clock time, whatever the offset does.
    fn add_days(&mut self, days: i64, hours: i64) {
        let value = |field: usize| i64::from(self.fields[field]);
        let of_day = ((value(HOUR_OF_DAY) + hours) * 60 + value(MINUTE)) * 60_000
            + value(SECOND) * 1_000
            + value(MILLISECOND);
        let day = self.current_day() + days + of_day.div_euclid(MILLIS_PER_DAY);
        let offset = value(ZONE_OFFSET) + value(DST_OFFSET);
        let local = day
            .wrapping_mul(MILLIS_PER_DAY)
            .wrapping_add(of_day.rem_euclid(MILLIS_PER_DAY));
        self.set_time_in_millis(local.wrapping_sub(offset));
        let change =
            offset - i64::from(self.fields[ZONE_OFFSET]) - i64::from(self.fields[DST_OFFSET]);
        if change != 0 {
            self.set_time_in_millis(self.time.wrapping_add(change));
            if self.current_day() != day {
                self.set_time_in_millis(self.time.wrapping_sub(change));
            }
        }
    }

    /// `roll(int, boolean)`
    pub(crate) fn roll_once(&mut self, field: i32, up: bool) -> Outcome<()> {
        self.roll(field, if up { 1 } else { -1 })
    }

    /// `roll(int, int)`: larger fields stay.
    pub(crate) fn roll(&mut self, field: i32, amount: i32) -> Outcome<()> {
        if amount == 0 {
            return Ok(());
        }
        let field = Self::movable(field)?;
        self.complete()?;
        let (minimum, maximum) = (Self::minimum_of(field), Self::maximum_of(field));
        match field {
            HOUR | HOUR_OF_DAY => self.roll_hour(field, amount),
            MONTH => self.roll_month(amount)?,
            WEEK_OF_YEAR => self.roll_week_of_year(amount)?,
            WEEK_OF_MONTH => self.roll_week_of_month(amount)?,
            DAY_OF_MONTH | DAY_OF_YEAR => self.roll_day(field, amount)?,
            DAY_OF_WEEK => self.roll_day_of_week(amount),
            DAY_OF_WEEK_IN_MONTH => self.roll_day_of_week_in_month(amount),
            _ => self.put(field, rolled(self.fields[field], amount, minimum, maximum)),
        }
        Ok(())
    }

    /// Rolls by wall clock: in a gap or overlap of the zone it takes the next hour that differs.
    fn roll_hour(&mut self, field: usize, amount: i32) {
        let maximum = Self::maximum_of(field);
        let half = if field == HOUR {
            self.fields[AM_PM] * 12
        } else {
            0
        };
        let value = rolled(self.fields[field], amount, 0, maximum);
        let before = self.fields[HOUR_OF_DAY];
        let stays = value == self.fields[field];
        if self.set_hour(value + half) == before && !stays {
            let value = rolled(value, amount.signum(), 0, maximum);
            self.set_hour(value + half);
        }
        let shift = self.zone.shift_at(self.time);
        self.fields[ZONE_OFFSET] = shift.total - shift.daylight;
        self.fields[DST_OFFSET] = shift.daylight;
        let hour = self.hour_of_time();
        self.fields[HOUR_OF_DAY] = hour;
        self.fields[AM_PM] = hour / 12;
        self.fields[HOUR] = hour % 12;
    }

    /// Moves the time to an hour of the same day; gives the hour that it became.
    fn set_hour(&mut self, hour: i32) -> i32 {
        let (day, of_day) = self.local(self.zone.shift_at(self.time));
        let local = day
            .wrapping_mul(MILLIS_PER_DAY)
            .wrapping_add(i64::from(hour) * 3_600_000 + of_day % 3_600_000);
        self.time = local.wrapping_sub(self.zone.shift_of_local(local).total.into());
        self.hour_of_time()
    }

    /// The hour of the time in the zone, whatever the fields say.
    fn hour_of_time(&self) -> i32 {
        let (_, of_day) = self.local(self.zone.shift_at(self.time));
        i32::try_from(of_day / 3_600_000).unwrap_or(0)
    }

    fn roll_month(&mut self, amount: i32) -> Outcome<()> {
        let month = self.fields[MONTH].wrapping_add(amount).rem_euclid(12);
        self.put(MONTH, month);
        let length = if self.signed_year() == CHANGE_YEAR {
            self.get_actual_maximum(5)?
        } else {
            self.month_length(month)
        };
        if self.fields[DAY_OF_MONTH] > length {
            self.put(DAY_OF_MONTH, length);
        }
        Ok(())
    }

    /// Rolls within the weeks that have the same day of the week in the same year.
    fn roll_week_of_year(&mut self, amount: i32) -> Outcome<()> {
        let year = self.signed_year();
        let mut amount = amount;
        let (mut minimum, mut maximum) =
            (Self::minimum_of(WEEK_OF_YEAR), self.get_actual_maximum(3)?);
        let day = self.current_day();
        let mut week = self.fields[WEEK_OF_YEAR];
        self.put(DAY_OF_WEEK, self.fields[DAY_OF_WEEK]);
        if year == CHANGE_YEAR {
            return self.roll_week_of_change(amount, maximum);
        }
        let week_year = i64::from(self.get_week_year()?);
        let value = week.wrapping_add(amount);
        let year_of = |day: i64| hybrid::date_of(day).0;
        if week_year == year {
            if value > minimum && value < maximum {
                self.put(WEEK_OF_YEAR, value);
                return Ok(());
            }
            if year_of(day - 7 * i64::from(week - minimum)) != year {
                minimum += 1;
            }
            if year_of(day + 7 * i64::from(maximum - week)) != year {
                maximum -= 1;
            }
        } else if week_year > year {
            amount += i32::from(amount < 0);
            week = maximum;
        } else {
            if amount > 0 {
                amount = amount.wrapping_sub(week - maximum);
            }
            week = minimum;
        }
        self.put(WEEK_OF_YEAR, rolled(week, amount, minimum, maximum));
        Ok(())
    }

    /// The same in the year of the change of calendars, where weeks do not tell months.
    fn roll_week_of_change(&mut self, amount: i32, maximum: i32) -> Outcome<()> {
        let (day, week) = (self.current_day(), self.fields[WEEK_OF_YEAR]);
        let in_year = |day: i64| hybrid::date_of(day).0 == CHANGE_YEAR;
        let first = day - 7 * i64::from(week - 1);
        let minimum = if in_year(first) { 1 } else { 2 };
        let maximum = maximum - i32::from(!in_year(day + 7 * i64::from(maximum - week)));
        let value = rolled(week, amount, minimum, maximum) - 1;
        let (_, month, day) = hybrid::date_of(first + 7 * i64::from(value));
        self.put(MONTH, i32::from(month) - 1);
        self.put(DAY_OF_MONTH, day.into());
        Ok(())
    }

    /// Rolls within the month; a day that leaves it becomes its first or last.
    fn roll_week_of_month(&mut self, amount: i32) -> Outcome<()> {
        let weekday = self.fields[DAY_OF_WEEK].wrapping_sub(self.first_day_of_week);
        let weekday = if weekday < 0 {
            weekday.wrapping_add(7)
        } else {
            weekday
        };
        let (start, length) = self.current_month();
        let weeks = self.first_week(start);
        let maximum = self.get_actual_maximum(4)?;
        let week = rolled(self.fields[WEEK_OF_MONTH], amount, 1, maximum) - 1;
        let day =
            (weeks + i64::from(week) * 7 + i64::from(weekday)).clamp(start, start + length - 1);
        self.put(DAY_OF_MONTH, hybrid::date_of(day).2.into());
        Ok(())
    }

    /// First day and length of the current month; October 1582 has 21 days.
    pub(super) fn current_month(&self) -> (i64, i64) {
        let (year, month) = (self.signed_year(), i64::from(self.fields[MONTH]) + 1);
        let start = hybrid::day_of(year, month, 1);
        (start, hybrid::day_of(year, month + 1, 1) - start)
    }

    fn roll_day(&mut self, field: usize, amount: i32) -> Outcome<()> {
        let int = |number: i64| i32::try_from(number).unwrap_or(0);
        let (start, length) = if field == DAY_OF_MONTH {
            self.current_month()
        } else {
            let start = hybrid::day_of(self.signed_year(), 1, 1);
            (start, self.get_actual_maximum(6)?.into())
        };
        let cut = self.signed_year() == CHANGE_YEAR;
        let value = if cut {
            int(self.current_day() - start) + 1
        } else {
            self.fields[field]
        };
        let value = rolled(value, amount, 1, int(length));
        if !cut {
            self.put(field, value);
            return Ok(());
        }
        let (_, month, day) = hybrid::date_of(start + i64::from(value) - 1);
        if field == DAY_OF_YEAR {
            self.put(MONTH, i32::from(month) - 1);
        }
        self.put(DAY_OF_MONTH, day.into());
        Ok(())
    }

    /// Rolls within the week, over the ends of a year where the week does.
    fn roll_day_of_week(&mut self, amount: i32) {
        let week = self.fields[WEEK_OF_YEAR];
        if self.signed_year() != CHANGE_YEAR && week > 1 && week < 52 {
            self.put(WEEK_OF_YEAR, week);
            self.put(DAY_OF_WEEK, rolled(self.fields[DAY_OF_WEEK], amount, 1, 7));
            return;
        }
        let amount = i64::from(amount % 7);
        if amount == 0 {
            return;
        }
        let day = self.current_day();
        let start = on_or_before(day, self.first_day_of_week);
        let day = (day + amount - start).rem_euclid(7) + start;
        let (year, month, day) = hybrid::date_of(day);
        self.put(ERA, i32::from(year > 0));
        let of_era = i32::try_from(if year > 0 { year } else { 1 - year }).unwrap_or(i32::MAX);
        self.set_date(&[of_era, i32::from(month) - 1, day.into()]);
    }

    fn roll_day_of_week_in_month(&mut self, amount: i32) {
        let (start, length) = self.current_month();
        let in_month = self.current_day() - start;
        let maximum = length / 7 + i64::from(in_month % 7 < length % 7);
        let value = rolled(
            self.fields[DAY_OF_WEEK_IN_MONTH],
            amount,
            1,
            i32::try_from(maximum).unwrap_or(5),
        );
        if self.signed_year() == CHANGE_YEAR {
            let day = start + i64::from(value - 1) * 7 + in_month % 7;
            self.put(DAY_OF_MONTH, hybrid::date_of(day).2.into());
            return;
        }
        self.put(DAY_OF_WEEK, self.fields[DAY_OF_WEEK]);
        self.put(DAY_OF_WEEK_IN_MONTH, value);
    }
}

/// A value moved round a range.
fn rolled(value: i32, amount: i32, minimum: i32, maximum: i32) -> i32 {
    let range = maximum - minimum + 1;
    let moved = value.wrapping_add(amount % range);
    if moved > maximum {
        moved.wrapping_sub(range)
    } else if moved < minimum {
        moved.wrapping_add(range)
    } else {
        moved
    }
}
