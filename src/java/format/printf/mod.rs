//! `java.util.Formatter`: what `String.format` and `formatted` do.
//!
//! The whole template is read first, so a mistake in it wins over wrong arguments, as in Java. Floating-point numbers
//! are rounded half up on the shortest decimal that reads back as the number, unlike in C and in `DecimalFormat`.

mod error;
mod flags;
mod hex_float;
mod integral;
mod magnitude;
mod moment;
mod real;
mod spec;

use super::arg::{Arg, DateFormats, char_text};
use super::case::upper_case;
use super::decimal::decimal_len;
use super::locale::Locale;
use super::output::{LONE_SURROGATE, Output, utf16_head};
use super::thrown::Thrown;
use flags::Flags;
use spec::{Conversion, Index, Piece, Spec};

/// Formats `args` as `template` says, in at most `max_units` UTF-16 units.
pub(crate) fn format(
    template: &str,
    args: &[Arg<'_>],
    locale: &Locale,
    dates: &dyn DateFormats,
    max_units: usize,
) -> Result<String, Thrown> {
    let pieces = spec::parse(template)?;
    let mut printer = Printer {
        out: Output::new(max_units),
        locale,
        dates,
    };
    let mut ordinary = 0;
    let mut last = None;
    for piece in &pieces {
        let spec = match piece {
            Piece::Text(text) => {
                printer.out.push_str(text)?;
                continue;
            }
            Piece::Spec(spec) => spec,
        };
        match spec.index {
            Index::None => {
                printer.print_text(spec)?;
                continue;
            }
            Index::Previous => {}
            Index::Explicit(number) => last = Some(number as usize - 1),
            Index::Ordinary => {
                last = Some(ordinary);
                ordinary += 1;
            }
        }
        let arg = last.and_then(|last| args.get(last));
        printer.print(spec, arg.ok_or_else(|| error::missing_argument(spec))?)?;
    }
    Ok(printer.out.into_string())
}

/// The state of one formatting.
struct Printer<'a> {
    out: Output,
    locale: &'a Locale,
    dates: &'a dyn DateFormats,
}

impl Printer<'_> {
    /// `%n` and `%%`.
    fn print_text(&mut self, spec: &Spec) -> Result<(), Thrown> {
        match spec.conversion {
            Conversion::LineSeparator => self.out.push('\n'),
            _ => self.print_string(spec, "%"),
        }
    }

    fn print(&mut self, spec: &Spec, arg: &Arg<'_>) -> Result<(), Thrown> {
        match spec.conversion {
            Conversion::Boolean => self.print_string(spec, boolean_text(arg)),
            Conversion::String if spec.flags.has(Flags::ALTERNATE) => {
                Err(error::flags_mismatch(Flags::ALTERNATE, 's'))
            }
            Conversion::String => {
                self.check_text(spec, arg)?;
                self.print_string(spec, &arg.text())
            }
            _ if matches!(arg, Arg::Null) => self.print_string(spec, "null"),
            Conversion::Hash => self.print_string(spec, &format!("{:x}", arg.hash_code())),
            Conversion::Character => self.print_character(spec, arg),
            Conversion::Decimal | Conversion::Octal | Conversion::Hex => {
                self.print_integer(spec, arg)
            }
            Conversion::Moment(letter) => self.print_moment(spec, letter, arg),
            _ => self.print_real(spec, arg),
        }
    }

    /// A text cut to the precision, in upper case if asked for, in a field of the width.
    fn print_string(&mut self, spec: &Spec, text: &str) -> Result<(), Thrown> {
        let text = match spec.precision {
            Some(precision) => utf16_head(text, precision),
            None => text.into(),
        };
        if spec.flags.has(Flags::UPPERCASE) {
            self.justify(spec, &upper_case(&text, self.locale))
        } else {
            self.justify(spec, &text)
        }
    }

    fn print_character(&mut self, spec: &Spec, arg: &Arg<'_>) -> Result<(), Thrown> {
        let code = match *arg {
            Arg::Char(unit) => {
                return self.print_string(spec, char_text(unit).encode_utf8(&mut [0; 4]));
            }
            Arg::Byte(value) => value.into(),
            Arg::Short(value) => value.into(),
            Arg::Int(value) => value,
            _ => return Err(error::conversion_mismatch(spec.letter(), arg)),
        };
        let character = match u32::try_from(code) {
            Ok(code @ ..=0x10_ffff) => char::from_u32(code).unwrap_or(LONE_SURROGATE),
            _ => return Err(error::code_point(code)),
        };
        self.print_string(spec, character.encode_utf8(&mut [0; 4]))
    }

    fn justify(&mut self, spec: &Spec, text: &str) -> Result<(), Thrown> {
        self.out.justify(
            text,
            spec.width.unwrap_or(0),
            spec.flags.has(Flags::LEFT_JUSTIFY),
        )
    }

    /// The text of a large integer takes long to compute; it need not be where it would not fit.
    fn check_text(&self, spec: &Spec, arg: &Arg<'_>) -> Result<(), Thrown> {
        match arg {
            Arg::BigInt(value) if spec.precision.is_none() => {
                self.check_room(decimal_len(value.bits()))
            }
            _ => Ok(()),
        }
    }

    /// Refuses what would not fit anyway, before it is computed.
    fn check_room(&self, units: u64) -> Result<(), Thrown> {
        if units > self.out.room() as u64 {
            Err(Thrown::too_large())
        } else {
            Ok(())
        }
    }
}

fn boolean_text(arg: &Arg<'_>) -> &'static str {
    match arg {
        Arg::Null | Arg::Bool(false) => "false",
        _ => "true",
    }
}

#[cfg(test)]
mod tests;
