//! Backends that fail in all the ways backends fail.

use super::support::{
    Backend, Client, Forward, Gateway, OK, eventually, options, read_request, recorder,
};
use gravitee_el::gateway::exchange::HttpOptions;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

fn gateway(address: SocketAddr, options: HttpOptions) -> Gateway {
    Gateway::start(&Forward::to(address, options))
}

/// Answers every request with these bytes and closes.
fn scripted(answer: impl Into<Vec<u8>>) -> Backend {
    let answer = answer.into();
    Backend::start(move |_, mut stream| {
        if read_request(&mut stream).is_some() {
            let _ = stream.write_all(&answer);
            let _ = stream.shutdown(Shutdown::Write);
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest);
        }
    })
}

fn closed_port() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it is bound")
}

#[test]
fn a_backend_that_is_not_there_is_502_and_0_in_the_log() {
    let gateway = gateway(closed_port(), options());
    let mut client = gateway.client();
    let answer = client.get("/");
    assert_eq!(answer.status, 502);
    assert!(answer.has("connection: close"));
    assert!(client.closes_within(Duration::from_secs(5)));
    let line = &gateway.into_lines()[0];
    assert_eq!(
        (&line["status"], &line["upstreamStatus"]),
        (&502.into(), &0.into())
    );
}

#[test]
fn a_name_that_nobody_knows_is_502() {
    let mut forward = Forward::to(closed_port(), options());
    forward.0.host = "no-such-host.invalid".into();
    forward.0.options = Arc::new(HttpOptions {
        connect_timeout: Duration::from_secs(10),
        ..options()
    });
    let status = Gateway::start(&forward).client().get("/").status;
    assert_eq!(status, 502);
}

#[test]
fn a_backend_that_does_not_answer_is_504_in_time() {
    let backend = Backend::start(|_, mut stream| {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
    });
    let limits = HttpOptions {
        read_timeout: Duration::from_millis(300),
        ..options()
    };
    let gateway = gateway(backend.address, limits);
    let start = Instant::now();
    assert_eq!(gateway.client().get("/").status, 504);
    assert!((250..2_000).contains(&start.elapsed().as_millis()));
}

#[test]
fn what_is_no_answer_is_502() {
    for answer in [
        "",
        "nonsense\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nX: a\r\n folded\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 99 OK\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
    ] {
        let backend = scripted(answer);
        let gateway = Gateway::before(&backend);
        assert_eq!(gateway.client().get("/").status, 502, "{answer:?}");
    }
}

#[test]
fn answers_of_all_shapes_arrive_whole() {
    for (answer, body) in [
        ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "ok"),
        ("HTTP/1.0 200 OK\r\n\r\nok", "ok"),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x\r\no\r\n1\r\nk\r\n0\r\nX-T: 1\r\n\r\n",
            "ok",
        ),
        (
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
            "ok",
        ),
        ("HTTP/1.1 204 No\r\n\r\n", ""),
        ("HTTP/1.1 304 No\r\nContent-Length: 5\r\n\r\n", ""),
    ] {
        let backend = scripted(answer);
        let gateway = Gateway::before(&backend);
        let found = gateway.client().get("/");
        assert!(found.whole, "{answer:?}");
        assert_eq!(String::from_utf8_lossy(&found.body), body, "{answer:?}");
        assert!(found.status >= 200);
    }
}

#[test]
fn a_head_alone_keeps_its_length() {
    let backend = scripted("HTTP/1.1 200 OK\r\nContent-Length: 77\r\n\r\n");
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    client.send("HEAD / HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    let answer = client.answer(true);
    assert!(answer.has("content-length: 77"), "{}", answer.head);
}

#[test]
fn a_body_that_breaks_off_never_ends_well() {
    for answer in [
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nno chunk",
    ] {
        let backend = scripted(answer);
        let gateway = Gateway::before(&backend);
        let mut client = gateway.client();
        let found = client.get("/");
        assert_eq!(found.status, 200);
        assert!(!found.whole, "{answer:?} gave {found:?}");
        assert!(client.closes_within(Duration::from_secs(5)));
    }
}

#[test]
fn a_reset_in_mid_body_is_seen_by_the_client() {
    let backend = Backend::start(|_, mut stream| {
        if read_request(&mut stream).is_some() {
            let head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
            let _ = stream.write_all(head);
            let _ = stream.write_all(b"4\r\nhalf\r\n");
            std::thread::sleep(Duration::from_millis(50));
            // What lies unread in our buffer makes the end a reset.
        }
    });
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    client.send("POST / HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 3\r\n\r\nabc");
    let answer = client.answer(false);
    assert_eq!((answer.status, answer.whole), (200, false));
}

#[test]
fn connections_are_used_again() {
    let (backend, _log) = recorder();
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    for _ in 0..50 {
        assert_eq!(client.get("/").status, 200);
    }
    assert_eq!(backend.count(), 1);
}

#[test]
fn connections_are_not_used_again_where_that_is_not_wanted() {
    let (backend, _log) = recorder();
    let limits = HttpOptions {
        keep_alive: false,
        ..options()
    };
    let gateway = gateway(backend.address, limits);
    let mut client = gateway.client();
    for _ in 0..5 {
        assert_eq!(client.get("/").status, 200);
    }
    assert_eq!(backend.count(), 5);
}

#[test]
fn idle_connections_are_closed_when_their_time_is_over() {
    let open = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&open);
    let backend = Backend::start(move |_, mut stream| {
        count.fetch_add(1, Ordering::SeqCst);
        while read_request(&mut stream).is_some() {
            let _ = stream.write_all(OK);
        }
        count.fetch_sub(1, Ordering::SeqCst);
    });
    let limits = HttpOptions {
        keep_alive_timeout: Duration::from_millis(300),
        ..options()
    };
    let gateway = gateway(backend.address, limits);
    assert_eq!(gateway.client().get("/").status, 200);
    assert_eq!(open.load(Ordering::SeqCst), 1);
    eventually("it is closed", || open.load(Ordering::SeqCst) == 0);
}

