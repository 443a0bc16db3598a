use super::*;
use crate::java::format::decimal_format::{Number, ParsePosition};
use crate::java::format::double_text::double_text;

fn locale(name: &str) -> Locale {
    let (language, country) = name.split_once('_').unwrap_or((name, ""));
    Locale::new(language, country)
}

/// Locale, number, short and long text; from Java 25.
#[rustfmt::skip]
const FORMATTED: &[(&str, Arg<'_>, &str, &str)] = &[
    ("en", Arg::Long(0), "0", "0"),
    ("en", Arg::Long(1), "1", "1"),
    ("en", Arg::Long(999), "999", "999"),
    ("en", Arg::Long(1000), "1K", "1 thousand"),
    ("en", Arg::Long(1500), "2K", "2 thousand"),
    ("en", Arg::Long(2500), "2K", "2 thousand"),
    ("en", Arg::Long(12345), "12K", "12 thousand"),
    ("en", Arg::Long(999499), "999K", "999 thousand"),
    ("en", Arg::Long(999500), "1000K", "1000 thousand"),
    ("en", Arg::Long(999999), "1M", "1 million"),
    ("en", Arg::Long(-1234567), "-1M", "-1 million"),
    ("en", Arg::Double(1.0e9), "1B", "1 billion"),
    ("en", Arg::Double(1.5), "2", "2"),
    ("en", Arg::Double(0.4), "0", "0"),
    ("en", Arg::Double(-0.5), "-0", "-0"),
    ("en", Arg::Double(999.5), "1K", "1 thousand"),
    ("en", Arg::Double(1.0e15), "1000T", "1000 trillion"),
    ("en", Arg::Double(f64::NAN), "NaN", "NaN"),
    ("en", Arg::Double(f64::NEG_INFINITY), "-∞", "-∞"),
    ("en", Arg::Long(i64::MAX), "9223372T", "9223372 trillion"),
    ("en", Arg::Long(i64::MIN), "-9223372T", "-9223372 trillion"),
    ("fr", Arg::Long(1000), "1\u{a0}k", "1 millier"),
    ("fr", Arg::Long(2000), "2\u{a0}k", "2 mille"),
    ("fr", Arg::Long(1000000), "1\u{a0}M", "1 million"),
    ("fr", Arg::Long(2000000), "2\u{a0}M", "2 millions"),
    ("de_DE", Arg::Long(1234), "1.234", "1 Tausend"),
    ("de_DE", Arg::Long(1000000), "1\u{a0}Mio.", "1 Million"),
    ("de_DE", Arg::Long(5000000), "5\u{a0}Mio.", "5 Millionen"),
    ("ja", Arg::Long(12345), "1万", "1万"),
    ("ja", Arg::Long(123456789), "1億", "1億"),
    ("ja", Arg::Double(1.0e16), "1京", "1京"),
    ("ru", Arg::Long(1000), "1\u{a0}тыс.", "1 тысяча"),
    ("ru", Arg::Long(2000), "2\u{a0}тыс.", "2 тысячи"),
    ("ru", Arg::Long(5000), "5\u{a0}тыс.", "5 тысяч"),
    ("ru", Arg::Long(21000), "21\u{a0}тыс.", "21 тысяча"),
    ("es_ES", Arg::Double(1000000.0), "1\u{a0}M", "1 millón"),
    ("es_ES", Arg::Double(2000000.0), "2\u{a0}M", "2 millones"),
    ("es_ES", Arg::Long(1234), "1\u{a0}mil", "1 mil"),
    ("sw", Arg::Long(-1000), "elfu\u{a0}-1", "elfu -1"),
    ("sw", Arg::Long(1000), "elfu\u{a0}1", "elfu 1"),
    ("ar_EG", Arg::Long(1234567), "١\u{a0}مليون", "١ مليون"),
    ("", Arg::Long(1234), "1K", "1K"),
    ("", Arg::Long(1234567890), "1G", "1G"),
    ("pt", Arg::Long(1000), "1\u{a0}mil", "1 mil"),
    ("pt", Arg::Double(1000000.0), "1\u{a0}mi", "1 milhão"),
];

#[test]
fn numbers_are_shortened_by_the_habits_of_a_language() {
    for (name, value, short, long) in FORMATTED {
        let found = [CompactStyle::Short, CompactStyle::Long].map(|style| {
            CompactFormat::new(style, &locale(name))
                .format(value, 100)
                .unwrap()
        });
        assert_eq!(found, [*short, *long], "{name}");
    }
}

#[test]
fn big_numbers_take_the_last_pattern() {
    let format = CompactFormat::new(CompactStyle::Short, &Locale::english());
    let integer = BigInt::from(10).pow(20);
    assert_eq!(
        format.format(&Arg::BigInt(&integer), 100).as_deref(),
        Ok("100000000T")
    );
    for (decimal, expected) in [
        ("1234567.89", "1M"),
        ("-999999.9", "-1M"),
        ("-0.4", "0"),
        ("12", "12"),
    ] {
        let value = decimal.parse().unwrap();
        assert_eq!(
            format.format(&Arg::BigDec(&value), 100).as_deref(),
            Ok(expected),
            "{decimal}"
        );
    }
    let text = format.format(&Arg::Text("1"), 100);
    assert_eq!(
        text.unwrap_err().class,
        "java.lang.IllegalArgumentException"
    );
    let huge = BigDecimal::new(1.into(), -1_000_000);
    assert_eq!(
        format.format(&Arg::BigDec(&huge), 1000),
        Err(Thrown::too_large())
    );
}

#[test]
fn digits_can_be_asked_for() {
    let mut format = CompactFormat::new(CompactStyle::Short, &Locale::english());
    format.set_max_fraction_digits(2);
    assert_eq!(
        format.format(&Arg::Double(1234.5678), 100).as_deref(),
        Ok("1.24K")
    );
    format.set_min_fraction_digits(3);
    assert_eq!(
        format.format(&Arg::Double(1234.5678), 100).as_deref(),
        Ok("1.235K")
    );
    format.set_rounding_mode(RoundingMode::Unnecessary);
    let found = format.format(&Arg::Double(1234.5678), 100);
    assert_eq!(found.unwrap_err().class, "java.lang.ArithmeticException");
}

/// Locale, text, number (`L` long, `-` none), index and error index; from Java 25.
#[rustfmt::skip]
const PARSED: &[(&str, &str, &str, usize, Option<usize>)] = &[
    ("en", "1K", "1000L", 2, None),
    ("en", "1.5M", "1500000L", 4, None),
    ("en", "-2Kx", "-2000L", 3, None),
    ("en", "1", "1L", 1, None),
    ("en", "1,234", "1L", 1, None),
    ("en", "x", "-", 0, Some(0)),
    ("en", "1 K", "1L", 1, None),
    ("en", "∞K", "Infinity", 2, None),
    ("en", "NaN", "NaN", 3, None),
    ("en", "99999999999999999999T", "1.0E32", 21, None),
    ("en", "-0", "-0.0", 2, None),
    ("fr", "2 mille", "2L", 1, None),
    ("de", "5 Mio.", "5L", 1, None),
    ("ja", "2万", "20000L", 2, None),
    ("en", "K", "-", 0, Some(0)),
];

#[test]
fn affixes_multiply_the_number_before_them() {
    for &(name, text, expected, index, error_index) in PARSED {
        let format = CompactFormat::new(CompactStyle::Short, &locale(name));
        let mut position = ParsePosition::default();
        let found = match format.parse(text, &mut position).unwrap() {
            None => "-".to_string(),
            Some(Number::Long(value)) => format!("{value}L"),
            Some(Number::Double(value)) => double_text(value),
            Some(Number::Decimal(_)) => panic!("{text}"),
        };
        assert_eq!(found, expected, "{name} {text}");
        assert_eq!(
            position,
            ParsePosition { index, error_index },
            "{name} {text}"
        );
    }
    let format = CompactFormat::new(CompactStyle::Short, &Locale::english());
    assert_eq!(
        format.parse_text("x").unwrap_err().class,
        "java.text.ParseException"
    );
}

#[test]
fn the_text_shows_every_pattern() {
    let french = CompactFormat::new(CompactStyle::Long, &locale("fr"));
    assert_eq!(french.text(), FRENCH);
    assert_eq!(
        french,
        CompactFormat::new(CompactStyle::Long, &locale("fr"))
    );
    assert_ne!(
        french,
        CompactFormat::new(CompactStyle::Short, &locale("fr"))
    );
}

const FRENCH: &str = "CompactNumberFormat [locale: \"French\", decimal pattern: \"#,##0.###\", compact patterns: \"[, , , {1:mille one:0' 'millier other:0' 'mille}, \
    {one:00' 'mille other:00' 'mille}, \
    {one:000' 'mille other:000' 'mille}, \
    {one:0' 'million other:0' 'millions}, \
    {one:00' 'million other:00' 'millions}, \
    {one:000' 'million other:000' 'millions}, \
    {one:0' 'milliard other:0' 'milliards}, \
    {one:00' 'milliard other:00' 'milliards}, \
    {one:000' 'milliard other:000' 'milliards}, \
    {one:0' 'billion other:0' 'billions}, \
    {one:00' 'billion other:00' 'billions}, \
    {one:000' 'billion other:000' 'billions}]\"]\n";
