//! `gravel eval`: one expression, or a file of recorded cases.

use crate::sandbox::Sandbox;
use crate::{Problem, cases, input, report};
use clap::{Args as ClapArgs, ValueEnum};
use gravitee_el::{Decision, Engine, Owned, Type, typed};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(ClapArgs)]
#[command(
    after_help = "Exit codes: 0 success, 1 the condition is false, 2 wrong usage, 3 the text does not parse, \
    4 evaluation error, 5 exception of Java code"
)]
pub(crate) struct Args {
    /// The expression, such as '{#request.method == "GET"}'; `-` reads it from standard input
    #[arg(required_unless_present = "cases")]
    expression: Option<String>,
    #[command(flatten)]
    data: input::Data,
    #[command(flatten)]
    sandbox: Sandbox,
    /// Convert the result to this Java type: Boolean, String, Integer, Long, Double, List, Map …
    #[arg(long = "as", value_name = "TYPE")]
    target: Option<String>,
    /// Decide like a gateway does: missing data make the condition false, and standard error says why
    #[arg(long, conflicts_with = "target")]
    condition: bool,
    /// How to print the result
    #[arg(long, value_enum, default_value_t = Output::Text)]
    output: Output,
    /// Evaluate a file of recorded cases, one JSON object a line, and print one answer a line
    #[arg(long, value_name = "FILE", conflicts_with_all = ["expression", "condition", "target"])]
    cases: Option<PathBuf>,
    /// The named contexts that the cases refer to
    #[arg(long, value_name = "FILE", requires = "cases")]
    contexts: Option<PathBuf>,
    /// Compile without the optimizer; answers are the same
    #[arg(long)]
    no_opt: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Output {
    /// As Java prints it
    Text,
    /// As plain JSON
    Json,
    /// As JSON that names the Java types
    Typed,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let engine = Engine::builder()
        .optimize(!args.no_opt)
        .whitelist(&args.sandbox.read()?)
        .build();
    if let Some(file) = &args.cases {
        return cases::run(&engine, file, args.contexts.as_deref());
    }
    let expression = input::expression(args.expression.as_deref().unwrap_or("-"))?;
    let target = target(args.target.as_deref())?;
    let data = args.data.read()?;
    let context = data.context();
    let template = engine.compile(&expression)?;
    if args.condition {
        return decide(template.matches(&context));
    }
    let value = template.eval_as(&context, target)?;
    let mut out = std::io::stdout().lock();
    match args.output {
        Output::Text => writeln!(out, "{value}")?,
        Output::Json => writeln!(out, "{}", typed::value_to_plain_json(&value))?,
        Output::Typed => writeln!(out, "{}", typed::value_to_json(&value))?,
    }
    Ok(code(&value))
}

/// A Boolean result is also an exit code, so that a shell can branch on it.
fn code(value: &Owned) -> ExitCode {
    match value {
        Owned::Bool(false) => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    }
}

fn target(name: Option<&str>) -> Result<Type, Problem> {
    let Some(name) = name else {
        return Ok(Type::OBJECT);
    };
    Type::named(name).ok_or_else(|| {
        let known = "Boolean, String, Integer, Long, Double, Float, Short, Byte, BigDecimal, BigInteger, List, Set, Map, Object";
        Problem::Usage(format!("`{name}` is no type for `--as`; there are {known}"))
    })
}

fn decide(decision: Decision) -> Result<ExitCode, Problem> {
    match decision {
        Decision::Abort(error) => Err(error.into()),
        decision => {
            writeln!(std::io::stdout(), "{}", decision.is_true())?;
            match &decision {
                Decision::Unloaded(bodies) => {
                    report::line("false", &format!("there is no body for `{bodies}`"));
                }
                decision => decision.reason().into_iter().for_each(report::reason),
            }
            Ok(ExitCode::from(u8::from(!decision.is_true())))
        }
    }
}
