//! The formats of a message's elements.

use std::fmt;

use crate::java::format::arg::{Arg, DateForm, DateFormat, DateFormats, DateKind, DateStyle};
use crate::java::format::choice_format::ChoiceFormat;
use crate::java::format::compact_format::{CompactFormat, CompactStyle};
use crate::java::format::decimal_format::{DecimalFormat, FormatSymbols, Number, ParsePosition};
use crate::java::format::locale::Locale;
use crate::java::format::number_format::{NumberStyle, instance};
use crate::java::format::output::byte_index;
use crate::java::format::thrown::Thrown;

/// The format of an element.
pub(crate) enum Format {
    /// A decimal format.
    Decimal(Box<DecimalFormat>),
    /// A compact number format.
    Compact(Box<CompactFormat>),
    /// A choice of texts, or of messages.
    Choice(ChoiceFormat),
    /// A date format.
    Date(Box<dyn DateFormat>),
}

/// A value that was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Parsed {
    /// By an element without a format.
    Text(String),
    /// By a number format or a choice.
    Number(Number),
    /// By a date format, in milliseconds since 1970.
    Date(i64),
}

/// Names of the types, and what they stand for.
const DATE_KINDS: [(&str, DateKind); 5] = [
    ("DATE", DateKind::Date),
    ("TIME", DateKind::Time),
    ("DTF_DATE", DateKind::FormatterDate),
    ("DTF_TIME", DateKind::FormatterTime),
    ("DTF_DATETIME", DateKind::FormatterDateTime),
];

/// Constants of `DateTimeFormatter` that are types of their own.
const CONSTANTS: [&str; 15] = [
    "BASIC_ISO_DATE",
    "ISO_LOCAL_DATE",
    "ISO_OFFSET_DATE",
    "ISO_DATE",
    "ISO_LOCAL_TIME",
    "ISO_OFFSET_TIME",
    "ISO_TIME",
    "ISO_LOCAL_DATE_TIME",
    "ISO_OFFSET_DATE_TIME",
    "ISO_ZONED_DATE_TIME",
    "ISO_DATE_TIME",
    "ISO_ORDINAL_DATE",
    "ISO_WEEK_DATE",
    "ISO_INSTANT",
    "RFC_1123_DATE_TIME",
];

/// Styles of numbers, in the order in which a format is compared with them.
const NUMBER_STYLES: [(&str, NumberStyle); 4] = [
    ("", NumberStyle::Number),
    ("currency", NumberStyle::Currency),
    ("percent", NumberStyle::Percent),
    ("integer", NumberStyle::Integer),
];

const COMPACT_STYLES: [(&str, CompactStyle); 2] = [
    ("compact_short", CompactStyle::Short),
    ("compact_long", CompactStyle::Long),
];

