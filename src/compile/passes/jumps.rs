//! Jumps that land on jumps go to the end of the chain at once.

use super::Pass;
use crate::vm::op::Op;
use crate::vm::program::Program;

pub(super) const PASS: Pass = Pass {
    name: "jumps",
    change: ["jump_if_false L … L: jump_if_false M", "jump_if_false M"],
    legal: "the value is the same at both, so what the second jump does is known",
    run: |program, _| run(program),
};

/// A jump that lands on a jump which the same value takes, or does not take, goes on from there at once. Jumps lead
/// forward only, so going from the last to the first settles every chain in one walk.
fn run(program: &mut Program) {
    for at in (0..program.ops.len()).rev() {
        let next = |goal: u32| program.ops.get(goal as usize).copied();
        let goal = match program.ops[at] {
            Op::JumpIfFalse(goal) => match next(goal) {
                Some(Op::JumpIfFalse(further)) => further,
                Some(Op::JumpIfTrue(_) | Op::ToBool) => goal + 1,
                _ => continue,
            },
            Op::JumpIfTrue(goal) => match next(goal) {
                Some(Op::JumpIfTrue(further)) => further,
                Some(Op::JumpIfFalse(_) | Op::ToBool) => goal + 1,
                _ => continue,
            },
            _ => continue,
        };
        program.ops[at].set_goal(goal);
    }
}
