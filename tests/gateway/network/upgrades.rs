//! Leaving HTTP for another protocol.

use super::support::{Backend, Gateway, OK, read_request};
use std::io::{Read, Write};
use std::net::Shutdown;
use std::time::Duration;

const ASK: &str = "GET /chat HTTP/1.1\r\nHost: gw.test\r\nConnection: keep-alive, Upgrade\r\n\
                   Upgrade: websocket\r\nSec-WebSocket-Key: k\r\n\r\n";

const SWITCH: &[u8] =
    b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

/// Switches, says `hello` at once, and repeats what it hears until the end.
fn parrot() -> Backend {
    Backend::start(|_, mut stream| {
        let Some(request) = read_request(&mut stream) else {
            return;
        };
        assert_eq!(request.field("upgrade"), ["websocket"]);
        assert_eq!(request.field("connection"), ["Upgrade"]);
        let _ = stream.write_all(&[SWITCH, b"hello"].concat());
        let mut room = [0; 1024];
        while let Ok(length @ 1..) = stream.read(&mut room) {
            let _ = stream.write_all(&room[..length]);
        }
        let _ = stream.write_all(b"bye");
    })
}

#[test]
fn both_sides_speak_freely_after_a_101() {
    let backend = parrot();
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    client.send(ASK);
    let answer = client.answer(true);
    assert_eq!(answer.status, 101);
    assert!(answer.has("upgrade: websocket"), "{}", answer.head);
    let mut hello = [0; 5];
    client.0.read_exact(&mut hello).expect("the backend greets");
    assert_eq!(&hello, b"hello");
    for message in [&b"\x81\x05first"[..], b"\0\r\n\r\n", &[7; 100_000]] {
        client.send(message);
        let mut back = vec![0; message.len()];
        client.0.read_exact(&mut back).expect("it comes back");
        assert_eq!(back, message);
    }
    client.0.shutdown(Shutdown::Write).expect("it is open");
    let mut rest = Vec::new();
    client.0.read_to_end(&mut rest).expect("it ends well");
    assert_eq!(rest, b"bye", "what is said after our end still arrives");
}

#[test]
fn a_refused_upgrade_is_an_answer_like_any_other() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            let _ = stream.write_all(OK);
        }
    });
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    for _ in 0..3 {
        client.send(ASK);
        assert_eq!(client.answer(false).status, 200);
        assert_eq!(client.get("/").status, 200);
    }
    assert_eq!(backend.count(), 1);
}

#[test]
fn who_does_not_wait_for_the_answer_gets_no_tunnel() {
    let backend = parrot();
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    client.send(format!(
        "{ASK}GET /smuggled HTTP/1.1\r\nHost: gw.test\r\n\r\n"
    ));
    assert_eq!(client.answer(false).status, 400);
    assert!(client.closes_within(Duration::from_secs(5)));
}

#[test]
fn a_101_that_nobody_asked_for_is_no_answer() {
    let backend = parrot_without_asking();
    let gateway = Gateway::before(&backend);
    assert_eq!(gateway.client().get("/").status, 502);
}

fn parrot_without_asking() -> Backend {
    Backend::start(|_, mut stream| {
        if read_request(&mut stream).is_some() {
            let _ = stream.write_all(SWITCH);
        }
    })
}

#[test]
fn the_end_of_the_client_ends_the_backends_connection() {
    let (ended, end) = std::sync::mpsc::channel();
    let backend = Backend::start(move |_, mut stream| {
        if read_request(&mut stream).is_some() {
            let _ = stream.write_all(SWITCH);
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest);
            let _ = ended.send(());
        }
    });
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    client.send(ASK);
    assert_eq!(client.answer(true).status, 101);
    drop(client);
    end.recv_timeout(Duration::from_secs(5))
        .expect("the backend sees the end");
}
