//! Dates and times as arguments of formats, and what formats ask about dates.

use crate::java::args::{print_within, room, unavailable};
use crate::java::format::arg::{AnyArg, Arg, DateForm, DateFormat, DateFormats, Field, Temporal};
use crate::java::format::locale::Locale;
use crate::java::format::thrown::Thrown;
use crate::java::member::Call;
use crate::java::object::Changeable;
use crate::java::time::accessor::{Accessor, Answer, Query};
use crate::java::time::date::Date;
use crate::java::time::field::ChronoField;
use crate::java::time::members::date::{DateObject, place};
use crate::java::time::members::formatter::{Seen, accessor, dates_locale};
use crate::java::time::names::TextStyle;
use crate::java::time::time_zone::TimeZone;
use crate::java::time::zone::ZoneId;
use crate::value::fault::Outcome;
use crate::value::{Value, equality};

/// A date or time as value.
pub(super) struct Moment<'a> {
    value: Value<'a>,
    class: String,
    room: usize,
    what: What<'a>,
}

enum What<'a> {
    Fields(Seen<'a>),
    Calendar(Calendar),
}

impl<'a> Moment<'a> {
    /// `None` for values that are no moments.
    pub(super) fn of(call: &Call<'a>, value: Value<'a>) -> Option<Self> {
        let Value::Object(object) = value else {
            return None;
        };
        let what = match object.downcast::<Changeable<DateObject>>() {
            Some(date) => What::Calendar(Calendar {
                date: date.get().date,
                zone: place(call),
            }),
            None => What::Fields(accessor(&[value], 0).ok()?),
        };
        Some(Moment {
            value,
            class: value.class_name().clone(),
            room: room(call),
            what,
        })
    }
}

impl AnyArg for Moment<'_> {
    /// A date prints in a few characters, whatever room is left.
    fn text(&self) -> String {
        print_within(self.value, self.room.max(1000)).unwrap_or_default()
    }

    fn hash_code(&self) -> i32 {
        equality::hash_code(self.value)
    }

    fn class_name(&self) -> &str {
        &self.class
    }
}

impl Temporal for Moment<'_> {
    fn field(&self, field: Field) -> Option<i64> {
        match &self.what {
            What::Calendar(calendar) => calendar.field(field),
            What::Fields(seen) => seen.get().chrono(chrono(field)),
        }
    }

    fn zone_name(&self, locale: &Locale) -> Option<String> {
        match &self.what {
            What::Calendar(calendar) => calendar.zone_name(locale),
            What::Fields(seen) => zone_name(seen.get(), locale),
        }
    }

    fn calendar_millis(&self) -> Option<i64> {
        match &self.what {
            What::Calendar(calendar) => calendar.calendar_millis(),
            What::Fields(_) => None,
        }
    }
}

fn chrono(field: Field) -> ChronoField {
    match field {
        Field::YearOfEra => ChronoField::YearOfEra,
        Field::ProlepticYear => ChronoField::Year,
        Field::Month => ChronoField::MonthOfYear,
        Field::DayOfMonth => ChronoField::DayOfMonth,
        Field::DayOfYear => ChronoField::DayOfYear,
        Field::DayOfWeek => ChronoField::DayOfWeek,
        Field::HourOfDay => ChronoField::HourOfDay,
        Field::ClockHourOfAmPm => ChronoField::ClockHourOfAmPm,
        Field::AmPm => ChronoField::AmPmOfDay,
        Field::Minute => ChronoField::MinuteOfHour,
        Field::Second => ChronoField::SecondOfMinute,
        Field::MilliOfSecond => ChronoField::MilliOfSecond,
        Field::NanoOfSecond => ChronoField::NanoOfSecond,
        Field::OffsetSeconds => ChronoField::OffsetSeconds,
        Field::EpochSecond => ChronoField::InstantSeconds,
    }
}

/// The short name of a zone at a moment; zones without a moment and offsets go by their id.
fn zone_name(seen: &dyn Accessor, locale: &Locale) -> Option<String> {
    let Answer::Zone(zone) = seen.query(Query::Zone) else {
        return None;
    };
    let second = seen.chrono(ChronoField::InstantSeconds);
    match (zone, second) {
        (ZoneId::Offset(_), _) | (_, None) => Some(zone.get_id()),
        (_, Some(second)) => {
            let zone = TimeZone::get_time_zone(&zone.get_id());
            Some(short_name(zone, second.saturating_mul(1000), locale))
        }
    }
}

fn short_name(zone: TimeZone, millis: i64, locale: &Locale) -> String {
    zone.display_name(
        zone.shift_at(millis).daylight != 0,
        false,
        &dates_locale(locale),
    )
}

