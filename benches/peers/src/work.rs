//! One piece of work, and its time. The loop is inside the generic type, so that no call through a pointer is measured.

use crate::shapes::{Answer, Shape};
use cpu_time::ThreadTime;
use std::hint::black_box;
use std::time::Duration;

/// Whether the context is there before, or built for each evaluation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Prebuilt,
    PerRequest,
}

impl Way {
    pub const ALL: [Way; 2] = [Way::Prebuilt, Way::PerRequest];

    /// The heading of its table.
    pub fn title(self) -> &'static str {
        match self {
            Way::Prebuilt => "Context prebuilt",
            Way::PerRequest => "Context built per request",
        }
    }
}

/// One engine deciding one shape in one way.
pub struct Work {
    pub engine: &'static str,
    pub shape: Shape,
    pub way: Way,
    run: Box<dyn Repeat>,
}

trait Repeat {
    fn answer(&mut self) -> Answer;
    fn repeat(&mut self, times: u64);
}

impl<A: Into<Answer>, F: FnMut() -> A> Repeat for F {
    fn answer(&mut self) -> Answer {
        self().into()
    }

    fn repeat(&mut self, times: u64) {
        for _ in 0..times {
            black_box(self());
        }
    }
}

/// How long one measurement lasts.
const SPAN: Duration = Duration::from_millis(40);

impl Work {
    pub fn new<A: Into<Answer> + 'static>(
        engine: &'static str,
        shape: Shape,
        way: Way,
        run: impl FnMut() -> A + 'static,
    ) -> Self {
        Work {
            engine,
            shape,
            way,
            run: Box::new(run),
        }
    }

    /// What it answers, once.
    pub fn answer(&mut self) -> Answer {
        self.run.answer()
    }

    /// How often it must run to last long enough.
    pub fn calibrate(&mut self) -> u64 {
        let mut times = 64;
        loop {
            let spent = self.spent(times);
            if spent > SPAN / 8 {
                let one = spent.as_secs_f64() / times as f64;
                return (SPAN.as_secs_f64() / one) as u64 + 1;
            }
            times *= 2;
        }
    }

    /// Processor time of one evaluation, in nanoseconds.
    pub fn nanoseconds(&mut self, times: u64) -> f64 {
        self.spent(times).as_nanos() as f64 / times as f64
    }

    fn spent(&mut self, times: u64) -> Duration {
        let start = ThreadTime::now();
        self.run.repeat(times);
        start.elapsed()
    }
}
