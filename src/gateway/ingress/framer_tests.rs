//! One rule of RFC 9112 for each row.

use super::{Framer, Step};
use crate::gateway::ingress::head::{Bounds, Framing};

const BOUNDS: Bounds = Bounds {
    line: 64,
    fields: 256,
};

fn step(text: &str) -> Step {
    Framer::new(BOUNDS).step(text.as_bytes())
}

#[test]
fn a_head_says_how_long_its_body_is() {
    for (fields, framing) in [
        ("", Framing::Length(0)),
        ("Content-Length: 5\r\n", Framing::Length(5)),
        ("content-length:\t007 \r\n", Framing::Length(7)),
        ("Transfer-Encoding: Chunked\r\n", Framing::Chunked),
    ] {
        let text = format!("POST / HTTP/1.1\r\nHost: a\r\n{fields}\r\n");
        let Step::Head(head) = step(&text) else {
            panic!("{fields:?} is fine");
        };
        assert_eq!((head.framing, head.length), (framing, text.len()));
    }
}

#[test]
fn each_deviation_has_its_status() {
    let long = format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "a".repeat(64));
    let endless = "GET /".to_owned() + &"a".repeat(64);
    let large = format!(
        "GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n",
        "a".repeat(256)
    );
    for (text, status) in [
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n\tb\r\n\r\n", 400),
        ("GET / HTTP/1.1\nHost: a\n\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n\n", 400),
        ("\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/1.1 \r\n", 400),
        ("GET / http/1.1\r\n", 400),
        ("GET /\r\n", 400),
        ("GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505),
        ("GET / HTTP/2.0\r\n", 505),
        ("GET / HTTP/0.9\r\n", 505),
        ("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\n",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
            501,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
            400,
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding:\r\n\r\n",
            400,
        ),
        ("POST / HTTP/1.1\r\nHost: a\r\nExpect: nothing\r\n\r\n", 417),
        (long.as_str(), 414),
        (endless.as_str(), 414),
        (large.as_str(), 431),
        (&"A".repeat(40), 400),
    ] {
        match step(text) {
            Step::Refuse(refusal) => assert_eq!(refusal.status, status, "{text:?}"),
            other => panic!("{text:?}: {other:?}"),
        }
    }
}

#[test]
fn only_what_can_be_passed_through_is_an_upgrade() {
    for (fields, upgrade) in [
        ("Connection: Upgrade\r\nUpgrade: websocket\r\n", true),
        (
            "Connection: keep-alive, upgrade\r\nUpgrade: foo/2\r\n",
            true,
        ),
        ("Connection: Upgrade\r\nUpgrade: h2c\r\n", false),
        ("Connection: Upgrade\r\nUpgrade: HTTP/2.0\r\n", false),
        ("Connection: Upgrade\r\nUpgrade: TLS/1.0\r\n", false),
        ("Connection: Upgrade\r\nUpgrade: a, b\r\n", false),
        ("Connection: Upgrade\r\nUpgrade: a\r\nUpgrade: b\r\n", false),
        ("Upgrade: websocket\r\n", false),
        ("Connection: Upgrade\r\n", false),
        (
            "Connection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 1\r\n",
            false,
        ),
    ] {
        match step(&format!("GET / HTTP/1.1\r\nHost: a\r\n{fields}\r\n")) {
            Step::Head(head) => assert_eq!(head.upgrade, upgrade, "{fields:?}"),
            other => panic!("{fields:?}: {other:?}"),
        }
    }
}

#[test]
fn octets_behind_a_body_begin_the_next_head() {
    let mut framer = Framer::new(BOUNDS);
    let text = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nabGET";
    let Step::Head(head) = framer.step(text) else {
        panic!("a head comes first");
    };
    assert!(framer.in_body());
    assert_eq!(framer.step(&text[head.length..]), Step::Pass(2));
    assert!(framer.in_head());
    assert_eq!(framer.step(b"GET"), Step::Hold);
}
