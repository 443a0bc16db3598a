//! What one call may cost. An evaluation stops with the limit that it met, so that a host can tell a large document from a
//! costly path. The defaults of `depth`, `attributes` and `name_length` are those of Java 25's parser: documents beyond them
//! are errors there as well.

use std::cell::Cell;
use std::fmt;

/// Bounds of reading a document and of evaluating a path.
#[derive(Clone, Debug)]
pub(crate) struct Limits {
    /// Bytes of a document.
    pub(crate) document_bytes: usize,
    /// Elements inside each other.
    pub(crate) depth: usize,
    /// Attributes of one element, namespace declarations included.
    pub(crate) attributes: usize,
    /// UTF-16 units of a name (prefix and local part each).
    pub(crate) name_length: usize,
    /// Nodes that an evaluation may look at, counted each time; text that it looks through counts as well.
    pub(crate) nodes_visited: u64,
    /// Bytes of one text, or nodes of one list, that an evaluation builds.
    pub(crate) result_size: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            document_bytes: 16 << 20,
            depth: 100,
            attributes: 200,
            name_length: 1000,
            nodes_visited: 20_000_000,
            result_size: 16 << 20,
        }
    }
}

/// The bound that was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    DocumentBytes,
    Depth,
    Attributes,
    NameLength,
    NodesVisited,
    ResultSize,
    /// Operators of a path.
    Operators,
    /// Parenthesised groups of a path.
    Groups,
    /// Expressions inside each other.
    Nesting,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DocumentBytes => "document larger than the limit of bytes",
            Self::Depth => "elements nested deeper than the limit",
            Self::Attributes => "more attributes on an element than the limit",
            Self::NameLength => "name longer than the limit",
            Self::NodesVisited => "more nodes visited than the limit",
            Self::ResultSize => "result larger than the limit",
            Self::Operators => "more operators in the path than the limit",
            Self::Groups => "more groups in the path than the limit",
            Self::Nesting => "path nested deeper than the limit",
        })
    }
}

/// The cost of one evaluation so far.
#[derive(Debug)]
pub(super) struct Budget<'l> {
    limits: &'l Limits,
    visited: Cell<u64>,
}

/// Text is looked through about as fast as a node is visited per this many bytes.
const BYTES_A_VISIT: usize = 64;

impl<'l> Budget<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            visited: Cell::new(0),
        }
    }

    /// Pays for looking at `nodes` nodes.
    #[inline]
    pub(super) fn visit(&self, nodes: usize) -> Result<(), Limit> {
        let visited = self.visited.get().saturating_add(nodes as u64);
        self.visited.set(visited);
        if visited > self.limits.nodes_visited {
            Err(Limit::NodesVisited)
        } else {
            Ok(())
        }
    }

    /// Pays for looking through `bytes` bytes of text.
    #[inline]
    pub(super) fn read(&self, bytes: usize) -> Result<(), Limit> {
        self.visit(bytes / BYTES_A_VISIT)
    }

    /// Checks the size of something that is being built: bytes of a text, nodes of a list.
    pub(super) fn fits(&self, size: usize) -> Result<(), Limit> {
        if size > self.limits.result_size {
            Err(Limit::ResultSize)
        } else {
            Ok(())
        }
    }
}
