//! Java's dates and times, exact to `java.time`, `java.util.Date` and `java.util.Calendar`.
//!
//! Values are plain and mostly `Copy`; methods carry the names of Java's members in snake case, take typed arguments and
//! return a value or the exception ([`Thrown`]). `toString()` is `Display`. Nothing here reads a clock, a default zone or
//! a default locale: callers pass them. Calendar arithmetic is our own over `i64` day numbers ([`civil`]), because Java's
//! years reach far beyond those of `jiff`, which supplies the offsets of zones ([`zone`]).

pub(crate) mod accessor;
pub(crate) mod calendar;
mod civil;
mod constants;
pub(crate) mod date;
mod date_text;
pub(crate) mod duration;
pub(crate) mod field;
pub(crate) mod format;
mod hybrid;
mod instances;
pub(crate) mod instant;
pub(crate) mod iso_fields;
pub(crate) mod local_date;
pub(crate) mod local_date_time;
pub(crate) mod local_time;
pub(crate) mod members;
pub(crate) mod month;
pub(crate) mod names;
pub(crate) mod offset;
pub(crate) mod offset_date_time;
pub(crate) mod offset_time;
pub(crate) mod partial;
pub(crate) mod period;
pub(crate) mod range;
pub(crate) mod simple;
pub(crate) mod temporal;
pub(crate) use super::thrown;
pub(crate) mod time_zone;
pub(crate) mod unit;
pub(crate) mod week_fields;
pub(crate) mod zone;
mod zone_data;
pub(crate) mod zone_rules;
pub(crate) mod zoned;

#[cfg(test)]
mod tests;
