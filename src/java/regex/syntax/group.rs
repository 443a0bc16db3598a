//! `(…)` in all its forms.

use super::ast::{Behind, Node};
use super::{Flags, Parser, SyntaxError};
use crate::java::regex::analysis;

impl Parser {
    /// A group with its quantifier, or `None` for flags that hold from here on.
    pub(super) fn group(&mut self) -> Result<Option<Node>, SyntaxError> {
        let outer = self.flags;
        let node = if self.advance() == u32::from('?') {
            match self.special_group()? {
                Some(node) => node,
                None => return Ok(None),
            }
        } else {
            self.capturing(None)?
        };
        if self.take() != u32::from(')') {
            return self.error("group is not closed");
        }
        self.flags = outer;
        self.quantified(node).map(Some)
    }

    fn special_group(&mut self) -> Result<Option<Node>, SyntaxError> {
        Ok(Some(match char::from_u32(self.take_second()) {
            Some(':') => self.plain()?,
            Some('=') => self.look(false)?,
            Some('!') => self.look(true)?,
            Some('>') => Node::Atomic(Box::new(self.alternatives()?)),
            Some('<') => self.named_or_behind()?,
            Some('$' | '@') => return self.error("group of an unknown kind"),
            _ => {
                self.back();
                return self.flagged();
            }
        }))
    }

    fn plain(&mut self) -> Result<Node, SyntaxError> {
        Ok(Node::Group {
            body: Box::new(self.alternatives()?),
            capture: None,
        })
    }

    /// Groups count from where they open.
    fn capturing(&mut self, name: Option<String>) -> Result<Node, SyntaxError> {
        self.groups += 1;
        let capture = self.groups;
        self.names.extend(name.map(|name| (name, capture)));
        Ok(Node::Group {
            body: Box::new(self.alternatives()?),
            capture: Some(capture),
        })
    }

    fn look(&mut self, negated: bool) -> Result<Node, SyntaxError> {
        Ok(Node::Look {
            body: Box::new(self.alternatives()?),
            negated,
            behind: None,
        })
    }

    fn named_or_behind(&mut self) -> Result<Node, SyntaxError> {
        let c = self.take();
        if c == u32::from('=') || c == u32::from('!') {
            return self.behind(c == u32::from('!'));
        }
        let name = self.group_name(c)?;
        if self.names.iter().any(|(known, _)| *known == name) {
            return self.error(format!("group name `{name}` is used twice"));
        }
        self.capturing(Some(name))
    }

    fn behind(&mut self, negated: bool) -> Result<Node, SyntaxError> {
        let start = self.at;
        let body = self.alternatives()?;
        let Some((min, max)) = analysis::reach(&body) else {
            return self.error("look-behind has no obvious greatest length");
        };
        let by_chars = self
            .text
            .get(start..)
            .is_some_and(|rest| rest.iter().any(|&c| super::is_paired(c)));
        Ok(Node::Look {
            body: Box::new(body),
            negated,
            behind: Some(Behind { min, max, by_chars }),
        })
    }

    /// A name that starts with `c`, up to and with its `>`.
    pub(super) fn group_name(&mut self, mut c: u32) -> Result<String, SyntaxError> {
        if !letter(c).is_some_and(|c| c.is_ascii_alphabetic()) {
            return self.error("group name does not start with a letter from a to z");
        }
        let mut name = String::new();
        while let Some(next) = letter(c) {
            name.push(next);
            c = self.take();
        }
        if c == u32::from('>') {
            Ok(name)
        } else {
            self.error("group name is not closed with `>`")
        }
    }

    /// `(?i)` or `(?i:…)`.
    fn flagged(&mut self) -> Result<Option<Node>, SyntaxError> {
        self.set_flags();
        match char::from_u32(self.take()) {
            Some(')') => Ok(None),
            Some(':') => self.plain().map(Some),
            _ => self.error("flag is unknown"),
        }
    }

    /// Reads flags up to the first character that is none; those after `-` are taken away.
    fn set_flags(&mut self) {
        let mut on = true;
        let mut c = self.peek();
        loop {
            if c == u32::from('-') && on {
                on = false;
            } else if !self.flags.set(c, on) {
                return;
            }
            c = self.advance();
        }
    }
}

fn letter(c: u32) -> Option<char> {
    char::from_u32(c).filter(char::is_ascii_alphanumeric)
}

impl Flags {
    /// Turns the flag of a letter on or off, if it is one. `c` (canonical equivalence) is accepted and does nothing; Java would then let
    /// classes match a letter with its marks.
    fn set(&mut self, letter: u32, on: bool) -> bool {
        match char::from_u32(letter) {
            Some('i') => self.ignore_case = on,
            Some('m') => self.multiline = on,
            Some('s') => self.dot_all = on,
            Some('d') => self.unix_lines = on,
            Some('u') => self.unicode_case = on,
            Some('x') => self.comments = on,
            Some('U') => (self.unicode_classes, self.unicode_case) = (on, on),
            Some('c') => {}
            _ => return false,
        }
        true
    }
}
