//! How much a pattern can cost: the characters that Java reads for a whole match, and how far a search looks ahead.
//!
//! The `matches` operator of the reference gives up after a million reads. An engine that does not backtrack knows nothing of reads, so it
//! may only answer where Java is sure to get by with fewer; for longer texts the question goes to our own matcher, which counts. The bound
//! of a part is affine in the cost of what follows it, because a part that can match in `k` ways tries the rest `k` times. It may be far
//! too large (that only costs speed) but never too small.

use super::analysis;
use super::charset::CharSet;
use super::syntax::ast::{Ast, Greed, Node, UNBOUNDED};

/// Reads for a part: `own + tries * (reads of the rest) + misses * (reads to see that the rest cannot start here)`.
#[derive(Clone, Copy, Debug)]
struct Bound {
    own: u64,
    tries: u64,
    misses: u64,
    /// Reads to see that the part cannot start here.
    miss: u64,
    /// The part can match nothing, so that a miss goes on to the rest.
    nullable: bool,
}

/// Nothing, without a read.
const PASS: Bound = Bound {
    own: 0,
    tries: 1,
    misses: 0,
    miss: 0,
    nullable: true,
};

/// More than any budget.
const ENDLESS: Bound = Bound {
    own: u64::MAX,
    tries: u64::MAX,
    misses: u64::MAX,
    miss: u64::MAX,
    nullable: true,
};

impl Bound {
    /// A part with one way to match.
    fn plain(own: u64, miss: u64, nullable: bool) -> Bound {
        Bound {
            own,
            tries: 1,
            misses: 0,
            miss,
            nullable,
        }
    }

    /// A part that is tried once and may or may not move.
    fn single_try(own: u64) -> Bound {
        Bound::plain(own, own, true)
    }

    fn then(self, rest: Bound) -> Bound {
        let own = self
            .own
            .saturating_add(self.tries.saturating_mul(rest.own))
            .saturating_add(self.misses.saturating_mul(rest.miss));
        let passed_on = if rest.nullable { self.misses } else { 0 };
        Bound {
            own,
            tries: self.tries.saturating_mul(rest.tries),
            misses: self
                .tries
                .saturating_mul(rest.misses)
                .saturating_add(passed_on),
            miss: self
                .miss
                .saturating_add(if self.nullable { rest.miss } else { 0 }),
            nullable: self.nullable && rest.nullable,
        }
    }

    fn or(self, other: Bound) -> Bound {
        Bound {
            own: self.own.saturating_add(other.own),
            tries: self.tries.saturating_add(other.tries),
            misses: self.misses.saturating_add(other.misses),
            miss: self.miss.saturating_add(other.miss),
            nullable: self.nullable || other.nullable,
        }
    }

    fn times(self, count: u64) -> Bound {
        Bound {
            own: self.own.saturating_mul(count),
            tries: self.tries.saturating_mul(count),
            misses: self.misses.saturating_mul(count),
            ..self
        }
    }
}

/// Longest text of which every match is sure to stay below `reads`, as a power of four.
pub(super) fn safe_length(ast: &Ast, reads: u64) -> usize {
    let fits = |length: &u64| {
        let estimator = Estimator {
            length: *length,
            remembers: !ast.refers_back,
        };
        estimator.node(&ast.root, &Follow::End, false).own < reads
    };
    let lengths = (2..14).map(|power| 1_u64 << (2 * power));
    lengths.take_while(fits).last().unwrap_or(0) as usize
}

/// Whether a search that finds a match has looked only a little beyond its end. A linear engine searches such a pattern again and again in
/// a time that grows with the text; with others each search may look at all that is left of it, as in `.*x|a` over many `a`.
pub(super) fn is_prompt(ast: &Ast) -> bool {
    ends_soon(&ast.root, &Follow::End)
}

/// Characters that are looked at in vain without harm.
const SHORT: u64 = 256;

