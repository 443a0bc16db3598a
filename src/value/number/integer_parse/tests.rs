use super::*;

const REFUSED: &[(&str, i32)] = &[
    ("", 10),
    (" 1", 10),
    ("+", 10),
    ("-", 10),
    ("1_000", 10),
    ("0x10", 10),
    ("1.0", 10),
    ("2147483648", 10),
    ("-2147483649", 10),
    ("99999999999999999999", 10),
    ("8", 8),
    ("1", 37),
    ("1", 1),
    ("\u{1D7CE}", 10),
    ("\u{2212}1", 10),
];

const INTS: &[(&str, i32, i32)] = &[
    ("+7", 10, 7),
    ("-0", 10, 0),
    ("007", 10, 7),
    ("-2147483648", 10, i32::MIN),
    ("2147483647", 10, i32::MAX),
    ("\u{663}\u{664}", 10, 34),
    ("zz", 36, 1295),
    ("-FF", 16, -255),
    ("\u{FF26}\u{FF46}", 16, 255),
    ("1010", 2, 10),
];

const DECODED: &[(&str, Option<i32>)] = &[
    ("0x10", Some(16)),
    ("-0X10", Some(-16)),
    ("#FF", Some(255)),
    ("+#FF", Some(255)),
    ("-010", Some(-8)),
    ("0", Some(0)),
    ("-0", Some(0)),
    ("-2147483648", Some(i32::MIN)),
    ("-0x80000000", Some(i32::MIN)),
    ("0x80000000", None),
    ("08", None),
    ("0b1", None),
    ("0x", None),
    ("#", None),
    ("0x-1", None),
    ("--1", None),
    ("", None),
    ("-", None),
];

const UNSIGNED: &[(&str, Option<i32>)] = &[
    ("4294967295", Some(-1)),
    ("+1", Some(1)),
    ("0", Some(0)),
    ("4294967296", None),
    ("-1", None),
    ("-0", None),
    ("+", None),
    ("+-5", None),
    ("", None),
];

#[test]
fn other_text_is_refused() {
    for (text, radix) in REFUSED {
        assert_eq!(
            parse_int((*text).into(), *radix).map_err(|thrown| thrown.class),
            Err("NumberFormatException"),
            "{text}"
        );
    }
}

#[test]
fn digits_of_every_script_count() {
    for (text, radix, expected) in INTS {
        assert_eq!(parse_int((*text).into(), *radix), Ok(*expected), "{text}");
    }
}

#[test]
fn each_type_has_its_range() {
    assert_eq!(parse_long("9223372036854775807".into(), 10), Ok(i64::MAX));
    assert_eq!(parse_long("-9223372036854775808".into(), 10), Ok(i64::MIN));
    assert!(parse_long("9223372036854775808".into(), 10).is_err());
    assert_eq!(parse_short("-32768".into(), 10), Ok(i16::MIN));
    assert!(parse_short("40000".into(), 10).is_err());
    assert_eq!(parse_byte("127".into(), 10), Ok(127));
    assert!(parse_byte("128".into(), 10).is_err());
}

#[test]
fn decode_reads_the_prefixes_of_literals() {
    for (text, expected) in DECODED {
        assert_eq!(decode_int((*text).into()).ok(), *expected, "{text}");
    }
    assert_eq!(decode_long("0xFFFFFFFFF".into()), Ok(0xF_FFFF_FFFF));
    assert!(decode_short("0xFFFF".into()).is_err());
    assert_eq!(decode_byte("-0x80".into()), Ok(i8::MIN));
}

#[test]
fn unsigned_numbers_use_all_bits() {
    for (text, expected) in UNSIGNED {
        assert_eq!(
            parse_unsigned_int((*text).into(), 10).ok(),
            *expected,
            "{text}"
        );
    }
    assert_eq!(
        parse_unsigned_long("18446744073709551615".into(), 10),
        Ok(-1)
    );
    assert!(parse_unsigned_long("18446744073709551616".into(), 10).is_err());
}

#[test]
fn bounds_outside_of_the_text_are_no_number_format_mistake() {
    assert_eq!(
        parsed_range("12345".into(), 1, 3).map(|piece| piece.as_text() == "23".into()),
        Ok(true)
    );
    assert_eq!(
        parsed_range("12".into(), 1, 3).map_err(|thrown| thrown.class),
        Err("IndexOutOfBoundsException")
    );
}
