//! Whole-match patterns that need no engine: fixed texts and `.*` around them, in one case or in any.
//!
//! The reference counts what it reads and gives up after a million characters, so a shape also knows how much Java reads at
//! most: to the end and back for each `.*`, with a try of the fixed text at each place.

use super::engine::literal;
use super::syntax::ast::{Assertion, Fold, Greed, Node, UNBOUNDED, is_terminator};

/// What a pattern says about a whole text, for callers that can do better than run it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Is this text: `GET`, `^GET$`.
    Literal(String),
    /// Is one of these texts: `GET|HEAD`.
    OneOf(Vec<String>),
    /// Starts with a text, and the rest is free: `/api/.*`.
    Prefix(String, Free),
    /// Ends with a text after something free: `.*\.json`.
    Suffix(String, Free),
    /// Has a text in it, and all is free: `.*admin.*`.
    Contains(String, Free),
    /// All is free: `.*`.
    Any(Free),
    /// The same in any case of the letters A to Z, with the texts in lower case: `(?i)get`.
    Folded(Box<Shape>),
    /// Needs an engine.
    Other,
}

/// What `.` accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Free {
    /// Everything but terminators of lines.
    Line,
    /// Everything but `\n`: `(?d)`.
    UnixLine,
    /// Everything: `(?s)`.
    All,
}

impl Free {
    /// Whether `.*` matches the whole text.
    pub(crate) fn accepts(self, text: &str) -> bool {
        match self {
            Free::All => true,
            Free::UnixLine => ::memchr::memchr(b'\n', text.as_bytes()).is_none(),
            Free::Line if text.is_ascii() => {
                ::memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_none()
            }
            Free::Line => !text.chars().any(|c| is_terminator(c.into())),
        }
    }

    /// The meaning of a `.*` or `.*?`.
    fn of(node: &Node) -> Option<Free> {
        let Node::Repeat {
            body,
            min: 0,
            max: UNBOUNDED,
            greed: Greed::Greedy | Greed::Lazy,
        } = node
        else {
            return None;
        };
        let Node::One(set) = &**body else {
            return None;
        };
        match set.negated().ranges() {
            [] => Some(Free::All),
            [(0x0A, 0x0A)] => Some(Free::UnixLine),
            [(0x0A, 0x0A), (0x0D, 0x0D), (0x85, 0x85), (0x2028, 0x2029)] => Some(Free::Line),
            _ => None,
        }
    }
}

/// The text that a node stands for, if it is one.
type Reading = fn(&Node) -> Option<String>;

impl Shape {
    /// The shape of a pattern that must match a whole text.
    pub(super) fn of(root: &Node) -> Shape {
        let parts = within_anchors(parts_of(root));
        let read =
            |reading| Shape::choice(parts, reading).or_else(|| Shape::around(parts, reading));
        match read(literal) {
            Some(shape) => shape,
            None => read(folded).map_or(Shape::Other, |shape| Shape::Folded(Box::new(shape))),
        }
    }

    fn choice(parts: &[Node], reading: Reading) -> Option<Shape> {
        let [only] = parts else {
            return None;
        };
        let inner = if let Node::Group { body, .. } = only {
            body
        } else {
            only
        };
        let Node::Alternatives(branches) = inner else {
            return None;
        };
        branches
            .iter()
            .map(reading)
            .collect::<Option<_>>()
            .map(Shape::OneOf)
    }

    fn around(parts: &[Node], reading: Reading) -> Option<Shape> {
        let before = parts.first().and_then(Free::of);
        let parts = if before.is_some() { &parts[1..] } else { parts };
        let after = parts.last().and_then(Free::of);
        let parts = if after.is_some() {
            &parts[..parts.len() - 1]
        } else {
            parts
        };
        let text: String = parts.iter().map(reading).collect::<Option<_>>()?;
        match (before, after) {
            (None, None) => Some(Shape::Literal(text)),
            (None, Some(free)) => Some(Shape::Prefix(text, free)),
            (Some(free), None) if text.is_empty() => Some(Shape::Any(free)),
            (Some(free), None) => Some(Shape::Suffix(text, free)),
            (Some(free), Some(other)) => {
                (free == other && free.accepts(&text)).then_some(Shape::Contains(text, free))
            }
        }
    }

