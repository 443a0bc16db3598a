//! A request on its way to the backend.

use super::connection::Connection;
use crate::gateway::exchange::{Body, BodyError, ForwardedFor, Target, UpgradeTo};
use crate::gateway::wire::hop;
use bytes::{Buf, Bytes};
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::request::Parts;
use http::{Method, Request};
use http_body::Body as _;
use std::io::{self, IoSlice, Write};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::AsyncWrite;

/// Larger pieces of a body are written where they lie; smaller ones go out with what is before them.
const COPIED: usize = 8 << 10;

/// Gives the request the fields that this connection needs, and takes away those of the client's.
pub(crate) fn prepare(mut request: Request<Body>, target: &Target) -> Request<Body> {
    let upgrade = request.extensions().get::<UpgradeTo>().cloned();
    let forwarded_for = request.extensions().get::<ForwardedFor>().cloned();
    let length = request.body().size_hint().exact();
    let needs_length = [Method::POST, Method::PUT, Method::PATCH].contains(request.method());
    let headers = request.headers_mut();
    hop::strip_request(headers);
    if !headers.contains_key(header::HOST)
        && let Ok(host) = HeaderValue::try_from(authority(target))
    {
        headers.insert(header::HOST, host);
    }
    if let Some(ForwardedFor(client)) = forwarded_for {
        append_client(headers, &client);
    }
    match length {
        Some(0) if !needs_length && !headers.contains_key(header::CONTENT_LENGTH) => {}
        Some(length) => {
            headers.insert(header::CONTENT_LENGTH, length.into());
        }
        None => {
            headers.remove(header::CONTENT_LENGTH);
            let chunked = HeaderValue::from_static("chunked");
            headers.insert(header::TRANSFER_ENCODING, chunked);
        }
    }
    if let Some(UpgradeTo(protocol)) = upgrade {
        let option = HeaderValue::from_static("Upgrade");
        headers.insert(header::CONNECTION, option);
        headers.insert(header::UPGRADE, protocol);
    }
    request
}

/// One field of all addresses, the last of which is the one we have seen ourselves.
fn append_client(headers: &mut HeaderMap, client: &str) {
    const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
    let mut addresses = Vec::new();
    for value in headers.get_all(&FORWARDED_FOR) {
        addresses.extend_from_slice(value.as_bytes());
        addresses.extend_from_slice(b", ");
    }
    addresses.extend_from_slice(client.as_bytes());
    if let Ok(value) = HeaderValue::try_from(addresses) {
        headers.insert(FORWARDED_FOR, value);
    }
}

/// Host and port as `Host` names them.
fn authority(target: &Target) -> String {
    let usual = if target.tls { 443 } else { 80 };
    let host = match target.host.contains(':') {
        true => format!("[{}]", target.host),
        false => target.host.to_string(),
    };
    match target.port {
        port if port == usual => host,
        port => format!("{host}:{port}"),
    }
}

/// How the body is delimited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Framing {
    /// Octets that are still to come.
    Length(u64),
    Chunked,
}

/// A body that is being sent.
#[derive(Debug)]
pub(crate) struct Upload {
    body: Option<Body>,
    framing: Framing,
    /// Octets of the output that have gone.
    sent: usize,
    /// What goes out behind the output, where it lies.
    piece: Bytes,
    /// Whether a chunk is still to be ended behind `piece`.
    open_chunk: bool,
    /// Whether the backend stopped listening.
    refused: bool,
    written: bool,
}

impl Upload {
    /// Writes the head to `output` and begins with the body.
    pub(crate) fn begin(request: Request<Body>, output: &mut Vec<u8>) -> (Self, Parts) {
        let (parts, body) = request.into_parts();
        write_head(&parts, output);
        let framing = match body.size_hint().exact() {
            Some(length) => Framing::Length(length),
            None => Framing::Chunked,
        };
        let upload = Upload {
            body: (framing != Framing::Length(0)).then_some(body),
            framing,
            sent: 0,
            piece: Bytes::new(),
            open_chunk: false,
            refused: false,
            written: false,
        };
        (upload, parts)
    }

    /// Whether there is nothing more to do.
    pub(crate) fn is_over(&self) -> bool {
        self.refused || self.written
    }

