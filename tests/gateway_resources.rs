//! What a gateway took it gives back: descriptors and memory after thousands of clients, faults, and slow readers.
//!
//! Both are those of the process, so these tests are alone in theirs and run one after the other.

#[path = "gateway/network/support.rs"]
#[allow(dead_code, reason = "the other tests of the network need the rest")]
mod support;

use gravitee_el::Engine;
use gravitee_el::gateway::config::Config;
use gravitee_el::gateway::run;
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use support::{Backend, Client, Forward, Gateway, OK, eventually, options, read_request};

static ALONE: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn descriptors() -> usize {
    let folder = std::fs::read_dir("/proc/self/fd").expect("there is a /proc");
    folder.count()
}

/// Memory in use, in KiB.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("there is a /proc");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number
        .and_then(|number| number.parse().ok())
        .expect("a number of KiB")
}

/// Runs twice, since the first run takes what is never given back: the second must leave everything as it was.
fn leaves_nothing(name: &str, run: impl Fn()) {
    run();
    eventually("the first run is over", || descriptors() < 60);
    let (open, used) = (descriptors(), memory());
    run();
    eventually("descriptors are closed", || descriptors() <= open);
    let after = memory();
    assert!(
        after <= used + used / 10 + 8_192,
        "{name}: {used} KiB became {after}"
    );
}

/// Answers at once.
fn quick() -> Backend {
    Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            if stream.write_all(OK).is_err() {
                return;
            }
        }
    })
}

#[test]
fn two_thousand_idle_clients_cost_nothing_when_they_are_gone() {
    let _alone = alone();
    let backend = quick();
    let gateway = Gateway::before(&backend);
    leaves_nothing("idle clients", || {
        let mut clients: Vec<Client> = (0..2_000).map(|_| gateway.client()).collect();
        for client in clients.iter_mut().step_by(10) {
            assert_eq!(client.get("/").status, 200);
        }
        assert!(descriptors() > 4_000);
        let start = std::time::Instant::now();
        assert_eq!(gateway.client().get("/").status, 200);
        assert!(start.elapsed() < Duration::from_millis(500));
    });
}

#[test]
fn clients_that_leave_leave_nothing() {
    let _alone = alone();
    let backend = Backend::start(|_, mut stream| {
        if read_request(&mut stream).is_some() {
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest);
        }
    });
    let gateway = Gateway::before(&backend);
    leaves_nothing("clients that leave", || {
        for _ in 0..100 {
            let mut client = gateway.client();
            client.send("GET / HTTP/1.1\r\nHost: gw.test\r\n\r\n");
            std::thread::sleep(Duration::from_millis(2));
        }
        for _ in 0..100 {
            let mut client = gateway.client();
            client.send("POST / HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 9\r\n\r\nhalf");
        }
    });
}

#[test]
fn a_slow_reader_holds_its_backend_back() {
    let _alone = alone();
    const WHOLE: usize = 64 << 20;
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {WHOLE}\r\n\r\n");
            let _ = stream.write_all(head.as_bytes());
            for _ in 0..WHOLE >> 16 {
                if stream.write_all(&[b'x'; 1 << 16]).is_err() {
                    return;
                }
            }
        }
    });
    let gateway = Gateway::before(&backend);
    leaves_nothing("slow readers", || {
        let used = memory();
        let mut clients: Vec<Client> = (0..10).map(|_| gateway.client()).collect();
        for client in &mut clients {
            client.send("GET / HTTP/1.1\r\nHost: gw.test\r\n\r\n");
        }
        std::thread::sleep(Duration::from_millis(500));
        let held = memory().saturating_sub(used);
        // Ten times 64 MiB wait; the buffers of the backend's ten threads are in this process too.
        assert!(
            held < 10 * 1_024,
            "{held} KiB for ten clients that do not read"
        );
        let mut last = clients.pop().expect("there are ten");
        assert_eq!(last.answer(false).body.len(), WHOLE);
    });
}

/// The echo backend as a process of its own, so that it can be killed.
struct Echo(Child, u16);

