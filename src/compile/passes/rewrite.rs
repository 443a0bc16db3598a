//! Replacing runs of instructions by shorter ones, with jumps kept right.

use crate::vm::op::Op;
use crate::vm::program::{Place, Program};
use smallvec::SmallVec;

/// What a pass puts in the place of a run of instructions.
#[derive(Clone, Copy)]
pub(super) struct Replacement {
    /// How many instructions it replaces, at least one.
    pub(super) run: usize,
    /// The instruction that stands for them; `None` when they only go away.
    pub(super) op: Option<(Op, Place)>,
}

/// Walks over a program once and lets `pass` replace the run that starts at each instruction. A run into which some
/// jump lands (other than at its start) is left alone, since it does not always run as a whole.
///
/// Most passes find nothing in most programs; then nothing is copied either.
pub(super) fn rewrite(
    program: &mut Program,
    mut pass: impl FnMut(&mut Program, usize) -> Option<Replacement>,
) {
    let mut rewritten: Option<Rewritten> = None;
    let mut entries: Option<Landings> = None;
    let mut at = 0;
    while at < program.ops.len() {
        let replacement = pass(program, at).filter(|found| {
            let entries = entries.get_or_insert_with(|| landings(program));
            !entries[at + 1..at + found.run].contains(&true)
        });
        let run = replacement.as_ref().map_or(1, |found| found.run);
        match (replacement, &mut rewritten) {
            (Some(found), rewritten) => {
                let rewritten = rewritten.get_or_insert_with(|| Rewritten::up_to(program, at));
                rewritten.replace(found);
            }
            (None, Some(rewritten)) => rewritten.keep(program, at),
            (None, None) => {}
        }
        at += run;
    }
    if let Some(rewritten) = rewritten {
        rewritten.finish(program);
    }
}

/// The name by which an instruction reads a map, and whether it is written as property (`map.name`) instead of as index.
pub(super) fn constant_key(program: &Program, op: Op) -> Option<(Box<str>, bool)> {
    match op {
        Op::IndexConst(key) => Some((program.constants[key as usize].as_str()?.into(), false)),
        Op::Property { safe: false, name } => Some((program.names[name as usize].clone(), true)),
        _ => None,
    }
}

/// Whether a jump lands there, for each instruction and for the end; most programs are short.
pub(super) type Landings = SmallVec<[bool; 64]>;

pub(super) fn landings(program: &Program) -> Landings {
    let mut landings = Landings::from_elem(false, program.ops.len() + 1);
    for goal in program.ops.iter().filter_map(|op| op.goal()) {
        landings[goal as usize] = true;
    }
    landings
}

/// The instructions of a program while it is rewritten.
struct Rewritten {
    ops: Vec<Op>,
    places: Vec<Place>,
    /// Where each instruction of the old program is in the new one.
    moved: Vec<u32>,
}

impl Rewritten {
    fn up_to(program: &Program, at: usize) -> Self {
        let all = program.ops.len();
        let mut rewritten = Rewritten {
            ops: Vec::with_capacity(all),
            places: Vec::with_capacity(all),
            moved: Vec::with_capacity(all + 1),
        };
        rewritten.ops.extend_from_slice(&program.ops[..at]);
        rewritten.places.extend_from_slice(&program.places[..at]);
        rewritten.moved.extend(0..at as u32);
        rewritten
    }

    fn replace(&mut self, found: Replacement) {
        let here = self.ops.len() as u32;
        self.moved.extend(std::iter::repeat_n(here, found.run));
        if let Some((op, place)) = found.op {
            self.ops.push(op);
            self.places.push(place);
        }
    }

    fn keep(&mut self, program: &Program, at: usize) {
        self.moved.push(self.ops.len() as u32);
        self.ops.push(program.ops[at]);
        self.places.push(program.places[at]);
    }

    fn finish(self, program: &mut Program) {
        let end = self.ops.len() as u32;
        self.finish_at(program, end);
    }

    /// Lets jumps to the end of the old program go to `end`.
    fn finish_at(mut self, program: &mut Program, end: u32) {
        self.moved.push(end);
        for op in &mut self.ops {
            if let Some(goal) = op.goal() {
                op.set_goal(self.moved[goal as usize]);
            }
        }
        program.ops = self.ops;
        program.places = self.places;
    }
}

/// An instruction that a pass puts before another one.
pub(super) struct Insertion {
    /// The instruction before which it comes.
    pub(super) at: usize,
    pub(super) op: Op,
    /// Whether jumps to that instruction land on this one.
    pub(super) lands_before: bool,
}

/// Puts instructions between those of a program. They are sorted by where they come, those that jumps pass over first;
/// goals of inserted jumps are given as in the old program.
pub(super) fn insert(program: &mut Program, insertions: &[Insertion]) {
    let mut rewritten = Rewritten::up_to(program, 0);
    let mut pending = insertions.iter().peekable();
    for at in 0..=program.ops.len() {
        let place = program.places.get(at).copied().unwrap_or_default();
        let mut put = |rewritten: &mut Rewritten, lands_before: bool| {
            while let Some(next) =
                pending.next_if(|next| next.at == at && next.lands_before == lands_before)
            {
                rewritten.ops.push(next.op);
                rewritten.places.push(place);
            }
        };
        put(&mut rewritten, false);
        let landing = rewritten.ops.len() as u32;
        put(&mut rewritten, true);
        if at < program.ops.len() {
            rewritten.keep(program, at);
            rewritten.moved[at] = landing;
        } else {
            rewritten.finish_at(program, landing);
            return;
        }
    }
}
