//! Between values of expressions and the types of dates and times: arguments, receivers, results.

use crate::java::args::{arg, class_cast, int, object};
use crate::java::enums;
use crate::java::member::Call;
use crate::java::object::{JavaObject, identity_hash, identity_text};
use crate::java::signature::class;
use crate::java::time::accessor::{Answer, Query};
use crate::java::time::duration::Duration;
use crate::java::time::field::{ChronoField, Field, JulianField};
use crate::java::time::instant::Instant;
use crate::java::time::iso_fields::IsoField;
use crate::java::time::local_date::{Dates, LocalDate};
use crate::java::time::local_date_time::LocalDateTime;
use crate::java::time::local_time::LocalTime;
use crate::java::time::month::{DayOfWeek, IsoEra, Month};
use crate::java::time::offset::ZoneOffset;
use crate::java::time::offset_date_time::OffsetDateTime;
use crate::java::time::offset_time::OffsetTime;
use crate::java::time::partial::{MonthDay, Year, YearMonth};
use crate::java::time::period::Period;
use crate::java::time::range::ValueRange;
use crate::java::time::temporal::{Adjuster, Amount, Edge, Temporal};
use crate::java::time::unit::{ChronoUnit, Unit};
use crate::java::time::week_fields::WeekField;
use crate::java::time::zone::ZoneId;
use crate::java::time::zoned::ZonedDateTime;
use crate::java::util::stream;
use crate::value::enum_constant::EnumConstant;
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};
use std::any::Any;

/// Names of the types that rows mention.
macro_rules! types {
    ($($name:ident),+ $(,)?) => { $(pub(super) const $name: ClassRef = ClassRef::of(ClassId::$name);)+ };
}

types! {
    CHRONO_FIELD, CHRONO_LOCAL_DATE, CHRONO_LOCAL_DATE_TIME, CHRONO_UNIT, CLOCK, DATE_TIME_FORMATTER, DAY_OF_WEEK,
    DURATION, INSTANT, ISO_CHRONOLOGY, ISO_ERA, LOCAL_DATE, LOCAL_DATE_TIME, LOCAL_TIME, MONTH, MONTH_DAY, OFFSET_DATE_TIME,
    OFFSET_TIME, PERIOD, TEMPORAL, TEMPORAL_ACCESSOR, TEMPORAL_ADJUSTER, TEMPORAL_AMOUNT, TEMPORAL_FIELD,
    TEMPORAL_QUERY, TEMPORAL_UNIT, VALUE_RANGE, YEAR, YEAR_MONTH, ZONED_DATE_TIME, ZONE_ID, ZONE_OFFSET,
}

pub(super) const DATA_INPUT: ClassRef = class("java.io.DataInput");
pub(super) const DATA_OUTPUT: ClassRef = class("java.io.DataOutput");
pub(super) const OBJECT_INPUT: ClassRef = class("java.io.ObjectInput");
pub(super) const OBJECT_INPUT_STREAM: ClassRef = class("java.io.ObjectInputStream");
/// The class of a stream of dates.
pub(super) const LONG_STREAM_BOXED: ClassId = ClassId::named("java.util.stream.LongPipeline$1");
pub(super) const ISO_FIELD: ClassId = ClassId::named("java.time.temporal.IsoFields$Field");
pub(super) const ISO_UNIT: ClassId = ClassId::named("java.time.temporal.IsoFields$Unit");
pub(super) const JULIAN_FIELD: ClassId = ClassId::named("java.time.temporal.JulianFields$Field");

/// A value as a Rust type of this kind of object.
fn typed<T: Any + Copy>(value: Value<'_>, class: ClassRef) -> Outcome<T> {
    if value.is_null() {
        return Err(crate::java::args::null_pointer());
    }
    value
        .instance()
        .copied()
        .ok_or_else(|| class_cast(value, class.id.name()))
}

