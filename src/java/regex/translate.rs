//! From our tree to the syntax of the `regex` and `fancy-regex` crates, where they mean the same.
//!
//! All names, flags and folds are gone by now: characters are written as code points and sets as ranges, so the crates' own ideas of `\w`,
//! `.`, `(?i)` or POSIX classes play no role. What is left to prove is structure, and the proof depends on the question.
//!
//! *Whole match.* Only the set of matched texts counts, so priorities do not. Java finds a match if there is one: it backtracks through
//! groups, empty repetitions end loops but are allowed in them, and bodies that are not entered twice have one way to match. Hence
//! characters, sequences, alternatives and repetitions are legal, and captures are dropped.
//!
//! *Search.* The crates prefer as Java does (leftmost, then earlier alternative, more or fewer repetitions), except in repetitions whose
//! body can match nothing, which are refused. A search can also start between the halves of a pair, so such texts are only taken if the
//! match cannot.
//!
//! *Captures.* Groups directly repeated capture the last round in either world. Java's oddities start with groups inside of repetitions,
//! which are refused.
//!
//! Look-around, atomic groups and possessive repetitions are only translated for whole matches and as long as their bodies are of the same
//! kind; a look-behind must hold nothing but characters and have one length, which then is the same in units.
//!
//! Conditions on the text ([`Needs`]) widen the field: `\b` counts combining marks in Java, but not in ASCII; `$` is `\z` unless the
//! text ends a line. Line modes, `\G` in a search, `\X`, `\b{g}` and back references stay with our own matcher: Java folds the letters of
//! references differently and sees captures that other engines have undone.

use super::analysis;
use super::charset::CharSet;
use super::syntax::ast::{Assertion, Ast, Behind, Fold, Greed, Node, UNBOUNDED};

/// What is asked of an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Whether the whole text matches.
    Whole,
    /// Where the first match is.
    Search,
    /// Where it is and what it captured.
    Captures,
}

/// What a text must be like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs {
    pub(super) ascii: bool,
    /// No character is a surrogate pair in UTF-16.
    pub(super) no_pairs: bool,
    /// The last character is no terminator.
    pub(super) no_final_terminator: bool,
}

/// A pattern in the crates' syntax.
#[derive(Debug)]
pub(super) struct Translation {
    pub(super) source: String,
    pub(super) needs: Needs,
    /// Has look-around or atomic parts, which only `fancy-regex` knows.
    pub(super) fancy: bool,
}

/// The same pattern for the crates, or `None` if there is no such or it is not sure to be the same.
pub(super) fn translate(ast: &Ast, question: Question) -> Option<Translation> {
    let mut writer = Writer {
        question,
        source: String::new(),
        needs: Needs::default(),
        fancy: false,
        empty_rounds: false,
    };
    if question == Question::Whole {
        writer.source.push_str(r"\A(?:");
        writer.node(&ast.root, true)?;
        writer.source.push_str(r")\z");
    } else {
        writer.node(&ast.root, false)?;
        writer.needs.no_pairs |= may_split_pairs(ast);
    }
    let Writer {
        source,
        needs,
        fancy,
        empty_rounds,
        ..
    } = writer;
    // How `fancy-regex` ends repetitions of nothing is its own matter.
    (!fancy || !empty_rounds).then_some(Translation {
        source,
        needs,
        fancy,
    })
}

/// Whether a search may find something between the halves of a pair: an empty match, or one that starts with a half.
fn may_split_pairs(ast: &Ast) -> bool {
    let halves = CharSet::range(0xDC00, 0xDFFF);
    analysis::first(&ast.root).is_none_or(|first| !ast.whole_pairs && !first.is_disjoint(&halves))
}

struct Writer {
    question: Question,
    source: String,
    needs: Needs,
    fancy: bool,
    /// Repeats something that can match nothing.
    empty_rounds: bool,
}

