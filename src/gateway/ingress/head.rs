//! Reads the head of a request octet by octet and says whether it may be believed.
//!
//! The rules are those of RFC 9112 without its permissions to be lenient: lines end with CR LF, names touch their colon,
//! nothing is folded. What decides where the message ends (`Content-Length`, `Transfer-Encoding`) and whom it is for
//! (`Host`, the target) must be there once, well-formed and without contradiction. A head that passes means the same to
//! every reader behind us.

use super::refusal::Refusal;
use super::target;
use crate::gateway::wire::{TARGET, TOKEN, VALUE, decimal, is, run, trim};
use http::StatusCode;
use std::ops::Range;

/// How large a head may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Octets of the request line.
    pub(crate) line: usize,
    /// Octets of all fields.
    pub(crate) fields: usize,
}

/// Most fields of a head: as many as the reader behind us takes.
const FIELDS: usize = 100;

/// Most empty lines before a request.
const EMPTY_LINES: usize = 2;

/// Longest method; the longest registered one has 17 letters.
const METHOD: usize = 32;

/// How the body behind a head is delimited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framing {
    Length(u64),
    Chunked,
}

/// What is known of a head that passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    /// Its octets, empty lines before it included.
    pub(crate) length: usize,
    pub(crate) framing: Framing,
    /// Whether the client asks to leave HTTP for a protocol that can be passed through.
    pub(crate) upgrade: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Start,
    StartLf,
    Method,
    Target,
    Version,
    FieldStart,
    Name,
    Value,
    ValueLf,
    EndLf,
}

/// `HTTP/1.1` and its line end; digits stand for any digit.
const VERSION: &[u8] = b"HTTP/0.0\r\n";

/// Reader of one head. It is handed the same octets again with more behind them, and goes on where it stopped.
#[derive(Debug)]
pub(crate) struct Scanner {
    part: Part,
    /// Octets that were looked at.
    at: usize,
    /// Where the request line begins.
    line: usize,
    /// Where the current name, value, target or version begins.
    begin: usize,
    name: Range<usize>,
    /// Where the fields begin.
    fields: usize,
    facts: Facts,
}

/// What the fields said that matters here.
#[derive(Debug, Default)]
struct Facts {
    connect: bool,
    options: bool,
    minor: u8,
    hosts: usize,
    length: Option<u64>,
    chunked: bool,
    connection_upgrade: bool,
    protocol: Option<bool>,
    count: usize,
}

impl Scanner {
    pub(crate) fn new() -> Self {
        Scanner {
            part: Part::Start,
            at: 0,
            line: 0,
            begin: 0,
            name: 0..0,
            fields: 0,
            facts: Facts::default(),
        }
    }

    /// Reads on in `head`, which begins where it began before. `None` asks for more octets.
    pub(crate) fn scan(&mut self, head: &[u8], bounds: Bounds) -> Result<Option<Head>, Refusal> {
        while self.at < head.len() {
            if self.part == Part::EndLf {
                self.within(bounds)?;
                return self.end(head[self.at]).map(Some);
            }
            self.step(head)?;
        }
        self.within(bounds)?;
        Ok(None)
    }

    fn within(&self, bounds: Bounds) -> Result<(), Refusal> {
        let line = match self.fields {
            0 => self.at,
            fields => fields,
        } - self.line;
        if line > bounds.line {
            return Err(Refusal::with(
                StatusCode::URI_TOO_LONG,
                "the request line is too long",
            ));
        }
        if self.fields > 0 && self.at - self.fields > bounds.fields {
            return Err(too_large());
        }
        Ok(())
    }

    fn step(&mut self, head: &[u8]) -> Result<(), Refusal> {
        let octet = head[self.at];
        match self.part {
            Part::Start => self.start(octet)?,
            Part::StartLf => {
                self.mark(octet, b'\n', Part::Start, "a bare CR before the request")?;
            }
            Part::Method => self.method(head)?,
            Part::Target => self.target(head)?,
            Part::Version => self.version(head)?,
            Part::FieldStart => self.field_start(octet)?,
            Part::Name => self.name(head)?,
            Part::Value => self.value(head)?,
            Part::ValueLf => {
                self.mark(octet, b'\n', Part::FieldStart, "a bare CR in a field")?;
            }
            Part::EndLf => {}
        }
        Ok(())
    }

