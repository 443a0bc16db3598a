//! Instructions of the hot shapes, counted by callgrind: stable where times are not.
//!
//! `cargo bench --bench instructions` prints the count of each shape beside its budget in `benches/budgets.json` and
//! fails when one is more than 5 % above, or has no budget. `-- --accept` writes the counts as the new budgets; `-- --run
//! SHAPE N` runs one shape, for a profiler; `-- --run SHAPE N PASS` does so without a pass of the optimizer, to see what the
//! pass is worth.

#[path = "shapes.rs"]
mod shapes;

use gravitee_el::{Context, Engine, Template};
use shapes::{
    CONDITIONS, E1, LITERAL, Sample, TEMPLATE, THREE_HOLES, attributes, context, hand_written,
};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// Shapes beside the conditions.
const OTHERS: &[&str] = &[
    "hand-written",
    "template",
    "template of three holes",
    "literal",
    "cache",
    "compile E1",
];

/// How much a shape may cost more than its budget.
const TOLERANCE: f64 = 0.05;

/// Evaluations in the shorter and in the longer run; only the difference counts, so that start-up does not.
const RUNS: [u64; 2] = [1_000, 3_000];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words[..] {
        ["--run", shape, times, ref without @ ..] => {
            // Cargo adds a flag of its own.
            let without = without.iter().filter(|word| !word.starts_with("--"));
            let engine = Engine::builder().without_passes(without.copied()).build();
            run(&engine, shape, times.parse().expect("a number of times"));
            ExitCode::SUCCESS
        }
        _ => compare(words.contains(&"--accept")),
    }
}

/// Runs a shape so many times.
fn run(engine: &Engine, shape: &str, times: u64) {
    let (request, attributes) = (Sample::default(), attributes());
    let repeat = |work: &dyn Fn() -> bool| (0..times).for_each(|_| _ = black_box(work()));
    let text = CONDITIONS.iter().find(|(name, _)| *name == shape);
    match (shape, text) {
        (_, Some((_, text))) => {
            let template = engine.compile(text).expect("a shape compiles");
            // A pattern gets its engine when it has been used some dozens of times.
            (0..100).for_each(|_| _ = template.matches(&context(&request, &attributes)));
            repeat(&|| {
                let context = context(black_box(&request), &attributes);
                template.matches(&context).is_true()
            });
        }
        ("hand-written", _) => repeat(&|| hand_written(black_box(&request))),
        ("template" | "template of three holes", _) => {
            let text = if shape == "template" {
                TEMPLATE
            } else {
                THREE_HOLES
            };
            let template = engine.compile(text).expect("it compiles");
            repeat(&|| {
                let context = context(black_box(&request), &attributes);
                template.render(&context).is_ok()
            });
        }
        ("literal", _) => {
            let context = Context::new();
            repeat(&|| engine.render(black_box(LITERAL), &context).is_ok());
        }
        ("cache", _) => {
            let found = |found: &Template| _ = black_box(found);
            repeat(&|| engine.with_template(black_box(E1), found).is_ok());
        }
        ("compile E1", _) => repeat(&|| engine.compile(black_box(E1)).is_ok()),
        _ => panic!("there is no shape `{shape}`"),
    }
}

/// Instructions of a whole process that runs a shape.
fn instructions(shape: &str, times: u64) -> u64 {
    let own = std::env::current_exe().expect("a process has a program");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(own)
        .args(["--run", shape, &times.to_string()])
        .output()
        .expect("valgrind is installed");
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{log}");
    let counted = log
        .lines()
        .find_map(|line| line.split("Collected : ").nth(1));
    let counted = counted.expect("callgrind says what it collected");
    counted.trim().parse().expect("a number")
}

fn compare(accept: bool) -> ExitCode {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/budgets.json");
    let budgets = std::fs::read_to_string(&file).unwrap_or_else(|_| "{}".to_owned());
    let budgets: BTreeMap<String, u64> = serde_json::from_str(&budgets).expect("budgets are JSON");
    let shapes = CONDITIONS.iter().map(|(name, _)| *name);
    let mut counts = BTreeMap::new();
    let mut over = 0;
    for shape in shapes.chain(OTHERS.iter().copied()) {
        let [few, many] = RUNS.map(|times| instructions(shape, times));
        let count = (many - few) / (RUNS[1] - RUNS[0]);
        let budget = budgets.get(shape).copied();
        let fits = budget.is_some_and(|budget| count as f64 <= budget as f64 * (1.0 + TOLERANCE));
        let budget = budget.map_or_else(|| "none".to_owned(), |budget| budget.to_string());
        let mark = if fits { "" } else { "  too many" };
        println!("{shape:20} {count:8} instructions, budget {budget:>8}{mark}");
        over += u32::from(!fits);
        counts.insert(shape, count);
    }
    if accept {
        let text = serde_json::to_string_pretty(&counts).expect("numbers are JSON");
        std::fs::write(&file, text + "\n").expect("the budgets can be written");
        return ExitCode::SUCCESS;
    }
    ExitCode::from(u8::from(over > 0))
}
