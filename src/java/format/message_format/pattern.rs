//! Patterns of messages, there and back.

use super::{Element, Format, MAX_ARGUMENT, MessageFormat};
use crate::java::format::arg::DateFormats;
use crate::java::format::digit::digit_value;
use crate::java::format::output::Output;
use crate::java::format::thrown::Thrown;

/// The parts of an element: number, type, style.
type Segments = [String; 3];

/// The pattern as far as it was read.
#[derive(Default)]
struct Reader {
    text: String,
    quoted: bool,
    /// Braces that are open within the element.
    braces: usize,
    /// The element being read, and which of its parts.
    element: Option<(Segments, usize)>,
}

impl MessageFormat {
    /// `applyPattern(pattern)`
    pub(crate) fn apply_pattern(
        &mut self,
        pattern: &str,
        dates: &dyn DateFormats,
    ) -> Result<(), Thrown> {
        let mut reader = Reader::default();
        let mut elements = Vec::new();
        let mut rest = pattern.chars();
        while let Some(character) = rest.next() {
            let doubled = character == '\'' && rest.as_str().starts_with('\'');
            if reader.element.is_none() && doubled {
                rest.next();
                reader.text.push('\'');
                continue;
            }
            if let Some(segments) = reader.read(character) {
                elements.push(self.element(reader.text.len(), &segments, dates)?);
            }
        }
        if reader.element.is_some() && reader.braces == 0 {
            return Err(Thrown::illegal_argument(
                "a brace is open at the end of the message",
            ));
        }
        self.text = reader.text;
        self.elements = elements;
        Ok(())
    }

    fn element(
        &self,
        at: usize,
        segments: &Segments,
        dates: &dyn DateFormats,
    ) -> Result<Element, Thrown> {
        let [number, kind, style] = segments;
        let wrong =
            || Thrown::illegal_argument(format!("`{number}` is not the number of an argument"));
        let argument = argument_number(number)
            .filter(|&number| number < MAX_ARGUMENT)
            .ok_or_else(wrong)?;
        let format = match kind.as_str() {
            "" => None,
            kind => Some(Format::of_type(kind, style, &self.locale, dates)?),
        };
        Ok(Element {
            at,
            argument: argument as usize,
            format,
        })
    }

    /// `toPattern()`
    pub(crate) fn to_pattern(&self, max_units: usize) -> Result<String, Thrown> {
        let mut out = Output::new(max_units);
        let mut from = 0;
        for element in &self.elements {
            out.push_str(&quote_text(&self.text[from..element.at]))?;
            from = element.at;
            let format = match &element.format {
                Some(format) => format.pattern(&self.locale, out.room())?,
                None => String::new(),
            };
            out.push_str(&format!("{{{}{format}}}", element.argument))?;
        }
        out.push_str(&quote_text(&self.text[from..]))?;
        Ok(out.into_string())
    }
}

impl Reader {
    /// Takes a character; answers the element that it ends.
    fn read(&mut self, character: char) -> Option<Segments> {
        let Some((segments, part)) = &mut self.element else {
            match character {
                '\'' => self.quoted = !self.quoted,
                '{' if !self.quoted => self.element = Some((Segments::default(), 0)),
                _ => self.text.push(character),
            }
            return None;
        };
        if self.quoted {
            self.quoted = character != '\'';
            segments[*part].push(character);
            return None;
        }
        match character {
            ',' if *part < 2 => *part += 1,
            '}' if self.braces == 0 => return self.element.take().map(|(segments, _)| segments),
            ' ' if *part == 1 && segments[1].is_empty() => {}
            _ => {
                match character {
                    '{' => self.braces += 1,
                    '}' => self.braces -= 1,
                    '\'' => self.quoted = true,
                    _ => {}
                }
                segments[*part].push(character);
            }
        }
        None
    }
}

/// A number as `Integer.parseInt` reads it, if it is not negative.
fn argument_number(text: &str) -> Option<u32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let number = digits.chars().try_fold(0_u32, |number, character| {
        number
            .checked_mul(10)?
            .checked_add(digit_value(character, 10)?.into())
    });
    let negative = text.starts_with('-');
    number.filter(|&number| !digits.is_empty() && (number == 0 || !negative))
}

/// Literal text as a pattern shows it: quotes doubled, opening braces quoted.
fn quote_text(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    let mut open = false;
    for character in text.chars() {
        if character == '\'' {
            quoted.push_str("''");
            continue;
        }
        if open != (character == '{') {
            quoted.push('\'');
            open = !open;
        }
        quoted.push(character);
    }
    if open {
        quoted.push('\'');
    }
    quoted
}
