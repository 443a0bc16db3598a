//! `java.time.Instant`, `LocalTime`, `OffsetDateTime` and `OffsetTime`, which can be read but not called.

use super::values::*;
use crate::java::args::{give, ok, unavailable};
use crate::java::member::{Members, f, p};
use crate::java::signature::{COMPARATOR, INT, LONG, STRING};
use crate::java::time::instant::Instant;
use crate::java::time::local_time::LocalTime;
use crate::java::time::offset_date_time::OffsetDateTime;
use crate::java::time::offset_time::OffsetTime;
use crate::java::time::zone::ZoneId;
use crate::value::ClassId;

#[rustfmt::skip]
pub(super) static INSTANTS: Members = Members::of(ClassId::INSTANT).methods(&[
    p("getEpochSecond", LONG, |_, t, _| ok(moment(t)?.get_epoch_second()), "the seconds since 1970"),
    p("getNano", INT, |_, t, _| ok(moment(t)?.get_nano()), "the nanosecond"),
    p("hashCode", INT, |_, t, _| ok(moment(t)?.hash_code()), "a number that equal objects share"),
    p("now", INSTANT, |c, _, _| made(c, now(c)), "the value of the clock").stat(),
    p("toEpochMilli", LONG, |_, t, _| ok(moment(t)?.to_epoch_milli()?), "the milliseconds since 1970"),
    p("toString", STRING, |c, t, _| give(c, moment(t)?.to_string()), "the value as text"),
]).fields(&[
    f("EPOCH", |c, _, _| made(c, Instant::EPOCH), "the start of 1970"),
    f("MIN", |c, _, _| made(c, Instant::MIN), "the first moment"),
    f("MAX", |c, _, _| made(c, Instant::MAX), "the last moment"),
]);

#[rustfmt::skip]
pub(super) static TIMES: Members = Members::of(ClassId::LOCAL_TIME).methods(&[
    p("getHour", INT, |_, t, _| ok(time(t)?.get_hour()), "the hour"),
    p("getMinute", INT, |_, t, _| ok(time(t)?.get_minute()), "the minute"),
    p("getNano", INT, |_, t, _| ok(time(t)?.get_nano()), "the nanosecond"),
    p("getSecond", INT, |_, t, _| ok(time(t)?.get_second()), "the second"),
    p("hashCode", INT, |_, t, _| ok(time(t)?.hash_code()), "a number that equal objects share"),
    p("now", LOCAL_TIME, |c, _, _| made(c, LocalTime::of_instant(now(c), c.environment.zone)), "the value of the clock").stat(),
    p("toNanoOfDay", LONG, |_, t, _| ok(time(t)?.to_nano_of_day()), "the nanoseconds since midnight"),
    p("toSecondOfDay", INT, |_, t, _| ok(time(t)?.to_second_of_day()), "the seconds since midnight"),
    p("toString", STRING, |c, t, _| give(c, time(t)?.to_string()), "the value as text"),
]).fields(&[
    f("MIN", |c, _, _| made(c, LocalTime::MIN), "00:00"),
    f("MAX", |c, _, _| made(c, LocalTime::MAX), "the last nanosecond of the day"),
    f("MIDNIGHT", |c, _, _| made(c, LocalTime::MIDNIGHT), "00:00"),
    f("NOON", |c, _, _| made(c, LocalTime::NOON), "12:00"),
]);

