//! An exception of the Java code that an expression called.

/// Class and message of a Java exception. The class is the simple name (`NumberFormatException`), since that is what
/// an operator of the gateway sees in a log and what the recorded answers compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thrown {
    /// Simple class name.
    pub(crate) class: &'static str,
    /// Our own words, lower case, no final period.
    pub(crate) message: String,
}

impl Thrown {
    /// An exception of that class.
    #[cold]
    pub(crate) fn new(class: &'static str, message: impl Into<String>) -> Self {
        Thrown { class, message: message.into() }
    }
}