    /// Whether the whole text has the shape; `None` if that takes an engine, or may take Java more than so many reads.
    pub(crate) fn matches(&self, text: &str, reads: u64) -> Option<bool> {
        if self.reads(text)? >= reads {
            return None;
        }
        match self {
            Shape::Folded(shape) => shape.matches_folded(text.as_bytes(), text),
            _ => Some(self.matches_exactly(text)),
        }
    }

    fn matches_exactly(&self, text: &str) -> bool {
        match self {
            Shape::Literal(literal) => text == literal,
            Shape::OneOf(literals) => literals.iter().any(|literal| text == literal),
            Shape::Prefix(prefix, free) => text
                .strip_prefix(prefix.as_str())
                .is_some_and(|rest| free.accepts(rest)),
            Shape::Suffix(suffix, free) => text
                .strip_suffix(suffix.as_str())
                .is_some_and(|rest| free.accepts(rest)),
            Shape::Contains(part, free) => {
                ::memchr::memmem::find(text.as_bytes(), part.as_bytes()).is_some()
                    && free.accepts(text)
            }
            Shape::Any(free) => free.accepts(text),
            Shape::Folded(_) | Shape::Other => false,
        }
    }

    fn matches_folded(&self, bytes: &[u8], text: &str) -> Option<bool> {
        let same = |bytes: &[u8], literal: &str| bytes.eq_ignore_ascii_case(literal.as_bytes());
        Some(match self {
            Shape::Literal(literal) => same(bytes, literal),
            Shape::OneOf(literals) => literals.iter().any(|literal| same(bytes, literal)),
            Shape::Prefix(prefix, free) => {
                let start = bytes.get(..prefix.len());
                start.is_some_and(|start| same(start, prefix))
                    && free.accepts(&text[prefix.len()..])
            }
            Shape::Suffix(suffix, free) => {
                let rest = bytes.len().checked_sub(suffix.len());
                rest.is_some_and(|rest| same(&bytes[rest..], suffix) && free.accepts(&text[..rest]))
            }
            Shape::Contains(part, free) => {
                if bytes.len().saturating_mul(part.len()) > FOLDED_WORK {
                    return None;
                }
                let mut places = bytes.windows(part.len().max(1));
                (part.is_empty() || places.any(|place| same(place, part))) && free.accepts(text)
            }
            _ => return None,
        })
    }

    /// The most that Java reads for an answer; `None` if that takes an engine.
    fn reads(&self, text: &str) -> Option<u64> {
        Some(match self {
            Shape::Literal(part) | Shape::Prefix(part, _) | Shape::Suffix(part, _) => {
                Shape::reads_once(text, part)
            }
            Shape::OneOf(parts) => parts.iter().map(|part| Shape::reads_once(text, part)).sum(),
            // Behind each occurrence of the text the second `.*` runs to a terminator in vain.
            Shape::Contains(part, free) if !free.accepts(text) => {
                Shape::reads_once(text, part).saturating_mul(text.len() as u64 + 1)
            }
            Shape::Contains(part, _) => Shape::reads_once(text, part),
            Shape::Any(_) => Shape::reads_once(text, ""),
            Shape::Folded(shape) => return shape.reads(text),
            Shape::Other => return None,
        })
    }

    /// The most that Java reads to look for a part at each place, once.
    #[inline]
    pub(crate) fn reads_once(text: &str, part: &str) -> u64 {
        (text.len() as u64 + 1).saturating_mul(2 * part.len() as u64 + 8)
    }
}

/// Comparisons that looking for a text in any case may take.
const FOLDED_WORK: usize = 1 << 14;

/// The only text that a node matches without regard to the case of ASCII letters, in lower case.
fn folded(node: &Node) -> Option<String> {
    match node {
        Node::One(set) => match set.ranges() {
            [(upper, last), (lower, end)] if upper == last && lower == end => {
                let letter = char::from_u32(*upper).filter(char::is_ascii_uppercase)?;
                (letter.to_ascii_lowercase() as u32 == *lower)
                    .then(|| letter.to_ascii_lowercase().into())
            }
            _ => literal(node).filter(|text| has_no_letter(text)),
        },
        Node::Text {
            chars,
            fold: Fold::Ascii,
        } => chars.iter().map(|&c| char::from_u32(c)).collect(),
        Node::Sequence(parts) => parts.iter().map(folded).collect(),
        Node::Group {
            body,
            capture: None,
        } => folded(body),
        _ => literal(node).filter(|text| has_no_letter(text)),
    }
}

