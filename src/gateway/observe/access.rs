//! The access log: one line per request, refused ones too, as text or as JSON.
//!
//! Requests never wait for the log. Each thread collects its lines and hands them over in batches; where the writer cannot
//! keep up, lines are dropped and counted, and the count is logged. Queries are left out, since they may hold keys.

use super::diagnostics::{Level, log};
use crate::gateway::exchange::Report;
use http::{HeaderValue, Method, Uri, Version};
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::fmt::Write as _;
use std::io::Write;
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, SystemTime};

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
    remote: SocketAddr,
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
        remote: SocketAddr,
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

    fn milliseconds(&self) -> f64 {
        (self.duration.as_secs_f64() * 1e6).round() / 1e3
    }

    /// Names and values beyond the request line; the same in both formats.
    fn facts(&self) -> Vec<(&'static str, Value)> {
        let mut facts = Vec::new();
        if let Some(report) = &self.report {
            for (name, text) in [
                ("requestId", Some(report.request_id.as_str())),
                ("transactionId", Some(report.transaction_id.as_str())),
                ("api", report.api.as_deref()),
                ("plan", report.plan.as_deref()),
                ("application", report.application.as_deref()),
                ("subscription", report.subscription.as_deref()),
                ("endpoint", report.endpoint.as_deref()),
            ] {
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    facts.push((name, json!(text)));
                }
            }
            let upstream = report.upstream_status.map(|status| json!(status));
            facts.extend(upstream.map(|status| ("upstreamStatus", status)));
            let time = report.upstream_time.map(|time| time.as_secs_f64() * 1e3);
            facts.extend(time.map(|time| ("upstreamMs", json!((time * 1e3).round() / 1e3))));
            let failure = report.failure.or(report.configured_failure.as_deref());
            facts.extend(failure.map(|key| ("failure", json!(key))));
            if !report.warnings.is_empty() {
                facts.push(("warnings", json!(report.warnings)));
            }
            let captures = report.captures.as_ref();
            facts.extend(captures.map(|captures| ("log", captures.to_json())));
        }
        let reason = self.reason.as_deref();
        facts.extend(reason.map(|reason| ("reason", json!(reason))));
        facts
    }

    fn text(&self, line: &mut Vec<u8>) {
        let mut text = format!("{} {} \"", rfc3339(self.timestamp), self.remote.ip());
        match &self.line {
            Some(line) => escape(&mut text, line),
            None => {
                let path = self.uri.as_ref().map_or("-", Uri::path);
                let _ = write!(text, "{} {path} {:?}", self.method, self.version);
            }
        }
        let (status, bytes) = (self.status.unwrap_or_default(), self.bytes_out);
        let _ = write!(text, "\" {status} {bytes} {}ms", self.milliseconds());
        for (name, value) in self.facts() {
            let _ = write!(text, " {name}=");
            match value {
                Value::String(value) if value.bytes().all(is_plain) => text.push_str(&value),
                value => escape_value(&mut text, &value),
            }
        }
        text.push('\n');
        line.extend_from_slice(text.as_bytes());
    }

    fn json(&self, line: &mut Vec<u8>) {
        let mut object = Map::new();
        object.insert("timestamp".into(), json!(rfc3339(self.timestamp)));
        object.insert("remoteAddress".into(), json!(self.remote.ip().to_string()));
        match &self.line {
            Some(text) => object.insert("line".into(), json!(text)),
            None => {
                object.insert("method".into(), json!(self.method.as_str()));
                let path = self.uri.as_ref().map(Uri::path);
                object.insert("path".into(), json!(path));
                let host = self.host.as_ref();
                let host = host.map(|host| String::from_utf8_lossy(host.as_bytes()));
                object.insert("host".into(), json!(host));
                object.insert("protocol".into(), json!(format!("{:?}", self.version)))
            }
        };
        object.insert("status".into(), json!(self.status));
        object.insert("responseContentLength".into(), json!(self.bytes_out));
        object.insert("responseTimeMs".into(), json!(self.milliseconds()));
        let facts = self.facts();
        object.extend(facts.into_iter().map(|(name, value)| (name.into(), value)));
        line.extend_from_slice(Value::Object(object).to_string().as_bytes());
        line.push(b'\n');
    }
}

