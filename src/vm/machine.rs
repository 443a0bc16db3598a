//! The loop: one short arm an instruction.
//!
//! The current value is a local of the loop, so that the common instructions never touch memory for it. What an arm
//! does with more than a line or two of meaning is a function of `value`, `java` or a neighbouring file.

use super::memory::Memory;
use super::op::{KEPT, Op};
use super::program::{Place, Program};
use super::{array, call, choose, input, navigate, operate, repeat, write};
use crate::context::Context;
use crate::diagnostic::Code;
use crate::java::regex::{self, Effort, Pattern};
use crate::java::{Call, Environment};
use crate::value::convert::Converter;
use crate::value::fault::{Family, Fault, Outcome};
use crate::value::{Arena, ClassId, Value, convert, order, print};
use smallvec::SmallVec;

/// Everything that changes while a program runs. What few programs use is made when the first of them needs it, since
/// most conditions are over before such preparations would be.
pub(crate) struct Machine<'a> {
    pub(super) program: &'a Program,
    pub(super) context: &'a Context<'a>,
    pub(super) environment: &'a Environment,
    pub(super) memory: Memory<'a>,
    pub(super) stack: SmallVec<[Value<'a>; 4]>,
    /// What paths read that are read again; null where nothing was kept.
    kept: SmallVec<[Value<'a>; KEPT]>,
    rest: Option<Box<Rest<'a>>>,
    /// Number of the current instruction, for its place.
    at: usize,
    /// Instructions that may still run.
    fuel: u32,
}

/// State that only some programs have.
#[derive(Default)]
pub(super) struct Rest<'a> {
    locals: SmallVec<[Value<'a>; 2]>,
    pub(super) loops: Vec<repeat::Frame<'a>>,
    /// Variables that this evaluation assigned, newest last.
    pub(super) assigned: Vec<(&'a str, Value<'a>)>,
    /// Collections of the host that a writing program has seen, by address, with their copies.
    pub(super) thawed: Vec<(usize, Value<'a>)>,
    /// The composed text.
    text: String,
}

impl<'a> Machine<'a> {
    pub(crate) fn new(
        program: &'a Program,
        context: &'a Context<'a>,
        memory: Memory<'a>,
        environment: &'a Environment,
    ) -> Self {
        Machine {
            program,
            context,
            environment,
            memory,
            stack: SmallVec::new(),
            kept: SmallVec::new(),
            rest: None,
            at: 0,
            fuel: 0,
        }
    }

    /// The value of a program with one expression.
    #[inline]
    pub(crate) fn value(mut self) -> Outcome<Value<'a>> {
        self.run()
    }

    /// The text of a program that composes one.
    pub(crate) fn text(mut self) -> Outcome<String> {
        self.run()?;
        Ok(std::mem::take(&mut self.rest().text))
    }

    #[inline]
    fn run(&mut self) -> Outcome<Value<'a>> {
        let result = self
            .execute()
            .map_err(|fault| locate(fault, self.program, self.at))?;
        if let Some(rest) = &self.rest {
            self.context.keep(&rest.assigned, self.memory.limits())?;
        }
        Ok(result)
    }

    /// The table of the instructions that decide conditions; [`Machine::step`] has all others.
    ///
    /// Jumps lead forward, so a program without loops takes no more steps than it has instructions: fuel is charged for
    /// all of them at the start, and for the body of a loop each time it runs again.
    #[inline(never)]
    fn execute(&mut self) -> Outcome<Value<'a>> {
        let program = self.program;
        let ops = &program.ops[..];
        self.fuel = self.memory.limits().operations;
        self.burn(ops.len())?;
        let mut acc = Value::Null;
        let mut at = 0;
        while let Some(&op) = ops.get(at) {
            self.at = at;
            at += 1;
            match op {
                Op::FieldEq { negate, site } => {
                    acc = choose::field_equals(self, &program.fields[site as usize], negate)?
                }
                Op::HeaderEq { negate, site } => {
                    acc = choose::header_equals(self, &program.headers[site as usize], negate)?
                }
                Op::Field { slot, field, name } => acc = input::field(self, slot, field, name)?,
                Op::InSet { negate, site } => {
                    acc = choose::in_set(acc, &program.sets[site as usize], negate)?
                }
                Op::EqConst { negate, constant } => {
                    acc = choose::equals_const(acc, &program.constants[constant as usize], negate)?
                }
                Op::Bool(value) => acc = Value::Bool(value),
                Op::ToBool if matches!(acc, Value::Bool(_)) => {}
                Op::Jump(goal) => at = goal as usize,
                Op::JumpIfFalse(goal) => {
                    if let Value::Bool(false) = acc {
                        at = goal as usize
                    }
                }
                Op::JumpIfTrue(goal) => {
                    if let Value::Bool(true) = acc {
                        at = goal as usize
                    }
                }
                Op::JumpIfNull(goal) => {
                    if acc.is_null() {
                        at = goal as usize
                    }
                }
                Op::JumpIfPresent(goal) => {
                    if !matches!(acc, Value::Null | Value::Str("")) {
                        at = goal as usize
                    }
                }
                Op::Keep(slot) => self.keep(slot, acc),
                Op::Again { slot, goal } => {
                    if let Some(kept) = self.kept(slot) {
                        (acc, at) = (kept, goal as usize)
                    }
                }
                Op::Loop { kind, safe, exit } => {
                    if let Some(done) = repeat::start(self, kind, safe, acc)? {
                        (acc, at) = (done, exit as usize)
                    }
                }
                Op::Next(body) => match repeat::next(self, acc)? {
                    Some(done) => acc = done,
                    None => {
                        self.burn(at - body as usize)?;
                        at = body as usize
                    }
                },
                _ => acc = self.step(op, acc)?,
            }
        }
        Ok(acc)
    }

    /// The table of the instructions that go on at the next one.
    #[inline(never)]
    fn step(&mut self, op: Op, acc: Value<'a>) -> Outcome<Value<'a>> {
        let program = self.program;
        let name = |index: u32| &*program.names[index as usize];
        let site = |index: u32| &program.sites[index as usize];
        let constant = |index: u32| program.constants[index as usize].lend();
        match op {
            Op::Null => Ok(Value::Null),
            Op::Int(value) => Ok(Value::Int(value)),
            Op::Const(index) => Ok(constant(index)),
            Op::Slot(slot) => input::slot(self, slot),
            Op::Var(index) => input::variable(self, name(index)),
            Op::Element(depth) => Ok(self.rest().loops[depth as usize].element),
            Op::Local(index) => Ok(self.rest().locals[index as usize]),
            Op::SetLocal(index) => self.set_local(index, acc),
            Op::Push => self.push(acc),
            Op::Pop => Ok(self.pop()),
            Op::Property { safe: true, .. } if acc.is_null() => Ok(acc),
            Op::Property { name: index, .. } => navigate::property(self, acc, name(index)),
            Op::Attribute(site) => choose::attribute(self, &program.attributes[site as usize]),
            Op::HeaderFirst(site) => choose::header(self, &program.headers[site as usize]),
            Op::ParamFirst(site) => choose::param(self, &program.params[site as usize]),
            Op::Indexable => navigate::indexable(acc).map(|()| acc),
            Op::Index => {
                let target = self.pop();
                navigate::index(self, target, acc)
            }
            Op::IndexConst(key) => navigate::index(self, acc, constant(key)),
            Op::IndexName(index) => navigate::index_name(self, acc, name(index)),
            Op::Call(index) => call::method(self, site(index)),
            Op::Callable(index) => call::callable(self, name(index)).map(|()| acc),
            Op::Function(index) => call::function(self, site(index)),
            Op::New(index) => call::construct(self, site(index)),
            Op::NewArray(site) => array::sized(self, &program.arrays[site as usize]),
            Op::ArrayOf(site) => array::of(self, &program.arrays[site as usize]),
            Op::ArrayItem(site) => array::item(self, &program.arrays[site as usize], acc),
            Op::ArraySize(count) => array::same_size(self, acc, count).map(|()| acc),
            Op::List(count) => self.list(count as usize),
            Op::Map(count) => self.map(count as usize),
            Op::Binary(op) => operate::binary(self, op, acc),
            Op::Unary(op) => operate::of_one(op, acc, self.memory),
            Op::FoldEq { negate, site } => {
                choose::fold_equals(self, acc, &program.folds[site as usize], negate)
            }
            Op::MatchesLeft => choose::matches_left(self, acc),
            Op::MatchesConst(site) => {
                choose::matches_const(self, acc, &program.patterns[site as usize])
            }
            Op::Like(site) => choose::like(self, acc, &program.likes[site as usize]),
            Op::Bounds => order::bounds(acc).map(|()| acc),
            Op::ToBool => operate::boolean(self, acc),
            Op::SetVar(index) => Ok(write::variable(self, name(index), acc)),
            Op::SetIndex => write::index(self, acc),
            Op::SetProperty { safe: true, .. } if acc.is_null() => Ok(self.pop()),
            Op::SetProperty { name: index, .. } => Err(write::property(acc, name(index))),
            Op::Step { decrement } => write::step(self, acc, decrement),
            Op::Narrow(local) => write::narrow(self.rest().locals[local as usize]).map(|()| acc),
            Op::Fail(index) => Err(program.failures[index as usize].fault()),
            Op::Append(index) => self.append(constant(index)),
            Op::AppendValue => self.append(acc),
            Op::Composed => Ok(Value::Null),
            // The other table has them.
            Op::FieldEq { .. }
            | Op::HeaderEq { .. }
            | Op::Field { .. }
            | Op::InSet { .. }
            | Op::EqConst { .. }
            | Op::Bool(_)
            | Op::Jump(_)
            | Op::JumpIfFalse(_)
            | Op::JumpIfTrue(_)
            | Op::JumpIfNull(_)
            | Op::JumpIfPresent(_)
            | Op::Keep(_)
            | Op::Again { .. }
            | Op::Loop { .. }
            | Op::Next(_) => Ok(acc),
        }
    }

    /// Charges for instructions.
    #[inline]
    fn burn(&mut self, ops: usize) -> Outcome<()> {
        let ops = u32::try_from(ops).unwrap_or(u32::MAX);
        self.fuel = self.fuel.checked_sub(ops).ok_or_else(out_of_fuel)?;
        Ok(())
    }

    /// The memory for values that are made.
    pub(super) fn arena(&self) -> &'a Arena {
        self.memory.arena()
    }

    /// State that only some programs have.
    pub(super) fn rest(&mut self) -> &mut Rest<'a> {
        self.rest.get_or_insert_default()
    }

    /// What this evaluation assigned to a variable.
    pub(super) fn assigned(&self, name: &str) -> Option<Value<'a>> {
        let all = &self.rest.as_ref()?.assigned;
        let found = all.iter().rev().find(|(known, _)| *known == name)?;
        Some(found.1)
    }

    /// What a Java member may use.
    pub(super) fn call(&self) -> Call<'a> {
        Call {
            arena: self.arena(),
            environment: self.environment,
        }
    }

    /// What a conversion may use.
    pub(super) fn converter(&self) -> Converter<'a> {
        Converter {
            arena: self.arena(),
            objects: self.environment,
        }
    }

    /// Takes the last `count` values off the stack.
    pub(super) fn take(&mut self, count: u16) -> SmallVec<[Value<'a>; 4]> {
        let from = self.stack.len() - count as usize;
        let taken = SmallVec::from_slice(&self.stack[from..]);
        self.stack.truncate(from);
        taken
    }

    /// The place of the current instruction.
    pub(super) fn place(&self) -> Place {
        self.program.places[self.at]
    }

    /// Gives an error of a step inside a fused instruction the place of that step.
    pub(super) fn locate_at(&self, mut fault: Box<Fault>, place: &Place) -> Box<Fault> {
        fault.op = self.at as u32;
        fault.span.get_or_insert(place.span);
        at_place(fault, place)
    }

    /// Whether a whole text matches a pattern.
    pub(super) fn full_match(&self, pattern: &Pattern, text: Value<'a>) -> Outcome<Value<'a>> {
        let text = match text {
            Value::Wide(units) => regex::Text::Units(units),
            _ => regex::Text::Str(text.as_str().unwrap_or_default()),
        };
        pattern
            .full_match(text, Effort::Counted)
            .map(Value::Bool)
            .map_err(|_| too_much_work())
    }

    fn push(&mut self, value: Value<'a>) -> Outcome<Value<'a>> {
        self.stack.push(value);
        Ok(value)
    }

    pub(super) fn pop(&mut self) -> Value<'a> {
        self.stack.pop().unwrap_or(Value::Null)
    }

    fn set_local(&mut self, index: u16, value: Value<'a>) -> Outcome<Value<'a>> {
        let count = self.program.locals as usize;
        let locals = &mut self.rest().locals;
        if locals.is_empty() {
            locals.resize(count, Value::Null);
        }
        locals[index as usize] = value;
        Ok(value)
    }

    /// Keeps what a path read, if reading it again must give the same object.
    fn keep(&mut self, slot: u16, value: Value<'a>) {
        if choose::is_lasting(value) {
            self.kept.resize(self.program.kept as usize, Value::Null);
            self.kept[slot as usize] = value;
        }
    }

    fn kept(&self, slot: u16) -> Option<Value<'a>> {
        let kept = self.kept.get(slot as usize).copied();
        kept.filter(|value| !value.is_null())
    }

    fn list(&mut self, count: usize) -> Outcome<Value<'a>> {
        let from = self.stack.len() - count;
        let list = self
            .arena()
            .list(ClassId::ARRAY_LIST, &self.stack[from..])?;
        self.stack.truncate(from);
        Ok(list)
    }

    fn map(&mut self, count: usize) -> Outcome<Value<'a>> {
        let from = self.stack.len() - 2 * count;
        let entries = self.stack[from..]
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]));
        let map = self.arena().map(ClassId::LINKED_HASH_MAP, entries)?;
        self.stack.truncate(from);
        Ok(map)
    }

    /// Adds a part to the composed text.
    fn append(&mut self, value: Value<'a>) -> Outcome<Value<'a>> {
        let part = match value {
            Value::Str(text) => Some(text),
            _ => convert::to_text(value, self.arena())?,
        };
        let (limit, capacity) = (
            self.memory.limits().produced_text,
            self.program.text_capacity,
        );
        let text = &mut self.rest().text;
        if text.capacity() == 0 {
            text.reserve(capacity);
        }
        let part = part.unwrap_or_default();
        if text.len() + part.len() > limit {
            return Err(print::stopped(print::Stop::TooLong));
        }
        text.push_str(part);
        Ok(value)
    }
}

