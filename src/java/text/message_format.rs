//! `java.text.MessageFormat`.

use super::arguments::formatted;
use super::message_date;
use super::moments::Dates;
use super::number_format::{
    FIELD_POSITION, ITERATOR, LOCALE, PARSE_POSITION, STRING_BUFFER, changeable, characters, copy,
    equal, unparsable,
};
use super::numbers::{Kind, number};
use crate::java::args::{
    arg, array, give, int, locale, null_pointer, object, ok, room, text, throw, unavailable,
};
use crate::java::format::locale::Locale;
use crate::java::format::message_format::{Format, MessageFormat, Parsed};
use crate::java::member::{Call, Members, c, h, m, s};
use crate::java::object::{Changeable, JavaObject, identity_text};
use crate::java::signature::{INT, LIST, OBJECT, STRING, UNREACHABLE, VOID, array_of, class};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

const OBJECTS: ClassRef = ClassRef::array(ClassId::OBJECT);
const FORMAT: ClassRef = class("java.text.Format");
const BUILDER: ClassRef = class("java.lang.StringBuilder");
const NAME: &str = "java.text.MessageFormat";
/// The longest pattern of a format; one with more characters is known by its class alone.
const LONGEST: usize = 1 << 20;

#[rustfmt::skip]
pub(super) static MEMBERS: Members = Members::of(ClassId::MESSAGE_FORMAT).methods(&[
    m("equals", &[OBJECT], crate::java::signature::BOOL, equal, "whether the other format is the same"),
    m("toString", &[], STRING, |c, t, _| give(c, this(t)?.get().text(room(c))?), "locale and pattern"),
    h("append", &[UNREACHABLE, class("java.text.CharacterIterator")]),
    m("hashCode", &[], INT, |_, t, _| ok(this(t)?.get().hash_code()), "a number that equal formats share"),
    m("clone", &[], OBJECT, copy, "a copy"),
    m("format", &[OBJECTS, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, append, "appends the message with arguments"),
    s("format", &[STRING, OBJECTS], STRING, format_once, "arguments put into a pattern").varargs(),
    m("format", &[OBJECT, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, append, "appends the message with arguments"),
    h("format", &[OBJECT, UNREACHABLE, FIELD_POSITION]),
    h("readObject", &[class("java.io.ObjectInputStream")]),
    m("parse", &[STRING], OBJECTS, parse_values, "the arguments that a text was made of"),
    m("parse", &[STRING, PARSE_POSITION], OBJECTS, parse_at, "the arguments that a part of a text was made of"),
    h("readObjectNoData", &[]),
    m("parseObject", &[STRING, PARSE_POSITION], OBJECT, parse_at, "the arguments that a part of a text was made of"),
    m("formatToCharacterIterator", &[OBJECT], ITERATOR, characters, "the message with arguments, with the names of its parts"),
    m("applyPattern", &[STRING], VOID, apply, "takes another pattern"),
    h("subformat", &[OBJECTS, UNREACHABLE, FIELD_POSITION, LIST]),
    m("getLocale", &[], LOCALE, |c, t, _| Ok(c.arena.object(this(t)?.get().locale().clone())), "the locale"),
    m("toPattern", &[], STRING, |c, t, _| give(c, this(t)?.get().to_pattern(room(c))?), "the pattern"),
    h("applyPatternImpl", &[STRING]),
    m("setLocale", &[LOCALE], VOID, set_locale, "sets the locale of formats to come"),
    m("getFormats", &[], array_of(FORMAT), formats, "the formats of the places"),
    m("setFormat", &[INT, FORMAT], VOID, set_format, "sets the format of a place"),
    h("setFormatFromPattern", &[INT, INT, array_of(BUILDER)]),
    h("copyAndFixQuotes", &[STRING, INT, INT, BUILDER]).stat(),
    h("patternFromFormat", &[FORMAT]),
    h("copyAndQuoteBraces", &[STRING]).stat(),
    h("formatFromPattern", &[STRING, STRING]),
    h("formatFromSubformatPattern", &[UNREACHABLE, STRING]),
    m("setFormatsByArgumentIndex", &[array_of(FORMAT)], VOID, set_formats_by_argument, "sets the formats of the arguments"),
    m("setFormats", &[array_of(FORMAT)], VOID, set_formats, "sets the formats of the places"),
    m("setFormatByArgumentIndex", &[INT, FORMAT], VOID, set_format_by_argument, "sets the format of an argument"),
    m("getFormatsByArgumentIndex", &[], array_of(FORMAT), formats_by_argument, "the formats of the arguments"),
]).constructors(&[
    c(&[STRING], |c, _, a| of_pattern(c, &text(a, 0)?.to_string_lossy()), "the format of a pattern"),
    c(&[STRING, LOCALE], |c, _, a| { let pattern = text(a, 0)?.to_string_lossy(); made(c, &pattern, locale(a, 1)?) }, "the format of a pattern in a locale"),
]);

fn this(this: Value<'_>) -> Outcome<&Changeable<MessageFormat>> {
    changeable(this, NAME)
}

fn made<'a>(call: &Call<'a>, pattern: &str, locale: &Locale) -> Outcome<Value<'a>> {
    let format = MessageFormat::new(pattern, locale, &Dates::of(call))?;
    Ok(call.arena.object(Changeable::new(format)))
}

