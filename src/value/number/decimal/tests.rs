use super::*;

const DIGITS: usize = 1000;

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text.into(), DIGITS).unwrap_or_else(|failure| panic!("{text}: {failure}"))
}

fn shown<T: ToString, E: Into<Failure>>(result: Result<T, E>) -> String {
    match result.map_err(Into::into) {
        Ok(value) => value.to_string(),
        Err(Failure::Thrown(thrown)) => thrown.class.to_owned(),
        Err(limit) => limit.to_string(),
    }
}

fn context(precision: i32, mode: RoundingMode) -> MathContext {
    MathContext::new(precision, mode).unwrap_or(MathContext::UNLIMITED)
}

/// Text, and the scientific, engineering and plain text of the number.
const TEXTS: &[(&str, &str, &str, &str)] = &[
    ("1.10", "1.10", "1.10", "1.10"),
    ("1E+3", "1E+3", "1E+3", "1000"),
    ("0.0000001", "1E-7", "100E-9", "0.0000001"),
    ("0.000001", "0.000001", "0.000001", "0.000001"),
    ("123E-10", "1.23E-8", "12.3E-9", "0.0000000123"),
    (
        "-12345E+10",
        "-1.2345E+14",
        "-123.45E+12",
        "-123450000000000",
    ),
    ("12E+2", "1.2E+3", "1.2E+3", "1200"),
    ("1E+2", "1E+2", "100", "100"),
    ("-0", "0", "0", "0"),
    ("0E-10", "0E-10", "0.0E-9", "0.0000000000"),
    ("0E-11", "0E-11", "0.00E-9", "0.00000000000"),
    ("0E+3", "0E+3", "0E+3", "0"),
    ("0E+4", "0E+4", "0.00E+6", "0"),
    ("+1.5", "1.5", "1.5", "1.5"),
    ("1.", "1", "1", "1"),
    (".5", "0.5", "0.5", "0.5"),
    ("-.05", "-0.05", "-0.05", "-0.05"),
    ("1e00000000000000000005", "1E+5", "100E+3", "100000"),
    ("\u{661}.\u{662}e\u{663}", "1.2E+3", "1.2E+3", "1200"),
];

const NO_NUMBERS: &[&str] = &[
    "",
    " 1.5",
    "1,5",
    "NaN",
    "0x10",
    ".",
    "+",
    "e5",
    ".e5",
    "1e",
    "1e+",
    "1e5.",
    "1..2",
    "--1",
    "1e12345678901",
    "1e2147483649",
    "0e9999999999",
    "1_0",
];

#[test]
fn texts_come_in_three_forms() {
    for (text, scientific, engineering, plain) in TEXTS {
        let number = decimal(text);
        assert_eq!(number.to_string(), *scientific, "{text}");
        assert_eq!(number.to_engineering_string(), *engineering, "{text}");
        assert_eq!(number.to_plain_string(100).as_deref(), Ok(*plain), "{text}");
    }
}

#[test]
fn other_text_is_refused() {
    for text in NO_NUMBERS {
        assert_eq!(
            shown(Decimal::parse((*text).into(), DIGITS)),
            "NumberFormatException",
            "{text}"
        );
    }
}

#[test]
fn binary_numbers_convert_exactly_or_by_their_text() {
    let exact = "0.1000000000000000055511151231257827021181583404541015625";
    assert_eq!(shown(Decimal::from_double(0.1)), exact);
    assert_eq!(shown(Decimal::from_double(-1.5)), "-1.5");
    assert_eq!(shown(Decimal::from_double(1e20)), "100000000000000000000");
    assert_eq!(
        Decimal::from_double(5e-324).map(|value| (value.precision(), value.scale())),
        Ok((751, 1074))
    );
    assert_eq!(shown(Decimal::value_of_double(0.1)), "0.1");
    assert_eq!(shown(Decimal::value_of_double(100.0)), "100.0");
    assert_eq!(shown(Decimal::value_of_double(1e20)), "1.0E+20");
    assert_eq!(
        shown(Decimal::from_double(f64::NAN)),
        "NumberFormatException"
    );
    assert_eq!(
        shown(Decimal::value_of_double(f64::INFINITY)),
        "NumberFormatException"
    );
}

