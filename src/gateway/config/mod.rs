//! What the operator sets: a file in YAML with the Java gateway's names, environment variables, flags.
//!
//! All three say the same keys with values as text, so there is one table of what is known, and the later source wins: file,
//! environment, flags. Unknown keys of the file and of flags are refused with a suggestion; in the environment they are only
//! pointed out, since a deployment may set them for the Java gateway beside.

mod document;
mod keys;

use super::ingress;
use super::observe::access::Format;
use super::settings::Settings;
use crate::Engine;
use crate::diagnostic::similar::nearest;
use crate::whitelist::{Mode, Whitelist};
use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// What the chain reads.
    pub settings: Settings,
    /// Where and how to listen. Limits on heads and paths are those of `settings`.
    pub ingress: ingress::Options,
    /// Where the access log goes.
    pub access: Target,
    /// How its lines look.
    pub format: Format,
    /// What expressions may call.
    pub sandbox: Sandbox,
    /// Longest time that requests under way have when the gateway stops.
    pub drain: Duration,
    /// What has no effect here, or no meaning.
    pub warnings: Vec<String>,
}

/// `el.whitelist`: what expressions may call of Java.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sandbox {
    mode: Mode,
    /// By their numbers, since another source may replace single ones.
    lines: BTreeMap<usize, String>,
}

impl Default for Sandbox {
    fn default() -> Self {
        Sandbox {
            mode: Mode::Append,
            lines: BTreeMap::new(),
        }
    }
}

impl Sandbox {
    /// The whitelist. As in the Java gateway the list ends at the first number that is missing.
    #[must_use]
    pub fn whitelist(&self) -> Whitelist {
        if *self == Sandbox::default() {
            return Whitelist::default();
        }
        let lines = self.lines.iter().enumerate();
        let lines = lines.take_while(|(at, (number, _))| at == *number);
        Whitelist::parse(self.mode, lines.map(|(_, (_, line))| line))
    }
}

/// Where the access log goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// Nowhere.
    Off,
    /// To standard output.
    #[default]
    Output,
    /// To the end of a file.
    File(PathBuf),
}

/// Why a configuration cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem(String);

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

/// What the keys are read into.
#[derive(Debug)]
struct Draft {
    config: Config,
    host: IpAddr,
    port: u16,
    servers: BTreeMap<usize, Server>,
    listen: Vec<SocketAddr>,
}

#[derive(Debug, Default)]
struct Server {
    id: Option<String>,
    host: Option<IpAddr>,
    port: Option<u16>,
}

impl Config {
    /// Reads all sources. `flags` are keys with values, and `listen` goes before every address that keys give.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or a key or value means nothing.
    pub fn load(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
        flags: &[(String, String)],
        listen: &[SocketAddr],
    ) -> Result<Config, Problem> {
        let mut draft = Draft::new();
        if let Some(file) = file {
            let name = file.display();
            let text = std::fs::read_to_string(file)
                .map_err(|error| Problem(format!("{name} cannot be read: {error}")))?;
            draft.document(&name.to_string(), &text)?;
        }
        let mut environment: Vec<_> = environment.into_iter().collect();
        environment.sort();
        for (name, value) in environment {
            draft.variable(&name, &value)?;
        }
        for (key, value) in flags {
            draft.flag(key, value)?;
        }
        draft.listen = listen.to_vec();
        Ok(draft.finish())
    }

    /// The engine for all expressions of this gateway.
    #[must_use]
    pub fn engine(&self) -> Arc<Engine> {
        let whitelist = self.sandbox.whitelist();
        Arc::new(Engine::builder().whitelist(&whitelist).build())
    }
}

impl Draft {
    fn new() -> Self {
        Draft {
            config: Config {
                settings: Settings::default(),
                ingress: ingress::Options {
                    threads: std::thread::available_parallelism().map_or(1, Into::into),
                    ..ingress::Options::default()
                },
                access: Target::default(),
                format: Format::default(),
                sandbox: Sandbox::default(),
                drain: Duration::from_secs(30),
                warnings: Vec::new(),
            },
            host: IpAddr::from([0, 0, 0, 0]),
            port: 8082,
            servers: BTreeMap::new(),
            listen: Vec::new(),
        }
    }

    fn document(&mut self, file: &str, text: &str) -> Result<(), Problem> {
        let entries = document::read(text).map_err(|why| Problem(format!("{file}: {why}")))?;
        for entry in entries {
            let place = format!("{file}:{}:{}", entry.line, entry.column);
            match keys::find(&entry.key) {
                Some((key, index)) => self.set(&place, key, index, &entry.key, &entry.value)?,
                None => match keys::of_java(&entry.key) {
                    Some(part) => self.idle(part),
                    None => return Err(unknown(&place, &entry.key)),
                },
            }
        }
        Ok(())
    }

    fn variable(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        let Some(key) = keys::of_variable(name) else {
            return Ok(());
        };
        match keys::find(&key) {
            Some((known, index)) => self.set("environment", known, index, name, value),
            None if keys::of_java(&key).is_some() => Ok(()),
            None => {
                self.config.warnings.push(unknown("environment", name).0);
                Ok(())
            }
        }
    }

    fn flag(&mut self, key: &str, value: &str) -> Result<(), Problem> {
        match keys::find(key) {
            Some((known, index)) => self.set("--set", known, index, key, value),
            None => Err(unknown("--set", key)),
        }
    }

    fn set(
        &mut self,
        place: &str,
        key: &keys::Key,
        index: usize,
        name: &str,
        value: &str,
    ) -> Result<(), Problem> {
        (key.set)(self, index, value)
            .map_err(|expected| Problem(format!("{place}: `{name}` is `{value}`, not {expected}")))
    }

    fn idle(&mut self, part: &str) {
        let warning = format!("`{part}` has no effect on this gateway");
        if !self.config.warnings.contains(&warning) {
            self.config.warnings.push(warning);
        }
    }

    fn finish(mut self) -> Config {
        let listen = if !self.listen.is_empty() {
            self.listen
        } else if self.servers.is_empty() {
            vec![SocketAddr::new(self.host, self.port)]
        } else {
            let address = |server: &Server| {
                let (host, port) = (server.host, server.port);
                SocketAddr::new(host.unwrap_or(self.host), port.unwrap_or(self.port))
            };
            let named = self.servers.values().any(|server| server.id.is_some());
            let ids = self.servers.values().filter(|_| named);
            let ids = ids.map(|server| server.id.clone().unwrap_or_default());
            self.config.settings.servers = ids.collect();
            self.servers.values().map(address).collect()
        };
        let ingress = &mut self.config.ingress;
        ingress.listen = listen;
        ingress.max_initial_line = self.config.settings.max_initial_line;
        ingress.max_header_size = self.config.settings.max_header_size;
        ingress.normalize_path = self.config.settings.normalize_path;
        for finding in self.config.sandbox.whitelist().findings() {
            let at = finding.line - 1;
            let said = &finding.diagnostic;
            let help = said.help.iter().map(|help| format!("; {help}"));
            let help: String = help.collect();
            let warning = format!("`el.whitelist.list[{at}]`: {}{help}", said.message);
            self.config.warnings.push(warning);
        }
        self.config
    }
}

fn unknown(place: &str, key: &str) -> Problem {
    let plain = keys::of_variable(key).unwrap_or_else(|| key.to_owned());
    let known = nearest(&plain, keys::names());
    let help = match known.first() {
        Some(name) => format!("; did you mean `{name}`?"),
        None => String::new(),
    };
    Problem(format!("{place}: `{key}` is no known key{help}"))
}

#[cfg(test)]
mod tests;