#[rustfmt::skip]
pub(super) static OFFSET_DATE_TIMES: Members = Members::of(ClassId::OFFSET_DATE_TIME).methods(&[
    p("getDayOfMonth", INT, |_, t, _| ok(offset_date_time(t)?.to_local_date_time().get_day_of_month()), "the day of the month"),
    p("getDayOfWeek", DAY_OF_WEEK, |c, t, _| enum_of(c, ClassId::DAY_OF_WEEK, offset_date_time(t)?.to_local_date_time().get_day_of_week().ordinal()), "the day of the week"),
    p("getDayOfYear", INT, |_, t, _| ok(offset_date_time(t)?.to_local_date_time().get_day_of_year()), "the day of the year"),
    p("getHour", INT, |_, t, _| ok(offset_date_time(t)?.to_local_date_time().get_hour()), "the hour"),
    p("getMinute", INT, |_, t, _| ok(offset_date_time(t)?.to_local_date_time().get_minute()), "the minute"),
    p("getMonth", MONTH, |c, t, _| enum_of(c, ClassId::MONTH, offset_date_time(t)?.to_local_date_time().get_month().ordinal()), "the month"),
    p("getMonthValue", INT, |_, t, _| ok(offset_date_time(t)?.to_local_date_time().get_month_value()), "the number of the month"),
    p("getNano", INT, |_, t, _| ok(offset_date_time(t)?.to_local_date_time().get_nano()), "the nanosecond"),
    p("getOffset", ZONE_OFFSET, |c, t, _| made(c, ZoneId::Offset(offset_date_time(t)?.get_offset())), "the offset"),
    p("getSecond", INT, |_, t, _| ok(offset_date_time(t)?.to_local_date_time().get_second()), "the second"),
    p("getYear", INT, |_, t, _| ok(offset_date_time(t)?.to_local_date_time().get_year()), "the year"),
    p("hashCode", INT, |_, t, _| ok(offset_date_time(t)?.hash_code()), "a number that equal objects share"),
    p("now", OFFSET_DATE_TIME, |c, _, _| made(c, OffsetDateTime::now(now(c), c.environment.zone)?), "the value of the clock").stat(),
    p("timeLineOrder", COMPARATOR, unavailable, "the order of moments").stat(),
    p("toEpochSecond", LONG, |_, t, _| ok(offset_date_time(t)?.to_epoch_second()), "the seconds since 1970"),
    p("toInstant", INSTANT, |c, t, _| made(c, offset_date_time(t)?.to_instant()), "the moment"),
    p("toLocalDate", LOCAL_DATE, |c, t, _| made(c, offset_date_time(t)?.to_local_date()), "the date"),
    p("toLocalDateTime", LOCAL_DATE_TIME, |c, t, _| made(c, offset_date_time(t)?.to_local_date_time()), "date and time without offset"),
    p("toLocalTime", LOCAL_TIME, |c, t, _| made(c, offset_date_time(t)?.to_local_time()), "the time"),
    p("toOffsetTime", OFFSET_TIME, |c, t, _| made(c, offset_date_time(t)?.to_offset_time()), "the time with the offset"),
    p("toString", STRING, |c, t, _| give(c, offset_date_time(t)?.to_string()), "the value as text"),
    p("toZonedDateTime", ZONED_DATE_TIME, |c, t, _| made(c, offset_date_time(t)?.to_zoned_date_time()), "date and time in the offset as zone"),
]).fields(&[
    f("MIN", |c, _, _| made(c, OffsetDateTime::MIN), "the first moment"),
    f("MAX", |c, _, _| made(c, OffsetDateTime::MAX), "the last moment"),
]);

#[rustfmt::skip]
pub(super) static OFFSET_TIMES: Members = Members::of(ClassId::OFFSET_TIME).methods(&[
    p("getHour", INT, |_, t, _| ok(time_at_offset(t)?.to_local_time().get_hour()), "the hour"),
    p("getMinute", INT, |_, t, _| ok(time_at_offset(t)?.to_local_time().get_minute()), "the minute"),
    p("getNano", INT, |_, t, _| ok(time_at_offset(t)?.to_local_time().get_nano()), "the nanosecond"),
    p("getOffset", ZONE_OFFSET, |c, t, _| made(c, ZoneId::Offset(time_at_offset(t)?.get_offset())), "the offset"),
    p("getSecond", INT, |_, t, _| ok(time_at_offset(t)?.to_local_time().get_second()), "the second"),
    p("hashCode", INT, |_, t, _| ok(time_at_offset(t)?.hash_code()), "a number that equal objects share"),
    p("now", OFFSET_TIME, |c, _, _| made(c, OffsetTime::now(now(c), c.environment.zone)), "the value of the clock").stat(),
    p("toLocalTime", LOCAL_TIME, |c, t, _| made(c, time_at_offset(t)?.to_local_time()), "the time"),
    p("toString", STRING, |c, t, _| give(c, time_at_offset(t)?.to_string()), "the value as text"),
]).fields(&[
    f("MIN", |c, _, _| made(c, OffsetTime::MIN), "the first time"),
    f("MAX", |c, _, _| made(c, OffsetTime::MAX), "the last time"),
]);
