//! Where the keys of a large collection stand.

use crate::value::{Arena, Value, equality};
use bumpalo::collections::Vec as BumpVec;
use std::hash::{BuildHasher, RandomState};

/// Collections below this size are searched from end to end.
const SEARCHED_BELOW: usize = 12;

/// Positions by hash code: an open table in the arena, kept at most half full. It learns of new elements when it is
/// next asked, and forgets everything when positions change. Keys may come from a request body, so what a sender could
/// choose to collide is hashed with a key of its own.
pub(super) struct Index<'a> {
    /// Hash and position plus one; zero marks a free slot. The length is a power of two.
    slots: BumpVec<'a, (u32, u32)>,
    known: usize,
    secret: RandomState,
}

impl<'a> Index<'a> {
    pub(super) fn new(arena: &'a Arena) -> Self {
        Index {
            slots: arena.vec(0),
            known: 0,
            secret: RandomState::new(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.slots.clear();
        self.known = 0;
    }

    /// A number that equal keys share.
    pub(super) fn hash(&self, key: Value<'_>) -> u32 {
        match key {
            Value::Str(text) => self.secret.hash_one(text) as u32,
            Value::Long(value) => self.secret.hash_one(value) as u32,
            other => equality::hash_code(other) as u32,
        }
    }

    /// Takes note of all elements of a collection of `len`; `false` when it is too small to be worth it.
    pub(super) fn covers(&mut self, len: usize, hash: impl Fn(&Self, usize) -> u32) -> bool {
        if len < SEARCHED_BELOW || u32::try_from(len).is_err() {
            return false;
        }
        if len * 2 > self.slots.len() {
            self.known = 0;
            self.slots.clear();
            self.slots.resize((len * 4).next_power_of_two(), (0, 0));
        }
        while self.known < len {
            let hash = hash(self, self.known);
            let free = self.probe(hash).find(|slot| self.slots[*slot].1 == 0);
            self.known += 1;
            if let Some(slot) = free {
                self.slots[slot] = (hash, self.known as u32);
            }
        }
        true
    }

    /// The first element with that hash that `is` the one wanted.
    pub(super) fn find(&self, hash: u32, is: impl Fn(usize) -> bool) -> Option<usize> {
        self.probe(hash)
            .map(|slot| self.slots[slot])
            .take_while(|(_, place)| *place > 0)
            .filter(|(mine, _)| *mine == hash)
            .map(|(_, place)| place as usize - 1)
            .find(|at| is(*at))
    }

    fn probe(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len() - 1;
        let start = hash.wrapping_mul(0x9E37_79B9) as usize >> 7;
        (0..=mask).map(move |step| (start + step) & mask)
    }
}
