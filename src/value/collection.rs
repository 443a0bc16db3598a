//! Collections made by an evaluation: they can be written, so they sit behind a `RefCell` in the arena.
//!
//! One type holds lists, sets and arrays, told apart by their class; one holds every kind of map. Hash sets and hash
//! maps show Java's bucket order wherever they are printed or iterated. They are put in that order when next read, not
//! at each write, and a large collection finds its keys through an index: filling one is linear, as in Java.

mod index;

use super::arena::Arena;
use super::fault::Outcome;
use super::{ClassId, ClassRef, Value, equality};
use bumpalo::collections::Vec as BumpVec;
use index::Index;
use std::cell::{Cell, RefCell};

/// A list, set or array.
pub struct ListCell<'a> {
    pub(crate) class: ClassRef,
    pub(crate) items: RefCell<BumpVec<'a, Value<'a>>>,
}

/// A map.
pub struct MapCell<'a> {
    pub(crate) class: ClassId,
    entries: RefCell<BumpVec<'a, (Value<'a>, Value<'a>)>>,
    /// Away while a look-up uses it.
    index: RefCell<Option<Index<'a>>>,
    /// Whether a hash map was written since it was last put in order.
    stirred: Cell<bool>,
}

impl<'a> ListCell<'a> {
    pub(crate) fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub(crate) fn get(&self, index: usize) -> Option<Value<'a>> {
        self.items.borrow().get(index).copied()
    }
}

