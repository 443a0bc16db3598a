//! A text property of the request is compared where it is, without becoming a value.

use super::Pass;
use super::rewrite::{Replacement, rewrite};
use crate::value::Owned;
use crate::vm::op::{Op, Slot};
use crate::vm::program::{FieldSite, Program};

pub(super) const PASS: Pass = Pass {
    name: "field-texts",
    change: [
        "field request.method; eq_const 'GET'",
        "field_eq request.method 'GET'",
    ],
    legal: "two texts are equal when their bytes are; what is no text, or not there, goes the two steps",
    run: |program, _| run(program),
};

fn run(program: &mut Program) {
    if program.assigns {
        return;
    }
    rewrite(program, |program, at| {
        let [
            Op::Field {
                slot: Slot::Request,
                field,
                name,
            },
            Op::EqConst { negate, constant },
        ] = *program.ops.get(at..at + 2)?
        else {
            return None;
        };
        let Owned::Str(expected) = &program.constants[constant as usize] else {
            return None;
        };
        let places = [program.places[at], program.places[at + 1]];
        program.fields.push(FieldSite {
            field,
            name,
            expected: expected.clone(),
            places,
        });
        let site = program.fields.len() as u32 - 1;
        Some(Replacement {
            run: 2,
            op: Some((Op::FieldEq { negate, site }, places[1])),
        })
    });
}
