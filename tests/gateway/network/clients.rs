//! Clients that are slow, leave, or say too much.

use super::support::{
    Backend, Forward, Gateway, LONG, OK, options, patience, read_request, recorder,
};
use gravitee_el::gateway::ingress::Patience;
use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

const SHORT: Duration = Duration::from_millis(200);

fn gateway(backend: &Backend, patience: Patience) -> Gateway {
    Gateway::with(&Forward::to(backend.address, options()), patience, 1)
}

#[test]
fn a_head_that_does_not_end_is_answered_408() {
    let (backend, _log) = recorder();
    let limits = Patience {
        head: SHORT,
        ..patience()
    };
    let gateway = gateway(&backend, limits);
    let mut client = gateway.client();
    let start = Instant::now();
    for octet in b"GET /slow" {
        client.send([*octet]);
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(client.answer(false).status, 408);
    assert!(client.closes_within(Duration::from_secs(5)));
    assert!((SHORT..SHORT * 8).contains(&start.elapsed()));
    let lines = gateway.into_lines();
    assert_eq!(lines[0]["status"], 408);
    assert_eq!(lines[0]["line"], "GET /slow");
}

#[test]
fn who_says_nothing_is_left() {
    let (backend, _log) = recorder();
    let limits = Patience {
        head: SHORT,
        idle: SHORT * 2,
        ..patience()
    };
    let gateway = gateway(&backend, limits);
    assert!(gateway.client().closes_within(Duration::from_secs(5)));
    let mut client = gateway.client();
    assert_eq!(client.get("/").status, 200);
    let idle = Instant::now();
    assert!(client.closes_within(Duration::from_secs(5)));
    assert!((SHORT..SHORT * 10).contains(&idle.elapsed()));
    assert_eq!(gateway.into_lines().len(), 1);
}

#[test]
fn a_request_may_take_longer_than_a_connection_may_be_idle() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            std::thread::sleep(SHORT * 3);
            let _ = stream.write_all(OK);
        }
    });
    let limits = Patience {
        head: SHORT,
        body: SHORT,
        idle: SHORT,
        write: SHORT,
    };
    let gateway = gateway(&backend, limits);
    assert_eq!(gateway.client().get("/").status, 200);
}

#[test]
fn a_body_that_stops_is_answered_408() {
    let (backend, log) = recorder();
    let limits = Patience {
        body: SHORT,
        ..patience()
    };
    let gateway = gateway(&backend, limits);
    let mut client = gateway.client();
    client.send("POST / HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 100\r\n\r\nhello");
    let answer = client.answer(false);
    assert_eq!(answer.status, 408);
    assert!(client.closes_within(Duration::from_secs(5)));
    assert!(log.lock().expect("no recorder panics").is_empty());
}

#[test]
fn a_broken_chunk_is_the_clients_fault() {
    let (backend, log) = recorder();
    let gateway = gateway(&backend, patience());
    let mut client = gateway.client();
    client
        .send("POST / HTTP/1.1\r\nHost: gw.test\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n");
    std::thread::sleep(Duration::from_millis(50));
    client.send("nonsense\r\n");
    assert_eq!(client.answer(false).status, 400);
    assert!(client.closes_within(Duration::from_secs(5)));
    assert!(log.lock().expect("no recorder panics").is_empty());
    // The connection that carried half a request is never used again.
    assert_eq!(gateway.client().get("/").status, 200);
    assert_eq!(backend.count(), 2);
}

#[test]
fn a_client_that_leaves_takes_its_backend_call_with_it() {
    let (ended, end) = channel();
    let backend = Backend::start(move |_, mut stream| {
        if read_request(&mut stream).is_some() {
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest);
            let _ = ended.send(());
        }
    });
    let gateway = gateway(&backend, patience());
    let mut client = gateway.client();
    client.send("GET / HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    std::thread::sleep(Duration::from_millis(50));
    drop(client);
    end.recv_timeout(Duration::from_secs(5))
        .expect("the call is given up");
    assert_eq!(gateway.into_lines()[0]["status"], 499);
}

#[test]
fn an_expectation_is_met_only_when_the_body_is_wanted() {
    let (backend, _log) = recorder();
    let gateway = gateway(&backend, patience());
    let mut client = gateway.client();
    client.send(
        "POST / HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n",
    );
    assert_eq!(client.answer(true).status, 100);
    client.send("ok");
    assert_eq!(client.answer(false).status, 200);
    drop(backend);
    let mut refused = gateway.client();
    refused
        .send("POST / HTTP/1.1\r\nHost: a@b\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    assert_eq!(refused.answer(false).status, 400);
}

#[test]
fn an_answer_to_half_a_request_is_not_lost() {
    let backend = Backend::start(|_, mut stream| {
        let mut room = [0; 512];
        let _ = stream.read(&mut room);
        let _ = stream.write_all(b"HTTP/1.1 413 No\r\nContent-Length: 3\r\n\r\nbig");
    });
    let gateway = gateway(&backend, patience());
    let mut client = gateway.client();
    client.send("POST / HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 10000000\r\n\r\n");
    let body = vec![b'x'; 300_000];
    client.try_send(&body);
    let answer = client.answer(false);
    assert_eq!((answer.status, &answer.body[..]), (413, &b"big"[..]));
}

#[test]
fn a_body_goes_through_as_it_comes() {
    let (told, heard) = channel();
    let backend = Backend::start(move |_, mut stream| {
        let mut room = [0; 4096];
        let mut text = String::new();
        while !text.contains("0\r\n\r\n") {
            let length = stream.read(&mut room).unwrap_or(0);
            text += &String::from_utf8_lossy(&room[..length]);
            let _ = told.send(text.clone());
        }
        let _ = stream.write_all(OK);
    });
    let gateway = gateway(&backend, patience());
    let mut client = gateway.client();
    client.send("POST / HTTP/1.1\r\nHost: gw.test\r\nTransfer-Encoding: chunked\r\n\r\n");
    for piece in ["first", "other"] {
        client.send(format!("5\r\n{piece}\r\n"));
        let start = Instant::now();
        while !heard
            .recv_timeout(LONG)
            .expect("pieces arrive")
            .contains(piece)
        {
            assert!(start.elapsed() < LONG);
        }
    }
    client.send("0\r\n\r\n");
    assert_eq!(client.answer(false).status, 200);
}

#[test]
fn who_does_not_read_is_left() {
    let gone = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&gone);
    let backend = Backend::start(move |_, mut stream| {
        if read_request(&mut stream).is_some() {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
            while stream.write_all(&[b'x'; 65_536]).is_ok() {}
            seen.store(true, Ordering::SeqCst);
        }
    });
    let limits = Patience {
        write: SHORT,
        ..patience()
    };
    let gateway = gateway(&backend, limits);
    let mut client = gateway.client();
    client.send("GET / HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    super::support::eventually("the backend is left too", || gone.load(Ordering::SeqCst));
    let line = &gateway.into_lines()[0];
    assert_eq!(line["status"], 200);
    assert!(line["responseContentLength"].as_u64() > Some(10_000));
}

#[test]
fn old_clients_get_answers_that_end_with_the_connection() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            let _ = stream.write_all(
                b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
            );
        }
    });
    let gateway = gateway(&backend, patience());
    let mut client = gateway.client();
    client.send("GET / HTTP/1.0\r\n\r\n");
    let answer = client.answer(false);
    assert_eq!((answer.status, &answer.body[..]), (200, &b"ok"[..]));
    assert!(!answer.has("transfer-encoding: chunked"));
}
