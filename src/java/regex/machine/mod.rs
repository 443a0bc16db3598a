//! Our own matcher: backtracking as Java does it, for patterns that mean something else to every other engine.
//!
//! It runs [`Program`] code over UTF-16 units with an explicit stack, so depth costs memory instead of stack, and counts its work, so that no
//! pattern runs without end. A match within the match (look-around, atomic group, a repetition of one way) starts with a frame on the
//! stack; when it is complete everything above that frame goes, *with* the notes how to undo captures, which therefore stay set when the
//! search backs out later. That is an oddity of Java's, and it follows here from the same shape.

mod assertion;
mod back;
mod look;
mod repeat;
mod run;
mod scratch;
mod search;

use self::scratch::{Frame, NONE, Scratch};
pub(super) use self::scratch::{borrow, give_back};
use super::error::RegexError;
use super::input::Units;
use super::program::{Op, Pc, Program};
use super::syntax::ast::Fold;

/// How much a match may cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    /// Characters read, counted as Java reads them.
    pub(super) reads: u64,
    /// Operations and characters together.
    pub(super) work: u64,
    /// Frames on the stack.
    pub(super) frames: usize,
}

/// Whether a match must reach the end of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Anywhere,
    Text,
}

/// What a step leads to.
type Step = Result<Flow, RegexError>;

enum Flow {
    /// Goes on at the machine's place.
    On,
    /// Goes back to the latest choice.
    Back,
    Matched,
}

/// One matcher over one text. State other than captures lasts from attempt to attempt, as in Java.
pub(super) struct Machine<'p, U> {
    program: &'p Program,
    text: U,
    budget: Budget,
    end: End,
    pc: Pc,
    at: usize,
    /// Frame of the innermost match within the match.
    mark: usize,
    /// Where the latest match, or match within, ended.
    last: usize,
    /// Where the previous match ended, for `\G`.
    previous: usize,
    /// Where the innermost look-behind must end.
    behind_end: usize,
    reads: u64,
    work: u64,
    scratch: Scratch,
}

impl<'p, U: Units> Machine<'p, U> {
    pub(super) fn new(program: &'p Program, text: U, budget: Budget) -> Self {
        let mut scratch = borrow();
        scratch.prepare(program);
        let (pc, at, last, previous, behind_end, reads, work) = (0, 0, 0, 0, 0, 0, 0);
        Machine {
            program,
            text,
            budget,
            end: End::Anywhere,
            pc,
            at,
            mark: NONE,
            last,
            previous,
            behind_end,
            reads,
            work,
            scratch,
        }
    }

    /// Tries to match from `start` on.
    fn attempt(&mut self, start: usize) -> Result<bool, RegexError> {
        (self.pc, self.at, self.mark) = (0, start, NONE);
        self.scratch.frames.clear();
        loop {
            self.charge()?;
            match self.step()? {
                Flow::On => {}
                Flow::Matched => return Ok(true),
                Flow::Back => {
                    if !self.back()? {
                        return Ok(false);
                    }
                }
            }
        }
    }

    /// Counts one operation and stops where the budget ends.
    fn charge(&mut self) -> Result<(), RegexError> {
        self.work += 1;
        let spent = self.work + self.reads > self.budget.work || self.reads > self.budget.reads;
        if spent || self.scratch.frames.len() > self.budget.frames {
            Err(RegexError::WorkLimit)
        } else {
            Ok(())
        }
    }

    fn step(&mut self) -> Step {
        let program = self.program;
        match program.ops[self.pc as usize] {
            Op::Char(c) => Ok(self.char(|found| found == c)),
            Op::Set(set) => Ok(self.char(|found| program.sets[set as usize].contains(found))),
            Op::Text {
                start,
                length,
                fold,
            } => Ok(self.text(&program.text[start as usize..][..length as usize], fold)),
            Op::Assert(assertion) => {
                let holds = self.holds(assertion)?;
                Ok(self.on_if(holds))
            }
            Op::LineBreak => Ok(self.line_break()),
            Op::Cluster => Ok(self.cluster()),
            Op::Reference { group, fold } => Ok(self.reference(group as usize, fold)),
            Op::Run(index) => Ok(self.run(index)),
            Op::Jump(to) => Ok(self.go(to)),
            Op::Fork(other) => self.choose(self.pc + 1, other),
            Op::Defer(first) => self.choose(first, self.pc + 1),
            Op::GroupStart(local) => {
                self.set_local(local, self.at as u32);
                Ok(self.next())
            }
            Op::GroupEnd { group, local } => {
                self.set_group(group, self.scratch.locals[local as usize], self.at as u32);
                Ok(self.next())
            }
            Op::LoopStart(index) => self.enter_loop(index),
            Op::LoopNext(index) => self.continue_loop(index),
            Op::Repeat(index) => self.repeat(index, 0),
            Op::Atomic | Op::LookAhead { .. } => Ok(self.enter_part()),
            Op::LookBehind { reach, .. } => self.enter_behind(reach),
            Op::BehindEnd if self.at != self.behind_end => Ok(Flow::Back),
            Op::PartEnd | Op::BehindEnd => self.finish_part(),
            Op::Match if self.end == End::Text && self.at != self.text.len() => Ok(Flow::Back),
            Op::Match => {
                self.last = self.at;
                self.settle();
                Ok(Flow::Matched)
            }
        }
    }

