//! The text of a `double` and of a `float`.
//!
//! Java prints the shortest decimal that reads back as the same value, with at least one digit after the point, and
//! changes to `d.dE±n` below 10⁻³ and from 10⁷ on. One rule differs from every other shortest printer: where a single
//! digit would do, Java weighs all decimals of *two* digits and takes the nearest (`4.9E-324`, not `5.0E-324`). That
//! only matters while a unit in the last place is a sizeable part of the value, among the tiniest subnormals.

use std::fmt;
use std::ops::Deref;

/// Longest text is `-2.2250738585072014E-308`; the rest is room for the digits that are moved.
const CAPACITY: usize = 32;

/// A number's text, on the stack.
#[derive(Clone, Copy)]
pub(crate) struct NumberText {
    bytes: [u8; CAPACITY],
    len: usize,
}

impl NumberText {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; CAPACITY],
            len: 0,
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }

    fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    fn extend(&mut self, bytes: &[u8]) {
        self.bytes[self.len..self.len + bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    fn zeros(&mut self, count: usize) {
        for _ in 0..count {
            self.push(b'0');
        }
    }

    fn of(text: &str) -> Self {
        let mut out = Self::new();
        out.extend(text.as_bytes());
        out
    }
}

impl fmt::Write for NumberText {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.len + text.len() > CAPACITY {
            return Err(fmt::Error);
        }
        self.extend(text.as_bytes());
        Ok(())
    }
}

impl Deref for NumberText {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for NumberText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl fmt::Debug for NumberText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

/// `Double.toString`.
pub(crate) fn double_text(value: f64) -> NumberText {
    if let Some(special) = special_text(value) {
        return special;
    }
    let magnitude = value.abs();
    let digits = match magnitude.to_bits() < FEW_UNITS {
        true => two_digits(magnitude).filter(|digits| digits.value() == Some(magnitude)),
        false => None,
    };
    let digits = digits.unwrap_or_else(|| shortest(magnitude));
    digits.lay_out(value.is_sign_negative())
}

/// `Float.toString`.
pub(crate) fn float_text(value: f32) -> NumberText {
    if let Some(special) = special_text(f64::from(value)) {
        return special;
    }
    let magnitude = value.abs();
    let digits = match u64::from(magnitude.to_bits()) < FEW_UNITS {
        true => two_digits(magnitude).filter(|digits| digits.value() == Some(magnitude)),
        false => None,
    };
    let digits = digits.unwrap_or_else(|| shortest(magnitude));
    digits.lay_out(value.is_sign_negative())
}

/// Values of fewer units than this are so coarse that one digit can be ambiguous among two-digit decimals.
const FEW_UNITS: u64 = 1 << 10;

fn special_text(value: f64) -> Option<NumberText> {
    let text = match value {
        _ if value.is_nan() => "NaN",
        f64::INFINITY => "Infinity",
        f64::NEG_INFINITY => "-Infinity",
        _ if value != 0.0 => return None,
        _ if value.is_sign_negative() => "-0.0",
        _ => "0.0",
    };
    Some(NumberText::of(text))
}

/// The fewest digits that read back as the same number.
fn shortest(magnitude: impl fmt::LowerExp) -> Digits {
    scientific(format_args!("{magnitude:e}"))
}

/// The nearest decimal of two digits, if one digit is all that the shortest form has.
fn two_digits<F: fmt::LowerExp>(magnitude: F) -> Option<Digits> {
    (shortest(&magnitude).len == 1).then(|| scientific(format_args!("{magnitude:.1e}")))
}

fn scientific(text: fmt::Arguments<'_>) -> Digits {
    let mut written = NumberText::new();
    // The text has at most 17 digits and an exponent of three.
    let _ = fmt::Write::write_fmt(&mut written, text);
    Digits::read(&written)
}

/// Significant digits without zeros at either end; the value is `0.d₁d₂… × 10^point`.
struct Digits {
    digits: [u8; 17],
    len: usize,
    point: i32,
}

impl Digits {
    /// Reads `ddd.ddd` with an optional `e±n`.
    fn read(text: &str) -> Self {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut read = Self {
            digits: [b'0'; 17],
            len: 0,
            point: exponent.parse().unwrap_or(0),
        };
        read.point += whole.len() as i32;
        let mut zeros = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            match digit {
                b'0' if read.len == 0 => read.point -= 1,
                b'0' => zeros += 1,
                _ => {
                    read.len += zeros;
                    zeros = 0;
                    read.digits[read.len] = digit;
                    read.len += 1;
                }
            }
        }
        read
    }

    fn as_slice(&self) -> &[u8] {
        &self.digits[..self.len]
    }

    /// The number these digits read back as.
    fn value<F: std::str::FromStr>(&self) -> Option<F> {
        let digits = std::str::from_utf8(self.as_slice()).ok()?;
        format!("0.{digits}e{}", self.point).parse().ok()
    }

    fn lay_out(&self, negative: bool) -> NumberText {
        let mut out = NumberText::new();
        if negative {
            out.push(b'-');
        }
        match self.point {
            1..=7 => self.with_whole_part(&mut out, self.point as usize),
            -2..=0 => {
                out.extend(b"0.");
                out.zeros(self.point.unsigned_abs() as usize);
                out.extend(self.as_slice());
            }
            _ => {
                self.with_whole_part(&mut out, 1);
                out.push(b'E');
                push_exponent(&mut out, self.point - 1);
            }
        }
        out
    }

    /// `whole` digits, the point, and what is left: at least one digit.
    fn with_whole_part(&self, out: &mut NumberText, whole: usize) {
        let digits = self.as_slice();
        let (before, after) = digits.split_at(whole.min(digits.len()));
        out.extend(before);
        out.zeros(whole - before.len());
        out.push(b'.');
        out.extend(if after.is_empty() { b"0" } else { after });
    }
}

fn push_exponent(out: &mut NumberText, exponent: i32) {
    if exponent < 0 {
        out.push(b'-');
    }
    let magnitude = exponent.unsigned_abs();
    for unit in [100, 10, 1] {
        if magnitude >= unit || unit == 1 {
            out.push(b'0' + (magnitude / unit % 10) as u8);
        }
    }
}

#[cfg(test)]
mod tests;
