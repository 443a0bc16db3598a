//! Vectors of the real Java classes.

mod formats;
mod value;
mod values;
mod vectors;
