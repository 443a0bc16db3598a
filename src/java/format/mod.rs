//! Java's text formatting engines, knowing nothing of expressions.
//!
//! `printf` is `java.util.Formatter`, the others are the formats of `java.text`. They share locales, symbols and the
//! bounded [`output`]; values come in as [`arg::Arg`], so that the engines need no other part of this crate.

pub(crate) mod arg;
mod case;
pub(crate) mod choice_format;
pub(crate) mod compact_format;
pub(crate) mod currency;
mod decimal;
pub(crate) mod decimal_format;
pub(crate) mod digit;
mod double_text;
#[cfg(test)]
mod fixture;
pub(crate) mod locale;
pub(crate) mod message_format;
pub(crate) mod number_format;
pub(crate) mod output;
pub(crate) mod printf;
pub(crate) use super::thrown;
