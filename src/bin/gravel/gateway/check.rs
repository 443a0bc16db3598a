//! `gravel gateway check DIR`: all that deployment would say about a folder of definitions.
//!
//! Exit codes: 0 everything can be deployed and works, 1 there are errors (or warnings with `--deny-warnings`), 2 the folder
//! cannot be read.

use super::Deployment;
use crate::Problem;
use crate::report;
use gravitee_el::diagnostic::Severity;
use gravitee_el::gateway::{Deployed, Finding, Registry};
use serde_json::json;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    deployment: Deployment,
    /// Count warnings as errors
    #[arg(long)]
    deny_warnings: bool,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: super::Format,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let (config, registry) = args.deployment.registry()?;
    match args.format {
        super::Format::Text => text(&registry, &args.deployment.dir)?,
        super::Format::Json => json(&registry)?,
    }
    let bad = |finding: &Finding| args.deny_warnings || finding.severity == Severity::Error;
    let doubtful = args.deny_warnings && !config.warnings.is_empty();
    let failed = doubtful || registry.findings().iter().any(bad);
    Ok(ExitCode::from(u8::from(failed)))
}

fn text(registry: &Registry, dir: &Path) -> Result<(), Problem> {
    for finding in registry.findings() {
        let text = std::fs::read_to_string(dir.join(&finding.file)).unwrap_or_default();
        report::deployed(finding, &text);
    }
    let mut out = std::io::stdout().lock();
    for api in registry.apis() {
        let Deployed {
            id,
            contexts,
            plans,
            ..
        } = &api;
        let plans = plans.join(", ");
        writeln!(out, "{id}  {}  plans: {plans}", contexts.join(" "))?;
    }
    let count = |severity| {
        registry
            .findings()
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let apis = registry.apis().count();
    writeln!(out, "{apis} deployed, {errors} errors, {warnings} warnings")?;
    Ok(())
}

fn json(registry: &Registry) -> Result<(), Problem> {
    let findings = registry.findings().iter().map(|finding| {
        json!({
            "severity": finding.severity.to_string(), "refuses": finding.refuses, "file": finding.file,
            "path": finding.path, "line": finding.place.map(|place| place.0),
            "column": finding.place.map(|place| place.1), "api": finding.api.as_deref(), "message": finding.message,
        })
    });
    let apis = registry.apis().map(|api| {
        json!({
            "id": &*api.id, "name": &*api.name, "file": api.file, "contexts": api.contexts, "plans": api.plans.iter().map(|plan| &**plan).collect::<Vec<_>>(),
        })
    });
    let answer = json!({
        "apis": apis.collect::<Vec<_>>(), "findings": findings.collect::<Vec<_>>(),
    });
    writeln!(std::io::stdout().lock(), "{answer:#}")?;
    Ok(())
}
