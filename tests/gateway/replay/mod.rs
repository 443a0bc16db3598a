//! Scenarios: read, put into folders, sent, and compared with what was recorded.

mod answer;
mod echo;
mod folder;
mod request;

pub use answer::{Answer, wrong};
pub use echo::{Echo, answer_to, seen};
pub use folder::Folder;
pub use request::{in_process, on_the_wire};

use gravitee_el::gateway::config::Config;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The part of the project that holds the scenarios.
pub fn dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gateway")
}

/// The scenarios of a file, with the places of the backends put in.
pub fn scenarios(file: &str, backend: &str) -> Vec<Json> {
    let text = fs::read_to_string(dir().join(file)).expect("the scenarios");
    let port = backend.rsplit(':').next().expect("a port");
    let text = text
        .replace("{{BACKEND}}", &format!("http://{backend}"))
        .replace("{{BACKEND_HOSTPORT}}", backend)
        .replace("{{BACKEND_PORT}}", port)
        .replace("{{CLOSED}}", "http://127.0.0.1:9");
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("a scenario"))
        .collect()
}

/// All scenarios by the groups that are deployed together.
pub fn groups(backend: &str) -> BTreeMap<String, Vec<Json>> {
    let mut groups: BTreeMap<String, Vec<Json>> = BTreeMap::new();
    for file in ["scenarios.jsonl", "own.jsonl"] {
        for scenario in scenarios(file, backend) {
            let group = text_of(&scenario["group"]).to_owned();
            groups.entry(group).or_default().push(scenario);
        }
    }
    groups
}

/// The configuration of a group, with the shipped gateway's behaviour where ours differs on purpose.
pub fn config(scenarios: &[Json]) -> Config {
    let mut flags = vec![
        ("flows.onParseError".to_owned(), "skip".to_owned()),
        ("errors.exposeElDetails".to_owned(), "false".to_owned()),
        ("http.normalizePath".to_owned(), "false".to_owned()),
        ("http.forwardedFor".to_owned(), "false".to_owned()),
        ("http.threads".to_owned(), "1".to_owned()),
        ("accessLog.target".to_owned(), "off".to_owned()),
    ];
    let written = scenarios[0]["config"].as_object();
    for (name, value) in written.into_iter().flatten() {
        flags.push((name.clone(), text_of(value).to_owned()));
    }
    let listen = [([127, 0, 0, 1], 0).into()];
    Config::load(None, [], &flags, &listen).expect("settings that are known")
}

pub fn text_of(json: &Json) -> &str {
    json.as_str().unwrap_or("")
}

pub fn list(json: &Json) -> &[Json] {
    json.as_array().map_or(&[], Vec::as_slice)
}
