//! Arithmetic, concatenation and repetition (specification §4.3–4.7).

use super::fault::{Fault, Outcome};
use super::order::{self, Rank};
use super::{Arena, ClassRef, Value, convert, print};
use crate::diagnostic::Code;
use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, ToPrimitive, Zero};

/// `a + b`: numbers added, anything beside a text concatenated.
pub(crate) fn add<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        return Ok(Value::Int(a.wrapping_add(b)));
    }
    if a.is_number() && b.is_number() {
        return numeric(a, b, arena, &ADD);
    }
    match (a.as_text().is_some(), b.as_text().is_some()) {
        (false, false) => Err(unsupported("ADD", a, b)),
        _ => concat(a, b, arena),
    }
}

/// `a - b`: numbers, or a character moved down by a number.
pub(crate) fn sub<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    if a.is_number() && b.is_number() {
        return numeric(a, b, arena, &SUB);
    }
    match (a.as_text(), b) {
        (Some(text), Value::Int(by)) if text.len_units() == 1 => {
            let unit = text.unit_at(0).unwrap_or_default();
            arena.units(&[i32::from(unit).wrapping_sub(by) as u16])
        }
        _ => Err(unsupported("SUBTRACT", a, b)),
    }
}

/// `a * b`: numbers, or a text repeated.
pub(crate) fn mul<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    if a.is_number() && b.is_number() {
        return numeric(a, b, arena, &MUL);
    }
    match (a, b) {
        (Value::Str(_) | Value::Wide(_), Value::Int(count)) => repeat(a, count, arena),
        _ => Err(unsupported("MULTIPLY", a, b)),
    }
}

/// `a / b`
pub(crate) fn div<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    match a.is_number() && b.is_number() {
        true => numeric(a, b, arena, &DIV),
        false => Err(unsupported("DIVIDE", a, b)),
    }
}

/// `a % b`, with the sign of the dividend
pub(crate) fn rem<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    match a.is_number() && b.is_number() {
        true => numeric(a, b, arena, &REM),
        false => Err(unsupported("MODULUS", a, b)),
    }
}

/// One operation at every rank.
struct Operation {
    int: fn(i32, i32) -> Outcome<i32>,
    long: fn(i64, i64) -> Outcome<i64>,
    float: fn(f32, f32) -> f32,
    double: fn(f64, f64) -> f64,
    big: fn(&BigInt, &BigInt) -> Outcome<BigInt>,
    decimal: fn(&BigDecimal, &BigDecimal) -> Outcome<BigDecimal>,
}

const ADD: Operation = Operation {
    int: |a, b| Ok(a.wrapping_add(b)),
    long: |a, b| Ok(a.wrapping_add(b)),
    float: |a, b| a + b,
    double: |a, b| a + b,
    big: |a, b| Ok(a + b),
    decimal: |a, b| aligned(a, b, |a, b| a + b),
};

const SUB: Operation = Operation {
    int: |a, b| Ok(a.wrapping_sub(b)),
    long: |a, b| Ok(a.wrapping_sub(b)),
    float: |a, b| a - b,
    double: |a, b| a - b,
    big: |a, b| Ok(a - b),
    decimal: |a, b| aligned(a, b, |a, b| a - b),
};

const MUL: Operation = Operation {
    int: |a, b| Ok(a.wrapping_mul(b)),
    long: |a, b| Ok(a.wrapping_mul(b)),
    float: |a, b| a * b,
    double: |a, b| a * b,
    big: |a, b| {
        bounded_bits(a.bits() + b.bits())?;
        Ok(a * b)
    },
    decimal: |a, b| {
        let ((a, scale), (b, other)) = (a.as_bigint_and_exponent(), b.as_bigint_and_exponent());
        bounded_bits(a.bits() + b.bits())?;
        Ok(BigDecimal::new(a * b, scale + other))
    },
};

const DIV: Operation = Operation {
    int: |a, b| {
        if b == 0 {
            Err(by_zero())
        } else {
            Ok(a.wrapping_div(b))
        }
    },
    long: |a, b| {
        if b == 0 {
            Err(by_zero())
        } else {
            Ok(a.wrapping_div(b))
        }
    },
    float: |a, b| a / b,
    double: |a, b| a / b,
    big: |a, b| {
        if b.is_zero() {
            Err(by_zero())
        } else {
            Ok(a / b)
        }
    },
    decimal: divide_decimals,
};

