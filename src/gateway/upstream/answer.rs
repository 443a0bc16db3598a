//! The head of a backend's answer (RFC 9112 §4 and §6.3).
//!
//! Lines may end with a bare line feed, as many an old server writes them. Everything on which the end of the answer hangs
//! must be plain: an answer that two readers could cut at two places is none.

use crate::gateway::exchange::Body;
use crate::gateway::wire::{TOKEN, VALUE, decimal, hop, is, run, trim};
use bytes::{Bytes, BytesMut};
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Response, StatusCode};

/// Largest head, in octets.
const HEAD: usize = 64 << 10;

/// Most fields.
const FIELDS: usize = 256;

/// Status and fields of an answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    headers: HeaderMap,
    /// Whether the connection stays.
    pub(crate) persistent: bool,
    minor: u8,
    chunked: bool,
}

/// Where the body ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delimiter {
    Length(u64),
    Chunked,
    Close,
}

type Why = &'static str;

/// Takes a head from the start of `input`; `None` asks for more. `scanned` remembers how far the end was looked for.
pub(crate) fn parse(input: &mut BytesMut, scanned: &mut usize) -> Result<Option<Answer>, Why> {
    if let Some(difference) = input.iter().zip(b"HTTP/1.").position(|(a, b)| a != b) {
        return Err(match difference {
            0..5 => "it does not begin with a version",
            _ => "its version is not known",
        });
    }
    let Some(length) = end(input, scanned) else {
        return if input.len() > HEAD {
            Err("its head is too large")
        } else {
            Ok(None)
        };
    };
    if length > HEAD {
        return Err("its head is too large");
    }
    *scanned = 0;
    let head = input.split_to(length).freeze();
    read(&head).map(Some)
}

/// Octets up to the empty line and with it.
fn end(input: &[u8], scanned: &mut usize) -> Option<usize> {
    let mut from = *scanned;
    while let Some(found) = memchr::memchr(b'\n', &input[from..]) {
        let behind = from + found + 1;
        match &input[behind..] {
            [b'\n', ..] => return Some(behind + 1),
            [b'\r', b'\n', ..] => return Some(behind + 2),
            // Whether this is the end shows with the next octets.
            [] | [b'\r'] => {
                *scanned = behind - 1;
                return None;
            }
            _ => from = behind,
        }
    }
    *scanned = input.len();
    None
}

fn read(head: &Bytes) -> Result<Answer, Why> {
    let mut lines = Lines { head, at: 0 };
    let (begin, end) = lines.next().ok_or("it is empty")?;
    let (minor, status) = status_line(&head[begin..end])?;
    let mut headers = HeaderMap::with_capacity(16);
    for (begin, end) in lines {
        if begin == end {
            break;
        }
        let (name, value) = field(head, begin, end)?;
        if headers.len() >= FIELDS {
            return Err("it has too many fields");
        }
        headers.append(name, value);
    }
    let chunked = chunked(&headers, minor)?;
    let persistent = match minor {
        0 => hop::lists(&headers, &header::CONNECTION, "keep-alive"),
        _ => !hop::lists(&headers, &header::CONNECTION, "close"),
    };
    Ok(Answer {
        status,
        headers,
        persistent,
        minor,
        chunked,
    })
}

/// Begin and end of each line, without what ends it.
struct Lines<'h> {
    head: &'h [u8],
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        let begin = self.at;
        let length = memchr::memchr(b'\n', &self.head[begin..])?;
        self.at = begin + length + 1;
        let line = &self.head[begin..begin + length];
        Some((
            begin,
            begin + line.strip_suffix(b"\r").unwrap_or(line).len(),
        ))
    }
}

/// `HTTP/1.1 200 OK`, of which the reason may be missing, and even the blank before it.
fn status_line(line: &[u8]) -> Result<(u8, StatusCode), Why> {
    const NONE: Why = "its first line is no status line";
    let [minor @ b'0'..=b'9', b' ', a, b, c, reason @ ..] = line.get(7..).unwrap_or_default()
    else {
        return Err(NONE);
    };
    let sound = matches!(reason, [] | [b' ', ..]) && run(reason, VALUE) == reason.len();
    if !sound || !matches!(a, b'1'..=b'9') {
        return Err(NONE);
    }
    let status = StatusCode::from_bytes(&[*a, *b, *c]).map_err(|_| NONE)?;
    Ok((minor - b'0', status))
}

fn field(head: &Bytes, begin: usize, end: usize) -> Result<(HeaderName, HeaderValue), Why> {
    let line = &head[begin..end];
    let length = run(line, TOKEN);
    if length == 0 || line.get(length) != Some(&b':') {
        return Err("a line of its head is no field");
    }
    let value = trim(&line[length + 1..]);
    if !value.iter().all(|&octet| is(octet, VALUE)) {
        return Err("a field holds what no field may");
    }
    let name = HeaderName::from_bytes(&line[..length]).map_err(|_| "a field name is too long")?;
    let value = HeaderValue::from_maybe_shared(head.slice_ref(value));
    Ok((name, value.map_err(|_| "a field holds what no field may")?))
}

fn chunked(headers: &HeaderMap, minor: u8) -> Result<bool, Why> {
    let mut codings = headers.get_all(header::TRANSFER_ENCODING).iter();
    let Some(coding) = codings.next() else {
        return Ok(false);
    };
    if minor == 0 || headers.contains_key(header::CONTENT_LENGTH) {
        return Err("its length is contradictory");
    }
    if codings.next().is_some() || !coding.as_bytes().eq_ignore_ascii_case(b"chunked") {
        return Err("its transfer coding is not known");
    }
    Ok(true)
}

impl Answer {
    /// Whether another answer follows.
    pub(crate) fn is_interim(&self) -> bool {
        self.status.is_informational() && self.status != StatusCode::SWITCHING_PROTOCOLS
    }

    /// Where the body of the answer ends; `head` when only a head was asked for.
    pub(crate) fn delimiter(&self, head: bool) -> Result<Delimiter, Why> {
        let bodiless = [StatusCode::NO_CONTENT, StatusCode::NOT_MODIFIED].contains(&self.status);
        let length = self.length()?;
        Ok(match length {
            _ if head || bodiless => Delimiter::Length(0),
            _ if self.chunked => Delimiter::Chunked,
            Some(length) => Delimiter::Length(length),
            None => Delimiter::Close,
        })
    }

    fn length(&self) -> Result<Option<u64>, Why> {
        let mut lengths = self.headers.get_all(header::CONTENT_LENGTH).iter();
        let Some(first) = lengths.next() else {
            return Ok(None);
        };
        if lengths.any(|other| other != first) {
            return Err("its length is contradictory");
        }
        let length = decimal(first.as_bytes());
        length.map(Some).ok_or("its length is no number")
    }

    pub(crate) fn into_response(mut self, body: Body) -> Response<Body> {
        if self.status != StatusCode::SWITCHING_PROTOCOLS {
            hop::strip_response(&mut self.headers, self.status);
        }
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        *response.version_mut() = match self.minor {
            0 => http::Version::HTTP_10,
            _ => http::Version::HTTP_11,
        };
        response
    }
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;
