//! The loop: one short arm an instruction.
//!
//! The current value is a local of the loop, so that the common instructions never touch memory for it. What an arm
//! does with more than a line or two of meaning is a function of `value`, `java` or a neighbouring file.

use super::op::Op;
use super::program::{Place, Program};
use super::{array, call, choose, input, navigate, repeat, write};
use crate::context::Context;
use crate::diagnostic::Code;
use crate::java::regex::{self, Effort, Pattern};
use crate::java::{Call, Environment};
use crate::syntax::ast::{BinaryOp, UnaryOp};
use crate::value::convert::Converter;
use crate::value::fault::{Family, Fault, Outcome};
use crate::value::order::Relation;
use crate::value::{Arena, ClassId, Value, arith, convert, equality, order};
use smallvec::SmallVec;

/// Everything that changes while a program runs.
pub(crate) struct Machine<'a> {
    pub(super) program: &'a Program,
    pub(super) context: &'a Context<'a>,
    pub(super) arena: &'a Arena,
    pub(super) environment: &'a Environment,
    pub(super) stack: SmallVec<[Value<'a>; 4]>,
    pub(super) locals: SmallVec<[Value<'a>; 2]>,
    pub(super) loops: Vec<repeat::Frame<'a>>,
    /// Variables that this evaluation assigned, newest last.
    pub(super) assigned: Vec<(&'a str, Value<'a>)>,
    /// Collections of the host that a writing program has seen, by address, with their copies.
    pub(super) thawed: Vec<(usize, Value<'a>)>,
    text: String,
    /// Number of the current instruction, for its place.
    at: usize,
}

/// What a program leaves behind.
pub(crate) enum Output<'a> {
    /// The value of a single expression.
    Value(Value<'a>),
    /// The text of a composed template.
    Text(String),
}

impl<'a> Machine<'a> {
    pub(crate) fn new(
        program: &'a Program,
        context: &'a Context<'a>,
        arena: &'a Arena,
        environment: &'a Environment,
    ) -> Self {
        Machine {
            program,
            context,
            arena,
            environment,
            stack: SmallVec::new(),
            locals: SmallVec::new(),
            loops: Vec::new(),
            assigned: Vec::new(),
            thawed: Vec::new(),
            text: String::new(),
            at: 0,
        }
    }

    /// Runs the program to its end.
    pub(crate) fn run(mut self) -> Result<Output<'a>, Box<Fault>> {
        let result = self
            .execute()
            .map_err(|fault| locate(fault, self.program, self.at))?;
        if !self.assigned.is_empty() {
            self.context.keep(&self.assigned);
        }
        match self.program.ops.last() {
            Some(Op::Composed) => Ok(Output::Text(self.text)),
            _ => Ok(Output::Value(result)),
        }
    }

    fn execute(&mut self) -> Outcome<Value<'a>> {
        let program = self.program;
        let mut acc = Value::Null;
        let mut fuel = self.arena.limits().operations;
        let mut at = 0;
        while let Some(op) = program.ops.get(at) {
            self.at = at;
            at += 1;
            fuel = fuel.checked_sub(1).ok_or_else(out_of_fuel)?;
            match *op {
                Op::Null => acc = Value::Null,
                Op::Bool(value) => acc = Value::Bool(value),
                Op::Int(value) => acc = Value::Int(value),
                Op::Const(index) => acc = program.constants[index as usize].lend(),
                Op::Slot(slot) => acc = input::slot(self, slot)?,
                Op::Var(name) => acc = input::variable(self, &program.names[name as usize])?,
                Op::Element(depth) => acc = self.loops[depth as usize].element,
                Op::Local(index) => acc = self.locals[index as usize],
                Op::SetLocal(index) => self.set_local(index, acc),
                Op::Push => self.stack.push(acc),
                Op::Pop => acc = self.pop(),

                Op::Property { safe: true, .. } if acc.is_null() => {}
                Op::Property { name, .. } => {
                    acc = navigate::property(self, acc, &program.names[name as usize])?
                }
                Op::Field { slot, field, name } => acc = input::field(self, slot, field, name)?,
                Op::HeaderFirst(site) => {
                    acc = choose::header(self, &program.headers[site as usize])?
                }
                Op::ParamFirst(site) => acc = choose::param(self, &program.params[site as usize])?,
                Op::Indexable => navigate::indexable(acc)?,
                Op::Index => {
                    acc = {
                        let target = self.pop();
                        navigate::index(self, target, acc)?
                    }
                }
                Op::IndexConst(key) => {
                    acc = navigate::index(self, acc, program.constants[key as usize].lend())?
                }
                Op::IndexName(name) => {
                    acc = navigate::index_name(self, acc, &program.names[name as usize])?
                }
                Op::Call(site) => acc = call::method(self, &program.sites[site as usize])?,
                Op::Callable(name) => call::callable(self, &program.names[name as usize])?,
                Op::Function(site) => acc = call::function(self, &program.sites[site as usize])?,
                Op::New(site) => acc = call::construct(self, &program.sites[site as usize])?,
                Op::NewArray(site) => acc = array::sized(self, &program.arrays[site as usize])?,
                Op::ArrayOf(site) => acc = array::of(self, &program.arrays[site as usize])?,
                Op::ArrayItem(site) => {
                    acc = array::item(self, &program.arrays[site as usize], acc)?
                }
                Op::ArraySize(count) => array::same_size(self, acc, count)?,

                Op::List(count) => acc = self.list(count as usize)?,
                Op::Map(count) => acc = self.map(count as usize)?,

                Op::Binary(op) => {
                    acc = {
                        let left = self.pop();
                        self.binary(op, left, acc)?
                    }
                }
                Op::EqConst { negate, constant } => {
                    acc = choose::equals_const(acc, &program.constants[constant as usize], negate)?;
                }
                Op::HeaderEq { negate, site } => {
                    acc = choose::header_equals(self, &program.headers[site as usize], negate)?;
                }
                Op::Unary(op) => acc = self.unary(op, acc)?,
                Op::MatchesLeft => acc = choose::matches_left(self, acc)?,
                Op::MatchesConst(site) => {
                    acc = choose::matches_const(self, acc, &program.patterns[site as usize])?
                }
                Op::Bounds => order::bounds(acc)?,
                Op::ToBool => {
                    if !matches!(acc, Value::Bool(_)) {
                        acc = self.boolean(acc)?
                    }
                }

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

                Op::Loop { kind, safe, exit } => match repeat::start(self, kind, safe, acc)? {
                    Some(done) => (acc, at) = (done, exit as usize),
                    None => fuel = fuel.checked_sub(1).ok_or_else(out_of_fuel)?,
                },
                Op::Next(body) => match repeat::next(self, acc)? {
                    Some(done) => acc = done,
                    None => at = body as usize,
                },

                Op::SetVar(name) => write::variable(self, &program.names[name as usize], acc),
                Op::SetIndex => acc = write::index(self, acc)?,
                Op::SetProperty { safe: true, .. } if acc.is_null() => acc = self.pop(),
                Op::SetProperty { name, .. } => {
                    return Err(write::property(acc, &program.names[name as usize]));
                }
                Op::Step { decrement } => acc = write::step(self, acc, decrement)?,
                Op::Narrow(local) => write::narrow(self.locals[local as usize])?,

                Op::Fail(index) => return Err(program.failures[index as usize].fault()),
                Op::Append(index) => self.append(program.constants[index as usize].lend())?,
                Op::AppendValue => self.append(acc)?,
                Op::Composed => acc = Value::Null,
            }
        }
        Ok(acc)
    }

    /// What a Java member may use.
    pub(super) fn call(&self) -> Call<'a> {
        Call {
            arena: self.arena,
            environment: self.environment,
        }
    }

    /// What a conversion may use.
    pub(super) fn converter(&self) -> Converter<'a> {
        Converter {
            arena: self.arena,
            objects: self.environment,
        }
    }

    /// Takes the last `count` values off the stack.
    pub(super) fn take(&mut self, count: u16) -> SmallVec<[Value<'a>; 4]> {
        let from = self.stack.len() - count as usize;
        self.stack.drain(from..).collect()
    }

    /// The place of the current instruction.
    pub(super) fn place(&self) -> Place {
        self.program.places[self.at]
    }

    /// Gives an error of a step inside a fused instruction the place of that step.
    pub(super) fn locate_at(&self, fault: Box<Fault>, place: &Place) -> Box<Fault> {
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

    pub(super) fn pop(&mut self) -> Value<'a> {
        self.stack.pop().unwrap_or(Value::Null)
    }

    fn set_local(&mut self, index: u16, value: Value<'a>) {
        if self.locals.is_empty() {
            self.locals
                .resize(self.program.locals as usize, Value::Null);
        }
        self.locals[index as usize] = value;
    }

    fn list(&mut self, count: usize) -> Outcome<Value<'a>> {
        let from = self.stack.len() - count;
        let list = self.arena.list(ClassId::ARRAY_LIST, &self.stack[from..])?;
        self.stack.truncate(from);
        Ok(list)
    }

    fn map(&mut self, count: usize) -> Outcome<Value<'a>> {
        let from = self.stack.len() - 2 * count;
        let entries = self.stack[from..]
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]));
        let map = self.arena.map(ClassId::LINKED_HASH_MAP, entries)?;
        self.stack.truncate(from);
        Ok(map)
    }

    fn binary(&mut self, op: BinaryOp, left: Value<'a>, right: Value<'a>) -> Outcome<Value<'a>> {
        let arena = self.arena;
        match op {
            BinaryOp::Eq => equality::same(left, right).map(Value::Bool),
            BinaryOp::Ne => equality::same(left, right).map(|same| Value::Bool(!same)),
            BinaryOp::Lt => order::relational(Relation::Lt, left, right).map(Value::Bool),
            BinaryOp::Le => order::relational(Relation::Le, left, right).map(Value::Bool),
            BinaryOp::Gt => order::relational(Relation::Gt, left, right).map(Value::Bool),
            BinaryOp::Ge => order::relational(Relation::Ge, left, right).map(Value::Bool),
            BinaryOp::Between => order::between(left, right).map(Value::Bool),
            BinaryOp::InstanceOf => choose::instance_of(left, right),
            BinaryOp::Matches => choose::matches(self, left, right),
            BinaryOp::Add => arith::add(left, right, arena),
            BinaryOp::Sub => arith::sub(left, right, arena),
            BinaryOp::Mul => arith::mul(left, right, arena),
            BinaryOp::Div => arith::div(left, right, arena),
            BinaryOp::Mod => arith::rem(left, right, arena),
            BinaryOp::Pow => arith::pow(left, right, arena),
            // Compiled to jumps, never to an instruction.
            BinaryOp::And | BinaryOp::Or => Ok(right),
        }
    }

    fn unary(&mut self, op: UnaryOp, value: Value<'a>) -> Outcome<Value<'a>> {
        match (op, value) {
            (UnaryOp::Not, Value::Bool(value)) => Ok(Value::Bool(!value)),
            (UnaryOp::Not, _) => Err(convert::null_boolean()),
            (UnaryOp::Minus, _) => arith::negate(value, self.arena),
            (UnaryOp::Plus, _) => arith::plus(value, self.arena),
        }
    }

    /// The operand of a boolean operator. That it is null is blamed on the operand itself, a failed conversion on nothing.
    fn boolean(&self, value: Value<'a>) -> Outcome<Value<'a>> {
        match convert::to_bool(value, self.arena)? {
            Some(value) => Ok(Value::Bool(value)),
            None => Err(convert::null_boolean().at(self.program.places[self.at].at)),
        }
    }

    fn append(&mut self, value: Value<'a>) -> Outcome<()> {
        if self.text.capacity() == 0 {
            self.text.reserve(self.program.text_capacity());
        }
        if let Value::Str(text) = value {
            self.arena.charge_text(text.len())?;
            self.text.push_str(text);
        } else if let Some(text) = convert::to_text(value, self.arena)? {
            self.text.push_str(text);
        }
        Ok(())
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

/// Adds the place of the instruction that failed.
#[cold]
fn locate(mut fault: Box<Fault>, program: &Program, op: usize) -> Box<Fault> {
    if fault.op == u32::MAX {
        fault.op = op as u32;
    }
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
