//! Sequences of calls on calendars with what Java answered: `zone locale calls =answers`, columns apart by tabs.
//!
//! Calls and answers are apart by `;`, `-` is no answer. The zone is left out of texts.

use crate::java::time::calendar::Calendar;
use crate::java::time::names::Locale;
use crate::java::time::thrown::Outcome;
use crate::java::time::time_zone::TimeZone;

fn text_of(calendar: &Calendar) -> String {
    let text = calendar.to_string();
    text.replace(&format!("zone={},", calendar.get_time_zone()), "zone=,")
}

fn shown<T: std::fmt::Display>(outcome: Outcome<T>) -> Outcome<String> {
    outcome.map(|value| value.to_string())
}

fn silent(outcome: Outcome<()>) -> Outcome<String> {
    outcome.map(|()| "-".to_owned())
}

fn call(calendar: &mut Calendar, name: &str, words: &[&str]) -> Outcome<String> {
    let numbers: Vec<i32> = words.iter().map(|word| word.parse().unwrap_or(0)).collect();
    let number = |at: usize| numbers.get(at).copied().unwrap_or(0);
    match name {
        "time" => {
            calendar.set_time_in_millis(words[0].parse().expect("time"));
            silent(Ok(()))
        }
        "set" => silent(calendar.set(number(0), number(1))),
        "set3" | "set5" | "set6" => {
            calendar.set_date(&numbers);
            silent(Ok(()))
        }
        "add" => silent(calendar.add(number(0), number(1))),
        "roll" => silent(calendar.roll(number(0), number(1))),
        "clear" => {
            calendar.clear();
            silent(Ok(()))
        }
        "clearf" => silent(calendar.clear_field(number(0))),
        "get" => shown(calendar.get(number(0))),
        "millis" => shown(calendar.get_time_in_millis()),
        "lenient" => {
            calendar.set_lenient(number(0) == 1);
            silent(Ok(()))
        }
        "first" => silent(calendar.set_first_day_of_week(number(0))),
        "minimal" => silent(calendar.set_minimal_days_in_first_week(number(0))),
        "weekdate" => silent(calendar.set_week_date(number(0), number(1), number(2))),
        "weekyear" => shown(calendar.get_week_year()),
        "weeks" => shown(calendar.get_weeks_in_week_year()),
        "tz" => {
            calendar.set_time_zone(TimeZone::get_time_zone(words[0]));
            silent(Ok(()))
        }
        "name" => calendar
            .get_display_name(number(0), number(1), &Locale::of_tag(words[2]))
            .map(|name| name.unwrap_or("null").to_owned()),
        _ => question(calendar, name, number(0)),
    }
}

fn question(calendar: &Calendar, name: &str, field: i32) -> Outcome<String> {
    match name {
        "amax" => shown(calendar.get_actual_maximum(field)),
        "amin" => shown(calendar.get_actual_minimum(field)),
        "gmin" => shown(calendar.get_greatest_minimum(field)),
        "lmax" => shown(calendar.get_least_maximum(field)),
        "max" => shown(calendar.get_maximum(field)),
        "min" => shown(calendar.get_minimum(field)),
        "isset" => shown(calendar.is_set(field)),
        "hash" => shown(calendar.hash_code()),
        _ => Ok(text_of(calendar)),
    }
}

#[test]
fn calendars_go_through_the_states_of_java() {
    let all = std::env::var("TIME_CALENDARS")
        .ok()
        .map(|path| std::fs::read_to_string(path).expect("vectors"));
    let text = all.as_deref().unwrap_or(include_str!("calendars.txt"));
    let mut wrong = Vec::new();
    for line in text.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let mut calendar = Calendar::get_instance(
            TimeZone::get_time_zone(columns[0]),
            &Locale::of_tag(columns[1]),
            1,
        );
        let answers = columns[2].split(';').map(|op| {
            let words: Vec<&str> = op.split(' ').collect();
            let answer = call(&mut calendar, words[0], &words[1..]);
            answer.unwrap_or_else(|thrown| format!("!{}", thrown.simple_class()))
        });
        let expected: Vec<&str> = columns[3][1..].split(';').collect();
        let found: Vec<String> = answers.collect();
        if let Some(at) = (0..found.len()).find(|at| found[*at] != expected[*at]) {
            wrong.push(format!("{line}\n    call {at} found {}", found[at]));
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

/// Rows are `locale field style names name`: what the field is called at one time, and all its names in Java's order.
#[test]
fn fields_have_the_names_of_java() {
    let all = std::env::var("TIME_NAMES")
        .ok()
        .map(|path| std::fs::read_to_string(path).expect("vectors"));
    let text = all.as_deref().unwrap_or(include_str!("field_names.txt"));
    for line in text.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let locale = Locale::of_tag(columns[0]);
        let number = |at: usize| columns[at].parse::<i32>().expect("number");
        let mut calendar =
            Calendar::get_instance(TimeZone::get_time_zone("UTC"), &locale, 1_602_781_000_267);
        let joined = |names: Vec<(&str, i32)>| {
            let pairs: Vec<String> = names
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            pairs.join(", ")
        };
        let names = calendar
            .get_display_names(number(1), number(2), &locale)
            .map_or_else(
                |thrown| thrown.simple_class().to_owned(),
                |names| names.map_or("null".to_owned(), joined),
            );
        let name = calendar
            .get_display_name(number(1), number(2), &locale)
            .map_or_else(
                |thrown| thrown.simple_class().to_owned(),
                |name| name.unwrap_or("null").to_owned(),
            );
        assert_eq!([&*names, &*name], columns[3..], "{line}");
    }
}
