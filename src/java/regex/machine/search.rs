//! The three ways to apply a pattern: to the whole text, to its start, anywhere.

use super::super::error::RegexError;
use super::super::input::Units;
use super::{End, Machine};

impl<U: Units> Machine<'_, U> {
    pub(in super::super) fn full_match(&mut self) -> Result<bool, RegexError> {
        self.end = End::Text;
        self.matches_from(0)
    }

    pub(in super::super) fn looking_at(&mut self) -> Result<bool, RegexError> {
        self.end = End::Anywhere;
        self.matches_from(0)
    }

    /// The first match that starts at `from` or later. `previous` is where `\G` holds and where the match before this one ended.
    pub(in super::super) fn find(
        &mut self,
        from: usize,
        previous: Option<usize>,
    ) -> Result<bool, RegexError> {
        self.end = End::Anywhere;
        self.scratch.forget();
        self.previous = previous.unwrap_or(from);
        self.last = previous.unwrap_or(0);
        let Some(guard) = usize::try_from(self.program.least)
            .ok()
            .and_then(|least| self.text.len().checked_sub(least))
        else {
            return Ok(false);
        };
        let mut start = from;
        while start <= guard && !(self.program.anchored && start > 0) {
            if self.can_start(start) && self.matches_from(start)? {
                return Ok(true);
            }
            start += self.stride(start);
        }
        Ok(false)
    }

    /// Start and end of a group of the latest match, the whole match as group 0.
    pub(in super::super) fn group(&self, group: usize) -> Option<(usize, usize)> {
        self.scratch.group(group)
    }

    fn matches_from(&mut self, start: usize) -> Result<bool, RegexError> {
        let matched = self.attempt(start)?;
        if matched {
            self.scratch.groups[0] = (start as u32, self.at as u32);
        }
        Ok(matched)
    }

    fn can_start(&mut self, start: usize) -> bool {
        let Some(first) = &self.program.first else {
            return true;
        };
        self.reads += 1;
        start < self.text.len() && first.contains(self.text.char_at(start).0)
    }

    /// Java only steps over pairs where an element of the pattern needs whole ones.
    fn stride(&self, start: usize) -> usize {
        if self.program.whole_pairs && start < self.text.len() {
            self.text.char_at(start).1
        } else {
            1
        }
    }
}

#[cfg(test)]
impl<U> Machine<'_, U> {
    /// What the budget has been charged for reading.
    pub(in super::super) fn reads(&self) -> u64 {
        self.reads
    }
}
