//! From the fields that a text has to a date, a time and an instant.
//!
//! What is left over afterwards (an offset, say) stays readable; fields that contradict the result are an exception.
//! The order of the steps decides which exception a bad text gives, so it is Java's.

use std::fmt;

use super::super::accessor::{Accessor, Answer, Query};
use super::super::constants::{display_as_name, java_enum};
use super::super::field::{ChronoField, Field};
use super::super::instant::Instant;
use super::super::iso_fields::{self, IsoField};
use super::super::local_date::LocalDate;
use super::super::local_time::LocalTime;
use super::super::offset::ZoneOffset;
use super::super::period::Period;
use super::super::range::ValueRange;
use super::super::thrown::{Outcome, Thrown};
use super::super::week_fields::{WeekCount, WeekField};
use super::super::zone::ZoneId;
use super::super::zoned::ZonedDateTime;
use super::day_period::DayPeriod;
use super::resolve_date;
use super::scan::Found;

java_enum! {
    /// `java.time.format.ResolverStyle`
    ResolverStyle { Strict = "STRICT", Smart = "SMART", Lenient = "LENIENT" }
}

display_as_name!(ResolverStyle);

/// `java.time.format.Parsed`: the answer of `DateTimeFormatter.parse`.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    pub(super) fields: Vec<(Field, i64)>,
    zone: Option<ZoneId>,
    leap_second: bool,
    pub(super) style: ResolverStyle,
    date: Option<LocalDate>,
    time: Option<LocalTime>,
    day_period: Option<DayPeriod>,
    excess_days: Period,
}

/// How often fields may turn into others before that is taken for endless.
const MAX_ROUNDS: usize = 50;

impl Parsed {
    /// Resolves what reading found; `only` are the fields that count.
    pub(super) fn resolve(
        found: Found,
        zone: Option<ZoneId>,
        style: ResolverStyle,
        only: Option<&[Field]>,
    ) -> Outcome<Self> {
        let mut fields = found.fields;
        if let Some(only) = only {
            fields.retain(|(field, _)| only.contains(field));
        }
        let mut parsed = Self {
            fields,
            zone: found.zone.or(zone),
            leap_second: found.leap_second,
            style,
            date: None,
            time: None,
            day_period: found.day_period,
            excess_days: Period::ZERO,
        };
        parsed.resolve_fields()?;
        parsed.resolve_time_lenient()?;
        parsed.cross_check()?;
        parsed.resolve_period()?;
        parsed.resolve_fractional();
        parsed.resolve_instant()?;
        Ok(parsed)
    }

    pub(super) fn value(&self, field: impl Into<Field>) -> Option<i64> {
        let field = field.into();
        self.fields
            .iter()
            .find(|(known, _)| *known == field)
            .map(|(_, value)| *value)
    }

    fn has(&self, field: impl Into<Field>) -> bool {
        self.value(field).is_some()
    }

    pub(super) fn remove(&mut self, field: impl Into<Field>) -> Option<i64> {
        let field = field.into();
        let at = self.fields.iter().position(|(known, _)| *known == field)?;
        Some(self.fields.remove(at).1)
    }

    pub(super) fn put(&mut self, field: impl Into<Field>, value: i64) -> Option<i64> {
        let field = field.into();
        let old = self.remove(field);
        self.fields.push((field, value));
        old
    }

    /// Sets a field that must not contradict what the text says.
    pub(super) fn derive(&mut self, field: ChronoField, value: i64) -> Outcome<()> {
        match self.put(field, value) {
            Some(old) if old != value => Err(conflict(field, old, value)),
            _ => Ok(()),
        }
    }

    pub(super) fn lenient(&self) -> bool {
        self.style == ResolverStyle::Lenient
    }

    pub(super) fn strict(&self) -> bool {
        self.style == ResolverStyle::Strict
    }

