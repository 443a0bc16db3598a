//! Vectors of the real Java classes.

mod calendars;
mod formats;
mod simple;
mod value;
mod values;
mod vectors;
