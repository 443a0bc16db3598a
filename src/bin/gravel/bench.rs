//! `gravel bench`: what one evaluation of an expression costs, alone or beside another expression.
//!
//! The context is built once and lent, as the data of a request are; what is timed is the evaluation a gateway would do:
//! a condition is decided, a text rendered. Two expressions take turns run by run, so that a busy machine slows both. The
//! runs share the time that `--seconds` gives; a slow expression gets fewer of them.

use crate::allocations::{self, Allocated};
use crate::sandbox::Sandbox;
use crate::{Problem, input};
use clap::Args as ClapArgs;
use gravitee_el::typed::ContextData;
use gravitee_el::{Arena, Context, Decision, Engine, Owned, ProgramSize, Template, Type};
use serde_json::{Value as Json, json};
use std::borrow::Cow;
use std::fmt;
use std::hint::black_box;
use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

#[derive(ClapArgs)]
#[command(
    after_help = "Times are medians of several runs. Exit codes: 0 measured, 2 wrong usage, 3 the text does not parse"
)]
pub(crate) struct Args {
    /// The expression; `-` reads it from standard input
    expression: String,
    #[command(flatten)]
    data: input::Data,
    #[command(flatten)]
    sandbox: Sandbox,
    /// Another expression, measured in turns with the first one and compared with it
    #[arg(long, value_name = "OTHER")]
    vs: Option<String>,
    /// How long to measure, 0.01 to 60 seconds
    #[arg(long, value_name = "SECONDS", default_value = "1", value_parser = seconds)]
    seconds: Duration,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Runs an expression gets at most; the median of an odd number is one of them.
const RUNS: usize = 25;

/// Evaluations before anything is timed: a pattern gets its engine when it has been used some dozens of times.
const WARM_UP: u32 = 100;

/// Evaluations over which allocations are counted.
const COUNTED: u64 = 16;

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text
        .parse()
        .map_err(|_| format!("`{text}` is no number of seconds"))?;
    match (0.01..=60.0).contains(&seconds) {
        true => Ok(Duration::from_secs_f64(seconds)),
        false => Err(format!("`{text}` is not between 0.01 and 60")),
    }
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let whitelist = args.sandbox.read()?;
    let engine = Engine::builder().whitelist(&whitelist).build();
    let first = input::expression(&args.expression)?;
    let texts = [Some(first.as_str()), args.vs.as_deref()];
    let data = args.data.read()?;
    let mut subjects = Vec::new();
    for text in texts.into_iter().flatten() {
        subjects.push(Subject::new(&engine, text, &data)?);
    }
    let share = args.seconds / subjects.len() as u32;
    for subject in &mut subjects {
        subject.prepare(&engine, &data, share);
        subject.passes = fired(&subject.template);
    }
    measure(&mut subjects, &data, args.seconds * 8 / 10);
    let measured: Vec<Measured> = subjects.into_iter().map(Measured::of).collect();
    print(&measured, args.json)?;
    Ok(ExitCode::SUCCESS)
}

/// The passes of the optimizer without which the program would be another one.
fn fired(template: &Template) -> Vec<&'static str> {
    let program = template.bytecode().to_string();
    let names = Engine::passes().iter().map(|pass| pass.name);
    let matters = |name: &&'static str| {
        let without = Engine::builder().without_passes([*name]).build();
        let without = without.compile(template.source());
        without.is_ok_and(|template| template.bytecode().to_string() != program)
    };
    names.filter(matters).collect()
}

/// Lets the subjects take turns until each has all its runs or the time is over; each gets one run at least.
fn measure(subjects: &mut [Subject], data: &ContextData, time: Duration) {
    let start = Instant::now();
    let runs = RUNS * subjects.len();
    let run = time / runs as u32;
    for _ in 0..RUNS {
        for subject in &mut *subjects {
            let took = subject.run(data, run);
            subject.runs.push(took);
        }
        if start.elapsed() > time {
            break;
        }
    }
}

/// What a gateway does with such a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Condition,
    Text,
    /// Neither: a value that has no text form.
    Value,
}

impl Use {
    fn name(self) -> &'static str {
        match self {
            Use::Condition => "condition",
            Use::Text => "text",
            Use::Value => "value",
        }
    }

    /// A condition gives a Boolean, or its data are missing; all else is a text if it can be.
    fn of(template: &Template, data: &ContextData) -> Use {
        match template.eval(&data.context()) {
            Ok(Owned::Bool(_)) | Err(_) => Use::Condition,
            Ok(_) if template.render(&data.context()).is_ok() => Use::Text,
            Ok(_) => Use::Value,
        }
    }

    /// One evaluation.
    fn evaluate(self, template: &Template, context: &Context<'_>) {
        match self {
            Use::Condition => drop(black_box(template.matches(context))),
            Use::Text => drop(black_box(template.render(context))),
            Use::Value => {
                let arena = Arena::default();
                let _ = black_box(template.eval_in(context, Type::OBJECT, &arena));
            }
        }
    }

    /// What it gives, and why.
    fn answer(self, template: &Template, context: &Context<'_>) -> Answer {
        let text = match self {
            Use::Condition => return Answer::of(&template.matches(context)),
            Use::Text => template.render(context).map(Cow::into_owned),
            Use::Value => template.eval(context).map(|value| value.to_string()),
        };
        match text {
            Ok(text) => Answer { text, reason: None },
            Err(error) => Answer {
                text: "stops".to_owned(),
                reason: Some(error.to_string()),
            },
        }
    }
}

