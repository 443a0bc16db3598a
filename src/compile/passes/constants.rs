//! Comparisons with a constant need no stack.

use super::Pass;
use super::rewrite::{Replacement, rewrite};
use crate::syntax::ast::BinaryOp;
use crate::value::Owned;
use crate::vm::op::Op;
use crate::vm::program::Program;

pub(super) const PASS: Pass = Pass {
    name: "constants",
    change: ["push; const 'x'; binary ==", "eq_const 'x'"],
    legal: "loading a constant cannot fail, so nobody sees that it happens later",
    run: |program, _| run(program),
};

fn run(program: &mut Program) {
    rewrite(program, |program, at| {
        let [
            Op::Push,
            load,
            Op::Binary(op @ (BinaryOp::Eq | BinaryOp::Ne)),
        ] = *program.ops.get(at..at + 3)?
        else {
            return None;
        };
        let constant = match load {
            Op::Const(constant) => constant,
            Op::Null => program.constant(Owned::Null),
            Op::Bool(value) => program.constant(Owned::Bool(value)),
            Op::Int(value) => program.constant(Owned::Int(value)),
            _ => return None,
        };
        let op = Op::EqConst {
            negate: op == BinaryOp::Ne,
            constant,
        };
        Some(Replacement {
            run: 3,
            op: Some((op, program.places[at + 2])),
        })
    });
}
