//! `java.time.Duration` and `Period`.

use super::values::*;
use crate::java::args::{give, ok};
use crate::java::member::{Members, f, p};
use crate::java::signature::{BOOL, INT, LIST, LONG, STRING};
use crate::java::time::duration::Duration;
use crate::java::time::period::Period;
use crate::value::ClassId;

#[rustfmt::skip]
pub(super) static DURATIONS: Members = Members::of(ClassId::DURATION).methods(&[
    p("abs", DURATION, |c, t, _| made(c, duration(t)?.abs()?), "the amount forward"),
    p("getNano", INT, |_, t, _| ok(duration(t)?.get_nano()), "the nanosecond"),
    p("getSeconds", LONG, |_, t, _| ok(duration(t)?.get_seconds()), "the seconds"),
    p("getUnits", LIST, |c, t, _| units(c, &duration(t)?.get_units()), "the units it is made of"),
    p("hashCode", INT, |_, t, _| ok(duration(t)?.hash_code()), "a number that equal objects share"),
    p("isNegative", BOOL, |_, t, _| ok(duration(t)?.is_negative()), "whether it goes back"),
    p("isPositive", BOOL, |_, t, _| ok(duration(t)?.is_positive()), "whether it goes forward"),
    p("isZero", BOOL, |_, t, _| ok(duration(t)?.is_zero()), "whether it is nothing"),
    p("negated", DURATION, |c, t, _| made(c, duration(t)?.negated()?), "the same amount back"),
    p("toDays", LONG, |_, t, _| ok(duration(t)?.to_days()), "whole days"),
    p("toDaysPart", LONG, |_, t, _| ok(duration(t)?.to_days_part()), "the days of the parts"),
    p("toHours", LONG, |_, t, _| ok(duration(t)?.to_hours()), "whole hours"),
    p("toHoursPart", INT, |_, t, _| ok(duration(t)?.to_hours_part()), "the hours of the parts"),
    p("toMillis", LONG, |_, t, _| ok(duration(t)?.to_millis()?), "whole milliseconds"),
    p("toMillisPart", INT, |_, t, _| ok(duration(t)?.to_millis_part()), "the milliseconds of the parts"),
    p("toMinutes", LONG, |_, t, _| ok(duration(t)?.to_minutes()), "whole minutes"),
    p("toMinutesPart", INT, |_, t, _| ok(duration(t)?.to_minutes_part()), "the minutes of the parts"),
    p("toNanos", LONG, |_, t, _| ok(duration(t)?.to_nanos()?), "nanoseconds"),
    p("toNanosPart", INT, |_, t, _| ok(duration(t)?.to_nanos_part()), "the nanoseconds of the parts"),
    p("toSeconds", LONG, |_, t, _| ok(duration(t)?.to_seconds()), "whole seconds"),
    p("toSecondsPart", INT, |_, t, _| ok(duration(t)?.to_seconds_part()), "the seconds of the parts"),
    p("toString", STRING, |c, t, _| give(c, duration(t)?.to_string()), "the value as text"),
]).fields(&[
    f("ZERO", |c, _, _| made(c, Duration::ZERO), "no time"),
]);

#[rustfmt::skip]
pub(super) static PERIODS: Members = Members::of(ClassId::PERIOD).methods(&[
    p("getChronology", ISO_CHRONOLOGY, |c, _, _| made(c, Chronology), "the calendar system"),
    p("getDays", INT, |_, t, _| ok(days(t)?.get_days()), "the days"),
    p("getMonths", INT, |_, t, _| ok(days(t)?.get_months()), "the months"),
    p("getUnits", LIST, |c, t, _| units(c, &days(t)?.get_units()), "the units it is made of"),
    p("getYears", INT, |_, t, _| ok(days(t)?.get_years()), "the years"),
    p("hashCode", INT, |_, t, _| ok(days(t)?.hash_code()), "a number that equal objects share"),
    p("isNegative", BOOL, |_, t, _| ok(days(t)?.is_negative()), "whether it goes back"),
    p("isZero", BOOL, |_, t, _| ok(days(t)?.is_zero()), "whether it is nothing"),
    p("negated", PERIOD, |c, t, _| made(c, days(t)?.negated()?), "the same amount back"),
    p("normalized", PERIOD, |c, t, _| made(c, days(t)?.normalized()?), "the same amount with less than 12 months"),
    p("toString", STRING, |c, t, _| give(c, days(t)?.to_string()), "the value as text"),
    p("toTotalMonths", LONG, |_, t, _| ok(days(t)?.to_total_months()), "years and months in months"),
]).fields(&[
    f("ZERO", |c, _, _| made(c, Period::ZERO), "no days"),
]);
