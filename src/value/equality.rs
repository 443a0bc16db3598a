//! Java's `equals` and `hashCode`, and the language's `==`.

use super::fault::Outcome;
use super::order;
use super::text::Text;
use super::view::{Items, Pairs};
use super::{Holder, Value};
use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::{BigInt, Sign};

/// How deep collections are compared and hashed. A collection can contain itself, which in Java ends in a stack overflow.
const DEPTH: u32 = 200;

/// `a.equals(b)`, null-safe.
pub(crate) fn equals(a: Value<'_>, b: Value<'_>) -> bool {
    equal(a, b, DEPTH)
}

fn equal(a: Value<'_>, b: Value<'_>, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => a == b,
        (Value::Wide(a), Value::Wide(b)) => a == b,
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Null, Value::Null) => true,
        (Value::Byte(a), Value::Byte(b)) => a == b,
        (Value::Short(a), Value::Short(b)) => a == b,
        (Value::Long(a), Value::Long(b)) => a == b,
        (Value::Char(a), Value::Char(b)) => a == b,
        (Value::Float(a), Value::Float(b)) => float_bits(a) == float_bits(b),
        (Value::Double(a), Value::Double(b)) => double_bits(a) == double_bits(b),
        (Value::BigInt(a), Value::BigInt(b)) => a == b,
        (Value::BigDec(a), Value::BigDec(b)) => {
            a.as_bigint_and_exponent() == b.as_bigint_and_exponent()
        }
        (Value::Class(a), Value::Class(b)) => a == b,
        (Value::Object(a), Value::Object(b)) => a.equals(b),
        (Value::Holder(a), Value::Holder(b)) => same_holder(a, b, depth),
        (Value::Request(a), Value::Request(b)) => std::ptr::eq(a, b),
        (Value::Response(a), Value::Response(b)) => std::ptr::eq(a, b),
        (Value::Bean(a), Value::Bean(b)) => std::ptr::addr_eq(a, b),
        _ => match (a.items(), b.items(), a.pairs(), b.pairs()) {
            (Some(a), Some(b), _, _) => same_items(a, b, depth),
            (_, _, Some(a), Some(b)) => same_pairs(a, b, depth),
            _ => false,
        },
    }
}

/// Lists equal element by element whatever their classes, sets as sets, arrays only themselves.
fn same_items(a: Items<'_>, b: Items<'_>, depth: u32) -> bool {
    if a.class().is_array() || b.class().is_array() {
        return is_same_array(a, b);
    }
    match (a.is_list() && b.is_list(), a.is_set() && b.is_set()) {
        (true, _) => a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| equal(a, b, depth)),
        (_, true) => a.len() == b.len() && a.iter().all(|a| b.iter().any(|b| equal(a, b, depth))),
        _ => is_same_array(a, b),
    }
}

fn is_same_array(a: Items<'_>, b: Items<'_>) -> bool {
    match (a, b) {
        (Items::Cell(a), Items::Cell(b)) => std::ptr::addr_eq(a, b),
        (Items::Host(a), Items::Host(b)) => std::ptr::addr_eq(a, b),
        _ => false,
    }
}

fn same_pairs(a: Pairs<'_>, b: Pairs<'_>, depth: u32) -> bool {
    let (a, b) = (a.flat(), b.flat());
    let same = |key: &Value<'_>, value: &Value<'_>| {
        b.iter()
            .any(|(other, held)| equal(*key, *other, depth) && equal(*value, *held, depth))
    };
    a.len() == b.len() && a.iter().all(|(key, value)| same(key, value))
}

fn same_holder(a: &Holder<'_>, b: &Holder<'_>, depth: u32) -> bool {
    match (a, b) {
        (Holder::Entry(_, ka, va), Holder::Entry(_, kb, vb)) => {
            equal(*ka, *kb, depth) && equal(*va, *vb, depth)
        }
        (Holder::Optional(a), Holder::Optional(b)) => {
            equal(a.unwrap_or(Value::Null), b.unwrap_or(Value::Null), depth)
                && a.is_some() == b.is_some()
        }
        (Holder::Function(a), Holder::Function(b)) => a == b,
        _ => std::ptr::addr_eq(a, b),
    }
}

/// Bits as `Double.equals` and `hashCode` see them: every NaN is the same.
fn double_bits(value: f64) -> i64 {
    (if value.is_nan() { f64::NAN } else { value }).to_bits() as i64
}

fn float_bits(value: f32) -> i32 {
    (if value.is_nan() { f32::NAN } else { value }).to_bits() as i32
}

/// `hashCode()`, 0 for null.
pub(crate) fn hash_code(value: Value<'_>) -> i32 {
    hash(value, DEPTH)
}

