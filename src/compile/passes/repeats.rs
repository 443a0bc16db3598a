//! A path that a program reads more than once is read once.
//!
//! The first read keeps what it found. The next one takes it, if it was kept: with short circuits the first read may not
//! have run, and a value that the evaluation made anew (a list, a date) is another object each time in Java, so it is not
//! kept. Paths that start alike share their start.

use super::Pass;
use super::path::{common, is_start, is_step};
use super::rewrite::{Insertion, insert, landings};
use crate::functions::NAMES;
use crate::vm::op::{KEPT, Op};
use crate::vm::program::Program;

pub(super) const PASS: Pass = Pass {
    name: "repeats",
    change: [
        "attribute 'x'; eq_const 1; …; attribute 'x'; eq_const 2",
        "attribute 'x'; keep 0; eq_const 1; …; again 0 → L; attribute 'x'; L: eq_const 2",
    ],
    legal: "nothing in the program changes what a path reads, and where the first read failed there is no second one; \
            kept are texts, numbers and what the host lends, which are the same each time",
    run: |program, _| run(program),
};

/// Methods that change nothing, whatever has them.
const READING: [&str; 22] = [
    "charAt",
    "contains",
    "containsKey",
    "containsValue",
    "endsWith",
    "equals",
    "equalsIgnoreCase",
    "getFirst",
    "indexOf",
    "isBlank",
    "isEmpty",
    "lastIndexOf",
    "length",
    "matches",
    "size",
    "split",
    "startsWith",
    "substring",
    "toLowerCase",
    "toString",
    "toUpperCase",
    "trim",
];

/// So many different paths are looked at; programs with more are rare, and comparing all with all takes time.
const DISTINCT: usize = 24;

/// A path where it is read first.
struct First {
    at: usize,
    len: usize,
    /// The start that is kept, and where.
    kept: Option<(usize, u16)>,
}

/// A later read of a kept start.
struct Again {
    at: usize,
    len: usize,
    slot: u16,
}

fn run(program: &mut Program) {
    if program.assigns || program.writes {
        return;
    }
    let landings = landings(program);
    let mut firsts: Vec<First> = Vec::new();
    let mut agains: Vec<Again> = Vec::new();
    let mut slots = 0;
    let mut at = 0;
    while at < program.ops.len() {
        let len = path(program, &landings, at);
        if is_worth(program.ops[at], len) {
            match again(program, &mut firsts, at, len, &mut slots) {
                Some(again) => agains.push(again),
                None if firsts.len() < DISTINCT => firsts.push(First {
                    at,
                    len,
                    kept: None,
                }),
                None => {}
            }
        }
        at += len.max(1);
    }
    if !agains.is_empty() && program.sites.iter().all(|site| reads(&site.name)) {
        program.kept = slots;
        insert(program, &insertions(&firsts, &agains));
    }
}

/// Whether a call of that name leaves what paths read as it was. Functions of the language do.
fn reads(name: &str) -> bool {
    READING.contains(&name) || NAMES.contains(&name)
}

/// Length of the path that starts there. It ends where a jump lands, since the value then may come from elsewhere.
fn path(program: &Program, landings: &[bool], at: usize) -> usize {
    if !is_start(program.ops[at]) {
        return 0;
    }
    let steps = program.ops[at + 1..].iter().zip(&landings[at + 1..]);
    1 + steps
        .take_while(|(op, landing)| is_step(**op) && !**landing)
        .count()
}

/// Whether reading the first `len` instructions of a path costs more than taking what was kept.
fn is_worth(op: Op, len: usize) -> bool {
    len > 1
        || matches!(
            op,
            Op::HeaderFirst(_) | Op::ParamFirst(_) | Op::Attribute(_)
        )
}

/// The longest start of a path that was read before.
fn again(
    program: &Program,
    firsts: &mut [First],
    at: usize,
    len: usize,
    slots: &mut u16,
) -> Option<Again> {
    let shared = |first: &First| match (
        common(program, first.at, at, first.len.min(len)),
        first.kept,
    ) {
        (common, Some((kept, _))) if common >= kept => kept,
        (_, Some(_)) => 0,
        (common, None) => common,
    };
    let (len, first) = firsts
        .iter_mut()
        .map(|first| (shared(first), first))
        .max_by_key(|(len, _)| *len)?;
    if len == 0 || !is_worth(program.ops[at], len) {
        return None;
    }
    let slot = match first.kept {
        Some((_, slot)) => slot,
        None if usize::from(*slots) < KEPT => {
            *slots += 1;
            *slots - 1
        }
        None => return None,
    };
    first.kept = Some((len, slot));
    Some(Again { at, len, slot })
}

/// What the reads get around them: each but the last of a path keeps what it read, each but the first asks for it.
fn insertions(firsts: &[First], agains: &[Again]) -> Vec<Insertion> {
    let mut found = Vec::with_capacity(firsts.len() + 2 * agains.len());
    let keep = |at, slot| Insertion {
        at,
        op: Op::Keep(slot),
        lands_before: false,
    };
    for first in firsts {
        if let Some((len, slot)) = first.kept {
            found.push(keep(first.at + len, slot));
        }
    }
    for (number, again) in agains.iter().enumerate() {
        let goal = (again.at + again.len) as u32;
        found.push(Insertion {
            at: again.at,
            op: Op::Again {
                slot: again.slot,
                goal,
            },
            lands_before: true,
        });
        if agains[number + 1..]
            .iter()
            .any(|later| later.slot == again.slot)
        {
            found.push(keep(again.at + again.len, again.slot));
        }
    }
    found.sort_by_key(|insertion| (insertion.at, insertion.lands_before));
    found
}