#[test]
fn bytes_behind_an_answer_reach_nobody() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            let poison = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison";
            let _ = stream.write_all(&[OK, poison].concat());
        }
    });
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    for _ in 0..20 {
        assert_eq!(client.get("/").body, b"ok");
    }
    assert_eq!(backend.count(), 20);
}

#[test]
fn an_answer_that_comes_unasked_reaches_nobody() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            let _ = stream.write_all(OK);
            std::thread::sleep(Duration::from_millis(20));
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison");
        }
    });
    let gateway = Gateway::before(&backend);
    for _ in 0..5 {
        assert_eq!(gateway.client().get("/").body, b"ok");
        std::thread::sleep(Duration::from_millis(60));
    }
}

/// Serves one request on each connection, and lets the second one die without an answer.
fn forgetful() -> (Backend, Arc<Mutex<Vec<String>>>) {
    let log: Arc<Mutex<Vec<String>>> = Arc::default();
    let seen = Arc::clone(&log);
    let backend = Backend::start(move |_, mut stream| {
        for turn in 0..2 {
            let Some(request) = read_request(&mut stream) else {
                return;
            };
            seen.lock().expect("nobody panics").push(request.line);
            if turn == 0 {
                let _ = stream.write_all(OK);
            }
        }
    });
    (backend, log)
}

#[test]
fn a_connection_that_died_in_the_pool_costs_no_repeatable_request() {
    let (backend, log) = forgetful();
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    for _ in 0..6 {
        assert_eq!(client.get("/").status, 200);
    }
    assert!(
        log.lock().expect("nobody panics").len() > 6,
        "some were repeated"
    );
}

#[test]
fn what_cannot_be_repeated_is_sent_once() {
    for request in [
        "POST /once HTTP/1.1\r\nHost: gw.test\r\n\r\n",
        "PUT /once HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 1\r\n\r\nx",
    ] {
        let (backend, log) = forgetful();
        let gateway = Gateway::before(&backend);
        assert_eq!(gateway.client().get("/").status, 200);
        let mut client = gateway.client();
        client.send(request);
        assert_eq!(client.answer(false).status, 502, "{request:?}");
        let seen = log.lock().expect("nobody panics");
        assert_eq!(seen.iter().filter(|line| line.contains("/once")).count(), 1);
    }
}

#[test]
fn a_backend_that_comes_back_is_used_at_once() {
    let (backend, _log) = recorder();
    let address = backend.address;
    let gateway = gateway(address, options());
    assert_eq!(gateway.client().get("/").status, 200);
    drop(backend);
    eventually("the port is free", || TcpListener::bind(address).is_ok());
    let again = Backend::start_at(address, |_, mut stream| {
        while read_request(&mut stream).is_some() {
            let _ = stream.write_all(OK);
        }
    });
    assert_eq!(gateway.client().get("/").status, 200);
    drop(again);
}

#[test]
fn there_are_never_more_connections_than_allowed() {
    let most = Arc::new(AtomicUsize::new(0));
    let now = Arc::new(AtomicUsize::new(0));
    let (high, open) = (Arc::clone(&most), Arc::clone(&now));
    let backend = Backend::start(move |_, mut stream| {
        let here = open.fetch_add(1, Ordering::SeqCst) + 1;
        high.fetch_max(here, Ordering::SeqCst);
        while read_request(&mut stream).is_some() {
            std::thread::sleep(Duration::from_millis(5));
            let _ = stream.write_all(OK);
        }
        open.fetch_sub(1, Ordering::SeqCst);
    });
    let limits = HttpOptions {
        max_connections: 3,
        connect_timeout: Duration::from_secs(10),
        ..options()
    };
    let gateway = gateway(backend.address, limits);
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| {
                let mut client = gateway.client();
                for _ in 0..10 {
                    assert_eq!(client.get("/").status, 200);
                }
            });
        }
    });
    assert_eq!(most.load(Ordering::SeqCst), 3);
}

