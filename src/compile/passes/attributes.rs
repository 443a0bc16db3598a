//! Attributes of the request in one step, with both of their names prepared.

use super::Pass;
use super::rewrite::{Replacement, constant_key, rewrite};
use crate::context::ATTRIBUTE_PREFIX;
use crate::vm::op::{Op, Slot};
use crate::vm::program::{AttributeSite, Program};

pub(super) const PASS: Pass = Pass {
    name: "attributes",
    change: [
        "slot context; property attributes; index 'x'",
        "attribute 'x'",
    ],
    legal: "the same value; any other variable goes the three steps, each with its own place for errors",
    run: |program, _| run(program),
};

fn run(program: &mut Program) {
    if program.assigns || program.writes {
        return;
    }
    rewrite(program, |program, at| {
        let [
            Op::Slot(Slot::Context),
            Op::Property {
                safe: false,
                name: property,
            },
            key,
        ] = *program.ops.get(at..at + 3)?
        else {
            return None;
        };
        if &*program.names[property as usize] != "attributes" {
            return None;
        }
        let (name, dotted) = constant_key(program, key)?;
        let places = [at, at + 1, at + 2].map(|at| program.places[at]);
        program.attributes.push(AttributeSite {
            prefixed: [ATTRIBUTE_PREFIX, &name].concat().into(),
            name,
            dotted,
            places,
        });
        let site = program.attributes.len() as u32 - 1;
        Some(Replacement {
            run: 3,
            op: Some((Op::Attribute(site), places[2])),
        })
    });
}