const REM: Operation = Operation {
    int: |a, b| {
        if b == 0 {
            Err(by_zero())
        } else {
            Ok(a.wrapping_rem(b))
        }
    },
    long: |a, b| {
        if b == 0 {
            Err(by_zero())
        } else {
            Ok(a.wrapping_rem(b))
        }
    },
    float: |a, b| a % b,
    double: |a, b| a % b,
    big: |a, b| {
        if b.is_zero() {
            Err(by_zero())
        } else {
            Ok(a % b)
        }
    },
    decimal: remainder_of_decimals,
};

fn numeric<'a>(
    a: Value<'a>,
    b: Value<'a>,
    arena: &'a Arena,
    operation: &Operation,
) -> Outcome<Value<'a>> {
    Ok(match Rank::of(a, b) {
        Rank::Int => Value::Int((operation.int)(order::int(a), order::int(b))?),
        Rank::Long => Value::Long((operation.long)(order::long(a), order::long(b))?),
        Rank::Float => Value::Float((operation.float)(order::float(a), order::float(b))),
        Rank::Double => Value::Double((operation.double)(order::double(a), order::double(b))),
        Rank::BigInteger => arena.big_int((operation.big)(&order::big_int(a), &order::big_int(b))?),
        Rank::Decimal => arena.big_dec((operation.decimal)(
            &order::decimal(a)?,
            &order::decimal(b)?,
        )?),
    })
}

/// Bits that a big number may have; beyond, an evaluation would pay for digits that nobody reads.
const MAX_BITS: u64 = 1 << 20;

fn bounded_bits(bits: u64) -> Outcome<()> {
    match bits > MAX_BITS {
        true => Err(Fault::el(
            Code::TEXT_TOO_LARGE,
            "the number has more digits than the limit allows",
        )),
        false => Ok(()),
    }
}

#[cold]
fn by_zero() -> Box<Fault> {
    Fault::java("ArithmeticException", "division by zero")
}

/// Both numbers at the larger scale, combined. The numbers keep the digits they have, so that scales far apart are bounded.
fn aligned(
    a: &BigDecimal,
    b: &BigDecimal,
    combine: fn(BigInt, BigInt) -> BigInt,
) -> Outcome<BigDecimal> {
    let (scale, other) = (a.as_bigint_and_exponent().1, b.as_bigint_and_exponent().1);
    let common = scale.max(other);
    bounded_bits(scale.abs_diff(other).saturating_mul(4))?;
    let at = |value: &BigDecimal| value.with_scale(common).as_bigint_and_exponent().0;
    Ok(BigDecimal::new(combine(at(a), at(b)), common))
}

/// The quotient at the larger of both scales, rounded half to even.
fn divide_decimals(a: &BigDecimal, b: &BigDecimal) -> Outcome<BigDecimal> {
    if b.is_zero() {
        return Err(by_zero());
    }
    let ((dividend, scale), (divisor, other)) =
        (a.as_bigint_and_exponent(), b.as_bigint_and_exponent());
    let common = scale.max(other);
    // (a·10^-s) / (b·10^-t) at scale c is a·10^(c-s+t) / b.
    let shift = common - scale + other;
    bounded_bits(shift.unsigned_abs().saturating_mul(4))?;
    let power = |exponent: i64| BigInt::from(10).pow(exponent.max(0) as u32);
    let (dividend, divisor) = (dividend * power(shift), divisor * power(-shift));
    Ok(BigDecimal::new(half_even(&dividend, &divisor), common))
}

fn half_even(dividend: &BigInt, divisor: &BigInt) -> BigInt {
    let quotient = dividend / divisor;
    let rest = dividend - &quotient * divisor;
    let negative = (dividend.sign() == bigdecimal::num_bigint::Sign::Minus)
        != (divisor.sign() == bigdecimal::num_bigint::Sign::Minus);
    let twice = rest.magnitude() * 2_u32;
    let up = match twice.cmp(divisor.magnitude()) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => quotient.magnitude().bit(0),
    };
    match (up, negative) {
        (false, _) => quotient,
        (true, false) => quotient + 1,
        (true, true) => quotient - 1,
    }
}

