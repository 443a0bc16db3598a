//! The Java classes that an expression can reach, one file per class.

pub(crate) mod regex;
