//! Which bodies an expression needs, seen in its text alone (specification §8.2).
//!
//! A body is loaded where some variable path in the expression equals its key or goes on behind it with a dot. A path is
//! a variable with the properties that follow it immediately; what stands in array sizes is not looked at, as in the reference.

use crate::syntax::ast::{Kind, Node};

/// The bodies that an evaluation must be able to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs(u8);

/// Variable, property and bit of every deferred value.
const KEYS: [(&str, &str, Needs); 6] = [
    ("request", "content", Needs::REQUEST_CONTENT),
    ("request", "jsonContent", Needs::REQUEST_JSON),
    ("request", "xmlContent", Needs::REQUEST_XML),
    ("response", "content", Needs::RESPONSE_CONTENT),
    ("response", "jsonContent", Needs::RESPONSE_JSON),
    ("response", "xmlContent", Needs::RESPONSE_XML),
];

impl Needs {
    /// Nothing: the request head is enough.
    pub const NONE: Needs = Needs(0);
    /// `#request.content`
    pub const REQUEST_CONTENT: Needs = Needs(1);
    /// `#request.jsonContent`
    pub const REQUEST_JSON: Needs = Needs(2);
    /// `#request.xmlContent`
    pub const REQUEST_XML: Needs = Needs(4);
    /// `#response.content`
    pub const RESPONSE_CONTENT: Needs = Needs(8);
    /// `#response.jsonContent`
    pub const RESPONSE_JSON: Needs = Needs(16);
    /// `#response.xmlContent`
    pub const RESPONSE_XML: Needs = Needs(32);

    /// Whether all of `other` is needed.
    pub fn contains(self, other: Needs) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the body of the request must be at hand.
    pub fn request_body(self) -> bool {
        self.0 & 7 != 0
    }

    /// Whether the body of the response must be at hand.
    pub fn response_body(self) -> bool {
        self.0 & 56 != 0
    }

    /// Whether anything is needed.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn add(&mut self, other: Needs) {
        self.0 |= other.0;
    }

    /// Adds what an expression needs.
    pub(crate) fn scan(&mut self, root: &Node) {
        let mut pending = vec![root];
        while let Some(node) = pending.pop() {
            match &node.kind {
                Kind::Chain(nodes) => {
                    nodes
                        .windows(2)
                        .for_each(|pair| self.path(&pair[0], &pair[1]));
                    pending.extend(nodes);
                }
                Kind::NewArray { init, .. } => pending.extend(init.as_deref()),
                kind => pending.extend(kind.children()),
            }
        }
    }

    /// A variable and the property behind it.
    fn path(&mut self, variable: &Node, property: &Node) {
        if let (Kind::Variable(variable), Kind::Property { name, .. }) =
            (&variable.kind, &property.kind)
        {
            let found = KEYS
                .iter()
                .find(|(v, p, _)| **v == **variable && **p == **name);
            found.into_iter().for_each(|(_, _, need)| self.add(*need));
        }
    }
}

/// What two expressions need together.
impl std::ops::BitOr for Needs {
    type Output = Needs;

    fn bitor(self, other: Needs) -> Needs {
        Needs(self.0 | other.0)
    }
}

impl std::ops::BitOrAssign for Needs {
    fn bitor_assign(&mut self, other: Needs) {
        self.add(other);
    }
}
