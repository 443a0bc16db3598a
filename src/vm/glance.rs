//! Deciding at a glance: a loop that knows only what most conditions do.
//!
//! Nearly all conditions compare what the request already has, and nearly all texts are composed of it. For these the
//! machine with its stack, memory and errors would cost more than the work itself. Here the current value is a boolean, a
//! borrowed text or a borrowed map, and whatever is not, or fails, ends the attempt: nothing was changed by then, so the
//! machine starts from the beginning and gives value or error. A glance never answers differently; it answers or does not.
//!
//! The instructions are the program's, one for one, but each holds its own texts: with pools beside them, making the
//! addresses of all pools ready would cost more than most conditions.

use super::op::{Field, KEPT, Op, Slot};
use super::program::Program;
use super::{choose, input};
use crate::Limits;
use crate::compile::needs::Needs;
use crate::context::Context;
use crate::java::regex::Effort;
use crate::syntax::ast::UnaryOp;
use crate::value::Value;
use crate::value::fault::Fault;
use crate::value::host::{HeaderKey, Headers, Lookup};

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

/// An instruction with its texts.
pub(crate) enum Look {
    /// → text property of the request
    Field(Field),
    /// → body of the request as a map
    JsonContent,
    /// → text property == text (or !=)
    FieldEq(Field, bool, Box<str>),
    /// → first value of a header
    Header(Slot, HeaderKey<'static>),
    /// → first value of a header == text (or !=)
    HeaderEq {
        slot: Slot,
        negate: bool,
        site: u32,
        key: HeaderKey<'static>,
        text: Box<str>,
    },
    /// → first value of a query or path parameter
    Param {
        path: bool,
        name: Box<str>,
    },
    /// → attribute of the request, under either of its names
    Attribute([Box<str>; 2]),
    /// → entry of the current map
    Entry(Box<str>),
    /// → current text == text (or !=)
    Eq(bool, Box<str>),
    /// → current text is in the set of that number (or not)
    In(bool, u32),
    /// → current text without regard to case == text (or !=)
    Fold(bool, Box<str>),
    /// → current text matches the pattern of that number
    Matches(u32),
    /// → current text matches the pattern of that number, which only says where a text stands
    Like(u32),
    /// → true or false
    Bool(bool),
    /// → the opposite boolean
    Not,
    /// the current value must be a boolean
    IsBool,
    /// the current value must be a text
    IsText,
    Jump(u32),
    JumpIfFalse(u32),
    JumpIfTrue(u32),
    /// goes on there if the current text is not empty
    JumpIfPresent(u32),
    /// keeps the current value under that number
    Keep(u16),
    /// → the value of that number, and goes on there, if one was kept
    Again(u16, u32),
    /// appends a text to the composed one
    Append(Box<str>),
    /// appends the current text to the composed one
    AppendText,
    /// does nothing
    End,
}

const _: () = assert!(size_of::<Seen<'_>>() == 24);
const _: () = assert!(size_of::<Look>() <= 88);

/// The program for a glance, if every instruction is one that it knows.
pub(crate) fn of(program: &Program) -> Option<Box<[Look]>> {
    if program.assigns || program.writes {
        return None;
    }
    program.ops.iter().map(|op| look(program, *op)).collect()
}

fn look(program: &Program, op: Op) -> Option<Look> {
    let text = |index: u32| program.constants[index as usize].as_str().map(Box::from);
    Some(match op {
        Op::Field {
            slot: Slot::Request,
            field,
            ..
        } => match field {
            Field::JsonContent if program.needs.contains(Needs::REQUEST_JSON) => Look::JsonContent,
            _ => Look::Field(field),
        },
        Op::FieldEq { negate, site } => {
            let site = &program.fields[site as usize];
            Look::FieldEq(site.field, negate, site.expected.clone())
        }
        Op::HeaderFirst(site) => {
            let site = &program.headers[site as usize];
            Look::Header(site.slot, site.key.clone())
        }
        Op::HeaderEq { negate, site } => {
            let header = &program.headers[site as usize];
            Look::HeaderEq {
                slot: header.slot,
                negate,
                site,
                key: header.key.clone(),
                text: header.expected.clone()?,
            }
        }
        Op::ParamFirst(site) => {
            let site = &program.params[site as usize];
            Look::Param {
                path: site.path,
                name: site.name.clone(),
            }
        }
        Op::Attribute(site) => {
            let site = &program.attributes[site as usize];
            Look::Attribute([site.name.clone(), site.prefixed.clone()])
        }
        Op::Property { safe: false, name } => Look::Entry(program.names[name as usize].clone()),
        Op::IndexConst(constant) => Look::Entry(text(constant)?),
        Op::EqConst { negate, constant } => Look::Eq(negate, text(constant)?),
        Op::InSet { negate, site } => Look::In(negate, site),
        Op::FoldEq { negate, site } => {
            Look::Fold(negate, program.folds[site as usize].expected.clone())
        }
        Op::MatchesLeft => Look::IsText,
        Op::MatchesConst(site) => Look::Matches(site),
        Op::Like(site) => Look::Like(site),
        Op::Bool(value) => Look::Bool(value),
        Op::ToBool => Look::IsBool,
        Op::Unary(UnaryOp::Not) => Look::Not,
        Op::Jump(goal) => Look::Jump(goal),
        Op::JumpIfFalse(goal) => Look::JumpIfFalse(goal),
        Op::JumpIfTrue(goal) => Look::JumpIfTrue(goal),
        Op::JumpIfPresent(goal) => Look::JumpIfPresent(goal),
        Op::Keep(slot) => Look::Keep(slot),
        Op::Again { slot, goal } => Look::Again(slot, goal),
        Op::Append(part) => Look::Append(text(part)?),
        Op::AppendValue => Look::AppendText,
        Op::Composed => Look::End,
        _ => return None,
    })
}

/// Runs a program on a context; `None` when it takes the machine to answer. A composed text goes to `composed`. Few programs
/// keep what they read; the others need not make room for it.
pub(crate) fn run<'a, const KEEPS: bool>(
    looks: &'a [Look],
    program: &'a Program,
    context: &'a Context<'_>,
    limits: &Limits,
    mut composed: Option<&mut String>,
) -> Option<Seen<'a>> {
    if looks.len() > limits.operations as usize {
        return None;
    }
    let mut acc = Seen::Bool(false);
    let mut at = 0;
    let mut kept = [None; KEPT];
    while let Some(look) = looks.get(at) {
        at += 1;
        acc = match look {
            Look::FieldEq(field, negate, text) => {
                let found = input::text_field(context.plain_request()?.request, *field)?;
                Seen::Bool((*found == **text) != *negate)
            }
            Look::HeaderEq {
                slot,
                negate,
                site,
                key,
                text,
            } => {
                let Some(bytes) = context.plain_headers(*slot)?.value(key, 0) else {
                    let at = at as u32 - 1;
                    return Some(Seen::Missing { at, site: *site });
                };
                let same = *bytes == *text.as_bytes();
                // Bytes that are no ASCII may stand for an equal text.
                if !same && !bytes.is_ascii() {
                    return None;
                }
                Seen::Bool(same != *negate)
            }
            Look::JumpIfFalse(goal) => {
                if !acc.bool()? {
                    at = *goal as usize;
                }
                continue;
            }
            Look::JumpIfTrue(goal) => {
                if acc.bool()? {
                    at = *goal as usize;
                }
                continue;
            }
            Look::Field(field) => {
                Seen::Text(input::text_field(context.plain_request()?.request, *field)?)
            }
            Look::Eq(negate, text) => Seen::Bool((*acc.text()? == **text) != *negate),
            Look::In(negate, set) => Seen::Bool(in_set(program, *set, acc.text()?) != *negate),
            Look::Attribute([name, prefixed]) => {
                let attributes = context.plain_attributes()?;
                let found = attributes.get(name);
                seen(found.or_else(|| attributes.get(prefixed))?)?
            }
            Look::Entry(name) => match acc {
                Seen::Map(map) => seen(map.get(name)?)?,
                _ => return None,
            },
            Look::Header(slot, key) => Seen::Text(header(context.plain_headers(*slot)?, key)?),
            Look::Param { path, name } => {
                let request = context.plain_request()?.request;
                let params = match path {
                    true => request.path_params(),
                    false => request.params(),
                };
                Seen::Text(params.value(name, 0)??)
            }
            Look::JsonContent => {
                let body = context.plain_request()?.body?;
                seen(input::json(body, limits).ok()?.lend())?
            }
            Look::Fold(negate, text) => {
                let found = Some(acc.text()?).filter(|found| found.is_ascii())?;
                Seen::Bool(found.eq_ignore_ascii_case(text) != *negate)
            }
            Look::Matches(pattern) => Seen::Bool(matches(program, limits, *pattern, acc.text()?)?),
            Look::Like(site) => Seen::Bool(like(program, *site, acc.text()?)?),
            Look::Bool(value) => Seen::Bool(*value),
            Look::Not => Seen::Bool(!acc.bool()?),
            Look::IsBool => Seen::Bool(acc.bool()?),
            Look::IsText => Seen::Text(acc.text()?),
            Look::Jump(goal) => {
                at = *goal as usize;
                continue;
            }
            Look::JumpIfPresent(goal) => {
                if acc.text()?.is_empty() {
                    continue;
                }
                at = *goal as usize;
                continue;
            }
            Look::Keep(slot) if KEEPS => {
                kept[usize::from(*slot)] = Some(acc);
                continue;
            }
            Look::Again(slot, goal) if KEEPS => {
                let Some(seen) = kept[usize::from(*slot)] else {
                    continue;
                };
                at = *goal as usize;
                seen
            }
            Look::Keep(_) | Look::Again(..) => return None,
            Look::Append(text) => {
                append(program, limits, composed.as_deref_mut()?, text)?;
                continue;
            }
            Look::AppendText => {
                append(program, limits, composed.as_deref_mut()?, acc.text()?)?;
                continue;
            }
            Look::End => continue,
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
fn header<'a>(headers: &'a dyn Headers, key: &HeaderKey) -> Option<&'a str> {
    std::str::from_utf8(headers.value(key, 0)?).ok()
}

#[inline(never)]
fn in_set(program: &Program, set: u32, text: &str) -> bool {
    program.sets[set as usize].contains(text)
}

#[inline(never)]
fn matches(program: &Program, limits: &Limits, pattern: u32, text: &str) -> Option<bool> {
    let site = &program.patterns[pattern as usize];
    let pattern = site.pattern.as_ref().ok()?;
    match site.text.len() <= limits.regex_text {
        true => pattern.full_match(text, Effort::Counted).ok(),
        false => None,
    }
}

#[inline(never)]
fn like(program: &Program, site: u32, text: &str) -> Option<bool> {
    program.likes[site as usize].matches(text)
}

#[inline(never)]
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

/// The error of a header that is not there.
#[cold]
pub(crate) fn missing(program: &Program, at: u32, site: u32) -> Box<Fault> {
    let mut fault = choose::missing(program.headers[site as usize].places[2]);
    fault.op = at;
    fault
}