impl Writer {
    /// `last`: only the end of the text can follow.
    fn node(&mut self, node: &Node, last: bool) -> Option<()> {
        match node {
            Node::One(set) => self.set(set),
            Node::Text { chars, fold } => chars.iter().for_each(|&c| self.letter(c, *fold)),
            Node::Assert(assertion) => return self.assertion(*assertion, last),
            Node::LineBreak => self
                .source
                .push_str(r"(?:\r\n|[\n-\r\x{85}\x{2028}\x{2029}])"),
            Node::Cluster | Node::Reference { .. } => return None,
            Node::Group { body, capture } => return self.group(body, *capture, last),
            Node::Look {
                body,
                negated,
                behind,
            } => return self.look(body, *negated, *behind),
            Node::Atomic(body) => return self.atomic(body),
            Node::Repeat {
                body,
                min,
                max,
                greed,
            } => return self.repeat(body, (*min, *max), *greed, last),
            Node::Sequence(parts) => return self.sequence(parts, last),
            Node::Alternatives(branches) => return self.alternatives(branches, last),
        }
        Some(())
    }

    fn sequence(&mut self, parts: &[Node], last: bool) -> Option<()> {
        let moving = parts
            .iter()
            .rposition(|part| !matches!(part, Node::Assert(_)))
            .unwrap_or(0);
        parts
            .iter()
            .enumerate()
            .try_for_each(|(index, part)| self.node(part, last && index >= moving))
    }

    fn alternatives(&mut self, branches: &[Node], last: bool) -> Option<()> {
        self.source.push_str("(?:");
        for (index, branch) in branches.iter().enumerate() {
            if index > 0 {
                self.source.push('|');
            }
            self.node(branch, last)?;
        }
        self.source.push(')');
        Some(())
    }

    fn group(&mut self, body: &Node, capture: Option<u32>, last: bool) -> Option<()> {
        let captures = capture.is_some() && self.question == Question::Captures;
        self.source.push_str(if captures { "(" } else { "(?:" });
        self.node(body, last)?;
        self.source.push(')');
        Some(())
    }

    fn assertion(&mut self, assertion: Assertion, last: bool) -> Option<()> {
        let whole = self.question == Question::Whole;
        self.source.push_str(match assertion {
            Assertion::TextStart => r"\A",
            Assertion::TextEnd => r"\z",
            Assertion::LastMatch if whole => r"\A",
            Assertion::LineEnd { .. } if last && whole => r"\z",
            Assertion::LineEnd {
                multiline: false, ..
            } => {
                self.needs.no_final_terminator = true;
                r"\z"
            }
            Assertion::Word { negated, .. } => {
                self.needs.ascii = true;
                if negated { r"\B" } else { r"\b" }
            }
            Assertion::LastMatch
            | Assertion::LineStart { .. }
            | Assertion::LineEnd { .. }
            | Assertion::Cluster => return None,
        });
        Some(())
    }

    fn look(&mut self, body: &Node, negated: bool, behind: Option<Behind>) -> Option<()> {
        if let Some(reach) = behind {
            if reach.min != reach.max || !is_plain(body) {
                return None;
            }
            self.needs.no_pairs = true;
        }
        self.source.push_str(match (behind.is_some(), negated) {
            (false, false) => "(?=",
            (false, true) => "(?!",
            (true, false) => "(?<=",
            (true, true) => "(?<!",
        });
        self.part(body)
    }

    fn atomic(&mut self, body: &Node) -> Option<()> {
        self.source.push_str("(?>");
        self.part(body)
    }

    /// The body of a match within the match, with the parenthesis that closes it.
    fn part(&mut self, body: &Node) -> Option<()> {
        self.fancy()?;
        self.node(body, false)?;
        self.source.push(')');
        Some(())
    }

    fn repeat(
        &mut self,
        body: &Node,
        (min, max): (u32, u32),
        greed: Greed,
        last: bool,
    ) -> Option<()> {
        if !self.may_repeat(body, max, greed) {
            return None;
        }
        self.empty_rounds |= max > 1 && analysis::is_nullable(body);
        let possessive = greed == Greed::Possessive;
        if possessive {
            self.fancy()?;
        }
        self.source.push_str(if possessive { "(?>" } else { "" });
        match body {
            Node::Group { .. } | Node::One(_) => self.node(body, last && max <= 1)?,
            _ => self.group(body, None, last && max <= 1)?,
        }
        self.source.push_str(&quantifier(min, max));
        self.source.push_str(match greed {
            Greed::Greedy => "",
            Greed::Lazy => "?",
            Greed::Possessive => ")",
        });
        Some(())
    }

