//! Where a text stands in another one is looked up without calling a Java method.

use super::rewrite::{Replacement, rewrite};
use super::{Grounds, Pass};
use crate::java::is_open_to_texts;
use crate::java::regex::{Free, Shape};
use crate::value::Owned;
use crate::vm::like::{LikeSite, Origin};
use crate::vm::op::Op;
use crate::vm::program::Program;

pub(super) const PASS: Pass = Pass {
    name: "text-calls",
    change: [
        "push; const 'x'; push; call startsWith/1",
        "like startsWith 'x'",
    ],
    legal: "the whitelist opens the method, and on two texts of whole characters it compares their bytes; any other \
            value goes the four steps",
    run,
};

fn run(program: &mut Program, grounds: &Grounds<'_>) {
    if program.sites.is_empty() {
        return;
    }
    rewrite(program, |program, at| {
        let [Op::Push, Op::Const(constant), Op::Push, Op::Call(call)] =
            *program.ops.get(at..at + 4)?
        else {
            return None;
        };
        let site = &program.sites[call as usize];
        let Owned::Str(text) = &program.constants[constant as usize] else {
            return None;
        };
        let text = text.to_string();
        let shape = match &*site.name {
            "startsWith" => Shape::Prefix(text, Free::All),
            "endsWith" => Shape::Suffix(text, Free::All),
            "contains" => Shape::Contains(text, Free::All),
            "equals" => Shape::Literal(text),
            _ => return None,
        };
        if !is_open_to_texts(grounds.permissions, &site.name, 1) {
            return None;
        }
        let origin = Origin::Call { call, constant };
        program.likes.push(LikeSite::new(shape, origin)?);
        let like = program.likes.len() as u32 - 1;
        Some(Replacement {
            run: 4,
            op: Some((Op::Like(like), program.places[at + 3])),
        })
    });
}
