//! Stands between the socket and the HTTP reader and lets nothing pass that breaks the rules.
//!
//! The reader behind sees whole, checked heads only. Where a head is refused it gets a harmless one in its place, and finds
//! on the [`Desk`] why; so a refusal is answered and logged in its turn like any request, also behind pipelined ones. A
//! broken body ends in an error. The guard also knows how long a client may be silent, and reads on for a while when a
//! connection is closed early, so that the answer is not lost with it.

use super::desk::{Desk, Ticket, Turn};
use super::framer::{Framer, Step};
use super::refusal::Refusal;
use crate::gateway::wire::deadline::Deadline;
use bytes::Bytes;
use http::StatusCode;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Instant;

/// How long a client may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// From the first octet of a head to its last, and from the connection to the first octet.
    pub head: Duration,
    /// Between two octets of a body; zero waits for ever.
    pub body: Duration,
    /// Between two requests; zero waits for ever.
    pub idle: Duration,
    /// Until the client reads on; zero waits for ever.
    pub write: Duration,
}

/// What stands in for a head that was refused.
const STAND_IN: &[u8] = b"GET / HTTP/1.1\r\nhost: refused\r\n\r\n";

/// Longest time to read what a client still sends when all is said.
const LINGER: Duration = Duration::from_secs(2);

