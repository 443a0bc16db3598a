//! An exception as Java code throws it: the class decides what an expression sees, the message is for people.

/// A Java exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thrown {
    /// Full name of the Java class.
    pub(crate) class: &'static str,
    /// What was wrong.
    pub(crate) message: String,
}

impl Thrown {
    /// Class of the error for text that is longer than the caller allows.
    pub(crate) const TOO_LARGE: &'static str = "java.lang.OutOfMemoryError";

    /// An exception of `class`.
    #[cold]
    pub(crate) fn new(class: &'static str, message: impl Into<String>) -> Self {
        Thrown {
            class,
            message: message.into(),
        }
    }

    /// `IllegalArgumentException`.
    #[cold]
    pub(crate) fn illegal_argument(message: impl Into<String>) -> Self {
        Thrown::new("java.lang.IllegalArgumentException", message)
    }

    /// `NullPointerException`.
    #[cold]
    pub(crate) fn null_pointer(message: impl Into<String>) -> Self {
        Thrown::new("java.lang.NullPointerException", message)
    }

    /// `UnsupportedOperationException`.
    #[cold]
    pub(crate) fn unsupported_operation(message: impl Into<String>) -> Self {
        Thrown::new("java.lang.UnsupportedOperationException", message)
    }

    /// The text would be longer than the caller allows. Java would run out of memory at some size of its own.
    #[cold]
    pub(crate) fn too_large() -> Self {
        Thrown::new(
            Thrown::TOO_LARGE,
            "the formatted text is longer than allowed",
        )
    }
}
