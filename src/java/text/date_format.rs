//! `java.text.SimpleDateFormat`, `DateFormat` and `DateFormatSymbols`.

use super::number_format::{
    FIELD_POSITION, ITERATOR, LOCALE, PARSE_POSITION, STRING_BUFFER, characters, copy, equal,
    format_object, no_position,
};
use crate::java::args::{
    arg, array, boolean, class_cast, give, instance, int, locale, null_pointer, object, ok, text,
    throw, unavailable,
};
use crate::java::format::decimal_format::{DecimalFormat, FormatSymbols};
use crate::java::format::locale::Locale;
use crate::java::format::number_format::{NumberStyle, instance as number_instance};
use crate::java::member::{Call, Members, c, f, h, m, p, s};
use crate::java::object::{Changeable, JavaObject, identity_text};
use crate::java::signature::{BOOL, CHAR, INT, OBJECT, STRING, UNREACHABLE, VOID, array_of, class};
use crate::java::thrown::{self, Thrown};
use crate::java::time::calendar::Calendar;
use crate::java::time::date::Date;
use crate::java::time::members::calendar::{gregorian, this as calendar_of};
use crate::java::time::members::date::{date_of, moment, place, zone_of_time};
use crate::java::time::members::formatter::{dates_locale, with_texts, with_texts_for};
use crate::java::time::simple::{
    DEFAULT, DateFormatSymbols, SHORT, SimpleDateFormat, Surroundings,
};
use crate::java::util::locale::{all, of_tag};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};
use std::mem::swap;

const CALENDAR: ClassRef = class("java.util.Calendar");
const DATE: ClassRef = ClassRef::of(ClassId::DATE);
const DATE_FORMAT: ClassRef = ClassRef::of(ClassId::DATE_FORMAT);
const NUMBER_FORMAT: ClassRef = class("java.text.NumberFormat");
const SYMBOLS: ClassRef = class("java.text.DateFormatSymbols");
const TIME_ZONE: ClassRef = ClassRef::of(ClassId::TIME_ZONE);
const BOOLEANS: ClassRef = ClassRef::array(ClassId::BOOLEAN_P);
const STRINGS: ClassRef = array_of(STRING);