    fn go(&mut self, pc: Pc) -> Flow {
        self.pc = pc;
        Flow::On
    }

    fn next(&mut self) -> Flow {
        self.go(self.pc + 1)
    }

    fn on_if(&mut self, holds: bool) -> Flow {
        if holds { self.next() } else { Flow::Back }
    }

    fn choose(&mut self, first: Pc, other: Pc) -> Step {
        self.scratch.frames.push(Frame::Branch {
            pc: other,
            at: self.at as u32,
        });
        Ok(self.go(first))
    }

    /// The character at `at`, counted.
    fn read(&mut self, at: usize) -> (u32, usize) {
        let (c, width) = self.text.char_at(at);
        self.reads += width as u64;
        (c, width)
    }

    #[inline]
    fn char(&mut self, accepts: impl Fn(u32) -> bool) -> Flow {
        if self.at >= self.text.len() {
            return Flow::Back;
        }
        let (c, width) = self.read(self.at);
        if !accepts(c) {
            return Flow::Back;
        }
        self.at += width;
        self.next()
    }

    fn text(&mut self, chars: &[u32], fold: Fold) -> Flow {
        let mut at = self.at;
        for &expected in chars {
            if at >= self.text.len() {
                return Flow::Back;
            }
            let (c, width) = self.read(at);
            if c != expected && (fold == Fold::Exact || fold.apply(c) != expected) {
                return Flow::Back;
            }
            at += width;
        }
        self.at = at;
        self.next()
    }

    /// `\r\n` first, then a single one.
    fn line_break(&mut self) -> Flow {
        if self.at >= self.text.len() {
            return Flow::Back;
        }
        let (c, width) = self.read(self.at);
        if !matches!(c, 0x0A..=0x0D | 0x85 | 0x2028 | 0x2029) {
            return Flow::Back;
        }
        self.at += width;
        if c == 0x0D && self.at < self.text.len() && self.read(self.at).0 == 0x0A {
            self.scratch.frames.push(Frame::Branch {
                pc: self.pc + 1,
                at: self.at as u32,
            });
            self.at += 1;
        }
        self.next()
    }

    fn cluster(&mut self) -> Flow {
        if self.at >= self.text.len() {
            return Flow::Back;
        }
        self.at = self.cluster_end(self.at);
        self.next()
    }

    /// Where the cluster at `from` ends; the character behind it is read as well.
    fn cluster_end(&mut self, from: usize) -> usize {
        let end = super::unicode::grapheme::cluster_end(&self.text, from);
        self.reads += (end - from + usize::from(end < self.text.len())) as u64;
        end
    }

    /// What group `group` captured, again. Nothing refers to a group that has captured nothing.
    fn reference(&mut self, group: usize, fold: Fold) -> Flow {
        let Some((start, end)) = self.scratch.group(group) else {
            return Flow::Back;
        };
        let length = end - start;
        if self.at + length > self.text.len() {
            return Flow::Back;
        }
        let same = if fold == Fold::Exact {
            self.same_units(start, length)
        } else {
            self.same_letters(start, length, fold)
        };
        if !same {
            return Flow::Back;
        }
        self.at += length;
        self.next()
    }

    fn same_units(&mut self, start: usize, length: usize) -> bool {
        let differs = (0..length)
            .find(|&offset| self.text.unit(start + offset) != self.text.unit(self.at + offset));
        self.reads += 2 * differs.map_or(length, |offset| offset + 1) as u64;
        differs.is_none()
    }

    /// Compares as many characters as the group has; the two sides may differ in units.
    fn same_letters(&mut self, start: usize, length: usize, fold: Fold) -> bool {
        let (mut left, mut right) = (self.at, start);
        let mut rest = length;
        while rest > 0 {
            if left >= self.text.len() || right >= self.text.len() {
                return false;
            }
            let ((a, a_width), (b, b_width)) = (self.read(left), self.read(right));
            if a != b && fold.apply(a) != fold.apply(b) {
                return false;
            }
            left += a_width;
            right += b_width;
            rest = rest.saturating_sub(a_width);
        }
        true
    }

    fn set_local(&mut self, slot: u32, value: u32) {
        let old = std::mem::replace(&mut self.scratch.locals[slot as usize], value);
        self.scratch.frames.push(Frame::Local { slot, old });
    }

    fn set_group(&mut self, group: u32, start: u32, end: u32) {
        let old = std::mem::replace(&mut self.scratch.groups[group as usize], (start, end));
        self.scratch.frames.push(Frame::Group {
            group,
            start: old.0,
            end: old.1,
        });
    }
}

impl<U> Drop for Machine<'_, U> {
    fn drop(&mut self) {
        give_back(std::mem::take(&mut self.scratch));
    }
}
