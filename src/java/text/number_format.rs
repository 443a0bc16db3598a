//! `java.text.Format` and `NumberFormat`.

use super::arguments::formatted_one;
use super::date_format;
use super::message_format;
use super::numbers::{Kind, number, rounding_mode, rounding_ordinal};
use crate::java::args::{
    arg, boolean, class_cast, give, int, locale, null_pointer, object, ok, room, text, throw,
    unavailable,
};
use crate::java::enums;
use crate::java::format::compact_format::{CompactFormat, CompactStyle};
use crate::java::format::currency::Currency;
use crate::java::format::decimal_format::DecimalFormat;
use crate::java::format::locale::Locale;
use crate::java::format::number_format::{NumberStyle, instance};
use crate::java::member::{Call, Members, f, h, m, s};
use crate::java::object::{Changeable, Opaque};
use crate::java::signature::{
    BOOL, DOUBLE, INT, LONG, OBJECT, STRING, UNREACHABLE, VOID, array_of, class,
};
use crate::java::time::members::formatter::ClassicFormat;
use crate::value::fault::{Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Value, equality};

pub(super) const STRING_BUFFER: ClassRef = class("java.lang.StringBuffer");
pub(super) const FIELD_POSITION: ClassRef = class("java.text.FieldPosition");
pub(super) const PARSE_POSITION: ClassRef = class("java.text.ParsePosition");
pub(super) const ITERATOR: ClassRef = class("java.text.AttributedCharacterIterator");
pub(super) const LOCALE: ClassRef = ClassRef::of(ClassId::LOCALE);
pub(super) const CURRENCY: ClassRef = ClassRef::of(ClassId::CURRENCY);
pub(super) const ROUNDING_MODE: ClassRef = ClassRef::of(ClassId::ROUNDING_MODE);
const ATTRIBUTE: ClassRef = class("java.text.AttributedCharacterIterator$Attribute");
const NUMBER: ClassRef = ClassRef::of(ClassId::NUMBER);
const NUMBER_FORMAT: ClassRef = class("java.text.NumberFormat");
const STYLE: ClassRef = class("java.text.NumberFormat$Style");