#[rustfmt::skip]
pub(super) static SIMPLE: Members = Members::of(ClassId::SIMPLE_DATE_FORMAT).methods(&[
    m("equals", &[OBJECT], BOOL, equal, "whether the other format is the same"),
    m("toString", &[], STRING, |c, t, _| give(c, this(t)?.java_text()), "locale and pattern"),
    m("hashCode", &[], INT, |_, t, _| ok(look(t, SimpleDateFormat::hash_code)?), "a number that equal formats share"),
    m("clone", &[], OBJECT, cloned, "a copy"),
    h("isDigit", &[CHAR]),
    h("encode", &[INT, INT, class("java.lang.StringBuilder")]).stat(),
    h("compile", &[STRING]),
    h("format", &[DATE, UNREACHABLE, FIELD_POSITION]),
    h("format", &[DATE, UNREACHABLE, UNREACHABLE]),
    m("format", &[DATE, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_date_field, "appends the date"),
    h("initialize", &[LOCALE]),
    h("readObject", &[class("java.io.ObjectInputStream")]),
    m("parse", &[STRING, PARSE_POSITION], DATE, no_position, "the date in a text"),
    m("formatToCharacterIterator", &[OBJECT], ITERATOR, characters, "the date as this format writes it, with the names of its parts"),
    m("applyPattern", &[STRING], VOID, |_, t, a| { let pattern = text(a, 0)?.to_string_lossy(); set(t, |format| format.apply_pattern(&pattern)) }, "takes another pattern"),
    m("toPattern", &[], STRING, |c, t, _| give(c, look(t, |format| format.to_pattern().to_owned())?), "the pattern"),
    m("toLocalizedPattern", &[], STRING, |c, t, _| give(c, look(t, SimpleDateFormat::to_localized_pattern)??), "the pattern in the letters of the symbols"),
    m("applyLocalizedPattern", &[STRING], VOID, |_, t, a| { let pattern = text(a, 0)?.to_string_lossy(); set(t, |format| format.apply_localized_pattern(&pattern)) }, "takes another pattern in the letters of the symbols"),
    h("applyPatternImpl", &[STRING]),
    h("initializeCalendar", &[LOCALE]),
    h("useDateFormatSymbols", &[]),
    h("initializeDefaultCentury", &[]),
    h("parseAmbiguousDatesAsAfter", &[DATE]),
    h("subFormat", &[INT, INT, UNREACHABLE, UNREACHABLE, BOOL]),
    h("zeroPaddingNumber", &[INT, INT, INT, UNREACHABLE]),
    h("checkNegativeNumberExpression", &[]),
    h("charEquals", &[CHAR, CHAR]),
    h("shouldObeyCount", &[INT, INT]),
    h("subParse", &[STRING, INT, INT, INT, BOOL, BOOLEANS, PARSE_POSITION, BOOL, UNREACHABLE]),
    h("matchZoneString", &[STRING, INT, STRINGS]),
    h("matchString", &[STRING, INT, INT, STRINGS, UNREACHABLE]),
    h("matchString", &[STRING, INT, INT, class("java.util.Map"), UNREACHABLE]),
    h("getDisplayNamesMap", &[INT, LOCALE]),
    h("getDisplayContextNamesMap", &[INT, LOCALE]),
    h("subParseNumericZone", &[STRING, INT, INT, INT, BOOL, UNREACHABLE]),
    h("subParseZoneString", &[STRING, INT, UNREACHABLE]),
    h("translatePattern", &[STRING, STRING, STRING]),
    m("set2DigitYearStart", &[DATE], VOID, |_, t, a| { let date = date_of(arg(a, 0))?; this(t)?.change(|format| format.run(|format| format.set_2_digit_year_start(date)))?; Ok(Value::Null) }, "sets the first date of the hundred years that two digits mean"),
    m("get2DigitYearStart", &[], DATE, |c, t, _| moment(c, look(t, SimpleDateFormat::get_2_digit_year_start)?), "the first date of the hundred years that two digits mean"),
    h("matchDSTString", &[STRING, INT, INT, INT, array_of(STRINGS)]),
    m("getDateFormatSymbols", &[], SYMBOLS, |c, t, _| Ok(c.arena.object(look(t, SimpleDateFormat::get_date_format_symbols)?)), "the names of months, days and the like"),
    m("setDateFormatSymbols", &[SYMBOLS], VOID, |_, t, a| { let symbols = symbols(object(a, 0)?)?.clone(); set(t, |format| { format.set_date_format_symbols(symbols); Ok(()) }) }, "sets the names of months, days and the like"),
]).constructors(&[
    c(&[STRING, SYMBOLS], with_symbols, "the format of a pattern with other names"),
    c(&[STRING, LOCALE], in_locale, "the format of a pattern in a language"),
    c(&[STRING], |c, _, a| of_pattern(c, &text(a, 0)?.to_string_lossy()), "the format of a pattern"),
    c(&[], |c, _, _| styled(c, Some(SHORT), Some(SHORT), &c.environment.locale), "the short format of date and time"),
]);

#[rustfmt::skip]
pub(super) static DATE_FORMATS: Members = Members::of(ClassId::DATE_FORMAT).methods(&[
    h("get", &[INT, INT, INT, LOCALE]).stat(),
    h("get", &[UNREACHABLE, INT, INT, LOCALE]).stat(),
    m("equals", &[OBJECT], BOOL, equal, "whether the other format is the same"),
    m("hashCode", &[], INT, |_, t, _| ok(look(t, SimpleDateFormat::hash_code)?), "a number that equal formats share"),
    m("clone", &[], OBJECT, cloned, "a copy"),
    m("format", &[OBJECT, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_date_field, "appends the date"),
    h("format", &[OBJECT, UNREACHABLE, FIELD_POSITION]),
    h("format", &[DATE, UNREACHABLE, FIELD_POSITION]),
    m("format", &[DATE], STRING, |c, t, a| { object(a, 0)?; format_object(c, t, a) }, "the date as this format writes it"),
    m("format", &[DATE, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_date_field, "appends the date"),
    s("getInstance", &[], DATE_FORMAT, |c, _, _| styled(c, Some(SHORT), Some(SHORT), &c.environment.locale), "the short format of date and time"),
    m("parse", &[STRING], DATE, parse, "the date that a text starts with"),
    m("parse", &[STRING, PARSE_POSITION], DATE, no_position, "the date in a text"),
    s("getDateTimeInstance", &[INT, INT, LOCALE], DATE_FORMAT, |c, _, a| styled_in(c, Some(int(a, 0)?), Some(int(a, 1)?), arg(a, 2)), "the format of date and time in these styles and a language"),
    s("getDateTimeInstance", &[INT, INT], DATE_FORMAT, |c, _, a| styled(c, Some(int(a, 0)?), Some(int(a, 1)?), &c.environment.locale), "the format of date and time in these styles"),
    s("getDateTimeInstance", &[], DATE_FORMAT, |c, _, _| styled(c, Some(DEFAULT), Some(DEFAULT), &c.environment.locale), "the format of date and time"),
    s("getAvailableLocales", &[], array_of(LOCALE), all, "all locales with formats"),
    m("setTimeZone", &[TIME_ZONE], VOID, |_, t, a| { let zone = zone_of_time(arg(a, 0))?; calendar_in(t)?.change(|calendar| calendar.set_time_zone(zone)); Ok(Value::Null) }, "sets the zone"),
    m("getTimeZone", &[], TIME_ZONE, |c, t, _| Ok(c.arena.object(calendar_in(t)?.get().get_time_zone())), "the zone"),
    m("setLenient", &[BOOL], VOID, |_, t, a| { let lenient = boolean(a, 0)?; calendar_in(t)?.change(|calendar| calendar.set_lenient(lenient)); Ok(Value::Null) }, "sets whether values out of range carry over"),
    m("isLenient", &[], BOOL, |_, t, _| ok(calendar_in(t)?.get().is_lenient()), "whether values out of range carry over"),
    s("getDateInstance", &[INT], DATE_FORMAT, |c, _, a| styled(c, Some(int(a, 0)?), None, &c.environment.locale), "the format of dates in a style"),
    s("getDateInstance", &[INT, LOCALE], DATE_FORMAT, |c, _, a| styled_in(c, Some(int(a, 0)?), None, arg(a, 1)), "the format of dates in a style and a language"),
    s("getDateInstance", &[], DATE_FORMAT, |c, _, _| styled(c, Some(DEFAULT), None, &c.environment.locale), "the format of dates"),
    s("getTimeInstance", &[INT], DATE_FORMAT, |c, _, a| styled(c, None, Some(int(a, 0)?), &c.environment.locale), "the format of times in a style"),
    s("getTimeInstance", &[], DATE_FORMAT, |c, _, _| styled(c, None, Some(DEFAULT), &c.environment.locale), "the format of times"),
    s("getTimeInstance", &[INT, LOCALE], DATE_FORMAT, |c, _, a| styled_in(c, None, Some(int(a, 0)?), arg(a, 1)), "the format of times in a style and a language"),
    m("parseObject", &[STRING, PARSE_POSITION], OBJECT, no_position, "the date in a text"),
    m("setCalendar", &[CALENDAR], VOID, set_calendar, "sets the calendar"),
    m("getCalendar", &[], CALENDAR, calendar, "the calendar"),
    m("setNumberFormat", &[NUMBER_FORMAT], VOID, set_number_format, "sets the format of numbers"),
    m("getNumberFormat", &[], NUMBER_FORMAT, number_format, "the format of numbers"),
]).fields(&[
    f("ERA_FIELD", |_, _, _| ok(0), "the part `era`"),
    f("YEAR_FIELD", |_, _, _| ok(1), "the part `year`"),
    f("MONTH_FIELD", |_, _, _| ok(2), "the part `month`"),
    f("DATE_FIELD", |_, _, _| ok(3), "the part `day of month`"),
    f("HOUR_OF_DAY1_FIELD", |_, _, _| ok(4), "the part `hour from 1 to 24`"),
    f("HOUR_OF_DAY0_FIELD", |_, _, _| ok(5), "the part `hour from 0 to 23`"),
    f("MINUTE_FIELD", |_, _, _| ok(6), "the part `minute`"),
    f("SECOND_FIELD", |_, _, _| ok(7), "the part `second`"),
    f("MILLISECOND_FIELD", |_, _, _| ok(8), "the part `millisecond`"),
    f("DAY_OF_WEEK_FIELD", |_, _, _| ok(9), "the part `day of week`"),
    f("DAY_OF_YEAR_FIELD", |_, _, _| ok(10), "the part `day of year`"),
    f("DAY_OF_WEEK_IN_MONTH_FIELD", |_, _, _| ok(11), "the part `day of week in month`"),
    f("WEEK_OF_YEAR_FIELD", |_, _, _| ok(12), "the part `week of year`"),
    f("WEEK_OF_MONTH_FIELD", |_, _, _| ok(13), "the part `week of month`"),
    f("AM_PM_FIELD", |_, _, _| ok(14), "the part `half of the day`"),
    f("HOUR1_FIELD", |_, _, _| ok(15), "the part `hour from 1 to 12`"),
    f("HOUR0_FIELD", |_, _, _| ok(16), "the part `hour from 0 to 11`"),
    f("TIMEZONE_FIELD", |_, _, _| ok(17), "the part `zone`"),
    f("FULL", |_, _, _| ok(0), "the longest style"),
    f("LONG", |_, _, _| ok(1), "the long style"),
    f("MEDIUM", |_, _, _| ok(2), "the medium style"),
    f("SHORT", |_, _, _| ok(SHORT), "the short style"),
    f("DEFAULT", |_, _, _| ok(DEFAULT), "the medium style"),
]);

#[rustfmt::skip]
pub(super) static SYMBOL_MEMBERS: Members = Members::of(SYMBOLS.id).methods(&[
    p("hashCode", INT, |_, t, _| ok(symbols(t)?.hash_code()), "a number that equal symbols share"),
    p("clone", OBJECT, copy, "a copy"),
    p("getInstance", SYMBOLS, |c, _, _| Ok(c.arena.object(DateFormatSymbols::get_instance(&dates_locale(&c.environment.locale)))), "the names in the language of this engine").stat(),
    p("getAvailableLocales", array_of(LOCALE), all, "all locales with names").stat(),
    p("getZoneStrings", array_of(STRINGS), unavailable, "the names of zones"),
    p("getEras", STRINGS, |c, t, _| texts(c, &symbols(t)?.eras), "the names of eras"),
    p("getMonths", STRINGS, |c, t, _| texts(c, &symbols(t)?.months), "the names of months"),
    p("getShortMonths", STRINGS, |c, t, _| texts(c, &symbols(t)?.short_months), "the short names of months"),
    p("getWeekdays", STRINGS, |c, t, _| texts(c, &symbols(t)?.weekdays), "the names of days, Sunday at 1"),
    p("getShortWeekdays", STRINGS, |c, t, _| texts(c, &symbols(t)?.short_weekdays), "the short names of days, Sunday at 1"),
    p("getAmPmStrings", STRINGS, |c, t, _| texts(c, &symbols(t)?.am_pm_strings), "the names of the halves of a day"),
    p("getLocalPatternChars", STRING, |c, t, _| give(c, symbols(t)?.local_pattern_chars.clone()), "the letters of patterns"),
]);

/// A date format as object. Its calendar is an object of its own, which an expression can ask for and change.
#[derive(Clone)]
pub(super) struct DateFormatObject {
    format: SimpleDateFormat,
    calendar: Option<Changeable<Calendar>>,
    numbers: Numbers,
}

/// Who formats the numbers.
#[derive(Clone)]
enum Numbers {
    /// The date format itself, as Java does with the format that it makes.
    Own,
    /// A format that an expression has in hands too.
    Given(Changeable<DecimalFormat>),
    /// Nobody, which ends in a null pointer.
    Nobody,
    /// A format that this engine cannot use.
    Other,
}

impl DateFormatObject {
    pub(super) fn new(format: SimpleDateFormat) -> Self {
        DateFormatObject {
            calendar: Some(Changeable::new(format.get_calendar().clone())),
            format,
            numbers: Numbers::Own,
        }
    }

    pub(super) fn format(&self) -> &SimpleDateFormat {
        &self.format
    }

    /// The format of numbers that Java starts with.
    fn own_numbers(&self) -> DecimalFormat {
        let locale = of_tag(self.format.get_locale().tag());
        let mut numbers = number_instance(NumberStyle::Integer, &locale);
        numbers.set_grouping_used(false);
        numbers
    }

    /// Lends the calendar to the format for one call.
    pub(super) fn run<T>(
        &mut self,
        call: impl FnOnce(&mut SimpleDateFormat) -> thrown::Outcome<T>,
    ) -> thrown::Outcome<T> {
        let usable = match &self.numbers {
            Numbers::Own | Numbers::Nobody => true,
            Numbers::Given(numbers) => numbers.get() == self.own_numbers(),
            Numbers::Other => false,
        };
        if !usable {
            return Err(Thrown::unavailable(
                "date formats with a number format of their own are not available in this engine",
            ));
        }
        let no_calendar = || Thrown::null_pointer("the format has no calendar");
        let shared = self.calendar.as_ref().ok_or_else(no_calendar)?;
        shared.change(|calendar| {
            swap(calendar, self.format.calendar_mut());
            let outcome = call(&mut self.format);
            swap(calendar, self.format.calendar_mut());
            outcome
        })
    }
}

impl PartialEq for DateFormatObject {
    fn eq(&self, other: &Self) -> bool {
        let calendars = match (&self.calendar, &other.calendar) {
            (Some(own), Some(others)) => own.get().same_settings(&others.get()),
            (None, None) => true,
            _ => false,
        };
        let numbers = |object: &Self| match &object.numbers {
            Numbers::Own => Some(object.own_numbers()),
            Numbers::Given(numbers) => Some(numbers.get()),
            Numbers::Nobody | Numbers::Other => None,
        };
        calendars && self.format.equals(&other.format) && numbers(self) == numbers(other)
    }
}

impl JavaObject for DateFormatObject {
    fn java_class(&self) -> ClassId {
        ClassId::SIMPLE_DATE_FORMAT
    }

    fn java_text(&self) -> String {
        self.format.to_string()
    }

    fn java_hash(&self) -> i32 {
        self.format.hash_code()
    }
}

impl JavaObject for DateFormatSymbols {
    fn java_class(&self) -> ClassId {
        SYMBOLS.id
    }

    fn java_text(&self) -> String {
        identity_text(self.java_class())
    }

    fn java_hash(&self) -> i32 {
        self.hash_code()
    }
}

pub(super) fn find(value: Value<'_>) -> Option<&Changeable<DateFormatObject>> {
    match value {
        Value::Object(object) => object.downcast(),
        _ => None,
    }
}

fn this(this: Value<'_>) -> Outcome<&Changeable<DateFormatObject>> {
    find(this).ok_or_else(|| class_cast(this, "java.text.SimpleDateFormat"))
}

fn symbols(this: Value<'_>) -> Outcome<&DateFormatSymbols> {
    instance(&[this], 0, SYMBOLS.id.name())
}

/// The calendar of a format, which may be missing.
fn calendar_in(format: Value<'_>) -> Outcome<Changeable<Calendar>> {
    let calendar = this(format)?.change(|format| format.calendar.as_ref().map(Changeable::share));
    calendar.ok_or_else(null_pointer)
}

/// Reads what does not depend on the calendar.
fn look<T>(format: Value<'_>, read: impl FnOnce(&SimpleDateFormat) -> T) -> Outcome<T> {
    Ok(this(format)?.change(|format| read(&format.format)))
}

/// Sets what does not depend on the calendar.
fn set<'a>(
    format: Value<'a>,
    set: impl FnOnce(&mut SimpleDateFormat) -> thrown::Outcome<()>,
) -> Outcome<Value<'a>> {
    this(format)?.change(|format| set(&mut format.format))?;
    Ok(Value::Null)
}

/// The time and place of a call.
pub(super) fn around(call: &Call<'_>) -> Surroundings {
    Surroundings {
        now_millis: call.environment.epoch_millis(),
        zone: place(call),
    }
}

fn made<'a>(call: &Call<'a>, format: SimpleDateFormat) -> Value<'a> {
    let object = DateFormatObject::new(format);
    call.arena.object(Changeable::new(object))
}

