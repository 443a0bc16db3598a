//! Small codecs and generators of `java.util` and `java.net`.
