//! Instants in UTC: `2024-02-29T12:14:15.123Z`.

use std::sync::LazyLock;

use super::super::field::ChronoField;
use super::super::instant::Instant;
use super::super::local_date::LocalDate;
use super::super::local_date_time::LocalDateTime;
use super::super::offset::ZoneOffset;
use super::super::thrown::{Outcome, Thrown};
use super::element::Element;
use super::named;
use super::scan::Scanner;

/// Seconds of 10 000 years of the calendar.
const MYRIAD: i64 = 146_097 * 25 * 86_400;

static STEPS: LazyLock<Vec<Element>> = LazyLock::new(named::instant_steps);

/// Reads an instant; 24:00 is the next day, a leap second is its second before.
pub(super) fn scan(scanner: &mut Scanner<'_>, at: usize) -> Option<usize> {
    let mut inner = scanner.clone();
    inner.found = super::scan::Found::default();
    let end = inner.run(&STEPS, at)?;
    let value = |field: ChronoField| {
        inner
            .found
            .fields
            .iter()
            .find(|(known, _)| *known == field.into())
            .map_or(0, |(_, value)| *value)
    };
    let mut time = [
        value(ChronoField::HourOfDay),
        value(ChronoField::MinuteOfHour),
        value(ChronoField::SecondOfMinute),
    ];
    let nano = value(ChronoField::NanoOfSecond);
    let mut days = 0;
    if time == [24, 0, 0] && nano == 0 {
        (time[0], days) = (0, 1);
    } else if time == [23, 59, 60] {
        time[2] = 59;
        scanner.found.leap_second = true;
    }
    let date = [
        value(ChronoField::Year),
        value(ChronoField::MonthOfYear),
        value(ChronoField::DayOfMonth),
    ];
    let second = second_of(date, time, days, value(ChronoField::OffsetSeconds)).ok()?;
    let kept = scanner.set(ChronoField::InstantSeconds.into(), second);
    (kept && scanner.set(ChronoField::NanoOfSecond.into(), nano)).then_some(end)
}

/// The second of the time line; years beyond four digits are taken modulo the calendar's repetition.
fn second_of([year, month, day]: [i64; 3], time: [i64; 3], days: i64, offset: i64) -> Outcome<i64> {
    let int = |number: i64| i32::try_from(number).map_err(|_| Thrown::overflow());
    let date = LocalDate::of(int(year % 10_000)?, int(month)?, int(day)?)?.plus_days(days)?;
    let [hour, minute, second] = time;
    let time = super::super::local_time::LocalTime::of(int(hour)?, int(minute)?, int(second)?, 0)?;
    let offset = ZoneOffset::of_total_seconds(int(offset)?)?;
    let local = LocalDateTime { date, time }.to_epoch_second(offset);
    let myriads = (year / 10_000)
        .checked_mul(MYRIAD)
        .ok_or_else(Thrown::overflow)?;
    local.checked_add(myriads).ok_or_else(Thrown::overflow)
}

/// Writes an instant.
pub(super) fn print(second: i64, nano: i64, out: &mut String) {
    let nanos = u32::try_from(nano).unwrap_or(0);
    out.push_str(
        &Instant {
            seconds: second,
            nanos,
        }
        .to_string(),
    );
}
