//! What can be said about a mistake: codes, places, messages and mends.
//!
//! Everything here is plain data without a renderer, so that the library imposes none: `Display` prints one line,
//! the alternate form `{:#}` a small snippet with the place underlined, and the command renders the same data in colour.

mod codes;
mod errors;
mod render;
pub(crate) mod similar;
mod span;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use codes::{ALL as CODES, Code};
pub use errors::ParseError;
pub(crate) use errors::Place;
pub use similar::nearest;
pub use span::Span;

/// One finding in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The template that the spans point into.
    pub template: Arc<str>,
    /// The code, where the reference or we have one.
    pub code: Option<Code>,
    /// How bad it is.
    pub severity: Severity,
    /// What was found, lower case, without a final period.
    pub message: String,
    /// The place and what is wrong right there.
    pub primary: Label,
    /// Other places that explain the first.
    pub secondary: Vec<Label>,
    /// Remedies in words.
    pub help: Vec<String>,
    /// Remedies as changes of the text; each works alone.
    pub mends: Vec<Mend>,
}

impl Diagnostic {
    /// An error about the whole template, to be made more precise.
    pub(crate) fn error(template: &str, code: Option<Code>, message: String) -> Self {
        Diagnostic {
            template: template.into(),
            code,
            severity: Severity::Error,
            message,
            primary: Label {
                span: Span::default(),
                text: String::new(),
            },
            secondary: Vec::new(),
            help: Vec::new(),
            mends: Vec::new(),
        }
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The template works, likely not as meant.
    Warning,
    /// The template does not work.
    Error,
}

/// A place with a few words about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there; may be empty.
    pub text: String,
}

/// A change to the template text that likely mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The text to replace; empty where something is only inserted.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
    /// Why, in a few words, lower case: "compare with `==`".
    pub help: String,
}

impl Mend {
    /// The text with the change made; unchanged when the span does not fit the text.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let (start, end) = (self.span.start as usize, self.span.end as usize);
        match (text.get(..start), text.get(end..)) {
            (Some(before), Some(after)) => [before, &self.replacement, after].concat(),
            _ => text.to_owned(),
        }
    }
}
