//! Deciding at a glance: the same program in a loop that knows only what most conditions do.
//!
//! Nearly all conditions compare what the request already has, and nearly all texts are composed of it. For these the
//! machine with its stack, memory and errors would cost more than the work itself. Here the current value is a boolean, a
//! borrowed text or a borrowed map, and whatever is not, or fails, ends the attempt: nothing was changed by then, so the
//! machine starts from the beginning and gives value or error. A glance never answers differently; it answers or does not.

use super::op::{Op, Slot};
use super::program::Program;
use super::{choose, input};
use crate::Limits;
use crate::compile::needs::Needs;
use crate::context::Context;
use crate::java::regex::Effort;
use crate::syntax::ast::UnaryOp;
use crate::value::fault::Fault;
use crate::value::host::{Lookup, RequestSlot};
use crate::value::{Owned, Value};
use crate::vm::op::Field;

/// A current value that needs no memory.
#[derive(Clone, Copy)]
pub(crate) enum Seen<'a> {
    Bool(bool),
    Text(&'a str),
    Map(&'a dyn Lookup),
    /// Nothing: the header that the instruction of that number compares is not there, which ends the evaluation.
    Missing {
        at: u32,
        site: u32,
    },
}

/// Whether every instruction is one that this loop knows.
pub(crate) fn suffices(program: &Program) -> bool {
    !program.assigns && !program.writes && program.ops.iter().all(|op| knows(program, *op))
}

fn knows(program: &Program, op: Op) -> bool {
    let is_text = |index: u32| matches!(program.constants[index as usize], Owned::Str(_));
    match op {
        Op::Field { slot, .. } => slot == Slot::Request,
        Op::Property { safe, .. } => !safe,
        Op::IndexConst(constant) | Op::EqConst { constant, .. } => is_text(constant),
        Op::FieldEq { .. }
        | Op::HeaderEq { .. }
        | Op::HeaderFirst(_)
        | Op::ParamFirst(_)
        | Op::Attribute(_)
        | Op::InSet { .. }
        | Op::FoldEq { .. }
        | Op::MatchesLeft
        | Op::MatchesConst(_)
        | Op::Bool(_)
        | Op::ToBool
        | Op::Unary(UnaryOp::Not)
        | Op::Jump(_)
        | Op::JumpIfFalse(_)
        | Op::JumpIfTrue(_)
        | Op::JumpIfPresent(_)
        | Op::Append(_)
        | Op::AppendValue
        | Op::Composed => true,
        _ => false,
    }
}

/// Runs a program that [`suffices`] on a context; `None` when it takes the machine to answer. A composed text goes to
/// `text`.
///
/// What an instruction looks up in the program's pools happens in a function of its own: inlined, the addresses of all pools
/// would be made ready before the first instruction, which costs more than most conditions.
pub(crate) fn run<'a>(
    program: &'a Program,
    context: &'a Context<'_>,
    limits: &Limits,
    mut text: Option<&mut String>,
) -> Option<Seen<'a>> {
    let ops = &program.ops[..];
    if ops.len() > limits.operations as usize {
        return None;
    }
    let mut acc = Seen::Bool(false);
    let mut at = 0;
    while let Some(&op) = ops.get(at) {
        at += 1;
        acc = match op {
            Op::FieldEq { negate, site } => {
                Seen::Bool(field_equals(program, context, site)? != negate)
            }
            Op::HeaderEq { negate, site } => match header_equals(program, context, site)? {
                Some(same) => Seen::Bool(same != negate),
                None => {
                    let at = at as u32 - 1;
                    return Some(Seen::Missing { at, site });
                }
            },
            Op::JumpIfFalse(goal) => {
                if !acc.bool()? {
                    at = goal as usize;
                }
                acc
            }
            Op::JumpIfTrue(goal) => {
                if acc.bool()? {
                    at = goal as usize;
                }
                acc
            }
            Op::InSet { negate, site } => {
                Seen::Bool(program.sets[site as usize].contains(acc.text()?) != negate)
            }
            Op::EqConst { negate, constant } => {
                Seen::Bool((acc.text()? == text_constant(program, constant)?) != negate)
            }
            Op::Jump(goal) => {
                at = goal as usize;
                acc
            }
            Op::JumpIfPresent(goal) if !acc.text()?.is_empty() => {
                at = goal as usize;
                acc
            }
            Op::Append(part) => {
                append(
                    program,
                    limits,
                    text.as_deref_mut()?,
                    text_constant(program, part)?,
                )?;
                acc
            }
            Op::AppendValue => {
                append(program, limits, text.as_deref_mut()?, acc.text()?)?;
                acc
            }
            Op::ToBool => Seen::Bool(acc.bool()?),
            Op::Unary(UnaryOp::Not) => Seen::Bool(!acc.bool()?),
            Op::Bool(value) => Seen::Bool(value),
            Op::Composed => acc,
            _ => look(program, context, limits, op, acc)?,
        };
    }
    Some(acc)
}