const DATE_STYLES: [(&str, DateStyle<'_>); 5] = [
    ("", DateStyle::Default),
    ("short", DateStyle::Short),
    ("medium", DateStyle::Medium),
    ("long", DateStyle::Long),
    ("full", DateStyle::Full),
];

impl Format {
    /// The format of `{0,kind,style}`.
    pub(super) fn of_type(
        kind: &str,
        style: &str,
        locale: &Locale,
        dates: &dyn DateFormats,
    ) -> Result<Self, Thrown> {
        let name = kind.trim_matches(|c| c <= ' ').to_uppercase();
        let date = |kind, style| {
            dates
                .message_format(&DateForm { kind, style }, locale)
                .map(Format::Date)
        };
        let format = if name == "NUMBER" {
            Format::of_number(style, locale)
        } else if name == "CHOICE" {
            ChoiceFormat::new(style).map(Format::Choice)
        } else if let Some((_, kind)) = DATE_KINDS.iter().find(|row| row.0 == name) {
            date(
                *kind,
                named(&DATE_STYLES, style).unwrap_or(DateStyle::Pattern(style)),
            )
        } else if let Some(constant) = CONSTANTS.iter().find(|constant| **constant == name) {
            date(DateKind::Constant(constant), DateStyle::Default)
        } else {
            return Err(Thrown::illegal_argument(format!(
                "no format has the type `{kind}`"
            )));
        };
        format.map_err(|thrown| incorrect(thrown, style))
    }

    fn of_number(style: &str, locale: &Locale) -> Result<Self, Thrown> {
        if let Some(style) = named(&NUMBER_STYLES, style) {
            return Ok(Format::Decimal(Box::new(instance(style, locale))));
        }
        if let Some(style) = named(&COMPACT_STYLES, style) {
            return Ok(Format::Compact(Box::new(CompactFormat::new(style, locale))));
        }
        let format = DecimalFormat::new(style, FormatSymbols::of(locale))?;
        Ok(Format::Decimal(Box::new(format)))
    }

    /// `format(value)`
    pub(super) fn format(&self, value: &Arg<'_>, room: usize) -> Result<String, Thrown> {
        match self {
            Format::Decimal(format) => format.format(value, room),
            Format::Compact(format) => format.format(value, room),
            Format::Choice(format) => format.format(value).map(str::to_string),
            Format::Date(format) => format.format(value),
        }
    }

    /// Reads a value at the start of `text`: the value and the bytes it takes, which may be none.
    pub(super) fn parse(&self, text: &str) -> Result<Option<(Parsed, usize)>, Thrown> {
        let mut position = ParsePosition::default();
        let number = match self {
            Format::Decimal(format) => format.parse(text, &mut position)?,
            Format::Compact(format) => format.parse(text, &mut position)?,
            Format::Choice(format) => Some(Number::Double(format.parse(text, &mut position))),
            Format::Date(format) => {
                return Ok(format
                    .parse(text)?
                    .map(|(millis, bytes)| (Parsed::Date(millis), bytes)));
            }
        };
        let end = byte_index(text, position.index);
        Ok(number.map(|number| (Parsed::Number(number), end)))
    }

    /// What the pattern of a message shows for this format: `,number,percent`.
    pub(super) fn pattern(&self, locale: &Locale, max_units: usize) -> Result<String, Thrown> {
        Ok(match self {
            Format::Decimal(format) => {
                let own = |row: &&(&str, NumberStyle)| **format == instance(row.1, locale);
                match NUMBER_STYLES.iter().find(own) {
                    Some(("", _)) => ",number".to_string(),
                    Some((name, _)) => format!(",number,{name}"),
                    None => format!(
                        ",number,{}",
                        quote_braces(&format.to_pattern(false, max_units)?)
                    ),
                }
            }
            Format::Compact(format) => {
                let own =
                    |row: &&(&str, CompactStyle)| **format == CompactFormat::new(row.1, locale);
                COMPACT_STYLES
                    .iter()
                    .find(own)
                    .map_or(String::new(), |(name, _)| format!(",number,{name}"))
            }
            Format::Choice(format) => format!(",choice,{}", quote_braces(&format.to_pattern())),
            Format::Date(format) => quote_braces(&format.pattern(locale)),
        })
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Format::Decimal(format) => format.fmt(f),
            Format::Compact(format) => format.fmt(f),
            Format::Choice(format) => format.fmt(f),
            Format::Date(format) => f.write_str(&format.pattern(&Locale::english())),
        }
    }
}

impl Clone for Format {
    fn clone(&self) -> Self {
        match self {
            Format::Decimal(format) => Format::Decimal(format.clone()),
            Format::Compact(format) => Format::Compact(format.clone()),
            Format::Choice(format) => Format::Choice(format.clone()),
            Format::Date(format) => Format::Date(format.copy()),
        }
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Format::Decimal(own), Format::Decimal(others)) => own == others,
            (Format::Compact(own), Format::Compact(others)) => own == others,
            (Format::Choice(own), Format::Choice(others)) => own == others,
            (Format::Date(own), Format::Date(others)) => own.same(&**others),
            _ => false,
        }
    }
}

/// The style named `name`, whose case and surrounding blanks do not matter.
fn named<T: Copy>(styles: &[(&str, T)], name: &str) -> Option<T> {
    let name = name.trim_matches(|c| c <= ' ');
    styles
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, style)| *style)
}

/// A pattern that is wrong makes the message wrong; null pointers stay what they are.
fn incorrect(thrown: Thrown, style: &str) -> Thrown {
    match thrown.class {
        "java.lang.IllegalArgumentException" | "java.lang.NullPointerException" => thrown,
        _ => Thrown::illegal_argument(format!(
            "the pattern `{style}` is not correct: {}",
            thrown.message
        )),
    }
}

/// A pattern of an element in which braces are quoted, too.
fn quote_braces(pattern: &str) -> String {
    let mut characters = Vec::new();
    let mut quoted = false;
    let mut changed = false;
    let mut rest = pattern.chars();
    while let Some(character) = rest.next() {
        match character {
            '\'' if rest.as_str().starts_with('\'') => {
                rest.next();
                characters.push(('\'', quoted));
            }
            '\'' => quoted = !quoted,
            _ => {
                let brace = matches!(character, '{' | '}');
                changed |= brace && !quoted;
                characters.push((character, quoted || brace));
            }
        }
    }
    if !changed {
        return pattern.to_string();
    }
    let mut text = String::with_capacity(pattern.len() + 2);
    let mut open = false;
    for (character, quoted) in characters {
        if character == '\'' {
            text.push('\'');
        } else if quoted != open {
            text.push('\'');
            open = quoted;
        }
        text.push(character);
    }
    if open {
        text.push('\'');
    }
    text
}
