//! Loops that can be entered again and repetitions whose rounds are matches of their own.

use super::super::input::Units;
use super::super::syntax::ast::Greed;
use super::scratch::Frame;
use super::{Flow, Machine, Step};

/// More than this many rounds that consume nothing are not run one by one: they would all be alike.
const MANY: u32 = 64;

impl<U: Units> Machine<'_, U> {
    pub(super) fn enter_loop(&mut self, index: u32) -> Step {
        let this = self.program.loops[index as usize];
        self.set_local(this.count, 0);
        let at = self.at as u32;
        if this.min > 0 {
            return Ok(self.loop_body(index, 0));
        }
        if this.max == 0 {
            return Ok(self.go(this.next));
        }
        if this.lazy {
            self.scratch.frames.push(Frame::LoopMore {
                index,
                at,
                count: 0,
            });
            return Ok(self.go(this.next));
        }
        self.scratch
            .frames
            .push(Frame::Branch { pc: this.next, at });
        Ok(self.loop_body(index, 0))
    }

    fn loop_body(&mut self, index: u32, count: u32) -> Flow {
        let this = self.program.loops[index as usize];
        self.set_local(this.count, count + 1);
        self.go(this.body)
    }

    /// After a repetition. An empty one ends the loop, whatever its least number.
    pub(super) fn continue_loop(&mut self, index: u32) -> Step {
        let this = self.program.loops[index as usize];
        let at = self.at as u32;
        let count = self.scratch.locals[this.count as usize];
        if at <= self.scratch.locals[this.begin as usize] {
            return Ok(self.go(this.next));
        }
        if count < this.min {
            return Ok(self.loop_body(index, count));
        }
        if this.lazy {
            self.scratch
                .frames
                .push(Frame::LoopMore { index, at, count });
            return Ok(self.go(this.next));
        }
        if count >= this.max || this.remembers && self.scratch.failures.contains(&(index, at)) {
            return Ok(self.go(this.next));
        }
        self.scratch
            .frames
            .push(Frame::LoopBody { index, at, count });
        Ok(self.loop_body(index, count))
    }

    pub(super) fn end_loop(&mut self, index: u32, at: u32, count: u32) -> Flow {
        let this = self.program.loops[index as usize];
        self.scratch.locals[this.count as usize] = count;
        if this.remembers {
            self.scratch.failures.insert((index, at));
        }
        self.jump(this.next, at)
    }

    pub(super) fn more_of_loop(&mut self, index: u32, at: u32, count: u32) -> Flow {
        if count >= self.program.loops[index as usize].max {
            return Flow::Back;
        }
        self.at = at as usize;
        self.loop_body(index, count)
    }

    /// After `count` rounds that all consumed something, or at the start.
    pub(super) fn repeat(&mut self, index: u32, count: u32) -> Step {
        let this = self.program.repeats[index as usize];
        let at = self.at as u32;
        if count >= this.min {
            if count >= this.max {
                return Ok(self.leave_repeat(index, at, count));
            }
            match this.greed {
                Greed::Greedy => self
                    .scratch
                    .frames
                    .push(Frame::RepeatStop { index, at, count }),
                Greed::Possessive => {}
                Greed::Lazy => {
                    self.scratch
                        .frames
                        .push(Frame::RepeatMore { index, at, count });
                    return Ok(self.go(this.next));
                }
            }
        }
        Ok(self.start_round(index, at, count))
    }

    pub(super) fn start_round(&mut self, index: u32, at: u32, count: u32) -> Flow {
        let mark = self.inner_mark();
        self.mark = self.scratch.frames.len();
        self.scratch.frames.push(Frame::Round {
            index,
            at,
            count,
            mark,
        });
        self.jump(self.program.repeats[index as usize].body, at)
    }

    /// Goes on behind the repetition. Beyond the least number Java sets the group again when the whole match is complete, so an early round
    /// wins over captures that the same group makes later in an enclosing repetition.
    pub(super) fn leave_repeat(&mut self, index: u32, at: u32, count: u32) -> Flow {
        let this = self.program.repeats[index as usize];
        if let Some(group) = this
            .group
            .filter(|_| this.greed == Greed::Greedy && count > this.min)
        {
            let (start, end) = self.scratch.groups[group as usize];
            self.scratch
                .frames
                .push(Frame::Settle { group, start, end });
        }
        self.jump(this.next, at)
    }

    pub(super) fn fail_round(&mut self, index: u32, at: u32, count: u32, mark: u32) -> Flow {
        self.outer(mark);
        let this = self.program.repeats[index as usize];
        if this.greed == Greed::Possessive && count >= this.min {
            self.jump(this.next, at)
        } else {
            Flow::Back
        }
    }

    pub(super) fn finish_round(&mut self, index: u32, start: u32, count: u32) -> Step {
        let this = self.program.repeats[index as usize];
        let empty = self.at == start as usize;
        if empty && count >= this.min {
            if this.greed == Greed::Greedy && count == this.min && this.max > 1 {
                // To stop before this round leads to the same place; Java only goes there twice after `?`.
                self.scratch.frames.pop();
            }
            return Ok(match this.greed {
                Greed::Lazy if this.max > 1 => Flow::Back,
                _ => self.go(this.next),
            });
        }
        if let Some(group) = this.group {
            self.set_group(group, start, self.at as u32);
        }
        let count = if empty && this.min - count > MANY {
            this.min
        } else {
            count + 1
        };
        self.repeat(index, count)
    }
}
