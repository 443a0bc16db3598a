//! Small codecs and generators of `java.util` and `java.net`.

pub(crate) mod base64;
pub(crate) mod charset;
pub(crate) mod random;
pub(crate) mod url;
pub(crate) mod uuid;
