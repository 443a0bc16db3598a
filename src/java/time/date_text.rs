//! What `Date.parse` and `new Date(String)` make of a text.
//!
//! The rules are those of the first browsers: numbers find their place by their size and by the character behind them,
//! words by their first letters, and what stands in parentheses is a comment.

use super::date::Date;
use super::time_zone::TimeZone;

/// What a word sets.
#[derive(Clone, Copy)]
enum Word {
    Morning,
    Afternoon,
    Weekday,
    /// From 0.
    Month(i8),
    /// Minutes west of Greenwich.
    Zone(i32),
}

/// The words; a text may cut them short, and the last of several that fit counts.
const WORDS: [(&str, Word); 32] = [
    ("am", Word::Morning),
    ("pm", Word::Afternoon),
    ("monday", Word::Weekday),
    ("tuesday", Word::Weekday),
    ("wednesday", Word::Weekday),
    ("thursday", Word::Weekday),
    ("friday", Word::Weekday),
    ("saturday", Word::Weekday),
    ("sunday", Word::Weekday),
    ("january", Word::Month(0)),
    ("february", Word::Month(1)),
    ("march", Word::Month(2)),
    ("april", Word::Month(3)),
    ("may", Word::Month(4)),
    ("june", Word::Month(5)),
    ("july", Word::Month(6)),
    ("august", Word::Month(7)),
    ("september", Word::Month(8)),
    ("october", Word::Month(9)),
    ("november", Word::Month(10)),
    ("december", Word::Month(11)),
    ("gmt", Word::Zone(0)),
    ("ut", Word::Zone(0)),
    ("utc", Word::Zone(0)),
    ("est", Word::Zone(300)),
    ("edt", Word::Zone(240)),
    ("cst", Word::Zone(360)),
    ("cdt", Word::Zone(300)),
    ("mst", Word::Zone(420)),
    ("mdt", Word::Zone(360)),
    ("pst", Word::Zone(480)),
    ("pdt", Word::Zone(420)),
];

/// The parts found so far; `-1` stands for none, as numbers wrap to a byte and Java asks for their sign.
struct Parts {
    year: Option<i32>,
    month: i8,
    day: i8,
    hour: i8,
    minute: i8,
    second: i8,
    /// Minutes west of Greenwich; `-1` for the default zone.
    zone: i32,
}

/// The date that `text` means; years of two digits lie in the 80 years before `this_year` or the 19 after it.
pub(crate) fn parse(text: &str, zone: TimeZone, this_year: i32) -> Option<Date> {
    let mut parts = Parts {
        year: None,
        month: -1,
        day: -1,
        hour: -1,
        minute: -1,
        second: -1,
        zone: -1,
    };
    let mut rest = text;
    let mut sign = None;
    while let Some(next) = rest.chars().next() {
        match next {
            ..=' ' | ',' => rest = &rest[1..],
            '(' => rest = after_comment(rest),
            '0'..='9' => {
                let (number, after) = number(rest);
                rest = parts.number(number, after, sign.take())?;
            }
            '/' | ':' | '+' | '-' => {
                sign = Some(next);
                rest = &rest[1..];
            }
            _ => {
                let end = rest
                    .find(|letter: char| !letter.is_ascii_alphabetic())
                    .unwrap_or(rest.len());
                parts.word(&rest[..end])?;
                rest = &rest[end..];
                sign = None;
            }
        }
    }
    parts.date(zone, this_year)
}

/// What stands behind a comment, which may hold others and need not end.
fn after_comment(text: &str) -> &str {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}

/// The number at the start of a text, which overflows as `int` does.
fn number(text: &str) -> (i32, &str) {
    let end = text
        .find(|digit: char| !digit.is_ascii_digit())
        .unwrap_or(text.len());
    let add = |number: i32, digit: u8| {
        number
            .wrapping_mul(10)
            .wrapping_add(i32::from(digit - b'0'))
    };
    (text[..end].bytes().fold(0, add), &text[end..])
}

