//! Vectors of the real Java classes.

mod calendars;
mod formats;
mod value;
mod values;
mod vectors;
