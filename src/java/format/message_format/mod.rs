//! `java.text.MessageFormat`: texts with numbered places, `{0} of {1,number,integer}`.
//!
//! A message is its literal text and a list of elements, each with its place in the text. An element without a format
//! shows numbers and dates in the manner of the locale, everything else by its text.

mod element;
mod pattern;
mod reading;

use super::arg::{Arg, DateForm, DateFormats, DateKind, DateStyle};
use super::locale::{Locale, text_hash};
use super::number_format::{NumberStyle, instance};
use super::output::Output;
use super::thrown::Thrown;
pub(crate) use element::{Format, Parsed};

/// How deep messages may lie in the choices of other messages.
const MAX_DEPTH: usize = 100;
/// Numbers of arguments are less than this.
const MAX_ARGUMENT: u32 = 10_000;

/// A message format.
#[derive(Clone, Debug)]
pub(crate) struct MessageFormat {
    locale: Locale,
    text: String,
    elements: Vec<Element>,
}

/// A place for an argument.
#[derive(Clone, Debug)]
struct Element {
    /// Byte of the literal text before which the argument is shown.
    at: usize,
    argument: usize,
    format: Option<Format>,
}

impl MessageFormat {
    /// `new MessageFormat(pattern, locale)`
    pub(crate) fn new(
        pattern: &str,
        locale: &Locale,
        dates: &dyn DateFormats,
    ) -> Result<Self, Thrown> {
        let mut message = MessageFormat {
            locale: locale.clone(),
            text: String::new(),
            elements: Vec::new(),
        };
        message.apply_pattern(pattern, dates)?;
        Ok(message)
    }

    /// `getLocale()`
    pub(crate) fn locale(&self) -> &Locale {
        &self.locale
    }

    /// `setLocale(locale)`: for elements without a format and patterns to come.
    pub(crate) fn set_locale(&mut self, locale: Locale) {
        self.locale = locale;
    }

    /// `format(arguments)`; `None` stands for a null array. Places without an argument stay as they are.
    pub(crate) fn format(
        &self,
        arguments: Option<&[Arg<'_>]>,
        dates: &dyn DateFormats,
        max_units: usize,
    ) -> Result<String, Thrown> {
        let mut out = Output::new(max_units);
        self.write(arguments.unwrap_or(&[]), dates, &mut out, 0)?;
        Ok(out.into_string())
    }

    fn write(
        &self,
        arguments: &[Arg<'_>],
        dates: &dyn DateFormats,
        out: &mut Output,
        depth: usize,
    ) -> Result<(), Thrown> {
        if depth > MAX_DEPTH {
            return Err(Thrown::new(
                "java.lang.StackOverflowError",
                "messages are nested too deeply",
            ));
        }
        let mut from = 0;
        for element in &self.elements {
            out.push_str(&self.text[from..element.at])?;
            from = element.at;
            match (arguments.get(element.argument), &element.format) {
                (None, _) => out.push_str(&format!("{{{}}}", element.argument))?,
                (Some(Arg::Null), _) => out.push_str("null")?,
                (Some(value), None) => {
                    let text = self.default_text(value, dates, out.room())?;
                    out.push_str(&text)?;
                }
                (Some(value), Some(Format::Choice(choice))) => {
                    let chosen = choice.format(value)?;
                    if chosen.contains('{') {
                        let message = MessageFormat::new(chosen, &self.locale, dates)?;
                        message.write(arguments, dates, out, depth + 1)?;
                    } else {
                        out.push_str(chosen)?;
                    }
                }
                (Some(value), Some(format)) => out.push_str(&format.format(value, out.room())?)?,
            }
        }
        out.push_str(&self.text[from..])
    }

    fn default_text(
        &self,
        value: &Arg<'_>,
        dates: &dyn DateFormats,
        room: usize,
    ) -> Result<String, Thrown> {
        match value {
            Arg::Temporal(moment)
                if moment.calendar_millis().is_some()
                    && !moment.class_name().ends_with("Calendar") =>
            {
                let form = DateForm {
                    kind: DateKind::DateTime,
                    style: DateStyle::Short,
                };
                dates.message_format(&form, &self.locale)?.format(value)
            }
            _ if is_number(value) => {
                instance(NumberStyle::Number, &self.locale).format(value, room)
            }
            _ => Ok(value.text().into_owned()),
        }
    }

    /// `getFormats()`: of the elements in their order.
    pub(crate) fn formats(&self) -> impl Iterator<Item = Option<&Format>> {
        self.elements.iter().map(|element| element.format.as_ref())
    }

    /// `getFormatsByArgumentIndex()`: up to the highest number, the last one of each.
    pub(crate) fn formats_by_argument(&self) -> Vec<Option<&Format>> {
        let mut formats = vec![None; self.argument_count()];
        for element in &self.elements {
            formats[element.argument] = element.format.as_ref();
        }
        formats
    }

    /// `setFormat(index, format)`
    pub(crate) fn set_format(&mut self, index: i32, format: Option<Format>) -> Result<(), Thrown> {
        let element = usize::try_from(index)
            .ok()
            .and_then(|index| self.elements.get_mut(index));
        let missing = || {
            Thrown::new(
                "java.lang.ArrayIndexOutOfBoundsException",
                format!("there is no element {index}"),
            )
        };
        element.ok_or_else(missing)?.format = format;
        Ok(())
    }

    /// `setFormatByArgumentIndex(argument, format)`
    pub(crate) fn set_format_by_argument(&mut self, argument: i32, format: Option<&Format>) {
        for element in &mut self.elements {
            if Ok(element.argument) == usize::try_from(argument) {
                element.format = format.cloned();
            }
        }
    }

    /// `setFormats(formats)`: as many as there are elements.
    pub(crate) fn set_formats(&mut self, formats: &[Option<Format>]) {
        for (element, format) in self.elements.iter_mut().zip(formats) {
            element.format = format.clone();
        }
    }

    /// `setFormatsByArgumentIndex(formats)`
    pub(crate) fn set_formats_by_argument(&mut self, formats: &[Option<Format>]) {
        for element in &mut self.elements {
            if let Some(format) = formats.get(element.argument) {
                element.format = format.clone();
            }
        }
    }

    /// `toString()`
    pub(crate) fn text(&self, max_units: usize) -> Result<String, Thrown> {
        let pattern = self.to_pattern(max_units)?;
        Ok(format!(
            "MessageFormat [locale: \"{}\", pattern: \"{pattern}\"]\n",
            self.locale.display_name()
        ))
    }

    /// `hashCode()`: of the literal text.
    pub(crate) fn hash_code(&self) -> i32 {
        text_hash(&self.text)
    }

    fn argument_count(&self) -> usize {
        self.elements
            .iter()
            .map(|element| element.argument + 1)
            .max()
            .unwrap_or(0)
    }
}

/// `equals(other)`
impl PartialEq for MessageFormat {
    fn eq(&self, other: &Self) -> bool {
        let same = |(own, others): (&Element, &Element)| {
            (own.at, own.argument) == (others.at, others.argument) && own.format == others.format
        };
        self.locale == other.locale
            && self.text == other.text
            && self.elements.len() == other.elements.len()
            && self.elements.iter().zip(&other.elements).all(same)
    }
}

fn is_number(value: &Arg<'_>) -> bool {
    !matches!(
        value,
        Arg::Null | Arg::Bool(_) | Arg::Char(_) | Arg::Text(_) | Arg::Temporal(_) | Arg::Other(_)
    )
}

#[cfg(test)]
mod tests;
