//! Dates inside of messages: `{0,date,short}` is a date format, `{0,dtf_date}` and `{0,iso_date}` are formatters of
//! `java.time`, which `java.text` knows as formats too.

use super::date_format::{DateFormatObject, around, find};
use crate::java::args::unavailable;
use crate::java::format::arg::{Arg, DateForm, DateFormat, DateKind, DateStyle};
use crate::java::format::locale::Locale;
use crate::java::format::output::byte_index;
use crate::java::member::Call;
use crate::java::object::Changeable;
use crate::java::thrown::{Outcome, Thrown};
use crate::java::time::date::Date;
use crate::java::time::format::DateTimeFormatter;
use crate::java::time::format::named::Named;
use crate::java::time::members::calendar::gregorian;
use crate::java::time::members::formatter::{ClassicFormat, dates_locale, with_texts};
use crate::java::time::names::{self, FormatStyle};
use crate::java::time::simple::{ParsePosition, SimpleDateFormat, Surroundings};
use crate::value::Value;
use crate::value::fault;
use std::any::Any;

/// A date format of a message.
pub(super) enum MessageDate {
    /// A `SimpleDateFormat`, which expressions may have in hands as well, and where it was made.
    Simple(Changeable<DateFormatObject>, Surroundings),
    /// A formatter of `java.time`.
    Formatter(ClassicFormat),
}

/// The styles of dates with their names in patterns, in the order in which a format is compared with them.
const STYLES: [(i32, &str); 5] = [
    (2, ""),
    (3, ",short"),
    (2, ",medium"),
    (1, ",long"),
    (0, ",full"),
];

impl MessageDate {
    /// The format that a message names.
    pub(super) fn of(form: &DateForm<'_>, locale: &Locale, around: Surroundings) -> Outcome<Self> {
        let names = dates_locale(locale);
        if !matches!(form.kind, DateKind::Constant(_)) {
            with_texts(locale)?;
        }
        let simple = |format| {
            let object = Changeable::new(DateFormatObject::new(format));
            MessageDate::Simple(object, around)
        };
        Ok(match (form.kind, form.style) {
            (DateKind::Constant(name), _) => {
                MessageDate::formatter(DateTimeFormatter::named(constant(name)?, names))
            }
            (DateKind::Date | DateKind::Time | DateKind::DateTime, DateStyle::Pattern(pattern)) => {
                gregorian(locale)?;
                simple(SimpleDateFormat::new(pattern, &names, around)?)
            }
            (DateKind::Date | DateKind::Time | DateKind::DateTime, style) => {
                gregorian(locale)?;
                let (date, time) = by_kind(form.kind, format_style(style) as i32);
                simple(SimpleDateFormat::of_styles(date, time, &names, around)?)
            }
            (_, DateStyle::Pattern(pattern)) => {
                MessageDate::formatter(DateTimeFormatter::of_pattern(pattern, names)?)
            }
            (kind, style) => MessageDate::formatter(localized(kind, format_style(style), names)),
        })
    }

    fn formatter(formatter: DateTimeFormatter) -> Self {
        MessageDate::Formatter(ClassicFormat {
            formatter,
            query: None,
        })
    }
}

/// The same style for what a kind shows.
fn by_kind<T: Copy>(kind: DateKind, style: T) -> (Option<T>, Option<T>) {
    match kind {
        DateKind::Date | DateKind::FormatterDate => (Some(style), None),
        DateKind::Time | DateKind::FormatterTime => (None, Some(style)),
        _ => (Some(style), Some(style)),
    }
}

fn localized(kind: DateKind, style: FormatStyle, locale: names::Locale) -> DateTimeFormatter {
    match by_kind(kind, style) {
        (Some(date), None) => DateTimeFormatter::of_localized_date(date, locale),
        (None, Some(time)) => DateTimeFormatter::of_localized_time(time, locale),
        _ => DateTimeFormatter::of_localized_date_time(style, style, locale),
    }
}

/// The style by that name; the number of a style of `DateFormat` is the ordinal here.
fn format_style(style: DateStyle<'_>) -> FormatStyle {
    match style {
        DateStyle::Short => FormatStyle::Short,
        DateStyle::Long => FormatStyle::Long,
        DateStyle::Full => FormatStyle::Full,
        DateStyle::Default | DateStyle::Medium | DateStyle::Pattern(_) => FormatStyle::Medium,
    }
}

