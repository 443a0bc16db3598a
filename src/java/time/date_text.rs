//! `Date.parse` and `new Date(String)`: dates and times in almost any order.
//!
//! A text is a row of numbers, words and marks. What a number means depends on the mark around it and on what was found
//! before; the first thing that makes no sense ends it. Nothing is checked against calendars: the 70th of May is a day.

use super::date::Date;
use super::format::scan::same_letter;
use super::thrown::{Outcome, Thrown};
use super::time_zone::TimeZone;

/// What a word means.
#[derive(Clone, Copy, Debug)]
enum Word {
    Morning,
    Afternoon,
    Nothing,
    Month(i32),
    /// Minutes west of Greenwich.
    Zone(i32),
}

/// The words; a text may have their first letters only, and the last that fits counts.
const WORDS: &[(&str, Word)] = &[
    ("am", Word::Morning),
    ("pm", Word::Afternoon),
    ("monday", Word::Nothing),
    ("tuesday", Word::Nothing),
    ("wednesday", Word::Nothing),
    ("thursday", Word::Nothing),
    ("friday", Word::Nothing),
    ("saturday", Word::Nothing),
    ("sunday", Word::Nothing),
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

/// The minutes of a zone that say that there is none; one minute east of Greenwich says the same.
const NO_ZONE: i32 = -1;

/// What was found so far.
struct Parts {
    year: Option<i32>,
    month: Option<i32>,
    day: Option<i32>,
    /// Hour, minute, second.
    time: [Option<i32>; 3],
    zone: i32,
}

struct Scanner<'a> {
    letters: Vec<char>,
    at: usize,
    /// The sign or mark in front of what comes.
    mark: Option<char>,
    parts: Parts,
    text: &'a str,
}

impl Date {
    /// `Date.parse(String)`; two digits of a year mean one of the eighty before now or the twenty after.
    pub(crate) fn parse(text: &str, zone: TimeZone, now_millis: i64) -> Outcome<i64> {
        let mut scanner = Scanner {
            letters: text.chars().collect(),
            at: 0,
            mark: None,
            parts: Parts {
                year: None,
                month: None,
                day: None,
                time: [None; 3],
                zone: NO_ZONE,
            },
            text,
        };
        let found = scanner.scan();
        found
            .and_then(|()| scanner.parts.date(zone, now_millis))
            .map(Self::get_time)
            .ok_or_else(|| scanner.failure())
    }

    /// `new Date(String)`
    pub(crate) fn of_text(text: &str, zone: TimeZone, now_millis: i64) -> Outcome<Self> {
        Self::parse(text, zone, now_millis).map(Self::new)
    }
}

impl Parts {
    fn date(&self, zone: TimeZone, now_millis: i64) -> Option<Date> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        let century = Date::new(now_millis).get_year(zone) + 1900 - 80;
        let year = match year {
            100.. => year,
            _ => {
                let year = year.wrapping_add(century / 100 * 100);
                year.wrapping_add(if year < century { 100 } else { 0 })
            }
        };
        let [hour, minute, second] = self.time.map(|part| part.unwrap_or(0));
        let parts = [year.wrapping_sub(1900), month, day, hour, minute, second];
        Some(match self.zone {
            NO_ZONE => Date::of_text_parts(parts, Some(zone)),
            minutes => {
                let shift = i64::from(minutes.wrapping_mul(60_000));
                Date::new(Date::of_text_parts(parts, None).millis.wrapping_add(shift))
            }
        })
    }

    /// Takes a number that is part of a time, in its turn.
    fn next_of_time(&mut self, number: i32, from: usize) -> Option<()> {
        let free = self
            .time
            .iter_mut()
            .skip(from)
            .find(|part| part.is_none())?;
        *free = counted(number);
        Some(())
    }
}

/// What is below zero is not found at all.
fn counted(number: i32) -> Option<i32> {
    Some(number).filter(|number| *number >= 0)
}

