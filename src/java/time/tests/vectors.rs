//! Calls of members with what Java answered: `receiver|member|arguments|=result`, `!` marks an exception.

use super::value::{Value, read};
use crate::java::time::accessor::{Accessor, Answer};
use crate::java::time::instant::Instant;
use crate::java::time::local_date::LocalDate;
use crate::java::time::local_date_time::LocalDateTime;
use crate::java::time::local_time::LocalTime;
use crate::java::time::month::{DayOfWeek, IsoEra, Month};
use crate::java::time::offset::ZoneOffset;
use crate::java::time::offset_date_time::OffsetDateTime;
use crate::java::time::offset_time::OffsetTime;
use crate::java::time::partial::{MonthDay, Year, YearMonth};
use crate::java::time::temporal::{Adjuster, Amount, Temporal};
use crate::java::time::thrown::{Outcome, Thrown};
use crate::java::time::zone::ZoneId;
use crate::java::time::zoned::ZonedDateTime;

use Value::{Any, Class, Int, Long, Zone};

fn answer(answer: Answer) -> String {
    match answer {
        Answer::Null => "null".to_owned(),
        Answer::Chronology => "ISO".to_owned(),
        Answer::Unit(unit) => unit.to_string(),
        Answer::Zone(zone) => zone.to_string(),
        Answer::Date(date) => date.to_string(),
        Answer::Time(time) => time.to_string(),
        Answer::Period(period) => period.to_string(),
        Answer::Bool(flag) => flag.to_string(),
    }
}

/// What a call gave: nothing when these types leave the member out.
type Called = Option<Outcome<String>>;

trait Shown {
    fn shown(self) -> Called;
}

impl<T: std::fmt::Display> Shown for T {
    fn shown(self) -> Called {
        Some(Ok(self.to_string()))
    }
}

fn tried<T: std::fmt::Display>(outcome: Outcome<T>) -> Called {
    Some(outcome.map(|value| value.to_string()))
}

fn adjuster(value: &Value) -> Option<Adjuster> {
    match value {
        Any(temporal) => Some(Adjuster::Temporal(*temporal)),
        Value::Edge(edge) => Some(Adjuster::Edge(*edge)),
        Zone(ZoneId::Offset(offset)) => Some(Adjuster::Temporal(Temporal::ZoneOffset(*offset))),
        _ => None,
    }
}

/// Members that every accessor has.
fn reading(temporal: &dyn Accessor, member: &str, arguments: &[Value]) -> Called {
    match (member, arguments) {
        ("get", [Value::Field(field)]) => tried(temporal.get(*field)),
        ("getLong", [Value::Field(field)]) => tried(temporal.get_long(*field)),
        ("isSupported", [Value::Field(field)]) => temporal.is_supported(*field).shown(),
        ("range", [Value::Field(field)]) => tried(temporal.range(*field)),
        ("query", [Value::Query(query)]) => answer(temporal.query(*query)).shown(),
        _ => None,
    }
}

/// Members that all of the larger types have under one name: amounts, fields, parts of the text.
macro_rules! arithmetic {
    ($value:expr, $member:expr, $arguments:expr) => {
        match ($member, $arguments) {
            ("plus", [Long(amount), Value::Unit(unit)]) => tried($value.plus_unit(*amount, *unit)),
            ("minus", [Long(amount), Value::Unit(unit)]) => {
                tried($value.minus_unit(*amount, *unit))
            }
            ("plus", [Value::Amount(amount)]) => tried($value.plus(*amount)),
            ("minus", [Value::Amount(amount)]) => tried($value.minus(*amount)),
            ("with", [Value::Field(field), Long(value)]) => {
                tried($value.with_field(*field, *value))
            }
            ("with", [value]) => adjuster(value).and_then(|adjuster| tried($value.with(&adjuster))),
            ("until", [Any(end), Value::Unit(unit)]) => tried($value.until_unit(end, *unit)),
            ("isSupported", [Value::Unit(unit)]) => $value.is_unit_supported(*unit).shown(),
            _ => None,
        }
    };
}

