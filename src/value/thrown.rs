//! What a Java method does instead of answering.
//!
//! An expression can observe the class of a Java exception, never its words, so a [`Thrown`] is the class and a message
//! of our own. A size limit is a different thing: Java would have tried, and perhaps have taken the machine down with
//! it. [`Failure`] keeps the two apart, so that a caller can name the limit.

use std::fmt;

/// A Java exception: its simple class name and our words for the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thrown {
    pub(crate) class: &'static str,
    pub(crate) message: String,
}

/// Why a bounded operation gave no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Java throws here as well.
    Thrown(Thrown),
    /// The result would be a text of more UTF-16 units than `limit`.
    TooLong { limit: usize },
    /// The result would be a number of more decimal digits than `limit`.
    TooManyDigits { limit: usize },
}

/// Longest piece of user text that a message repeats, in characters.
const QUOTED_CHARS: usize = 80;

impl Thrown {
    pub(crate) fn new(class: &'static str, message: impl Into<String>) -> Self {
        Self {
            class,
            message: message.into(),
        }
    }

    /// The text is not a number of the wanted sort.
    pub(crate) fn number_format(text: impl fmt::Display, expected: &str) -> Self {
        Self::new(
            "NumberFormatException",
            format!("`{}` is not {expected}", shortened(&text.to_string())),
        )
    }

    /// The computation has no result, or none that fits.
    pub(crate) fn arithmetic(message: impl Into<String>) -> Self {
        Self::new("ArithmeticException", message)
    }

    /// An argument is outside of what the method accepts.
    pub(crate) fn illegal_argument(message: impl Into<String>) -> Self {
        Self::new("IllegalArgumentException", message)
    }
}

/// `text`, cut to what a one-line message can carry.
pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(QUOTED_CHARS) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}

impl fmt::Display for Thrown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.class, self.message)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Thrown(thrown) => thrown.fmt(f),
            Self::TooLong { limit } => write!(f, "the text would be longer than {limit} units"),
            Self::TooManyDigits { limit } => {
                write!(f, "the number would have more than {limit} digits")
            }
        }
    }
}

impl From<Thrown> for Failure {
    fn from(thrown: Thrown) -> Self {
        Self::Thrown(thrown)
    }
}
