use super::*;
use crate::java::format::arg::AnyArg;
use crate::java::format::decimal_format::{DecimalFormat, Number, ParsePosition};
use crate::java::format::double_text::double_text;
use crate::java::format::fixture::{Day, EnglishDates, moment};

const ANY: usize = 1 << 16;
const MILLIS: i64 = 1_602_781_000_267;

fn english(pattern: &str) -> MessageFormat {
    MessageFormat::new(pattern, &Locale::english(), &EnglishDates).unwrap()
}

fn decimal(pattern: &str) -> Option<Format> {
    DecimalFormat::of_pattern(pattern, &Locale::english())
        .ok()
        .map(|it| Format::Decimal(Box::new(it)))
}

type Formatted = (
    &'static str,
    &'static str,
    &'static [Arg<'static>],
    Result<&'static str, &'static str>,
);

/// Locale, pattern, arguments, text or class of the exception; from Java 25.
#[rustfmt::skip]
const FORMATTED: &[Formatted] = &[
    ("en", "{0} {1}", &[Arg::Text("a"), Arg::Int(1)], Ok("a 1")),
    ("en", "{0}", &[Arg::Int(1234567)], Ok("1,234,567")),
    ("en", "{0} {1}", &[Arg::Double(1234.5678), Arg::Bool(true)], Ok("1,234.568 true")),
    ("en", "{0,number,#.##}", &[Arg::Double(1234.5678)], Ok("1234.57")),
    ("en", "{0,number,integer} {0,number,percent} {0,number,currency}", &[Arg::Double(1234.5)], Ok("1,234 123,450% ¤1,234.50")),
    ("fr_FR", "{0} {0,number,currency}", &[Arg::Double(1234.5)], Ok("1\u{202f}234,5 1\u{202f}234,50\u{a0}€")),
    ("en", "{0,number,compact_short} {0,NUMBER, compact_long }", &[Arg::Int(12345)], Ok("12K 12 thousand")),
    ("en", "It''s {0}", &[Arg::Text("x")], Ok("It's x")),
    ("en", "It's {0}", &[Arg::Text("x")], Ok("Its {0}")),
    ("en", "'{0}' {0}", &[Arg::Text("x")], Ok("{0} x")),
    ("en", "{1}{0}{1}", &[Arg::Text("x")], Ok("{1}x{1}")),
    ("en", "{0}", &[Arg::Null], Ok("null")),
    ("en", "{0}", &[], Ok("{0}")),
    ("en", "}", &[Arg::Text("x")], Ok("}")),
    ("en", "0}", &[], Ok("0}")),
    ("en", "{0,choice,0#none|1#one|1<many {0}}", &[Arg::Int(5)], Ok("many 5")),
    ("en", "{0,choice,0#none|1#one|1<many {0}}", &[Arg::Int(1)], Ok("one")),
    ("en", "{0,choice,1#it''s {1}|2#'{1}'}", &[Arg::Int(1), Arg::Text("b")], Ok("its {1}")),
    ("en", "{0,choice,0#{1,choice,0#a|1#b{0}}}", &[Arg::Int(0), Arg::Int(1)], Err("java.lang.IllegalArgumentException")),
    ("en", "{0,number}", &[Arg::Text("x")], Err("java.lang.IllegalArgumentException")),
    ("en", "{0,choice,0#a}", &[Arg::Text("x")], Err("java.lang.IllegalArgumentException")),
    ("en", "{", &[Arg::Text("x")], Err("java.lang.IllegalArgumentException")),
    ("en", "{}", &[Arg::Text("x")], Err("java.lang.IllegalArgumentException")),
    ("en", "{x}", &[], Err("java.lang.IllegalArgumentException")),
    ("en", "{-1}", &[], Err("java.lang.IllegalArgumentException")),
    ("en", "{10000}", &[], Err("java.lang.IllegalArgumentException")),
    ("en", "{0,foo}", &[], Err("java.lang.IllegalArgumentException")),
    ("en", "{0,number,0..0}", &[], Err("java.lang.IllegalArgumentException")),
    ("en", "{0,choice,x#a}", &[], Err("java.lang.IllegalArgumentException")),
    ("en", "{0,number,'{'0}", &[Arg::Int(5)], Ok("{5")),
    ("en", "{0{", &[Arg::Text("x")], Ok("")),
    ("en", "{0,number,#'#'}", &[Arg::Int(5)], Ok("5#")),
];

