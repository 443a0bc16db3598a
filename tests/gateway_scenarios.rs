//! What the real gateway did, replayed in this process: each recorded request goes through the chain with an upstream that
//! answers as the recorded backend did, and what comes out is compared with the record. Beside them stand scenarios of our
//! own, in the same form, for rules that no record covers.
//!
//! Every scenario passes but those that are named here, with the reason; a scenario that is named and passes is a failure
//! too, so that the list cannot go stale.
#![cfg(feature = "gateway")]

#[path = "gateway/scenarios.rs"]
mod scenarios;

use bytes::Bytes;
use gravitee_el::Engine;
use gravitee_el::gateway::exchange::{
    self, Body, CloseConnection, Connection, Report, Target, Upstream, UpstreamError,
};
use gravitee_el::gateway::settings::{OnParseError, Settings};
use gravitee_el::gateway::{Registry, handle, trace};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, Version};
use http_body_util::BodyExt;
use scenarios::{Folder, list, text_of};
use serde_json::{Value as Json, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// Scenarios that need plans still to come.
const NEED_JWT: [&str; 5] = ["s26-v4", "s26c-v4", "s27-v4", "s29-v4", "s42-v4"];

/// Scenarios about bytes on the wire, which the chain never sees.
const NEED_SOCKETS: [&str; 1] = ["x27"];

const BACKEND: &str = "127.0.0.1:18080";
const CLOSED: &str = "127.0.0.1:9";
const GATEWAY: &str = "127.0.0.1:8082";

#[test]
fn recorded_scenarios_pass() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime");
    let outcome = runtime.block_on(replay());
    for (spec, (passed, all)) in &outcome.by_spec {
        println!("{passed:4} of {all:4}  {spec}");
    }
    let unnamed: Vec<&String> = outcome
        .failures
        .iter()
        .filter(|(id, _)| !NEED_JWT.contains(&id.as_str()))
        .map(|(_, why)| why)
        .collect();
    let stale: Vec<&&str> = NEED_JWT
        .iter()
        .filter(|id| !outcome.failures.contains_key(**id))
        .collect();
    assert!(
        unnamed.is_empty(),
        "{} scenarios fail:\n{}",
        unnamed.len(),
        join(&unnamed)
    );
    assert!(stale.is_empty(), "these scenarios pass by now: {stale:?}");
}

fn join(lines: &[&String]) -> String {
    lines.iter().map(|line| format!("  {line}\n")).collect()
}

#[derive(Default)]
struct Tally {
    by_spec: BTreeMap<String, (usize, usize)>,
    failures: BTreeMap<String, String>,
}

async fn replay() -> Tally {
    let mut groups = scenarios::read(BACKEND, CLOSED);
    for scenarios in groups.values_mut() {
        scenarios.retain(|scenario| !NEED_SOCKETS.contains(&text_of(&scenario["id"])));
    }
    let engine = Arc::new(Engine::new());
    let mut tally = Tally::default();
    for (group, scenarios) in groups.iter().filter(|(_, all)| !all.is_empty()) {
        let folder = Folder::write(group, scenarios);
        let settings = settings(&scenarios[0]["config"]);
        let registry = Registry::load(&folder.0, &settings, &engine).expect("a folder");
        for scenario in scenarios {
            run(&registry, scenario, &mut tally).await;
        }
    }
    tally
}

async fn run(registry: &Registry, scenario: &Json, tally: &mut Tally) {
    let id = text_of(&scenario["id"]);
    let mut wrong = Vec::new();
    for (at, request) in list(&scenario["requests"]).iter().enumerate() {
        wrong.extend(
            exchange_of(registry, request)
                .await
                .into_iter()
                .map(|why| format!("request {at}: {why}")),
        );
    }
    let (passed, all) = tally
        .by_spec
        .entry(text_of(&scenario["spec"]).to_owned())
        .or_default();
    *all += 1;
    match wrong.is_empty() {
        true => *passed += 1,
        false => {
            tally
                .failures
                .insert(id.to_owned(), format!("{id}: {}", wrong.join(" | ")));
        }
    }
}

