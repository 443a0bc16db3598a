//! `java.time.format.DateTimeFormatter` and `DecimalStyle`, and the accessor that parsing gives.

use super::values::*;
use crate::diagnostic::Code;
use crate::java::args::{
    arg, class_cast, give, locale, null_pointer, object, ok, sequence, text, throw,
};
use crate::java::enums;
use crate::java::format::locale::Locale;
use crate::java::lang::builder;
use crate::java::member::{Call, Members, f, h, m, p, s};
use crate::java::object::{JavaObject, identity_hash, identity_text};
use crate::java::signature::{
    BOOL, CHAR, CHAR_SEQUENCE, INT, OBJECT, STRING, VOID, array_of, class,
};
use crate::java::thrown;
use crate::java::time::accessor::{Accessor, Query};
use crate::java::time::field::Field;
use crate::java::time::format::DateTimeFormatter;
use crate::java::time::format::named::Named;
use crate::java::time::format::resolve::{Parsed, ResolverStyle};
use crate::java::time::names::{self, DecimalStyle, FormatStyle};
use crate::java::time::temporal::Temporal;
use crate::java::util::locale::of_tag;
use crate::value::fault::{Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Value, equality};
use std::collections::HashSet;
use std::sync::LazyLock;

const CHRONOLOGY: ClassRef = class("java.time.chrono.Chronology");
const DECIMAL_STYLE: ClassRef = class("java.time.format.DecimalStyle");
const RESOLVER_STYLE: ClassRef = class("java.time.format.ResolverStyle");
const FORMAT_STYLE: ClassRef = class("java.time.format.FormatStyle");
const PARSE_POSITION: ClassRef = class("java.text.ParsePosition");
const FORMAT: ClassRef = class("java.text.Format");
const SET: ClassRef = class("java.util.Set");
const LOCALE: ClassRef = ClassRef::of(ClassId::LOCALE);

