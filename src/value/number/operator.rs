//! The operators of expressions on two numbers.
//!
//! The wider operand decides in which type an operation is computed; the result has that type. `int` and `long` wrap,
//! `float` and `double` follow IEEE 754, the big ones grow up to the digits that the caller accepts.

use std::borrow::Cow;
use std::cmp::Ordering;

use bigdecimal::num_bigint::BigInt;

use super::big_integer;
use super::bits::by_zero;
use super::decimal::{Decimal, MathContext, RoundingMode, within_digits};
use super::math::power::{pow, whole_number_power};
use super::{Number, NumberKind, NumberRef};
use crate::value::thrown::{Failure, Thrown};

/// Two operands in the type in which they are computed.
enum Operands<'a> {
    BigDecimal(Cow<'a, Decimal>, Cow<'a, Decimal>),
    Double(f64, f64),
    Float(f32, f32),
    BigInteger(Cow<'a, BigInt>, Cow<'a, BigInt>),
    Long(i64, i64),
    Int(i32, i32),
}

impl<'a> Operands<'a> {
    fn of(a: NumberRef<'a>, b: NumberRef<'a>) -> Result<Self, Thrown> {
        let either = |kind| a.kind() == kind || b.kind() == kind;
        Ok(if either(NumberKind::BigDecimal) {
            Self::BigDecimal(a.to_decimal()?, b.to_decimal()?)
        } else if either(NumberKind::Double) {
            Self::Double(a.double_value(), b.double_value())
        } else if either(NumberKind::Float) {
            Self::Float(a.float_value(), b.float_value())
        } else if either(NumberKind::BigInteger) {
            Self::BigInteger(whole(a), whole(b))
        } else if either(NumberKind::Long) {
            Self::Long(a.long_value(), b.long_value())
        } else {
            Self::Int(a.int_value(), b.int_value())
        })
    }
}

