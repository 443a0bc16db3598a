//! Syntax tree → program: slots, header names, constants and jumps are settled here once.

mod constant;
mod emit;
pub(crate) mod fuse;
pub(crate) mod needs;
mod rewrite;
pub(crate) mod show;

use crate::template::Part;
use crate::vm::program::Program;

/// Compiles the parts of a template. With `optimize` off, instructions stay as the constructs produced them.
pub(crate) fn compile(parts: &[Part<'_>], optimize: bool) -> Program {
    let mut emitter = emit::Emitter::default();
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
    if optimize {
        fuse::all(&mut program);
    }
    program
}
