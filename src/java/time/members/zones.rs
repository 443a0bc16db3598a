//! `java.time.ZoneId` and `ZoneOffset`, `Clock`, `IsoChronology`, and what fields, queries and adjusters there are.

use super::values::*;
use crate::java::args::{class_cast, give, ok, unavailable};
use crate::java::member::{Call, Members, f, p};
use crate::java::object::{JavaObject, identity_hash};
use crate::java::signature::{BOOL, INT, LIST, LONG, OBJECT, STRING, class};
use crate::java::time::accessor::Query;
use crate::java::time::duration::Duration;
use crate::java::time::instant::Instant;
use crate::java::time::local_date::LocalDate;
use crate::java::time::local_date_time::LocalDateTime;
use crate::java::time::offset::ZoneOffset;
use crate::java::time::temporal::Edge;
use crate::java::time::week_fields::{WeekCount, WeekField, WeekFields};
use crate::java::time::zone::ZoneId;
use crate::java::time::zone_data::Region;
use crate::java::time::zone_rules::{ZoneOffsetTransition, ZoneOffsetTransitionRule, ZoneRules};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

const RULES: ClassRef = class("java.time.zone.ZoneRules");
const TRANSITIONS: ClassId = ClassId::named("java.time.zone.ZoneOffsetTransition");
const TRANSITION_RULES: ClassId = ClassId::named("java.time.zone.ZoneOffsetTransitionRule");
const SET: ClassRef = class("java.util.Set");
const WEEKS: ClassRef = class("java.time.temporal.WeekFields");

#[rustfmt::skip]
pub(super) static ZONES: Members = Members::of(ClassId::ZONE_ID).methods(&[
    p("getId", STRING, |c, t, _| give(c, zone_of(t)?.get_id()), "the name of the zone"),
    p("normalized", ZONE_ID, |c, t, _| made(c, zone_of(t)?.normalized()), "the zone as offset where that is all it is"),
    p("getRules", RULES, |c, t, _| made(c, zone_of(t)?.get_rules()), "the offsets of the zone"),
    p("hashCode", INT, |_, t, _| ok(zone_of(t)?.hash_code()), "a number that equal zones share"),
    p("toString", STRING, |c, t, _| give(c, zone_of(t)?.get_id()), "the name of the zone"),
    p("systemDefault", ZONE_ID, |c, _, _| made(c, c.environment.zone), "the zone of this engine").stat(),
    p("getAvailableZoneIds", SET, zone_ids, "the names of all zones").stat(),
]).fields(&[
    f("SHORT_IDS", short_ids, "old short names of zones"),
]);

#[rustfmt::skip]
pub(super) static OFFSETS: Members = Members::of(ClassId::ZONE_OFFSET).methods(&[
    p("getTotalSeconds", INT, |_, t, _| ok(offset(&[t], 0)?.get_total_seconds()), "the seconds east of Greenwich"),
]).fields(&[
    f("UTC", |c, _, _| made(c, ZoneId::Offset(ZoneOffset::UTC)), "no offset"),
    f("MIN", |c, _, _| made(c, ZoneId::Offset(ZoneOffset::MIN)), "the offset furthest west, -18:00"),
    f("MAX", |c, _, _| made(c, ZoneId::Offset(ZoneOffset::MAX)), "the offset furthest east, +18:00"),
]);

#[rustfmt::skip]
pub(super) static RULE: Members = Members::of(RULES.id).methods(&[
    p("isFixedOffset", BOOL, |_, t, _| ok(rules(t)?.is_fixed_offset()), "whether the offset never changes"),
    p("getTransitions", LIST, |c, t, _| objects(c, rules(t)?.get_transitions()), "the changes of the offset in the past"),
    p("getTransitionRules", LIST, |c, t, _| objects(c, rules(t)?.get_transition_rules()), "the changes of the offset in a year to come"),
    p("hashCode", INT, |_, t, _| ok(rules(t)?.hash_code()), "a number that equal rules share"),
    p("toString", STRING, |c, t, _| give(c, rules(t)?.to_string()), "the rules as text"),
]);

