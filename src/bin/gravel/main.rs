//! `gravel`: evaluate, look into and check Gravitee expressions without a gateway.
//!
//! Exit codes: 0 success (a condition holds), 1 a condition is false, 2 wrong usage or unreadable input, 3 the text does
//! not parse, 4 evaluation error, 5 exception of Java code.

mod allocations;
mod bench;
mod cases;
mod eval;
mod gateway;
mod input;
mod jsonpath;
mod members;
mod report;
mod sandbox;
mod show;
mod xpath;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Gravitee Expression Language without a JVM.
#[derive(Parser)]
#[command(name = "gravel", version, about, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Evaluate an expression, a template or a condition
    Eval(Box<eval::Args>),
    /// Show the syntax tree of an expression
    Ast(show::Tree),
    /// List what can be called and read on a class, a sort of value, or what an expression gives
    Members(Box<members::Args>),
    /// Show the instructions an expression is compiled to, beside its text
    Bytecode(show::Bytecode),
    /// Measure what an evaluation costs: time, allocations, compiling; also beside another expression
    Bench(Box<bench::Args>),
    /// Ask a JSON path of a file, as `#jsonPath` does
    Jsonpath(jsonpath::Args),
    /// Ask an XPath expression of a file, as `#xpath` does
    Xpath(xpath::Args),
    /// Serve API definitions, or look at what serving them would do
    Gateway(gateway::Gateway),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Eval(args) => eval::run(&args),
        Command::Ast(args) => show::ast(&args),
        Command::Members(args) => members::run(&args),
        Command::Bytecode(args) => show::bytecode(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Jsonpath(args) => jsonpath::run(&args),
        Command::Xpath(args) => xpath::run(&args),
        Command::Gateway(args) => gateway::run(&args),
    };
    match result {
        Ok(code) => code,
        Err(problem) => problem.report(),
    }
}

/// What a command ends with when it does not end well.
enum Problem {
    /// Wrong usage, or an input that cannot be read.
    Usage(String),
    /// A text that does not parse, or an evaluation that stopped.
    Expression(gravitee_el::Error),
    /// A path without an answer: the expression around it is ours, so its text is not shown.
    Query(gravitee_el::Error),
    /// Standard output cannot be written; a closed pipe is no problem of ours.
    Output(std::io::Error),
}

impl Problem {
    fn report(self) -> ExitCode {
        match self {
            Problem::Usage(message) => {
                report::line("error", &message);
                ExitCode::from(2)
            }
            Problem::Expression(error) => {
                report::error(&error);
                ExitCode::from(report::exit_code(&error))
            }
            Problem::Query(error) => {
                let level = error.code().map(|code| format!("error[{code}]"));
                report::line(
                    level.as_deref().unwrap_or("error"),
                    &error.diagnostic().message,
                );
                ExitCode::from(report::exit_code(&error))
            }
            Problem::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                ExitCode::SUCCESS
            }
            Problem::Output(error) => {
                report::line("error", &format!("the answer cannot be written: {error}"));
                ExitCode::from(2)
            }
        }
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Problem::Output(error)
    }
}

impl From<gravitee_el::Error> for Problem {
    fn from(error: gravitee_el::Error) -> Self {
        Problem::Expression(error)
    }
}