/// A number, an operation, another number, the result.
const OPERATIONS: &[(&str, &str, &str, &str)] = &[
    ("1.10", "add", "2.205", "3.305"),
    ("1", "add", "0E+9", "1"),
    ("1.10", "subtract", "1.1", "0.00"),
    ("1.10", "multiply", "2.0", "2.200"),
    ("1", "divide", "3", "ArithmeticException"),
    ("1", "divide", "8", "0.125"),
    ("10", "divide", "4.00", "2.5"),
    ("1.00", "divide", "2", "0.50"),
    ("0.0", "divide", "0.25", "0E+1"),
    ("1E+3", "divide", "0.5", "2E+3"),
    ("3", "divide", "0.3", "1E+1"),
    ("1", "divide", "0", "ArithmeticException"),
    ("10", "remainder", "3", "1"),
    ("-10.5", "remainder", "3", "-1.5"),
    ("1", "remainder", "0", "ArithmeticException"),
    ("10.5", "whole", "3", "3.0"),
    ("1E+5", "whole", "3", "33333"),
    ("1E+5", "whole", "2", "5E+4"),
    ("1", "whole", "3.00", "0E+2"),
];

#[test]
fn operations_have_their_scales() {
    for (left, operation, right, expected) in OPERATIONS {
        let (a, b) = (decimal(left), decimal(right));
        let result = match *operation {
            "add" => a.add(&b, DIGITS),
            "subtract" => a.subtract(&b, DIGITS),
            "multiply" => a.multiply(&b, DIGITS),
            "divide" => a.divide(&b, DIGITS),
            "remainder" => a.remainder(&b, DIGITS),
            _ => a.divide_to_integral(&b, DIGITS),
        };
        assert_eq!(shown(result), *expected, "{left} {operation} {right}");
    }
}

#[test]
fn rounding_modes_differ_on_halves_and_signs() {
    /// A number with one digit behind the point, rounded in the order of the modes.
    const ROWS: &[(&str, [&str; 8])] = &[
        (
            "5.5",
            ["6", "5", "6", "5", "6", "5", "6", "ArithmeticException"],
        ),
        (
            "2.5",
            ["3", "2", "3", "2", "3", "2", "2", "ArithmeticException"],
        ),
        (
            "1.6",
            ["2", "1", "2", "1", "2", "2", "2", "ArithmeticException"],
        ),
        ("1.0", ["1", "1", "1", "1", "1", "1", "1", "1"]),
        (
            "-1.1",
            [
                "-2",
                "-1",
                "-1",
                "-2",
                "-1",
                "-1",
                "-1",
                "ArithmeticException",
            ],
        ),
        (
            "-2.5",
            [
                "-3",
                "-2",
                "-2",
                "-3",
                "-3",
                "-2",
                "-2",
                "ArithmeticException",
            ],
        ),
        (
            "0.4",
            ["1", "0", "1", "0", "0", "0", "0", "ArithmeticException"],
        ),
    ];
    for (text, expected) in ROWS {
        for (ordinal, expected) in expected.iter().enumerate() {
            let rounded = RoundingMode::of_ordinal(ordinal as i32).map_err(Failure::from);
            let rounded = rounded.and_then(|mode| decimal(text).set_scale(0, mode, DIGITS));
            assert_eq!(shown(rounded), *expected, "{text} {ordinal}");
        }
    }
    assert_eq!(
        RoundingMode::of_ordinal(9).map_err(|thrown| thrown.class),
        Err("IllegalArgumentException")
    );
    assert_eq!(
        RoundingMode::of_name("HALF_EVEN").map(RoundingMode::name),
        Some("HALF_EVEN")
    );
}

