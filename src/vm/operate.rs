//! Operators on values that are there.

use super::choose;
use super::machine::Machine;
use super::memory::Memory;
use crate::syntax::ast::{BinaryOp, UnaryOp};
use crate::value::fault::Outcome;
use crate::value::order::Relation;
use crate::value::{Value, arith, convert, equality, order};

/// The popped value and the current one.
pub(super) fn binary<'a>(
    machine: &mut Machine<'a>,
    op: BinaryOp,
    right: Value<'a>,
) -> Outcome<Value<'a>> {
    let left = machine.pop();
    match op {
        BinaryOp::Matches => choose::matches(machine, left, right),
        _ => of_two(op, left, right, machine.memory),
    }
}

/// An operator that sees nothing but its operands.
#[inline]
pub(crate) fn of_two<'a>(
    op: BinaryOp,
    left: Value<'a>,
    right: Value<'a>,
    memory: Memory<'a>,
) -> Outcome<Value<'a>> {
    let related = |relation| order::relational(relation, left, right).map(Value::Bool);
    match op {
        BinaryOp::Eq => equality::same(left, right).map(Value::Bool),
        BinaryOp::Ne => equality::same(left, right).map(|same| Value::Bool(!same)),
        BinaryOp::Lt => related(Relation::Lt),
        BinaryOp::Le => related(Relation::Le),
        BinaryOp::Gt => related(Relation::Gt),
        BinaryOp::Ge => related(Relation::Ge),
        BinaryOp::Between => order::between(left, right).map(Value::Bool),
        BinaryOp::InstanceOf => choose::instance_of(left, right),
        BinaryOp::Add => arith::add(left, right, memory.arena()),
        BinaryOp::Sub => arith::sub(left, right, memory.arena()),
        BinaryOp::Mul => arith::mul(left, right, memory.arena()),
        BinaryOp::Div => arith::div(left, right, memory.arena()),
        BinaryOp::Mod => arith::rem(left, right, memory.arena()),
        BinaryOp::Pow => arith::pow(left, right, memory.arena()),
        // Compiled to jumps or to an instruction of its own.
        BinaryOp::And | BinaryOp::Or | BinaryOp::Matches => Ok(right),
    }
}

/// An operator on the current value.
pub(crate) fn of_one<'a>(op: UnaryOp, value: Value<'a>, memory: Memory<'a>) -> Outcome<Value<'a>> {
    match (op, value) {
        (UnaryOp::Not, Value::Bool(value)) => Ok(Value::Bool(!value)),
        (UnaryOp::Not, _) => Err(convert::null_boolean()),
        (UnaryOp::Minus, _) => arith::negate(value, memory.arena()),
        (UnaryOp::Plus, _) => arith::plus(value, memory.arena()),
    }
}

/// The operand of a boolean operator. That it is null is blamed on the operand itself, a failed conversion on nothing.
pub(super) fn boolean<'a>(machine: &Machine<'a>, value: Value<'a>) -> Outcome<Value<'a>> {
    match convert::to_bool(value, machine.arena())? {
        Some(value) => Ok(Value::Bool(value)),
        None => Err(convert::null_boolean().at(machine.place().at)),
    }
}