#[rustfmt::skip]
pub(super) static FORMATS: Members = Members::of(class("java.text.Format").id).methods(&[
    m("clone", &[], OBJECT, copy, "a copy"),
    h("format", &[OBJECT, UNREACHABLE, FIELD_POSITION]),
    m("format", &[OBJECT, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_field, "appends the value"),
    m("format", &[OBJECT], STRING, format_object, "the value as this format writes it"),
    m("parseObject", &[STRING], OBJECT, parse_object, "the value that a text means"),
    m("parseObject", &[STRING, PARSE_POSITION], OBJECT, no_position, "the value that a part of a text means"),
    h("createAttributedCharacterIterator", &[array_of(ITERATOR)]),
    h("createAttributedCharacterIterator", &[STRING, ATTRIBUTE, OBJECT]),
    h("createAttributedCharacterIterator", &[ITERATOR, ATTRIBUTE, OBJECT]),
    h("createAttributedCharacterIterator", &[STRING]),
    m("formatToCharacterIterator", &[OBJECT], ITERATOR, characters, "the value as this format writes it, with the names of its parts"),
]);

#[rustfmt::skip]
pub(super) static NUMBER_FORMATS: Members = Members::of(NUMBER_FORMAT.id).methods(&[
    m("equals", &[OBJECT], BOOL, equal, "whether the other format is the same"),
    m("hashCode", &[], INT, base_hash, "a number that equal formats share"),
    m("clone", &[], OBJECT, copy, "a copy"),
    m("format", &[DOUBLE, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_field, "appends the number"),
    h("format", &[DOUBLE, UNREACHABLE, FIELD_POSITION]),
    m("format", &[LONG, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_field, "appends the number"),
    h("format", &[LONG, UNREACHABLE, FIELD_POSITION]),
    m("format", &[OBJECT, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_field, "appends the number"),
    h("format", &[OBJECT, UNREACHABLE, FIELD_POSITION]),
    m("format", &[DOUBLE], STRING, format_object, "the number as this format writes it"),
    m("format", &[LONG], STRING, format_object, "the number as this format writes it"),
    h("getInstance", &[LOCALE, STYLE, INT]).stat(),
    s("getInstance", &[LOCALE], NUMBER_FORMAT, |c, _, a| made(c, NumberStyle::Number, locale(a, 0)?), "the format of numbers in a language"),
    s("getInstance", &[], NUMBER_FORMAT, |c, _, _| made(c, NumberStyle::Number, &c.environment.locale), "the format of numbers"),
    h("getInstance", &[UNREACHABLE, LOCALE, STYLE, INT]).stat(),
    h("readObject", &[class("java.io.ObjectInputStream")]),
    h("writeObject", &[class("java.io.ObjectOutputStream")]),
    m("parse", &[STRING], NUMBER, parse_object, "the number that a text starts with"),
    m("parse", &[STRING, PARSE_POSITION], NUMBER, no_position, "the number in a text"),
    m("isStrict", &[], BOOL, |_, t, _| ok(kind(t)?.unless_choice()?.settings().is_strict()), "whether parsing insists on the whole text"),
    s("getAvailableLocales", &[], array_of(LOCALE), crate::java::util::locale::all, "all locales with formats"),
    m("parseObject", &[STRING, PARSE_POSITION], OBJECT, no_position, "the number in a text"),
    m("getMaximumIntegerDigits", &[], INT, |_, t, _| ok(kind(t)?.settings().max_integer_digits()), "the most digits before the fraction"),
    m("getMinimumIntegerDigits", &[], INT, |_, t, _| ok(kind(t)?.settings().min_integer_digits()), "the fewest digits before the fraction"),
    m("getMaximumFractionDigits", &[], INT, |_, t, _| ok(kind(t)?.settings().max_fraction_digits()), "the most digits of the fraction"),
    m("getMinimumFractionDigits", &[], INT, |_, t, _| ok(kind(t)?.settings().min_fraction_digits()), "the fewest digits of the fraction"),
    h("fastFormat", &[DOUBLE]),
    m("isGroupingUsed", &[], BOOL, |_, t, _| ok(kind(t)?.settings().is_grouping_used()), "whether digits stand in groups"),
    m("isParseIntegerOnly", &[], BOOL, |_, t, _| ok(kind(t)?.settings().is_parse_integer_only()), "whether parsing stops before the fraction"),
    m("setGroupingUsed", &[BOOL], VOID, |_, t, a| set(t, boolean(a, 0)?, DecimalFormat::set_grouping_used, CompactFormat::set_grouping_used), "sets whether digits stand in groups"),
    m("setMinimumIntegerDigits", &[INT], VOID, |_, t, a| set(t, int(a, 0)?, DecimalFormat::set_min_integer_digits, CompactFormat::set_min_integer_digits), "sets the fewest digits before the fraction"),
    m("setMaximumIntegerDigits", &[INT], VOID, |_, t, a| set(t, int(a, 0)?, DecimalFormat::set_max_integer_digits, CompactFormat::set_max_integer_digits), "sets the most digits before the fraction"),
    m("setMaximumFractionDigits", &[INT], VOID, |_, t, a| set(t, int(a, 0)?, DecimalFormat::set_max_fraction_digits, CompactFormat::set_max_fraction_digits), "sets the most digits of the fraction"),
    m("setMinimumFractionDigits", &[INT], VOID, |_, t, a| set(t, int(a, 0)?, DecimalFormat::set_min_fraction_digits, CompactFormat::set_min_fraction_digits), "sets the fewest digits of the fraction"),
    m("getCurrency", &[], CURRENCY, currency, "the currency of amounts"),
    m("setCurrency", &[CURRENCY], VOID, set_currency, "sets the currency of amounts"),
    m("setRoundingMode", &[ROUNDING_MODE], VOID, set_rounding_mode, "sets how numbers are rounded"),
    m("getRoundingMode", &[], ROUNDING_MODE, mode, "how numbers are rounded"),
    m("setStrict", &[BOOL], VOID, set_strict, "sets whether parsing insists on the whole text"),
    s("getCurrencyInstance", &[LOCALE], NUMBER_FORMAT, |c, _, a| made(c, NumberStyle::Currency, locale(a, 0)?), "the format of amounts in a language"),
    s("getCurrencyInstance", &[], NUMBER_FORMAT, |c, _, _| made(c, NumberStyle::Currency, &c.environment.locale), "the format of amounts"),
    s("getPercentInstance", &[], NUMBER_FORMAT, |c, _, _| made(c, NumberStyle::Percent, &c.environment.locale), "the format of percents"),
    s("getPercentInstance", &[LOCALE], NUMBER_FORMAT, |c, _, a| made(c, NumberStyle::Percent, locale(a, 0)?), "the format of percents in a language"),
    s("getIntegerInstance", &[LOCALE], NUMBER_FORMAT, |c, _, a| made(c, NumberStyle::Integer, locale(a, 0)?), "the format of integers in a language"),
    s("getIntegerInstance", &[], NUMBER_FORMAT, |c, _, _| made(c, NumberStyle::Integer, &c.environment.locale), "the format of integers"),
    s("getCompactNumberInstance", &[LOCALE, STYLE], NUMBER_FORMAT, compact, "the format of short numbers in a language"),
    s("getCompactNumberInstance", &[], NUMBER_FORMAT, |c, _, _| Ok(c.arena.object(Changeable::new(CompactFormat::new(CompactStyle::Short, &c.environment.locale)))), "the format of short numbers"),
    s("getNumberInstance", &[], NUMBER_FORMAT, |c, _, _| made(c, NumberStyle::Number, &c.environment.locale), "the format of numbers"),
    s("getNumberInstance", &[LOCALE], NUMBER_FORMAT, |c, _, a| made(c, NumberStyle::Number, locale(a, 0)?), "the format of numbers in a language"),
    m("setParseIntegerOnly", &[BOOL], VOID, |_, t, a| set(t, boolean(a, 0)?, DecimalFormat::set_parse_integer_only, CompactFormat::set_parse_integer_only), "sets whether parsing stops before the fraction"),
    h("getScientificInstance", &[]).stat(),
    h("getScientificInstance", &[LOCALE]).stat(),
    h("matchToStyle", &[NUMBER_FORMAT, LOCALE]).stat(),
]).fields(&[
    f("INTEGER_FIELD", |_, _, _| ok(0), "the part before the fraction"),
    f("FRACTION_FIELD", |_, _, _| ok(1), "the fraction"),
]);

fn kind(this: Value<'_>) -> Outcome<Kind<'_>> {
    Kind::of(this)
}

fn made<'a>(call: &Call<'a>, style: NumberStyle, locale: &Locale) -> Outcome<Value<'a>> {
    Ok(call.arena.object(Changeable::new(instance(style, locale))))
}

fn compact<'a>(call: &Call<'a>, _: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let locale = locale(args, 0)?;
    let style = match enums::ordinal(args, 1)? {
        0 => CompactStyle::Short,
        _ => CompactStyle::Long,
    };
    Ok(call
        .arena
        .object(Changeable::new(CompactFormat::new(style, locale))))
}

fn set<'a, T>(
    this: Value<'a>,
    to: T,
    set: fn(&mut DecimalFormat, T),
    set_compact: fn(&mut CompactFormat, T),
) -> Outcome<Value<'a>> {
    kind(this)?.set(to, set, set_compact);
    Ok(Value::Null)
}

