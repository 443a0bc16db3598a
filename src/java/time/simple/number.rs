//! Numbers in dates, as `DecimalFormat` reads whole numbers.

use super::super::names::DecimalStyle;

/// The value of a digit, of the locale or of any script.
pub(super) fn digit(unit: u16, zero: char) -> Option<u32> {
    let unit = u32::from(unit);
    let own = unit.wrapping_sub(zero.into());
    if own < 10 {
        return Some(own);
    }
    DIGIT_ZEROS
        .iter()
        .map(|start| unit.wrapping_sub(u32::from(*start)))
        .find(|value| *value < 10)
}

/// The zeros of scripts.
const DIGIT_ZEROS: &[char] = &[
    '0', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}',
    '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}',
    '\u{1040}', '\u{1090}', '\u{17e0}', '\u{1810}', '\u{1946}', '\u{19d0}', '\u{1a80}', '\u{1a90}',
    '\u{1b50}', '\u{1bb0}', '\u{1c40}', '\u{1c50}', '\u{a620}', '\u{a8d0}', '\u{a900}', '\u{a9d0}',
    '\u{a9f0}', '\u{aa50}', '\u{abf0}', '\u{ff10}',
];

/// Reads a whole number: its value as an `int`, and where it ends.
pub(super) fn scan(text: &[u16], at: usize, style: DecimalStyle) -> Option<(i32, usize)> {
    if starts_with(text, at, "NaN") {
        return Some((0, at + 3));
    }
    let negative = text.get(at) == Some(&unit_of(style.negative_sign));
    let start = at + usize::from(negative);
    if starts_with(text, start, "\u{221e}") {
        return Some((if negative { i32::MIN } else { i32::MAX }, start + 1));
    }
    let (mut digits, mut end) = digits(text, start, style);
    if digits.is_empty() {
        return None;
    }
    let mut exponent = 0;
    if starts_with(text, end, "E")
        && let Some((power, after)) = scan_power(text, end + 1, style)
    {
        (exponent, end) = (power, after);
    }
    if negative {
        digits.insert(0, '-');
    }
    Some((int_value(&digits, exponent), end))
}

fn scan_power(text: &[u16], at: usize, style: DecimalStyle) -> Option<(i64, usize)> {
    let negative = text.get(at) == Some(&unit_of(style.negative_sign));
    let (digits, end) = digits(text, at + usize::from(negative), style);
    let power: i64 = digits.parse().ok()?;
    Some((if negative { -power } else { power }, end))
}

/// The digits at a place in ASCII, and where they end.
fn digits(text: &[u16], at: usize, style: DecimalStyle) -> (String, usize) {
    let units = text.get(at..).unwrap_or_default().iter();
    let digits: String = units
        .map_while(|unit| digit(*unit, style.zero_digit))
        .filter_map(|value| char::from_digit(value, 10))
        .collect();
    let end = at + digits.len();
    (digits, end)
}

/// The `int` of a `long` keeps its lower bits, that of a `double` the nearest value.
#[allow(clippy::cast_possible_truncation)]
fn int_value(digits: &str, exponent: i64) -> i32 {
    /// More zeros than these make no difference.
    const ENOUGH: i64 = 1_000;
    let exponent = exponent.clamp(-ENOUGH, ENOUGH);
    let whole = usize::try_from(exponent)
        .ok()
        .filter(|zeros| *zeros < 20)
        .and_then(|zeros| format!("{digits}{}", "0".repeat(zeros)).parse::<i64>().ok());
    match whole {
        Some(long) => long as i32,
        None => format!("{digits}e{exponent}").parse::<f64>().unwrap_or(0.0) as i32,
    }
}

fn starts_with(text: &[u16], at: usize, wanted: &str) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let mut units = rest.iter();
    wanted
        .encode_utf16()
        .all(|unit| units.next() == Some(&unit))
}

fn unit_of(letter: char) -> u16 {
    u16::try_from(u32::from(letter)).unwrap_or(u16::MAX)
}