#[test]
fn contexts_limit_the_digits() {
    let decimal32 = MathContext::DECIMAL32;
    let third = decimal("1").divide_in(&decimal("3"), decimal32, DIGITS);
    assert_eq!(shown(third), "0.3333333");
    assert_eq!(
        shown(decimal("6").divide_in(&decimal("2.00"), decimal32, DIGITS)),
        "3E+2".replace("E+2", "")
    );
    assert_eq!(
        shown(decimal("-40000E+2").divide_in(
            &decimal("4E+1"),
            context(4, RoundingMode::Down),
            DIGITS
        )),
        "-1.000E+5"
    );
    assert_eq!(
        shown(decimal("123.456").round(context(4, RoundingMode::HalfUp))),
        "123.5"
    );
    assert_eq!(
        shown(decimal("999.9").round(context(3, RoundingMode::HalfUp))),
        "1.00E+3"
    );
    assert_eq!(
        shown(decimal("1.5").pow_in(-2, decimal32, DIGITS)),
        "0.4444444"
    );
    assert_eq!(
        shown(decimal("1.5").pow_in(123, context(2, RoundingMode::Up), DIGITS)),
        "ArithmeticException"
    );
    assert_eq!(
        shown(decimal("100").divide_to_integral_in(
            &decimal("3"),
            context(1, RoundingMode::Up),
            DIGITS
        )),
        "ArithmeticException"
    );
    assert_eq!(
        MathContext::DECIMAL64.to_string(),
        "precision=16 roundingMode=HALF_EVEN"
    );
    assert!(MathContext::new(-1, RoundingMode::Up).is_err());
}

#[test]
fn far_apart_parts_of_a_sum_only_show_their_sign() {
    let (large, tiny) = (decimal("1E+2147483647"), decimal("-1E-2147483647"));
    assert_eq!(
        shown(large.add_in(&tiny, context(3, RoundingMode::HalfUp), DIGITS)),
        "1.00E+2147483647"
    );
    assert_eq!(
        shown(large.add_in(&tiny, context(3, RoundingMode::Down), DIGITS)),
        "9.99E+2147483646"
    );
    assert_eq!(
        shown(decimal("12").add_in(&decimal("0.000"), context(4, RoundingMode::Up), DIGITS)),
        "12.00"
    );
}

#[test]
fn roots_are_rounded_or_exact() {
    let rows = [
        ("2", 7, "1.414214"),
        ("16.00", 7, "4.0"),
        ("1E+4", 7, "1E+2"),
        ("1E+5", 3, "316"),
        ("0.0000", 7, "0.00"),
        ("152399025", 0, "12345"),
        ("2", 0, "ArithmeticException"),
        ("-1", 7, "ArithmeticException"),
    ];
    for (value, precision, expected) in rows {
        assert_eq!(
            shown(decimal(value).sqrt(context(precision, RoundingMode::HalfEven), DIGITS)),
            expected,
            "{value}"
        );
    }
    assert_eq!(
        shown(decimal("2").sqrt(context(2000, RoundingMode::Up), DIGITS)),
        Failure::TooManyDigits { limit: DIGITS }.to_string()
    );
}

#[test]
fn the_point_moves() {
    let number = decimal("1.5");
    assert_eq!(shown(number.move_point_right(3, DIGITS)), "1500");
    assert_eq!(shown(number.move_point_left(3, DIGITS)), "0.0015");
    assert_eq!(shown(decimal("1E+2").move_point_left(0, DIGITS)), "100");
    assert_eq!(shown(number.scale_by_power_of_ten(3)), "1.5E+3");
    assert_eq!(shown(decimal("100").strip_trailing_zeros()), "1E+2");
    assert_eq!(shown(decimal("0.00").strip_trailing_zeros()), "0");
    assert_eq!(
        shown(decimal("2.5").set_scale(3, RoundingMode::Unnecessary, DIGITS)),
        "2.500"
    );
}

#[test]
fn equality_sees_the_scale_and_order_does_not() {
    let (one, two_places) = (decimal("1.0"), decimal("1.00"));
    assert_ne!(one, two_places);
    assert_eq!(one.compare(&two_places), Ordering::Equal);
    assert_eq!(
        [
            one.hash_code(),
            two_places.hash_code(),
            decimal("-1.5").hash_code()
        ],
        [311, 3102, -464]
    );
    assert_eq!(
        [
            decimal("1.5").max(&decimal("1.50")).scale(),
            decimal("1.5").min(&decimal("1.50")).scale()
        ],
        [1, 1]
    );
    let sorted = [
        "-1E+9",
        "-2",
        "-1.5",
        "0E+5",
        "1E-9",
        "0.99",
        "1E+2147483647",
    ]
    .map(decimal);
    for (i, a) in sorted.iter().enumerate() {
        for (j, b) in sorted.iter().enumerate() {
            assert_eq!(a.compare(b), i.cmp(&j), "{a} {b}");
        }
    }
}

