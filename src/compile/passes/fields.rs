//! Properties of request and response become numbers.

use super::Pass;
use super::rewrite::{Replacement, rewrite};
use crate::vm::op::{Field, Op, Slot};
use crate::vm::program::Program;

pub(super) const PASS: Pass = Pass {
    name: "fields",
    change: ["slot request; property method", "field request.method"],
    legal: "the same property of the same variable; any other value in the variable goes the general way",
    run: |program, _| run(program),
};

fn run(program: &mut Program) {
    rewrite(program, |program, at| {
        let (Op::Slot(slot @ (Slot::Request | Slot::Response)), Op::Property { safe: false, name }) =
            (program.ops[at], *program.ops.get(at + 1)?)
        else {
            return None;
        };
        let field = Field::of(&program.names[name as usize])?;
        Some(Replacement {
            run: 2,
            op: Some((Op::Field { slot, field, name }, program.places[at + 1])),
        })
    });
}
