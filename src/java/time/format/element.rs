//! The steps of a formatter, and the text by which a formatter shows itself.
//!
//! Steps are one flat list: an optional section or a nested formatter is an opening step that knows where its end is. So
//! printing and parsing need no recursion, however deep a pattern nests.

use std::fmt;

use super::super::constants::{display_as_name, java_enum};
use super::super::field::Field;
use super::super::names::{FormatStyle, TextStyle};
use super::number::Number;
use super::offset::OffsetPattern;

java_enum! {
    /// `java.time.format.SignStyle`
    SignStyle {
        Normal = "NORMAL", Always = "ALWAYS", Never = "NEVER", NotNegative = "NOT_NEGATIVE", ExceedsPad = "EXCEEDS_PAD",
    }
}

display_as_name!(SignStyle);

/// One step of printing and parsing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Element {
    /// Start of a section; `end` is the index of its `Close`.
    Open { optional: bool, end: usize },
    /// End of a section.
    Close,
    /// Text as it is.
    Literal(Box<str>),
    /// A number.
    Number(Number),
    /// A number whose field depends on the weeks of the locale: the letter and its count.
    WeekNumber {
        letter: char,
        count: usize,
        subsequent: i32,
    },
    /// A fraction of a second; `adjacent` where it takes part in numbers without separators.
    Fraction {
        minimum: usize,
        maximum: usize,
        point: bool,
    },
    /// A name, or a number where the field has none.
    Text {
        field: Field,
        style: TextStyle,
        fixed: Option<&'static [&'static str]>,
    },
    /// An offset in digits, and what stands for none.
    Offset {
        pattern: OffsetPattern,
        zero: &'static str,
    },
    /// `GMT+1`
    LocalizedOffset(TextStyle),
    /// The name of a zone in the data, or an offset.
    ZoneId,
    /// The name of a zone that is no mere offset.
    ZoneRegionId,
    /// The name of a zone for people.
    ZoneText { style: TextStyle, generic: bool },
    /// `in the morning`
    DayPeriod(TextStyle),
    /// An instant in UTC.
    Instant,
    /// The locale's own pattern.
    Localized {
        date: Option<FormatStyle>,
        time: Option<FormatStyle>,
    },
    /// The locale's pattern that shows certain fields.
    Template(Box<str>),
    /// Whether letters must agree in case from here on.
    CaseSensitive(bool),
    /// Whether numbers must have their full width from here on.
    Strict(bool),
    /// The step inside, filled up with spaces on the left.
    Pad { width: usize, inner: Box<Element> },
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // Brackets are written by the list, which knows what a `Close` closes.
            Self::Open { .. } | Self::Close => Ok(()),
            Self::Literal(text) if &**text == "'" => f.write_str("''"),
            Self::Literal(text) => write!(f, "'{}'", text.replace('\'', "''")),
            Self::Number(number) => number.fmt(f),
            Self::WeekNumber { letter, count, .. } => write_week(f, *letter, *count),
            Self::Fraction {
                minimum,
                maximum,
                point,
            } => {
                let point = if *point { ",DecimalPoint" } else { "" };
                write!(f, "Fraction(NanoOfSecond,{minimum},{maximum}{point})")
            }
            Self::Text {
                field,
                style: TextStyle::Full,
                ..
            } => write!(f, "Text({field})"),
            Self::Text { field, style, .. } => write!(f, "Text({field},{style})"),
            Self::Offset { pattern, zero } => {
                write!(f, "Offset({pattern},'{}')", zero.replace('\'', "''"))
            }
            Self::LocalizedOffset(style) => write!(f, "LocalizedOffset({style})"),
            Self::ZoneId => f.write_str("ZoneId()"),
            Self::ZoneRegionId => f.write_str("ZoneRegionId()"),
            Self::ZoneText { style, .. } => write!(f, "ZoneText({style})"),
            Self::DayPeriod(style) => write!(f, "DayPeriod({style})"),
            Self::Instant => f.write_str("Instant()"),
            Self::Localized { date, time } => {
                let name = |style: &Option<FormatStyle>| style.map_or("", FormatStyle::name);
                write!(f, "Localized({},{})", name(date), name(time))
            }
            Self::Template(template) => write!(f, "Localized({template})"),
            Self::CaseSensitive(on) => write!(f, "ParseCaseSensitive({on})"),
            Self::Strict(on) => write!(f, "ParseStrict({on})"),
            Self::Pad { width, inner } => write!(f, "Pad({inner},{width})"),
        }
    }
}

fn write_week(f: &mut fmt::Formatter<'_>, letter: char, count: usize) -> fmt::Result {
    match (letter, count) {
        ('Y', 1) => f.write_str("Localized(WeekBasedYear)"),
        ('Y', 2) => f.write_str("Localized(ReducedValue(WeekBasedYear,2,2,2000-01-01))"),
        ('Y', _) => {
            let sign = if count < 4 {
                SignStyle::Normal
            } else {
                SignStyle::ExceedsPad
            };
            write!(f, "Localized(WeekBasedYear,{count},19,{sign})")
        }
        ('w', _) => write!(f, "Localized(WeekOfWeekBasedYear,{count})"),
        ('W', _) => write!(f, "Localized(WeekOfMonth,{count})"),
        _ => write!(f, "Localized(DayOfWeek,{count})"),
    }
}

/// The text of a whole list: `[…]` around optional sections, `(…)` around nested formatters.
pub(super) fn describe(elements: &[Element], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut open = Vec::new();
    for element in elements {
        match element {
            Element::Open { optional, .. } => {
                open.push(*optional);
                f.write_str(if *optional { "[" } else { "(" })?;
            }
            Element::Close => f.write_str(if open.pop() == Some(true) { "]" } else { ")" })?,
            _ => write!(f, "{element}")?,
        }
    }
    Ok(())
}
