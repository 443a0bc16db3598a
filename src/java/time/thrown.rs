//! The exceptions of Java's date and time classes, as plain values.
//!
//! Only the class is visible to an expression (it decides how the evaluation fails), so the messages are ours and say
//! what was found before what was expected.

use std::fmt;

/// A Java exception: its class and a message for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thrown {
    /// Fully qualified name of the exception class.
    pub(crate) class: &'static str,
    /// What happened, in our words.
    pub(crate) message: String,
}

/// A value or the exception that Java would throw.
pub(crate) type Outcome<T> = Result<T, Thrown>;

impl Thrown {
    /// An exception of `class`.
    #[cold]
    pub(crate) fn new(class: &'static str, message: impl Into<String>) -> Self {
        Self {
            class,
            message: message.into(),
        }
    }

    /// `java.lang.ArithmeticException`: a sum or product leaves the range of its type.
    #[cold]
    pub(crate) fn overflow() -> Self {
        Self::new("java.lang.ArithmeticException", "long overflow")
    }

    /// `java.time.DateTimeException`: the values make no date or time.
    #[cold]
    pub(crate) fn date_time(message: impl Into<String>) -> Self {
        Self::new("java.time.DateTimeException", message)
    }

    /// `java.time.temporal.UnsupportedTemporalTypeException`: this type has no such field or unit.
    #[cold]
    pub(crate) fn unsupported(what: &str, name: impl fmt::Display) -> Self {
        Self::new(
            "java.time.temporal.UnsupportedTemporalTypeException",
            format!("unsupported {what} `{name}`"),
        )
    }

    /// `java.time.format.DateTimeParseException`: `text` stops making sense at byte `at`.
    #[cold]
    pub(crate) fn parse(text: &str, at: usize) -> Self {
        Self::unparsable(text, &format!("stops making sense at index {at}"))
    }

    /// `java.time.format.DateTimeParseException` for another reason.
    #[cold]
    pub(crate) fn unparsable(text: &str, why: &str) -> Self {
        Self::new(
            "java.time.format.DateTimeParseException",
            format!("`{}` {why}", shorten(text)),
        )
    }

    /// `java.lang.IllegalArgumentException`.
    #[cold]
    pub(crate) fn illegal_argument(message: impl Into<String>) -> Self {
        Self::new("java.lang.IllegalArgumentException", message)
    }

    /// `java.lang.ArrayIndexOutOfBoundsException`: Java looks numbers of fields up in arrays.
    #[cold]
    pub(crate) fn array_index(index: i32, length: usize) -> Self {
        Self::new(
            "java.lang.ArrayIndexOutOfBoundsException",
            format!("index {index} is outside of 0 to {}", length - 1),
        )
    }

    /// The class without its package.
    pub(crate) fn simple_class(&self) -> &'static str {
        self.class.rsplit('.').next().unwrap_or(self.class)
    }
}

impl fmt::Display for Thrown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.class, self.message)
    }
}

/// The start of a text, so that a message never repeats a whole request body.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(64) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
