//! Where the guard of a connection and the service behind the HTTP reader leave notes for each other.
//!
//! There is one request at a time: the guard lets no octet of the next one pass before the answer to the last has gone.
//! So what lies here always concerns the request at hand.

use super::refusal::Refusal;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use tokio::time::Instant;

/// What the guard knows of a request.
#[derive(Debug)]
pub(crate) struct Ticket {
    /// When its first octet was there.
    pub(crate) received: Instant,
    /// Why it is refused, and how it began.
    pub(crate) refusal: Option<(Refusal, Box<str>)>,
    /// Whether it asks to leave HTTP.
    pub(crate) upgrade: bool,
}

/// Octets of a refused request that the log shows.
const SHOWN: usize = 256;

impl Ticket {
    pub(crate) fn new(received: Option<Instant>, upgrade: bool) -> Self {
        Ticket {
            received: received.unwrap_or_else(Instant::now),
            refusal: None,
            upgrade,
        }
    }

    pub(crate) fn refused(received: Option<Instant>, refusal: Refusal, head: &[u8]) -> Self {
        let shown = &head[..head.len().min(SHOWN)];
        let line = shown
            .split(|&octet| octet == b'\r' || octet == b'\n')
            .next();
        let line = String::from_utf8_lossy(line.unwrap_or_default()).into();
        Ticket {
            refusal: Some((refusal, line)),
            ..Ticket::new(received, false)
        }
    }
}

/// What is to come behind a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Its answer is still to come.
    Wait,
    /// The next request.
    Next,
    /// Another protocol.
    Tunnel,
}

#[derive(Debug)]
struct State {
    ticket: Option<Ticket>,
    turn: Turn,
    early: bool,
    fault: Option<Refusal>,
    idle_since: Instant,
    fresh: bool,
    guard: Option<Waker>,
}

/// The notes of one connection.
#[derive(Debug)]
pub(crate) struct Desk(Mutex<State>);

impl Desk {
    pub(crate) fn new() -> Self {
        Desk(Mutex::new(State {
            ticket: None,
            turn: Turn::Next,
            early: false,
            fault: None,
            idle_since: Instant::now(),
            fresh: true,
            guard: None,
        }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The guard lets a request pass.
    pub(crate) fn open(&self, ticket: Ticket) {
        let mut state = self.state();
        state.fresh = false;
        state.turn = Turn::Wait;
        state.ticket = Some(ticket);
    }

    /// The service begins with it.
    pub(crate) fn take(&self) -> Option<Ticket> {
        self.state().ticket.take()
    }

    /// The guard found that its body is none.
    pub(crate) fn fault(&self, refusal: Refusal) {
        self.state().fault = Some(refusal);
    }

    /// Why its body broke.
    pub(crate) fn faulted(&self) -> Option<Refusal> {
        self.state().fault
    }

    /// The guard holds octets behind a request to leave HTTP.
    pub(crate) fn early(&self) {
        self.state().early = true;
    }

    /// HTTP ends here, unless the client did not wait for that.
    pub(crate) fn tunnel(&self) -> bool {
        let mut state = self.state();
        if state.early {
            return false;
        }
        self.turn_to(&mut state, Turn::Tunnel);
        true
    }

    /// The answer has gone.
    pub(crate) fn close(&self) {
        let mut state = self.state();
        state.idle_since = Instant::now();
        if state.turn == Turn::Wait {
            self.turn_to(&mut state, Turn::Next);
        }
    }

    fn turn_to(&self, state: &mut State, turn: Turn) {
        state.turn = turn;
        if let Some(guard) = state.guard.take() {
            guard.wake();
        }
    }

    /// What the guard may let pass; it is woken when that changes.
    pub(crate) fn turn(&self, guard: &Waker) -> Turn {
        let mut state = self.state();
        if state.turn == Turn::Wait && !state.guard.as_ref().is_some_and(|w| w.will_wake(guard)) {
            state.guard = Some(guard.clone());
        }
        state.turn
    }

    /// Since when there is no request at all, and whether there was none yet.
    pub(crate) fn idle_since(&self) -> Option<(Instant, bool)> {
        let state = self.state();
        (state.turn != Turn::Wait).then_some((state.idle_since, state.fresh))
    }
}
