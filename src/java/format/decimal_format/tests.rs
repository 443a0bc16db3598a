use super::*;
use crate::java::format::double_text::{big_decimal_text, double_text};

const ANY: usize = 1 << 16;

fn locale(name: &str) -> Locale {
    let (language, country) = name.split_once('_').unwrap_or((name, ""));
    Locale::new(language, country)
}

fn english(pattern: &str) -> DecimalFormat {
    DecimalFormat::of_pattern(pattern, &Locale::english()).unwrap()
}

/// Locale, pattern, what it becomes plain and localized, and the affixes; `None` where it is refused. From Java 25.
#[rustfmt::skip]
const PATTERNS: &[(&str, &str, Option<[&str; 3]>)] = &[
    ("en", "0", Some(["#0", "#0", "||-|"])),
    ("en", "#", Some(["#", "#", "||-|"])),
    ("en", "#,##0.00", Some(["#,##0.00", "#,##0.00", "||-|"])),
    ("en", "#.##;(#.##)", Some(["#0.##;(#0.##)", "#0.##;(#0.##)", "||(|)"])),
    ("en", "0.###E0", Some(["0.###E0", "0.###E0", "||-|"])),
    ("en", "##0.##E0", Some(["##0.##E0", "##0.##E0", "||-|"])),
    ("en", "00.##E00", Some(["00.##E00", "00.##E00", "||-|"])),
    ("en", "0.0%", Some(["#0.0%", "#0.0%", "|%|-|%"])),
    ("en", "‰0", Some(["‰#0", "‰#0", "‰||-‰|"])),
    ("en", "¤#,##0.00", Some(["¤#,##0.00", "¤#,##0.00", "¤||-¤|"])),
    ("en", "¤¤ 0", Some(["¤¤ #0", "¤¤ #0", "XXX ||-XXX |"])),
    ("en", "$#;-$#", Some(["$#", "$#", "$||-$|"])),
    ("en", "'#'#", Some(["'#'#", "'#'#", "#||-#|"])),
    ("en", "0 'o''clock'", Some(["#0 o''clock", "#0 o''clock", "| o'clock|-| o'clock"])),
    ("en", "''0", Some(["''#0", "''#0", "'||-'|"])),
    ("en", "abc", Some(["abc#", "abc#", "abc||-abc|"])),
    ("en", "1.5", Some(["1#.5", "1#.5", "1|5|-1|5"])),
    ("en", "0;-#", Some(["#0", "#0", "||-|"])),
    ("en", "0;0-", Some(["#0;#0-", "#0;#0-", "|||-"])),
    ("en", "#,##,##0", Some(["#,##0", "#,##0", "||-|"])),
    ("en", "#,####", Some(["#,####", "#,####", "||-|"])),
    ("en", ".00", Some(["#.00", "#.00", "||-|"])),
    ("en", "0.", Some(["#0.", "#0.", "||-|"])),
    ("en", "#.", Some(["#0.", "#0.", "||-|"])),
    ("en", "##.##", Some(["#0.##", "#0.##", "||-|"])),
    ("en", "a'-'0-b", Some(["'a-'#0-b", "'a-'#0-b", "a-|-b|-a-|-b"])),
    ("en", "0E0E0", Some(["00E0E;00E0", "00E0E;00E0", "|E||"])),
    ("en", "¤'¤'0", Some(["¤¤#0", "¤¤#0", "XXX||-XXX|"])),
    ("en", "😀0", Some(["😀#0", "😀#0", "😀||-😀|"])),
    ("en", "0;", Some(["#0", "#0", "||-|"])),
    ("en", "#0%;#0%", Some(["#0%", "#0%", "|%|-|%"])),
    ("en", "0..0", None),
    ("en", "#0#", None),
    ("en", "0#", None),
    ("en", "0.0#0", None),
    ("en", "#,", None),
    ("en", "0,.0", None),
    ("en", "0E", None),
    ("en", "E0", Some(["E#0", "E#0", "E||-E|"])),
    ("en", "0E0E", Some(["0E0E;0E0", "0E0E;0E0", "|E||"])),
    ("en", "0%%", None),
    ("en", "0%‰", None),
    ("en", "'x", None),
    ("en", "0;;", None),
    ("en", "0;'", None),
    ("en", ";0", None),
    ("en", "0,", None),
    ("fr_FR", "#,##0.00 ¤;(0)", Some(["#,##0.00 ¤;(#,##0.00)", "#\u{202f}##0,00 ¤;(#\u{202f}##0,00)", "| €|(|)"])),
    ("ar_EG", "#,##0.00%;-0E0", Some(["#,##0.00%;-#,##0.00", "#٬##٠٫٠٠٪\u{61c}؛\u{61c}-#٬##٠٫٠٠", "|٪\u{61c}|\u{61c}-|"])),
    ("de_CH", "¤ #,##0.00", Some(["¤ #,##0.00", "¤ #’##0.00", "CHF ||-CHF |"])),
    ("hi_IN", "0-'0'", Some(["#0-'0'", "#0-'0'", "|-0|-|-0"])),
];

