//! Why a path gave no value.
//!
//! The sort decides who may go on without it: wildcards skip what is missing, array positions skip what lies outside,
//! filters take an impossible path as "no". Everything else ends the evaluation.

use crate::diagnostic::Code;
use crate::value::fault::Fault;
use crate::value::thrown::{self, Thrown, shortened};

/// Why a path gave no value.
#[derive(Debug)]
pub(super) enum Failure {
    /// The document has nothing at this place (`PathNotFoundException`).
    NotFound(String),
    /// The path is no path, or makes no sense here (`InvalidPathException`).
    InvalidPath(String),
    /// A position outside of a list (`IndexOutOfBoundsException`).
    Bounds(String),
    /// Any other exception of that class.
    Thrown(&'static str, String),
    /// A limit of this engine, which nothing may swallow.
    Limit(Box<Fault>),
}

/// What every step of reading, compiling and walking gives.
pub(super) type Found<T> = Result<T, Failure>;

impl Failure {
    #[cold]
    pub(super) fn invalid(message: impl Into<String>) -> Failure {
        Failure::InvalidPath(message.into())
    }

    #[cold]
    pub(super) fn thrown(class: &'static str, message: impl Into<String>) -> Failure {
        Failure::Thrown(class, message.into())
    }

    #[cold]
    pub(super) fn too_deep(what: &'static str) -> Failure {
        Failure::Limit(Fault::el(
            Code::JSON_TOO_DEEP,
            format!("{what} is nested too deeply"),
        ))
    }

    #[cold]
    pub(super) fn null_document() -> Failure {
        Failure::thrown("IllegalArgumentException", "the document is null")
    }

    /// The failure as the function `#jsonPath` reports it.
    pub(super) fn into_fault(self) -> Box<Fault> {
        let (class, message) = match self {
            Failure::Limit(fault) => return fault,
            Failure::NotFound(message) => ("PathNotFoundException", message),
            Failure::InvalidPath(message) => ("InvalidPathException", message),
            Failure::Bounds(message) => ("IndexOutOfBoundsException", message),
            Failure::Thrown(class, message) => (class, message),
        };
        let shown = format!("the function `#jsonPath` failed: {message}");
        Fault::caused(Code::FUNCTION_FAILED, shown, Thrown::new(class, message))
    }

    /// Whether a filter takes it as "does not hold".
    pub(super) fn is_path_problem(&self) -> bool {
        matches!(self, Failure::NotFound(_) | Failure::InvalidPath(_))
    }
}

impl From<Box<Fault>> for Failure {
    fn from(fault: Box<Fault>) -> Self {
        Failure::Limit(fault)
    }
}

impl From<thrown::Failure> for Failure {
    fn from(failure: thrown::Failure) -> Self {
        match failure {
            thrown::Failure::Thrown(thrown) => Failure::Thrown(thrown.class, thrown.message),
            limit => Failure::Limit(Fault::el(
                Code::JSON_TOO_LARGE,
                format!("a number of the document is too long: {limit}"),
            )),
        }
    }
}

/// A piece of user text for a message.
pub(super) fn quoted(text: &str) -> String {
    format!("`{}`", shortened(text))
}
