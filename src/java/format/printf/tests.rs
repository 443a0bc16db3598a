use bigdecimal::num_bigint::BigInt;

use super::*;
use bigdecimal::BigDecimal;

use crate::java::format::fixture::{self, EnglishDates, moment};

type Vector = (
    &'static str,
    &'static str,
    &'static [Arg<'static>],
    Result<&'static str, &'static str>,
);

/// Locale, template, arguments, text or exception; from Java 25.
#[rustfmt::skip]
#[allow(clippy::approx_constant, reason = "a number like any other")]
const VECTORS: &[Vector] = &[
    ("en", "%s|%S|%10s|%-10s|%.2s", &[Arg::Text("ab"), Arg::Text("ab"), Arg::Text("ab"), Arg::Text("ab"), Arg::Text("abc")], Ok("ab|AB|        ab|ab        |ab")),
    ("en", "%s %.3s %5s|%S", &[Arg::Null, Arg::Null, Arg::Null, Arg::Null], Ok("null nul  null|NULL")),
    ("en", "%s %s %s", &[Arg::Double(1.5), Arg::Float(2.5), Arg::Char(120)], Ok("1.5 2.5 x")),
    ("tr", "%S %S", &[Arg::Text("title"), Arg::Text("ı")], Ok("TİTLE I")),
    ("en", "%S", &[Arg::Text("ß")], Ok("SS")),
    ("en", "%.2s|%3s", &[Arg::Text("a😀"), Arg::Text("😀")], Ok("a?| 😀")),
    ("en", "%b %b %b %B %.2b", &[Arg::Bool(true), Arg::Null, Arg::Text("x"), Arg::Bool(false), Arg::Bool(true)], Ok("true false true FALSE tr")),
    ("en", "%h %h %H %h %h", &[Arg::Text("hello"), Arg::Null, Arg::Int(255), Arg::Double(1.5), Arg::Long(-1)], Ok("5e918d2 null FF 3ff80000 0")),
    ("en", "%c %c %C %c %-3c|%3c", &[Arg::Char(120), Arg::Int(65), Arg::Char(121), Arg::Int(128512), Arg::Char(122), Arg::Null], Ok("x A Y 😀 z  |null")),
    ("en", "%c", &[Arg::Int(-1)], Err("IllegalFormatCodePoint: Code point = 0xffffffff")),
    ("en", "%c", &[Arg::Text("x")], Err("IllegalFormatConversion: c != java.lang.String")),
    ("en", "%d|%5d|%-5d|%05d|%,d|%+d|% d|%(d", &[Arg::Int(42), Arg::Int(42), Arg::Int(42), Arg::Int(42), Arg::Int(1234567), Arg::Int(42), Arg::Int(42), Arg::Int(-42)], Ok("42|   42|42   |00042|1,234,567|+42| 42|(42)")),
    ("en", "%,015d|%(,08d|%+,d", &[Arg::Int(-42), Arg::Int(-1234567), Arg::Int(-2147483648)], Ok("-00000000000042|(1,234,567)|-2,147,483,648")),
    ("en", "%x %X %#x %08x %o %#o %#06x", &[Arg::Int(255), Arg::Int(255), Arg::Int(255), Arg::Int(255), Arg::Int(8), Arg::Int(8), Arg::Int(255)], Ok("ff FF 0xff 000000ff 10 010 0x00ff")),
    ("en", "%x %x %x %o", &[Arg::Byte(-1), Arg::Short(-1), Arg::Long(-1), Arg::Int(-1)], Ok("ff ffff ffffffffffffffff 37777777777")),
    ("fr_FR", "%,d %,.2f", &[Arg::Int(1234567), Arg::Double(1234.5)], Ok("1\u{202f}234\u{202f}567 1\u{202f}234,50")),
    ("de_DE", "%,d %.1f", &[Arg::Int(1234567), Arg::Double(0.5)], Ok("1.234.567 0,5")),
    ("ar_EG", "%,d %e", &[Arg::Int(-1234567), Arg::Double(0.1)], Ok("-١٬٢٣٤٬٥٦٧ ١٫٠٠٠٠٠٠e-٠١")),
    ("hi_IN", "%,d", &[Arg::Int(1234567)], Ok("1,234,567")),
    ("fa", "%d", &[Arg::Int(5)], Ok("۵")),
    ("en", "%f|%.0f|%.2f|%10.3f|%-10.1f|%+.1f|%,.2f|%(.1f", &[Arg::Double(1.5), Arg::Double(2.5), Arg::Double(1.005), Arg::Double(3.14159), Arg::Double(2.0), Arg::Double(1.0), Arg::Double(12345.678), Arg::Double(-1.5)], Ok("1.500000|3|1.01|     3.142|2.0       |+1.0|12,345.68|(1.5)")),
    ("en", "%.0f %.0f %.0f %.1f %.2f %.1f", &[Arg::Double(0.5), Arg::Double(1.5), Arg::Double(3.5), Arg::Double(0.25), Arg::Double(0.125), Arg::Double(0.05)], Ok("1 2 4 0.3 0.13 0.1")),
    ("en", "%.20f %.3f %f %f", &[Arg::Double(0.1), Arg::Double(9.9996), Arg::Double(-0.0), Arg::Double(1.0e20)], Ok("0.10000000000000000000 10.000 -0.000000 100000000000000000000.000000")),
    ("en", "%.10f", &[Arg::Float(1.1)], Ok("1.1000000238")),
    ("en", "%#.0f %08.2f %+08.2f %010.2f", &[Arg::Double(1.0), Arg::Double(-3.14159), Arg::Double(0.05), Arg::Double(f64::NAN)], Ok("1. -0003.14 +0000.05        NaN")),
    ("en", "%e|%.2e|%E|%.0e|%#.0e|%e", &[Arg::Double(12345.678), Arg::Double(1.2e-4), Arg::Double(1.0e10), Arg::Double(15.0), Arg::Double(15.0), Arg::Double(0.0)], Ok("1.234568e+04|1.20e-04|1.000000E+10|2e+01|2.e+01|0.000000e+00")),
    ("en", "%g|%.3g|%g|%g|%.0g|%g|%,g", &[Arg::Double(12345.678), Arg::Double(1.2345e-4), Arg::Double(1.0e-5), Arg::Double(1.0e10), Arg::Double(12345.678), Arg::Double(0.0), Arg::Double(123456.0)], Ok("12345.7|0.000123|1.00000e-05|1.00000e+10|1e+04|0.00000|123,456")),
    ("en", "%g %g", &[Arg::Double(999999.5), Arg::Double(1.0e-4)], Ok("1.00000e+06 0.000100000")),
    ("en", "%f %E %G %(f|%+f", &[Arg::Double(f64::NAN), Arg::Double(f64::INFINITY), Arg::Double(f64::NAN), Arg::Double(f64::NEG_INFINITY), Arg::Double(f64::INFINITY)], Ok("NaN INFINITY NAN (Infinity)|+Infinity")),
    ("en", "%a %a %A %.2a %.0a %a %a %.1a", &[Arg::Double(1.0), Arg::Double(-0.1), Arg::Double(0.1), Arg::Double(3.14159), Arg::Double(1.96875), Arg::Double(0.0), Arg::Double(4.9e-324), Arg::Double(4.9e-324)], Ok("0x1.0p0 -0x1.999999999999ap-4 0X1.999999999999AP-4 0x1.92p1 0x1.0p1 0x0.0p0 0x0.0000000000001p-1022 0x1.0p-1074")),
    ("en", "%20a|%020a|%+020a|%.15a|%.3a", &[Arg::Double(1.5), Arg::Double(1.5), Arg::Double(1.5), Arg::Double(1.5), Arg::Double(1.7976931348623157e308)], Ok("             0x1.8p0|0x00000000000001.8p0|+0x0000000000001.8p0|0x1.800000000000000p0|0x1.000p1024")),
    ("en", "%n%%|%5%|%-5%|", &[], Ok("\n%|    %|%    |")),
    ("en", "%2$s %1$s %<s %s", &[Arg::Text("a"), Arg::Text("b")], Ok("b a a a")),
    ("en", "%1$s %s %s %<s", &[Arg::Text("a"), Arg::Text("b")], Ok("a a b b")),
    ("en", "%s %s", &[Arg::Text("a")], Err("MissingFormatArgument: Format specifier '%s'")),
    ("en", "%<s", &[Arg::Text("a")], Err("MissingFormatArgument: Format specifier '%<s'")),
    ("en", "%3$s", &[Arg::Text("a")], Err("MissingFormatArgument: Format specifier '%3$s'")),
    ("en", "%0$s", &[Arg::Text("a")], Err("IllegalFormatArgumentIndex: Illegal format argument index = 0")),
    ("en", "%99999999999$s", &[Arg::Text("a")], Err("IllegalFormatArgumentIndex: Format argument index: (not representable as int)")),
    ("en", "%99999999999d", &[Arg::Int(1)], Err("IllegalFormatWidth: -2147483648")),
    ("en", "%.99999999999f", &[Arg::Double(1.0)], Err("IllegalFormatPrecision: -2147483648")),
    ("en", "%d", &[Arg::Text("1")], Err("IllegalFormatConversion: d != java.lang.String")),
    ("en", "%d", &[Arg::Double(1.0)], Err("IllegalFormatConversion: d != java.lang.Double")),
    ("en", "%f", &[Arg::Int(1)], Err("IllegalFormatConversion: f != java.lang.Integer")),
    ("en", "%x", &[Arg::Bool(true)], Err("IllegalFormatConversion: x != java.lang.Boolean")),
    ("en", "%D", &[Arg::Int(1)], Err("UnknownFormatConversion: Conversion = 'D'")),
    ("en", "%z", &[Arg::Int(1)], Err("UnknownFormatConversion: Conversion = 'z'")),
    ("en", "%", &[], Err("UnknownFormatConversion: Conversion = '%'")),
    ("en", "abc%5", &[], Err("UnknownFormatConversion: Conversion = '5'")),
    ("en", "%-", &[], Err("UnknownFormatConversion: Conversion = '-'")),
    ("en", "%5.d", &[Arg::Int(1)], Err("UnknownFormatConversion: Conversion = '5'")),
    ("en", "%t", &[Arg::Long(1)], Err("UnknownFormatConversion: Conversion = 't'")),
    ("en", "%t1", &[Arg::Long(1)], Err("UnknownFormatConversion: Conversion = 't'")),
    ("en", "%5t1", &[Arg::Long(1)], Err("UnknownFormatConversion: Conversion = '\0'")),
    ("en", "%tq", &[Arg::Long(1)], Err("UnknownFormatConversion: Conversion = 'tq'")),
    ("en", "%tY", &[Arg::Text("x")], Err("IllegalFormatConversion: Y != java.lang.String")),
    ("en", "%é", &[Arg::Int(1)], Err("UnknownFormatConversion: Conversion = 'é'")),
    ("en", "%-s", &[Arg::Text("a")], Err("MissingFormatWidth: %-s")),
    ("en", "%05s", &[Arg::Text("a")], Err("FormatFlagsConversionMismatch: Conversion = s, Flags = 0")),
    ("en", "%-d", &[Arg::Int(1)], Err("MissingFormatWidth: %-d")),
    ("en", "%0d", &[Arg::Int(1)], Err("MissingFormatWidth: %0d")),
    ("en", "%-05d", &[Arg::Int(1)], Err("IllegalFormatFlags: Flags = '-0'")),
    ("en", "%+ d", &[Arg::Int(1)], Err("IllegalFormatFlags: Flags = '+ '")),
    ("en", "%--5d", &[Arg::Int(1)], Err("DuplicateFormatFlags: Flags = '-'")),
    ("en", "%.2d", &[Arg::Int(1)], Err("IllegalFormatPrecision: 2")),
    ("en", "%,x", &[Arg::Int(1)], Err("FormatFlagsConversionMismatch: Conversion = x, Flags = ,")),
    ("en", "%#d", &[Arg::Int(1)], Err("FormatFlagsConversionMismatch: Conversion = d, Flags = #")),
    ("en", "%+x", &[Arg::Int(1)], Err("FormatFlagsConversionMismatch: Conversion = x, Flags = +")),
    ("en", "%(x", &[Arg::Int(1)], Err("FormatFlagsConversionMismatch: Conversion = x, Flags = (")),
    ("en", "%#s", &[Arg::Text("a")], Err("FormatFlagsConversionMismatch: Conversion = s, Flags = #")),
    ("en", "%#b", &[Arg::Bool(true)], Err("FormatFlagsConversionMismatch: Conversion = b, Flags = #")),
    ("en", "%.1c", &[Arg::Char(120)], Err("IllegalFormatPrecision: 1")),
    ("en", "%,e", &[Arg::Double(1.0)], Err("FormatFlagsConversionMismatch: Conversion = e, Flags = ,")),
    ("en", "%#g", &[Arg::Double(1.0)], Err("FormatFlagsConversionMismatch: Conversion = g, Flags = #")),
    ("en", "%(a", &[Arg::Double(1.0)], Err("FormatFlagsConversionMismatch: Conversion = a, Flags = (")),
    ("en", "%.1n", &[], Err("IllegalFormatPrecision: 1")),
    ("en", "%5n", &[], Err("IllegalFormatWidth: 5")),
    ("en", "%-n", &[], Err("IllegalFormatFlags: Flags = '-'")),
    ("en", "%+%", &[], Err("IllegalFormatFlags: Flags = '+'")),
    ("en", "%-%", &[], Err("MissingFormatWidth: %-%")),
    ("en", "%.2tY", &[Arg::Long(0)], Err("IllegalFormatPrecision: 2")),
    ("en", "%+tY", &[Arg::Long(0)], Err("FormatFlagsConversionMismatch: Conversion = Y, Flags = +")),
    ("en", "%-tY", &[Arg::Long(0)], Err("MissingFormatWidth: %-tY")),
    ("en", "%-#5.3X|%Z", &[Arg::Int(1)], Err("IllegalFormatPrecision: 3")),
];

