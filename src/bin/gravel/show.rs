//! `gravel ast` and `gravel bytecode`: what became of a text.

use crate::{Problem, input};
use clap::Args as ClapArgs;
use gravitee_el::Engine;
use std::io::Write;
use std::process::ExitCode;

#[derive(ClapArgs)]
pub(crate) struct Tree {
    /// The expression; `-` reads it from standard input
    expression: String,
}

#[derive(ClapArgs)]
pub(crate) struct Bytecode {
    /// The expression; `-` reads it from standard input
    #[arg(required_unless_present = "passes")]
    expression: Option<String>,
    /// Compile without this pass of the optimizer; `all` for none of them
    #[arg(long, value_name = "PASS")]
    no_opt: Vec<String>,
    /// List the passes of the optimizer: what they change, and why no answer changes
    #[arg(long)]
    passes: bool,
}

pub(crate) fn ast(args: &Tree) -> Result<ExitCode, Problem> {
    let template = Engine::new().compile(&input::expression(&args.expression)?)?;
    write!(std::io::stdout(), "{}", template.syntax())?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn bytecode(args: &Bytecode) -> Result<ExitCode, Problem> {
    if args.passes {
        return passes();
    }
    let builder = Engine::builder();
    let builder = match args.no_opt.iter().any(|name| name == "all") {
        true => builder.optimize(false),
        false => builder.without_passes(known(&args.no_opt)?),
    };
    let expression = args.expression.as_deref().unwrap_or_default();
    let template = builder.build().compile(&input::expression(expression)?)?;
    write!(std::io::stdout(), "{}", template.bytecode())?;
    Ok(ExitCode::SUCCESS)
}

/// The names, if there are passes of all of them.
fn known(names: &[String]) -> Result<Vec<&str>, Problem> {
    let passes: Vec<&str> = Engine::passes().iter().map(|pass| pass.name).collect();
    match names.iter().find(|name| !passes.contains(&name.as_str())) {
        Some(unknown) => Err(Problem::Usage(format!(
            "`{unknown}` is no pass of the optimizer: the passes are {}",
            passes.join(", ")
        ))),
        None => Ok(names.iter().map(String::as_str).collect()),
    }
}

fn passes() -> Result<ExitCode, Problem> {
    let mut out = std::io::stdout().lock();
    for pass in Engine::passes() {
        let [before, after] = pass.change;
        writeln!(
            out,
            "{}\n  before  {before}\n  after   {after}\n  legal   {}",
            pass.name, pass.legal
        )?;
    }
    Ok(ExitCode::SUCCESS)
}
