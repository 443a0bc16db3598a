//! Patterns such as `yyyy-MM-dd[ HH:mm]` as lists of steps.

use super::super::field::{ChronoField, Field, JulianField};
use super::super::iso_fields::IsoField;
use super::super::names::TextStyle;
use super::super::thrown::{Outcome, Thrown};
use super::element::{Element, SignStyle};
use super::number::{MAX_WIDTH, Number};
use super::offset::OffsetPattern;

/// Sections nest no deeper; Java's own limit is its stack.
const MAX_DEPTH: usize = 1_000;

/// Collects steps; the rules for digits without separators are kept while they come in.
#[derive(Debug, Default)]
pub(super) struct Builder {
    elements: Vec<Element>,
    /// Where open sections start.
    open: Vec<usize>,
    /// The number whose width is still open because others follow it directly.
    active: Option<usize>,
    /// Width that the next step is filled up to.
    pad: usize,
}

impl Builder {
    /// Adds a step that ends a run of numbers; gives its place.
    pub(super) fn push(&mut self, element: Element) -> usize {
        let element = match std::mem::take(&mut self.pad) {
            0 => element,
            width => Element::Pad {
                width,
                inner: Box::new(element),
            },
        };
        self.elements.push(element);
        self.active = None;
        self.elements.len() - 1
    }

    /// Adds a number, which takes its width from an open number before it.
    pub(super) fn number(&mut self, element: Element) -> Outcome<()> {
        let Some(active) = self.active else {
            let at = self.push(element);
            self.active = Some(at);
            return Ok(());
        };
        if matches!(self.elements[active], Element::Pad { .. }) {
            return Err(Thrown::new(
                "java.lang.ClassCastException",
                "a padded number is followed by a number",
            ));
        }
        match fixed_width(&element) {
            Some(width) => {
                self.push(reading_fixed(element));
                if let Some(subsequent) = subsequent(&mut self.elements[active]) {
                    *subsequent += width;
                }
                self.active = Some(active);
            }
            None => {
                if let Some(subsequent) = subsequent(&mut self.elements[active]) {
                    *subsequent = -1;
                }
                let at = self.push(element);
                self.active = Some(at);
            }
        }
        Ok(())
    }

    fn field(&mut self, number: Number) -> Outcome<()> {
        if number.minimum > MAX_WIDTH {
            return Err(Thrown::illegal_argument(format!(
                "a width of {} is above {MAX_WIDTH}",
                number.minimum
            )));
        }
        self.number(Element::Number(number))
    }

    pub(super) fn literal(&mut self, text: &str) {
        if !text.is_empty() {
            self.push(Element::Literal(text.into()));
        }
    }

    /// Starts an optional section or a nested formatter.
    pub(super) fn open(&mut self, optional: bool) -> Outcome<()> {
        if self.open.len() == MAX_DEPTH {
            return Err(Thrown::new(
                "java.lang.StackOverflowError",
                "the pattern nests too deep",
            ));
        }
        self.open.push(self.elements.len());
        self.elements.push(Element::Open { optional, end: 0 });
        self.active = None;
        Ok(())
    }

    /// Ends the section; one without steps leaves nothing.
    pub(super) fn close(&mut self) -> Outcome<()> {
        let missing = || Thrown::illegal_argument("found `]` without `[` before it");
        let start = self.open.pop().ok_or_else(missing)?;
        if start + 1 == self.elements.len() {
            self.elements.pop();
            return Ok(());
        }
        let end = self.push(Element::Close);
        if let Element::Open { end: at, .. } = &mut self.elements[start] {
            *at = end;
        }
        Ok(())
    }

    /// The list, with sections that are still open ended.
    pub(super) fn finish(mut self) -> Outcome<Vec<Element>> {
        while !self.open.is_empty() {
            self.close()?;
        }
        Ok(self.elements)
    }

    /// Adds the steps of a pattern.
    pub(super) fn pattern(&mut self, pattern: &str) -> Outcome<()> {
        let mut rest = pattern;
        while let Some(first) = rest.chars().next() {
            rest = match first {
                'a'..='z' | 'A'..='Z' => self.letters(rest)?,
                '\'' => self.quoted(rest)?,
                '[' => {
                    self.open(true)?;
                    &rest[1..]
                }
                ']' => {
                    self.close()?;
                    &rest[1..]
                }
                '{' | '}' | '#' => {
                    return Err(Thrown::illegal_argument(format!(
                        "`{first}` is reserved in patterns"
                    )));
                }
                _ => {
                    let (text, rest) = rest.split_at(first.len_utf8());
                    self.literal(text);
                    rest
                }
            };
        }
        Ok(())
    }

