//! What expressions can reach of the Java class library.

pub(crate) mod codec;
pub(crate) mod format;
