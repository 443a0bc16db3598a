//! The whole gateway: a folder of definitions behind real sockets, while it changes and while it stops.

use super::raw;
use super::support::{Backend, Client, LONG, OK, eventually, read_request, recorder};
use gravitee_el::Engine;
use gravitee_el::gateway::config::Config;
use gravitee_el::gateway::run::Gateway;
use serde_json::{Value as Json, json};
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// A folder that is gone with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::SeqCst);
        let name = format!("gravel-network-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("there is room");
        Folder(path)
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).expect("there is room");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A key-less API on a path, which says its version in a header.
pub fn api(id: &str, path: &str, backend: &Backend, version: &str) -> String {
    format!(
        r#"{{"id": "{id}", "name": "{id}", "apiVersion": "1", "definitionVersion": "4.0.0", "type": "proxy",
  "listeners": [{{"type": "http", "paths": [{{"path": "{path}"}}], "entrypoints": [{{"type": "http-proxy"}}]}}],
  "endpointGroups": [{{"name": "default", "type": "http-proxy", "endpoints": [
    {{"name": "one", "type": "http-proxy", "configuration": {{"target": "http://{}"}}}}]}}],
  "plans": [{{"id": "open", "name": "Open", "status": "published", "security": {{"type": "key-less"}}}}],
  "flows": [{{"name": "stamp", "enabled": true,
    "selectors": [{{"type": "http", "path": "/", "pathOperator": "STARTS_WITH"}}],
    "response": [{{"name": "stamp", "enabled": true, "policy": "transform-headers",
      "configuration": {{"addHeaders": [{{"name": "X-Version", "value": "{version}"}}]}}}}]}}]}}"#,
        backend.address
    )
}

pub fn start(folder: &Folder, keys: &[(&str, &str)]) -> Gateway {
    let mut flags = vec![("accessLog.target".to_owned(), "off".to_owned())];
    for (key, value) in keys {
        flags.push(((*key).to_owned(), (*value).to_owned()));
    }
    let listen = [([127, 0, 0, 1], 0).into()];
    let config = Config::load(None, [], &flags, &listen).expect("the keys are known");
    Gateway::start(&folder.0, &config, &Arc::new(Engine::new())).expect("it starts")
}

fn get(gateway: &Gateway, path: &str) -> u16 {
    Client::new(gateway.addresses()[0]).get(path).status
}

#[test]
fn every_row_of_bytes_is_treated_as_its_class_says_behind_an_api() {
    raw::run_all(
        raw::rows(),
        |client, bytes| client.try_send(bytes),
        |backend| {
            let folder = Folder::new();
            folder.write("all.json", &api("all", "/", backend, "1"));
            let gateway = start(&folder, &[("http.threads", "1")]);
            (gateway.addresses()[0], (gateway, folder))
        },
    );
}

