//! Numbers and their texts. XPath knows no exponents: what has one is not read, and none is ever written.

/// A number as XPath prints it.
pub(super) fn to_text(number: f64) -> String {
    if number.is_nan() {
        return "NaN".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
        .to_owned();
    }
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return (number as i64).to_string();
    }
    java_digits(number).unwrap_or_else(|| number.to_string())
}

/// Java takes the shortest digits that name the number, but at least two, and of these the nearest; half way, the even ones.
fn java_digits(number: f64) -> Option<String> {
    let shortest = format!("{number:e}");
    let decimals = shortest
        .find('e')?
        .saturating_sub(shortest.find('.').unwrap_or(usize::MAX));
    let nearest = format!("{number:.*e}", decimals.saturating_sub(1).max(1));
    let same = nearest.parse() == Ok(number);
    let (digits, exponent) = if same { &nearest } else { &shortest }.split_once('e')?;
    let sign = if number < 0.0 { "-" } else { "" };
    let digits = digits.trim_start_matches('-').replace('.', "");
    let digits = digits.trim_end_matches('0');
    let point = exponent.parse::<i32>().ok()? + 1;
    Some(match usize::try_from(point) {
        Ok(point) if point >= digits.len() => format!("{sign}{digits:0<point$}"),
        Ok(point) if point > 0 => format!("{sign}{}.{}", &digits[..point], &digits[point..]),
        _ => format!(
            "{sign}0.{}{digits}",
            "0".repeat(point.unsigned_abs() as usize)
        ),
    })
}

/// The number that a text stands for: digits with an optional minus and point, spaces around; else not a number.
pub(super) fn from_text(text: &str) -> f64 {
    let text = text.trim_matches(|c| c <= ' ');
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
    text.parse().ok().filter(|_| plain).unwrap_or(f64::NAN)
}

/// The number of a literal. The reference hands it to Java, which takes its own suffixes and hexadecimal fractions too.
pub(super) fn literal(token: &str) -> Option<f64> {
    if token.contains(['e', 'E']) {
        return None;
    }
    let token = token.trim_matches(|c| c <= ' ');
    let digits = token.strip_suffix(['d', 'D', 'f', 'F']).unwrap_or(token);
    if let Some(hexadecimal) = digits.strip_prefix("0x").or(digits.strip_prefix("0X")) {
        return hexadecimal_literal(hexadecimal);
    }
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    digits.parse().ok().filter(|_| plain)
}

/// `1.8p3`: a hexadecimal fraction times a power of two.
fn hexadecimal_literal(text: &str) -> Option<f64> {
    let (fraction, exponent) = text.split_once(['p', 'P'])?;
    let exponent: i32 = exponent.parse().ok()?;
    let (whole, part) = fraction.split_once('.').unwrap_or((fraction, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let mut bits = 0_u64;
    let mut scale = i64::from(exponent);
    for (index, c) in whole.chars().chain(part.chars()).enumerate() {
        let digit = u64::from(c.to_digit(16)?);
        if bits >> 60 == 0 {
            bits = bits << 4 | digit;
        } else {
            bits |= u64::from(digit != 0);
            scale += 4;
        }
        if index >= whole.len() {
            scale -= 4;
        }
    }
    Some(scaled(bits as f64, scale.clamp(-2200, 2200) as i32))
}

/// `number` times two to the power, in steps that do not leave the range before the end.
fn scaled(number: f64, power: i32) -> f64 {
    let step = power.clamp(-1000, 1000);
    let number = number * 2_f64.powi(step);
    if step == power {
        number
    } else {
        scaled(number, power - step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_without_exponents() {
        let table = [
            (1.0, "1"),
            (-1.5, "-1.5"),
            (-0.0, "0"),
            (1e21, "1000000000000000000000"),
            (1.0 / 3.0, "0.3333333333333333"),
            (1e-7, "0.0000001"),
            (123_456_789.125, "123456789.125"),
            (2_138_064_980_243_590.2, "2138064980243590.2"),
            (1e15, "1000000000000000"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
        ];
        for (number, text) in table {
            assert_eq!(to_text(number), text);
        }
        assert!(to_text(f64::from_bits(1)).ends_with("0049"));
        assert!(to_text(-f64::from_bits(2)).ends_with("0099"));
        assert!(to_text(f64::from_bits(3)).ends_with("00015"));
    }

    #[test]
    fn reads_digits_only() {
        for (text, number) in [
            ("7", 7.0),
            (" -1.5\n", -1.5),
            ("5.", 5.0),
            (".5", 0.5),
            ("-.5", -0.5),
        ] {
            assert_eq!(f64::to_bits(number), from_text(text).to_bits(), "{text}");
        }
        for text in [
            "", "-", ".", "1e3", "+1", "1-2", "--1", "0x1", "inf", "NaN", "1 2", "١",
        ] {
            assert!(from_text(text).is_nan(), "{text}");
        }
    }

    #[test]
    fn literals_are_those_of_java() {
        let table = [
            ("1", 1.0),
            ("1.", 1.0),
            (".5", 0.5),
            ("1d", 1.0),
            ("2.5F", 2.5),
            ("0x1p3", 8.0),
        ];
        for (token, number) in table {
            assert_eq!(literal(token), Some(number), "{token}");
        }
        assert_eq!(literal("0x.8p1"), Some(1.0));
        assert_eq!(literal("0x1.8p-1"), Some(0.75));
        for token in [
            "1e3", "1.2.3", "1or", "0x", "0x1", "1L", "1..2", "1.5-1", "0xp1", ".",
        ] {
            assert_eq!(literal(token), None, "{token}");
        }
    }
}
