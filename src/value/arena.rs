//! Where the values of one evaluation live.
//!
//! Computed texts and collections go to a bump allocator that asks for memory only when the first one is made; values
//! with a heap of their own (big numbers, zoned times) are kept beside it, so that they are dropped. Everything borrowed
//! from request and program costs nothing here. A thread keeps the memory of its last arena for the next one, so that an
//! evaluation that makes a small list or text asks the allocator for nothing. Budgets are charged at the only entry
//! points, so no member can forget them.

use super::collection::{ListCell, MapCell, distinct};
use super::fault::{Fault, Outcome};
use super::holder::Holder;
use super::host::Object;
use super::{ClassRef, Instance, Value};
use crate::Limits;
use crate::diagnostic::Code;
use bigdecimal::{BigDecimal, num_bigint::BigInt};
use bumpalo::Bump;
use bumpalo::collections::Vec as BumpVec;
use elsa::FrozenVec;
use std::cell::{Cell, OnceCell, RefCell};

/// The memory of one evaluation, with its budgets for produced text (bytes) and collection elements.
pub struct Arena {
    bump: Bump,
    /// Made when the first value with a heap of its own comes.
    heaps: OnceCell<Box<Heaps>>,
    limits: Limits,
    text_left: Cell<usize>,
    items_left: Cell<usize>,
}

/// Values that own memory and must be dropped.
#[derive(Default)]
struct Heaps {
    objects: FrozenVec<Box<dyn Instance>>,
    integers: FrozenVec<Box<BigInt>>,
    decimals: FrozenVec<Box<BigDecimal>>,
    beans: FrozenVec<Box<dyn Object>>,
}

impl Default for Arena {
    /// An arena with the default limits.
    fn default() -> Self {
        Arena::new(Limits::default())
    }
}

impl Arena {
    /// An arena whose evaluation may produce as much text and as many elements as the limits say.
    pub fn new(limits: Limits) -> Self {
        Arena {
            bump: spare(),
            heaps: OnceCell::new(),
            limits,
            text_left: Cell::new(limits.produced_text),
            items_left: Cell::new(limits.produced_items),
        }
    }

    /// The limits that the evaluation keeps.
    pub(crate) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Forgets everything, keeps the memory, renews the budgets.
    pub fn reset(&mut self, limits: Limits) {
        self.bump.reset();
        self.heaps = OnceCell::new();
        self.limits = limits;
        self.text_left.set(limits.produced_text);
        self.items_left.set(limits.produced_items);
    }

    /// Bytes of text that may still be produced.
    pub(crate) fn text_left(&self) -> usize {
        self.text_left.get()
    }

    /// Takes `bytes` from the text budget; what builds a long text charges before building it.
    pub(crate) fn charge_text(&self, bytes: usize) -> Outcome<()> {
        let left = self
            .text_left
            .get()
            .checked_sub(bytes)
            .ok_or_else(too_much_text)?;
        self.text_left.set(left);
        Ok(())
    }

    /// Takes `count` from the element budget; what builds a collection charges before building it.
    pub(crate) fn charge_items(&self, count: usize) -> Outcome<()> {
        let left = self
            .items_left
            .get()
            .checked_sub(count)
            .ok_or_else(too_many_items)?;
        self.items_left.set(left);
        Ok(())
    }

    fn heaps(&self) -> &Heaps {
        self.heaps.get_or_init(Box::default)
    }

    /// Copies a text.
    pub(crate) fn str(&self, text: &str) -> Outcome<&str> {
        self.charge_text(text.len())?;
        Ok(self.bump.alloc_str(text))
    }

    /// Two texts in one.
    pub(crate) fn concat(&self, a: &str, b: &str) -> Outcome<&str> {
        self.charge_text(a.len() + b.len())?;
        let mut joined =
            bumpalo::collections::String::with_capacity_in(a.len() + b.len(), &self.bump);
        joined.push_str(a);
        joined.push_str(b);
        Ok(joined.into_bump_str())
    }

