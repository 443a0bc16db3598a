//! Whole-match patterns that need no engine: fixed texts and `.*` around them.

use super::engine::literal;
use super::syntax::ast::{Assertion, Greed, Node, UNBOUNDED, is_terminator};

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

impl Shape {
    /// The shape of a pattern that must match a whole text.
    pub(super) fn of(root: &Node) -> Shape {
        let parts = within_anchors(parts_of(root));
        Shape::choice(parts)
            .or_else(|| Shape::around(parts))
            .unwrap_or(Shape::Other)
    }

    fn choice(parts: &[Node]) -> Option<Shape> {
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
            .map(literal)
            .collect::<Option<_>>()
            .map(Shape::OneOf)
    }

    fn around(parts: &[Node]) -> Option<Shape> {
        let before = parts.first().and_then(Free::of);
        let parts = if before.is_some() { &parts[1..] } else { parts };
        let after = parts.last().and_then(Free::of);
        let parts = if after.is_some() {
            &parts[..parts.len() - 1]
        } else {
            parts
        };
        let text: String = parts.iter().map(literal).collect::<Option<_>>()?;
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

    /// Whether the whole text has the shape; `None` if that takes an engine.
    pub(super) fn matches(&self, text: &str) -> Option<bool> {
        Some(match self {
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
            Shape::Other => return None,
        })
    }
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
            ("(?i)get", Shape::Other),
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
            assert_eq!(prefix.matches(text), Some(expected), "{text:?}");
        }
        assert_eq!(shape("(?d)a.*").matches("a\r"), Some(true));
        assert_eq!(shape(".*a").matches("\na"), Some(false));
    }
}