/// One request and its answer; what differs from the record and from what counts as right beside it.
async fn exchange_of(registry: &Registry, written: &Json) -> Vec<String> {
    let backend = Echo::default();
    let start = Instant::now();
    let response = handle(registry, &backend, request(written)).await;
    let answer = Answer::of(response, start.elapsed()).await;
    let calls = backend.0.into_inner();
    let wrong = differences(&written["expect"], &answer, &calls);
    let accepted = list(&written["accept"])
        .iter()
        .any(|other| differences(other, &answer, &calls).is_empty());
    let mut wrong = if accepted { Vec::new() } else { wrong };

    let backend = Echo::default();
    let (traced, events) = trace(registry, &backend, request(written)).await;
    if traced.status() != answer.status && written["settle_ms"].is_null() {
        wrong.push(format!(
            "traced: status {} is not {}",
            traced.status(),
            answer.status
        ));
    }
    assert!(!events.events().is_empty(), "a trace tells something");
    wrong
}

// ---------------------------------------------------------------------------------------------------------- requests

fn request(written: &Json) -> http::Request<Body> {
    let mut request = match written["raw"].as_str() {
        Some(raw) => raw_request(raw),
        None => described_request(written),
    };
    let address = "127.0.0.1:50000".parse().expect("an address");
    request.extensions_mut().insert(Connection {
        remote: address,
        local: GATEWAY.parse().expect("an address"),
        tls: false,
        received: Instant::now(),
        timestamp: SystemTime::now(),
    });
    request
}

/// The head of a request as bytes: request line and headers.
fn raw_request(raw: &str) -> http::Request<Body> {
    let mut lines = raw.split("\r\n");
    let line: Vec<&str> = lines.next().unwrap_or("").split(' ').collect();
    let mut request = http::Request::new(exchange::empty());
    *request.method_mut() = line[0].parse().expect("a method");
    *request.uri_mut() = line[1].parse().expect("a target");
    *request.version_mut() = match line[2] {
        "HTTP/1.0" => Version::HTTP_10,
        _ => Version::HTTP_11,
    };
    for line in lines.filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(": ").expect("a header");
        add(request.headers_mut(), name, value);
    }
    request
}

fn described_request(written: &Json) -> http::Request<Body> {
    let method = written["method"].as_str().unwrap_or("GET");
    let body = written["body"].as_str();
    let mut request = http::Request::new(match body {
        Some(body) if !body.is_empty() => exchange::full(body.to_owned()),
        _ => exchange::empty(),
    });
    *request.method_mut() = method.parse().expect("a method");
    *request.uri_mut() = text_of(&written["path"]).parse::<Uri>().expect("a target");
    for (name, value) in written["headers"].as_object().into_iter().flatten() {
        for value in value.as_array().unwrap_or(&vec![value.clone()]) {
            add(request.headers_mut(), name, text_of(value));
        }
    }
    let has_body = body.is_some() || ["POST", "PUT", "PATCH"].contains(&method);
    let headers = request.headers_mut();
    if !headers.contains_key("host") {
        add(headers, "host", GATEWAY);
    }
    if has_body && !headers.contains_key("content-length") {
        add(
            headers,
            "content-length",
            &body.unwrap_or("").len().to_string(),
        );
    }
    request
}

fn add(headers: &mut HeaderMap, name: &str, value: &str) {
    let name: HeaderName = name.parse().expect("a header name");
    headers.append(name, HeaderValue::from_str(value).expect("a header value"));
}

// ----------------------------------------------------------------------------------------------------------- backend

/// The backend of the record: it tells what it saw, or does what headers of the request ask for.
#[derive(Default)]
struct Echo(RefCell<Vec<Json>>);

impl Upstream for Echo {
    async fn send(
        &self,
        target: &Target,
        request: http::Request<Body>,
    ) -> Result<http::Response<Body>, UpstreamError> {
        let address = format!("{}:{}", target.host, target.port);
        if address != BACKEND {
            return Err(UpstreamError::Connect(format!(
                "{address}: connection refused"
            )));
        }
        let limit = target.options.read_timeout;
        match tokio::time::timeout(limit, self.answer(request)).await {
            Ok(answer) => answer,
            Err(_) => Err(UpstreamError::ReadTimeout),
        }
    }
}

