//! What an API asks to have logged of a request: the message at each of the four places where it passes the gateway.
//!
//! Bodies are copied while they stream, up to a limit, so that logging never holds a request up; kinds of content that
//! nobody reads in a log are left out. The captures travel in the report and end in the request's line of the access log.

use crate::gateway::exchange::{Body, BodyError};
use bytes::{Buf, Bytes};
use http::{HeaderMap, header};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use serde_json::{Map, Value, json};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

/// Which messages and which of their parts are logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) entrypoint: bool,
    pub(crate) endpoint: bool,
    pub(crate) request: bool,
    pub(crate) response: bool,
    pub(crate) headers: bool,
    pub(crate) payload: bool,
}

/// Bounds on bodies, the same for all APIs.
#[derive(Clone, Debug)]
pub(crate) struct Limits {
    /// Most bytes of a body.
    pub(crate) length: usize,
    /// Types of content that are not logged; none where the setting is empty.
    pub(crate) excluded: Option<regex::Regex>,
}

/// Types that flow on for ever.
const ENDLESS: [&str; 2] = ["text/event-stream", "application/grpc"];

impl Limits {
    fn admit(&self, headers: &HeaderMap) -> bool {
        let kind = headers.get(header::CONTENT_TYPE);
        let Some(kind) = kind.and_then(|kind| kind.to_str().ok()) else {
            return true;
        };
        !ENDLESS.iter().any(|endless| kind.starts_with(endless))
            && !self
                .excluded
                .as_ref()
                .is_some_and(|types| types.is_match(kind))
    }
}

/// A place where a message passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    EntrypointRequest,
    EndpointRequest,
    EndpointResponse,
    EntrypointResponse,
}

/// The names of the places, in the order in which a request passes them.
const NAMES: [&str; 4] = [
    "entrypointRequest",
    "endpointRequest",
    "endpointResponse",
    "entrypointResponse",
];

impl Extent {
    fn covers(self, point: Point) -> bool {
        match point {
            Point::EntrypointRequest => self.entrypoint && self.request,
            Point::EndpointRequest => self.endpoint && self.request,
            Point::EndpointResponse => self.endpoint && self.response,
            Point::EntrypointResponse => self.entrypoint && self.response,
        }
    }
}

/// What was logged of a request.
#[derive(Clone, Debug)]
pub struct Captures {
    extent: Extent,
    limits: Limits,
    messages: [Option<Message>; 4],
}

impl PartialEq for Captures {
    fn eq(&self, other: &Self) -> bool {
        self.to_json() == other.to_json()
    }
}

impl Eq for Captures {}

#[derive(Clone, Debug)]
struct Message {
    start: Map<String, Value>,
    headers: Option<HeaderMap>,
    body: Option<Tape>,
}

impl Captures {
    pub(crate) fn new(extent: Extent, limits: &Limits) -> Self {
        Captures {
            extent,
            limits: limits.clone(),
            messages: [const { None }; 4],
        }
    }

    /// Takes a request down as it passes.
    pub(crate) fn request(
        &mut self,
        point: Point,
        method: &http::Method,
        uri: &str,
        headers: &HeaderMap,
    ) -> Option<Tape> {
        let start = [("method", json!(method.as_str())), ("uri", json!(uri))];
        self.message(point, start, Some(headers))
    }

    /// Takes a response down as it passes; one without headers never came.
    pub(crate) fn response(
        &mut self,
        point: Point,
        status: u16,
        headers: Option<&HeaderMap>,
    ) -> Option<Tape> {
        self.message(point, [("status", json!(status))], headers)
    }

    fn message<const N: usize>(
        &mut self,
        point: Point,
        start: [(&str, Value); N],
        headers: Option<&HeaderMap>,
    ) -> Option<Tape> {
        if !self.extent.covers(point) {
            return None;
        }
        let body = headers
            .filter(|headers| self.extent.payload && self.limits.admit(headers))
            .map(|_| Tape::new(self.limits.length));
        let start = start.map(|(name, value)| (name.to_owned(), value));
        self.messages[point as usize] = Some(Message {
            start: start.into_iter().collect(),
            headers: headers.filter(|_| self.extent.headers).cloned(),
            body: body.clone(),
        });
        body
    }

    /// The member of the log; bodies as far as they have passed.
    pub(crate) fn to_json(&self) -> Value {
        let messages = NAMES.iter().zip(&self.messages);
        let written = messages.filter_map(|(name, message)| {
            let message = message.as_ref()?;
            Some(((*name).to_owned(), message.to_json()))
        });
        Value::Object(written.collect())
    }
}

impl Message {
    fn to_json(&self) -> Value {
        let mut object = self.start.clone();
        if let Some(headers) = &self.headers {
            let values = |name| {
                let values = headers.get_all(name).iter();
                let texts = values.map(|value| String::from_utf8_lossy(value.as_bytes()));
                texts.map(Value::from).collect::<Value>()
            };
            let fields = headers.keys().map(|name| (name.to_string(), values(name)));
            object.insert("headers".into(), Value::Object(fields.collect()));
        }
        if let Some(body) = self
            .body
            .as_ref()
            .map(Tape::text)
            .filter(|body| !body.is_empty())
        {
            object.insert("body".into(), Value::from(body));
        }
        Value::Object(object)
    }
}

/// A copy of what has passed of a body.
#[derive(Clone, Debug)]
pub(crate) struct Tape {
    octets: Arc<Mutex<Vec<u8>>>,
    limit: usize,
}

impl Tape {
    fn new(limit: usize) -> Self {
        Tape {
            octets: Arc::default(),
            limit,
        }
    }

    pub(crate) fn record(&self, data: &Bytes) {
        let mut octets = self.octets.lock().unwrap_or_else(PoisonError::into_inner);
        let room = self.limit.saturating_sub(octets.len());
        octets.extend_from_slice(&data[..data.remaining().min(room)]);
    }

    fn text(&self) -> String {
        let octets = self.octets.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&octets).into_owned()
    }

    /// The body, which is copied while it passes.
    pub(crate) fn listen(self, inner: Body) -> Body {
        Taped { inner, tape: self }.boxed_unsync()
    }
}

struct Taped {
    inner: Body,
    tape: Tape,
}

impl http_body::Body for Taped {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let polled = Pin::new(&mut self.inner).poll_frame(cx);
        if let Poll::Ready(Some(Ok(frame))) = &polled
            && let Some(data) = frame.data_ref()
        {
            self.tape.record(data);
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

#[cfg(test)]
#[path = "capture_tests.rs"]
mod tests;
