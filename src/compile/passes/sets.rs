//! A path that is compared with one text after the other is read once and looked up in the set of them.

use super::Pass;
use super::rewrite::{Replacement, rewrite};
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
    run,
};

/// Longest path that is looked for again.
const LONGEST_PATH: usize = 8;

fn run(program: &mut Program) {
    if program.assigns || program.writes {
        return;
    }
    rewrite(program, |program, at| {
        let Op::EqConst { negate, .. } = program.ops[at] else {
            return None;
        };
        let first = text(program, at)?;
        let path = (1..=LONGEST_PATH.min(at)).find(|len| is_start(program.ops[at - len]))?;
        if !(at - path + 1..at).all(|at| is_step(program.ops[at])) {
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

/// Whether an instruction starts a path that only reads what the host lends.
fn is_start(op: Op) -> bool {
    matches!(
        op,
        Op::Field { .. } | Op::HeaderFirst(_) | Op::ParamFirst(_) | Op::Attribute(_) | Op::Slot(_)
    )
}

/// Whether an instruction goes on along a path.
fn is_step(op: Op) -> bool {
    matches!(
        op,
        Op::Property { .. } | Op::IndexConst(_) | Op::IndexName(_)
    )
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
    let same = (0..len).all(|step| same_step(program, path + step, again + step));
    match program.ops.get(again + len)? {
        Op::EqConst { negate: other, .. } if same && *other == negate => {
            Some((goal, text(program, again + len)?))
        }
        _ => None,
    }
}

/// Whether two instructions of paths read the same.
fn same_step(program: &Program, a: usize, b: usize) -> bool {
    let Some(other) = program.ops.get(b) else {
        return false;
    };
    let constant = |index: u32| match &program.constants[index as usize] {
        Owned::Str(text) => Some(&**text),
        _ => None,
    };
    match (program.ops[a], *other) {
        (Op::HeaderFirst(a), Op::HeaderFirst(b)) => {
            let (a, b) = (&program.headers[a as usize], &program.headers[b as usize]);
            (a.slot, a.dotted) == (b.slot, b.dotted) && a.key == b.key
        }
        (Op::ParamFirst(a), Op::ParamFirst(b)) => {
            let (a, b) = (&program.params[a as usize], &program.params[b as usize]);
            (&a.name, a.path, a.dotted) == (&b.name, b.path, b.dotted)
        }
        (Op::Attribute(a), Op::Attribute(b)) => {
            let (a, b) = (
                &program.attributes[a as usize],
                &program.attributes[b as usize],
            );
            (&a.name, a.dotted) == (&b.name, b.dotted)
        }
        (
            Op::Property { safe, name },
            Op::Property {
                safe: other_safe,
                name: other,
            },
        ) => safe == other_safe && program.names[name as usize] == program.names[other as usize],
        (Op::IndexConst(a), Op::IndexConst(b)) => {
            constant(a).is_some() && constant(a) == constant(b)
        }
        (a, b) => a == b,
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
