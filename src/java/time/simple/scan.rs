//! Reading a date by a pattern.
//!
//! Places in texts are counted in UTF-16 units, as Java does.

use super::super::calendar::display::{names_of, text_style};
use super::super::calendar::{
    AM_PM, Calendar, DAY_OF_WEEK, ERA, HOUR, HOUR_OF_DAY, LONG, MONTH, SHORT, STANDALONE, YEAR,
};
use super::super::format::scan::{is_space, same_letter};
use super::super::names::{DecimalStyle, Locale};
use super::super::time_zone::TimeZone;
use super::found::Found;
use super::number;
use super::pattern::{Layout, Piece};
use super::print::PLAIN;
use super::symbols::DateFormatSymbols;

/// A text being read.
pub(super) struct Scanner<'a> {
    pub(super) layout: &'a Layout,
    pub(super) text: &'a [u16],
    pub(super) locale: &'a Locale,
    /// The locale that names of zones are of.
    pub(super) zone_locale: &'a Locale,
    pub(super) symbols: Option<&'a DateFormatSymbols>,
    pub(super) calendar: &'a mut Calendar,
    /// The zone whose names come second.
    pub(super) default_zone: TimeZone,
    /// The first year that two digits may mean.
    pub(super) first_year: i32,
    pub(super) found: Found,
    /// Whether two digits of a year were those of the first year.
    pub(super) ambiguous: bool,
}

/// Styles of names for reading.
const ALL_BUT_NARROW: [i32; 4] = [SHORT, STANDALONE | SHORT, LONG, STANDALONE | LONG];

/// Where a text ends to be read, or does not fit any more.
pub(super) type Step = Result<usize, usize>;

/// One field of a pattern.
#[derive(Clone, Copy, Debug)]
struct Wanted {
    letter: char,
    width: usize,
    /// Where a number ends if the next field is a number too.
    end: Option<usize>,
}

