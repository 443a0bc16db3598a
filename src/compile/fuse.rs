//! The optimizer's passes, in the order in which they run.
//!
//! | pass | before | after | why it is legal |
//! |---|---|---|---|
//! | fields | `slot request; property method` | `field request.method` | same value; any other value in the slot goes the general way |
//! | headers | `field request.headers; index 'X'; index 0` | `header_first request 'X'` | same value; each step keeps its own place for errors |
//! | constants | `push; const 'x'; binary ==` | `eq_const 'x'` | a constant cannot fail, so evaluation order is not visible |
//! | header texts | `header_first request 'X'; eq_const 'x'` | `header_eq request 'X' 'x'` | the bytes of a header are equal exactly when its text is |
//! | booleans | `eq_const 'x'; to_bool` | `eq_const 'x'` | the value is a Boolean already |
//! | jumps | `jump_if_false L … L: jump_if_false M` | `jump_if_false M` | the value is false at both |

use super::rewrite::{Replacement, rewrite};
use crate::syntax::ast::{BinaryOp, UnaryOp};
use crate::value::Owned;
use crate::value::host::HeaderKey;
use crate::vm::op::{Field, Op, Slot};
use crate::vm::program::{HeaderSite, ParamSite, Program};

/// Runs every pass.
pub(crate) fn all(program: &mut Program) {
    fields(program);
    headers(program);
    constants(program);
    header_texts(program);
    booleans(program);
    jumps(program);
}

fn fields(program: &mut Program) {
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

fn headers(program: &mut Program) {
    rewrite(program, |program, at| {
        let [Op::Field { slot, field, .. }, key, Op::IndexConst(zero)] =
            *program.ops.get(at..at + 3)?
        else {
            return None;
        };
        if !matches!(program.constants[zero as usize], Owned::Int(0)) {
            return None;
        }
        let (name, dotted): (Box<str>, bool) = match key {
            Op::IndexConst(key) => match &program.constants[key as usize] {
                Owned::Str(name) => (name.clone(), false),
                _ => return None,
            },
            Op::Property { safe: false, name } => (program.names[name as usize].clone(), true),
            _ => return None,
        };
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

fn constants(program: &mut Program) {
    rewrite(program, |program, at| {
        let [
            Op::Push,
            load,
            Op::Binary(op @ (BinaryOp::Eq | BinaryOp::Ne)),
        ] = *program.ops.get(at..at + 3)?
        else {
            return None;
        };
        let constant = match load {
            Op::Const(constant) => constant,
            Op::Null => program.constant(Owned::Null),
            Op::Bool(value) => program.constant(Owned::Bool(value)),
            Op::Int(value) => program.constant(Owned::Int(value)),
            _ => return None,
        };
        let op = Op::EqConst {
            negate: op == BinaryOp::Ne,
            constant,
        };
        Some(Replacement {
            run: 3,
            op: Some((op, program.places[at + 2])),
        })
    });
}

fn header_texts(program: &mut Program) {
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

fn booleans(program: &mut Program) {
    rewrite(program, |program, at| {
        let gives_boolean = at > 0 && is_boolean(program.ops[at - 1]);
        let landed_on = |op: &Op| {
            op.goal() == Some(at as u32) && !matches!(op, Op::JumpIfFalse(_) | Op::JumpIfTrue(_))
        };
        let removable =
            program.ops[at] == Op::ToBool && gives_boolean && !program.ops.iter().any(landed_on);
        removable.then_some(Replacement { run: 1, op: None })
    });
}

/// Whether an instruction leaves a Boolean whenever it succeeds.
fn is_boolean(op: Op) -> bool {
    use BinaryOp::{Between, Eq, Ge, Gt, InstanceOf, Le, Lt, Matches, Ne};
    match op {
        Op::EqConst { .. }
        | Op::MatchesConst(_)
        | Op::Bool(_)
        | Op::ToBool
        | Op::Unary(UnaryOp::Not) => true,
        Op::Binary(op) => matches!(
            op,
            Eq | Ne | Lt | Le | Gt | Ge | Between | InstanceOf | Matches
        ),
        _ => false,
    }
}

/// A jump that lands on a jump which the same value takes, or does not take, goes on from there at once. Jumps lead
/// forward only, so going from the last to the first settles every chain in one walk.
fn jumps(program: &mut Program) {
    for at in (0..program.ops.len()).rev() {
        let next = |goal: u32| program.ops.get(goal as usize).copied();
        let goal = match program.ops[at] {
            Op::JumpIfFalse(goal) => match next(goal) {
                Some(Op::JumpIfFalse(further)) => further,
                Some(Op::JumpIfTrue(_) | Op::ToBool) => goal + 1,
                _ => continue,
            },
            Op::JumpIfTrue(goal) => match next(goal) {
                Some(Op::JumpIfTrue(further)) => further,
                Some(Op::JumpIfFalse(_) | Op::ToBool) => goal + 1,
                _ => continue,
            },
            _ => continue,
        };
        program.ops[at].set_goal(goal);
    }
}
