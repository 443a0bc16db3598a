//! `java.util.Date` and `TimeZone`.

use super::formatter::dates_locale;
use super::values::*;
use crate::java::args::{arg, array, class_cast, give, int, long, ok, text};
use crate::java::member::{Call, Members, c, f, h, m, p, s};
use crate::java::object::{Changeable, JavaObject};
use crate::java::signature::{
    BOOL, INT, LONG, OBJECT, STREAM, STRING, UNREACHABLE, VOID, array_of, class,
};
use crate::java::time::date::Date;
use crate::java::time::format::DateTimeFormatter;
use crate::java::time::names::FormatStyle;
use crate::java::time::time_zone::TimeZone;
use crate::java::time::zone_data::Region;
use crate::java::time::zoned::ZonedDateTime;
use crate::java::util::stream::stream;
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value, equality};

const DATE: ClassRef = ClassRef::of(ClassId::DATE);
const TIME_ZONE: ClassRef = ClassRef::of(ClassId::TIME_ZONE);

#[rustfmt::skip]
pub(super) static DATES: Members = Members::of(ClassId::DATE).methods(&[
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equality::equals(t, arg(a, 0))), "whether the other object is the same moment"),
    m("toString", &[], STRING, |c, t, _| give(c, date_of(t)?.to_text(place(c))), "day of the week, month, day, time, zone, year"),
    m("hashCode", &[], INT, |_, t, _| ok(date_of(t)?.hash_code()), "a number that equal dates share"),
    m("clone", &[], OBJECT, |c, t, _| moment(c, date_of(t)?), "a copy"),
    m("compareTo", &[DATE], INT, |_, t, a| ok(date_of(t)?.compare_to(date_of(arg(a, 0))?)), "the order of two: negative, 0 or positive"),
    s("from", &[INSTANT], DATE, |c, _, a| moment(c, Date::from(instant(a, 0)?)?), "the date of a moment"),
    h("readObject", &[OBJECT_INPUT_STREAM]),
    h("writeObject", &[class("java.io.ObjectOutputStream")]),
    s("parse", &[STRING], LONG, |c, _, a| ok(argument(c, a)?.get_time()), "the milliseconds since 1970 of a date that a text means"),
    m("before", &[DATE], BOOL, |_, t, a| ok(date_of(t)?.before(date_of(arg(a, 0))?)), "whether it is earlier"),
    m("after", &[DATE], BOOL, |_, t, a| ok(date_of(t)?.after(date_of(arg(a, 0))?)), "whether it is later"),
    h("normalize", &[UNREACHABLE]),
    h("normalize", &[]),
    m("toInstant", &[], INSTANT, |c, t, _| made(c, date_of(t)?.to_instant()), "the date as moment"),
    s("UTC", &[INT, INT, INT, INT, INT, INT], LONG, |_, _, a| ok(Date::utc(six(a)?)), "the milliseconds since 1970 of year (from 1900), month (from 0), day, hour, minute, second"),
    m("getYear", &[], INT, |c, t, _| ok(date_of(t)?.get_year(place(c))), "the years since 1900"),
    m("getTime", &[], LONG, |_, t, _| ok(date_of(t)?.get_time()), "the milliseconds since 1970"),
    m("setTime", &[LONG], VOID, |_, t, a| change(t, long(a, 0)?, Date::set_time), "moves the date to these milliseconds since 1970"),
    m("getSeconds", &[], INT, |c, t, _| ok(date_of(t)?.get_seconds(place(c))), "the second"),
    m("getMonth", &[], INT, |c, t, _| ok(date_of(t)?.get_month(place(c))), "the month from 0"),
    h("getMillisOf", &[DATE]).stat(),
    m("setDate", &[INT], VOID, |c, t, a| change(t, int(a, 0)?, |date, day| date.set_date(day, place(c))), "moves the date to another day of the month"),
    h("getCalendarSystem", &[INT]).stat(),
    h("getCalendarSystem", &[LONG]).stat(),
    h("getCalendarSystem", &[UNREACHABLE]).stat(),
    h("getTimeImpl", &[]),
    h("getCalendarDate", &[]),
    m("setMonth", &[INT], VOID, |c, t, a| change(t, int(a, 0)?, |date, month| date.set_month(month, place(c))), "moves the date to another month"),
    m("getHours", &[], INT, |c, t, _| ok(date_of(t)?.get_hours(place(c))), "the hour"),
    m("setHours", &[INT], VOID, |c, t, a| change(t, int(a, 0)?, |date, hours| date.set_hours(hours, place(c))), "moves the date to another hour"),
    m("getMinutes", &[], INT, |c, t, _| ok(date_of(t)?.get_minutes(place(c))), "the minute"),
    m("setMinutes", &[INT], VOID, |c, t, a| change(t, int(a, 0)?, |date, minutes| date.set_minutes(minutes, place(c))), "moves the date to another minute"),
    m("setSeconds", &[INT], VOID, |c, t, a| change(t, int(a, 0)?, |date, seconds| date.set_seconds(seconds, place(c))), "moves the date to another second"),
    h("convertToAbbr", &[class("java.lang.StringBuilder"), STRING]).stat(),
    h("getJulianCalendar", &[]).stat(),
    m("setYear", &[INT], VOID, |c, t, a| change(t, int(a, 0)?, |date, year| date.set_year(year, place(c))), "moves the date to another year"),
    m("getDate", &[], INT, |c, t, _| ok(date_of(t)?.get_date(place(c))), "the day of the month"),
    m("getDay", &[], INT, |c, t, _| ok(date_of(t)?.get_day(place(c))), "the day of the week from 0, Sunday"),
    m("toLocaleString", &[], STRING, locale_text, "date and time as the default locale writes them"),
    m("toGMTString", &[], STRING, |c, t, _| give(c, date_of(t)?.to_gmt_string()), "date and time in GMT"),
    m("getTimezoneOffset", &[], INT, |c, t, _| ok(date_of(t)?.get_timezone_offset(place(c))), "the minutes west of Greenwich"),
]).constructors(&[
    c(&[STRING], |c, _, a| moment(c, argument(c, a)?), "the date that a text means"),
    c(&[INT, INT, INT, INT, INT, INT], |c, _, a| moment(c, Date::of(six(a)?, place(c))), "the date of year (from 1900), month (from 0), day, hour, minute, second"),
    c(&[INT, INT, INT, INT, INT], |c, _, a| moment(c, Date::of(six(a)?, place(c))), "the date of year (from 1900), month (from 0), day, hour, minute"),
    c(&[], |c, _, _| moment(c, Date::new(c.environment.epoch_millis())), "the date of the clock"),
    c(&[LONG], |c, _, a| moment(c, Date::new(long(a, 0)?)), "the date that many milliseconds after 1970"),
    c(&[INT, INT, INT], |c, _, a| moment(c, Date::of(six(a)?, place(c))), "the date of year (from 1900), month (from 0), day"),
]);