#[rustfmt::skip]
pub(super) static FORMATTERS: Members = Members::of(ClassId::DATE_TIME_FORMATTER).methods(&[
    m("toString", &[], STRING, |c, t, _| give(c, formatter(t)?.to_string()), "the steps of the format"),
    m("format", &[TEMPORAL_ACCESSOR], STRING, |c, t, a| give(c, formatter(t)?.format(accessor(a, 0)?.get())?), "the date as this format writes it"),
    m("parse", &[CHAR_SEQUENCE, TEMPORAL_QUERY], OBJECT, |c, t, a| parse_query(c, formatter(t)?, a), "what a query finds in the date that a text means"),
    m("parse", &[CHAR_SEQUENCE], TEMPORAL_ACCESSOR, |c, t, a| made(c, formatter(t)?.parse(&sequence(a, 0)?.to_string_lossy())?), "the fields that a text means"),
    m("parse", &[CHAR_SEQUENCE, PARSE_POSITION], TEMPORAL_ACCESSOR, no_position, "the fields that a part of a text means"),
    m("getLocale", &[], LOCALE, |c, t, _| made(c, of_tag(formatter(t)?.get_locale().tag())), "the locale of texts"),
    m("getZone", &[], ZONE_ID, |c, t, _| formatter(t)?.get_zone().map_or(Ok(Value::Null), |zone| made(c, zone)), "the zone that overrides"),
    m("withZone", &[ZONE_ID], DATE_TIME_FORMATTER, |c, t, a| made(c, formatter(t)?.with_zone(optional(a, zone)?)), "the format with another zone"),
    m("formatTo", &[TEMPORAL_ACCESSOR, class("java.lang.Appendable")], VOID, format_to, "appends the date to a text"),
    m("getChronology", &[], CHRONOLOGY, |c, t, _| if formatter(t)?.has_chronology() { made(c, Chronology) } else { Ok(Value::Null) }, "the calendar system that overrides"),
    h("parseResolved0", &[CHAR_SEQUENCE, PARSE_POSITION]),
    h("createError", &[CHAR_SEQUENCE, class("java.lang.RuntimeException")]),
    h("parseUnresolved0", &[CHAR_SEQUENCE, PARSE_POSITION]),
    s("ofPattern", &[STRING], DATE_TIME_FORMATTER, |c, _, a| of_pattern(c, a, &c.environment.locale), "the format of a pattern"),
    s("ofPattern", &[STRING, LOCALE], DATE_TIME_FORMATTER, |c, _, a| of_pattern(c, a, locale(a, 1)?), "the format of a pattern in a locale"),
    s("ofLocalizedDate", &[FORMAT_STYLE], DATE_TIME_FORMATTER, |c, _, a| made(c, DateTimeFormatter::of_localized_date(format_style(a, 0)?, default_locale(c))), "the locale's format of dates"),
    s("ofLocalizedTime", &[FORMAT_STYLE], DATE_TIME_FORMATTER, |c, _, a| made(c, DateTimeFormatter::of_localized_time(format_style(a, 0)?, default_locale(c))), "the locale's format of times"),
    s("ofLocalizedDateTime", &[FORMAT_STYLE], DATE_TIME_FORMATTER, |c, _, a| made(c, DateTimeFormatter::of_localized_date_time(format_style(a, 0)?, format_style(a, 0)?, default_locale(c))), "the locale's format of dates with times"),
    s("ofLocalizedDateTime", &[FORMAT_STYLE, FORMAT_STYLE], DATE_TIME_FORMATTER, |c, _, a| made(c, DateTimeFormatter::of_localized_date_time(format_style(a, 0)?, format_style(a, 1)?, default_locale(c))), "the locale's format of dates with times"),
    s("ofLocalizedPattern", &[STRING], DATE_TIME_FORMATTER, |c, _, a| made(c, DateTimeFormatter::of_localized_pattern(&text(a, 0)?.to_string_lossy(), default_locale(c))?), "the locale's format of some fields"),
    s("parsedExcessDays", &[], TEMPORAL_QUERY, |c, _, _| made(c, Query::ExcessDays), "asks for the days that parsing carried over"),
    s("parsedLeapSecond", &[], TEMPORAL_QUERY, |c, _, _| made(c, Query::LeapSecond), "asks whether parsing met a leap second"),
    m("withLocale", &[LOCALE], DATE_TIME_FORMATTER, |c, t, a| made(c, formatter(t)?.with_locale(known_locale(a)?)), "the format in another locale"),
    m("localizedBy", &[LOCALE], DATE_TIME_FORMATTER, |c, t, a| made(c, formatter(t)?.localized_by(known_locale(a)?)), "the format in another locale, digits included"),
    m("getDecimalStyle", &[], DECIMAL_STYLE, |c, t, _| made(c, formatter(t)?.get_decimal_style()), "the characters of numbers"),
    m("withDecimalStyle", &[DECIMAL_STYLE], DATE_TIME_FORMATTER, |c, t, a| made(c, formatter(t)?.with_decimal_style(decimal_style(object(a, 0)?)?)), "the format with other characters in numbers"),
    m("withChronology", &[CHRONOLOGY], DATE_TIME_FORMATTER, |c, t, a| made(c, formatter(t)?.with_chronology(!arg(a, 0).is_null())), "the format with another calendar system"),
    m("getResolverStyle", &[], RESOLVER_STYLE, |c, t, _| enum_of(c, RESOLVER_STYLE.id, formatter(t)?.get_resolver_style().ordinal()), "how parsing deals with odd values"),
    m("withResolverStyle", &[RESOLVER_STYLE], DATE_TIME_FORMATTER, |c, t, a| made(c, formatter(t)?.with_resolver_style(resolver_style(a)?)), "the format with another way to deal with odd values"),
    m("getResolverFields", &[], SET, resolver_fields, "the fields that parsing may use"),
    m("withResolverFields", &[array_of(TEMPORAL_FIELD)], DATE_TIME_FORMATTER, |c, t, a| made(c, formatter(t)?.with_resolver_fields(fields(a)?.as_deref())), "the format with other fields to use").varargs(),
    m("withResolverFields", &[SET], DATE_TIME_FORMATTER, with_resolver_set, "the format with other fields to use"),
    m("parseBest", &[CHAR_SEQUENCE, array_of(TEMPORAL_QUERY)], TEMPORAL_ACCESSOR, parse_best, "what the first fitting query finds in the date that a text means").varargs(),
    m("parseUnresolved", &[CHAR_SEQUENCE, PARSE_POSITION], TEMPORAL_ACCESSOR, no_position, "the fields in a text as they stand there"),
    h("toPrinterParser", &[BOOL]),
    m("toFormat", &[], FORMAT, |c, t, _| made(c, ClassicFormat { formatter: formatter(t)?.clone(), query: None }), "the format as one of `java.text`"),
    m("toFormat", &[TEMPORAL_QUERY], FORMAT, |c, t, a| made(c, ClassicFormat { formatter: formatter(t)?.clone(), query: Some(query(a, 0)?) }), "the format as one of `java.text`, with a query"),
]).fields(&[
    f("ISO_LOCAL_DATE", |c, _, _| constant(c, Named::IsoLocalDate), "`2011-12-03`"),
    f("ISO_OFFSET_DATE", |c, _, _| constant(c, Named::IsoOffsetDate), "`2011-12-03+01:00`"),
    f("ISO_DATE", |c, _, _| constant(c, Named::IsoDate), "`2011-12-03` with an offset or without"),
    f("ISO_LOCAL_TIME", |c, _, _| constant(c, Named::IsoLocalTime), "`10:15:30`"),
    f("ISO_OFFSET_TIME", |c, _, _| constant(c, Named::IsoOffsetTime), "`10:15:30+01:00`"),
    f("ISO_TIME", |c, _, _| constant(c, Named::IsoTime), "`10:15:30` with an offset or without"),
    f("ISO_LOCAL_DATE_TIME", |c, _, _| constant(c, Named::IsoLocalDateTime), "`2011-12-03T10:15:30`"),
    f("ISO_OFFSET_DATE_TIME", |c, _, _| constant(c, Named::IsoOffsetDateTime), "`2011-12-03T10:15:30+01:00`"),
    f("ISO_ZONED_DATE_TIME", |c, _, _| constant(c, Named::IsoZonedDateTime), "`2011-12-03T10:15:30+01:00[Europe/Paris]`"),
    f("ISO_DATE_TIME", |c, _, _| constant(c, Named::IsoDateTime), "`2011-12-03T10:15:30` with offset and zone or without"),
    f("ISO_ORDINAL_DATE", |c, _, _| constant(c, Named::IsoOrdinalDate), "`2011-337`"),
    f("ISO_WEEK_DATE", |c, _, _| constant(c, Named::IsoWeekDate), "`2011-W48-6`"),
    f("ISO_INSTANT", |c, _, _| constant(c, Named::IsoInstant), "`2011-12-03T10:15:30Z`"),
    f("BASIC_ISO_DATE", |c, _, _| constant(c, Named::BasicIsoDate), "`20111203`"),
    f("RFC_1123_DATE_TIME", |c, _, _| constant(c, Named::Rfc1123DateTime), "`Sat, 3 Dec 2011 10:15:30 GMT`"),
]);