    /// A part that only `fancy-regex` knows. It is only asked about whole matches: its budget is for one search, and a scan takes many.
    fn fancy(&mut self) -> Option<()> {
        self.fancy = true;
        (self.question == Question::Whole).then_some(())
    }

    fn may_repeat(&self, body: &Node, max: u32, greed: Greed) -> bool {
        let inner = match body {
            Node::Group { body, .. } => body,
            other => other,
        };
        let captures = self.question == Question::Captures
            && (has_captures(inner) || max == 0 && has_captures(body));
        let ordered = self.question == Question::Whole || max <= 1 || !analysis::is_nullable(body);
        let single = greed != Greed::Possessive || analysis::is_deterministic(body);
        !captures && ordered && single && !has_two_ways(body)
    }

    fn letter(&mut self, folded: u32, fold: Fold) {
        self.set(&fold.members(folded));
    }

    fn set(&mut self, set: &CharSet) {
        let scalars =
            |&(first, last): &(u32, u32)| [(first, last.min(0xD7FF)), (first.max(0xE000), last)];
        let mut ranges = set
            .ranges()
            .iter()
            .flat_map(scalars)
            .filter(|(first, last)| first <= last);
        match (ranges.next(), ranges.next()) {
            (None, _) => self.source.push_str("[a&&b]"),
            (Some((first, last)), None) if first == last => self.source.push_str(&literal(first)),
            (Some(first), second) => {
                self.source.push('[');
                let all = [Some(first), second].into_iter().flatten().chain(ranges);
                let written: String = all
                    .map(|(first, last)| format!(r"\x{{{first:X}}}-\x{{{last:X}}}"))
                    .collect();
                self.source.push_str(&written);
                self.source.push(']');
            }
        }
    }
}

fn literal(c: u32) -> String {
    match char::from_u32(c) {
        Some(letter) if letter.is_ascii_alphanumeric() => letter.to_string(),
        _ => format!(r"\x{{{c:X}}}"),
    }
}

fn quantifier(min: u32, max: u32) -> String {
    match (min, max) {
        (0, 1) => "?".into(),
        (0, UNBOUNDED) => "*".into(),
        (1, UNBOUNDED) => "+".into(),
        (_, UNBOUNDED) => format!("{{{min},}}"),
        _ => format!("{{{min},{max}}}"),
    }
}

fn has_captures(node: &Node) -> bool {
    any(node, &|node| {
        matches!(
            node,
            Node::Group {
                capture: Some(_),
                ..
            }
        )
    })
}

/// Nothing but characters, of which all the ways to match have the same number. `fancy-regex` goes wrong in look-behinds over more than that.
fn is_plain(node: &Node) -> bool {
    match node {
        Node::One(_) => true,
        Node::Text { chars, .. } => !chars.is_empty(),
        Node::Group { body, .. } => is_plain(body),
        Node::Repeat {
            body,
            min,
            max,
            greed,
        } => min == max && *min > 0 && *greed != Greed::Possessive && is_plain(body),
        Node::Sequence(parts) | Node::Alternatives(parts) => {
            !parts.is_empty() && parts.iter().all(is_plain)
        }
        _ => false,
    }
}

/// `\R` matches in two ways but counts as having one.
fn has_two_ways(node: &Node) -> bool {
    any(node, &|node| matches!(node, Node::LineBreak))
}

fn any(node: &Node, test: &dyn Fn(&Node) -> bool) -> bool {
    test(node)
        || match node {
            Node::Group { body, .. }
            | Node::Look { body, .. }
            | Node::Atomic(body)
            | Node::Repeat { body, .. } => any(body, test),
            Node::Sequence(parts) | Node::Alternatives(parts) => {
                parts.iter().any(|part| any(part, test))
            }
            _ => false,
        }
}
