//! `%t`: dates and times.

use super::flags::Flags;
use super::spec::Spec;
use super::{Printer, error, magnitude};
use crate::java::format::arg::{Arg, Field, Temporal};
use crate::java::format::case::{lower_case, upper_case};
use crate::java::format::thrown::Thrown;

/// Letter, field, digits it is padded to, whether with zeros.
const NUMBERS: &[(char, Field, usize, bool)] = &[
    ('H', Field::HourOfDay, 2, true),
    ('I', Field::ClockHourOfAmPm, 2, true),
    ('k', Field::HourOfDay, 2, false),
    ('l', Field::ClockHourOfAmPm, 2, false),
    ('M', Field::Minute, 2, true),
    ('S', Field::Second, 2, true),
    ('L', Field::MilliOfSecond, 3, true),
    ('N', Field::NanoOfSecond, 9, true),
    ('Y', Field::YearOfEra, 4, true),
    ('d', Field::DayOfMonth, 2, true),
    ('e', Field::DayOfMonth, 2, false),
    ('j', Field::DayOfYear, 3, true),
    ('m', Field::Month, 2, true),
];

/// Letter, what it is short for; other characters stand for themselves.
const COMPOSITIONS: &[(char, &str)] = &[
    ('T', "H:M:S"),
    ('R', "H:M"),
    ('r', "I:M:S P"),
    ('c', "a b d T Z Y"),
    ('D', "m/d/y"),
];

