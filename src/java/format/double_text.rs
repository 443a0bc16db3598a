//! Texts and decimal digits of binary and decimal numbers, as `Double.toString` and its relatives give them.
//!
//! The one place of these engines that turns a `double` into decimal digits.

use std::fmt;

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::Sign;

use super::decimal::Digits;

/// The shortest decimal that reads back as `value`, a finite number without its sign.
pub(crate) fn double_digits(value: f64) -> Digits {
    let value = value.abs();
    scientific_digits(&nearest(&value, |text| text.parse() == Ok(value)))
}

/// `Double.toString`.
pub(crate) fn double_text(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_string();
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value.is_infinite() {
        return format!("{sign}Infinity");
    }
    format!("{sign}{}", binary_text(&double_digits(value)))
}

/// `Float.toString`.
pub(crate) fn float_text(value: f32) -> String {
    if !value.is_finite() {
        return double_text(value.into());
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let value = value.abs();
    let digits = scientific_digits(&nearest(&value, |text| text.parse() == Ok(value)));
    format!("{sign}{}", binary_text(&digits))
}

/// As few digits as read back as `value`, but two at least; of those the nearest ones, the even ones of two equally near.
/// The shortest form of the standard library differs where only one digit is needed and between equally near ones.
fn nearest(value: &impl fmt::LowerExp, reads_back: impl Fn(&str) -> bool) -> String {
    let shortest = format!("{value:e}");
    let mantissa = shortest.split('e').next().unwrap_or("");
    let fraction = mantissa.len().saturating_sub(2).max(1);
    let rounded = format!("{value:.fraction$e}");
    if reads_back(&rounded) {
        rounded
    } else {
        shortest
    }
}

/// `BigDecimal.toString`.
pub(crate) fn big_decimal_text(value: &BigDecimal) -> String {
    let (unscaled, scale) = value.as_bigint_and_scale();
    let sign = if unscaled.sign() == Sign::Minus {
        "-"
    } else {
        ""
    };
    let digits = unscaled.magnitude().to_string();
    let exponent = (digits.len() as i64 - 1).saturating_sub(scale);
    if scale == 0 {
        return format!("{sign}{digits}");
    }
    if scale > 0 && exponent >= -6 {
        let scale = scale as usize;
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (integer, fraction) = padded.split_at(padded.len() - scale);
        return format!("{sign}{integer}.{fraction}");
    }
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    if exponent == 0 {
        return format!("{sign}{first}{point}{rest}");
    }
    format!("{sign}{first}{point}{rest}E{exponent:+}")
}

/// `Double.parseDouble`, but for hexadecimal numbers.
pub(crate) fn parse_double(text: &str) -> Option<f64> {
    let text = text.trim_matches(|c| c <= ' ');
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let magnitude = match unsigned {
        "NaN" => f64::NAN,
        "Infinity" => f64::INFINITY,
        _ => {
            let number = unsigned
                .strip_suffix(['f', 'F', 'd', 'D'])
                .unwrap_or(unsigned);
            let digits = number.contains(|c: char| c.is_ascii_digit());
            let decimal = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
            Some(number)
                .filter(|it| {
                    digits
                        && it.starts_with(|c: char| c == '.' || c.is_ascii_digit())
                        && it.chars().all(decimal)
                })?
                .parse()
                .ok()?
        }
    };
    Some(if text.starts_with('-') {
        -magnitude
    } else {
        magnitude
    })
}

/// The layout of `Double.toString`: plain from 10⁻³ up to 10⁷, else scientific, always with a fraction.
fn binary_text(digits: &Digits) -> String {
    let point = digits.point;
    if digits.is_zero() {
        return "0.0".to_string();
    }
    let text = digits.to_string();
    if !(-2..=7).contains(&point) {
        let (first, rest) = text.split_at(1);
        let rest = if rest.is_empty() { "0" } else { rest };
        return format!("{first}.{rest}E{}", point - 1);
    }
    if point <= 0 {
        return format!("0.{}{text}", "0".repeat(point.unsigned_abs() as usize));
    }
    let point = point as usize;
    let padded = format!("{text:0<width$}", width = point + 1);
    let (integer, fraction) = padded.split_at(point);
    format!("{integer}.{fraction}")
}

/// Reads `d.ddd…e±x`.
fn scientific_digits(text: &str) -> Digits {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let digits = mantissa
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|digit| digit - b'0')
        .collect();
    Digits::new(digits, exponent.parse::<i64>().unwrap_or(0) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_have_the_shortest_text_but_two_digits_at_least() {
        let cases = [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (100.0, "100.0"),
            (1234567.0, "1234567.0"),
            (1e7, "1.0E7"),
            (0.001, "0.001"),
            (0.00012, "1.2E-4"),
            (4.9e-324, "4.9E-324"),
            (2e-323, "2.0E-323"),
            (2e23, "2.0E23"),
            (-1.5, "-1.5"),
            (1494845358621922.2, "1.4948453586219222E15"),
            (f64::MAX, "1.7976931348623157E308"),
            (f64::INFINITY, "Infinity"),
            (f64::NAN, "NaN"),
        ];
        for (value, text) in cases {
            assert_eq!(double_text(value), text);
        }
        for (value, text) in [
            (1.1_f32, "1.1"),
            (f32::MIN_POSITIVE, "1.1754944E-38"),
            (1e-45, "1.4E-45"),
        ] {
            assert_eq!(float_text(value), text);
        }
    }

    #[test]
    fn doubles_are_read_as_java_reads_them() {
        let cases = [
            (" 1.5\n", 1.5),
            ("-1d", -1.0),
            (".5f", 0.5),
            ("1.", 1.0),
            ("1e3", 1000.0),
            ("-Infinity", f64::NEG_INFINITY),
        ];
        for (text, value) in cases {
            assert_eq!(parse_double(text), Some(value), "{text}");
        }
        for text in [
            "", ".", "inf", "infinity", "nan", "1,5", "--1", "1dd", "e5", "1e", "+",
        ] {
            assert_eq!(parse_double(text), None, "{text}");
        }
    }

    #[test]
    fn decimals_turn_scientific_far_from_one() {
        for text in [
            "0",
            "0.00",
            "1E+3",
            "1.23E-8",
            "0E-10",
            "123.450",
            "-0.000001",
            "1E-7",
            "0E+3",
            "-1.2E+4",
        ] {
            let value: BigDecimal = text.parse().unwrap();
            assert_eq!(big_decimal_text(&value), text);
        }
    }
}
