//! Chains and their parts: variables, properties, indexes, methods, functions, loops; literals.

use super::{Emitter, Target, WRITING_PROPERTIES};
use crate::compile::constant;
use crate::functions::Query;
use crate::syntax::ast::{Kind, Node};
use crate::value::Owned;
use crate::vm::op::{LoopKind, Op, Slot};

impl Emitter {
    pub(super) fn chain(&mut self, nodes: &[Node]) {
        let Some((last, rest)) = nodes.split_last() else {
            return;
        };
        self.chain_before_last(rest);
        self.last_part(last);
    }

    pub(super) fn chain_before_last(&mut self, nodes: &[Node]) {
        for (at, node) in nodes.iter().enumerate() {
            let outer = self.force(node.at);
            match at {
                0 => self.node(node),
                _ => self.part(node, true),
            }
            self.forced = outer;
        }
    }

    /// The last part of a chain: the reference reads a property outside the place where it corrects positions, and finds a
    /// function there not to be assignable, whatever it would give.
    pub(super) fn last_part(&mut self, node: &Node) {
        match &node.kind {
            Kind::Property { .. } => self.part(node, true),
            Kind::Function { .. } => self.not_assignable(node),
            _ => {
                let outer = self.force(node.at);
                self.part(node, true);
                self.forced = outer;
            }
        }
    }

    /// A part that works on the value in the accumulator.
    pub(super) fn part(&mut self, node: &Node, in_chain: bool) {
        match &node.kind {
            Kind::Property { name, null_safe } => self.property(name, *null_safe, node),
            Kind::Method {
                name,
                args,
                null_safe,
            } => self.method(name, args, *null_safe, node),
            Kind::Index { index, null_safe } => self.index(index, *null_safe, node),
            Kind::Projection { body, null_safe } => {
                self.each(LoopKind::Project, body, *null_safe, node)
            }
            Kind::Selection {
                which,
                body,
                null_safe,
            } => self.each(LoopKind::Select(*which), body, *null_safe, node),
            Kind::Variable(name) => self.variable_in_chain(name, node),
            Kind::Function { name, args } => self.function(name, args, in_chain, node),
            // No other node follows a dot: the grammar has none.
            _ => self.node(node),
        }
    }

    pub(super) fn property(&mut self, name: &str, safe: bool, node: &Node) {
        self.writes |= WRITING_PROPERTIES.contains(&name);
        let name = self.name(name);
        self.op(Op::Property { safe, name }, node);
    }

    pub(super) fn method(&mut self, name: &str, args: &[Node], safe: bool, node: &Node) {
        self.writes |= name.starts_with("set");
        self.op(Op::Push, node);
        let outer = (self.active, std::mem::replace(&mut self.active, self.scope));
        self.arguments(args);
        self.active = outer.0;
        let site = self.site(name, args.len(), safe);
        self.op(Op::Call(site), node);
    }

    pub(super) fn arguments(&mut self, args: &[Node]) {
        for arg in args {
            self.node(arg);
            self.op(Op::Push, arg);
        }
    }

    pub(super) fn index(&mut self, index: &Node, safe: bool, node: &Node) {
        let skip = safe.then(|| self.jump(Op::JumpIfNull(0), node));
        match &index.kind {
            Kind::Property {
                name,
                null_safe: false,
            } => {
                let name = self.name(name);
                self.op(Op::IndexName(name), node);
            }
            _ => match constant::of(index) {
                Some(constant) if !matches!(constant, Owned::Null) => {
                    let constant = self.constant(constant);
                    self.op(Op::IndexConst(constant), node);
                }
                _ => {
                    self.op(Op::Indexable, node);
                    self.op(Op::Push, node);
                    self.at_root(|emitter| emitter.node(index));
                    self.op(Op::Index, node);
                }
            },
        }
        skip.into_iter().for_each(|skip| self.land(skip));
    }

    /// Inside brackets of an index, `#this` and bare names mean the root object.
    pub(super) fn at_root(&mut self, body: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.active, Target::Root);
        body(self);
        self.active = outer;
    }

    pub(super) fn each(&mut self, kind: LoopKind, body: &Node, safe: bool, node: &Node) {
        let start = self.jump(
            Op::Loop {
                kind,
                safe,
                exit: 0,
            },
            node,
        );
        let element = Target::Element(self.depth);
        let outer = (
            std::mem::replace(&mut self.active, element),
            std::mem::replace(&mut self.scope, element),
        );
        self.depth += 1;
        self.node(body);
        self.depth -= 1;
        (self.active, self.scope) = outer;
        self.op(Op::Next(start as u32 + 1), node);
        self.land(start);
    }

    pub(super) fn function(&mut self, name: &str, args: &[Node], in_chain: bool, node: &Node) {
        let outer = (self.active, self.forced);
        if in_chain {
            let local = self.local(node);
            self.active = Target::Local(local);
        }
        let variable = self.name(name);
        self.op(Op::Callable(variable), node);
        // An error of the look-up keeps its own position; everything after is reported at the hash.
        self.force(node.at);
        self.arguments(args);
        let site = self.site(name, args.len(), false);
        if let Some(Kind::Str(path)) = args.get(1).map(|arg| &arg.kind) {
            self.sites[site as usize].query = Query::of(name, path);
        }
        self.op(Op::Function(site), node);
        (self.active, self.forced) = outer;
    }

    pub(super) fn variable(&mut self, name: &str, node: &Node) {
        match name {
            "this" => self.target(self.active, node),
            "root" => self.op(Op::Null, node),
            _ => self.load_variable(name, node),
        }
    }

    /// `a.#this` is the value of `a`; any other variable ignores what stands before it.
    pub(super) fn variable_in_chain(&mut self, name: &str, node: &Node) {
        if name != "this" {
            self.variable(name, node);
        }
    }

    pub(super) fn load_variable(&mut self, name: &str, node: &Node) {
        let op = match Slot::of(name) {
            Some(slot) => Op::Slot(slot),
            None => Op::Var(self.name(name)),
        };
        self.op(op, node);
    }

    pub(super) fn target(&mut self, target: Target, node: &Node) {
        let op = match target {
            Target::Root => Op::Null,
            Target::Element(depth) => Op::Element(depth),
            Target::Local(local) => Op::Local(local),
        };
        self.op(op, node);
    }

    pub(super) fn load(&mut self, constant: Owned, node: &Node) {
        let op = match constant {
            Owned::Null => Op::Null,
            Owned::Bool(value) => Op::Bool(value),
            Owned::Int(value) => Op::Int(value),
            other => Op::Const(self.constant(other)),
        };
        self.op(op, node);
    }

    pub(super) fn list(&mut self, items: &[Node], node: &Node) {
        self.arguments(items);
        self.op(Op::List(items.len() as u32), node);
    }

    pub(super) fn map(&mut self, entries: &[(Node, Node)], node: &Node) {
        for (key, value) in entries {
            match &key.kind {
                Kind::Property {
                    name,
                    null_safe: false,
                } => self.load(Owned::from(&**name), key),
                _ => self.node(key),
            }
            self.op(Op::Push, key);
            self.node(value);
            self.op(Op::Push, value);
        }
        self.op(Op::Map(entries.len() as u32), node);
    }
}
