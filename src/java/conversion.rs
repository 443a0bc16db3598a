//! Conversions that lead to and from objects of Java classes, on top of those between plain values.
//!
//! The reference converts a text to any class that has a constructor or a static `valueOf`, `of` or `from` for one, a
//! constant's name or number to an enum, and any object to `X` that has a method `toX` or a class with a `from`. What of
//! that a parameter can ask for is listed here.

use super::args::{throw, unavailable};
use super::codec::uuid::Uuid;
use super::enums;
use super::format::currency::Currency;
use super::format::locale::Locale;
use super::member::Call;
use super::math::context_of_text;
use super::property;
use super::signature::class;
use super::time::date::Date;
use super::time::instant::Instant;
use super::time::members::date;
use super::time::members::values::Chronology;
use super::time::offset::ZoneOffset;
use super::time::time_zone::TimeZone;
use super::time::zone::ZoneId;
use crate::value::fault::{Fault, Outcome};
use crate::value::text::charset::Charset;
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Holder, Value, convert};
use std::cell::RefCell;

/// Why a value could not be converted.
pub(super) enum Misfit {
    /// Java throws.
    Thrown(Thrown),
    /// A limit of this engine.
    Limit(Box<Fault>),
}

impl Misfit {
    /// The fault of a limit stays what it is; an exception becomes what the caller makes of it.
    pub(super) fn unless_ours(self, wrap: impl FnOnce(Thrown) -> Box<Fault>) -> Box<Fault> {
        match self {
            Misfit::Thrown(thrown) => wrap(thrown),
            Misfit::Limit(fault) => fault,
        }
    }
}

impl From<Box<Fault>> for Misfit {
    /// The fault of a converting function: an exception, or a limit with a code.
    fn from(fault: Box<Fault>) -> Self {
        match fault.code() {
            Some(_) => Misfit::Limit(fault),
            None => Misfit::Thrown(fault.thrown()),
        }
    }
}

impl From<Box<convert::Failure>> for Misfit {
    fn from(failure: Box<convert::Failure>) -> Self {
        match *failure {
            convert::Failure::Limit(fault) => Misfit::Limit(fault),
            convert::Failure::Rejected { cause, .. } => Misfit::Thrown(cause),
            none => Misfit::Thrown(none.into_fault().thrown()),
        }
    }
}

type Form = for<'a> fn(&Call<'a>, &str) -> Outcome<Value<'a>>;

/// Classes that a text converts to.
const FROM_TEXT: &[(ClassId, Form)] = &[
    (ClassId::CHARSET, |call, text| Ok(call.arena.object(Charset::named(text)?))),
    (class("java.time.chrono.Chronology").id, chronology),
    (ClassId::CURRENCY, |call, text| match Currency::of_code(text) {
        Some(currency) => Ok(call.arena.object(currency)),
        None => Err(throw("IllegalArgumentException", format!("`{text}` is no currency"))),
    }),
    (ClassId::LOCALE, |call, text| Ok(call.arena.object(locale(text)?))),
    (ClassId::MATH_CONTEXT, context_of_text),
    (ClassId::STRING_BUILDER, builder),
    (class("java.lang.StringBuffer").id, builder),
    (ClassId::TIME_ZONE, |call, text| Ok(call.arena.object(TimeZone::get_time_zone(text)))),
    (ClassId::UUID, |call, text| Ok(call.arena.object(Uuid::parse(text)?))),
    (ClassId::ZONE_ID, |call, text| Ok(call.arena.object(ZoneId::of(text)?))),
    (ClassId::ZONE_OFFSET, |call, text| Ok(call.arena.object(ZoneId::Offset(ZoneOffset::of(text)?)))),
];

/// The name of the method of one class that leads to another, where there is one.
const METHODS: &[(ClassId, ClassId, &str)] = &[
    (ClassId::DATE, ClassId::INSTANT, "toInstant"),
    (ClassId::GREGORIAN_CALENDAR, ClassId::INSTANT, "toInstant"),
    (ClassId::GREGORIAN_CALENDAR, ClassId::ZONED_DATE_TIME, "toZonedDateTime"),
    (ClassId::LOCAL_DATE_TIME, ClassId::LOCAL_DATE, "toLocalDate"),
    (ClassId::LOCAL_DATE_TIME, ClassId::LOCAL_TIME, "toLocalTime"),
    (ClassId::OFFSET_DATE_TIME, ClassId::INSTANT, "toInstant"),
    (ClassId::OFFSET_DATE_TIME, ClassId::LOCAL_DATE, "toLocalDate"),
    (ClassId::OFFSET_DATE_TIME, ClassId::LOCAL_DATE_TIME, "toLocalDateTime"),
    (ClassId::OFFSET_DATE_TIME, ClassId::LOCAL_TIME, "toLocalTime"),
    (ClassId::OFFSET_DATE_TIME, ClassId::OFFSET_TIME, "toOffsetTime"),
    (ClassId::OFFSET_DATE_TIME, ClassId::ZONED_DATE_TIME, "toZonedDateTime"),
    (ClassId::OFFSET_TIME, ClassId::LOCAL_TIME, "toLocalTime"),
    (ClassId::ZONED_DATE_TIME, ClassId::INSTANT, "toInstant"),
    (ClassId::ZONED_DATE_TIME, ClassId::LOCAL_DATE, "toLocalDate"),
    (ClassId::ZONED_DATE_TIME, ClassId::LOCAL_DATE_TIME, "toLocalDateTime"),
    (ClassId::ZONED_DATE_TIME, ClassId::LOCAL_TIME, "toLocalTime"),
    (ClassId::ZONED_DATE_TIME, ClassId::OFFSET_DATE_TIME, "toOffsetDateTime"),
    (ClassId::ZONE_INFO, ClassId::ZONE_ID, "toZoneId"),
];

