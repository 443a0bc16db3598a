//! Compiled templates by text, failures included: a bad expression arrives with every request too.
//!
//! Entries live in shards, and every thread keeps some of them at hand in a front of its own ([`front`]). A look-up hashes
//! the text once; front, shard and map take different bits of that number. A hit writes nothing that other threads read: the
//! first hit since an entry was examined marks it, the others find the mark. Where a shard is full, the oldest entry leaves,
//! unless it is marked as asked for since its last chance; then it gets another one. The clock is read on every miss and now
//! and then on hits, since reading it costs as much as the look-up; what nobody has asked for in time leaves at such a moment.

mod entry;
mod front;
#[cfg(test)]
mod tests;

use crate::Error;
use crate::engine::Template;
use entry::Entry;
use front::Tally;
use lru::{DefaultHasher, LruCache};
use std::hash::{BuildHasher, BuildHasherDefault, Hasher};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::{Duration, Instant};

const SHARDS: usize = 16;

/// Each front reads the clock on every hit whose number is a multiple of this.
const CLOCK_EVERY: u64 = 64;

/// How many entries are examined for their idle time at one moment, at least; the other shards have their turn later.
const EXAMINED: usize = 2_000;

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
    /// Tells caches apart in the fronts of a thread.
    id: u64,
    hasher: DefaultHasher,
    shards: [Shard; SHARDS],
    fronts: Mutex<Fronts>,
    /// How many entries a front has room for.
    front_room: usize,
    /// Milliseconds after which an entry that nobody asks for leaves.
    idle: u64,
    start: Instant,
}

/// A shard has cache lines of its own, so that threads in different shards do not slow each other down.
#[repr(align(128))]
struct Shard {
    entries: RwLock<Entries>,
    hits: AtomicU64,
    misses: AtomicU64,
    /// When its entries were last examined for their idle time, in milliseconds since the start.
    examined: AtomicU64,
}

type Entries = LruCache<u64, Arc<Entry>, BuildHasherDefault<Hashed>>;

/// What the threads' fronts count.
#[derive(Default)]
struct Fronts {
    tallies: Vec<Arc<Tally>>,
    /// Hits of fronts that are gone.
    retired: u64,
}