#[rustfmt::skip]
pub(super) static DECIMALS: Members = Members::of(DECIMAL_STYLE.id).methods(&[
    p("toString", STRING, |c, t, _| give(c, decimal_style(t)?.to_string()), "the characters in brackets"),
    p("hashCode", INT, |_, t, _| ok(decimal_style(t)?.hash_code()), "a number that equal styles share"),
    p("getAvailableLocales", SET, crate::java::util::locale::set, "all locales with a style").stat(),
    p("getZeroDigit", CHAR, |_, t, _| letter(decimal_style(t)?.zero_digit), "the digit zero"),
    p("getDecimalSeparator", CHAR, |_, t, _| letter(decimal_style(t)?.decimal_separator), "what stands before the fraction"),
    p("getPositiveSign", CHAR, |_, t, _| letter(decimal_style(t)?.positive_sign), "the sign of positive numbers"),
    p("getNegativeSign", CHAR, |_, t, _| letter(decimal_style(t)?.negative_sign), "the sign of negative numbers"),
    p("ofDefaultLocale", DECIMAL_STYLE, |c, _, _| made(c, DecimalStyle::of(&default_locale(c))), "the style of this engine").stat(),
]).fields(&[
    f("STANDARD", |c, _, _| made(c, DecimalStyle::STANDARD), "the digits and signs of ASCII"),
]);