/// Members without arguments or with one number.
macro_rules! simple {
    ($value:expr, $member:expr, $arguments:expr; $($name:literal => $call:ident,)*; $($long:literal => $add:ident,)*; $($int:literal => $set:ident,)*) => {
        match ($member, $arguments) {
            $(($name, []) => $value.$call().shown(),)*
            $(($long, [Long(amount)]) => tried($value.$add(*amount)),)*
            $(($int, [Int(number)]) => tried($value.$set(*number)),)*
            ("toString", []) => $value.shown(),
            ("hashCode", []) => $value.hash_code().shown(),
            _ => None,
        }
    };
}

fn date(date: LocalDate, member: &str, arguments: &[Value]) -> Called {
    match (member, arguments) {
        ("adjustInto", [Any(target)]) => return tried(date.adjust_into(*target)),
        ("atStartOfDay", []) => return date.at_start_of_day().shown(),
        ("atStartOfDay", [Zone(zone)]) => return tried(date.at_start_of_day_in(*zone)),
        ("atTime", [Any(Temporal::LocalTime(time))]) => return date.at_time(*time).shown(),
        ("atTime", [Any(Temporal::OffsetTime(time))]) => return date.at_offset_time(*time).shown(),
        ("compareTo", [Any(Temporal::LocalDate(other))]) => return date.compare_to(*other).shown(),
        ("isAfter", [Any(Temporal::LocalDate(other))]) => return date.is_after(*other).shown(),
        ("isBefore", [Any(Temporal::LocalDate(other))]) => return date.is_before(*other).shown(),
        ("isEqual", [Any(Temporal::LocalDate(other))]) => return date.is_equal(*other).shown(),
        ("until", [Any(Temporal::LocalDate(end))]) => return tried(date.until(*end)),
        ("toEpochSecond", [Any(Temporal::LocalTime(time)), Zone(ZoneId::Offset(offset))]) => {
            return date.to_epoch_second(*time, *offset).shown();
        }
        _ => {}
    }
    let simple = simple!(date, member, arguments;
        "getDayOfMonth" => get_day_of_month, "getDayOfWeek" => get_day_of_week, "getDayOfYear" => get_day_of_year,
        "getEra" => get_era, "getMonth" => get_month, "getMonthValue" => get_month_value, "getYear" => get_year,
        "isLeapYear" => is_leap_year, "lengthOfMonth" => length_of_month, "lengthOfYear" => length_of_year,
        "toEpochDay" => to_epoch_day,;
        "plusDays" => plus_days, "plusWeeks" => plus_weeks, "plusMonths" => plus_months, "plusYears" => plus_years,
        "minusDays" => minus_days, "minusWeeks" => minus_weeks, "minusMonths" => minus_months,
        "minusYears" => minus_years,;
        "withDayOfMonth" => with_day_of_month, "withDayOfYear" => with_day_of_year, "withMonth" => with_month,
        "withYear" => with_year,
    );
    simple
        .or_else(|| arithmetic!(date, member, arguments))
        .or_else(|| reading(&date, member, arguments))
}

fn time(time: LocalTime, member: &str, arguments: &[Value]) -> Called {
    match (member, arguments) {
        ("adjustInto", [Any(target)]) => return tried(time.adjust_into(*target)),
        ("atOffset", [Zone(ZoneId::Offset(offset))]) => return time.at_offset(*offset).shown(),
        ("compareTo", [Any(Temporal::LocalTime(other))]) => return time.compare_to(*other).shown(),
        ("truncatedTo", [Value::Unit(unit)]) => return tried(time.truncated_to(*unit)),
        ("plusHours", [Long(amount)]) => return time.plus_hours(*amount).shown(),
        ("plusMinutes", [Long(amount)]) => return time.plus_minutes(*amount).shown(),
        ("plusSeconds", [Long(amount)]) => return time.plus_seconds(*amount).shown(),
        ("plusNanos", [Long(amount)]) => return time.plus_nanos(*amount).shown(),
        _ => {}
    }
    let simple = simple!(time, member, arguments;
        "getHour" => get_hour, "getMinute" => get_minute, "getSecond" => get_second, "getNano" => get_nano,
        "toNanoOfDay" => to_nano_of_day, "toSecondOfDay" => to_second_of_day,;;
        "withHour" => with_hour, "withMinute" => with_minute, "withSecond" => with_second, "withNano" => with_nano,
    );
    simple
        .or_else(|| arithmetic!(time, member, arguments))
        .or_else(|| reading(&time, member, arguments))
}