impl Echo {
    async fn answer(
        &self,
        request: http::Request<Body>,
    ) -> Result<http::Response<Body>, UpstreamError> {
        let (head, body) = request.into_parts();
        assert!(
            head.headers.contains_key("host"),
            "every request names its host"
        );
        let body = body
            .collect()
            .await
            .map_err(UpstreamError::RequestBody)?
            .to_bytes();
        let seen = seen(&head, &body);
        self.0.borrow_mut().push(seen.clone());
        let ask = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok());
        if let Some(millis) = ask("x-echo-delay") {
            tokio::time::sleep(Duration::from_millis(millis.parse().expect("a number"))).await;
        }
        if ask("x-echo-close").is_some() {
            return Err(UpstreamError::Closed("end of stream".to_owned()));
        }
        let (body, kind) = match ask("x-echo-body") {
            Some(body) => (body.to_owned(), ask("x-echo-type").unwrap_or("text/plain")),
            None => (seen.to_string(), "application/json"),
        };
        let mut response = http::Response::new(exchange::empty());
        let status = ask("x-echo-status").map_or(200, |status| status.parse().expect("a status"));
        *response.status_mut() = StatusCode::from_u16(status).expect("a status");
        let headers = response.headers_mut();
        if ask("x-echo-notype").is_none() {
            add(headers, "content-type", kind);
        }
        add(headers, "content-length", &body.len().to_string());
        for lines in head.headers.get_all("x-echo-header") {
            for line in lines.to_str().expect("a text").split(" || ") {
                let (name, value) = line.split_once(':').unwrap_or((line, ""));
                add(headers, name.trim(), value.trim());
            }
        }
        if head.method != Method::HEAD {
            *response.body_mut() = exchange::full(body);
        }
        Ok(response)
    }
}

fn seen(head: &http::request::Parts, body: &Bytes) -> Json {
    let mut headers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in &head.headers {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        headers.entry(name.to_string()).or_default().push(value);
    }
    json!({
        "method": head.method.as_str(), "path": head.uri.path(), "query": head.uri.query().unwrap_or(""),
        "headers": headers, "body": String::from_utf8_lossy(body),
    })
}

// ------------------------------------------------------------------------------------------------------------ answers

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
    closes: bool,
    millis: u128,
}

impl Answer {
    async fn of(response: http::Response<Body>, elapsed: Duration) -> Self {
        let (head, body) = response.into_parts();
        assert!(
            head.extensions.get::<Report>().is_some(),
            "every answer brings a report"
        );
        let body = body.collect().await.expect("a body").to_bytes();
        let closes = head.extensions.get::<CloseConnection>().is_some();
        let says_close = head
            .headers
            .get("connection")
            .is_some_and(|value| value == "close");
        assert_eq!(closes, says_close, "header and extension say the same");
        Answer {
            status: head.status,
            headers: head.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            closes,
            millis: elapsed.as_millis(),
        }
    }
}