#[rustfmt::skip]
pub(super) static PARSED: Members = Members::of(ClassId::named("java.time.format.Parsed")).methods(&[
    p("toString", STRING, |c, t, _| give(c, parsed(t)?.to_string()), "the fields, calendar system, zone, date and time"),
]);

pub(in crate::java) fn formatter(this: Value<'_>) -> Outcome<&DateTimeFormatter> {
    if this.is_null() {
        return Err(null_pointer());
    }
    this.instance()
        .ok_or_else(|| class_cast(this, "java.time.format.DateTimeFormatter"))
}

fn parsed(this: Value<'_>) -> Outcome<&Parsed> {
    this.instance()
        .ok_or_else(|| class_cast(this, "java.time.format.Parsed"))
}

fn decimal_style(this: Value<'_>) -> Outcome<DecimalStyle> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, DECIMAL_STYLE.id.name()))
}

/// A locale as dates know it.
pub(in crate::java) fn dates_locale(locale: &Locale) -> names::Locale {
    names::Locale::of_tag(&locale.language_tag())
}

/// A locale in the first argument, with its texts.
fn known_locale(args: &[Value<'_>]) -> Outcome<names::Locale> {
    let locale = locale(args, 0)?;
    with_texts(locale)?;
    Ok(dates_locale(locale))
}

/// Whether the texts of a locale are those of Java: of a language with data here, or of one that Java has no data for.
fn has_texts(locale: &Locale) -> bool {
    static OF_JAVA: LazyLock<HashSet<String>> = LazyLock::new(|| {
        Locale::available()
            .map(|locale| locale.language().to_owned())
            .collect()
    });
    names::Locale::has_language(locale.language()) || !OF_JAVA.contains(locale.language())
}

/// Refuses locales whose texts are not known.
pub(in crate::java) fn with_texts(locale: &Locale) -> thrown::Outcome<()> {
    if has_texts(locale) {
        return Ok(());
    }
    Err(thrown::Thrown::unavailable(format!(
        "the texts of dates in `{}` are not available in this engine",
        locale.language_tag()
    )))
}

/// Refuses such locales unless the pattern shows nothing but numbers.
pub(in crate::java) fn with_texts_for(pattern: &str, locale: &Locale) -> thrown::Outcome<()> {
    if has_texts(locale) || is_numeric(pattern) {
        Ok(())
    } else {
        with_texts(locale)
    }
}

fn is_numeric(pattern: &str) -> bool {
    let unquoted = pattern.split('\'').step_by(2);
    let numeric = |char: char| !char.is_ascii_alphabetic() || "yudDHhkKmsSAnNXxMLZ".contains(char);
    unquoted
        .into_iter()
        .all(|part| part.chars().all(numeric) && !part.contains("MMM") && !part.contains("LLL"))
}

fn default_locale(call: &Call<'_>) -> names::Locale {
    dates_locale(&call.environment.locale)
}

/// Dates, times, and what parsing gives, all of them read field by field.
pub(in crate::java) enum Seen<'a> {
    Temporal(Temporal),
    Parsed(&'a Parsed),
}

impl Seen<'_> {
    pub(in crate::java) fn get(&self) -> &dyn Accessor {
        match self {
            Seen::Temporal(temporal) => temporal.accessor(),
            Seen::Parsed(parsed) => *parsed,
        }
    }
}