/// A moment as a calendar of a zone shows it.
struct Calendar {
    date: Date,
    zone: TimeZone,
}

impl Calendar {
    /// Days since 1 January of the same year, which is one of the Julian calendar before October 1582.
    fn day_of_year(&self) -> i64 {
        const FIRST_OF_ERA: i64 = -62_135_769_600_000;
        const DAY: i64 = 86_400_000;
        let millis = self.date.get_time() + i64::from(self.zone.get_offset(self.date.get_time()));
        let year = self.date.get_year(self.zone);
        let year = if millis < FIRST_OF_ERA {
            -3799 - year
        } else {
            year
        };
        let first = Date::utc([year, 0, 1, 0, 0, 0]);
        millis.div_euclid(DAY) - first.div_euclid(DAY) + 1
    }
}

impl AnyArg for Calendar {
    fn text(&self) -> String {
        self.date.to_text(self.zone)
    }

    fn hash_code(&self) -> i32 {
        self.date.hash_code()
    }

    fn class_name(&self) -> &str {
        "java.util.GregorianCalendar"
    }
}

impl Temporal for Calendar {
    fn field(&self, field: Field) -> Option<i64> {
        let Calendar { date, zone } = *self;
        let millis = date.get_time();
        let year = i64::from(date.get_year(zone)) + 1900;
        let hour = date.get_hours(zone);
        Some(match field {
            Field::YearOfEra | Field::ProlepticYear => year,
            Field::Month => (date.get_month(zone) + 1).into(),
            Field::DayOfMonth => date.get_date(zone).into(),
            Field::DayOfYear => self.day_of_year(),
            Field::DayOfWeek => ((date.get_day(zone) + 6) % 7 + 1).into(),
            Field::HourOfDay => hour.into(),
            Field::ClockHourOfAmPm => ((hour + 11) % 12 + 1).into(),
            Field::AmPm => (hour / 12).into(),
            Field::Minute => date.get_minutes(zone).into(),
            Field::Second => date.get_seconds(zone).into(),
            Field::MilliOfSecond => millis.rem_euclid(1000),
            Field::NanoOfSecond => millis.rem_euclid(1000) * 1_000_000,
            Field::OffsetSeconds => (zone.get_offset(millis) / 1000).into(),
            Field::EpochSecond => millis.div_euclid(1000),
        })
    }

    fn zone_name(&self, locale: &Locale) -> Option<String> {
        Some(short_name(self.zone, self.date.get_time(), locale))
    }

    fn calendar_millis(&self) -> Option<i64> {
        Some(self.date.get_time())
    }
}

/// Names and formats of dates, in the default zone of the environment.
pub(in crate::java) struct Dates {
    zone: TimeZone,
}

impl Dates {
    pub(in crate::java) fn of(call: &Call<'_>) -> Self {
        Dates { zone: place(call) }
    }
}

fn style(long: bool) -> TextStyle {
    if long {
        TextStyle::Full
    } else {
        TextStyle::Short
    }
}

fn name(names: &[&'static str], at: usize) -> String {
    names.get(at).copied().unwrap_or_default().to_owned()
}

impl DateFormats for Dates {
    fn calendar(&self, millis: i64) -> Box<dyn Temporal + '_> {
        Box::new(Calendar {
            date: Date::new(millis),
            zone: self.zone,
        })
    }

    fn month(&self, month: u8, long: bool, locale: &Locale) -> String {
        name(
            dates_locale(locale).names().months(style(long)),
            usize::from(month.saturating_sub(1)),
        )
    }

    fn weekday(&self, day: u8, long: bool, locale: &Locale) -> String {
        name(
            dates_locale(locale).names().days(style(long)),
            usize::from(day.saturating_sub(1)),
        )
    }

    fn half_day(&self, afternoon: bool, locale: &Locale) -> String {
        name(
            dates_locale(locale).names().halves(TextStyle::Full),
            usize::from(afternoon),
        )
    }

    fn message_format(&self, _: &DateForm<'_>, _: &Locale) -> Result<Box<dyn DateFormat>, Thrown> {
        Err(Thrown::illegal_argument("dates in messages"))
    }
}

/// A date format of a message as object.
pub(super) fn date_format_value<'a>(
    call: &Call<'a>,
    format: &dyn DateFormat,
) -> Outcome<Value<'a>> {
    let _ = format.as_any();
    unavailable(call, Value::Null, &[])
}

/// An object as date format of a message.
pub(super) fn date_format_part<'a>(_: &Call<'a>, _: Value<'a>) -> Option<Box<dyn DateFormat>> {
    None
}
