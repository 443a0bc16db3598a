//! Bytes as they may come, and what must become of them.

use super::support::{Backend, Client, Gateway, Log, recorder};
use std::net::SocketAddr;
use std::sync::Mutex;
use std::time::Duration;

pub struct Row {
    id: String,
    want: String,
    pub bytes: Vec<u8>,
}

pub fn rows() -> Vec<Row> {
    let text = include_str!("../raw-http.jsonl");
    text.lines()
        .map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).expect("rows are JSON");
            let text = |name: &str| row[name].as_str().expect("a text").to_owned();
            Row {
                id: text("id"),
                want: text("want"),
                bytes: text("bytes").chars().map(|octet| octet as u8).collect(),
            }
        })
        .collect()
}

const QUIET: Duration = Duration::from_millis(400);

/// Statuses of the final answers in what a client got.
fn statuses(received: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(received);
    text.split("HTTP/1.")
        .skip(1)
        .filter_map(|rest| rest.get(2..5)?.parse().ok())
        .filter(|&status| status >= 200)
        .collect()
}

/// Why the outcome is not of the class that the row wants.
fn judge(row: &Row, answers: &[u8], closed: bool, served: usize) -> Result<(), String> {
    let statuses = statuses(answers);
    let good = statuses.iter().filter(|&&status| status == 200).count();
    let refused = statuses.iter().all(|&status| status >= 400) && (closed || !statuses.is_empty());
    let requests = if row.id == "ok-pipelined" { 2 } else { 1 };
    let right = match row.want.as_str() {
        "accept" => good == requests && served == requests && statuses.len() == requests,
        "refuse" => refused && served == 0,
        "close" => good == 0 && served == 0,
        "normalise" => good == 1 && served == 1,
        "either" => served <= statuses.len(),
        other => return Err(format!("unknown class {other}")),
    };
    if right {
        Ok(())
    } else {
        Err(format!(
            "{} wants {}: {statuses:?}, closed {closed}, served {served}",
            row.id, row.want
        ))
    }
}

fn run(
    row: &Row,
    address: SocketAddr,
    log: &Log,
    send: impl Fn(&mut Client, &[u8]),
) -> Result<(), String> {
    let before = log.lock().expect("no recorder panics").len();
    let mut client = Client::new(address);
    send(&mut client, &row.bytes);
    let (answers, closed) = client.until_quiet(QUIET);
    let served = log.lock().expect("no recorder panics").len() - before;
    judge(row, &answers, closed, served)
}

/// Runs all rows, several at a time, each time with a gateway that `start` puts before a backend, and collects what went
/// wrong.
pub fn run_all<G>(
    rows: Vec<Row>,
    send: impl Fn(&mut Client, &[u8]) + Sync,
    start: impl Fn(&Backend) -> (SocketAddr, G) + Sync,
) {
    let left = Mutex::new(rows);
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| {
                let (backend, log): (Backend, Log) = recorder();
                let (address, _gateway) = start(&backend);
                loop {
                    let Some(row) = left.lock().expect("nobody panics").pop() else {
                        return;
                    };
                    if let Err(why) = run(&row, address, &log, &send) {
                        wrong.lock().expect("nobody panics").push(why);
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("nobody panics");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A gateway that only forwards.
fn forwarding(backend: &Backend) -> (SocketAddr, Gateway) {
    let gateway = Gateway::before(backend);
    (gateway.address(), gateway)
}

#[test]
fn every_row_is_treated_as_its_class_says() {
    let rows = rows();
    assert_eq!(rows.len(), 94);
    run_all(rows, |client, bytes| client.try_send(bytes), forwarding);
}

#[test]
fn bytes_one_by_one_are_treated_the_same() {
    let short = rows().into_iter().filter(|row| row.bytes.len() < 2_000);
    let one_by_one = |client: &mut Client, bytes: &[u8]| {
        for octet in bytes {
            client.try_send([*octet]);
        }
    };
    run_all(short.collect(), one_by_one, forwarding);
}

#[test]
fn what_is_mended_reaches_the_backend_mended() {
    let (backend, log) = recorder();
    let gateway = Gateway::before(&backend);
    for (id, line, absent) in [
        (
            "hop-connection-strip",
            "GET /api/hello HTTP/1.1",
            "x-secret",
        ),
        ("hop-te-trailers", "GET /api/hello HTTP/1.1", "te"),
        ("p-dotdot", "GET /admin HTTP/1.1", "connection"),
        ("p-enc-dotdot", "GET /admin HTTP/1.1", "connection"),
        ("ok-absolute-form", "GET /api/hello HTTP/1.1", "connection"),
        ("ok-expect-100", "POST /api/hello HTTP/1.1", "expect"),
    ] {
        let row = rows().into_iter().find(|row| row.id == id);
        let row = row.expect("there is such a row");
        let mut client = gateway.client();
        client.send(&row.bytes);
        client.until_quiet(Duration::from_millis(100));
        let seen = log.lock().expect("no recorder panics");
        let last = seen.last().expect("it was served");
        assert_eq!(last.line, line, "{id}");
        assert!(last.field(absent).is_empty(), "{id}: {last:?}");
        assert_eq!(last.field("host"), ["gw.test"], "{id}");
    }
}

#[test]
fn an_absolute_target_says_the_host() {
    let (backend, log) = recorder();
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    client.send("GET http://other.test:81?a=b HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    assert_eq!(client.answer(false).status, 200);
    let seen = log.lock().expect("no recorder panics");
    assert_eq!(seen[0].line, "GET /?a=b HTTP/1.1");
    assert_eq!(seen[0].field("host"), ["other.test:81"]);
}

#[test]
fn a_good_request_behind_a_refused_one_is_never_served() {
    let (backend, log) = recorder();
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    let good = "GET /good HTTP/1.1\r\nHost: gw.test\r\n\r\n";
    client.send(format!("{good}GET /bad HTTP/1.1\r\n\r\n{good}"));
    assert_eq!(client.answer(false).status, 200);
    let refused = client.answer(false);
    assert_eq!(refused.status, 400);
    assert!(refused.has("connection: close"));
    assert!(client.closes_within(Duration::from_secs(5)));
    assert_eq!(log.lock().expect("no recorder panics").len(), 1);
}

#[test]
fn pipelined_requests_are_answered_in_order() {
    let (backend, log) = recorder();
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    let mut all = String::new();
    for number in 0..200 {
        let body = "x".repeat(number % 7);
        let length = body.len();
        all += &format!(
            "POST /{number} HTTP/1.1\r\nHost: gw.test\r\nContent-Length: {length}\r\n\r\n{body}"
        );
    }
    client.send(all);
    for _ in 0..200 {
        assert_eq!(client.answer(false).status, 200);
    }
    let seen = log.lock().expect("no recorder panics");
    for (number, request) in seen.iter().enumerate() {
        assert_eq!(request.line, format!("POST /{number} HTTP/1.1"));
    }
}