/// The format of a pattern in the default locale.
pub(in crate::java) fn of_pattern<'a>(call: &Call<'a>, pattern: &str) -> Outcome<Value<'a>> {
    patterned(call, pattern, &call.environment.locale)
}

fn patterned<'a>(call: &Call<'a>, pattern: &str, locale: &Locale) -> Outcome<Value<'a>> {
    refuse_strange(pattern, locale)?;
    let format = SimpleDateFormat::new(pattern, &dates_locale(locale), around(call))?;
    Ok(made(call, format))
}

/// Refuses other calendars, digits and texts than are known here.
fn refuse_strange(pattern: &str, locale: &Locale) -> Outcome<()> {
    gregorian(locale)?;
    with_texts_for(pattern, locale)?;
    if FormatSymbols::of(locale).numbers().zero != '0' {
        with_texts(locale)?;
    }
    Ok(())
}

fn in_locale<'a>(call: &Call<'a>, _: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    patterned(call, &text(args, 0)?.to_string_lossy(), locale(args, 1)?)
}

fn with_symbols<'a>(call: &Call<'a>, _: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let locale = &call.environment.locale;
    gregorian(locale)?;
    let format = SimpleDateFormat::with_symbols(
        &text(args, 0)?.to_string_lossy(),
        symbols(object(args, 1)?)?.clone(),
        &dates_locale(locale),
        around(call),
    )?;
    Ok(made(call, format))
}

