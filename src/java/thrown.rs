//! An exception as the engines of the Java classes throw it.
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
    /// Class of the error for text that is longer than the caller allows.
    pub(crate) const TOO_LARGE: &'static str = "java.lang.OutOfMemoryError";

    /// Class of the error for what Java can do and this engine cannot: no class of Java at all.
    pub(crate) const UNAVAILABLE: &'static str = "unavailable";

    /// An exception of `class`.
    #[cold]
    pub(crate) fn new(class: &'static str, message: impl Into<String>) -> Self {
        Self {
            class,
            message: message.into(),
        }
    }

    /// `java.lang.IllegalArgumentException`.
    #[cold]
    pub(crate) fn illegal_argument(message: impl Into<String>) -> Self {
        Self::new("java.lang.IllegalArgumentException", message)
    }

    /// `java.lang.NullPointerException`.
    #[cold]
    pub(crate) fn null_pointer(message: impl Into<String>) -> Self {
        Self::new("java.lang.NullPointerException", message)
    }

    /// `java.lang.UnsupportedOperationException`.
    #[cold]
    pub(crate) fn unsupported_operation(message: impl Into<String>) -> Self {
        Self::new("java.lang.UnsupportedOperationException", message)
    }

    /// `java.lang.ArithmeticException`: a sum or product leaves the range of its type.
    #[cold]
    pub(crate) fn overflow() -> Self {
        Self::new("java.lang.ArithmeticException", "long overflow")
    }

    /// `java.lang.ArrayIndexOutOfBoundsException`: Java looks numbers of fields up in arrays.
    #[cold]
    pub(crate) fn array_index(index: i32, length: usize) -> Self {
        Self::new(
            "java.lang.ArrayIndexOutOfBoundsException",
            format!("index {index} is outside of 0 to {}", length - 1),
        )
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

    /// The text would be longer than the caller allows. Java would run out of memory at some size of its own.
    #[cold]
    pub(crate) fn too_large() -> Self {
        Self::new(Self::TOO_LARGE, "the formatted text is longer than allowed")
    }

    /// Java has an answer here, this engine has not.
    #[cold]
    pub(crate) fn unavailable(what: impl Into<String>) -> Self {
        Self::new(Self::UNAVAILABLE, what)
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
