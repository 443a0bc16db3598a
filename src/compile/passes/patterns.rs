//! Patterns that only say where a text stands become a search for it.

use super::rewrite::{Replacement, rewrite};
use super::{Grounds, Pass};
use crate::vm::like::{LikeSite, Origin};
use crate::vm::op::Op;
use crate::vm::program::Program;

pub(super) const PASS: Pass = Pass {
    name: "patterns",
    change: ["matches_left; matches '^/api/.*'", "like '^/api/.*'"],
    legal: "the pattern is a text, or several, alone or with `.*` around it, and `.*` is free of terminators of lines; \
            what is no text, or may take the reference too many steps, goes the two steps",
    run,
};

fn run(program: &mut Program, grounds: &Grounds<'_>) {
    if program.patterns.is_empty() {
        return;
    }
    rewrite(program, |program, at| {
        let [Op::MatchesLeft, Op::MatchesConst(number)] = *program.ops.get(at..at + 2)? else {
            return None;
        };
        let site = &program.patterns[number as usize];
        if site.text.len() > grounds.limits.regex_text {
            return None;
        }
        let places = [program.places[at], program.places[at + 1]];
        let shape = site.pattern.as_ref().ok()?.shape().clone();
        let like = LikeSite::new(shape, Origin::Pattern { number, places })?;
        program.likes.push(like);
        let like = program.likes.len() as u32 - 1;
        Some(Replacement {
            run: 2,
            op: Some((Op::Like(like), places[1])),
        })
    });
}
