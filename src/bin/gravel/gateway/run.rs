//! `gravel gateway run DIR`: serve a folder of API definitions.
//!
//! Exit codes: 0 stopped by a signal, 2 it cannot start, 128 and its number for a second signal.

use crate::Problem;
use gravitee_el::gateway::run::Gateway;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder with the definitions
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Address to listen on, instead of those of the configuration; may be repeated
    #[arg(long, value_name = "ADDR")]
    listen: Vec<SocketAddr>,
    #[command(flatten)]
    sources: super::Sources,
    /// Threads that serve requests (`http.threads`)
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Where the access log goes: a file, `-` for standard output, or `off` (`accessLog.target`)
    #[arg(long, value_name = "TARGET")]
    access_log: Option<String>,
    /// How its lines look: `text` or `json` (`accessLog.format`)
    #[arg(long, value_name = "FORMAT")]
    log_format: Option<String>,
    /// Also start the echo backend, here
    #[arg(long, value_name = "ADDR")]
    echo: Option<SocketAddr>,
}

impl Args {
    /// The flags of this command as keys with values.
    fn keys(&self) -> [(&'static str, Option<String>); 3] {
        let threads = self.threads.map(|threads| threads.to_string());
        [
            ("http.threads", threads),
            ("accessLog.target", self.access_log.clone()),
            ("accessLog.format", self.log_format.clone()),
        ]
    }
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let usage = |why: &dyn std::fmt::Display| Problem::Usage(why.to_string());
    let config = args.sources.read(&args.keys(), &args.listen)?;
    // Before the gateway, so that its first request finds it.
    let echo = args.echo.map(super::echo::start).transpose();
    let _echo = echo.map_err(|error| usage(&error))?;
    let engine = config.engine();
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