/// Codes whose errors carry no position in the reference, unless an enclosing construct gives them one.
const PLACELESS: [Code; 7] = [
    Code::PROPERTY_ON_NULL,
    Code::PROPERTY_FAILED,
    Code::NOT_COMPARABLE,
    Code::OPERATOR_TYPES,
    Code::TYPE_NOT_FOUND,
    Code::NOT_A_FUNCTION,
    Code::TYPE_CONVERSION,
];

/// Adds the place of the instruction that failed, unless it has given that of one of its steps.
#[cold]
fn locate(mut fault: Box<Fault>, program: &Program, op: usize) -> Box<Fault> {
    if fault.op != u32::MAX {
        return fault;
    }
    fault.op = op as u32;
    match program.places.get(op) {
        Some(place) => at_place(fault, place),
        None => fault,
    }
}

/// The position that an error from a place reports: what encloses it says, else the error itself, else the place.
#[cold]
fn at_place(mut fault: Box<Fault>, place: &Place) -> Box<Fault> {
    let own = match fault.family {
        Family::Java(_) => return fault,
        // Only errors of the language move to what encloses them.
        Family::Invocation => {
            fault.position.get_or_insert(place.at);
            return fault;
        }
        Family::El(code) if PLACELESS.contains(&code) => 0,
        _ => place.at,
    };
    fault.position = Some(place.forced.or(fault.position).unwrap_or(own));
    fault
}

#[cold]
fn too_much_work() -> Box<Fault> {
    Fault::el(
        Code::REGEX_WORK,
        "the regular expression took more steps than its limit allows",
    )
}

#[cold]
fn out_of_fuel() -> Box<Fault> {
    Fault::el(
        Code::OUT_OF_FUEL,
        "the evaluation took more operations than its limit allows",
    )
}
