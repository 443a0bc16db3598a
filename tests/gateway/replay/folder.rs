//! The folder of a group of scenarios, as the gateway reads it.

use super::{list, text_of};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder with the definitions and side files of a group, gone when it is dropped.
pub struct Folder(pub PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Folder {
    pub fn write(kind: &str, group: &str, scenarios: &[Json]) -> Self {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("scenarios-{kind}-{}-{group}", std::process::id()));
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

    fn put(&self, name: &str, json: &Json) {
        fs::write(self.0.join(name), json.to_string()).expect("a file");
    }
}