/// The format of styles, each a number.
fn styled<'a>(
    call: &Call<'a>,
    date: Option<i32>,
    time: Option<i32>,
    locale: &Locale,
) -> Outcome<Value<'a>> {
    gregorian(locale)?;
    with_texts(locale)?;
    let format = SimpleDateFormat::of_styles(date, time, &dates_locale(locale), around(call))?;
    Ok(made(call, format))
}

/// The format of styles in a locale, which is looked at after them.
fn styled_in<'a>(
    call: &Call<'a>,
    date: Option<i32>,
    time: Option<i32>,
    place: Value<'a>,
) -> Outcome<Value<'a>> {
    match place {
        Value::Null => {
            styled(call, date, time, &call.environment.locale)?;
            Err(null_pointer())
        }
        place => styled(call, date, time, locale(&[place], 0)?),
    }
}

/// `format(Object)`: dates, and numbers as milliseconds since 1970.
pub(super) fn format_value<'a>(
    call: &Call<'a>,
    format: &Changeable<DateFormatObject>,
    value: Value<'a>,
) -> Outcome<Value<'a>> {
    let date = date_in(value)?;
    let text = format.change(|format| format.run(|format| format.format(date)))?;
    give(call, text)
}

fn date_in(value: Value<'_>) -> Outcome<Date> {
    match value.operand() {
        Some(number) => Ok(Date::new(number.number().long_value())),
        None => date_of(value).map_err(|_| no_date()),
    }
}

