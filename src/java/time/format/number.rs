//! Numbers of a formatter: widths, signs, two-digit years, and digits that follow each other without a separator.

use std::fmt;

use super::super::accessor::Accessor;
use super::super::field::Field;
use super::super::local_date::LocalDate;
use super::super::names::DecimalStyle;
use super::super::thrown::{Outcome, Thrown};
use super::super::week_fields::{WeekCount, WeekFields};
use super::element::SignStyle;
use super::scan::Scanner;

/// A number of a field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Number {
    pub(super) field: Field,
    pub(super) minimum: usize,
    pub(super) maximum: usize,
    pub(super) sign: SignStyle,
    /// Digits that numbers right behind this one need; -1 where this is one of those.
    pub(super) subsequent: i32,
    /// Only the last digits of a year, counted from 2000.
    pub(super) reduced: bool,
}

/// The most digits of a `long`.
pub(super) const MAX_WIDTH: usize = 19;

/// The date from whose year on two digits are read.
const REDUCED_FROM: LocalDate = LocalDate {
    year: 2000,
    month: 1,
    day: 1,
};

impl Number {
    /// Any number of digits.
    pub(super) fn free(field: Field) -> Self {
        Self::of(field, 1, MAX_WIDTH, SignStyle::Normal)
    }

    /// Exactly so many digits.
    pub(super) fn fixed(field: Field, width: usize) -> Self {
        Self::of(field, width, width, SignStyle::NotNegative)
    }

    /// Between two numbers of digits.
    pub(super) fn of(field: Field, minimum: usize, maximum: usize, sign: SignStyle) -> Self {
        Self {
            field,
            minimum,
            maximum,
            sign,
            subsequent: 0,
            reduced: false,
        }
    }

    /// The last two digits of a year.
    pub(super) fn reduced(field: Field) -> Self {
        Self {
            reduced: true,
            ..Self::fixed(field, 2)
        }
    }

    /// The number that a letter for weeks stands for in a locale.
    pub(super) fn of_week(weeks: WeekFields, letter: char, count: usize, subsequent: i32) -> Self {
        let field = |of: WeekCount| Field::Week(weeks.field(of));
        let number = match (letter, count) {
            ('Y', 2) => Self::reduced(field(WeekCount::WeekBasedYear)),
            ('Y', 1..4) => Self::of(
                field(WeekCount::WeekBasedYear),
                count,
                MAX_WIDTH,
                SignStyle::Normal,
            ),
            ('Y', _) => Self::of(
                field(WeekCount::WeekBasedYear),
                count,
                MAX_WIDTH,
                SignStyle::ExceedsPad,
            ),
            ('w', _) => Self::of(
                field(WeekCount::WeekOfWeekBasedYear),
                count,
                2,
                SignStyle::NotNegative,
            ),
            ('W', _) => Self::of(
                field(WeekCount::WeekOfMonth),
                count,
                1,
                SignStyle::NotNegative,
            ),
            _ => Self::fixed(field(WeekCount::DayOfWeek), count),
        };
        Self {
            subsequent,
            ..number
        }
    }

    /// Whether the width is known before reading.
    pub(super) fn has_fixed_width(&self) -> bool {
        self.minimum == self.maximum && self.sign == SignStyle::NotNegative
    }

    /// Writes a value of the field.
    pub(super) fn print(&self, value: i64, style: DecimalStyle, out: &mut String) -> Outcome<()> {
        let value = if self.reduced {
            self.last_digits(value)
        } else {
            value
        };
        let digits = value.unsigned_abs().to_string();
        if digits.len() > self.maximum {
            return Err(Thrown::date_time(format!(
                "{} `{value}` has more than {} digits",
                self.field, self.maximum
            )));
        }
        let exceeds = || self.minimum < MAX_WIDTH && digits.len() > self.minimum;
        match self.sign {
            SignStyle::Always if value >= 0 => out.push(style.positive_sign),
            SignStyle::ExceedsPad if value >= 0 && exceeds() => out.push(style.positive_sign),
            _ if value >= 0 => {}
            SignStyle::Normal | SignStyle::ExceedsPad | SignStyle::Always => {
                out.push(style.negative_sign);
            }
            SignStyle::NotNegative => {
                return Err(Thrown::date_time(format!(
                    "{} `{value}` is negative",
                    self.field
                )));
            }
            SignStyle::Never => {}
        }
        let zeros = self.minimum.saturating_sub(digits.len());
        out.extend(
            std::iter::repeat_n('0', zeros)
                .chain(digits.chars())
                .map(|digit| localized(digit, style)),
        );
        Ok(())
    }