#[test]
fn patterns_come_back_in_canonical_form() {
    for &(name, pattern, expected) in PATTERNS {
        let found = DecimalFormat::of_pattern(pattern, &locale(name)).map(|format| {
            let affixes: Vec<_> = format.affixes.iter().map(Affix::text).collect();
            [
                format.to_pattern(false, ANY).unwrap(),
                format.to_pattern(true, ANY).unwrap(),
                affixes.join("|"),
            ]
        });
        let expected = expected.map(|texts| texts.map(str::to_string));
        assert_eq!(found.ok(), expected, "{name} {pattern}");
    }
    assert_eq!(
        DecimalFormat::of_pattern("0..", &Locale::english())
            .unwrap_err()
            .class,
        "java.lang.IllegalArgumentException"
    );
    let empty = english("");
    assert_eq!(
        (
            empty.min_integer_digits(),
            empty.max_fraction_digits(),
            empty.multiplier()
        ),
        (0, 340, 1)
    );
}

/// Locale, pattern, number, text; from Java 25.
#[rustfmt::skip]
const FORMATTED: &[(&str, &str, Arg<'_>, &str)] = &[
    ("en", "0.00", Arg::Double(1234.5), "1234.50"),
    ("en", "0.00", Arg::Double(2.675), "2.67"),
    ("en", "0.00", Arg::Double(0.125), "0.12"),
    ("en", "0.00", Arg::Double(0.135), "0.14"),
    ("en", "0.00", Arg::Double(1.005), "1.00"),
    ("en", "0.00", Arg::Double(-0.001), "-0.00"),
    ("en", "0.00", Arg::Double(-0.0), "-0.00"),
    ("en", "0.00", Arg::Double(1.0e20), "100000000000000000000.00"),
    ("en", "0.00", Arg::Double(f64::NAN), "NaN"),
    ("en", "0.00", Arg::Double(f64::INFINITY), "∞"),
    ("en", "0.00", Arg::Double(f64::NEG_INFINITY), "-∞"),
    ("en", "0.00", Arg::Int(5), "5.00"),
    ("en", "0.00", Arg::Long(i64::MIN), "-9223372036854775808.00"),
    ("en", "0.00", Arg::Float(1.5), "1.50"),
    ("en", "#,##0.###", Arg::Double(1234567.891234), "1,234,567.891"),
    ("en", "#,##0.###", Arg::Double(5.0e-4), "0.001"),
    ("en", "#,##0.###", Arg::Double(0.0015), "0.002"),
    ("en", "#,##0.###", Arg::Long(123), "123"),
    ("en", "#,##0.###", Arg::Double(2.0e23), "199,999,999,999,999,980,000,000"),
    ("en", "#,##0.###", Arg::Double(4.9e-324), "0"),
    ("en", "#,##0.###", Arg::Double(1.7976931348623155e18), "1,797,693,134,862,315,520"),
    ("en", "#", Arg::Int(0), "0"),
    ("en", "#", Arg::Double(0.4), "0"),
    ("en", "#", Arg::Double(0.5), "0"),
    ("en", "#", Arg::Double(1.5), "2"),
    ("en", "#", Arg::Double(2.5), "2"),
    ("en", "#", Arg::Double(-0.4), "-0"),
    ("en", "#.##", Arg::Double(0.1), "0.1"),
    ("en", "#.##", Arg::Int(12), "12"),
    ("en", "#.##", Arg::Double(0.001), "0"),
    ("en", "#.##", Arg::Double(0.125), "0.12"),
    ("en", ".00", Arg::Double(0.125), ".12"),
    ("en", ".00", Arg::Int(3), "3.00"),
    ("en", "000", Arg::Int(7), "007"),
    ("en", "000", Arg::Int(1234), "1234"),
    ("en", "#,####", Arg::Int(123456789), "1,2345,6789"),
    ("en", "0.", Arg::Double(2.675), "3."),
    ("en", "0.", Arg::Int(3), "3."),
    ("en", "#%", Arg::Double(0.256), "26%"),
    ("en", "#%", Arg::Int(1), "100%"),
    ("en", "0.0‰", Arg::Double(0.0256), "25.6‰"),
    ("en", "0.###E0", Arg::Int(12345), "1.234E4"),
    ("en", "0.###E0", Arg::Double(12345.0), "1.235E4"),
    ("en", "0.###E0", Arg::Double(1.2345e-4), "1.234E-4"),
    ("en", "0.###E0", Arg::Int(0), "0E0"),
    ("en", "##0.##E0", Arg::Int(12345), "12.345E3"),
    ("en", "##0.##E0", Arg::Double(0.125), "125E-3"),
    ("en", "##0.##E0", Arg::Double(1.005), "1.005E0"),
    ("en", "##0.##E0", Arg::Double(-1.0e10), "-10E9"),
    ("en", "##0.##E0", Arg::Int(0), "0E0"),
    ("en", "00.##E00", Arg::Double(0.00123), "12.3E-04"),
    ("en", "00.##E00", Arg::Double(-1234.565), "-12.35E02"),
    ("en", "00.##E00", Arg::Int(5), "50E-01"),
    ("en", "#E0", Arg::Double(0.135), ".1E0"),
    ("en", "#E0", Arg::Int(100), ".1E3"),
    ("en", "0E0", Arg::Double(25.0), "3E1"),
    ("en", "0E0", Arg::Double(35.0), "4E1"),
    ("en", "0E0", Arg::Long(25), "2E1"),
    ("en", "0E0", Arg::Double(2.5), "2E0"),
    ("en", "0E0E0", Arg::Int(-5), "50E-1"),
    ("en", "#,##0.00;(#,##0.00)", Arg::Int(-5), "(5.00)"),
    ("en", "#,##0.00;(#,##0.00)", Arg::Double(0.125), "0.12"),
    ("en", "¤#,##0.00", Arg::Double(-1234.5), "-¤1,234.50"),
    ("en", "¤¤ 0", Arg::Int(5), "XXX 5"),
    ("en", "'#'#", Arg::Int(5), "#5"),
    ("en", "prefix 0 suffix", Arg::Double(-0.5), "-prefix 0 suffix"),
    ("fr_FR", "¤#,##0.00", Arg::Double(-1234.5), "-€1\u{202f}234,50"),
    ("de_AT", "#,##0.0 ¤", Arg::Double(12345.6), "12.345,6 €"),
    ("ar_EG", "#,##0.00%", Arg::Double(-12345.678), "\u{61c}-١٬٢٣٤٬٥٦٧٫٨٠٪\u{61c}"),
    ("hi_IN", "0E0", Arg::Double(-0.001), "-1E-3"),
    ("sv", "0.0E0", Arg::Double(-0.001), "−1,0×10^−3"),
    ("de_CH", "#,##0.00", Arg::Double(1234.5), "1’234.50"),
    ("ja_JP", "¤#,##0", Arg::Int(1234), "￥1,234"),
    ("fa", "0%", Arg::Int(-1), "\u{200e}−۱۰۰٪"),
];

#[test]
fn numbers_are_written_as_java_writes_them() {
    for &(name, pattern, value, expected) in FORMATTED {
        let format = DecimalFormat::of_pattern(pattern, &locale(name)).unwrap();
        assert_eq!(
            format.format(&value, ANY).as_deref(),
            Ok(expected),
            "{name} {pattern}"
        );
    }
}

/// Pattern, decimal, text; from Java 25.
#[rustfmt::skip]
const DECIMALS: &[(&str, &str, &str)] = &[
    ("#,##0.00", "1.005", "1.00"),
    ("#,##0.00", "1.015", "1.02"),
    ("#,##0.00", "-0.004", "-0.00"),
    ("#,##0.00", "1E+5", "100,000.00"),
    ("#,##0.00", "123456789012345678901234567890.129", "123,456,789,012,345,678,901,234,567,890.13"),
    ("#,##0.00", "0", "0.00"),
    ("0.###E0", "123456", "1.235E5"),
    ("0.###E0", "-0.00098765", "-9.876E-4"),
    ("0.###E0", "1E-400", "1E-400"),
    ("0.0%", "0.12345", "12.3%"),
];

#[test]
fn decimals_are_rounded_by_their_digits() {
    for &(pattern, value, expected) in DECIMALS {
        let found = english(pattern).format(&Arg::BigDec(&value.parse().unwrap()), ANY);
        assert_eq!(found.as_deref(), Ok(expected), "{pattern} {value}");
    }
}

/// Number, what `0.0#` makes of it in each mode (`!` for an exception); from Java 25.
#[rustfmt::skip]
const ROUNDED: &[(f64, &str)] = &[
    (2.345, "2.35 2.34 2.35 2.34 2.35 2.35 2.35 !"),
    (-2.345, "-2.35 -2.34 -2.34 -2.35 -2.35 -2.35 -2.35 !"),
    (2.5, "2.5 2.5 2.5 2.5 2.5 2.5 2.5 2.5"),
    (0.1, "0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1"),
    (1.0e-4, "0.0 0.0 0.0 0.0 0.0 0.0 0.0 0.0"),
    (0.009, "0.01 0.0 0.01 0.0 0.01 0.01 0.01 !"),
    (-0.005, "-0.01 -0.0 -0.0 -0.01 -0.01 -0.01 -0.01 !"),
    (1.005, "1.01 1.0 1.01 1.0 1.0 1.0 1.0 !"),
    (1.115, "1.12 1.11 1.12 1.11 1.11 1.11 1.11 !"),
    (0.125, "0.13 0.12 0.13 0.12 0.13 0.12 0.12 !"),
    (-0.125, "-0.13 -0.12 -0.12 -0.13 -0.13 -0.12 -0.12 !"),
];

#[test]
fn only_the_modes_to_the_nearest_see_the_exact_number() {
    use RoundingMode::*;
    let mut format = english("0.0#");
    for &(value, expected) in ROUNDED {
        let found = [
            Up,
            Down,
            Ceiling,
            Floor,
            HalfUp,
            HalfDown,
            HalfEven,
            Unnecessary,
        ]
        .map(|mode| {
            format.set_rounding_mode(mode);
            format
                .format(&Arg::Double(value), ANY)
                .unwrap_or_else(|thrown| {
                    assert_eq!(thrown.class, "java.lang.ArithmeticException");
                    "!".to_string()
                })
        });
        assert_eq!(found.join(" "), expected, "{value}");
    }
}

type Parsed = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    usize,
    Option<usize>,
);