#[test]
fn idle_connections_of_one_thread_do_not_starve_another() {
    let (backend, _log) = recorder();
    let limits = HttpOptions {
        max_connections: 1,
        connect_timeout: Duration::from_secs(10),
        ..options()
    };
    let chain = Forward::to(backend.address, limits);
    let gateway = Gateway::with(&chain, super::support::patience(), 4);
    // Each client is somebody else's: the only connection is idle on another thread.
    for _ in 0..40 {
        assert_eq!(gateway.client().get("/").status, 200);
    }
    assert!(backend.count() > 1);
}

#[test]
fn who_waits_too_long_for_a_connection_is_told() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            std::thread::sleep(Duration::from_millis(900));
            let _ = stream.write_all(OK);
        }
    });
    let limits = HttpOptions {
        max_connections: 1,
        connect_timeout: Duration::from_millis(200),
        ..options()
    };
    let gateway = gateway(backend.address, limits);
    std::thread::scope(|scope| {
        let first = scope.spawn(|| gateway.client().get("/").status);
        std::thread::sleep(Duration::from_millis(100));
        let start = Instant::now();
        assert_eq!(gateway.client().get("/").status, 503);
        assert!(start.elapsed() < Duration::from_millis(700));
        assert_eq!(first.join().expect("it is answered"), 200);
    });
}

#[test]
fn events_arrive_one_by_one() {
    let (next, wait) = std::sync::mpsc::channel::<()>();
    let wait = Mutex::new(wait);
    let backend = Backend::start(move |_, mut stream| {
        if read_request(&mut stream).is_some() {
            let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
            let _ = stream.write_all(head);
            for number in 0..3 {
                let _ = stream.write_all(format!("data: {number}\n\n").as_bytes());
                let _ = wait.lock().expect("nobody panics").recv();
            }
        }
    });
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    client.send("GET / HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    for number in 0..3 {
        let event = format!("data: {number}");
        let mut text = String::new();
        let start = Instant::now();
        while !text.contains(&event) {
            let mut octet = [0];
            client.0.read_exact(&mut octet).expect("events arrive");
            text.push(char::from(octet[0]));
        }
        assert!(start.elapsed() < Duration::from_secs(2));
        next.send(()).expect("the backend waits");
    }
}

#[test]
fn silence_in_a_body_ends_it() {
    let backend = Backend::start(|_, mut stream| {
        if read_request(&mut stream).is_some() {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest);
        }
    });
    let limits = HttpOptions {
        idle_timeout: Duration::from_millis(300),
        ..options()
    };
    let gateway = gateway(backend.address, limits);
    let start = Instant::now();
    assert!(!gateway.client().get("/").whole);
    assert!((250..2_000).contains(&start.elapsed().as_millis()));
}

#[test]
fn large_bodies_go_both_ways_unchanged() {
    let backend = Backend::start(|_, mut stream| {
        while let Some(request) = read_request(&mut stream) {
            let length = request.body.len();
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n");
            let _ = stream.write_all(head.as_bytes());
            let _ = stream.write_all(&request.body);
        }
    });
    let gateway = Gateway::before(&backend);
    let body: Vec<u8> = (0..3_000_000_u32)
        .map(|number| (number / 7) as u8)
        .collect();
    for chunked in [false, true] {
        let mut client: Client = gateway.client();
        let mut writer = client.0.try_clone().expect("sockets can be shared");
        let sent = body.clone();
        let writing = std::thread::spawn(move || {
            let head = "POST / HTTP/1.1\r\nHost: gw.test\r\n";
            if chunked {
                let fields = "Transfer-Encoding: chunked\r\n\r\n";
                let _ = writer.write_all(format!("{head}{fields}").as_bytes());
                for piece in sent.chunks(70_001) {
                    let _ = writer.write_all(format!("{:X}\r\n", piece.len()).as_bytes());
                    let _ = writer.write_all(piece);
                    let _ = writer.write_all(b"\r\n");
                }
                let _ = writer.write_all(b"0\r\n\r\n");
            } else {
                let fields = format!("Content-Length: {}\r\n\r\n", sent.len());
                let _ = writer.write_all(format!("{head}{fields}").as_bytes());
                let _ = writer.write_all(&sent);
            }
        });
        let answer = client.answer(false);
        assert_eq!(answer.status, 200);
        assert!(answer.body == body, "chunked: {chunked}");
        writing.join().expect("all was sent");
    }
    assert_eq!(backend.count(), 1);
}
