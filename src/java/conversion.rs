//! Conversions that lead to and from objects of Java classes, on top of those between plain values.
//!
//! The reference converts a text to any class that has a constructor or a static `valueOf`, `of` or `from` for one, a
//! constant's name or number to an enum, and any object to `X` that has a method `toX` or a class with a `from`. That
//! there is such a conversion is known to `value::convert`; what it does is listed here.

use super::args::{throw, unavailable};
use super::codec::uuid::Uuid;
use super::enums;
use super::environment::Environment;
use super::format::currency::Currency;
use super::format::locale::Locale;
use super::math::context_of_text;
use super::member::Call;
use super::property;
use super::signature::class;
use super::text;
use super::textual;
use super::time::date::Date;
use super::time::instant::Instant;
use super::time::members::date;
use super::time::members::formatter::dates_locale;
use super::time::members::values::Chronology;
use super::time::names::DecimalStyle;
use super::time::offset::ZoneOffset;
use super::time::time_zone::TimeZone;
use super::time::zone::ZoneId;
use crate::value::convert::{self, Converter, ObjectConversions};
use crate::value::enum_constant::EnumConstant;
use crate::value::fault::{Fault, Outcome};
use crate::value::text::charset::Charset;
use crate::value::thrown::Thrown;
use crate::value::{Arena, ClassId, ClassRef, Holder, Value};
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
        failure
            .into_thrown()
            .map_or_else(Misfit::Limit, Misfit::Thrown)
    }
}

type Form = for<'a> fn(&Call<'a>, &str) -> Outcome<Value<'a>>;

/// Classes that a text converts to.
const FROM_TEXT: &[(ClassId, Form)] = &[
    (ClassId::CHOICE_FORMAT, text::choice_format::of_pattern),
    (ClassId::DECIMAL_FORMAT, text::decimal_format::of_pattern),
    (ClassId::MESSAGE_FORMAT, text::message_format::of_pattern),
    (ClassId::SIMPLE_DATE_FORMAT, text::date_format::of_pattern),
    (ClassId::CHARSET, |call, text| {
        Ok(call.arena.object(Charset::named(text)?))
    }),
    (class("java.time.chrono.Chronology").id, chronology),
    (ClassId::CURRENCY, |call, text| {
        match Currency::of_code(text) {
            Some(currency) => Ok(call.arena.object(currency)),
            None => Err(throw(
                "IllegalArgumentException",
                format!("`{text}` is no currency"),
            )),
        }
    }),
    (ClassId::DATE, |call, text| {
        date::moment(call, date::parsed(call, text)?)
    }),
    (ClassId::LOCALE, |call, text| {
        Ok(call.arena.object(locale(text)?))
    }),
    (ClassId::MATH_CONTEXT, context_of_text),
    (ClassId::STRING_BUILDER, builder),
    (class("java.lang.StringBuffer").id, builder),
    (textual::FILE, textual::file),
    (textual::URI, textual::uri),
    (ClassId::PATTERN, textual::pattern),
    (ClassId::TIME_ZONE, |call, text| {
        Ok(call.arena.object(TimeZone::get_time_zone(text)))
    }),
    (ClassId::UUID, |call, text| {
        Ok(call.arena.object(Uuid::parse(text)?))
    }),
    (ClassId::ZONE_ID, |call, text| {
        Ok(call.arena.object(ZoneId::of(text)?))
    }),
    (ClassId::ZONE_OFFSET, |call, text| {
        Ok(call.arena.object(ZoneId::Offset(ZoneOffset::of(text)?)))
    }),
];

