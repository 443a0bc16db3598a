//! Values as the tables of vectors write them.
//!
//! A letter says what a value is: `D` date, `T` time, `L` local date and time, `Z` zoned, `O` and `o` offset date and time,
//! `I` instant, `Y` year, `M` year and month, `x` month and day, `m` month, `w` day of the week, `e` era, `P` period, `U`
//! duration, `z` zone, `u` unit, `f` field, `q` query, `E` adjuster, `l` and `i` numbers.

use crate::java::time::accessor::Query;
use crate::java::time::duration::Duration;
use crate::java::time::field::{ChronoField, Field, JulianField};
use crate::java::time::instant::Instant;
use crate::java::time::iso_fields::IsoField;
use crate::java::time::local_date::LocalDate;
use crate::java::time::local_date_time::LocalDateTime;
use crate::java::time::local_time::LocalTime;
use crate::java::time::month::{DayOfWeek, IsoEra, Month};
use crate::java::time::offset::ZoneOffset;
use crate::java::time::offset_date_time::OffsetDateTime;
use crate::java::time::partial::{MonthDay, Year, YearMonth};
use crate::java::time::period::Period;
use crate::java::time::temporal::{Amount, Edge, Temporal};
use crate::java::time::unit::{ChronoUnit, Unit};
use crate::java::time::week_fields::{WeekCount, WeekFields};
use crate::java::time::zone::ZoneId;
use crate::java::time::zoned::ZonedDateTime;

/// A receiver or argument.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Any(Temporal),
    Zone(ZoneId),
    Amount(Amount),
    Unit(Unit),
    Field(Field),
    Query(Query),
    Edge(Edge),
    Long(i64),
    Int(i32),
    Class(String),
}

use Value::{Any, Class, Int, Long, Zone};

fn local_time(text: &str) -> LocalTime {
    LocalDateTime::parse(&format!("1970-01-01T{text}"))
        .expect(text)
        .to_local_time()
}

fn offset_date_time(text: &str) -> OffsetDateTime {
    let at = text.rfind(['Z', '+', '-']).expect("offset");
    let local = LocalDateTime::parse(&text[..at]).expect(text);
    local.at_offset(ZoneOffset::of(&text[at..]).expect(text))
}

fn numbers(text: &str) -> Vec<i64> {
    text.split(',')
        .map(|part| part.parse().expect("number"))
        .collect()
}

/// Reads a value; text without a letter is the name of a class.
pub(super) fn read(text: &str) -> Value {
    let Some((letter, rest)) = text
        .split_at_checked(2)
        .filter(|(letter, _)| letter.ends_with(':'))
    else {
        return Class(text.to_owned());
    };
    let int = |number: i64| i32::try_from(number).expect("int");
    Any(match letter {
        "D:" => Temporal::LocalDate(LocalDate::parse(rest).expect(rest)),
        "T:" => Temporal::LocalTime(local_time(rest)),
        "L:" => Temporal::LocalDateTime(LocalDateTime::parse(rest).expect(rest)),
        "Z:" => Temporal::ZonedDateTime(ZonedDateTime::parse(rest).expect(rest)),
        "O:" => Temporal::OffsetDateTime(offset_date_time(rest)),
        "o:" => {
            Temporal::OffsetTime(offset_date_time(&format!("1970-01-01T{rest}")).to_offset_time())
        }
        "I:" => Temporal::Instant(match rest {
            "-1000000000-01-01T00:00:00Z" => Instant::MIN,
            "+1000000000-12-31T23:59:59.999999999Z" => Instant::MAX,
            _ => Instant::parse(rest).expect(rest),
        }),
        "Y:" => Temporal::Year(Year::of(rest.parse().expect("year")).expect(rest)),
        "M:" => Temporal::YearMonth(
            YearMonth::from(&LocalDate::parse(&format!("{rest}-01")).expect(rest)).expect(rest),
        ),
        "x:" => Temporal::MonthDay(
            MonthDay::from(&LocalDate::parse(&format!("2024{}", &rest[1..])).expect(rest))
                .expect(rest),
        ),
        "m:" => Temporal::Month(Month::value_of(rest).expect(rest)),
        "w:" => Temporal::DayOfWeek(DayOfWeek::value_of(rest).expect(rest)),
        "e:" => Temporal::IsoEra(IsoEra::value_of(rest).expect(rest)),
        "z:" => return Zone(ZoneId::of(rest).expect(rest)),
        "P:" => {
            let parts = numbers(rest);
            let period = Period {
                years: int(parts[0]),
                months: int(parts[1]),
                days: int(parts[2]),
            };
            return Value::Amount(Amount::Period(period));
        }
        "U:" => {
            let parts = numbers(rest);
            return Value::Amount(Amount::Duration(
                Duration::of_seconds(parts[0], parts[1]).expect(rest),
            ));
        }
        "u:" => return Value::Unit(unit(rest)),
        "f:" => return Value::Field(field(rest)),
        "q:" => return Value::Query(query(rest)),
        "E:" => return Value::Edge(edge(rest)),
        "l:" => return Long(rest.parse().expect("long")),
        _ => return Int(rest.parse().expect("int")),
    })
}

fn unit(name: &str) -> Unit {
    match name {
        "QUARTER_YEARS" | "QuarterYears" => Unit::QuarterYears,
        "WEEK_BASED_YEARS" | "WeekBasedYears" => Unit::WeekBasedYears,
        _ => *ChronoUnit::VALUES
            .iter()
            .map(|unit| Unit::Chrono(*unit))
            .filter(|unit| {
                unit.to_string() == name
                    || matches!(unit, Unit::Chrono(unit) if unit.name() == name)
            })
            .collect::<Vec<_>>()
            .first()
            .expect(name),
    }
}

fn field(name: &str) -> Field {
    if let Some(count) = name.strip_prefix("W:") {
        return Field::Week(
            WeekFields::SUNDAY_START.field(WeekCount::value_of(count).expect(name)),
        );
    }
    let chrono = ChronoField::VALUES
        .iter()
        .find(|field| field.name() == name || field.to_string() == name);
    let iso = IsoField::VALUES.iter().find(|field| field.name() == name);
    let julian = JulianField::VALUES
        .iter()
        .find(|field| field.name() == name);
    let found = chrono
        .map(|field| Field::Chrono(*field))
        .or(iso.map(|field| Field::Iso(*field)));
    found
        .or(julian.map(|field| Field::Julian(*field)))
        .expect(name)
}

fn query(name: &str) -> Query {
    match name {
        "chronology" => Query::Chronology,
        "precision" => Query::Precision,
        "zoneId" => Query::ZoneId,
        "offset" => Query::Offset,
        "zone" => Query::Zone,
        "localDate" => Query::LocalDate,
        _ => Query::LocalTime,
    }
}

fn edge(name: &str) -> Edge {
    match name {
        "firstDayOfMonth" => Edge::FirstDayOfMonth,
        "lastDayOfMonth" => Edge::LastDayOfMonth,
        "firstDayOfNextMonth" => Edge::FirstDayOfNextMonth,
        "firstDayOfYear" => Edge::FirstDayOfYear,
        "lastDayOfYear" => Edge::LastDayOfYear,
        _ => Edge::FirstDayOfNextYear,
    }
}
