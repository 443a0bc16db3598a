//! Paths: runs of instructions that read something which the host lends, step by step.

use crate::value::Owned;
use crate::vm::op::Op;
use crate::vm::program::Program;

/// Whether an instruction starts a path that only reads what the host lends.
pub(super) fn is_start(op: Op) -> bool {
    matches!(
        op,
        Op::Field { .. }
            | Op::HeaderFirst(_)
            | Op::ParamFirst(_)
            | Op::Attribute(_)
            | Op::Slot(_)
            | Op::Var(_)
    )
}

/// Whether an instruction goes on along a path.
pub(super) fn is_step(op: Op) -> bool {
    matches!(
        op,
        Op::Property { .. } | Op::IndexConst(_) | Op::IndexName(_)
    )
}

/// How many instructions from `a` on read the same as those from `b` on, at most `len`.
pub(super) fn common(program: &Program, a: usize, b: usize, len: usize) -> usize {
    (0..len)
        .take_while(|step| is_same(program, a + step, b + step))
        .count()
}

/// Whether two instructions of paths read the same.
fn is_same(program: &Program, a: usize, b: usize) -> bool {
    let Some(other) = program.ops.get(b) else {
        return false;
    };
    match (program.ops[a], *other) {
        (Op::HeaderFirst(a), Op::HeaderFirst(b)) => {
            let (a, b) = (&program.headers[a as usize], &program.headers[b as usize]);
            (a.slot, a.dotted) == (b.slot, b.dotted) && a.key == b.key
        }
        (Op::ParamFirst(a), Op::ParamFirst(b)) => {
            let (a, b) = (&program.params[a as usize], &program.params[b as usize]);
            (&a.name, a.path, a.dotted) == (&b.name, b.path, b.dotted)
        }
        (Op::Attribute(a), Op::Attribute(b)) => {
            let (a, b) = (
                &program.attributes[a as usize],
                &program.attributes[b as usize],
            );
            (&a.name, a.dotted) == (&b.name, b.dotted)
        }
        (Op::IndexConst(a), Op::IndexConst(b)) => {
            let constant = |index: u32| &program.constants[index as usize];
            match (constant(a), constant(b)) {
                (Owned::Str(a), Owned::Str(b)) => a == b,
                (Owned::Int(a), Owned::Int(b)) => a == b,
                _ => false,
            }
        }
        (a, b) => a == b,
    }
}