impl<'a> Seen<'a> {
    #[inline]
    fn bool(self) -> Option<bool> {
        match self {
            Seen::Bool(value) => Some(value),
            _ => None,
        }
    }

    #[inline]
    fn text(self) -> Option<&'a str> {
        match self {
            Seen::Text(text) => Some(text),
            _ => None,
        }
    }
}

#[inline(never)]
fn field_equals(program: &Program, context: &Context<'_>, site: u32) -> Option<bool> {
    let site = &program.fields[site as usize];
    let found = input::text_field(context.plain_request()?.request, site.field)?;
    Some(found == &*site.expected)
}

/// Whether a header has its expected value; nothing inside when there is no such header.
#[inline(never)]
fn header_equals(program: &Program, context: &Context<'_>, site: u32) -> Option<Option<bool>> {
    let site = &program.headers[site as usize];
    let Some(bytes) = context.plain_headers(site.slot)?.value(&site.key, 0) else {
        return Some(None);
    };
    let same = bytes == site.expected.as_deref()?.as_bytes();
    // Bytes that are no ASCII may stand for an equal text.
    (same || bytes.is_ascii()).then_some(Some(same))
}

/// The error of a header that is not there.
#[cold]
pub(crate) fn missing(program: &Program, at: u32, site: u32) -> Box<Fault> {
    let mut fault = choose::missing(program.headers[site as usize].places[2]);
    fault.op = at;
    fault
}

/// The instructions that read something, or look at a text.
#[inline(never)]
fn look<'a>(
    program: &'a Program,
    context: &'a Context<'_>,
    limits: &Limits,
    op: Op,
    acc: Seen<'a>,
) -> Option<Seen<'a>> {
    match (op, acc) {
        (Op::Field { field, .. }, _) => read(program, limits, context.plain_request()?, field),
        (Op::HeaderFirst(site), _) => {
            let site = &program.headers[site as usize];
            let bytes = context.plain_headers(site.slot)?.value(&site.key, 0)?;
            Some(Seen::Text(std::str::from_utf8(bytes).ok()?))
        }
        (Op::ParamFirst(site), _) => {
            let site = &program.params[site as usize];
            let request = context.plain_request()?.request;
            let params = match site.path {
                true => request.path_params(),
                false => request.params(),
            };
            Some(Seen::Text(params.value(&site.name, 0)??))
        }
        (Op::Attribute(site), _) => {
            let site = &program.attributes[site as usize];
            let attributes = context.plain_attributes()?;
            let found = attributes.get(&site.name);
            seen(found.or_else(|| attributes.get(&site.prefixed))?)
        }
        (Op::Property { name, .. }, Seen::Map(map)) => {
            seen(map.get(&program.names[name as usize])?)
        }
        (Op::IndexConst(key), Seen::Map(map)) => seen(map.get(text_constant(program, key)?)?),
        (Op::FoldEq { negate, site }, Seen::Text(text)) if text.is_ascii() => {
            let expected = program.folds[site as usize].expected.as_str()?;
            Some(Seen::Bool(text.eq_ignore_ascii_case(expected) != negate))
        }
        (Op::MatchesConst(site), Seen::Text(text)) => {
            let site = &program.patterns[site as usize];
            let pattern = site.pattern.as_ref().ok()?;
            let allowed = site.text.len() <= limits.regex_text;
            let matched = allowed.then(|| pattern.full_match(text, Effort::Counted).ok())?;
            Some(Seen::Bool(matched?))
        }
        (Op::MatchesLeft, Seen::Text(_)) => Some(acc),
        _ => None,
    }
}

/// A property of the request: a text, or the body as a map where it has been named and read.
#[inline]
fn read<'a>(
    program: &Program,
    limits: &Limits,
    slot: &'a RequestSlot<'_>,
    field: Field,
) -> Option<Seen<'a>> {
    match field {
        Field::JsonContent if program.needs.contains(Needs::REQUEST_JSON) => {
            seen(input::json(slot.body?, limits).ok()?.lend())
        }
        _ => input::text_field(slot.request, field).map(Seen::Text),
    }
}

#[inline]
fn seen(value: Value<'_>) -> Option<Seen<'_>> {
    match value {
        Value::Str(text) => Some(Seen::Text(text)),
        Value::Lookup(map) => Some(Seen::Map(map)),
        Value::Bool(value) => Some(Seen::Bool(value)),
        _ => None,
    }
}

#[inline(never)]
fn text_constant(program: &Program, index: u32) -> Option<&str> {
    program.constants[index as usize].as_str()
}

fn append(program: &Program, limits: &Limits, text: &mut String, part: &str) -> Option<()> {
    if text.capacity() == 0 {
        text.reserve(program.text_capacity);
    }
    if text.len() + part.len() > limits.produced_text {
        return None;
    }
    text.push_str(part);
    Some(())
}