/// Anything with fields of dates or times.
pub(in crate::java) fn accessor<'a>(args: &[Value<'a>], at: usize) -> Outcome<Seen<'a>> {
    match object(args, at)?.instance::<Parsed>() {
        Some(parsed) => Ok(Seen::Parsed(parsed)),
        None => temporal(args, at).map(Seen::Temporal),
    }
}

/// An argument that may be null.
fn optional<T>(
    args: &[Value<'_>],
    read: impl Fn(&[Value<'_>], usize) -> Outcome<T>,
) -> Outcome<Option<T>> {
    if arg(args, 0).is_null() {
        Ok(None)
    } else {
        read(args, 0).map(Some)
    }
}

fn format_style(args: &[Value<'_>], at: usize) -> Outcome<FormatStyle> {
    let found = object(args, at)?;
    let ordinal = enums::constant(found)?.ordinal as usize;
    FormatStyle::VALUES
        .get(ordinal)
        .copied()
        .ok_or_else(|| class_cast(found, FORMAT_STYLE.id.name()))
}

/// A style; Java notices a missing one when parsing uses it.
fn resolver_style(args: &[Value<'_>]) -> Outcome<ResolverStyle> {
    let found = object(args, 0)?;
    let ordinal = enums::constant(found)?.ordinal as usize;
    ResolverStyle::VALUES
        .get(ordinal)
        .copied()
        .ok_or_else(|| class_cast(found, RESOLVER_STYLE.id.name()))
}

/// The fields of an array or set; none for null.
fn fields(args: &[Value<'_>]) -> Outcome<Option<Vec<Field>>> {
    let Some(items) = arg(args, 0).items() else {
        return Ok(None);
    };
    items
        .iter()
        .map(|item| field(&[item], 0))
        .collect::<Outcome<Vec<Field>>>()
        .map(Some)
}

/// Java knows what the set must hold, so a set of something else fails as an argument that does not convert.
fn with_resolver_set<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let fits = |item: Value<'_>| item.class().is_none_or(|class| class.is_a(TEMPORAL_FIELD));
    if let Some(other) = arg(args, 0)
        .items()
        .and_then(|items| items.iter().find(|item| !fits(*item)))
    {
        let message = format!("`{}` cannot become `{TEMPORAL_FIELD}`", other.class_name());
        let cause = Thrown::new("ConverterNotFoundException", message.clone());
        return Err(Fault::caused(Code::METHOD_ARGUMENT, message, cause));
    }
    made(
        call,
        formatter(this)?.with_resolver_fields(fields(args)?.as_deref()),
    )
}

fn resolver_fields<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let Some(fields) = formatter(this)?.get_resolver_fields() else {
        return Ok(Value::Null);
    };
    let mut found: Vec<Value<'a>> = Vec::new();
    for field in fields {
        let field = field_value(call, *field)?;
        if !found.iter().any(|other| equality::equals(*other, field)) {
            found.push(field);
        }
    }
    call.arena.list(ClassId::UNMODIFIABLE_SET, &found)
}

fn of_pattern<'a>(call: &Call<'a>, args: &[Value<'a>], locale: &Locale) -> Outcome<Value<'a>> {
    let pattern = text(args, 0)?.to_string_lossy();
    with_texts_for(&pattern, locale)?;
    made(
        call,
        DateTimeFormatter::of_pattern(&pattern, dates_locale(locale))?,
    )
}

/// A constant, made once: formatters are equal only to themselves.
fn constant<'a>(call: &Call<'a>, name: Named) -> Outcome<Value<'a>> {
    static CONSTANTS: LazyLock<Vec<DateTimeFormatter>> = LazyLock::new(|| {
        Named::VALUES
            .iter()
            .map(|name| DateTimeFormatter::named(*name, names::Locale::english()))
            .collect()
    });
    let locale = default_locale(call);
    let formatter = CONSTANTS
        .get(name as usize)
        .map(|constant| constant.with_locale(locale.clone()));
    made(
        call,
        formatter.unwrap_or_else(|| DateTimeFormatter::named(name, locale)),
    )
}

fn parse_query<'a>(
    call: &Call<'a>,
    formatter: &DateTimeFormatter,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let text = sequence(args, 0)?.to_string_lossy();
    answer(call, formatter.parse_query(&text, query(args, 1)?)?)
}

fn parse_best<'a>(call: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let text = sequence(args, 0)?.to_string_lossy();
    let queries = object(args, 1)?;
    let queries = queries
        .items()
        .ok_or_else(|| class_cast(queries, "an array"))?;
    let queries = queries
        .iter()
        .map(|item| query(&[item], 0))
        .collect::<Outcome<Vec<Query>>>()?;
    answer(call, formatter(this)?.parse_best(&text, &queries)?)
}

/// Methods with a `ParsePosition`, which no expression can make.
fn no_position<'a>(_: &Call<'a>, _: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    Err(null_pointer())
}

