//! A document as an arena: one vector of nodes in document order, so that order is comparison of numbers and a subtree is a
//! range. Text is not copied: values and names are stretches of one buffer, the document's own text with what had to be decoded
//! behind it.
//!
//! Attributes and namespace declarations lie directly behind their element; text and CDATA sections next to each other are one
//! node, as XPath has it. [`Part`] remembers their borders for hosts that show the tree.

mod chars;
mod markup;
mod names;
mod namespaces;
mod reader;
#[cfg(test)]
mod tests;

use super::error::XmlError;
use super::limits::{Budget, Limit, Limits};
use names::{Name, Span, Uri};
use std::borrow::Cow;
use std::sync::Arc;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Document,
    Element,
    Attribute,
    /// A namespace declaration.
    Namespace,
    Text,
    /// Text that consists of CDATA sections only.
    Cdata,
    Comment,
    Instruction,
}

impl Kind {
    /// Whether nodes of this kind lie behind their element without being children of it.
    #[inline]
    pub(super) fn is_attached(self) -> bool {
        matches!(self, Self::Attribute | Self::Namespace)
    }

    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Cdata)
    }
}

#[derive(Clone, Copy, Debug)]
struct Node {
    kind: Kind,
    /// Number of the name, of kinds that have one.
    name: u32,
    parent: u32,
    /// One past the last node of the subtree.
    end: u32,
    value: Span,
}

impl Node {
    fn new(kind: Kind, parent: u32, name: u32, value: Span) -> Self {
        Self {
            kind,
            name,
            parent,
            end: 0,
            value,
        }
    }
}

/// A section of a text node that holds CDATA, as the text was written.
#[derive(Clone, Copy, Debug)]
struct Part {
    node: u32,
    kind: Kind,
    len: u32,
}

#[derive(Debug)]
struct Store {
    text: String,
    names: Vec<Name>,
    uris: Vec<Span>,
    /// Whether prefixes were resolved.
    namespaces: bool,
}

/// A document that was read.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    store: Arc<Store>,
    nodes: Vec<Node>,
    parts: Vec<Part>,
    /// Copied out of another document.
    imported: bool,
}

/// A node, by its place in document order; 0 is the document.
pub(crate) type NodeId = u32;

impl Document {
    /// Reads a document without a meaning for prefixes: `p:a` is a name like any other.
    pub(crate) fn parse(text: &str, limits: &Limits) -> Result<Self, XmlError> {
        reader::read(text, false, limits)
    }

    /// Reads a document with namespaces; prefixes must be bound.
    pub(crate) fn parse_with_namespaces(text: &str, limits: &Limits) -> Result<Self, XmlError> {
        reader::read(text, true, limits)
    }