    /// Text in quotes, `''` within for a quote; `''` alone is a quote.
    fn quoted<'a>(&mut self, pattern: &'a str) -> Outcome<&'a str> {
        let mut text = String::new();
        let mut rest = &pattern[1..];
        loop {
            let Some(end) = rest.find('\'') else {
                return Err(Thrown::illegal_argument("found a quote without its end"));
            };
            text.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            if !rest.starts_with('\'') {
                break;
            }
            text.push('\'');
            rest = &rest[1..];
        }
        self.literal(if text.is_empty() { "'" } else { &text });
        Ok(rest)
    }

    /// A run of one letter, with padding before it.
    fn letters<'a>(&mut self, pattern: &'a str) -> Outcome<&'a str> {
        let (mut letter, mut count) = run(pattern).unwrap_or(('p', 1));
        let mut rest = &pattern[count..];
        if letter == 'p' {
            let pad = count;
            let next = run(rest).filter(|(letter, _)| letter.is_ascii_alphabetic());
            (letter, count) = next.ok_or_else(|| {
                Thrown::illegal_argument("`p` is not followed by a letter that it could pad")
            })?;
            rest = &rest[count..];
            self.pad = pad;
            self.active = None;
        }
        self.letter(letter, count)?;
        Ok(rest)
    }

    fn letter(&mut self, letter: char, count: usize) -> Outcome<()> {
        match field_of(letter) {
            Some(field) => self.field_letter(letter, count, field),
            None => self.other_letter(letter, count),
        }
    }

    /// Letters of fields, each with the numbers of letters it allows.
    fn field_letter(&mut self, letter: char, count: usize, field: Field) -> Outcome<()> {
        match (letter, count) {
            ('u' | 'y', 2) => self.field(Number::reduced(field)),
            ('u' | 'y', 4..) => {
                self.field(Number::of(field, count, MAX_WIDTH, SignStyle::ExceedsPad))
            }
            ('u' | 'y', 3) | ('g', _) => {
                self.field(Number::of(field, count, MAX_WIDTH, SignStyle::Normal))
            }
            ('A' | 'n' | 'N', _) => {
                self.field(Number::of(field, count, MAX_WIDTH, SignStyle::NotNegative))
            }
            ('c', 1) | ('e', 1 | 2) => self.week(letter, count),
            (
                'u' | 'y' | 'M' | 'L' | 'Q' | 'q' | 'd' | 'D' | 'F' | 'h' | 'H' | 'k' | 'K' | 'm'
                | 's',
                1,
            ) => self.field(Number::free(field)),
            ('M' | 'L' | 'Q' | 'q' | 'd' | 'h' | 'H' | 'k' | 'K' | 'm' | 's', 2) => {
                self.field(Number::fixed(field, 2))
            }
            ('D', 2 | 3) => self.field(Number::of(field, count, 3, SignStyle::NotNegative)),
            ('S', 1..=9) => self.number(Element::Fraction {
                minimum: count,
                maximum: count,
                point: false,
            }),
            ('E' | 'G', 1 | 2)
            | ('M' | 'L' | 'Q' | 'q' | 'E' | 'e' | 'c' | 'G', 3..=5)
            | ('a', 1) => {
                let style = text_style(count, matches!(letter, 'L' | 'q' | 'c'));
                self.push(Element::Text {
                    field,
                    style,
                    fixed: None,
                });
                Ok(())
            }
            _ => Err(too_many(letter)),
        }
    }

    fn week(&mut self, letter: char, count: usize) -> Outcome<()> {
        self.number(Element::WeekNumber {
            letter,
            count,
            subsequent: 0,
        })
    }

    /// Letters of zones, offsets, weeks and parts of the day.
    fn other_letter(&mut self, letter: char, count: usize) -> Outcome<()> {
        let offset = |pattern, zero| Element::Offset { pattern, zero };
        let zone = |style, generic| Element::ZoneText { style, generic };
        let element = match (letter, count) {
            ('W', 1) | ('w', 1 | 2) | ('Y', _) => return self.week(letter, count),
            ('z', 1..=3) => zone(TextStyle::Short, false),
            ('z', 4) => zone(TextStyle::Full, false),
            ('v', 1) => zone(TextStyle::Short, true),
            ('v', 4) => zone(TextStyle::Full, true),
            ('V', 2) => Element::ZoneId,
            ('Z', 1..=3) => offset(OffsetPattern::MINUTE, "+0000"),
            ('Z' | 'O', 4) => Element::LocalizedOffset(TextStyle::Full),
            ('Z', 5) => offset(OffsetPattern::SECOND_COLON, "Z"),
            ('O', 1) => Element::LocalizedOffset(TextStyle::Short),
            ('X' | 'x', 1..=5) => {
                let patterns = [
                    (OffsetPattern::HOUR, "+00"),
                    (OffsetPattern::MINUTE, "+0000"),
                    (OffsetPattern::MINUTE_COLON, "+00:00"),
                    (OffsetPattern::SECOND, "+0000"),
                    (OffsetPattern::SECOND_COLON, "+00:00"),
                ];
                let (pattern, zero) = patterns[count - 1];
                offset(pattern, if letter == 'X' { "Z" } else { zero })
            }
            ('B', 1) => Element::DayPeriod(TextStyle::Short),
            ('B', 4) => Element::DayPeriod(TextStyle::Full),
            ('B', 5) => Element::DayPeriod(TextStyle::Narrow),
            ('W' | 'w' | 'z' | 'v' | 'V' | 'Z' | 'O' | 'X' | 'x' | 'B', _) => {
                return Err(too_many(letter));
            }
            _ => {
                return Err(Thrown::illegal_argument(format!(
                    "`{letter}` is no letter of patterns"
                )));
            }
        };
        self.push(element);
        Ok(())
    }
}

