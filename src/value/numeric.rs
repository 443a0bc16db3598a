//! Values as operands of arithmetic, and its results as values.
//!
//! Arithmetic works on Java's own decimal numbers, whose scale is an `int`; a value lends a decimal of the host.

use super::number::decimal::Decimal;
use super::number::{Number, NumberRef};
use super::{Arena, Value};
use bigdecimal::BigDecimal;

/// A number of a value.
pub(crate) enum Operand<'a> {
    Lent(NumberRef<'a>),
    Decimal(Decimal),
}

impl Operand<'_> {
    pub(crate) fn number(&self) -> NumberRef<'_> {
        match self {
            Operand::Lent(number) => *number,
            Operand::Decimal(decimal) => NumberRef::BigDecimal(decimal),
        }
    }
}

impl<'a> Value<'a> {
    /// The number, if the value is one.
    pub(crate) fn operand(self) -> Option<Operand<'a>> {
        Some(Operand::Lent(match self {
            Value::Byte(value) => NumberRef::Byte(value),
            Value::Short(value) => NumberRef::Short(value),
            Value::Int(value) => NumberRef::Int(value),
            Value::Long(value) => NumberRef::Long(value),
            Value::Float(value) => NumberRef::Float(value),
            Value::Double(value) => NumberRef::Double(value),
            Value::BigInt(value) => NumberRef::BigInteger(value),
            Value::BigDec(value) => return Some(Operand::Decimal(decimal(value))),
            _ => return None,
        }))
    }
}

/// Both values as numbers, if both are.
pub(crate) fn operands<'a, 'b>(a: Value<'a>, b: Value<'b>) -> Option<(Operand<'a>, Operand<'b>)> {
    Some((a.operand()?, b.operand()?))
}

/// A number in the arena of the evaluation. Digits beyond those of a `long` cost as much as a text of their size.
pub(crate) fn keep(number: Number, arena: &Arena) -> super::fault::Outcome<Value<'_>> {
    Ok(match number {
        Number::Byte(value) => Value::Byte(value),
        Number::Short(value) => Value::Short(value),
        Number::Int(value) => Value::Int(value),
        Number::Long(value) => Value::Long(value),
        Number::Float(value) => Value::Float(value),
        Number::Double(value) => Value::Double(value),
        Number::BigInteger(value) => {
            arena.charge_text(value.bits() as usize / 8)?;
            arena.big_int(value)
        }
        Number::BigDecimal(value) => {
            arena.charge_text(value.unscaled().bits() as usize / 8)?;
            arena.big_dec(BigDecimal::new(
                value.unscaled().clone(),
                value.scale().into(),
            ))
        }
    })
}

/// A decimal of the host as Java's. Java has no scale beyond the range of `int`; the nearest one stands for it.
pub(crate) fn decimal(value: &BigDecimal) -> Decimal {
    let (unscaled, scale) = value.as_bigint_and_scale();
    let scale = scale.clamp(i32::MIN.into(), i32::MAX.into());
    Decimal::new(unscaled.into_owned(), scale as i32)
}