fn ends_soon(node: &Node, follow: &Follow) -> bool {
    match node {
        _ if longest(node) <= SHORT => true,
        Node::Group { body, .. } => ends_soon(body, follow),
        Node::Sequence(parts) => {
            let mut follow = follow.clone();
            parts.iter().rev().all(|part| {
                let soon = ends_soon(part, &follow);
                follow = lead(part, &follow);
                soon
            })
        }
        Node::Alternatives(branches) => {
            let last = branches.len().saturating_sub(1);
            branches.iter().enumerate().all(|(index, branch)| {
                longest(branch) <= SHORT || index == last && ends_soon(branch, follow)
            })
        }
        Node::Repeat {
            body,
            greed: Greed::Lazy,
            ..
        } => matches!(**body, Node::One(_)),
        Node::Repeat { body, .. } => match (&**body, follow) {
            (Node::One(_), Follow::End) => true,
            (Node::One(set), Follow::Chars(first)) => first.is_disjoint(set),
            _ => false,
        },
        _ => false,
    }
}

/// The greatest number of characters that the node looks at.
fn longest(node: &Node) -> u64 {
    match node {
        Node::One(_) | Node::Assert(_) => 1,
        Node::Text { chars, .. } => chars.len() as u64,
        Node::LineBreak => 2,
        Node::Cluster | Node::Reference { .. } => u64::MAX,
        Node::Group { body, .. } | Node::Look { body, .. } | Node::Atomic(body) => longest(body),
        Node::Repeat { body, max, .. } => longest(body).saturating_mul((*max).into()),
        Node::Sequence(parts) => parts.iter().map(longest).fold(0, u64::saturating_add),
        Node::Alternatives(branches) => branches.iter().map(longest).max().unwrap_or(0),
    }
}

/// What comes after a part.
#[derive(Clone)]
enum Follow {
    /// The end of the pattern, which is tested without reading.
    End,
    /// Something that starts with one of these.
    Chars(CharSet),
    Unknown,
}

struct Estimator {
    length: u64,
    remembers: bool,
}

impl Estimator {
    fn node(&self, node: &Node, follow: &Follow, enclosed: bool) -> Bound {
        match node {
            Node::One(_) => Bound::plain(2, 2, false),
            Node::Text { chars, .. } if chars.is_empty() => PASS,
            Node::Text { chars, .. } => Bound::plain(2 * chars.len() as u64, 2, false),
            Node::Assert(_) => Bound::single_try(4),
            Node::LineBreak => Bound {
                tries: 2,
                ..Bound::plain(3, 2, false)
            },
            Node::Cluster => Bound::single_try(self.length + 1),
            Node::Reference { .. } => Bound::single_try(2 * self.length),
            Node::Group { body, .. } => self.node(body, follow, enclosed),
            Node::Look { body, behind, .. } => {
                let starts = behind.map_or(1, |reach| {
                    1 + u64::from(reach.max.abs_diff(reach.min)).min(self.length)
                });
                Bound::single_try(
                    self.alone(body, enclosed || behind.is_some())
                        .saturating_mul(starts),
                )
            }
            Node::Atomic(body) => Bound::single_try(self.alone(body, enclosed)),
            Node::Sequence(parts) => self.sequence(parts, follow, enclosed),
            Node::Alternatives(branches) => {
                let all = branches
                    .iter()
                    .map(|branch| self.node(branch, follow, enclosed));
                all.reduce(Bound::or).unwrap_or(PASS)
            }
            Node::Repeat {
                body,
                min,
                max,
                greed,
            } => self.repeat(body, (*min, *max), *greed, follow, enclosed),
        }
    }

    /// Reads of a match of its own: nothing follows.
    fn alone(&self, node: &Node, enclosed: bool) -> u64 {
        self.node(node, &Follow::Unknown, enclosed).own
    }

    fn sequence(&self, parts: &[Node], follow: &Follow, enclosed: bool) -> Bound {
        let mut bound = PASS;
        let mut follow = follow.clone();
        for part in parts.iter().rev() {
            bound = self.node(part, &follow, enclosed).then(bound);
            follow = lead(part, &follow);
        }
        bound
    }

