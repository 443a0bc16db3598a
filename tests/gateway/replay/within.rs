//! The chain within this process: each request goes through it with an upstream that answers as the recorded backend did.

use crate::replay::{self, Answer, Echo, Folder, in_process, list, text_of, wrong};
use gravitee_el::Engine;
use gravitee_el::gateway::exchange::{CloseConnection, Report};
use gravitee_el::gateway::{Registry, handle};
use http_body_util::BodyExt;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Scenarios about octets on the wire, which the chain never sees.
const NEED_SOCKETS: [&str; 1] = ["x27"];

const BACKEND: &str = "127.0.0.1:18080";
const GATEWAY: &str = "127.0.0.1:8082";

#[test]
fn scenarios_pass_within_this_process() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime");
    let tally = runtime.block_on(replay());
    for (spec, (passed, all)) in &tally.by_spec {
        println!("{passed:4} of {all:4}  {spec}");
    }
    crate::judge(&tally.failures);
}

#[derive(Default)]
struct Tally {
    by_spec: BTreeMap<String, (usize, usize)>,
    failures: BTreeMap<String, String>,
}

async fn replay() -> Tally {
    let engine = Arc::new(Engine::new());
    let mut tally = Tally::default();
    for (group, mut scenarios) in replay::groups(BACKEND) {
        scenarios.retain(|scenario| !NEED_SOCKETS.contains(&text_of(&scenario["id"])));
        let folder = Folder::write("within", &group, &scenarios);
        let settings = replay::config(&scenarios).settings;
        let registry = Registry::load(&folder.0, &settings, &engine).expect("a folder");
        for scenario in &scenarios {
            run(&registry, scenario, &mut tally).await;
        }
    }
    tally
}

async fn run(registry: &Registry, scenario: &Json, tally: &mut Tally) {
    let id = text_of(&scenario["id"]);
    let mut differences = Vec::new();
    for (at, request) in list(&scenario["requests"]).iter().enumerate() {
        let found = exchange_of(registry, request).await;
        differences.extend(found.into_iter().map(|why| format!("request {at}: {why}")));
    }
    let spec = text_of(&scenario["spec"]).to_owned();
    let (passed, all) = tally.by_spec.entry(spec).or_default();
    *all += 1;
    match differences.is_empty() {
        true => *passed += 1,
        false => {
            let why = format!("{id}: {}", differences.join(" | "));
            tally.failures.insert(id.to_owned(), why);
        }
    }
}

async fn exchange_of(registry: &Registry, written: &Json) -> Vec<String> {
    let backend = Echo::at(BACKEND);
    let start = Instant::now();
    let response = handle(registry, &backend, in_process(written, GATEWAY)).await;
    let answer = answer_of(response, start.elapsed()).await;
    wrong(written, &answer, &backend.calls.into_inner())
}

/// A response as an answer.
pub async fn answer_of(
    response: http::Response<gravitee_el::gateway::exchange::Body>,
    elapsed: Duration,
) -> Answer {
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
