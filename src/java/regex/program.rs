//! The code of the backtracking matcher, and its compiler.
//!
//! The code follows the way Java's matcher is put together rather than the shortest translation, because Java's shape shows: a repetition of
//! anything but a group runs its body as a match of its own ([`Op::Repeat`]), so that it can never be entered again in another way and
//! what it captured stays captured; a repeated group backtracks into its body ([`Op::LoopStart`]) unless Java calls the body deterministic.

use super::analysis;
use super::charset::CharSet;
use super::syntax::ast::{Assertion, Ast, Behind, Fold, Greed, Node, UNBOUNDED};

/// Position in the code.
pub(super) type Pc = u32;

#[derive(Clone, Copy, Debug)]
pub(super) enum Op {
    Char(u32),
    /// One character of the set with this index.
    Set(u32),
    /// `length` characters of the program's text from `start`.
    Text {
        start: u32,
        length: u32,
        fold: Fold,
    },
    Assert(Assertion),
    LineBreak,
    Cluster,
    Reference {
        group: u32,
        fold: Fold,
    },
    /// A repetition of one character: the run with this index.
    Run(u32),
    Jump(Pc),
    /// Goes on; if that fails, goes on there.
    Fork(Pc),
    /// Goes on there; if that fails, goes on here.
    Defer(Pc),
    /// Keeps where a group starts in a local.
    GroupStart(u32),
    GroupEnd {
        group: u32,
        local: u32,
    },
    LoopStart(u32),
    LoopNext(u32),
    /// Matches up to its [`Op::PartEnd`], which is followed by the rest.
    Repeat(u32),
    Atomic,
    LookAhead {
        negated: bool,
        next: Pc,
    },
    LookBehind {
        negated: bool,
        reach: Behind,
        next: Pc,
    },
    /// A match within the match is complete.
    PartEnd,
    /// The same at the end of a look-behind, if it is where the look-behind started.
    BehindEnd,
    Match,
}

/// A repetition of one character.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) set: u32,
    pub(super) min: u32,
    pub(super) max: u32,
    pub(super) greed: Greed,
    /// The set has characters that are pairs.
    pub(super) pairs: bool,
    pub(super) next: Pc,
}

impl Run {
    /// Java reads such a run in one go, without a match of its own for each character.
    pub(super) fn is_scan(&self) -> bool {
        self.greed == Greed::Greedy && self.max == UNBOUNDED
    }

    /// Stepping back reads a character, because it may be a pair.
    pub(super) fn reads_back(&self) -> bool {
        self.pairs && self.is_scan()
    }
}

/// A repeated group that can be entered again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Loop {
    pub(super) min: u32,
    pub(super) max: u32,
    pub(super) lazy: bool,
    /// Local with the number of repetitions.
    pub(super) count: u32,
    /// Local with the start of the current repetition.
    pub(super) begin: u32,
    pub(super) body: Pc,
    pub(super) next: Pc,
    /// A place where another repetition has failed once is not tried again.
    pub(super) remembers: bool,
}

/// A repetition whose body is a match of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct Repeat {
    pub(super) min: u32,
    pub(super) max: u32,
    pub(super) greed: Greed,
    /// The group that takes the latest repetition.
    pub(super) group: Option<u32>,
    pub(super) body: Pc,
    pub(super) next: Pc,
}

#[derive(Debug, Default)]
pub(super) struct Program {
    pub(super) ops: Vec<Op>,
    pub(super) sets: Vec<CharSet>,
    pub(super) text: Vec<u32>,
    pub(super) runs: Vec<Run>,
    pub(super) loops: Vec<Loop>,
    pub(super) repeats: Vec<Repeat>,
    pub(super) locals: u32,
    pub(super) groups: u32,
    /// A search never starts between the halves of a pair.
    pub(super) whole_pairs: bool,
    /// Only the start of the text can match.
    pub(super) anchored: bool,
    /// Java's estimate of the least length; no search starts closer to the end.
    pub(super) least: i32,
    /// Every match starts with one of these, and a start with another has no effect.
    pub(super) first: Option<CharSet>,
}