/// The name of the method of one class that leads to another, where there is one.
const METHODS: &[(ClassId, ClassId, &str)] = &[
    (ClassId::DATE, ClassId::INSTANT, "toInstant"),
    (ClassId::GREGORIAN_CALENDAR, ClassId::INSTANT, "toInstant"),
    (ClassId::DATE_TIME_FORMATTER, ClassId::FORMAT, "toFormat"),
    (
        ClassId::GREGORIAN_CALENDAR,
        ClassId::ZONED_DATE_TIME,
        "toZonedDateTime",
    ),
    (ClassId::LOCAL_DATE_TIME, ClassId::LOCAL_DATE, "toLocalDate"),
    (ClassId::LOCAL_DATE_TIME, ClassId::LOCAL_TIME, "toLocalTime"),
    (ClassId::OFFSET_DATE_TIME, ClassId::INSTANT, "toInstant"),
    (
        ClassId::OFFSET_DATE_TIME,
        ClassId::LOCAL_DATE,
        "toLocalDate",
    ),
    (
        ClassId::OFFSET_DATE_TIME,
        ClassId::LOCAL_DATE_TIME,
        "toLocalDateTime",
    ),
    (
        ClassId::OFFSET_DATE_TIME,
        ClassId::LOCAL_TIME,
        "toLocalTime",
    ),
    (
        ClassId::OFFSET_DATE_TIME,
        ClassId::OFFSET_TIME,
        "toOffsetTime",
    ),
    (
        ClassId::OFFSET_DATE_TIME,
        ClassId::ZONED_DATE_TIME,
        "toZonedDateTime",
    ),
    (ClassId::OFFSET_TIME, ClassId::LOCAL_TIME, "toLocalTime"),
    (ClassId::ZONED_DATE_TIME, ClassId::INSTANT, "toInstant"),
    (ClassId::ZONED_DATE_TIME, ClassId::LOCAL_DATE, "toLocalDate"),
    (
        ClassId::ZONED_DATE_TIME,
        ClassId::LOCAL_DATE_TIME,
        "toLocalDateTime",
    ),
    (ClassId::ZONED_DATE_TIME, ClassId::LOCAL_TIME, "toLocalTime"),
    (
        ClassId::ZONED_DATE_TIME,
        ClassId::OFFSET_DATE_TIME,
        "toOffsetDateTime",
    ),
    (ClassId::ZONE_INFO, ClassId::ZONE_ID, "toZoneId"),
];

fn method(from: ClassRef, to: ClassId) -> Option<&'static str> {
    let row = METHODS
        .iter()
        .find(|(one, other, _)| ClassRef::of(*one) == from && *other == to);
    row.map(|(.., name)| *name)
}

fn from_text(to: ClassId) -> Option<Form> {
    FROM_TEXT
        .iter()
        .find(|(class, _)| *class == to)
        .map(|(_, form)| *form)
}

/// Whether a value of one class may be converted to another, by the classes alone.
pub(crate) fn can_convert(from: ClassRef, to: ClassRef) -> bool {
    convert::can_convert(Some(from), to)
}

/// The value converted to a class.
pub(super) fn convert<'a>(
    call: &Call<'a>,
    value: Value<'a>,
    to: ClassRef,
) -> Result<Value<'a>, Misfit> {
    let converter = Converter {
        arena: call.arena,
        objects: call.environment,
    };
    Ok(converter.convert(value, to)?)
}

impl ObjectConversions for Environment {
    fn object<'a>(
        &'a self,
        value: Value<'a>,
        to: ClassId,
        arena: &'a Arena,
    ) -> Option<Outcome<Value<'a>>> {
        let call = Call {
            arena,
            environment: self,
        };
        match value {
            Value::Str(text) => Some(from_text(to)?(&call, text)),
            _ if to == ClassId::DATE => Some(date_of(&call, value.instance()?)),
            _ if to == ClassId::DECIMAL_STYLE => {
                let locale = dates_locale(value.instance()?);
                Some(Ok(arena.object(DecimalStyle::of(&locale))))
            }
            _ if to == ClassId::TIME_ZONE => {
                let zone: &ZoneId = value.instance()?;
                Some(Ok(arena.object(TimeZone::of_zone_id(*zone))))
            }
            _ => Some(property(&call, value, method(value.class()?, to)?)),
        }
    }

    fn constants(&self, class: ClassId) -> Option<&'static [EnumConstant]> {
        Some(enums::constants(class)).filter(|constants| !constants.is_empty())
    }
}

/// A moment is a `Date` by the one class that has a `from` for it.
fn date_of<'a>(call: &Call<'a>, moment: &Instant) -> Outcome<Value<'a>> {
    date::moment(call, Date::from(*moment)?)
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
        "Hijrah-umalqura",
        "islamic-umalqura",
        "Hijrah",
        "islamic",
        "Japanese",
        "japanese",
        "Minguo",
        "roc",
        "ThaiBuddhist",
        "buddhist",
    ];
    match text {
        "ISO" | "iso8601" => Ok(call.arena.object(Chronology)),
        other if OTHERS.contains(&other) => unavailable(call, Value::Null, &[]),
        other => Err(throw(
            "DateTimeException",
            format!("`{other}` is no calendar system"),
        )),
    }
}

fn builder<'a>(call: &Call<'a>, text: &str) -> Outcome<Value<'a>> {
    Ok(call
        .arena
        .holder(Holder::Builder(RefCell::new(call.arena.str(text)?))))
}
