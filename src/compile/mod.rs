//! Syntax tree → program: slots, header names, constants and jumps are settled here once.

mod constant;
mod emit;
pub(crate) mod needs;
pub(crate) mod passes;

pub(crate) mod show;

use self::passes::Grounds;
use crate::template::Part;
use crate::vm::program::Program;

/// Compiles the parts of a template. The optimizer runs those of its passes that `allowed` names.
pub(crate) fn compile(
    parts: &[Part<'_>],
    grounds: &Grounds<'_>,
    allowed: impl Fn(&str) -> bool,
) -> Program {
    let mut emitter = emit::Emitter::with_room();
    match parts {
        [Part::Expression { node, .. }] => emitter.expression(node),
        _ => {
            for part in parts {
                match part {
                    Part::Literal(text) => emitter.literal(text),
                    Part::Expression { node, .. } => {
                        emitter.expression(node);
                        emitter.append_value(node);
                    }
                }
            }
            emitter.composed();
        }
    }
    let mut program = emitter.finish();
    passes::run(&mut program, grounds, allowed);
    program.settle();
    program
}
