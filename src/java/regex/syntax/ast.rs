//! The syntax tree of a pattern: Java's constructs with flags, names and escapes already resolved.
//!
//! What remains is what an engine needs: sets of characters, text, assertions and how they combine. Two things look redundant but decide
//! about meaning in Java: a [`Node::Group`] is kept even where it captures nothing, because repeating a group backtracks into it while
//! repeating anything else does not, and text is kept apart from single characters, because the two fold case differently.

use super::super::charset::CharSet;
use super::super::unicode::case;

/// A repetition without an upper bound has this one; Java's counters are 32 bit wide.
pub(in super::super) const UNBOUNDED: u32 = i32::MAX as u32;

/// A parsed pattern.
#[derive(Debug)]
pub(in super::super) struct Ast {
    pub(in super::super) root: Node,
    /// Number of capturing groups, without the whole match.
    pub(in super::super) groups: u32,
    pub(in super::super) names: Vec<(String, u32)>,
    /// Some element can take part of a surrogate pair only as a whole: a search then never starts between the halves.
    pub(in super::super) whole_pairs: bool,
    /// Contains a back reference: Java then remembers no failures of loops.
    pub(in super::super) refers_back: bool,
    /// Contains `\b{g}`, whose test can throw.
    pub(in super::super) cluster_boundaries: bool,
}

#[derive(Clone, Debug)]
pub(in super::super) enum Node {
    /// One character of a set.
    One(CharSet),
    /// The characters in turn, already in the form that `fold` compares. May be empty.
    Text {
        chars: Vec<u32>,
        fold: Fold,
    },
    /// A condition on the position.
    Assert(Assertion),
    /// `\R`: `\r\n` or one vertical space.
    LineBreak,
    /// `\X`.
    Cluster,
    /// `\1`, `\k<name>`.
    Reference {
        group: u32,
        fold: Fold,
    },
    /// `( )`, `(?: )`, `(?flags: )`.
    Group {
        body: Box<Node>,
        capture: Option<u32>,
    },
    /// `(?= )`, `(?! )`, `(?<= )`, `(?<! )`.
    Look {
        body: Box<Node>,
        negated: bool,
        behind: Option<Behind>,
    },
    /// `(?> )`.
    Atomic(Box<Node>),
    Repeat {
        body: Box<Node>,
        min: u32,
        max: u32,
        greed: Greed,
    },
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
}

/// How letters of a text compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Fold {
    Exact,
    /// `(?i)`: only `A` to `Z`.
    Ascii,
    /// `(?iu)`.
    Unicode,
}

impl Fold {
    pub(in super::super) fn apply(self, c: u32) -> u32 {
        match self {
            Fold::Exact => c,
            Fold::Ascii => case::ascii_lower(c),
            Fold::Unicode => case::fold(c),
        }
    }

    /// All characters that a folded letter of a text stands for.
    pub(in super::super) fn members(self, folded: u32) -> CharSet {
        match self {
            Fold::Exact => CharSet::single(folded),
            Fold::Ascii => CharSet::of(&[folded, case::ascii_upper(folded)]),
            Fold::Unicode => case::unfolded(folded),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Greed {
    Greedy,
    Lazy,
    Possessive,
}

/// Where a look-behind may start: this many units (or characters) before the position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Behind {
    pub(in super::super) min: i32,
    /// Wraps around as in Java where two unbounded parts add up: it is then negative and the look-behind finds nothing.
    pub(in super::super) max: i32,
    /// Steps by characters, not by units: the pattern text after this point has a character outside of the basic plane.
    pub(in super::super) by_chars: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Assertion {
    /// `\A`, `^`.
    TextStart,
    /// `\z`.
    TextEnd,
    /// `(?m)^`.
    LineStart { unix: bool },
    /// `$`, `\Z`, `(?m)$`.
    LineEnd { unix: bool, multiline: bool },
    /// `\G`.
    LastMatch,
    /// `\b`, `\B`.
    Word { negated: bool, unicode: bool },
    /// `\b{g}`.
    Cluster,
}

/// Java's terminators of lines, which `.` excludes.
pub(in super::super) const TERMINATORS: [u32; 5] = [0x0A, 0x0D, 0x85, 0x2028, 0x2029];

pub(in super::super) fn is_terminator(unit: u32) -> bool {
    TERMINATORS.contains(&unit)
}