impl Program {
    pub(super) fn new(ast: &Ast) -> Program {
        let start = Program {
            groups: ast.groups,
            whole_pairs: ast.whole_pairs,
            least: analysis::least(&ast.root),
            anchored: leads_with_start(&ast.root),
            first: if has_memory(&ast.root) {
                None
            } else {
                analysis::first(&ast.root)
            },
            ..Program::default()
        };
        let mut compiler = Compiler {
            program: start,
            remembers: !ast.refers_back,
        };
        compiler.node(&ast.root, false);
        compiler.emit(Op::Match);
        compiler.program
    }
}

fn leads_with_start(node: &Node) -> bool {
    match node {
        Node::Assert(Assertion::TextStart) => true,
        Node::Group { body, .. } => leads_with_start(body),
        Node::Sequence(parts) => parts.first().is_some_and(leads_with_start),
        _ => false,
    }
}

/// Whether an attempt that fails can leave something behind that a later attempt sees.
fn has_memory(node: &Node) -> bool {
    match node {
        Node::Look { .. } | Node::Reference { .. } | Node::Assert(Assertion::Cluster) => true,
        Node::Group { body, .. } => has_memory(body),
        Node::Atomic(body) | Node::Repeat { body, .. } => captures(body) || has_memory(body),
        Node::Sequence(parts) | Node::Alternatives(parts) => parts.iter().any(has_memory),
        _ => false,
    }
}

fn captures(node: &Node) -> bool {
    match node {
        Node::Group {
            capture: Some(_), ..
        } => true,
        Node::Group { body, .. }
        | Node::Atomic(body)
        | Node::Repeat { body, .. }
        | Node::Look { body, .. } => captures(body),
        Node::Sequence(parts) | Node::Alternatives(parts) => parts.iter().any(captures),
        _ => false,
    }
}

struct Compiler {
    program: Program,
    remembers: bool,
}

impl Compiler {
    fn push(&mut self, op: Op) -> Pc {
        self.program.ops.push(op);
        self.here() - 1
    }

    fn emit(&mut self, op: Op) {
        self.program.ops.push(op);
    }

    fn here(&self) -> Pc {
        self.program.ops.len() as Pc
    }

    fn patch(&mut self, at: Pc, op: Op) {
        self.program.ops[at as usize] = op;
    }

    fn local(&mut self) -> u32 {
        self.program.locals += 1;
        self.program.locals - 1
    }

    fn set(&mut self, set: &CharSet) -> u32 {
        self.program.sets.push(set.clone());
        self.program.sets.len() as u32 - 1
    }

    /// `enclosed`: within a repeated group or a look-behind, where loops do not remember failures.
    fn node(&mut self, node: &Node, enclosed: bool) {
        match node {
            Node::One(set) => self.one(set),
            Node::Text { chars, fold } => self.text(chars, *fold),
            Node::Assert(assertion) => self.emit(Op::Assert(*assertion)),
            Node::LineBreak => self.emit(Op::LineBreak),
            Node::Cluster => self.emit(Op::Cluster),
            Node::Reference { group, fold } => self.emit(Op::Reference {
                group: *group,
                fold: *fold,
            }),
            Node::Group { body, capture } => self.group(body, *capture, enclosed),
            Node::Look {
                body,
                negated,
                behind,
            } => self.look(body, *negated, *behind, enclosed),
            Node::Atomic(body) => {
                self.emit(Op::Atomic);
                self.node(body, enclosed);
                self.emit(Op::PartEnd);
            }
            Node::Repeat {
                body,
                min,
                max,
                greed,
            } => self.repetition(body, (*min, *max), *greed, enclosed),
            Node::Sequence(parts) => parts.iter().for_each(|part| self.node(part, enclosed)),
            Node::Alternatives(branches) => self.alternatives(branches, enclosed),
        }
    }

    fn one(&mut self, set: &CharSet) {
        let op = match set.sole() {
            Some(c) => Op::Char(c),
            None => Op::Set(self.set(set)),
        };
        self.emit(op);
    }

    fn text(&mut self, chars: &[u32], fold: Fold) {
        let start = self.program.text.len() as u32;
        self.program.text.extend(chars);
        if !chars.is_empty() {
            self.push(Op::Text {
                start,
                length: chars.len() as u32,
                fold,
            });
        }
    }

