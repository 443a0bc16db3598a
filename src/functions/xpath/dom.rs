//! Nodes as a host sees them: those of Java's DOM, in which text and CDATA sections are nodes apart and attributes are no
//! children. A node keeps its document alive.

use super::document::{Document, Kind, NodeId};
use std::sync::Arc;

const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// A node of a document.
#[derive(Clone, Debug)]
pub(crate) struct DomNode {
    document: Arc<Document>,
    node: NodeId,
    /// Which section, of text that is written in several.
    section: usize,
}

impl PartialEq for DomNode {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.document, &other.document)
            && (self.node, self.section) == (other.node, other.section)
    }
}

impl DomNode {
    /// The first section of text nodes, as the reference hands them out.
    pub(super) fn new(document: &Arc<Document>, node: NodeId) -> Self {
        Self {
            document: Arc::clone(document),
            node,
            section: 0,
        }
    }

    pub(super) fn document(&self) -> &Arc<Document> {
        &self.document
    }

    pub(super) fn id(&self) -> NodeId {
        self.node
    }

    fn other(&self, node: NodeId) -> Self {
        Self::new(&self.document, node)
    }

    fn section(&self) -> (Kind, &str) {
        let kind = self.document.kind(self.node);
        if !kind.is_text() {
            return (kind, self.document.value(self.node));
        }
        self.document
            .sections(self.node)
            .get(self.section)
            .copied()
            .unwrap_or((kind, ""))
    }

    fn kind(&self) -> Kind {
        self.section().0
    }

    /// The declaration of `xml` that no document writes.
    fn is_implied(&self) -> bool {
        self.document.kind(self.node) == Kind::Namespace
            && self.document.namespace(self.node) == Some(XMLNS)
    }

    /// Name of the Java class.
    pub(crate) fn class_name(&self) -> String {
        if self.is_implied() {
            let package = "com.sun.org.apache.xml.internal.dtm.ref.dom2dtm";
            return format!("{package}.DOM2DTMdefaultNamespaceDeclarationNode");
        }
        let deferred = if self.document.is_imported() {
            ""
        } else {
            "Deferred"
        };
        let qualified = if self.document.has_namespaces() {
            "NS"
        } else {
            ""
        };
        let class = match self.kind() {
            Kind::Document => "DocumentImpl".to_owned(),
            Kind::Element => format!("Element{qualified}Impl"),
            Kind::Attribute | Kind::Namespace => format!("Attr{qualified}Impl"),
            Kind::Text => "TextImpl".to_owned(),
            Kind::Cdata => "CDATASectionImpl".to_owned(),
            Kind::Comment => "CommentImpl".to_owned(),
            Kind::Instruction => "ProcessingInstructionImpl".to_owned(),
        };
        format!("com.sun.org.apache.xerces.internal.dom.{deferred}{class}")
    }

    /// `getNodeType`.
    pub(crate) fn node_type(&self) -> i16 {
        match self.kind() {
            Kind::Element => 1,
            Kind::Attribute | Kind::Namespace => 2,
            Kind::Text => 3,
            Kind::Cdata => 4,
            Kind::Instruction => 7,
            Kind::Comment => 8,
            Kind::Document => 9,
        }
    }

    /// `getNodeName`.
    pub(crate) fn name(&self) -> &str {
        match self.kind() {
            Kind::Document => "#document",
            Kind::Text => "#text",
            Kind::Cdata => "#cdata-section",
            Kind::Comment => "#comment",
            _ => self.document.raw_name(self.node),
        }
    }

    /// `getNodeValue`: null for elements and documents.
    pub(crate) fn value(&self) -> Option<&str> {
        match self.section() {
            (Kind::Element | Kind::Document, _) => None,
            (_, value) => Some(value),
        }
    }

    /// `getTextContent`: null for documents.
    pub(crate) fn text_content(&self) -> Option<String> {
        match self.kind() {
            Kind::Document => None,
            Kind::Element => {
                let inside = self.node..self.document.end(self.node);
                let texts = inside.filter(|&node| self.document.kind(node).is_text());
                Some(texts.map(|node| self.document.value(node)).collect())
            }
            _ => self.value().map(str::to_owned),
        }
    }

