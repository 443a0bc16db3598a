//! Follows the messages of a client's connection: where each begins and ends, and whether it may be believed.

use super::head::{Bounds, Framing, Head, Scanner};
use super::refusal::Refusal;
use crate::gateway::wire::chunked::{Chunked, Piece};

/// What the octets at hand are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A whole head.
    Head(Head),
    /// So many octets of a body, or of what a tunnel carries.
    Pass(usize),
    /// Part of a head: more is needed.
    Hold,
    /// No head: nothing behind it can be trusted.
    Refuse(Refusal),
    /// No body: the request it belongs to is broken.
    Fault(Refusal),
}

#[derive(Debug)]
enum State {
    Head(Scanner),
    Length(u64),
    Chunked(Chunked),
    /// Behind a request to leave HTTP: what comes depends on its answer.
    Undecided,
    Tunnel,
    Broken,
}

/// Reader of one connection.
#[derive(Debug)]
pub(crate) struct Framer {
    state: State,
    bounds: Bounds,
    /// Whether the message at hand asks to leave HTTP.
    upgrade: bool,
}

impl Framer {
    pub(crate) fn new(bounds: Bounds) -> Self {
        Framer {
            state: State::Head(Scanner::new()),
            bounds,
            upgrade: false,
        }
    }

    /// Between two messages, or within a head.
    pub(crate) fn in_head(&self) -> bool {
        matches!(self.state, State::Head(_))
    }

    pub(crate) fn in_body(&self) -> bool {
        matches!(self.state, State::Length(_) | State::Chunked(_))
    }

    pub(crate) fn is_undecided(&self) -> bool {
        matches!(self.state, State::Undecided)
    }

    pub(crate) fn is_tunnel(&self) -> bool {
        matches!(self.state, State::Tunnel)
    }

    /// HTTP has ended; everything passes.
    pub(crate) fn tunnel(&mut self) {
        self.state = State::Tunnel;
    }

    /// HTTP goes on.
    pub(crate) fn resume(&mut self) {
        self.state = State::Head(Scanner::new());
    }

    /// No octet passes any more.
    pub(crate) fn end(&mut self) {
        self.state = State::Broken;
    }

    /// Says what `bytes` begin with. Octets of a head are handed in again until it is whole.
    pub(crate) fn step(&mut self, bytes: &[u8]) -> Step {
        let step = match &mut self.state {
            State::Head(scanner) => match scanner.scan(bytes, self.bounds) {
                Ok(None) => Step::Hold,
                Ok(Some(head)) => Step::Head(head),
                Err(refusal) => Step::Refuse(refusal),
            },
            State::Length(left) => {
                let here = usize::try_from(*left).map_or(bytes.len(), |left| left.min(bytes.len()));
                *left -= here as u64;
                Step::Pass(here)
            }
            State::Chunked(chunked) => match chunked.next(bytes) {
                Ok(Piece::Framing(here) | Piece::Data(here) | Piece::Trailer(here)) => {
                    Step::Pass(here)
                }
                Err(fault) => Step::Fault(Refusal::bad(fault.0)),
            },
            State::Tunnel => Step::Pass(bytes.len()),
            State::Undecided | State::Broken => Step::Hold,
        };
        self.turn(step);
        step
    }

    fn turn(&mut self, step: Step) {
        match step {
            Step::Head(head) => {
                self.upgrade = head.upgrade;
                self.state = match head.framing {
                    Framing::Length(length) => State::Length(length),
                    Framing::Chunked => State::Chunked(Chunked::new()),
                };
            }
            Step::Refuse(_) | Step::Fault(_) => self.state = State::Broken,
            Step::Pass(_) | Step::Hold => {}
        }
        let done = match &self.state {
            State::Length(left) => *left == 0,
            State::Chunked(chunked) => chunked.is_done(),
            _ => false,
        };
        if done && self.upgrade {
            self.state = State::Undecided;
        } else if done {
            self.resume();
        }
    }
}

#[cfg(test)]
#[path = "framer_tests.rs"]
mod tests;