/// The dividend minus the whole quotient times the divisor. The quotient's scale decides the scale of the result: it is as
/// near to the difference of both scales as its own zeros allow.
fn remainder_of_decimals(a: &BigDecimal, b: &BigDecimal) -> Outcome<BigDecimal> {
    if b.is_zero() {
        return Err(by_zero());
    }
    let (scale, other) = (a.as_bigint_and_exponent().1, b.as_bigint_and_exponent().1);
    let rest = aligned(a, b, |a, b| a % b)?;
    let preferred = scale - other;
    let quotient = aligned(a, b, |a, b| a / b)?.as_bigint_and_exponent().0;
    let quotient_scale = match preferred {
        _ if quotient.is_zero() => preferred,
        0.. => preferred,
        _ => -trailing_zeros(&quotient).min(-preferred),
    };
    Ok(rest.with_scale(scale.max(quotient_scale + other)))
}

/// Decimal zeros at the end of a number that is not zero.
fn trailing_zeros(value: &BigInt) -> i64 {
    let digits = value.magnitude().to_string();
    (digits.len() - digits.trim_end_matches('0').len()) as i64
}

/// The error of an operator that does not work on these types.
#[cold]
fn unsupported(operator: &str, a: Value<'_>, b: Value<'_>) -> Box<Fault> {
    let message = format!(
        "{operator} does not work on {} and {}",
        a.class_name(),
        b.class_name()
    );
    Fault::el(Code::OPERATOR_TYPES, message)
}

fn concat<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    let limit = arena.limits().concatenated_text;
    let (a, b) = (operand(a, arena)?, operand(b, arena)?);
    let too_long = |units: usize| {
        Err(Fault::el(
            Code::CONCAT_TOO_LONG,
            format!("the text would have {units} characters, the limit is {limit}"),
        ))
    };
    if let (Value::Str(a), Value::Str(b)) = (a, b) {
        if a.len() + b.len() > limit && a.encode_utf16().count() + b.encode_utf16().count() > limit
        {
            return too_long(a.encode_utf16().count() + b.encode_utf16().count());
        }
        return arena.concat(a, b).map(Value::Str);
    }
    let units = |value: Value<'a>| {
        value
            .as_text()
            .map(|text| text.units().collect::<Vec<u16>>())
            .unwrap_or_default()
    };
    let mut joined = units(a);
    joined.extend(units(b));
    if joined.len() > limit {
        too_long(joined.len())
    } else {
        arena.units(&joined)
    }
}

/// An operand of a concatenation: converted where a converter exists, else as Java prints it.
fn operand<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    let text = ClassRef::of(super::ClassId::STRING);
    match value {
        Value::Str(_) | Value::Wide(_) => Ok(value),
        Value::Null => Ok(Value::Str("null")),
        _ if convert::can_convert(value.class(), text) => {
            let converted =
                convert::convert(value, text, arena).map_err(|failure| failure.into_fault())?;
            Ok(if converted.is_null() {
                Value::Str("null")
            } else {
                converted
            })
        }
        _ => print::text(value, arena).map(Value::Str),
    }
}

fn repeat<'a>(text: Value<'a>, count: i32, arena: &'a Arena) -> Outcome<Value<'a>> {
    if count < 0 {
        return Err(Fault::el(
            Code::NEGATIVE_REPEAT,
            format!("a text cannot be repeated {count} times"),
        ));
    }
    let units: Vec<u16> = text
        .as_text()
        .map(|text| text.units().collect())
        .unwrap_or_default();
    let limit = arena.limits().repeated_text;
    // The reference multiplies as int; a product that overflows ends in its memory.
    let total = (units.len() as i32).wrapping_mul(count);
    if total > limit as i32 {
        return Err(Fault::el(
            Code::REPEAT_TOO_LONG,
            format!("the text would have more than {limit} characters"),
        ));
    }
    if (units.len() as i64) * i64::from(count) != i64::from(total) {
        return Err(Fault::java(
            "OutOfMemoryError",
            "the repeated text does not fit the memory",
        ));
    }
    arena.units(&units.repeat(count as usize))
}

