//! Whatever the guard lets pass does not depend on how the octets were cut into reads.

use super::{Guard, Patience};
use crate::gateway::ingress::desk::Desk;
use crate::gateway::ingress::framer::Framer;
use crate::gateway::ingress::head::Bounds;
use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A socket that gives one piece for each read, and then nothing more.
struct Pieces(VecDeque<Vec<u8>>);

impl AsyncRead for Pieces {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let Some(mut piece) = self.0.pop_front() else {
            return Poll::Pending;
        };
        let rest = piece.split_off(piece.len().min(buf.remaining()));
        if !rest.is_empty() {
            self.0.push_front(rest);
        }
        buf.put_slice(&piece);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Pieces {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, _: &[u8]) -> Poll<io::Result<usize>> {
        Poll::Pending
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// What came of the octets.
#[derive(Debug, Default, PartialEq, Eq)]
struct Verdict {
    passed: Vec<u8>,
    /// Whether each request was refused.
    refused: Vec<bool>,
    fault: bool,
}

const NEVER: Patience = Patience {
    head: Duration::ZERO,
    body: Duration::ZERO,
    idle: Duration::ZERO,
    write: Duration::ZERO,
};

const BOUNDS: Bounds = Bounds {
    line: 4_096,
    fields: 8_192,
};

/// Reads all that passes; each answer goes at once.
fn verdict(pieces: impl Iterator<Item = Vec<u8>>) -> Verdict {
    let desk = Arc::new(Desk::new());
    let pieces = Pieces(pieces.collect());
    let mut guard = Guard::new(pieces, Framer::new(BOUNDS), Arc::clone(&desk), NEVER);
    let mut context = Context::from_waker(Waker::noop());
    let mut verdict = Verdict::default();
    let mut room = vec![0; 8 << 10];
    loop {
        let mut buf = ReadBuf::new(&mut room);
        let polled = Pin::new(&mut guard).poll_read(&mut context, &mut buf);
        verdict.passed.extend_from_slice(buf.filled());
        let ticket = desk.take();
        let opened = ticket.is_some();
        if let Some(ticket) = ticket {
            verdict.refused.push(ticket.refusal.is_some());
            desk.close();
        }
        if polled.is_pending() && !opened || matches!(polled, Poll::Ready(Err(_))) {
            verdict.fault = desk.faulted().is_some();
            if verdict.fault {
                // How much of a body passes before it breaks is a matter of chance, and of no consequence.
                verdict.passed.clear();
            }
            return verdict;
        }
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime starts")
}

/// Id, wanted class, octets.
fn rows() -> Vec<(String, String, Vec<u8>)> {
    include_str!("../../../tests/gateway/raw-http.jsonl")
        .lines()
        .map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).expect("rows are JSON");
            let text = |name: &str| row[name].as_str().expect("a text").to_owned();
            let bytes = text("bytes").chars().map(|octet| octet as u8).collect();
            (text("id"), text("want"), bytes)
        })
        .collect()
}

#[test]
fn the_verdict_is_the_same_however_the_octets_are_cut() {
    let _entered = runtime();
    for (id, _, bytes) in rows() {
        let whole = verdict(std::iter::once(bytes.clone()));
        let single = verdict(bytes.iter().map(|&octet| vec![octet]));
        assert_eq!(whole, single, "{id} octet by octet");
        for at in 0..bytes.len().min(400) {
            let (a, b) = bytes.split_at(at);
            let cut = verdict(
                [a.to_vec(), b.to_vec()]
                    .into_iter()
                    .filter(|p| !p.is_empty()),
            );
            assert_eq!(whole, cut, "{id} cut at {at}");
        }
    }
}

#[test]
fn what_must_be_refused_is_and_what_must_pass_does() {
    let _entered = runtime();
    for (id, want, bytes) in rows() {
        let verdict = verdict(std::iter::once(bytes.clone()));
        let refused = verdict.fault || verdict.refused.contains(&true);
        match want.as_str() {
            "refuse" => assert!(refused, "{id}: {verdict:?}"),
            "accept" | "normalise" => assert_eq!(verdict.passed, bytes, "{id}"),
            _ => {}
        }
    }
}

#[test]
fn nothing_passes_behind_a_refusal() {
    let _entered = runtime();
    let bytes =
        b"GET / HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n";
    let found = verdict(std::iter::once(bytes.to_vec()));
    assert_eq!(found.refused, [false, true]);
    assert!(found.passed.starts_with(&bytes[..27]));
    assert!(found.passed.ends_with(super::STAND_IN));
    assert_eq!(found.passed.len(), 27 + super::STAND_IN.len());
}

#[test]
fn octets_behind_a_request_to_leave_http_wait_for_its_answer() {
    let _entered = runtime();
    let head = b"GET / HTTP/1.1\r\nhost: a\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n";
    let desk = Arc::new(Desk::new());
    let pieces = Pieces([[head.as_slice(), b"\x81\x00"].concat()].into());
    let mut guard = Guard::new(pieces, Framer::new(BOUNDS), Arc::clone(&desk), NEVER);
    let mut context = Context::from_waker(Waker::noop());
    let mut room = [0; 512];
    let mut buf = ReadBuf::new(&mut room);
    assert!(
        Pin::new(&mut guard)
            .poll_read(&mut context, &mut buf)
            .is_ready()
    );
    assert_eq!(buf.filled(), head);
    let ticket = desk.take().expect("a request came");
    assert!(ticket.upgrade);
    assert!(!desk.tunnel(), "the client spoke too early");
    desk.close();
    let mut buf = ReadBuf::new(&mut room);
    assert!(
        Pin::new(&mut guard)
            .poll_read(&mut context, &mut buf)
            .is_ready()
    );
    let refused = desk.take().expect("what follows is read as HTTP");
    assert!(refused.refusal.is_some());
}

#[test]
fn a_tunnel_passes_everything() {
    let _entered = runtime();
    let head = b"GET / HTTP/1.1\r\nhost: a\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n";
    let desk = Arc::new(Desk::new());
    let pieces = Pieces([head.to_vec(), b"\0\r\n\r\n \xff".to_vec()].into());
    let mut guard = Guard::new(pieces, Framer::new(BOUNDS), Arc::clone(&desk), NEVER);
    let mut context = Context::from_waker(Waker::noop());
    let mut room = [0; 512];
    let mut buf = ReadBuf::new(&mut room);
    assert!(
        Pin::new(&mut guard)
            .poll_read(&mut context, &mut buf)
            .is_ready()
    );
    assert!(desk.tunnel());
    let mut buf = ReadBuf::new(&mut room);
    assert!(
        Pin::new(&mut guard)
            .poll_read(&mut context, &mut buf)
            .is_ready()
    );
    assert_eq!(buf.filled(), b"\0\r\n\r\n \xff");
}