/// A guarded socket.
#[derive(Debug)]
pub(crate) struct Guard<S> {
    inner: S,
    framer: Framer,
    desk: Arc<Desk>,
    patience: Patience,
    /// Octets that are not checked yet: the start of a head.
    held: Vec<u8>,
    /// Checked octets that found no room.
    ready: Bytes,
    /// When the head in `held` began.
    began: Option<Instant>,
    /// Since when a body or its silence is waited for.
    waiting: Option<Instant>,
    reading: Deadline,
    stalled: Option<Instant>,
    writing: Deadline,
    closing: Option<Instant>,
    discarding: Deadline,
    eof: bool,
    /// Whether a request has passed whose answer has not gone yet.
    busy: bool,
    /// Whether no further octet can be believed.
    broken: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Guard<S> {
    pub(crate) fn new(inner: S, framer: Framer, desk: Arc<Desk>, patience: Patience) -> Self {
        Guard {
            inner,
            framer,
            desk,
            patience,
            held: Vec::new(),
            ready: Bytes::new(),
            began: None,
            waiting: None,
            reading: Deadline::default(),
            stalled: None,
            writing: Deadline::default(),
            closing: None,
            discarding: Deadline::default(),
            eof: false,
            busy: false,
            broken: false,
        }
    }

    /// Checks octets and says how many at the start may pass.
    fn vet(&mut self, bytes: &[u8]) -> usize {
        let mut passed = 0;
        while passed < bytes.len() && !self.broken {
            let rest = &bytes[passed..];
            if self.is_parked() {
                break;
            }
            match self.framer.step(rest) {
                Step::Pass(length) => passed += length,
                Step::Head(head) => {
                    passed += head.length;
                    self.busy = true;
                    let received = self.began.take();
                    self.desk.open(Ticket::new(received, head.upgrade));
                }
                Step::Hold => break,
                Step::Refuse(refusal) => self.refuse(refusal, rest),
                Step::Fault(refusal) => self.fault(refusal),
            }
        }
        passed
    }

    /// Between a request and its answer nothing of the next one passes.
    fn is_parked(&self) -> bool {
        self.busy && (self.framer.in_head() || self.framer.is_undecided())
    }

    fn refuse(&mut self, refusal: Refusal, head: &[u8]) {
        self.framer.end();
        self.broken = true;
        self.desk
            .open(Ticket::refused(self.began.take(), refusal, head));
        self.ready = Bytes::from_static(STAND_IN);
    }

    fn fault(&mut self, refusal: Refusal) {
        self.framer.end();
        self.broken = true;
        self.desk.fault(refusal);
    }

    /// Reads octets into the free room of `buf` and lets pass what may.
    fn read(&mut self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        loop {
            if self.is_parked() && !self.held.is_empty() {
                return Poll::Pending;
            }
            if !ready!(self.fill(cx, buf))? || !buf.filled().is_empty() || self.broken {
                return self.give(buf);
            }
            if !self.ready.is_empty() {
                return self.give(buf);
            }
        }
    }

    /// Reads once; false at the end of all reading.
    fn fill(&mut self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<bool>> {
        if Pin::new(&mut self.inner).poll_read(cx, buf)?.is_pending() {
            ready!(self.overdue(cx));
            return Poll::Ready(Ok(!self.eof));
        }
        self.waiting = None;
        if buf.filled().is_empty() {
            self.eof = true;
            return Poll::Ready(Ok(false));
        }
        if self.held.is_empty() {
            self.take_direct(buf);
        } else {
            self.held.extend_from_slice(buf.filled());
            buf.clear();
            self.take_held();
        }
        Poll::Ready(Ok(true))
    }

    /// The usual case: what was read passes where it lies.
    fn take_direct(&mut self, buf: &mut ReadBuf<'_>) {
        let passed = self.vet(buf.filled());
        if !self.broken {
            self.held.extend_from_slice(&buf.filled()[passed..]);
            self.note_held();
        }
        buf.set_filled(passed);
    }

    fn take_held(&mut self) {
        let mut held = std::mem::take(&mut self.held);
        let passed = self.vet(&held);
        if passed > 0 {
            self.ready = Bytes::copy_from_slice(&held[..passed]);
        }
        if !self.broken {
            held.drain(..passed);
            self.held = held;
            self.note_held();
        }
    }

    fn note_held(&mut self) {
        if self.held.is_empty() {
            return;
        }
        self.began.get_or_insert_with(Instant::now);
        if self.framer.is_undecided() {
            self.desk.early();
        }
    }

    /// Hands out what is ready; an error where a body broke and nothing is left before it.
    fn give(&mut self, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if buf.filled().is_empty() {
            let length = self.ready.len().min(buf.remaining());
            buf.put_slice(&self.ready.split_to(length));
        }
        if !buf.filled().is_empty() || self.eof {
            return Poll::Ready(Ok(()));
        }
        if self.desk.faulted().is_some() {
            return Poll::Ready(Err(io::Error::other("the body is malformed")));
        }
        Poll::Pending
    }

    /// Ready when the client was silent for too long.
    fn overdue(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            let Some(at) = self.limit() else {
                self.reading.clear();
                return Poll::Pending;
            };
            self.reading.set(at);
            ready!(self.reading.poll(cx));
            // Where a request came or went meanwhile, the deadline is another one now.
            if self.limit().is_some_and(|at| at <= Instant::now()) {
                self.late();
                return Poll::Ready(());
            }
        }
    }

    fn limit(&mut self) -> Option<Instant> {
        let after = |since: Instant, limit: Duration| (!limit.is_zero()).then(|| since + limit);
        if self.framer.in_body() {
            let since = *self.waiting.get_or_insert_with(Instant::now);
            return after(since, self.patience.body);
        }
        if !self.framer.in_head() {
            return None;
        }
        match (self.began, self.desk.idle_since()) {
            (Some(began), _) => after(began, self.patience.head),
            (None, Some((since, true))) => after(since, self.patience.head),
            (None, Some((since, false))) => after(since, self.patience.idle),
            // The wake-up of a request that ends goes elsewhere: look again later.
            (None, None) => after(Instant::now(), self.patience.idle),
        }
    }

    fn late(&mut self) {
        const LATE: StatusCode = StatusCode::REQUEST_TIMEOUT;
        if self.framer.in_body() {
            self.fault(Refusal::with(LATE, "the body stopped for too long"));
        } else if self.began.is_some() {
            let head = std::mem::take(&mut self.held);
            self.refuse(
                Refusal::with(LATE, "the head was not complete in time"),
                &head,
            );
        } else {
            self.eof = true;
        }
    }

    /// Follows what became of the request at hand.
    fn turn(&mut self, cx: &Context<'_>) {
        match self.desk.turn(cx.waker()) {
            Turn::Wait => return,
            Turn::Tunnel => self.framer.tunnel(),
            Turn::Next if self.framer.is_undecided() => self.framer.resume(),
            Turn::Next => {}
        }
        self.busy = false;
        if !self.held.is_empty() {
            self.began = Some(Instant::now());
            self.take_held();
        }
    }

    /// Counts the time that a client does not read.
    fn unread<T>(
        &mut self,
        cx: &mut Context<'_>,
        polled: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if polled.is_ready() {
            self.stalled = None;
            return polled;
        }
        if self.patience.write.is_zero() {
            return Poll::Pending;
        }
        let since = *self.stalled.get_or_insert_with(Instant::now);
        self.writing.set(since + self.patience.write);
        ready!(self.writing.poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }

    /// Whether octets of the client may still come that nobody reads.
    fn is_cut_short(&self) -> bool {
        !self.eof && !self.framer.is_tunnel() && (!self.framer.in_head() || !self.held.is_empty())
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Guard<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.busy {
            this.turn(cx);
        }
        if !this.ready.is_empty() || this.broken || this.eof {
            return this.give(buf);
        }
        this.read(cx, buf)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Guard<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.inner).poll_write(cx, buf);
        this.unread(cx, polled)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.inner).poll_write_vectored(cx, bufs);
        this.unread(cx, polled)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let polled = Pin::new(&mut this.inner).poll_flush(cx);
        this.unread(cx, polled)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.closing.is_none() {
            ready!(Pin::new(&mut this.inner).poll_shutdown(cx))?;
            if !this.is_cut_short() {
                return Poll::Ready(Ok(()));
            }
        }
        // Closing now would reset the connection, and the client might never see why it was refused.
        let since = *this.closing.get_or_insert_with(Instant::now);
        this.discarding.set(since + LINGER);
        let mut sink = [0; 4096];
        loop {
            let mut buf = ReadBuf::new(&mut sink);
            match Pin::new(&mut this.inner).poll_read(cx, &mut buf) {
                Poll::Ready(Ok(())) if !buf.filled().is_empty() => {
                    if since.elapsed() > LINGER {
                        return Poll::Ready(Ok(()));
                    }
                }
                Poll::Ready(_) => return Poll::Ready(Ok(())),
                Poll::Pending => return this.discarding.poll(cx).map(Ok),
            }
        }
    }
}

#[cfg(test)]
#[path = "guard_tests.rs"]
mod tests;
