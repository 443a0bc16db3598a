//! `gravel jsonpath`: a JSON path on a file, as `#jsonPath` answers.

use crate::{Problem, input};
use clap::Args as ClapArgs;
use gravitee_el::{Context, Engine, typed};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(ClapArgs)]
pub(crate) struct Args {
    /// The path, such as '$.items[?(@.price > 10)].id'
    path: String,
    /// The JSON file; `-` reads standard input
    file: PathBuf,
    /// Print the Java types as well
    #[arg(long)]
    typed: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let json = input::text(&args.file)?;
    let mut context = Context::new();
    context.set("json", json.as_str());
    context.set("path", args.path.as_str());
    let template = Engine::new().compile("{#jsonPath(#json, #path)}")?;
    let value = template.eval(&context).map_err(Problem::Query)?;
    let answer = match args.typed {
        true => typed::value_to_json(&value),
        false => typed::value_to_plain_json(&value),
    };
    writeln!(std::io::stdout(), "{answer}")?;
    Ok(ExitCode::SUCCESS)
}
