use super::*;

const REFUSED: &[&str] = &[
    "",
    " ",
    ".",
    "e5",
    "1e",
    "1e+",
    "1,5",
    "1_0",
    "inf",
    "nan",
    "Infinityf",
    "NaNd",
    "1ff",
    "0x10",
    "0x1.8",
    "0x.p1",
    "0xp1",
    "0x1p",
    "1 2",
    "--1",
    "\u{663}",
    "1\u{a0}",
];

const DECIMAL: &[(&str, f64)] = &[
    ("1e3", 1000.0),
    (" 1.5 \n", 1.5),
    ("1.5d", 1.5),
    ("1.5F", 1.5),
    ("1.", 1.0),
    (".5", 0.5),
    ("1.e2D", 100.0),
    ("+1", 1.0),
    ("-0", -0.0),
    ("1e400", f64::INFINITY),
    ("-1e99999999999", f64::NEG_INFINITY),
    ("1e-400", 0.0),
    ("Infinity", f64::INFINITY),
    ("-Infinity", f64::NEG_INFINITY),
    ("9007199254740993", 9_007_199_254_740_992.0),
    ("2.4703282292062328e-324", 5e-324),
    ("2.4703282292062327e-324", 0.0),
];

/// Hexadecimal text and the bits of the nearest `double` and `float`.
const HEXADECIMAL: &[(&str, u64, u32)] = &[
    ("0x1.8p1", 0x4008_0000_0000_0000, 0x4040_0000),
    ("-0X1P-1f", 0xbfe0_0000_0000_0000, 0xbf00_0000),
    ("0x.8p0", 0x3fe0_0000_0000_0000, 0x3f00_0000),
    ("0x1.p3", 0x4020_0000_0000_0000, 0x4100_0000),
    ("0x0p9999999999", 0, 0),
    ("0x1p1024", 0x7ff0_0000_0000_0000, 0x7f80_0000),
    (
        "0x1.fffffffffffff7p1023",
        0x7fef_ffff_ffff_ffff,
        0x7f80_0000,
    ),
    (
        "0x1.fffffffffffff8p1023",
        0x7ff0_0000_0000_0000,
        0x7f80_0000,
    ),
    ("0x1.00000000000008p0", 0x3ff0_0000_0000_0000, 0x3f80_0000),
    (
        "0x1.000000000000080000000000000001p0",
        0x3ff0_0000_0000_0001,
        0x3f80_0000,
    ),
    ("0x1.00000000000018p0", 0x3ff0_0000_0000_0002, 0x3f80_0000),
    ("0x1.000001p0", 0x3ff0_0000_1000_0000, 0x3f80_0000),
    ("0x1.000003p0", 0x3ff0_0000_3000_0000, 0x3f80_0002),
    ("0x1p-1074", 1, 0),
    ("0x1p-1075", 0, 0),
    ("0x1.8p-1075", 1, 0),
    ("0x1p-149", 0x36a0_0000_0000_0000, 1),
    ("0x0.fffffffffffff8p-1022", 0x0010_0000_0000_0000, 0),
    ("0x1p-99999999999999999999", 0, 0),
    (
        "0x1p99999999999999999999",
        0x7ff0_0000_0000_0000,
        0x7f80_0000,
    ),
];

#[test]
fn other_syntax_is_refused() {
    for text in REFUSED {
        assert_eq!(
            parse_double((*text).into()).map_err(|thrown| thrown.class),
            Err("NumberFormatException"),
            "{text}"
        );
        assert!(parse_float((*text).into()).is_err(), "{text}");
    }
}

#[test]
fn decimal_text_rounds_to_the_nearest() {
    for (text, expected) in DECIMAL {
        assert_eq!(
            parse_double((*text).into()).map(f64::to_bits),
            Ok(expected.to_bits()),
            "{text}"
        );
    }
    assert_eq!(parse_float("16777217".into()), Ok(16_777_216.0));
    assert_eq!(parse_float("3.4028236e38".into()), Ok(f32::INFINITY));
}

#[test]
fn not_a_number_has_one_sign() {
    assert_eq!(
        parse_double("-NaN".into()).map(f64::to_bits),
        Ok(f64::NAN.to_bits())
    );
}

#[test]
fn hexadecimal_text_rounds_half_to_even() {
    for (text, double, float) in HEXADECIMAL {
        assert_eq!(
            parse_double((*text).into()).map(f64::to_bits),
            Ok(*double),
            "{text}"
        );
        assert_eq!(
            parse_float((*text).into()).map(f32::to_bits),
            Ok(*float),
            "{text}"
        );
    }
}

#[test]
fn a_lone_surrogate_is_no_number() {
    assert!(parse_double(Text::Wide(&[0x31, 0xD800])).is_err());
}
