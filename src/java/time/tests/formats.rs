//! Formatting and parsing with what Java answered, columns apart by tabs.
//!
//! `format pattern locale zone value =text`, `parse pattern locale zone style target text =result`,
//! `text pattern locale =formatter's own text`. A pattern with `@` is a constant, with `@L` the locale's own format.

use super::value::{Value, read};
use crate::java::time::accessor::{Accessor, Answer, Query};
use crate::java::time::field::ChronoField;
use crate::java::time::format::DateTimeFormatter;
use crate::java::time::format::named::Named;
use crate::java::time::format::resolve::ResolverStyle;
use crate::java::time::instant::Instant;
use crate::java::time::local_date::LocalDate;
use crate::java::time::local_date_time::LocalDateTime;
use crate::java::time::names::{FormatStyle, Locale};
use crate::java::time::thrown::Outcome;
use crate::java::time::zone::ZoneId;
use crate::java::time::zoned::ZonedDateTime;

fn unescaped(text: &str) -> String {
    text.replace("\\t", "\t")
        .replace("\\n", "\n")
        .replace("\\\\", "\\")
}

fn formatter(pattern: &str, locale: &str) -> Outcome<DateTimeFormatter> {
    let locale = Locale::of_tag(locale);
    if let Some(styles) = pattern.strip_prefix("@L") {
        let (date, time) = styles.split_once(',').expect("styles");
        let style = |name: &str| FormatStyle::value_of(name);
        return Ok(match (date, time) {
            ("", time) => DateTimeFormatter::of_localized_time(style(time)?, locale),
            (date, "") => DateTimeFormatter::of_localized_date(style(date)?, locale),
            _ => DateTimeFormatter::of_localized_date_time(style(date)?, style(time)?, locale),
        });
    }
    match pattern.strip_prefix('@') {
        Some(name) => Ok(DateTimeFormatter::named(Named::value_of(name)?, locale)),
        None => DateTimeFormatter::of_pattern(pattern, locale),
    }
}

fn in_zone(formatter: DateTimeFormatter, zone: &str) -> DateTimeFormatter {
    match zone {
        "-" => formatter,
        _ => formatter.with_zone(Some(ZoneId::of(zone).expect(zone))),
    }
}

fn formatted(columns: &[&str]) -> Outcome<String> {
    let [pattern, locale, zone, value] = columns else {
        panic!("columns of {columns:?}")
    };
    let formatter = in_zone(formatter(&unescaped(pattern), locale)?, zone);
    match read(value) {
        Value::Any(temporal) => formatter.format(temporal.accessor()),
        _ => panic!("{value} is nothing to format"),
    }
}

fn parsed(columns: &[&str]) -> Outcome<String> {
    let [pattern, locale, zone, style, target, text] = columns else {
        panic!("columns of {columns:?}")
    };
    let mut formatter = in_zone(formatter(&unescaped(pattern), locale)?, zone);
    if *style != "-" {
        formatter = formatter.with_resolver_style(ResolverStyle::value_of(style)?);
    }
    let text = unescaped(text);
    match *target {
        "D" => LocalDate::parse_with(&text, &formatter).map(|value| value.to_string()),
        "L" => LocalDateTime::parse_with(&text, &formatter).map(|value| value.to_string()),
        "Z" => ZonedDateTime::parse_with(&text, &formatter).map(|value| value.to_string()),
        "I" => Instant::parse_with(&text, &formatter).map(|value| value.to_string()),
        _ => all_answers(&formatter, &text),
    }
}

/// What the usual queries find in a parsed text.
fn all_answers(formatter: &DateTimeFormatter, text: &str) -> Outcome<String> {
    let parsed = formatter.parse(text)?;
    let shown = |query| match parsed.query(query) {
        Answer::Date(date) => date.to_string(),
        Answer::Time(time) => time.to_string(),
        Answer::Zone(zone) => zone.to_string(),
        Answer::Period(period) => period.to_string(),
        Answer::Bool(flag) => flag.to_string(),
        _ => "null".to_owned(),
    };
    let instant = parsed
        .chrono(ChronoField::InstantSeconds)
        .map(|second| second.to_string());
    let queries = [
        Query::LocalDate,
        Query::LocalTime,
        Query::Zone,
        Query::Offset,
    ]
    .map(shown);
    let rest = [Query::ExcessDays, Query::LeapSecond].map(shown);
    Ok(format!(
        "{} {} {}",
        queries.join(" "),
        instant.unwrap_or_default(),
        rest.join(" ")
    ))
}

#[test]
fn formats_are_those_of_java() {
    let all = std::env::var("TIME_FORMATS")
        .ok()
        .map(|path| std::fs::read_to_string(path).expect("vectors"));
    let text = all.as_deref().unwrap_or(include_str!("formats.txt"));
    let mut wrong = Vec::new();
    for line in text.lines() {
        let (call, expected) = line.split_once("\t=").expect("result");
        let columns: Vec<&str> = call.split('\t').collect();
        let found = match columns[0] {
            "format" => formatted(&columns[1..]),
            "parse" => parsed(&columns[1..]),
            _ => {
                formatter(&unescaped(columns[1]), columns[2]).map(|formatter| formatter.to_string())
            }
        };
        let found = found.unwrap_or_else(|thrown| format!("!{}", thrown.simple_class()));
        if found != unescaped(expected) {
            wrong.push(format!("{line}\n    found {found}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} differ:\n{}",
        wrong.len(),
        text.lines().count(),
        wrong.join("\n")
    );
}