/// Receivers and arguments of one type each.
macro_rules! receivers {
    ($($receiver:ident, $argument:ident: $type:ty = $class:ident;)+) => {$(
        pub(super) fn $receiver(this: Value<'_>) -> Outcome<$type> {
            typed(this, ClassRef::of(ClassId::$class))
        }

        pub(super) fn $argument(args: &[Value<'_>], at: usize) -> Outcome<$type> {
            $receiver(arg(args, at))
        }
    )+};
}

receivers! {
    date, local_date: LocalDate = LOCAL_DATE;
    date_time, local_date_time: LocalDateTime = LOCAL_DATE_TIME;
    time, local_time: LocalTime = LOCAL_TIME;
    zoned, zoned_arg: ZonedDateTime = ZONED_DATE_TIME;
    moment, instant: Instant = INSTANT;
    duration, duration_arg: Duration = DURATION;
    days, period: Period = PERIOD;
    year, year_arg: Year = YEAR;
    year_month, year_month_arg: YearMonth = YEAR_MONTH;
    month_day, month_day_arg: MonthDay = MONTH_DAY;
    offset_date_time, offset_date_time_arg: OffsetDateTime = OFFSET_DATE_TIME;
    time_at_offset, offset_time: OffsetTime = OFFSET_TIME;
    values, values_arg: ValueRange = VALUE_RANGE;
    zone_of, zone: ZoneId = ZONE_ID;
    clock_of, clock_arg: SystemClock = CLOCK;
}

/// Receivers that are constants.
macro_rules! constants {
    ($($receiver:ident: $type:ty;)+) => {$(
        pub(super) fn $receiver(this: Value<'_>) -> Outcome<$type> {
            let ordinal = enums::constant(this)?.ordinal as usize;
            <$type>::VALUES.get(ordinal).copied().ok_or_else(|| class_cast(this, stringify!($type)))
        }
    )+};
}

constants! {
    month_of: Month;
    day_of: DayOfWeek;
    era_of: IsoEra;
    unit_of: ChronoUnit;
    field_of: ChronoField;
    iso_field_of: IsoField;
    julian_field_of: JulianField;
}

pub(super) fn month(args: &[Value<'_>], at: usize) -> Outcome<Month> {
    month_of(object(args, at)?)
}

/// An offset, which is a zone too.
pub(super) fn offset(args: &[Value<'_>], at: usize) -> Outcome<ZoneOffset> {
    match zone(args, at)? {
        ZoneId::Offset(offset) => Ok(offset),
        _ => Err(class_cast(arg(args, at), "java.time.ZoneOffset")),
    }
}

/// An offset that may be missing.
pub(super) fn preferred(args: &[Value<'_>], at: usize) -> Outcome<Option<ZoneOffset>> {
    if arg(args, at).is_null() {
        Ok(None)
    } else {
        offset(args, at).map(Some)
    }
}

/// The zone of a clock; every clock here shows the time of the environment.
pub(super) fn clock(args: &[Value<'_>], at: usize) -> Outcome<ZoneId> {
    Ok(clock_arg(args, at)?.0)
}

pub(super) fn field(args: &[Value<'_>], at: usize) -> Outcome<Field> {
    let value = object(args, at)?;
    if let Some(field) = value.instance::<WeekField>() {
        return Ok(Field::Week(*field));
    }
    match enums::constant(value)?.class {
        ClassId::CHRONO_FIELD => field_of(value).map(Field::Chrono),
        ISO_FIELD => iso_field_of(value).map(Field::Iso),
        JULIAN_FIELD => julian_field_of(value).map(Field::Julian),
        _ => Err(class_cast(value, "java.time.temporal.TemporalField")),
    }
}

pub(super) fn unit(args: &[Value<'_>], at: usize) -> Outcome<Unit> {
    let value = object(args, at)?;
    let constant = enums::constant(value)?;
    match (constant.class, constant.ordinal) {
        (ClassId::CHRONO_UNIT, _) => unit_of(value).map(Unit::Chrono),
        (ISO_UNIT, 0) => Ok(Unit::WeekBasedYears),
        (ISO_UNIT, _) => Ok(Unit::QuarterYears),
        _ => Err(class_cast(value, "java.time.temporal.TemporalUnit")),
    }
}

pub(super) fn amount(args: &[Value<'_>], at: usize) -> Outcome<Amount> {
    let value = object(args, at)?;
    match (value.instance::<Period>(), value.instance::<Duration>()) {
        (Some(period), _) => Ok(Amount::Period(*period)),
        (_, Some(duration)) => Ok(Amount::Duration(*duration)),
        _ => Err(class_cast(value, "java.time.temporal.TemporalAmount")),
    }
}

pub(super) fn adjuster(args: &[Value<'_>], at: usize) -> Outcome<Adjuster> {
    match object(args, at)?.instance::<Edge>() {
        Some(edge) => Ok(Adjuster::Edge(*edge)),
        None => temporal(args, at).map(Adjuster::Temporal),
    }
}

pub(super) fn query(args: &[Value<'_>], at: usize) -> Outcome<Query> {
    typed(arg(args, at), TEMPORAL_QUERY)
}

/// Any date, time or part of one.
pub(super) fn temporal(args: &[Value<'_>], at: usize) -> Outcome<Temporal> {
    as_temporal(object(args, at)?)
}

pub(in crate::java) fn as_temporal(value: Value<'_>) -> Outcome<Temporal> {
    let found = match value.class().map(|class| class.id) {
        Some(ClassId::LOCAL_DATE) => Temporal::LocalDate(date(value)?),
        Some(ClassId::LOCAL_TIME) => Temporal::LocalTime(time(value)?),
        Some(ClassId::LOCAL_DATE_TIME) => Temporal::LocalDateTime(date_time(value)?),
        Some(ClassId::ZONED_DATE_TIME) => Temporal::ZonedDateTime(zoned(value)?),
        Some(ClassId::OFFSET_DATE_TIME) => Temporal::OffsetDateTime(offset_date_time(value)?),
        Some(ClassId::OFFSET_TIME) => Temporal::OffsetTime(time_at_offset(value)?),
        Some(ClassId::INSTANT) => Temporal::Instant(moment(value)?),
        Some(ClassId::YEAR) => Temporal::Year(year(value)?),
        Some(ClassId::YEAR_MONTH) => Temporal::YearMonth(year_month(value)?),
        Some(ClassId::MONTH_DAY) => Temporal::MonthDay(month_day(value)?),
        Some(ClassId::MONTH) => Temporal::Month(month_of(value)?),
        Some(ClassId::DAY_OF_WEEK) => Temporal::DayOfWeek(day_of(value)?),
        Some(ClassId::ISO_ERA) => Temporal::IsoEra(era_of(value)?),
        Some(ClassId::ZONE_OFFSET) => Temporal::ZoneOffset(offset(&[value], 0)?),
        _ => return Err(class_cast(value, "java.time.temporal.TemporalAccessor")),
    };
    Ok(found)
}

/// An object as a value.
pub(super) fn made<'a>(call: &Call<'a>, object: impl JavaObject) -> Outcome<Value<'a>> {
    Ok(call.arena.object(object))
}

/// A constant as a value.
pub(super) fn enum_of<'a>(call: &Call<'a>, class: ClassId, ordinal: i32) -> Outcome<Value<'a>> {
    Ok(enums::at(call, class, ordinal))
}

pub(super) fn unit_value<'a>(call: &Call<'a>, unit: impl Into<Unit>) -> Outcome<Value<'a>> {
    match unit.into() {
        Unit::Chrono(unit) => enum_of(call, ClassId::CHRONO_UNIT, unit.ordinal()),
        Unit::WeekBasedYears => enum_of(call, ISO_UNIT, 0),
        Unit::QuarterYears => enum_of(call, ISO_UNIT, 1),
    }
}

/// A list of units.
pub(super) fn units<'a>(call: &Call<'a>, units: &[ChronoUnit]) -> Outcome<Value<'a>> {
    let units = units
        .iter()
        .map(|unit| unit_value(call, *unit))
        .collect::<Outcome<Vec<_>>>()?;
    call.arena.list(ClassId::IMMUTABLE_LIST, &units)
}

pub(super) fn temporal_value<'a>(call: &Call<'a>, temporal: Temporal) -> Outcome<Value<'a>> {
    match temporal {
        Temporal::LocalDate(value) => made(call, value),
        Temporal::LocalTime(value) => made(call, value),
        Temporal::LocalDateTime(value) => made(call, value),
        Temporal::ZonedDateTime(value) => made(call, value),
        Temporal::OffsetDateTime(value) => made(call, value),
        Temporal::OffsetTime(value) => made(call, value),
        Temporal::Instant(value) => made(call, value),
        Temporal::Year(value) => made(call, value),
        Temporal::YearMonth(value) => made(call, value),
        Temporal::MonthDay(value) => made(call, value),
        Temporal::Month(value) => enum_of(call, ClassId::MONTH, value.ordinal()),
        Temporal::DayOfWeek(value) => enum_of(call, ClassId::DAY_OF_WEEK, value.ordinal()),
        Temporal::IsoEra(value) => enum_of(call, ClassId::ISO_ERA, value.ordinal()),
        Temporal::ZoneOffset(value) => made(call, ZoneId::Offset(value)),
    }
}

pub(super) fn field_value<'a>(call: &Call<'a>, field: Field) -> Outcome<Value<'a>> {
    match field {
        Field::Chrono(field) => enum_of(call, ClassId::CHRONO_FIELD, field.ordinal()),
        Field::Iso(field) => enum_of(call, ISO_FIELD, field.ordinal()),
        Field::Julian(field) => enum_of(call, JULIAN_FIELD, field.ordinal()),
        Field::Week(field) => made(call, field),
    }
}

