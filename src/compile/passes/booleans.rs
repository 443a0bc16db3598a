//! What is a Boolean needs no conversion to one.

use super::Pass;
use super::rewrite::{Replacement, rewrite};
use crate::syntax::ast::{BinaryOp, UnaryOp};
use crate::vm::op::Op;
use crate::vm::program::Program;

pub(super) const PASS: Pass = Pass {
    name: "booleans",
    change: ["eq_const 'x'; to_bool", "eq_const 'x'"],
    legal: "the instruction before gives a Boolean or fails",
    run: |program, _| run(program),
};

fn run(program: &mut Program) {
    rewrite(program, |program, at| {
        let gives_boolean = at > 0 && is_boolean(program.ops[at - 1]);
        let landed_on = |op: &Op| {
            op.goal() == Some(at as u32) && !matches!(op, Op::JumpIfFalse(_) | Op::JumpIfTrue(_))
        };
        let removable =
            program.ops[at] == Op::ToBool && gives_boolean && !program.ops.iter().any(landed_on);
        removable.then_some(Replacement { run: 1, op: None })
    });
}

/// Whether an instruction leaves a Boolean whenever it succeeds.
fn is_boolean(op: Op) -> bool {
    use BinaryOp::{Between, Eq, Ge, Gt, InstanceOf, Le, Lt, Matches, Ne};
    match op {
        Op::EqConst { .. }
        | Op::MatchesConst(_)
        | Op::Bool(_)
        | Op::ToBool
        | Op::Unary(UnaryOp::Not) => true,
        Op::Binary(op) => matches!(
            op,
            Eq | Ne | Lt | Le | Gt | Ge | Between | InstanceOf | Matches
        ),
        _ => false,
    }
}
