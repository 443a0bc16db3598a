//! A text with what it compiled to, and the marks by which the cache knows whether anybody asks for it.
//!
//! Marks are set by look-ups of any thread and cleared when the entry is examined, so that between two examinations an entry
//! is written to once, however often it is asked for.

use crate::Error;
use crate::engine::Template;
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

/// Asked for since it got its last chance to stay.
const ASKED: u8 = 1;
/// Asked for since its idle time was last examined.
const USED: u8 = 2;
/// No longer in the cache; fronts of threads may still hold it.
const GONE: u8 = 4;

pub(super) struct Entry {
    marks: AtomicU8,
    text: Box<str>,
    result: Result<Template, Error>,
    /// When it was last known to be asked for, in milliseconds since the start of the cache.
    used: AtomicU64,
}

impl Entry {
    pub(super) fn new(text: &str, result: Result<Template, Error>, now: u64) -> Self {
        Entry {
            marks: AtomicU8::new(0),
            text: text.into(),
            result,
            used: AtomicU64::new(now),
        }
    }

    #[inline]
    pub(super) fn result(&self) -> &Result<Template, Error> {
        &self.result
    }

    /// Whether it is the entry of this text and not of another one with the same hash.
    #[inline]
    pub(super) fn is(&self, text: &str) -> bool {
        *self.text == *text
    }

    /// Marks it, unless it is gone.
    #[inline]
    pub(super) fn asked_for(&self) -> bool {
        let marks = self.marks.load(Ordering::Relaxed);
        marks == ASKED | USED || self.mark(marks)
    }

    #[cold]
    fn mark(&self, marks: u8) -> bool {
        if marks & GONE == 0 {
            self.marks.fetch_or(ASKED | USED, Ordering::Relaxed);
        }
        marks & GONE == 0
    }

    #[inline]
    pub(super) fn is_gone(&self) -> bool {
        self.marks.load(Ordering::Relaxed) & GONE != 0
    }

    /// It is taken out of the cache.
    pub(super) fn leave(&self) {
        self.marks.fetch_or(GONE, Ordering::Relaxed);
    }

    /// Whether it was asked for since it came, or got its last chance; this is the next one.
    pub(super) fn another_chance(&self) -> bool {
        self.marks.fetch_and(!ASKED, Ordering::Relaxed) & ASKED != 0
    }

    /// Whether nobody has asked for it in time. Somebody who asked since the last examination counts as asking now, so that
    /// an entry stays a little longer than its time, never shorter.
    pub(super) fn idle(&self, now: u64, limit: u64) -> bool {
        if self.marks.fetch_and(!USED, Ordering::Relaxed) & USED != 0 {
            self.used.store(now, Ordering::Relaxed);
            return false;
        }
        now.saturating_sub(self.used.load(Ordering::Relaxed)) >= limit
    }
}
