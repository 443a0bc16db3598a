//! First values of headers and parameters in one step, with the name prepared.

use super::Pass;
use super::rewrite::{Replacement, constant_key, rewrite};
use crate::value::Owned;
use crate::value::host::HeaderKey;
use crate::vm::op::{Field, Op, Slot};
use crate::vm::program::{HeaderSite, ParamSite, Program};

pub(super) const PASS: Pass = Pass {
    name: "headers",
    change: [
        "field request.headers; index 'X'; index 0",
        "header_first request 'X'",
    ],
    legal: "the same value; each of the three steps keeps its own place for errors",
    run: |program, _| run(program),
};

fn run(program: &mut Program) {
    if program.assigns {
        return;
    }
    rewrite(program, |program, at| {
        let [Op::Field { slot, field, .. }, key, Op::IndexConst(zero)] =
            *program.ops.get(at..at + 3)?
        else {
            return None;
        };
        if !matches!(program.constants[zero as usize], Owned::Int(0)) {
            return None;
        }
        let (name, dotted) = constant_key(program, key)?;
        let places = [
            program.places[at],
            program.places[at + 1],
            program.places[at + 2],
        ];
        let op = match field {
            Field::Headers => {
                program.headers.push(HeaderSite {
                    slot,
                    key: HeaderKey::new(&name),
                    expected: None,
                    dotted,
                    places,
                });
                Op::HeaderFirst(program.headers.len() as u32 - 1)
            }
            Field::Params | Field::PathParams if slot == Slot::Request => {
                program.params.push(ParamSite {
                    name,
                    path: field == Field::PathParams,
                    dotted,
                    places,
                });
                Op::ParamFirst(program.params.len() as u32 - 1)
            }
            _ => return None,
        };
        Some(Replacement {
            run: 3,
            op: Some((op, places[2])),
        })
    });
}
