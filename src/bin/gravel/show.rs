//! `gravel ast` and `gravel bytecode`: what became of a text.

use crate::{Problem, input};
use clap::Args as ClapArgs;
use gravitee_el::Engine;
use std::io::Write;
use std::process::ExitCode;

#[derive(ClapArgs)]
pub(crate) struct Args {
    /// The expression; `-` reads it from standard input
    expression: String,
    /// Compile without the optimizer
    #[arg(long)]
    no_opt: bool,
}

pub(crate) fn ast(args: &Args) -> Result<ExitCode, Problem> {
    let template = Engine::new().compile(&input::expression(&args.expression)?)?;
    write!(std::io::stdout(), "{}", template.syntax())?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn bytecode(args: &Args) -> Result<ExitCode, Problem> {
    let engine = Engine::builder().optimize(!args.no_opt).build();
    let template = engine.compile(&input::expression(&args.expression)?)?;
    write!(std::io::stdout(), "{}", template.bytecode())?;
    Ok(ExitCode::SUCCESS)
}