#[cold]
fn no_date() -> Box<crate::value::fault::Fault> {
    throw("IllegalArgumentException", "the value is no date")
}

/// `format` that appends at a `FieldPosition`, which no expression can make: null is noticed after a wrong value.
pub(super) fn no_date_field<'a>(
    _: &Call<'a>,
    _: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    date_in(arg(args, 0))?;
    Err(null_pointer())
}

/// `parse(String)`, `parseObject(String)`
pub(super) fn parse<'a>(
    call: &Call<'a>,
    format: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let text = text(args, 0)?.to_string_lossy();
    let date = this(format)?.change(|format| format.run(|format| format.parse(&text)))?;
    moment(call, date)
}

/// `clone()`, which copies the calendar and the format of numbers and fails without them.
fn cloned<'a>(call: &Call<'a>, format: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let format = this(format)?;
    let whole = format
        .change(|format| format.calendar.is_some() && !matches!(format.numbers, Numbers::Nobody));
    if whole {
        Ok(call.arena.object(format.clone()))
    } else {
        Err(null_pointer())
    }
}

fn set_calendar<'a>(_: &Call<'a>, format: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let calendar = match arg(args, 0) {
        Value::Null => None,
        calendar => Some(calendar_of(calendar)?.share()),
    };
    this(format)?.change(|format| format.calendar = calendar);
    Ok(Value::Null)
}