impl Scanner<'_> {
    /// Reads the pattern from a place on.
    pub(super) fn scan(&mut self, start: usize) -> Step {
        let layout = self.layout;
        let mut at = start;
        for (index, piece) in layout.pieces.iter().enumerate() {
            at = match piece {
                Piece::Text(text) => self.scan_text(at, text)?,
                Piece::Field { letter, width } => {
                    let dense = layout.pieces.get(index + 1).is_some_and(is_number);
                    let wanted = Wanted {
                        letter: *letter,
                        width: *width,
                        end: dense.then_some(at + width),
                    };
                    self.scan_field(at, wanted)?
                }
            };
        }
        Ok(at)
    }

    fn scan_text(&self, mut at: usize, text: &str) -> Step {
        for unit in text.encode_utf16() {
            let found = *self.text.get(at).ok_or(at)?;
            let spaces = [unit, found]
                .map(letter_of)
                .iter()
                .all(|letter| is_space(*letter));
            if found != unit && !(spaces && self.calendar.is_lenient()) {
                return Err(at);
            }
            at += 1;
        }
        Ok(at)
    }

    fn scan_field(&mut self, start: usize, wanted: Wanted) -> Step {
        let blank = |unit: &&u16| [u16::from(b' '), u16::from(b'\t')].contains(unit);
        let at = start
            + self
                .text
                .get(start..)
                .unwrap_or_default()
                .iter()
                .take_while(blank)
                .count();
        if at >= self.text.len() {
            return Err(start);
        }
        // Names may not follow white space; failures are told behind it.
        let name = |end: Option<usize>| end.ok_or(at);
        match wanted.letter {
            'G' => name(self.scan_era(start)),
            'a' => name(self.scan_half_day(start)),
            'E' => name(self.scan_week_day(start)),
            'M' | 'L' if wanted.width > 2 => name(self.scan_month(start, wanted.letter)),
            'z' | 'Z' => self.scan_zone(start, at),
            'X' => self.scan_iso_zone(at, wanted.width),
            _ => {
                let (value, end) = self.scan_number(at, wanted)?;
                self.take_number(value, at, end, wanted)
                    .map_or(Err(end), |()| Ok(end))
            }
        }
    }

    fn scan_number(&self, at: usize, wanted: Wanted) -> Result<(i32, usize), usize> {
        let end = wanted.end.unwrap_or(self.text.len());
        let text = self.text.get(..end).ok_or(at)?;
        number::scan(text, at, DecimalStyle::of(self.locale)).ok_or(at)
    }

    /// Notes the number of a field, unless it is out of range.
    fn take_number(&mut self, value: i32, at: usize, end: usize, wanted: Wanted) -> Option<()> {
        let lenient = self.calendar.is_lenient();
        match wanted.letter {
            'y' | 'Y' => {
                let year = self.full_year(value, &self.text[at..end], wanted.width);
                match wanted.letter {
                    'y' => self.found.set(YEAR, year),
                    _ => self.found.set_week_year(year),
                }
            }
            'M' | 'L' => self.found.set(MONTH, value.wrapping_sub(1)),
            'u' => self.found.set_iso_day(value),
            'k' | 'h' => {
                let (field, last) = if wanted.letter == 'k' {
                    (HOUR_OF_DAY, 24)
                } else {
                    (HOUR, 12)
                };
                if !lenient && !(1..=last).contains(&value) {
                    return None;
                }
                self.found.set(field, if value == last { 0 } else { value });
            }
            letter => {
                let plain = PLAIN.iter().find(|(known, _)| *known == letter);
                plain
                    .into_iter()
                    .for_each(|(_, field)| self.found.set(*field, value));
            }
        }
        Some(())
    }

    /// Two digits for at most two letters are a year of the century that the format starts.
    fn full_year(&mut self, value: i32, text: &[u16], width: usize) -> i32 {
        let digits = text.len() == 2 && text.iter().all(|unit| number::digit(*unit, '0').is_some());
        if width > 2 || !digits {
            return value;
        }
        let pivot = self.first_year % 100;
        self.ambiguous = value == pivot;
        let century = self.first_year / 100 * 100;
        value.wrapping_add(century + if value < pivot { 100 } else { 0 })
    }

    fn scan_era(&mut self, at: usize) -> Option<usize> {
        if let Some(symbols) = self.symbols {
            return self.scan_own_name(at, ERA, &symbols.eras);
        }
        self.scan_name(at, ERA, &ALL_BUT_NARROW)
    }

    fn scan_half_day(&mut self, at: usize) -> Option<usize> {
        if let Some(symbols) = self.symbols {
            return self.scan_own_name(at, AM_PM, &symbols.am_pm_strings);
        }
        self.scan_name(at, AM_PM, &ALL_BUT_NARROW)
    }

    /// Reads the longest name of a field that fits, in any of the styles.
    fn scan_name(&mut self, at: usize, field: usize, styles: &[i32]) -> Option<usize> {
        let names = styles
            .iter()
            .flat_map(|style| names_of(field, text_style(*style), self.locale));
        let mut best: Option<(usize, i32)> = None;
        for (name, value) in names {
            let length = self.matching(at, name);
            if length > best.map(|(length, _)| length) {
                best = length.map(|length| (length, value));
            }
        }
        let (length, value) = best?;
        self.found.set(field, value);
        Some(at + length)
    }

    /// The same for texts that were set.
    fn scan_own_name(&mut self, at: usize, field: usize, names: &[String]) -> Option<usize> {
        let mut best = (0, None);
        let first = usize::from(field == DAY_OF_WEEK);
        for (name, value) in names.iter().zip(0..).skip(first) {
            if let Some(length) = self.matching(at, name)
                && length > best.0
            {
                best = (length, Some(value));
            }
        }
        self.found.set(field, best.1?);
        Some(at + best.0)
    }

    fn scan_week_day(&mut self, at: usize) -> Option<usize> {
        if let Some(symbols) = self.symbols {
            return self
                .scan_own_name(at, DAY_OF_WEEK, &symbols.weekdays)
                .or_else(|| self.scan_own_name(at, DAY_OF_WEEK, &symbols.short_weekdays));
        }
        self.scan_name(at, DAY_OF_WEEK, &[LONG])
            .or_else(|| self.scan_name(at, DAY_OF_WEEK, &[SHORT]))
    }

    fn scan_month(&mut self, at: usize, letter: char) -> Option<usize> {
        if let Some(symbols) = self.symbols.filter(|_| letter == 'M') {
            return self
                .scan_own_name(at, MONTH, &symbols.months)
                .or_else(|| self.scan_own_name(at, MONTH, &symbols.short_months));
        }
        let form = if self.layout.month_alone {
            STANDALONE
        } else {
            0
        };
        let styles: &[i32] = match letter {
            'M' => &[form | SHORT, form | LONG],
            _ => &ALL_BUT_NARROW,
        };
        self.scan_name(at, MONTH, styles)
    }

    /// How many units of the text at a place are a given text, whatever the case.
    pub(super) fn matching(&self, at: usize, wanted: &str) -> Option<usize> {
        let rest = self.text.get(at..)?;
        let mut length = 0;
        for unit in wanted.encode_utf16() {
            let found = *rest.get(length)?;
            if found != unit && !same_letter(letter_of(found), letter_of(unit)) {
                return None;
            }
            length += 1;
        }
        Some(length)
    }
}

/// A unit as a letter; halves of pairs are like no letter.
fn letter_of(unit: u16) -> char {
    char::from_u32(unit.into()).unwrap_or('\0')
}

/// Whether a part of a pattern is a number that starts right where it stands.
fn is_number(piece: &Piece) -> bool {
    match piece {
        Piece::Field {
            letter: 'M' | 'L',
            width,
        } => *width <= 2,
        Piece::Field { letter, .. } => !"GEazZX".contains(*letter),
        Piece::Text(_) => false,
    }
}