#[rustfmt::skip]
pub(super) static TIME_ZONES: Members = Members::of(ClassId::TIME_ZONE).methods(&[
    p("clone", OBJECT, |_, t, _| Ok(t), "a copy"),
    p("getDefault", TIME_ZONE, |c, _, _| made(c, place(c)), "the zone of this engine").stat(),
    p("getDisplayName", STRING, |c, t, _| give(c, zone_of_time(t)?.get_display_name(&dates_locale(&c.environment.locale))), "the name of the zone in words"),
    s("getTimeZone", &[STRING], TIME_ZONE, |c, _, a| made(c, TimeZone::get_time_zone(&text(a, 0)?.to_string_lossy())), "the zone of a name, GMT for unknown ones"),
    p("getID", STRING, |c, t, _| give(c, zone_of_time(t)?.get_id()), "the name of the zone"),
    p("getDSTSavings", INT, |_, t, _| ok(zone_of_time(t)?.get_dst_savings()), "the milliseconds that summer time adds"),
    p("toZoneId", ZONE_ID, |c, t, _| made(c, zone_of_time(t)?.to_zone_id()?), "the zone of `java.time`"),
    p("getRawOffset", INT, |_, t, _| ok(zone_of_time(t)?.get_raw_offset()), "the milliseconds east of Greenwich without summer time"),
    p("useDaylightTime", BOOL, |_, t, _| ok(zone_of_time(t)?.use_daylight_time()), "whether there will be summer time"),
    p("getAvailableIDs", array_of(STRING), |c, _, _| array(c, STRING, &zone_names()), "the names of all zones").stat(),
    p("availableIDs", STREAM, |c, _, _| { c.arena.charge_items(zone_names().len())?; Ok(stream(c, ClassId::STREAM, c.arena.slice(&zone_names()))) }, "the names of all zones").stat(),
    p("observesDaylightTime", BOOL, |c, t, _| ok(zone_of_time(t)?.observes_daylight_time(c.environment.epoch_millis())), "whether there is or will be summer time"),
]).fields(&[
    f("SHORT", |_, _, _| ok(0), "the style of abbreviations"),
    f("LONG", |_, _, _| ok(1), "the style of full names"),
]);