/// `clone()`
pub(super) fn copy<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    match this {
        Value::Object(object) => Ok(call.arena.object_copy(object)),
        other => Ok(other),
    }
}

/// `equals(Object)`
pub(super) fn equal<'a>(_: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    ok(equality::equals(this, arg(args, 0)))
}

/// `hashCode()` of a format without a hash code of its own.
fn base_hash<'a>(_: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    ok(equality::hash_code(this))
}

/// `format(Object)`, and `format` of numbers.
pub(super) fn format_object<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    if let Some(kind) = Kind::find(this) {
        let text = formatted_one(call, arg(args, 0), |arg| kind.format(arg, room(call)))?;
        return give(call, text);
    }
    if let Some(format) = date_format::find(this) {
        return date_format::format_value(call, format, arg(args, 0));
    }
    match this.instance::<ClassicFormat>() {
        Some(format) => give(call, format.format(args)?),
        None => message_format::format_values(call, this, args),
    }
}

/// `format` that appends at a `FieldPosition`, which no expression can make: null is noticed after a wrong value.
pub(super) fn no_field<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    match Kind::find(this) {
        None if date_format::find(this).is_some() => date_format::no_date_field(call, this, args),
        None => Err(null_pointer()),
        Some(_) if !is_number(arg(args, 0)) => {
            Err(throw("IllegalArgumentException", "the value is no number"))
        }
        // The one format that needs no position, though it needs something to append to.
        Some(Kind::Choice(_)) if !arg(args, 1).is_null() => unavailable(call, this, args),
        Some(_) => Err(null_pointer()),
    }
}

