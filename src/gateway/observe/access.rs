//! The access log: one line per request, refused ones too, as text or as JSON.
//!
//! Requests never wait for the log. Each thread collects its lines and hands them over in batches; where the writer cannot
//! keep up, lines are dropped and counted, and the count is logged. Queries are left out, since they may hold keys.

use super::diagnostics::{Level, log};
use crate::gateway::exchange::Report;
use http::{HeaderValue, Method, Uri, Version};
use serde_json::Value;
use std::borrow::Cow;
use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, SystemTime};

/// Writes behind what a line holds; writing to memory does not fail.
macro_rules! put {
    ($line:expr, $($what:tt)+) => {
        let _ = write!($line, $($what)+);
    };
}

/// How lines look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// What a line says.
#[derive(Debug)]
pub(crate) struct Entry {
    remote: Arc<str>,
    method: Method,
    host: Option<HeaderValue>,
    version: Version,
    timestamp: SystemTime,
    pub(crate) uri: Option<Uri>,
    /// The first line of a request that was refused.
    pub(crate) line: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) bytes_out: u64,
    pub(crate) duration: Duration,
    pub(crate) report: Option<Report>,
    /// Why it ended before its end.
    pub(crate) reason: Option<String>,
}

impl Entry {
    pub(crate) fn new(
        remote: Arc<str>,
        method: Method,
        host: Option<HeaderValue>,
        version: Version,
    ) -> Self {
        Entry {
            remote,
            method,
            host,
            version,
            timestamp: SystemTime::now(),
            uri: None,
            line: None,
            status: None,
            bytes_out: 0,
            duration: Duration::ZERO,
            report: None,
            reason: None,
        }
    }

    /// Names and values beyond the request line; the same in both formats.
    fn facts(&self, mut tell: impl FnMut(&'static str, Fact<'_>)) {
        let mut say = |name, fact: Option<Fact<'_>>| {
            if let Some(fact) = fact {
                tell(name, fact);
            }
        };
        if let Some(report) = &self.report {
            let text = Fact::some;
            say("requestId", text(Some(&report.request_id)));
            say("transactionId", text(Some(report.transaction_id())));
            say("api", text(report.api.as_deref()));
            say("plan", text(report.plan.as_deref()));
            say("application", text(report.application.as_deref()));
            say("subscription", text(report.subscription.as_deref()));
            let endpoint = report.endpoint.as_deref();
            let endpoint = endpoint.and_then(|url| url.split('?').next());
            say("endpoint", text(endpoint));
            say("upstreamStatus", report.upstream_status.map(Fact::Status));
            say("upstreamMs", report.upstream_time.map(Fact::Time));
            let failure = report.failure.or(report.configured_failure.as_deref());
            say("failure", failure.map(Fact::Text));
            let warnings = Some(&report.warnings).filter(|warnings| !warnings.is_empty());
            say("warnings", warnings.map(|warnings| Fact::Texts(warnings)));
            let log = report.captures.as_ref().map(|captures| captures.to_json());
            say("log", log.as_ref().map(Fact::Tree));
        }
        say("reason", self.reason.as_deref().map(Fact::Text));
    }

    fn text(&self, line: &mut Vec<u8>) {
        rfc3339(self.timestamp, line);
        put!(line, " {} \"", self.remote);
        match &self.line {
            Some(text) => escape(line, &without_query(text)),
            None => {
                let path = self.uri.as_ref().map_or("-", Uri::path);
                put!(line, "{} {path} {:?}", self.method, self.version);
            }
        }
        let (status, bytes) = (self.status.unwrap_or_default(), self.bytes_out);
        put!(
            line,
            "\" {status} {bytes} {}ms",
            milliseconds(self.duration)
        );
        self.facts(|name, fact| {
            put!(line, " {name}=");
            match fact {
                Fact::Text(text) if text.bytes().all(is_plain) => {
                    line.extend_from_slice(text.as_bytes());
                }
                Fact::Text(text) => {
                    line.push(b'"');
                    escape(line, text);
                    line.push(b'"');
                }
                fact => fact.json(line),
            }
        });
        line.push(b'\n');
    }

    fn json(&self, line: &mut Vec<u8>) {
        line.extend_from_slice(b"{\"timestamp\":\"");
        rfc3339(self.timestamp, line);
        put!(line, "\",\"remoteAddress\":\"{}\"", self.remote);
        let mut tell = |name: &str, fact: Fact<'_>| {
            // Names are ours, and need no escaping.
            for piece in [",\"", name, "\":"] {
                line.extend_from_slice(piece.as_bytes());
            }
            fact.json(line);
        };
        match &self.line {
            Some(text) => tell("line", Fact::Text(&without_query(text))),
            None => {
                let host = self.host.as_ref();
                let host = host.map(|host| String::from_utf8_lossy(host.as_bytes()));
                let none = Fact::None;
                tell("method", Fact::Text(self.method.as_str()));
                tell(
                    "path",
                    self.uri.as_ref().map_or(none, |uri| Fact::Text(uri.path())),
                );
                tell("host", host.as_deref().map_or(none, Fact::Text));
                tell("protocol", Fact::Text(protocol(self.version)));
            }
        }
        tell("status", self.status.map_or(Fact::None, Fact::Status));
        tell("responseContentLength", Fact::Count(self.bytes_out));
        tell("responseTimeMs", Fact::Time(self.duration));
        self.facts(tell);
        line.extend_from_slice(b"}\n");
    }
}