    /// Whether everything was sent.
    pub(crate) fn is_complete(&self) -> bool {
        self.written
    }

    /// Sends what can be sent now, and says whether anything was. An error is one of the body's.
    pub(crate) fn poll(
        &mut self,
        cx: &mut Context<'_>,
        connection: &mut Connection,
    ) -> Result<bool, BodyError> {
        let mut moved = false;
        while !self.is_over() {
            match self.write(cx, connection) {
                Poll::Ready(Ok(())) => moved = true,
                Poll::Ready(Err(_)) => self.refused = true,
                Poll::Pending => return Ok(moved),
            }
            if self.refused {
                break;
            }
            match self.next(cx, &mut connection.output)? {
                Poll::Ready(()) => {}
                Poll::Pending => return Ok(moved),
            }
        }
        if self.is_over() {
            self.body = None;
        }
        Ok(moved)
    }

    fn write(&mut self, cx: &mut Context<'_>, connection: &mut Connection) -> Poll<io::Result<()>> {
        while !self.piece.is_empty() {
            let Connection { stream, output, .. } = &mut *connection;
            let slices = [
                IoSlice::new(&output[self.sent..]),
                IoSlice::new(&self.piece),
            ];
            let stream = Pin::new(stream);
            let written = std::task::ready!(stream.poll_write_vectored(cx, &slices))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            let before = written.min(output.len() - self.sent);
            self.sent += before;
            self.piece.advance(written - before);
        }
        if self.sent == connection.output.len() {
            connection.output.clear();
            self.sent = 0;
        }
        if std::mem::take(&mut self.open_chunk) {
            connection.output.extend_from_slice(b"\r\n");
        }
        connection.poll_output(cx, &mut self.sent)
    }

    /// Takes the next piece of the body.
    fn next(&mut self, cx: &mut Context<'_>, output: &mut Vec<u8>) -> Result<Poll<()>, BodyError> {
        let Some(body) = &mut self.body else {
            self.written = true;
            return Ok(Poll::Ready(()));
        };
        match Pin::new(body).poll_frame(cx) {
            Poll::Pending => return Ok(Poll::Pending),
            Poll::Ready(Some(Ok(frame))) => {
                // Trailers end here: a recipient may discard them, and ours would have to be asked whether it wants any.
                if let Ok(data) = frame.into_data() {
                    self.queue(data, output)?;
                }
            }
            Poll::Ready(Some(Err(error))) => return Err(error),
            Poll::Ready(None) => self.last(output)?,
        }
        Ok(Poll::Ready(()))
    }

    fn queue(&mut self, data: Bytes, output: &mut Vec<u8>) -> Result<(), BodyError> {
        if data.is_empty() {
            return Ok(());
        }
        match &mut self.framing {
            Framing::Length(left) => {
                *left = left
                    .checked_sub(data.len() as u64)
                    .ok_or_else(|| BodyError::Client("it is longer than announced".to_owned()))?;
            }
            Framing::Chunked => {
                self.open_chunk = true;
                // Writing to memory does not fail.
                let _ = write!(output, "{:x}\r\n", data.len());
            }
        }
        if data.len() > COPIED {
            self.piece = data;
        } else {
            output.extend_from_slice(&data);
        }
        Ok(())
    }

    fn last(&mut self, output: &mut Vec<u8>) -> Result<(), BodyError> {
        self.body = None;
        match self.framing {
            Framing::Length(0) => Ok(()),
            Framing::Length(_) => Err(BodyError::Client("it is shorter than announced".to_owned())),
            Framing::Chunked => {
                output.extend_from_slice(b"0\r\n\r\n");
                Ok(())
            }
        }
    }
}

fn write_head(parts: &Parts, output: &mut Vec<u8>) {
    let target = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    for piece in [parts.method.as_str(), " ", target, " HTTP/1.1\r\n"] {
        output.extend_from_slice(piece.as_bytes());
    }
    for (name, value) in &parts.headers {
        output.extend_from_slice(name.as_str().as_bytes());
        output.extend_from_slice(b": ");
        output.extend_from_slice(value.as_bytes());
        output.extend_from_slice(b"\r\n");
    }
    output.extend_from_slice(b"\r\n");
}
