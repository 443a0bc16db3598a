//! Reading a text by the steps of a formatter.

use super::super::field::{ChronoField, Field};
use super::super::names::{DecimalStyle, Locale, TextStyle};
use super::super::week_fields::WeekFields;
use super::super::zone::ZoneId;
use super::day_period::{self, DayPeriod};
use super::element::Element;
use super::number::Number;
use super::{instant, offset, zone_text};

/// What reading found so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) fields: Vec<(Field, i64)>,
    pub(super) zone: Option<ZoneId>,
    pub(super) day_period: Option<DayPeriod>,
    pub(super) leap_second: bool,
}

/// The state of reading.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) locale: &'a Locale,
    decimals: DecimalStyle,
    /// Whether numbers need their full width.
    pub(super) strict: bool,
    case_sensitive: bool,
    pub(super) found: Found,
    /// An exception that no optional section catches.
    pub(super) failure: Option<String>,
    /// How far reading came.
    pub(super) reached: usize,
}

/// What to go back to when an optional section does not match.
struct Section {
    found: Found,
    at: usize,
    end: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, locale: &'a Locale, decimals: DecimalStyle) -> Self {
        Self {
            text,
            locale,
            decimals,
            strict: true,
            case_sensitive: true,
            found: Found::default(),
            failure: None,
            reached: 0,
        }
    }

    pub(super) fn style(&self) -> DecimalStyle {
        self.decimals
    }

    fn weeks(&self) -> WeekFields {
        self.locale.week_fields()
    }

    /// Fails whatever comes.
    #[cold]
    pub(super) fn fail_hard(&mut self, why: String) {
        self.failure.get_or_insert(why);
    }

    /// Notes a value; false where another was found before.
    pub(super) fn set(&mut self, field: Field, value: i64) -> bool {
        match self
            .found
            .fields
            .iter_mut()
            .find(|(known, _)| *known == field)
        {
            Some((_, known)) => std::mem::replace(known, value) == value,
            None => {
                self.found.fields.push((field, value));
                true
            }
        }
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Whether two letters are the same here.
    pub(super) fn same(&self, one: char, other: char) -> bool {
        one == other || (!self.case_sensitive && same_letter(one, other))
    }

    /// How many bytes of the text at a place are a given text.
    pub(super) fn matching(&self, at: usize, wanted: &str) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let mut found = rest.char_indices();
        for letter in wanted.chars() {
            let (_, here) = found.next()?;
            if !self.same(letter, here) {
                return None;
            }
        }
        Some(found.next().map_or(rest.len(), |(end, _)| end))
    }

    pub(super) fn matches(&self, at: usize, wanted: &str) -> bool {
        self.matching(at, wanted).is_some()
    }

    /// Up to so many digits at a place.
    pub(super) fn digits(&self, at: usize, most: usize) -> Vec<u8> {
        let zero = u32::from(self.decimals.zero_digit);
        let rest = self.text.get(at..).unwrap_or_default().chars();
        let values = rest
            .map(|letter| u32::from(letter).wrapping_sub(zero))
            .take_while(|value| *value < 10);
        values
            .take(most)
            .filter_map(|value| u8::try_from(value).ok())
            .collect()
    }

    /// Bytes of one digit.
    pub(super) fn digit_length(&self) -> usize {
        self.decimals.zero_digit.len_utf8()
    }

    /// Reads by all steps from a place; gives the place behind.
    pub(super) fn run(&mut self, elements: &[Element], at: usize) -> Option<usize> {
        let (mut at, mut index) = (at, 0);
        let mut sections: Vec<Section> = Vec::new();
        while let Some(element) = elements.get(index) {
            match element {
                Element::Open {
                    optional: true,
                    end,
                } => {
                    sections.push(Section {
                        found: self.found.clone(),
                        at,
                        end: *end,
                    });
                }
                Element::Open { .. } => {}
                Element::Close => {
                    sections.pop_if(|section| section.end == index);
                }
                _ => match self.tried(element, at) {
                    Some(next) => at = next,
                    None if self.failure.is_some() => return None,
                    None => {
                        self.reached = self.reached.max(at);
                        let section = sections.pop()?;
                        (self.found, at, index) = (section.found, section.at, section.end);
                    }
                },
            }
            index += 1;
        }
        Some(at)
    }

    /// Reads by one step, unless that fails for good.
    fn tried(&mut self, element: &Element, at: usize) -> Option<usize> {
        let next = self.step(element, at);
        next.filter(|_| self.failure.is_none())
    }

    /// Reads by one step.
    fn step(&mut self, element: &Element, at: usize) -> Option<usize> {
        match element {
            Element::Literal(text) => self.literal(text, at),
            Element::Number(number) => number.scan(self, at),
            Element::WeekNumber {
                letter,
                count,
                subsequent,
            } => Number::of_week(self.weeks(), *letter, *count, *subsequent).scan(self, at),
            Element::Fraction {
                minimum,
                maximum,
                point,
            } => self.fraction(*minimum, *maximum, *point, at),
            Element::Text {
                field,
                style,
                fixed,
            } => self.text(*field, *style, *fixed, at),
            Element::Offset { pattern, zero } => pattern.scan(self, at, zero),
            Element::LocalizedOffset(style) => {
                offset::scan_localized(self, at, *style, self.locale.names().gmt())
            }
            Element::ZoneId | Element::ZoneRegionId => zone_text::scan_id(self, at),
            Element::ZoneText { style, .. } => zone_text::scan_name(self, at, *style),
            Element::DayPeriod(style) => day_period::scan(self, at, *style),
            Element::Instant => instant::scan(self, at),
            Element::CaseSensitive(on) => {
                self.case_sensitive = *on;
                Some(at)
            }
            Element::Strict(on) => {
                self.strict = *on;
                Some(at)
            }
            Element::Pad { width, inner } => self.padded(*width, inner, at),
            // Localized steps are replaced before reading, brackets are read by the loop.
            Element::Open { .. }
            | Element::Close
            | Element::Localized { .. }
            | Element::Template(_) => Some(at),
        }
    }

    fn literal(&self, text: &str, at: usize) -> Option<usize> {
        if let Some(length) = self.matching(at, text) {
            return Some(at + length);
        }
        // Lenient reading takes any space for any other.
        let spaces = !self.strict && text.chars().count() == 1 && text.chars().all(is_space);
        self.char_at(at)
            .filter(|letter| spaces && is_space(*letter))
            .map(|letter| at + letter.len_utf8())
    }

    fn fraction(
        &mut self,
        minimum: usize,
        maximum: usize,
        point: bool,
        at: usize,
    ) -> Option<usize> {
        let exact = self.strict || (minimum == maximum && !point);
        let (minimum, maximum) = if exact { (minimum, maximum) } else { (0, 9) };
        let mut start = at;
        if point {
            if self.char_at(at) != Some(self.decimals.decimal_separator) {
                return (minimum == 0).then_some(at);
            }
            start += self.decimals.decimal_separator.len_utf8();
        }
        let digits = self.digits(start, maximum);
        if digits.len() < minimum {
            return None;
        }
        let places = u32::try_from(9 - digits.len()).unwrap_or(0);
        let value = digits
            .iter()
            .fold(0_i64, |total, digit| total * 10 + i64::from(*digit))
            * 10_i64.pow(places);
        self.set(ChronoField::NanoOfSecond.into(), value)
            .then_some(start + digits.len() * self.digit_length())
    }

    fn text(
        &mut self,
        field: Field,
        style: TextStyle,
        fixed: Option<&[&str]>,
        at: usize,
    ) -> Option<usize> {
        let names = self.locale.names();
        let mut best: Option<(usize, i64)> = None;
        let mut has_texts = false;
        let mut offer = |first: i64, texts: &[&str]| {
            has_texts = true;
            for (value, text) in (first..).zip(texts) {
                let length = self.matching(at, text).filter(|length| *length > 0);
                if let Some(length) =
                    length.filter(|length| best.is_none_or(|(known, _)| *length >= known))
                {
                    best = Some((length, value));
                }
            }
        };
        if let Some(texts) = fixed {
            offer(1, texts);
        } else {
            let styles = if self.strict {
                vec![style]
            } else {
                TextStyle::VALUES.to_vec()
            };
            for (first, texts) in styles
                .into_iter()
                .filter_map(|style| names.field_texts(field, style))
            {
                offer(first, texts);
            }
        }
        match best {
            Some((length, value)) => self.set(field, value).then_some(at + length),
            None if self.strict && has_texts => None,
            None => Number::free(field).scan(self, at),
        }
    }

    fn padded(&mut self, width: usize, inner: &Element, at: usize) -> Option<usize> {
        let rest = self.text.get(at..).filter(|rest| !rest.is_empty())?;
        let end = match rest.char_indices().nth(width) {
            Some((length, _)) => at + length,
            None if rest.chars().count() == width => self.text.len(),
            None if self.strict => return None,
            None => self.text.len(),
        };
        let whole = self.text;
        self.text = &whole[..end];
        let start = end - self.text[at..].trim_start_matches(' ').len();
        let behind = self.step(inner, start);
        self.text = whole;
        behind.filter(|behind| *behind == end || !self.strict)
    }
}

/// Letters that differ in case only.
pub(in super::super) fn same_letter(one: char, other: char) -> bool {
    one.to_uppercase().eq(other.to_uppercase()) || one.to_lowercase().eq(other.to_lowercase())
}

/// Unicode's space separators.
pub(in super::super) fn is_space(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}