/// Members that the two larger types share.
macro_rules! dated {
    ($value:expr, $member:expr, $arguments:expr) => {
        simple!($value, $member, $arguments;
            "getDayOfMonth" => get_day_of_month, "getDayOfWeek" => get_day_of_week, "getDayOfYear" => get_day_of_year,
            "getMonth" => get_month, "getMonthValue" => get_month_value, "getYear" => get_year, "getHour" => get_hour,
            "getMinute" => get_minute, "getSecond" => get_second, "getNano" => get_nano,
            "toLocalDate" => to_local_date, "toLocalTime" => to_local_time,;
            "plusDays" => plus_days, "plusWeeks" => plus_weeks, "plusMonths" => plus_months,
            "plusYears" => plus_years, "plusHours" => plus_hours, "plusMinutes" => plus_minutes,
            "plusSeconds" => plus_seconds, "plusNanos" => plus_nanos, "minusDays" => minus_days,
            "minusWeeks" => minus_weeks, "minusMonths" => minus_months, "minusYears" => minus_years,
            "minusHours" => minus_hours, "minusMinutes" => minus_minutes, "minusSeconds" => minus_seconds,
            "minusNanos" => minus_nanos,;
            "withDayOfMonth" => with_day_of_month, "withDayOfYear" => with_day_of_year, "withMonth" => with_month,
            "withYear" => with_year, "withHour" => with_hour, "withMinute" => with_minute,
            "withSecond" => with_second, "withNano" => with_nano,
        )
    };
}

fn local(local: LocalDateTime, member: &str, arguments: &[Value]) -> Called {
    match (member, arguments) {
        ("adjustInto", [Any(target)]) => return tried(local.adjust_into(*target)),
        ("atOffset", [Zone(ZoneId::Offset(offset))]) => return local.at_offset(*offset).shown(),
        ("atZone", [Zone(zone)]) => return tried(local.at_zone(*zone)),
        ("compareTo", [Any(Temporal::LocalDateTime(other))]) => {
            return local.compare_to(*other).shown();
        }
        ("isAfter", [Any(Temporal::LocalDateTime(other))]) => {
            return local.is_after(*other).shown();
        }
        ("isBefore", [Any(Temporal::LocalDateTime(other))]) => {
            return local.is_before(*other).shown();
        }
        ("isEqual", [Any(Temporal::LocalDateTime(other))]) => {
            return local.is_equal(*other).shown();
        }
        ("truncatedTo", [Value::Unit(unit)]) => return tried(local.truncated_to(*unit)),
        ("toInstant", [Zone(ZoneId::Offset(offset))]) => return local.to_instant(*offset).shown(),
        ("toEpochSecond", [Zone(ZoneId::Offset(offset))]) => {
            return local.to_epoch_second(*offset).shown();
        }
        _ => {}
    }
    dated!(local, member, arguments)
        .or_else(|| arithmetic!(local, member, arguments))
        .or_else(|| reading(&local, member, arguments))
}

fn zoned(zoned: ZonedDateTime, member: &str, arguments: &[Value]) -> Called {
    match (member, arguments) {
        ("compareTo", [Any(Temporal::ZonedDateTime(other))]) => {
            return zoned.compare_to(*other).shown();
        }
        ("isAfter", [Any(Temporal::ZonedDateTime(other))]) => {
            return zoned.is_after(*other).shown();
        }
        ("isBefore", [Any(Temporal::ZonedDateTime(other))]) => {
            return zoned.is_before(*other).shown();
        }
        ("isEqual", [Any(Temporal::ZonedDateTime(other))]) => {
            return zoned.is_equal(*other).shown();
        }
        ("truncatedTo", [Value::Unit(unit)]) => return tried(zoned.truncated_to(*unit)),
        ("withZoneSameInstant", [Zone(zone)]) => return tried(zoned.with_zone_same_instant(*zone)),
        ("withZoneSameLocal", [Zone(zone)]) => return tried(zoned.with_zone_same_local(*zone)),
        ("getZone", []) => return zoned.get_zone().shown(),
        ("getOffset", []) => return zoned.get_offset().shown(),
        ("toInstant", []) => return zoned.to_instant().shown(),
        ("toEpochSecond", []) => return zoned.to_epoch_second().shown(),
        ("toLocalDateTime", []) => return zoned.to_local_date_time().shown(),
        ("toOffsetDateTime", []) => return zoned.to_offset_date_time().shown(),
        ("withEarlierOffsetAtOverlap", []) => {
            return zoned.with_earlier_offset_at_overlap().shown();
        }
        ("withLaterOffsetAtOverlap", []) => return zoned.with_later_offset_at_overlap().shown(),
        ("withFixedOffsetZone", []) => return zoned.with_fixed_offset_zone().shown(),
        _ => {}
    }
    dated!(zoned, member, arguments)
        .or_else(|| arithmetic!(zoned, member, arguments))
        .or_else(|| reading(&zoned, member, arguments))
}