/// What a query found.
pub(super) fn answer<'a>(call: &Call<'a>, answer: Answer) -> Outcome<Value<'a>> {
    match answer {
        Answer::Null => Ok(Value::Null),
        Answer::Chronology => made(call, Chronology),
        Answer::Unit(unit) => unit_value(call, unit),
        Answer::Zone(zone) => made(call, zone),
        Answer::Date(date) => made(call, date),
        Answer::Time(time) => made(call, time),
        Answer::Period(period) => made(call, period),
        Answer::Bool(value) => Ok(Value::Bool(value)),
    }
}

/// A stream of dates. They are made at once, so the budget for elements bounds how many.
pub(super) fn dates<'a>(call: &Call<'a>, dates: Dates, class: ClassId) -> Outcome<Value<'a>> {
    let mut items = call.arena.vec(0);
    for date in dates {
        call.arena.charge_items(1)?;
        items.push(call.arena.object(date));
    }
    Ok(stream::stream(call, class, items.into_bump_slice()))
}

/// The moment that the clock of the environment shows.
pub(in crate::java) fn now(call: &Call<'_>) -> Instant {
    let nanos = call.environment.clock.epoch_nanos();
    let second = i64::try_from(nanos.div_euclid(1_000_000_000)).unwrap_or(i64::MAX);
    let nano = i64::try_from(nanos.rem_euclid(1_000_000_000)).unwrap_or(0);
    Instant::of_epoch_second(second, nano).unwrap_or(Instant::EPOCH)
}

