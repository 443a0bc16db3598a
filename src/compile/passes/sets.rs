//! A path that is compared with one text after the other is read once and looked up in the set of them.

use super::Pass;
use super::path::{common, is_start, is_step};
use super::rewrite::{Replacement, landings, rewrite};
use crate::value::Owned;
use crate::vm::op::Op;
use crate::vm::program::{Program, SetSite};

pub(super) const PASS: Pass = Pass {
    name: "sets",
    change: [
        "field request.path; eq_const 'a'; jump_if_true L; field request.path; eq_const 'b'; L:",
        "field request.path; in_set 'a' 'b'; L:",
    ],
    legal: "reading the path again gives the same value and cannot fail where it did not fail the first time; a value \
            that is no text is compared with each text in turn",
    run: |program, _| run(program),
};

/// Longest path that is looked for again.
const LONGEST_PATH: usize = 8;

fn run(program: &mut Program) {
    if program.assigns || program.writes {
        return;
    }
    let landings = landings(program);
    rewrite(program, |program, at| {
        let Op::EqConst { negate, .. } = program.ops[at] else {
            return None;
        };
        let first = text(program, at)?;
        let path = (1..=LONGEST_PATH.min(at)).find(|len| is_start(program.ops[at - len]))?;
        if !(at - path + 1..at).all(|at| is_step(program.ops[at])) {
            return None;
        }
        // What is compared may come from elsewhere then.
        if landings[at - path + 1..=at].contains(&true) {
            return None;
        }
        let mut texts = vec![first];
        let mut last = at;
        while let Some((goal, text)) = another(program, at - path, path, last, negate) {
            let next = last + path + 2;
            if !leads_behind(program, goal, next) {
                break;
            }
            texts.push(text);
            last = next;
        }
        if texts.len() < 2 {
            return None;
        }
        texts.sort_unstable_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        texts.dedup();
        program.sets.push(SetSite {
            sorted: texts.into(),
        });
        let site = program.sets.len() as u32 - 1;
        Some(Replacement {
            run: last - at + 1,
            op: Some((Op::InSet { negate, site }, program.places[at])),
        })
    });
}

/// The constant text of a comparison.
fn text(program: &Program, at: usize) -> Option<Box<str>> {
    match program.ops.get(at)? {
        Op::EqConst { constant, .. } => match &program.constants[*constant as usize] {
            Owned::Str(text) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// The jump behind a comparison and the text with which the same path is compared next.
fn another(
    program: &Program,
    path: usize,
    len: usize,
    last: usize,
    negate: bool,
) -> Option<(u32, Box<str>)> {
    let goal = match (program.ops.get(last + 1)?, negate) {
        (Op::JumpIfTrue(goal), false) | (Op::JumpIfFalse(goal), true) => *goal,
        _ => return None,
    };
    let again = last + 2;
    let same = common(program, path, again, len) == len;
    match program.ops.get(again + len)? {
        Op::EqConst { negate: other, .. } if same && *other == negate => {
            Some((goal, text(program, again + len)?))
        }
        _ => None,
    }
}

/// Whether a jump goes where the program goes on behind the comparison at `last`, when that decides the same way.
fn leads_behind(program: &Program, goal: u32, last: usize) -> bool {
    let behind = last as u32 + 1;
    match program.ops.get(last + 1) {
        _ if goal == behind => true,
        Some(Op::JumpIfTrue(other) | Op::JumpIfFalse(other)) if goal == *other => true,
        Some(Op::JumpIfTrue(_) | Op::JumpIfFalse(_) | Op::ToBool) => goal == behind + 1,
        _ => false,
    }
}
