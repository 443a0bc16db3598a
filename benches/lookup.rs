//! What it costs to find a compiled template by its text: a warm cache of 500, one thread and two.
//!
//! `cargo bench --bench lookup` prints processor time a look-up, medians of nine rounds, beside the hand-written E1 of the same
//! run. Each round of each kind is measured by the processor time of its own thread where the system tells it (Linux), else by
//! the clock, so that other work on the machine counts little.

#[path = "shapes.rs"]
#[allow(dead_code, reason = "look-ups need no conditions")]
mod shapes;

use gravitee_el::Engine;
use shapes::{Sample, hand_written};
use std::hint::black_box;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

const TEXTS: usize = 500;
const ROUNDS: usize = 9;
const LOOK_UPS: usize = 1_000_000;

fn main() {
    let engine = Engine::new();
    let texts: Vec<String> = (0..TEXTS)
        .map(|n| {
            format!(
                "{{#request.headers['X-Test'][0] == 'something-{n}' && #request.method == 'GET'}}"
            )
        })
        .collect();
    let request = Sample::default();
    let hand = per_piece(1, |_| _ = black_box(hand_written(black_box(&request))));
    println!("hand-written E1                  {hand:7.1} ns    1.00 H");
    let show = |name: &str, ns: f64| println!("{name:32} {ns:7.1} ns  {:6.2} H", ns / hand);
    for threads in [1, 2] {
        let lent = per_piece(threads, |at| {
            let found = engine.with_template(black_box(&texts[at % TEXTS]), |found| {
                _ = black_box(found);
            });
            assert!(found.is_ok());
        });
        show(&format!("lent, {threads} thread(s)"), lent);
    }
    for threads in [1, 2] {
        let owned = per_piece(threads, |at| {
            assert!(black_box(engine.template(black_box(&texts[at % TEXTS]))).is_ok());
        });
        show(
            &format!("a template of its own, {threads} thread(s)"),
            owned,
        );
    }
}

/// Nanoseconds that `work` takes, done by so many threads at once; the median over rounds and threads.
fn per_piece(threads: usize, work: impl Fn(usize) + Sync) -> f64 {
    let barrier = Barrier::new(threads);
    let measured = || {
        (0..LOOK_UPS / 10).for_each(&work);
        let rounds = (0..ROUNDS).map(|_| {
            barrier.wait();
            let start = busy();
            (0..LOOK_UPS).for_each(&work);
            (busy() - start).as_secs_f64() * 1e9 / LOOK_UPS as f64
        });
        rounds.collect::<Vec<f64>>()
    };
    let mut all: Vec<f64> = thread::scope(|scope| {
        let spawned: Vec<_> = (0..threads).map(|_| scope.spawn(measured)).collect();
        let joined = spawned
            .into_iter()
            .flat_map(|thread| thread.join().expect("a thread measures"));
        joined.collect()
    });
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
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
