//! XPath 1.0 over XML text, answering as Java's own engine does with the settings of Gravitee.
//!
//! A [`Document`] is an arena of nodes in document order; an [`XPath`] is compiled once and shared between threads; an
//! [`Evaluation`] brings both together under [`Limits`]. `answer` is the function that expressions call: text in, text or
//! nodes out.
//!
//! Java's engine departs from the recommendation in places, and what it does is what counts here: an unknown prefix is taken
//! for the namespace itself, `[1.5]` is `[1]`, `/a | (/b)` does not compile, and more. Such rules are told where they are kept.

mod answer;
mod axes;
mod compare;
mod document;
mod dom;
mod error;
mod evaluate;
mod expression;
mod functions;
mod layout;
mod lexer;
mod limits;
mod number;
mod parser;
mod plan;
mod scan;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use answer::gravitee_xpath_at;
pub(crate) use answer::{Answer, Failure, gravitee_xpath, gravitee_xpath_compiled};
pub(crate) use document::{Document, NodeId};
pub(crate) use dom::DomNode;
#[cfg(test)]
pub(crate) use error::XmlFault;
pub(crate) use error::{XPathError, XmlError};
pub(crate) use limits::{Limit, Limits};

use evaluate::{Evaluator, Value};
use expression::Expr;

/// A compiled path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct XPath {
    expr: Expr,
}

impl XPath {
    pub(crate) fn compile(path: &str) -> Result<Self, XPathError> {
        Ok(Self {
            expr: parser::parse(path)?,
        })
    }

    /// Prepares an evaluation at the root of a document.
    pub(crate) fn on<'e>(&'e self, document: &'e Document, limits: &'e Limits) -> Evaluation<'e> {
        self.at(document, 0, limits)
    }

    /// Prepares an evaluation at a node.
    pub(crate) fn at<'e>(
        &'e self,
        document: &'e Document,
        node: NodeId,
        limits: &'e Limits,
    ) -> Evaluation<'e> {
        Evaluation {
            expr: &self.expr,
            evaluator: Evaluator::new(document, node, limits),
        }
    }
}

/// A path at a node: what comes out is up to the question. A text needs the first node only, and so the others are not looked at.
pub(crate) struct Evaluation<'e> {
    expr: &'e Expr,
    evaluator: Evaluator<'e>,
}

/// The value of a path, as its own type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    Nodes(Vec<NodeId>),
    Number(f64),
    Text(String),
    Boolean(bool),
}

impl Evaluation<'_> {
    pub(crate) fn outcome(&self) -> Result<Outcome, XPathError> {
        Ok(match self.evaluator.start(self.expr)? {
            Value::Nodes(nodes) => Outcome::Nodes(self.evaluator.list(nodes)?),
            Value::Number(number) => Outcome::Number(number),
            Value::Text(text) => Outcome::Text(text.into_owned()),
            Value::Boolean(truth) => Outcome::Boolean(truth),
        })
    }

    pub(crate) fn text(&self) -> Result<String, XPathError> {
        Ok(self
            .evaluator
            .text(self.evaluator.start(self.expr)?)?
            .into_owned())
    }

    pub(crate) fn number(&self) -> Result<f64, XPathError> {
        self.evaluator.number(&self.evaluator.start(self.expr)?)
    }

    pub(crate) fn boolean(&self) -> Result<bool, XPathError> {
        self.evaluator.truth(&self.evaluator.start(self.expr)?)
    }

    /// The first node; anything but nodes is an error.
    pub(crate) fn node(&self) -> Result<Option<NodeId>, XPathError> {
        self.evaluator
            .first(&self.evaluator.start(self.expr)?.into_nodes()?)
    }

    /// All nodes; anything but nodes is an error.
    pub(crate) fn nodes(&self) -> Result<Vec<NodeId>, XPathError> {
        self.evaluator
            .list(self.evaluator.start(self.expr)?.into_nodes()?)
    }
}
