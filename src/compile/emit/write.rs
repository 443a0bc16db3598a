//! Assignments and steps (specification §7.6).

use super::Emitter;
use crate::diagnostic::Code;
use crate::syntax::ast::{Kind, Node};
use crate::syntax::print;
use crate::value::Owned;
use crate::value::fault::Fault;
use crate::vm::op::Op;

impl Emitter {
    pub(super) fn assign(&mut self, target: &Node, value: &Node, _node: &Node) {
        self.node(value);
        match &target.kind {
            Kind::Variable(name) => self.set_variable(name, target),
            Kind::Chain(nodes) => self.assign_part(nodes, target),
            Kind::Property { .. } | Kind::Index { .. } => {
                self.assign_part(std::slice::from_ref(target), target)
            }
            Kind::Projection { .. } | Kind::Selection { .. } => self.not_assignable(target),
            _ => {
                let text = print::canonical(target);
                let message = format!("`{text}` cannot stand on the left of `=`");
                self.fail(Fault::el(Code::NOT_A_TARGET, message), target);
            }
        }
    }

    pub(super) fn set_variable(&mut self, name: &str, node: &Node) {
        if !["this", "root"].contains(&name) {
            self.assigns = true;
            let name = self.name(name);
            self.op(Op::SetVar(name), node);
        }
    }

    /// Writes the accumulator through the last part of a chain.
    pub(super) fn assign_part(&mut self, nodes: &[Node], target: &Node) {
        let Some((last, rest)) = nodes.split_last() else {
            return;
        };
        self.op(Op::Push, target);
        match rest {
            [] => self.target(self.active, target),
            _ => self.chain_before_last(rest),
        }
        match &last.kind {
            Kind::Index { index, null_safe } => self.set_index(index, *null_safe, last),
            Kind::Property { name, null_safe } => {
                let name = self.name(name);
                self.op(
                    Op::SetProperty {
                        safe: *null_safe,
                        name,
                    },
                    last,
                );
            }
            Kind::Variable(name) => {
                self.op(Op::Pop, last);
                self.set_variable(name, last);
            }
            Kind::Method { .. } => {
                self.result_not_assignable(last);
            }
            _ => self.not_assignable(last),
        }
    }

    pub(super) fn set_index(&mut self, index: &Node, safe: bool, node: &Node) {
        self.writes = true;
        let outer = self.force(node.at);
        let null = safe.then(|| self.jump(Op::JumpIfNull(0), node));
        self.op(Op::Indexable, node);
        self.op(Op::Push, node);
        self.index_key(index);
        self.forced = outer;
        self.op(Op::SetIndex, node);
        if let Some(null) = null {
            let end = self.jump(Op::Jump(0), node);
            self.land(null);
            // The reference has no place for this one.
            let mut nowhere = node.clone();
            nowhere.at = 0;
            self.not_assignable(&nowhere);
            self.land(end);
        }
        self.forced = outer;
    }

    pub(super) fn index_key(&mut self, index: &Node) {
        match &index.kind {
            Kind::Property {
                name,
                null_safe: false,
            } => self.load(Owned::from(&**name), index),
            _ => self.at_root(|emitter| emitter.node(index)),
        }
    }

    /// `x++`: read, compute, write, with target and index evaluated once.
    pub(super) fn step(&mut self, decrement: bool, prefix: bool, operand: &Node, node: &Node) {
        let op = Op::Step { decrement };
        match &operand.kind {
            Kind::Variable(name) => {
                self.node(operand);
                let old = self.local(operand);
                self.op(op, operand);
                self.set_variable(name, operand);
                self.stepped(prefix, old, node);
            }
            Kind::Chain(nodes) => self.step_chain(op, prefix, nodes, operand, node),
            Kind::Property { .. } | Kind::Index { .. } | Kind::Method { .. } => {
                self.step_chain(op, prefix, std::slice::from_ref(operand), operand, node);
            }
            _ => self.not_assignable(operand),
        }
    }

    pub(super) fn step_chain(
        &mut self,
        op: Op,
        prefix: bool,
        nodes: &[Node],
        operand: &Node,
        node: &Node,
    ) {
        let Some((last, rest)) = nodes.split_last() else {
            return;
        };
        match rest {
            [] => self.target(self.active, operand),
            _ => self.chain_before_last(rest),
        }
        match &last.kind {
            Kind::Index { index, .. } => self.step_index(op, prefix, index, last, (operand, node)),
            Kind::Property { name, .. } => {
                let target = self.local(last);
                self.part(last, true);
                let old = self.local(last);
                self.op(op, operand);
                self.op(Op::Push, last);
                self.op(Op::Local(target), last);
                let name = self.name(name);
                self.op(Op::SetProperty { safe: false, name }, last);
                self.stepped(prefix, old, node);
            }
            Kind::Method { .. } => {
                self.result_not_assignable(last);
            }
            Kind::Function { .. } => self.not_assignable(last),
            _ => {
                self.last_part(last);
                self.op(op, operand);
                self.not_assignable(operand);
            }
        }
    }

    pub(super) fn step_index(
        &mut self,
        op: Op,
        prefix: bool,
        index: &Node,
        last: &Node,
        (operand, node): (&Node, &Node),
    ) {
        self.writes = true;
        let outer = self.force(last.at);
        self.op(Op::Indexable, last);
        let target = self.local(last);
        self.index_key(index);
        let key = self.local(last);
        self.op(Op::Local(target), last);
        self.op(Op::Push, last);
        self.op(Op::Local(key), last);
        self.op(Op::Index, last);
        self.forced = outer;
        let old = self.local(last);
        self.op(op, operand);
        self.op(Op::Push, last);
        self.op(Op::Local(target), last);
        self.op(Op::Push, last);
        self.op(Op::Local(key), last);
        self.op(Op::SetIndex, last);
        self.stepped(prefix, old, node);
    }

    /// A prefix step gives the new value, a postfix step the old one. The old value is always in the last local, where
    /// the check of a narrow result looks for it.
    pub(super) fn stepped(&mut self, prefix: bool, old: u16, node: &Node) {
        if prefix {
            self.op(Op::Push, node);
            self.op(Op::Local(old), node);
            self.op(Op::SetLocal(self.locals), node);
            self.locals += 1;
            self.op(Op::Pop, node);
        } else {
            self.op(Op::Local(old), node);
        }
    }

    /// A method is called before the reference finds that its result is no place for a value.
    fn result_not_assignable(&mut self, call: &Node) {
        self.part(call, true);
        let message = "the result of a call cannot be assigned";
        self.fail(Fault::java("IllegalAccessError", message), call);
    }

    pub(super) fn not_assignable(&mut self, node: &Node) {
        let message = format!("`{}` cannot be assigned", print::canonical(node));
        self.fail(Fault::el(Code::NOT_ASSIGNABLE, message), node);
    }
}