/// What an expression gave, and why where data are missing.
struct Answer {
    text: String,
    reason: Option<String>,
}

impl Answer {
    fn of(decision: &Decision) -> Answer {
        let reason = match decision {
            Decision::Unloaded(bodies) => Some(format!("there is no body for `{bodies}`")),
            decision => decision.reason().map(ToString::to_string),
        };
        let text = match decision {
            Decision::Abort(_) => "aborts".to_owned(),
            decision => decision.is_true().to_string(),
        };
        Answer { text, reason }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&short(&self.text))?;
        match &self.reason {
            Some(reason) => write!(f, ", {}", short(reason)),
            None => Ok(()),
        }
    }
}

/// An expression that is being measured.
struct Subject {
    template: Template,
    usage: Use,
    answer: Answer,
    /// Whether evaluations leave variables in the context, so that each needs a context of its own.
    assigns: bool,
    compile: f64,
    allocated: [f64; 2],
    passes: Vec<&'static str>,
    /// Nanoseconds of an evaluation in each run.
    runs: Vec<f64>,
    evaluations: u64,
}

impl Subject {
    fn new(engine: &Engine, text: &str, data: &ContextData) -> Result<Subject, Problem> {
        let template = engine.compile(text)?;
        let usage = Use::of(&template, data);
        let context = data.context();
        let answer = usage.answer(&template, &context);
        let before = data.context().into_assigned().len();
        Ok(Subject {
            assigns: context.into_assigned().len() > before,
            template,
            usage,
            answer,
            compile: 0.0,
            allocated: [0.0; 2],
            passes: Vec::new(),
            runs: Vec::with_capacity(RUNS),
            evaluations: 0,
        })
    }

    /// Warms up, counts allocations, times the compiler; each takes a small part of the time at most.
    fn prepare(&mut self, engine: &Engine, data: &ContextData, time: Duration) {
        let end = Instant::now() + time / 20;
        for _ in 0..WARM_UP {
            self.usage.evaluate(&self.template, &data.context());
            if Instant::now() > end {
                break;
            }
        }
        self.allocated = self.allocations(data, time / 20);
        self.compile = compiling(engine, self.template.source(), time / 10);
    }

    /// Allocations and bytes of one evaluation.
    fn allocations(&self, data: &ContextData, time: Duration) -> [f64; 2] {
        let start = Instant::now();
        let (mut sum, mut times) = (Allocated::default(), 0);
        while times < COUNTED && (times == 0 || start.elapsed() < time) {
            let context = data.context();
            let one = allocations::during(|| self.usage.evaluate(&self.template, &context));
            sum.count += one.count;
            sum.bytes += one.bytes;
            times += 1;
        }
        [sum.count, sum.bytes].map(|sum| sum as f64 / times as f64)
    }

    /// Nanoseconds of an evaluation, over as many as fit into the time.
    fn run(&mut self, data: &ContextData, time: Duration) -> f64 {
        let (mut spent, mut done, mut batch) = (Duration::ZERO, 0_u64, 1_u64);
        while done == 0 || spent < time {
            let context = data.context();
            let start = Instant::now();
            for _ in 0..batch {
                self.usage
                    .evaluate(black_box(&self.template), black_box(&context));
            }
            spent += start.elapsed();
            done += batch;
            // The clock is looked at seldom enough not to count, and often enough to stop in time.
            if !self.assigns && spent < time / 8 {
                batch *= 2;
            }
        }
        self.evaluations += done;
        spent.as_nanos() as f64 / done as f64
    }
}

/// Nanoseconds to compile a text, past the cache.
fn compiling(engine: &Engine, text: &str, time: Duration) -> f64 {
    let start = Instant::now();
    let mut runs = Vec::new();
    while runs.is_empty() || (runs.len() < 1_001 && start.elapsed() < time) {
        let start = Instant::now();
        let _ = black_box(engine.compile(black_box(text)));
        runs.push(start.elapsed().as_nanos() as f64);
    }
    median(&mut runs)
}

/// The middle one; the slice is sorted then.
fn median(runs: &mut [f64]) -> f64 {
    runs.sort_by(f64::total_cmp);
    runs[runs.len() / 2]
}

