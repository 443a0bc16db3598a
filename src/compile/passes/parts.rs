//! What a composed text is known to have is put together when compiling, and its memory is asked for once.

use super::rewrite::{Replacement, rewrite};
use super::{Grounds, Pass};
use crate::value::{Arena, Owned, convert};
use crate::vm::op::{Field, Op};
use crate::vm::program::Program;

pub(super) const PASS: Pass = Pass {
    name: "parts",
    change: [
        "append 'a'; const 1; append_value; append 'b'; composed",
        "append 'a1b'; composed, room for 3 bytes",
    ],
    legal: "a constant has the same text each time, and nothing is evaluated between parts that stand side by side",
    run,
};

/// Longest part that is put together of several.
const LONGEST: usize = 4_096;

/// Bytes that the value of a hole usually has.
const HOLE: usize = 40;

fn run(program: &mut Program, grounds: &Grounds<'_>) {
    if program.ops.last() != Some(&Op::Composed) {
        return;
    }
    let longest = LONGEST.min(grounds.limits.produced_text);
    rewrite(program, |program, at| {
        let (mut run, mut text) = part(program, at)?;
        while let Some((more, next)) = part(program, at + run)
            && text.len() + next.len() <= longest
        {
            run += more;
            text.push_str(&next);
        }
        if run == 1 {
            return None;
        }
        let place = program.places[at];
        let joined = program.constant(Owned::Str(text.into()));
        Some(Replacement {
            run,
            op: Some((Op::Append(joined), place)),
        })
    });
    program.text_capacity = (0..program.ops.len()).map(|at| room(program, at)).sum();
}

/// The text that is appended from there on whatever the context is, and by how many instructions.
fn part(program: &Program, at: usize) -> Option<(usize, String)> {
    let constant = |index: u32| &program.constants[index as usize];
    match *program.ops.get(at..)? {
        [Op::Append(text), ..] => Some((1, constant(text).as_str()?.to_owned())),
        [Op::Const(value), Op::AppendValue, ..] => {
            let arena = Arena::default();
            let text = convert::to_text(constant(value).lend(), &arena).ok()?;
            Some((2, text.unwrap_or_default().to_owned()))
        }
        [Op::Int(value), Op::AppendValue, ..] => Some((2, value.to_string())),
        [Op::Bool(value), Op::AppendValue, ..] => Some((2, value.to_string())),
        _ => None,
    }
}

/// Bytes that an instruction probably appends.
fn room(program: &Program, at: usize) -> usize {
    match program.ops[at] {
        Op::Append(text) => program.constants[text as usize]
            .as_str()
            .map_or(0, str::len),
        Op::AppendValue => match at.checked_sub(1).map(|before| program.ops[before]) {
            Some(Op::Field {
                field: Field::Method | Field::Scheme | Field::Version | Field::Status,
                ..
            }) => 8,
            Some(Op::Field {
                field: Field::Timestamp,
                ..
            }) => 13,
            _ => HOLE,
        },
        _ => 0,
    }
}
