//! What can be said about a pattern without a text: its length as Java computes it, and whether it can match nothing.
//!
//! Java's own estimate decides about meaning in two places, so it is computed with its faults: a look-behind starts where the
//! estimate says, and the body of a repeated group is entered once only where the estimate calls it deterministic.

use super::charset::CharSet;
use super::syntax::ast::{Greed, Node, UNBOUNDED};

/// Java's estimate of one part of a pattern.
#[derive(Clone, Copy, Debug)]
struct Estimate {
    min: i32,
    /// Wraps around in the sum of two unbounded parts.
    max: i32,
    /// `max` means something.
    bounded: bool,
    /// There is at most one way to match at a given place.
    deterministic: bool,
}

const NOTHING: Estimate = Estimate {
    min: 0,
    max: 0,
    bounded: true,
    deterministic: true,
};

/// Used by Java where the least length overflows.
const LARGE: i32 = 0xFFF_FFFF;

/// Least and greatest length of the body of a look-behind; `None` where Java knows no greatest.
pub(super) fn reach(body: &Node) -> Option<(i32, i32)> {
    let estimate = estimate(body);
    estimate.bounded.then_some((estimate.min, estimate.max))
}

/// The least length of a match: no search starts closer to the end than that.
pub(super) fn least(pattern: &Node) -> i32 {
    estimate(pattern).min
}

/// Whether Java repeats a group with this body without ever entering one repetition in a second way.
pub(super) fn is_deterministic(body: &Node) -> bool {
    estimate(body).deterministic
}

fn estimate(node: &Node) -> Estimate {
    Chain::run(NOTHING, node)
}

impl Estimate {
    fn add(&mut self, min: i32, max: i32) {
        self.min = self.min.wrapping_add(min);
        self.max = self.max.wrapping_add(max);
    }

    fn then(mut self, next: Estimate) -> Estimate {
        self.add(next.min, next.max);
        self.bounded &= next.bounded;
        self.deterministic &= next.deterministic;
        self
    }

    fn multiply(&mut self, inner: Estimate, min: i32, max: i32) {
        let least = inner.min.wrapping_mul(min).wrapping_add(self.min);
        let greatest = inner.max.wrapping_mul(max).wrapping_add(self.max);
        self.bounded &= inner.bounded && greatest >= self.max;
        self.min = if least < self.min { LARGE } else { least };
        self.max = greatest;
        self.deterministic &= inner.deterministic && min == max;
    }
}

/// Elements one after the other. Java starts a fresh sum behind alternatives and adds the two at the end, which decides about what
/// overflows, and it looks at nothing behind a loop.
struct Chain {
    settled: Estimate,
    open: Estimate,
    cut: bool,
}

impl Chain {
    fn run(open: Estimate, node: &Node) -> Estimate {
        let mut chain = Chain {
            settled: NOTHING,
            open,
            cut: false,
        };
        chain.extend(node);
        chain.settled.then(chain.open)
    }

    fn extend(&mut self, node: &Node) {
        if self.cut {
            return;
        }
        match node {
            Node::One(_) => self.open.add(1, 1),
            Node::Text { chars, .. } => self.open.add(chars.len() as i32, chars.len() as i32),
            Node::LineBreak => self.open.add(1, 2),
            Node::Cluster => {
                self.open.add(1, 0);
                self.open.deterministic = false;
            }
            Node::Reference { .. } => self.open.bounded = false,
            Node::Assert(_) | Node::Look { .. } => {}
            Node::Group { body, .. } => self.extend(body),
            Node::Atomic(body) => self.open = Chain::run(self.open, body),
            Node::Sequence(parts) => parts.iter().for_each(|part| self.extend(part)),
            Node::Alternatives(branches) => self.choose(branches.iter().map(estimate)),
            Node::Repeat {
                body,
                min,
                max,
                greed,
            } => self.repeat(body, (*min as i32, *max as i32), *greed),
        }
    }

    fn choose(&mut self, branches: impl Iterator<Item = Estimate>) {
        let (mut min, mut max) = (i32::MAX, -1);
        for branch in branches {
            min = min.min(branch.min);
            max = max.max(branch.max);
            self.open.bounded &= branch.bounded;
        }
        self.open.add(min, max);
        self.open.deterministic = false;
        self.settled = self
            .settled
            .then(std::mem::replace(&mut self.open, NOTHING));
    }

