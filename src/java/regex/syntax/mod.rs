//! Java's pattern syntax, read by our own recursive descent.
//!
//! No crate reads this dialect: `[a-z&&[^aeiou]]`, `\Q…\E`, `\p{javaLowerCase}`, octal escapes, `a{2}{3}`. The parser accepts and refuses what
//! `java.util.regex.Pattern` of Java 25 accepts and refuses and reports errors at the same index, so it reads characters in the same
//! steps (`peek`, `advance`, `take`), which matters under `(?x)`, where each step may skip white space and comments.

pub(super) mod ast;
mod class;
mod escape;
mod group;
mod quote;
mod reader;
mod sequence;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use self::ast::{Ast, Fold, Node};
use super::charset::CharSet;
use super::unicode::case;

/// Groups and classes may be nested this deep. Java gives up with the same kind of error when its stack is used up.
pub(super) const MAX_NESTING: usize = 256;

const BACKSLASH: u32 = '\\' as u32;

/// Why a text is no pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// Where Java notices, in characters of the pattern after its quotations are written as escapes; -1 before the first.
    pub(crate) index: i32,
    pub(crate) message: String,
}

/// Reads a whole pattern.
pub(super) fn parse(pattern: Vec<u32>) -> Result<Ast, SyntaxError> {
    let whole_pairs = pattern.iter().any(|&c| is_paired(c));
    let mut parser = Parser {
        text: quote::unquoted(pattern),
        whole_pairs,
        ..Parser::default()
    };
    let root = parser.alternatives()?;
    parser.expect_end()?;
    let Parser {
        groups,
        names,
        whole_pairs,
        refers_back,
        cluster_boundaries,
        ..
    } = parser;
    Ok(Ast {
        root,
        groups,
        names,
        whole_pairs,
        refers_back,
        cluster_boundaries,
    })
}

/// Takes two units as a pair, or one half of it.
fn is_paired(c: u32) -> bool {
    c > 0xFFFF || super::input::is_surrogate(c)
}

/// The character at `at`; Java ends every pattern with zeros.
fn raw(text: &[u32], at: usize) -> u32 {
    text.get(at).copied().unwrap_or(0)
}

/// The state of one parse. Fields change in place as in Java: flags hold until the end of their group.
#[derive(Default)]
struct Parser {
    text: Vec<u32>,
    at: usize,
    /// Read at the end of the text instead of zero.
    sentinel: u32,
    flags: Flags,
    groups: u32,
    names: Vec<(String, u32)>,
    whole_pairs: bool,
    refers_back: bool,
    cluster_boundaries: bool,
    depth: usize,
    /// Sets of properties by name and the flags that decide about them.
    properties: HashMap<(String, bool, bool), Class>,
}

/// The inline flags that are on.
#[derive(Clone, Copy, Debug, Default)]
struct Flags {
    ignore_case: bool,
    multiline: bool,
    dot_all: bool,
    unix_lines: bool,
    unicode_case: bool,
    comments: bool,
    unicode_classes: bool,
}

impl Flags {
    fn fold(self) -> Fold {
        match (self.ignore_case, self.unicode_case) {
            (false, _) => Fold::Exact,
            (true, false) => Fold::Ascii,
            (true, true) => Fold::Unicode,
        }
    }
}

/// A set, and whether Java tests it unit by unit (which it does where the set cannot hold a surrogate by construction).
#[derive(Clone, Debug, Default)]
struct Class {
    set: CharSet,
    by_unit: bool,
}

impl Parser {
    fn error<T>(&self, message: impl Into<String>) -> Result<T, SyntaxError> {
        Err(SyntaxError {
            index: self.at as i32 - 1,
            message: message.into(),
        })
    }

    /// Runs `part` one level deeper.
    fn nested<T>(
        &mut self,
        part: impl FnOnce(&mut Parser) -> Result<T, SyntaxError>,
    ) -> Result<T, SyntaxError> {
        if self.depth == MAX_NESTING {
            return self.error(format!(
                "pattern is nested more than {MAX_NESTING} levels deep"
            ));
        }
        self.depth += 1;
        let result = part(self);
        self.depth -= 1;
        result
    }

    fn one(&mut self, class: Class) -> Node {
        self.whole_pairs |= !class.by_unit;
        Node::One(class.set)
    }

    fn expect_end(&mut self) -> Result<(), SyntaxError> {
        let length = self.text.len();
        if self.at == length {
            return Ok(());
        }
        if self.peek() == u32::from(')') {
            self.error("`)` closes no group")
        } else if self.at == length + 1 && self.text.last() == Some(&BACKSLASH) {
            self.error("`\\` at the end escapes nothing")
        } else {
            self.error("pattern ends within an element")
        }
    }
}
