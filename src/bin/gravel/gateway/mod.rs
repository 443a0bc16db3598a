//! `gravel gateway`: serve a folder of API definitions, look at it, and try requests on it.

mod check;
mod echo;
mod run;
mod try_;

use crate::{Problem, report};
use clap::{Args, Subcommand, ValueEnum};
use gravitee_el::gateway::Registry;
use gravitee_el::gateway::config::Config;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// `gravel gateway …`
#[derive(Args)]
pub(crate) struct Gateway {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a folder of definitions
    Run(Box<run::Args>),
    /// Answer every request with what it was, as a backend to try things with
    Echo(echo::Args),
    /// Say all that deployment would say about a folder of definitions
    Check(check::Args),
    /// Send one request through a folder of definitions without a network, and show every decision
    Try(try_::Args),
}

/// How an answer is written.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// What the operator sets, beside the environment.
#[derive(Args)]
struct Sources {
    /// Configuration file: YAML with the names of the Java gateway
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Set a key of the configuration; goes before the file and the environment
    #[arg(long, value_name = "KEY=VALUE", value_parser = assignment)]
    set: Vec<(String, String)>,
    /// Deploy definitions with unknown policies, without those steps (`policies.ignoreUnknown`)
    #[arg(long)]
    ignore_unknown_policies: bool,
    /// Pass over flows whose conditions do not parse, as the shipped gateway does (`flows.onParseError`)
    #[arg(long)]
    skip_unparsable_flows: bool,
}

fn assignment(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("there is no `=`")?;
    Ok((key.to_owned(), value.to_owned()))
}

impl Sources {
    /// All sources together; `named` are further flags, and `listen` goes before every address that keys give.
    fn read(
        &self,
        named: &[(&str, Option<String>)],
        listen: &[SocketAddr],
    ) -> Result<Config, Problem> {
        let flag = |flag: bool, value: &str| flag.then(|| value.to_owned());
        let own = [
            (
                "policies.ignoreUnknown",
                flag(self.ignore_unknown_policies, "true"),
            ),
            (
                "flows.onParseError",
                flag(self.skip_unparsable_flows, "skip"),
            ),
        ];
        let named = own
            .iter()
            .chain(named)
            .filter_map(|(key, value)| Some(((*key).to_owned(), value.clone()?)));
        let flags: Vec<_> = self.set.iter().cloned().chain(named).collect();
        // A variable that is no text is none of ours.
        let environment = std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        });
        Config::load(self.config.as_deref(), environment, &flags, listen)
            .map_err(|problem| Problem::Usage(problem.to_string()))
    }
}

/// A folder, and how it is deployed.
#[derive(Args)]
struct Deployment {
    /// The folder with the definitions
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[command(flatten)]
    sources: Sources,
}

impl Deployment {
    /// The folder as `gravel gateway run` would serve it; what is noteworthy of the configuration goes to standard error.
    fn registry(&self) -> Result<(Config, Registry), Problem> {
        let config = self.sources.read(&[], &[])?;
        for warning in &config.warnings {
            report::line("warning", warning);
        }
        let registry = Registry::load(&self.dir, &config.settings, &config.engine());
        let registry = registry.map_err(|error| {
            Problem::Usage(format!("{} cannot be read: {error}", self.dir.display()))
        })?;
        Ok((config, registry))
    }
}

pub(crate) fn run(args: &Gateway) -> Result<ExitCode, Problem> {
    match &args.command {
        Command::Run(args) => run::run(args),
        Command::Echo(args) => echo::run(args),
        Command::Check(args) => check::run(args),
        Command::Try(args) => try_::run(args),
    }
}