    fn group(&mut self, body: &Node, capture: Option<u32>, enclosed: bool) {
        let Some(group) = capture else {
            return self.node(body, enclosed);
        };
        let local = self.local();
        self.emit(Op::GroupStart(local));
        self.node(body, enclosed);
        self.emit(Op::GroupEnd { group, local });
    }

    fn look(&mut self, body: &Node, negated: bool, behind: Option<Behind>, enclosed: bool) {
        let start = self.push(Op::PartEnd);
        self.node(body, enclosed || behind.is_some());
        self.push(if behind.is_some() {
            Op::BehindEnd
        } else {
            Op::PartEnd
        });
        let next = self.here();
        self.patch(
            start,
            match behind {
                Some(reach) => Op::LookBehind {
                    negated,
                    reach,
                    next,
                },
                None => Op::LookAhead { negated, next },
            },
        );
    }

    fn alternatives(&mut self, branches: &[Node], enclosed: bool) {
        let mut ends = Vec::with_capacity(branches.len());
        let Some((last, others)) = branches.split_last() else {
            return;
        };
        for branch in others {
            let fork = self.push(Op::PartEnd);
            self.node(branch, enclosed);
            ends.push(self.push(Op::PartEnd));
            let next = self.here();
            self.patch(fork, Op::Fork(next));
        }
        self.node(last, enclosed);
        let end = self.here();
        ends.into_iter()
            .for_each(|jump| self.patch(jump, Op::Jump(end)));
    }

    fn repetition(&mut self, body: &Node, bounds: (u32, u32), greed: Greed, enclosed: bool) {
        match body {
            Node::One(set) => self.run(set, bounds, greed),
            Node::Group {
                body: inner,
                capture,
            } if greed != Greed::Possessive => match bounds {
                (0, 1) => self.optional(body, greed),
                _ if analysis::is_deterministic(inner) => {
                    self.repeat(inner, bounds, greed, *capture, true);
                }
                _ => self.group_loop(inner, *capture, bounds, greed, enclosed),
            },
            Node::Group { .. } => self.repeat(body, bounds, greed, None, true),
            _ => self.repeat(body, bounds, greed, None, enclosed),
        }
    }

    fn run(&mut self, set: &CharSet, (min, max): (u32, u32), greed: Greed) {
        let pairs = set.ranges().last().is_some_and(|&(_, last)| last > 0xFFFF);
        let (set, next) = (self.set(set), self.here() + 1);
        self.emit(Op::Run(self.program.runs.len() as u32));
        self.program.runs.push(Run {
            set,
            min,
            max,
            greed,
            pairs,
            next,
        });
    }

    fn optional(&mut self, group: &Node, greed: Greed) {
        let start = self.push(Op::PartEnd);
        self.node(group, true);
        let end = self.here();
        self.patch(
            start,
            if greed == Greed::Greedy {
                Op::Fork(end)
            } else {
                Op::Defer(end)
            },
        );
    }

    fn repeat(
        &mut self,
        body: &Node,
        (min, max): (u32, u32),
        greed: Greed,
        group: Option<u32>,
        enclosed: bool,
    ) {
        let index = self.program.repeats.len();
        let start = self.push(Op::Repeat(index as u32));
        self.program.repeats.push(Repeat {
            min,
            max,
            greed,
            group,
            body: start + 1,
            next: 0,
        });
        self.node(body, enclosed);
        self.emit(Op::PartEnd);
        self.program.repeats[index].next = self.here();
    }

    fn group_loop(
        &mut self,
        body: &Node,
        capture: Option<u32>,
        (min, max): (u32, u32),
        greed: Greed,
        enclosed: bool,
    ) {
        let (count, begin) = (self.local(), self.local());
        let lazy = greed == Greed::Lazy;
        let remembers = self.remembers && !lazy && max == UNBOUNDED && !enclosed;
        let index = self.program.loops.len();
        let start = self.push(Op::LoopStart(index as u32));
        self.program.loops.push(Loop {
            min,
            max,
            lazy,
            count,
            begin,
            body: start + 1,
            next: 0,
            remembers,
        });
        self.emit(Op::GroupStart(begin));
        self.node(body, true);
        if let Some(group) = capture {
            self.push(Op::GroupEnd {
                group,
                local: begin,
            });
        }
        self.emit(Op::LoopNext(index as u32));
        self.program.loops[index].next = self.here();
    }
}