/// The format of a pattern in the default locale.
pub(in crate::java) fn of_pattern<'a>(call: &Call<'a>, pattern: &str) -> Outcome<Value<'a>> {
    made(call, pattern, &call.environment.locale)
}

/// The arguments in an array; null for none.
fn arguments<'a>(value: Value<'a>) -> Outcome<Option<Vec<Value<'a>>>> {
    match value.class() {
        None => Ok(None),
        Some(class) if class.is_a(OBJECTS) => Ok(value.items().map(|items| items.iter().collect())),
        Some(_) => Err(throw(
            "ClassCastException",
            "the arguments of a message are no array of objects",
        )),
    }
}

fn formatted_message<'a>(
    call: &Call<'a>,
    format: &MessageFormat,
    arguments: Option<Vec<Value<'a>>>,
) -> Outcome<Value<'a>> {
    let missing = arguments.is_none();
    let text = formatted(call, arguments.unwrap_or_default(), |args| {
        format.format((!missing).then_some(args), &Dates::of(call), room(call))
    })?;
    give(call, text)
}

/// `format(Object)`
pub(super) fn format_values<'a>(
    call: &Call<'a>,
    format: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let format = this(format)?.get();
    formatted_message(call, &format, arguments(arg(args, 0))?)
}

/// The static `format`.
fn format_once<'a>(call: &Call<'a>, _: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let pattern = text(args, 0)?.to_string_lossy();
    let format = MessageFormat::new(&pattern, &call.environment.locale, &Dates::of(call))?;
    formatted_message(call, &format, arguments(arg(args, 1))?)
}

/// `format` at a `FieldPosition`, which no expression can make and a message does not need.
fn append<'a>(call: &Call<'a>, format: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let arguments = arguments(arg(args, 0))?;
    if arg(args, 1).is_null() {
        return Err(null_pointer());
    }
    formatted_message(call, &this(format)?.get(), arguments)?;
    unavailable(call, format, args)
}

/// `parse(String)`, `parseObject(String)`
pub(super) fn parse_values<'a>(
    call: &Call<'a>,
    format: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    if arg(args, 0).is_null() {
        return Err(unparsable("null"));
    }
    let found = this(format)?
        .get()
        .parse_text(&text(args, 0)?.to_string_lossy())?;
    let value = |parsed: Option<Parsed>| match parsed {
        None => Ok(Value::Null),
        Some(Parsed::Text(text)) => call.arena.text(&text),
        Some(Parsed::Number(found)) => Ok(number(call, Some(found))),
        Some(Parsed::Date(millis)) => crate::java::time::members::date::moment(
            call,
            crate::java::time::date::Date::new(millis),
        ),
    };
    let values = found.into_iter().map(value).collect::<Outcome<Vec<_>>>()?;
    array(call, ClassRef::of(ClassId::OBJECT), &values)
}

/// Parsing at a `ParsePosition`, which no expression can make and which is not needed without a text.
fn parse_at<'a>(call: &Call<'a>, _: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    match arg(args, 0) {
        Value::Null => array(call, ClassRef::of(ClassId::OBJECT), &[]),
        _ => Err(null_pointer()),
    }
}

