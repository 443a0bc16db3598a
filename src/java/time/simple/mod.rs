//! `java.text.SimpleDateFormat` and `DateFormat`: dates by patterns, the older way.
//!
//! A format owns a calendar, which carries its zone, its leniency and, after each call, the last date. [`pattern`] reads
//! patterns, [`print`] writes by them, [`scan`] reads by them into [`found`], which sets the calendar.

mod found;
mod number;
mod pattern;
mod print;
mod scan;
mod symbols;
mod zone;

use std::fmt;

use self::found::Found;
use self::pattern::Layout;
use self::print::Printer;
use self::scan::Scanner;
pub(crate) use self::symbols::DateFormatSymbols;
use super::calendar::{Calendar, YEAR};
use super::date::Date;
use super::names::{FormatStyle, Locale};
use super::thrown::{Outcome, Thrown};
use super::time_zone::TimeZone;
use super::zone::string_hash;

/// `DateFormat.DEFAULT`
pub(crate) const DEFAULT: i32 = 2;
/// `DateFormat.SHORT`
pub(crate) const SHORT: i32 = 3;

/// `java.text.ParsePosition`, in UTF-16 units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ParsePosition {
    pub(crate) index: usize,
    pub(crate) error_index: Option<usize>,
}

/// What a format needs to know from outside: there is no clock and no default zone here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Surroundings {
    pub(crate) now_millis: i64,
    pub(crate) zone: TimeZone,
}

/// `java.text.SimpleDateFormat`
#[derive(Clone, Debug)]
pub(crate) struct SimpleDateFormat {
    pattern: String,
    layout: Layout,
    locale: Locale,
    symbols: Option<DateFormatSymbols>,
    calendar: Calendar,
    default_zone: TimeZone,
    century: Date,
    first_year: i32,
    numbers: bool,
}

impl SimpleDateFormat {
    /// `new SimpleDateFormat(String, Locale)`; the shorter form takes the default locale.
    pub(crate) fn new(pattern: &str, locale: &Locale, around: Surroundings) -> Outcome<Self> {
        let mut calendar = Calendar::get_instance(around.zone, locale, around.now_millis);
        // Two digits of a year mean the eighty years before now and the twenty after.
        calendar.add(1, -80)?;
        let mut format = Self {
            pattern: pattern.to_owned(),
            layout: Layout::of(pattern)?,
            locale: locale.clone(),
            symbols: None,
            century: Date::new(0),
            first_year: 0,
            default_zone: around.zone,
            numbers: true,
            calendar,
        };
        let century = format.calendar.get_time()?;
        format.set_2_digit_year_start(century)?;
        Ok(format)
    }

    /// `new SimpleDateFormat(String, DateFormatSymbols)`, of the default locale.
    pub(crate) fn with_symbols(
        pattern: &str,
        symbols: DateFormatSymbols,
        locale: &Locale,
        around: Surroundings,
    ) -> Outcome<Self> {
        let mut format = Self::new(pattern, locale, around)?;
        format.symbols = Some(symbols);
        Ok(format)
    }

    /// `DateFormat.getDateTimeInstance(int, int, Locale)`, and with either style alone the other two.
    ///
    /// Shorter forms take [`DEFAULT`] and the default locale; `getInstance()` and `new SimpleDateFormat()` take
    /// [`SHORT`] twice.
    pub(crate) fn of_styles(
        date: Option<i32>,
        time: Option<i32>,
        locale: &Locale,
        around: Surroundings,
    ) -> Outcome<Self> {
        let pattern = locale.names().pattern(style_of(date)?, style_of(time)?);
        // Parts of the day are unknown here.
        Self::new(&pattern.replace('B', "a"), locale, around)
    }

    /// `format(Date)`
    pub(crate) fn format(&mut self, date: Date) -> Outcome<String> {
        self.calendar.set_time(date);
        let printer = Printer {
            layout: &self.layout,
            locale: &self.locale,
            symbols: self.symbols.as_ref(),
            calendar: &mut self.calendar,
            numbers: self.numbers,
            out: String::with_capacity(self.pattern.len() + 8),
        };
        printer.print()
    }

    /// `parse(String)`, and `parseObject(String)`.
    pub(crate) fn parse(&mut self, text: &str) -> Outcome<Date> {
        let mut position = ParsePosition::default();
        let date = self.parse_at(text, &mut position)?;
        date.filter(|_| position.index > 0).ok_or_else(|| {
            let at = position.error_index.unwrap_or(0);
            let why = format!("`{text}` stops making sense at index {at}");
            Thrown::new("java.text.ParseException", why)
        })
    }

