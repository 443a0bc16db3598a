//! What two sides say to each other after they left HTTP: octets, passed on as they come.

use super::pool::{Lease, Open};
use bytes::{Buf, Bytes};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use std::cell::Cell;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf, copy_bidirectional};
use tokio::net::TcpStream;
use tokio::time::Instant;

/// The backend's side of a tunnel, which keeps its place in the count of connections.
#[derive(Debug)]
pub(crate) struct Far {
    pub(crate) stream: TcpStream,
    /// What came with the answer.
    pub(crate) early: Bytes,
    /// Longest silence; zero for any.
    pub(crate) idle: Duration,
    pub(crate) _lease: Option<Lease>,
    pub(crate) _open: Open,
}

/// The far end on its way to whoever has the near one; an extension of the answer.
#[derive(Clone, Debug)]
pub(crate) struct FarEnd(Arc<Mutex<Option<Far>>>);

impl FarEnd {
    pub(crate) fn new(far: Far) -> Self {
        FarEnd(Arc::new(Mutex::new(Some(far))))
    }

    pub(crate) fn take(&self) -> Option<Far> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Passes octets both ways until both sides have ended, one broke, or neither spoke for too long.
pub(crate) async fn join(near: OnUpgrade, far: Far) {
    let Ok(near) = near.await else { return };
    let idle = far.idle;
    let spoken = Rc::new(Cell::new(Instant::now()));
    let mut near = TokioIo::new(near);
    let mut far = Watched {
        far,
        spoken: Rc::clone(&spoken),
    };
    let copy = copy_bidirectional(&mut near, &mut far);
    // Whichever way it ends, nobody is left to be told.
    if idle.is_zero() {
        let _ = copy.await;
    } else {
        tokio::select! {
            _ = copy => {}
            () = silence(&spoken, idle) => {}
        }
    }
}

async fn silence(spoken: &Cell<Instant>, idle: Duration) {
    loop {
        let end = spoken.get() + idle;
        if end <= Instant::now() {
            return;
        }
        tokio::time::sleep_until(end).await;
    }
}

/// Notes when an octet went by in either direction.
struct Watched {
    far: Far,
    spoken: Rc<Cell<Instant>>,
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.far.early.is_empty() {
            let length = self.far.early.len().min(buf.remaining());
            buf.put_slice(&self.far.early[..length]);
            self.far.early.advance(length);
            return Poll::Ready(Ok(()));
        }
        let polled = Pin::new(&mut self.far.stream).poll_read(cx, buf);
        if polled.is_ready() {
            self.spoken.set(Instant::now());
        }
        polled
    }
}

impl AsyncWrite for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.far.stream).poll_write(cx, buf);
        if polled.is_ready() {
            self.spoken.set(Instant::now());
        }
        polled
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.far.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.far.stream).poll_shutdown(cx)
    }
}
