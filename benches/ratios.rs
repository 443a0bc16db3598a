//! What evaluations cost, as ratios to a hand-written function of the same run: the table of `docs/performance.md`.
//!
//! `cargo bench --bench ratios` prints processor time a piece of work, medians of nine interleaved rounds, each beside its goal.
//! A round is measured by the processor time of its own thread where the system tells it (Linux), else by the clock, so that
//! other work on the machine counts little. Contexts are built inside the loop, limits are on.

#[path = "shapes.rs"]
#[allow(dead_code, reason = "other benches measure the rest")]
mod shapes;

use gravitee_el::{Context, Engine};
use shapes::{CONDITIONS, E1, LITERAL, Sample, TEMPLATE, attributes, context, hand_written};
use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

/// Texts in the warm cache.
const TEXTS: usize = 500;
const ROUNDS: usize = 9;
/// Pieces of quick work in a round: systems count processor time in steps of some milliseconds.
const PIECES: usize = 20_000_000;

/// Conditions of the table and how many times the hand-written function they may take.
const GOALS: &[(&str, f64)] = &[
    ("E1", 3.0),
    ("method", 1.3),
    ("header indexed", 2.2),
    ("header dotted", 2.2),
    ("or-chain", 3.5),
    ("attribute", 5.0),
    ("header missing", 6.0),
];

/// A row of the table.
struct Row<'w> {
    name: String,
    goal: Option<f64>,
    pieces: usize,
    work: Box<dyn Fn() -> bool + 'w>,
}

fn main() {
    let engine = Engine::new();
    let (request, attributes) = (Sample::default(), attributes());
    let (engine, request, attributes) = (&engine, black_box(&request), &attributes);
    let row = |name: &str, goal, pieces, work| Row {
        name: name.to_owned(),
        goal,
        pieces,
        work,
    };
    let mut rows = vec![row(
        "hand-written E1",
        None,
        PIECES,
        Box::new(move || hand_written(black_box(request))),
    )];
    for (name, goal) in GOALS {
        let (_, text) = CONDITIONS
            .iter()
            .find(|(known, _)| known == name)
            .expect("a goal belongs to a shape");
        let template = engine.compile(text).expect("a shape compiles");
        let decide = move || {
            let context = context(black_box(request), attributes);
            template.matches(&context).is_true()
        };
        rows.push(row(name, Some(*goal), PIECES, Box::new(decide)));
    }
    let template = engine.compile(TEMPLATE).expect("it compiles");
    let empty = Context::new();
    rows.push(row(
        TEMPLATE,
        Some(6.0),
        PIECES,
        Box::new(move || {
            let context = context(black_box(request), attributes);
            template.render(&context).is_ok()
        }),
    ));
    rows.push(row(
        "text without an expression",
        Some(0.8),
        PIECES,
        Box::new(move || engine.render(black_box(LITERAL), &empty).is_ok()),
    ));
    rows.push(row(
        "compile E1 from text",
        Some(800.0),
        PIECES / 1_000,
        Box::new(move || engine.compile(black_box(E1)).is_ok()),
    ));
    println!("| work | ns | H | goal, H |\n|---|---:|---:|---:|");
    let hand = interleaved(&rows);
    look_ups(engine, hand);
}

/// Measures the rows in turns and prints them; gives the nanoseconds of the first.
fn interleaved(rows: &[Row<'_>]) -> f64 {
    let mut times = vec![Vec::new(); rows.len()];
    for round in 0..=ROUNDS {
        for (row, times) in rows.iter().zip(&mut times) {
            let start = busy();
            for _ in 0..row.pieces {
                black_box((row.work)());
            }
            // The first round warms up.
            if round > 0 {
                times.push((busy() - start).as_secs_f64() * 1e9 / row.pieces as f64);
            }
        }
    }
    let medians: Vec<f64> = times.into_iter().map(median).collect();
    for (row, ns) in rows.iter().zip(&medians) {
        show(&row.name, *ns, medians[0], row.goal);
    }
    medians[0]
}

/// Look-ups in a warm cache, by one thread and by two.
fn look_ups(engine: &Engine, hand: f64) {
    let texts: Vec<String> = (0..TEXTS)
        .map(|n| {
            format!(
                "{{#request.headers['X-Test'][0] == 'something-{n}' && #request.method == 'GET'}}"
            )
        })
        .collect();
    let lent = |at: usize| {
        let found = engine.with_template(black_box(&texts[at % TEXTS]), |found| {
            _ = black_box(found);
        });
        assert!(found.is_ok());
    };
    let owned = |at: usize| {
        assert!(black_box(engine.template(black_box(&texts[at % TEXTS]))).is_ok());
    };
    for threads in [1, 2] {
        let name = format!("look-up, lent, {threads} thread(s)");
        show(&name, together(threads, lent), hand, Some(2.5));
        let name = format!("look-up, an owner of its own, {threads} thread(s)");
        show(&name, together(threads, owned), hand, Some(2.5));
    }
}

fn show(name: &str, ns: f64, hand: f64, goal: Option<f64>) {
    let goal = goal.map_or(String::new(), |goal| goal.to_string());
    println!("| {name} | {ns:.1} | {:.2} | {goal} |", ns / hand);
}

/// Nanoseconds that `work` takes, done by so many threads at once; the median over rounds and threads.
fn together(threads: usize, work: impl Fn(usize) + Sync) -> f64 {
    let barrier = Barrier::new(threads);
    let measured = || {
        (0..PIECES / 10).for_each(&work);
        let rounds = (0..ROUNDS).map(|_| {
            barrier.wait();
            let start = busy();
            (0..PIECES).for_each(&work);
            (busy() - start).as_secs_f64() * 1e9 / PIECES as f64
        });
        rounds.collect::<Vec<f64>>()
    };
    let all: Vec<f64> = thread::scope(|scope| {
        let spawned: Vec<_> = (0..threads).map(|_| scope.spawn(measured)).collect();
        let joined = spawned
            .into_iter()
            .flat_map(|thread| thread.join().expect("a thread measures"));
        joined.collect()
    });
    median(all)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Processor time of this thread so far.
fn busy() -> Duration {
    thread_local! {
        static START: Instant = Instant::now();
    }
    let scheduled = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let busy = scheduled.and_then(|text| text.split(' ').next()?.parse().ok());
    busy.map_or_else(|| START.with(Instant::elapsed), Duration::from_nanos)
}