fn whole(number: NumberRef<'_>) -> Cow<'_, BigInt> {
    match number {
        NumberRef::BigInteger(value) => Cow::Borrowed(value),
        _ => Cow::Owned(number.long_value().into()),
    }
}

/// `a + b`.
pub(crate) fn add(
    a: NumberRef<'_>,
    b: NumberRef<'_>,
    max_digits: usize,
) -> Result<Number, Failure> {
    Ok(match Operands::of(a, b)? {
        Operands::BigDecimal(a, b) => Number::BigDecimal(a.add(&b, max_digits)?),
        Operands::Double(a, b) => Number::Double(a + b),
        Operands::Float(a, b) => Number::Float(a + b),
        Operands::BigInteger(a, b) => Number::BigInteger(&*a + &*b),
        Operands::Long(a, b) => Number::Long(a.wrapping_add(b)),
        Operands::Int(a, b) => Number::Int(a.wrapping_add(b)),
    })
}

/// `a - b`.
pub(crate) fn subtract(
    a: NumberRef<'_>,
    b: NumberRef<'_>,
    max_digits: usize,
) -> Result<Number, Failure> {
    Ok(match Operands::of(a, b)? {
        Operands::BigDecimal(a, b) => Number::BigDecimal(a.subtract(&b, max_digits)?),
        Operands::Double(a, b) => Number::Double(a - b),
        Operands::Float(a, b) => Number::Float(a - b),
        Operands::BigInteger(a, b) => Number::BigInteger(&*a - &*b),
        Operands::Long(a, b) => Number::Long(a.wrapping_sub(b)),
        Operands::Int(a, b) => Number::Int(a.wrapping_sub(b)),
    })
}

/// `a * b`.
pub(crate) fn multiply(
    a: NumberRef<'_>,
    b: NumberRef<'_>,
    max_digits: usize,
) -> Result<Number, Failure> {
    Ok(match Operands::of(a, b)? {
        Operands::BigDecimal(a, b) => Number::BigDecimal(a.multiply(&b, max_digits)?),
        Operands::Double(a, b) => Number::Double(a * b),
        Operands::Float(a, b) => Number::Float(a * b),
        Operands::BigInteger(a, b) => {
            within_digits(
                big_integer::digits(&a) + big_integer::digits(&b) - 1,
                max_digits,
            )?;
            Number::BigInteger(&*a * &*b)
        }
        Operands::Long(a, b) => Number::Long(a.wrapping_mul(b)),
        Operands::Int(a, b) => Number::Int(a.wrapping_mul(b)),
    })
}

/// `a / b`: whole numbers lose their fraction, decimals keep the larger scale and round half to even.
pub(crate) fn divide(
    a: NumberRef<'_>,
    b: NumberRef<'_>,
    max_digits: usize,
) -> Result<Number, Failure> {
    Ok(match Operands::of(a, b)? {
        Operands::BigDecimal(a, b) => {
            let scale = a.scale().max(b.scale());
            Number::BigDecimal(a.divide_to_scale(&b, scale, RoundingMode::HalfEven, max_digits)?)
        }
        Operands::Double(a, b) => Number::Double(a / b),
        Operands::Float(a, b) => Number::Float(a / b),
        Operands::BigInteger(a, b) => Number::BigInteger(big_integer::divide(&a, &b)?),
        Operands::Long(_, 0) | Operands::Int(_, 0) => return Err(by_zero().into()),
        Operands::Long(a, b) => Number::Long(a.wrapping_div(b)),
        Operands::Int(a, b) => Number::Int(a.wrapping_div(b)),
    })
}

/// `a % b`, with the sign of the dividend.
pub(crate) fn modulus(
    a: NumberRef<'_>,
    b: NumberRef<'_>,
    max_digits: usize,
) -> Result<Number, Failure> {
    Ok(match Operands::of(a, b)? {
        Operands::BigDecimal(a, b) => {
            let [_, rest] = a.divide_and_remainder(&b, MathContext::UNLIMITED, max_digits)?;
            Number::BigDecimal(rest)
        }
        Operands::Double(a, b) => Number::Double(a % b),
        Operands::Float(a, b) => Number::Float(a % b),
        Operands::BigInteger(a, b) => Number::BigInteger(big_integer::remainder(&a, &b)?),
        Operands::Long(_, 0) | Operands::Int(_, 0) => return Err(by_zero().into()),
        Operands::Long(a, b) => Number::Long(a.wrapping_rem(b)),
        Operands::Int(a, b) => Number::Int(a.wrapping_rem(b)),
    })
}

/// `a ^ b`: here the left operand alone decides about the big types, and the power of a `float` is a `double` computed
/// from both as `float`.
pub(crate) fn power(
    a: NumberRef<'_>,
    b: NumberRef<'_>,
    max_digits: usize,
) -> Result<Number, Failure> {
    use NumberKind::{Double, Float, Long};
    Ok(match (a, a.kind(), b.kind()) {
        (NumberRef::BigDecimal(base), ..) => {
            Number::BigDecimal(base.pow(b.int_value(), max_digits)?)
        }
        (NumberRef::BigInteger(base), ..) => {
            Number::BigInteger(big_integer::pow(base, b.int_value(), max_digits)?)
        }
        (_, Double, _) | (_, _, Double) => Number::Double(pow(a.double_value(), b.double_value())),
        (_, Float, _) | (_, _, Float) => {
            Number::Double(pow(f64::from(a.float_value()), f64::from(b.float_value())))
        }
        (_, left, right) => whole_number_power(
            a.double_value(),
            b.double_value(),
            left == Long || right == Long,
        ),
    })
}

/// `-a`: a difference from zero, so `-0.0` becomes `0.0`.
pub(crate) fn negate(a: NumberRef<'_>) -> Number {
    match a {
        NumberRef::BigDecimal(value) => Number::BigDecimal(value.negate()),
        NumberRef::BigInteger(value) => Number::BigInteger(-value),
        NumberRef::Double(value) => Number::Double(0.0 - value),
        NumberRef::Float(value) => Number::Float(0.0 - value),
        NumberRef::Long(value) => Number::Long(value.wrapping_neg()),
        NumberRef::Int(_) | NumberRef::Short(_) | NumberRef::Byte(_) => {
            Number::Int(a.int_value().wrapping_neg())
        }
    }
}

/// How `a` and `b` compare for `== < <= > >=`: not at all if one is NaN.
pub(crate) fn compare(a: NumberRef<'_>, b: NumberRef<'_>) -> Result<Option<Ordering>, Thrown> {
    Ok(match Operands::of(a, b)? {
        Operands::BigDecimal(a, b) => Some(a.compare(&b)),
        Operands::Double(a, b) => a.partial_cmp(&b),
        Operands::Float(a, b) => a.partial_cmp(&b),
        Operands::BigInteger(a, b) => Some(a.cmp(&b)),
        Operands::Long(a, b) => Some(a.cmp(&b)),
        Operands::Int(a, b) => Some(a.cmp(&b)),
    })
}

/// How `a` and `b` are ordered by the comparator of expressions, which `between` uses: NaN comes last.
pub(crate) fn order(a: NumberRef<'_>, b: NumberRef<'_>) -> Result<Ordering, Thrown> {
    Ok(match Operands::of(a, b)? {
        Operands::Double(a, b) => super::order::compare_doubles(a, b),
        Operands::Float(a, b) => super::order::compare_floats(a, b),
        _ => compare(a, b)?.unwrap_or(Ordering::Equal),
    })
}

#[cfg(test)]
mod tests;
