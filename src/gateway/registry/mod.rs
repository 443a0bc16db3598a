//! What is deployed: the APIs of a folder, with the subscriptions and keys beside them.
//!
//! A registry never changes; reloading makes a new one, which shares with the old one what has not changed, and keeps the
//! old version of whatever cannot be read any more. Whoever serves requests swaps the whole.

mod backends;
mod chain;
mod deploy;
mod draft;
mod folder;
mod keys;
mod plans;
mod variables;

pub(crate) use draft::Draft;
pub(crate) use keys::{KeyEntry, STANDARD, Subscription};
pub(crate) use variables::Variables;

use self::deploy::{Outcome, Surroundings};
use self::folder::{Files, Parts};
use self::keys::Keys;
use super::definition;
use super::endpoint::Endpoints;
use super::exchange::ReceivedBy;
use super::expression::Condition;
use super::finding::{Finding, Source};
use super::flow::{Chain, Group, Stage};
use super::observe::capture::{Extent, Limits};
use super::plan::Plan;
use super::respond::Templates;
use super::respond::cors::Cors;
use super::select::{Acceptor, Mappings, Parameters, Router};
use super::settings::Settings;
use crate::diagnostic::Severity;
use crate::{Engine, Owned};
use http::HeaderName;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Shared policy groups by id; those that cannot be deployed are there, and nothing.
pub(crate) type GroupTable = HashMap<String, Option<Arc<Group>>>;

/// An API that serves requests.
pub(crate) struct Api {
    pub(crate) id: Arc<str>,
    pub(crate) name: Arc<str>,
    pub(crate) file: PathBuf,
    /// Of the file and everything that the API was built from.
    fingerprint: u64,
    /// Milliseconds since the epoch.
    pub(crate) deployed_at: i64,
    acceptors: Vec<Acceptor>,
    pub(crate) cors: Option<Cors>,
    pub(crate) reject_null_byte: bool,
    pub(crate) mappings: Mappings,
    pub(crate) parameters: Parameters,
    pub(crate) organization: Arc<Chain>,
    /// In the order in which they are tried.
    pub(crate) plans: Vec<Plan>,
    pub(crate) flows: Chain,
    pub(crate) match_required: bool,
    pub(crate) endpoints: Endpoints,
    pub(crate) templates: Templates,
    pub(crate) logging: Option<Logging>,
    pub(crate) variables: Variables,
    /// Whether something on the way back reads the body of the request.
    pub(crate) response_reads_request: bool,
    /// Why every request fails.
    pub(crate) broken: Option<String>,
}

/// Of which requests an API logs what.
pub(crate) struct Logging {
    pub(crate) condition: Option<Condition>,
    pub(crate) extent: Extent,
}

/// The headers that identify a request, as configured; a name that cannot be one identifies nothing.
pub(crate) struct IdentityHeaders {
    pub(crate) transaction: Option<HeaderName>,
    pub(crate) request: Option<HeaderName>,
}

impl IdentityHeaders {
    fn new(settings: &Settings) -> Self {
        let name = |text: &str| HeaderName::from_bytes(text.as_bytes()).ok();
        IdentityHeaders {
            transaction: name(&settings.transaction_header),
            request: name(&settings.request_header),
        }
    }
}

/// All that is deployed.
pub struct Registry {
    settings: Arc<Settings>,
    engine: Arc<Engine>,
    pub(crate) identity: IdentityHeaders,
    pub(crate) captured: Limits,
    hasher: RandomState,
    node: Arc<Owned>,
    apis: Vec<Arc<Api>>,
    /// One for each server that has a name, or one for all.
    routers: Vec<Router>,
    organization: Arc<Chain>,
    keys: Keys,
    findings: Vec<Finding>,
}

/// An API in words, for those who show what is deployed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deployed {
    /// Identifier.
    pub id: Arc<str>,
    /// Name.
    pub name: Arc<str>,
    /// The file, relative to the folder.
    pub file: PathBuf,
    /// Where it is reached: `/path/`, or `host/path/`.
    pub contexts: Vec<String>,
    /// Identifiers of its plans, in the order in which they are tried.
    pub plans: Vec<Arc<str>>,
}

