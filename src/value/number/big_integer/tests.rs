use super::*;

const DIGITS: usize = 1000;

fn big(text: &str) -> BigInt {
    parse(text.into(), 10, DIGITS).unwrap_or_default()
}

#[test]
fn text_is_a_sign_and_digits() {
    let rows = [
        ("+12", Some("12")),
        ("-0", Some("0")),
        ("\u{663}\u{664}", Some("34")),
        (
            "123456789012345678901234567890",
            Some("123456789012345678901234567890"),
        ),
        ("", None),
        ("-", None),
        ("+-1", None),
        ("1 2", None),
        ("1.0", None),
        ("0x10", None),
    ];
    for (text, expected) in rows {
        assert_eq!(
            parse(text.into(), 10, DIGITS)
                .ok()
                .map(|value| value.to_string())
                .as_deref(),
            expected,
            "{text}"
        );
    }
    assert_eq!(parse("-FF".into(), 16, DIGITS), Ok(BigInt::from(-255)));
}

#[test]
fn leading_zeros_are_no_digits() {
    assert_eq!(parse("00012".into(), 10, 2), Ok(BigInt::from(12)));
    assert_eq!(
        parse("123".into(), 10, 2),
        Err(Failure::TooManyDigits { limit: 2 })
    );
}

#[test]
fn hash_is_over_32_bit_words() {
    let rows = [
        ("0", 0),
        ("1", 1),
        ("-1", -1),
        ("4294967296", 31),
        ("123456789012345678901234567890", 1_915_528_825),
    ];
    for (value, expected) in rows {
        assert_eq!(hash_code(&big(value)), expected, "{value}");
    }
}

#[test]
fn narrowing_keeps_the_low_bits() {
    assert_eq!(long_value(&big("18446744073709551617")), 1);
    assert_eq!(long_value(&big("-18446744073709551617")), -1);
    assert_eq!(long_value(&big("9223372036854775808")), i64::MIN);
    assert_eq!(int_value(&big("4294967297")), 1);
    assert_eq!(
        exact_within(&big("-9223372036854775808"), i64::MIN, i64::MAX),
        Ok(i64::MIN)
    );
    assert!(exact_within(&big("9223372036854775808"), i64::MIN, i64::MAX).is_err());
    assert!(exact_within(&big("128"), i64::from(i8::MIN), i64::from(i8::MAX)).is_err());
}

#[test]
fn floating_values_are_the_nearest() {
    assert_eq!(
        double_value(&big("9007199254740993")),
        9_007_199_254_740_992.0
    );
    assert_eq!(double_value(&power_of_ten(400)), f64::INFINITY);
    assert_eq!(float_value(&big("16777217")), 16_777_216.0);
    assert_eq!(float_value(&-power_of_ten(40)), f32::NEG_INFINITY);
}

#[test]
fn powers_are_bounded() {
    assert_eq!(pow(&big("-3"), 3, DIGITS), Ok(big("-27")));
    assert_eq!(pow(&big("-1"), i32::MAX, DIGITS), Ok(big("-1")));
    assert_eq!(pow(&big("0"), 0, DIGITS), Ok(big("1")));
    assert_eq!(pow(&big("0"), 7, DIGITS), Ok(big("0")));
    assert_eq!(
        pow(&big("10"), 99_999_999, DIGITS),
        Err(Failure::TooManyDigits { limit: DIGITS })
    );
    for (base, exponent) in [("10", i32::MAX), ("12340", 705_032_704), ("4", 1 << 30)] {
        let class = match pow(&big(base), exponent, DIGITS) {
            Err(Failure::Thrown(thrown)) => thrown.class,
            _ => "",
        };
        assert_eq!(class, "ArithmeticException", "{base} {exponent}");
    }
    assert!(matches!(
        pow(&big("2"), -1, DIGITS),
        Err(Failure::Thrown(_))
    ));
}

#[test]
fn division_goes_towards_zero() {
    assert_eq!(divide(&big("-7"), &big("2")), Ok(big("-3")));
    assert_eq!(remainder(&big("-7"), &big("2")), Ok(big("-1")));
    assert_eq!(
        divide(&big("1"), &big("0")).map_err(|thrown| thrown.class),
        Err("ArithmeticException")
    );
}

#[test]
fn digits_are_counted_at_every_power_of_ten() {
    assert_eq!(digits(&BigInt::zero()), 1);
    for exponent in 0..120 {
        let power = power_of_ten(exponent);
        assert_eq!(digits(&power), exponent + 1);
        assert_eq!(digits(&(-&power + 1)), exponent.max(1), "{exponent}");
    }
}

#[test]
fn factors_are_taken_out_up_to_a_count() {
    for (value, base, most, expected) in [
        ("48", 2, 99, (3, 4)),
        ("48", 2, 3, (6, 3)),
        ("7", 10, 9, (7, 0)),
        ("-1000", 10, 2, (-10, 2)),
    ] {
        assert_eq!(
            without_factor(big(value), base, most),
            (BigInt::from(expected.0), expected.1),
            "{value}"
        );
    }
    assert_eq!(
        without_factor(power_of_ten(777), 10, u64::MAX),
        (BigInt::from(1), 777)
    );
}

#[test]
fn bits_are_those_of_two_s_complement() {
    /// A number, its bit count, bit length and lowest set bit.
    const ROWS: &[(&str, i32, i32, i32)] = &[
        ("0", 0, 0, -1),
        ("1", 1, 1, 0),
        ("255", 8, 8, 0),
        ("-1", 0, 0, 0),
        ("-2", 1, 1, 1),
        ("-255", 7, 8, 0),
        ("-256", 8, 8, 8),
        ("123456789012345678901234567890", 54, 97, 1),
    ];
    for (text, count, length, lowest) in ROWS {
        let value = big(text);
        assert_eq!(
            (
                bit_count(&value),
                bit_length(&value),
                lowest_set_bit(&value)
            ),
            (*count, *length, *lowest),
            "{text}"
        );
    }
    assert_eq!(
        [
            to_bytes(&big("128")),
            to_bytes(&big("-128")),
            to_bytes(&big("0"))
        ],
        [vec![0, 128], vec![128], vec![0]]
    );
}

#[test]
fn roots_leave_a_remainder() {
    assert_eq!(sqrt_and_remainder(&big("17")), Ok([big("4"), big("1")]));
    assert!(sqrt_and_remainder(&big("-1")).is_err());
}
