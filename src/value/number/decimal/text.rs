//! The texts of a decimal number: scientific, engineering, plain.

use std::fmt;

use super::Decimal;
use crate::value::thrown::Failure;

/// With the first digit further behind the point than this, a number is written with an exponent.
const SMALLEST_PLAIN_PLACE: i64 = -6;

impl fmt::Display for Decimal {
    /// `BigDecimal.toString`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(scientific))
    }
}

impl Decimal {
    /// `BigDecimal.toEngineeringString`: the exponent is a multiple of three.
    pub(crate) fn to_engineering_string(&self) -> String {
        self.text(engineering)
    }

    /// `BigDecimal.toPlainString`: without exponent, so as long as the scale says.
    pub(crate) fn to_plain_string(&self, max_units: usize) -> Result<String, Failure> {
        let zeros = if self.is_zero() {
            i64::from(self.scale)
        } else {
            i64::from(self.scale).abs()
        };
        let longest = self
            .precision()
            .saturating_add(zeros.max(0) as u64)
            .saturating_add(3);
        if usize::try_from(longest).map_or(true, |longest| longest > max_units) {
            return Err(Failure::TooLong { limit: max_units });
        }
        Ok(match self.scale {
            1.. => self.with_point(),
            0 => self.unscaled.to_string(),
            _ if self.is_zero() => "0".to_owned(),
            _ => format!(
                "{}{}",
                self.unscaled,
                "0".repeat(self.scale.unsigned_abs() as usize)
            ),
        })
    }

    fn text(&self, with_exponent: fn(&Decimal, &str, i64) -> (String, i64)) -> String {
        if self.scale == 0 {
            return self.unscaled.to_string();
        }
        let place = self.leading_place();
        if self.scale > 0 && place >= SMALLEST_PLAIN_PLACE {
            return self.with_point();
        }
        let digits = self.unscaled.magnitude().to_string();
        let (significand, exponent) = with_exponent(self, &digits, place);
        let sign = if self.signum() < 0 { "-" } else { "" };
        match exponent {
            0 => format!("{sign}{significand}"),
            _ => format!("{sign}{significand}E{exponent:+}"),
        }
    }

    /// The digits with a point among or in front of them; the scale is positive.
    fn with_point(&self) -> String {
        let sign = if self.signum() < 0 { "-" } else { "" };
        let (digits, scale) = (self.unscaled.magnitude().to_string(), self.scale as usize);
        match digits.len().checked_sub(scale) {
            Some(whole @ 1..) => format!("{sign}{}.{}", &digits[..whole], &digits[whole..]),
            _ => format!("{sign}0.{digits:0>scale$}"),
        }
    }
}

/// One digit in front of the point.
fn scientific(_: &Decimal, digits: &str, place: i64) -> (String, i64) {
    (pointed(digits, 1), place)
}

/// One to three digits in front of the point; a zero shows its exponent by zeros behind it.
fn engineering(number: &Decimal, digits: &str, place: i64) -> (String, i64) {
    let lead = place.rem_euclid(3) as usize + 1;
    let exponent = place - place.rem_euclid(3);
    match (number.is_zero(), lead) {
        (true, 1) => (digits.to_owned(), exponent),
        (true, 2) => ("0.00".to_owned(), exponent + 3),
        (true, _) => ("0.0".to_owned(), exponent + 3),
        (false, _) => (pointed(digits, lead), exponent),
    }
}

/// The digits with a point behind the first `lead`, filled up with zeros to that many.
fn pointed(digits: &str, lead: usize) -> String {
    match digits.split_at_checked(lead) {
        Some((whole, fraction)) if !fraction.is_empty() => format!("{whole}.{fraction}"),
        _ => format!("{digits:0<lead$}"),
    }
}