fn constant(name: &str) -> Outcome<Named> {
    let found = Named::VALUES.iter().find(|known| known.name() == name);
    found
        .copied()
        .ok_or_else(|| Thrown::illegal_argument(format!("no formatter has the name `{name}`")))
}

impl DateFormat for MessageDate {
    fn format(&self, value: &Arg<'_>) -> Outcome<String> {
        let shown = match (self, value) {
            (MessageDate::Formatter(classic), Arg::Temporal(moment)) => {
                moment.printed(&classic.formatter)
            }
            (MessageDate::Formatter(_), _) => None,
            (MessageDate::Simple(format, _), value) => match millis(value) {
                Some(millis) => {
                    let date = Date::new(millis);
                    Some(format.change(|format| format.run(|format| format.format(date)))?)
                }
                None => None,
            },
        };
        shown.ok_or_else(|| Thrown::illegal_argument("the value cannot be shown by this format"))
    }

    fn parse(&self, text: &str) -> Outcome<Option<(i64, usize)>> {
        let MessageDate::Simple(format, _) = self else {
            return Err(Thrown::unavailable(
                "reading dates of `java.time` out of messages is not available in this engine",
            ));
        };
        let mut position = ParsePosition::default();
        let date =
            format.change(|format| format.run(|format| format.parse_at(text, &mut position)))?;
        Ok(date.map(|date| (date.get_time(), byte_index(text, position.index))))
    }

    fn pattern(&self, locale: &Locale) -> String {
        let MessageDate::Simple(format, around) = self else {
            return String::new();
        };
        let format = format.get();
        let names = dates_locale(locale);
        let is = |date, time| {
            SimpleDateFormat::of_styles(date, time, &names, *around)
                .is_ok_and(|own| DateFormatObject::new(own) == format)
        };
        for (style, name) in STYLES {
            if is(Some(style), None) {
                return format!(",date{name}");
            }
            if is(None, Some(style)) {
                return format!(",time{name}");
            }
        }
        format!(",date,{}", format.format().to_pattern())
    }

    fn same(&self, other: &dyn DateFormat) -> bool {
        match (self, other.as_any().downcast_ref()) {
            (MessageDate::Simple(own, _), Some(MessageDate::Simple(others, _))) => own == others,
            _ => false,
        }
    }

    fn copy(&self) -> Box<dyn DateFormat> {
        Box::new(match self {
            MessageDate::Simple(format, around) => MessageDate::Simple(format.clone(), *around),
            MessageDate::Formatter(classic) => MessageDate::Formatter(classic.clone()),
        })
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Dates and numbers as milliseconds since 1970.
fn millis(value: &Arg<'_>) -> Option<i64> {
    let number = match value {
        Arg::Byte(value) => Value::Byte(*value),
        Arg::Short(value) => Value::Short(*value),
        Arg::Int(value) => Value::Int(*value),
        Arg::Long(value) => Value::Long(*value),
        Arg::Float(value) => Value::Float(*value),
        Arg::Double(value) => Value::Double(*value),
        Arg::BigInt(value) => Value::BigInt(value),
        Arg::BigDec(value) => Value::BigDec(value),
        Arg::Temporal(moment) if moment.class_name() == "java.util.Date" => {
            return moment.calendar_millis();
        }
        _ => return None,
    };
    Some(number.operand()?.number().long_value())
}

/// The format as object.
pub(super) fn value<'a>(call: &Call<'a>, format: &dyn DateFormat) -> fault::Outcome<Value<'a>> {
    match format.as_any().downcast_ref() {
        Some(MessageDate::Simple(format, _)) => Ok(call.arena.object(format.share())),
        Some(MessageDate::Formatter(classic)) => Ok(call.arena.object(classic.clone())),
        None => unavailable(call, Value::Null, &[]),
    }
}

/// An object as date format of a message.
pub(super) fn part<'a>(call: &Call<'a>, format: Value<'a>) -> Option<Box<dyn DateFormat>> {
    let simple = find(format).map(|format| MessageDate::Simple(format.share(), around(call)));
    let classic = || format.instance::<ClassicFormat>().cloned();
    let format = simple.or_else(|| classic().map(MessageDate::Formatter))?;
    Some(Box::new(format))
}