/// Fills a part that must be empty.
fn fill(part: &mut i8, number: i32) -> Option<()> {
    let empty = *part < 0;
    *part = number as i8;
    empty.then_some(())
}

impl Parts {
    /// Puts a number in its place; gives the text behind it.
    fn number<'a>(&mut self, number: i32, after: &'a str, sign: Option<char>) -> Option<&'a str> {
        if sign == Some('+') || sign == Some('-') && self.year.is_some() {
            return self.offset(number, after, sign == Some('+'));
        }
        let next = after.chars().next();
        let ends = next.is_none_or(|next| next <= ' ' || next == ',');
        if number >= 70 {
            let fits = self.year.is_none() && (ends || next == Some('/'));
            self.year = Some(number);
            return fits.then_some(after);
        }
        match next {
            Some(':') if self.hour < 0 => fill(&mut self.hour, number),
            Some(':') => fill(&mut self.minute, number),
            Some('/') if self.month < 0 => fill(&mut self.month, number.wrapping_sub(1)),
            Some('/') => fill(&mut self.day, number),
            _ if !ends && next != Some('-') => None,
            _ if self.hour >= 0 && self.minute < 0 => fill(&mut self.minute, number),
            _ if self.minute >= 0 && self.second < 0 => fill(&mut self.second, number),
            _ if self.day < 0 => fill(&mut self.day, number),
            _ if self.year.is_none() && self.month >= 0 => {
                self.year = Some(number);
                Some(())
            }
            _ => None,
        }?;
        Some(after)
    }

    /// `+1`, `+0130`.
    fn offset<'a>(&mut self, number: i32, after: &'a str, east: bool) -> Option<&'a str> {
        if self.zone != 0 && self.zone != -1 {
            return None;
        }
        let minutes = if number < 24 {
            number.wrapping_mul(60)
        } else {
            number % 100 + number / 100 * 60
        };
        self.zone = if east {
            minutes.wrapping_neg()
        } else {
            minutes
        };
        Some(after)
    }

    fn word(&mut self, word: &str) -> Option<()> {
        if word.len() < 2 {
            return None;
        }
        let starts = |whole: &str| {
            whole
                .get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        let (_, meaning) = WORDS.iter().rev().find(|(whole, _)| starts(whole))?;
        match *meaning {
            Word::Weekday => {}
            Word::Month(month) => fill(&mut self.month, month.into())?,
            Word::Zone(zone) => self.zone = zone,
            Word::Morning | Word::Afternoon if !(1..=12).contains(&self.hour) => return None,
            Word::Morning => self.hour %= 12,
            Word::Afternoon => self.hour = self.hour % 12 + 12,
        }
        Some(())
    }

    fn date(&self, zone: TimeZone, this_year: i32) -> Option<Date> {
        if self.month < 0 || self.day < 0 {
            return None;
        }
        let year = century(self.year?, this_year).wrapping_sub(1900);
        let [hour, minute, second] =
            [self.hour, self.minute, self.second].map(|part| i32::from(part.max(0)));
        let parts = [
            year,
            self.month.into(),
            self.day.into(),
            hour,
            minute,
            second,
        ];
        if self.zone == -1 {
            return Some(Date::of(parts, zone));
        }
        let west = i64::from(self.zone.wrapping_mul(60_000));
        Some(Date::new(Date::utc(parts).wrapping_add(west)))
    }
}

