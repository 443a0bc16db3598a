//! `parse(CharSequence)` of the types with ISO text.

use super::instant::Instant;
use super::local_date::LocalDate;
use super::local_date_time::LocalDateTime;
use super::local_time::LocalTime;
use super::offset::ZoneOffset;
use super::thrown::{Outcome, Thrown};
use super::zone::ZoneId;
use super::zoned::ZonedDateTime;

/// What is left of a text, and how much was read.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn fail<T>(&self) -> Outcome<T> {
        Err(Thrown::parse(self.text, self.at))
    }

    fn literal(&mut self, literal: char) -> Outcome<()> {
        if self.eat(literal) {
            Ok(())
        } else {
            self.fail()
        }
    }

    fn eat(&mut self, literal: char) -> bool {
        let found = self
            .rest()
            .chars()
            .next()
            .is_some_and(|next| next.eq_ignore_ascii_case(&literal));
        self.at += if found { literal.len_utf8() } else { 0 };
        found
    }

    fn digits(&mut self, least: usize, most: usize) -> Outcome<i32> {
        let count = self
            .rest()
            .bytes()
            .take(most)
            .take_while(u8::is_ascii_digit)
            .count();
        if count < least {
            return self.fail();
        }
        let number = self.rest()[..count]
            .parse()
            .map_err(|_| Thrown::parse(self.text, self.at))?;
        self.at += count;
        Ok(number)
    }

    fn date(&mut self) -> Outcome<LocalDate> {
        let year = if self.eat('-') {
            -self.digits(4, 9)?
        } else if self.eat('+') {
            self.digits(5, 9)?
        } else {
            self.digits(4, 4)?
        };
        self.literal('-')?;
        let month = self.digits(2, 2)?;
        self.literal('-')?;
        let day = self.digits(2, 2)?;
        LocalDate::of(year, month, day)
            .map_err(|thrown| Thrown::unparsable(self.text, &thrown.message))
    }

    fn time(&mut self) -> Outcome<LocalTime> {
        let hour = self.digits(2, 2)?;
        self.literal(':')?;
        let minute = self.digits(2, 2)?;
        let (mut second, mut nano) = (0, 0);
        if self.eat(':') {
            second = self.digits(2, 2)?;
            if self.eat('.') {
                let start = self.at;
                let digits = self.digits(0, 9).unwrap_or(0);
                nano = digits * 10_i32.pow(9 - u32::try_from(self.at - start).unwrap_or(9));
            }
        }
        LocalTime::of(hour, minute, second, nano)
            .map_err(|thrown| Thrown::unparsable(self.text, &thrown.message))
    }

    fn offset(&mut self) -> Outcome<ZoneOffset> {
        let end = self.rest().find('[').unwrap_or(self.rest().len());
        let id = self.rest()[..end].to_ascii_uppercase();
        let offset = ZoneOffset::of(&id).map_err(|_| Thrown::parse(self.text, self.at))?;
        self.at += end;
        Ok(offset)
    }

    fn end<T>(self, value: T) -> Outcome<T> {
        if self.rest().is_empty() {
            Ok(value)
        } else {
            self.fail()
        }
    }
}

impl LocalDate {
    /// `parse(CharSequence)`
    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let mut reader = Reader { text, at: 0 };
        let date = reader.date()?;
        reader.end(date)
    }
}

impl LocalDateTime {
    /// `parse(CharSequence)`
    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let mut reader = Reader { text, at: 0 };
        let date = reader.date()?;
        reader.literal('T')?;
        let time = reader.time()?;
        reader.end(date.at_time(time))
    }
}

impl ZonedDateTime {
    /// `parse(CharSequence)`
    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let mut reader = Reader { text, at: 0 };
        let date = reader.date()?;
        reader.literal('T')?;
        let local = date.at_time(reader.time()?);
        let offset = reader.offset()?;
        let mut zone = ZoneId::Offset(offset);
        if reader.eat('[') {
            let end = reader
                .rest()
                .find(']')
                .ok_or_else(|| Thrown::parse(text, reader.at))?;
            zone = ZoneId::of(&reader.rest()[..end])?;
            reader.at += end + 1;
        }
        let zoned = Self::of_local_instant(local, offset, zone)?;
        reader.end(zoned)
    }
}

impl Instant {
    /// `parse(CharSequence)`
    pub(crate) fn parse(text: &str) -> Outcome<Self> {
        let mut reader = Reader { text, at: 0 };
        let date = reader.date()?;
        reader.literal('T')?;
        let local = date.at_time(reader.time()?);
        let offset = reader.offset()?;
        reader.end(local.to_instant(offset))
    }
}