/// What was found out about an expression.
struct Measured {
    text: String,
    usage: Use,
    answer: Answer,
    median: f64,
    /// Of the fastest and of the slowest run.
    spread: [f64; 2],
    runs: usize,
    evaluations: u64,
    allocated: [f64; 2],
    compile: f64,
    size: ProgramSize,
    passes: Vec<&'static str>,
}

impl Measured {
    fn of(mut subject: Subject) -> Measured {
        let median = median(&mut subject.runs);
        let runs = &subject.runs;
        Measured {
            median,
            spread: [runs[0], runs[runs.len() - 1]],
            runs: runs.len(),
            text: subject.template.source().to_owned(),
            usage: subject.usage,
            answer: subject.answer,
            evaluations: subject.evaluations,
            allocated: subject.allocated,
            compile: subject.compile,
            size: subject.template.program_size(),
            passes: subject.passes,
        }
    }

    fn json(&self) -> Json {
        json!({
            "expression": self.text,
            "as": self.usage.name(),
            "answer": self.answer.text,
            "reason": self.answer.reason,
            "ns": {"median": self.median, "fastest": self.spread[0], "slowest": self.spread[1]},
            "runs": self.runs,
            "evaluations": self.evaluations,
            "allocations": self.allocated[0],
            "allocatedBytes": self.allocated[1],
            "compileNs": self.compile,
            "program": {
                "instructions": self.size.instructions,
                "constants": self.size.constants,
                "bytes": self.size.bytes,
            },
            "passes": self.passes,
        })
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [fastest, slowest] = self.spread.map(Nanoseconds);
        let [count, bytes] = self.allocated;
        let ProgramSize {
            instructions,
            constants,
            bytes: size,
            ..
        } = self.size;
        let passes = match self.passes.is_empty() {
            true => "none".to_owned(),
            false => self.passes.join(", "),
        };
        writeln!(f, "{}", short(&self.text))?;
        writeln!(f, "  {:12} {}", self.usage.name(), self.answer)?;
        writeln!(
            f,
            "  time         {} ({fastest} to {slowest} in {} runs, {} evaluations)",
            Nanoseconds(self.median),
            self.runs,
            self.evaluations
        )?;
        writeln!(f, "  allocations  {count} ({bytes} bytes)")?;
        writeln!(f, "  compile      {}", Nanoseconds(self.compile))?;
        writeln!(
            f,
            "  program      {instructions} instructions, {constants} constants, {size} bytes"
        )?;
        writeln!(f, "  passes       {passes}")
    }
}

/// A duration in a unit in which it is no long number.
struct Nanoseconds(f64);

impl fmt::Display for Nanoseconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const UNITS: [(f64, &str); 4] = [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1.0, "ns")];
        let fitting = UNITS.iter().find(|(size, _)| self.0 >= *size);
        let (size, unit) = fitting.unwrap_or(&UNITS[3]);
        write!(f, "{:.1} {unit}", self.0 / size)
    }
}

/// One line of a text that may have many, or be long.
fn short(text: &str) -> String {
    const SHOWN: usize = 160;
    let line: String = text.chars().take(SHOWN).map(visible).collect();
    match text.chars().nth(SHOWN) {
        Some(_) => line + " …",
        None => line,
    }
}

fn visible(character: char) -> char {
    if character.is_control() {
        ' '
    } else {
        character
    }
}

fn print(measured: &[Measured], as_json: bool) -> Result<(), Problem> {
    let mut out = std::io::stdout().lock();
    if as_json {
        writeln!(out, "{}", all_json(measured))?;
        return Ok(());
    }
    for one in measured {
        write!(out, "{one}")?;
    }
    if let [first, second] = measured {
        write!(out, "{}", comparison(first, second))?;
    }
    Ok(())
}

fn all_json(measured: &[Measured]) -> Json {
    let mut all = json!({"measured": measured.iter().map(Measured::json).collect::<Vec<_>>()});
    if let [first, second] = measured {
        all["ratio"] = json!({
            "time": second.median / first.median,
            "compile": second.compile / first.compile,
        });
        all["sameAnswer"] = json!(same_answer(first, second));
    }
    all
}

fn same_answer(first: &Measured, second: &Measured) -> bool {
    (first.usage, &first.answer.text) == (second.usage, &second.answer.text)
}

fn comparison(first: &Measured, second: &Measured) -> String {
    let [fewer, more] = [first, second].map(|one| one.allocated[0]);
    let mut text = format!(
        "second to first: {:.2} times the time, {:.2} times the compile time, {more} allocations to {fewer}\n",
        second.median / first.median,
        second.compile / first.compile,
    );
    if !same_answer(first, second) {
        text += &format!(
            "the answers differ: `{}` and `{}`\n",
            short(&first.answer.text),
            short(&second.answer.text)
        );
    }
    text
}
