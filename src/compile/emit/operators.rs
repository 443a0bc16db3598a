//! Operators, conditions and `matches`.

use super::Emitter;
use crate::compile::constant;
use crate::syntax::ast::{BinaryOp, Kind, Node, UnaryOp};
use crate::value::Owned;
use crate::vm::op::Op;
use crate::vm::program::PatternSite;

impl Emitter {
    pub(super) fn unary(&mut self, op: UnaryOp, operand: &Node, node: &Node) {
        let outer = self.forced;
        if op == UnaryOp::Not {
            self.force(operand.at);
        }
        self.node(operand);
        if op == UnaryOp::Not {
            self.op(Op::ToBool, operand);
        }
        self.op(Op::Unary(op), node);
        self.forced = outer;
    }

    /// A chain of binary operators leans to the left: the innermost left operand first, then outwards.
    pub(super) fn binary(&mut self, node: &Node) {
        let outer = self.forced;
        let mut spine = Vec::new();
        let mut next = node;
        while let Kind::Binary { op, left, right } = &next.kind
            && constant::of(next).is_none()
        {
            spine.push((next, *op, &**left, &**right, self.forced));
            if matches!(op, BinaryOp::And | BinaryOp::Or) {
                self.force(left.at);
            }
            next = left;
        }
        self.node(next);
        while let Some((node, op, left, right, forced)) = spine.pop() {
            self.operator(node, op, left, right, forced);
        }
        self.forced = outer;
    }

    /// The rest of a binary operator whose left operand is in the accumulator. `forced` is what holds around it.
    pub(super) fn operator(
        &mut self,
        node: &Node,
        op: BinaryOp,
        left: &Node,
        right: &Node,
        forced: Option<u32>,
    ) {
        match op {
            BinaryOp::And | BinaryOp::Or => {
                self.op(Op::ToBool, left);
                let short = if op == BinaryOp::And {
                    Op::JumpIfFalse(0)
                } else {
                    Op::JumpIfTrue(0)
                };
                let short = self.jump(short, node);
                self.forced = forced.or(Some(right.at));
                self.node(right);
                self.op(Op::ToBool, right);
                self.land(short);
            }
            BinaryOp::Matches => self.matches(left, right, forced),
            _ => {
                self.forced = forced;
                self.op(Op::Push, left);
                self.node(right);
                if op == BinaryOp::Between {
                    self.op(Op::Bounds, right);
                    self.forced = forced.or(Some(node.at));
                }
                // `instanceof` blames its right side, the other operators themselves.
                self.op(
                    Op::Binary(op),
                    if op == BinaryOp::InstanceOf {
                        right
                    } else {
                        node
                    },
                );
            }
        }
        self.forced = forced;
    }

    pub(super) fn matches(&mut self, left: &Node, right: &Node, forced: Option<u32>) {
        self.forced = forced;
        self.op(Op::MatchesLeft, left);
        if let Some(Owned::Str(text)) = constant::of(right) {
            self.patterns.push(PatternSite::new(text));
            let site = self.patterns.len() as u32 - 1;
            return self.op(Op::MatchesConst(site), right);
        }
        self.op(Op::Push, left);
        self.node(right);
        self.op(Op::Binary(BinaryOp::Matches), right);
    }

    pub(super) fn ternary(&mut self, condition: &Node, then: &Node, other: &Node) {
        self.node(condition);
        self.op(Op::ToBool, condition);
        let no = self.jump(Op::JumpIfFalse(0), condition);
        self.node(then);
        let end = self.jump(Op::Jump(0), then);
        self.land(no);
        self.node(other);
        self.land(end);
    }
}
