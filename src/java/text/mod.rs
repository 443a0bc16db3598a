//! Classes of `java.text`, and `String.format`.

pub(super) mod arguments;
pub(super) mod choice_format;
pub(super) mod date_format;
pub(super) mod decimal_format;
mod message_date;
pub(super) mod message_format;
pub(super) mod moments;
mod number_format;
mod numbers;

use super::args::{give, locale, room, text};
use super::format::locale::Locale;
use super::format::printf;
use super::member::{Call, Members};
use super::time::members::formatter::with_texts;
use crate::value::fault::Outcome;
use crate::value::{Value, text::Text};
use arguments::formatted;
use moments::Dates;

pub(super) static TABLES: &[&[&Members]] = &[&[
    &choice_format::MEMBERS,
    &date_format::DATE_FORMATS,
    &date_format::SIMPLE,
    &date_format::SYMBOL_MEMBERS,
    &decimal_format::MEMBERS,
    &decimal_format::SYMBOL_MEMBERS,
    &message_format::MEMBERS,
    &number_format::FORMATS,
    &number_format::NUMBER_FORMATS,
]];

/// The conversions that show names of months, days or zones.
const NAMES: [&str; 18] = [
    "tB", "tb", "th", "tA", "ta", "tp", "tc", "tr", "tZ", "TB", "Tb", "Th", "TA", "Ta", "Tp", "Tc",
    "Tr", "TZ",
];

/// `String.format` in the default locale.
pub(super) fn print<'a>(call: &Call<'a>, _: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    printed(
        call,
        text(args, 0)?,
        super::args::arg(args, 1),
        &call.environment.locale,
    )
}

/// `String.format` in a locale, without one as in the United States.
pub(super) fn print_in<'a>(
    call: &Call<'a>,
    _: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let template = text(args, 1)?;
    match super::args::arg(args, 0) {
        Value::Null => printed(
            call,
            template,
            super::args::arg(args, 2),
            &Locale::new("en", "US"),
        ),
        _ => printed(call, template, super::args::arg(args, 2), locale(args, 0)?),
    }
}

/// `formatted`.
pub(super) fn print_this<'a>(
    call: &Call<'a>,
    this: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    printed(
        call,
        text(&[this], 0)?,
        super::args::arg(args, 0),
        &call.environment.locale,
    )
}

fn printed<'a>(
    call: &Call<'a>,
    template: Text<'a>,
    values: Value<'a>,
    locale: &Locale,
) -> Outcome<Value<'a>> {
    let Text::Utf8(template) = template else {
        return super::args::unavailable(call, Value::Null, &[]);
    };
    if NAMES.iter().any(|name| template.contains(name)) {
        with_texts(locale)?;
    }
    let values = values
        .items()
        .into_iter()
        .flat_map(|items| items.iter().collect::<Vec<_>>());
    let limit = room(call);
    let text = formatted(call, values, |args| {
        printf::format(template, args, locale, &Dates::of(call), limit)
    })?;
    give(call, text)
}
