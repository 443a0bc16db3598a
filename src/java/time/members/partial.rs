//! `java.time.Year`, `YearMonth` and `MonthDay`.

use super::values::*;
use crate::java::args::{give, ok};
use crate::java::member::{Members, f, p};
use crate::java::signature::{BOOL, INT, STRING};
use crate::java::time::partial::MonthDay;
use crate::java::time::partial::Year;
use crate::java::time::partial::YearMonth;
use crate::value::ClassId;

#[rustfmt::skip]
pub(super) static YEARS: Members = Members::of(ClassId::YEAR).methods(&[
    p("getValue", INT, |_, t, _| ok(year(t)?.get_value()), "the number"),
    p("hashCode", INT, |_, t, _| ok(year(t)?.hash_code()), "a number that equal objects share"),
    p("isLeap", BOOL, |_, t, _| ok(year(t)?.is_leap()), "whether February has 29 days"),
    p("length", INT, |_, t, _| ok(year(t)?.length()), "the days of the year"),
    p("now", YEAR, |c, _, _| made(c, Year::now(now(c), c.environment.zone)?), "the value of the clock").stat(),
    p("toString", STRING, |c, t, _| give(c, year(t)?.to_string()), "the value as text"),
]).fields(&[
    f("MIN_VALUE", |_, _, _| ok(Year::MIN_VALUE), "the first year"),
    f("MAX_VALUE", |_, _, _| ok(Year::MAX_VALUE), "the last year"),
]);

#[rustfmt::skip]
pub(super) static YEAR_MONTHS: Members = Members::of(ClassId::YEAR_MONTH).methods(&[
    p("atEndOfMonth", LOCAL_DATE, |c, t, _| made(c, year_month(t)?.at_end_of_month()), "the last day of the month"),
    p("getMonth", MONTH, |c, t, _| enum_of(c, ClassId::MONTH, year_month(t)?.get_month().ordinal()), "the month"),
    p("getMonthValue", INT, |_, t, _| ok(year_month(t)?.get_month_value()), "the number of the month"),
    p("getYear", INT, |_, t, _| ok(year_month(t)?.get_year()), "the year"),
    p("hashCode", INT, |_, t, _| ok(year_month(t)?.hash_code()), "a number that equal objects share"),
    p("isLeapYear", BOOL, |_, t, _| ok(year_month(t)?.is_leap_year()), "whether February has 29 days"),
    p("lengthOfMonth", INT, |_, t, _| ok(year_month(t)?.length_of_month()), "the days of the month"),
    p("lengthOfYear", INT, |_, t, _| ok(year_month(t)?.length_of_year()), "the days of the year"),
    p("now", YEAR_MONTH, |c, _, _| made(c, YearMonth::now(now(c), c.environment.zone)?), "the value of the clock").stat(),
    p("toString", STRING, |c, t, _| give(c, year_month(t)?.to_string()), "the value as text"),
]);

#[rustfmt::skip]
pub(super) static MONTH_DAYS: Members = Members::of(ClassId::MONTH_DAY).methods(&[
    p("getDayOfMonth", INT, |_, t, _| ok(month_day(t)?.get_day_of_month()), "the day of the month"),
    p("getMonth", MONTH, |c, t, _| enum_of(c, ClassId::MONTH, month_day(t)?.get_month().ordinal()), "the month"),
    p("getMonthValue", INT, |_, t, _| ok(month_day(t)?.get_month_value()), "the number of the month"),
    p("hashCode", INT, |_, t, _| ok(month_day(t)?.hash_code()), "a number that equal objects share"),
    p("now", MONTH_DAY, |c, _, _| made(c, MonthDay::now(now(c), c.environment.zone)?), "the value of the clock").stat(),
    p("toString", STRING, |c, t, _| give(c, month_day(t)?.to_string()), "the value as text"),
]);
