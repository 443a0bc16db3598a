//! Texts and conditions of a definition, compiled once at deployment.
//!
//! A text that does not parse is kept with its error: what that does to a request depends on where the text stands, so the
//! place decides, request by request, as in the Java gateway.

use crate::{Engine, Error, Needs, Template};

/// A text that may hold expressions.
pub(crate) struct Text {
    source: Box<str>,
    form: Form,
}

enum Form {
    /// Without an expression: the value is the text itself.
    Literal,
    Template(Template),
    Broken(Error),
}

impl Text {
    /// Compiles a text.
    pub(crate) fn new(engine: &Engine, source: &str) -> Self {
        let form = match source.contains('{') {
            false => Form::Literal,
            true => match engine.template(source) {
                Ok(template) => Form::Template(template),
                Err(error) => Form::Broken(error),
            },
        };
        Text {
            source: source.into(),
            form,
        }
    }

    /// The text as written.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// The value, if it needs no evaluation.
    pub(crate) fn literal(&self) -> Option<&str> {
        matches!(self.form, Form::Literal).then_some(&self.source)
    }

    /// The compiled text; a literal has none.
    pub(crate) fn template(&self) -> Result<Option<&Template>, &Error> {
        match &self.form {
            Form::Literal => Ok(None),
            Form::Template(template) => Ok(Some(template)),
            Form::Broken(error) => Err(error),
        }
    }

    /// Why the text does not parse.
    pub(crate) fn error(&self) -> Option<&Error> {
        self.template().err()
    }

    /// Bodies that an evaluation reads.
    pub(crate) fn needs(&self) -> Needs {
        match &self.form {
            Form::Template(template) => template.needs(),
            _ => Needs::NONE,
        }
    }
}

/// A condition; text without an expression is converted to a boolean as any other value is.
pub(crate) struct Condition {
    source: Box<str>,
    compiled: Result<Template, Error>,
}

impl Condition {
    /// Compiles a condition.
    pub(crate) fn new(engine: &Engine, source: &str) -> Self {
        Condition {
            source: source.into(),
            compiled: engine.template(source),
        }
    }

    /// The text as written.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// Bodies that an evaluation reads.
    pub(crate) fn needs(&self) -> Needs {
        self.compiled.as_ref().map_or(Needs::NONE, Template::needs)
    }

    /// The compiled condition, or why there is none.
    pub(crate) fn template(&self) -> Result<&Template, &Error> {
        self.compiled.as_ref()
    }
}

/// What a condition said of a request.
#[derive(Clone, Debug)]
pub(crate) enum Verdict {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// The data lack what it asks for, so that it does not hold.
    Missing(Error),
    /// Java code that it calls threw an exception.
    Thrown(Error),
    /// Its text does not parse.
    Unparsable(Error),
}
