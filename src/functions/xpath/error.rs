//! Why a document or a path was refused. The enums are the specification: one variant a mistake. Texts are ours; the Java class
//! that the reference throws in the same place is a fact beside each, for hosts that report causes.

use super::limits::Limit;
use std::fmt;

/// A document that is not well-formed, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct XmlError {
    pub(crate) fault: XmlFault,
    /// Byte offset into the text as it was read (line ends are one byte each).
    pub(crate) at: usize,
}

/// What is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum XmlFault {
    /// No element in the whole text.
    NoRoot,
    /// The text ends inside of an element or of markup.
    Unterminated,
    /// Text before or after the root element.
    TextOutsideRoot,
    /// An element after the root element.
    SecondRoot,
    /// A character that XML does not allow.
    Character(char),
    /// A document type declaration: entities could reach outside.
    Doctype,
    /// `<` that starts no markup XML knows, here.
    Markup,
    /// An XML declaration that is malformed.
    Declaration,
    /// A version other than 1.0 and 1.1.
    Version(String),
    /// An end tag without that element being open.
    EndTag(String),
    /// A tag with something other than attributes behind its name.
    Tag(String),
    /// An attribute without `=` or without quotes.
    Attribute(String),
    /// `<` inside of an attribute value.
    LessThan(String),
    /// The same attribute twice; two prefixes of one namespace count as the same.
    DuplicateAttribute(String),
    /// `]]>` in text.
    CdataEnd,
    /// `--` inside of a comment.
    Comment,
    /// A processing instruction without a target, or without a space behind it.
    Instruction,
    /// The target `xml`, in any case.
    ReservedTarget,
    /// `&` that starts no reference.
    Reference,
    /// A character reference to nothing, or to a character that XML does not allow.
    CharacterReference(String),
    /// A reference to an entity other than the five predefined.
    Entity(String),
    /// A name with a colon that is no `prefix:local`.
    QualifiedName(String),
    /// A prefix without a namespace.
    UnboundPrefix(String),
    /// A declaration that XML reserves: of `xml`, of `xmlns`, of a prefix as nothing.
    ReservedNamespace(String),
    /// A bound of [`super::Limits`].
    Limit(Limit),
}

impl XmlError {
    pub(super) fn new(fault: XmlFault, at: usize) -> Self {
        Self { fault, at }
    }

    /// Class of the exception that the reference throws.
    pub(crate) fn java_class(&self) -> &'static str {
        "org.xml.sax.SAXParseException"
    }
}

impl fmt::Display for XmlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRoot => f.write_str("document without an element"),
            Self::Unterminated => f.write_str("document ends before its elements do"),
            Self::TextOutsideRoot => f.write_str("text outside of the root element"),
            Self::SecondRoot => f.write_str("second root element"),
            Self::Character(c) => write!(f, "character U+{:04X} is not allowed", u32::from(*c)),
            Self::Doctype => f.write_str("document type declarations are refused"),
            Self::Markup => f.write_str("`<` starts no markup that is allowed here"),
            Self::Declaration => f.write_str("malformed XML declaration"),
            Self::Version(version) => write!(f, "version `{version}`, expected 1.0 or 1.1"),
            Self::EndTag(name) => write!(f, "end tag `{name}` closes no open element"),
            Self::Tag(name) => write!(f, "malformed tag of `{name}`"),
            Self::Attribute(name) => write!(f, "malformed attribute `{name}`"),
            Self::LessThan(name) => write!(f, "`<` in the value of attribute `{name}`"),
            Self::DuplicateAttribute(name) => write!(f, "attribute `{name}` given twice"),
            Self::CdataEnd => f.write_str("`]]>` in text"),
            Self::Comment => f.write_str("`--` in a comment"),
            Self::Instruction => f.write_str("malformed processing instruction"),
            Self::ReservedTarget => f.write_str("processing instruction named `xml`"),
            Self::Reference => f.write_str("`&` starts no reference"),
            Self::CharacterReference(text) => write!(f, "`&#{text};` names no character"),
            Self::Entity(name) => write!(f, "entity `{name}` is not declared"),
            Self::QualifiedName(name) => write!(f, "`{name}` is no qualified name"),
            Self::UnboundPrefix(prefix) => write!(f, "prefix `{prefix}` is not bound"),
            Self::ReservedNamespace(name) => write!(f, "`{name}` declares a reserved namespace"),
            Self::Limit(limit) => limit.fmt(f),
        }
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (byte {})", self.fault, self.at)
    }
}

