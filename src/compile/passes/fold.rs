//! What is known when compiling is computed then: operators on literals, conditions that are constant, the branch that
//! is never taken.
//!
//! Instructions are copied one by one; the last of the copies say which constant is in the accumulator. Chains of
//! operators therefore fold in one walk, however long they are.

use super::{Grounds, Pass};
use crate::Limits;
use crate::java::regex::Effort;
use crate::syntax::ast::BinaryOp;
use crate::value::fault::Outcome;
use crate::value::{Arena, Owned, Value, convert, order};
use crate::vm::memory::Memory;
use crate::vm::op::Op;
use crate::vm::operate;
use crate::vm::program::{PatternSite, Place, Program};

pub(super) const PASS: Pass = Pass {
    name: "fold",
    change: ["const 1; push; const 2; binary +", "const 3"],
    legal: "the machine's own operators compute it, and they see nothing but their operands; what fails is left to fail \
            in its place, and a long text is left to be made",
    run,
};

/// Longest text that is kept in a program in place of what makes it, in bytes.
const LONGEST_TEXT: usize = 1_024;

/// Text that folding may produce for one program.
const PRODUCED_TEXT: usize = 1 << 16;

fn run(program: &mut Program, grounds: &Grounds<'_>) {
    if !(0..program.ops.len()).any(|at| may_fold(&program.ops, at)) {
        return;
    }
    let arena = Arena::new(Limits {
        produced_text: PRODUCED_TEXT.min(grounds.limits.produced_text),
        ..*grounds.limits
    });
    let count = program.ops.len();
    let mut folder = Folder {
        memory: Memory::Given(&arena),
        program,
        ops: Vec::with_capacity(count),
        places: Vec::with_capacity(count),
        moved: Vec::with_capacity(count + 1),
        landings: vec![0; count + 1],
        known_from: 0,
        dead: false,
    };
    (0..count).for_each(|at| folder.walk(at));
    folder.finish();
}

/// Whether the instructions up to there look as if a constant were used.
fn may_fold(ops: &[Op], at: usize) -> bool {
    let loads = |back: usize| {
        let op = at.checked_sub(back).map(|at| ops[at]);
        matches!(op, Some(Op::Null | Op::Bool(_) | Op::Int(_) | Op::Const(_)))
    };
    match ops[at] {
        Op::Binary(_) | Op::Bounds => loads(1) && loads(3),
        Op::Unary(_)
        | Op::ToBool
        | Op::MatchesLeft
        | Op::JumpIfFalse(_)
        | Op::JumpIfTrue(_)
        | Op::JumpIfNull(_)
        | Op::JumpIfPresent(_) => loads(1),
        _ => false,
    }
}

struct Folder<'p, 'a> {
    memory: Memory<'a>,
    program: &'p mut Program,
    ops: Vec<Op>,
    places: Vec<Place>,
    /// Where each old instruction is now.
    moved: Vec<u32>,
    /// How many of the copied jumps land at each old instruction.
    landings: Vec<u32>,
    /// Copies from here on run one after the other, without a jump landing between them.
    known_from: usize,
    /// Whether nothing leads here.
    dead: bool,
}

impl Folder<'_, '_> {
    fn walk(&mut self, at: usize) {
        self.arrive(at);
        self.moved.push(self.ops.len() as u32);
        if self.dead {
            return;
        }
        let (op, place) = (self.program.ops[at], self.program.places[at]);
        if self.fold(op, place).is_none() {
            self.keep(op, place, at);
        }
    }

    /// Jumps may land here: then the constants of before are forgotten. A jump to the next instruction goes away.
    fn arrive(&mut self, at: usize) {
        while let Some(&Op::Jump(goal)) = self.ops.last()
            && goal == at as u32
        {
            self.drop_last(1);
            self.landings[at] -= 1;
            self.dead = false;
        }
        if self.landings[at] > 0 {
            self.known_from = self.ops.len();
            self.dead = false;
        }
    }

    fn keep(&mut self, op: Op, place: Place, at: usize) {
        self.push(op, place);
        match op {
            Op::Jump(_) => self.dead = true,
            // The body is entered again.
            Op::Loop { .. } => self.landings[at + 1] += 1,
            _ => {}
        }
    }

    fn push(&mut self, op: Op, place: Place) {
        if let Some(goal) = op.goal() {
            self.landings[goal as usize] += 1;
        }
        self.ops.push(op);
        self.places.push(place);
    }

    fn drop_last(&mut self, count: usize) {
        let len = self.ops.len().saturating_sub(count);
        self.ops.truncate(len);
        self.places.truncate(len);
        self.known_from = self.known_from.min(len);
    }

