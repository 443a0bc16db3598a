//! Collections made by an evaluation: they can be written, so they sit behind a `RefCell` in the arena.
//!
//! One type holds lists, sets and arrays, told apart by their class; one holds every kind of map. A hash map keeps its
//! entries in Java's bucket order at all times, since that order is visible wherever the map is printed or iterated.

use super::arena::Arena;
use super::fault::Outcome;
use super::{ClassId, ClassRef, Value, equality};
use bumpalo::collections::Vec as BumpVec;
use smallvec::SmallVec;
use std::cell::RefCell;
use std::collections::HashMap;

/// A list, set or array.
pub struct ListCell<'a> {
    pub(crate) class: ClassRef,
    pub(crate) items: RefCell<BumpVec<'a, Value<'a>>>,
}

/// A map.
pub struct MapCell<'a> {
    pub(crate) class: ClassId,
    entries: RefCell<BumpVec<'a, (Value<'a>, Value<'a>)>>,
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
    pub(crate) fn new(class: ClassId, entries: BumpVec<'a, (Value<'a>, Value<'a>)>) -> Self {
        MapCell { class, entries: RefCell::new(entries) }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.borrow().len()
    }

    /// The entry at a position of the iteration order.
    pub(crate) fn entry(&self, index: usize) -> Option<(Value<'a>, Value<'a>)> {
        self.entries.borrow().get(index).copied()
    }

    pub(crate) fn get(&self, key: Value<'a>) -> Option<Value<'a>> {
        let entries = self.entries.borrow();
        entries.iter().find(|(mine, _)| self.same_key(*mine, key)).map(|(_, value)| *value)
    }

    /// The value under a text, which need not live as long as the map.
    pub(crate) fn get_text(&self, key: &str) -> Option<Value<'a>> {
        let same = |mine: &str| match self.class {
            ClassId::DEFAULT_HTTP_HEADERS => mine.eq_ignore_ascii_case(key),
            _ => mine == key,
        };
        let entries = self.entries.borrow();
        entries.iter().find(|(mine, _)| mine.as_str().is_some_and(same)).map(|(_, value)| *value)
    }

    /// Puts a value under a key and gives the value that was there.
    pub(crate) fn put(&self, arena: &'a Arena, key: Value<'a>, value: Value<'a>) -> Outcome<Option<Value<'a>>> {
        let mut entries = self.entries.borrow_mut();
        if let Some((_, old)) = entries.iter_mut().find(|(mine, _)| self.same_key(*mine, key)) {
            return Ok(Some(std::mem::replace(old, value)));
        }
        arena.charge_items(1)?;
        entries.push((key, value));
        drop(entries);
        self.reorder();
        Ok(None)
    }

    pub(crate) fn remove(&self, key: Value<'a>) -> Option<Value<'a>> {
        let mut entries = self.entries.borrow_mut();
        let at = entries.iter().position(|(mine, _)| self.same_key(*mine, key))?;
        Some(entries.remove(at).1)
    }

    pub(crate) fn clear(&self) {
        self.entries.borrow_mut().clear();
    }

    /// Adds many entries at once, which orders a hash map only once. Keys are found through their hash codes, so that a
    /// large map costs no more an entry than a small one.
    pub(crate) fn fill(
        &self,
        arena: &'a Arena,
        entries: impl IntoIterator<Item = (Value<'a>, Value<'a>)>,
    ) -> Outcome<()> {
        let mut mine = self.entries.borrow_mut();
        let mut places: HashMap<i32, SmallVec<[u32; 1]>> = HashMap::new();
        for (at, (key, _)) in mine.iter().enumerate() {
            places.entry(equality::hash_code(*key)).or_default().push(at as u32);
        }
        for (key, value) in entries {
            let known = places.entry(equality::hash_code(key)).or_default();
            match known.iter().find(|at| self.same_key(mine[**at as usize].0, key)) {
                Some(at) => mine[*at as usize].1 = value,
                None => {
                    arena.charge_items(1)?;
                    known.push(mine.len() as u32);
                    mine.push((key, value));
                }
            }
        }
        drop(mine);
        self.reorder();
        Ok(())
    }

    fn same_key(&self, mine: Value<'a>, key: Value<'a>) -> bool {
        match (self.class, mine, key) {
            (ClassId::DEFAULT_HTTP_HEADERS, Value::Str(mine), Value::Str(key)) => mine.eq_ignore_ascii_case(key),
            _ => equality::equals(mine, key),
        }
    }

    /// Java's table has 16 buckets and doubles when more than three quarters full; iteration goes by bucket, inside a
    /// bucket by insertion. A stable sort by bucket gives exactly that order, whatever the order was before.
    fn reorder(&self) {
        if self.class == ClassId::HASH_MAP {
            hash_order(&mut self.entries.borrow_mut(), |(key, _)| *key);
        }
    }
}

/// Puts elements in the order in which a Java hash table that grew to hold them iterates.
pub(crate) fn hash_order<'a, T>(items: &mut [T], key: impl Fn(&T) -> Value<'a>) {
    let buckets = bucket_count(items.len());
    items.sort_by_key(|item| bucket(equality::hash_code(key(item)), buckets));
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