    /// Copies a text as value.
    pub(crate) fn text<'a>(&'a self, text: &str) -> Outcome<Value<'a>> {
        self.str(text).map(Value::Str)
    }

    /// A text given as UTF-16 units: `Str` when they are valid Unicode, `Wide` when not.
    pub(crate) fn units<'a>(&'a self, units: &[u16]) -> Outcome<Value<'a>> {
        match String::from_utf16(units) {
            Ok(text) => self.text(&text),
            Err(_) => {
                self.charge_text(units.len() * 2)?;
                Ok(Value::Wide(self.bump.alloc_slice_copy(units)))
            }
        }
    }

    pub(crate) fn big_int(&self, value: BigInt) -> Value<'_> {
        Value::BigInt(self.heaps().integers.push_get(Box::new(value)))
    }

    pub(crate) fn big_dec(&self, value: BigDecimal) -> Value<'_> {
        Value::BigDec(self.heaps().decimals.push_get(Box::new(value)))
    }

    /// Keeps an object of a Java class.
    pub(crate) fn object(&self, object: impl Instance) -> Value<'_> {
        Value::Object(self.heaps().objects.push_get(Box::new(object)))
    }

    /// Keeps a copy of an object of a Java class.
    pub(crate) fn object_copy(&self, object: &dyn Instance) -> Value<'_> {
        Value::Object(self.heaps().objects.push_get(object.boxed()))
    }

    /// Keeps a bean.
    pub(crate) fn bean(&self, bean: impl Object + 'static) -> Value<'_> {
        Value::Bean(self.heaps().beans.push_get(Box::new(bean)))
    }

    /// Keeps a value that holds other values.
    pub(crate) fn holder<'a>(&'a self, holder: Holder<'a>) -> Value<'a> {
        Value::Holder(self.bump.alloc(holder))
    }

    /// An empty vector in this arena, to be filled and given to `list_of`; charge the elements first.
    pub(crate) fn vec<'a, T>(&'a self, capacity: usize) -> BumpVec<'a, T> {
        BumpVec::with_capacity_in(capacity, &self.bump)
    }

    /// A list, set or array, told apart by `class`. The elements must have been charged.
    pub(crate) fn list_of<'a>(
        &'a self,
        class: ClassRef,
        items: BumpVec<'a, Value<'a>>,
    ) -> Value<'a> {
        Value::List(self.bump.alloc(ListCell {
            class,
            items: RefCell::new(items),
        }))
    }

    /// A list, set or array of copied elements.
    pub(crate) fn list<'a>(
        &'a self,
        class: impl Into<ClassRef>,
        items: &[Value<'a>],
    ) -> Outcome<Value<'a>> {
        self.charge_items(items.len())?;
        let mut copy = self.vec(items.len());
        copy.extend_from_slice(items);
        Ok(self.list_of(class.into(), copy))
    }

    /// A set of copied elements, without those equal to an earlier one, in the order that a set of that class shows.
    pub(crate) fn set<'a>(
        &'a self,
        class: super::ClassId,
        items: &[Value<'a>],
    ) -> Outcome<Value<'a>> {
        self.charge_items(items.len())?;
        Ok(self.list_of(class.into(), distinct(class, items, self)))
    }

    /// A map with these entries in this order (a hash map is put in hash order); later duplicates of a key win.
    pub(crate) fn map<'a>(
        &'a self,
        class: super::ClassId,
        entries: impl IntoIterator<Item = (Value<'a>, Value<'a>)>,
    ) -> Outcome<Value<'a>> {
        let map = MapCell::new(class, self);
        map.fill(self, entries)?;
        Ok(Value::Map(self.bump.alloc(map)))
    }

    /// A map of entries that were charged, in an order that fits its class.
    pub(crate) fn map_of<'a>(&'a self, map: MapCell<'a>) -> Value<'a> {
        Value::Map(self.bump.alloc(map))
    }

    pub(crate) fn slice<'a, T: Copy>(&'a self, items: &[T]) -> &'a [T] {
        self.bump.alloc_slice_copy(items)
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        if (1..=KEPT).contains(&self.bump.allocated_bytes()) {
            let mut bump = std::mem::take(&mut self.bump);
            bump.reset();
            // While the thread ends there is no place to keep it: it is dropped with the closure.
            let _ = SPARE.try_with(|spare| spare.set(Some(bump)));
        }
    }
}

/// Bytes that a thread keeps for its next arena at most.
const KEPT: usize = 16 << 10;

thread_local! {
    /// Memory of an arena that is no more.
    static SPARE: Cell<Option<Bump>> = const { Cell::new(None) };
}

/// Memory for a new arena: what the thread kept, else none until it is asked for.
fn spare() -> Bump {
    let kept = SPARE.try_with(Cell::take);
    kept.ok().flatten().unwrap_or_default()
}

#[cold]
fn too_much_text() -> Box<Fault> {
    Fault::el(
        Code::TEXT_TOO_LARGE,
        "the evaluation produced more text than its limit allows",
    )
}

#[cold]
fn too_many_items() -> Box<Fault> {
    Fault::el(
        Code::COLLECTION_TOO_LARGE,
        "the evaluation produced larger collections than its limit allows",
    )
}
