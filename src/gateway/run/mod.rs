//! The gateway as a process: deploy a folder, serve it, follow its changes, stop without losing a request.
//!
//! What is deployed is one value behind an [`ArcSwap`]. A request takes it once and sees it to its end, so a reload changes
//! nothing for requests under way, and there is no moment without an answer.

mod watch;

use super::config::{Config, Target};
use super::exchange::Body;
use super::ingress::{Chain, Running, serve};
use super::observe::access::AccessLog;
use super::observe::diagnostics::{Level, log};
use super::upstream::Pool;
use super::{Finding, Registry, handle};
use crate::Engine;
use crate::diagnostic::Severity;
use arc_swap::ArcSwap;
use http::{Request, Response};
use std::fs::OpenOptions;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::signal::unix::{Signal, SignalKind, signal};
use watch::Watch;

/// What is deployed now.
#[derive(Clone)]
struct Site(Arc<ArcSwap<Registry>>);

impl Chain for Site {
    async fn answer(&self, upstream: &Pool, request: Request<Body>) -> Response<Body> {
        let registry = self.0.load_full();
        handle(&registry, upstream, request).await
    }
}

/// A folder that is being served.
pub struct Gateway {
    folder: Arc<Folder>,
    running: Running,
    access: AccessLog,
    watch: Option<Watch>,
    drain: Duration,
    started: Duration,
}

/// The folder and what became of it.
struct Folder {
    dir: PathBuf,
    site: Site,
}

impl Gateway {
    /// Deploys the folder and serves it.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read, an address is taken, or the access log cannot be opened.
    pub fn start(dir: &Path, config: &Config, engine: &Arc<Engine>) -> io::Result<Gateway> {
        let begin = Instant::now();
        for warning in &config.warnings {
            log(Level::Warning, warning);
        }
        let registry = Registry::load(dir, &config.settings, engine).map_err(|error| {
            io::Error::new(
                error.kind(),
                format!("{} cannot be read: {error}", dir.display()),
            )
        })?;
        tell(registry.findings());
        let site = Site(Arc::new(ArcSwap::from_pointee(registry)));
        let access = access_log(config)?;
        let running = serve(config.ingress.clone(), &site, &access)?;
        let folder = Arc::new(Folder {
            dir: dir.to_owned(),
            site,
        });
        let watched = Arc::clone(&folder);
        Ok(Gateway {
            watch: Watch::start(dir, move || watched.reload()),
            folder,
            running,
            access,
            drain: config.drain,
            started: begin.elapsed(),
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn addresses(&self) -> &[SocketAddr] {
        self.running.addresses()
    }

    /// What is served where, for people.
    #[must_use]
    pub fn banner(&self) -> String {
        /// More APIs than this only push the rest off the screen.
        const SHOWN: usize = 25;
        let registry = self.folder.site.0.load();
        let apis: Vec<_> = registry.apis().collect();
        let plans: usize = apis.iter().map(|api| api.plans.len()).sum();
        let milliseconds = self.started.as_millis();
        let mut text = format!(
            "{} with {}, deployed in {milliseconds} ms\n",
            counted(apis.len(), "API"),
            counted(plans, "plan")
        );
        for api in apis.iter().take(SHOWN) {
            let (contexts, plans) = (api.contexts.join(" "), api.plans.join(", "));
            text += &format!("  {contexts}  {} ({plans})\n", api.name);
        }
        if apis.len() > SHOWN {
            text += &format!("  and {} more\n", apis.len() - SHOWN);
        }
        for address in self.addresses() {
            text += &format!("listening on http://{address}\n");
        }
        text
    }

    /// Deploys the folder again, now.
    pub fn reload(&self) {
        self.folder.reload();
    }

    /// Stops: no new connections, requests under way end, within the time that the configuration gives them.
    pub fn stop(self) {
        drop(self.watch);
        self.running.drain(self.drain);
        drop(self.access);
    }

    /// Serves until a signal says that it is enough, and gives the number of a second signal, which means at once.
    ///
    /// # Errors
    ///
    /// When signals cannot be heard.
    pub fn serve_until_stopped(self) -> io::Result<Option<i32>> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let stopped = runtime.block_on(async {
            let mut signals = Signals::new()?;
            while signals.next().await == SignalKind::hangup() {
                self.reload();
            }
            log(Level::Info, "stopping; requests under way may end");
            let draining = tokio::task::spawn_blocking(move || self.stop());
            tokio::select! {
                // A panic while stopping has been said; what is left is to go.
                _ = draining => Ok(None),
                second = signals.stop() => Ok(Some(second.as_raw_value())),
            }
        });
        runtime.shutdown_background();
        stopped
    }
}

struct Signals {
    terminate: Signal,
    interrupt: Signal,
    hangup: Signal,
}

impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Signals {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            hangup: signal(SignalKind::hangup())?,
        })
    }

    async fn next(&mut self) -> SignalKind {
        tokio::select! {
            _ = self.terminate.recv() => SignalKind::terminate(),
            _ = self.interrupt.recv() => SignalKind::interrupt(),
            _ = self.hangup.recv() => SignalKind::hangup(),
        }
    }

    async fn stop(&mut self) -> SignalKind {
        loop {
            let signal = self.next().await;
            if signal != SignalKind::hangup() {
                return signal;
            }
        }
    }
}

impl Folder {
    fn reload(&self) {
        let begin = Instant::now();
        let old = self.site.0.load_full();
        match old.reload(&self.dir) {
            Ok(new) => {
                let news: Vec<_> = new
                    .findings()
                    .iter()
                    .filter(|finding| !old.findings().contains(finding))
                    .cloned()
                    .collect();
                let apis = new.apis().count();
                self.site.0.store(Arc::new(new));
                tell(&news);
                let milliseconds = begin.elapsed().as_millis();
                log(
                    Level::Info,
                    format!("reloaded: {} in {milliseconds} ms", counted(apis, "API")),
                );
            }
            Err(error) => log(
                Level::Error,
                format!(
                    "{} cannot be read, what was deployed is served on: {error}",
                    self.dir.display()
                ),
            ),
        }
    }
}

fn counted(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

fn tell(findings: &[Finding]) {
    for finding in findings {
        let level = match finding.severity {
            Severity::Warning => Level::Warning,
            Severity::Error => Level::Error,
        };
        log(level, finding);
    }
}

fn access_log(config: &Config) -> io::Result<AccessLog> {
    match &config.access {
        Target::Off => Ok(AccessLog::off()),
        Target::Output => AccessLog::to(io::stdout(), config.format),
        Target::File(path) => {
            let file = OpenOptions::new().create(true).append(true).open(path);
            let file = file.map_err(|error| {
                io::Error::new(
                    error.kind(),
                    format!("{} cannot be opened: {error}", path.display()),
                )
            })?;
            AccessLog::to(file, config.format)
        }
    }
}
