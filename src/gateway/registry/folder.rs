//! The files of a folder by what they hold: definitions, and what the Java gateway has in its database.

use super::keys::Keys;
use super::variables::Dictionaries;
use super::{Draft, GroupTable, Registry, chain};
use crate::diagnostic::Severity;
use crate::gateway::definition::side::{
    ApiKey, Dictionary, Organization, SharedPolicyGroup, Subscription,
};
use crate::gateway::definition::{self, Unreadable};
use crate::gateway::finding::{Finding, Place, Source};
use crate::gateway::flow::Chain;
use serde::de::DeserializeOwned;
use std::fs;
use std::hash::BuildHasher;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The organization that everything belongs to.
const ORGANIZATION: &str = "DEFAULT";

/// The texts of a folder, each group sorted by name.
#[derive(Default)]
pub(super) struct Files {
    pub(super) definitions: Vec<Source>,
    subscriptions: Vec<Source>,
    keys: Vec<Source>,
    groups: Vec<Source>,
    organization: Option<Source>,
    dictionaries: Option<Source>,
    /// Files that could not be read as text.
    unreadable: Vec<(PathBuf, String)>,
}

impl Files {
    /// Reads all files of a folder that have a meaning; others are passed over.
    pub(super) fn read(dir: &Path) -> io::Result<Files> {
        let mut files = Files::default();
        for (name, path) in json_files(dir)? {
            let list = match name.as_str() {
                "organization.json" => {
                    files.organization = files.source(&path, PathBuf::from(&name));
                    continue;
                }
                "dictionaries.json" => {
                    files.dictionaries = files.source(&path, PathBuf::from(&name));
                    continue;
                }
                name if name.ends_with(".subscriptions.json") => List::Subscriptions,
                name if name.ends_with(".apikeys.json") => List::Keys,
                _ => List::Definitions,
            };
            let source = files.source(&path, PathBuf::from(&name));
            files.list(list).extend(source);
        }
        let groups = dir.join("shared-policy-groups");
        if groups.is_dir() {
            for (name, path) in json_files(&groups)? {
                let source = files.source(&path, Path::new("shared-policy-groups").join(name));
                files.groups.extend(source);
            }
        }
        Ok(files)
    }

    fn list(&mut self, list: List) -> &mut Vec<Source> {
        match list {
            List::Definitions => &mut self.definitions,
            List::Subscriptions => &mut self.subscriptions,
            List::Keys => &mut self.keys,
        }
    }

    fn source(&mut self, path: &Path, file: PathBuf) -> Option<Source> {
        let text = fs::read(path).and_then(|bytes| {
            String::from_utf8(bytes)
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
        });
        match text {
            Ok(text) => Some(Source { file, text }),
            Err(error) => {
                self.unreadable.push((file.clone(), error.to_string()));
                // The file is there: what was deployed of it stays deployed.
                Some(Source {
                    file,
                    text: String::new(),
                })
            }
        }
    }
}

#[derive(Clone, Copy)]
enum List {
    Definitions,
    Subscriptions,
    Keys,
}

/// The JSON files of a folder, sorted by name.
fn json_files(dir: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let Some(name) = name else {
            continue;
        };
        if name.ends_with(".json") && !name.starts_with('.') && path.is_file() {
            files.push((name, path));
        }
    }
    files.sort();
    Ok(files)
}

/// What all APIs of a folder share, ready to use.
pub(super) struct Parts {
    pub(super) organization: Arc<Chain>,
    pub(super) dictionaries: Option<Arc<Dictionaries>>,
    pub(super) groups: GroupTable,
    /// None when a file of them cannot be read, and the old ones go on.
    pub(super) keys: Option<Keys>,
    /// Whether new versions of APIs may be served: not without the flows around them.
    pub(super) serves: bool,
    /// Of all that APIs are built from.
    pub(super) fingerprint: u64,
}

