//! The steps in which the parser moves over a pattern.
//!
//! Under `(?x)` looking at a character first skips white space and comments in front of it. Some steps ignore that ([`Parser::take_second`],
//! after `\`, `(?` and `{`), and stepping back goes back one character whatever was skipped; patterns depend on either.

use super::{Parser, raw};

impl Parser {
    /// The character at `at` as it stands.
    pub(super) fn here(&self, at: usize) -> u32 {
        if at == self.text.len() {
            self.sentinel
        } else {
            raw(&self.text, at)
        }
    }

    pub(super) fn is_at(&mut self, c: char) -> bool {
        self.peek() == u32::from(c)
    }

    /// The current character.
    pub(super) fn peek(&mut self) -> u32 {
        let c = self.here(self.at);
        if self.flags.comments {
            self.skip_blank(c)
        } else {
            c
        }
    }

    /// Moves on by one and looks.
    pub(super) fn advance(&mut self) -> u32 {
        self.at += 1;
        self.peek()
    }

    /// Moves on by one and looks at the character as it stands.
    pub(super) fn advance_raw(&mut self) -> u32 {
        self.at += 1;
        self.here(self.at)
    }

    /// The current character, which is left behind.
    pub(super) fn take(&mut self) -> u32 {
        let c = self.peek();
        self.at += 1;
        c
    }

    /// The character after the current one; both are left behind.
    pub(super) fn take_second(&mut self) -> u32 {
        self.at += 2;
        self.here(self.at - 1)
    }

    pub(super) fn back(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// Nothing but the end is left. A zero before the end is a character.
    pub(super) fn is_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn skip_blank(&mut self, mut c: u32) -> u32 {
        while is_blank(c) || c == u32::from('#') {
            while is_blank(c) {
                c = self.advance_raw();
            }
            if c == u32::from('#') {
                c = self.skip_comment();
            }
        }
        c
    }

    /// Moves to the terminator of the line, which only counts as blank if it is one of ASCII.
    fn skip_comment(&mut self) -> u32 {
        let mut c = self.advance_raw();
        while c != 0 && !self.ends_comment(c) {
            c = self.advance_raw();
        }
        if c == 0 && self.at > self.text.len() {
            self.at = self.text.len();
            c = self.here(self.at);
        }
        c
    }

    fn ends_comment(&self, c: u32) -> bool {
        if self.flags.unix_lines {
            c == 0x0A
        } else {
            super::ast::is_terminator(c)
        }
    }
}

fn is_blank(c: u32) -> bool {
    matches!(c, 0x09..=0x0D | 0x20)
}
