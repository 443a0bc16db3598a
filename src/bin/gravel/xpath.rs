//! `gravel xpath`: an XPath expression on a file, as `#xpath` answers.

use crate::{Problem, input};
use clap::{Args as ClapArgs, ValueEnum};
use gravitee_el::host::Sequence;
use gravitee_el::{Context, Engine, Owned};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(ClapArgs)]
pub(crate) struct Args {
    /// The expression, such as '//item[@id = 1]/price'
    expression: String,
    /// The XML file; `-` reads standard input
    file: PathBuf,
    /// The type to ask for, which also gives namespaces a meaning; without it the answer is a text
    #[arg(long = "as", value_enum, value_name = "TYPE")]
    target: Option<Target>,
}

/// The third argument of the function.
#[derive(Clone, Copy, ValueEnum)]
enum Target {
    /// The text of the first node, or of the value
    String,
    /// Whether there is a node, or the value as condition
    Boolean,
    /// The number
    Number,
    /// The text of every node, one a line
    Nodes,
}

impl Target {
    fn template(self) -> &'static str {
        match self {
            Target::String => "{#xpath(#xml, #path, 'string')}",
            Target::Boolean => "{#xpath(#xml, #path, 'boolean')}",
            Target::Number => "{#xpath(#xml, #path, 'number')}",
            Target::Nodes => "{#xpath(#xml, #path, 'node_list').![#this.textContent]}",
        }
    }
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let xml = input::text(&args.file)?;
    let mut context = Context::new();
    context.set("xml", xml.as_str());
    context.set("path", args.expression.as_str());
    let template = args
        .target
        .map_or("{#xpath(#xml, #path)}", Target::template);
    let value = Engine::new()
        .compile(template)?
        .eval(&context)
        .map_err(Problem::Query)?;
    let mut out = std::io::stdout().lock();
    match &value {
        Owned::List(texts) => (0..texts.len())
            .filter_map(|at| texts.get(at))
            .try_for_each(|text| writeln!(out, "{text}"))?,
        value => writeln!(out, "{value}")?,
    }
    Ok(match value {
        Owned::Bool(false) => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    })
}
