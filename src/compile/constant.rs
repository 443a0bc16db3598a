//! What is known when compiling: literals, and lists and maps of literals.
//!
//! The reference builds such a list once and makes it unmodifiable; which lists are "such" is visible in class names and
//! in writes, so the rule here is the reference's and not "whatever could be folded" (specification §4.23).

use crate::syntax::ast::{Kind, Node, UnaryOp};
use crate::value::owned::{OwnedList, OwnedMap};
use crate::value::{ClassId, Owned};

/// The value of a constant node.
pub(crate) fn of(node: &Node) -> Option<Owned> {
    match &node.kind {
        Kind::Null => Some(Owned::Null),
        Kind::Bool(value) => Some(Owned::Bool(*value)),
        Kind::Int(value) => Some(Owned::Int(*value)),
        Kind::Long(value) => Some(Owned::Long(*value)),
        Kind::Float(value) => Some(Owned::Float(*value)),
        Kind::Double(value) => Some(Owned::Double(*value)),
        Kind::Str(text) => Some(Owned::Str(text.clone())),
        Kind::Unary {
            op: UnaryOp::Minus,
            operand,
        } => negative(operand),
        Kind::List(items) => {
            let items: Option<Vec<Owned>> = items.iter().map(of).collect();
            Some(Owned::List(OwnedList::new(
                ClassId::UNMODIFIABLE_LIST,
                items?,
            )))
        }
        Kind::Map(entries) => {
            let entries: Option<Vec<_>> = entries
                .iter()
                .map(|(k, v)| Some((key(k)?, of(v)?)))
                .collect();
            Some(Owned::Map(OwnedMap::new(
                ClassId::UNMODIFIABLE_MAP,
                entries?,
            )))
        }
        _ => None,
    }
}

/// A negative number literal: zero minus the number, so that `-0.0` is `0.0`.
fn negative(operand: &Node) -> Option<Owned> {
    match operand.kind {
        Kind::Int(value) => Some(Owned::Int(value.wrapping_neg())),
        Kind::Long(value) => Some(Owned::Long(value.wrapping_neg())),
        Kind::Float(value) => Some(Owned::Float(0.0 - value)),
        Kind::Double(value) => Some(Owned::Double(0.0 - value)),
        _ => None,
    }
}

/// A key of a map literal: a bare name is its own text.
fn key(node: &Node) -> Option<Owned> {
    match &node.kind {
        Kind::Property {
            name,
            null_safe: false,
        } => Some(Owned::Str(name.clone())),
        _ => of(node),
    }
}