    /// The value, checked unless the style is lenient.
    fn checked(&self, field: ChronoField, value: i64) -> Outcome<i64> {
        if self.lenient() {
            Ok(value)
        } else {
            field.check_valid_value(value)
        }
    }

    fn resolve_fields(&mut self) -> Outcome<()> {
        self.resolve_chrono_fields()?;
        let mut rounds = 0;
        while self.resolve_other_field()? {
            rounds += 1;
            if rounds == MAX_ROUNDS {
                return Err(Thrown::date_time(
                    "the fields turn into each other without end",
                ));
            }
        }
        if rounds > 0 {
            self.resolve_chrono_fields()
        } else {
            Ok(())
        }
    }

    fn resolve_chrono_fields(&mut self) -> Outcome<()> {
        self.resolve_instant_fields()?;
        let date = resolve_date::resolve(self)?;
        self.set_date(date)?;
        self.resolve_time_fields()
    }

    /// Resolves a field that is no `ChronoField`; whether one was.
    fn resolve_other_field(&mut self) -> Outcome<bool> {
        for (field, value) in self.fields.clone() {
            let date = match field {
                Field::Iso(IsoField::WeekOfWeekBasedYear) => self.iso_week_date()?,
                Field::Iso(IsoField::DayOfQuarter) => self.quarter_date(value)?,
                Field::Chrono(_) | Field::Iso(_) => None,
                Field::Julian(julian) => {
                    self.remove(field);
                    let value = if self.lenient() {
                        value
                    } else {
                        julian.range().check_valid_value(value, julian)?
                    };
                    let day = value
                        .checked_sub(julian.offset())
                        .ok_or_else(Thrown::overflow)?;
                    Some(LocalDate::of_epoch_day(day)?)
                }
                Field::Week(week) => resolve_date::week_date(self, week, value)?,
            };
            if date.is_some() || !self.has(field) {
                self.set_date(date)?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Week-based year, week and day of the week.
    fn iso_week_date(&mut self) -> Outcome<Option<LocalDate>> {
        let (year, week) = (
            Field::Iso(IsoField::WeekBasedYear),
            Field::Iso(IsoField::WeekOfWeekBasedYear),
        );
        let parts = (
            self.value(year),
            self.value(week),
            self.value(ChronoField::DayOfWeek),
        );
        let (Some(year_value), Some(week_value), Some(day)) = parts else {
            return Ok(None);
        };
        let year_value = IsoField::WeekBasedYear
            .range()
            .check_valid_value(year_value, year)?;
        let start = iso_fields::first_monday(year_value);
        let days = if self.lenient() {
            let weeks = week_value
                .checked_sub(1)
                .and_then(|weeks| weeks.checked_mul(7));
            let days = day
                .checked_sub(1)
                .zip(weeks)
                .and_then(|(day, weeks)| day.checked_add(weeks));
            days.ok_or_else(Thrown::overflow)?
        } else {
            let day = ChronoField::DayOfWeek.check_valid_value(day)?;
            let weeks = IsoField::WeekOfWeekBasedYear.range();
            let weeks = if self.strict() {
                ValueRange::of(1, iso_fields::weeks_of(year_value))
            } else {
                weeks
            };
            (weeks.check_valid_value(week_value, week)? - 1) * 7 + day - 1
        };
        for field in [year, week, ChronoField::DayOfWeek.into()] {
            self.remove(field);
        }
        LocalDate::of_epoch_day(start.checked_add(days).ok_or_else(Thrown::overflow)?).map(Some)
    }

    /// Year, quarter and day of the quarter.
    fn quarter_date(&mut self, day: i64) -> Outcome<Option<LocalDate>> {
        let quarter_field = Field::Iso(IsoField::QuarterOfYear);
        let (Some(year), Some(quarter)) =
            (self.value(ChronoField::Year), self.value(quarter_field))
        else {
            return Ok(None);
        };
        let year = ChronoField::Year.check_valid_int_value(year)?;
        let (months, days) = if self.lenient() {
            let months = quarter
                .checked_sub(1)
                .and_then(|quarters| quarters.checked_mul(3));
            (
                months.ok_or_else(Thrown::overflow)?,
                day.checked_sub(1).ok_or_else(Thrown::overflow)?,
            )
        } else {
            let quarter = IsoField::QuarterOfYear
                .range()
                .check_valid_value(quarter, quarter_field)?;
            let month = super::super::civil::small(quarter * 3 - 2);
            let last = if self.strict() {
                iso_fields::quarter_length(year.into(), month)
            } else {
                92
            };
            let day = ValueRange::of(1, last).check_valid_value(day, IsoField::DayOfQuarter)?;
            (quarter * 3 - 3, day - 1)
        };
        for field in [
            Field::Iso(IsoField::DayOfQuarter),
            quarter_field,
            ChronoField::Year.into(),
        ] {
            self.remove(field);
        }
        LocalDate::of(year, 1, 1)?
            .plus_months(months)?
            .plus_days(days)
            .map(Some)
    }

    fn set_date(&mut self, date: Option<LocalDate>) -> Outcome<()> {
        match (self.date, date) {
            (Some(known), Some(date)) if known != date => Err(Thrown::date_time(format!(
                "the text is both {known} and {date}"
            ))),
            (None, Some(_)) => {
                self.date = date;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn set_time(&mut self, time: LocalTime, excess_days: Period) -> Outcome<()> {
        if let Some(known) = self.time {
            if known != time {
                return Err(Thrown::date_time(format!(
                    "the text is both {known} and {time}"
                )));
            }
            if !self.excess_days.is_zero()
                && !excess_days.is_zero()
                && self.excess_days != excess_days
            {
                return Err(Thrown::date_time(
                    "the text carries over different numbers of days",
                ));
            }
        }
        self.time = Some(time);
        self.excess_days = excess_days;
        Ok(())
    }

    /// An instant gives a date and a time in the zone or at the offset.
    fn resolve_instant_fields(&mut self) -> Outcome<()> {
        let Some(second) = self.value(ChronoField::InstantSeconds) else {
            return Ok(());
        };
        let zone = match (self.zone, self.value(ChronoField::OffsetSeconds)) {
            (Some(zone), _) => zone,
            (None, Some(offset)) => ZoneId::Offset(offset_of(offset)?),
            (None, None) => return Ok(()),
        };
        let zoned = ZonedDateTime::of_instant(Instant::of_epoch_second(second, 0)?, zone)?;
        self.set_date(Some(zoned.to_local_date()))?;
        self.derive(
            ChronoField::SecondOfDay,
            zoned.to_local_time().to_second_of_day().into(),
        )?;
        self.derive(
            ChronoField::OffsetSeconds,
            zoned.get_offset().seconds().into(),
        )
    }

    fn resolve_time_fields(&mut self) -> Outcome<()> {
        self.resolve_clock_hours()?;
        self.resolve_halves()?;
        self.resolve_of_day()?;
        self.resolve_seconds()?;
        self.resolve_day_period()?;
        use ChronoField::{HourOfDay, MinuteOfHour, NanoOfSecond, SecondOfMinute};
        let parts =
            [HourOfDay, MinuteOfHour, SecondOfMinute, NanoOfSecond].map(|field| self.value(field));
        if let [Some(hour), Some(minute), Some(second), Some(nano)] = parts {
            for field in [HourOfDay, MinuteOfHour, SecondOfMinute, NanoOfSecond] {
                self.remove(field);
            }
            self.resolve_time([hour, minute, second, nano])?;
        }
        Ok(())
    }

    /// Hours that count to 24 or 12 instead of from 0.
    fn resolve_clock_hours(&mut self) -> Outcome<()> {
        let pairs = [
            (ChronoField::ClockHourOfDay, ChronoField::HourOfDay, 24),
            (ChronoField::ClockHourOfAmPm, ChronoField::HourOfAmPm, 12),
        ];
        for (clock, hour, last) in pairs {
            let Some(value) = self.remove(clock) else {
                continue;
            };
            if self.strict() || (!self.lenient() && value != 0) {
                clock.check_valid_value(value)?;
            }
            self.derive(hour, if value == last { 0 } else { value })?;
        }
        Ok(())
    }

    fn resolve_halves(&mut self) -> Outcome<()> {
        let (half, hour) = (ChronoField::AmPmOfDay, ChronoField::HourOfAmPm);
        let (Some(half_value), Some(hour_value)) = (self.value(half), self.value(hour)) else {
            return Ok(());
        };
        self.remove(half);
        self.remove(hour);
        let half_value = self.checked(half, half_value)?;
        let hour_value = self.checked(hour, hour_value)?;
        let total = half_value
            .checked_mul(12)
            .and_then(|hours| hours.checked_add(hour_value));
        self.derive(ChronoField::HourOfDay, total.ok_or_else(Thrown::overflow)?)
    }

    /// Fields that count from the start of the day, from the finest to the coarsest.
    fn resolve_of_day(&mut self) -> Outcome<()> {
        use ChronoField as F;
        if let Some(nanos) = self.remove(F::NanoOfDay) {
            let nanos = self.checked(F::NanoOfDay, nanos)?;
            self.derive(F::HourOfDay, nanos / 3_600_000_000_000)?;
            self.derive(F::MinuteOfHour, nanos / 60_000_000_000 % 60)?;
            self.derive(F::SecondOfMinute, nanos / 1_000_000_000 % 60)?;
            self.derive(F::NanoOfSecond, nanos % 1_000_000_000)?;
        }
        for (of_day, of_second, length) in [
            (F::MicroOfDay, F::MicroOfSecond, 1_000_000),
            (F::MilliOfDay, F::MilliOfSecond, 1_000),
        ] {
            if let Some(value) = self.remove(of_day) {
                let value = self.checked(of_day, value)?;
                self.derive(F::SecondOfDay, value / length)?;
                self.derive(of_second, value % length)?;
            }
        }
        if let Some(seconds) = self.remove(F::SecondOfDay) {
            let seconds = self.checked(F::SecondOfDay, seconds)?;
            self.derive(F::HourOfDay, seconds / 3_600)?;
            self.derive(F::MinuteOfHour, seconds / 60 % 60)?;
            self.derive(F::SecondOfMinute, seconds % 60)?;
        }
        if let Some(minutes) = self.remove(F::MinuteOfDay) {
            let minutes = self.checked(F::MinuteOfDay, minutes)?;
            self.derive(F::HourOfDay, minutes / 60)?;
            self.derive(F::MinuteOfHour, minutes % 60)?;
        }
        Ok(())
    }

    /// Merges the parts of a second.
    fn resolve_seconds(&mut self) -> Outcome<()> {
        use ChronoField as F;
        let Some(nano) = self.value(F::NanoOfSecond) else {
            return Ok(());
        };
        let mut nano = self.checked(F::NanoOfSecond, nano)?;
        for (field, length) in [(F::MicroOfSecond, 1_000_i64), (F::MilliOfSecond, 1_000_000)] {
            if let Some(value) = self.remove(field) {
                let value = self.checked(field, value)?;
                let whole = value.checked_mul(length).ok_or_else(Thrown::overflow)?;
                nano = whole
                    .checked_add(nano % length)
                    .ok_or_else(Thrown::overflow)?;
                self.derive(F::NanoOfSecond, nano)?;
            }
        }
        Ok(())
    }

    /// A part of the day tells the half of an hour of twelve.
    fn resolve_day_period(&mut self) -> Outcome<()> {
        let Some(period) = self.day_period else {
            return Ok(());
        };
        let Some(hour) = self.remove(ChronoField::HourOfAmPm) else {
            return Ok(());
        };
        let hour = self.checked(ChronoField::HourOfAmPm, hour)?;
        let minute = self
            .value(ChronoField::MinuteOfHour)
            .map_or(0, |minute| minute.rem_euclid(60));
        let after_noon = period.includes((hour.rem_euclid(12) + 12) * 60 + minute);
        let hour = hour
            .checked_add(if after_noon { 12 } else { 0 })
            .ok_or_else(Thrown::overflow)?;
        self.day_period = None;
        self.derive(ChronoField::HourOfDay, hour)
    }

    fn resolve_time(&mut self, [hour, minute, second, nano]: [i64; 4]) -> Outcome<()> {
        if self.lenient() {
            return self.resolve_time_beyond([hour, minute, second, nano]);
        }
        let minute = ChronoField::MinuteOfHour.check_valid_int_value(minute)?;
        let nano = ChronoField::NanoOfSecond.check_valid_int_value(nano)?;
        if !self.strict() && hour == 24 && minute == 0 && second == 0 && nano == 0 {
            return self.set_time(LocalTime::MIDNIGHT, Period::of_days(1));
        }
        let hour = ChronoField::HourOfDay.check_valid_int_value(hour)?;
        let second = ChronoField::SecondOfMinute.check_valid_int_value(second)?;
        self.set_time(LocalTime::of(hour, minute, second, nano)?, Period::ZERO)
    }

    /// Any numbers make a time, and some days before or after.
    fn resolve_time_beyond(&mut self, parts: [i64; 4]) -> Outcome<()> {
        let lengths = [3_600_000_000_000, 60_000_000_000, 1_000_000_000, 1];
        let mut total = 0_i64;
        for (part, length) in parts.into_iter().zip(lengths) {
            let nanos = part.checked_mul(length).ok_or_else(Thrown::overflow)?;
            total = total.checked_add(nanos).ok_or_else(Thrown::overflow)?;
        }
        let day = super::super::civil::NANOS_PER_DAY;
        let days = i32::try_from(total.div_euclid(day)).map_err(|_| Thrown::overflow())?;
        self.set_time(
            LocalTime::of_nano_of_day(total.rem_euclid(day))?,
            Period::of_days(days),
        )
    }

    /// A time may lack its smaller parts.
    fn resolve_time_lenient(&mut self) -> Outcome<()> {
        use ChronoField as F;
        if self.time.is_none() {
            self.merge_fractions()?;
            self.resolve_middle()?;
            let [minute, second, nano] = [F::MinuteOfHour, F::SecondOfMinute, F::NanoOfSecond]
                .map(|field| self.value(field));
            if let Some(hour) = self.value(F::HourOfDay) {
                let gap = (minute.is_none() && (second.is_some() || nano.is_some()))
                    || (minute.is_some() && second.is_none() && nano.is_some());
                if gap {
                    return Ok(());
                }
                self.resolve_time([
                    hour,
                    minute.unwrap_or(0),
                    second.unwrap_or(0),
                    nano.unwrap_or(0),
                ])?;
                for field in [
                    F::HourOfDay,
                    F::MinuteOfHour,
                    F::SecondOfMinute,
                    F::NanoOfSecond,
                ] {
                    self.remove(field);
                }
            }
        }
        if !self.lenient() {
            for (field, value) in &self.fields {
                if let Field::Chrono(field) = field
                    && field.is_time_based()
                {
                    field.check_valid_value(*value)?;
                }
            }
        }
        Ok(())
    }

    fn merge_fractions(&mut self) -> Outcome<()> {
        use ChronoField as F;
        let times =
            |value: i64, factor: i64| value.checked_mul(factor).ok_or_else(Thrown::overflow);
        if let Some(milli) = self.remove(F::MilliOfSecond) {
            let nano = match self.value(F::MicroOfSecond) {
                Some(micro) => {
                    let merged = times(milli, 1_000)?
                        .checked_add(micro % 1_000)
                        .ok_or_else(Thrown::overflow)?;
                    self.derive(F::MicroOfSecond, merged)?;
                    self.remove(F::MicroOfSecond);
                    times(merged, 1_000)?
                }
                None => times(milli, 1_000_000)?,
            };
            self.put(F::NanoOfSecond, nano);
        } else if let Some(micro) = self.remove(F::MicroOfSecond) {
            self.put(F::NanoOfSecond, times(micro, 1_000)?);
        }
        Ok(())
    }

    /// A part or half of the day alone stands for its middle.
    fn resolve_middle(&mut self) -> Outcome<()> {
        use ChronoField as F;
        let parts = [
            F::HourOfDay,
            F::MinuteOfHour,
            F::SecondOfMinute,
            F::NanoOfSecond,
        ];
        if self.strict() || parts.iter().any(|field| self.has(*field)) {
            return Ok(());
        }
        if let Some(period) = self.day_period.take() {
            let middle = period.middle();
            return self.resolve_time([middle / 60, middle % 60, 0, 0]);
        }
        let Some(half) = self.remove(F::AmPmOfDay) else {
            return Ok(());
        };
        let half = self.checked(F::AmPmOfDay, half)?;
        let hour = half
            .checked_mul(12)
            .and_then(|hours| hours.checked_add(6))
            .ok_or_else(Thrown::overflow)?;
        self.resolve_time([hour, 0, 0, 0])
    }

    /// Fields that the result has must agree with it; they are then done.
    fn cross_check(&mut self) -> Outcome<()> {
        if let Some(date) = self.date {
            self.check_against(&date)?;
        }
        if let Some(time) = self.time {
            self.check_against(&time)?;
            if let Some(date) = self.date {
                self.check_against(&date.at_time(time))?;
            }
            let minute = i64::from(time.to_second_of_day() / 60);
            if let Some(period) = self.day_period
                && !self.lenient()
                && !period.includes(minute)
            {
                return Err(Thrown::date_time(format!("{time} is not within {period}")));
            }
        }
        Ok(())
    }

    fn check_against(&mut self, target: &dyn Accessor) -> Outcome<()> {
        let mut clash = None;
        self.fields
            .retain(|(field, value)| match target.get_long(*field) {
                Ok(found) if found != *value => {
                    clash.get_or_insert((*field, *value, found));
                    true
                }
                Ok(_) => false,
                Err(_) => true,
            });
        match clash {
            Some((field, value, found)) => Err(conflict(field, value, found)),
            None => Ok(()),
        }
    }

    /// Days that the time carried over go to the date.
    fn resolve_period(&mut self) -> Outcome<()> {
        if let (Some(date), Some(_)) = (self.date, self.time) {
            self.date = Some(date.plus_days(self.excess_days.days.into())?);
            self.excess_days = Period::ZERO;
        }
        Ok(())
    }

    /// A second without a time is readable in all fractions.
    fn resolve_fractional(&mut self) {
        use ChronoField as F;
        let seconds = [F::InstantSeconds, F::SecondOfDay, F::SecondOfMinute];
        if self.time.is_none() && seconds.iter().any(|field| self.has(*field)) {
            let nano = self.value(F::NanoOfSecond).unwrap_or(0);
            self.put(F::NanoOfSecond, nano);
            self.put(F::MicroOfSecond, nano / 1_000);
            self.put(F::MilliOfSecond, nano / 1_000_000);
        }
    }

    /// A date with a time at an offset or in a zone is an instant.
    fn resolve_instant(&mut self) -> Outcome<()> {
        let (Some(date), Some(time)) = (self.date, self.time) else {
            return Ok(());
        };
        if self.has(ChronoField::InstantSeconds) {
            return Ok(());
        }
        let zone = match self.value(ChronoField::OffsetSeconds) {
            Some(seconds) => Some(ZoneId::Offset(offset_of(seconds)?)),
            None => self.zone,
        };
        if let Some(zone) = zone {
            let zoned = ZonedDateTime::of(date.at_time(time), zone)?;
            self.put(ChronoField::InstantSeconds, zoned.to_epoch_second());
        }
        Ok(())
    }
}

pub(super) fn offset_of(seconds: i64) -> Outcome<ZoneOffset> {
    let out = || {
        Thrown::date_time(format!(
            "offset of `{seconds}` seconds is outside of ±18:00"
        ))
    };
    ZoneOffset::of_seconds(seconds).ok_or_else(out)
}

#[cold]
fn conflict(field: impl fmt::Display, one: i64, other: i64) -> Thrown {
    Thrown::date_time(format!("{field} is both `{one}` and `{other}`"))
}

impl Accessor for Parsed {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        let date = || self.date.and_then(|date| date.chrono(field));
        let time = || self.time.and_then(|time| time.chrono(field));
        self.value(field).or_else(date).or_else(time)
    }

    fn chrono_range(&self, field: ChronoField) -> ValueRange {
        let from_date = self.date.filter(|date| date.chrono(field).is_some());
        from_date.map_or_else(|| field.range(), |date| date.chrono_range(field))
    }

    fn is_supported(&self, field: Field) -> bool {
        self.get_long(field).is_ok()
    }

    fn get_long(&self, field: Field) -> Outcome<i64> {
        if let Some(value) = self.value(field) {
            return Ok(value);
        }
        match field {
            Field::Chrono(chrono) => self.chrono_value(chrono),
            Field::Iso(iso) => iso.get_from(self),
            Field::Julian(julian) => {
                Ok(self.chrono_value(ChronoField::EpochDay)? + julian.offset())
            }
            Field::Week(week) => week.get_from(self),
        }
    }

    fn zone_id(&self) -> Option<ZoneId> {
        self.zone
    }

    fn has_chronology(&self) -> bool {
        true
    }

    fn excess_days(&self) -> Period {
        self.excess_days
    }

    fn leap_second(&self) -> bool {
        self.leap_second
    }

    fn local_date(&self) -> Option<LocalDate> {
        self.date
    }

    fn local_time(&self) -> Option<LocalTime> {
        self.time
    }

    fn query(&self, query: Query) -> Answer {
        let field = self
            .value(ChronoField::OffsetSeconds)
            .and_then(ZoneOffset::of_seconds);
        let offset = field.or(match self.zone {
            Some(ZoneId::Offset(offset)) => Some(offset),
            _ => None,
        });
        let zone = |zone: Option<ZoneId>| zone.map_or(Answer::Null, Answer::Zone);
        match query {
            Query::Chronology => Answer::Chronology,
            Query::Precision => Answer::Null,
            Query::ZoneId => zone(self.zone),
            Query::Offset => zone(offset.map(ZoneId::Offset)),
            Query::Zone => zone(self.zone.or(offset.map(ZoneId::Offset))),
            Query::LocalDate => self.date.map_or(Answer::Null, Answer::Date),
            Query::LocalTime => self.time.map_or(Answer::Null, Answer::Time),
            Query::ExcessDays => Answer::Period(self.excess_days),
            Query::LeapSecond => Answer::Bool(self.leap_second),
        }
    }
}

impl fmt::Display for Parsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{")?;
        for (at, (field, value)) in self.fields.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{field}={value}")?;
        }
        f.write_str("},ISO")?;
        if let Some(zone) = self.zone {
            write!(f, ",{zone}")?;
        }
        match (self.date, self.time) {
            (Some(date), Some(time)) => write!(f, " resolved to {date}T{time}"),
            (Some(date), None) => write!(f, " resolved to {date}"),
            (None, Some(time)) => write!(f, " resolved to {time}"),
            (None, None) => Ok(()),
        }
    }
}

/// A field of weeks with the same weeks.
pub(super) fn sibling(field: WeekField, count: WeekCount) -> Field {
    Field::Week(field.weeks.field(count))
}