    /// Number of nodes.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn has_namespaces(&self) -> bool {
        self.store.namespaces
    }

    pub(super) fn is_imported(&self) -> bool {
        self.imported
    }

    #[inline]
    pub(super) fn kind(&self, node: NodeId) -> Kind {
        self.nodes[node as usize].kind
    }

    /// One past the last node of the subtree.
    #[inline]
    pub(super) fn end(&self, node: NodeId) -> NodeId {
        self.nodes[node as usize].end
    }

    #[inline]
    pub(super) fn parent(&self, node: NodeId) -> Option<NodeId> {
        (node != 0).then(|| self.nodes[node as usize].parent)
    }

    /// The first child, or [`Self::end`] where there is none.
    #[inline]
    pub(super) fn first_child(&self, node: NodeId) -> NodeId {
        let end = self.end(node);
        let mut child = node + 1;
        while child < end && self.kind(child).is_attached() {
            child += 1;
        }
        child
    }

    /// Attributes and namespace declarations of an element.
    pub(super) fn attached(&self, node: NodeId) -> std::ops::Range<NodeId> {
        node + 1..self.first_child(node)
    }

    /// Children in order.
    pub(super) fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let end = self.end(node);
        let inside = move |child: &NodeId| *child < end;
        std::iter::successors(Some(self.first_child(node)).filter(inside), move |&child| {
            Some(self.end(child)).filter(inside)
        })
    }

    /// The name as written; empty for nodes without one.
    pub(super) fn raw_name(&self, node: NodeId) -> &str {
        self.name(node)
            .map_or("", |name| name.raw.of(&self.store.text))
    }

    /// The name without its prefix.
    pub(super) fn local_name(&self, node: NodeId) -> &str {
        self.name(node).map_or("", |name| {
            &name.raw.of(&self.store.text)[name.prefix_len as usize..]
        })
    }

    /// The namespace of the name.
    pub(super) fn namespace(&self, node: NodeId) -> Option<&str> {
        let uri: Uri = self.name(node)?.uri?;
        Some(self.store.uris[uri as usize].of(&self.store.text))
    }

    #[inline]
    fn name(&self, node: NodeId) -> Option<Name> {
        let Node { kind, name, .. } = self.nodes[node as usize];
        let named = matches!(
            kind,
            Kind::Element | Kind::Attribute | Kind::Namespace | Kind::Instruction
        );
        named.then(|| self.store.names[name as usize])
    }

    /// The text of a node that has its own: an attribute, a text, a comment, …
    pub(super) fn value(&self, node: NodeId) -> &str {
        self.nodes[node as usize].value.of(&self.store.text)
    }

    /// The string-value of a node: its own text, or that of all text nodes inside.
    pub(super) fn text(&self, node: NodeId, budget: &Budget<'_>) -> Result<Cow<'_, str>, Limit> {
        if !matches!(self.kind(node), Kind::Document | Kind::Element) {
            let value = self.value(node);
            budget.read(value.len())?;
            return Ok(Cow::Borrowed(value));
        }
        budget.visit((self.end(node) - node) as usize)?;
        let inside = &self.nodes[node as usize..self.end(node) as usize];
        let mut texts = inside.iter().filter(|node| node.kind.is_text());
        let first = texts
            .next()
            .map_or("", |node| node.value.of(&self.store.text));
        let Some(second) = texts.next() else {
            budget.read(first.len())?;
            return Ok(Cow::Borrowed(first));
        };
        let mut text = first.to_owned();
        for node in std::iter::once(second).chain(texts) {
            text.push_str(node.value.of(&self.store.text));
            budget.fits(text.len())?;
        }
        budget.read(text.len())?;
        Ok(Cow::Owned(text))
    }

    /// The sections of a text node as they were written: text and CDATA apart.
    pub(super) fn sections(&self, node: NodeId) -> Vec<(Kind, &str)> {
        let first = self.parts.partition_point(|part| part.node < node);
        let parts = self.parts[first..]
            .iter()
            .take_while(|part| part.node == node);
        let mut rest = self.value(node);
        let sections: Vec<_> = parts
            .map(|part| {
                let (text, behind) = rest.split_at(part.len as usize);
                rest = behind;
                (part.kind, text)
            })
            .collect();
        if sections.is_empty() {
            vec![(self.kind(node), self.value(node))]
        } else {
            sections
        }
    }

    /// A new document whose only child is a copy of `node`, an element, comment or processing instruction.
    pub(super) fn alone(&self, node: NodeId) -> Self {
        let (from, to) = (node as usize, self.end(node) as usize);
        let down = |index: u32| index - node + 1;
        let mut nodes = Vec::with_capacity(to - from + 1);
        let end = down(self.end(node));
        nodes.push(Node {
            end,
            ..Node::new(Kind::Document, 0, 0, Span::default())
        });
        nodes.extend(self.nodes[from..to].iter().map(|inner| Node {
            parent: if inner.parent < node {
                0
            } else {
                down(inner.parent)
            },
            end: down(inner.end),
            ..*inner
        }));
        let parts = self
            .parts
            .iter()
            .filter(|part| (from..to).contains(&(part.node as usize)));
        let parts = parts
            .map(|part| Part {
                node: down(part.node),
                ..*part
            })
            .collect();
        Self {
            store: Arc::clone(&self.store),
            nodes,
            parts,
            imported: true,
        }
    }
}