    fn repeat(&mut self, body: &Node, (min, max): (i32, i32), greed: Greed) {
        let backtracks = matches!(body, Node::Group { .. }) && greed != Greed::Possessive;
        if (min, max) == (0, 1) && backtracks {
            return self.choose([estimate(body), NOTHING].into_iter());
        }
        if (min, max) == (0, 1) {
            let least = self.open.min;
            self.open = Estimate {
                min: least,
                deterministic: false,
                ..Chain::run(self.open, body)
            };
            return;
        }
        if is_scan(body, max, greed) {
            self.open.add(min, if self.open.bounded { max } else { 0 });
            self.open.deterministic = false;
            return;
        }
        let inner = estimate(body);
        if backtracks && !inner.deterministic {
            (self.open.bounded, self.open.deterministic, self.cut) = (false, false, true);
        } else {
            self.open.multiply(inner, min, max);
        }
    }
}

/// A greedy repetition of one character without an upper bound, which Java treats apart.
fn is_scan(body: &Node, max: i32, greed: Greed) -> bool {
    matches!(body, Node::One(_)) && max as u32 == UNBOUNDED && greed == Greed::Greedy
}

/// Whether the node can match the empty text somewhere.
pub(super) fn is_nullable(node: &Node) -> bool {
    match node {
        Node::One(_) | Node::LineBreak | Node::Cluster => false,
        Node::Text { chars, .. } => chars.is_empty(),
        Node::Assert(_) | Node::Look { .. } | Node::Reference { .. } => true,
        Node::Group { body, .. } | Node::Atomic(body) => is_nullable(body),
        Node::Repeat { body, min, .. } => *min == 0 || is_nullable(body),
        Node::Sequence(parts) => parts.iter().all(is_nullable),
        Node::Alternatives(branches) => branches.iter().any(is_nullable),
    }
}

/// The characters that a match can start with; `None` if it can be empty or start with anything.
pub(super) fn first(node: &Node) -> Option<CharSet> {
    let mut ranges = Vec::new();
    match lead(node, &mut ranges) {
        Some(false) => Some(CharSet::new(ranges)),
        _ => None,
    }
}

/// Adds the characters that `node` can start with and tells whether it can match without any; `None` if they are not known.
pub(super) fn lead(node: &Node, ranges: &mut Vec<(u32, u32)>) -> Option<bool> {
    match node {
        Node::One(set) => ranges.extend(set.ranges()),
        Node::Text { chars, fold } => match chars.first() {
            Some(&c) => ranges.extend(fold.members(c).ranges()),
            None => return Some(true),
        },
        Node::LineBreak => ranges.extend([(0x0A, 0x0D), (0x85, 0x85), (0x2028, 0x2029)]),
        Node::Cluster | Node::Reference { .. } => return None,
        Node::Group { body, .. } | Node::Atomic(body) => return lead(body, ranges),
        Node::Assert(_) | Node::Look { .. } | Node::Repeat { max: 0, .. } => return Some(true),
        Node::Repeat { body, min, .. } => {
            return lead(body, ranges).map(|nullable| nullable || *min == 0);
        }
        Node::Sequence(parts) => return lead_of_sequence(parts.iter(), ranges),
        Node::Alternatives(branches) => {
            return branches.iter().try_fold(false, |nullable, branch| {
                Some(lead(branch, ranges)? || nullable)
            });
        }
    }
    Some(false)
}

/// The same for parts one after the other.
pub(super) fn lead_of_sequence<'n>(
    parts: impl Iterator<Item = &'n Node>,
    ranges: &mut Vec<(u32, u32)>,
) -> Option<bool> {
    for part in parts {
        if !lead(part, ranges)? {
            return Some(false);
        }
    }
    Some(true)
}

#[cfg(test)]
mod tests {
    use super::super::syntax::parse;
    use super::*;

    fn root(pattern: &str) -> Node {
        parse(pattern.chars().map(u32::from).collect())
            .map(|ast| ast.root)
            .expect(pattern)
    }

    #[test]
    fn unbounded_parts_wrap_around_as_in_java() {
        // `(?<=a+b+)c` never matches in Java because the sum of both lengths is -2.
        assert_eq!(reach(&root("a+b+")), Some((2, -2)));
        assert_eq!(reach(&root("a{1,3}")), Some((1, 3)));
        assert_eq!(reach(&root("a|bcd|")), Some((0, 3)));
        assert_eq!(reach(&root(r"\X")), Some((1, 0)));
        assert_eq!(reach(&root("(?:ab)+")), None);
        assert_eq!(reach(&root(r"(a)\1")), None);
    }

    #[test]
    fn only_one_way_to_match_is_deterministic() {
        let rows = [
            ("abc", true),
            ("a(b)c", true),
            ("a{3}", true),
            ("a*", false),
            ("a?", false),
            ("a|b", false),
            (r"\R", true),
            (r"(?=a*)b", true),
        ];
        for (pattern, expected) in rows {
            assert_eq!(is_deterministic(&root(pattern)), expected, "{pattern}");
        }
    }
}