#[rustfmt::skip]
pub(super) static TRANSITION: Members = Members::of(TRANSITIONS).methods(&[
    p("getInstant", INSTANT, |c, t, _| made(c, Instant::of_epoch_second(transition(t)?.epoch_second, 0)?), "the moment of the change"),
    p("toEpochSecond", LONG, |_, t, _| ok(transition(t)?.epoch_second), "the second of the change"),
    p("getDateTimeBefore", LOCAL_DATE_TIME, |c, t, _| { let change = transition(t)?; made(c, LocalDateTime::of_epoch_second(change.epoch_second, 0, change.offset_before)?) }, "what clocks show before the change"),
    p("getDateTimeAfter", LOCAL_DATE_TIME, |c, t, _| { let change = transition(t)?; made(c, LocalDateTime::of_epoch_second(change.epoch_second, 0, change.offset_after)?) }, "what clocks show after the change"),
    p("getOffsetBefore", ZONE_OFFSET, |c, t, _| made(c, ZoneId::Offset(transition(t)?.offset_before)), "the offset before the change"),
    p("getOffsetAfter", ZONE_OFFSET, |c, t, _| made(c, ZoneId::Offset(transition(t)?.offset_after)), "the offset after the change"),
    p("getDuration", DURATION, |c, t, _| made(c, Duration::of_seconds(transition(t)?.seconds().into(), 0)?), "how far clocks go forward"),
    p("isGap", BOOL, |_, t, _| ok(transition(t)?.seconds() > 0), "whether clocks go forward"),
    p("isOverlap", BOOL, |_, t, _| ok(transition(t)?.seconds() < 0), "whether clocks go back"),
    p("hashCode", INT, |_, t, _| ok(transition(t)?.java_hash()), "a number that equal changes share"),
    p("toString", STRING, |c, t, _| give(c, transition(t)?.to_string()), "the change as text"),
]);

#[rustfmt::skip]
pub(super) static TRANSITION_RULE: Members = Members::of(TRANSITION_RULES).methods(&[
    p("getStandardOffset", ZONE_OFFSET, |c, t, _| made(c, ZoneId::Offset(transition_rule(t)?.standard_offset)), "the offset outside of daylight saving"),
    p("getOffsetBefore", ZONE_OFFSET, |c, t, _| made(c, ZoneId::Offset(transition_rule(t)?.offset_before)), "the offset before the change"),
    p("getOffsetAfter", ZONE_OFFSET, |c, t, _| made(c, ZoneId::Offset(transition_rule(t)?.offset_after)), "the offset after the change"),
    p("toString", STRING, |c, t, _| give(c, transition_rule(t)?.to_string()), "the rule as text"),
    p("getMonth", MONTH, unavailable, "the month of the change"),
    p("getDayOfMonthIndicator", INT, unavailable, "the day that the change is on or after"),
    p("getDayOfWeek", DAY_OF_WEEK, unavailable, "the day of the week of the change"),
    p("getLocalTime", LOCAL_TIME, unavailable, "the time of the change"),
    p("isMidnightEndOfDay", BOOL, unavailable, "whether midnight is the end of the day"),
    p("getTimeDefinition", OBJECT, unavailable, "what the time is measured by"),
    p("hashCode", INT, unavailable, "a number that equal rules share"),
]);

#[rustfmt::skip]
pub(super) static CLOCKS: Members = Members::of(ClassId::CLOCK).methods(&[
    p("getZone", ZONE_ID, |c, t, _| made(c, clock_of(t)?.0), "the zone of the clock"),
    p("instant", INSTANT, |c, _, _| made(c, now(c)), "the moment that the clock shows"),
    p("millis", LONG, |c, _, _| ok(c.environment.epoch_millis()), "milliseconds since 1970"),
    p("hashCode", INT, |_, t, _| ok(clock_of(t)?.java_hash()), "a number that equal clocks share"),
    p("toString", STRING, |c, t, _| give(c, clock_of(t)?.java_text()), "the clock as text"),
    p("systemUTC", CLOCK, |c, _, _| made(c, SystemClock(ZoneId::Offset(ZoneOffset::UTC))), "the clock without offset").stat(),
    p("systemDefaultZone", CLOCK, |c, _, _| made(c, SystemClock(c.environment.zone)), "the clock in the zone of this engine").stat(),
]);

#[rustfmt::skip]
pub(super) static CHRONOLOGIES: Members = Members::of(ClassId::ISO_CHRONOLOGY).methods(&[
    p("getId", STRING, |_, _, _| Ok(Value::Str("ISO")), "the name of the calendar system"),
    p("getCalendarType", STRING, |_, _, _| Ok(Value::Str("iso8601")), "the name in Unicode's data"),
    p("isIsoBased", BOOL, |_, _, _| ok(true), "whether the fields of ISO fit"),
    p("eras", LIST, eras, "the eras"),
    p("dateNow", LOCAL_DATE, |c, _, _| made(c, LocalDate::now(now(c), c.environment.zone)?), "the date of the clock"),
    p("hashCode", INT, |_, _, _| ok(Chronology.java_hash()), "a number of this calendar system"),
    p("toString", STRING, |_, _, _| Ok(Value::Str("ISO")), "the name of the calendar system"),
]).fields(&[
    f("INSTANCE", |c, _, _| made(c, Chronology), "the calendar system"),
]);

