//! `java.util.regex`: the patterns of `matches`, `String.matches`, `replaceAll`, `replaceFirst` and `split`.
//!
//! A pattern is parsed by our own parser for Java's syntax and then answered by the fastest engine that is proven to mean the same: a plain
//! comparison ([`Shape`]), the linear `regex` crate, `fancy-regex` for look-around (see `translate` for the proofs), and for the
//! rest our own matcher, which does what Java's does, oddities included, over UTF-16 with an explicit stack and a budget. Engines are built at
//! first use, so a pattern that is only parsed costs little. A budget that runs out is an error, never "no match".
// Callers come with the operator and the members of `String`.
#![allow(dead_code, unused_imports)]

mod analysis;
mod cache;
mod charset;
mod cost;
mod engine;
mod error;
mod input;
mod machine;
mod program;
mod replace;
mod scan;
mod shape;
mod split;
mod syntax;
mod text;
mod translate;
mod unicode;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use ::memchr::memmem::Finder;

pub(crate) use self::cache::PatternCache;
use self::engine::{Groups, SearchEngine, Span, WholeEngine};
pub(crate) use self::error::RegexError;
use self::input::{Ascii, Units, Utf16};
use self::machine::{Budget, Machine};
use self::program::Program;
use self::scan::{Scan, Subject};
pub(crate) use self::shape::{Free, Shape};
pub(crate) use self::syntax::SyntaxError;
use self::syntax::ast::Ast;
pub(crate) use self::text::{Piece, Text};

/// How much patterns may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Characters that [`Effort::Counted`] may read, as Java counts them.
    pub(crate) reads: u64,
    /// Steps of a backtracking engine in one search.
    pub(crate) steps: u64,
    /// Entries on the stack of our own matcher, 20 bytes each.
    pub(crate) frames: usize,
    /// Characters of a pattern.
    pub(crate) pattern: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            reads: 1_000_001,
            steps: 20_000_000,
            frames: 1 << 20,
            pattern: 1 << 14,
        }
    }
}

/// Which answers count as too expensive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// As the operator `matches`: what takes Java more than [`Limits::reads`] is [`RegexError::WorkLimit`], even if another engine
    /// would know the answer.
    Counted,
    /// As the methods of `String`: Java has no limit, so every engine that is right may answer; [`Limits::steps`] protects us.
    Free,
}

/// So many whole matches are tried by our own matcher before an engine is made, which takes as long as hundreds of short matches.
const COLD_MATCHES: u32 = 64;

/// Longest text that our own matcher tries first, in bytes.
const SHORT: usize = 512;

/// Budget of such a try.
const QUICK_STEPS: u64 = 20_000;

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Pattern {
    ast: Ast,
    limits: Limits,
    shape: Shape,
    program: OnceLock<Program>,
    /// Whole matches so far, up to [`COLD_MATCHES`].
    matches: AtomicU32,
    whole: OnceLock<Option<WholeEngine>>,
    finder: OnceLock<Option<Box<Finder<'static>>>>,
    /// Without and with captures.
    search: [OnceLock<Option<SearchEngine>>; 2],
    /// Longest text whose match is sure to take Java no more than the reads it has.
    safe_length: OnceLock<usize>,
}

/// Where a match is and what its groups captured; places are bytes in a `str` and units in units. A place within a pair is given as
/// its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Captures(Groups);

impl Captures {
    /// A group that took part in the match; 0 is the whole match.
    pub(crate) fn group(&self, group: usize) -> Option<Span> {
        self.0.get(group).copied().flatten()
    }
}

