//! What can go wrong while a pattern is applied.

/// An exception that Java throws out of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thrown {
    /// Full class name.
    pub(crate) class: &'static str,
    pub(crate) message: String,
}

impl Thrown {
    pub(super) fn illegal_argument(message: impl Into<String>) -> Thrown {
        Thrown {
            class: "java.lang.IllegalArgumentException",
            message: message.into(),
        }
    }

    pub(super) fn no_group(group: u32) -> Thrown {
        Thrown {
            class: "java.lang.IndexOutOfBoundsException",
            message: format!("no group {group}"),
        }
    }

    pub(super) fn string_index(index: usize, length: usize) -> Thrown {
        let message = format!("index {index} is out of bounds for length {length}");
        Thrown {
            class: "java.lang.StringIndexOutOfBoundsException",
            message,
        }
    }
}

/// Why a pattern gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RegexError {
    /// The budget is used up. This is never the same as "no match".
    WorkLimit,
    /// A result would be longer than the caller allows.
    ResultLimit,
    Thrown(Thrown),
}

impl From<Thrown> for RegexError {
    fn from(thrown: Thrown) -> RegexError {
        RegexError::Thrown(thrown)
    }
}
