//! What a user of the crate gets when something is wrong.

use crate::compile::needs::Needs;
use crate::diagnostic::{Code, Diagnostic, ParseError};
use crate::engine::Template;
use crate::value::fault::{Family, Fault};
use std::borrow::Cow;
use std::fmt;

/// At which point it went wrong, which is also how a gateway reacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// The text is no expression.
    Parse,
    /// The expression does not work on this data: a condition is then false.
    Eval,
    /// Java code that the expression called threw an exception: a condition then aborts the request.
    Java,
}

/// A text that is no expression, or an evaluation that stopped.
///
/// `Display` prints one line, `{:#}` a snippet of the template with the place underlined.
///
/// ```
/// use gravitee_el::{Context, Engine};
///
/// let error = Engine::new().compile("{#request.method == }").unwrap_err();
/// assert_eq!(error.code().unwrap().to_string(), "EL1042E");
/// ```
#[derive(Clone)]
pub struct Error(Cause);

#[derive(Clone)]
enum Cause {
    Parse(Box<ParseError>),
    Eval(Box<Fault>, Template),
    Absent(Absence, Template),
}

/// A header that is not there, the usual reason of a condition to be false: kept as what a glance knows of it, since few
/// ask for more, and an error of its own would be the only thing that such an evaluation allocates.
#[derive(Clone, Copy)]
pub(crate) struct Absence {
    /// Index of the operation.
    pub(crate) at: u32,
    /// Index of the header's site.
    pub(crate) site: u32,
    pub(crate) unloaded: Needs,
}

impl Error {
    pub(crate) fn parse(error: ParseError) -> Self {
        Error(Cause::Parse(Box::new(error)))
    }

    pub(crate) fn eval(fault: Box<Fault>, template: Template) -> Self {
        Error(Cause::Eval(fault, template))
    }

    pub(crate) fn absent(absence: Absence, template: Template) -> Self {
        Error(Cause::Absent(absence, template))
    }

    /// What stopped the evaluation.
    fn fault(&self) -> Option<Cow<'_, Fault>> {
        match &self.0 {
            Cause::Parse(..) => None,
            Cause::Eval(fault, _) => Some(Cow::Borrowed(fault)),
            Cause::Absent(absence, template) => Some(Cow::Owned(*template.explain(*absence))),
        }
    }

    /// At which point it went wrong.
    pub fn stage(&self) -> Stage {
        match &self.0 {
            Cause::Parse(..) => Stage::Parse,
            Cause::Eval(fault, _) if matches!(fault.family, Family::Java(_)) => Stage::Java,
            Cause::Eval(..) | Cause::Absent(..) => Stage::Eval,
        }
    }

    /// The stable code; none for exceptions of Java code and for brackets that do not match in a template.
    pub fn code(&self) -> Option<Code> {
        match &self.0 {
            Cause::Parse(error) => error.code,
            _ => self.fault()?.code(),
        }
    }

    /// The Java exception that the reference engine throws, by simple class name, when the error has no code.
    pub fn exception(&self) -> Option<&str> {
        match &self.0 {
            Cause::Parse(error) => error.exception,
            _ => match self.fault()?.family {
                Family::Java(class) => Some(class),
                Family::Invocation => Some("ExpressionInvocationTargetException"),
                Family::El(_) => None,
            },
        }
    }

    /// The position that the reference engine reports: a UTF-16 index in the trimmed text of the expression. For the
    /// place in the whole template see [`Error::diagnostic`].
    pub fn position(&self) -> Option<u32> {
        match &self.0 {
            Cause::Parse(error) => error.position,
            _ => self.fault()?.position,
        }
    }

    /// The innermost exception behind an evaluation error, by simple class name.
    pub fn cause(&self) -> Option<&str> {
        self.fault()?.cause.as_ref().map(|cause| cause.class)
    }

    /// The bodies that the expression names and the context did not have.
    pub fn unloaded(&self) -> Needs {
        match &self.0 {
            Cause::Parse(..) => Needs::NONE,
            Cause::Eval(fault, _) => fault.unloaded,
            Cause::Absent(absence, _) => absence.unloaded,
        }
    }

    /// The template text.
    pub fn template(&self) -> &str {
        match &self.0 {
            Cause::Parse(error) => &error.diagnostic.template,
            Cause::Eval(_, template) | Cause::Absent(_, template) => template.source(),
        }
    }

    /// What to show a person: message, place in the whole template, suggested mends.
    pub fn diagnostic(&self) -> Diagnostic {
        match &self.0 {
            Cause::Parse(error) => (*error.diagnostic).clone(),
            Cause::Eval(fault, template) => template.diagnose(fault),
            Cause::Absent(absence, template) => template.diagnose(&template.explain(*absence)),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.diagnostic(), f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}
