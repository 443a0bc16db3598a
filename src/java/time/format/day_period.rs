//! Parts of the day such as `in the afternoon`, which differ from locale to locale.

use std::fmt;

use super::super::names::{Names, TextStyle};
use super::scan::Scanner;

const DAY: u16 = 1_440;

/// Minutes of the day from the first to before the last; noon and midnight are a single minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DayPeriod {
    from: u16,
    to: u16,
}

impl DayPeriod {
    /// Whether a minute of the day is in the period.
    pub(super) fn includes(self, minute: i64) -> bool {
        let (from, to) = (i64::from(self.from), i64::from(self.to));
        if from == to {
            return minute == from;
        }
        if from < to {
            (from..to).contains(&minute)
        } else {
            minute >= from || minute < to
        }
    }

    /// The minute in the middle.
    pub(super) fn middle(self) -> i64 {
        let to = if self.to < self.from {
            self.to + DAY
        } else {
            self.to
        };
        i64::from((self.from + to) / 2 % DAY)
    }
}

/// The text of a minute of the day.
pub(super) fn text_at(names: &Names, style: TextStyle, minute: i64) -> &'static str {
    let periods = names.day_periods(style);
    periods
        .iter()
        .rev()
        .find(|(start, _)| i64::from(*start) <= minute)
        .map_or("", |(_, text)| text)
}

/// The periods of a locale with their texts; a table gives the minute each text starts at.
fn periods(names: &Names, style: TextStyle) -> Vec<(DayPeriod, &'static str)> {
    let table = divided(names, style);
    let mut found: Vec<(DayPeriod, &'static str)> = Vec::with_capacity(table.len());
    for (at, (start, text)) in table.iter().enumerate() {
        let next = table.get(at + 1).map_or(DAY, |(next, _)| *next);
        // A single minute interrupts the period around it, which starts with the full hour.
        let period = if next == start + 1 {
            DayPeriod {
                from: *start,
                to: *start,
            }
        } else {
            DayPeriod {
                from: start - start % 30,
                to: next,
            }
        };
        found.push((period, text));
    }
    join_over_midnight(&mut found);
    let halves = [
        DayPeriod {
            from: 0,
            to: DAY / 2,
        },
        DayPeriod {
            from: DAY / 2,
            to: DAY,
        },
    ];
    found.extend(halves.into_iter().zip(names.halves(style).iter().copied()));
    found
}

/// The table of a style, divided also where only another style has another text: periods are the same in all.
fn divided(names: &Names, style: TextStyle) -> Vec<(u16, &'static str)> {
    let styles = [TextStyle::Full, TextStyle::Short, TextStyle::Narrow];
    let mut starts: Vec<u16> = styles
        .into_iter()
        .flat_map(|style| names.day_periods(style))
        .map(|(start, _)| start)
        .collect();
    starts.sort_unstable();
    starts.dedup();
    starts
        .into_iter()
        .map(|start| (start, text_at(names, style, start.into())))
        .collect()
}

/// The last period of the day and the first of the same text are one.
fn join_over_midnight(found: &mut Vec<(DayPeriod, &'static str)>) {
    let Some(&(last, text)) = found.last() else {
        return;
    };
    let first = found
        .iter()
        .position(|(period, other)| period.from == 0 && period.to > 0 && *other == text);
    if let Some(first) = first.filter(|first| first + 1 < found.len() && last.to == DAY) {
        let (morning, _) = found.remove(first);
        if let Some((evening, _)) = found.last_mut() {
            evening.to = morning.to;
        }
    }
}

/// Reads the text of a period.
pub(super) fn scan(scanner: &mut Scanner<'_>, at: usize, style: TextStyle) -> Option<usize> {
    let periods = periods(scanner.locale.names(), style);
    let matching = periods
        .iter()
        .filter_map(|(period, text)| Some((scanner.matching(at, text)?, *period)));
    let longest = |one: (usize, DayPeriod), other: (usize, DayPeriod)| {
        if other.0 > one.0 { other } else { one }
    };
    let (length, period) = matching.reduce(longest)?;
    if scanner
        .found
        .day_period
        .is_some_and(|known| known != period)
    {
        return None;
    }
    scanner.found.day_period = Some(period);
    Some(at + length)
}

impl fmt::Display for DayPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:02}:{:02}-{:02}:{:02}",
            self.from / 60,
            self.from % 60,
            self.to / 60,
            self.to % 60
        )
    }
}