    /// `parse(String, ParsePosition)`, and `parseObject`: `None` for `null`. A name of a zone makes it the format's.
    pub(crate) fn parse_at(
        &mut self,
        text: &str,
        position: &mut ParsePosition,
    ) -> Outcome<Option<Date>> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut scanner = Scanner {
            layout: &self.layout,
            text: &units,
            locale: &self.locale,
            zone_locale: self
                .symbols
                .as_ref()
                .map_or(&self.locale, |symbols| &symbols.locale),
            symbols: self.symbols.as_ref(),
            calendar: &mut self.calendar,
            default_zone: self.default_zone,
            first_year: self.first_year,
            found: Found::default(),
            ambiguous: false,
        };
        let end = match scanner.scan(position.index) {
            Ok(end) => end,
            Err(at) => {
                position.error_index = Some(at);
                return Ok(None);
            }
        };
        let Scanner {
            found, ambiguous, ..
        } = scanner;
        match self.establish(found, ambiguous) {
            Ok(date) => {
                position.index = end;
                Ok(Some(date))
            }
            Err(thrown) if thrown.simple_class() == "IllegalArgumentException" => {
                position.error_index = Some(end);
                Ok(None)
            }
            Err(thrown) => Err(thrown),
        }
    }

    fn establish(&mut self, mut found: Found, ambiguous: bool) -> Outcome<Date> {
        found.establish(&mut self.calendar)?;
        let date = self.calendar.get_time()?;
        if !(ambiguous && date.before(self.century)) {
            return Ok(date);
        }
        found.add_century();
        found.establish(&mut self.calendar)?;
        self.calendar.get_time()
    }

    /// `toPattern`
    pub(crate) fn to_pattern(&self) -> &str {
        &self.pattern
    }

    fn letters(&self) -> String {
        self.get_date_format_symbols().local_pattern_chars
    }

    /// `toLocalizedPattern`
    pub(crate) fn to_localized_pattern(&self) -> Outcome<String> {
        pattern::localize(&self.pattern, &self.letters())
    }

    /// `applyPattern`
    pub(crate) fn apply_pattern(&mut self, pattern: &str) -> Outcome<()> {
        self.layout = Layout::of(pattern)?;
        pattern.clone_into(&mut self.pattern);
        Ok(())
    }

    /// `applyLocalizedPattern`
    pub(crate) fn apply_localized_pattern(&mut self, pattern: &str) -> Outcome<()> {
        self.apply_pattern(&pattern::delocalize(pattern, &self.letters())?)
    }

    /// `get2DigitYearStart`
    pub(crate) fn get_2_digit_year_start(&self) -> Date {
        self.century
    }

    /// `set2DigitYearStart`: moves the calendar too.
    pub(crate) fn set_2_digit_year_start(&mut self, date: Date) -> Outcome<()> {
        self.century = date;
        self.calendar.set_time(date);
        self.first_year = self.calendar.value(YEAR)?;
        Ok(())
    }

    /// `getDateFormatSymbols`
    pub(crate) fn get_date_format_symbols(&self) -> DateFormatSymbols {
        let of_locale = || DateFormatSymbols::get_instance(&self.locale);
        self.symbols.clone().unwrap_or_else(of_locale)
    }

    /// `setDateFormatSymbols`
    pub(crate) fn set_date_format_symbols(&mut self, symbols: DateFormatSymbols) {
        self.symbols = Some(symbols);
    }

    /// `setNumberFormat(null)` takes the format of numbers away; others than the first one are not supported.
    pub(crate) fn set_numbers(&mut self, numbers: bool) {
        self.numbers = numbers;
    }

    pub(crate) fn get_locale(&self) -> &Locale {
        &self.locale
    }

    pub(crate) fn get_calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The calendar itself, for those who share it.
    pub(crate) fn calendar_mut(&mut self) -> &mut Calendar {
        &mut self.calendar
    }

    pub(crate) fn set_calendar(&mut self, calendar: Calendar) {
        self.calendar = calendar;
    }

    pub(crate) fn get_time_zone(&self) -> TimeZone {
        self.calendar.get_time_zone()
    }

    pub(crate) fn set_time_zone(&mut self, zone: TimeZone) {
        self.calendar.set_time_zone(zone);
    }

    pub(crate) fn is_lenient(&self) -> bool {
        self.calendar.is_lenient()
    }

    pub(crate) fn set_lenient(&mut self, lenient: bool) {
        self.calendar.set_lenient(lenient);
    }

    /// `hashCode`
    pub(crate) fn hash_code(&self) -> i32 {
        string_hash(&self.pattern)
    }

    /// `equals`, of another such format.
    pub(crate) fn equals(&self, other: &Self) -> bool {
        // Numbers are shown by the locale, and formats of numbers compare their locales.
        self.pattern == other.pattern
            && self.locale == other.locale
            && self.numbers == other.numbers
            && self.get_date_format_symbols() == other.get_date_format_symbols()
            && self.calendar.same_settings(&other.calendar)
    }
}

impl fmt::Display for SimpleDateFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (locale, pattern) = (self.locale.display_name(), &self.pattern);
        writeln!(
            f,
            "SimpleDateFormat [locale: \"{locale}\", pattern: \"{pattern}\"]"
        )
    }
}

/// The style of a number.
fn style_of(number: Option<i32>) -> Outcome<Option<FormatStyle>> {
    let Some(number) = number else {
        return Ok(None);
    };
    let style = usize::try_from(number)
        .ok()
        .and_then(|at| FormatStyle::VALUES.get(at));
    style
        .copied()
        .map(Some)
        .ok_or_else(|| Thrown::illegal_argument(format!("`{number}` is no style")))
}
