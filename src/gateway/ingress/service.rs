//! From the HTTP reader to the chain and back: one request, one answer, one line in the log.

use super::desk::{Desk, Ticket};
use super::refusal::Refusal;
use super::{Chain, Options, target};
use crate::gateway::exchange::{
    Body, BodyError, CloseConnection, Connection, ForwardedFor, ReceivedBy, Report, UpgradeTo,
    empty,
};
use crate::gateway::observe::access::{Entry, Pen};
use crate::gateway::upstream::{Pool, tunnel};
use crate::gateway::wire::hop;
use bytes::Bytes;
use http::header::{self, HeaderValue};
use http::uri::PathAndQuery;
use http::{Request, Response, StatusCode, Uri, Version};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::upgrade::OnUpgrade;
use std::future::{Future, poll_fn};
use std::net::SocketAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::SystemTime;

/// What all connections of a thread share.
pub(crate) struct Core<C> {
    pub(crate) chain: C,
    pub(crate) pool: Pool,
    pub(crate) pen: Pen,
    pub(crate) options: Arc<Options>,
    pub(crate) draining: std::cell::Cell<bool>,
}

/// One client.
pub(crate) struct Session<C> {
    pub(crate) core: Rc<Core<C>>,
    pub(crate) desk: Arc<Desk>,
    pub(crate) remote: Arc<str>,
    pub(crate) local: Arc<str>,
    pub(crate) server: ReceivedBy,
}

/// Status that the log shows where the client left before there was an answer.
const CLIENT_LEFT: u16 = 499;

impl<C: Chain> Session<C> {
    /// A connection. Its addresses are written out once, and not for each request.
    pub(crate) fn new(
        core: Rc<Core<C>>,
        remote: SocketAddr,
        local: SocketAddr,
        server: ReceivedBy,
    ) -> Self {
        Session {
            core,
            desk: Arc::new(Desk::new()),
            remote: remote.ip().to_string().into(),
            local: local.ip().to_string().into(),
            server,
        }
    }

    /// Answers what the reader behind the guard made of a request.
    pub(crate) async fn answer(self: Rc<Self>, request: Request<Incoming>) -> Response<Outgoing> {
        let ticket = self.desk.take().unwrap_or_else(|| Ticket::new(None, false));
        let mut entry = self.entry(&request, &ticket);
        if let Some((refusal, line)) = ticket.refusal {
            entry.refused_line(&line);
            return self.refuse(refusal, entry);
        }
        let version = request.version();
        let (response, on_upgrade) = match self.pass(request, &ticket, &mut entry).await {
            Ok(passed) => passed,
            Err(refusal) => return self.refuse(refusal, entry),
        };
        // A body that broke makes the request wrong, whatever became of it meanwhile.
        if let Some(fault) = self.desk.faulted() {
            return self.refuse(fault, entry);
        }
        self.give(response, on_upgrade, version, entry)
    }

    async fn pass(
        &self,
        mut request: Request<Incoming>,
        ticket: &Ticket,
        entry: &mut Record,
    ) -> Result<(Response<Body>, Option<OnUpgrade>), Refusal> {
        settle(&mut request, self.core.options.normalize_path)?;
        entry.path(request.uri());
        let upgrade = ticket
            .upgrade
            .then(|| request.headers().get(header::UPGRADE).cloned())
            .flatten();
        let on_upgrade = upgrade.is_some().then(|| hyper::upgrade::on(&mut request));
        hop::strip_nominated(request.headers_mut());
        let request = self.wrap(request, ticket, upgrade);
        let answer = pin!(self.core.chain.answer(&self.core.pool, request));
        let response = unwinding(answer).await.unwrap_or_else(|| {
            let mut response = Response::new(empty());
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            response.extensions_mut().insert(CloseConnection);
            response
        });
        Ok((response, on_upgrade))
    }