    fn mark(
        &mut self,
        found: u8,
        wanted: u8,
        next: Part,
        reason: &'static str,
    ) -> Result<(), Refusal> {
        if found != wanted {
            return Err(Refusal::bad(reason));
        }
        self.part = next;
        self.at += 1;
        Ok(())
    }

    fn start(&mut self, octet: u8) -> Result<(), Refusal> {
        if octet == b'\r' && self.at < 2 * EMPTY_LINES {
            return self.mark(octet, b'\r', Part::StartLf, "");
        }
        self.line = self.at;
        self.begin = self.at;
        self.part = Part::Method;
        if is(octet, TOKEN) {
            Ok(())
        } else {
            Err(Refusal::bad("the request begins with no method"))
        }
    }

    fn method(&mut self, head: &[u8]) -> Result<(), Refusal> {
        self.at += run(&head[self.at..], TOKEN);
        if self.at - self.begin > METHOD {
            return Err(Refusal::bad("the method is too long"));
        }
        let Some(&octet) = head.get(self.at) else {
            return Ok(());
        };
        let method = &head[self.begin..self.at];
        self.facts.connect = method == b"CONNECT";
        self.facts.options = method == b"OPTIONS";
        self.begin = self.at + 1;
        self.mark(octet, b' ', Part::Target, "the method is no token")
    }

    fn target(&mut self, head: &[u8]) -> Result<(), Refusal> {
        self.at += run(&head[self.at..], TARGET);
        let Some(&octet) = head.get(self.at) else {
            return Ok(());
        };
        if octet != b' ' {
            return Err(Refusal::bad("the target holds what no target may"));
        }
        if self.facts.connect {
            return Err(Refusal::with(
                StatusCode::METHOD_NOT_ALLOWED,
                "tunnels are not offered",
            ));
        }
        target::check(&head[self.begin..self.at], self.facts.options)?;
        self.begin = self.at + 1;
        self.mark(octet, b' ', Part::Version, "")
    }

    fn version(&mut self, head: &[u8]) -> Result<(), Refusal> {
        let (found, wanted) = (head[self.at], VERSION[self.at - self.begin]);
        let fits = match wanted {
            b'0' => found.is_ascii_digit(),
            _ => found == wanted,
        };
        if !fits {
            return Err(Refusal::bad("the request line ends with no version"));
        }
        self.at += 1;
        if self.at - self.begin < VERSION.len() {
            return Ok(());
        }
        self.fields = self.at;
        self.part = Part::FieldStart;
        self.facts.minor = head[self.begin + 7] - b'0';
        if head[self.begin + 5] != b'1' || self.facts.minor > 1 {
            return Err(Refusal::with(
                StatusCode::HTTP_VERSION_NOT_SUPPORTED,
                "the version is neither 1.0 nor 1.1",
            ));
        }
        Ok(())
    }

    fn field_start(&mut self, octet: u8) -> Result<(), Refusal> {
        if octet == b'\r' {
            return self.mark(octet, b'\r', Part::EndLf, "");
        }
        self.facts.count += 1;
        if self.facts.count > FIELDS {
            return Err(too_large());
        }
        self.begin = self.at;
        self.part = Part::Name;
        if is(octet, TOKEN) {
            Ok(())
        } else {
            Err(Refusal::bad("a line of the head is no field"))
        }
    }

    fn name(&mut self, head: &[u8]) -> Result<(), Refusal> {
        self.at += run(&head[self.at..], TOKEN);
        let Some(&octet) = head.get(self.at) else {
            return Ok(());
        };
        self.name = self.begin..self.at;
        self.begin = self.at + 1;
        self.mark(octet, b':', Part::Value, "a field name is no token")
    }

    fn value(&mut self, head: &[u8]) -> Result<(), Refusal> {
        self.at += run(&head[self.at..], VALUE);
        let Some(&octet) = head.get(self.at) else {
            return Ok(());
        };
        let (name, value) = (&head[self.name.clone()], &head[self.begin..self.at]);
        self.facts.field(name, trim(value))?;
        self.mark(
            octet,
            b'\r',
            Part::ValueLf,
            "a field holds what no field may",
        )
    }

    fn end(&mut self, octet: u8) -> Result<Head, Refusal> {
        if octet != b'\n' {
            return Err(Refusal::bad("the head ends with a bare CR"));
        }
        self.facts.whole()?;
        let framing = self.facts.framing();
        Ok(Head {
            length: self.at + 1,
            framing,
            upgrade: self.facts.upgrade() && framing == Framing::Length(0),
        })
    }
}

