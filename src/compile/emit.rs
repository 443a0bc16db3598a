//! Syntax tree → instructions, one function a construct.
//!
//! Everything that the reference decides while walking its tree is decided here once: what `#this` means at a place, and
//! which position an error from there reports. The tree is as deep as the nesting limit allows, except for chains of
//! binary operators, which lean to the left without bound and are therefore walked in a loop.

mod chain;
mod construct;
mod operators;
mod write;

use super::constant;
use super::needs::Needs;
use crate::diagnostic::Code;
use crate::functions::Query;
use crate::syntax::ast::{Kind, Node, StepOp};
use crate::value::Owned;
use crate::value::fault::{Family, Fault};
use crate::vm::op::Op;
use crate::vm::program::{ArraySite, Failure, PatternSite, Place, Program, Site};
use std::sync::OnceLock;

/// What a bare name, or `#this`, refers to.
#[derive(Clone, Copy, PartialEq, Default)]
enum Target {
    /// Nothing: the root object, which is null.
    #[default]
    Root,
    /// The element of the loop at that depth.
    Element(u16),
    /// A value kept in a local: the value of the chain before a function.
    Local(u16),
}

/// Collects instructions with their places, and the pools they refer to.
#[derive(Default)]
pub(crate) struct Emitter {
    pub(super) ops: Vec<Op>,
    pub(super) places: Vec<Place>,
    constants: Vec<Owned>,
    names: Vec<Box<str>>,
    sites: Vec<Site>,
    arrays: Vec<ArraySite>,
    patterns: Vec<PatternSite>,
    failures: Vec<Failure>,
    needs: Needs,
    assigns: bool,
    writes: bool,
    locals: u16,
    depth: u16,
    active: Target,
    scope: Target,
    forced: Option<u32>,
}

/// Properties that change the collection they are read from (they are methods without arguments in Java).
const WRITING_PROPERTIES: [&str; 10] = [
    "clear",
    "removeFirst",
    "removeLast",
    "remove",
    "poll",
    "pollFirst",
    "pollLast",
    "pop",
    "reverse",
    "trimToSize",
];

/// Instructions and names that most expressions stay below.
const ROOM: [usize; 2] = [24, 6];

impl Emitter {
    /// Starts with room for what most expressions need.
    pub(crate) fn with_room() -> Self {
        let [ops, names] = ROOM;
        Emitter {
            ops: Vec::with_capacity(ops),
            places: Vec::with_capacity(ops),
            names: Vec::with_capacity(names),
            ..Emitter::default()
        }
    }

    /// The instructions of a whole expression; the value is left in the accumulator.
    pub(crate) fn expression(&mut self, root: &Node) {
        self.needs.scan(root);
        self.node(root);
        if let (Kind::Step { prefix: true, .. }, Some(old)) =
            (&root.kind, self.locals.checked_sub(1))
        {
            self.op(Op::Narrow(old), root);
        }
    }

    /// A literal part of a composed template.
    pub(crate) fn literal(&mut self, text: &str) {
        let text = self.constant(Owned::from(text));
        self.push(Op::Append(text), Place::default());
    }

    /// Appends the value of the expression before to the composed text.
    pub(crate) fn append_value(&mut self, root: &Node) {
        self.op(Op::AppendValue, root);
    }

    pub(crate) fn composed(&mut self) {
        self.push(Op::Composed, Place::default());
    }

    pub(crate) fn finish(self) -> Program {
        Program {
            ops: self.ops,
            places: self.places,
            constants: self.constants,
            names: self.names.into(),
            sites: self.sites.into(),
            fields: Vec::new(),
            attributes: Vec::new(),
            sets: Vec::new(),
            folds: Vec::new(),
            headers: Vec::new(),
            params: Vec::new(),
            arrays: self.arrays.into(),
            patterns: self.patterns,
            likes: Vec::new(),
            failures: self.failures.into(),
            needs: self.needs,
            assigns: self.assigns,
            writes: self.writes,
            locals: self.locals,
            kept: 0,
            looks: None,
            composes: false,
            text_capacity: 0,
        }
    }

