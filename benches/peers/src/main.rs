//! The same conditions in every engine, side by side: `cargo run --release --manifest-path benches/peers/Cargo.toml`.
//!
//! Each engine's answer is checked before anything is measured; one wrong answer ends the run with an error. What is
//! measured is processor time, in five rounds that visit all engines, and the median of a round counts. The README says what is fair.

mod jvm;
mod peers;
mod sample;
mod shapes;
mod table;
mod verdicts;
mod work;

use jvm::Jvm;
use std::process::ExitCode;
use table::Table;
use work::Work;

/// How often everything is measured.
const ROUNDS: usize = 5;

fn main() -> ExitCode {
    let request = Box::leak(Box::default());
    let mut works = peers::all(request);
    if wrong_answers(&mut works) > 0 {
        return ExitCode::FAILURE;
    }
    let jvm = match std::env::args().any(|argument| argument == "--no-jvm") {
        true => Err("`--no-jvm` was given".to_owned()),
        false => Jvm::start(),
    };
    let mut jvm = match jvm {
        Ok(jvm) => jvm,
        Err(reason) => {
            eprintln!("the JVM is left out: {reason}");
            Jvm::default()
        }
    };
    if jvm.wrong_answers() > 0 {
        return ExitCode::FAILURE;
    }
    let table = measure(&mut works, &mut jvm);
    println!("{table}");
    verdicts::print(&table);
    ExitCode::SUCCESS
}

/// How many answers are not the right one; each is named.
fn wrong_answers(works: &mut [Work]) -> usize {
    let mut wrong = 0;
    for work in works {
        let answer = work.answer();
        if !work.shape.accepts(&answer) {
            eprintln!("{}: {} answers {answer}", work.engine, work.shape.name());
            wrong += 1;
        }
    }
    wrong
}

fn measure(works: &mut [Work], jvm: &mut Jvm) -> Table {
    let times: Vec<u64> = works.iter_mut().map(Work::calibrate).collect();
    let mut table = Table::default();
    for round in 1..=ROUNDS {
        eprintln!("round {round} of {ROUNDS}");
        for (work, times) in works.iter_mut().zip(&times) {
            let spent = work.nanoseconds(*times);
            table.add(work.engine, work.shape, work.way, spent);
        }
        jvm.measure(&mut table);
    }
    table
}
