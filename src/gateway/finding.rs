//! What deployment has to say about a definition: file, JSON path, line and column, and why.

use super::definition::locate;
use crate::diagnostic::{Diagnostic, Severity};
use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// Something to know about a file of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Whether the file is not served because of it.
    pub refuses: bool,
    /// The file, relative to the folder.
    pub file: PathBuf,
    /// Where in the document, as `flows[0].request[1].condition`; empty for the whole document.
    pub path: String,
    /// Line and column of the place, from 1, where the document could be read that far.
    pub place: Option<(usize, usize)>,
    /// The bytes of the document that it is about.
    pub span: Option<Range<usize>>,
    /// Identifier of the API, if known.
    pub api: Option<Arc<str>>,
    /// What was found.
    pub message: String,
    /// The mistake in an expression, its spans within the expression's text.
    pub diagnostic: Option<Box<Diagnostic>>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}: ", self.severity)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

/// A document with its name, to show places in.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) file: PathBuf,
    pub(crate) text: String,
}

impl Source {
    /// A finding at a place of the document.
    pub(crate) fn finding(&self, severity: Severity, path: &str, message: String) -> Finding {
        let span = locate::offset(&self.text, path);
        let span = span.map(|start| start..locate::end(&self.text, start));
        Finding {
            severity,
            refuses: false,
            file: self.file.clone(),
            path: path.to_owned(),
            place: span
                .as_ref()
                .map(|span| locate::line_column(&self.text, span.start)),
            span,
            api: None,
            message,
            diagnostic: None,
        }
    }

    /// A mistake in an expression, shown where it stands in the document.
    pub(crate) fn expression(&self, path: &str, diagnostic: Diagnostic) -> Finding {
        let code = diagnostic
            .code
            .map_or_else(String::new, |code| format!("{code} "));
        let message = format!("{code}{}", diagnostic.message);
        let mut finding = self.finding(diagnostic.severity, path, message);
        let inner = diagnostic.primary.span;
        if let Some(value) = &finding.span {
            let within = |byte| locate::within(&self.text, value.start, byte as usize);
            if let (Some(start), Some(end)) = (within(inner.start), within(inner.end)) {
                finding.place = Some(locate::line_column(&self.text, start));
                finding.span = Some(start..end.max(start));
            }
        }
        finding.diagnostic = Some(Box::new(diagnostic));
        finding
    }
}

/// A place in a document, printed as a path only when something has to be said about it.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    parent: Option<&'p Place<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Root(&'p str),
    Key(&'p str),
    Index(usize),
}

impl<'p> Place<'p> {
    /// Where the definition begins: empty, or the member of the document that holds it.
    pub(crate) fn root(prefix: &'p str) -> Self {
        Place {
            parent: None,
            step: Step::Root(prefix),
        }
    }

    /// A member of this place.
    pub(crate) fn key(&'p self, name: &'p str) -> Place<'p> {
        Place {
            parent: Some(self),
            step: Step::Key(name),
        }
    }

    /// An element of this place.
    pub(crate) fn at(&'p self, index: usize) -> Place<'p> {
        Place {
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    fn is_empty(&self) -> bool {
        self.parent.is_none() && matches!(self.step, Step::Root(""))
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root(prefix) => f.write_str(prefix),
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Key(name) => {
                let dot = match self.parent {
                    Some(parent) if !parent.is_empty() => ".",
                    _ => "",
                };
                let plain = name
                    .chars()
                    .all(|c| c.is_alphanumeric() || "_-".contains(c));
                match plain && !name.is_empty() {
                    true => write!(f, "{dot}{name}"),
                    false => write!(f, "[{name:?}]"),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_print_as_paths() {
        let root = Place::root("");
        let flows = root.key("flows");
        let flow = flows.at(2);
        assert_eq!(flow.key("name").to_string(), "flows[2].name");
        let wrapped = Place::root("api");
        assert_eq!(wrapped.key("flows").to_string(), "api.flows");
        assert_eq!(root.key("*/*").to_string(), "[\"*/*\"]");
    }
}
