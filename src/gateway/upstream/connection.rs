//! One connection, and one exchange on it.

use super::answer::{self, Answer, Delimiter};
use super::download::Download;
use super::pool::{Lease, Open};
use super::tunnel::{Far, FarEnd};
use super::upload::Upload;
use crate::gateway::exchange::{Body, BodyError, HttpOptions, UpstreamError, empty, full};
use crate::gateway::wire::deadline::Deadline;
use bytes::{Bytes, BytesMut};
use http::request::Parts;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use std::future::{Future, poll_fn};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::Instant;

/// Octets that are read at once.
const READ: usize = 16 << 10;

/// Connects to the first address that answers.
pub(crate) async fn open(host: &str, port: u16) -> io::Result<TcpStream> {
    let stream = match host.parse::<IpAddr>() {
        Ok(address) => TcpStream::connect(SocketAddr::new(address, port)).await?,
        Err(_) => TcpStream::connect((host, port)).await?,
    };
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// A socket and what was read from it.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) stream: TcpStream,
    pub(crate) input: BytesMut,
    /// Kept for its room.
    pub(crate) output: Vec<u8>,
    deadline: Deadline,
    _open: Open,
    /// Missing while it lies on its shelf.
    lease: Option<Lease>,
    used: bool,
    expires: Option<Instant>,
}

impl Connection {
    pub(crate) fn new(stream: TcpStream, open: Open) -> Self {
        Connection {
            stream,
            input: BytesMut::new(),
            output: Vec::new(),
            deadline: Deadline::default(),
            _open: open,
            lease: None,
            used: false,
            expires: None,
        }
    }

    pub(crate) fn lent(mut self, lease: Lease) -> Self {
        self.lease = Some(lease);
        self
    }

    /// Whether an exchange on it ended well before.
    pub(crate) fn is_used(&self) -> bool {
        self.used
    }

    /// Whether it is still there, silent, and not too old.
    pub(crate) fn is_usable(&self, now: Instant) -> bool {
        let silent = || {
            let read = self.stream.try_read(&mut [0; 1]);
            read.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock)
        };
        self.expires.is_none_or(|expires| now < expires) && silent()
    }

    fn give_back(mut self, keep: Duration) {
        /// Room that a large head or body needed is not kept for ever.
        const ROOM: usize = 4 * READ;
        self.used = true;
        self.expires = (!keep.is_zero()).then(|| Instant::now() + keep);
        self.deadline.clear();
        self.output.clear();
        self.output.shrink_to(ROOM);
        if let Some(lease) = self.lease.take() {
            lease.give_back(self);
        }
    }

    /// Reads more; false at the end.
    pub(crate) fn poll_input(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<bool>> {
        if self.input.capacity() - self.input.len() < READ / 4 {
            self.input.reserve(READ);
        }
        let read = pin!(self.stream.read_buf(&mut self.input));
        read.poll(cx).map_ok(|length| length > 0)
    }

    /// Writes what waits in `output` from `sent` on.
    pub(crate) fn poll_output(
        &mut self,
        cx: &mut Context<'_>,
        sent: &mut usize,
    ) -> Poll<io::Result<()>> {
        while *sent < self.output.len() {
            let rest = &self.output[*sent..];
            let written = ready!(Pin::new(&mut self.stream).poll_write(cx, rest))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            *sent += written;
        }
        self.output.clear();
        *sent = 0;
        Poll::Ready(Ok(()))
    }
}

/// A request on its way out and its answer on its way in.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) connection: Connection,
    pub(crate) upload: Upload,
    read_timeout: Duration,
    pub(crate) idle_timeout: Duration,
    keep: Option<Duration>,
    /// Since when nothing moved.
    still: Option<Instant>,
    /// Whether an octet of the answer was there.
    heard: bool,
    scanned: usize,
    /// The request, as long as it may have to be sent again.
    again: Option<Parts>,
}

/// What a second attempt begins with.
pub(crate) struct Again {
    pub(crate) lease: Lease,
    pub(crate) request: Request<Body>,
}

impl Exchange {
    /// Begins to send; `again` when the request may be sent a second time.
    pub(crate) fn begin(
        mut connection: Connection,
        request: Request<Body>,
        options: &HttpOptions,
        again: bool,
    ) -> Self {
        let (upload, parts) = Upload::begin(request, &mut connection.output);
        Exchange {
            connection,
            upload,
            read_timeout: options.read_timeout,
            idle_timeout: options.idle_timeout,
            keep: options.keep_alive.then_some(options.keep_alive_timeout),
            still: None,
            heard: false,
            scanned: 0,
            again: again.then_some(parts),
        }
    }