fn has_no_letter(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn parts_of(node: &Node) -> &[Node] {
    match node {
        Node::Sequence(parts) => parts,
        other => std::slice::from_ref(other),
    }
}

/// The parts without a `^` in front and a `$` behind, which a whole match implies.
fn within_anchors(mut parts: &[Node]) -> &[Node] {
    while let [Node::Assert(Assertion::TextStart), rest @ ..] = parts {
        parts = rest;
    }
    while let [
        rest @ ..,
        Node::Assert(Assertion::TextEnd | Assertion::LineEnd { .. }),
    ] = parts
    {
        parts = rest;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::super::syntax::parse;
    use super::*;

    fn shape(pattern: &str) -> Shape {
        Shape::of(
            &parse(pattern.chars().map(u32::from).collect())
                .expect(pattern)
                .root,
        )
    }

    #[test]
    fn fixed_texts_and_free_sides_are_recognised() {
        let text = |text: &str| text.to_owned();
        let rows = [
            ("GET", Shape::Literal(text("GET"))),
            (r"^a\.b$", Shape::Literal(text("a.b"))),
            (r"\Q*\E", Shape::Literal(text("*"))),
            ("", Shape::Literal(text(""))),
            (
                "GET|HEAD|",
                Shape::OneOf(vec![text("GET"), text("HEAD"), text("")]),
            ),
            (
                "^(GET|HEAD)$",
                Shape::OneOf(vec![text("GET"), text("HEAD")]),
            ),
            ("/api/.*", Shape::Prefix(text("/api/"), Free::Line)),
            ("(?s)/api/.*?", Shape::Prefix(text("/api/"), Free::All)),
            (r".*\.json", Shape::Suffix(text(".json"), Free::Line)),
            (".*admin.*", Shape::Contains(text("admin"), Free::Line)),
            ("(?d).*", Shape::Any(Free::UnixLine)),
            (".*\n.*", Shape::Other),
            (".+", Shape::Other),
            (
                "(?i)get",
                Shape::Folded(Box::new(Shape::Literal(text("get")))),
            ),
            (
                "(?i)^A/b.*",
                Shape::Folded(Box::new(Shape::Prefix(text("a/b"), Free::Line))),
            ),
            ("(?iu)get", Shape::Other),
            ("g(?i)et", Shape::Other),
            ("a*", Shape::Other),
            (".*+a", Shape::Other),
            ("(GET)", Shape::Other),
        ];
        for (pattern, expected) in rows {
            assert_eq!(shape(pattern), expected, "{pattern}");
        }
    }

    #[test]
    fn a_free_side_holds_no_terminator() {
        let prefix = shape("a.*");
        for (text, expected) in [
            ("abc", true),
            ("a\n", false),
            ("a\u{2028}", false),
            ("a\u{85}b", false),
            ("ba", false),
        ] {
            assert_eq!(prefix.matches(text, u64::MAX), Some(expected), "{text:?}");
        }
        assert_eq!(shape("(?d)a.*").matches("a\r", u64::MAX), Some(true));
        assert_eq!(shape(".*a").matches("\na", u64::MAX), Some(false));
    }

    #[test]
    fn ascii_letters_are_the_same_in_both_cases_and_others_are_not() {
        for (pattern, text, expected) in [
            ("(?i)get|head", "HeAd", true),
            ("(?i).*admin.*", "/ADMIN/x", true),
            ("(?i).*admin.*", "/adnim", false),
            (r"(?i).*\.json", "a.JSON", true),
            ("(?i)/API/.*", "/api/\u{2028}", false),
            ("(?i)\u{e9}", "\u{c9}", false),
            ("(?i)k", "\u{212a}", false),
            ("(?i).*", "", true),
        ] {
            assert_eq!(
                shape(pattern).matches(text, u64::MAX),
                Some(expected),
                "{pattern} {text:?}"
            );
        }
    }

    #[test]
    fn an_answer_that_java_may_not_reach_is_not_given() {
        let text = "x".repeat(200_000);
        assert_eq!(shape(".*foo.*").matches(&text, 1_000_001), None);
        assert_eq!(
            shape(".*foo.*").matches(&text[..50_000], 1_000_001),
            Some(false)
        );
        assert_eq!(
            shape(".*foo.*").matches(&"x\n".repeat(500), 1_000_001),
            None
        );
    }
}