impl Printer<'_> {
    pub(super) fn print_moment(
        &mut self,
        spec: &Spec,
        letter: char,
        arg: &Arg<'_>,
    ) -> Result<(), Thrown> {
        let calendar;
        let moment: &dyn Temporal = match arg {
            Arg::Long(millis) => {
                calendar = self.dates.calendar(*millis);
                &*calendar
            }
            Arg::Temporal(moment) => *moment,
            _ => return Err(error::conversion_mismatch(letter, arg)),
        };
        let mut text = String::new();
        self.push_moment(&mut text, letter, moment)?;
        if spec.flags.has(Flags::UPPERCASE) {
            text = upper_case(&text, self.locale);
        }
        self.justify(spec, &text)
    }

    fn push_moment(
        &self,
        text: &mut String,
        letter: char,
        moment: &dyn Temporal,
    ) -> Result<(), Thrown> {
        if let Some((_, field, width, zeros)) = NUMBERS.iter().find(|row| row.0 == letter) {
            let value = get(moment, letter, *field)?;
            self.push_number(text, value, if *zeros { *width } else { 0 });
            return Ok(());
        }
        if let Some((_, parts)) = COMPOSITIONS.iter().find(|row| row.0 == letter) {
            for part in parts.chars() {
                self.push_part(text, part, moment)?;
            }
            return Ok(());
        }
        match letter {
            'C' => self.push_number(text, get(moment, letter, Field::YearOfEra)? / 100, 2),
            'y' => self.push_number(text, get(moment, letter, Field::YearOfEra)? % 100, 2),
            'Q' => self.push_number(text, epoch_millis(moment)?, 0),
            's' => self.push_number(text, epoch_seconds(moment)?, 0),
            'p' => text.push_str(&lower_case(&self.half_day(letter, moment)?, self.locale)),
            'z' => self.push_offset(text, get(moment, letter, Field::OffsetSeconds)?),
            'Z' => text.push_str(
                &moment
                    .zone_name(self.locale)
                    .ok_or_else(|| mismatch(letter, moment))?,
            ),
            'a' | 'A' => {
                text.push_str(&self.name(letter, letter == 'A', Field::DayOfWeek, moment)?);
            }
            'b' | 'h' | 'B' => {
                text.push_str(&self.name(letter, letter == 'B', Field::Month, moment)?);
            }
            _ => self.push_iso_date(text, moment)?,
        }
        Ok(())
    }

    /// A part of a composition: a letter or a separator; `P` is the half of the day in upper case.
    fn push_part(
        &self,
        text: &mut String,
        part: char,
        moment: &dyn Temporal,
    ) -> Result<(), Thrown> {
        match part {
            'P' => {
                let half = lower_case(&self.half_day('p', moment)?, self.locale);
                text.push_str(&upper_case(&half, self.locale));
                Ok(())
            }
            ':' | ' ' | '/' => {
                text.push(part);
                Ok(())
            }
            letter => self.push_moment(text, letter, moment),
        }
    }

    /// `%tF`. The dates of `java.time` have signed years here, calendars have not.
    fn push_iso_date(&self, text: &mut String, moment: &dyn Temporal) -> Result<(), Thrown> {
        if moment.calendar_millis().is_some() {
            self.push_moment(text, 'Y', moment)?;
        } else {
            let year = get(moment, 'F', Field::ProlepticYear)?;
            match year {
                ..0 => text.push(self.locale.symbols().minus_sign()),
                10_000.. => text.push('+'),
                _ => {}
            }
            self.push_number(text, year.wrapping_abs(), 4);
        }
        for part in "-m-d".chars() {
            if part == '-' {
                text.push('-');
            } else {
                self.push_moment(text, part, moment)?;
            }
        }
        Ok(())
    }

    fn push_offset(&self, text: &mut String, seconds: i64) {
        text.push(if seconds < 0 { '-' } else { '+' });
        let minutes = seconds.abs() / 60;
        self.push_number(text, minutes / 60 * 100 + minutes % 60, 4);
    }

    /// A number of `width` digits at least. A minus sign is taken for a digit, as Java does.
    fn push_number(&self, text: &mut String, value: i64, width: usize) {
        let symbols = self.locale.symbols();
        let mut number = String::new();
        if value < 0 {
            let distance = u32::from(b'-')
                .wrapping_sub(u32::from(b'0'))
                .wrapping_add(symbols.zero.into());
            number.push(char::from_u32(distance).unwrap_or('-'));
        }
        magnitude::push(
            &mut number,
            &value.unsigned_abs().to_string(),
            Flags::default(),
            0,
            self.locale,
        );
        let missing = width.saturating_sub(number.chars().count());
        text.extend(std::iter::repeat_n(symbols.zero, missing));
        text.push_str(&number);
    }

    fn name(
        &self,
        letter: char,
        long: bool,
        field: Field,
        moment: &dyn Temporal,
    ) -> Result<String, Thrown> {
        let value = get(moment, letter, field)?;
        let value = u8::try_from(value).map_err(|_| mismatch(letter, moment))?;
        Ok(match field {
            Field::Month => self.dates.month(value, long, self.locale),
            _ => self.dates.weekday(value, long, self.locale),
        })
    }

    fn half_day(&self, letter: char, moment: &dyn Temporal) -> Result<String, Thrown> {
        Ok(self
            .dates
            .half_day(get(moment, letter, Field::AmPm)? == 1, self.locale))
    }
}

fn get(moment: &dyn Temporal, letter: char, field: Field) -> Result<i64, Thrown> {
    moment.field(field).ok_or_else(|| mismatch(letter, moment))
}

fn epoch_millis(moment: &dyn Temporal) -> Result<i64, Thrown> {
    if let Some(millis) = moment.calendar_millis() {
        return Ok(millis);
    }
    let seconds = get(moment, 'Q', Field::EpochSecond)?;
    Ok(seconds
        .wrapping_mul(1000)
        .wrapping_add(get(moment, 'Q', Field::MilliOfSecond)?))
}

/// Seconds since 1970: towards zero for calendars, towards the past for the others.
fn epoch_seconds(moment: &dyn Temporal) -> Result<i64, Thrown> {
    match moment.calendar_millis() {
        Some(millis) => Ok(millis / 1000),
        None => get(moment, 's', Field::EpochSecond),
    }
}

#[cold]
fn mismatch(letter: char, moment: &dyn Temporal) -> Thrown {
    error::conversion_mismatch(letter, &Arg::Temporal(moment))
}