fn instant(instant: Instant, member: &str, arguments: &[Value]) -> Called {
    match (member, arguments) {
        ("adjustInto", [Any(target)]) => return tried(instant.adjust_into(*target)),
        ("atOffset", [Zone(ZoneId::Offset(offset))]) => return tried(instant.at_offset(*offset)),
        ("atZone", [Zone(zone)]) => return tried(instant.at_zone(*zone)),
        ("compareTo", [Any(Temporal::Instant(other))]) => {
            return instant.compare_to(*other).shown();
        }
        ("isAfter", [Any(Temporal::Instant(other))]) => return instant.is_after(*other).shown(),
        ("isBefore", [Any(Temporal::Instant(other))]) => return instant.is_before(*other).shown(),
        ("truncatedTo", [Value::Unit(unit)]) => return tried(instant.truncated_to(*unit)),
        ("toEpochMilli", []) => return tried(instant.to_epoch_milli()),
        _ => {}
    }
    let simple = simple!(instant, member, arguments;
        "getEpochSecond" => get_epoch_second, "getNano" => get_nano,;;);
    simple
        .or_else(|| arithmetic!(instant, member, arguments))
        .or_else(|| reading(&instant, member, arguments))
}

fn offset_value(value: OffsetDateTime, member: &str, arguments: &[Value]) -> Called {
    match (member, arguments) {
        ("compareTo", [Any(Temporal::OffsetDateTime(other))]) => {
            return value.compare_to(*other).shown();
        }
        ("with", [Value::Field(field), Long(number)]) => {
            return tried(value.with_field(*field, *number));
        }
        ("adjustInto", [Any(target)]) => {
            return tried(Temporal::OffsetDateTime(value).adjust_into(*target));
        }
        _ => {}
    }
    let simple = simple!(value, member, arguments;
        "getOffset" => get_offset, "toEpochSecond" => to_epoch_second, "toInstant" => to_instant,
        "toLocalDate" => to_local_date, "toLocalDateTime" => to_local_date_time, "toLocalTime" => to_local_time,
        "toOffsetTime" => to_offset_time, "toZonedDateTime" => to_zoned_date_time,;;);
    simple.or_else(|| reading(&value, member, arguments))
}

