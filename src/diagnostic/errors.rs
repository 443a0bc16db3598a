//! Why a template does not parse.

use std::fmt;

use super::{Code, Diagnostic, Label, Severity, Span};

/// A template that does not parse: what the reference reports, and what we say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The reference's code.
    pub code: Option<Code>,
    /// The Java exception, where the reference has no code: `ParseException` for the template around the expressions, or
    /// an exception that escapes from its parser.
    pub exception: Option<&'static str>,
    /// The reference's position: UTF-16 units of the trimmed expression, of the rewritten template for a `ParseException`.
    pub position: Option<u32>,
    /// Place and remedy in the template as it was written.
    pub diagnostic: Box<Diagnostic>,
}

impl ParseError {
    /// A refusal whose reason is not worked out yet.
    pub(crate) fn rough(
        template: &str,
        code: Option<Code>,
        position: u32,
        span: Span,
        message: String,
    ) -> ParseError {
        let diagnostic = Diagnostic {
            template: template.into(),
            code,
            severity: Severity::Error,
            message,
            primary: Label {
                span,
                text: String::new(),
            },
            secondary: Vec::new(),
            help: Vec::new(),
            mends: Vec::new(),
        };
        let exception = if code.is_none() {
            Some("ParseException")
        } else {
            None
        };
        ParseError {
            code,
            exception,
            position: Some(position),
            diagnostic: Box::new(diagnostic),
        }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostic.fmt(f)
    }
}

impl std::error::Error for ParseError {}