impl<'a> MapCell<'a> {
    pub(crate) fn new(class: ClassId, arena: &'a Arena) -> Self {
        MapCell {
            class,
            entries: RefCell::new(arena.vec(0)),
            index: RefCell::new(Some(Index::new(arena))),
            stirred: Cell::new(false),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.borrow().len()
    }

    /// The entry at a position of the iteration order.
    pub(crate) fn entry(&self, index: usize) -> Option<(Value<'a>, Value<'a>)> {
        self.settle();
        self.entries.borrow().get(index).copied()
    }

    pub(crate) fn get(&self, key: Value<'a>) -> Option<Value<'a>> {
        self.find(key)
    }

    /// The value under a key that need not live as long as the map.
    pub(crate) fn find(&self, key: Value<'_>) -> Option<Value<'a>> {
        let at = self.position(key)?;
        Some(self.entries.borrow()[at].1)
    }

    /// The value under a text, which need not live as long as the map.
    pub(crate) fn get_text(&self, key: &str) -> Option<Value<'a>> {
        let same = |mine: &str| match self.class {
            ClassId::DEFAULT_HTTP_HEADERS => mine.eq_ignore_ascii_case(key),
            _ => mine == key,
        };
        let entries = self.entries.borrow();
        entries
            .iter()
            .find(|(mine, _)| mine.as_str().is_some_and(same))
            .map(|(_, value)| *value)
    }

    /// Puts a value under a key and gives the value that was there.
    pub(crate) fn put(
        &self,
        arena: &'a Arena,
        key: Value<'a>,
        value: Value<'a>,
    ) -> Outcome<Option<Value<'a>>> {
        if let Some(at) = self.position(key) {
            let old = &mut self.entries.borrow_mut()[at].1;
            return Ok(Some(std::mem::replace(old, value)));
        }
        arena.charge_items(1)?;
        self.entries.borrow_mut().push((key, value));
        self.stirred.set(true);
        Ok(None)
    }

    pub(crate) fn remove(&self, key: Value<'a>) -> Option<Value<'a>> {
        let at = self.position(key)?;
        self.forget_positions();
        Some(self.entries.borrow_mut().remove(at).1)
    }

    pub(crate) fn clear(&self) {
        self.forget_positions();
        self.entries.borrow_mut().clear();
    }

    /// Adds many entries.
    pub(crate) fn fill(
        &self,
        arena: &'a Arena,
        entries: impl IntoIterator<Item = (Value<'a>, Value<'a>)>,
    ) -> Outcome<()> {
        for (key, value) in entries {
            self.put(arena, key, value)?;
        }
        Ok(())
    }

    /// Where a key stands. A key can be a collection that holds this very map, so nothing is borrowed while keys are
    /// hashed or compared, and a look-up inside such a look-up does without the index.
    fn position(&self, key: Value<'_>) -> Option<usize> {
        let Some(mut index) = self.index.take() else {
            return self.search(key);
        };
        let known = index.covers(self.len(), |index, at| self.key_hash(index, self.key(at)));
        let found = match known {
            true => index.find(self.key_hash(&index, key), |at| {
                self.same_key(self.key(at), key)
            }),
            false => self.search(key),
        };
        self.index.replace(Some(index));
        found
    }

    fn search(&self, key: Value<'_>) -> Option<usize> {
        (0..self.len()).find(|at| self.same_key(self.key(*at), key))
    }

    fn key(&self, at: usize) -> Value<'a> {
        self.entries.borrow()[at].0
    }

    fn same_key(&self, mine: Value<'_>, key: Value<'_>) -> bool {
        match (self.class, mine, key) {
            (ClassId::DEFAULT_HTTP_HEADERS, Value::Str(mine), Value::Str(key)) => {
                mine.eq_ignore_ascii_case(key)
            }
            _ => equality::equals(mine, key),
        }
    }

    fn key_hash(&self, index: &Index<'a>, key: Value<'_>) -> u32 {
        match (self.class, key) {
            (ClassId::DEFAULT_HTTP_HEADERS, Value::Str(key)) => {
                index.hash(Value::Str(&key.to_ascii_lowercase()))
            }
            _ => index.hash(key),
        }
    }

    /// Puts a hash map in order, unless a look-up is under way, to which order means nothing.
    fn settle(&self) {
        if !self.stirred.get() || self.class != ClassId::HASH_MAP {
            return;
        }
        let Some(mut index) = self.index.take() else {
            return;
        };
        let mut entries = self.entries.borrow().to_vec();
        in_bucket_order(&mut entries, |(key, _)| *key);
        self.entries.borrow_mut().copy_from_slice(&entries);
        index.clear();
        self.index.replace(Some(index));
        self.stirred.set(false);
    }

    fn forget_positions(&self) {
        if let Some(index) = self.index.borrow_mut().as_mut() {
            index.clear();
        }
    }
}

/// The elements of a set: without those equal to an earlier one, in the order that a set of that class shows.
pub(super) fn distinct<'a>(
    class: ClassId,
    items: &[Value<'a>],
    arena: &'a Arena,
) -> BumpVec<'a, Value<'a>> {
    let mut kept: BumpVec<'a, Value<'a>> = arena.vec(items.len());
    let mut index = Index::new(arena);
    for &item in items {
        let known = match index.covers(kept.len(), |index, at| index.hash(kept[at])) {
            true => index.find(index.hash(item), |at| equality::equals(kept[at], item)),
            false => kept.iter().position(|mine| equality::equals(*mine, item)),
        };
        if known.is_none() {
            kept.push(item);
        }
    }
    if class == ClassId::HASH_SET {
        in_bucket_order(&mut kept, |item| *item);
    }
    kept
}

/// Java's table has 16 buckets and doubles when more than three quarters full; iteration goes by bucket, inside a
/// bucket by insertion. A stable sort by bucket gives exactly that order, whatever the order was before.
fn in_bucket_order<'v, T>(items: &mut [T], key: impl Fn(&T) -> Value<'v>) {
    let buckets = bucket_count(items.len());
    items.sort_by_cached_key(|item| bucket(equality::hash_code(key(item)), buckets));
}

/// Number of buckets of a Java hash table that grew to `len` entries.
pub(crate) fn bucket_count(len: usize) -> u32 {
    let mut buckets = 16_u32;
    while len as u64 * 4 > u64::from(buckets) * 3 && buckets < 1 << 30 {
        buckets *= 2;
    }
    buckets
}

/// The bucket of a hash code in a table of `buckets` (a power of two).
pub(crate) fn bucket(hash: i32, buckets: u32) -> u32 {
    let hash = hash as u32;
    (hash ^ (hash >> 16)) & (buckets - 1)
}

#[cfg(test)]
mod tests;
