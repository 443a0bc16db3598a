//! Why an evaluation stopped.
//!
//! Two families that never mix: an evaluation error has a code and makes a condition false; an exception of Java code is
//! raw and aborts. A fault knows nothing of places: the machine adds the position of the operation that raised it.

use super::thrown::Thrown;
use crate::compile::needs::Needs;
use crate::diagnostic::{Code, Span};
use std::borrow::Cow;

/// The result of everything that can fail during an evaluation. Boxed, so that success stays in registers.
pub(crate) type Outcome<T> = Result<T, Box<Fault>>;

/// Why an evaluation stopped.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) family: Family,
    pub(crate) message: Cow<'static, str>,
    /// The position to report when the raising operation fixed it; otherwise the machine's.
    pub(crate) position: Option<u32>,
    /// The innermost exception behind an evaluation error.
    pub(crate) cause: Option<Thrown>,
    /// Index of the operation that raised it, for the place in the template.
    pub(crate) op: u32,
    /// The text of a step within that instruction, where it is one of several.
    pub(crate) span: Option<Span>,
    /// Names that would have worked, best first.
    pub(crate) suggestions: Vec<String>,
    /// Remedies in words.
    pub(crate) help: Vec<String>,
    /// Bodies that the expression names and the context did not have.
    pub(crate) unloaded: Needs,
}

/// The two families, and the reference's one error between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// An evaluation error with its code.
    El(Code),
    /// A called method threw a checked exception: an evaluation error without a code.
    Invocation,
    /// An exception of that class, not wrapped by anything.
    Java(&'static str),
}

impl Fault {
    /// An evaluation error.
    #[cold]
    pub(crate) fn el(code: Code, message: impl Into<Cow<'static, str>>) -> Box<Fault> {
        Box::new(Fault::bare(Family::El(code), message.into()))
    }

    /// An evaluation error that an exception caused.
    #[cold]
    pub(crate) fn caused(
        code: Code,
        message: impl Into<Cow<'static, str>>,
        cause: Thrown,
    ) -> Box<Fault> {
        Box::new(Fault {
            cause: Some(cause),
            ..Fault::bare(Family::El(code), message.into())
        })
    }

    /// A raw exception.
    #[cold]
    pub(crate) fn java(class: &'static str, message: impl Into<Cow<'static, str>>) -> Box<Fault> {
        Box::new(Fault::bare(Family::Java(class), message.into()))
    }

    /// A checked exception (or an error) of a called method, which the reference wraps without a code.
    #[cold]
    pub(crate) fn invocation(cause: Thrown) -> Box<Fault> {
        let message = format!("the method failed: {}", cause.message);
        Box::new(Fault {
            cause: Some(cause),
            ..Fault::bare(Family::Invocation, message.into())
        })
    }

    fn bare(family: Family, message: Cow<'static, str>) -> Fault {
        Fault {
            family,
            message,
            position: None,
            cause: None,
            op: u32::MAX,
            span: None,
            suggestions: Vec::new(),
            help: Vec::new(),
            unloaded: Needs::NONE,
        }
    }

    /// Keeps the first position given.
    pub(crate) fn at(mut self: Box<Self>, position: u32) -> Box<Self> {
        self.position.get_or_insert(position);
        self
    }

    /// Says which bodies the context did not have, if any.
    pub(crate) fn note_unloaded(&mut self, unloaded: Needs) {
        self.unloaded = unloaded;
        if !unloaded.is_empty() {
            self.help
                .push(format!("the context has no body for `{unloaded}`"));
        }
    }

    /// The code of an evaluation error.
    pub(crate) fn code(&self) -> Option<Code> {
        match self.family {
            Family::El(code) => Some(code),
            _ => None,
        }
    }

    /// Class and message of the innermost exception: the cause, or the raw exception itself.
    pub(crate) fn thrown(&self) -> Thrown {
        match (&self.cause, self.family) {
            (Some(cause), _) => cause.clone(),
            (None, Family::Java(class)) => Thrown::new(class, self.message.clone()),
            (None, _) => Thrown::new("SpelEvaluationException", self.message.clone()),
        }
    }
}

impl From<Thrown> for Box<Fault> {
    fn from(thrown: Thrown) -> Self {
        Fault::java(thrown.class, thrown.message)
    }
}