/// Switches (big decimal, integer only, strict), pattern, text, number (`L` long, `M` decimal, `-` none), index and error
/// index; from Java 25.
#[rustfmt::skip]
const PARSED: &[Parsed] = &[
    ("", "#,##0.00", "1,234.50abc", "1234.5", 8, None),
    ("", "#,##0.00", "1234", "1234L", 4, None),
    ("", "#,##0.00", "-5", "-5L", 2, None),
    ("", "#,##0.00", "abc", "-", 0, Some(0)),
    ("", "#,##0.00", "", "-", 0, Some(0)),
    ("", "#,##0.00", "1,2,3", "123L", 5, None),
    ("", "#,##0.00", "1,", "1L", 1, None),
    ("", "#,##0.00", "1,.5", "1.5", 4, None),
    ("", "#,##0.00", "1.5.5", "1.5", 3, None),
    ("", "#,##0.00", "1e3", "1L", 1, None),
    ("", "#,##0.00", "1E3", "1000L", 3, None),
    ("", "#,##0.00", "1E", "1L", 1, None),
    ("", "#,##0.00", "1E+3", "1L", 1, None),
    ("", "#,##0.00", "1E-2x", "0.01", 4, None),
    ("", "#,##0.00", "٣٤", "34L", 2, None),
    ("", "#,##0.00", "99999999999999999999", "1.0E20", 20, None),
    ("", "#,##0.00", "9223372036854775807", "9223372036854775807L", 19, None),
    ("", "#,##0.00", "9223372036854775808", "9.223372036854776E18", 19, None),
    ("", "#,##0.00", "-9223372036854775808", "-9223372036854775808L", 20, None),
    ("", "#,##0.00", "-0", "-0.0", 2, None),
    ("", "#,##0.00", "0", "0L", 1, None),
    ("", "#,##0.00", "-", "-", 0, Some(0)),
    ("", "#,##0.00", "∞", "Infinity", 1, None),
    ("", "#,##0.00", "-∞", "-Infinity", 2, None),
    ("", "#,##0.00", "NaN", "NaN", 3, None),
    ("", "#,##0.00", "+5", "-", 0, Some(0)),
    ("", "#,##0.00", ".5", "0.5", 2, None),
    ("", "#,##0.00", "1.", "1L", 2, None),
    ("", "#,##0.00", "1000000000000000000000E-21", "1L", 26, None),
    ("", "0%", "50%", "0.5", 3, None),
    ("", "0%", "50", "-", 0, Some(2)),
    ("", "0%", "1%x", "0.01", 2, None),
    ("", "0%", "0.5%", "0.005", 4, None),
    ("", "0%", "33%", "0.33", 3, None),
    ("", "0;(0)", "(5)", "-5L", 3, None),
    ("", "0;(0)", "5)", "5L", 1, None),
    ("", "0;(0)", "(5", "-", 0, Some(2)),
    ("", "0;(0)", "5", "5L", 1, None),
    ("", "a0", "a5", "5L", 2, None),
    ("", "a0", "5", "-", 0, Some(0)),
    ("", "a0", "aa5", "-", 0, Some(0)),
    ("i", "0.0", "1.5", "1L", 1, None),
    ("i", "0.0", "1", "1L", 1, None),
    ("i", "0.0", "-1.5", "-1L", 2, None),
    ("i", "0.0", ".5", "-", 0, Some(0)),
    ("i", "0.0", "1E3", "1000L", 3, None),
    ("i", "0.0", "99999999999999999999.5", "1.0E20", 20, None),
    ("i", "0.0%", "150.5%", "1L", 3, None),
    ("b", "0.00", "1.50", "1.50M", 4, None),
    ("b", "0.00", "1E-3", "0.001M", 4, None),
    ("b", "0.00", "-0", "0M", 2, None),
    ("b", "0.00", "0.00", "0.00M", 4, None),
    ("b", "0.00", "123456789012345678901234567890", "123456789012345678901234567890M", 30, None),
    ("b", "0%", "1%", "0.01M", 2, None),
    ("b", "0%", "1.25%", "0.0125M", 5, None),
    ("s", "#,##0.00", "1,234.50", "1234.5", 8, None),
    ("s", "#,##0.00", "1,234.5x", "-", 0, Some(7)),
    ("s", "#,##0.00", "12,34", "-", 0, Some(4)),
    ("s", "#,##0.00", "1234", "-", 0, Some(3)),
    ("s", "#,##0.00", "1,23", "-", 0, Some(3)),
    ("s", "#,##0.00", "1,,234", "-", 0, Some(2)),
    ("s", "#,##0.00", "1,234,5", "-", 0, Some(6)),
    ("s", "#,##0.00", ",123", "-", 0, Some(0)),
    ("s", "#,##0.00", "123", "123L", 3, None),
    ("s", "0%", "5%", "0.05", 2, None),
    ("s", "0%", "5% ", "-", 0, Some(1)),
    ("s", "0%", "5", "-", 0, Some(1)),
];