#[rustfmt::skip]
pub(super) static ISO_FIELDS: Members = Members::of(ClassId::named("java.time.temporal.IsoFields")).fields(&[
    f("DAY_OF_QUARTER", |c, _, _| enum_of(c, ISO_FIELD, 0), "the day of the quarter"),
    f("QUARTER_OF_YEAR", |c, _, _| enum_of(c, ISO_FIELD, 1), "the quarter of the year"),
    f("WEEK_OF_WEEK_BASED_YEAR", |c, _, _| enum_of(c, ISO_FIELD, 2), "the week of the year of whole weeks"),
    f("WEEK_BASED_YEAR", |c, _, _| enum_of(c, ISO_FIELD, 3), "the year of whole weeks"),
    f("WEEK_BASED_YEARS", |c, _, _| enum_of(c, ISO_UNIT, 0), "years of whole weeks"),
    f("QUARTER_YEARS", |c, _, _| enum_of(c, ISO_UNIT, 1), "quarters of years"),
]);

#[rustfmt::skip]
pub(super) static JULIAN_FIELDS: Members = Members::of(ClassId::named("java.time.temporal.JulianFields")).fields(&[
    f("JULIAN_DAY", |c, _, _| enum_of(c, JULIAN_FIELD, 0), "the days since the year -4712"),
    f("MODIFIED_JULIAN_DAY", |c, _, _| enum_of(c, JULIAN_FIELD, 1), "the days since 1858-11-17"),
    f("RATA_DIE", |c, _, _| enum_of(c, JULIAN_FIELD, 2), "the days since the year 1"),
]);

#[rustfmt::skip]
pub(super) static WEEK_FIELDS: Members = Members::of(WEEKS.id).methods(&[
    p("getFirstDayOfWeek", DAY_OF_WEEK, |c, t, _| enum_of(c, ClassId::DAY_OF_WEEK, weeks(t)?.first_day.ordinal()), "the first day of a week"),
    p("getMinimalDaysInFirstWeek", INT, |_, t, _| ok(i32::from(weeks(t)?.minimal_days)), "the days that make a week the first"),
    p("dayOfWeek", TEMPORAL_FIELD, |c, t, _| made(c, weeks(t)?.field(WeekCount::DayOfWeek)), "the day of the week"),
    p("weekOfMonth", TEMPORAL_FIELD, |c, t, _| made(c, weeks(t)?.field(WeekCount::WeekOfMonth)), "the week of the month"),
    p("weekOfYear", TEMPORAL_FIELD, |c, t, _| made(c, weeks(t)?.field(WeekCount::WeekOfYear)), "the week of the year"),
    p("weekOfWeekBasedYear", TEMPORAL_FIELD, |c, t, _| made(c, weeks(t)?.field(WeekCount::WeekOfWeekBasedYear)), "the week of the year of whole weeks"),
    p("weekBasedYear", TEMPORAL_FIELD, |c, t, _| made(c, weeks(t)?.field(WeekCount::WeekBasedYear)), "the year of whole weeks"),
    p("hashCode", INT, |_, t, _| ok(weeks(t)?.hash_code()), "a number that equal rules share"),
    p("toString", STRING, |c, t, _| give(c, weeks(t)?.to_string()), "the rules as text"),
]).fields(&[
    f("ISO", |c, _, _| made(c, WeekFields::ISO), "weeks from Monday, the first with four days"),
    f("SUNDAY_START", |c, _, _| made(c, WeekFields::SUNDAY_START), "weeks from Sunday, the first with one day"),
    f("WEEK_BASED_YEARS", |c, _, _| enum_of(c, ISO_UNIT, 0), "years of whole weeks"),
]);

