//! Likely mends of a hole that does not parse.
//!
//! Each function knows one habit from another language or one slip, and proposes a change without proof. The caller keeps
//! what makes the hole parse and drops the rest, so a proposal need not be careful, only plausible.

use super::Source;
use super::lexer::{LexError, Token, TokenKind, is_name_part};
use super::plain::{in_plain_characters, without_backslashes};
use crate::diagnostic::Mend;

/// What went wrong, as far as mending is concerned.
#[derive(Clone, Copy)]
pub(super) enum Fault {
    Lexical(LexError),
    /// The token at fault, or the number of tokens when the end is.
    Token(usize),
}

/// How many mends are worth showing.
const SHOWN: usize = 3;

/// The proposals that `parses` accepts, the most likely first.
pub(super) fn mends(
    source: &Source<'_>,
    tokens: &[Token],
    fault: Fault,
    parses: impl Fn(&str) -> bool,
) -> Vec<Mend> {
    let mut proposals = Proposals {
        text: source.text,
        tokens,
        found: Vec::new(),
    };
    match fault {
        Fault::Lexical(error) => proposals.lexical(error),
        Fault::Token(at) => proposals.token(at),
    }
    proposals.backslashes();
    let mut results: Vec<String> = Vec::new();
    let mut mends = Vec::new();
    for proposal in proposals.found {
        let result = proposal.applied(source.text);
        if mends.len() < SHOWN && !results.contains(&result) && parses(&result) {
            mends.push(proposal.mend(source));
            results.push(result);
        }
    }
    mends
}

/// A change of the text between two bytes.
#[derive(PartialEq)]
struct Proposal {
    start: usize,
    end: usize,
    replacement: String,
    help: String,
}

impl Proposal {
    fn applied(&self, text: &str) -> String {
        [&text[..self.start], &self.replacement, &text[self.end..]].concat()
    }

    fn mend(self, source: &Source<'_>) -> Mend {
        Mend {
            span: source.span(self.start, self.end),
            replacement: self.replacement,
            help: self.help,
        }
    }
}

/// Two tokens in a row that mean one of ours.
const PAIRS: [(&str, &str, &str, &str); 14] = [
    ("==", "=", "==", "compare with `==`"),
    ("!=", "=", "!=", "compare with `!=`"),
    ("=", "=", "==", "compare with `==`"),
    ("!", "=", "!=", "compare with `!=`"),
    ("<", ">", "!=", "compare with `!=`"),
    ("=", ">", ">=", "write `>=`"),
    ("=", "<", "<=", "write `<=`"),
    ("&&", "&", "&&", "write `&&`"),
    ("&", "&", "&&", "write `&&`"),
    ("?", "?", "?:", "a default is written `?:`"),
    ("?", ":", "?:", "a default is written `?:`"),
    ("*", "*", "^", "the power is written `^`"),
    ("-", ">", ".", "a member is reached by `.`"),
    (":", ":", ".", "a member is reached by `.`"),
];

/// Words that are operators elsewhere.
const WORDS: [(&str, &str); 4] = [
    ("equals", "=="),
    ("is", "=="),
    ("isnot", "!="),
    ("xor", "!="),
];

/// Methods that are operators elsewhere.
const METHODS: [&str; 3] = ["contains", "startsWith", "endsWith"];

struct Proposals<'s> {
    text: &'s str,
    tokens: &'s [Token],
    found: Vec<Proposal>,
}

impl<'s> Proposals<'s> {
    fn propose(
        &mut self,
        start: usize,
        end: usize,
        replacement: impl Into<String>,
        help: impl Into<String>,
    ) {
        let proposal = Proposal {
            start,
            end,
            replacement: replacement.into(),
            help: help.into(),
        };
        if !self.found.contains(&proposal) {
            self.found.push(proposal);
        }
    }

