//! Which bodies an expression needs, seen in its text alone (specification §8.2).
//!
//! A body is loaded where some variable path in the expression equals its key or goes on behind it with a dot. A path is
//! a variable with the properties that follow it immediately; what stands in array sizes is not looked at, as in the reference.
//!
//! This is no pass of the optimizer and has no switch: a body that no path names is null to the expression even where the host
//! has it, so that needing all bodies would change answers. Hosts that keep bodies anyway need not ask.

use crate::syntax::ast::{Kind, Node};
use crate::vm::op::Slot;
use std::fmt;

/// The bodies that an evaluation must be able to read. `Display` names them as expressions do.
///
/// ```
/// use gravitee_el::{Engine, Needs};
///
/// let template = Engine::new().compile("{#request.jsonContent.total > 100}")?;
/// assert!(template.needs().contains(Needs::REQUEST_JSON) && !template.needs().response_body());
/// assert_eq!(template.needs().to_string(), "#request.jsonContent");
/// # Ok::<(), gravitee_el::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs(u8);

/// Variable, property and bit of every deferred value, and of the message, which a host may defer as well.
const KEYS: [(&str, &str, Needs); 7] = [
    ("request", "content", Needs::REQUEST_CONTENT),
    ("request", "jsonContent", Needs::REQUEST_JSON),
    ("request", "xmlContent", Needs::REQUEST_XML),
    ("response", "content", Needs::RESPONSE_CONTENT),
    ("response", "jsonContent", Needs::RESPONSE_JSON),
    ("response", "xmlContent", Needs::RESPONSE_XML),
    ("message", "content", Needs::MESSAGE_CONTENT),
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
    /// `#message.content`
    pub const MESSAGE_CONTENT: Needs = Needs(64);

    /// The variables that hold bodies, and what may be needed of each.
    pub(crate) const BY_SLOT: [(Slot, Needs); 3] = [
        (Slot::Request, Needs(7)),
        (Slot::Response, Needs(56)),
        (Slot::Message, Needs::MESSAGE_CONTENT),
    ];

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

    /// What is needed here and in `other`.
    #[must_use]
    pub fn intersection(self, other: Needs) -> Needs {
        Needs(self.0 & other.0)
    }

    /// Whether nothing is needed.
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
                kind => kind.each_child(|child| pending.push(child)),
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

impl fmt::Display for Needs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = KEYS.iter().filter(|(_, _, need)| self.contains(*need));
        for (at, (variable, property, _)) in named.enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}#{variable}.{property}")?;
        }
        Ok(())
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
