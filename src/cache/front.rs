//! What a thread keeps at hand of the caches it asks: a hit here takes no lock and writes nothing that another thread reads.
//!
//! A front holds entries themselves, and an entry says when it has left the cache, so nothing has to be told to the fronts. A
//! text enters on its second look-up, since many come only once. Fronts are bounded in number and size; that of a dropped cache
//! goes with its thread, or when the thread makes the next one.

use super::Cache;
use super::entry::Entry;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How many slots a hash may be in, from its own on: half-full tables hardly ever need more.
const WINDOW: usize = 8;
/// Bounds of a table's slots, twice as many as the entries it is for.
const SLOTS: [usize; 2] = [16, 1_024];
/// How many caches a thread has fronts of; the oldest makes room.
const FRONTS: usize = 16;

thread_local! {
    static OWN: RefCell<Vec<Rc<Front>>> = const { RefCell::new(Vec::new()) };
}

pub(super) struct Front {
    cache: u64,
    pub(super) tally: Arc<Tally>,
    /// Lent while an entry is asked something; what is looked up meanwhile and not found here is not kept.
    pub(super) table: RefCell<Table>,
}

/// Counts the hits of one front. Only its thread writes, so adding needs no lock.
#[derive(Default)]
#[repr(align(64))]
pub(super) struct Tally {
    hits: AtomicU64,
    /// Whether the cache is dropped.
    closed: AtomicBool,
}

impl Tally {
    /// One more hit; says how many there are.
    #[inline]
    pub(super) fn hit(&self) -> u64 {
        let hits = self.hits() + 1;
        self.hits.store(hits, Ordering::Relaxed);
        hits
    }

    #[inline]
    pub(super) fn hits(&self) -> u64 {
        self.hits.load(Ordering::Relaxed)
    }

    pub(super) fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }
}

/// Entries by hash, each within a few slots from where its hash points.
pub(super) struct Table {
    hashes: Box<[u64]>,
    entries: Box<[Option<Arc<Entry>>]>,
    /// The next slot of a full window to make room.
    turn: usize,
}

impl Table {
    fn new(room: usize) -> Self {
        let [least, most] = SLOTS;
        let slots = room.clamp(least / 2, most / 2).next_power_of_two() * 2;
        Table {
            hashes: vec![0; slots + WINDOW - 1].into(),
            entries: (0..slots + WINDOW - 1).map(|_| None).collect(),
            turn: 0,
        }
    }

    /// The first slot of the window.
    #[inline]
    fn window(&self, hash: u64) -> usize {
        (hash >> 32) as usize & (self.hashes.len() - WINDOW)
    }

    #[inline]
    fn slot(&self, hash: u64) -> Option<usize> {
        let first = self.window(hash);
        let window = self.hashes[first..].iter().take(WINDOW);
        let found = window.into_iter().position(|known| *known == hash)?;
        Some(first + found)
    }

    /// The entry of a text, unless it has left the cache.
    #[inline]
    pub(super) fn find(&self, hash: u64, text: &str) -> Option<&Entry> {
        let entry = self.entries[self.slot(hash)?].as_deref()?;
        (entry.is(text) && entry.asked_for()).then_some(entry)
    }

    /// Keeps an entry; what it takes the place of is handed back.
    fn keep(&mut self, hash: u64, entry: Arc<Entry>) -> Option<Arc<Entry>> {
        let first = self.window(hash);
        let vacant = |slot: &Option<Arc<Entry>>| slot.as_ref().is_none_or(|entry| entry.is_gone());
        let slot = self.slot(hash).unwrap_or_else(|| {
            let vacant = self.entries[first..first + WINDOW].iter().position(vacant);
            self.turn = (self.turn + 1) % WINDOW;
            first + vacant.unwrap_or(self.turn)
        });
        self.hashes[slot] = hash;
        self.entries[slot].replace(entry)
    }
}

/// This thread's front of a cache.
#[inline]
pub(super) fn of(cache: u64) -> Option<Rc<Front>> {
    let find = |fronts: &RefCell<Vec<Rc<Front>>>| {
        let fronts = fronts.try_borrow().ok()?;
        fronts.iter().find(|front| front.cache == cache).cloned()
    };
    OWN.try_with(find).ok()?
}

/// Keeps an entry in this thread's front, which is made where there is none.
#[inline(never)]
pub(super) fn keep(cache: &Cache, front: Option<Rc<Front>>, hash: u64, entry: &Arc<Entry>) {
    let front = front.unwrap_or_else(|| made(cache));
    let replaced = match front.table.try_borrow_mut() {
        Ok(mut table) => table.keep(hash, entry.clone()),
        Err(_) => None,
    };
    drop(replaced);
}

#[cold]
fn made(cache: &Cache) -> Rc<Front> {
    let front = Rc::new(Front {
        cache: cache.id,
        tally: cache.tally(),
        table: RefCell::new(Table::new(cache.front_room)),
    });
    forget_closed();
    let oldest = changed(|fronts| {
        fronts.push(front.clone());
        (fronts.len() > FRONTS).then(|| fronts.remove(0))
    });
    drop(oldest);
    front
}

/// Drops this thread's fronts of dropped caches.
pub(super) fn forget_closed() {
    let closed = changed(|fronts| {
        let closed = fronts.extract_if(.., |front| front.tally.is_closed());
        closed.collect::<Vec<_>>()
    });
    drop(closed);
}

/// What leaves the list is dropped by the caller, when nothing is borrowed any more. A thread that ends has no list.
fn changed<T: Default>(change: impl FnOnce(&mut Vec<Rc<Front>>) -> T) -> T {
    let borrowed = |fronts: &RefCell<Vec<Rc<Front>>>| {
        let mut fronts = fronts.try_borrow_mut().ok()?;
        Some(change(&mut fronts))
    };
    OWN.try_with(borrowed).ok().flatten().unwrap_or_default()
}
