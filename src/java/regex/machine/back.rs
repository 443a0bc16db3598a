//! Going back to what is left to try.

use super::super::error::RegexError;
use super::super::input::Units;
use super::scratch::{Frame, NONE};
use super::{Flow, Machine, Step};

impl<U: Units> Machine<'_, U> {
    /// Goes to the latest choice that is left and undoes what was noted since. `false` if there is none.
    pub(super) fn back(&mut self) -> Result<bool, RegexError> {
        while let Some(frame) = self.scratch.frames.pop() {
            self.charge()?;
            if let Flow::On = self.resume(frame)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    pub(super) fn resume(&mut self, frame: Frame) -> Step {
        match frame {
            Frame::Branch { pc, at } => Ok(self.jump(pc, at)),
            Frame::Shrink { index, at, floor } => Ok(self.shrink(index, at, floor)),
            Frame::Grow { index, at, count } => Ok(self.grow(index, at, count)),
            Frame::Local { slot, old } => {
                self.scratch.locals[slot as usize] = old;
                Ok(Flow::Back)
            }
            Frame::Group { group, start, end } => {
                self.scratch.groups[group as usize] = (start, end);
                Ok(Flow::Back)
            }
            Frame::LoopBody { index, at, count } => Ok(self.end_loop(index, at, count)),
            Frame::LoopMore { index, at, count } => Ok(self.more_of_loop(index, at, count)),
            Frame::RepeatStop { index, at, count } => Ok(self.leave_repeat(index, at, count)),
            Frame::RepeatMore { index, at, count } => Ok(self.start_round(index, at, count)),
            Frame::Round {
                index,
                at,
                count,
                mark,
            } => Ok(self.fail_round(index, at, count, mark)),
            Frame::Part { pc, at, mark } => Ok(self.fail_part(pc, at, mark)),
            Frame::Behind { pc, at, mark } => self.retry_behind(pc, at, mark),
            Frame::Window { .. } | Frame::Settle { .. } => Ok(Flow::Back),
        }
    }

    pub(super) fn jump(&mut self, pc: u32, at: u32) -> Flow {
        self.at = at as usize;
        self.go(pc)
    }

    pub(super) fn outer(&mut self, mark: u32) {
        self.mark = if mark == u32::MAX {
            NONE
        } else {
            mark as usize
        };
    }

    /// Frame number of the enclosing part, as kept in frames.
    pub(super) fn inner_mark(&self) -> u32 {
        if self.mark == NONE {
            u32::MAX
        } else {
            self.mark as u32
        }
    }
}
