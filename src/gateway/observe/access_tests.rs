//! Lines as they are read.

use super::{AccessLog, Entry, Format};
use crate::gateway::exchange::Report;
use http::{HeaderValue, Method, Uri, Version};
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

fn entry() -> Entry {
    let mut entry = Entry::new(
        "127.0.0.1".into(),
        Method::GET,
        Some(HeaderValue::from_static("shop.test")),
        Version::HTTP_11,
    );
    entry.timestamp = SystemTime::UNIX_EPOCH + Duration::from_millis(1_700_000_000_123);
    entry.uri = Some(Uri::from_static("/orders?api-key=secret"));
    entry.status = Some(502);
    entry.bytes_out = 7;
    entry.duration = Duration::from_micros(1_500);
    entry.report = Some(Report {
        request_id: "r1".to_owned(),
        api: Some("orders".into()),
        upstream_status: Some(0),
        failure: Some("GATEWAY_CLIENT_CONNECTION_ERROR"),
        warnings: vec!["a \"b\"\n".to_owned()],
        ..Report::default()
    });
    entry
}

#[test]
fn a_line_says_what_happened_and_hides_the_query() {
    let mut line = Vec::new();
    entry().text(&mut line);
    assert_eq!(
        String::from_utf8_lossy(&line),
        "2023-11-14T22:13:20.123Z 127.0.0.1 \"GET /orders HTTP/1.1\" 502 7 1.5ms requestId=r1 transactionId=r1 api=orders \
         upstreamStatus=0 failure=GATEWAY_CLIENT_CONNECTION_ERROR warnings=[\"a \\\"b\\\"\\n\"]\n"
    );
    line.clear();
    entry().json(&mut line);
    let json: serde_json::Value = serde_json::from_slice(&line).expect("a line is JSON");
    assert_eq!(json["path"], "/orders");
    assert_eq!(json["upstreamStatus"], 0);
    assert_eq!(line.iter().filter(|&&octet| octet == b'\n').count(), 1);
}

#[test]
fn no_line_holds_a_query() {
    let mut called = entry();
    if let Some(report) = &mut called.report {
        report.endpoint = Some("http://backend.test/orders?key=secret&v=1".to_owned());
    }
    let rows = [
        ("GET /a?key=secret HTTP/1.1", "GET /a HTTP/1.1"),
        ("GET /a?key=a secret HTTP/1.1", "GET /a HTTP/1.1"),
        ("GET /a?key=a HTTP/ secret", "GET /a"),
        ("GET /a?key=secret", "GET /a"),
        ("GET  /a HTTP/1.1", "GET  /a HTTP/1.1"),
    ];
    let refused = rows.map(|(line, expected)| {
        let mut entry = entry();
        entry.line = Some(line.to_owned());
        (entry, expected)
    });
    let called = (called, "http://backend.test/orders");
    for (entry, expected) in refused.into_iter().chain([called]) {
        for write in [Entry::text, Entry::json] {
            let mut line = Vec::new();
            write(&entry, &mut line);
            let line = String::from_utf8_lossy(&line);
            assert!(line.contains(expected), "{line}");
            assert!(!line.contains("secret"), "{line}");
        }
    }
}

#[test]
fn what_a_client_wrote_cannot_end_a_line() {
    let mut refused = entry();
    refused.line = Some("GET /\u{1b}[31m\" \n200".to_owned());
    for write in [Entry::text, Entry::json] {
        let mut line = Vec::new();
        write(&refused, &mut line);
        let body = &line[..line.len() - 1];
        assert!(!body.iter().any(u8::is_ascii_control));
    }
}

#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no writer panics").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn lines_arrive_before_the_log_is_gone() {
    let memory = Memory::default();
    let log = AccessLog::to(memory.clone(), Format::Text).expect("a thread starts");
    let pen = log.pens().pen();
    for _ in 0..500 {
        pen.write(&entry());
    }
    pen.flush();
    drop(pen);
    assert_eq!(log.dropped(), 0);
    drop(log);
    let written = memory.0.lock().expect("no writer panics");
    assert_eq!(written.iter().filter(|&&octet| octet == b'\n').count(), 500);
}

/// Blocks until it is told to go on.
struct Blocked(Receiver<()>);

impl Write for Blocked {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // The other end is gone when the test is over.
        let _ = self.0.recv();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_writer_that_blocks_costs_lines_but_no_time() {
    let (release, blocked): (Sender<()>, _) = channel();
    let log = AccessLog::to(Blocked(blocked), Format::Json).expect("a thread starts");
    let pen = log.pens().pen();
    for _ in 0..20_000 {
        pen.write(&entry());
    }
    assert!(log.dropped() > 1_000);
    drop(release);
    drop(pen);
    drop(log);
}

#[test]
fn long_lines_that_wait_have_a_bound_together() {
    let (release, blocked): (Sender<()>, _) = channel();
    let log = AccessLog::to(Blocked(blocked), Format::Json).expect("a thread starts");
    let pen = log.pens().pen();
    let mut long = entry();
    long.reason = Some("x".repeat(6 << 20));
    for _ in 0..10 {
        pen.write(&long);
    }
    assert_eq!(
        log.dropped(),
        7,
        "three lines of 6 MiB begin below the bound"
    );
    drop(release);
    drop(pen);
    drop(log);
}
