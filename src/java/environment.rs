//! What Java asks of its surroundings: the time, the place, chance.
//!
//! Everything a member could otherwise take from the process stands here, so that two evaluations in the same
//! environment with the same clock give the same answer, and a host decides what an expression may learn.

use super::format::locale::Locale;
use super::regex::{self, PatternCache};
use super::time::zone::ZoneId;
use super::whitelist::Permissions;
use crate::functions::json_path::PathCache;
use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroUsize;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime};

/// Dynamic patterns that are kept compiled.
const PATTERNS: NonZeroUsize = NonZeroUsize::new(1_000).expect("a thousand is not zero");

/// A source of time.
pub(crate) trait Clock: Send + Sync {
    /// Nanoseconds since 1970, negative before it.
    fn epoch_nanos(&self) -> i128;

    /// Nanoseconds since some fixed moment, never going back.
    fn nano_time(&self) -> i64;
}

/// A source of chance.
pub(crate) trait Chance: Send + Sync {
    /// 64 bits, each equally likely.
    fn bits(&self) -> u64;
}

/// What the engine lends to the members that an expression calls.
pub(crate) struct Environment {
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) chance: Box<dyn Chance>,
    /// Patterns that are known only when an expression runs.
    pub(crate) patterns: PatternCache,
    /// JSON paths compiled last.
    pub(crate) paths: PathCache,
    /// What an expression may call.
    pub(crate) permissions: Permissions,
    /// The default locale.
    pub(crate) locale: Locale,
    /// The default time zone.
    pub(crate) zone: ZoneId,
}

impl Default for Environment {
    /// The clock and the chance of the operating system, English, UTC.
    fn default() -> Self {
        Environment {
            clock: Box::new(SystemClock),
            chance: Box::new(SystemChance::default()),
            patterns: PatternCache::new(PATTERNS, regex::Limits::default()),
            paths: PathCache::default(),
            permissions: Permissions::default(),
            locale: Locale::english(),
            zone: ZoneId::UTC,
        }
    }
}

impl Environment {
    /// `System.currentTimeMillis()`.
    pub(crate) fn epoch_millis(&self) -> i64 {
        let millis = self.clock.epoch_nanos().div_euclid(1_000_000);
        i64::try_from(millis).unwrap_or(i64::MAX)
    }

    /// A number from 0 up to, not including, 1, with the 53 bits that a `double` holds.
    pub(crate) fn random(&self) -> f64 {
        (self.chance.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

struct SystemClock;

impl Clock for SystemClock {
    fn epoch_nanos(&self) -> i128 {
        let signed = |span: Duration| i128::try_from(span.as_nanos()).unwrap_or(i128::MAX);
        match SystemTime::now().duration_since(SystemTime::UNIX_EPOCH) {
            Ok(since) => signed(since),
            Err(before) => -signed(before.duration()),
        }
    }

    fn nano_time(&self) -> i64 {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        i64::try_from(START.elapsed().as_nanos()).unwrap_or(i64::MAX)
    }
}

/// Counts under a secret key of the operating system: every count gives other bits, and none tells the next.
#[derive(Default)]
struct SystemChance {
    key: RandomState,
    count: AtomicU64,
}

impl Chance for SystemChance {
    fn bits(&self) -> u64 {
        self.key
            .hash_one(self.count.fetch_add(1, Ordering::Relaxed))
    }
}