fn differences(expect: &Json, answer: &Answer, calls: &[Json]) -> Vec<String> {
    let mut wrong = Vec::new();
    let status = json!(answer.status.as_u16());
    let wanted = &expect["status"];
    if !(wanted.is_null() || *wanted == status || list(wanted).contains(&status)) {
        wrong.push(format!("status {status} wanted {wanted}"));
    }
    for (name, wanted) in expect["headers"].as_object().into_iter().flatten() {
        let found: Vec<&str> = answer
            .headers
            .get_all(name)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .collect();
        if !matches(wanted, &found) {
            wrong.push(format!("header {name}: {found:?} wanted {wanted}"));
        }
    }
    if let Some(wanted) = expect.get("body") {
        let found: Vec<&str> = match answer.body.is_empty() && *wanted != "" {
            true => Vec::new(),
            false => vec![&answer.body],
        };
        if !matches(wanted, &found) {
            wrong.push(format!("body {:?} wanted {wanted}", answer.body));
        }
    }
    if let Some(wanted) = expect.get("body_json") {
        let found: Json = serde_json::from_str(&answer.body).unwrap_or_default();
        if found != *wanted {
            wrong.push(format!("body {:?} wanted JSON {wanted}", answer.body));
        }
    }
    if let Some(wanted) = expect.get("connection") {
        let found = if answer.closes { "close" } else { "keep" };
        if found != wanted {
            wrong.push(format!("connection {found} wanted {wanted}"));
        }
    }
    let millis = |name: &str| expect[name].as_u64().map(u128::from);
    if millis("max_ms").is_some_and(|most| answer.millis > most)
        || millis("min_ms").is_some_and(|least| answer.millis < least)
    {
        wrong.push(format!("took {} ms", answer.millis));
    }
    wrong.extend(backend_differences(&expect["backend"], calls));
    wrong
}

fn backend_differences(expect: &Json, calls: &[Json]) -> Vec<String> {
    let mut wrong = Vec::new();
    if expect["calls"]
        .as_u64()
        .is_some_and(|wanted| wanted != calls.len() as u64)
    {
        wrong.push(format!(
            "backend calls {} wanted {}",
            calls.len(),
            expect["calls"]
        ));
    }
    let Some(rest) = expect
        .as_object()
        .filter(|expect| expect.keys().any(|key| key != "calls"))
    else {
        return wrong;
    };
    let Some(call) = calls.last() else {
        wrong.push("the backend was not called".to_owned());
        return wrong;
    };
    for (name, wanted) in rest
        .iter()
        .filter(|(name, _)| !["calls", "headers"].contains(&name.as_str()))
    {
        if !matches(wanted, &[text_of(&call[name])]) {
            wrong.push(format!("backend {name} {} wanted {wanted}", call[name]));
        }
    }
    for (name, wanted) in rest
        .get("headers")
        .and_then(Json::as_object)
        .into_iter()
        .flatten()
    {
        let found = &call["headers"][name.to_lowercase()];
        let found: Vec<&str> = list(found).iter().map(text_of).collect();
        if !matches(wanted, &found) {
            wrong.push(format!("backend header {name}: {found:?} wanted {wanted}"));
        }
    }
    wrong
}

/// Null for absent, a text for exactly one value, a list for exactly these, or a pattern, a part, anything.
fn matches(wanted: &Json, found: &[&str]) -> bool {
    match wanted {
        Json::Null => found.is_empty(),
        Json::String(text) => found == [text.as_str()],
        Json::Array(values) => values.iter().map(text_of).eq(found.iter().copied()),
        _ => {
            let pattern = wanted["regex"]
                .as_str()
                .map(|text| regex::Regex::new(&format!("^(?s:{text})$")).expect("a pattern"));
            let part = wanted["contains"].as_str();
            !found.is_empty()
                && pattern.is_none_or(|pattern| found.iter().all(|found| pattern.is_match(found)))
                && part.is_none_or(|part| found.iter().any(|found| found.contains(part)))
        }
    }
}

// ----------------------------------------------------------------------------------------------------------- settings

/// The settings of a group, with the shipped gateway's behaviour where ours differs on purpose.
fn settings(config: &Json) -> Settings {
    let mut settings = Settings {
        on_parse_error: OnParseError::Skip,
        expose_el_details: false,
        normalize_path: false,
        ..Settings::default()
    };
    for (name, value) in config.as_object().into_iter().flatten() {
        let value = text_of(value);
        match name.as_str() {
            "api.allowOverlappingContext" => settings.allow_overlapping_context = value == "true",
            "api.security.verbose401" => settings.verbose_401 = value == "true",
            "tenant" => settings.tenant = Some(value.to_owned()),
            "http.requestTimeout" => {
                settings.request_timeout = Duration::from_millis(value.parse().expect("a number"));
            }
            other => panic!("the setting `{other}` is unknown here"),
        }
    }
    settings
}
