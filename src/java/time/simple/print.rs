//! Writing a date by a pattern.

use super::super::calendar::{
    AM_PM, Calendar, DAY_OF_MONTH, DAY_OF_WEEK, DAY_OF_WEEK_IN_MONTH, DAY_OF_YEAR, DST_OFFSET, ERA,
    HOUR, HOUR_OF_DAY, LONG, MILLISECOND, MINUTE, MONTH, SECOND, SHORT, STANDALONE, WEEK_OF_MONTH,
    WEEK_OF_YEAR, YEAR, ZONE_OFFSET,
};
use super::super::names::{DecimalStyle, Locale};
use super::super::thrown::{Outcome, Thrown};
use super::pattern::{Layout, Piece};
use super::symbols::DateFormatSymbols;

/// How many digits numbers are filled up to at most.
const MOST_DIGITS: usize = 309;

/// Letters whose numbers are those of a field, with the field.
pub(super) const PLAIN: &[(char, usize)] = &[
    ('y', YEAR),
    ('d', DAY_OF_MONTH),
    ('H', HOUR_OF_DAY),
    ('m', MINUTE),
    ('s', SECOND),
    ('S', MILLISECOND),
    ('D', DAY_OF_YEAR),
    ('F', DAY_OF_WEEK_IN_MONTH),
    ('w', WEEK_OF_YEAR),
    ('W', WEEK_OF_MONTH),
    ('K', HOUR),
];

/// What a pattern is written with.
pub(super) struct Printer<'a> {
    pub(super) layout: &'a Layout,
    pub(super) locale: &'a Locale,
    /// Texts instead of those of the locale.
    pub(super) symbols: Option<&'a DateFormatSymbols>,
    pub(super) calendar: &'a mut Calendar,
    /// Whether there is a format for numbers; it may be taken away.
    pub(super) numbers: bool,
    pub(super) out: String,
}

impl Printer<'_> {
    pub(super) fn print(mut self) -> Outcome<String> {
        let layout = self.layout;
        for piece in &layout.pieces {
            match piece {
                Piece::Text(text) => self.out.push_str(text),
                Piece::Field { letter, width } => self.field(*letter, *width)?,
            }
        }
        Ok(self.out)
    }

    fn get(&mut self, field: usize) -> Outcome<i32> {
        self.calendar.value(field)
    }

    fn field(&mut self, letter: char, width: usize) -> Outcome<()> {
        match letter {
            'G' => self.name(ERA, width, 0).map(drop),
            'E' => self.name(DAY_OF_WEEK, width, 0).map(drop),
            'a' => self.name(AM_PM, width, 0).map(drop),
            'M' | 'L' => self.month(letter, width),
            'y' => {
                let year = self.get(YEAR)?;
                self.year(year, width)
            }
            'Y' => {
                let year = self.calendar.get_week_year()?;
                self.year(year, width)
            }
            'u' => {
                let day = (self.get(DAY_OF_WEEK)? + 5) % 7 + 1;
                self.number(day, width)
            }
            'k' => self.hour(HOUR_OF_DAY, 24, width),
            'h' => self.hour(HOUR, 12, width),
            'z' => self.zone_name(width),
            'Z' | 'X' => self.offset(letter, width),
            _ => {
                let field = PLAIN.iter().find(|(known, _)| *known == letter);
                let value = self.get(field.map_or(YEAR, |(_, field)| *field))?;
                self.number(value, width)
            }
        }
    }

    fn month(&mut self, letter: char, width: usize) -> Outcome<()> {
        let alone = letter == 'L' || self.layout.month_alone;
        if width > 2 && self.name(MONTH, width, if alone { STANDALONE } else { 0 })? {
            return Ok(());
        }
        let month = self.get(MONTH)?;
        self.number(month.wrapping_add(1), width)
    }

    /// Writes the name of a field, if it has one.
    fn name(&mut self, field: usize, width: usize, form: i32) -> Outcome<bool> {
        let long = width >= 4;
        let own = self
            .symbols
            .filter(|_| form == 0 || self.layout.month_alone);
        if let Some(symbols) = own {
            let texts = symbols.of_field(field, long);
            let at = self.get(field)?;
            let text = usize::try_from(at).ok().and_then(|at| texts.get(at));
            self.out
                .push_str(text.ok_or_else(|| Thrown::array_index(at, texts.len()))?);
            return Ok(true);
        }
        let style = if long { LONG } else { SHORT };
        let number = i32::try_from(field).unwrap_or(-1);
        let name = self
            .calendar
            .get_display_name(number, style | form, self.locale)?;
        self.out.push_str(name.unwrap_or_default());
        Ok(name.is_some())
    }

    /// Years of two letters are cut to two digits.
    fn year(&mut self, year: i32, width: usize) -> Outcome<()> {
        let digits = year.unsigned_abs();
        self.digits(
            year < 0,
            if width == 2 { digits % 100 } else { digits },
            width,
        )
    }

    /// Hours counted from 1.
    fn hour(&mut self, field: usize, last: i32, width: usize) -> Outcome<()> {
        let hour = self.get(field)?;
        self.number(if hour == 0 { last } else { hour }, width)
    }

    fn number(&mut self, value: i32, width: usize) -> Outcome<()> {
        self.digits(value < 0, value.unsigned_abs(), width)
    }

    fn digits(&mut self, negative: bool, digits: u32, width: usize) -> Outcome<()> {
        if !self.numbers {
            let why = "there is no format for numbers";
            return Err(Thrown::new("java.lang.NullPointerException", why));
        }
        if negative {
            self.out.push(DecimalStyle::of(self.locale).negative_sign);
        }
        let width = width.min(MOST_DIGITS);
        self.out.push_str(&format!("{digits:0width$}"));
        Ok(())
    }

    fn zone_name(&mut self, width: usize) -> Outcome<()> {
        let daylight = self.get(DST_OFFSET)? != 0;
        let zone = self.calendar.get_time_zone();
        let locale = self.symbols.map_or(self.locale, |symbols| &symbols.locale);
        let name = zone.display_name(daylight, width >= 4, locale);
        self.out.push_str(&name);
        Ok(())
    }

    fn offset(&mut self, letter: char, width: usize) -> Outcome<()> {
        let offset = self.get(ZONE_OFFSET)?.wrapping_add(self.get(DST_OFFSET)?);
        if letter == 'X' && offset == 0 {
            self.out.push('Z');
            return Ok(());
        }
        let minutes = offset / 60_000;
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        self.out.push_str(&format!("{sign}{hours:02}"));
        self.out.push_str(&match (letter, width) {
            ('X', 1) => String::new(),
            ('X', 3) => format!(":{minutes:02}"),
            _ => format!("{minutes:02}"),
        });
        Ok(())
    }
}
