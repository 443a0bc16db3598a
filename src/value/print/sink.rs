//! Where printed text goes: to a formatter, or to a text of bounded size that may hold lone surrogates.

use crate::value::text::{Text, TextBuf};
use std::fmt;

/// Why printing ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The text would be larger than its bound.
    TooLong,
    /// The value is nested too deeply, or contains itself.
    TooDeep,
    /// The formatter failed.
    Formatter,
}

/// A receiver of printed text.
pub(crate) trait Sink {
    fn str(&mut self, text: &str) -> Result<(), Stop>;

    /// A UTF-16 unit, perhaps half of a character.
    fn unit(&mut self, unit: u16) -> Result<(), Stop>;
}

impl Sink for fmt::Formatter<'_> {
    fn str(&mut self, text: &str) -> Result<(), Stop> {
        self.write_str(text).map_err(|_| Stop::Formatter)
    }

    fn unit(&mut self, unit: u16) -> Result<(), Stop> {
        let char = char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER);
        fmt::Write::write_char(self, char).map_err(|_| Stop::Formatter)
    }
}

/// The decimal digits of a whole number, without an allocation.
pub(crate) struct Digits {
    bytes: [u8; 20],
    start: usize,
}

impl Digits {
    pub(crate) fn of(value: i64) -> Self {
        let mut digits = Digits {
            bytes: [b'0'; 20],
            start: 20,
        };
        let mut rest = value.unsigned_abs();
        while rest > 0 || digits.start == 20 {
            digits.put(b'0' + (rest % 10) as u8);
            rest /= 10;
        }
        if value < 0 {
            digits.put(b'-');
        }
        digits
    }

    fn put(&mut self, byte: u8) {
        self.start -= 1;
        self.bytes[self.start] = byte;
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[self.start..]).unwrap_or_default()
    }
}

/// A text under construction. It is UTF-8 until the first lone surrogate, and UTF-16 from then on, so that the halves
/// of a character can meet again.
pub(crate) struct Builder {
    text: String,
    units: Option<Vec<u16>>,
    left: usize,
}

impl Builder {
    /// An empty text that may grow to `max_bytes`.
    pub(crate) fn new(max_bytes: usize) -> Self {
        Builder {
            text: String::new(),
            units: None,
            left: max_bytes,
        }
    }

    /// Appends a text.
    pub(crate) fn text(&mut self, text: Text<'_>) -> Result<(), Stop> {
        match text {
            Text::Utf8(text) => self.str(text),
            Text::Wide(units) => units.iter().try_for_each(|unit| self.unit(*unit)),
        }
    }

    pub(crate) fn finish(self) -> TextBuf {
        match self.units {
            Some(units) => TextBuf::from_units(units),
            None => TextBuf::Utf8(self.text),
        }
    }

    fn take(&mut self, bytes: usize) -> Result<(), Stop> {
        self.left = self.left.checked_sub(bytes).ok_or(Stop::TooLong)?;
        Ok(())
    }
}

impl Sink for Builder {
    fn str(&mut self, text: &str) -> Result<(), Stop> {
        self.take(text.len())?;
        match &mut self.units {
            Some(units) => units.extend(text.encode_utf16()),
            None => self.text.push_str(text),
        }
        Ok(())
    }

    fn unit(&mut self, unit: u16) -> Result<(), Stop> {
        match (char::from_u32(u32::from(unit)), &mut self.units) {
            (Some(char), None) => self.str(char.encode_utf8(&mut [0; 4])),
            (_, Some(units)) => {
                units.push(unit);
                self.take(2)
            }
            (None, none) => {
                let mut units: Vec<u16> = std::mem::take(&mut self.text).encode_utf16().collect();
                units.push(unit);
                *none = Some(units);
                self.take(2)
            }
        }
    }
}
