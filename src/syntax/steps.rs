//! Counts the work of a test's own thread, for tests that say how work grows with the length of a text.

use std::cell::Cell;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

/// One more unit of work.
pub(crate) fn add(units: usize) {
    COUNT.set(COUNT.get() + units);
}

/// The units that `work` adds.
pub(crate) fn of<T>(work: impl FnOnce() -> T) -> usize {
    let before = COUNT.get();
    work();
    COUNT.get() - before
}