#[test]
fn places_are_filled_in_the_manner_of_the_locale() {
    for (name, pattern, arguments, expected) in FORMATTED {
        let (language, country) = name.split_once('_').unwrap_or((name, ""));
        let message = MessageFormat::new(pattern, &Locale::new(language, country), &EnglishDates);
        let found = message.and_then(|message| message.format(Some(arguments), &EnglishDates, ANY));
        assert_eq!(
            found.map_err(|thrown| thrown.class),
            expected.map(str::to_string),
            "{name} {pattern}"
        );
    }
    assert_eq!(
        english("{0}").format(None, &EnglishDates, ANY).as_deref(),
        Ok("{0}")
    );
}

/// Pattern, what it becomes or class of the exception; from Java 25.
const PATTERNS: &[(&str, Result<&str, &str>)] = &[
    ("{0} {1}", Ok("{0} {1}")),
    ("a", Ok("a")),
    ("It''s {0}", Ok("It''s {0}")),
    ("'{'a{0}", Ok("'{'a{0}")),
    ("'{{'x", Ok("'{{'x")),
    ("{0,number,#.##}", Ok("{0,number,#0.##}")),
    ("{0,number}", Ok("{0,number}")),
    ("{0,number,integer}", Ok("{0,number,integer}")),
    ("{0,number,percent}", Ok("{0,number,percent}")),
    ("{0,number,currency}", Ok("{0,number,currency}")),
    ("{0,number,#,##0.###}", Ok("{0,number}")),
    ("{0,number,compact_long}", Ok("{0,number,compact_long}")),
    ("{0,choice,0#a|1#b'{'}", Ok("{0,choice,0.0#a|1.0#b'{'}")),
    ("{0,number,'{'0}", Ok("{0,number,'{'#0}")),
    ("{0,number,'it''s '0'{'}", Ok("{0,number,it''s #0'{'}")),
    ("{01}", Ok("{1}")),
    ("{0,}", Ok("{0}")),
    ("{0,,x}", Ok("{0}")),
    ("{ 0}", Err("java.lang.IllegalArgumentException")),
    ("{0", Err("java.lang.IllegalArgumentException")),
];

#[test]
fn patterns_come_back_in_canonical_form() {
    for (pattern, expected) in PATTERNS {
        let message = MessageFormat::new(pattern, &Locale::english(), &EnglishDates);
        let found = message
            .and_then(|message| message.to_pattern(ANY))
            .map_err(|thrown| thrown.class);
        assert_eq!(found, expected.map(str::to_string), "{pattern}");
    }
}

type Read = (
    &'static str,
    &'static str,
    Option<&'static str>,
    usize,
    Option<usize>,
);

/// Pattern, text, arguments (`L` long, `-` none), index and error index; from Java 25.
#[rustfmt::skip]
const READ: &[Read] = &[
    ("{0}-{1}", "a-b", Some("a|b"), 3, None),
    ("{0}-{1}", "a-b-c", Some("a|b-c"), 5, None),
    ("{0}-{1}", "ab", None, 0, Some(0)),
    ("x{0}", "xy", Some("y"), 2, None),
    ("x{0}", "yx", None, 0, Some(0)),
    ("{0}{1}", "ab", Some("ab|"), 2, None),
    ("{0,number} {1}", "1,234.5 z", Some("1234.5|z"), 9, None),
    ("{0,number} {1}", "z", None, 0, Some(0)),
    ("{1} {0}", "{1} b", Some("b|-"), 5, None),
    ("{0}!", "😀!", Some("😀"), 3, None),
    ("{0,choice,1#a|2#ab}c", "abc", Some("2.0"), 3, None),
    ("{0,number,integer}x", "12y", None, 0, Some(2)),
    ("{0} {0}", "a b", Some("b"), 3, None),
];

#[test]
fn arguments_are_read_between_literal_texts() {
    let show = |value: Option<Parsed>| match value {
        None => "-".to_string(),
        Some(Parsed::Text(text)) => text,
        Some(Parsed::Number(Number::Long(value))) => format!("{value}L"),
        Some(Parsed::Number(Number::Double(value))) => double_text(value),
        Some(other) => panic!("{other:?}"),
    };
    for &(pattern, text, expected, index, error_index) in READ {
        let mut position = ParsePosition::default();
        let found = english(pattern).parse(text, &mut position).unwrap();
        let found = found.map(|values| values.into_iter().map(show).collect::<Vec<_>>().join("|"));
        assert_eq!(found.as_deref(), expected, "{pattern} {text}");
        assert_eq!(
            position,
            ParsePosition { index, error_index },
            "{pattern} {text}"
        );
    }
    assert_eq!(
        english("x{0}").parse_text("y").unwrap_err().class,
        "java.text.ParseException"
    );
}