/// Years, months, amounts and constants.
fn small(temporal: Temporal, member: &str, arguments: &[Value]) -> Called {
    if let ("adjustInto", [Any(target)]) = (member, arguments) {
        return tried(temporal.adjust_into(*target));
    }
    if let ("with", [Value::Field(field), Long(value)]) = (member, arguments)
        && temporal.is_temporal()
    {
        return tried(temporal.with_field(*field, *value));
    }
    let own = match temporal {
        Temporal::OffsetTime(value) => match arguments {
            [Any(Temporal::OffsetTime(other))] if member == "compareTo" => {
                value.compare_to(*other).shown()
            }
            _ => simple!(value, member, arguments;
                "getOffset" => get_offset, "toLocalTime" => to_local_time,;;),
        },
        Temporal::Year(year) => match arguments {
            [Any(Temporal::Year(other))] if member == "compareTo" => {
                year.compare_to(*other).shown()
            }
            _ => simple!(year, member, arguments;
                "getValue" => get_value, "isLeap" => is_leap, "length" => length,;;),
        },
        Temporal::YearMonth(month) => match arguments {
            [Any(Temporal::YearMonth(other))] if member == "compareTo" => {
                month.compare_to(*other).shown()
            }
            _ => simple!(month, member, arguments;
                "getYear" => get_year, "getMonth" => get_month, "getMonthValue" => get_month_value,
                "isLeapYear" => is_leap_year, "lengthOfMonth" => length_of_month, "lengthOfYear" => length_of_year,
                "atEndOfMonth" => at_end_of_month,;;),
        },
        Temporal::MonthDay(value) => match arguments {
            [Any(Temporal::MonthDay(other))] if member == "compareTo" => {
                value.compare_to(*other).shown()
            }
            _ => simple!(value, member, arguments;
                "getMonth" => get_month, "getMonthValue" => get_month_value, "getDayOfMonth" => get_day_of_month,;;),
        },
        Temporal::Month(month) => match (member, arguments) {
            ("plus", [Long(months)]) => month.plus(*months).shown(),
            ("minus", [Long(months)]) => month.minus(*months).shown(),
            ("getValue", []) => month.get_value().shown(),
            ("minLength", []) => month.min_length().shown(),
            ("maxLength", []) => month.max_length().shown(),
            ("firstMonthOfQuarter", []) => month.first_month_of_quarter().shown(),
            ("name" | "toString", []) => month.shown(),
            _ => None,
        },
        Temporal::DayOfWeek(day) => match (member, arguments) {
            ("plus", [Long(days)]) => day.plus(*days).shown(),
            ("minus", [Long(days)]) => day.minus(*days).shown(),
            ("getValue", []) => day.get_value().shown(),
            ("name" | "toString", []) => day.shown(),
            _ => None,
        },
        Temporal::IsoEra(era) if member == "getValue" => era.get_value().shown(),
        _ => None,
    };
    own.or_else(|| reading(temporal.accessor(), member, arguments))
}

fn amount(amount: Amount, member: &str, arguments: &[Value]) -> Called {
    match amount {
        Amount::Period(period) => match (member, arguments) {
            ("get", [Value::Unit(unit)]) => tried(period.get(*unit)),
            ("normalized", []) => tried(period.normalized()),
            ("negated", []) => tried(period.negated()),
            _ => simple!(period, member, arguments;
                "getYears" => get_years, "getMonths" => get_months, "getDays" => get_days, "isZero" => is_zero,
                "isNegative" => is_negative, "toTotalMonths" => to_total_months,;;),
        },
        Amount::Duration(duration) => match (member, arguments) {
            ("get", [Value::Unit(unit)]) => tried(duration.get(*unit)),
            ("compareTo", [Value::Amount(Amount::Duration(other))]) => {
                duration.compare_to(*other).shown()
            }
            ("negated", []) => tried(duration.negated()),
            ("abs", []) => tried(duration.abs()),
            ("toMillis", []) => tried(duration.to_millis()),
            ("toNanos", []) => tried(duration.to_nanos()),
            _ => simple!(duration, member, arguments;
                "getSeconds" => get_seconds, "getNano" => get_nano, "isZero" => is_zero,
                "isNegative" => is_negative, "isPositive" => is_positive, "toDays" => to_days, "toHours" => to_hours,
                "toMinutes" => to_minutes, "toSeconds" => to_seconds, "toDaysPart" => to_days_part,
                "toHoursPart" => to_hours_part, "toMinutesPart" => to_minutes_part,
                "toSecondsPart" => to_seconds_part, "toMillisPart" => to_millis_part,
                "toNanosPart" => to_nanos_part,;;),
        },
    }
}

fn zone(zone: ZoneId, member: &str, arguments: &[Value]) -> Called {
    match (zone, member, arguments) {
        (ZoneId::Offset(offset), "adjustInto", [Any(target)]) => tried(offset.adjust_into(*target)),
        (ZoneId::Offset(offset), "compareTo", [Zone(ZoneId::Offset(other))]) => {
            offset.compare_to(*other).shown()
        }
        (ZoneId::Offset(offset), "getTotalSeconds", []) => offset.get_total_seconds().shown(),
        (_, "getId" | "toString", []) => zone.shown(),
        (_, "hashCode", []) => zone.hash_code().shown(),
        (_, "normalized", []) => zone.normalized().shown(),
        (ZoneId::Offset(offset), ..) => reading(&offset, member, arguments),
        _ => None,
    }
}