impl Registry {
    /// Deploys a folder. What cannot be deployed is among the findings, and disturbs nothing else.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn load(dir: &Path, settings: &Settings, engine: &Arc<Engine>) -> io::Result<Registry> {
        let settings = Arc::new(settings.clone());
        let registry = Registry::empty(&settings, engine);
        Ok(registry.deploy(&Files::read(dir)?))
    }

    /// Deploys the folder again. Files that can be deployed no more are served in their old version.
    ///
    /// # Errors
    /// When the folder cannot be read; the old registry serves on.
    pub fn reload(&self, dir: &Path) -> io::Result<Registry> {
        Ok(self.deploy(&Files::read(dir)?))
    }

    /// A registry without an API.
    fn empty(settings: &Arc<Settings>, engine: &Arc<Engine>) -> Registry {
        Registry {
            routers: (0..settings.servers.len().max(1))
                .map(|_| Router::new(settings.allow_overlapping_context))
                .collect(),
            node: Arc::new(node(settings)),
            identity: IdentityHeaders::new(settings),
            captured: limits(settings),
            settings: settings.clone(),
            engine: engine.clone(),
            hasher: RandomState::new(),
            apis: Vec::new(),
            organization: Arc::new(Chain::empty(Stage::Organization)),
            keys: Keys::default(),
            findings: Vec::new(),
        }
    }

    /// What there is to say about the folder.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The settings that the APIs were deployed with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is deployed, by the names of the files.
    pub fn apis(&self) -> impl Iterator<Item = Deployed> {
        self.apis.iter().map(|api| Deployed {
            id: api.id.clone(),
            name: api.name.clone(),
            file: api.file.clone(),
            contexts: api.acceptors.iter().map(context).collect(),
            plans: api.plans.iter().map(|plan| plan.id.clone()).collect(),
        })
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The API of a request, with the context path that led to it.
    pub(crate) fn route(
        &self,
        server: ReceivedBy,
        authority: Option<&str>,
        path: &str,
    ) -> Option<(&Api, Arc<str>)> {
        let router = self.routers.get(server.0).or(self.routers.first())?;
        let route = router.find(authority, path)?;
        Some((self.apis.get(route.api)?, route.context_path))
    }

    /// What an API key of an API stands for.
    pub(crate) fn key(&self, api: &str, key: &str) -> Option<&KeyEntry> {
        self.keys.find(api, key)
    }

    pub(crate) fn subscription(&self, id: &str) -> Option<&Subscription> {
        self.keys.subscription(id)
    }

    /// A new registry of these files, with what of this one is still right.
    fn deploy(&self, files: &Files) -> Registry {
        let mut next = Registry::empty(&self.settings, &self.engine);
        next.hasher = self.hasher.clone();
        next.node = self.node.clone();
        let parts = Parts::read(files, self, &mut next.findings);
        next.organization = parts.organization.clone();
        let surroundings = Surroundings {
            organization: parts.organization,
            dictionaries: parts.dictionaries,
            node: next.node.clone(),
        };
        for source in &files.definitions {
            let fingerprint = next.hasher.hash_one((&source.text, parts.fingerprint));
            match parts.serves {
                true => next.add(self, source, fingerprint, &parts.groups, &surroundings),
                false => next.keep(self, &source.file),
            }
        }
        next.warn_of_prefixes();
        next.keys = parts.keys.unwrap_or_else(|| self.keys.clone());
        next
    }

    /// Deploys one definition, or keeps its old version.
    fn add(
        &mut self,
        old: &Registry,
        source: &Source,
        fingerprint: u64,
        groups: &GroupTable,
        surroundings: &Surroundings,
    ) {
        let unchanged = |api: &&Arc<Api>| api.file == source.file && api.fingerprint == fingerprint;
        if let Some(api) = old.apis.iter().find(unchanged) {
            let findings = old
                .findings
                .iter()
                .filter(|finding| finding.file == source.file);
            self.findings.extend(findings.cloned());
            self.register(api.clone(), source);
            return;
        }
        let draft = Draft::new(&old.engine, &old.settings, groups, source);
        let document = definition::read(&source.text);
        let outcome = match &document {
            Ok(document) => deploy::deploy(&draft, document, &source.file, surroundings),
            Err(error) => {
                self.findings.push(folder::unreadable(source, error, true));
                Outcome::Refused
            }
        };
        let id: Option<Arc<str>> = document
            .ok()
            .and_then(|document| document.api.id)
            .map(Into::into);
        let mut findings = draft.into_findings();
        findings
            .iter_mut()
            .for_each(|finding| finding.api = id.clone());
        self.findings.extend(findings);
        match outcome {
            Outcome::Served(mut api) => {
                api.fingerprint = fingerprint;
                self.register(Arc::from(api), source);
            }
            Outcome::Refused => self.keep(old, &source.file),
            Outcome::Elsewhere => {}
        }
    }

    /// Serves the old version of a file, if there is one.
    fn keep(&mut self, old: &Registry, file: &Path) {
        if let Some(api) = old.apis.iter().find(|api| api.file == *file) {
            let source = Source {
                file: file.to_owned(),
                text: String::new(),
            };
            let message = "the version that was deployed before is served on".to_owned();
            let finding = source.finding(Severity::Warning, "", message);
            self.findings.push(finding);
            self.register(api.clone(), &source);
        }
    }

    /// Puts an API under its paths, unless its identifier is taken or none of its paths is free.
    fn register(&mut self, api: Arc<Api>, source: &Source) {
        if let Some(other) = self.apis.iter().find(|other| other.id == api.id) {
            let other = other.file.display();
            let message = format!("the id `{}` belongs to {other} already", api.id);
            let mut finding = source.finding(Severity::Error, "id", message);
            finding.refuses = true;
            self.findings.push(finding);
            return;
        }
        let index = self.apis.len();
        for acceptor in &api.acceptors {
            let servers = self.settings.servers.iter().map(|id| Some(id.as_str()));
            let servers = servers.chain(self.settings.servers.is_empty().then_some(None));
            let reached = self.routers.iter_mut().zip(servers);
            let mut taken = None;
            for (router, _) in reached.filter(|(_, server)| acceptor.is_on(*server)) {
                taken = taken.or(router.add(acceptor, index).err());
            }
            if let Some(other) = taken {
                let owner = self.apis.get(other).map_or(&*api.id, |other| &*other.id);
                let message = format!(
                    "the path `{}` leads to API `{owner}` already",
                    context(acceptor)
                );
                let finding = source.finding(Severity::Error, "listeners", message);
                self.findings.push(finding);
            }
        }
        self.apis.push(api);
    }

    /// Says where a context path hides another one, since the shorter captures everything.
    fn warn_of_prefixes(&mut self) {
        if self.settings.allow_overlapping_context {
            return;
        }
        let mut findings = Vec::new();
        for api in &self.apis {
            for acceptor in &api.acceptors {
                let names = &self.settings.servers;
                let found = self.routers.iter().enumerate().filter_map(|(at, router)| {
                    let reached = acceptor.is_on(names.get(at).map(String::as_str));
                    let find = || router.find(acceptor.host.as_deref(), &acceptor.path);
                    let route = reached.then(find).flatten()?;
                    Some((self.apis.get(route.api)?, route))
                });
                let mut hides = found.filter(|(owner, route)| {
                    owner.id != api.id && route.context_path != acceptor.path
                });
                let Some((owner, route)) = hides.next() else {
                    continue;
                };
                let source = Source {
                    file: api.file.clone(),
                    text: String::new(),
                };
                let message = format!(
                    "`{}` is never reached: `{}` of API `{}` captures it",
                    context(acceptor),
                    route.context_path,
                    owner.id
                );
                findings.push(source.finding(Severity::Warning, "listeners", message));
            }
        }
        self.findings.extend(findings);
    }
}

fn context(acceptor: &Acceptor) -> String {
    format!(
        "{}{}",
        acceptor.host.as_deref().unwrap_or(""),
        acceptor.path
    )
}

/// How much of a body is logged; what is in memory has a limit of its own.
fn limits(settings: &Settings) -> Limits {
    let length = settings.log_length.unwrap_or(usize::MAX);
    Limits {
        length: length.min(settings.buffer_limit),
        excluded: settings.excluded_types(),
    }
}

/// `#node`
fn node(settings: &Settings) -> Owned {
    let text = |text: &Option<String>| text.as_deref().map_or(Owned::Null, Owned::from);
    Owned::bean(
        "#node",
        [
            ("id", Owned::from(uuid::Uuid::new_v4().to_string())),
            ("version", Owned::from("4.10.9")),
            ("tenant", text(&settings.tenant)),
            (
                "shardingTags",
                Owned::list(settings.tags.iter().map(|tag| Owned::from(tag.as_str()))),
            ),
            ("zone", text(&settings.zone)),
        ],
    )
}