/// A value in the log.
#[derive(Clone, Copy)]
enum Fact<'f> {
    None,
    Text(&'f str),
    Texts(&'f [String]),
    Status(u16),
    Count(u64),
    Tree(&'f Value),
    /// Logged in milliseconds.
    Time(Duration),
}

impl<'f> Fact<'f> {
    /// A text that says something.
    fn some(text: Option<&'f str>) -> Option<Self> {
        text.filter(|text| !text.is_empty()).map(Fact::Text)
    }

    fn json(self, line: &mut Vec<u8>) {
        let written = match self {
            Fact::None => serde_json::to_writer(line, &()),
            Fact::Text(text) => serde_json::to_writer(line, text),
            Fact::Texts(texts) => serde_json::to_writer(line, texts),
            Fact::Status(status) => serde_json::to_writer(line, &status),
            Fact::Tree(tree) => serde_json::to_writer(line, tree),
            Fact::Count(count) => serde_json::to_writer(line, &count),
            Fact::Time(time) => serde_json::to_writer(line, &milliseconds(time)),
        };
        debug_assert!(written.is_ok(), "writing to memory does not fail");
    }
}

/// The first line of a refused request. What is behind its query stays only if it is a version: a line that is cut, or has
/// blanks in its query, may end with a key.
fn without_query(line: &str) -> Cow<'_, str> {
    let Some((before, query)) = line.split_once('?') else {
        return Cow::Borrowed(line);
    };
    let version = query.rfind(" HTTP/").and_then(|at| query.get(at..));
    let version = version.filter(|version| !version[1..].contains(' '));
    Cow::Owned([before, version.unwrap_or_default()].concat())
}

/// Milliseconds with three places.
fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e6).round() / 1e3
}

fn protocol(version: Version) -> &'static str {
    match version {
        Version::HTTP_10 => "HTTP/1.0",
        Version::HTTP_2 => "HTTP/2.0",
        _ => "HTTP/1.1",
    }
}

fn is_plain(octet: u8) -> bool {
    octet.is_ascii_graphic() && octet != b'"' && octet != b'\\'
}