/// The names of all zones in order, the old short ones behind them.
fn zone_names<'a>() -> Vec<Value<'a>> {
    let mut names: Vec<&'static str> = Region::ids().collect();
    names.sort_unstable();
    let old = Region::old_ids().map(|(short, _)| short);
    names.into_iter().chain(old).map(Value::Str).collect()
}

/// A `java.util.Date`: it prints in the default zone of where it was made.
#[derive(Clone)]
pub(crate) struct DateObject {
    pub(in crate::java) date: Date,
    zone: TimeZone,
}

impl DateObject {
    /// A date that prints in UTC.
    pub(crate) fn of_millis(millis: i64) -> Changeable<DateObject> {
        Changeable::new(DateObject {
            date: Date::new(millis),
            zone: TimeZone::get_time_zone("UTC"),
        })
    }
}

impl PartialEq for DateObject {
    fn eq(&self, other: &Self) -> bool {
        self.date == other.date
    }
}

impl JavaObject for DateObject {
    fn java_class(&self) -> ClassId {
        ClassId::DATE
    }

    fn java_text(&self) -> String {
        self.date.to_text(self.zone)
    }

    fn java_hash(&self) -> i32 {
        self.date.hash_code()
    }

    fn java_order(&self, other: &Self) -> Option<i32> {
        Some(self.date.compare_to(other.date))
    }
}

/// The default zone.
pub(in crate::java) fn place(call: &Call<'_>) -> TimeZone {
    TimeZone::of_zone_id(call.environment.zone)
}

/// A date as a value.
pub(in crate::java) fn moment<'a>(call: &Call<'a>, date: Date) -> Outcome<Value<'a>> {
    made(
        call,
        Changeable::new(DateObject {
            date,
            zone: place(call),
        }),
    )
}

fn changeable(this: Value<'_>) -> Outcome<&Changeable<DateObject>> {
    if this.is_null() {
        return Err(crate::java::args::null_pointer());
    }
    this.instance()
        .ok_or_else(|| class_cast(this, "java.util.Date"))
}

pub(in crate::java) fn date_of(this: Value<'_>) -> Outcome<Date> {
    changeable(this).map(|object| object.get().date)
}

pub(in crate::java) fn zone_of_time(this: Value<'_>) -> Outcome<TimeZone> {
    if this.is_null() {
        return Err(crate::java::args::null_pointer());
    }
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, "java.util.TimeZone"))
}

fn change<'a, T>(this: Value<'a>, to: T, set: impl FnOnce(&mut Date, T)) -> Outcome<Value<'a>> {
    changeable(this)?.change(|object| set(&mut object.date, to));
    Ok(Value::Null)
}

/// Year, month and day, and perhaps hour, minute and second.
fn six(args: &[Value<'_>]) -> Outcome<[i32; 6]> {
    let mut parts = [0; 6];
    for (at, part) in parts.iter_mut().enumerate().take(args.len()) {
        *part = int(args, at)?;
    }
    Ok(parts)
}

fn argument(call: &Call<'_>, args: &[Value<'_>]) -> Outcome<Date> {
    match arg(args, 0) {
        Value::Null => parsed(call, ""),
        _ => parsed(call, &text(args, 0)?.to_string_lossy()),
    }
}

/// The date that a text means, as the old constructor reads it.
pub(in crate::java) fn parsed(call: &Call<'_>, text: &str) -> Outcome<Date> {
    Ok(Date::of_text(
        text,
        place(call),
        call.environment.epoch_millis(),
    )?)
}

/// Medium styles of the default locale.
fn locale_text<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let locale = dates_locale(&call.environment.locale);
    let format =
        DateTimeFormatter::of_localized_date_time(FormatStyle::Medium, FormatStyle::Medium, locale);
    let shown = ZonedDateTime::of_instant(date_of(this)?.to_instant(), call.environment.zone)?;
    give(call, format.format(&shown)?)
}
