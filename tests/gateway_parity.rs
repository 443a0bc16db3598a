//! `gravel gateway try` means exactly what `gravel gateway run` means: the same octets of each scenario, sent to a gateway with a
//! backend and tried without a network on what that backend did, are answered alike.
//!
//! Alike are status, headers and body; identifiers and moments differ by nature. Where the gateway called its backend, the
//! trial must have called it in the same way.
#![cfg(all(feature = "cli", feature = "gateway"))]

#[path = "gateway/replay/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "what replays within this process is not needed here"
)]
mod replay;
#[path = "gateway/network/support.rs"]
#[allow(dead_code, reason = "the other tests of the network need the rest")]
mod support;

use regex::Regex;
use replay::{Folder, groups, list, text_of};
use serde_json::{Value as Json, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;
use support::{Answer, Backend, Client, Seen, read_request};

/// Scenarios whose calls hang on which endpoint a balancer has reached: a trial always begins anew, so only answers are
/// compared.
const BALANCED: [&str; 3] = ["s46b-v4", "w76", "x30-v4"];

/// What a call of the gateway looked like, and what the backend did about it.
#[derive(Clone, Debug)]
struct Call {
    line: String,
    answer: Vec<u8>,
    delay: u64,
    closes: bool,
}

type Calls = Arc<Mutex<Vec<Call>>>;

fn backend() -> (Backend, Calls) {
    let calls = Calls::default();
    let log = Arc::clone(&calls);
    let backend = Backend::start(move |_, mut stream| {
        while let Some(seen) = read_request(&mut stream) {
            let call = Call::to(&seen);
            log.lock().expect("no script panics").push(call.clone());
            std::thread::sleep(Duration::from_millis(call.delay));
            if call.closes || !give(&mut stream, &seen, &call) {
                return;
            }
        }
    });
    (backend, calls)
}

fn give(stream: &mut TcpStream, seen: &Seen, call: &Call) -> bool {
    let end = call.answer.windows(4).position(|four| four == b"\r\n\r\n");
    let head = end.map_or(0, |end| end + 4);
    let shown = match seen.line.starts_with("HEAD ") {
        true => &call.answer[..head],
        false => &call.answer,
    };
    stream.write_all(shown).is_ok()
}

impl Call {
    /// What headers of the request ask for, as the recorded backend understands them.
    fn to(seen: &Seen) -> Self {
        let ask = |name: &str| seen.field(name).first().copied();
        let (method, rest) = seen.line.split_once(' ').unwrap_or_default();
        let target = rest.strip_suffix(" HTTP/1.1").unwrap_or(rest);
        let echo = json!({"method": method, "target": target, "body": String::from_utf8_lossy(&seen.body)});
        let body = ask("x-echo-body").map_or_else(|| echo.to_string(), str::to_owned);
        let kind = match ask("x-echo-body") {
            Some(_) => ask("x-echo-type").unwrap_or("text/plain"),
            None => "application/json",
        };
        let mut answer = format!(
            "HTTP/1.1 {} Said\r\n",
            ask("x-echo-status").unwrap_or("200")
        );
        if ask("x-echo-notype").is_none() {
            answer += &format!("content-type: {kind}\r\n");
        }
        for lines in seen.field("x-echo-header") {
            for line in lines.split(" || ") {
                let (name, value) = line.split_once(':').unwrap_or((line, ""));
                answer += &format!("{}: {}\r\n", name.trim(), value.trim());
            }
        }
        answer += &format!("content-length: {}\r\n\r\n{body}", body.len());
        let delay = ask("x-echo-delay").map_or(0, |delay| delay.parse().expect("a number"));
        Call {
            line: format!("{method} {target}"),
            answer: answer.into_bytes(),
            delay,
            closes: ask("x-echo-close").is_some(),
        }
    }
}

/// A gateway as a process of its own.
struct Running(Child, SocketAddr);

impl Running {
    fn start(folder: &Folder, settings: &[String]) -> Self {
        let mut child = gravel("run", folder, settings)
            .args(["--listen", "127.0.0.1:0", "--access-log", "off"])
            .stderr(Stdio::piped())
            .spawn()
            .expect("gravel runs");
        let mut lines = BufReader::new(child.stderr.take().expect("it is piped")).lines();
        let address = lines.by_ref().find_map(|line| {
            let line = line.expect("a line");
            line.strip_prefix("listening on http://")?.parse().ok()
        });
        // Whoever writes into a pipe that nobody reads stops.
        std::thread::spawn(move || lines.for_each(drop));
        Running(child, address.expect("it listens"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn gravel(command: &str, folder: &Folder, settings: &[String]) -> Command {
    let mut gravel = Command::new(env!("CARGO_BIN_EXE_gravel"));
    gravel.args(["gateway", command]).arg(&folder.0);
    for setting in settings {
        gravel.args(["--set", setting]);
    }
    gravel
}

/// The settings of a group, and those that make ours the shipped gateway's.
fn settings(config: &Json) -> Vec<String> {
    let shipped = [
        "flows.onParseError=skip",
        "errors.exposeElDetails=false",
        "http.normalizePath=false",
    ];
    let own = config.as_object().into_iter().flatten();
    let own = own.map(|(name, value)| format!("{name}={}", text_of(value)));
    own.chain(shipped.map(str::to_owned)).collect()
}

/// The octets of a request.
fn octets(written: &Json) -> Vec<u8> {
    if let Some(raw) = written["raw"].as_str() {
        return raw.as_bytes().to_vec();
    }
    let method = written["method"].as_str().unwrap_or("GET");
    let body = written["body"].as_str();
    let mut text = format!("{method} {} HTTP/1.1\r\n", text_of(&written["path"]));
    let (mut host, mut length) = (false, false);
    for (name, value) in written["headers"].as_object().into_iter().flatten() {
        host |= name.eq_ignore_ascii_case("host");
        length |= name.eq_ignore_ascii_case("content-length");
        for value in value.as_array().unwrap_or(&vec![value.clone()]) {
            text += &format!("{name}: {}\r\n", text_of(value));
        }
    }
    if !host {
        text += "Host: gw.test\r\n";
    }
    let has_body = body.is_some() || ["POST", "PUT", "PATCH"].contains(&method);
    if has_body && !length {
        text += &format!("Content-Length: {}\r\n", body.unwrap_or("").len());
    }
    format!("{text}\r\n{}", body.unwrap_or("")).into_bytes()
}

/// What is the same each time: no date, and no identifiers.
#[derive(Debug, PartialEq)]
struct Told {
    status: u64,
    headers: Vec<(String, String)>,
    body: String,
}

fn steady(text: &str) -> String {
    static VARIES: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|1[0-9]{12}")
            .expect("a pattern")
    });
    VARIES.replace_all(text, "…").into_owned()
}

impl Told {
    fn new(status: u64, headers: impl Iterator<Item = (String, String)>, body: &str) -> Self {
        let headers = headers.filter(|(name, _)| name != "date");
        let mut headers: Vec<_> = headers
            .map(|(name, value)| (name, steady(&value)))
            .collect();
        headers.sort();
        Told {
            status,
            headers,
            body: steady(body),
        }
    }

    fn by_gateway(answer: &Answer) -> Self {
        let fields = answer.head.lines().filter_map(|line| line.split_once(':'));
        let fields = fields.map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()));
        let body = String::from_utf8_lossy(&answer.body);
        Told::new(answer.status.into(), fields, &body)
    }

    fn by_trial(trial: &Json) -> Self {
        let answer = &trial["answer"];
        let fields = answer["headers"].as_object().into_iter().flatten();
        let fields = fields.flat_map(|(name, values)| {
            let values = list(values).iter();
            values.map(|value| (name.clone(), text_of(value).to_owned()))
        });
        let status = answer["status"].as_u64().expect("a status");
        Told::new(status, fields, text_of(&answer["body"]))
    }
}

/// The call of the backend that the trial tells of: authority, and method with target.
fn called(trial: &Json) -> Option<(String, String)> {
    let is_call = |event: &&Json| event["event"] == "backend-request";
    let event = list(&trial["events"]).iter().find(is_call)?;
    let url = text_of(&event["url"]).strip_prefix("http://")?;
    let (authority, target) = url.split_at(url.find(['/', '?']).unwrap_or(url.len()));
    Some((
        authority.to_owned(),
        format!("{} {target}", text_of(&event["method"])),
    ))
}

struct Trial<'t> {
    folder: &'t Folder,
    settings: &'t [String],
}

