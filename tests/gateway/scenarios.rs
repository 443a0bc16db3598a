//! Scenarios as they are written, and the folders that a gateway reads for them.

use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// All scenarios by group, the recorded ones and our own, for a backend at `backend` and an address where nobody listens.
pub fn read(backend: &str, closed: &str) -> BTreeMap<String, Vec<Json>> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gateway");
    let read = |name| fs::read_to_string(dir.join(name)).expect("the scenarios");
    let (_, port) = backend.rsplit_once(':').expect("an address has a port");
    let text = read("scenarios.jsonl") + &read("own.jsonl");
    let mut groups: BTreeMap<String, Vec<Json>> = BTreeMap::new();
    for line in text
        .replace("{{BACKEND}}", &format!("http://{backend}"))
        .replace("{{BACKEND_HOSTPORT}}", backend)
        .replace("{{BACKEND_PORT}}", port)
        .replace("{{CLOSED}}", &format!("http://{closed}"))
        .lines()
    {
        let scenario: Json = serde_json::from_str(line).expect("a scenario");
        let group = text_of(&scenario["group"]).to_owned();
        groups.entry(group).or_default().push(scenario);
    }
    groups
}

pub fn text_of(json: &Json) -> &str {
    json.as_str().unwrap_or("")
}

pub fn list(json: &Json) -> &[Json] {
    json.as_array().map_or(&[], Vec::as_slice)
}

/// A folder with the definitions and side files of a group, gone when it is dropped.
pub struct Folder(pub PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Folder {
    pub fn write(group: &str, scenarios: &[Json]) -> Self {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("scenarios-{}-{group}", std::process::id()));
        fs::create_dir_all(dir.join("shared-policy-groups")).expect("a folder");
        let folder = Folder(dir);
        let (mut organizations, mut dictionaries) = (BTreeMap::new(), BTreeMap::new());
        let mut names = BTreeSet::new();
        for scenario in scenarios {
            let id = text_of(&scenario["id"]);
            let definition = &scenario["definition"];
            for definition in definition.as_array().unwrap_or(&vec![definition.clone()]) {
                let name = format!("{}.json", text_of(&definition["id"]));
                assert!(names.insert(name.clone()), "{name} is there once");
                folder.put(&name, definition);
            }
            let side = &scenario["side"];
            for (member, ending) in [("subscriptions", "subscriptions"), ("apikeys", "apikeys")] {
                if side[member].is_array() {
                    folder.put(&format!("{id}.{ending}.json"), &side[member]);
                }
            }
            for (member, all) in [
                ("organizations", &mut organizations),
                ("dictionaries", &mut dictionaries),
            ] {
                for one in list(&side[member]) {
                    all.insert(text_of(&one["id"]).to_owned(), one.clone());
                }
            }
            for shared in list(&side["shared_policy_groups"]) {
                folder.put(
                    &format!("shared-policy-groups/{}.json", text_of(&shared["id"])),
                    shared,
                );
            }
        }
        for (name, all) in [
            ("organization.json", organizations),
            ("dictionaries.json", dictionaries),
        ] {
            if !all.is_empty() {
                folder.put(name, &all.into_values().collect::<Json>());
            }
        }
        folder
    }

    pub fn put(&self, name: &str, json: &Json) {
        fs::write(self.0.join(name), json.to_string()).expect("a file");
    }
}