impl Pattern {
    /// Reads a pattern. Nothing is compiled yet.
    pub(crate) fn new<'t>(
        pattern: impl Into<Text<'t>>,
        limits: Limits,
    ) -> Result<Pattern, SyntaxError> {
        let chars = pattern.into().code_points();
        if chars.len() > limits.pattern {
            let message = format!(
                "pattern has {} characters, more than {}",
                chars.len(),
                limits.pattern
            );
            return Err(SyntaxError { index: -1, message });
        }
        let ast = syntax::parse(chars)?;
        let shape = Shape::of(&ast.root);
        Ok(Pattern {
            ast,
            limits,
            shape,
            program: OnceLock::new(),
            matches: AtomicU32::new(0),
            whole: OnceLock::new(),
            finder: OnceLock::new(),
            search: Default::default(),
            safe_length: OnceLock::new(),
        })
    }

    /// What the pattern says about a whole text.
    pub(crate) fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Number of capturing groups, without the whole match.
    pub(crate) fn group_count(&self) -> usize {
        self.ast.groups as usize
    }

    /// The named groups and their numbers, in order.
    pub(crate) fn named_groups(&self) -> &[(String, u32)] {
        &self.ast.names
    }

    /// Whether the pattern matches the whole text.
    pub(crate) fn full_match<'t>(
        &self,
        text: impl Into<Text<'t>>,
        effort: Effort,
    ) -> Result<bool, RegexError> {
        let text = match text.into() {
            Text::Str(text) => text,
            Text::Units(units) => return self.machine(Utf16(units), effort)?.full_match(),
        };
        if let Some(answer) = self.shape.matches(text, self.reads(effort)) {
            return Ok(answer);
        }
        if effort == Effort::Counted && text.len() > self.safe_length() {
            return self.own_match(text, effort, false);
        }
        if text.len() <= SHORT && self.prefers_own(text) {
            match self.own_match(text, effort, true) {
                Err(RegexError::WorkLimit) => {}
                answer => return answer,
            }
        }
        match self.whole_engine(text) {
            Some(engine) => engine.is_match(text),
            None => self.own_match(text, effort, false),
        }
    }

    /// Whether our own matcher is likely to answer first: as long as an engine is not worth its making, and before one that backtracks too.
    fn prefers_own(&self, text: &str) -> bool {
        let warm = self.matches.load(Ordering::Relaxed) >= COLD_MATCHES
            || self.matches.fetch_add(1, Ordering::Relaxed) >= COLD_MATCHES;
        !warm || matches!(self.whole_engine(text), Some(WholeEngine::Fancy(..)))
    }

    fn own_match(&self, text: &str, effort: Effort, quick: bool) -> Result<bool, RegexError> {
        if text.is_ascii() {
            let ascii = Ascii(text.as_bytes());
            return if quick {
                self.quick_machine(ascii)?
            } else {
                self.machine(ascii, effort)?
            }
            .full_match();
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        let utf16 = Utf16(&units);
        if quick {
            self.quick_machine(utf16)?
        } else {
            self.machine(utf16, effort)?
        }
        .full_match()
    }

    /// Whether the start of the text matches.
    pub(crate) fn looking_at<'t>(&self, text: impl Into<Text<'t>>) -> Result<bool, RegexError> {
        let units = text.into().units();
        self.machine(Utf16(&units), Effort::Free)?.looking_at()
    }

    /// The first match that starts at `from` or later, where `previous` is the end of the match before it.
    pub(crate) fn find_at<'t>(
        &self,
        text: impl Into<Text<'t>>,
        from: usize,
        previous: Option<usize>,
    ) -> Result<Option<Captures>, RegexError> {
        Scan::find_at(self, text.into(), from, previous)
    }

    /// The engine that may match this text as a whole.
    fn whole_engine(&self, text: &str) -> Option<&WholeEngine> {
        let engine = self
            .whole
            .get_or_init(|| WholeEngine::new(&self.ast, self.limits.steps));
        engine.as_ref().filter(|engine| engine.serves(text))
    }

    /// The engine that may search this text.
    fn search_engine(&self, captures: bool, text: &str) -> Option<&SearchEngine> {
        let engine = self.search[usize::from(captures)]
            .get_or_init(|| SearchEngine::new(&self.ast, captures));
        engine.as_ref().filter(|engine| engine.serves(text))
    }

    fn finder(&self) -> Option<&Finder<'static>> {
        self.finder
            .get_or_init(|| engine::finder(&self.ast))
            .as_deref()
    }

    /// Runs over the matches of a text, quickly if that is enough.
    fn scanned<T>(
        &self,
        subject: &Subject<'_>,
        captures: bool,
        run: impl Fn(&mut Scan<'_>) -> Result<T, RegexError>,
    ) -> Result<T, RegexError> {
        if subject.is_short() {
            match run(&mut Scan::new(self, subject, captures, true)?) {
                Err(RegexError::WorkLimit) => {}
                result => return result,
            }
        }
        run(&mut Scan::new(self, subject, captures, false)?)
    }

    fn program(&self) -> &Program {
        self.program.get_or_init(|| Program::new(&self.ast))
    }

    fn safe_length(&self) -> usize {
        *self
            .safe_length
            .get_or_init(|| cost::safe_length(&self.ast, self.limits.reads))
    }

    /// Characters that an answer may read.
    fn reads(&self, effort: Effort) -> u64 {
        match effort {
            Effort::Counted => self.limits.reads,
            Effort::Free => u64::MAX,
        }
    }

    fn machine<U: Units>(&self, text: U, effort: Effort) -> Result<Machine<'_, U>, RegexError> {
        self.machine_with(
            text,
            Budget {
                reads: self.reads(effort),
                work: self.limits.steps,
                frames: self.limits.frames,
            },
        )
    }

    /// A matcher for what is nearly always cheap.
    fn quick_machine<U: Units>(&self, text: U) -> Result<Machine<'_, U>, RegexError> {
        self.machine_with(
            text,
            Budget {
                reads: u64::MAX,
                work: QUICK_STEPS.min(self.limits.steps),
                frames: self.limits.frames,
            },
        )
    }

    fn machine_with<U: Units>(
        &self,
        text: U,
        budget: Budget,
    ) -> Result<Machine<'_, U>, RegexError> {
        if text.len() < i32::MAX as usize {
            Ok(Machine::new(self.program(), text, budget))
        } else {
            Err(RegexError::WorkLimit)
        }
    }
}