fn is_plain(octet: u8) -> bool {
    octet.is_ascii_graphic() && octet != b'"' && octet != b'\\'
}

fn escape(text: &mut String, value: &str) {
    for letter in value.chars() {
        if letter.is_control() || letter == '"' || letter == '\\' {
            text.extend(letter.escape_default());
        } else {
            text.push(letter);
        }
    }
}

fn escape_value(text: &mut String, value: &Value) {
    match value {
        Value::String(value) => {
            text.push('"');
            escape(text, value);
            text.push('"');
        }
        // JSON escapes for itself.
        value => text.push_str(&value.to_string()),
    }
}

/// A moment as `2026-11-20T09:08:07.006Z`.
pub(crate) fn rfc3339(moment: SystemTime) -> String {
    match jiff::Timestamp::try_from(moment) {
        Ok(timestamp) => format!("{timestamp:.3}"),
        Err(_) => "-".to_owned(),
    }
}

/// Octets of lines that a thread collects before it hands them over.
const BATCH: usize = 16 << 10;

/// Batches that may wait for the writer.
const WAITING: usize = 64;

/// How long a line may lie before it is handed over.
pub(crate) const LAG: Duration = Duration::from_millis(100);

/// Lines of one thread on their way to the writer.
#[derive(Clone, Debug)]
pub(crate) struct Pen(Option<Rc<Ink>>);

#[derive(Debug)]
struct Ink {
    format: Format,
    batch: RefCell<(Vec<u8>, u64)>,
    sender: SyncSender<(Vec<u8>, u64)>,
    dropped: Arc<AtomicU64>,
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
        if let Err(TrySendError::Full((_, lines)) | TrySendError::Disconnected((_, lines))) =
            ink.sender.try_send(batch)
        {
            ink.dropped.fetch_add(lines, Ordering::Relaxed);
        }
    }
}

/// Where lines go. Dropping it writes what is left, once all pens are gone.
#[derive(Debug)]
pub struct AccessLog {
    format: Format,
    sender: Option<SyncSender<(Vec<u8>, u64)>>,
    dropped: Arc<AtomicU64>,
    writer: Option<std::thread::JoinHandle<()>>,
}

impl AccessLog {
    /// Nothing is written.
    #[must_use]
    pub fn off() -> Self {
        AccessLog {
            format: Format::Text,
            sender: None,
            dropped: Arc::default(),
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
        let dropped = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&dropped);
        let writer = std::thread::Builder::new()
            .name("access-log".to_owned())
            .spawn(move || write_all(&receiver, sink, &count))?;
        Ok(AccessLog {
            format,
            sender: Some(sender),
            dropped,
            writer: Some(writer),
        })
    }

    /// Lines that found no room so far.
    #[must_use]
    pub fn dropped(&self) -> u64 {
        self.dropped.load(Ordering::Relaxed)
    }

    /// What makes pens, for another thread.
    pub(crate) fn pens(&self) -> Pens {
        Pens {
            format: self.format,
            sender: self.sender.clone(),
            dropped: Arc::clone(&self.dropped),
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
    dropped: Arc<AtomicU64>,
}

impl Pens {
    pub(crate) fn pen(&self) -> Pen {
        Pen(self.sender.clone().map(|sender| {
            Rc::new(Ink {
                format: self.format,
                batch: RefCell::default(),
                sender,
                dropped: Arc::clone(&self.dropped),
            })
        }))
    }
}

fn write_all(receiver: &Receiver<(Vec<u8>, u64)>, mut sink: impl Write, dropped: &AtomicU64) {
    let mut told = 0;
    let mut broken = false;
    for (batch, lines) in receiver {
        if broken {
            dropped.fetch_add(lines, Ordering::Relaxed);
            continue;
        }
        let written = sink.write_all(&batch).and_then(|()| sink.flush());
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