/// Keys are hashes already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn write(&mut self, bytes: &[u8]) {
        bytes
            .iter()
            .for_each(|byte| self.0 = self.0 << 8 | u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Cache {
    /// A cache of about `size` entries that forgets what nobody asked for during `idle`. Size 0 keeps one entry a shard.
    pub(crate) fn new(size: usize, idle: Duration) -> Self {
        static IDS: AtomicU64 = AtomicU64::new(0);
        let each = NonZeroUsize::new(size.div_ceil(SHARDS)).unwrap_or(NonZeroUsize::MIN);
        let shard = |_| Shard {
            entries: RwLock::new(LruCache::with_hasher(each, BuildHasherDefault::default())),
            hits: AtomicU64::new(0),
            misses: AtomicU64::new(0),
            examined: AtomicU64::new(0),
        };
        Cache {
            id: IDS.fetch_add(1, Ordering::Relaxed),
            hasher: DefaultHasher::default(),
            shards: std::array::from_fn(shard),
            fronts: Mutex::default(),
            front_room: size,
            idle: u64::try_from(idle.as_millis()).unwrap_or(u64::MAX),
            start: Instant::now(),
        }
    }

    /// Lends the entry of a text to `ask`, made by `compile` when there is none. Two threads may compile the same text at
    /// once; nothing is locked meanwhile, nor while `ask` runs, which may come back here.
    #[inline]
    pub(crate) fn with<T>(
        &self,
        text: &str,
        compile: impl FnOnce() -> Result<Template, Error>,
        ask: impl FnOnce(&Result<Template, Error>) -> T,
    ) -> T {
        let hash = self.hash(text);
        let front = front::of(self.id);
        if let Some(front) = &front
            && let Ok(table) = front.table.try_borrow()
            && let Some(entry) = table.find(hash, text)
        {
            if front.tally.hit().is_multiple_of(CLOCK_EVERY) {
                self.forget_idle(self.now());
            }
            return ask(entry.result());
        }
        let entry = match self.found(hash, text) {
            Some(entry) => {
                front::keep(self, front, hash, &entry);
                entry
            }
            None => self.made(hash, text, compile()),
        };
        ask(entry.result())
    }

    fn hash(&self, text: &str) -> u64 {
        let mut hasher = self.hasher.build_hasher();
        hasher.write(text.as_bytes());
        hasher.finish()
    }

    fn shard(&self, hash: u64) -> &Shard {
        &self.shards[shard_of(hash)]
    }

    #[inline(never)]
    fn found(&self, hash: u64, text: &str) -> Option<Arc<Entry>> {
        let shard = self.shard(hash);
        let entry = shard.read().peek(&hash).cloned()?;
        if !entry.is(text) || !entry.asked_for() {
            return None;
        }
        let hits = shard.hits.fetch_add(1, Ordering::Relaxed) + 1;
        if hits.is_multiple_of(CLOCK_EVERY) {
            self.forget_idle(self.now());
        }
        Some(entry)
    }

    #[cold]
    fn made(&self, hash: u64, text: &str, result: Result<Template, Error>) -> Arc<Entry> {
        let shard = self.shard(hash);
        shard.misses.fetch_add(1, Ordering::Relaxed);
        let now = self.now();
        self.forget_idle(now);
        let entry = Arc::new(Entry::new(text, result, now));
        shard.insert(hash, entry.clone());
        entry
    }

    /// Milliseconds since the start.
    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Drops what nobody asked for in time, in those shards that were not examined lately.
    #[cold]
    fn forget_idle(&self, now: u64) {
        let interval = (self.idle / 16).max(1);
        let mut examined = 0;
        for shard in &self.shards {
            let before = shard.examined.load(Ordering::Relaxed);
            let due = now.saturating_sub(before) >= interval;
            if due && examined < EXAMINED && shard.claim(before, now) {
                examined += shard.forget_idle(now, self.idle);
            }
        }
    }

    pub(crate) fn stats(&self) -> CacheStats {
        let mut stats = CacheStats::default();
        for shard in &self.shards {
            stats.hits += shard.hits.load(Ordering::Relaxed);
            stats.misses += shard.misses.load(Ordering::Relaxed);
            stats.entries += shard.read().len();
        }
        let fronts = self.fronts();
        let counted = fronts.tallies.iter().map(|tally| tally.hits());
        stats.hits += fronts.retired + counted.sum::<u64>();
        stats
    }

    /// A tally for a new front; those of fronts that are gone are added up.
    fn tally(&self) -> Arc<Tally> {
        let mut fronts = self.fronts();
        let Fronts { tallies, retired } = &mut *fronts;
        tallies.retain_mut(|tally| match Arc::get_mut(tally) {
            Some(gone) => {
                *retired += gone.hits();
                false
            }
            None => true,
        });
        let tally = Arc::<Tally>::default();
        tallies.push(tally.clone());
        tally
    }

    fn fronts(&self) -> MutexGuard<'_, Fronts> {
        self.fronts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Cache {
    /// The front of this thread goes at once, those of others when they make the next one.
    fn drop(&mut self) {
        self.fronts().tallies.iter().for_each(|tally| tally.close());
        front::forget_closed();
    }
}

impl Shard {
    /// Whether this thread is the one to examine the shard now.
    fn claim(&self, before: u64, now: u64) -> bool {
        let relaxed = Ordering::Relaxed;
        let claimed = self
            .examined
            .compare_exchange(before, now, relaxed, relaxed);
        claimed.is_ok()
    }

    /// Drops idle entries; says how many there were to look at.
    fn forget_idle(&self, now: u64, idle: u64) -> usize {
        let mut entries = self.write();
        let count = entries.len();
        let idle = entries.iter().filter(|(_, entry)| entry.idle(now, idle));
        let idle: Vec<u64> = idle.map(|(hash, _)| *hash).collect();
        idle.iter()
            .filter_map(|hash| entries.pop(hash))
            .for_each(|entry| entry.leave());
        count
    }

    fn insert(&self, hash: u64, entry: Arc<Entry>) {
        let mut entries = self.write();
        let mut chances = entries.len();
        while entries.len() == entries.cap().get()
            && let Some((hash, oldest)) = entries.pop_lru()
        {
            // Other threads may ask for all entries faster than they are looked at: one of them leaves all the same.
            if chances == 0 || !oldest.another_chance() {
                oldest.leave();
                break;
            }
            chances -= 1;
            entries.put(hash, oldest);
        }
        // Another thread has compiled it meanwhile, or it is another text of the same hash.
        if let Some(other) = entries.put(hash, entry) {
            other.leave();
        }
    }

    /// A panic elsewhere leaves a shard as it was between two steps, which is always a whole cache.
    fn read(&self) -> RwLockReadGuard<'_, Entries> {
        self.entries.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Entries> {
        self.entries.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The map takes the lowest and the highest bits of a hash, a front those in the upper half; these are left.
fn shard_of(hash: u64) -> usize {
    (hash >> 20) as usize % SHARDS
}