    fn base(&self) -> i64 {
        REDUCED_FROM.get_long(self.field).unwrap_or(2000)
    }

    fn last_digits(&self, value: i64) -> i64 {
        let range = 10_i64.pow(u32::try_from(self.minimum).unwrap_or(2));
        i64::try_from(value.unsigned_abs() % range.unsigned_abs()).unwrap_or(0)
    }

    /// The value that a number of digits stands for.
    fn extended(&self, value: i64, digits: usize) -> i64 {
        if !self.reduced || digits != self.minimum || value < 0 {
            return value;
        }
        let range = 10_i64.pow(u32::try_from(self.minimum).unwrap_or(2));
        let base = self.base();
        let extended = base - base % range + value;
        if extended < base {
            extended + range
        } else {
            extended
        }
    }

    /// Whether reading takes an exact number of digits.
    fn reads_fixed(&self, scanner: &Scanner<'_>) -> bool {
        if self.reduced && !scanner.strict {
            return false;
        }
        self.subsequent == -1 || (self.subsequent > 0 && self.has_fixed_width())
    }

    /// Reads a value at a place; gives the place behind it.
    pub(super) fn scan(&self, scanner: &mut Scanner<'_>, at: usize) -> Option<usize> {
        let (negative, positive, start) = self.scan_sign(scanner, at)?;
        let exact = scanner.strict || self.reads_fixed(scanner);
        let minimum = if exact { self.minimum } else { 1 };
        let follow = usize::try_from(self.subsequent).unwrap_or(0);
        let maximum = if exact { self.maximum } else { 9 } + follow;
        let mut found = scanner.digits(start, maximum);
        if follow > 0 {
            found.truncate(minimum.max(found.len().saturating_sub(follow)));
        }
        if found.len() < minimum {
            return None;
        }
        let count = found.len();
        let exceeding = self.sign == SignStyle::ExceedsPad && scanner.strict && !negative;
        if exceeding && positive != (count > self.minimum) {
            return None;
        }
        let (value, used) = value_of(&found);
        if negative && value == 0 && scanner.strict {
            return None;
        }
        let end = start + used * scanner.digit_length();
        let value = if negative {
            value.wrapping_neg()
        } else {
            value
        };
        scanner
            .set(self.field, self.extended(value, used))
            .then_some(end)
    }

    /// Whether there is a sign, and where the digits start.
    fn scan_sign(&self, scanner: &Scanner<'_>, at: usize) -> Option<(bool, bool, usize)> {
        let first = scanner.char_at(at)?;
        let style = scanner.style();
        let fixed = self.minimum == self.maximum;
        if first == style.positive_sign {
            let allowed = self.allows(true, scanner.strict, fixed);
            return allowed.then(|| (false, true, at + first.len_utf8()));
        }
        if first == style.negative_sign {
            let allowed = self.allows(false, scanner.strict, fixed);
            return allowed.then(|| (true, false, at + first.len_utf8()));
        }
        (self.sign != SignStyle::Always || !scanner.strict).then_some((false, false, at))
    }

    fn allows(&self, positive: bool, strict: bool, fixed: bool) -> bool {
        match self.sign {
            SignStyle::Normal => !positive || !strict,
            SignStyle::Always | SignStyle::ExceedsPad => true,
            SignStyle::Never | SignStyle::NotNegative => !strict && !fixed,
        }
    }
}

/// A digit in the digits of a locale.
pub(super) fn localized(digit: char, style: DecimalStyle) -> char {
    if style.zero_digit == '0' {
        return digit;
    }
    char::from_u32(u32::from(style.zero_digit) + digit.to_digit(10).unwrap_or(0)).unwrap_or(digit)
}

/// The number of some digits, and how many of them fit a `long`.
fn value_of(digits: &[u8]) -> (i64, usize) {
    let total = digits
        .iter()
        .fold(0_i128, |total, digit| total * 10 + i128::from(*digit));
    match i64::try_from(total) {
        Ok(value) => (value, digits.len()),
        Err(_) => (
            i64::try_from(total / 10).unwrap_or(i64::MAX),
            digits.len() - 1,
        ),
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            field,
            minimum,
            maximum,
            sign,
            ..
        } = self;
        if self.reduced {
            return write!(
                f,
                "ReducedValue({field},{minimum},{maximum},{REDUCED_FROM})"
            );
        }
        match (minimum, maximum, sign) {
            (1, &MAX_WIDTH, SignStyle::Normal) => write!(f, "Value({field})"),
            _ if self.has_fixed_width() => write!(f, "Value({field},{minimum})"),
            _ => write!(f, "Value({field},{minimum},{maximum},{sign})"),
        }
    }
}
