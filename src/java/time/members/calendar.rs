//! `java.util.Calendar`, of which there is one kind here, the Gregorian.

use super::date::{date_of, moment, place, zone_of_time};
use super::formatter::{dates_locale, with_texts};
use super::values::*;
use crate::java::args::{arg, boolean, class_cast, give, int, locale, long, null_pointer, ok};
use crate::java::format::locale::Locale;
use crate::java::member::{Call, Members, f, h, m, p, s};
use crate::java::object::{Changeable, JavaObject};
use crate::java::signature::{BOOL, INT, LONG, OBJECT, STRING, VOID, array_of, class};
use crate::java::time::calendar::Calendar;
use crate::java::time::thrown;
use crate::java::time::time_zone::TimeZone;
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value, equality};

const CALENDAR: ClassRef = class("java.util.Calendar");
const DATE: ClassRef = ClassRef::of(ClassId::DATE);
const LOCALE: ClassRef = ClassRef::of(ClassId::LOCALE);
const TIME_ZONE: ClassRef = ClassRef::of(ClassId::TIME_ZONE);

#[rustfmt::skip]
pub(super) static CALENDARS: Members = Members::of(CALENDAR.id).methods(&[
    m("get", &[INT], INT, |_, t, a| look(t, a, Calendar::get), "the value of a field"),
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equality::equals(t, arg(a, 0))), "whether the other calendar is the same"),
    m("toString", &[], STRING, |c, t, _| give(c, this(t)?.get().to_string()), "all fields and settings"),
    m("hashCode", &[], INT, |_, t, _| ok(this(t)?.get().hash_code()?), "a number that equal calendars share"),
    m("clone", &[], OBJECT, |c, t, _| made(c, (*this(t)?).clone()), "a copy"),
    m("compareTo", &[CALENDAR], INT, |_, t, a| ok(this(t)?.get().compare_to(&other(a)?)?), "the order of two: negative, 0 or positive"),
    h("compareTo", &[LONG]),
    m("clear", &[INT], VOID, |_, t, a| with(t, |calendar| calendar.clear_field(int(a, 0)?).map_err(Into::into)), "empties a field"),
    m("clear", &[], VOID, |_, t, _| with(t, |calendar| { calendar.clear(); Ok(()) }), "empties all fields"),
    m("add", &[INT, INT], VOID, |_, t, a| with(t, |calendar| Ok(calendar.add(int(a, 0)?, int(a, 1)?)?)), "moves a field by an amount"),
    s("getInstance", &[], CALENDAR, |c, _, _| instance_of(c, place(c), &c.environment.locale), "the calendar of the clock"),
    s("getInstance", &[LOCALE], CALENDAR, |c, _, a| instance_of(c, place(c), locale(a, 0)?), "the calendar of the clock in a language"),
    s("getInstance", &[TIME_ZONE], CALENDAR, |c, _, a| instance_of(c, zone_of_time(arg(a, 0))?, &c.environment.locale), "the calendar of the clock in a zone"),
    s("getInstance", &[TIME_ZONE, LOCALE], CALENDAR, |c, _, a| instance_of(c, zone_of_time(arg(a, 0))?, locale(a, 1)?), "the calendar of the clock in a zone and a language"),
    m("set", &[INT, INT, INT, INT, INT], VOID, |_, t, a| set_date(t, a), "sets year, month (from 0), day, hour and minute"),
    m("set", &[INT, INT, INT], VOID, |_, t, a| set_date(t, a), "sets year, month (from 0) and day"),
    m("set", &[INT, INT], VOID, |_, t, a| with(t, |calendar| Ok(calendar.set(int(a, 0)?, int(a, 1)?)?)), "sets a field"),
    m("set", &[INT, INT, INT, INT, INT, INT], VOID, |_, t, a| set_date(t, a), "sets year, month (from 0), day, hour, minute and second"),
    h("readObject", &[class("java.io.ObjectInputStream")]),
    h("writeObject", &[class("java.io.ObjectOutputStream")]),
    m("before", &[OBJECT], BOOL, |_, t, a| compared(t, a, Calendar::before), "whether it is earlier than another calendar"),
    m("after", &[OBJECT], BOOL, |_, t, a| compared(t, a, Calendar::after), "whether it is later than another calendar"),
    h("complete", &[]),
    m("getDisplayName", &[INT, INT, LOCALE], STRING, |_, t, a| display_name(t, a), "the name of a value of a field"),
    m("toInstant", &[], INSTANT, |c, t, _| made(c, this(t)?.change(Calendar::to_instant)?), "the moment"),
    s("getAvailableLocales", &[], array_of(LOCALE), crate::java::util::locale::all, "all locales with calendars"),
    m("setTimeZone", &[TIME_ZONE], VOID, |_, t, a| { let zone = zone_of_time(arg(a, 0))?; with(t, |calendar| { calendar.set_time_zone(zone); Ok(()) }) }, "sets the zone"),
    m("getTimeZone", &[], TIME_ZONE, |c, t, _| made(c, this(t)?.get().get_time_zone()), "the zone"),
    m("setLenient", &[BOOL], VOID, |_, t, a| { let lenient = boolean(a, 0)?; with(t, |calendar| { calendar.set_lenient(lenient); Ok(()) }) }, "sets whether values out of range carry over"),
    m("isLenient", &[], BOOL, |_, t, _| ok(this(t)?.get().is_lenient()), "whether values out of range carry over"),
    m("getFirstDayOfWeek", &[], INT, |_, t, _| ok(this(t)?.get().get_first_day_of_week()), "the first day of a week, 1 for Sunday"),
    m("getMinimalDaysInFirstWeek", &[], INT, |_, t, _| ok(this(t)?.get().get_minimal_days_in_first_week()), "the days that make a week the first"),
    m("setTimeInMillis", &[LONG], VOID, |_, t, a| { let millis = long(a, 0)?; with(t, |calendar| { calendar.set_time_in_millis(millis); Ok(()) }) }, "sets the milliseconds since 1970"),
    m("getTime", &[], DATE, |c, t, _| moment(c, this(t)?.change(Calendar::get_time)?), "the date"),
    m("setTime", &[DATE], VOID, |_, t, a| { let date = date_of(arg(a, 0))?; with(t, |calendar| { calendar.set_time(date); Ok(()) }) }, "sets the date"),
    m("isWeekDateSupported", &[], BOOL, |_, t, _| ok(this(t)?.get().is_week_date_supported()), "whether years of whole weeks are known"),
    m("getWeekYear", &[], INT, |_, t, _| ok(this(t)?.change(Calendar::get_week_year)?), "the year of whole weeks"),
    m("getMaximum", &[INT], INT, |_, t, a| ok(this(t)?.get().get_maximum(int(a, 0)?)?), "the largest value of a field"),
    m("getLeastMaximum", &[INT], INT, |_, t, a| ok(this(t)?.get().get_least_maximum(int(a, 0)?)?), "the smallest of the largest values of a field"),
    m("getDisplayNames", &[INT, INT, LOCALE], class("java.util.Map"), |c, t, a| display_names(c, t, a), "the names of the values of a field"),
    h("getZone", &[]),
    m("getCalendarType", &[], STRING, |_, t, _| Ok(Value::Str(this(t)?.get().get_calendar_type())), "the calendar system"),
    h("appendValue", &[class("java.lang.StringBuilder"), STRING, BOOL, LONG]).stat(),
    m("getMinimum", &[INT], INT, |_, t, a| ok(this(t)?.get().get_minimum(int(a, 0)?)?), "the smallest value of a field"),
    m("isSet", &[INT], BOOL, |_, t, a| ok(this(t)?.get().is_set(int(a, 0)?)?), "whether a field has a value"),
    h("setWeekCountData", &[LOCALE]),
    h("defaultTimeZone", &[LOCALE]).stat(),
    h("createCalendar", &[TIME_ZONE, LOCALE]).stat(),
    m("getTimeInMillis", &[], LONG, |_, t, _| ok(this(t)?.change(Calendar::get_time_in_millis)?), "the milliseconds since 1970"),
    h("updateTime", &[]),
    h("computeFields", &[]),
    h("internalGet", &[INT]),
    h("internalSet", &[INT, INT]),
    h("adjustStamp", &[]),
    h("checkDisplayNameParams", &[INT, INT, INT, INT, LOCALE, INT]),
    h("isStandaloneStyle", &[INT]),
    h("isNarrowFormatStyle", &[INT]),
    h("toStandaloneStyle", &[INT]),
    h("getBaseStyle", &[INT]),
    h("getFieldStrings", &[INT, INT, class("java.text.DateFormatSymbols")]),
    h("getDisplayNamesImpl", &[INT, INT, LOCALE]),
    h("isFieldSet", &[INT, INT]).stat(),
    h("aggregateStamp", &[INT, INT]).stat(),
    h("getMillisOf", &[CALENDAR]).stat(),
    m("roll", &[INT, INT], VOID, |_, t, a| with(t, |calendar| Ok(calendar.roll(int(a, 0)?, int(a, 1)?)?)), "moves a field by an amount, larger fields stay"),
    m("roll", &[INT, BOOL], VOID, |_, t, a| with(t, |calendar| Ok(calendar.roll_once(int(a, 0)?, boolean(a, 1)?)?)), "moves a field by one, larger fields stay"),
    h("invalidateWeekFields", &[]),
    m("getGreatestMinimum", &[INT], INT, |_, t, a| ok(this(t)?.get().get_greatest_minimum(int(a, 0)?)?), "the largest of the smallest values of a field"),
    h("computeTime", &[]),
    h("isExternallySet", &[INT]),
    h("getSetStateFields", &[]),
    h("setFieldsComputed", &[INT]),
    h("setFieldsNormalized", &[INT]),
    h("isPartiallyNormalized", &[]),
    h("isFullyNormalized", &[]),
    h("setUnnormalized", &[]),
    h("selectFields", &[]),
    h("isNarrowStyle", &[INT]),
    s("getAvailableCalendarTypes", &[], class("java.util.Set"), |c, _, _| c.arena.list(ClassId::UNMODIFIABLE_SET, &[Value::Str("japanese"), Value::Str("buddhist"), Value::Str("gregory")]), "the calendar systems"),
    h("setZoneShared", &[BOOL]),
    m("setFirstDayOfWeek", &[INT], VOID, |_, t, a| with(t, |calendar| Ok(calendar.set_first_day_of_week(int(a, 0)?)?)), "sets the first day of a week"),
    m("setMinimalDaysInFirstWeek", &[INT], VOID, |_, t, a| with(t, |calendar| Ok(calendar.set_minimal_days_in_first_week(int(a, 0)?)?)), "sets the days that make a week the first"),
    m("setWeekDate", &[INT, INT, INT], VOID, |_, t, a| with(t, |calendar| Ok(calendar.set_week_date(int(a, 0)?, int(a, 1)?, int(a, 2)?)?)), "sets year, week and day of the week"),
    m("getWeeksInWeekYear", &[], INT, |_, t, _| ok(this(t)?.get().get_weeks_in_week_year()?), "the weeks of the year"),
    m("getActualMinimum", &[INT], INT, |_, t, a| ok(this(t)?.get().get_actual_minimum(int(a, 0)?)?), "the smallest value of a field now"),
    m("getActualMaximum", &[INT], INT, |_, t, a| ok(this(t)?.get().get_actual_maximum(int(a, 0)?)?), "the largest value of a field now"),
    h("getFieldName", &[INT]).stat(),
]).fields(&[
    f("ERA", |_, _, _| ok(0), "the field `era`"),
    f("YEAR", |_, _, _| ok(1), "the field `year`"),
    f("MONTH", |_, _, _| ok(2), "the field `month`"),
    f("WEEK_OF_YEAR", |_, _, _| ok(3), "the field `week of year`"),
    f("WEEK_OF_MONTH", |_, _, _| ok(4), "the field `week of month`"),
    f("DATE", |_, _, _| ok(5), "the field `date`"),
    f("DAY_OF_MONTH", |_, _, _| ok(5), "the field `day of month`"),
    f("DAY_OF_YEAR", |_, _, _| ok(6), "the field `day of year`"),
    f("DAY_OF_WEEK", |_, _, _| ok(7), "the field `day of week`"),
    f("DAY_OF_WEEK_IN_MONTH", |_, _, _| ok(8), "the field `day of week in month`"),
    f("AM_PM", |_, _, _| ok(9), "the field `am pm`"),
    f("HOUR", |_, _, _| ok(10), "the field `hour`"),
    f("HOUR_OF_DAY", |_, _, _| ok(11), "the field `hour of day`"),
    f("MINUTE", |_, _, _| ok(12), "the field `minute`"),
    f("SECOND", |_, _, _| ok(13), "the field `second`"),
    f("MILLISECOND", |_, _, _| ok(14), "the field `millisecond`"),
    f("ZONE_OFFSET", |_, _, _| ok(15), "the field `zone offset`"),
    f("DST_OFFSET", |_, _, _| ok(16), "the field `dst offset`"),
    f("FIELD_COUNT", |_, _, _| ok(17), "how many fields there are"),
    f("SUNDAY", |_, _, _| ok(1), "the number of Sunday"),
    f("MONDAY", |_, _, _| ok(2), "the number of Monday"),
    f("TUESDAY", |_, _, _| ok(3), "the number of Tuesday"),
    f("WEDNESDAY", |_, _, _| ok(4), "the number of Wednesday"),
    f("THURSDAY", |_, _, _| ok(5), "the number of Thursday"),
    f("FRIDAY", |_, _, _| ok(6), "the number of Friday"),
    f("SATURDAY", |_, _, _| ok(7), "the number of Saturday"),
    f("JANUARY", |_, _, _| ok(0), "the number of January"),
    f("FEBRUARY", |_, _, _| ok(1), "the number of February"),
    f("MARCH", |_, _, _| ok(2), "the number of March"),
    f("APRIL", |_, _, _| ok(3), "the number of April"),
    f("MAY", |_, _, _| ok(4), "the number of May"),
    f("JUNE", |_, _, _| ok(5), "the number of June"),
    f("JULY", |_, _, _| ok(6), "the number of July"),
    f("AUGUST", |_, _, _| ok(7), "the number of August"),
    f("SEPTEMBER", |_, _, _| ok(8), "the number of September"),
    f("OCTOBER", |_, _, _| ok(9), "the number of October"),
    f("NOVEMBER", |_, _, _| ok(10), "the number of November"),
    f("DECEMBER", |_, _, _| ok(11), "the number of December"),
    f("UNDECIMBER", |_, _, _| ok(12), "the number of a thirteenth month"),
    f("AM", |_, _, _| ok(0), "the number of AM"),
    f("PM", |_, _, _| ok(1), "the number of PM"),
    f("ALL_STYLES", |_, _, _| ok(0), "names of all styles"),
    f("SHORT", |_, _, _| ok(1), "the style of names: short"),
    f("LONG", |_, _, _| ok(2), "the style of names: long"),
    f("NARROW_FORMAT", |_, _, _| ok(4), "the style of names: narrow format"),
    f("NARROW_STANDALONE", |_, _, _| ok(0x8004), "the style of names: narrow standalone"),
    f("SHORT_FORMAT", |_, _, _| ok(1), "the style of names: short format"),
    f("LONG_FORMAT", |_, _, _| ok(2), "the style of names: long format"),
    f("SHORT_STANDALONE", |_, _, _| ok(0x8001), "the style of names: short standalone"),
    f("LONG_STANDALONE", |_, _, _| ok(0x8002), "the style of names: long standalone"),
]);