fn escape(line: &mut Vec<u8>, value: &str) {
    for letter in value.chars() {
        if letter.is_control() || letter == '"' || letter == '\\' {
            put!(line, "{}", letter.escape_default());
        } else {
            line.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

/// Writes a moment as `2026-11-20T09:08:07.006Z`. Many lines are written within a second, so the last one is remembered.
pub(crate) fn rfc3339(moment: SystemTime, line: &mut Vec<u8>) {
    thread_local! {
        static LAST: RefCell<(u64, String)> = const { RefCell::new((u64::MAX, String::new())) };
    }
    let since = moment.duration_since(SystemTime::UNIX_EPOCH);
    let since = since.unwrap_or_default();
    LAST.with_borrow_mut(|(second, text)| {
        if *second != since.as_secs() {
            *second = since.as_secs();
            // A clock beyond the year 9999 is none.
            let moment = i64::try_from(*second).ok();
            let moment = moment.and_then(|second| jiff::Timestamp::from_second(second).ok());
            let moment = moment.unwrap_or_default();
            *text = format!("{moment:.0}").trim_end_matches('Z').to_owned();
        }
        let milli = since.subsec_millis();
        let digit = |divisor: u32| b'0' + (milli / divisor % 10) as u8;
        line.extend_from_slice(text.as_bytes());
        line.extend_from_slice(&[b'.', digit(100), digit(10), digit(1), b'Z']);
    });
}

/// Octets of lines that a thread collects before it hands them over.
const BATCH: usize = 16 << 10;

/// Batches that may wait for the writer.
const WAITING: usize = 64;

/// Octets in batches that may wait for the writer: one line may be as long as four logged bodies.
const ROOM: usize = 16 << 20;

/// How long a line may lie before it is handed over.
pub(crate) const LAG: Duration = Duration::from_millis(100);

/// What pens and writer know of each other.
#[derive(Debug, Default)]
struct Counts {
    /// Lines that found no room.
    dropped: AtomicU64,
    /// Octets that the writer has not written yet.
    waiting: AtomicUsize,
}

/// Lines of one thread on their way to the writer.
#[derive(Clone, Debug)]
pub(crate) struct Pen(Option<Rc<Ink>>);

#[derive(Debug)]
struct Ink {
    format: Format,
    batch: RefCell<(Vec<u8>, u64)>,
    sender: SyncSender<(Vec<u8>, u64)>,
    counts: Arc<Counts>,
}

impl Pen {
    /// Whether anybody reads what is written.
    pub(crate) fn is_on(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn write(&self, entry: &Entry) {
        let Some(ink) = &self.0 else { return };
        let full = {
            let mut batch = ink.batch.borrow_mut();
            match ink.format {
                Format::Text => entry.text(&mut batch.0),
                Format::Json => entry.json(&mut batch.0),
            }
            batch.1 += 1;
            batch.0.len() >= BATCH
        };
        if full {
            self.flush();
        }
    }

    /// Hands over what is collected.
    pub(crate) fn flush(&self) {
        let Some(ink) = &self.0 else { return };
        let batch = std::mem::take(&mut *ink.batch.borrow_mut());
        if batch.1 == 0 {
            return;
        }
        let counts = &ink.counts;
        let (octets, lines) = (batch.0.len(), batch.1);
        // Whatever its length, a batch may go where there is room left: otherwise a long line would never be written.
        let before = counts.waiting.fetch_add(octets, Ordering::Relaxed);
        if before >= ROOM || ink.sender.try_send(batch).is_err() {
            counts.waiting.fetch_sub(octets, Ordering::Relaxed);
            counts.dropped.fetch_add(lines, Ordering::Relaxed);
        }
    }
}

/// Where lines go. Dropping it writes what is left, once all pens are gone.
#[derive(Debug)]
pub struct AccessLog {
    format: Format,
    sender: Option<SyncSender<(Vec<u8>, u64)>>,
    counts: Arc<Counts>,
    writer: Option<std::thread::JoinHandle<()>>,
}

impl AccessLog {
    /// Nothing is written.
    #[must_use]
    pub fn off() -> Self {
        AccessLog {
            format: Format::Text,
            sender: None,
            counts: Arc::default(),
            writer: None,
        }
    }

    /// Lines go to `sink`, from a thread of their own.
    ///
    /// # Errors
    ///
    /// When no thread can be started.
    pub fn to(sink: impl Write + Send + 'static, format: Format) -> std::io::Result<Self> {
        let (sender, receiver) = sync_channel(WAITING);
        let counts = Arc::new(Counts::default());
        let shared = Arc::clone(&counts);
        let writer = std::thread::Builder::new()
            .name("access-log".to_owned())
            .spawn(move || write_all(&receiver, sink, &shared))?;
        Ok(AccessLog {
            format,
            sender: Some(sender),
            counts,
            writer: Some(writer),
        })
    }

    /// Lines that found no room so far.
    #[must_use]
    pub fn dropped(&self) -> u64 {
        self.counts.dropped.load(Ordering::Relaxed)
    }

    /// What makes pens, for another thread.
    pub(crate) fn pens(&self) -> Pens {
        Pens {
            format: self.format,
            sender: self.sender.clone(),
            counts: Arc::clone(&self.counts),
        }
    }
}

impl Drop for AccessLog {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(writer) = self.writer.take() {
            // A writer that panicked has said so on standard error.
            let _ = writer.join();
        }
    }
}

/// What a thread makes its pen of.
#[derive(Clone, Debug)]
pub(crate) struct Pens {
    format: Format,
    sender: Option<SyncSender<(Vec<u8>, u64)>>,
    counts: Arc<Counts>,
}

impl Pens {
    pub(crate) fn pen(&self) -> Pen {
        Pen(self.sender.clone().map(|sender| {
            Rc::new(Ink {
                format: self.format,
                batch: RefCell::default(),
                sender,
                counts: Arc::clone(&self.counts),
            })
        }))
    }
}

fn write_all(receiver: &Receiver<(Vec<u8>, u64)>, mut sink: impl Write, counts: &Counts) {
    let dropped = &counts.dropped;
    let mut told = 0;
    let mut broken = false;
    for (batch, lines) in receiver {
        if broken {
            counts.waiting.fetch_sub(batch.len(), Ordering::Relaxed);
            dropped.fetch_add(lines, Ordering::Relaxed);
            continue;
        }
        let written = sink.write_all(&batch).and_then(|()| sink.flush());
        counts.waiting.fetch_sub(batch.len(), Ordering::Relaxed);
        if let Err(error) = written {
            log(
                Level::Error,
                format!("the access log cannot be written: {error}"),
            );
            dropped.fetch_add(lines, Ordering::Relaxed);
            broken = error.kind() == std::io::ErrorKind::BrokenPipe;
        }
        let lost = dropped.load(Ordering::Relaxed);
        if lost > told {
            log(
                Level::Warning,
                format!("{lost} lines of the access log were dropped so far"),
            );
            told = lost;
        }
    }
}

#[cfg(test)]
#[path = "access_tests.rs"]
mod tests;
