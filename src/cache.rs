//! Compiled templates by text, failures included: a bad expression arrives with every request too.
//!
//! The cache is cut into shards with a lock each, so that threads rarely meet. Entries leave when their shard is full
//! (least recently used first) or when nobody asked for them for the idle time.

use crate::Error;
use crate::engine::Template;
use lru::LruCache;
use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const SHARDS: usize = 16;

/// How often the cache had what was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CacheStats {
    /// Look-ups that found an entry.
    pub hits: u64,
    /// Look-ups that compiled.
    pub misses: u64,
    /// Entries held now.
    pub entries: usize,
}

pub(crate) struct Cache {
    shards: Vec<Mutex<LruCache<Box<str>, Entry>>>,
    hasher: RandomState,
    idle: Duration,
    hits: AtomicU64,
    misses: AtomicU64,
}

struct Entry {
    result: Result<Template, Error>,
    used: Instant,
}

impl Cache {
    /// A cache of about `size` entries that forgets what nobody asked for during `idle`. Size 0 keeps one entry a shard.
    pub(crate) fn new(size: usize, idle: Duration) -> Self {
        let each = NonZeroUsize::new(size.div_ceil(SHARDS)).unwrap_or(NonZeroUsize::MIN);
        Cache {
            shards: (0..SHARDS)
                .map(|_| Mutex::new(LruCache::new(each)))
                .collect(),
            hasher: RandomState::new(),
            idle,
            hits: AtomicU64::new(0),
            misses: AtomicU64::new(0),
        }
    }

    /// The entry of a text, made by `compile` when there is none. Two threads may compile the same text at once; the
    /// lock is not held meanwhile.
    pub(crate) fn get(
        &self,
        text: &str,
        compile: impl FnOnce() -> Result<Template, Error>,
    ) -> Result<Template, Error> {
        let shard = &self.shards[self.hasher.hash_one(text) as usize % SHARDS];
        let now = Instant::now();
        if let Some(entry) = lock(shard).get_mut(text)
            && now.duration_since(entry.used) < self.idle
        {
            entry.used = now;
            self.hits.fetch_add(1, Ordering::Relaxed);
            return entry.result.clone();
        }
        self.misses.fetch_add(1, Ordering::Relaxed);
        let result = compile();
        let mut entries = lock(shard);
        while entries
            .peek_lru()
            .is_some_and(|(_, entry)| now.duration_since(entry.used) >= self.idle)
        {
            entries.pop_lru();
        }
        entries.put(
            text.into(),
            Entry {
                result: result.clone(),
                used: now,
            },
        );
        result
    }

    pub(crate) fn stats(&self) -> CacheStats {
        CacheStats {
            hits: self.hits.load(Ordering::Relaxed),
            misses: self.misses.load(Ordering::Relaxed),
            entries: self.shards.iter().map(|shard| lock(shard).len()).sum(),
        }
    }
}

/// A panic elsewhere leaves a shard as it was between two steps, which is always a whole cache.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