#[rustfmt::skip]
pub(super) static GREGORIAN: Members = Members::of(ClassId::GREGORIAN_CALENDAR).methods(&[
    p("hashCode", INT, |_, t, _| ok(this(t)?.get().hash_code()?), "a number that equal calendars share"),
    p("clone", OBJECT, |c, t, _| made(c, (*this(t)?).clone()), "a copy"),
    p("getTimeZone", TIME_ZONE, |c, t, _| made(c, this(t)?.get().get_time_zone()), "the zone"),
    p("isWeekDateSupported", BOOL, |_, t, _| ok(this(t)?.get().is_week_date_supported()), "whether years of whole weeks are known"),
    p("getWeekYear", INT, |_, t, _| ok(this(t)?.change(Calendar::get_week_year)?), "the year of whole weeks"),
    p("getCalendarType", STRING, |_, t, _| Ok(Value::Str(this(t)?.get().get_calendar_type())), "the calendar system"),
    p("getWeeksInWeekYear", INT, |_, t, _| ok(this(t)?.get().get_weeks_in_week_year()?), "the weeks of the year"),
    p("getGregorianChange", DATE, |c, t, _| moment(c, this(t)?.get().get_gregorian_change()), "the first day of the Gregorian calendar"),
    p("toZonedDateTime", ZONED_DATE_TIME, |c, t, _| made(c, this(t)?.change(Calendar::to_zoned_date_time)?), "date and time in the zone"),
]).fields(&[
    f("BC", |_, _, _| ok(0), "the number of BC"),
    f("AD", |_, _, _| ok(1), "the number of AD"),
]);

