//! Dates for the tests of the formats: English, UTC, no calendar changes.

use super::arg::{AnyArg, Arg, DateForm, DateFormat, DateFormats, DateStyle, Field, Temporal};
use super::locale::Locale;
use super::thrown::Thrown;
use crate::java::time::format::DateTimeFormatter;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const MILLIS_OF_DAY: i64 = 86_400_000;

/// A date without a time.
#[derive(Clone, Copy)]
pub(super) struct Day {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
}

/// A moment of the calendar in UTC.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    millis: i64,
}

/// The moment `millis` after 1970.
pub(super) fn moment(millis: i64) -> Moment {
    Moment { millis }
}

impl Day {
    /// Days since 1 March of year 0, which makes the leap day the last one of a year.
    fn number(self) -> i64 {
        let year = if self.month < 3 {
            self.year - 1
        } else {
            self.year
        };
        let month = (self.month + 9) % 12;
        year * 365 + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (month * 153 + 2) / 5
            + self.day
            - 1
    }

    fn of_epoch_day(epoch_day: i64) -> Self {
        let mut day = Day {
            year: 1970 + epoch_day.div_euclid(366),
            month: 1,
            day: 1,
        };
        let origin = Day {
            year: 1970,
            month: 1,
            day: 1,
        }
        .number();
        let target = origin + epoch_day;
        while (Day {
            year: day.year + 1,
            ..day
        })
        .number()
            <= target
        {
            day.year += 1;
        }
        while day.month < 12
            && (Day {
                month: day.month + 1,
                ..day
            })
            .number()
                <= target
        {
            day.month += 1;
        }
        day.day += target - day.number();
        day
    }

    fn value(self, field: Field) -> Option<i64> {
        let first = Day {
            year: self.year,
            month: 1,
            day: 1,
        };
        Some(match field {
            Field::YearOfEra if self.year < 1 => 1 - self.year,
            Field::ProlepticYear | Field::YearOfEra => self.year,
            Field::Month => self.month,
            Field::DayOfMonth => self.day,
            Field::DayOfYear => self.number() - first.number() + 1,
            Field::DayOfWeek => (self.number() + 2).rem_euclid(7) + 1,
            _ => return None,
        })
    }
}

impl Moment {
    fn time(self, field: Field) -> i64 {
        let millis = self.millis.rem_euclid(MILLIS_OF_DAY);
        let hour = millis / 3_600_000;
        match field {
            Field::HourOfDay => hour,
            Field::ClockHourOfAmPm => (hour + 11) % 12 + 1,
            Field::AmPm => hour / 12,
            Field::Minute => millis / 60_000 % 60,
            Field::Second => millis / 1000 % 60,
            Field::MilliOfSecond => millis % 1000,
            Field::NanoOfSecond => millis % 1000 * 1_000_000,
            Field::EpochSecond => self.millis.div_euclid(1000),
            _ => 0,
        }
    }
}

impl AnyArg for Day {
    fn text(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
    fn hash_code(&self) -> i32 {
        0
    }
    fn class_name(&self) -> &str {
        "java.time.LocalDate"
    }
}

impl Temporal for Day {
    fn printed(&self, _: &DateTimeFormatter) -> Option<String> {
        None
    }

    fn field(&self, field: Field) -> Option<i64> {
        self.value(field)
    }
    fn zone_name(&self, _: &Locale) -> Option<String> {
        None
    }
    fn calendar_millis(&self) -> Option<i64> {
        None
    }
}

impl AnyArg for Moment {
    fn text(&self) -> String {
        format!("moment {}", self.millis)
    }
    fn hash_code(&self) -> i32 {
        (self.millis >> 32) as i32 ^ self.millis as i32
    }
    fn class_name(&self) -> &str {
        "java.util.Date"
    }
}

impl Temporal for Moment {
    fn printed(&self, _: &DateTimeFormatter) -> Option<String> {
        None
    }

    fn field(&self, field: Field) -> Option<i64> {
        let day = Day::of_epoch_day(self.millis.div_euclid(MILLIS_OF_DAY));
        day.value(field).or_else(|| Some(self.time(field)))
    }
    fn zone_name(&self, _: &Locale) -> Option<String> {
        Some("UTC".to_string())
    }
    fn calendar_millis(&self) -> Option<i64> {
        Some(self.millis)
    }
}

/// Names in English, and a date format that shows the day.
pub(super) struct EnglishDates;

impl DateFormats for EnglishDates {
    fn calendar(&self, millis: i64) -> Box<dyn Temporal + '_> {
        Box::new(moment(millis))
    }
    fn month(&self, month: u8, long: bool, _: &Locale) -> String {
        named(MONTHS[usize::from(month) - 1], long)
    }
    fn weekday(&self, day: u8, long: bool, _: &Locale) -> String {
        named(DAYS[usize::from(day) - 1], long)
    }
    fn half_day(&self, afternoon: bool, _: &Locale) -> String {
        if afternoon { "PM" } else { "AM" }.to_string()
    }
    fn message_format(
        &self,
        form: &DateForm<'_>,
        _: &Locale,
    ) -> Result<Box<dyn DateFormat>, Thrown> {
        if form.style == DateStyle::Pattern("b") {
            return Err(Thrown::illegal_argument("no such letter"));
        }
        let pattern = format!(",{:?},{:?}", form.kind, form.style).to_lowercase();
        Ok(Box::new(IsoDay(pattern)))
    }
}

fn named(name: &str, long: bool) -> String {
    if long { name } else { &name[..3] }.to_string()
}

/// A date format that shows `2024-02-29` in any style.
struct IsoDay(String);

impl DateFormat for IsoDay {
    fn format(&self, value: &Arg<'_>) -> Result<String, Thrown> {
        let millis = match value {
            Arg::Long(millis) => *millis,
            Arg::Temporal(moment) => moment.calendar_millis().unwrap_or(0),
            _ => return Err(Thrown::illegal_argument("not a date")),
        };
        Ok(Day::of_epoch_day(millis.div_euclid(MILLIS_OF_DAY)).text())
    }
    fn parse(&self, text: &str) -> Result<Option<(i64, usize)>, Thrown> {
        let mut parts = text.get(..10).unwrap_or("").split('-').map(str::parse);
        let [Some(Ok(year)), Some(Ok(month)), Some(Ok(day))] =
            [parts.next(), parts.next(), parts.next()]
        else {
            return Ok(None);
        };
        let origin = Day {
            year: 1970,
            month: 1,
            day: 1,
        }
        .number();
        Ok(Some((
            (Day { year, month, day }.number() - origin) * MILLIS_OF_DAY,
            10,
        )))
    }
    fn pattern(&self, _: &Locale) -> String {
        self.0.clone()
    }
    fn same(&self, other: &dyn DateFormat) -> bool {
        other
            .as_any()
            .downcast_ref::<Self>()
            .is_some_and(|other| self.0 == other.0)
    }
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    fn copy(&self) -> Box<dyn DateFormat> {
        Box::new(IsoDay(self.0.clone()))
    }
}
