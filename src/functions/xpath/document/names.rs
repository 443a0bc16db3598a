//! The names of a document, each kept once. An element or attribute holds a number; documents repeat few names, and comparing
//! or reporting one needs no copy: a name is a place in the document's text. The table is seeded, for names come from outside.

use std::hash::{BuildHasher, RandomState};

/// A stretch of the document's text buffer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) len: u32,
}

impl Span {
    /// Offsets fit: the reader refuses texts beyond 1 GiB.
    pub(super) fn new(start: usize, len: usize) -> Self {
        Self {
            start: start as u32,
            len: len as u32,
        }
    }

    pub(super) fn end(self) -> usize {
        (self.start + self.len) as usize
    }

    pub(super) fn of(self, buffer: &str) -> &str {
        &buffer[self.start as usize..self.end()]
    }
}

/// A namespace of the document, by number.
pub(super) type Uri = u32;

/// A name as written, with its namespace.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) raw: Span,
    /// Bytes of the prefix and its colon.
    pub(super) prefix_len: u32,
    pub(super) uri: Option<Uri>,
}

/// A number for every distinct pair of written name and namespace.
#[derive(Debug)]
pub(super) struct Names {
    list: Vec<Name>,
    /// Open addressing; `EMPTY` or an index of `list`. A power of two long, at most half full.
    slots: Vec<u32>,
    seed: u64,
}

const EMPTY: u32 = u32::MAX;

impl Names {
    pub(super) fn new() -> Self {
        Self {
            list: Vec::new(),
            slots: vec![EMPTY; 64],
            seed: RandomState::new().hash_one(0),
        }
    }

    pub(super) fn list(&self) -> &[Name] {
        &self.list
    }

    pub(super) fn into_list(self) -> Vec<Name> {
        self.list
    }

    /// The number of `name`, which stands in `buffer`.
    pub(super) fn intern(&mut self, name: Name, buffer: &str) -> u32 {
        let raw = name.raw.of(buffer);
        let mask = self.slots.len() - 1;
        let mut slot = self.hash(raw, name.uri) as usize & mask;
        while self.slots[slot] != EMPTY {
            let known = &self.list[self.slots[slot] as usize];
            if known.uri == name.uri && known.raw.of(buffer) == raw {
                return self.slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        let number = self.list.len() as u32;
        self.slots[slot] = number;
        self.list.push(name);
        if self.list.len() * 2 > self.slots.len() {
            self.grow(buffer);
        }
        number
    }

    fn grow(&mut self, buffer: &str) {
        let len = self.slots.len() * 2;
        let mut slots = vec![EMPTY; len];
        for (number, name) in self.list.iter().enumerate() {
            let mut slot = self.hash(name.raw.of(buffer), name.uri) as usize & (len - 1);
            while slots[slot] != EMPTY {
                slot = (slot + 1) & (len - 1);
            }
            slots[slot] = number as u32;
        }
        self.slots = slots;
    }

    /// Folded multiplication of eight bytes a time: names are short.
    #[inline]
    fn hash(&self, raw: &str, uri: Option<Uri>) -> u64 {
        let start = self.seed ^ u64::from(uri.map_or(0, |uri| uri + 1)) ^ (raw.len() as u64) << 32;
        let mut words = raw.as_bytes().chunks_exact(8);
        let folded = words
            .by_ref()
            .fold(start, |hash, chunk| fold(hash ^ word(chunk)));
        fold(folded ^ word(words.remainder()))
    }
}

#[inline]
fn fold(word: u64) -> u64 {
    let wide = u128::from(word) * 0x9E37_79B9_7F4A_7C15;
    (wide as u64) ^ ((wide >> 64) as u64)
}

/// Up to eight bytes as one number; a copy of their exact length would be a call.
#[inline]
fn word(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        _ => bytes
            .iter()
            .fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}
