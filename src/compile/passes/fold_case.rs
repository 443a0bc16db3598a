//! Texts compared without regard to case need no copy in that case.

use super::rewrite::{Replacement, rewrite};
use super::{Grounds, Pass};
use crate::java::is_open_to_texts;
use crate::value::Owned;
use crate::vm::op::Op;
use crate::vm::program::{FoldSite, Program};

pub(super) const PASS: Pass = Pass {
    name: "fold-case",
    change: ["push; call toLowerCase/0; eq_const 'x'", "fold_eq 'x'"],
    legal: "the whitelist opens the method, the constant is ASCII in that case, and a text of ASCII changes nothing but the case of its letters; \
            any other value goes the two steps",
    run,
};

fn run(program: &mut Program, grounds: &Grounds<'_>) {
    rewrite(program, |program, at| {
        let [Op::Push, Op::Call(call), Op::EqConst { negate, constant }] =
            *program.ops.get(at..at + 3)?
        else {
            return None;
        };
        let Owned::Str(expected) = &program.constants[constant as usize] else {
            return None;
        };
        let site = &program.sites[call as usize];
        let other_case: fn(&u8) -> bool = match &*site.name {
            "toLowerCase" if site.argc == 0 => u8::is_ascii_uppercase,
            "toUpperCase" if site.argc == 0 => u8::is_ascii_lowercase,
            _ => return None,
        };
        if !expected.is_ascii() || expected.bytes().any(|byte| other_case(&byte)) {
            return None;
        }
        if !is_open_to_texts(grounds.permissions, &site.name, 0) {
            return None;
        }
        let places = [program.places[at + 1], program.places[at + 2]];
        program.folds.push(FoldSite {
            call,
            expected: expected.clone(),
            places,
        });
        let site = program.folds.len() as u32 - 1;
        Some(Replacement {
            run: 3,
            op: Some((Op::FoldEq { negate, site }, places[1])),
        })
    });
}
