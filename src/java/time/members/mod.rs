//! The member tables of `java.time`.

mod amounts;
pub(in crate::java) mod calendar;
mod constants;
pub(crate) mod date;
pub(in crate::java) mod formatter;
mod local_date;
mod local_date_time;
mod moments;
mod partial;
pub(in crate::java) mod values;
mod zoned;
mod zones;

use crate::java::member::Members;

pub(in crate::java) static TABLES: &[&[&Members]] = &[&[
    &amounts::DURATIONS,
    &amounts::PERIODS,
    &calendar::CALENDARS,
    &calendar::GREGORIAN,
    &constants::DAYS,
    &constants::ERAS,
    &constants::FIELDS,
    &constants::MONTHS,
    &constants::RANGES,
    &constants::TEXT_STYLES,
    &constants::UNITS,
    &date::DATES,
    &date::TIME_ZONES,
    &formatter::DECIMALS,
    &formatter::FORMATTERS,
    &formatter::PARSED,
    &local_date::MEMBERS,
    &local_date_time::MEMBERS,
    &moments::INSTANTS,
    &moments::OFFSET_DATE_TIMES,
    &moments::OFFSET_TIMES,
    &moments::TIMES,
    &partial::MONTH_DAYS,
    &partial::YEARS,
    &partial::YEAR_MONTHS,
    &zoned::CHRONO,
    &zoned::CHRONO_LOCAL,
    &zoned::MEMBERS,
    &zones::ADJUSTERS,
    &zones::CHRONOLOGIES,
    &zones::CLOCKS,
    &zones::ISO_FIELDS,
    &zones::JULIAN_FIELDS,
    &zones::OFFSETS,
    &zones::QUERIES,
    &zones::RULE,
    &zones::TRANSITION,
    &zones::TRANSITION_RULE,
    &zones::WEEK_FIELDS,
    &zones::ZONES,
]];