#[rustfmt::skip]
pub(super) static ADJUSTERS: Members = Members::of(ClassId::named("java.time.temporal.TemporalAdjusters")).methods(&[
    p("firstDayOfMonth", TEMPORAL_ADJUSTER, |c, _, _| made(c, Edge::FirstDayOfMonth), "goes to the first day of the month").stat(),
    p("lastDayOfMonth", TEMPORAL_ADJUSTER, |c, _, _| made(c, Edge::LastDayOfMonth), "goes to the last day of the month").stat(),
    p("firstDayOfNextMonth", TEMPORAL_ADJUSTER, |c, _, _| made(c, Edge::FirstDayOfNextMonth), "goes to the first day of the next month").stat(),
    p("firstDayOfYear", TEMPORAL_ADJUSTER, |c, _, _| made(c, Edge::FirstDayOfYear), "goes to the first day of the year").stat(),
    p("lastDayOfYear", TEMPORAL_ADJUSTER, |c, _, _| made(c, Edge::LastDayOfYear), "goes to the last day of the year").stat(),
    p("firstDayOfNextYear", TEMPORAL_ADJUSTER, |c, _, _| made(c, Edge::FirstDayOfNextYear), "goes to the first day of the next year").stat(),
]);

#[rustfmt::skip]
pub(super) static QUERIES: Members = Members::of(ClassId::named("java.time.temporal.TemporalQueries")).methods(&[
    p("zoneId", TEMPORAL_QUERY, |c, _, _| made(c, Query::ZoneId), "asks for the zone").stat(),
    p("chronology", TEMPORAL_QUERY, |c, _, _| made(c, Query::Chronology), "asks for the calendar system").stat(),
    p("precision", TEMPORAL_QUERY, |c, _, _| made(c, Query::Precision), "asks for the smallest unit").stat(),
    p("zone", TEMPORAL_QUERY, |c, _, _| made(c, Query::Zone), "asks for the zone or the offset").stat(),
    p("offset", TEMPORAL_QUERY, |c, _, _| made(c, Query::Offset), "asks for the offset").stat(),
    p("localDate", TEMPORAL_QUERY, |c, _, _| made(c, Query::LocalDate), "asks for the date").stat(),
    p("localTime", TEMPORAL_QUERY, |c, _, _| made(c, Query::LocalTime), "asks for the time").stat(),
]);

fn eras<'a>(call: &Call<'a>, _: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let eras = [
        enum_of(call, ClassId::ISO_ERA, 0)?,
        enum_of(call, ClassId::ISO_ERA, 1)?,
    ];
    call.arena.list(ClassId::IMMUTABLE_LIST, &eras)
}

impl JavaObject for ZoneRules {
    fn java_class(&self) -> ClassId {
        RULES.id
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        self.hash_code()
    }
}

impl JavaObject for ZoneOffsetTransition {
    fn java_class(&self) -> ClassId {
        TRANSITIONS
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        let local = LocalDateTime::of_epoch_second(self.epoch_second, 0, self.offset_before);
        let local = local.map_or(0, LocalDateTime::hash_code);
        local ^ self.offset_before.hash_code() ^ self.offset_after.hash_code().rotate_left(16)
    }

    fn java_order(&self, other: &Self) -> Option<i32> {
        Some(self.epoch_second.cmp(&other.epoch_second) as i32)
    }
}

impl JavaObject for ZoneOffsetTransitionRule {
    fn java_class(&self) -> ClassId {
        TRANSITION_RULES
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}

/// Objects in a list that cannot be changed.
fn objects<'a>(call: &Call<'a>, objects: Vec<impl JavaObject>) -> Outcome<Value<'a>> {
    let objects = objects.into_iter().map(|object| call.arena.object(object));
    call.arena
        .list(ClassId::IMMUTABLE_LIST, &objects.collect::<Vec<_>>())
}

fn zone_ids<'a>(call: &Call<'a>, _: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let ids: Vec<Value<'a>> = Region::ids().map(|id| Value::Str(id)).collect();
    call.arena.set(ClassId::HASH_SET, &ids)
}

fn short_ids<'a>(call: &Call<'a>, _: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let ids = Region::old_ids().map(|(short, long)| (Value::Str(short), Value::Str(long)));
    call.arena.map(ClassId::UNMODIFIABLE_MAP, ids)
}

fn rules(this: Value<'_>) -> Outcome<ZoneRules> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, RULES.id.name()))
}

fn transition_rule(this: Value<'_>) -> Outcome<ZoneOffsetTransitionRule> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, TRANSITION_RULES.name()))
}

fn transition(this: Value<'_>) -> Outcome<ZoneOffsetTransition> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, TRANSITIONS.name()))
}

fn weeks(this: Value<'_>) -> Outcome<WeekFields> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, WEEKS.id.name()))
}

impl JavaObject for WeekFields {
    fn java_class(&self) -> ClassId {
        WEEKS.id
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        (*self).hash_code()
    }
}

impl JavaObject for WeekField {
    fn java_class(&self) -> ClassId {
        const { ClassId::named("java.time.temporal.WeekFields$ComputedDayOfField") }
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}