    fn wrap(
        &self,
        request: Request<Incoming>,
        ticket: &Ticket,
        upgrade: Option<HeaderValue>,
    ) -> Request<Body> {
        let (mut parts, incoming) = request.into_parts();
        parts.extensions.insert(Connection {
            remote: Arc::clone(&self.remote),
            local: Arc::clone(&self.local),
            tls: false,
            received: ticket.received.into_std(),
            timestamp: SystemTime::now() - ticket.received.elapsed(),
        });
        if self.core.options.listen.len() > 1 {
            parts.extensions.insert(self.server);
        }
        if self.core.options.forwarded_for {
            parts
                .extensions
                .insert(ForwardedFor(Arc::clone(&self.remote)));
        }
        if let Some(protocol) = upgrade {
            parts.extensions.insert(UpgradeTo(protocol));
        }
        let body = if http_body::Body::is_end_stream(&incoming) {
            empty()
        } else {
            ClientBody {
                incoming,
                desk: Arc::clone(&self.desk),
            }
            .boxed_unsync()
        };
        Request::from_parts(parts, body)
    }

    fn give(
        &self,
        response: Response<Body>,
        on_upgrade: Option<OnUpgrade>,
        version: Version,
        mut entry: Record,
    ) -> Response<Outgoing> {
        let (mut parts, body) = response.into_parts();
        if parts.status == StatusCode::SWITCHING_PROTOCOLS {
            match self.join(&mut parts, on_upgrade) {
                Ok(()) => {}
                Err(refusal) => return self.refuse(refusal, entry),
            }
        } else {
            hop::strip_response(&mut parts.headers, parts.status);
            let close = parts.extensions.get::<CloseConnection>().is_some();
            if close || self.core.draining.get() {
                parts
                    .headers
                    .insert(header::CONNECTION, HeaderValue::from_static("close"));
            } else if version == Version::HTTP_11 && parts.status == StatusCode::UPGRADE_REQUIRED {
                parts
                    .headers
                    .insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
            }
        }
        entry.answered(parts.status, parts.extensions.remove::<Report>());
        parts.extensions.clear();
        Response::from_parts(
            parts,
            Outgoing {
                inner: body,
                record: entry,
                broken: None,
            },
        )
    }

    /// Joins client and backend, which have agreed on another protocol.
    fn join(
        &self,
        parts: &mut http::response::Parts,
        on_upgrade: Option<OnUpgrade>,
    ) -> Result<(), Refusal> {
        const UNASKED: Refusal = Refusal::with(
            StatusCode::BAD_GATEWAY,
            "the answer leaves HTTP without being asked",
        );
        let far = parts.extensions.remove::<tunnel::FarEnd>();
        let (Some(far), Some(near)) = (far.and_then(|end| end.take()), on_upgrade) else {
            return Err(UNASKED);
        };
        if !self.desk.tunnel() {
            return Err(Refusal::bad(
                "the client did not wait for the other protocol",
            ));
        }
        tokio::task::spawn_local(tunnel::join(near, far));
        Ok(())
    }

    fn refuse(&self, refusal: Refusal, mut entry: Record) -> Response<Outgoing> {
        entry.refused(refusal);
        let mut response = Response::new(Outgoing {
            inner: empty(),
            record: entry,
            broken: None,
        });
        *response.status_mut() = refusal.status;
        response
            .headers_mut()
            .insert(header::CONNECTION, HeaderValue::from_static("close"));
        response
    }

    fn entry(&self, request: &Request<Incoming>, ticket: &Ticket) -> Record {
        let entry = self.core.pen.is_on().then(|| {
            Box::new(Entry::new(
                Arc::clone(&self.remote),
                request.method().clone(),
                request.headers().get(header::HOST).cloned(),
                request.version(),
            ))
        });
        Record {
            desk: Arc::clone(&self.desk),
            pen: self.core.pen.clone(),
            received: ticket.received,
            entry,
        }
    }
}