/// The first letter and how often it is repeated.
fn run(pattern: &str) -> Option<(char, usize)> {
    let first = pattern.chars().next()?;
    Some((
        first,
        pattern
            .chars()
            .take_while(|letter| *letter == first)
            .count(),
    ))
}

#[cold]
fn too_many(letter: char) -> Thrown {
    Thrown::illegal_argument(format!(
        "`{letter}` does not go with this number of letters"
    ))
}

fn text_style(count: usize, standalone: bool) -> TextStyle {
    let style = match count {
        4 => TextStyle::Full,
        5 => TextStyle::Narrow,
        _ => TextStyle::Short,
    };
    if standalone {
        style.as_standalone()
    } else {
        style
    }
}

/// The width of a number that always has the same.
fn fixed_width(element: &Element) -> Option<i32> {
    let width = match element {
        Element::Number(number) if number.has_fixed_width() => number.maximum,
        Element::Fraction { minimum, .. } => *minimum,
        Element::WeekNumber {
            letter: 'W' | 'c', ..
        } => 1,
        Element::WeekNumber {
            letter: 'e', count, ..
        } => *count,
        Element::WeekNumber {
            letter: 'w' | 'Y',
            count: 2,
            ..
        } => 2,
        Element::WeekNumber {
            letter: 'Y',
            count: MAX_WIDTH,
            ..
        } => MAX_WIDTH,
        _ => return None,
    };
    i32::try_from(width).ok()
}

/// The same number, read with exactly its width.
fn reading_fixed(mut element: Element) -> Element {
    if let Some(width) = subsequent(&mut element) {
        *width = -1;
    }
    element
}

fn subsequent(element: &mut Element) -> Option<&mut i32> {
    match element {
        Element::Number(Number { subsequent, .. }) | Element::WeekNumber { subsequent, .. } => {
            Some(subsequent)
        }
        _ => None,
    }
}

/// The field of a letter.
fn field_of(letter: char) -> Option<Field> {
    use ChronoField as F;
    Some(Field::Chrono(match letter {
        'G' => F::Era,
        'y' => F::YearOfEra,
        'u' => F::Year,
        'M' | 'L' => F::MonthOfYear,
        'D' => F::DayOfYear,
        'd' => F::DayOfMonth,
        'F' => F::AlignedWeekOfMonth,
        'E' | 'c' | 'e' => F::DayOfWeek,
        'a' => F::AmPmOfDay,
        'H' => F::HourOfDay,
        'k' => F::ClockHourOfDay,
        'K' => F::HourOfAmPm,
        'h' => F::ClockHourOfAmPm,
        'm' => F::MinuteOfHour,
        's' => F::SecondOfMinute,
        'S' | 'n' => F::NanoOfSecond,
        'A' => F::MilliOfDay,
        'N' => F::NanoOfDay,
        'Q' | 'q' => return Some(Field::Iso(IsoField::QuarterOfYear)),
        'g' => return Some(Field::Julian(JulianField::ModifiedJulianDay)),
        _ => return None,
    }))
}