fn constant(class: &str, member: &str, arguments: &[Value]) -> Called {
    use Temporal as T;
    if let ("from", [Any(temporal)]) = (member, arguments) {
        return made_from(class, temporal);
    }
    match (class, member, arguments) {
        ("LocalDate", "of", [Int(year), Int(month), Int(day)]) => {
            tried(LocalDate::of(*year, *month, *day))
        }
        ("LocalDate", "of", [Int(year), Any(T::Month(month)), Int(day)]) => {
            tried(LocalDate::of_month(*year, *month, *day))
        }
        ("LocalDate", "ofEpochDay", [Long(day)]) => tried(LocalDate::of_epoch_day(*day)),
        ("LocalDate", "ofYearDay", [Int(year), Int(day)]) => {
            tried(LocalDate::of_year_day(*year, *day))
        }
        ("LocalDate", "ofInstant", [Any(T::Instant(at)), Zone(zone)]) => {
            tried(LocalDate::of_instant(*at, *zone))
        }
        ("LocalTime", "of", [Int(hour), Int(minute), Int(second), Int(nano)]) => {
            tried(LocalTime::of(*hour, *minute, *second, *nano))
        }
        ("LocalTime", "ofNanoOfDay", [Long(nano)]) => tried(LocalTime::of_nano_of_day(*nano)),
        ("LocalTime", "ofSecondOfDay", [Long(second)]) => {
            tried(LocalTime::of_second_of_day(*second))
        }
        ("LocalTime", "ofInstant", [Any(T::Instant(at)), Zone(zone)]) => {
            LocalTime::of_instant(*at, *zone).shown()
        }
        (
            "LocalDateTime",
            "ofEpochSecond",
            [Long(second), Int(nano), Zone(ZoneId::Offset(offset))],
        ) => tried(LocalDateTime::of_epoch_second(*second, *nano, *offset)),
        ("LocalDateTime", "ofInstant", [Any(T::Instant(at)), Zone(zone)]) => {
            tried(LocalDateTime::of_instant(*at, *zone))
        }
        ("ZonedDateTime", "of", [Any(T::LocalDateTime(local)), Zone(zone)]) => {
            tried(ZonedDateTime::of(*local, *zone))
        }
        ("ZonedDateTime", "ofInstant", [Any(T::Instant(at)), Zone(zone)]) => {
            tried(ZonedDateTime::of_instant(*at, *zone))
        }
        (
            "ZonedDateTime",
            "ofInstant",
            [
                Any(T::LocalDateTime(local)),
                Zone(ZoneId::Offset(offset)),
                Zone(zone),
            ],
        ) => tried(ZonedDateTime::of_local_instant(*local, *offset, *zone)),
        (
            "ZonedDateTime",
            "ofStrict",
            [
                Any(T::LocalDateTime(local)),
                Zone(ZoneId::Offset(offset)),
                Zone(zone),
            ],
        ) => tried(ZonedDateTime::of_strict(*local, *offset, *zone)),
        (
            "ZonedDateTime",
            "ofLocal",
            [
                Any(T::LocalDateTime(local)),
                Zone(zone),
                Zone(ZoneId::Offset(offset)),
            ],
        ) => tried(ZonedDateTime::of_local(*local, *zone, Some(*offset))),
        ("Instant", "ofEpochSecond", [Long(second), Long(nano)]) => {
            tried(Instant::of_epoch_second(*second, *nano))
        }
        ("Instant", "ofEpochMilli", [Long(milli)]) => Instant::of_epoch_milli(*milli).shown(),
        ("Month", "of", [Int(number)]) => tried(Month::of(*number)),
        ("DayOfWeek", "of", [Int(number)]) => tried(DayOfWeek::of(*number)),
        ("IsoEra", "of", [Int(number)]) => tried(IsoEra::of(*number)),
        ("ZoneOffset", "ofTotalSeconds", [Int(number)]) => {
            tried(ZoneOffset::of_total_seconds(*number))
        }
        ("ZoneOffset", "ofHoursMinutesSeconds", [Int(hours), Int(minutes), Int(seconds)]) => tried(
            ZoneOffset::of_hours_minutes_seconds(*hours, *minutes, *seconds),
        ),
        _ => None,
    }
}

