//! Dates and times as arguments of formats, and what formats ask about dates.

use super::date_format::around;
use super::message_date::MessageDate;
use crate::java::args::{print_within, room};
use crate::java::format::arg::{AnyArg, DateForm, DateFormat, DateFormats, Field, Temporal};
use crate::java::format::locale::Locale;
use crate::java::format::thrown::Thrown;
use crate::java::member::Call;
use crate::java::object::Changeable;
use crate::java::time::accessor::{Accessor, Answer, Query};
use crate::java::time::calendar::{self, Calendar, FIELD_COUNT};
use crate::java::time::field::ChronoField;
use crate::java::time::format::DateTimeFormatter;
use crate::java::time::members::date::{DateObject, place};
use crate::java::time::members::formatter::{Seen, accessor, dates_locale};
use crate::java::time::names::TextStyle;
use crate::java::time::simple::Surroundings;
use crate::java::time::time_zone::TimeZone;
use crate::java::time::zone::ZoneId;
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
    Calendar(View),
}

impl<'a> Moment<'a> {
    /// `None` for values that are no moments.
    pub(super) fn of(call: &Call<'a>, value: Value<'a>) -> Option<Self> {
        let Value::Object(object) = value else {
            return None;
        };
        let date = object.downcast::<Changeable<DateObject>>();
        let calendar = object.downcast::<Changeable<Calendar>>();
        let what = match (date, calendar) {
            (Some(date), _) => {
                let millis = date.get().date.get_time();
                What::Calendar(View::at(millis, place(call), &call.environment.locale))
            }
            (_, Some(calendar)) => What::Calendar(View::of(calendar.get())?),
            _ => What::Fields(accessor(&[value], 0).ok()?),
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

    fn printed(&self, by: &DateTimeFormatter) -> Option<String> {
        match &self.what {
            What::Calendar(_) => None,
            What::Fields(seen) => by.format(seen.get()).ok(),
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

/// A moment as a calendar shows it.
struct View {
    millis: i64,
    zone: TimeZone,
    hash: i32,
    text: String,
    fields: [i64; FIELD_COUNT],
}

impl View {
    /// `None` for a calendar whose fields make no date.
    fn of(mut calendar: Calendar) -> Option<Self> {
        let millis = calendar.get_time_in_millis().ok()?;
        let mut fields = [0; FIELD_COUNT];
        for (field, value) in (0..).zip(&mut fields) {
            *value = calendar.get(field).ok()?.into();
        }
        Some(View {
            millis,
            zone: calendar.get_time_zone(),
            hash: calendar.hash_code().ok()?,
            text: calendar.to_string(),
            fields,
        })
    }

    fn at(millis: i64, zone: TimeZone, locale: &Locale) -> Self {
        let calendar = || Calendar::get_instance(zone, &dates_locale(locale), millis);
        View::of(calendar()).unwrap_or_else(|| View {
            millis,
            zone,
            hash: 0,
            text: calendar().to_string(),
            fields: [0; FIELD_COUNT],
        })
    }
}

impl AnyArg for View {
    fn text(&self) -> String {
        self.text.clone()
    }

    fn hash_code(&self) -> i32 {
        self.hash
    }

    fn class_name(&self) -> &str {
        "java.util.GregorianCalendar"
    }
}

impl Temporal for View {
    fn field(&self, field: Field) -> Option<i64> {
        let of = |field: usize| self.fields.get(field).copied().unwrap_or(0);
        Some(match field {
            Field::YearOfEra | Field::ProlepticYear => of(calendar::YEAR),
            Field::Month => of(calendar::MONTH) + 1,
            Field::DayOfMonth => of(calendar::DAY_OF_MONTH),
            Field::DayOfYear => of(calendar::DAY_OF_YEAR),
            Field::DayOfWeek => (of(calendar::DAY_OF_WEEK) + 5) % 7 + 1,
            Field::HourOfDay => of(calendar::HOUR_OF_DAY),
            Field::ClockHourOfAmPm => (of(calendar::HOUR) + 11) % 12 + 1,
            Field::AmPm => of(calendar::AM_PM),
            Field::Minute => of(calendar::MINUTE),
            Field::Second => of(calendar::SECOND),
            Field::MilliOfSecond => of(calendar::MILLISECOND),
            Field::NanoOfSecond => of(calendar::MILLISECOND) * 1_000_000,
            Field::OffsetSeconds => (of(calendar::ZONE_OFFSET) + of(calendar::DST_OFFSET)) / 1000,
            Field::EpochSecond => self.millis.div_euclid(1000),
        })
    }

    fn zone_name(&self, locale: &Locale) -> Option<String> {
        Some(short_name(self.zone, self.millis, locale))
    }

    fn calendar_millis(&self) -> Option<i64> {
        Some(self.millis)
    }

    fn printed(&self, _: &DateTimeFormatter) -> Option<String> {
        None
    }
}

/// Names and formats of dates, in the default zone of the environment.
pub(in crate::java) struct Dates {
    around: Surroundings,
    locale: Locale,
}

impl Dates {
    pub(in crate::java) fn of(call: &Call<'_>) -> Self {
        Dates {
            around: around(call),
            locale: call.environment.locale.clone(),
        }
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
        Box::new(View::at(millis, self.around.zone, &self.locale))
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

    fn message_format(
        &self,
        form: &DateForm<'_>,
        locale: &Locale,
    ) -> Result<Box<dyn DateFormat>, Thrown> {
        Ok(Box::new(MessageDate::of(form, locale, self.around)?))
    }
}
