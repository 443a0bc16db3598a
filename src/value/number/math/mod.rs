//! The functions of `java.lang.Math`.

pub(crate) mod double_double;
pub(crate) mod elementary;
pub(crate) mod power;
pub(crate) mod precision;
pub(crate) mod trigonometry;
pub(crate) mod whole;
