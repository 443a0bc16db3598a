//! The language's order: `<` and its siblings, `between`, and what a comparator says.

use super::fault::{Fault, Outcome};
use super::number::operator;
use super::numeric::operands;
use super::thrown::Thrown;
use super::view::Items;
use super::{ClassId, Value};
use crate::diagnostic::Code;
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

    /// Only the strict operators look into a `StringBuilder`.
    fn reads_builders(self) -> bool {
        matches!(self, Relation::Lt | Relation::Gt)
    }
}

/// `a < b` and its siblings (specification §4.9).
pub(crate) fn relational(relation: Relation, a: Value<'_>, b: Value<'_>) -> Outcome<bool> {
    let order = match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a.cmp(&b)),
        (Value::Long(a), Value::Long(b)) => Some(a.cmp(&b)),
        (Value::Double(a), Value::Double(b)) => a.partial_cmp(&b),
        _ => match operands(a, b) {
            Some((a, b)) => operator::compare(a.number(), b.number())?,
            None => Some(order_of_objects(relation, a, b)?),
        },
    };
    Ok(order.is_some_and(|order| relation.holds(order)))
}

fn order_of_objects(relation: Relation, a: Value<'_>, b: Value<'_>) -> Outcome<Ordering> {
    match (a.char_sequence(), b.char_sequence()) {
        (Some(a), Some(b)) if relation.reads_builders() => Ok(a.order(b)),
        _ => compare(a, b),
    }
}

/// What the comparator says: null before everything, numbers by value, everything else by its own order.
pub(crate) fn compare(a: Value<'_>, b: Value<'_>) -> Outcome<Ordering> {
    if a.is_null() || b.is_null() {
        return Ok(b.is_null().cmp(&a.is_null()));
    }
    if let Some((a, b)) = operands(a, b) {
        return Ok(operator::order(a.number(), b.number())?);
    }
    natural(a, b).ok_or_else(|| not_comparable(a, b))
}

/// `compareTo` of two objects that are not both numbers; `None` when they have no common order.
pub(crate) fn natural(a: Value<'_>, b: Value<'_>) -> Option<Ordering> {
    match (a, b) {
        (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(&b)),
        (Value::Char(a), Value::Char(b)) => Some(a.cmp(&b)),
        (Value::Object(a), Value::Object(b)) => a.compare(b).map(|order| order.cmp(&0)),
        (Value::Holder(_), Value::Holder(_)) => Some(a.char_sequence()?.order(b.char_sequence()?)),
        _ => Some(a.as_text()?.order(b.as_text()?)),
    }
}

/// `==` of two numbers: at the rank that both are promoted to, where NaN equals nothing.
pub(super) fn equal_numbers(a: Value<'_>, b: Value<'_>) -> Option<Outcome<bool>> {
    let (a, b) = operands(a, b)?;
    let order = operator::compare(a.number(), b.number());
    Some(
        order
            .map(|order| order == Some(Ordering::Equal))
            .map_err(Into::into),
    )
}

#[cold]
fn not_comparable(a: Value<'_>, b: Value<'_>) -> Box<Fault> {
    let message = format!("{} and {} have no order", a.class_name(), b.class_name());
    match a
        .class()
        .is_some_and(|class| class.is_a(ClassId::COMPARABLE.into()))
    {
        true => {
            let cause = Thrown::new("ClassCastException", message.clone());
            Fault::caused(Code::NOT_COMPARABLE, message, cause)
        }
        false => Fault::el(Code::NOT_COMPARABLE, message),
    }
}

/// The right side of `between` must be a list of two.
pub(crate) fn bounds(bounds: Value<'_>) -> Outcome<()> {
    two(bounds).map(drop)
}

/// `value between {low, high}`, both included. The upper bound is looked at only when the lower one holds.
pub(crate) fn between(value: Value<'_>, bounds: Value<'_>) -> Outcome<bool> {
    let items = two(bounds)?;
    let bound = |at| items.get(at).unwrap_or(Value::Null);
    Ok(compare(value, bound(0))?.is_ge() && compare(value, bound(1))?.is_le())
}

fn two(bounds: Value<'_>) -> Outcome<Items<'_>> {
    let list = bounds
        .items()
        .filter(|items| items.is_list() && items.len() == 2);
    list.ok_or_else(|| {
        let found = bounds.class_name();
        let message =
            format!("{found} was found, `between` needs a list of two bounds, such as `{{1, 10}}`");
        Fault::el(Code::BETWEEN_OPERAND, message)
    })
}

#[cfg(test)]
mod tests;