    /// `getLocalName`: null for all but elements and attributes of documents with namespaces.
    pub(crate) fn local_name(&self) -> Option<&str> {
        self.is_qualified()
            .then(|| self.document.local_name(self.node))
    }

    /// `getPrefix`.
    pub(crate) fn prefix(&self) -> Option<&str> {
        let prefix = self.name().split_once(':').map(|(prefix, _)| prefix);
        prefix.filter(|_| self.is_qualified())
    }

    /// `getNamespaceURI`.
    pub(crate) fn namespace_uri(&self) -> Option<&str> {
        match self.kind() {
            Kind::Namespace if self.document.has_namespaces() => Some(XMLNS),
            Kind::Element | Kind::Attribute => self.document.namespace(self.node),
            _ => None,
        }
    }

    fn is_qualified(&self) -> bool {
        let named = matches!(
            self.kind(),
            Kind::Element | Kind::Attribute | Kind::Namespace
        );
        named && self.document.has_namespaces()
    }

    /// `getParentNode`: attributes have none.
    pub(crate) fn parent(&self) -> Option<Self> {
        let attached = self.document.kind(self.node).is_attached();
        let parent = self.document.parent(self.node).filter(|_| !attached)?;
        Some(self.other(parent))
    }

    /// `getOwnerElement` of an attribute.
    pub(crate) fn owner_element(&self) -> Option<Self> {
        let attached = self.document.kind(self.node).is_attached();
        let owner = self.document.parent(self.node).filter(|_| attached)?;
        Some(self.other(owner))
    }

    /// `getOwnerDocument`: a document has none.
    pub(crate) fn owner_document(&self) -> Option<Self> {
        (self.node != 0).then(|| self.other(0))
    }

    /// `getDocumentElement` of a document.
    pub(crate) fn document_element(&self) -> Option<Self> {
        let mut children = self.document.children(0).filter(|_| self.node == 0);
        let element = children.find(|&child| self.document.kind(child) == Kind::Element)?;
        Some(self.other(element))
    }

    /// `getChildNodes`.
    pub(crate) fn children(&self) -> Vec<Self> {
        let children = self.document.children(self.node);
        children.flat_map(|child| self.sections_of(child)).collect()
    }

    fn sections_of(&self, node: NodeId) -> impl Iterator<Item = Self> {
        let is_text = self.document.kind(node).is_text();
        let sections = if is_text {
            self.document.sections(node).len()
        } else {
            1
        };
        (0..sections).map(move |section| Self {
            section,
            ..self.other(node)
        })
    }

    /// `getAttributes`, declarations included: null for all but elements.
    pub(crate) fn attributes(&self) -> Option<Vec<Self>> {
        let attached = self
            .document
            .attached(self.node)
            .map(|node| self.other(node));
        let attributes = attached.filter(|attribute| !attribute.is_implied());
        (self.kind() == Kind::Element).then(|| attributes.collect())
    }

    /// `getNextSibling`.
    pub(crate) fn next_sibling(&self) -> Option<Self> {
        self.sibling(|at| at.checked_add(1))
    }

    /// `getPreviousSibling`.
    pub(crate) fn previous_sibling(&self) -> Option<Self> {
        self.sibling(|at| at.checked_sub(1))
    }

    fn sibling(&self, step: fn(usize) -> Option<usize>) -> Option<Self> {
        let siblings = self.parent()?.children();
        let at = siblings.iter().position(|sibling| sibling == self)?;
        siblings.get(step(at)?).cloned()
    }

    /// What `toString` gives; `None` where it is a different text each time.
    pub(crate) fn display(&self) -> Option<String> {
        match self.kind() {
            _ if self.is_implied() => None,
            Kind::Attribute | Kind::Namespace => Some(format!(
                "{}=\"{}\"",
                self.name(),
                self.value().unwrap_or("")
            )),
            _ => Some(format!(
                "[{}: {}]",
                self.name(),
                self.value().unwrap_or("null")
            )),
        }
    }
}
