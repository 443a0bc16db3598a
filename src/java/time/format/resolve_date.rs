//! Dates from years, months, days and weeks, in the three styles.

use super::super::civil;
use super::super::field::ChronoField;

use super::super::local_date::LocalDate;
use super::super::month::DayOfWeek;
use super::super::thrown::{Outcome, Thrown};
use super::super::week_fields::{WeekCount, WeekField};
use super::resolve::{Parsed, sibling};

use ChronoField as F;

/// The date of the fields, where they make one; the fields are then gone.
pub(super) fn resolve(parsed: &mut Parsed) -> Outcome<Option<LocalDate>> {
    if let Some(day) = parsed.remove(F::EpochDay) {
        return LocalDate::of_epoch_day(day).map(Some);
    }
    resolve_proleptic_month(parsed)?;
    resolve_year_of_era(parsed)?;
    if parsed.value(F::Year).is_none() {
        return Ok(None);
    }
    let has = |field: ChronoField| parsed.value(field).is_some();
    if has(F::MonthOfYear) {
        if has(F::DayOfMonth) {
            return year_month_day(parsed).map(Some);
        }
        if has(F::AlignedWeekOfMonth) {
            if has(F::AlignedDayOfWeekInMonth) {
                return aligned(parsed, Some(F::MonthOfYear), F::AlignedDayOfWeekInMonth).map(Some);
            }
            if has(F::DayOfWeek) {
                return aligned(parsed, Some(F::MonthOfYear), F::DayOfWeek).map(Some);
            }
        }
    }
    if has(F::DayOfYear) {
        return year_day(parsed).map(Some);
    }
    if has(F::AlignedWeekOfYear) {
        if has(F::AlignedDayOfWeekInYear) {
            return aligned(parsed, None, F::AlignedDayOfWeekInYear).map(Some);
        }
        if has(F::DayOfWeek) {
            return aligned(parsed, None, F::DayOfWeek).map(Some);
        }
    }
    Ok(None)
}

fn resolve_proleptic_month(parsed: &mut Parsed) -> Outcome<()> {
    let Some(month) = parsed.remove(F::ProlepticMonth) else {
        return Ok(());
    };
    if !parsed.lenient() {
        F::ProlepticMonth.check_valid_value(month)?;
    }
    parsed.derive(F::MonthOfYear, month.rem_euclid(12) + 1)?;
    parsed.derive(F::Year, month.div_euclid(12))
}

/// A year of an era is a year; without era it is one of the current era, unless the style is strict.
fn resolve_year_of_era(parsed: &mut Parsed) -> Outcome<()> {
    let Some(of_era) = parsed.remove(F::YearOfEra) else {
        return match parsed.value(F::Era) {
            Some(era) => F::Era.check_valid_value(era).map(drop),
            None => Ok(()),
        };
    };
    if !parsed.lenient() {
        F::YearOfEra.check_valid_value(of_era)?;
    }
    let before = || 1_i64.checked_sub(of_era).ok_or_else(Thrown::overflow);
    let year = parsed.value(F::Year);
    match parsed.remove(F::Era) {
        Some(1) => parsed.derive(F::Year, of_era),
        Some(0) => parsed.derive(F::Year, before()?),
        Some(era) => Err(Thrown::date_time(format!("era `{era}` is neither 0 nor 1"))),
        None if parsed.strict() && year.is_none() => {
            parsed.put(F::YearOfEra, of_era);
            Ok(())
        }
        None if year.is_none_or(|year| year > 0) => parsed.derive(F::Year, of_era),
        None => parsed.derive(F::Year, before()?),
    }
}

fn take(parsed: &mut Parsed, field: ChronoField) -> i64 {
    parsed.remove(field).unwrap_or(0)
}

fn take_year(parsed: &mut Parsed) -> Outcome<i32> {
    F::Year.check_valid_int_value(take(parsed, F::Year))
}