    fn node(&mut self, node: &Node) {
        if let Some(constant) = constant::of(node) {
            return self.load(constant, node);
        }
        match &node.kind {
            Kind::List(items) => self.list(items, node),
            Kind::Map(entries) => self.map(entries, node),
            Kind::Variable(name) => self.variable(name, node),
            Kind::Chain(nodes) => self.chain(nodes),
            Kind::TypeRef { name, dims } => self.type_ref(name, *dims, node),
            Kind::New { name, args } => self.construct(name, args, node),
            Kind::NewArray { name, dims, init } => self.array(name, dims, init.as_deref(), node),
            Kind::Bean { name, .. } => {
                let message = format!("there are no beans here, so `{name}` cannot be found");
                self.fail(Fault::el(Code::NO_BEANS, message), node);
            }
            Kind::Unary { op, operand } => self.unary(*op, operand, node),
            Kind::Step {
                op,
                prefix,
                operand,
            } => self.step(*op == StepOp::Decrement, *prefix, operand, node),
            Kind::Binary { .. } => self.binary(node),
            Kind::Ternary {
                condition,
                then,
                other,
            } => self.ternary(condition, then, other),
            Kind::Elvis { value, other } => {
                self.node(value);
                let present = self.jump(Op::JumpIfPresent(0), node);
                self.node(other);
                self.land(present);
            }
            Kind::Assign { target, value } => self.assign(target, value, node),
            _ => {
                self.target(self.active, node);
                self.part(node, false);
            }
        }
    }

    #[allow(clippy::boxed_local)]
    fn fail(&mut self, fault: Box<Fault>, node: &Node) {
        let (code, exception) = match fault.family {
            Family::El(code) => (Some(code), None),
            Family::Java(class) => (None, Some(class)),
            Family::Invocation => (None, None),
        };
        self.failures.push(Failure {
            code,
            exception,
            message: fault.message.into(),
        });
        let at = self.failures.len() as u32 - 1;
        self.op(Op::Fail(at), node);
    }

    /// Sets the position that errors from here report, unless an enclosing construct has set one; gives the outer setting.
    fn force(&mut self, at: u32) -> Option<u32> {
        let outer = self.forced;
        self.forced.get_or_insert(at);
        outer
    }

    fn op(&mut self, op: Op, node: &Node) {
        self.push(
            op,
            Place {
                at: node.at,
                forced: self.forced,
                span: node.span,
            },
        );
    }

    fn push(&mut self, op: Op, place: Place) {
        self.ops.push(op);
        self.places.push(place);
    }

    /// Emits a jump whose goal is not known yet.
    fn jump(&mut self, op: Op, node: &Node) -> usize {
        self.op(op, node);
        self.ops.len() - 1
    }

    /// Lets a jump land here.
    fn land(&mut self, jump: usize) {
        let here = self.ops.len() as u32;
        self.ops[jump].set_goal(here);
    }

    /// Keeps the accumulator in a new local.
    fn local(&mut self, node: &Node) -> u16 {
        self.op(Op::SetLocal(self.locals), node);
        self.locals += 1;
        self.locals - 1
    }

    fn constant(&mut self, value: Owned) -> u32 {
        self.constants.push(value);
        self.constants.len() as u32 - 1
    }

    fn name(&mut self, name: &str) -> u32 {
        let known = self.names.iter().position(|known| **known == *name);
        known.unwrap_or_else(|| {
            self.names.push(name.into());
            self.names.len() - 1
        }) as u32
    }

    fn site(&mut self, name: &str, argc: usize, safe: bool) -> u32 {
        self.sites.push(Site {
            name: name.into(),
            argc: argc as u16,
            safe,
            resolved: OnceLock::new(),
            query: Query::default(),
        });
        self.sites.len() as u32 - 1
    }
}
