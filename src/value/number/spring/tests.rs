use super::*;
use crate::value::number::number;

const DIGITS: usize = 1000;

/// Text as byte, int, long, double, big integer and big decimal; `!` where that fails.
#[rustfmt::skip]
const PARSED: &[(&str, [&str; 6])] = &[
    (" 1 2\t", ["12B", "12", "12L", "12.0", "12BI", "12BD"]),
    ("0x1F", ["31B", "31", "31L", "!", "31BI", "!"]),
    ("-0x1F", ["-31B", "-31", "-31L", "!", "-31BI", "!"]),
    ("#ff", ["!", "255", "255L", "!", "255BI", "!"]),
    ("+0x1", ["!", "!", "!", "!", "!", "!"]),
    ("010", ["10B", "10", "10L", "10.0", "10BI", "10BD"]),
    ("", ["null", "null", "null", "null", "null", "null"]),
    ("  ", ["!", "!", "!", "!", "!", "!"]),
    ("1.5", ["!", "!", "!", "1.5", "!", "1.5BD"]),
    ("1e2", ["!", "!", "!", "100.0", "!", "1E+2BD"]),
    ("0X80000000", ["!", "!", "2147483648L", "!", "2147483648BI", "!"]),
    ("-0x80000000", ["!", "-2147483648", "-2147483648L", "!", "-2147483648BI", "!"]),
    ("99999999999", ["!", "!", "99999999999L", "9.9999999999E10", "99999999999BI", "99999999999BD"]),
    ("NaN", ["!", "!", "!", "NaN", "!", "!"]),
    ("0x10p0", ["!", "!", "!", "16.0", "!", "!"]),
    ("\u{663}", ["3B", "3", "3L", "!", "3BI", "3BD"]),
    ("-#1", ["-1B", "-1", "-1L", "!", "-1BI", "!"]),
    ("1\u{a0}2", ["!", "!", "!", "!", "!", "!"]),
    ("1\u{3000}2", ["12B", "12", "12L", "12.0", "12BI", "12BD"]),
    ("0x", ["!", "!", "!", "!", "!", "!"]),
    ("-129", ["!", "-129", "-129L", "-129.0", "-129BI", "-129BD"]),
    ("32768", ["!", "32768", "32768L", "32768.0", "32768BI", "32768BD"]),
    ("0x-5", ["!", "!", "!", "!", "-5BI", "!"]),
    ("3.4e39", ["!", "!", "!", "3.4E39", "!", "3.4E+39BD"]),
];

/// A number as byte, short, int, long, float, double, big integer and big decimal; `!` where that fails.
#[rustfmt::skip]
const CONVERTED: &[(&str, [&str; 8])] = &[
    ("7", ["7B", "7S", "7", "7L", "7.0f", "7.0", "7BI", "7BD"]),
    ("-3", ["-3B", "-3S", "-3", "-3L", "-3.0f", "-3.0", "-3BI", "-3BD"]),
    ("5L", ["5B", "5S", "5", "5L", "5.0f", "5.0", "5BI", "5BD"]),
    ("3S", ["3B", "3S", "3", "3L", "3.0f", "3.0", "3BI", "3BD"]),
    ("1.1f", ["1B", "1S", "1", "1L", "1.1f", "1.100000023841858", "1BI", "1.1BD"]),
    ("2.5", ["2B", "2S", "2", "2L", "2.5f", "2.5", "2BI", "2.5BD"]),
    ("NaN", ["0B", "0S", "0", "0L", "NaNf", "NaN", "0BI", "!"]),
    ("123456789012345678901BI", ["!", "!", "!", "!", "1.2345679E20f", "1.2345678901234568E20", "123456789012345678901BI", "123456789012345678901BD"]),
    ("-4BI", ["-4B", "-4S", "-4", "-4L", "-4.0f", "-4.0", "-4BI", "-4BD"]),
    ("10.25BD", ["10B", "10S", "10", "10L", "10.25f", "10.25", "10BI", "10.25BD"]),
    ("-2.50BD", ["-2B", "-2S", "-2", "-2L", "-2.5f", "-2.5", "-2BI", "-2.50BD"]),
    ("2147483647", ["!", "!", "2147483647", "2147483647L", "2.1474836E9f", "2.147483647E9", "2147483647BI", "2147483647BD"]),
    ("9223372036854775807L", ["!", "!", "!", "9223372036854775807L", "9.223372E18f", "9.223372036854776E18", "9223372036854775807BI", "9223372036854775807BD"]),
    ("1e30", ["!", "!", "!", "9223372036854775807L", "1.0E30f", "1.0E30", "9223372036854775807BI", "1.0E+30BD"]),
];

fn shown(result: Result<Option<Number>, Failure>) -> String {
    match result {
        Ok(Some(value)) => value.as_ref().with_suffix(),
        Ok(None) => "null".to_owned(),
        Err(Failure::Thrown(_)) => "!".to_owned(),
        Err(limit) => limit.to_string(),
    }
}

#[test]
fn text_is_read_without_its_white_space() {
    use NumberKind::{BigDecimal, BigInteger, Byte, Double, Int, Long};
    for (text, expected) in PARSED {
        let kinds = [Byte, Int, Long, Double, BigInteger, BigDecimal];
        let read = kinds.map(|kind| shown(parse_number((*text).into(), kind, DIGITS)));
        assert_eq!(read, *expected, "{text:?}");
    }
}

#[test]
fn numbers_change_class_if_they_fit() {
    use NumberKind::{BigDecimal, BigInteger, Byte, Double, Float, Int, Long, Short};
    for (value, expected) in CONVERTED {
        let kinds = [
            Byte, Short, Int, Long, Float, Double, BigInteger, BigDecimal,
        ];
        let value = number(value);
        let converted =
            kinds.map(|kind| shown(convert_number(value.as_ref(), kind, DIGITS).map(Some)));
        assert_eq!(converted, *expected, "{value}");
    }
}

#[test]
fn failures_are_of_two_classes() {
    let class = |result: Result<_, Failure>| match result {
        Err(Failure::Thrown(thrown)) => thrown.class,
        _ => "none",
    };
    assert_eq!(
        class(parse_number("x".into(), NumberKind::Int, DIGITS)),
        "NumberFormatException"
    );
    let too_large = number("1E+99999BD");
    assert_eq!(
        class(convert_number(too_large.as_ref(), NumberKind::Int, DIGITS).map(Some)),
        "IllegalArgumentException"
    );
    let limited = convert_number(too_large.as_ref(), NumberKind::BigInteger, DIGITS);
    assert_eq!(
        limited.err(),
        Some(Failure::TooManyDigits { limit: DIGITS })
    );
}

#[test]
fn any_number_takes_text_as_a_decimal_and_numbers_as_they_are() {
    assert_eq!(
        shown(parse_number("1".into(), NumberKind::Any, DIGITS)),
        "1BD"
    );
    assert_eq!(
        shown(convert_number(number("1.5f").as_ref(), NumberKind::Any, DIGITS).map(Some)),
        "1.5f"
    );
}
