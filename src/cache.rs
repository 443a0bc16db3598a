//! Compiled templates by text, failures included: a bad expression arrives with every request too.
//!
//! The cache is cut into shards, and a hit changes nothing that other threads wait for: it notes in the entry that it was
//! asked for, instead of moving it to the front. Where a shard is full, the oldest entry leaves, unless it was asked for
//! since its last chance; then it gets another one. The clock is read on every miss and now and then on hits, since reading
//! it costs as much as the look-up: an idle entry leaves at the first such moment after its time.

use crate::Error;
use crate::engine::Template;
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, Instant};

const SHARDS: usize = 16;

/// The clock is read on every hit of a shard whose number is a multiple of this.
const CLOCK_EVERY: u64 = 64;

/// How often the cache had what was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CacheStats {
    /// Look-ups that found an entry, but for some that happened at the same moment on several threads.
    pub hits: u64,
    /// Look-ups that compiled.
    pub misses: u64,
    /// Entries held now.
    pub entries: usize,
}

pub(crate) struct Cache {
    shards: [Shard; SHARDS],
    /// Milliseconds after which an entry that nobody asks for leaves.
    idle: u64,
    start: Instant,
}

/// A shard has cache lines of its own, so that threads in different shards do not slow each other down.
#[repr(align(128))]
struct Shard {
    entries: RwLock<LruCache<Box<str>, Entry>>,
    hits: AtomicU64,
    misses: AtomicU64,
    /// When the clock was last read, in milliseconds since the start.
    now: AtomicU64,
}

struct Entry {
    result: Result<Template, Error>,
    /// What the shard's clock said when it was last asked for.
    used: AtomicU64,
    /// Whether it was asked for since it came, or got its last chance.
    asked: AtomicBool,
}

impl Cache {
    /// A cache of about `size` entries that forgets what nobody asked for during `idle`. Size 0 keeps one entry a shard.
    pub(crate) fn new(size: usize, idle: Duration) -> Self {
        let each = NonZeroUsize::new(size.div_ceil(SHARDS)).unwrap_or(NonZeroUsize::MIN);
        let shard = |_| Shard {
            entries: RwLock::new(LruCache::new(each)),
            hits: AtomicU64::new(0),
            misses: AtomicU64::new(0),
            now: AtomicU64::new(0),
        };
        Cache {
            shards: std::array::from_fn(shard),
            idle: u64::try_from(idle.as_millis()).unwrap_or(u64::MAX),
            start: Instant::now(),
        }
    }

    /// The entry of a text, made by `compile` when there is none. Two threads may compile the same text at once; the
    /// lock is not held meanwhile.
    pub(crate) fn get(
        &self,
        text: &str,
        compile: impl FnOnce() -> Result<Template, Error>,
    ) -> Result<Template, Error> {
        let shard = &self.shards[shard_of(text)];
        let hits = shard.hits.load(Ordering::Relaxed) + 1;
        if hits.is_multiple_of(CLOCK_EVERY) {
            self.forget_idle(shard);
        }
        if let Some(found) = shard.find(text) {
            shard.hits.store(hits, Ordering::Relaxed);
            return found;
        }
        shard.misses.fetch_add(1, Ordering::Relaxed);
        let result = compile();
        self.forget_idle(shard);
        shard.insert(text, &result);
        result
    }

    /// Reads the clock, and drops what nobody asked for in time.
    #[cold]
    fn forget_idle(&self, shard: &Shard) {
        let now = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
        let before = shard.now.swap(now, Ordering::Relaxed);
        if now.saturating_sub(before) < (self.idle / 16).max(1) {
            return;
        }
        let mut entries = shard.write();
        let idle = entries.iter().filter(|(_, entry)| {
            now.saturating_sub(entry.used.load(Ordering::Relaxed)) >= self.idle
        });
        let idle: Vec<Box<str>> = idle.map(|(text, _)| text.clone()).collect();
        idle.iter().for_each(|text| drop(entries.pop(text)));
    }

