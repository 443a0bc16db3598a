//! Patterns that are only known when an expression runs, kept from use to use.
//!
//! Texts that are no pattern are kept as well, or a client could make every request parse one. The cache is split, so that threads
//! rarely wait for each other, and bounded in entries and in the length of what it keeps.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ::lru::LruCache;

use super::{Limits, Pattern, SyntaxError};

/// A pattern, or why it is none.
type Entry = Result<Arc<Pattern>, SyntaxError>;

type Shard = LruCache<Box<str>, Entry>;

const SHARDS: usize = 8;

/// Longer patterns are compiled each time: no one writes them, and few of them would fill the memory that thousands of others need.
const LONGEST_KEPT: usize = 4096;

/// Compiled patterns by their text, least recently used first to go.
pub(crate) struct PatternCache {
    shards: [Mutex<Shard>; SHARDS],
    hasher: RandomState,
    limits: Limits,
}

impl PatternCache {
    /// A cache for about `entries` patterns.
    pub(crate) fn new(entries: NonZeroUsize, limits: Limits) -> PatternCache {
        let capacity =
            NonZeroUsize::new(entries.get().div_ceil(SHARDS)).unwrap_or(NonZeroUsize::MIN);
        PatternCache {
            shards: std::array::from_fn(|_| Mutex::new(LruCache::new(capacity))),
            hasher: RandomState::new(),
            limits,
        }
    }

    /// The pattern with this text, from the cache if it is there.
    pub(crate) fn get(&self, pattern: &str) -> Entry {
        if pattern.len() > LONGEST_KEPT {
            return self.compile(pattern);
        }
        if let Some(known) = self.shard(pattern).get(pattern) {
            return known.clone();
        }
        let entry = self.compile(pattern);
        self.shard(pattern).put(pattern.into(), entry.clone());
        entry
    }

    fn compile(&self, pattern: &str) -> Entry {
        Pattern::new(pattern, self.limits).map(Arc::new)
    }

    fn shard(&self, pattern: &str) -> MutexGuard<'_, Shard> {
        let index = self.hasher.hash_one(pattern) as usize % SHARDS;
        // A shard is only ever read or given a whole entry, so one left by a panic is still whole.
        self.shards[index]
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache(entries: usize) -> PatternCache {
        PatternCache::new(
            NonZeroUsize::new(entries).unwrap_or(NonZeroUsize::MIN),
            Limits::default(),
        )
    }

    #[test]
    fn a_second_request_gets_the_same_pattern() {
        let cache = cache(64);
        let (first, second) = (cache.get("a+"), cache.get("a+"));
        assert!(Arc::ptr_eq(&first.unwrap(), &second.unwrap()));
    }

    #[test]
    fn failures_are_kept_too() {
        let cache = cache(64);
        assert_eq!(cache.get("[").unwrap_err(), cache.get("[").unwrap_err());
        assert_eq!(
            cache
                .shards
                .iter()
                .map(|shard| shard.lock().unwrap().len())
                .sum::<usize>(),
            1
        );
    }

    #[test]
    fn the_number_of_entries_is_bounded() {
        let cache = cache(16);
        for index in 0..200 {
            assert!(cache.get(&format!("a{index}")).is_ok());
        }
        assert!(
            cache
                .shards
                .iter()
                .all(|shard| shard.lock().unwrap().len() <= 2)
        );
    }

    #[test]
    fn long_patterns_are_not_kept() {
        let cache = cache(16);
        assert!(cache.get(&"a".repeat(LONGEST_KEPT + 1)).is_ok());
        assert!(
            cache
                .shards
                .iter()
                .all(|shard| shard.lock().unwrap().is_empty())
        );
    }
}