/// One less, for fields that count from one.
fn less_one(value: i64) -> Outcome<i64> {
    value.checked_sub(1).ok_or_else(Thrown::overflow)
}

fn year_month_day(parsed: &mut Parsed) -> Outcome<LocalDate> {
    let year = take_year(parsed)?;
    let (month, day) = (take(parsed, F::MonthOfYear), take(parsed, F::DayOfMonth));
    if parsed.lenient() {
        let (months, days) = (less_one(month)?, less_one(day)?);
        return LocalDate::of(year, 1, 1)?
            .plus_months(months)?
            .plus_days(days);
    }
    let month = F::MonthOfYear.check_valid_int_value(month)?;
    let mut day = F::DayOfMonth.check_valid_int_value(day)?;
    if !parsed.strict() {
        // The smart style takes the last day of the month for days after it.
        day = day.min(civil::month_length(year.into(), civil::small(month.into())).into());
    }
    LocalDate::of(year, month, day)
}

fn year_day(parsed: &mut Parsed) -> Outcome<LocalDate> {
    let year = take_year(parsed)?;
    let day = take(parsed, F::DayOfYear);
    if parsed.lenient() {
        return LocalDate::of_year_day(year, 1)?.plus_days(less_one(day)?);
    }
    LocalDate::of_year_day(year, F::DayOfYear.check_valid_int_value(day)?)
}

/// A week counted in blocks of seven days from the start of the month or year, and a day in it.
fn aligned(
    parsed: &mut Parsed,
    month_field: Option<ChronoField>,
    day_field: ChronoField,
) -> Outcome<LocalDate> {
    let year = take_year(parsed)?;
    let month = month_field.map(|field| take(parsed, field));
    let week_field = if month.is_some() {
        F::AlignedWeekOfMonth
    } else {
        F::AlignedWeekOfYear
    };
    let (week, day) = (take(parsed, week_field), take(parsed, day_field));
    if parsed.lenient() {
        let start = LocalDate::of(year, 1, 1)?.plus_months(less_one(month.unwrap_or(1))?)?;
        let start = start.plus_weeks(less_one(week)?)?;
        return on_day(start, day, day_field, true);
    }
    let month = F::MonthOfYear.check_valid_int_value(month.unwrap_or(1))?;
    let week = week_field.check_valid_value(week)?;
    let day = day_field.check_valid_value(day)?;
    let start = LocalDate::of(year, month, 1)?.plus_days((week - 1) * 7)?;
    let date = on_day(start, day, day_field, false)?;
    let left = if month_field.is_some() {
        date.get_month_value() != month
    } else {
        date.get_year() != year
    };
    if parsed.strict() && left {
        return Err(Thrown::date_time(format!(
            "{date} is in another month or year than the text says"
        )));
    }
    Ok(date)
}

/// The day of a block of seven days: by position, or the next such day of the week.
fn on_day(start: LocalDate, day: i64, field: ChronoField, lenient: bool) -> Outcome<LocalDate> {
    if field != F::DayOfWeek {
        return start.plus_days(less_one(day)?);
    }
    // Java counts the day from zero when it is lenient, but reads the result from one.
    let (start, day) = if lenient {
        carried(start, less_one(day)?)?
    } else {
        (start, day)
    };
    let wanted = i64::from(DayOfWeek::of(i32::try_from(day).unwrap_or(0))?.get_value());
    start.plus_days((wanted - i64::from(start.get_day_of_week().get_value())).rem_euclid(7))
}

/// Days of the week outside of 1 to 7 move by weeks.
fn carried(start: LocalDate, day: i64) -> Outcome<(LocalDate, i64)> {
    if day > 7 {
        return Ok((start.plus_weeks((day - 1) / 7)?, (day - 1) % 7 + 1));
    }
    if day < 1 {
        let weeks = day.checked_sub(7).ok_or_else(Thrown::overflow)? / 7;
        return Ok((start.plus_weeks(weeks)?, (day + 6) % 7 + 1));
    }
    Ok((start, day))
}