impl Trial<'_> {
    fn run(&self, request: &[u8], flags: &[String]) -> Json {
        let file = self.folder.0.join("request.http");
        fs::write(&file, request).expect("a file");
        let output = gravel("try", self.folder, self.settings)
            .args(["--format", "json", "--request"])
            .arg(&file)
            .args(flags)
            .output()
            .expect("gravel runs");
        let why = || String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{}", why());
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", why()))
    }

    /// What a trial has to know of a backend that did this.
    fn flags(&self, call: &Call) -> Vec<String> {
        let file = self.folder.0.join("backend.http");
        fs::write(&file, &call.answer).expect("a file");
        let outcome = match call.closes {
            true => ["--backend-failure".to_owned(), "closed".to_owned()],
            false => ["--backend-response".to_owned(), file.display().to_string()],
        };
        let delay = ["--backend-delay".to_owned(), call.delay.to_string()];
        outcome.into_iter().chain(delay).collect()
    }
}

/// What differs between gateway and trial, for one request.
#[derive(Debug)]
#[allow(dead_code, reason = "read where it is printed")]
enum Difference {
    Answer { told: Told, tried: Told },
    Call([Option<String>; 2]),
}

/// Sends a request to the gateway, and tries it.
fn differences(
    gateway: &Running,
    backend: &Backend,
    calls: &Calls,
    trial: &Trial<'_>,
    written: &Json,
) -> Option<Difference> {
    let request = octets(written);
    calls.lock().expect("no script panics").clear();
    let mut client = Client::new(gateway.1);
    client.send(&request);
    let told = Told::by_gateway(&client.answer(request.starts_with(b"HEAD ")));
    let call = calls.lock().expect("no script panics").last().cloned();

    let flags = call
        .as_ref()
        .map_or_else(Vec::new, |call| trial.flags(call));
    let mut tried = trial.run(&request, &flags);
    let authority = backend.address.to_string();
    if called(&tried).is_some_and(|(called, _)| called != authority) {
        tried = trial.run(
            &request,
            &["--backend-failure".to_owned(), "refused".to_owned()],
        );
    }
    let line = called(&tried).filter(|(called, _)| *called == authority);
    let (line, called) = (line.map(|(_, line)| line), call.map(|call| call.line));
    let tried = Told::by_trial(&tried);
    if told != tried {
        return Some(Difference::Answer { told, tried });
    }
    (line != called).then_some(Difference::Call([called, line]))
}

