//! Raw HTTP messages as people keep them in files: a start line, headers, an empty line, a body.
//!
//! Line ends may be CRLF or LF, and comment lines (`#`, `//`) may stand before the start line, as in the `.http` files of
//! editors. This reads files, not connections: framing and its dangers are the gateway's business.

use super::model::{HttpRequest, HttpResponse};
use crate::value::host::{HeaderKey, HeaderList, Headers};
use crate::value::view::header_text;
use std::fmt;

/// Why a text is no HTTP message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageError {
    /// One-based line.
    line: usize,
    message: String,
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for MessageError {}

/// Reads a request, and its body when there is one.
///
/// ```
/// use gravitee_el::model;
///
/// let (request, body) = model::read_request(b"POST /a?b=1 HTTP/1.1\nHost: x\n\nhello")?;
/// assert_eq!((request.path.as_str(), request.host.as_deref()), ("/a", Some("x")));
/// assert_eq!(body.as_deref(), Some(&b"hello"[..]));
/// # Ok::<(), model::MessageError>(())
/// ```
///
/// # Errors
/// When there is no request line, or a line is no header.
pub fn read_request(bytes: &[u8]) -> Result<(HttpRequest, Option<Vec<u8>>), MessageError> {
    let head = Head::read(bytes)?;
    let mut words = head.start.split_ascii_whitespace();
    let (method, target) = (words.next(), words.next());
    let (Some(method), Some(target)) = (method.filter(|word| is_token(word)), target) else {
        return Err(head.bad_start("`GET /path HTTP/1.1` was expected"));
    };
    let version = match words.next() {
        None | Some("HTTP/1.1") => "HTTP_1_1",
        Some("HTTP/1.0") => "HTTP_1_0",
        Some("HTTP/2" | "HTTP/2.0") => "HTTP_2",
        Some(_) => return Err(head.bad_start("the version is none of HTTP/1.0, HTTP/1.1, HTTP/2")),
    };
    let (scheme, authority, target) = absolute(target);
    let host = head
        .headers
        .value(&HeaderKey::new("host"), 0)
        .map(|value| header_text(value).into_owned());
    let request = HttpRequest {
        host: authority.map(str::to_owned).or(host),
        scheme: Some(scheme.unwrap_or("http").to_owned()),
        version: Some(version.to_owned()),
        headers: head.headers,
        ..HttpRequest::new(method, target)
    };
    Ok((request, head.body))
}

/// Reads a response, and its body when there is one.
///
/// # Errors
/// When there is no status line, or a line is no header.
pub fn read_response(bytes: &[u8]) -> Result<(HttpResponse, Option<Vec<u8>>), MessageError> {
    let head = Head::read(bytes)?;
    let mut words = head.start.split_ascii_whitespace();
    let status = words
        .next()
        .filter(|word| word.starts_with("HTTP/"))
        .and_then(|_| words.next());
    match status
        .and_then(|status| status.parse().ok())
        .filter(|status| (100..1000).contains(status))
    {
        Some(status) => Ok((
            HttpResponse {
                status,
                headers: head.headers,
            },
            head.body,
        )),
        None => Err(head.bad_start("`HTTP/1.1 200 OK` was expected")),
    }
}

/// `http://host/path` → scheme, host, target; a target that starts with `/` has only itself.
fn absolute(target: &str) -> (Option<&str>, Option<&str>, &str) {
    let Some((scheme, rest)) = target
        .split_once("://")
        .filter(|(scheme, _)| is_token(scheme))
    else {
        return (None, None, target);
    };
    match rest.find(['/', '?']) {
        Some(end) => (Some(scheme), Some(&rest[..end]), &rest[end..]),
        None => (Some(scheme), Some(rest), "/"),
    }
}

fn is_token(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// The parts of a message.
struct Head {
    start: String,
    line: usize,
    headers: HeaderList,
    body: Option<Vec<u8>>,
}

impl Head {
    fn read(bytes: &[u8]) -> Result<Head, MessageError> {
        let mut head = Head {
            start: String::new(),
            line: 1,
            headers: HeaderList::default(),
            body: None,
        };
        let mut rest = bytes;
        let mut number = 0;
        while !rest.is_empty() {
            let end = rest.iter().position(|byte| *byte == b'\n');
            let (line, after) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
            rest = after;
            number += 1;
            let line = header_text(line.trim_ascii_end()).into_owned();
            match (head.start.is_empty(), line.is_empty()) {
                (true, true) => {}
                (true, false) if line.starts_with('#') || line.starts_with("//") => {}
                (true, false) => (head.start, head.line) = (line, number),
                (false, true) => break,
                (false, false) => head.header(&line, number)?,
            }
        }
        head.body = (!rest.is_empty()).then(|| rest.to_vec());
        match head.start.is_empty() {
            true => Err(head.bad_start("the text has no start line")),
            false => Ok(head),
        }
    }

    fn header(&mut self, line: &str, number: usize) -> Result<(), MessageError> {
        match line.split_once(':').filter(|(name, _)| is_token(name)) {
            Some((name, value)) => {
                self.headers.add(name, value.trim().as_bytes());
                Ok(())
            }
            None => Err(MessageError {
                line: number,
                message: format!("`{line}` is no header"),
            }),
        }
    }

    fn bad_start(&self, message: &str) -> MessageError {
        let found = if self.start.is_empty() {
            String::new()
        } else {
            format!("`{}` is no start line; ", self.start)
        };
        MessageError {
            line: self.line,
            message: format!("{found}{message}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_comments_are_free() {
        let (request, body) =
            read_request(b"# a comment\r\n\r\nGET http://h:1/p?q=1 HTTP/1.0\r\nA: b\r\n\r\n")
                .unwrap();
        assert_eq!(
            (request.path.as_str(), request.host.as_deref(), body),
            ("/p", Some("h:1"), None)
        );
        assert_eq!(request.version.as_deref(), Some("HTTP_1_0"));
    }

    #[test]
    fn what_is_no_message_is_refused_with_its_line() {
        for (text, line) in [
            ("", 1),
            ("hello", 1),
            ("GET / HTTP/3", 1),
            ("GET / HTTP/1.1\nbad header", 2),
        ] {
            assert_eq!(
                read_request(text.as_bytes()).unwrap_err().line,
                line,
                "{text}"
            );
        }
        assert!(read_response(b"HTTP/1.1 abc").is_err());
        assert_eq!(read_response(b"HTTP/1.1 204").unwrap().0.status, 204);
    }
}
