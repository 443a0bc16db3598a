//! The enums of `java.time`: months, days of the week, eras, units and fields.

use super::values::*;
use crate::java::args::{give, ok};
use crate::java::enums;
use crate::java::member::{Members, p};
use crate::java::signature::{BOOL, INT, LONG, STRING, class};
use crate::value::{ClassId, ClassRef};

const TEXT_STYLE: ClassRef = class("java.time.format.TextStyle");

#[rustfmt::skip]
pub(super) static MONTHS: Members = Members::of(ClassId::MONTH).methods(&[
    p("firstMonthOfQuarter", MONTH, |c, t, _| enum_of(c, ClassId::MONTH, month_of(t)?.first_month_of_quarter().ordinal()), "the first month of the quarter"),
    p("getValue", INT, |_, t, _| ok(month_of(t)?.get_value()), "the number"),
    p("maxLength", INT, |_, t, _| ok(month_of(t)?.max_length()), "the most days of the month"),
    p("minLength", INT, |_, t, _| ok(month_of(t)?.min_length()), "the fewest days of the month"),
]);

#[rustfmt::skip]
pub(super) static DAYS: Members = Members::of(ClassId::DAY_OF_WEEK).methods(&[
    p("getValue", INT, |_, t, _| ok(day_of(t)?.get_value()), "the number"),
]);

#[rustfmt::skip]
pub(super) static ERAS: Members = Members::of(ClassId::ISO_ERA).methods(&[
    p("getValue", INT, |_, t, _| ok(era_of(t)?.get_value()), "the number"),
]);

#[rustfmt::skip]
pub(super) static UNITS: Members = Members::of(ClassId::CHRONO_UNIT).methods(&[
    p("isDateBased", BOOL, |_, t, _| ok(unit_of(t)?.is_date_based()), "whether it is a part of dates"),
    p("getDuration", DURATION, |c, t, _| made(c, unit_of(t)?.get_duration()), "how long it is"),
    p("isDurationEstimated", BOOL, |_, t, _| ok(unit_of(t)?.is_duration_estimated()), "whether the length differs"),
    p("isTimeBased", BOOL, |_, t, _| ok(unit_of(t)?.is_time_based()), "whether it is a part of times"),
]);

#[rustfmt::skip]
pub(super) static FIELDS: Members = Members::of(ClassId::CHRONO_FIELD).methods(&[
    p("getBaseUnit", TEMPORAL_UNIT, |c, t, _| unit_value(c, field_of(t)?.get_base_unit()), "the unit it counts"),
    p("isDateBased", BOOL, |_, t, _| ok(field_of(t)?.is_date_based()), "whether it is a part of dates"),
    p("getRangeUnit", TEMPORAL_UNIT, |c, t, _| unit_value(c, field_of(t)?.get_range_unit()), "the unit it counts within"),
    p("isTimeBased", BOOL, |_, t, _| ok(field_of(t)?.is_time_based()), "whether it is a part of times"),
    p("range", VALUE_RANGE, |c, t, _| made(c, field_of(t)?.range()), "the values it can have"),
]);

#[rustfmt::skip]
pub(super) static RANGES: Members = Members::of(ClassId::VALUE_RANGE).methods(&[
    p("isFixed", BOOL, |_, t, _| ok(values(t)?.is_fixed()), "whether the range is always the same"),
    p("getLargestMinimum", LONG, |_, t, _| ok(values(t)?.largest_minimum), "the greatest of the least values"),
    p("getMaximum", LONG, |_, t, _| ok(values(t)?.maximum), "the greatest value"),
    p("getMinimum", LONG, |_, t, _| ok(values(t)?.minimum), "the least value"),
    p("getSmallestMaximum", LONG, |_, t, _| ok(values(t)?.smallest_maximum), "the least of the greatest values"),
    p("hashCode", INT, |_, t, _| ok(values(t)?.hash_code()), "a number that equal objects share"),
    p("isIntValue", BOOL, |_, t, _| ok(values(t)?.is_int_value()), "whether all values fit an int"),
    p("toString", STRING, |c, t, _| give(c, values(t)?.to_string()), "the value as text"),
]);

#[rustfmt::skip]
pub(super) static TEXT_STYLES: Members = Members::of(TEXT_STYLE.id).methods(&[
    p("isStandalone", BOOL, |_, t, _| ok(enums::constant(t)?.ordinal % 2 == 1), "whether the text stands alone"),
    p("asStandalone", TEXT_STYLE, |c, t, _| enum_of(c, TEXT_STYLE.id, enums::constant(t)?.ordinal | 1), "the style of texts that stand alone"),
    p("asNormal", TEXT_STYLE, |c, t, _| enum_of(c, TEXT_STYLE.id, enums::constant(t)?.ordinal & !1), "the style of texts beside others"),
]);