/// Brings the target to origin form; the authority of an absolute one is the host, whatever `Host` says (RFC 9112 §3.2.2).
fn settle(request: &mut Request<Incoming>, normalize: bool) -> Result<(), Refusal> {
    const NONE: Refusal = Refusal::bad("the target is none");
    if let Some(authority) = request.uri().authority() {
        let host = HeaderValue::from_str(authority.as_str()).map_err(|_| NONE)?;
        request.headers_mut().insert(header::HOST, host);
    }
    let uri = request.uri();
    let path = target::normalized(uri.path(), normalize)?;
    if let std::borrow::Cow::Owned(path) = path {
        let whole = match uri.query() {
            Some(query) => format!("{path}?{query}"),
            None => path,
        };
        *request.uri_mut() = Uri::try_from(whole).map_err(|_| NONE)?;
    } else if uri.authority().is_some() {
        let whole = match uri.path_and_query() {
            Some(whole) if whole.as_str().starts_with('/') => whole.clone(),
            // An absolute target may end with its authority, or go on with its query.
            Some(query) => {
                PathAndQuery::try_from(format!("/{}", query.as_str())).map_err(|_| NONE)?
            }
            None => PathAndQuery::from_static("/"),
        };
        *request.uri_mut() = Uri::from(whole);
    }
    Ok(())
}

/// The answer, or `None` where the code that should give it broke an assumption of its own. One request fails, no more.
async fn unwinding<F: Future>(mut future: Pin<&mut F>) -> Option<F::Output> {
    poll_fn(
        |cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(output)) => Poll::Ready(Some(output)),
            Err(_) => Poll::Ready(None),
        },
    )
    .await
}

/// The body that a client sends.
struct ClientBody {
    incoming: Incoming,
    desk: Arc<Desk>,
}

impl http_body::Body for ClientBody {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let polled = Pin::new(&mut self.incoming).poll_frame(cx);
        polled.map_err(|error| match self.desk.faulted() {
            Some(fault) if fault.status == StatusCode::REQUEST_TIMEOUT => BodyError::Idle,
            Some(fault) => BodyError::Client(fault.reason.to_owned()),
            None => BodyError::Client(error.to_string()),
        })
    }

    fn is_end_stream(&self) -> bool {
        self.incoming.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.incoming.size_hint()
    }
}

/// The body that a client gets, which takes the line of the log with it: written when the last octet has gone, or when
/// nobody wants the rest.
pub(crate) struct Outgoing {
    inner: Body,
    record: Record,
    /// Why it broke off, while what came before is written.
    broken: Option<BodyError>,
}

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        if let Some(error) = self.broken.take() {
            return Poll::Ready(Some(Err(error)));
        }
        let polled = Pin::new(&mut self.inner).poll_frame(cx);
        match polled {
            Poll::Ready(Some(Err(error))) => {
                // An error ends the connection at once; a pause lets head and data before it go out.
                self.record.broke_off(&error);
                self.broken = Some(error);
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            Poll::Ready(Some(Ok(ref frame))) => {
                self.record.sent(frame.data_ref().map_or(0, Bytes::len));
            }
            _ => {}
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// What is written of a request, at the moment when it is over.
struct Record {
    desk: Arc<Desk>,
    pen: Pen,
    received: tokio::time::Instant,
    entry: Option<Box<Entry>>,
}

impl Record {
    fn with(&mut self, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = &mut self.entry {
            change(entry);
        }
    }

    fn path(&mut self, uri: &Uri) {
        self.with(|entry| entry.uri = Some(uri.clone()));
    }

    fn refused_line(&mut self, line: &str) {
        self.with(|entry| entry.line = Some(line.to_owned()));
    }

    fn refused(&mut self, refusal: Refusal) {
        self.with(|entry| {
            entry.status = Some(refusal.status.as_u16());
            entry.reason = Some(refusal.reason.to_owned());
        });
    }

    fn answered(&mut self, status: StatusCode, report: Option<Report>) {
        self.with(|entry| {
            entry.status = Some(status.as_u16());
            entry.report = report;
        });
    }

    fn sent(&mut self, length: usize) {
        self.with(|entry| entry.bytes_out += length as u64);
    }

    fn broke_off(&mut self, error: &BodyError) {
        self.with(|entry| entry.reason = Some(error.to_string()));
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        self.desk.close();
        if let Some(mut entry) = self.entry.take() {
            entry.status.get_or_insert(CLIENT_LEFT);
            entry.duration = self.received.elapsed();
            self.pen.write(&entry);
        }
    }
}