/// A date from a field of `WeekFields` and its companions.
pub(super) fn week_date(
    parsed: &mut Parsed,
    field: WeekField,
    value: i64,
) -> Outcome<Option<LocalDate>> {
    let value = i32::try_from(value).map_err(|_| Thrown::overflow())?;
    if field.count == WeekCount::DayOfWeek {
        let day = field.range().check_valid_value(value.into(), field)?;
        let first = i64::from(field.weeks.first_day.get_value());
        parsed.remove(sibling(field, WeekCount::DayOfWeek));
        parsed.put(F::DayOfWeek, (first + day - 2).rem_euclid(7) + 1);
        return Ok(None);
    }
    let Some(day) = parsed.value(F::DayOfWeek) else {
        return Ok(None);
    };
    let day = F::DayOfWeek.check_valid_value(day)?;
    let local_day = (day - i64::from(field.weeks.first_day.get_value())).rem_euclid(7) + 1;
    match (
        field.count,
        parsed.value(F::Year),
        parsed.value(F::MonthOfYear),
    ) {
        (WeekCount::WeekOfMonth, Some(year), Some(month)) => {
            let year = F::Year.check_valid_int_value(year)?;
            week_of_month(parsed, field, [year.into(), month, value.into(), local_day]).map(Some)
        }
        (WeekCount::WeekOfWeekBasedYear | WeekCount::WeekBasedYear, None, _) => {
            week_of_year(parsed, field, local_day)
        }
        _ => Ok(None),
    }
}

fn week_of_month(
    parsed: &mut Parsed,
    field: WeekField,
    [year, month, week, day]: [i64; 4],
) -> Outcome<LocalDate> {
    let first = LocalDate::of(i32::try_from(year).unwrap_or(0), 1, 1)?;
    let (start, week) = if parsed.lenient() {
        (first.plus_months(less_one(month)?)?, week)
    } else {
        let month = F::MonthOfYear.check_valid_int_value(month)?;
        (
            first.with_month(month)?,
            field.range().check_valid_value(week, field)?,
        )
    };
    let here = field.get_from(&start)?;
    let start_day = field.weeks.field(WeekCount::DayOfWeek).get_from(&start)?;
    let date = start.plus_days((week - here) * 7 + day - start_day)?;
    if parsed.strict() && i64::from(date.get_month_value()) != month {
        return Err(Thrown::date_time(format!(
            "{date} is in another month than the text says"
        )));
    }
    for field in [F::Year, F::MonthOfYear, F::DayOfWeek] {
        parsed.remove(field);
    }
    parsed.remove(sibling(field, WeekCount::WeekOfMonth));
    Ok(date)
}

fn week_of_year(parsed: &mut Parsed, field: WeekField, day: i64) -> Outcome<Option<LocalDate>> {
    let year_field = sibling(field, WeekCount::WeekBasedYear);
    let week_field = sibling(field, WeekCount::WeekOfWeekBasedYear);
    let (Some(year), Some(week)) = (parsed.value(year_field), parsed.value(week_field)) else {
        return Ok(None);
    };
    let year = year_field.range().check_valid_value(year, year_field)?;
    let date = if parsed.lenient() {
        field
            .weeks
            .date(year, 1, day - 1)?
            .plus_weeks(less_one(week)?)?
    } else {
        let week = week_field.range().check_valid_value(week, week_field)?;
        let date = field.weeks.date(year, week, day - 1)?;
        let found = field
            .weeks
            .field(WeekCount::WeekBasedYear)
            .get_from(&date)?;
        if parsed.strict() && found != year {
            return Err(Thrown::date_time(format!(
                "{date} is in another year than the text says"
            )));
        }
        date
    };
    for field in [year_field, week_field, F::DayOfWeek.into()] {
        parsed.remove(field);
    }
    Ok(Some(date))
}