    /// The head of the answer. The request goes on being sent meanwhile.
    pub(crate) async fn answer(&mut self, start: Instant) -> Result<Answer, UpstreamError> {
        self.still = Some(start);
        poll_fn(|cx| self.poll_answer(cx)).await
    }

    fn poll_answer(&mut self, cx: &mut Context<'_>) -> Poll<Result<Answer, UpstreamError>> {
        self.poll_upload(cx).map_err(UpstreamError::RequestBody)?;
        loop {
            if self.heard {
                let parsed = answer::parse(&mut self.connection.input, &mut self.scanned);
                match parsed.map_err(|why| UpstreamError::Malformed(why.to_owned()))? {
                    Some(answer) if answer.is_interim() => continue,
                    Some(answer) => return Poll::Ready(Ok(answer)),
                    None => {}
                }
            }
            match self.connection.poll_input(cx) {
                Poll::Ready(Ok(true)) => self.heard = true,
                Poll::Ready(Ok(false)) => {
                    return Poll::Ready(Err(UpstreamError::Closed("end of stream".to_owned())));
                }
                Poll::Ready(Err(error)) => {
                    return Poll::Ready(Err(UpstreamError::Closed(error.to_string())));
                }
                Poll::Pending => {
                    ready!(self.poll_still(cx, self.read_timeout));
                    return Poll::Ready(Err(UpstreamError::ReadTimeout));
                }
            }
        }
    }

    /// Sends what there is to send. A backend that stops listening may still answer.
    pub(crate) fn poll_upload(&mut self, cx: &mut Context<'_>) -> Result<(), BodyError> {
        if self.upload.is_over() {
            return Ok(());
        }
        let moved = self.upload.poll(cx, &mut self.connection)?;
        if moved {
            self.still = None;
        }
        Ok(())
    }

    /// Ready when nothing has moved for too long.
    pub(crate) fn poll_still(&mut self, cx: &mut Context<'_>, limit: Duration) -> Poll<()> {
        if limit.is_zero() {
            return Poll::Pending;
        }
        let since = *self.still.get_or_insert_with(Instant::now);
        self.connection.deadline.set(since + limit);
        self.connection.deadline.poll(cx)
    }

    /// Something came.
    pub(crate) fn moved(&mut self) {
        self.still = None;
    }

    /// What is left of a connection that was closed before an octet of the answer came.
    pub(crate) fn into_second_attempt(mut self) -> Option<Again> {
        if self.heard {
            return None;
        }
        let request = Request::from_parts(self.again.take()?, empty());
        let lease = self.connection.lease.take()?;
        Some(Again { lease, request })
    }

    /// The exchange is over; what can be used again is kept.
    pub(crate) fn end(self, persistent: bool) {
        let clean = persistent && self.upload.is_complete() && self.connection.input.is_empty();
        if let Some(keep) = self.keep.filter(|_| clean) {
            self.connection.give_back(keep);
        }
    }

    /// The answer with its body.
    pub(crate) fn deliver(
        mut self,
        answer: Answer,
        head: bool,
        upgrade: bool,
    ) -> Result<Response<Body>, UpstreamError> {
        let malformed = |why: &str| UpstreamError::Malformed(why.to_owned());
        if answer.status == StatusCode::SWITCHING_PROTOCOLS {
            if !upgrade {
                return Err(malformed("it leaves HTTP without being asked"));
            }
            return Ok(self.leave(answer));
        }
        self.still = None;
        self.again = None;
        let delimiter = answer.delimiter(head).map_err(malformed)?;
        let persistent = answer.persistent;
        let body = match delimiter {
            Delimiter::Length(0) => {
                self.end(persistent);
                empty()
            }
            Delimiter::Length(length) if self.is_here(length) => {
                let body = self.take(length as usize);
                self.end(persistent);
                full(body)
            }
            delimiter => Download::new(self, delimiter, persistent).boxed_unsync(),
        };
        Ok(answer.into_response(body))
    }

    fn is_here(&self, length: u64) -> bool {
        length <= self.connection.input.len() as u64
    }

    fn take(&mut self, length: usize) -> Bytes {
        self.connection.input.split_to(length).freeze()
    }

    fn leave(self, answer: Answer) -> Response<Body> {
        let far = Far {
            stream: self.connection.stream,
            early: self.connection.input.freeze(),
            idle: self.idle_timeout,
            _lease: self.connection.lease,
            _open: self.connection._open,
        };
        let mut response = answer.into_response(empty());
        response.extensions_mut().insert(FarEnd::new(far));
        response
    }
}
