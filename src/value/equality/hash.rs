//! `hashCode`, which is visible: it orders hash sets and hash maps.

use super::{Exhausted, Walk};
use crate::value::Value;
use crate::value::number::bits::{boolean_hash, double_hash, float_hash, long_hash};
use crate::value::text::Text;
use crate::value::view::{Items, Pairs};
use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::{BigInt, Sign};

/// `hashCode()`, 0 for null.
pub(crate) fn hash_code(value: Value<'_>) -> i32 {
    Walk::new().hash(value, 0)
}

impl Walk {
    /// The hash code of an element: one step.
    pub(super) fn hash_item(&mut self, item: Value<'_>, depth: usize) -> i32 {
        match self.step(depth) {
            Ok(()) => self.hash(item, depth),
            Err(Exhausted) => 0,
        }
    }

    fn hash(&mut self, value: Value<'_>, depth: usize) -> i32 {
        match value {
            Value::Null => 0,
            Value::Bool(value) => boolean_hash(value),
            Value::Byte(value) => i32::from(value),
            Value::Short(value) => i32::from(value),
            Value::Int(value) => value,
            Value::Long(value) => long_hash(value),
            Value::Float(value) => float_hash(value),
            Value::Double(value) => double_hash(value),
            Value::Char(unit) => i32::from(unit),
            Value::Str(text) => Text::Utf8(text).hash_code(),
            Value::Wide(units) => Text::Wide(units).hash_code(),
            Value::BigInt(value) => of_integer(value),
            Value::BigDec(value) => of_decimal(value),
            Value::Object(object) => object.hash_code(),
            _ => self.hash_container(value, depth + 1),
        }
    }

    fn hash_container(&mut self, value: Value<'_>, depth: usize) -> i32 {
        if self.step(depth).is_err() {
            return 0;
        }
        if let Some(items) = value.items().filter(|items| items.is_list()) {
            return self.hash_list(items, depth);
        }
        if let Some(items) = value.items().filter(|items| items.is_set()) {
            let hashes = items.iter().map(|item| self.hash_item(item, depth));
            return hashes.fold(0, i32::wrapping_add);
        }
        if let Some(pairs) = value.pairs() {
            return self.hash_map(pairs, depth);
        }
        match (value.entry(), value.optional()) {
            (Some((key, value)), _) => self.hash(key, depth) ^ self.hash(value, depth),
            (_, Some(content)) => content.map_or(0, |content| self.hash(content, depth)),
            _ => of_identity(value),
        }
    }

    fn hash_list(&mut self, items: Items<'_>, depth: usize) -> i32 {
        let hashes = items.iter().map(|item| self.hash_item(item, depth));
        hashes.fold(1, |hash: i32, item| {
            hash.wrapping_mul(31).wrapping_add(item)
        })
    }

    fn hash_map(&mut self, pairs: Pairs<'_>, depth: usize) -> i32 {
        let mut sum = 0_i32;
        pairs.all(&mut |key, value| {
            let entry = self.hash_item(key, depth) ^ self.hash_item(value, depth);
            sum = sum.wrapping_add(entry);
            true
        });
        sum
    }
}

/// The 32-bit digits of the magnitude, most significant first, as a polynomial in 31.
fn of_integer(value: &BigInt) -> i32 {
    let hash = value
        .magnitude()
        .iter_u32_digits()
        .rev()
        .fold(0_i32, |hash, digit| {
            hash.wrapping_mul(31).wrapping_add(digit as i32)
        });
    match value.sign() {
        Sign::Minus => hash.wrapping_neg(),
        _ => hash,
    }
}

fn of_decimal(value: &BigDecimal) -> i32 {
    let (unscaled, scale) = value.as_bigint_and_scale();
    of_integer(&unscaled)
        .wrapping_mul(31)
        .wrapping_add(scale as i32)
}

/// Java takes an arbitrary number for an object without a hash code of its own. Ours is the same in every process.
fn of_identity(value: Value<'_>) -> i32 {
    Text::Utf8(&value.class_name()).hash_code()
}