fn copy(name: &str, from: &Folder, to: &Folder) {
    if from.0.join(name).exists() {
        fs::copy(from.0.join(name), to.0.join(name)).expect("it can be copied");
    }
}

#[test]
fn a_trial_answers_each_scenario_as_the_gateway_does() {
    let (backend, calls) = backend();
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (group, scenarios) in groups(&backend.address.to_string()) {
        let folder = Folder::write("parity", &group, &scenarios);
        let settings = settings(&scenarios[0]["config"]);
        let gateway = Running::start(&folder, &settings);
        for scenario in &scenarios {
            let id = text_of(&scenario["id"]);
            // A trial deploys for each request; what belongs to other scenarios would only take time.
            let alone = Folder::write("alone", id, std::slice::from_ref(scenario));
            for shared in ["organization.json", "dictionaries.json"] {
                copy(shared, &folder, &alone);
            }
            let trial = Trial {
                folder: &alone,
                settings: &settings,
            };
            for (at, request) in list(&scenario["requests"]).iter().enumerate() {
                compared += 1;
                let difference = differences(&gateway, &backend, &calls, &trial, request);
                let passed_over =
                    |why: &Difference| matches!(why, Difference::Call(_)) && BALANCED.contains(&id);
                if let Some(why) = difference.filter(|why| !passed_over(why)) {
                    wrong.push(format!("{id}, request {at}: {why:?}"));
                }
            }
        }
    }
    assert!(compared > 400, "only {compared} requests were compared");
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_difference_would_be_seen() {
    let (backend, calls) = backend();
    let text = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/gateway/orders.json"),
    );
    let definition: Json = serde_json::from_str(&text.expect("the example")).expect("JSON");
    let scenario = json!({"id": "seen", "definition": definition});
    let served = Folder::write("parity", "served", &[scenario]);
    let other = Folder::write(
        "parity",
        "other",
        &[json!({"id": "other", "definition": []})],
    );
    let gateway = Running::start(&served, &[]);
    let trial = Trial {
        folder: &other,
        settings: &[],
    };
    let request = json!({"path": "/orders/42", "method": "DELETE"});
    let why = differences(&gateway, &backend, &calls, &trial, &request);
    assert!(
        matches!(&why, Some(Difference::Answer { told, tried }) if told.status != 404 && tried.status == 404),
        "{why:?}"
    );
}
