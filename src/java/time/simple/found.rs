//! What reading a text by a pattern found, and the time that makes.

use super::super::calendar::{Calendar, DAY_OF_WEEK, FIELD_COUNT, WEEK_OF_YEAR, YEAR, ZONE_OFFSET};
use super::super::thrown::Outcome;

/// The year that weeks are counted in, which is no field of a calendar.
const WEEK_YEAR: usize = FIELD_COUNT;

/// Fields in the order they were found; later ones count more.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    fields: Vec<(usize, i32)>,
}

impl Found {
    pub(super) fn set(&mut self, field: usize, value: i32) {
        self.clear(field);
        self.fields.push((field, value));
    }

    pub(super) fn set_week_year(&mut self, year: i32) {
        self.set(WEEK_YEAR, year);
    }

    /// Sets a day of the week counted from Monday; what is no day stays as it is.
    pub(super) fn set_iso_day(&mut self, day: i32) {
        self.set(DAY_OF_WEEK, calendar_day(day));
    }

    pub(super) fn set_offset(&mut self, millis: i32) {
        self.set(ZONE_OFFSET, millis);
    }

    pub(super) fn clear(&mut self, field: usize) {
        self.fields.retain(|(known, _)| *known != field);
    }

    fn place(&self, field: usize) -> Option<usize> {
        self.fields.iter().position(|(known, _)| *known == field)
    }

    fn value(&self, field: usize) -> Option<i32> {
        self.place(field).map(|at| self.fields[at].1)
    }

    /// Moves two-digit years into the next century.
    pub(super) fn add_century(&mut self) {
        for (field, value) in &mut self.fields {
            if [YEAR, WEEK_YEAR].contains(field) {
                *value = value.wrapping_add(100);
            }
        }
    }

    /// Sets a calendar to what was found.
    pub(super) fn establish(&self, calendar: &mut Calendar) -> Outcome<()> {
        calendar.clear();
        for (field, value) in &self.fields {
            if let Ok(field) = i32::try_from(*field)
                && field < 17
            {
                calendar.set(field, *value)?;
            }
        }
        match self.value(WEEK_YEAR) {
            Some(year) if self.place(WEEK_YEAR) > self.place(YEAR) => {
                self.establish_week_date(year, calendar)
            }
            _ => Ok(()),
        }
    }

    fn establish_week_date(&self, year: i32, calendar: &mut Calendar) -> Outcome<()> {
        let mut week = self.value(WEEK_OF_YEAR).unwrap_or(1);
        let day = self.value(DAY_OF_WEEK);
        let mut day = day.unwrap_or_else(|| calendar.get_first_day_of_week());
        if !(1..=7).contains(&day) && calendar.is_lenient() {
            let from = day.wrapping_sub(1);
            week = week.wrapping_add(from.div_euclid(7));
            day = calendar_day(from.rem_euclid(7) + 1);
        }
        calendar.set_week_date(year, week, day)
    }
}

/// Sunday is the last day counted from Monday, and the first of a calendar.
fn calendar_day(iso_day: i32) -> i32 {
    if (1..=7).contains(&iso_day) {
        iso_day % 7 + 1
    } else {
        iso_day
    }
}