    /// Does without an instruction, if what it works on is constant and it does not fail.
    fn fold(&mut self, op: Op, place: Place) -> Option<()> {
        match op {
            Op::Binary(BinaryOp::Matches) => self.matches(place),
            Op::Binary(op) => {
                let (left, right) = self.operands()?;
                let result =
                    operate::of_two(op, self.value(left)?, self.value(right)?, self.memory);
                self.replace(3, constant(result)?, place)
            }
            Op::Unary(op) => {
                let result = operate::of_one(op, self.value(self.last()?)?, self.memory);
                self.replace(1, constant(result)?, place)
            }
            Op::Bounds => order::bounds(self.value(self.last()?)?).ok(),
            Op::ToBool => {
                let value = self.value(self.last()?)?;
                let value = convert::to_bool(value, self.memory.arena()).ok()??;
                self.replace(1, Owned::Bool(value), place)
            }
            Op::MatchesLeft => matches!(self.value(self.last()?)?, Value::Str(_)).then_some(()),
            Op::MatchesConst(pattern) => {
                let answer = self.answer(pattern)?;
                self.replace(1, Owned::Bool(answer), place)
            }
            Op::Index => self.index(place),
            _ => self.decide(op, place),
        }
    }

    /// A jump that depends on a constant is taken always or never. Where it is not taken, whatever comes next loads a value
    /// of its own, except behind a null-safe index.
    fn decide(&mut self, op: Op, place: Place) -> Option<()> {
        let value = self.value(self.last()?)?;
        let (taken, goal) = match (op, value) {
            (Op::JumpIfFalse(goal), Value::Bool(value)) => (!value, goal),
            (Op::JumpIfTrue(goal), Value::Bool(value)) => (value, goal),
            (Op::JumpIfPresent(goal), _) => (!matches!(value, Value::Null | Value::Str("")), goal),
            (Op::JumpIfNull(goal), _) => (value.is_null(), goal),
            _ => return None,
        };
        match taken {
            true => {
                self.push(Op::Jump(goal), place);
                self.dead = true;
            }
            false if matches!(op, Op::JumpIfNull(_)) => {}
            false => self.drop_last(1),
        }
        Some(())
    }

    /// A pattern that has become a constant is compiled now.
    fn matches(&mut self, place: Place) -> Option<()> {
        let Value::Str(text) = self.value(self.last()?)? else {
            return None;
        };
        let from = self.ops.len().checked_sub(2)?;
        if from < self.known_from || self.ops[from] != Op::Push {
            return None;
        }
        let site = PatternSite::new(text.into());
        self.program.patterns.push(site);
        self.drop_last(2);
        let op = Op::MatchesConst(self.program.patterns.len() as u32 - 1);
        if self.fold(op, place).is_none() {
            self.push(op, place);
        }
        Some(())
    }

    /// An index that has become a constant is one of the instruction.
    fn index(&mut self, place: Place) -> Option<()> {
        let [.., Op::Indexable, Op::Push, load] = self.ops[self.known_from..] else {
            return None;
        };
        let key = match load {
            Op::Const(key) => key,
            Op::Int(value) => self.program.constant(Owned::Int(value)),
            _ => return None,
        };
        self.drop_last(3);
        self.push(Op::IndexConst(key), place);
        Some(())
    }

    /// Whether the constant text matches a pattern that is within the limit.
    fn answer(&self, pattern: u32) -> Option<bool> {
        let site = &self.program.patterns[pattern as usize];
        let text = self.value(self.last()?)?.as_str()?;
        if site.text.len() > self.memory.limits().regex_text {
            return None;
        }
        let pattern = site.pattern.as_ref().ok()?;
        pattern.full_match(text, Effort::Counted).ok()
    }

    /// The last copy, unless a jump lands behind it.
    fn last(&self) -> Option<Op> {
        self.ops[self.known_from..].last().copied()
    }

    /// The loads of both operands of an operator.
    fn operands(&self) -> Option<(Op, Op)> {
        match self.ops[self.known_from..] {
            [.., left, Op::Push, right] => Some((left, right)),
            _ => None,
        }
    }

    /// The constant that an instruction loads.
    fn value(&self, load: Op) -> Option<Value<'_>> {
        match load {
            Op::Null => Some(Value::Null),
            Op::Bool(value) => Some(Value::Bool(value)),
            Op::Int(value) => Some(Value::Int(value)),
            Op::Const(index) => Some(self.program.constants[index as usize].lend()),
            _ => None,
        }
    }

    fn replace(&mut self, count: usize, constant: Owned, place: Place) -> Option<()> {
        self.drop_last(count);
        let op = match constant {
            Owned::Null => Op::Null,
            Owned::Bool(value) => Op::Bool(value),
            Owned::Int(value) => Op::Int(value),
            other => Op::Const(self.program.constant(other)),
        };
        self.push(op, place);
        Some(())
    }

    fn finish(mut self) {
        let end = self.program.ops.len();
        self.arrive(end);
        self.moved.push(self.ops.len() as u32);
        for op in &mut self.ops {
            if let Some(goal) = op.goal() {
                op.set_goal(self.moved[goal as usize]);
            }
        }
        self.program.ops = self.ops;
        self.program.places = self.places;
    }
}

/// A result that a program may hold: a short text, a number, a Boolean, null.
fn constant(result: Outcome<Value<'_>>) -> Option<Owned> {
    Some(match result.ok()? {
        Value::Null => Owned::Null,
        Value::Bool(value) => Owned::Bool(value),
        Value::Int(value) => Owned::Int(value),
        Value::Long(value) => Owned::Long(value),
        Value::Float(value) => Owned::Float(value),
        Value::Double(value) => Owned::Double(value),
        Value::Str(text) if text.len() <= LONGEST_TEXT => Owned::Str(text.into()),
        _ => return None,
    })
}
