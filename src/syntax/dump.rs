//! The tree for people: indented, a node a line.
//!
//! A left-leaning spine is walked in a loop, and deep levels are not indented further, so that a chain of thousands of
//! operators neither exhausts the stack nor grows with the square of its length.

use std::fmt::{self, Write};

use super::ast::{Kind, Node};
use super::print::{binary, selection, step, unary};

/// The tree, indented, a node a line: what it is, its position and its part of `template`.
pub fn dump(node: &Node, template: &str) -> String {
    let mut out = String::new();
    dump_node(&mut out, node, template, 0);
    out
}

/// Levels beyond this one are not indented further, so that a spine of thousands of operators stays readable and small.
const DEEPEST_INDENT: usize = 40;

fn dump_node(out: &mut String, node: &Node, template: &str, level: usize) {
    let (first, spine) = node.spine();
    let top = spine.len();
    for (nth, operation) in spine.iter().rev().enumerate() {
        dump_line(out, operation, template, level + nth);
    }
    dump_line(out, first, template, level + top);
    for child in children(first) {
        dump_node(out, child, template, level + top + 1);
    }
    for (nth, operation) in spine.iter().enumerate() {
        if let Kind::Binary { right, .. } = &operation.kind {
            dump_node(out, right, template, level + top - nth);
        }
    }
}

fn dump_line(out: &mut String, node: &Node, template: &str, level: usize) {
    let text = node.span.of(template);
    let indent = 2 * level.min(DEEPEST_INDENT);
    let at = node.at.cast_signed();
    _ = write!(out, "{:indent$}{} @{at}", "", Label(&node.kind));
    _ = if text.is_empty() {
        writeln!(out)
    } else {
        writeln!(out, " `{}`", text.replace(['\n', '\r', '\t', '\0'], " "))
    };
}

/// The nodes directly below, in the order of the text.
pub fn children(node: &Node) -> Vec<&Node> {
    match &node.kind {
        Kind::List(nodes) | Kind::Chain(nodes) => nodes.iter().collect(),
        Kind::Function { args, .. } | Kind::Method { args, .. } | Kind::New { args, .. } => {
            args.iter().collect()
        }
        Kind::Map(entries) => entries
            .iter()
            .flat_map(|(key, value)| [key, value])
            .collect(),
        Kind::NewArray { dims, init, .. } => dims.iter().flatten().chain(init.as_deref()).collect(),
        Kind::Index { index: body, .. }
        | Kind::Projection { body, .. }
        | Kind::Selection { body, .. } => vec![body],
        Kind::Unary { operand, .. } | Kind::Step { operand, .. } => vec![operand],
        Kind::Ternary {
            condition,
            then,
            other,
        } => vec![condition, then, other],
        Kind::Binary { left, right, .. }
        | Kind::Elvis {
            value: left,
            other: right,
        }
        | Kind::Assign {
            target: left,
            value: right,
        } => vec![left, right],
        _ => Vec::new(),
    }
}

/// A node without its children.
struct Label<'n>(&'n Kind);

impl fmt::Display for Label<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let safe = |null_safe: &bool| if *null_safe { " null-safe" } else { "" };
        match self.0 {
            Kind::Null => write!(f, "null"),
            Kind::Bool(value) => write!(f, "bool {value}"),
            Kind::Int(value) => write!(f, "int {value}"),
            Kind::Long(value) => write!(f, "long {value}"),
            Kind::Float(value) => write!(f, "float {value:?}"),
            Kind::Double(value) => write!(f, "double {value:?}"),
            Kind::Str(value) => write!(f, "string {value:?}"),
            Kind::List(_) => write!(f, "list"),
            Kind::Map(_) => write!(f, "map"),
            Kind::Variable(name) => write!(f, "variable {name}"),
            Kind::Function { name, .. } => write!(f, "function {name}"),
            Kind::Property { name, null_safe } => write!(f, "property {name}{}", safe(null_safe)),
            Kind::Method {
                name, null_safe, ..
            } => write!(f, "method {name}{}", safe(null_safe)),
            Kind::Index { null_safe, .. } => write!(f, "index{}", safe(null_safe)),
            Kind::Projection { null_safe, .. } => write!(f, "projection{}", safe(null_safe)),
            Kind::Selection {
                which, null_safe, ..
            } => write!(f, "selection {}{}", selection(*which), safe(null_safe)),
            Kind::Chain(_) => write!(f, "chain"),
            Kind::TypeRef { name, dims } => {
                write!(f, "type {name}{}", "[]".repeat(usize::from(*dims)))
            }
            Kind::New { name, .. } => write!(f, "new {name}"),
            Kind::NewArray { name, dims, .. } => {
                write!(f, "new array {name}, dimensions: {}", dims.len())
            }
            Kind::Bean { name, factory } => {
                write!(f, "bean {}{name}", if *factory { "&" } else { "" })
            }
            Kind::Unary { op, .. } => write!(f, "unary {}", unary(*op)),
            Kind::Step {
                op, prefix: true, ..
            } => write!(f, "prefix {}", step(*op)),
            Kind::Step {
                op, prefix: false, ..
            } => write!(f, "postfix {}", step(*op)),
            Kind::Binary { op, .. } => write!(f, "binary {}", binary(*op)),
            Kind::Ternary { .. } => write!(f, "ternary"),
            Kind::Elvis { .. } => write!(f, "elvis"),
            Kind::Assign { .. } => write!(f, "assign"),
        }
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&dump(self, ""))
    }
}
