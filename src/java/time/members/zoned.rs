//! `java.time.ZonedDateTime`, and what it inherits.

use super::formatter::{accessor, formatter};
use super::values::*;
use crate::java::args::{arg, give, int, long, ok, sequence};
use crate::java::member::{Members, h, m, p, s};
use crate::java::signature::{BOOL, CHAR_SEQUENCE, INT, LONG, OBJECT, STRING, class};
use crate::java::time::accessor::Accessor;
use crate::java::time::local_date_time::LocalDateTime;
use crate::java::time::zone::ZoneId;
use crate::java::time::zoned::ZonedDateTime;
use crate::value::{ClassId, equality};

#[rustfmt::skip]
pub(super) static MEMBERS: Members = Members::of(ClassId::ZONED_DATE_TIME).methods(&[
    m("get", &[TEMPORAL_FIELD], INT, |_, t, a| ok(zoned(t)?.get(field(a, 0)?)?), "a part as number"),
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equality::equals(t, arg(a, 0))), "whether the other object is the same"),
    m("toString", &[], STRING, |c, t, _| give(c, zoned(t)?.to_string()), "date and time as text"),
    m("hashCode", &[], INT, |_, t, _| ok(zoned(t)?.hash_code()), "a number that equal objects share"),
    m("getLong", &[TEMPORAL_FIELD], LONG, |_, t, a| ok(zoned(t)?.get_long(field(a, 0)?)?), "a part as number"),
    s("of", &[INT, INT, INT, INT, INT, INT, INT, ZONE_ID], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::of(parts(&a[..7])?, zone(a, 7)?)?), "date and time of its parts"),
    s("of", &[LOCAL_DATE, LOCAL_TIME, ZONE_ID], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::of(LocalDateTime::of(local_date(a, 0)?, local_time(a, 1)?), zone(a, 2)?)?), "date and time of its parts"),
    s("of", &[LOCAL_DATE_TIME, ZONE_ID], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::of(local_date_time(a, 0)?, zone(a, 1)?)?), "date and time of its parts"),
    m("format", &[DATE_TIME_FORMATTER], STRING, |c, t, a| give(c, zoned(t)?.format(formatter(arg(a, 0))?)?), "date and time as a format writes it"),
    s("from", &[TEMPORAL_ACCESSOR], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::from(accessor(a, 0)?.get())?), "date and time of a wider value"),
    m("isSupported", &[TEMPORAL_FIELD], BOOL, |_, t, a| ok(!arg(a, 0).is_null() && zoned(t)?.is_supported(field(a, 0)?)), "whether there is such a part"),
    m("isSupported", &[TEMPORAL_UNIT], BOOL, |_, t, a| ok(!arg(a, 0).is_null() && zoned(t)?.is_unit_supported(unit(a, 0)?)), "whether there is such a part"),
    h("readObject", &[OBJECT_INPUT_STREAM]),
    s("parse", &[CHAR_SEQUENCE, DATE_TIME_FORMATTER], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::parse_with(&sequence(a, 0)?.to_string_lossy(), formatter(arg(a, 1))?)?), "date and time that a text means"),
    s("parse", &[CHAR_SEQUENCE], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::parse(&sequence(a, 0)?.to_string_lossy())?), "date and time that a text means"),
    m("with", &[TEMPORAL_ADJUSTER], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with(&adjuster(a, 0)?)?), "date and time with a change"),
    m("with", &[TEMPORAL_FIELD, LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_field(field(a, 0)?, long(a, 1)?)?), "date and time with a change"),
    h("create", &[LONG, INT, ZONE_ID]).stat(),
    m("query", &[TEMPORAL_QUERY], OBJECT, |c, t, a| answer(c, zoned(t)?.query(query(a, 0)?)), "what a query finds"),
    m("getOffset", &[], ZONE_OFFSET, |c, t, _| made(c, ZoneId::Offset(zoned(t)?.get_offset())), "the offset"),
    h("writeReplace", &[]),
    m("range", &[TEMPORAL_FIELD], VALUE_RANGE, |c, t, a| made(c, zoned(t)?.range(field(a, 0)?)?), "the values that a part can have"),
    s("now", &[], ZONED_DATE_TIME, |c, _, _| made(c, ZonedDateTime::now(now(c), c.environment.zone)?), "date and time of the clock"),
    s("now", &[CLOCK], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::now(now(c), clock(a, 0)?)?), "date and time of the clock"),
    s("now", &[ZONE_ID], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::now(now(c), zone(a, 0)?)?), "date and time of the clock"),
    m("getNano", &[], INT, |_, t, _| ok(zoned(t)?.get_nano()), "the nanosecond"),
    m("getYear", &[], INT, |_, t, _| ok(zoned(t)?.get_year()), "the year"),
    m("getMonthValue", &[], INT, |_, t, _| ok(zoned(t)?.get_month_value()), "the number of the month"),
    m("getDayOfMonth", &[], INT, |_, t, _| ok(zoned(t)?.get_day_of_month()), "the day of the month"),
    m("getHour", &[], INT, |_, t, _| ok(zoned(t)?.get_hour()), "the hour"),
    m("getMinute", &[], INT, |_, t, _| ok(zoned(t)?.get_minute()), "the minute"),
    m("getSecond", &[], INT, |_, t, _| ok(zoned(t)?.get_second()), "the second"),
    m("minus", &[TEMPORAL_AMOUNT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus(amount(a, 0)?)?), "date and time earlier by an amount"),
    m("minus", &[LONG, TEMPORAL_UNIT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus_unit(long(a, 0)?, unit(a, 1)?)?), "date and time earlier by an amount"),
    m("getZone", &[], ZONE_ID, |c, t, _| made(c, zoned(t)?.get_zone()), "the zone"),
    m("plus", &[TEMPORAL_AMOUNT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus(amount(a, 0)?)?), "date and time later by an amount"),
    m("plus", &[LONG, TEMPORAL_UNIT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus_unit(long(a, 0)?, unit(a, 1)?)?), "date and time later by an amount"),
    m("until", &[TEMPORAL, TEMPORAL_UNIT], LONG, |_, t, a| ok(zoned(t)?.until_unit(&temporal(a, 0)?, unit(a, 1)?)?), "the amount to another"),
    m("plusNanos", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus_nanos(long(a, 0)?)?), "date and time that many nanoseconds later"),
    m("plusSeconds", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus_seconds(long(a, 0)?)?), "date and time that many seconds later"),
    m("plusDays", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus_days(long(a, 0)?)?), "date and time that many days later"),
    m("plusHours", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus_hours(long(a, 0)?)?), "date and time that many hours later"),
    m("plusMinutes", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus_minutes(long(a, 0)?)?), "date and time that many minutes later"),
    m("minusDays", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus_days(long(a, 0)?)?), "date and time that many days earlier"),
    m("minusHours", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus_hours(long(a, 0)?)?), "date and time that many hours earlier"),
    m("minusMinutes", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus_minutes(long(a, 0)?)?), "date and time that many minutes earlier"),
    m("minusSeconds", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus_seconds(long(a, 0)?)?), "date and time that many seconds earlier"),
    m("minusNanos", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus_nanos(long(a, 0)?)?), "date and time that many nanoseconds earlier"),
    m("truncatedTo", &[TEMPORAL_UNIT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.truncated_to(unit(a, 0)?)?), "date and time cut to a unit"),
    h("writeExternal", &[DATA_OUTPUT]),
    h("readExternal", &[OBJECT_INPUT]).stat(),
    s("ofInstant", &[LOCAL_DATE_TIME, ZONE_OFFSET, ZONE_ID], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::of_local_instant(local_date_time(a, 0)?, offset(a, 1)?, zone(a, 2)?)?), "date and time of a moment"),
    s("ofInstant", &[INSTANT, ZONE_ID], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::of_instant(instant(a, 0)?, zone(a, 1)?)?), "date and time of a moment"),
    m("getMonth", &[], MONTH, |c, t, _| enum_of(c, ClassId::MONTH, zoned(t)?.get_month().ordinal()), "the month"),
    m("getDayOfWeek", &[], DAY_OF_WEEK, |c, t, _| enum_of(c, ClassId::DAY_OF_WEEK, zoned(t)?.get_day_of_week().ordinal()), "the day of the week"),
    m("getDayOfYear", &[], INT, |_, t, _| ok(zoned(t)?.get_day_of_year()), "the day of the year"),
    m("withDayOfMonth", &[INT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_day_of_month(int(a, 0)?)?), "date and time with another day of the month"),
    m("withDayOfYear", &[INT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_day_of_year(int(a, 0)?)?), "date and time with another day of the year"),
    m("plusWeeks", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus_weeks(long(a, 0)?)?), "date and time that many weeks later"),
    m("withMonth", &[INT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_month(int(a, 0)?)?), "date and time with another month"),
    m("plusMonths", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus_months(long(a, 0)?)?), "date and time that many months later"),
    m("withYear", &[INT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_year(int(a, 0)?)?), "date and time with another year"),
    m("plusYears", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.plus_years(long(a, 0)?)?), "date and time that many years later"),
    m("minusMonths", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus_months(long(a, 0)?)?), "date and time that many months earlier"),
    m("toLocalTime", &[], LOCAL_TIME, |c, t, _| made(c, zoned(t)?.to_local_time()), "the time"),
    m("minusYears", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus_years(long(a, 0)?)?), "date and time that many years earlier"),
    m("minusWeeks", &[LONG], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.minus_weeks(long(a, 0)?)?), "date and time that many weeks earlier"),
    m("toLocalDateTime", &[], LOCAL_DATE_TIME, |c, t, _| made(c, zoned(t)?.to_local_date_time()), "date and time without zone"),
    m("withHour", &[INT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_hour(int(a, 0)?)?), "date and time with another hour"),
    m("withMinute", &[INT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_minute(int(a, 0)?)?), "date and time with another minute"),
    m("withSecond", &[INT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_second(int(a, 0)?)?), "date and time with another second"),
    m("withNano", &[INT], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_nano(int(a, 0)?)?), "date and time with another nanosecond"),
    m("toLocalDate", &[], LOCAL_DATE, |c, t, _| made(c, zoned(t)?.to_local_date()), "the date"),
    s("ofLocal", &[LOCAL_DATE_TIME, ZONE_ID, ZONE_OFFSET], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::of_local(local_date_time(a, 0)?, zone(a, 1)?, preferred(a, 2)?)?), "date and time of local date and time, in a zone"),
    h("resolveLocal", &[LOCAL_DATE_TIME]),
    h("resolveOffset", &[ZONE_OFFSET]),
    h("resolveInstant", &[LOCAL_DATE_TIME]),
    m("withZoneSameInstant", &[ZONE_ID], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_zone_same_instant(zone(a, 0)?)?), "the same moment in another zone"),
    m("toOffsetDateTime", &[], OFFSET_DATE_TIME, |c, t, _| made(c, zoned(t)?.to_offset_date_time()), "date and time with the offset only"),
    h("ofLenient", &[LOCAL_DATE_TIME, ZONE_OFFSET, ZONE_ID]).stat(),
    m("withZoneSameLocal", &[ZONE_ID], ZONED_DATE_TIME, |c, t, a| made(c, zoned(t)?.with_zone_same_local(zone(a, 0)?)?), "the same local time in another zone"),
    m("withLaterOffsetAtOverlap", &[], ZONED_DATE_TIME, |c, t, _| made(c, zoned(t)?.with_later_offset_at_overlap()), "the later of two moments with the same local time"),
    m("withEarlierOffsetAtOverlap", &[], ZONED_DATE_TIME, |c, t, _| made(c, zoned(t)?.with_earlier_offset_at_overlap()), "the earlier of two moments with the same local time"),
    s("ofStrict", &[LOCAL_DATE_TIME, ZONE_OFFSET, ZONE_ID], ZONED_DATE_TIME, |c, _, a| made(c, ZonedDateTime::of_strict(local_date_time(a, 0)?, offset(a, 1)?, zone(a, 2)?)?), "date and time of parts that must agree"),
    m("withFixedOffsetZone", &[], ZONED_DATE_TIME, |c, t, _| made(c, zoned(t)?.with_fixed_offset_zone()), "date and time with the offset as zone"),
]);

#[rustfmt::skip]
pub(super) static CHRONO: Members = Members::of(ClassId::CHRONO_ZONED_DATE_TIME).methods(&[
    p("toInstant", INSTANT, |c, t, _| made(c, zoned(t)?.to_instant()), "the moment"),
    p("toEpochSecond", LONG, |_, t, _| ok(zoned(t)?.to_epoch_second()), "the seconds since 1970"),
    p("getChronology", class("java.time.chrono.Chronology"), |c, _, _| made(c, Chronology), "the calendar system"),
]);

#[rustfmt::skip]
pub(super) static CHRONO_LOCAL: Members = Members::of(ClassId::CHRONO_LOCAL_DATE_TIME).methods(&[
    p("getChronology", class("java.time.chrono.Chronology"), |c, _, _| made(c, Chronology), "the calendar system"),
]);
