//! Java's `equals` and `hashCode`, and the language's `==`.
//!
//! Collections compare by their elements, so a collection that contains itself would never end and a small web of
//! shared collections would take years. Both walks therefore count their steps and their depth; what passes either
//! bound is unequal to `equals`, adds nothing to a hash code, and is an error to `==`.

mod hash;

use super::fault::{Fault, Outcome};
use super::host::{HeaderKey, Lookup};
use super::number::order::{equal_doubles, equal_floats};
use super::shape::MAX_DEPTH;
use super::view::{Items, Pairs, header_text};
use super::{Instance, Value, order};
use crate::diagnostic::Code;
use bigdecimal::BigDecimal;
use std::borrow::Cow;
use std::ptr;

pub(crate) use hash::hash_code;

/// Values that one comparison or hash code may visit.
const MAX_STEPS: u32 = 1 << 22;

/// Sets from this size on are compared by hash code.
const HASHED_FROM: usize = 9;

/// `a.equals(b)`, null-safe.
pub(crate) fn equals(a: Value<'_>, b: Value<'_>) -> bool {
    Walk::new().pair(a, b, 0).unwrap_or(false)
}

/// The operator `==` (specification §4.8).
pub(crate) fn same(a: Value<'_>, b: Value<'_>) -> Outcome<bool> {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => return Ok(a == b),
        (Value::Int(a), Value::Int(b)) => return Ok(a == b),
        (Value::Null, _) | (_, Value::Null) => return Ok(a.is_null() && b.is_null()),
        _ => {}
    }
    if let Some(equal) = order::equal_numbers(a, b) {
        return equal;
    }
    if let (Some(a), Some(b)) = (a.char_sequence(), b.char_sequence()) {
        return Ok(a == b);
    }
    Ok(same_objects(a, b)? || same_rank(a, b))
}

/// Arrays are the same when their elements are equal, other objects when they are.
fn same_objects(a: Value<'_>, b: Value<'_>) -> Outcome<bool> {
    let mut walk = Walk::new();
    let same = match (a.array(), b.array()) {
        (Some(left), Some(right)) => {
            match primitive_component(left) == primitive_component(right) {
                true => walk.sequence(left, right, 0),
                false => Ok(false),
            }
        }
        _ => walk.pair(a, b, 0),
    };
    same.map_err(too_large)
}

fn primitive_component(array: Items<'_>) -> Option<super::ClassRef> {
    let component = array.class().component();
    component.filter(|class| class.is_primitive())
}

/// Objects that their own order cannot tell apart.
fn same_rank(a: Value<'_>, b: Value<'_>) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => a.compare(b) == Some(0),
        _ => false,
    }
}

#[cold]
fn too_large(_: Exhausted) -> Box<Fault> {
    let message = "the collections are too large or nested too deeply to be compared";
    Fault::el(Code::OUT_OF_FUEL, message)
}

/// A walk passed its bounds.
struct Exhausted;

/// The bounds of one walk through a pair of values or one value.
struct Walk {
    steps: u32,
}

impl Walk {
    const fn new() -> Self {
        Walk { steps: MAX_STEPS }
    }

    fn step(&mut self, depth: usize) -> Result<(), Exhausted> {
        self.steps = self.steps.checked_sub(1).ok_or(Exhausted)?;
        match depth > MAX_DEPTH {
            true => Err(Exhausted),
            false => Ok(()),
        }
    }

