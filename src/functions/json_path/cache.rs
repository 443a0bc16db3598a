//! Compiled paths by text: most paths are constants of an expression, and one is compiled once.

use super::compile;
use super::failure::Found;
use super::path::{Numbering, Path};
use lru::LruCache;
use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

const SHARDS: usize = 8;
const ENTRIES_PER_SHARD: NonZeroUsize = NonZeroUsize::new(128).unwrap();
/// Longer paths are compiled each time, so that what the cache holds stays small.
const MAX_TEXT: usize = 1_000;

type Shard = Mutex<LruCache<Box<str>, Arc<Path>>>;

/// The paths compiled last.
pub(crate) struct PathCache {
    shards: [Shard; SHARDS],
    hasher: RandomState,
}

impl Default for PathCache {
    fn default() -> Self {
        let shards = std::array::from_fn(|_| Mutex::new(LruCache::new(ENTRIES_PER_SHARD)));
        PathCache {
            shards,
            hasher: RandomState::new(),
        }
    }
}

impl PathCache {
    /// The path of a text; no lock is held while it is compiled.
    pub(super) fn get(&self, text: &str) -> Found<Arc<Path>> {
        if text.len() > MAX_TEXT {
            return compile::compile(text, &mut Numbering::default()).map(Arc::new);
        }
        let shard = &self.shards[self.hasher.hash_one(text) as usize % SHARDS];
        if let Some(path) = lock(shard).get(text) {
            return Ok(Arc::clone(path));
        }
        let path = Arc::new(compile::compile(text, &mut Numbering::default())?);
        lock(shard).put(text.into(), Arc::clone(&path));
        Ok(path)
    }
}

/// A panic elsewhere leaves a shard as it was between two steps, which is always a whole cache.
fn lock(shard: &Shard) -> std::sync::MutexGuard<'_, LruCache<Box<str>, Arc<Path>>> {
    shard.lock().unwrap_or_else(PoisonError::into_inner)
}
