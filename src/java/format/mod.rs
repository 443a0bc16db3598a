//! Java's text formatting engines, knowing nothing of expressions.
//!
//! `printf` is `java.util.Formatter`, the others are the formats of `java.text`. They share locales, symbols and the
//! bounded [`output`]; values come in as [`arg::Arg`], so that the engines need no other part of this crate.

pub(crate) mod currency;
pub(crate) mod digit;
pub(crate) mod locale;
pub(crate) mod output;
pub(crate) mod thrown;
