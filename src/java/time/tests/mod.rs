//! Vectors of the real Java classes.

mod values;
mod vectors;