    pub(crate) fn stats(&self) -> CacheStats {
        let mut stats = CacheStats::default();
        for shard in &self.shards {
            stats.hits += shard.hits.load(Ordering::Relaxed);
            stats.misses += shard.misses.load(Ordering::Relaxed);
            stats.entries += shard.read().len();
        }
        stats
    }
}

impl Shard {
    fn find(&self, text: &str) -> Option<Result<Template, Error>> {
        let entries = self.read();
        let entry = entries.peek(text)?;
        let now = self.now.load(Ordering::Relaxed);
        if entry.used.load(Ordering::Relaxed) != now {
            entry.used.store(now, Ordering::Relaxed);
        }
        if !entry.asked.load(Ordering::Relaxed) {
            entry.asked.store(true, Ordering::Relaxed);
        }
        Some(entry.result.clone())
    }

    fn insert(&self, text: &str, result: &Result<Template, Error>) {
        let mut entries = self.write();
        while entries.len() == entries.cap().get()
            && let Some((text, entry)) = entries.pop_lru()
        {
            if !entry.asked.swap(false, Ordering::Relaxed) {
                break;
            }
            entries.put(text, entry);
        }
        let entry = Entry {
            result: result.clone(),
            used: AtomicU64::new(self.now.load(Ordering::Relaxed)),
            asked: AtomicBool::new(false),
        };
        entries.put(text.into(), entry);
    }

    /// A panic elsewhere leaves a shard as it was between two steps, which is always a whole cache.
    fn read(&self) -> RwLockReadGuard<'_, LruCache<Box<str>, Entry>> {
        self.entries.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, LruCache<Box<str>, Entry>> {
        self.entries.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The shard of a text. Eight bytes a step: which shard it is only has to spread, the map inside hashes with care.
fn shard_of(text: &str) -> usize {
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let (chunks, rest) = text.as_bytes().as_chunks::<8>();
    let mut mixed = text.len() as u64;
    for chunk in chunks {
        mixed = (mixed ^ u64::from_le_bytes(*chunk))
            .wrapping_mul(MIX)
            .rotate_left(29);
    }
    for byte in rest {
        mixed = (mixed ^ u64::from(*byte)).wrapping_mul(MIX);
    }
    (mixed.wrapping_mul(MIX) >> (u64::BITS - SHARDS.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Engine;

    fn counted(cache: &Cache, text: &str) {
        let engine = Engine::new();
        drop(cache.get(text, || engine.compile(text)));
    }

    #[test]
    fn what_was_asked_for_stays_longer() {
        let cache = Cache::new(SHARDS * 2, Duration::from_secs(3_600));
        let same_shard: Vec<String> = (0..10_000)
            .map(|n| format!("{{#a == {n}}}"))
            .filter(|text| shard_of(text) == 3)
            .take(3)
            .collect();
        let [a, b, c] = &same_shard[..] else {
            panic!("some texts share a shard")
        };
        [a, b, a, c].iter().for_each(|text| counted(&cache, text));
        let misses = cache.stats().misses;
        counted(&cache, a);
        assert_eq!(
            cache.stats().misses,
            misses,
            "the text asked for twice is still there"
        );
        counted(&cache, b);
        assert_eq!(
            cache.stats().misses,
            misses + 1,
            "the one asked for once has left"
        );
    }

    #[test]
    fn texts_spread_over_the_shards() {
        let mut used = [0; SHARDS];
        for n in 0..1_600 {
            used[shard_of(&format!("{{#request.headers['X-{n}'][0] == 'v'}}"))] += 1;
        }
        assert!(used.iter().all(|count| *count > 20), "{used:?}");
    }

    #[test]
    fn what_nobody_asks_for_leaves() {
        let cache = Cache::new(100, Duration::ZERO);
        counted(&cache, "{#a}");
        std::thread::sleep(Duration::from_millis(3));
        (0..CLOCK_EVERY).for_each(|_| counted(&cache, "{#a}"));
        assert!(cache.stats().misses > 1);
    }

    #[test]
    fn failures_are_remembered() {
        let cache = Cache::new(100, Duration::from_secs(60));
        (0..2).for_each(|_| counted(&cache, "{#a ==}"));
        assert_eq!((cache.stats().hits, cache.stats().misses), (1, 1));
    }
}