    fn text(&self, index: usize) -> &'s str {
        self.tokens
            .get(index)
            .map_or("", |token| token.text(self.text))
    }

    fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    fn start(&self, index: usize) -> usize {
        self.tokens
            .get(index)
            .map_or(self.text.len(), |token| token.start)
    }

    /// The end of the token, or of the text.
    fn end(&self, index: usize) -> usize {
        self.tokens
            .get(index)
            .map_or(self.text.len(), |token| token.end)
    }

    // --- tokens --------------------------------------------------------------------------------------------------------------

    fn token(&mut self, at: usize) {
        self.pairs(at + 1);
        self.single_ampersand(at);
        self.assignments(at);
        self.update(at);
        self.chained_comparison(at);
        self.foreign_word(at);
        self.bracket_token(at);
        self.comma(at);
        self.dot(at);
        self.number(at);
        self.hash(at);
        self.constructor(at);
        self.ternary(at);
        self.repeated(at);
    }

    /// The last foreign pairs up to this token.
    fn pairs(&mut self, last: usize) {
        let known = |first: usize| {
            let pair = (self.text(first), self.text(first + 1));
            PAIRS
                .iter()
                .find(|(left, right, ..)| pair == (*left, *right))
                .map(|found| (first, found))
        };
        let found: Vec<_> = (0..=last).rev().filter_map(known).take(SHOWN).collect();
        for (first, (_, _, replacement, help)) in found {
            self.propose(self.start(first), self.end(first + 1), *replacement, *help);
        }
    }

    fn single_ampersand(&mut self, at: usize) {
        for index in at.saturating_sub(1)..=at {
            if self.text(index) == "&" {
                self.propose(self.start(index), self.end(index), "&&", "write `&&`");
            }
        }
    }

    /// Every `=` up to here as `==`.
    fn assignments(&mut self, at: usize) {
        let assign = |token: &&Token| token.is("=");
        let upto = &self.tokens[..self.tokens.len().min(at + 1)];
        let (Some(first), Some(last)) = (upto.iter().find(assign), upto.iter().rfind(assign))
        else {
            return;
        };
        let mut replacement = String::new();
        let mut copied = first.start;
        for token in upto.iter().filter(assign) {
            replacement.push_str(&self.text[copied..token.start]);
            replacement.push_str("==");
            copied = token.end;
        }
        self.propose(
            first.start,
            last.end,
            replacement,
            "compare with `==`; a single `=` assigns",
        );
    }

    /// `#i += 1` as `#i = #i + 1`.
    fn update(&mut self, at: usize) {
        let simple =
            |token: &Token| token.kind == TokenKind::Identifier || token.is("#") || token.is(".");
        if self.text(at + 1) != "="
            || !matches!(self.text(at), "+" | "-" | "*" | "/" | "%")
            || !self.tokens[..at].iter().all(simple)
        {
            return;
        }
        let target = self.text[..self.start(at)].trim();
        let replacement = format!("= {target} {}", self.text(at));
        self.propose(
            self.start(at),
            self.end(at + 1),
            replacement,
            "assign the result of the operation",
        );
    }

    /// `1 < #x < 3` as `1 < #x && #x < 3`.
    fn chained_comparison(&mut self, at: usize) {
        let ordering = |token: &Token| ["<", "<=", ">", ">="].iter().any(|symbol| token.is(symbol));
        if !self.tokens.get(at).is_some_and(ordering) {
            return;
        }
        let Some(first) = self.tokens[..at].iter().rposition(ordering) else {
            return;
        };
        let middle = self.text[self.end(first)..self.start(at)].trim();
        self.propose(
            self.start(at),
            self.start(at),
            format!("&& {middle} "),
            "compare twice; comparisons do not chain",
        );
    }

    fn foreign_word(&mut self, at: usize) {
        let word = self.text(at);
        if let Some((_, symbol)) = WORDS
            .iter()
            .find(|(foreign, _)| word.eq_ignore_ascii_case(foreign))
        {
            self.propose(
                self.start(at),
                self.end(at),
                *symbol,
                format!("write `{symbol}`"),
            );
        }
        if METHODS.contains(&word) && self.kind(at + 1) == Some(TokenKind::Str) && at > 0 {
            let replacement = format!(".{word}({})", self.text(at + 1));
            self.propose(
                self.end(at - 1),
                self.end(at + 1),
                replacement,
                format!("`{word}` is a method"),
            );
        }
    }

    /// `a?[0]:1` is a selection, not a ternary; `a![x]` lacks its dot.
    fn bracket_token(&mut self, at: usize) {
        let start = self.start(at);
        match self.text(at) {
            "?[" => {
                self.propose(
                    start,
                    self.end(at),
                    "? [",
                    "part `?` and `[`, or they begin a selection",
                );
                self.propose(start, start, ".", "a selection follows a dot");
            }
            "![" | "^[" | "$[" => {
                self.propose(start, start, ".", "a projection or selection follows a dot");
            }
            _ => {}
        }
    }

    /// One comma too many, or one too few.
    fn comma(&mut self, at: usize) {
        for index in at.saturating_sub(1)..=at {
            if self.text(index) == "," {
                self.propose(self.start(index), self.end(index), "", "remove the comma");
            }
        }
        let begins = matches!(
            self.kind(at),
            Some(TokenKind::Str | TokenKind::Int | TokenKind::Real)
        ) || self.text(at) == "#";
        if begins && at > 0 {
            self.propose(
                self.end(at - 1),
                self.end(at - 1),
                ",",
                "part the elements by a comma",
            );
        }
    }

    fn dot(&mut self, at: usize) {
        let (dot, next) = (self.text(at), self.text(at + 1));
        let follows = at > 0
            && (self.kind(at - 1) == Some(TokenKind::Identifier)
                || matches!(self.text(at - 1), ")" | "]"));
        match (dot, self.kind(at + 1)) {
            (".", Some(TokenKind::Int)) if !follows => {
                self.propose(
                    self.start(at),
                    self.start(at),
                    "0",
                    "a number begins with a digit",
                );
            }
            (".", Some(TokenKind::Int)) => {
                self.propose(
                    self.start(at),
                    self.end(at + 1),
                    format!("[{next}]"),
                    "an element is reached by brackets",
                );
            }
            (".", Some(TokenKind::Str)) => {
                self.propose(
                    self.start(at),
                    self.end(at + 1),
                    format!("[{next}]"),
                    "a key in quotes stands in brackets",
                );
            }
            ("?.", Some(TokenKind::Int)) => {
                self.propose(
                    self.start(at),
                    self.end(at),
                    " ? 0.",
                    "a number begins with a digit",
                );
            }
            (".", None) => self.propose(self.start(at), self.end(at), "", "remove the dot"),
            (".", _) if next == "." => {
                self.propose(self.start(at), self.end(at), "", "remove one dot");
            }
            _ => {}
        }
    }

    /// `2147483648` as `2147483648L`, `1eq 1` as `1 eq 1`.
    fn number(&mut self, at: usize) {
        let text = self.text(at);
        match self.kind(at) {
            Some(TokenKind::Int | TokenKind::Hex) if !text.ends_with(['l', 'L']) => {
                self.propose(self.end(at), self.end(at), "L", "make it a long number");
            }
            Some(TokenKind::Real) => {
                let digits = text.find(['e', 'E']).unwrap_or(0);
                self.propose(
                    self.start(at) + digits,
                    self.start(at) + digits,
                    " ",
                    "part number and word",
                );
            }
            _ => {}
        }
    }

    fn hash(&mut self, at: usize) {
        if at == 0 || self.text(at - 1) != "#" {
            return;
        }
        let text = self.text(at);
        let name = text.trim_matches(['\'', '"']);
        if text == "#" {
            self.propose(self.start(at), self.end(at), "", "one `#` is enough");
        } else if self.kind(at) == Some(TokenKind::Str) && name.chars().all(is_name_part) {
            self.propose(
                self.start(at),
                self.end(at),
                name,
                "a variable is written without quotes",
            );
        }
    }

    /// `new X` as `new X()`.
    fn constructor(&mut self, at: usize) {
        let opens = self.tokens[..at.min(self.tokens.len())]
            .iter()
            .any(|token| token.text(self.text).eq_ignore_ascii_case("new"));
        if opens && self.text(at) != "(" {
            self.propose(
                self.end(at - 1),
                self.end(at - 1),
                "()",
                "a constructor needs parentheses",
            );
        }
    }

    /// `a ? b` as `a ? b : null`.
    fn ternary(&mut self, at: usize) {
        if at > 0
            && self.tokens[..at.min(self.tokens.len())]
                .iter()
                .any(|token| token.is("?"))
        {
            self.propose(
                self.end(at - 1),
                self.end(at - 1),
                " : null",
                "give the value for false",
            );
        }
    }

    /// `a && && b`.
    fn repeated(&mut self, at: usize) {
        for index in at.saturating_sub(1)..=at {
            let token = self.text(index);
            if !token.is_empty() && token == self.text(index + 1) {
                self.propose(
                    self.end(index),
                    self.end(index + 1),
                    "",
                    "remove the repetition",
                );
            }
        }
    }

    // --- characters ----------------------------------------------------------------------------------------------------------

    fn lexical(&mut self, error: LexError) {
        let text = self.text;
        match error {
            LexError::SinglePipe { at } => self.propose(at, at + 1, "||", "write `||`"),
            LexError::LongReal { at } => {
                let suffix = at + text[at..].find(['l', 'L']).unwrap_or(0);
                self.propose(suffix, suffix + 1, "", "remove the `L`");
            }
            LexError::OpenExponent { at } => {
                let exponent = at + text[at..].find(['e', 'E']).unwrap_or(0);
                self.propose(exponent, text.len(), "", "remove the exponent");
            }
            LexError::Unsupported { at } if text[at..].trim_end() == ";" => {
                self.propose(at, at + 1, "", "remove the `;`");
            }
            LexError::Unsupported { at } => self.plain_characters(at),
            _ => {}
        }
    }

    /// The text from `at` on with plain characters in place of those that only look like them.
    fn plain_characters(&mut self, at: usize) {
        let Some((start, end, replacement)) = in_plain_characters(&self.text[at..]) else {
            return;
        };
        let help = match self.text[at..].chars().next() {
            Some(c) if c.is_whitespace() => "use a plain space",
            Some('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '‚' | '‹' | '›' | '`' | '´') => {
                "use straight quotes"
            }
            _ => "write it in plain characters",
        };
        self.propose(at + start, at + end, replacement, help);
    }

    /// A quote in a string is doubled, one around a string is plain.
    fn backslashes(&mut self) {
        for (start, end, replacement, help) in without_backslashes(self.text) {
            self.propose(start, end, replacement, help);
        }
    }
}
