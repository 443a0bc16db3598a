//! Replacing runs of instructions by shorter ones, with jumps kept right.

use crate::vm::op::Op;
use crate::vm::program::{Place, Program};

/// What a pass puts in the place of a run of instructions.
pub(super) struct Replacement {
    /// How many instructions it replaces, at least one.
    pub(super) run: usize,
    /// The instruction that stands for them; `None` when they only go away.
    pub(super) op: Option<(Op, Place)>,
}

/// Walks over a program once and lets `pass` replace the run that starts at each instruction. A run into which some
/// jump lands (other than at its start) is left alone, since it does not always run as a whole.
pub(super) fn rewrite(
    program: &mut Program,
    mut pass: impl FnMut(&mut Program, usize) -> Option<Replacement>,
) {
    let goals = goals(program);
    let (mut ops, mut places) = (
        Vec::with_capacity(program.ops.len()),
        Vec::with_capacity(program.ops.len()),
    );
    let mut moved = vec![0_u32; program.ops.len() + 1];
    let mut at = 0;
    while at < program.ops.len() {
        let here = ops.len() as u32;
        let replacement = pass(program, at).filter(|r| !goals[at + 1..at + r.run].contains(&true));
        let run = replacement
            .as_ref()
            .map_or(1, |replacement| replacement.run);
        moved[at..at + run].fill(here);
        match replacement {
            Some(Replacement {
                op: Some((op, place)),
                ..
            }) => {
                ops.push(op);
                places.push(place);
            }
            Some(_) => {}
            None => {
                ops.push(program.ops[at]);
                places.push(program.places[at]);
            }
        }
        at += run;
    }
    moved[at] = ops.len() as u32;
    for op in &mut ops {
        if let Some(goal) = op.goal() {
            op.set_goal(moved[goal as usize]);
        }
    }
    program.ops = ops.into();
    program.places = places.into();
}

/// Which instructions a jump lands on.
fn goals(program: &Program) -> Vec<bool> {
    let mut goals = vec![false; program.ops.len() + 1];
    program
        .ops
        .iter()
        .filter_map(|op| op.goal())
        .for_each(|goal| goals[goal as usize] = true);
    goals
}
