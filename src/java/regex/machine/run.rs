//! Repetitions of one character, which take no frame for each.

use super::super::input::Units;
use super::super::program::Run;
use super::super::syntax::ast::Greed;
use super::scratch::Frame;
use super::{Flow, Machine};

impl<U: Units> Machine<'_, U> {
    pub(super) fn run(&mut self, index: u32) -> Flow {
        let run = self.program.runs[index as usize];
        let Some((count, floor)) = self.take_run(&run) else {
            return Flow::Back;
        };
        let at = self.at as u32;
        match run.greed {
            Greed::Greedy if at > floor => {
                self.scratch.frames.push(Frame::Shrink { index, at, floor });
            }
            Greed::Lazy if count < run.max => {
                self.scratch.frames.push(Frame::Grow { index, at, count });
            }
            _ => {}
        }
        self.next()
    }

    /// Takes as many characters as the run wants at first. The result is their number and where the least number of them ends.
    fn take_run(&mut self, run: &Run) -> Option<(u32, u32)> {
        let lazy = run.greed == Greed::Lazy;
        let limit = if lazy { run.min } else { run.max };
        let mut floor = self.at;
        let mut count = 0;
        while count < limit && self.take_one(run) {
            count += 1;
            if count == run.min {
                floor = self.at;
            }
        }
        if count > 0 && !run.is_scan() {
            self.last = self.at;
        }
        (count >= run.min).then_some((count, floor as u32))
    }

    fn take_one(&mut self, run: &Run) -> bool {
        if self.at >= self.text.len() {
            return false;
        }
        let (c, width) = self.read(self.at);
        let accepted = self.program.sets[run.set as usize].contains(c);
        if accepted {
            self.at += width;
        }
        accepted
    }

    /// Gives the last character of a run back.
    pub(super) fn shrink(&mut self, index: u32, at: u32, floor: u32) -> Flow {
        let run = self.program.runs[index as usize];
        let (_, width) = self.text.char_before(at as usize);
        if run.reads_back() {
            self.reads += width as u64;
        }
        let at = (at - width as u32).max(floor);
        if at > floor {
            self.scratch.frames.push(Frame::Shrink { index, at, floor });
        }
        self.jump(run.next, at)
    }

    /// Takes another character to a lazy run.
    pub(super) fn grow(&mut self, index: u32, at: u32, count: u32) -> Flow {
        let run = self.program.runs[index as usize];
        self.at = at as usize;
        if !self.take_one(&run) {
            return Flow::Back;
        }
        let (at, count) = (self.at as u32, count + 1);
        self.last = self.at;
        if count < run.max {
            self.scratch.frames.push(Frame::Grow { index, at, count });
        }
        self.go(run.next)
    }
}