#[test]
fn narrowing_wraps_and_exact_narrowing_throws() {
    let low_bits = [
        "123.45",
        "1E20",
        "-1.9",
        "1E+64",
        "1E-2147483647",
        "18446744073709551617",
    ]
    .map(|text| decimal(text).long_value());
    assert_eq!(low_bits, [123, 7_766_279_631_452_241_920, -1, 0, 0, 1]);
    assert_eq!(
        shown(decimal("123.45").int_value_exact()),
        "ArithmeticException"
    );
    assert_eq!(
        shown(decimal("1E+2147483647").long_value_exact()),
        "ArithmeticException"
    );
    assert_eq!(
        shown(decimal("-9223372036854775808").long_value_exact()),
        i64::MIN.to_string()
    );
    assert_eq!(
        shown(decimal("32768").short_value_exact()),
        "ArithmeticException"
    );
    assert_eq!(shown(decimal("1.2E+2").byte_value_exact()), "120");
    assert_eq!(
        decimal("9223372036854775807.9").whole_part_in_long(),
        Some(i64::MAX)
    );
}

#[test]
fn binary_values_are_the_nearest() {
    let doubles = [
        "1E400",
        "-1E400",
        "1E-400",
        "0.1",
        "9007199254740993",
        "0E+2147483647",
    ]
    .map(|text| decimal(text).double_value());
    assert_eq!(
        doubles,
        [
            f64::INFINITY,
            f64::NEG_INFINITY,
            0.0,
            0.1,
            9_007_199_254_740_992.0,
            0.0
        ]
    );
    assert_eq!(
        [decimal("0.1").float_value(), decimal("1E+39").float_value()],
        [0.1, f32::INFINITY]
    );
}

#[test]
fn scales_out_of_range_throw_unless_the_number_is_zero() {
    let (large, tiny, zero) = (
        decimal("1E+2147483647"),
        decimal("1E-2147483647"),
        decimal("0E+2147483647"),
    );
    assert_eq!(shown(large.scale_by_power_of_ten(1)), "1E+2147483648");
    for result in [
        large.scale_by_power_of_ten(2).map_err(Failure::from),
        large.multiply(&large, DIGITS),
        large.divide(&tiny, DIGITS),
        large.pow(2, DIGITS),
        tiny.move_point_left(5, DIGITS),
    ] {
        assert_eq!(shown(result), "ArithmeticException");
    }
    assert_eq!(shown(zero.multiply(&large, DIGITS)), "0E+2147483648");
    assert_eq!(shown(zero.pow(2, DIGITS)), "0E+2147483648");
    assert_eq!(shown(decimal("1.5").pow(-1, DIGITS)), "ArithmeticException");
}

#[test]
fn huge_scales_cost_no_memory() {
    let (large, tiny, one) = (
        decimal("1E+2147483647"),
        decimal("1E-2147483647"),
        decimal("1"),
    );
    let limit = Failure::TooManyDigits { limit: DIGITS };
    for result in [
        decimal("1E+2000000000").add(&one, DIGITS),
        decimal("1E+2000000000").remainder(&decimal("7"), DIGITS),
        decimal("1E+2000000000").set_scale(0, RoundingMode::Up, DIGITS),
        one.divide_to_scale(&decimal("3"), 2_000_000_000, RoundingMode::Up, DIGITS),
        one.divide_in(&decimal("3"), context(i32::MAX, RoundingMode::Up), DIGITS),
        decimal("1.1").pow(99_999_999, DIGITS),
        decimal("1E+2000000000").move_point_left(1, DIGITS),
    ] {
        assert_eq!(result.as_ref().err(), Some(&limit));
    }
    assert_eq!(
        large.to_plain_string(DIGITS),
        Err(Failure::TooLong { limit: DIGITS })
    );
    assert_eq!(large.to_big_integer(DIGITS), Err(limit));
    assert_eq!(tiny.to_big_integer(DIGITS), Ok(BigInt::zero()));
    assert_eq!(
        shown(tiny.divide_to_scale(&large, 2, RoundingMode::Up, DIGITS)),
        "ArithmeticException"
    );
    assert_eq!(
        shown(tiny.divide_to_scale(&one, 2, RoundingMode::Up, DIGITS)),
        "0.01"
    );
    assert_eq!(
        shown(large.divide_to_integral(&decimal("2E+2147483647"), DIGITS)),
        "0"
    );
    assert_eq!(
        shown(tiny.sqrt(MathContext::DECIMAL32, DIGITS)),
        "3.162278E-1073741824"
    );
}