fn outcome(template: &str, args: &[Arg<'_>], locale: &Locale) -> Result<String, String> {
    format(template, args, locale, &EnglishDates, 1 << 16).map_err(|thrown| {
        let class = thrown
            .class
            .trim_start_matches("java.util.")
            .trim_end_matches("Exception");
        format!("{class}: {}", thrown.message)
    })
}

#[test]
fn texts_and_exceptions_are_javas() {
    for (name, template, args, expected) in VECTORS {
        let (language, country) = name.split_once('_').unwrap_or((name, ""));
        let found = outcome(template, args, &Locale::new(language, country));
        assert_eq!(
            found.as_deref().map_err(String::as_str),
            *expected,
            "{name} {template}"
        );
    }
}

#[test]
fn big_integers_keep_their_sign_in_every_radix() {
    let value: BigInt = "-123456789012345678901".parse().unwrap();
    let template = "%d|%<,d|%<(d|%<x|%<o|%<#x|%<+x|%<030d";
    let expected = Ok(
        "-123456789012345678901|-123,456,789,012,345,678,901|(123456789012345678901)|-6b14e9f812f366c35|-15305164770045715466065|-0x6b14e9f812f366c35|-6b14e9f812f366c35|-00000000123456789012345678901",
    );
    assert_eq!(
        outcome(template, &[Arg::BigInt(&value)], &Locale::english()).as_deref(),
        expected.map_err(|text: &str| text.to_string()).as_deref()
    );
}

const DECIMAL_TEMPLATE: &str =
    "%f|%<.3f|%<.0f|%<#.0f|%<e|%<.9e|%<.0e|%<g|%<.0g|%<,012.2f|%<(.1f|%<s";

/// Number, what [`DECIMAL_TEMPLATE`] makes of it; from Java 25.
#[rustfmt::skip]
const DECIMALS: &[(&str, Result<&str, &str>)] = &[
    ("1.23456789", Ok("1.234568|1.235|1|1.|1.234568e+00|1.234567890e+00|1e+00|1.23457|1|000000001.23|1.2|1.23456789")),
    ("2.0005", Ok("2.000500|2.001|2|2.|2.000500e+00|2.000500000e+00|2e+00|2.00050|2|000000002.00|2.0|2.0005")),
    ("0.00", Ok("0.000000|0.000|0|0.|0.000000e-02|0.000000000e-02|0e-02|0.00000e-02|0e-02|000000000.00|0.0|0.00")),
    ("0", Ok("0.000000|0.000|0|0.|0.000000e+00|0.000000000e+00|0e+00|0.00000|0|000000000.00|0.0|0")),
    ("-1E-10", Ok("-0.000000|-0.000|-0|-0.|-1.000000e-10|-1.000000000e-10|-1e-10|-1.00000e-10|-1e-10|-00000000.00|(0.0)|-1E-10")),
    ("1E+20", Ok("100000000000000000000.000000|100000000000000000000.000|100000000000000000000|100000000000000000000.|1.000000e+20|1.000000000e+20|1e+20|1.00000e+20|1e+20|100,000,000,000,000,000,000.00|100000000000000000000.0|1E+20")),
    ("9999999.5", Ok("9999999.500000|9999999.500|10000000|10000000.|1.000000e+07|9.999999500e+06|1e+07|1.00000e+07|1e+07|9,999,999.50|9999999.5|9999999.5")),
    ("0.00012345", Ok("0.000123|0.000|0|0.|1.234500e-04|1.234500000e-04|1e-04|0.000123450|0.0001|000000000.00|0.0|0.00012345")),
    ("1234567890", Ok("1234567890.000000|1234567890.000|1234567890|1234567890.|1.234568e+09|1.234567890e+9|1e+09|1.23457e+09|1e+09|1,234,567,890.00|1234567890.0|1234567890")),
    ("1.23E-28", Ok("0.000000|0.000|0|0.|1.230000e-28|1.230000000e-28|1e-28|1.23000e-28|1e-28|000000000.00|0.0|1.23E-28")),
];

#[test]
fn decimals_count_their_own_digits() {
    for (number, expected) in DECIMALS {
        let value = number.parse().unwrap();
        let found = outcome(DECIMAL_TEMPLATE, &[Arg::BigDec(&value)], &Locale::english());
        assert_eq!(
            found.as_deref().map_err(String::as_str),
            *expected,
            "{number}"
        );
    }
    let value = 1.into();
    let hexadecimal = outcome("%a", &[Arg::BigDec(&value)], &Locale::english());
    assert_eq!(
        hexadecimal,
        Err("IllegalFormatConversion: a != java.math.BigDecimal".into())
    );
}

#[test]
fn text_beyond_the_limit_is_an_error_not_an_allocation() {
    let huge = BigDecimal::new(1.into(), -2_000_000_000);
    let long = BigInt::from(1) << 4_000_000;
    let text = "x".repeat(70_000);
    let cases = [
        ("%1000000000d", Arg::Int(1)),
        ("%01000000000d", Arg::Int(1)),
        ("%01000000000x", Arg::Int(1)),
        ("%.1000000000f", Arg::Double(1.0)),
        ("%.1000000000e", Arg::Double(1.0)),
        ("%.1000000000g", Arg::Double(1e-300)),
        ("%.1000000000a", Arg::Double(1.0)),
        ("%01000000000f", Arg::Double(1.0)),
        ("%1000000000s", Arg::Null),
        ("%1000000000tY", Arg::Long(0)),
        ("%f", Arg::BigDec(&huge)),
        ("%.1000000000f", Arg::BigDec(&huge)),
        ("%d", Arg::BigInt(&long)),
        ("%s", Arg::BigInt(&long)),
        ("%s", Arg::Text(&text)),
    ];
    for (template, arg) in cases {
        let found = format(template, &[arg], &Locale::english(), &EnglishDates, 1 << 16);
        assert_eq!(found, Err(Thrown::too_large()), "{template}");
    }
}

/// Letter, what it makes of [`MILLIS`] in UTC; from Java 25.
#[rustfmt::skip]
const LETTERS: &[(char, &str)] = &[
    ('H', "16"),
    ('I', "04"),
    ('k', "16"),
    ('l', "4"),
    ('M', "56"),
    ('N', "267000000"),
    ('L', "267"),
    ('Q', "1602781000267"),
    ('p', "pm"),
    ('s', "1602781000"),
    ('S', "40"),
    ('T', "16:56:40"),
    ('z', "+0000"),
    ('Z', "UTC"),
    ('a', "Thu"),
    ('A', "Thursday"),
    ('b', "Oct"),
    ('B', "October"),
    ('C', "20"),
    ('d', "15"),
    ('e', "15"),
    ('h', "Oct"),
    ('j', "289"),
    ('m', "10"),
    ('y', "20"),
    ('Y', "2020"),
    ('r', "04:56:40 PM"),
    ('R', "16:56"),
    ('c', "Thu Oct 15 16:56:40 UTC 2020"),
    ('D', "10/15/20"),
    ('F', "2020-10-15"),
];

const MILLIS: i64 = 1_602_781_000_267;

#[test]
fn every_letter_of_a_date() {
    let letters: String = LETTERS.iter().map(|(letter, _)| letter).collect();
    assert_eq!(letters.len(), spec::MOMENT_LETTERS.len());
    for (letter, expected) in LETTERS {
        let found = outcome(
            &format!("%t{letter}"),
            &[Arg::Long(MILLIS)],
            &Locale::english(),
        );
        assert_eq!(found.as_deref(), Ok(*expected), "{letter}");
    }
    let date = moment(MILLIS);
    let justified = outcome(
        "%TB|%<Tp|%<10tY|%<-10tY|",
        &[Arg::Temporal(&date)],
        &Locale::english(),
    );
    assert_eq!(
        justified.as_deref(),
        Ok("OCTOBER|PM|      2020|2020      |")
    );
    let early = outcome("%ts %<tQ", &[Arg::Long(-1500)], &Locale::english());
    assert_eq!(early.as_deref(), Ok("-1 -1500"));
}

#[test]
fn a_date_without_a_time_lacks_its_fields() {
    let date = |year| fixture::Day {
        year,
        month: 2,
        day: 29,
    };
    let cases = [
        (
            2024,
            "%tA %<ta %<tB %<tj %<tD %<tF",
            Ok("Thursday Thu February 060 02/29/24 2024-02-29"),
        ),
        (-4, "%tF %<tY", Ok("-0004-02-29 0005")),
        (12024, "%tF", Ok("+12024-02-29")),
        (
            2024,
            "%tT",
            Err("IllegalFormatConversion: H != java.time.LocalDate"),
        ),
        (
            2024,
            "%tr",
            Err("IllegalFormatConversion: I != java.time.LocalDate"),
        ),
        (
            2024,
            "%tQ",
            Err("IllegalFormatConversion: Q != java.time.LocalDate"),
        ),
        (
            2024,
            "%tZ",
            Err("IllegalFormatConversion: Z != java.time.LocalDate"),
        ),
    ];
    for (year, template, expected) in cases {
        let found = outcome(template, &[Arg::Temporal(&date(year))], &Locale::english());
        assert_eq!(
            found.as_deref().map_err(String::as_str),
            expected,
            "{template}"
        );
    }
}
