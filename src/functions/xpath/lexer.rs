//! From a path to its tokens, which are slices of it. The reference has no lexical grammar but a scan for delimiters; what lies
//! between two is one token, whatever it holds. So `a#b` is a name, `1.5-1` is one (malformed) number and `3-2` a subtraction,
//! and names and operators are told apart by the parser alone.
//!
//! Two bounds of the reference are counted here: operators (of which it counts most tokens) and groups in parentheses.

use super::error::XPathError;
use super::limits::Limit;
use super::parser::is_digit;

const MAX_OPERATORS: u32 = 100;
const MAX_GROUPS: u32 = 10;

/// Words that count as operators when a space follows.
const WORDS: [&str; 9] = [
    "or",
    "and",
    "div",
    "mod",
    "quo",
    "..",
    "::",
    "attribute",
    "child",
];

/// Cuts a path into tokens. A name with a prefix is three tokens: prefix, colon, local part.
pub(super) fn tokens(path: &str) -> Result<Vec<&str>, XPathError> {
    let mut lexer = Lexer {
        path,
        tokens: Vec::new(),
        ..Lexer::default()
    };
    lexer.run()?;
    if lexer.tokens.is_empty() {
        Err(XPathError::Empty)
    } else {
        Ok(lexer.tokens)
    }
}

#[derive(Default)]
struct Lexer<'a> {
    path: &'a str,
    tokens: Vec<&'a str>,
    /// Where the word that is being read starts.
    start: Option<usize>,
    /// The newest colon, which parts a prefix from a local name.
    colon: Option<usize>,
    /// The word so far is digits: a minus ends it.
    digits: bool,
    /// Behind `::`, where a star or a parenthesis is no operator.
    behind_axis: bool,
    /// A word stands before: a parenthesis is a call, not a group.
    behind_word: bool,
    operators: u32,
    groups: u32,
}

impl<'a> Lexer<'a> {
    fn run(&mut self) -> Result<(), XPathError> {
        let mut at = 0;
        while let Some(c) = self.path[at..].chars().next() {
            at += match c {
                '"' | '\'' => self.quoted(at, c)?,
                ' ' | '\t' | '\n' | '\r' => self.space(at)?,
                ':' => self.colon(at),
                '-' if self.start.is_some() && !self.digits => 1,
                '@' | '-' | '(' | ')' | '[' | ']' | '|' | '/' | '*' | '+' | '=' | ',' | '\\'
                | '^' | '!' | '$' | '<' | '>' => self.delimiter(at, c)?,
                _ => self.word(at, c),
            };
            self.check_bounds()?;
        }
        self.end_word(self.path.len())
    }

    fn check_bounds(&self) -> Result<(), XPathError> {
        if self.groups > MAX_GROUPS {
            return Err(Limit::Groups.into());
        }
        if self.operators > MAX_OPERATORS {
            return Err(Limit::Operators.into());
        }
        Ok(())
    }

    fn count(&mut self) {
        self.operators += 1;
        self.behind_word = false;
    }

    fn peek(&self, at: usize) -> Option<u8> {
        self.path.as_bytes().get(at + 1).copied()
    }

    /// Ends the word that is being read, if any.
    fn end_word(&mut self, end: usize) -> Result<(), XPathError> {
        let (start, colon) = (self.start.take(), self.colon.take());
        self.digits = false;
        match (start, colon) {
            (None, _) => self.colon = colon,
            (Some(start), None) => self.tokens.push(&self.path[start..end]),
            (Some(start), Some(colon)) if start == colon => return Err(XPathError::Prefix),
            (Some(start), Some(colon)) => {
                self.tokens
                    .extend([&self.path[start..colon], &self.path[colon..=colon]]);
                self.tokens
                    .extend(Some(&self.path[colon + 1..end]).filter(|local| !local.is_empty()));
            }
        }
        Ok(())
    }

    fn quoted(&mut self, at: usize, quote: char) -> Result<usize, XPathError> {
        self.end_word(at)?;
        let len = self.path[at + 1..].find(quote).ok_or(XPathError::Quote)? + 2;
        self.tokens.push(&self.path[at..at + len]);
        Ok(len)
    }

    fn space(&mut self, at: usize) -> Result<usize, XPathError> {
        if let (Some(start), None) = (self.start, self.colon)
            && WORDS.contains(&&self.path[start..at])
        {
            self.count();
        }
        self.end_word(at)?;
        Ok(1)
    }

    fn colon(&mut self, at: usize) -> usize {
        match self.colon.filter(|colon| at > 0 && colon + 1 == at) {
            Some(colon) => {
                let word = self.start.take().filter(|&start| start < colon);
                self.tokens
                    .extend(word.map(|start| &self.path[start..colon]));
                self.tokens.push(&self.path[colon..=at]);
                (self.colon, self.digits, self.behind_axis) = (None, false, true);
                self.operators += 1;
                1
            }
            None => {
                if at > 0 {
                    self.colon = Some(at);
                }
                self.word(at, ':')
            }
        }
    }

    fn delimiter(&mut self, at: usize, c: char) -> Result<usize, XPathError> {
        self.end_word(at)?;
        match c {
            '(' => {
                if self.behind_word && !self.behind_axis {
                    self.count();
                } else if !self.behind_word {
                    self.groups += 1;
                    self.count();
                }
                self.behind_axis = false;
            }
            '[' => {
                self.count();
                self.behind_axis = false;
            }
            ')' | ']' | ',' => {}
            '<' | '>' | '=' | '!' => {
                if self.peek(at) != Some(b'=') {
                    self.count();
                }
            }
            '/' => {
                self.behind_axis = false;
                if self.peek(at) != Some(b'/') {
                    self.count();
                }
            }
            _ => {
                if c != '*' || !self.behind_axis {
                    self.count();
                }
                self.behind_axis = false;
            }
        }
        self.tokens.push(&self.path[at..=at]);
        Ok(1)
    }

    fn word(&mut self, at: usize, c: char) -> usize {
        self.behind_word = true;
        if c == '.' && !self.digits && self.peek(at) != Some(b'.') {
            self.count();
        }
        self.digits = (self.digits || self.start.is_none()) && is_digit(c);
        self.start.get_or_insert(at);
        c.len_utf8()
    }
}
