//! Starting, stopping, logging, and a chain that breaks.

use super::support::{Backend, Client, Forward, Gateway, OK, options, read_request, recorder};
use gravitee_el::gateway::exchange::Body;
use gravitee_el::gateway::ingress::{Chain, Options, serve};
use gravitee_el::gateway::observe::access::AccessLog;
use gravitee_el::gateway::upstream::Pool;
use http::{Request, Response};
use std::io::Write;
use std::net::TcpStream;
use std::time::{Duration, Instant};

#[test]
fn requests_under_way_end_before_the_gateway_does() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            std::thread::sleep(Duration::from_millis(400));
            let _ = stream.write_all(OK);
        }
    });
    let mut gateway = Gateway::before(&backend);
    let address = gateway.address();
    let mut idle = gateway.client();
    let answer = std::thread::spawn(move || Client::new(address).get("/"));
    std::thread::sleep(Duration::from_millis(150));
    let start = Instant::now();
    gateway.drain(Duration::from_secs(10));
    assert!(start.elapsed() < Duration::from_secs(3));
    let answer = answer.join().expect("it is answered");
    assert_eq!((answer.status, &answer.body[..]), (200, &b"ok"[..]));
    assert!(answer.has("connection: close"));
    assert!(idle.closes_within(Duration::from_secs(2)));
    assert!(TcpStream::connect(address).is_err());
}

#[test]
fn draining_ends_when_its_time_is_over() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            std::thread::sleep(Duration::from_secs(30));
        }
    });
    let mut gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    client.send("GET / HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    std::thread::sleep(Duration::from_millis(100));
    let start = Instant::now();
    gateway.drain(Duration::from_millis(300));
    assert!((250..3_000).contains(&start.elapsed().as_millis()));
}

#[test]
fn each_request_has_one_line_refused_ones_too() {
    let (backend, _log) = recorder();
    let gateway = Gateway::before(&backend);
    let mut client = gateway.client();
    client.get("/a?secret=1");
    client.get("/b/../c");
    client.send("GET /\u{1b}[31m HTTP/1.1\r\n\r\n");
    client.answer(false);
    let lines = gateway.into_lines();
    let told: Vec<_> = lines
        .iter()
        .map(|line| (line["status"].as_u64(), line["path"].as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(200), Some("/a")),
            (Some(200), Some("/c")),
            (Some(400), None)
        ]
    );
    assert_eq!(lines[0]["responseContentLength"], 2);
    assert_eq!(lines[0]["host"], "gw.test");
    assert_eq!(lines[2]["line"], "GET /\u{1b}[31m HTTP/1.1");
}

/// Panics on one path.
#[derive(Clone)]
struct Brittle(Forward);

impl Chain for Brittle {
    async fn answer(&self, upstream: &Pool, request: Request<Body>) -> Response<Body> {
        assert!(request.uri().path() != "/panic", "an assumption broke");
        self.0.answer(upstream, request).await
    }
}

#[test]
fn a_panic_costs_one_request() {
    let (backend, _log) = recorder();
    let gateway = Gateway::start(&Brittle(Forward::to(backend.address, options())));
    let mut other = gateway.client();
    assert_eq!(other.get("/").status, 200);
    assert_eq!(gateway.client().get("/panic").status, 500);
    assert_eq!(other.get("/").status, 200);
    assert_eq!(gateway.into_lines().len(), 3);
}

#[test]
fn an_address_that_is_taken_is_an_error_that_names_it() {
    let (backend, _log) = recorder();
    let gateway = Gateway::before(&backend);
    let options = Options {
        listen: vec![gateway.address()],
        ..Options::default()
    };
    let chain = Forward::to(backend.address, super::support::options());
    let error = serve(options, &chain, &AccessLog::off()).expect_err("it is taken");
    assert!(error.to_string().contains(&gateway.address().to_string()));
}

#[test]
fn threads_share_the_clients() {
    let (backend, log) = recorder();
    let chain = Forward::to(backend.address, options());
    let gateway = Gateway::with(&chain, super::support::patience(), 4);
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                let mut client = gateway.client();
                for _ in 0..20 {
                    assert_eq!(client.get("/").status, 200);
                }
            });
        }
    });
    assert_eq!(log.lock().expect("no recorder panics").len(), 320);
    assert_eq!(gateway.into_lines().len(), 320);
}
