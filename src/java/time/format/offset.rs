//! Offsets in digits: `+01:00`, `+0100`, `+01`, and in words: `GMT+1`.

use std::fmt;

use super::super::field::ChronoField;
use super::super::names::TextStyle;
use super::scan::Scanner;

/// How much of an offset is written; seconds and minutes in small letters only where they are not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OffsetPattern {
    pub(super) colon: bool,
    pub(super) minutes: Part,
    pub(super) seconds: Part,
}

/// Whether a part of an offset is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Never.
    No,
    /// Only where it is not zero.
    Needed,
    /// Always.
    Yes,
}

impl OffsetPattern {
    pub(super) const fn of(colon: bool, minutes: Part, seconds: Part) -> Self {
        Self {
            colon,
            minutes,
            seconds,
        }
    }

    /// `+HHmm`
    pub(super) const HOUR: Self = Self::of(false, Part::Needed, Part::No);
    /// `+HHMM`
    pub(super) const MINUTE: Self = Self::of(false, Part::Yes, Part::No);
    /// `+HH:MM`
    pub(super) const MINUTE_COLON: Self = Self::of(true, Part::Yes, Part::No);
    /// `+HHMMss`
    pub(super) const SECOND: Self = Self::of(false, Part::Yes, Part::Needed);
    /// `+HH:MM:ss`
    pub(super) const SECOND_COLON: Self = Self::of(true, Part::Yes, Part::Needed);

    /// Writes an offset; `zero` stands for none.
    pub(super) fn print(self, seconds: i64, zero: &str, out: &mut String) {
        let size = seconds.unsigned_abs();
        let (hour, minute, second) = (size / 3_600 % 100, size / 60 % 60, size % 60);
        let colon = if self.colon { ":" } else { "" };
        let shows_second =
            self.seconds == Part::Yes || (self.seconds == Part::Needed && second > 0);
        let shows_minute =
            self.minutes == Part::Yes || (self.minutes == Part::Needed && minute > 0);
        let mut shown = hour;
        let mut text = format!("{}{hour:02}", if seconds < 0 { '-' } else { '+' });
        if shows_minute {
            shown += minute;
            text.push_str(&format!("{colon}{minute:02}"));
            if shows_second {
                shown += second;
                text.push_str(&format!("{colon}{second:02}"));
            }
        }
        out.push_str(if shown == 0 { zero } else { &text });
    }

    /// Reads an offset at a place; gives the place behind it.
    pub(super) fn scan(self, scanner: &mut Scanner<'_>, at: usize, zero: &str) -> Option<usize> {
        if zero.is_empty() && at == scanner.text.len() {
            return scanner
                .set(ChronoField::OffsetSeconds.into(), 0)
                .then_some(at);
        }
        if !zero.is_empty() && scanner.matches(at, zero) {
            return scanner
                .set(ChronoField::OffsetSeconds.into(), 0)
                .then_some(at + zero.len());
        }
        let sign = match scanner.char_at(at)? {
            '+' => 1,
            '-' => -1,
            _ => return None,
        };
        let (seconds, end) = self.scan_digits(scanner, at + 1)?;
        scanner
            .set(ChronoField::OffsetSeconds.into(), sign * seconds)
            .then_some(end)
    }

    fn scan_digits(self, scanner: &mut Scanner<'_>, at: usize) -> Option<(i64, usize)> {
        let mut parts = [two_digits(scanner, at)?, 0, 0];
        let mut end = at + 2;
        // Lenient reading takes what comes, with colons where the pattern has them.
        let lenient = !scanner.strict;
        let wanted =
            [self.minutes, self.seconds].map(|part| if lenient { Part::Needed } else { part });
        for (part, wanted) in parts[1..].iter_mut().zip(wanted) {
            if wanted == Part::No {
                break;
            }
            match part_at(scanner, end, self.colon) {
                Some((number, behind)) => (*part, end) = (number, behind),
                None if wanted == Part::Yes => return None,
                None => break,
            }
        }
        if parts[0] > 23 {
            scanner.fail_hard(format!("offset hour `{}` is above 23", parts[0]));
        }
        Some((parts[0] * 3_600 + parts[1] * 60 + parts[2], end))
    }
}

