//! A header is compared as bytes.

use super::Pass;
use super::rewrite::{Replacement, rewrite};
use crate::value::Owned;
use crate::vm::op::Op;
use crate::vm::program::Program;

pub(super) const PASS: Pass = Pass {
    name: "header-texts",
    change: [
        "header_first request 'X'; eq_const 'x'",
        "header_eq request 'X' 'x'",
    ],
    legal: "bytes of a header are equal exactly when the texts are; bytes that are no UTF-8 are decoded first",
    run: |program, _| run(program),
};

fn run(program: &mut Program) {
    rewrite(program, |program, at| {
        let [Op::HeaderFirst(site), Op::EqConst { negate, constant }] =
            *program.ops.get(at..at + 2)?
        else {
            return None;
        };
        let Owned::Str(text) = &program.constants[constant as usize] else {
            return None;
        };
        program.headers[site as usize].expected = Some(text.clone());
        Some(Replacement {
            run: 2,
            op: Some((Op::HeaderEq { negate, site }, program.places[at])),
        })
    });
}
