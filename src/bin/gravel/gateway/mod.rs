//! `gravel gateway`: serve a folder of API definitions, look at it, and try requests on it.

mod check;
mod echo;
mod run;
mod try_;

use crate::Problem;
use clap::{Args, Subcommand, ValueEnum};
use gravitee_el::Engine;
use gravitee_el::gateway::Registry;
use gravitee_el::gateway::settings::{OnParseError, Settings};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

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

/// A folder, and how it is deployed.
#[derive(Args)]
struct Deployment {
    /// The folder with the definitions
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Deploy definitions with unknown policies, without those steps
    #[arg(long)]
    ignore_unknown_policies: bool,
    /// Pass over flows whose conditions do not parse, as the shipped gateway does
    #[arg(long)]
    skip_unparsable_flows: bool,
}

impl Deployment {
    fn registry(&self) -> Result<Registry, Problem> {
        let settings = Settings {
            ignore_unknown_policies: self.ignore_unknown_policies,
            on_parse_error: match self.skip_unparsable_flows {
                true => OnParseError::Skip,
                false => OnParseError::Fail,
            },
            ..Settings::default()
        };
        let engine = Arc::new(Engine::new());
        Registry::load(&self.dir, &settings, &engine).map_err(|error| {
            Problem::Usage(format!("{} cannot be read: {error}", self.dir.display()))
        })
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