#[test]
fn dates_are_left_to_their_own_formats() {
    let date = moment(MILLIS);
    let day = Day {
        year: 2024,
        month: 2,
        day: 29,
    };
    let cases = [
        ("{0}", Arg::Temporal(&date), "2020-10-15"),
        ("{0}", Arg::Temporal(&day), "2024-02-29"),
        ("{0,date,long}", Arg::Long(MILLIS), "2020-10-15"),
        ("{0,dtf_time}", Arg::Temporal(&date), "2020-10-15"),
        ("{0,iso_instant,any}", Arg::Temporal(&date), "2020-10-15"),
        ("{0,date}", Arg::Null, "null"),
    ];
    for (pattern, value, expected) in cases {
        let found = english(pattern).format(Some(&[value]), &EnglishDates, ANY);
        assert_eq!(found.as_deref(), Ok(expected), "{pattern}");
    }
    assert_eq!(
        english("{0,Date, Short }").to_pattern(ANY).as_deref(),
        Ok("{0,date,short}")
    );
    let read = english("{1,time} x").parse_text("2020-10-15 x").unwrap();
    assert_eq!(read, [None, Some(Parsed::Date(1_602_720_000_000))]);
    assert!(MessageFormat::new("{0,date,b}", &Locale::english(), &EnglishDates).is_err());
}

#[test]
fn formats_can_be_exchanged() {
    let mut message = english("{1} {0,number,percent} {1}");
    assert_eq!(
        message.formats().map(|it| it.is_some()).collect::<Vec<_>>(),
        [false, true, false]
    );
    assert_eq!(message.formats_by_argument().len(), 2);
    message.set_format(0, decimal("0.0")).unwrap();
    message.set_format_by_argument(0, decimal("000").as_ref());
    assert_eq!(
        message.to_pattern(ANY).as_deref(),
        Ok("{1,number,#0.0} {0,number,#000} {1}")
    );
    message.set_formats(&[None]);
    message.set_formats_by_argument(&[None, decimal("0.00")]);
    let found = message.format(Some(&[Arg::Int(5), Arg::Int(7)]), &EnglishDates, ANY);
    assert_eq!(found.as_deref(), Ok("7.00 5 7.00"));
    for index in [-1, 3] {
        let thrown = message.set_format(index, None).unwrap_err();
        assert_eq!(thrown.class, "java.lang.ArrayIndexOutOfBoundsException");
    }
}

#[test]
fn equality_is_of_texts_and_formats() {
    let message = english("a {0,number} {1,date}");
    assert_eq!(message, english("a {0,number,#,##0.###} {1,date}"));
    assert_ne!(message, english("a {0,number} {1,time}"));
    assert_ne!(message, english("a {1,number} {1,date}"));
    let mut other = message.clone();
    other.set_locale(Locale::root());
    assert!(message != other && other.locale() != message.locale());
    assert_eq!(
        (
            english("x {0} y {1}").hash_code(),
            english("{0}").hash_code()
        ),
        (111_810_367, 0)
    );
    let text = english("x {0}").text(ANY);
    assert_eq!(
        text.as_deref(),
        Ok("MessageFormat [locale: \"English\", pattern: \"x {0}\"]\n")
    );
}

#[test]
fn nesting_and_length_are_bounded() {
    let deep = "{0,choice,0#".repeat(3000) + "x" + &"}".repeat(3000);
    let found = english(&deep).format(Some(&[Arg::Int(0)]), &EnglishDates, ANY);
    assert_eq!(found.unwrap_err().class, "java.lang.StackOverflowError");
    let long = "{0}".repeat(1000);
    let found = english(&long).format(Some(&[Arg::Text("xxxxxxxxxx")]), &EnglishDates, 9_999);
    assert_eq!(found, Err(Thrown::too_large()));
}

/// An object that is only a text.
struct Object;

impl AnyArg for Object {
    fn text(&self) -> String {
        "{a=1}".to_string()
    }
    fn hash_code(&self) -> i32 {
        0
    }
    fn class_name(&self) -> &str {
        "java.util.LinkedHashMap"
    }
}

#[test]
fn objects_are_shown_by_their_text() {
    let found = english("{0}").format(Some(&[Arg::Other(&Object)]), &EnglishDates, ANY);
    assert_eq!(found.as_deref(), Ok("{a=1}"));
}