fn calendar<'a>(call: &Call<'a>, format: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let calendar = this(format)?.change(|format| format.calendar.as_ref().map(Changeable::share));
    Ok(calendar.map_or(Value::Null, |calendar| call.arena.object(calendar)))
}

fn set_number_format<'a>(
    _: &Call<'a>,
    format: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let numbers = match arg(args, 0) {
        Value::Null => Numbers::Nobody,
        other => match other.instance::<Changeable<DecimalFormat>>() {
            Some(numbers) => Numbers::Given(numbers.share()),
            None => Numbers::Other,
        },
    };
    this(format)?.change(|format| {
        let any = !matches!(numbers, Numbers::Nobody);
        format.format.set_numbers(any);
        format.numbers = numbers;
    });
    Ok(Value::Null)
}

fn number_format<'a>(call: &Call<'a>, format: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let found = this(format)?.change(|format| {
        if matches!(format.numbers, Numbers::Own) {
            format.numbers = Numbers::Given(Changeable::new(format.own_numbers()));
        }
        match &format.numbers {
            Numbers::Given(numbers) => Some(Some(numbers.share())),
            Numbers::Nobody => Some(None),
            _ => None,
        }
    });
    match found {
        Some(Some(numbers)) => Ok(call.arena.object(numbers)),
        Some(None) => Ok(Value::Null),
        None => unavailable(call, format, args),
    }
}

fn texts<'a>(call: &Call<'a>, texts: &[String]) -> Outcome<Value<'a>> {
    let items = texts.iter().map(|text| call.arena.text(text));
    let items = items.collect::<Outcome<Vec<_>>>()?;
    array(call, STRING, &items)
}
