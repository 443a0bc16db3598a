//! `%d`, `%o` and `%x`.

use std::borrow::Cow;

use bigdecimal::num_bigint::{BigInt, Sign};

use super::flags::Flags;
use super::spec::{Conversion, Spec};
use super::{Printer, error, magnitude};
use crate::java::format::arg::Arg;
use crate::java::format::decimal::decimal_len;
use crate::java::format::thrown::Thrown;

impl Printer<'_> {
    pub(super) fn print_integer(&mut self, spec: &Spec, arg: &Arg<'_>) -> Result<(), Thrown> {
        match *arg {
            Arg::Byte(value) => self.print_fixed(spec, value.into(), 8),
            Arg::Short(value) => self.print_fixed(spec, value.into(), 16),
            Arg::Int(value) => self.print_fixed(spec, value.into(), 32),
            Arg::Long(value) => self.print_fixed(spec, value, 64),
            Arg::BigInt(value) => self.print_big(spec, value),
            _ => Err(error::conversion_mismatch(spec.letter(), arg)),
        }
    }

    /// An integer of `bits` bits: its two's complement in octal and hexadecimal, and then without any sign.
    fn print_fixed(&mut self, spec: &Spec, value: i64, bits: u32) -> Result<(), Thrown> {
        if spec.conversion == Conversion::Decimal {
            return self.print_decimal(spec, value < 0, &value.unsigned_abs().to_string());
        }
        spec.refuse(
            Flags::PARENTHESES
                .with(Flags::LEADING_SPACE)
                .with(Flags::PLUS),
        )?;
        let complement = value as u64 & u64::MAX >> (64 - bits);
        let digits = if spec.conversion == Conversion::Octal {
            format!("{complement:o}")
        } else {
            format!("{complement:x}")
        };
        self.print_radix(spec, false, &digits)
    }

    fn print_big(&mut self, spec: &Spec, value: &BigInt) -> Result<(), Thrown> {
        let negative = value.sign() == Sign::Minus;
        let magnitude = value.magnitude();
        self.check_room(decimal_len(magnitude.bits()) / 2)?;
        match spec.conversion {
            Conversion::Decimal => self.print_decimal(spec, negative, &magnitude.to_string()),
            Conversion::Octal => self.print_radix(spec, negative, &magnitude.to_str_radix(8)),
            _ => self.print_radix(spec, negative, &magnitude.to_str_radix(16)),
        }
    }

    fn print_decimal(&mut self, spec: &Spec, negative: bool, digits: &str) -> Result<(), Thrown> {
        self.check_room(spec.width.unwrap_or(0) as u64)?;
        let mut text = magnitude::leading_sign(spec.flags, negative).to_string();
        let width = magnitude::digits_width(spec, negative);
        magnitude::push(&mut text, digits, spec.flags, width, self.locale);
        text.push_str(magnitude::trailing_sign(spec.flags, negative));
        self.justify(spec, &text)
    }

    /// Octal and hexadecimal digits: no groups, no digits of the locale.
    fn print_radix(&mut self, spec: &Spec, negative: bool, digits: &str) -> Result<(), Thrown> {
        self.check_room(spec.width.unwrap_or(0) as u64)?;
        let upper = spec.flags.has(Flags::UPPERCASE);
        let prefix = match spec.conversion {
            _ if !spec.flags.has(Flags::ALTERNATE) => "",
            Conversion::Octal => "0",
            _ if upper => "0X",
            _ => "0x",
        };
        let digits = if upper {
            Cow::Owned(digits.to_ascii_uppercase())
        } else {
            Cow::Borrowed(digits)
        };
        let sign = magnitude::leading_sign(spec.flags, negative);
        let taken = sign.len() + prefix.len() + digits.len();
        let zeros = match spec.flags.has(Flags::ZERO_PAD) {
            true => magnitude::digits_width(spec, negative).saturating_sub(taken),
            false => 0,
        };
        let close = magnitude::trailing_sign(spec.flags, negative);
        self.justify(
            spec,
            &format!("{sign}{prefix}{}{digits}{close}", "0".repeat(zeros)),
        )
    }
}