fn method(from: ClassRef, to: ClassRef) -> Option<&'static str> {
    let same = |id: ClassId, class: ClassRef| ClassRef::of(id) == class;
    METHODS.iter().find(|(one, other, _)| same(*one, from) && same(*other, to)).map(|(.., name)| *name)
}

/// A moment is a `Date` by the one class that has a `from` for it.
fn is_moment(from: ClassRef, to: ClassRef) -> bool {
    from == ClassRef::of(ClassId::INSTANT) && to == ClassRef::of(ClassId::DATE)
}

/// Whether a value of one class may be converted to another, by the classes alone.
pub(crate) fn can_convert(from: ClassRef, to: ClassRef) -> bool {
    let to_object = || is_text(from) && from_text(to).is_some();
    convert::can_convert(Some(from), to) || to_object() || method(from, to).is_some() || is_moment(from, to)
}

fn is_text(class: ClassRef) -> bool {
    class == ClassRef::of(ClassId::STRING)
}

fn from_text(to: ClassRef) -> Option<Form> {
    let form = FROM_TEXT.iter().find(|(class, _)| ClassRef::of(*class) == to);
    form.map(|(_, form)| *form)
}

/// The value converted to a class.
pub(super) fn convert<'a>(call: &Call<'a>, value: Value<'a>, to: ClassRef) -> Result<Value<'a>, Misfit> {
    match object(call, value, to) {
        Some(converted) => converted,
        None => Ok(convert::convert(value, to, call.arena)?),
    }
}

/// The conversions of this module; `None` where none applies.
fn object<'a>(call: &Call<'a>, value: Value<'a>, to: ClassRef) -> Option<Result<Value<'a>, Misfit>> {
    let from = value.class()?;
    if to.is_array() || from.is_a(to) {
        return None;
    }
    if let Some(name) = method(from, to) {
        return Some(property::property(call, value, name).map_err(Misfit::from));
    }
    if is_moment(from, to) {
        return Some(date_of(call, value).map_err(Misfit::from));
    }
    let constants = enums::constants(to.id);
    match value {
        Value::Str("") if from_text(to).is_some() || !constants.is_empty() => Some(Ok(Value::Null)),
        Value::Str(text) if !constants.is_empty() => Some(constant(call, to.id, text)),
        Value::Int(ordinal) if !constants.is_empty() => Some(constant_at(call, to.id, ordinal)),
        Value::Str(text) => Some(from_text(to)?(call, text).map_err(Misfit::from)),
        _ => match value.items() {
            Some(items) if from_text(to).is_some() || !constants.is_empty() => {
                Some(convert(call, items.get(0).unwrap_or(Value::Null), to))
            }
            _ => None,
        },
    }
}

fn date_of<'a>(call: &Call<'a>, moment: Value<'a>) -> Outcome<Value<'a>> {
    let moment = moment.instance::<Instant>().copied().unwrap_or(Instant::EPOCH);
    date::moment(call, Date::from(moment)?)
}

fn constant<'a>(call: &Call<'a>, class: ClassId, name: &str) -> Result<Value<'a>, Misfit> {
    match enums::named(class, name.trim_matches(|char| char <= ' ')) {
        Some(constant) => Ok(call.arena.object(*constant)),
        None => Err(Misfit::Thrown(Thrown::illegal_argument(format!("`{name}` is no constant of `{}`", class.name())))),
    }
}

fn constant_at<'a>(call: &Call<'a>, class: ClassId, ordinal: i32) -> Result<Value<'a>, Misfit> {
    match enums::at(call, class, ordinal) {
        Value::Null => {
            let message = format!("`{}` has no constant number {ordinal}", class.name());
            Err(Misfit::Thrown(Thrown::new("ArrayIndexOutOfBoundsException", message)))
        }
        constant => Ok(constant),
    }
}

/// A locale as `en_US` or `en-US`: language, country, variant.
fn locale(text: &str) -> Outcome<Locale> {
    let text = text.trim_matches(|char| char <= ' ');
    let mut parts = text.splitn(3, ['_', '-']);
    let mut part = || parts.next().unwrap_or("");
    let (language, country, variant) = (part(), part(), part());
    Ok(Locale::with_variant(language, country, variant))
}

/// ISO is the one calendar system here; Java has four more.
fn chronology<'a>(call: &Call<'a>, text: &str) -> Outcome<Value<'a>> {
    const OTHERS: [&str; 10] = [
        "Hijrah-umalqura", "islamic-umalqura", "Hijrah", "islamic", "Japanese", "japanese", "Minguo", "roc", "ThaiBuddhist", "buddhist",
    ];
    match text {
        "ISO" | "iso8601" => Ok(call.arena.object(Chronology)),
        other if OTHERS.contains(&other) => unavailable(call, Value::Null, &[]),
        other => Err(throw("DateTimeException", format!("`{other}` is no calendar system"))),
    }
}

fn builder<'a>(call: &Call<'a>, text: &str) -> Outcome<Value<'a>> {
    Ok(call.arena.holder(Holder::Builder(RefCell::new(call.arena.str(text)?))))
}