fn hash(value: Value<'_>, depth: u32) -> i32 {
    let Some(depth) = depth.checked_sub(1) else {
        return 0;
    };
    match value {
        Value::Null => 0,
        Value::Bool(value) => {
            if value {
                1231
            } else {
                1237
            }
        }
        Value::Byte(value) => i32::from(value),
        Value::Short(value) => i32::from(value),
        Value::Int(value) => value,
        Value::Long(value) => long_hash(value),
        Value::Float(value) => float_bits(value),
        Value::Double(value) => long_hash(double_bits(value)),
        Value::Char(value) => i32::from(value),
        Value::Str(text) => Text::Utf8(text).hash_code(),
        Value::Wide(units) => Text::Wide(units).hash_code(),
        Value::BigInt(value) => big_hash(value),
        Value::BigDec(value) => decimal_hash(value),
        Value::Class(class) => Text::Utf8(&class.binary_name()).hash_code(),
        Value::Object(object) => object.hash_code(),
        Value::Holder(Holder::Entry(_, key, value)) => hash(*key, depth) ^ hash(*value, depth),
        Value::Holder(Holder::Optional(value)) => value.map_or(0, |value| hash(value, depth)),
        _ => match (value.collection(), value.pairs()) {
            (Some(items), _) if items.is_list() => items.iter().fold(1_i32, |so_far, item| {
                so_far.wrapping_mul(31).wrapping_add(hash(item, depth))
            }),
            (Some(items), _) => items
                .iter()
                .fold(0_i32, |so_far, item| so_far.wrapping_add(hash(item, depth))),
            (_, Some(pairs)) => pairs.flat().iter().fold(0_i32, |so_far, (key, value)| {
                so_far.wrapping_add(hash(*key, depth) ^ hash(*value, depth))
            }),
            // Objects without a hash code of their own have an identity, which no expression can rely on.
            _ => 0,
        },
    }
}

fn long_hash(value: i64) -> i32 {
    (value ^ ((value as u64) >> 32) as i64) as i32
}

/// The magnitude's 32-bit digits from the most significant one, times the sign.
fn big_hash(value: &BigInt) -> i32 {
    let digits = value.magnitude().iter_u32_digits().rev();
    let magnitude = digits.fold(0_i32, |hash, digit| {
        hash.wrapping_mul(31).wrapping_add(digit as i32)
    });
    if value.sign() == Sign::Minus {
        magnitude.wrapping_neg()
    } else {
        magnitude
    }
}

/// `31 · unscaled.hashCode() + scale`, but for values whose digits fit a long by the halves of that long.
fn decimal_hash(value: &BigDecimal) -> i32 {
    let (unscaled, scale) = value.as_bigint_and_exponent();
    match i64::try_from(&unscaled) {
        Ok(compact) if compact != i64::MIN => {
            let magnitude = compact.unsigned_abs();
            let hash = ((magnitude >> 32) as i32)
                .wrapping_mul(31)
                .wrapping_add(magnitude as u32 as i32);
            let hash = if compact < 0 {
                hash.wrapping_neg()
            } else {
                hash
            };
            hash.wrapping_mul(31).wrapping_add(scale as i32)
        }
        _ => big_hash(&unscaled)
            .wrapping_mul(31)
            .wrapping_add(scale as i32),
    }
}

/// The operator `==` (specification §4.8). The only failure is a NaN or infinity beside a `BigDecimal`.
pub(crate) fn same(a: Value<'_>, b: Value<'_>) -> Outcome<bool> {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => return Ok(a == b),
        (Value::Int(a), Value::Int(b)) => return Ok(a == b),
        (Value::Null, Value::Null) => return Ok(true),
        (Value::Null, _) | (_, Value::Null) => return Ok(false),
        (a, b) if a.is_number() && b.is_number() => {
            return Ok(order::numbers(a, b)?.is_some_and(|order| order.is_eq()));
        }
        _ => {}
    }
    if let (Some(a), Some(b)) = (a.characters(), b.characters()) {
        return Ok(equal(a, b, DEPTH));
    }
    if equal(a, b, DEPTH) || same_arrays(a, b) {
        return Ok(true);
    }
    Ok(order::natural(a, b).is_some_and(|order| order.is_eq()))
}

/// Two arrays of references, or two of the same primitive type, are compared by their elements, at any depth.
fn same_arrays(a: Value<'_>, b: Value<'_>) -> bool {
    let (Some(a), Some(b)) = (a.array(), b.array()) else {
        return false;
    };
    let primitive = |items: Items<'_>| {
        items
            .class()
            .component()
            .filter(|component| component.is_primitive())
    };
    primitive(a) == primitive(b)
        && a.len() == b.len()
        && a.iter()
            .zip(b.iter())
            .all(|(a, b)| equal(a, b, DEPTH) || same_arrays(a, b))
}

impl<'a> Value<'a> {
    /// The text of a `CharSequence`.
    pub(crate) fn characters(self) -> Option<Value<'a>> {
        match self {
            Value::Str(_) | Value::Wide(_) => Some(self),
            Value::Holder(Holder::Builder(text)) => Some(Value::Str(*text.borrow())),
            _ => None,
        }
    }

    /// The text as Java's string functions take it.
    pub(crate) fn as_text(self) -> Option<Text<'a>> {
        match self {
            Value::Str(text) => Some(Text::Utf8(text)),
            Value::Wide(units) => Some(Text::Wide(units)),
            _ => None,
        }
    }
}