fn apply<'a>(call: &Call<'a>, format: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let pattern = text(args, 0)?.to_string_lossy();
    this(format)?.change(|format| format.apply_pattern(&pattern, &Dates::of(call)))?;
    Ok(Value::Null)
}

/// Sets the locale. Java takes null, and whoever needs it fails, so that null is not available here.
fn set_locale<'a>(call: &Call<'a>, format: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    if arg(args, 0).is_null() {
        return unavailable(call, format, args);
    }
    let locale = locale(args, 0)?.clone();
    this(format)?.change(|format| format.set_locale(locale));
    Ok(Value::Null)
}

/// A format as object; the formats of dates are objects already.
fn shown<'a>(call: &Call<'a>, format: Option<&Format>) -> Outcome<Value<'a>> {
    match format {
        None => Ok(Value::Null),
        Some(Format::Decimal(format)) => Ok(call.arena.object(Changeable::new((**format).clone()))),
        Some(Format::Compact(format)) => Ok(call.arena.object(Changeable::new((**format).clone()))),
        Some(Format::Choice(format)) => {
            Ok(call
                .arena
                .object(Changeable::new(super::numbers::Choice::new(
                    format.clone(),
                )?)))
        }
        Some(Format::Date(format)) => message_date::value(call, &**format),
    }
}

fn formats<'a>(call: &Call<'a>, format: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let format = this(format)?.get();
    let formats = format
        .formats()
        .map(|format| shown(call, format))
        .collect::<Outcome<Vec<_>>>()?;
    array(call, FORMAT, &formats)
}

fn formats_by_argument<'a>(
    call: &Call<'a>,
    format: Value<'a>,
    _: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let format = this(format)?.get();
    let formats = format.formats_by_argument();
    let formats = formats
        .into_iter()
        .map(|format| shown(call, format))
        .collect::<Outcome<Vec<_>>>()?;
    array(call, FORMAT, &formats)
}

/// A format as part of a message.
fn part<'a>(call: &Call<'a>, format: Value<'a>) -> Outcome<Option<Format>> {
    Ok(Some(match Kind::find(format) {
        _ if format.is_null() => return Ok(None),
        Some(Kind::Decimal(format)) => Format::Decimal(Box::new(format.get())),
        Some(Kind::Compact(format)) => Format::Compact(Box::new(format.get())),
        Some(Kind::Choice(format)) => Format::Choice(format.get().format),
        None => match message_date::part(call, format) {
            Some(format) => Format::Date(format),
            None => return unavailable(call, format, &[]).map(|_| None),
        },
    }))
}

fn parts<'a>(call: &Call<'a>, args: &[Value<'a>]) -> Outcome<Vec<Option<Format>>> {
    let formats = object(args, 0)?.items();
    formats
        .into_iter()
        .flat_map(|items| items.iter().collect::<Vec<_>>())
        .map(|format| part(call, format))
        .collect()
}

fn set_format<'a>(call: &Call<'a>, format: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let (index, part) = (int(args, 0)?, part(call, arg(args, 1))?);
    this(format)?.change(|format| format.set_format(index, part))?;
    Ok(Value::Null)
}

fn set_format_by_argument<'a>(
    call: &Call<'a>,
    format: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let (index, part) = (int(args, 0)?, part(call, arg(args, 1))?);
    this(format)?.change(|format| format.set_format_by_argument(index, part.as_ref()));
    Ok(Value::Null)
}

fn set_formats<'a>(call: &Call<'a>, format: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let parts = parts(call, args)?;
    this(format)?.change(|format| format.set_formats(&parts));
    Ok(Value::Null)
}

fn set_formats_by_argument<'a>(
    call: &Call<'a>,
    format: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let parts = parts(call, args)?;
    this(format)?.change(|format| format.set_formats_by_argument(&parts));
    Ok(Value::Null)
}

impl JavaObject for MessageFormat {
    fn java_class(&self) -> ClassId {
        ClassId::MESSAGE_FORMAT
    }

    fn java_text(&self) -> String {
        self.text(LONGEST)
            .unwrap_or_else(|_| identity_text(self.java_class()))
    }

    fn java_hash(&self) -> i32 {
        self.hash_code()
    }
}