    fn pair(&mut self, a: Value<'_>, b: Value<'_>, depth: usize) -> Result<bool, Exhausted> {
        Ok(match (a, b) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Byte(a), Value::Byte(b)) => a == b,
            (Value::Short(a), Value::Short(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Long(a), Value::Long(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => equal_floats(a, b),
            (Value::Double(a), Value::Double(b)) => equal_doubles(a, b),
            (Value::Char(a), Value::Char(b)) => a == b,
            (Value::Str(a), Value::Str(b)) => a == b,
            (Value::Wide(a), Value::Wide(b)) => a == b,
            (Value::BigInt(a), Value::BigInt(b)) => a == b,
            (Value::BigDec(a), Value::BigDec(b)) => equal_decimals(a, b),
            (Value::Class(a), Value::Class(b)) => a == b,
            (Value::Object(a), Value::Object(b)) => equal_instances(a, b),
            _ => return self.containers(a, b, depth + 1),
        })
    }

    fn containers(&mut self, a: Value<'_>, b: Value<'_>, depth: usize) -> Result<bool, Exhausted> {
        self.step(depth)?;
        if identical(a, b) {
            return Ok(true);
        }
        if let (Some(a), Some(b)) = (a.items(), b.items()) {
            return self.collections(a, b, depth);
        }
        if let (Some(a), Some(b)) = (a.pairs(), b.pairs()) {
            return self.maps(a, b, depth);
        }
        if let (Some((a_key, a_value)), Some((b_key, b_value))) = (a.entry(), b.entry()) {
            return Ok(self.pair(a_key, b_key, depth)? && self.pair(a_value, b_value, depth)?);
        }
        match (a.optional(), b.optional()) {
            (Some(Some(a)), Some(Some(b))) => self.pair(a, b, depth),
            (Some(a), Some(b)) => Ok(a.is_none() && b.is_none()),
            _ => Ok(false),
        }
    }

    /// Lists equal lists and sets equal sets, of whatever classes; arrays and views equal only themselves.
    fn collections(&mut self, a: Items<'_>, b: Items<'_>, depth: usize) -> Result<bool, Exhausted> {
        match () {
            () if a.is_list() && b.is_list() => self.sequence(a, b, depth),
            () if a.is_set() && b.is_set() => self.sets(a, b, depth),
            () => Ok(false),
        }
    }

    fn sequence(&mut self, a: Items<'_>, b: Items<'_>, depth: usize) -> Result<bool, Exhausted> {
        if a.len() != b.len() {
            return Ok(false);
        }
        for (a, b) in a.iter().zip(b.iter()) {
            self.step(depth)?;
            if !self.pair(a, b, depth)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn sets(&mut self, a: Items<'_>, b: Items<'_>, depth: usize) -> Result<bool, Exhausted> {
        if a.len() != b.len() {
            return Ok(false);
        }
        let shelf = Shelf::new(self, b, depth);
        for item in a.iter() {
            if !shelf.contains(self, item, depth)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Every entry of one map must be found in the other, by the other map's own idea of a key.
    fn maps(&mut self, a: Pairs<'_>, b: Pairs<'_>, depth: usize) -> Result<bool, Exhausted> {
        if a.len() != b.len() {
            return Ok(false);
        }
        let mut end = Ok(());
        let equal = a.all(&mut |key, value| match self.holds(b, key, value, depth) {
            Ok(holds) => holds,
            Err(exhausted) => {
                end = Err(exhausted);
                false
            }
        });
        end.map(|()| equal)
    }

    /// Whether a map has this value under this key.
    fn holds(
        &mut self,
        map: Pairs<'_>,
        key: Value<'_>,
        value: Value<'_>,
        depth: usize,
    ) -> Result<bool, Exhausted> {
        self.step(depth)?;
        match (map, key) {
            (Pairs::Cell(cell), _) => self.is_at(value, cell.find(key), depth),
            (Pairs::Host(map), Value::Str(key)) => self.is_at(value, map.get(key), depth),
            (Pairs::Host(map), _) => self.is_entry(map, key, value, depth),
            (Pairs::Headers(headers), Value::Str(name)) => {
                let name = HeaderKey::lent(name);
                let lines = (0..).map_while(|nth| headers.value(&name, nth));
                Ok(is_list_of(value, lines.map(|line| Some(header_text(line)))))
            }
            (Pairs::Params(params), Value::Str(name)) => {
                let values = (0..).map_while(|nth| params.value(name, nth));
                Ok(is_list_of(
                    value,
                    values.map(|text| text.map(Cow::Borrowed)),
                ))
            }
            _ => Ok(false),
        }
    }

    /// Looks for a key that is no text.
    fn is_entry(
        &mut self,
        map: &dyn Lookup,
        key: Value<'_>,
        value: Value<'_>,
        depth: usize,
    ) -> Result<bool, Exhausted> {
        for (mine, found) in map.entries() {
            self.step(depth)?;
            if self.pair(key, mine, depth)? {
                return self.pair(value, found, depth);
            }
        }
        Ok(false)
    }

    fn is_at(
        &mut self,
        value: Value<'_>,
        found: Option<Value<'_>>,
        depth: usize,
    ) -> Result<bool, Exhausted> {
        found.map_or(Ok(false), |found| self.pair(value, found, depth))
    }
}

/// Whether a value is a list of exactly these texts, of which there is at least one.
fn is_list_of<'t>(value: Value<'_>, texts: impl Iterator<Item = Option<Cow<'t, str>>>) -> bool {
    let Some(list) = value.items().filter(|items| items.is_list()) else {
        return false;
    };
    let mut count = 0;
    let equal = texts.into_iter().all(|text| {
        count += 1;
        match (list.get(count - 1), text) {
            (Some(Value::Str(mine)), Some(text)) => mine == text,
            (Some(Value::Null), None) => true,
            _ => false,
        }
    });
    equal && count > 0 && count == list.len()
}

/// The elements of a set, by hash code once there are enough of them.
struct Shelf<'a> {
    items: Vec<(i32, Value<'a>)>,
    hashed: bool,
}

impl<'a> Shelf<'a> {
    fn new(walk: &mut Walk, set: Items<'a>, depth: usize) -> Self {
        let hashed = set.len() >= HASHED_FROM;
        let mut items = Vec::with_capacity(set.len());
        for item in set.iter() {
            let hash = if hashed {
                walk.hash_item(item, depth)
            } else {
                0
            };
            items.push((hash, item));
        }
        items.sort_by_key(|(hash, _)| *hash);
        Shelf { items, hashed }
    }

    fn contains(&self, walk: &mut Walk, item: Value<'_>, depth: usize) -> Result<bool, Exhausted> {
        let hash = if self.hashed {
            walk.hash_item(item, depth)
        } else {
            0
        };
        let start = self.items.partition_point(|(mine, _)| *mine < hash);
        let alike = self.items[start..]
            .iter()
            .take_while(|(mine, _)| *mine == hash);
        for (_, mine) in alike {
            walk.step(depth)?;
            if walk.pair(item, *mine, depth)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The same object.
pub(crate) fn identical(a: Value<'_>, b: Value<'_>) -> bool {
    match (a, b) {
        (Value::List(a), Value::List(b)) => ptr::addr_eq(a, b),
        (Value::Sequence(a), Value::Sequence(b)) => ptr::addr_eq(a, b),
        (Value::Map(a), Value::Map(b)) => ptr::addr_eq(a, b),
        (Value::Lookup(a), Value::Lookup(b)) => ptr::addr_eq(a, b),
        (Value::Headers(a), Value::Headers(b)) => ptr::addr_eq(a, b),
        (Value::Params(a), Value::Params(b)) => ptr::addr_eq(a, b),
        (Value::Request(a), Value::Request(b)) => ptr::eq(a, b),
        (Value::Response(a), Value::Response(b)) => ptr::eq(a, b),
        (Value::Bean(a), Value::Bean(b)) => ptr::addr_eq(a, b),
        (Value::Holder(a), Value::Holder(b)) => ptr::addr_eq(a, b),
        _ => false,
    }
}

fn equal_instances(a: &dyn Instance, b: &dyn Instance) -> bool {
    ptr::addr_eq(a, b) || (a.class() == b.class() && a.equals(b))
}

/// Java tells `1.0` and `1.00` apart.
fn equal_decimals(a: &BigDecimal, b: &BigDecimal) -> bool {
    a.as_bigint_and_scale() == b.as_bigint_and_scale()
}

#[cfg(test)]
mod tests;
