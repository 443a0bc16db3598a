//! The whole gateway over sockets, as `gravel gateway run` starts it: each scenario passes, and gets the answer that tracing
//! the request gives, as `gravel gateway try` does, without a network.

use crate::replay::{
    self, Answer, Echo, Folder, answer_to, in_process, list, on_the_wire, seen, text_of, wrong,
};
use crate::support::{Backend, Client, Seen, read_request};
use crate::within::answer_of;
use gravitee_el::Engine;
use gravitee_el::gateway::run::Gateway;
use gravitee_el::gateway::{Registry, trace};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What a backend saw so far.
type Calls = Arc<Mutex<Vec<Json>>>;

#[test]
fn scenarios_pass_over_sockets_and_give_what_a_trace_gives() {
    let (backend, calls) = echo();
    let address = backend.address.to_string();
    let mut failures = BTreeMap::new();
    for (group, scenarios) in replay::groups(&address) {
        let site = Site::start(&group, &scenarios, &address);
        for scenario in &scenarios {
            let found = site.replay(scenario, &calls);
            if !found.is_empty() {
                let id = text_of(&scenario["id"]).to_owned();
                let why = format!("{id}: {}", found.join(" | "));
                failures.insert(id, why);
            }
        }
        site.gateway.stop();
    }
    crate::judge(&failures);
}

/// The backend of the records behind a socket.
fn echo() -> (Backend, Calls) {
    let calls = Calls::default();
    let log = Arc::clone(&calls);
    let backend = Backend::start(move |_, mut stream| {
        while let Some(request) = read_request(&mut stream) {
            let seen = told(&request);
            log.lock().expect("no script panics").push(seen.clone());
            if !answered(&mut stream, &seen) {
                return;
            }
        }
    });
    (backend, calls)
}

fn told(request: &Seen) -> Json {
    let mut line = request.line.split(' ');
    let (method, target) = (line.next().unwrap_or(""), line.next().unwrap_or(""));
    let body = String::from_utf8_lossy(&request.body);
    seen(method, target, &request.fields, &body)
}

/// Answers a call; false where the connection is over.
fn answered(stream: &mut TcpStream, seen: &Json) -> bool {
    let Some(answer) = answer_to(seen) else {
        return false;
    };
    std::thread::sleep(answer.delay);
    let mut text = format!("HTTP/1.1 {} Echo\r\n", answer.status);
    for (name, value) in &answer.headers {
        text += &format!("{name}: {value}\r\n");
    }
    let text = text + "\r\n" + &answer.body;
    stream.write_all(text.as_bytes()).is_ok()
}

/// A group of scenarios, served, and deployed a second time for tracing.
struct Site {
    gateway: Gateway,
    address: String,
    traced: Registry,
    backend: String,
    _folder: Folder,
}

impl Site {
    fn start(group: &str, scenarios: &[Json], backend: &str) -> Self {
        let folder = Folder::write("sockets", group, scenarios);
        let config = replay::config(scenarios);
        let engine = Arc::new(Engine::new());
        let gateway = Gateway::start(&folder.0, &config, &engine).expect("it starts");
        Site {
            address: gateway.addresses()[0].to_string(),
            gateway,
            traced: Registry::load(&folder.0, &config.settings, &engine).expect("a folder"),
            backend: backend.to_owned(),
            _folder: folder,
        }
    }

    fn replay(&self, scenario: &Json, calls: &Calls) -> Vec<String> {
        let mut all = Vec::new();
        for (at, request) in list(&scenario["requests"]).iter().enumerate() {
            calls.lock().expect("no script panics").clear();
            let answer = self.asked(request);
            let settle = request["settle_ms"].as_u64().unwrap_or(0);
            std::thread::sleep(Duration::from_millis(settle));
            let calls = calls.lock().expect("no script panics").clone();
            let mut found = wrong(request, &answer, &calls);
            if is_http(request) {
                found.extend(differs(&answer, &self.tried(request)));
            }
            all.extend(found.into_iter().map(|why| format!("request {at}: {why}")));
        }
        all
    }

    /// The answer over a socket.
    fn asked(&self, request: &Json) -> Answer {
        let mut client = Client::new(self.gateway.addresses()[0]);
        let start = Instant::now();
        client.try_send(on_the_wire(request, &self.address));
        let answer = client.answer(request["method"] == "HEAD");
        let millis = start.elapsed().as_millis();
        let headers = headers(&answer.head);
        let closes = headers
            .get("connection")
            .is_some_and(|value| value == "close");
        if closes {
            let soon = Duration::from_secs(5);
            assert!(client.closes_within(soon), "what is said is done");
        }
        Answer {
            status: StatusCode::from_u16(answer.status).expect("a status"),
            headers,
            body: String::from_utf8_lossy(&answer.body).into_owned(),
            closes,
            millis,
        }
    }

    /// The answer that a trace ends with.
    fn tried(&self, request: &Json) -> Answer {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let backend = Echo::at(&self.backend);
            let start = Instant::now();
            let request = in_process(request, &self.address);
            let (response, trace) = trace(&self.traced, &backend, request).await;
            assert!(!trace.events().is_empty(), "a trace tells something");
            answer_of(response, start.elapsed()).await
        })
    }
}

/// Whether the chain ever sees the request.
fn is_http(request: &Json) -> bool {
    let limit = 4_096;
    request["raw"]
        .as_str()
        .is_none_or(|raw| raw.contains("HTTP/1.") && raw.len() < limit)
}

fn headers(head: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in head.trim_end().split("\r\n").skip(1) {
        let (name, value) = line.split_once(':').expect("a field");
        let name: HeaderName = name.parse().expect("a name");
        let value = HeaderValue::from_bytes(value.trim().as_bytes()).expect("a value");
        headers.append(name, value);
    }
    headers
}

/// How the answers of both ways differ, but for what the wire adds and for identifiers, which are fresh each time.
fn differs(run: &Answer, tried: &Answer) -> Vec<String> {
    let mut found = Vec::new();
    if run.status != tried.status || run.closes != tried.closes {
        found.push(format!(
            "run says {} (closes: {}), try {} (closes: {})",
            run.status, run.closes, tried.status, tried.closes
        ));
    }
    let (run_headers, tried_headers) = (comparable(&run.headers), comparable(&tried.headers));
    if run_headers != tried_headers {
        let of_run: Vec<_> = run_headers.difference(&tried_headers).collect();
        let of_try: Vec<_> = tried_headers.difference(&run_headers).collect();
        found.push(format!("run alone has {of_run:?}, try alone {of_try:?}"));
    }
    let (run_body, tried_body) = (anonymous(&run.body), anonymous(&tried.body));
    if run_body != tried_body {
        found.push(format!("run says {run_body:?}, try {tried_body:?}"));
    }
    found
}

fn comparable(headers: &HeaderMap) -> BTreeSet<String> {
    const OF_THE_WIRE: [&str; 4] = ["connection", "content-length", "date", "transfer-encoding"];
    let lines = headers
        .iter()
        .filter(|(name, _)| !OF_THE_WIRE.contains(&name.as_str()));
    lines
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes());
            format!("{name}: {}", anonymous(&value))
        })
        .collect()
}

/// A text without identifiers.
fn anonymous(text: &str) -> String {
    const ID: &str = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";
    let id = regex::Regex::new(ID).expect("a pattern");
    id.replace_all(text, "ID").into_owned()
}