#[test]
fn numbers_are_read_as_far_as_they_go() {
    for &(switches, pattern, text, expected, index, error_index) in PARSED {
        let mut format = english(pattern);
        format.set_parse_big_decimal(switches.contains('b'));
        format.set_parse_integer_only(switches.contains('i'));
        format.set_strict(switches.contains('s'));
        let mut position = ParsePosition::default();
        let found = match format.parse(text, &mut position).unwrap() {
            None => "-".to_string(),
            Some(Number::Long(value)) => format!("{value}L"),
            Some(Number::Double(value)) => double_text(value),
            Some(Number::Decimal(value)) => big_decimal_text(&value) + "M",
        };
        assert_eq!(found, expected, "{switches} {pattern} {text}");
        assert_eq!(
            position,
            ParsePosition { index, error_index },
            "{switches} {pattern} {text}"
        );
    }
    assert_eq!(
        english("0").parse_text("x").unwrap_err().class,
        "java.text.ParseException"
    );
}

#[test]
fn quotients_of_a_multiplier_are_exact_or_rounded() {
    let mut format = english("0.0");
    format.set_parse_big_decimal(true);
    for (multiplier, text, expected) in [
        (8, "1", "0.125"),
        (-4, "10.0", "-2.5"),
        (3, "10.00", "3.33"),
        (3, "9.0", "3.0"),
    ] {
        format.set_multiplier(multiplier);
        let Ok(Number::Decimal(value)) = format.parse_text(text) else {
            panic!("{text}")
        };
        assert_eq!(big_decimal_text(&value), expected, "{text} / {multiplier}");
    }
    format.set_rounding_mode(RoundingMode::Unnecessary);
    assert_eq!(
        format.parse_text("1").unwrap_err().class,
        "java.lang.ArithmeticException"
    );
}