fn too_large() -> Refusal {
    Refusal::with(
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
        "the head is too large",
    )
}

impl Facts {
    fn field(&mut self, name: &[u8], value: &[u8]) -> Result<(), Refusal> {
        match name.len() {
            4 if name.eq_ignore_ascii_case(b"host") => self.host(value),
            6 if name.eq_ignore_ascii_case(b"expect") => self.expect(value),
            7 if name.eq_ignore_ascii_case(b"upgrade") => {
                self.protocol = Some(self.protocol.is_none() && passes_through(value));
                Ok(())
            }
            10 if name.eq_ignore_ascii_case(b"connection") => {
                self.connection_upgrade |= value
                    .split(|&octet| octet == b',')
                    .any(|option| trim(option).eq_ignore_ascii_case(b"upgrade"));
                Ok(())
            }
            14 if name.eq_ignore_ascii_case(b"content-length") => self.content_length(value),
            17 if name.eq_ignore_ascii_case(b"transfer-encoding") => self.transfer_encoding(value),
            _ => Ok(()),
        }
    }

    fn host(&mut self, value: &[u8]) -> Result<(), Refusal> {
        self.hosts += 1;
        if self.hosts > 1 {
            return Err(Refusal::bad("there is more than one Host"));
        }
        target::check_authority(value)
    }

    fn expect(&self, value: &[u8]) -> Result<(), Refusal> {
        if self.minor == 0 || value.eq_ignore_ascii_case(b"100-continue") {
            return Ok(());
        }
        Err(Refusal::with(
            StatusCode::EXPECTATION_FAILED,
            "the expectation is none that can be met",
        ))
    }

    fn content_length(&mut self, value: &[u8]) -> Result<(), Refusal> {
        if self.length.is_some() {
            return Err(Refusal::bad("there is more than one Content-Length"));
        }
        // The two largest numbers mean something else to the reader behind us.
        self.length = decimal(value).filter(|&length| length < u64::MAX - 1);
        self.length
            .map(drop)
            .ok_or(Refusal::bad("the Content-Length is no number"))
    }

    fn transfer_encoding(&mut self, value: &[u8]) -> Result<(), Refusal> {
        if self.minor == 0 {
            return Err(Refusal::bad("HTTP/1.0 knows no Transfer-Encoding"));
        }
        if self.chunked {
            return Err(Refusal::bad("there is more than one Transfer-Encoding"));
        }
        if !value.eq_ignore_ascii_case(b"chunked") {
            return Err(other_coding(value));
        }
        self.chunked = true;
        Ok(())
    }

    fn whole(&self) -> Result<(), Refusal> {
        if self.chunked && self.length.is_some() {
            return Err(Refusal::bad(
                "Content-Length and Transfer-Encoding contradict each other",
            ));
        }
        if self.hosts == 0 && self.minor > 0 {
            return Err(Refusal::bad("there is no Host"));
        }
        Ok(())
    }

    fn framing(&self) -> Framing {
        if self.chunked {
            Framing::Chunked
        } else {
            Framing::Length(self.length.unwrap_or(0))
        }
    }

    fn upgrade(&self) -> bool {
        self.minor > 0 && self.connection_upgrade && self.protocol == Some(true)
    }
}

/// A coding that we do not know is another matter than one that is wrong: the first may be right elsewhere.
fn other_coding(value: &[u8]) -> Refusal {
    let mut codings = value.split(|&octet| octet == b',').map(trim);
    let last = codings.next_back().unwrap_or_default();
    let others = codings.all(|coding| {
        run(coding, TOKEN) == coding.len()
            && !coding.is_empty()
            && !coding.eq_ignore_ascii_case(b"chunked")
    });
    if last.eq_ignore_ascii_case(b"chunked") && others {
        Refusal::with(
            StatusCode::NOT_IMPLEMENTED,
            "the transfer coding is not known",
        )
    } else {
        Refusal::bad("the Transfer-Encoding does not end the body")
    }
}

/// Whether bytes of the protocol can be passed through. Another HTTP within this one would escape every rule here.
fn passes_through(protocol: &[u8]) -> bool {
    let name = protocol.split(|&octet| octet == b'/').next();
    run(protocol, TOKEN | TARGET) == protocol.len()
        && !protocol.contains(&b',')
        && name.is_some_and(|name| {
            [b"h2c".as_slice(), b"http", b"tls"]
                .iter()
                .all(|known| !name.eq_ignore_ascii_case(known))
        })
}