impl Scanner<'_> {
    #[cold]
    fn failure(&self) -> Thrown {
        let Self { text, at, .. } = self;
        Thrown::illegal_argument(format!("`{text}` makes no date at index {at}"))
    }

    fn here(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn scan(&mut self) -> Option<()> {
        while let Some(letter) = self.here() {
            match letter {
                '\0'..=' ' | ',' => self.at += 1,
                '(' => self.skip_note(),
                '0'..='9' => {
                    self.number()?;
                    self.mark = None;
                }
                '/' | ':' | '+' | '-' => {
                    self.at += 1;
                    self.mark = Some(letter);
                }
                _ => {
                    self.word()?;
                    self.mark = None;
                }
            }
        }
        Some(())
    }

    /// Skips what stands in parentheses, which may be left open.
    fn skip_note(&mut self) {
        let mut depth = 0_usize;
        while let Some(letter) = self.here() {
            self.at += 1;
            depth = match letter {
                '(' => depth + 1,
                ')' => depth - 1,
                _ => depth,
            };
            if depth == 0 {
                break;
            }
        }
    }

    fn digits(&mut self) -> i32 {
        let mut number = 0_i32;
        while let Some(digit) = self.here().and_then(|letter| letter.to_digit(10)) {
            number = number.wrapping_mul(10).wrapping_add(digit.cast_signed());
            self.at += 1;
        }
        number
    }

    fn number(&mut self) -> Option<()> {
        let number = self.digits();
        let next = self.here();
        let year_known = self.parts.year.is_some();
        match self.mark {
            Some('+') => return self.offset(number, true),
            Some('-') if year_known => return self.offset(number, false),
            _ => {}
        }
        let parts = &mut self.parts;
        if number >= 70 {
            let ends = next.is_none_or(|next| next <= ' ' || next == ',' || next == '/');
            parts.year = Some(number).filter(|_| ends && !year_known);
            return parts.year.map(drop);
        }
        // Only numbers that overflow are changed by this.
        let small = number << 24 >> 24;
        match next {
            Some(':') if parts.time[1].is_none() => parts.next_of_time(small, 0),
            Some('/') if parts.month.is_none() => {
                parts.month = counted(number.wrapping_sub(1) << 24 >> 24);
                Some(())
            }
            Some('/') if parts.day.is_none() => {
                parts.day = counted(small);
                Some(())
            }
            None | Some('\0'..=' ' | ',' | '-') => self.bare(number, small),
            _ => None,
        }
    }

    /// Takes a number with nothing to tell what it is.
    fn bare(&mut self, number: i32, small: i32) -> Option<()> {
        let parts = &mut self.parts;
        let [hour, minute, second] = parts.time;
        if hour.is_some() && minute.is_none() || minute.is_some() && second.is_none() {
            return parts.next_of_time(small, 1);
        }
        if parts.day.is_none() {
            parts.day = counted(small);
        } else if parts.year.is_none() && parts.month.is_some() {
            parts.year = Some(number);
        } else {
            return None;
        }
        Some(())
    }

    /// Takes the distance of a zone from Greenwich, in hours or as `hhmm`.
    fn offset(&mut self, number: i32, east: bool) -> Option<()> {
        if ![0, NO_ZONE].contains(&self.parts.zone) {
            return None;
        }
        let minutes = if number >= 24 {
            number % 100 + number / 100 * 60
        } else {
            number.wrapping_mul(60)
        };
        self.parts.zone = if east {
            minutes.wrapping_neg()
        } else {
            minutes
        };
        Some(())
    }

    fn word(&mut self) -> Option<()> {
        let start = self.at;
        self.at += 1;
        while self
            .here()
            .is_some_and(|letter| letter.is_ascii_alphabetic())
        {
            self.at += 1;
        }
        let word = &self.letters[start..self.at];
        let fits = |known: &str| {
            let mut known = known.chars();
            word.iter().all(|letter| {
                known
                    .next()
                    .is_some_and(|known| same_letter(known, *letter))
            })
        };
        let (_, meaning) = WORDS
            .iter()
            .rev()
            .find(|(known, _)| word.len() > 1 && fits(known))?;
        self.mean(*meaning)
    }

    fn mean(&mut self, word: Word) -> Option<()> {
        let parts = &mut self.parts;
        match word {
            Word::Nothing => {}
            Word::Month(_) if parts.month.is_some() => return None,
            Word::Month(month) => parts.month = Some(month),
            Word::Zone(minutes) => parts.zone = minutes,
            Word::Morning | Word::Afternoon => {
                let hour = parts.time[0].filter(|hour| (1..=12).contains(hour))?;
                let after = if matches!(word, Word::Afternoon) {
                    12
                } else {
                    0
                };
                parts.time[0] = Some(hour % 12 + after);
            }
        }
        Some(())
    }
}
