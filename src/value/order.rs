//! The language's order: `<` and its siblings, `between`, and what a comparator gives.

use super::fault::{Fault, Outcome};
use super::thrown::Thrown;
use super::{ClassId, Value};
use crate::diagnostic::Code;
use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, FromPrimitive, ToPrimitive};
use std::cmp::Ordering;

/// An ordering operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    Lt,
    Le,
    Gt,
    Ge,
}

impl Relation {
    fn holds(self, order: Ordering) -> bool {
        match self {
            Relation::Lt => order.is_lt(),
            Relation::Le => order.is_le(),
            Relation::Gt => order.is_gt(),
            Relation::Ge => order.is_ge(),
        }
    }
}

/// `a < b` and its siblings (specification §4.9).
pub(crate) fn relational(relation: Relation, a: Value<'_>, b: Value<'_>) -> Outcome<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Ok(relation.holds(a.cmp(&b))),
        _ if a.is_number() && b.is_number() => {
            Ok(numbers(a, b)?.is_some_and(|order| relation.holds(order)))
        }
        _ => {
            // Only the strict operators look into a StringBuilder.
            let strict = matches!(relation, Relation::Lt | Relation::Gt);
            let a = a.characters().filter(|_| strict).unwrap_or(a);
            let b = b.characters().filter(|_| strict).unwrap_or(b);
            compare(a, b).map(|order| relation.holds(order))
        }
    }
}

/// What the comparator says: null before everything, numbers by value, everything else by its own order.
pub(crate) fn compare(a: Value<'_>, b: Value<'_>) -> Outcome<Ordering> {
    match (a.is_null(), b.is_null()) {
        (true, true) => return Ok(Ordering::Equal),
        (true, false) => return Ok(Ordering::Less),
        (false, true) => return Ok(Ordering::Greater),
        _ => {}
    }
    if a.is_number() && b.is_number() {
        // A NaN is greater than every number for a comparator, as in `Double.compare`.
        return Ok(numbers(a, b)?.unwrap_or_else(|| is_nan(a).cmp(&is_nan(b))));
    }
    natural(a, b).ok_or_else(|| not_comparable(a, b))
}

fn is_nan(value: Value<'_>) -> bool {
    matches!(value, Value::Double(value) if value.is_nan())
        || matches!(value, Value::Float(value) if value.is_nan())
}

#[cold]
fn not_comparable(a: Value<'_>, b: Value<'_>) -> Box<Fault> {
    let message = format!("{} and {} have no order", a.class_name(), b.class_name());
    match a
        .class()
        .is_some_and(|class| class.id.is_a(ClassId::COMPARABLE) && !class.is_array())
    {
        true => Fault::caused(
            Code::NOT_COMPARABLE,
            message.clone(),
            Thrown::new("ClassCastException", message),
        ),
        false => Fault::el(Code::NOT_COMPARABLE, message),
    }
}

/// `Comparable.compareTo` of two values of the same class; `None` when they have no common order.
pub(crate) fn natural(a: Value<'_>, b: Value<'_>) -> Option<Ordering> {
    match (a, b) {
        (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(&b)),
        (Value::Char(a), Value::Char(b)) => Some(a.cmp(&b)),
        (Value::Object(a), Value::Object(b)) => a.compare(b).map(|order| order.cmp(&0)),
        (Value::Holder(_), Value::Holder(_)) => match (a.characters(), b.characters()) {
            (Some(a), Some(b)) => Some(a.as_text()?.order(b.as_text()?)),
            _ => None,
        },
        _ => Some(a.as_text()?.order(b.as_text()?)),
    }
}

/// Two numbers at the rank that both are promoted to (specification §4.3); `None` when a NaN is among them.
pub(crate) fn numbers(a: Value<'_>, b: Value<'_>) -> Outcome<Option<Ordering>> {
    Ok(match Rank::of(a, b) {
        Rank::Int => int(a).partial_cmp(&int(b)),
        Rank::Long => long(a).partial_cmp(&long(b)),
        Rank::Float => float(a).partial_cmp(&float(b)),
        Rank::Double => double(a).partial_cmp(&double(b)),
        Rank::BigInteger => Some(big_int(a).cmp(&big_int(b))),
        Rank::Decimal => Some(decimal(a)?.cmp(&decimal(b)?)),
    })
}