/// The year that one or two digits stand for.
fn century(year: i32, this_year: i32) -> i32 {
    if year >= 100 {
        return year;
    }
    let first = this_year - 80;
    let year = year + first / 100 * 100;
    if year < first { year + 100 } else { year }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text and milliseconds in UTC; from Java 25.
    #[rustfmt::skip]
    const MEANT: &[(&str, Option<i64>)] = &[
        ("29 Feb 2024", Some(1_709_164_800_000)),
        ("Feb 29, 2024", Some(1_709_164_800_000)),
        ("2/29/2024", Some(1_709_164_800_000)),
        ("2/29/24", Some(1_709_164_800_000)),
        ("29-Feb-2024", Some(1_709_164_800_000)),
        ("Thu, 29 Feb 2024 13:05:06 GMT", Some(1_709_211_906_000)),
        ("Thu Feb 29 13:05:06 CET 2024", None),
        ("Thu Feb 29 13:05:06 EST 2024", Some(1_709_229_906_000)),
        ("2024-02-29", None),
        ("2024/02/29", Some(1_709_164_800_000)),
        ("29/2/2024", Some(1_777_680_000_000)),
        ("2024 Feb 29", Some(1_709_164_800_000)),
        ("1 jan 70", Some(0)),
        ("1 jan 69", Some(-31_536_000_000)),
        ("1 jan 5", Some(1_104_537_600_000)),
        ("1 jan 99", Some(915_148_800_000)),
        ("12:30 pm 1 jan 2000", None),
        ("12:30 am 1 jan 2000", None),
        ("1 pm jan 1 2000", None),
        ("13:00 pm 1 jan 2000", None),
        ("1 Jan 2000 10:20:30 GMT+1", Some(946_718_430_000)),
        ("1 Jan 2000 10:20:30 GMT-3:30", None),
        ("1 Jan 2000 10:20:30 +0130", Some(946_716_630_000)),
        ("1 Jan 2000 10:20 -0130", Some(946_727_400_000)),
        ("1 Jan 2000 (a (nested) comment) 5:06", Some(946_703_160_000)),
        ("1 Jan 2000 (open", Some(946_684_800_000)),
        ("1 Foo 2000", None),
        ("1 j 2000", None),
        ("1 ju 2000", Some(962_409_600_000)),
        ("1 ma 2000", Some(957_139_200_000)),
        ("1 Jan 2000 T", None),
        ("", None),
        ("1 Jan", None),
        ("Jan 2000", None),
        ("1.1.2000", None),
        ("99999999999 jan 1", Some(1_471_883_220_702_496_768)),
        ("300/1/2000", None),
        ("1/300/2000", None),
        ("1 Jan 2000 25:61:61", Some(946_778_521_000)),
        ("1 Jan 2000 5:6:7:8", None),
        ("1 Jan 2000 UTC+2", Some(946_677_600_000)),
        ("1 Jan 2000 +5 +6", None),
        ("1 Jan 2000 utc", Some(946_684_800_000)),
        ("1 Jan 2000 m", None),
        ("Sat, 12 Aug 1995 13:30:00 GMT", Some(808_234_200_000)),
        ("sa, 12 august 1995", Some(808_185_600_000)),
        ("1 jan é 2000", None),
        ("1,jan,2000", Some(946_684_800_000)),
        ("69 jan 1", Some(984_182_400_000)),
        ("70 jan 1 ", Some(0)),
        ("1 jan 2000 pst", Some(946_713_600_000)),
        ("-5 jan 2000", Some(947_030_400_000)),
        ("1 2 2000", None),
        ("jan 1 2000 10:20:30.5", None),
        ("jan 32 2000", Some(949_363_200_000)),
        ("1 Jan 2000 GMT-25", Some(946_686_300_000)),
        ("1 jan 2000 1:2:3 am", Some(946_688_523_000)),
        ("12 1 2000 jan", None),
        ("1 jan 0000070", Some(0)),
        ("130/1/2000", None),
        ("1 Jan 2000 10:20:30 GMT-3", Some(946_732_830_000)),
        ("1 Jan 2000 10:20:30 GMT-0330", Some(946_734_630_000)),
        ("1 Jan 2000 10:20:30 GMT-3:", Some(946_732_830_000)),
        ("1 Jan 2000 10:20:30 GMT+3 +4", None),
        ("1 Jan 2000 10:20:30 +0 +4", Some(946_707_630_000)),
    ];

    #[test]
    fn texts_mean_what_they_mean_in_java() {
        let zone = TimeZone::gmt();
        for (text, millis) in MEANT {
            assert_eq!(
                parse(text, zone, 2024).map(Date::get_time),
                *millis,
                "{text}"
            );
        }
    }
}