/// Two digits of at most 59, behind a colon where one is wanted.
fn part_at(scanner: &Scanner<'_>, at: usize, colon: bool) -> Option<(i64, usize)> {
    let start = if !colon {
        at
    } else if scanner.char_at(at) == Some(':') {
        at + 1
    } else {
        return None;
    };
    Some((two_digits(scanner, start)?, start + 2))
}

fn two_digits(scanner: &Scanner<'_>, at: usize) -> Option<i64> {
    let number = i64::from(ascii_digit(scanner, at)? * 10 + ascii_digit(scanner, at + 1)?);
    (number <= 59).then_some(number)
}

fn ascii_digit(scanner: &Scanner<'_>, at: usize) -> Option<u8> {
    scanner
        .text
        .as_bytes()
        .get(at)
        .filter(|byte| byte.is_ascii_digit())
        .map(|byte| byte - b'0')
}

/// Writes `GMT`, `GMT+1`, `GMT+01:00`.
pub(super) fn print_localized(seconds: i64, style: TextStyle, gmt: &str, out: &mut String) {
    out.push_str(gmt);
    if seconds == 0 {
        return;
    }
    let size = seconds.unsigned_abs();
    let (hour, minute, second) = (size / 3_600 % 100, size / 60 % 60, size % 60);
    out.push(if seconds < 0 { '-' } else { '+' });
    if style == TextStyle::Full {
        out.push_str(&format!("{hour:02}:{minute:02}"));
    } else {
        out.push_str(&hour.to_string());
        if minute != 0 || second != 0 {
            out.push_str(&format!(":{minute:02}"));
        }
    }
    if second != 0 {
        out.push_str(&format!(":{second:02}"));
    }
}

/// Reads what [`print_localized`] writes.
pub(super) fn scan_localized(
    scanner: &mut Scanner<'_>,
    at: usize,
    style: TextStyle,
    gmt: &str,
) -> Option<usize> {
    if !scanner.matches(at, gmt) {
        return None;
    }
    let at = at + gmt.len();
    let sign = match scanner.char_at(at) {
        Some('+') => 1,
        Some('-') => -1,
        _ => {
            return scanner
                .set(ChronoField::OffsetSeconds.into(), 0)
                .then_some(at);
        }
    };
    let (hour, minute_at) = if style == TextStyle::Full {
        let hour = ascii_digit(scanner, at + 1)? * 10 + ascii_digit(scanner, at + 2)?;
        (hour, at + 3)
    } else {
        let first = ascii_digit(scanner, at + 1)?;
        match ascii_digit(scanner, at + 2) {
            Some(second) => (first * 10 + second, at + 3),
            None => (first, at + 2),
        }
    };
    let part = |at: usize| {
        let tens = (scanner.char_at(at) == Some(':'))
            .then(|| ascii_digit(scanner, at + 1))
            .flatten()?;
        Some((i64::from(tens * 10 + ascii_digit(scanner, at + 2)?), at + 3))
    };
    let (minute, end) = match part(minute_at) {
        Some(found) => found,
        None if style == TextStyle::Full => return None,
        None => (0, minute_at),
    };
    let (second, end) = part(end).filter(|_| end > minute_at).unwrap_or((0, end));
    let seconds = sign * (i64::from(hour) * 3_600 + minute * 60 + second);
    scanner
        .set(ChronoField::OffsetSeconds.into(), seconds)
        .then_some(end)
}

impl fmt::Display for OffsetPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = if self.colon { ":" } else { "" };
        f.write_str("+HH")?;
        match self.minutes {
            Part::No => return Ok(()),
            Part::Needed => write!(f, "{colon}mm")?,
            Part::Yes => write!(f, "{colon}MM")?,
        }
        match self.seconds {
            Part::No => Ok(()),
            Part::Needed => write!(f, "{colon}ss"),
            Part::Yes => write!(f, "{colon}SS"),
        }
    }
}