/// Year, month (number or constant), day, hour, minute, and perhaps second and nanosecond.
pub(super) fn parts(args: &[Value<'_>]) -> Outcome<LocalDateTime> {
    let number = |at: usize| {
        if at < args.len() {
            int(args, at)
        } else {
            Ok(0)
        }
    };
    let date = match object(args, 1)?.instance::<EnumConstant>() {
        Some(_) => LocalDate::of_month(int(args, 0)?, month(args, 1)?, int(args, 2)?)?,
        None => LocalDate::of(int(args, 0)?, int(args, 1)?, int(args, 2)?)?,
    };
    let time = LocalTime::of(int(args, 3)?, int(args, 4)?, number(5)?, number(6)?)?;
    Ok(LocalDateTime::of(date, time))
}

pub(super) fn date_time_of<'a>(call: &Call<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    made(call, parts(args)?)
}

/// `java.time.chrono.IsoChronology`, the only calendar system here.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::java) struct Chronology;

impl JavaObject for Chronology {
    fn java_class(&self) -> ClassId {
        ClassId::ISO_CHRONOLOGY
    }

    fn java_text(&self) -> String {
        "ISO".to_owned()
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}

/// `java.time.Clock` of a zone.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct SystemClock(pub(super) ZoneId);

impl JavaObject for SystemClock {
    fn java_class(&self) -> ClassId {
        const { ClassId::named("java.time.Clock$SystemClock") }
    }

    fn java_text(&self) -> String {
        format!("SystemClock[{}]", self.0)
    }

    fn java_hash(&self) -> i32 {
        self.0.hash_code().wrapping_add(1)
    }
}

/// Adjusters and queries are functions in Java, so they have nothing but a class.
impl JavaObject for Edge {
    fn java_class(&self) -> ClassId {
        ClassId::TEMPORAL_ADJUSTER
    }

    fn java_text(&self) -> String {
        identity_text(self.java_class())
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}

impl JavaObject for Query {
    fn java_class(&self) -> ClassId {
        match self {
            Query::ZoneId => const { ClassId::named("java.time.temporal.TemporalQueries$1") },
            Query::Chronology => const { ClassId::named("java.time.temporal.TemporalQueries$2") },
            Query::Precision => const { ClassId::named("java.time.temporal.TemporalQueries$3") },
            Query::Offset => const { ClassId::named("java.time.temporal.TemporalQueries$4") },
            Query::Zone => const { ClassId::named("java.time.temporal.TemporalQueries$5") },
            Query::LocalDate => const { ClassId::named("java.time.temporal.TemporalQueries$6") },
            Query::LocalTime => const { ClassId::named("java.time.temporal.TemporalQueries$7") },
            Query::ExcessDays | Query::LeapSecond => ClassId::TEMPORAL_QUERY,
        }
    }

    fn java_text(&self) -> String {
        match self {
            Query::ExcessDays | Query::LeapSecond => identity_text(self.java_class()),
            named => format!("{named:?}"),
        }
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}