pub(in crate::java) fn this(this: Value<'_>) -> Outcome<&Changeable<Calendar>> {
    if this.is_null() {
        return Err(null_pointer());
    }
    this.instance()
        .ok_or_else(|| class_cast(this, CALENDAR.id.name()))
}

fn other(args: &[Value<'_>]) -> Outcome<Calendar> {
    this(arg(args, 0)).map(Changeable::get)
}

/// The calendar of the clock.
fn instance_of<'a>(call: &Call<'a>, zone: TimeZone, locale: &Locale) -> Outcome<Value<'a>> {
    gregorian(locale)?;
    with_texts(locale)?;
    let now = call.environment.epoch_millis();
    made(
        call,
        Changeable::new(Calendar::get_instance(zone, &dates_locale(locale), now)),
    )
}

/// Refuses the two countries with calendars of other systems.
pub(in crate::java) fn gregorian(locale: &Locale) -> thrown::Outcome<()> {
    let place = (locale.language(), locale.country(), locale.variant());
    match place {
        ("th", "TH", _) | ("ja", "JP", "JP") => Err(thrown::Thrown::unavailable(
            "the calendar of this locale is not available in this engine",
        )),
        _ => Ok(()),
    }
}

/// Changes the calendar.
fn with<'a>(
    calendar: Value<'a>,
    change: impl FnOnce(&mut Calendar) -> Outcome<()>,
) -> Outcome<Value<'a>> {
    this(calendar)?.change(change)?;
    Ok(Value::Null)
}

