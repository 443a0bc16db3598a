//! What the engines format: values as Java sees them, and the two doors to values this module knows nothing of.
//!
//! Objects come in through [`AnyArg`], dates through [`Temporal`]; what dates are called in a language, and the date
//! formats inside of message formats, are asked of [`DateFormats`].

use std::borrow::Cow;

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::{BigInt, Sign};

use super::double_text::{big_decimal_text, double_text, float_text};
use super::locale::{Locale, text_hash};
use super::output::LONE_SURROGATE;
use super::thrown::Thrown;
use crate::java::time::format::DateTimeFormatter;

/// An argument of a format.
#[derive(Clone, Copy)]
pub(crate) enum Arg<'a> {
    /// `null`
    Null,
    /// `java.lang.Boolean`
    Bool(bool),
    /// `java.lang.Character`, one UTF-16 unit
    Char(u16),
    /// `java.lang.Byte`
    Byte(i8),
    /// `java.lang.Short`
    Short(i16),
    /// `java.lang.Integer`
    Int(i32),
    /// `java.lang.Long`
    Long(i64),
    /// `java.math.BigInteger`
    BigInt(&'a BigInt),
    /// `java.lang.Float`
    Float(f32),
    /// `java.lang.Double`
    Double(f64),
    /// `java.math.BigDecimal`
    BigDec(&'a BigDecimal),
    /// `java.lang.String`
    Text(&'a str),
    /// `java.util.Date`, `Calendar` and everything of `java.time`
    Temporal(&'a dyn Temporal),
    /// Any other object
    Other(&'a dyn AnyArg),
}

/// An object that is formatted by its text.
pub(crate) trait AnyArg {
    /// `toString()`
    fn text(&self) -> String;
    /// `hashCode()`
    fn hash_code(&self) -> i32;
    /// Full name of the class.
    fn class_name(&self) -> &str;
}

/// A part of a date or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// Year within the era, never negative.
    YearOfEra,
    /// Year, negative before the first one.
    ProlepticYear,
    /// 1 to 12.
    Month,
    /// 1 to 31.
    DayOfMonth,
    /// 1 to 366.
    DayOfYear,
    /// 1 (Monday) to 7 (Sunday).
    DayOfWeek,
    /// 0 to 23.
    HourOfDay,
    /// 1 to 12.
    ClockHourOfAmPm,
    /// 0 (before noon) or 1.
    AmPm,
    /// 0 to 59.
    Minute,
    /// 0 to 59.
    Second,
    /// 0 to 999.
    MilliOfSecond,
    /// 0 to 999 999 999.
    NanoOfSecond,
    /// Seconds east of Greenwich, daylight saving included.
    OffsetSeconds,
    /// Seconds since 1970.
    EpochSecond,
}

/// A date, a time or both.
pub(crate) trait Temporal: AnyArg {
    /// The value of `field`, `None` where this kind of date has no such part.
    fn field(&self, field: Field) -> Option<i64>;
    /// What `%tZ` shows: the short zone name in `locale`, or the id of an offset.
    fn zone_name(&self, locale: &Locale) -> Option<String>;
    /// Milliseconds since 1970 of a `java.util.Date` or `Calendar`; `None` for the dates of `java.time`.
    fn calendar_millis(&self) -> Option<i64>;
    /// What a `DateTimeFormatter` prints; `None` where it misses a part.
    fn printed(&self, by: &DateTimeFormatter) -> Option<String>;
}

/// What formats need to know of dates.
pub(crate) trait DateFormats {
    /// The moment `millis` after 1970 as a calendar of the default time zone.
    fn calendar(&self, millis: i64) -> Box<dyn Temporal + '_>;
    /// Name of month 1 to 12.
    fn month(&self, month: u8, long: bool, locale: &Locale) -> String;
    /// Name of day 1 (Monday) to 7 (Sunday).
    fn weekday(&self, day: u8, long: bool, locale: &Locale) -> String;
    /// `AM` or `PM`.
    fn half_day(&self, afternoon: bool, locale: &Locale) -> String;
    /// The format that `{0,date,…}` and its relatives stand for in a message.
    fn message_format(
        &self,
        form: &DateForm<'_>,
        locale: &Locale,
    ) -> Result<Box<dyn DateFormat>, Thrown>;
}

/// A date format as a message names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateForm<'a> {
    /// What is shown.
    pub(crate) kind: DateKind,
    /// How it is shown.
    pub(crate) style: DateStyle<'a>,
}

/// What a date format of a message shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateKind {
    /// `{0,date}`: a `DateFormat` for the day.
    Date,
    /// `{0,time}`: a `DateFormat` for the time.
    Time,
    /// A `Date` where the message names no format: `DateFormat.getDateTimeInstance`.
    DateTime,
    /// `{0,dtf_date}`: a `DateTimeFormatter` for the day.
    FormatterDate,
    /// `{0,dtf_time}`: a `DateTimeFormatter` for the time.
    FormatterTime,
    /// `{0,dtf_datetime}`: a `DateTimeFormatter` for both.
    FormatterDateTime,
    /// `{0,iso_local_date}`: the constant of `DateTimeFormatter` with this name, in any style.
    Constant(&'static str),
}

/// How a date format of a message shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateStyle<'a> {
    /// No style given: medium.
    Default,
    /// `short`
    Short,
    /// `medium`
    Medium,
    /// `long`
    Long,
    /// `full`
    Full,
    /// A pattern of its own.
    Pattern(&'a str),
}

/// A date format inside of a message.
pub(crate) trait DateFormat: Send + Sync {
    /// `format(value)`
    fn format(&self, value: &Arg<'_>) -> Result<String, Thrown>;
    /// Reads a date at the start of `text`: its milliseconds since 1970 and the bytes it takes.
    fn parse(&self, text: &str) -> Result<Option<(i64, usize)>, Thrown>;
    /// What the pattern of a message in `locale` shows between the argument's number and `}`: `,date,short`.
    fn pattern(&self, locale: &Locale) -> String;
    /// `equals(other)`
    fn same(&self, other: &dyn DateFormat) -> bool;
    /// A copy.
    fn copy(&self) -> Box<dyn DateFormat>;
    /// The format as its own type.
    fn as_any(&self) -> &dyn std::any::Any;
}

impl Arg<'_> {
    /// `String.valueOf(value)`.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        Cow::Owned(match self {
            Arg::Null => return Cow::Borrowed("null"),
            Arg::Text(text) => return Cow::Borrowed(text),
            Arg::Bool(value) => value.to_string(),
            Arg::Char(unit) => char_text(*unit).to_string(),
            Arg::Byte(value) => value.to_string(),
            Arg::Short(value) => value.to_string(),
            Arg::Int(value) => value.to_string(),
            Arg::Long(value) => value.to_string(),
            Arg::BigInt(value) => value.to_string(),
            Arg::Float(value) => float_text(*value),
            Arg::Double(value) => double_text(*value),
            Arg::BigDec(value) => big_decimal_text(value),
            Arg::Temporal(value) => value.text(),
            Arg::Other(value) => value.text(),
        })
    }

    /// `value.hashCode()`; 0 for `null`.
    pub(crate) fn hash_code(&self) -> i32 {
        match self {
            Arg::Null => 0,
            Arg::Bool(value) => {
                if *value {
                    1231
                } else {
                    1237
                }
            }
            Arg::Char(unit) => (*unit).into(),
            Arg::Byte(value) => (*value).into(),
            Arg::Short(value) => (*value).into(),
            Arg::Int(value) => *value,
            Arg::Long(value) => long_hash(*value),
            Arg::BigInt(value) => big_int_hash(value),
            Arg::Float(value) => {
                if value.is_nan() {
                    f32::NAN.to_bits() as i32
                } else {
                    value.to_bits() as i32
                }
            }
            Arg::Double(value) => double_hash(*value),
            Arg::BigDec(value) => {
                let (unscaled, scale) = value.as_bigint_and_scale();
                big_int_hash(&unscaled)
                    .wrapping_mul(31)
                    .wrapping_add(scale as i32)
            }
            Arg::Text(text) => text_hash(text),
            Arg::Temporal(value) => value.hash_code(),
            Arg::Other(value) => value.hash_code(),
        }
    }

    /// Full name of the class.
    pub(crate) fn class_name(&self) -> &str {
        match self {
            Arg::Null => "null",
            Arg::Bool(_) => "java.lang.Boolean",
            Arg::Char(_) => "java.lang.Character",
            Arg::Byte(_) => "java.lang.Byte",
            Arg::Short(_) => "java.lang.Short",
            Arg::Int(_) => "java.lang.Integer",
            Arg::Long(_) => "java.lang.Long",
            Arg::BigInt(_) => "java.math.BigInteger",
            Arg::Float(_) => "java.lang.Float",
            Arg::Double(_) => "java.lang.Double",
            Arg::BigDec(_) => "java.math.BigDecimal",
            Arg::Text(_) => "java.lang.String",
            Arg::Temporal(value) => value.class_name(),
            Arg::Other(value) => value.class_name(),
        }
    }
}

/// The character of one UTF-16 unit.
pub(crate) fn char_text(unit: u16) -> char {
    char::from_u32(unit.into()).unwrap_or(LONE_SURROGATE)
}

/// `Long.hashCode`.
fn long_hash(value: i64) -> i32 {
    (value >> 32) as i32 ^ value as i32
}

/// `Double.hashCode`.
fn double_hash(value: f64) -> i32 {
    let bits = if value.is_nan() {
        f64::NAN.to_bits()
    } else {
        value.to_bits()
    };
    long_hash(bits as i64)
}

/// `BigInteger.hashCode`: the magnitude in words of 32 bits, the highest first.
fn big_int_hash(value: &BigInt) -> i32 {
    let words = value.magnitude().to_u32_digits();
    let hash = words.iter().rev().fold(0_i32, |hash, &word| {
        hash.wrapping_mul(31).wrapping_add(word as i32)
    });
    if value.sign() == Sign::Minus {
        hash.wrapping_neg()
    } else {
        hash
    }
}