    fn repeat(
        &self,
        body: &Node,
        bounds: (u32, u32),
        greed: Greed,
        follow: &Follow,
        enclosed: bool,
    ) -> Bound {
        let rounds = u64::from(bounds.1).min(self.length.max(bounds.0.into()) + 1);
        match body {
            Node::One(set) => self.run(set, (bounds.0, rounds), greed, follow),
            Node::Group { body, .. } if greed != Greed::Possessive => match bounds {
                (0, 1) => self.node(body, follow, true).or(PASS),
                _ if analysis::is_deterministic(body) => self.rounds(body, rounds, true),
                _ => self.group_loop(body, bounds, greed, follow, enclosed),
            },
            _ => self.rounds(body, rounds, enclosed || matches!(body, Node::Group { .. })),
        }
    }

    /// Each character is read up to twice, forth and back; then the rest is tried at every place, where it misses if it cannot start inside
    /// of the run.
    fn run(
        &self,
        set: &CharSet,
        (min, rounds): (u32, u64),
        greed: Greed,
        follow: &Follow,
    ) -> Bound {
        let (tries, misses) = match follow {
            _ if greed == Greed::Possessive => (1, 0),
            Follow::End => (1, rounds),
            Follow::Chars(first) if first.is_disjoint(set) => (1, rounds),
            _ => (rounds + 1, 0),
        };
        Bound {
            own: 4 * (rounds + 1),
            tries,
            misses,
            miss: 2,
            nullable: min == 0,
        }
    }

    fn rounds(&self, body: &Node, rounds: u64, enclosed: bool) -> Bound {
        let round = self.alone(body, enclosed);
        Bound {
            own: round.saturating_mul(rounds + 1),
            tries: rounds + 1,
            misses: 0,
            miss: round,
            nullable: true,
        }
    }

    /// A loop that remembers failures enters its body once at a place. Of the others only those with few rounds have a bound.
    fn group_loop(
        &self,
        body: &Node,
        (min, max): (u32, u32),
        greed: Greed,
        follow: &Follow,
        enclosed: bool,
    ) -> Bound {
        let again = lead(body, follow).or(follow);
        let round = self.node(body, &again, true);
        if self.remembers && max == UNBOUNDED && min <= 1 && greed == Greed::Greedy && !enclosed {
            return round.times(self.length + 2).or(PASS);
        }
        if max > FEW_ROUNDS {
            return ENDLESS;
        }
        (0..max).fold(PASS, |rest, _| round.then(rest).or(PASS))
    }
}

const FEW_ROUNDS: u32 = 64;

/// Sets with more ranges are not worth comparing.
const FEW_RANGES: usize = 64;

impl Follow {
    fn chars(ranges: Vec<(u32, u32)>) -> Follow {
        let set = CharSet::new(ranges);
        if set.ranges().len() > FEW_RANGES {
            Follow::Unknown
        } else {
            Follow::Chars(set)
        }
    }

    fn or(self, other: &Follow) -> Follow {
        match (self, other) {
            (Follow::Chars(set), Follow::Chars(more)) => {
                Follow::chars([set.ranges(), more.ranges()].concat())
            }
            (Follow::Chars(set), Follow::End) => Follow::Chars(set),
            (Follow::End, Follow::Chars(set)) => Follow::Chars(set.clone()),
            (Follow::End, Follow::End) => Follow::End,
            _ => Follow::Unknown,
        }
    }
}

/// What `part` followed by `follow` can start with.
fn lead(part: &Node, follow: &Follow) -> Follow {
    let mut ranges = Vec::new();
    match analysis::lead(part, &mut ranges) {
        Some(false) => Follow::chars(ranges),
        Some(true) if ranges.is_empty() => follow.clone(),
        Some(true) => Follow::chars(ranges).or(follow),
        None => Follow::Unknown,
    }
}
