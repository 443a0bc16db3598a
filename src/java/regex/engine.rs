//! The engines of other crates, and which texts they may be asked about.

use ::memchr::memmem;
use ::smallvec::{SmallVec, smallvec};

use super::cost;
use super::error::RegexError;
use super::syntax::ast::{Ast, Fold, Node};
use super::text;
use super::translate::{Needs, Question, Translation, translate};

/// Compiled size of a pattern; larger ones stay with our own matcher, whose code does not grow with counts.
const SIZE_LIMIT: usize = 2 << 20;

/// Memory of the lazily built automaton.
const AUTOMATON_LIMIT: usize = 1 << 20;

/// Start and end of a match.
pub(super) type Span = (usize, usize);

/// The whole match and what its groups captured.
pub(super) type Groups = SmallVec<[Option<Span>; 2]>;

/// Tells whether a whole text matches.
#[derive(Debug)]
pub(super) enum WholeEngine {
    Linear(::regex::Regex, Needs),
    Fancy(Box<::fancy_regex::Regex>, Needs),
}

impl WholeEngine {
    /// The engine for a pattern, or `None` where only our own matcher is right.
    pub(super) fn new(ast: &Ast, steps: u64) -> Option<WholeEngine> {
        let Translation {
            source,
            needs,
            fancy,
        } = translate(ast, Question::Whole)?;
        if !fancy {
            return linear(&source).map(|regex| WholeEngine::Linear(regex, needs));
        }
        let mut builder = ::fancy_regex::RegexBuilder::new(&source);
        builder
            .delegate_size_limit(SIZE_LIMIT)
            .delegate_dfa_size_limit(AUTOMATON_LIMIT);
        builder.backtrack_limit(usize::try_from(steps).unwrap_or(usize::MAX));
        builder
            .build()
            .ok()
            .map(|regex| WholeEngine::Fancy(Box::new(regex), needs))
    }

    pub(super) fn serves(&self, text: &str) -> bool {
        let (WholeEngine::Linear(_, needs) | WholeEngine::Fancy(_, needs)) = self;
        are_met(*needs, text)
    }

    pub(super) fn is_match(&self, text: &str) -> Result<bool, RegexError> {
        match self {
            WholeEngine::Linear(regex, _) => Ok(regex.is_match(text)),
            WholeEngine::Fancy(regex, _) => regex.is_match(text).map_err(|_| RegexError::WorkLimit),
        }
    }
}

/// Finds matches within a text.
#[derive(Debug)]
pub(super) struct SearchEngine {
    regex: ::regex::Regex,
    needs: Needs,
    captures: bool,
    /// A search may look at all that is left of the text and then match only the start of it.
    pub(super) looks_far: bool,
}

impl SearchEngine {
    pub(super) fn new(ast: &Ast, captures: bool) -> Option<SearchEngine> {
        let question = if captures {
            Question::Captures
        } else {
            Question::Search
        };
        let Translation { source, needs, .. } = translate(ast, question)?;
        linear(&source).map(|regex| SearchEngine {
            regex,
            needs,
            captures,
            looks_far: !cost::is_prompt(ast),
        })
    }

    pub(super) fn serves(&self, text: &str) -> bool {
        are_met(self.needs, text)
    }

    /// The first match that starts at `from` or later.
    pub(super) fn find(&self, text: &str, from: usize) -> Option<Groups> {
        if !self.captures {
            let found = self.regex.find_at(text, from)?;
            return Some(smallvec![Some((found.start(), found.end()))]);
        }
        let mut slots = self.regex.capture_locations();
        self.regex.captures_read_at(&mut slots, text, from)?;
        Some((0..slots.len()).map(|group| slots.get(group)).collect())
    }
}

/// Finds the text that is the whole pattern.
pub(super) fn finder(ast: &Ast) -> Option<Box<memmem::Finder<'static>>> {
    let literal = literal(&ast.root).filter(|literal| !literal.is_empty())?;
    Some(Box::new(
        memmem::Finder::new(literal.as_bytes()).into_owned(),
    ))
}

fn linear(source: &str) -> Option<::regex::Regex> {
    ::regex::RegexBuilder::new(source)
        .size_limit(SIZE_LIMIT)
        .dfa_size_limit(AUTOMATON_LIMIT)
        .build()
        .ok()
}

/// Whether the text is such that engine and Java mean the same.
fn are_met(needs: Needs, text: &str) -> bool {
    let bad_end = needs.no_final_terminator && text::ends_line(text);
    let bad_chars = if needs.ascii {
        !text.is_ascii()
    } else {
        needs.no_pairs && text::has_pairs(text)
    };
    !bad_end && !bad_chars
}

/// The only text that the node matches, if it matches exactly one everywhere.
pub(super) fn literal(node: &Node) -> Option<String> {
    match node {
        Node::One(set) => set.sole().and_then(char::from_u32).map(String::from),
        Node::Text {
            chars,
            fold: Fold::Exact,
        } => chars.iter().map(|&c| char::from_u32(c)).collect(),
        Node::Sequence(parts) => parts.iter().map(literal).collect(),
        Node::Group {
            body,
            capture: None,
        } => literal(body),
        _ => None,
    }
}
