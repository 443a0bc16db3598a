//! The tables against the list of what Java has.

mod coverage;
mod document;
mod refusals;
