//! The function `#xpath(xml, path, type)` as the reference has it. Without a type the document is read without namespaces and the
//! answer is a text; with one it is read with namespaces and the answer is of that type. The path is compiled first, then the
//! type is looked at, then the document: that order decides which failure is told.

use super::document::Kind;
use super::dom::DomNode;
use super::error::XmlFault;
use super::limits::Limit;
use super::{Document, Evaluation, Limits, XPath, XPathError, XmlError};
use std::fmt;
use std::sync::Arc;

/// What the function returns.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    Null,
    Text(String),
    Boolean(bool),
    Number(f64),
    Node(DomNode),
    Nodes(Vec<DomNode>),
}

/// Why the function failed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    Path(XPathError),
    Document(XmlError),
    /// A type other than the six that exist; they are matched in lower case only.
    Type(String),
    /// A node that cannot be the root of a document of its own.
    Hierarchy,
}

impl Failure {
    /// Class of the exception that the reference throws.
    pub(crate) fn java_class(&self) -> &'static str {
        match self {
            Self::Path(error) => error.java_class(),
            Self::Document(error) => error.java_class(),
            Self::Type(_) => "java.lang.IllegalArgumentException",
            Self::Hierarchy => "org.w3c.dom.DOMException",
        }
    }
}

impl Failure {
    /// The bound that was met, if it was one.
    pub(crate) fn limit(&self) -> Option<Limit> {
        match self {
            Self::Path(XPathError::Limit(limit)) => Some(*limit),
            Self::Document(XmlError {
                fault: XmlFault::Limit(limit),
                ..
            }) => Some(*limit),
            _ => None,
        }
    }
}

impl From<XPathError> for Failure {
    fn from(error: XPathError) -> Self {
        Self::Path(error)
    }
}

impl From<XmlError> for Failure {
    fn from(error: XmlError) -> Self {
        Self::Document(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(error) => error.fmt(f),
            Self::Document(error) => error.fmt(f),
            Self::Type(name) => write!(
                f,
                "result type `{name}`, expected string, boolean, number, node, node_list or document_list"
            ),
            Self::Hierarchy => f.write_str("only elements can be documents of their own"),
        }
    }
}

impl std::error::Error for Failure {}

#[derive(Clone, Copy)]
enum Type {
    Text,
    Boolean,
    Number,
    Node,
    Nodes,
    Documents,
}

impl Type {
    fn named(name: &str) -> Result<Self, Failure> {
        Ok(match name {
            "string" => Self::Text,
            "boolean" => Self::Boolean,
            "number" => Self::Number,
            "node" => Self::Node,
            "node_list" => Self::Nodes,
            "document_list" => Self::Documents,
            _ => return Err(Failure::Type(name.to_owned())),
        })
    }
}

/// Evaluates `path` on the text of a document.
pub(crate) fn gravitee_xpath(
    xml: &str,
    path: &str,
    kind: Option<&str>,
    limits: &Limits,
) -> Result<Answer, Failure> {
    gravitee_xpath_compiled(xml, &XPath::compile(path)?, kind, limits)
}

/// Evaluates a path that was compiled before.
pub(crate) fn gravitee_xpath_compiled(
    xml: &str,
    path: &XPath,
    kind: Option<&str>,
    limits: &Limits,
) -> Result<Answer, Failure> {
    let Some(kind) = kind.map(Type::named).transpose()? else {
        let document = Document::parse(xml, limits)?;
        return Ok(Answer::Text(path.on(&document, limits).text()?));
    };
    let document = Arc::new(Document::parse_with_namespaces(xml, limits)?);
    answer(&path.on(&document, limits), kind, &document)
}

/// Evaluates `path` at a node that an evaluation has returned before.
pub(crate) fn gravitee_xpath_at(
    node: &DomNode,
    path: &str,
    kind: &str,
    limits: &Limits,
) -> Result<Answer, Failure> {
    let path = XPath::compile(path)?;
    let kind = Type::named(kind)?;
    answer(
        &path.at(node.document(), node.id(), limits),
        kind,
        node.document(),
    )
}

fn answer(
    evaluation: &Evaluation<'_>,
    kind: Type,
    document: &Arc<Document>,
) -> Result<Answer, Failure> {
    let dom = |node| DomNode::new(document, node);
    Ok(match kind {
        Type::Text => Answer::Text(evaluation.text()?),
        Type::Boolean => Answer::Boolean(evaluation.boolean()?),
        Type::Number => Answer::Number(evaluation.number()?),
        Type::Node => evaluation
            .node()?
            .map_or(Answer::Null, |node| Answer::Node(dom(node))),
        Type::Nodes => Answer::Nodes(evaluation.nodes()?.into_iter().map(dom).collect()),
        Type::Documents => {
            let nodes = evaluation.nodes()?;
            let size = |node: &u32| (document.end(*node) - node) as usize;
            evaluation
                .evaluator
                .pay_nodes(nodes.iter().map(size).sum())?;
            let alone = nodes.into_iter().map(|node| alone(document, node));
            Answer::Nodes(alone.collect::<Result<_, _>>()?)
        }
    })
}

fn alone(document: &Document, node: u32) -> Result<DomNode, Failure> {
    match document.kind(node) {
        Kind::Element | Kind::Comment | Kind::Instruction => {
            Ok(DomNode::new(&Arc::new(document.alone(node)), 0))
        }
        _ => Err(Failure::Hierarchy),
    }
}