/// `a ^ b` (specification §4.7).
pub(crate) fn pow<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    if !(a.is_number() && b.is_number()) {
        return Err(unsupported("POWER", a, b));
    }
    match (a, b) {
        (Value::BigDec(base), _) => {
            let exponent = exponent(b);
            if !(0..=999_999_999).contains(&exponent) {
                return Err(Fault::java(
                    "ArithmeticException",
                    format!("{exponent} is no exponent of a BigDecimal"),
                ));
            }
            let (unscaled, scale) = base.as_bigint_and_exponent();
            let scale = scale.saturating_mul(i64::from(exponent));
            if i32::try_from(scale).is_err() {
                return Err(Fault::java(
                    "ArithmeticException",
                    "the scale of the power does not fit a BigDecimal",
                ));
            }
            Ok(arena.big_dec(BigDecimal::new(power(&unscaled, exponent)?, scale)))
        }
        (Value::BigInt(base), _) => {
            let exponent = exponent(b);
            if exponent < 0 {
                return Err(Fault::java(
                    "ArithmeticException",
                    format!("the exponent {exponent} is negative"),
                ));
            }
            Ok(arena.big_int(power(base, exponent)?))
        }
        _ => {
            let result = order::double(a).powf(order::double(b));
            let result = java_pow_quirks(order::double(a), order::double(b), result);
            let long = |value| matches!(value, Value::Long(_));
            Ok(match floating(a) || floating(b) {
                true => Value::Double(result),
                false if long(a) || long(b) || result > f64::from(i32::MAX) => {
                    Value::Long(result as i64)
                }
                false => Value::Int(result as i32),
            })
        }
    }
}

fn floating(value: Value<'_>) -> bool {
    matches!(value, Value::Double(_) | Value::Float(_))
}

/// Java calls one to an infinite or undefined power undefined; C and Rust call it one.
fn java_pow_quirks(base: f64, exponent: f64, result: f64) -> f64 {
    match base.abs() == 1.0 && exponent.is_infinite() || exponent.is_nan() {
        true => f64::NAN,
        false => result,
    }
}

/// `intValue()` of an exponent.
fn exponent(value: Value<'_>) -> i32 {
    match value {
        Value::Double(value) => value as i32,
        Value::Float(value) => value as i32,
        Value::BigDec(_) | Value::BigInt(_) => {
            let whole = order::big_int(value);
            let low: BigInt = whole & BigInt::from(u32::MAX);
            low.to_u32().unwrap_or_default() as i32
        }
        other => order::long(other) as i32,
    }
}

/// Beyond 2^31 bits the reference gives up by itself; below, our own limit does.
fn power(base: &BigInt, exponent: i32) -> Outcome<BigInt> {
    if base.magnitude().bits() > 1 {
        let bits = base.bits().saturating_mul(exponent as u64);
        if bits > i32::MAX as u64 {
            return Err(Fault::java("ArithmeticException", "the power does not fit a BigInteger"));
        }
        bounded_bits(bits)?;
    }
    Ok(base.pow(exponent as u32))
}

/// `-x`: zero minus the number, so that `-0.0` is `0.0`; Byte and Short become Integer.
pub(crate) fn negate<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    Ok(match value {
        Value::Int(value) => Value::Int(value.wrapping_neg()),
        Value::Long(value) => Value::Long(value.wrapping_neg()),
        Value::Double(value) => Value::Double(0.0 - value),
        Value::Float(value) => Value::Float(0.0 - value),
        Value::Short(value) => Value::Int(-i32::from(value)),
        Value::Byte(value) => Value::Int(-i32::from(value)),
        Value::BigInt(value) => arena.big_int(-value),
        Value::BigDec(value) => arena.big_dec(-value),
        _ => return Err(unsupported("SUBTRACT", value, Value::Null)),
    })
}

/// `+x`: the number itself.
pub(crate) fn plus<'a>(value: Value<'a>, _arena: &'a Arena) -> Outcome<Value<'a>> {
    match value.is_number() {
        true => Ok(value),
        false => Err(unsupported("ADD", value, Value::Null)),
    }
}