pub(super) fn is_number(value: Value<'_>) -> bool {
    value.class().is_some_and(|class| class.is_a(NUMBER))
}

/// Methods with a `ParsePosition`, which no expression can make.
pub(super) fn no_position<'a>(_: &Call<'a>, _: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    Err(null_pointer())
}

/// `parseObject(String)`, and `parse(String)` of numbers.
fn parse_object<'a>(call: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    if let Some(kind) = Kind::find(this) {
        return Ok(number(call, kind.parse(&text(args, 0)?.to_string_lossy())?));
    }
    if date_format::find(this).is_some() {
        return date_format::parse(call, this, args);
    }
    match this.instance::<ClassicFormat>() {
        Some(format) => format.parse(call, args),
        None => message_format::parse_values(call, this, args),
    }
}

/// `formatToCharacterIterator(Object)`: fails as formatting does.
pub(super) fn characters<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    object(args, 0)?;
    format_object(call, this, args)?;
    let class = const { ClassId::named("java.text.AttributedString$AttributedStringIterator") };
    Ok(call.arena.object(Opaque(class)))
}

fn currency<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    Ok(call.arena.object(kind(this)?.decimal()?.get().currency()))
}

fn set_currency<'a>(_: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let format = kind(this)?.decimal()?;
    let currency = *crate::java::args::instance::<Currency>(args, 0, "java.util.Currency")?;
    format.change(|format| format.set_currency(currency));
    Ok(Value::Null)
}

fn mode<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let mode = kind(this)?.unless_choice()?.settings().rounding_mode();
    Ok(enums::at(
        call,
        ClassId::ROUNDING_MODE,
        rounding_ordinal(mode),
    ))
}

fn set_rounding_mode<'a>(_: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let kind = kind(this)?.unless_choice()?;
    let mode = rounding_mode(enums::ordinal(args, 0)?)?;
    kind.set(
        mode,
        DecimalFormat::set_rounding_mode,
        CompactFormat::set_rounding_mode,
    );
    Ok(Value::Null)
}

fn set_strict<'a>(_: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let kind = kind(this)?.unless_choice()?;
    kind.set(
        boolean(args, 0)?,
        DecimalFormat::set_strict,
        CompactFormat::set_strict,
    );
    Ok(Value::Null)
}

/// The exception of a text that means no value.
#[cold]
pub(super) fn unparsable(text: &str) -> Box<Fault> {
    Fault::invocation(Thrown::new(
        "ParseException",
        format!("`{text}` is not written in this format"),
    ))
}

/// The receiver as a format of one kind.
pub(super) fn changeable<'a, T: Clone + Send + 'static>(
    this: Value<'a>,
    class: &str,
) -> Outcome<&'a Changeable<T>> {
    this.instance().ok_or_else(|| class_cast(this, class))
}