#[test]
fn each_server_serves_what_is_reached_on_it() {
    let (backend, _log) = recorder();
    let folder = Folder::new();
    for (id, servers) in [
        ("in", r#"["inside"]"#),
        ("out", r#"["outside"]"#),
        ("any", "[]"),
    ] {
        let named = format!(r#"{{"type": "http", "servers": {servers},"#);
        let text = api(id, &format!("/{id}"), &backend, "1");
        let text = text.replacen(r#"{"type": "http","#, &named, 1);
        folder.write(&format!("{id}.json"), &text);
    }
    let listen = [([127, 0, 0, 1], 0).into(); 2];
    let flags = [("accessLog.target".to_owned(), "off".to_owned())];
    let mut config = Config::load(None, [], &flags, &listen).expect("the keys are known");
    config.settings.servers = vec!["inside".to_owned(), "outside".to_owned()];
    let gateway = Gateway::start(&folder.0, &config, &Arc::new(Engine::new())).expect("it starts");
    let statuses = |server: usize| {
        let mut client = Client::new(gateway.addresses()[server]);
        ["/in", "/out", "/any"].map(|path| client.get(path).status)
    };
    assert_eq!(statuses(0), [200, 404, 200]);
    assert_eq!(statuses(1), [404, 200, 200]);
}

#[test]
fn a_forwarded_address_is_appended_and_not_believed() {
    let (backend, log) = recorder();
    let folder = Folder::new();
    folder.write("all.json", &api("all", "/", &backend, "1"));
    let gateway = start(&folder, &[]);
    let mut client = Client::new(gateway.addresses()[0]);
    client.send("GET / HTTP/1.1\r\nHost: gw.test\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n");
    assert_eq!(client.answer(false).status, 200);
    let seen = log.lock().expect("no recorder panics");
    let forwarded = seen[0].field("x-forwarded-for").join(", ");
    assert!(
        forwarded.starts_with("6.6.6.6") && forwarded.ends_with("127.0.0.1"),
        "{forwarded}"
    );
}

#[test]
fn a_changed_file_is_served_and_a_broken_one_is_not() {
    let (backend, _log) = recorder();
    let folder = Folder::new();
    folder.write("a.json", &api("a", "/a", &backend, "1"));
    folder.write("b.json", &api("b", "/b", &backend, "1"));
    let gateway = start(&folder, &[]);
    let version = |path: &str, version: &str| {
        let mut client = Client::new(gateway.addresses()[0]);
        client.get(path).has(&format!("x-version: {version}"))
    };
    assert!(version("/a", "1"));
    let text = api("a", "/a", &backend, "2");
    folder.write("a.json", &text[..text.len() / 2]);
    folder.write("b.json", &api("b", "/b", &backend, "2"));
    eventually("the other file is served", || version("/b", "2"));
    assert!(
        version("/a", "1"),
        "half a file is no reason to forget the whole one"
    );
    folder.write("a.json", &text);
    eventually("the rest is written", || version("/a", "2"));
    std::fs::remove_file(folder.0.join("b.json")).expect("it is there");
    eventually("what is gone is not served", || get(&gateway, "/b") == 404);
}

#[test]
fn a_folder_that_is_replaced_is_followed() {
    let (backend, _log) = recorder();
    let outer = Folder::new();
    let inner = Folder(outer.0.join("apis"));
    std::fs::create_dir(&inner.0).expect("there is room");
    inner.write("a.json", &api("a", "/a", &backend, "1"));
    let gateway = start(&inner, &[]);
    let next = Folder(outer.0.join("next"));
    for (turn, path) in ["/b", "/c"].into_iter().enumerate() {
        std::fs::create_dir(&next.0).expect("there is room");
        next.write("a.json", &api("a", path, &backend, "2"));
        let aside = outer.0.join(format!("old{turn}"));
        std::fs::rename(&inner.0, aside).expect("it can be moved");
        std::fs::rename(&next.0, &inner.0).expect("it can be moved");
        eventually("the new folder is served", || get(&gateway, path) == 200);
    }
    assert_eq!(get(&gateway, "/a"), 404);
}

#[test]
fn reloading_one_of_many_loses_no_request() {
    let (backend, _log) = recorder();
    let folder = Folder::new();
    for number in 0..1_000 {
        let id = format!("api{number}");
        folder.write(
            &format!("{id}.json"),
            &api(&id, &format!("/{id}"), &backend, "0"),
        );
    }
    let gateway = start(&folder, &[("http.threads", "2")]);
    let address = gateway.addresses()[0];
    let over = AtomicBool::new(false);
    let served = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let (over, served) = (&over, &served);
            scope.spawn(move || {
                let mut client = Client::new(address);
                let mut at = worker;
                while !over.load(Ordering::SeqCst) {
                    let answer = client.get(&format!("/api{}", at % 1_000));
                    assert_eq!(answer.status, 200);
                    served.fetch_add(1, Ordering::SeqCst);
                    at += 7;
                }
            });
        }
        for version in 1..=5 {
            let version = version.to_string();
            folder.write("api7.json", &api("api7", "/api7", &backend, &version));
            let start = Instant::now();
            loop {
                let answer = Client::new(address).get("/api7");
                assert_eq!(answer.status, 200);
                if answer.has(&format!("x-version: {version}")) {
                    break;
                }
                assert!(start.elapsed() < LONG, "version {version} is served");
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        over.store(true, Ordering::SeqCst);
    });
    assert!(served.load(Ordering::SeqCst) > 100);
}

#[test]
fn a_request_under_way_sees_one_version_to_its_end() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            std::thread::sleep(Duration::from_millis(700));
            let _ = stream.write_all(OK);
        }
    });
    let folder = Folder::new();
    folder.write("a.json", &api("a", "/a", &backend, "1"));
    let gateway = start(&folder, &[]);
    let address = gateway.addresses()[0];
    let first = std::thread::spawn(move || Client::new(address).get("/a"));
    std::thread::sleep(Duration::from_millis(100));
    folder.write("a.json", &api("a", "/a", &backend, "2"));
    gateway.reload();
    let second = std::thread::spawn(move || Client::new(address).get("/a"));
    assert!(first.join().expect("it is answered").has("x-version: 1"));
    assert!(second.join().expect("it is answered").has("x-version: 2"));
}

