//! The axes over the arena. All of them run in document order; where XPath counts backwards, the caller turns positions round.
//!
//! Two habits of the reference: attributes and namespace declarations of an element are siblings for `following-sibling`, and
//! `preceding` starts behind the top-level ancestor, so it never sees a comment before the root element.

use super::document::{Document, Kind, NodeId};
use super::evaluate::Stop;
use super::expression::{Axis, NodeTest};
use super::limits::Budget;
use smallvec::SmallVec;

/// What to do with each node.
type Sink<'a> = &'a mut dyn FnMut(NodeId) -> Result<(), Stop>;

/// A document, and what may still be spent on walking it.
pub(super) struct Walker<'a> {
    pub(super) document: &'a Document,
    pub(super) budget: &'a Budget<'a>,
}

impl Walker<'_> {
    /// Hands every node of the axis to `sink`.
    pub(super) fn run(&self, axis: Axis, root: NodeId, sink: Sink<'_>) -> Result<(), Stop> {
        let document = self.document;
        let end = document.end(root);
        match axis {
            Axis::SelfNode => self.visit(root, sink),
            Axis::Root => self.visit(0, sink),
            Axis::Parent => document
                .parent(root)
                .map_or(Ok(()), |node| self.visit(node, sink)),
            Axis::Child => self.siblings(document.first_child(root), end, sink),
            Axis::Descendant => self.range(root + 1, end, sink),
            Axis::DescendantOrSelf => {
                self.visit(root, sink)?;
                self.range(root + 1, end, sink)
            }
            Axis::Attribute => self.attributes(root, sink),
            Axis::Namespace => self.namespaces(root, sink),
            Axis::Ancestor => self.ancestors(document.parent(root), sink),
            Axis::AncestorOrSelf => self.ancestors(Some(root), sink),
            Axis::Following => self.range(self.behind(root), document.len() as NodeId, sink),
            Axis::FollowingSibling => self.following_siblings(root, sink),
            Axis::Preceding => self.preceding(root, sink),
            Axis::PrecedingSibling => self.preceding_siblings(root, sink),
        }
    }

    /// Whether an axis that leads down has nothing to offer: most nodes of a document are leaves.
    pub(super) fn is_barren(&self, axis: Axis, root: NodeId) -> bool {
        matches!(axis, Axis::Child | Axis::Descendant | Axis::Attribute)
            && self.document.end(root) == root + 1
    }

    fn visit(&self, node: NodeId, sink: Sink<'_>) -> Result<(), Stop> {
        self.budget.visit(1)?;
        sink(node)
    }

    /// Nodes from one place to another, without what is attached to elements.
    fn range(&self, from: NodeId, to: NodeId, sink: Sink<'_>) -> Result<(), Stop> {
        for node in from..to {
            self.budget.visit(1)?;
            if !self.document.kind(node).is_attached() {
                sink(node)?;
            }
        }
        Ok(())
    }

    fn siblings(&self, from: NodeId, to: NodeId, sink: Sink<'_>) -> Result<(), Stop> {
        let mut node = from;
        while node < to {
            self.visit(node, sink)?;
            node = self.document.end(node);
        }
        Ok(())
    }

    fn attributes(&self, root: NodeId, sink: Sink<'_>) -> Result<(), Stop> {
        for node in self.document.attached(root) {
            self.budget.visit(1)?;
            if self.document.kind(node) == Kind::Attribute {
                sink(node)?;
            }
        }
        Ok(())
    }

    /// The declarations in scope. An inner one takes the place of the outer one it hides. Without namespaces, the reference
    /// does not tell declarations apart: each hides the one before, all but that of `xml`.
    fn namespaces(&self, root: NodeId, sink: Sink<'_>) -> Result<(), Stop> {
        if self.document.kind(root) != Kind::Element {
            return Ok(());
        }
        let mut scope: Vec<NodeId> = Vec::new();
        for element in self.lineage(Some(root)) {
            for node in self.document.attached(element) {
                self.budget.visit(1 + scope.len())?;
                if self.document.kind(node) == Kind::Namespace {
                    match scope
                        .iter_mut()
                        .find(|known| self.same_declaration(**known, node))
                    {
                        Some(known) => *known = node,
                        None => scope.push(node),
                    }
                }
            }
        }
        scope.into_iter().try_for_each(sink)
    }

    fn same_declaration(&self, a: NodeId, b: NodeId) -> bool {
        let document = self.document;
        if document.has_namespaces() {
            return document.local_name(a) == document.local_name(b);
        }
        document.namespace(a) == document.namespace(b)
    }

    /// A node and its ancestors, the document first.
    fn lineage(&self, node: Option<NodeId>) -> SmallVec<[NodeId; 16]> {
        let mut lineage: SmallVec<_> =
            std::iter::successors(node, |&node| self.document.parent(node)).collect();
        lineage.reverse();
        lineage
    }

    fn ancestors(&self, node: Option<NodeId>, sink: Sink<'_>) -> Result<(), Stop> {
        self.lineage(node)
            .into_iter()
            .try_for_each(|node| self.visit(node, sink))
    }

    /// The first node behind the subtree of a node; what is attached has the children of its element behind it.
    fn behind(&self, root: NodeId) -> NodeId {
        match self.document.parent(root) {
            Some(element) if self.document.kind(root).is_attached() => {
                self.document.first_child(element)
            }
            _ => self.document.end(root),
        }
    }

    fn following_siblings(&self, root: NodeId, sink: Sink<'_>) -> Result<(), Stop> {
        let Some(parent) = self.document.parent(root) else {
            return Ok(());
        };
        if self.document.kind(root).is_attached() {
            return self.siblings(root + 1, self.document.first_child(parent), sink);
        }
        self.siblings(self.document.end(root), self.document.end(parent), sink)
    }

    fn preceding_siblings(&self, root: NodeId, sink: Sink<'_>) -> Result<(), Stop> {
        match self.document.parent(root) {
            Some(parent) if !self.document.kind(root).is_attached() => {
                self.siblings(self.document.first_child(parent), root, sink)
            }
            _ => Ok(()),
        }
    }

    fn preceding(&self, root: NodeId, sink: Sink<'_>) -> Result<(), Stop> {
        let lineage = self.lineage(Some(root));
        let Some(&top) = lineage.get(1) else {
            return Ok(());
        };
        let context = match self.document.kind(root) {
            Kind::Attribute => self.document.parent(root).unwrap_or(root),
            _ => root,
        };
        self.range(top + 1, context, &mut |node| {
            let is_ancestor = self.document.end(node) > context;
            if is_ancestor { Ok(()) } else { sink(node) }
        })
    }

    /// Whether a node passes the test of a step along `axis`.
    pub(super) fn passes(&self, node: NodeId, axis: Axis, test: &NodeTest) -> bool {
        let document = self.document;
        let kind = document.kind(node);
        match test {
            NodeTest::Anything => true,
            NodeTest::Root => kind == Kind::Document,
            NodeTest::Text => kind.is_text(),
            NodeTest::Comment => kind == Kind::Comment,
            NodeTest::Instruction(target) => {
                kind == Kind::Instruction
                    && target
                        .as_deref()
                        .is_none_or(|target| document.raw_name(node) == target)
            }
            NodeTest::Node => match axis {
                Axis::Namespace => kind == Kind::Namespace,
                Axis::Attribute => kind == Kind::Attribute,
                Axis::SelfNode | Axis::AncestorOrSelf | Axis::DescendantOrSelf => true,
                _ => kind != Kind::Attribute,
            },
            NodeTest::Name { namespace, local } => {
                let local = local.as_deref();
                let matches = |name: &str| local.is_none_or(|local| local == name);
                match axis {
                    Axis::Namespace => {
                        kind == Kind::Namespace && matches(document.local_name(node))
                    }
                    _ => {
                        let principal = if axis == Axis::Attribute {
                            Kind::Attribute
                        } else {
                            Kind::Element
                        };
                        kind == principal
                            && matches(document.local_name(node))
                            && self.in_namespace(node, namespace.as_deref(), local)
                    }
                }
            }
        }
    }

    /// A bare star takes names of all namespaces; a bare name only those of none.
    fn in_namespace(&self, node: NodeId, namespace: Option<&str>, local: Option<&str>) -> bool {
        match (namespace, local) {
            (None, None) => true,
            (namespace, _) => self.document.namespace(node) == namespace,
        }
    }

    /// The test of [`super::plan::Plan::Descendants`]. The reference looks nodes up by type and whole name there: text that
    /// is CDATA alone is another type, and without namespaces a name with a prefix is another name than its local part.
    pub(super) fn passes_by_type(&self, node: NodeId, axis: Axis, test: &NodeTest) -> bool {
        match test {
            NodeTest::Text => self.document.kind(node) == Kind::Text,
            NodeTest::Name {
                local: Some(local), ..
            } if !self.document.has_namespaces() => {
                self.document.raw_name(node) == local && self.passes(node, axis, test)
            }
            _ => self.passes(node, axis, test),
        }
    }
}