impl Parts {
    pub(super) fn read(files: &Files, old: &Registry, findings: &mut Vec<Finding>) -> Parts {
        for (file, why) in &files.unreadable {
            let source = Source {
                file: file.clone(),
                text: String::new(),
            };
            let message = format!("the file cannot be read: {why}");
            let mut finding = source.finding(Severity::Error, "", message);
            finding.refuses = true;
            findings.push(finding);
        }
        let groups = groups(files, old, findings);
        let organization = organization(files, old, &groups, findings);
        let shared = files
            .groups
            .iter()
            .chain(&files.organization)
            .chain(&files.dictionaries);
        let texts: Vec<&String> = shared.map(|source| &source.text).collect();
        Parts {
            serves: organization.is_some(),
            organization: organization.unwrap_or_else(|| old.organization.clone()),
            dictionaries: dictionaries(files, findings),
            keys: keys(files, findings),
            groups,
            fingerprint: old.hasher.hash_one(texts),
        }
    }
}

/// Says why a document cannot be read.
pub(super) fn unreadable(source: &Source, error: &Unreadable, refuses: bool) -> Finding {
    let mut finding = source.finding(Severity::Error, &error.path, error.message.clone());
    finding.place = error.at.or(finding.place);
    finding.refuses = refuses;
    finding
}

/// Everything of some files, or nothing if one of them is wrong.
fn all<T: DeserializeOwned>(sources: &[Source], findings: &mut Vec<Finding>) -> Option<Vec<T>> {
    let mut items = Some(Vec::new());
    for source in sources {
        match (definition::read_some(&source.text), &mut items) {
            (Ok(read), Some(items)) => items.extend::<Vec<T>>(read),
            (Ok(_), None) => {}
            (Err(error), _) => {
                findings.push(unreadable(source, &error, false));
                items = None;
            }
        }
    }
    items
}

fn keys(files: &Files, findings: &mut Vec<Finding>) -> Option<Keys> {
    let subscriptions: Option<Vec<Subscription>> = all(&files.subscriptions, findings);
    let keys: Option<Vec<ApiKey>> = all(&files.keys, findings);
    Some(Keys::new(subscriptions?, keys?))
}

fn dictionaries(files: &Files, findings: &mut Vec<Finding>) -> Option<Arc<Dictionaries>> {
    let source = files.dictionaries.as_slice();
    let read: Vec<Dictionary> = all(source, findings)?;
    let dictionaries = Dictionaries::new(read);
    (!dictionaries.is_empty()).then(|| Arc::new(dictionaries))
}

fn groups(files: &Files, old: &Registry, findings: &mut Vec<Finding>) -> GroupTable {
    let mut table = GroupTable::new();
    let none = GroupTable::new();
    for source in &files.groups {
        let written: SharedPolicyGroup = match definition::read_side(&source.text) {
            Ok(written) => written,
            Err(error) => {
                findings.push(unreadable(source, &error, true));
                // Nobody knows which group this was; a step that names it by the name of its file must not pass it over.
                let stem = source
                    .file
                    .file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned());
                table.insert(stem.unwrap_or_default(), None);
                continue;
            }
        };
        let draft = Draft::new(&old.engine, &old.settings, &none, source);
        let group = chain::group(&draft, &Place::root(""), &written);
        let group = group.filter(|_| !draft.is_refused() && draft.broken().is_none());
        let group = group.map(Arc::new);
        for id in [&written.id, &written.cross_id].into_iter().flatten() {
            table.insert(id.clone(), group.clone());
        }
        findings.extend(draft.into_findings());
    }
    table
}

/// The flows of the organization; none when they cannot be deployed.
fn organization(
    files: &Files,
    old: &Registry,
    groups: &GroupTable,
    findings: &mut Vec<Finding>,
) -> Option<Arc<Chain>> {
    let empty = || Some(Arc::new(Chain::empty(super::Stage::Organization)));
    let Some(source) = &files.organization else {
        return empty();
    };
    let written: Vec<Organization> = all(std::slice::from_ref(source), findings)?;
    let is_ours = |organization: &&Organization| {
        organization
            .id
            .as_deref()
            .is_none_or(|id| id == ORGANIZATION)
    };
    let Some(at) = written.iter().position(|written| is_ours(&written)) else {
        return empty();
    };
    let (file, list);
    let place = {
        file = Place::root("");
        list = file.at(at);
        match source.text.trim_start().starts_with('[') {
            true => &list,
            false => &file,
        }
    };
    let draft = Draft::new(&old.engine, &old.settings, groups, source);
    let chain = chain::organization(&draft, place, &written[at]);
    let serves = !draft.is_refused() && draft.broken().is_none();
    findings.extend(draft.into_findings());
    serves.then(|| Arc::new(chain))
}
