//! Timeouts that cost nothing while all goes well.
//!
//! Registering a timer per request and taking it back costs more than reading the request. Here the timer of a connection
//! stays where it is when the deadline moves away; only when it fires is it looked up whether there is still time, and then
//! it is set anew. A connection in steady use so touches the timer wheel once per timeout, not twice per request.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::time::{Instant, Sleep, sleep_until};

/// A point in time that may move, or be none.
#[derive(Debug, Default)]
pub(crate) struct Deadline {
    at: Option<Instant>,
    sleep: Option<Pin<Box<Sleep>>>,
}

impl Deadline {
    pub(crate) fn set(&mut self, at: Instant) {
        self.at = Some(at);
    }

    pub(crate) fn clear(&mut self) {
        self.at = None;
    }

    /// Ready when the deadline has passed.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let Some(at) = self.at else {
            return Poll::Pending;
        };
        let sleep = self.sleep.get_or_insert_with(|| Box::pin(sleep_until(at)));
        if at < sleep.deadline() {
            sleep.as_mut().reset(at);
        }
        loop {
            ready!(sleep.as_mut().poll(cx));
            if sleep.deadline() >= at {
                return Poll::Ready(());
            }
            sleep.as_mut().reset(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Deadline;
    use std::future::poll_fn;
    use std::task::Poll;
    use std::time::Duration;
    use tokio::time::Instant;

    fn wait(moves: &'static [(u64, u64)]) -> u128 {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .expect("a runtime starts");
        runtime.block_on(async {
            let start = Instant::now();
            let mut deadline = Deadline::default();
            for &(at, poll) in moves {
                deadline.set(start + Duration::from_millis(at));
                let early = poll_fn(|cx| Poll::Ready(deadline.poll(cx).is_ready())).await;
                assert!(!early, "{at} ms is to come");
                tokio::time::sleep_until(start + Duration::from_millis(poll)).await;
            }
            poll_fn(|cx| deadline.poll(cx)).await;
            start.elapsed().as_millis()
        })
    }

    #[test]
    fn a_deadline_that_moves_away_passes_late() {
        assert!((60..160).contains(&wait(&[(20, 10), (60, 15)])));
    }

    #[test]
    fn a_deadline_that_comes_nearer_passes_early() {
        assert!((20..120).contains(&wait(&[(5_000, 5), (20, 6)])));
    }
}
