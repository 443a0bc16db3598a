//! Matches within the match: how they end, and look-around and atomic groups.

use super::super::input::Units;
use super::super::program::Op;
use super::super::syntax::ast::Behind;
use super::scratch::{Frame, NONE};
use super::{Flow, Machine, Step};

impl<U: Units> Machine<'_, U> {
    pub(super) fn enter_part(&mut self) -> Flow {
        let mark = self.inner_mark();
        self.mark = self.scratch.frames.len();
        self.scratch.frames.push(Frame::Part {
            pc: self.pc,
            at: self.at as u32,
            mark,
        });
        self.next()
    }

    pub(super) fn fail_part(&mut self, pc: u32, at: u32, mark: u32) -> Flow {
        self.outer(mark);
        match self.program.ops[pc as usize] {
            Op::LookAhead {
                negated: true,
                next,
            } => self.jump(next, at),
            _ => Flow::Back,
        }
    }

    /// A match within the match is complete: what it could still try goes, its captures stay.
    pub(super) fn finish_part(&mut self) -> Step {
        self.settle();
        let frame = self.scratch.frames[self.mark];
        self.scratch.frames.truncate(self.mark);
        match frame {
            Frame::Round {
                index,
                at,
                count,
                mark,
            } => {
                self.outer(mark);
                self.last = self.at;
                self.finish_round(index, at, count)
            }
            Frame::Behind { pc, at, mark } => {
                self.outer(mark);
                self.leave_behind();
                Ok(self.decide_behind(pc, at, true))
            }
            Frame::Part { pc, at, mark } => {
                self.outer(mark);
                self.last = self.at;
                Ok(self.leave_part(pc, at))
            }
            other => self.resume(other),
        }
    }

    fn leave_part(&mut self, pc: u32, at: u32) -> Flow {
        match self.program.ops[pc as usize] {
            Op::LookAhead {
                negated: false,
                next,
            } => self.jump(next, at),
            Op::LookAhead { negated: true, .. } => Flow::Back,
            _ => self.next(),
        }
    }

    /// Sets the groups that wait for the end of the match, the earliest last.
    pub(super) fn settle(&mut self) {
        let start = if self.mark == NONE { 0 } else { self.mark };
        let scratch = &mut self.scratch;
        for frame in scratch.frames[start..].iter().rev() {
            if let Frame::Settle { group, start, end } = *frame {
                scratch.groups[group as usize] = (start, end);
            }
        }
    }

    pub(super) fn enter_behind(&mut self, reach: Behind) -> Step {
        let (at, pc) = (self.at as i32, self.pc);
        let (max, min) = if reach.by_chars {
            (self.units_back(reach.max), self.units_back(reach.min))
        } else {
            (reach.max, reach.min)
        };
        let floor = at.wrapping_sub(max).max(0);
        let from = at.wrapping_sub(min);
        if from < floor {
            return Ok(self.decide_behind(pc, at as u32, false));
        }
        let outer_end = std::mem::replace(&mut self.behind_end, self.at) as u32;
        self.scratch.frames.push(Frame::Window {
            from: from as u32,
            floor: floor as u32,
            outer_end,
        });
        Ok(self.try_behind(pc, at as u32, from as u32))
    }

    fn try_behind(&mut self, pc: u32, at: u32, from: u32) -> Flow {
        let mark = self.inner_mark();
        self.mark = self.scratch.frames.len();
        self.scratch.frames.push(Frame::Behind { pc, at, mark });
        self.jump(pc + 1, from)
    }

    /// The look-behind failed from one place: tries the one before it.
    pub(super) fn retry_behind(&mut self, pc: u32, at: u32, mark: u32) -> Step {
        self.outer(mark);
        let Some(&Frame::Window {
            from,
            floor,
            outer_end,
        }) = self.scratch.frames.last()
        else {
            return Ok(Flow::Back);
        };
        if from <= floor {
            self.leave_behind();
            return Ok(self.decide_behind(pc, at, false));
        }
        let by_chars =
            matches!(self.program.ops[pc as usize], Op::LookBehind { reach, .. } if reach.by_chars);
        let width = if by_chars {
            self.text.char_before(from as usize).1 as u32
        } else {
            1
        };
        let from = from.saturating_sub(width);
        if from < floor {
            self.leave_behind();
            return Ok(self.decide_behind(pc, at, false));
        }
        self.scratch.frames.pop();
        self.scratch.frames.push(Frame::Window {
            from,
            floor,
            outer_end,
        });
        Ok(self.try_behind(pc, at, from))
    }

    fn leave_behind(&mut self) {
        if let Some(Frame::Window { outer_end, .. }) = self.scratch.frames.pop() {
            self.behind_end = outer_end as usize;
        }
    }

    fn decide_behind(&mut self, pc: u32, at: u32, found: bool) -> Flow {
        match self.program.ops[pc as usize] {
            Op::LookBehind { negated, next, .. } if negated != found => self.jump(next, at),
            _ => Flow::Back,
        }
    }

    /// Units of `chars` characters before the place, as far as there are that many. Java counts forward where the number is negative.
    fn units_back(&mut self, chars: i32) -> i32 {
        let Some(ahead) = chars.checked_neg() else {
            return 0;
        };
        let mut at = self.at;
        for _ in 0..chars.unsigned_abs() {
            let width = match ahead > 0 {
                true if at < self.text.len() => self.text.char_at(at).1,
                false if at > 0 => self.text.char_before(at).1,
                _ => break,
            };
            self.reads += width as u64;
            at = if ahead > 0 { at + width } else { at - width };
        }
        at.abs_diff(self.at) as i32
    }
}