impl std::error::Error for XmlError {}

/// A path that cannot be compiled or evaluated.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum XPathError {
    /// No token at all.
    Empty,
    /// A string literal without its closing quote.
    Quote,
    /// A token that cannot stand there; `None` is the end of the path.
    Unexpected {
        found: Option<String>,
        expected: &'static str,
    },
    /// Tokens behind a complete expression.
    Trailing(String),
    /// A number literal that is none.
    Number(String),
    /// A name before `::` that is no axis.
    Axis(String),
    /// A name before `(` in a step that is no node type.
    NodeType(String),
    /// A function that XPath 1.0 does not have.
    Function(String),
    /// A number of arguments that the function does not take.
    Arguments(&'static str),
    /// A colon without a prefix before it.
    Prefix,
    /// An operand of `|` that is no location path.
    Union,
    /// The operator `quo`, which was dropped from XPath but still has its place in the grammar.
    Quo,
    /// A literal with predicates or steps.
    LiteralPath,
    /// A variable: there are none.
    Variable(String),
    /// A function with a prefix: there are none.
    Extension,
    /// Something other than nodes where nodes are needed.
    NotNodes(&'static str),
    /// A predicate or step behind something other than nodes.
    NotFilterable(&'static str),
    /// `substring` whose end lies before its start.
    Range,
    /// Something that the reference has not, and fails on with a null pointer.
    Missing(&'static str),
    /// An argument that names nothing.
    Argument,
    /// A bound.
    Limit(Limit),
}

impl XPathError {
    /// Class of the exception that the reference throws (for [`XPathError::Limit`] of ours: that of its own limits).
    pub(crate) fn java_class(&self) -> &'static str {
        match self {
            Self::NotNodes(_) => "com.sun.org.apache.xpath.internal.XPathException",
            Self::NotFilterable(_) => "java.lang.ClassCastException",
            Self::Range => "java.lang.StringIndexOutOfBoundsException",
            Self::Missing(_) => "java.lang.NullPointerException",
            Self::Argument => "java.lang.IllegalArgumentException",
            _ => "javax.xml.transform.TransformerException",
        }
    }
}

impl From<Limit> for XPathError {
    fn from(limit: Limit) -> Self {
        Self::Limit(limit)
    }
}

impl fmt::Display for XPathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("empty path"),
            Self::Quote => f.write_str("string without closing quote"),
            Self::Unexpected {
                found: Some(found),
                expected,
            } => {
                write!(f, "found `{found}`, expected {expected}")
            }
            Self::Unexpected {
                found: None,
                expected,
            } => {
                write!(f, "path ended, expected {expected}")
            }
            Self::Trailing(token) => write!(f, "`{token}` behind the end of the expression"),
            Self::Number(text) => write!(f, "`{text}` is no number"),
            Self::Axis(name) => write!(f, "`{name}` is no axis"),
            Self::NodeType(name) => write!(f, "`{name}` is no node type"),
            Self::Function(name) => write!(f, "`{name}` is no function of XPath 1.0"),
            Self::Arguments(name) => write!(f, "wrong number of arguments for `{name}`"),
            Self::Prefix => f.write_str("`:` without a prefix"),
            Self::Union => f.write_str("operand of `|` that is no location path"),
            Self::Quo => f.write_str("`quo` is no operator any more"),
            Self::LiteralPath => f.write_str("a literal has neither predicates nor steps"),
            Self::Variable(name) => write!(f, "variable `{name}` is not defined"),
            Self::Extension => f.write_str("there are no extension functions"),
            Self::NotNodes(kind) => write!(f, "{kind} given, expected nodes"),
            Self::NotFilterable(kind) => write!(f, "{kind} filtered, expected nodes"),
            Self::Range => f.write_str("substring ends before it starts"),
            Self::Missing(what) => write!(f, "`{what}` is not available"),
            Self::Argument => f.write_str("empty name"),
            Self::Limit(limit) => limit.fmt(f),
        }
    }
}

impl std::error::Error for XPathError {}
