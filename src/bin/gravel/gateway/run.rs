//! `gravel gateway run DIR`: serve a folder of API definitions.
//!
//! Exit codes: 0 stopped by a signal, 2 it cannot start, 128 and its number for a second signal.

use crate::Problem;
use gravitee_el::Engine;
use gravitee_el::gateway::config::Config;
use gravitee_el::gateway::run::Gateway;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder with the definitions
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Address to listen on, instead of those of the configuration; may be repeated
    #[arg(long, value_name = "ADDR")]
    listen: Vec<SocketAddr>,
    /// Configuration file: YAML with the names of the Java gateway
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Set a key of the configuration; goes before the file and the environment
    #[arg(long, value_name = "KEY=VALUE", value_parser = assignment)]
    set: Vec<(String, String)>,
    /// Threads that serve requests (`http.threads`)
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Where the access log goes: a file, `-` for standard output, or `off` (`accessLog.target`)
    #[arg(long, value_name = "TARGET")]
    access_log: Option<String>,
    /// How its lines look: `text` or `json` (`accessLog.format`)
    #[arg(long, value_name = "FORMAT")]
    log_format: Option<String>,
    /// Deploy definitions with unknown policies, without those steps (`policies.ignoreUnknown`)
    #[arg(long)]
    ignore_unknown_policies: bool,
    /// Also start the echo backend, here
    #[arg(long, value_name = "ADDR")]
    echo: Option<SocketAddr>,
}

fn assignment(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("there is no `=`")?;
    Ok((key.to_owned(), value.to_owned()))
}

impl Args {
    /// All flags as keys with values.
    fn keys(&self) -> Vec<(String, String)> {
        let named = [
            (
                "http.threads",
                self.threads.map(|threads| threads.to_string()),
            ),
            ("accessLog.target", self.access_log.clone()),
            ("accessLog.format", self.log_format.clone()),
            (
                "policies.ignoreUnknown",
                self.ignore_unknown_policies.then(|| "true".to_owned()),
            ),
        ];
        let named = named
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), value?)));
        self.set.iter().cloned().chain(named).collect()
    }
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let usage = |why: &dyn std::fmt::Display| Problem::Usage(why.to_string());
    // A variable that is no text is none of ours.
    let environment = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let config = Config::load(
        args.config.as_deref(),
        environment,
        &args.keys(),
        &args.listen,
    )
    .map_err(|problem| usage(&problem))?;
    // Before the gateway, so that its first request finds it.
    let echo = args.echo.map(super::echo::start).transpose();
    let _echo = echo.map_err(|error| usage(&error))?;
    let engine = Arc::new(Engine::new());
    let gateway = Gateway::start(&args.dir, &config, &engine).map_err(|error| usage(&error))?;
    eprint!("{}", gateway.banner());
    let second = gateway
        .serve_until_stopped()
        .map_err(|error| usage(&error))?;
    Ok(match second {
        // Requests are cut off where they are: that is what a second signal asks for.
        Some(signal) => std::process::exit(128 + signal),
        None => ExitCode::SUCCESS,
    })
}
