//! Conditions on a position, as Java tests them.

use super::super::error::{RegexError, string_index};
use super::super::input::Units;
use super::super::syntax::ast::{Assertion, is_terminator};
use super::super::unicode;
use super::Machine;

const FEED: u32 = 0x0A;
const RETURN: u32 = 0x0D;

impl<U: Units> Machine<'_, U> {
    pub(super) fn holds(&mut self, assertion: Assertion) -> Result<bool, RegexError> {
        Ok(match assertion {
            Assertion::TextStart => self.at == 0,
            Assertion::TextEnd => self.at == self.text.len(),
            Assertion::LineStart { unix } => self.is_line_start(unix),
            Assertion::LineEnd {
                unix: true,
                multiline,
            } => self.is_unix_line_end(multiline),
            Assertion::LineEnd {
                unix: false,
                multiline,
            } => self.is_line_end(multiline),
            Assertion::LastMatch => self.at == self.previous,
            Assertion::Word { negated, unicode } => self.is_word_boundary(unicode) != negated,
            Assertion::Cluster => return self.is_cluster_boundary(),
        })
    }

    fn unit(&mut self, at: usize) -> u32 {
        self.reads += 1;
        self.text.unit(at)
    }

    /// After a terminator, except at the very end, where no line starts.
    fn is_line_start(&mut self, unix: bool) -> bool {
        if self.at == self.text.len() {
            return false;
        }
        if self.at == 0 {
            return true;
        }
        let before = self.unit(self.at - 1);
        if unix {
            return before == FEED;
        }
        is_terminator(before) && !(before == RETURN && self.unit(self.at) == FEED)
    }

    fn is_unix_line_end(&mut self, multiline: bool) -> bool {
        let rest = self.text.len() - self.at;
        rest == 0 || (multiline || rest == 1) && self.unit(self.at) == FEED
    }

    /// At the end or before the terminator there; with `multiline` before any. `\r\n` is one terminator.
    fn is_line_end(&mut self, multiline: bool) -> bool {
        let rest = self.text.len() - self.at;
        if rest == 0 {
            return true;
        }
        if !multiline && rest > 2 {
            return false;
        }
        let here = self.unit(self.at);
        if !multiline && rest == 2 {
            return here == RETURN && self.unit(self.at + 1) == FEED;
        }
        if here == FEED {
            return self.at == 0 || self.unit(self.at - 1) != RETURN;
        }
        is_terminator(here)
    }

    fn is_word_boundary(&mut self, unicode: bool) -> bool {
        let before = self.at > 0 && {
            let (c, width) = self.text.char_before(self.at);
            self.reads += width as u64;
            self.is_word_part(c, unicode, self.at - 1)
        };
        let after = self.at < self.text.len() && {
            let (c, _) = self.read(self.at);
            self.is_word_part(c, unicode, self.at)
        };
        before != after
    }

    /// A word character, or a mark on a letter or digit.
    fn is_word_part(&mut self, c: u32, unicode: bool, at: usize) -> bool {
        let word = match c {
            0..128 => matches!(c, 0x30..=0x39 | 0x41..=0x5A | 0x5F | 0x61..=0x7A),
            _ => unicode && unicode::word_sets().word.contains(c),
        };
        word || c >= 128 && unicode::word_sets().marks.contains(c) && self.has_base(at)
    }

    /// Whether the marks that end at `at` stand on a letter or digit. Java looks unit by unit.
    fn has_base(&mut self, at: usize) -> bool {
        for at in (0..=at).rev() {
            let (c, _) = self.read(at);
            if unicode::word_sets().alphanumeric.contains(c) {
                return true;
            }
            if !unicode::word_sets().marks.contains(c) {
                return false;
            }
        }
        false
    }

    /// Java starts to look at the end of the latest match (within) and fails if that is the end of the text.
    fn is_cluster_boundary(&mut self) -> Result<bool, RegexError> {
        let length = self.text.len();
        if self.at == 0 || self.at == length {
            return Ok(true);
        }
        self.reads += 2;
        if self.text.splits_pair(self.at) {
            return Ok(false);
        }
        if self.last == length {
            return Err(string_index(length, length).into());
        }
        Ok(self.cluster_end(self.last) <= self.at)
    }
}