impl Echo {
    fn start(port: u16) -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_gravel"))
            .args(["gateway", "echo", "--listen"])
            .arg(format!("127.0.0.1:{port}"))
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary runs");
        eventually("it listens", || {
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        Echo(child, port)
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        // On Unix this is SIGKILL.
        self.0.kill().expect("it runs");
        self.0.wait().expect("it ran");
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it is bound").port()
}

#[test]
fn a_backend_that_is_killed_costs_what_it_was_doing() {
    let _alone = alone();
    let port = free_port();
    let gateway = Gateway::start(&Forward::to(([127, 0, 0, 1], port).into(), options()));
    leaves_nothing("a killed backend", || {
        let echo = Echo::start(port);
        let mut client = gateway.client();
        assert_eq!(client.get("/").status, 200);
        let mut slow = gateway.client();
        slow.send("GET / HTTP/1.1\r\nHost: gw.test\r\nX-Echo-Delay: 5000\r\n\r\n");
        std::thread::sleep(Duration::from_millis(100));
        drop(echo);
        assert_eq!(slow.answer(false).status, 502);
        assert_eq!(gateway.client().get("/").status, 502);
        let again = Echo::start(port);
        assert_eq!(gateway.client().get("/").status, 200);
        assert_eq!(again.1, port);
    });
}

#[test]
fn broken_answers_leave_nothing() {
    let _alone = alone();
    let backend = Backend::start(|number, mut stream| {
        if read_request(&mut stream).is_some() {
            let answer: &[u8] = match number % 4 {
                0 => b"",
                1 => b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
                2 => b"nonsense",
                _ => b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
            };
            let _ = stream.write_all(answer);
        }
    });
    let gateway = Gateway::before(&backend);
    leaves_nothing("broken answers", || {
        for _ in 0..200 {
            let answer = gateway.client().get("/");
            assert!(answer.status == 502 || !answer.whole, "{answer:?}");
        }
    });
}

/// A folder that is gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let name = format!("resources-{}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).expect("there is room");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The whole gateway, with an API on `/` that buffers both bodies for a condition and gives its backend 100 ms.
fn deployed(backend: &Backend) -> (Folder, run::Gateway) {
    let target = format!("http://{}", backend.address);
    let both = "{#request.content != null && #response.content != null}";
    let definition = json!({
        "id": "all", "name": "all", "apiVersion": "1", "definitionVersion": "4.0.0", "type": "proxy",
        "listeners": [{"type": "http", "paths": [{"path": "/"}], "entrypoints": [{"type": "http-proxy"}]}],
        "endpointGroups": [{"name": "default", "type": "http-proxy",
            "sharedConfiguration": {"http": {"readTimeout": 100}},
            "endpoints": [{"name": "one", "type": "http-proxy", "inheritConfiguration": true, "configuration": {"target": target}}]}],
        "plans": [{"id": "open", "name": "Open", "status": "published", "security": {"type": "key-less"}}],
        "flows": [{"name": "read", "enabled": true,
            "response": [{"name": "read", "enabled": true, "policy": "transform-headers", "condition": both,
                "configuration": {"addHeaders": [{"name": "X-Read", "value": "both"}]}}]}]
    });
    let dir = Folder::new();
    std::fs::write(dir.0.join("all.json"), definition.to_string()).expect("there is room");
    let flags = [("accessLog.target", "off"), ("http.threads", "1")];
    let flags = flags.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let config = Config::load(None, [], &flags, &[([127, 0, 0, 1], 0).into()]).expect("known keys");
    let gateway =
        run::Gateway::start(&dir.0, &config, &Arc::new(Engine::new())).expect("it starts");
    (dir, gateway)
}

#[test]
fn what_goes_wrong_behind_an_api_leaves_nothing() {
    let _alone = alone();
    let backend = Backend::start(|number, mut stream| {
        if read_request(&mut stream).is_some() {
            let answer: &[u8] = match number % 4 {
                0 => b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
                1 => b"nonsense",
                2 => b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
                _ => {
                    // Says nothing until the gateway has enough.
                    let mut rest = Vec::new();
                    let _ = stream.read_to_end(&mut rest);
                    return;
                }
            };
            let _ = stream.write_all(answer);
        }
    });
    let (_dir, gateway) = deployed(&backend);
    let address = gateway.addresses()[0];
    let body = "x".repeat(100_000);
    leaves_nothing("an API before a bad backend", || {
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..80 {
            let mut client = Client::new(address);
            client.send(format!(
                "POST / HTTP/1.1\r\nHost: gw.test\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            ));
            seen.insert(client.answer(false).status);
        }
        assert_eq!(Vec::from_iter(seen), [200, 502, 504]);
    });
}
