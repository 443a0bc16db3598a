//! Sequences of calls on `SimpleDateFormat` with what Java answered, columns apart by tabs.
//!
//! The first three columns are locale, zone and pattern; then calls and answers take turns, `-` is no answer. The zone is
//! left out of the text of a calendar.

use crate::java::time::date::Date;
use crate::java::time::names::Locale;
use crate::java::time::simple::{DateFormatSymbols, SimpleDateFormat, Surroundings};
use crate::java::time::thrown::{Outcome, Thrown};
use crate::java::time::time_zone::TimeZone;

fn plain(text: &str) -> String {
    text.replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\\\", "\\")
}

fn millis(text: &str) -> Date {
    Date::new(text.parse().expect("milliseconds"))
}

fn create(columns: &[&str]) -> Outcome<SimpleDateFormat> {
    let locale = Locale::of_tag(columns[0]);
    let around = Surroundings {
        now_millis: 1_700_000_000_000,
        zone: TimeZone::get_time_zone(columns[1]),
    };
    let Some(styles) = columns[3].strip_prefix("style ") else {
        return SimpleDateFormat::new(&plain(columns[2]), &locale, around);
    };
    let mut styles = styles
        .split(' ')
        .map(|number| number.parse().ok().filter(|number| *number != 9));
    let (date, time) = (styles.next().flatten(), styles.next().flatten());
    SimpleDateFormat::of_styles(date, time, &locale, around)
}

fn describe(format: &SimpleDateFormat) -> Outcome<String> {
    Ok([
        format.to_string().trim().to_owned(),
        format.hash_code().to_string(),
        format.to_localized_pattern()?,
        format.get_date_format_symbols().hash_code().to_string(),
        format.get_2_digit_year_start().millis.to_string(),
        format.is_lenient().to_string(),
    ]
    .join(" "))
}

fn call(format: &mut SimpleDateFormat, call: &str) -> Outcome<String> {
    let (name, word) = call.split_once(' ').unwrap_or((call, ""));
    match name {
        "new" => {}
        "style" => return Ok(format.to_pattern().to_owned()),
        "cent" => format.set_2_digit_year_start(millis(word))?,
        "f" => return format.format(millis(word)),
        "p" => {
            let shown = match format.parse(&plain(word)) {
                Ok(date) => date.millis.to_string(),
                Err(thrown) => failure(&thrown),
            };
            return Ok(format!("{shown} {}", format.get_time_zone().get_id()));
        }
        "len" => format.set_lenient(word == "1"),
        "tz" => format.set_time_zone(TimeZone::get_time_zone(word)),
        "sym" => {
            let symbols = DateFormatSymbols::get_instance(&Locale::of_tag(word));
            let hash = symbols.hash_code();
            format.set_date_format_symbols(symbols);
            return Ok(hash.to_string());
        }
        "cal" => {
            let zone = format!("zone={},", format.get_time_zone());
            return Ok(format.get_calendar().to_string().replace(&zone, "zone=,"));
        }
        _ => return describe(format),
    }
    Ok("-".to_owned())
}

fn failure(thrown: &Thrown) -> String {
    format!("!{}", thrown.simple_class())
}

/// The first call that answers otherwise, with the answer.
fn first_difference(columns: &[&str]) -> Option<String> {
    let mut format = create(columns);
    for pair in columns[3..].chunks(2) {
        let answer = match &mut format {
            Ok(format) => call(format, pair[0]),
            Err(thrown) => Err(thrown.clone()),
        };
        let answer = answer.unwrap_or_else(|thrown| failure(&thrown));
        if answer != plain(pair[1]) {
            return Some(format!("`{}` gives `{answer}`, not `{}`", pair[0], pair[1]));
        }
    }
    None
}

#[test]
fn formats_write_and_read_as_java_does() {
    let all = std::env::var("TIME_SIMPLE")
        .ok()
        .map(|path| std::fs::read_to_string(path).expect("vectors"));
    let text = all.as_deref().unwrap_or(include_str!("simple.txt"));
    let wrong: Vec<String> = text
        .lines()
        .filter_map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            first_difference(&columns).map(|why| format!("{line}\n    {why}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} differ:\n{}",
        wrong.len(),
        text.lines().count(),
        wrong.join("\n")
    );
}

/// Rows are `zone text milliseconds`.
#[test]
fn dates_are_read_in_almost_any_order() {
    /// The year is 2026, as it was when Java was asked.
    const NOW: i64 = 1_795_000_000_000;
    let all = std::env::var("TIME_DATES")
        .ok()
        .map(|path| std::fs::read_to_string(path).expect("vectors"));
    let text = all.as_deref().unwrap_or(include_str!("dates.txt"));
    let wrong: Vec<String> = text
        .lines()
        .filter_map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let zone = TimeZone::get_time_zone(columns[0]);
            let answer = Date::parse(columns[1], zone, NOW)
                .map_or_else(|thrown| failure(&thrown), |millis| millis.to_string());
            (answer != columns[2]).then(|| format!("{line} gives {answer}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Zone, text of its rules, hash code, whether its offset is fixed, number of transitions and of rules for the future.
#[rustfmt::skip]
const RULES: &[(&str, &str, i32, bool, usize, usize)] = &[
    ("America/New_York", "ZoneRules[currentStandardOffset=-05:00]", 207181825, false, 177, 2),
    ("America/Sao_Paulo", "ZoneRules[currentStandardOffset=-03:00]", -551205599, false, 91, 0),
    ("Asia/Tokyo", "ZoneRules[currentStandardOffset=+09:00]", 1736849217, false, 9, 0),
    ("Australia/Lord_Howe", "ZoneRules[currentStandardOffset=+10:30]", -1879463445, false, 59, 2),
    ("Europe/Paris", "ZoneRules[currentStandardOffset=+01:00]", 1279749441, false, 102, 2),
    ("UTC", "ZoneRules[currentStandardOffset=Z]", 1, true, 0, 0),
];

#[test]
fn rules_of_zones_are_those_of_java() {
    use crate::java::time::zone::ZoneId;
    for (zone, text, hash, fixed, transitions, rules) in RULES {
        let found = ZoneId::of(zone).unwrap().get_rules();
        assert_eq!(found.to_string(), *text, "{zone}");
        assert_eq!(found.hash_code(), *hash, "{zone}");
        assert_eq!(found.is_fixed_offset(), *fixed, "{zone}");
        assert_eq!(found.get_transitions().len(), *transitions, "{zone}");
        assert_eq!(found.get_transition_rules().len(), *rules, "{zone}");
    }
}