#[test]
fn stopping_lets_requests_end() {
    let backend = Backend::start(|_, mut stream| {
        while read_request(&mut stream).is_some() {
            std::thread::sleep(Duration::from_millis(300));
            let _ = stream.write_all(OK);
        }
    });
    let folder = Folder::new();
    folder.write("a.json", &api("a", "/", &backend, "1"));
    let gateway = start(&folder, &[]);
    let address = gateway.addresses()[0];
    let answer = std::thread::spawn(move || Client::new(address).get("/"));
    std::thread::sleep(Duration::from_millis(100));
    gateway.stop();
    assert_eq!(answer.join().expect("it is answered").status, 200);
    assert!(std::net::TcpStream::connect(address).is_err());
}

/// An API whose backend has little time.
fn impatient(id: &str, path: &str, target: &str) -> String {
    let api = json!({
        "id": id, "name": id, "definitionVersion": "4.0.0", "type": "proxy",
        "listeners": [{"type": "http", "paths": [{"path": path}]}],
        "endpointGroups": [{"name": "default", "type": "http-proxy", "endpoints": [
            {"name": "one", "type": "http-proxy", "configuration": {"target": target}, "sharedConfigurationOverride":
                {"http": {"connectTimeout": 300, "readTimeout": 300, "idleTimeout": 1000}}}]}],
        "plans": [{"id": "open", "security": {"type": "key-less"}}],
    });
    api.to_string()
}

#[test]
fn faults_of_a_backend_have_the_status_of_the_java_gateway() {
    let backend = Backend::start(|_, mut stream| {
        while let Some(seen) = read_request(&mut stream) {
            const HALF: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
            let sent = match seen.line.split(' ').nth(1) {
                Some("/silent") => {
                    std::thread::sleep(Duration::from_secs(2));
                    return;
                }
                Some("/gone") => return,
                Some("/nonsense") => stream.write_all(b"220 mail.test ESMTP\r\n"),
                Some("/half") => {
                    let _ = stream.write_all(HALF);
                    return;
                }
                Some("/stalled") => {
                    let _ = stream.write_all(HALF);
                    std::thread::sleep(Duration::from_secs(4));
                    return;
                }
                _ => stream.write_all(OK),
            };
            if sent.is_err() {
                return;
            }
        }
    });
    let folder = Folder::new();
    let target = format!("http://{}", backend.address);
    folder.write("a.json", &impatient("a", "/a", &target));
    folder.write(
        "dead.json",
        &impatient("dead", "/dead", "http://127.0.0.1:9"),
    );
    folder.write("tls.json", &impatient("tls", "/tls", "https://127.0.0.1:9"));
    let log = folder.0.join("access.log");
    let path = log.display().to_string();
    let keys = [("accessLog.target", &*path), ("accessLog.format", "json")];
    let gateway = start(&folder, &keys);
    let rows = [
        ("/a/silent", 504, 0, "REQUEST_TIMEOUT"),
        ("/a/gone", 502, 0, "GATEWAY_CLIENT_CONNECTION_ERROR"),
        ("/a/nonsense", 502, 0, "GATEWAY_CLIENT_CONNECTION_ERROR"),
        ("/a/half", 200, 200, ""),
        ("/a/stalled", 200, 200, ""),
        ("/dead", 502, 0, "GATEWAY_CLIENT_CONNECTION_ERROR"),
        ("/tls", 502, 0, "GATEWAY_CLIENT_CONNECTION_ERROR"),
    ];
    for (path, status, _, _) in rows {
        let answer = Client::new(gateway.addresses()[0]).get(path);
        assert_eq!(answer.status, status, "{path}");
        match status {
            200 => assert!(!answer.whole, "{path}"),
            _ => assert!(
                answer.has("connection: close") && answer.body.is_empty(),
                "{path}"
            ),
        }
        assert_eq!(get(&gateway, "/a"), 200, "behind {path}");
    }
    gateway.stop();
    let text = std::fs::read_to_string(&log).expect("it is written");
    let lines: Vec<Json> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect();
    for (path, status, upstream, key) in rows {
        let line = lines.iter().find(|line| line["path"] == path).expect(path);
        assert_eq!(line["status"], status, "{line}");
        assert_eq!(line["upstreamStatus"], upstream, "{line}");
        assert_eq!(line["failure"].as_str().unwrap_or(""), key, "{line}");
        assert!(status != 200 || line["reason"].is_string(), "{line}");
    }
}