#[test]
fn limits_pull_each_other_along() {
    let mut format = english("#,##0.00");
    format.set_min_fraction_digits(5);
    format.set_max_integer_digits(0);
    assert_eq!(format.fraction, Limits { min: 5, max: 5 });
    assert_eq!(format.integer, Limits { min: 0, max: 0 });
    assert_eq!(
        format.format(&Arg::Double(1234.5), ANY).as_deref(),
        Ok(".50000")
    );
    format.set_max_fraction_digits(-1);
    assert_eq!(format.format(&Arg::Double(1234.5), ANY).as_deref(), Ok("0"));
    assert!(format.set_grouping_size(128).is_err() && format.set_grouping_size(-1).is_err());
}

#[test]
fn text_beyond_the_limit_is_an_error_not_an_allocation() {
    let mut format = english("0");
    format.set_min_integer_digits(i32::MAX);
    let huge = bigdecimal::BigDecimal::new(1.into(), -2_000_000_000);
    assert_eq!(
        format.format(&Arg::Double(1.0), ANY).map(|text| text.len()),
        Ok(309)
    );
    assert_eq!(
        format.format(&Arg::BigDec(&1.into()), ANY),
        Err(Thrown::too_large())
    );
    assert_eq!(
        english("0").format(&Arg::BigDec(&huge), ANY),
        Err(Thrown::too_large())
    );
    format.set_min_fraction_digits(i32::MAX);
    assert_eq!(format.to_pattern(false, ANY), Err(Thrown::too_large()));
    let mut scientific = english("0.###E0");
    scientific.set_max_integer_digits(i32::MAX);
    assert_eq!(scientific.to_pattern(false, ANY), Err(Thrown::too_large()));
}