fn made_from(class: &str, temporal: &Temporal) -> Called {
    let accessor = temporal.accessor();
    match class {
        "LocalDate" => tried(LocalDate::from(accessor)),
        "LocalTime" => tried(LocalTime::from(accessor)),
        "LocalDateTime" => tried(LocalDateTime::from(accessor)),
        "ZonedDateTime" => tried(ZonedDateTime::from(accessor)),
        "OffsetDateTime" => tried(OffsetDateTime::from(accessor)),
        "OffsetTime" => tried(OffsetTime::from(accessor)),
        "Instant" => tried(Instant::from(accessor)),
        "Year" => tried(Year::from(accessor)),
        "YearMonth" => tried(YearMonth::from(accessor)),
        "MonthDay" => tried(MonthDay::from(accessor)),
        "ZoneId" => tried(ZoneId::from(accessor)),
        "ZoneOffset" => tried(ZoneOffset::from(accessor)),
        _ => None,
    }
}

fn call(receiver: &Value, member: &str, arguments: &[Value]) -> Called {
    match receiver {
        Any(Temporal::LocalDate(value)) => date(*value, member, arguments),
        Any(Temporal::LocalTime(value)) => time(*value, member, arguments),
        Any(Temporal::LocalDateTime(value)) => local(*value, member, arguments),
        Any(Temporal::ZonedDateTime(value)) => zoned(*value, member, arguments),
        Any(Temporal::Instant(value)) => instant(*value, member, arguments),
        Any(Temporal::OffsetDateTime(value)) => offset_value(*value, member, arguments),
        Any(value) => small(*value, member, arguments),
        Value::Amount(value) => amount(*value, member, arguments),
        Zone(value) => zone(*value, member, arguments),
        Class(class) => constant(class, member, arguments),
        Value::Field(field) => match (member, arguments) {
            ("range", []) => field.range().shown(),
            ("getBaseUnit", []) => field.get_base_unit().shown(),
            ("getRangeUnit", []) => field.get_range_unit().shown(),
            ("isDateBased", []) => field.is_date_based().shown(),
            ("isTimeBased", []) => field.is_time_based().shown(),
            ("toString", []) => field.shown(),
            _ => None,
        },
        Value::Unit(unit) => match (member, arguments) {
            ("getDuration", []) => unit.get_duration().shown(),
            ("isDateBased", []) => unit.is_date_based().shown(),
            ("isTimeBased", []) => unit.is_time_based().shown(),
            ("isDurationEstimated", []) => unit.is_duration_estimated().shown(),
            ("toString", []) => unit.shown(),
            _ => None,
        },
        _ => None,
    }
}

/// What a line says and what came of it: `None` where the member is left out.
fn outcome(line: &str) -> Option<(String, String)> {
    let (call_text, expected) = line.split_once("|=").expect("result");
    let mut parts = call_text.split('|');
    let receiver = read(parts.next().expect("receiver"));
    let member = parts.next().expect("member");
    let arguments: Vec<Value> = parts.map(read).collect();
    let found = match call(&receiver, member, &arguments)? {
        Ok(text) => text,
        Err(Thrown { class, .. }) => format!("!{}", class.rsplit('.').next().expect("class")),
    };
    Some((found, expected.to_owned()))
}

#[test]
fn members_answer_as_in_java() {
    let all = std::env::var("TIME_VECTORS")
        .ok()
        .map(|path| std::fs::read_to_string(path).expect("vectors"));
    let text = all.as_deref().unwrap_or(include_str!("vectors.txt"));
    let mut wrong = Vec::new();
    for line in text.lines() {
        match outcome(line) {
            Some((found, expected)) if found != expected => {
                wrong.push(format!("{line}\n    found {found}"));
            }
            None if all.is_none() => wrong.push(format!("{line}\n    is not reached")),
            None => println!("left out {line}"),
            Some(_) => {}
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} differ:\n{}",
        wrong.len(),
        text.lines().count(),
        wrong.join("\n")
    );
}