/// Reads a field, which may compute all of them.
fn look<'a>(
    calendar: Value<'a>,
    args: &[Value<'a>],
    read: fn(&mut Calendar, i32) -> thrown::Outcome<i32>,
) -> Outcome<Value<'a>> {
    let field = int(args, 0)?;
    ok(this(calendar)?.change(|calendar| read(calendar, field))?)
}

fn set_date<'a>(calendar: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let values = (0..args.len())
        .map(|at| int(args, at))
        .collect::<Outcome<Vec<i32>>>()?;
    with(calendar, |calendar| {
        calendar.set_date(&values);
        Ok(())
    })
}

/// Compares with another calendar; with other objects the answer is no.
fn compared<'a>(
    calendar: Value<'a>,
    args: &[Value<'a>],
    compare: fn(&Calendar, &Calendar) -> thrown::Outcome<bool>,
) -> Outcome<Value<'a>> {
    match arg(args, 0).instance::<Changeable<Calendar>>() {
        Some(other) => ok(compare(&this(calendar)?.get(), &other.get())?),
        None => ok(false),
    }
}

fn display_name<'a>(calendar: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let (field, style) = (int(args, 0)?, int(args, 1)?);
    let locale = locale(args, 2)?;
    with_texts(locale)?;
    let locale = dates_locale(locale);
    let name =
        this(calendar)?.change(|calendar| calendar.get_display_name(field, style, &locale))?;
    Ok(name.map_or(Value::Null, |name| Value::Str(name)))
}

fn display_names<'a>(
    call: &Call<'a>,
    calendar: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let (field, style) = (int(args, 0)?, int(args, 1)?);
    let locale = locale(args, 2)?;
    with_texts(locale)?;
    let locale = dates_locale(locale);
    let Some(names) = this(calendar)?
        .get()
        .get_display_names(field, style, &locale)?
    else {
        return Ok(Value::Null);
    };
    let entries: Vec<_> = names
        .into_iter()
        .map(|(name, value)| (Value::Str(name), Value::Int(value)))
        .collect();
    // Java sorts the names unless they come from its tables as they are.
    let plain = style == 2 || style == 1 && field != 0;
    let class = if plain {
        ClassId::HASH_MAP
    } else {
        ClassId::TREE_MAP
    };
    call.arena.map(class, entries)
}

impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        self.equals(other)
    }
}

impl JavaObject for Calendar {
    fn java_class(&self) -> ClassId {
        ClassId::GREGORIAN_CALENDAR
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        self.hash_code().unwrap_or(0)
    }

    fn java_order(&self, other: &Self) -> Option<i32> {
        self.compare_to(other).ok()
    }
}