#[test]
fn only_numbers_can_be_formatted() {
    for value in [Arg::Null, Arg::Text("5"), Arg::Bool(true), Arg::Char(53)] {
        let found = english("0").format(&value, ANY);
        assert_eq!(
            found.unwrap_err().class,
            "java.lang.IllegalArgumentException"
        );
    }
}

#[test]
fn equality_is_of_patterns_and_settings() {
    let format = english("#,##0.00");
    let mut other = english("#,##0.00;-#,##0.00");
    assert_eq!(format, other);
    assert_eq!(
        (format.hash_code(), english("0.###E0").hash_code()),
        (423_132, 1480)
    );
    assert_eq!(
        format.text(ANY).as_deref(),
        Ok("DecimalFormat [locale: \"English\", pattern: \"#,##0.00\"]\n")
    );
    other.set_affix(AffixPlace::NegativePrefix, "-");
    assert_ne!(format, other);
    assert_eq!(
        other.to_pattern(false, ANY).as_deref(),
        Ok("#,##0.00;'-'#,##0.00")
    );
    let french = DecimalFormat::of_pattern("#,##0.00", &locale("fr"));
    assert_ne!(Ok(format), french);
}

#[test]
fn a_currency_changes_its_symbols() {
    let mut format = english("¤#,##0.00 ¤¤");
    format.set_currency(Currency::of_code("EUR").unwrap());
    assert_eq!(format.format(&Arg::Int(5), ANY).as_deref(), Ok("€5.00 EUR"));
    format.set_symbols(FormatSymbols::of(&locale("de_DE")));
    assert_eq!(
        format.format(&Arg::Double(-1234.5), ANY).as_deref(),
        Ok("-€1.234,50 EUR")
    );
}