fn format_to<'a>(call: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let (seen, to) = (accessor(args, 0)?, object(args, 1)?);
    let shown = formatter(this)?.format(seen.get())?;
    builder::append(call, to, &shown)?;
    Ok(Value::Null)
}

fn letter<'a>(letter: char) -> Outcome<Value<'a>> {
    let mut units = [0; 2];
    Ok(Value::Char(letter.encode_utf16(&mut units)[0]))
}

impl JavaObject for DateTimeFormatter {
    fn java_class(&self) -> ClassId {
        ClassId::DATE_TIME_FORMATTER
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}

impl JavaObject for DecimalStyle {
    fn java_class(&self) -> ClassId {
        DECIMAL_STYLE.id
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        (*self).hash_code()
    }
}

/// Two results of parsing are never the same object.
impl PartialEq for Parsed {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl JavaObject for Parsed {
    fn java_class(&self) -> ClassId {
        const { ClassId::named("java.time.format.Parsed") }
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}

/// A formatter as `java.text.Format`.
#[derive(Clone, PartialEq)]
pub(in crate::java) struct ClassicFormat {
    pub(in crate::java) formatter: DateTimeFormatter,
    pub(in crate::java) query: Option<Query>,
}

impl ClassicFormat {
    /// `format(Object)`: a wrong value is an illegal argument, however it is wrong.
    pub(in crate::java) fn format(&self, args: &[Value<'_>]) -> Outcome<String> {
        object(args, 0)?;
        let illegal = || {
            throw(
                "IllegalArgumentException",
                "the value cannot be shown by this format",
            )
        };
        let seen = accessor(args, 0).map_err(|_| illegal())?;
        self.formatter.format(seen.get()).map_err(|_| illegal())
    }

    /// `parseObject(String)`
    pub(in crate::java) fn parse<'a>(
        &self,
        call: &Call<'a>,
        args: &[Value<'a>],
    ) -> Outcome<Value<'a>> {
        let text = text(args, 0)?.to_string_lossy();
        let unparsable = |thrown: thrown::Thrown| {
            Fault::invocation(Thrown::new("ParseException", thrown.message))
        };
        match self.query {
            Some(query) => answer(
                call,
                self.formatter
                    .parse_query(&text, query)
                    .map_err(unparsable)?,
            ),
            None => made(call, self.formatter.parse(&text).map_err(unparsable)?),
        }
    }
}

impl JavaObject for ClassicFormat {
    fn java_class(&self) -> ClassId {
        const { ClassId::named("java.time.format.DateTimeFormatter$ClassicFormat") }
    }

    fn java_text(&self) -> String {
        identity_text(self.java_class())
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}