/// The type in which an operation on two numbers is computed; the larger one wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    Int,
    Long,
    BigInteger,
    Float,
    Double,
    Decimal,
}

impl Rank {
    pub(crate) fn of(a: Value<'_>, b: Value<'_>) -> Rank {
        Rank::of_one(a).max(Rank::of_one(b))
    }

    fn of_one(value: Value<'_>) -> Rank {
        match value {
            Value::BigDec(_) => Rank::Decimal,
            Value::Double(_) => Rank::Double,
            Value::Float(_) => Rank::Float,
            Value::BigInt(_) => Rank::BigInteger,
            Value::Long(_) => Rank::Long,
            _ => Rank::Int,
        }
    }
}

/// `intValue()` of an integer that is at most an int.
pub(crate) fn int(value: Value<'_>) -> i32 {
    match value {
        Value::Int(value) => value,
        Value::Short(value) => i32::from(value),
        Value::Byte(value) => i32::from(value),
        _ => 0,
    }
}

/// `longValue()` of an integer that is at most a long.
pub(crate) fn long(value: Value<'_>) -> i64 {
    match value {
        Value::Long(value) => value,
        other => i64::from(int(other)),
    }
}

/// `floatValue()`
pub(crate) fn float(value: Value<'_>) -> f32 {
    match value {
        Value::Float(value) => value,
        Value::Double(value) => value as f32,
        Value::Long(value) => value as f32,
        Value::BigInt(value) => value.to_f32().unwrap_or(f32::NAN),
        Value::BigDec(value) => value.to_f32().unwrap_or(f32::NAN),
        other => int(other) as f32,
    }
}

/// `doubleValue()`
pub(crate) fn double(value: Value<'_>) -> f64 {
    match value {
        Value::Double(value) => value,
        Value::Float(value) => f64::from(value),
        Value::Long(value) => value as f64,
        Value::BigInt(value) => value.to_f64().unwrap_or(f64::NAN),
        Value::BigDec(value) => value.to_string().parse().unwrap_or(f64::NAN),
        other => f64::from(int(other)),
    }
}

/// The value as `BigInteger`; a fraction is cut.
pub(crate) fn big_int(value: Value<'_>) -> BigInt {
    match value {
        Value::BigInt(value) => value.clone(),
        Value::BigDec(value) => value.with_scale(0).as_bigint_and_exponent().0,
        Value::Double(value) => BigInt::from_f64(value.trunc()).unwrap_or_default(),
        Value::Float(value) => BigInt::from_f32(value.trunc()).unwrap_or_default(),
        other => BigInt::from(long(other)),
    }
}

/// The value as `BigDecimal`, floating numbers by their Java text.
pub(crate) fn decimal(value: Value<'_>) -> Outcome<BigDecimal> {
    let parse = |text: &str| {
        text.parse::<BigDecimal>().map_err(|_| {
            Fault::java(
                "NumberFormatException",
                format!("`{text}` is no decimal number"),
            )
        })
    };
    match value {
        Value::BigDec(value) => Ok(value.clone()),
        Value::BigInt(value) => Ok(BigDecimal::new(value.clone(), 0)),
        Value::Double(value) => parse(super::number::float_text::double_text(value).as_str()),
        Value::Float(value) => parse(super::number::float_text::float_text(value).as_str()),
        other => Ok(BigDecimal::from(long(other))),
    }
}

/// The right side of `between` must be a list of two.
pub(crate) fn bounds(bounds: Value<'_>) -> Outcome<()> {
    match bounds.collection() {
        Some(items) if items.is_list() && items.len() == 2 => Ok(()),
        _ => Err(Fault::el(
            Code::BETWEEN_OPERAND,
            "`between` needs a list of two bounds, such as `{1, 10}`",
        )),
    }
}

/// `value between {low, high}`, both included. The upper bound is looked at only when the lower one holds.
pub(crate) fn between(value: Value<'_>, limits: Value<'_>) -> Outcome<bool> {
    bounds(limits)?;
    let bound = |at| {
        limits
            .items()
            .and_then(|items| items.get(at))
            .unwrap_or(Value::Null)
    };
    Ok(compare(value, bound(0))?.is_ge() && compare(value, bound(1))?.is_le())
}
