//! What `+ - * / % ^` mean: numbers, texts that are joined and repeated, one character moved down.
//!
//! Numbers are computed in the wider type of the two (specification §4.3). Results that can grow without end are bounded
//! before they are computed: joined and repeated texts in UTF-16 units as in the reference, big numbers in digits.

use super::fault::{Fault, Outcome};
use super::number::{Number, NumberRef, operator};
use super::numeric::{self, operands};
use super::text::Text;
use super::thrown::Failure;
use super::{Arena, Value, convert, print};
use crate::diagnostic::Code;

type Operation = fn(NumberRef<'_>, NumberRef<'_>, usize) -> Result<Number, Failure>;

/// `a + b`: numbers added, anything beside a text joined to it.
pub(crate) fn add<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => return Ok(Value::Int(a.wrapping_add(b))),
        (Value::Str(a), Value::Str(b)) => return join(Text::Utf8(a), Text::Utf8(b), arena),
        _ => {}
    }
    if let Some(sum) = numbers(operator::add, a, b, arena) {
        return sum;
    }
    match (a.as_text(), b.as_text()) {
        (Some(a), Some(b)) => join(a, b, arena),
        (Some(a), None) => beside(b, arena, |b| join(a, b, arena)),
        (None, Some(b)) => beside(a, arena, |a| join(a, b, arena)),
        (None, None) => Err(unsupported("+", a, b)),
    }
}

/// `a - b`: numbers, or the only character of a text moved down by an `Integer`.
pub(crate) fn sub<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        return Ok(Value::Int(a.wrapping_sub(b)));
    }
    if let Some(difference) = numbers(operator::subtract, a, b, arena) {
        return difference;
    }
    match (a.as_text().filter(|text| text.len_units() == 1), b) {
        (Some(text), Value::Int(down)) => {
            let unit = i32::from(text.unit_at(0).unwrap_or_default());
            arena.units(&[unit.wrapping_sub(down) as u16])
        }
        _ => Err(unsupported("-", a, b)),
    }
}

/// `a * b`: numbers, or a text repeated.
pub(crate) fn mul<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        return Ok(Value::Int(a.wrapping_mul(b)));
    }
    if let Some(product) = numbers(operator::multiply, a, b, arena) {
        return product;
    }
    match (a.as_text(), b) {
        (Some(text), Value::Int(count)) => repeat(text, count, arena),
        _ => Err(unsupported("*", a, b)),
    }
}

/// `a / b`: whole numbers lose their fraction.
pub(crate) fn div<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    numbers(operator::divide, a, b, arena).unwrap_or_else(|| Err(unsupported("/", a, b)))
}

/// `a % b`, with the sign of the dividend.
pub(crate) fn rem<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    numbers(operator::modulus, a, b, arena).unwrap_or_else(|| Err(unsupported("%", a, b)))
}

/// `a ^ b` (specification §4.7).
pub(crate) fn pow<'a>(a: Value<'a>, b: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    numbers(operator::power, a, b, arena).unwrap_or_else(|| Err(unsupported("^", a, b)))
}

/// `-x`: zero minus the number, so that `-0.0` is `0.0`; Byte and Short become Integer.
pub(crate) fn negate<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    match value.operand() {
        Some(operand) => numeric::keep(operator::negate(operand.number()), arena),
        None => Err(unsupported("-", value, Value::Null)),
    }
}

/// `+x`: the number itself.
pub(crate) fn plus<'a>(value: Value<'a>, _arena: &'a Arena) -> Outcome<Value<'a>> {
    match value.is_number() {
        true => Ok(value),
        false => Err(unsupported("+", value, Value::Null)),
    }
}

/// The operation on two numbers; nothing when they are not both numbers.
fn numbers<'a>(
    operation: Operation,
    a: Value<'a>,
    b: Value<'a>,
    arena: &'a Arena,
) -> Option<Outcome<Value<'a>>> {
    let (a, b) = operands(a, b)?;
    let result = operation(a.number(), b.number(), arena.limits().big_number_digits);
    Some(
        result
            .map_err(Into::into)
            .and_then(|number| numeric::keep(number, arena)),
    )
}

/// Gives `join` the text of what stands beside a text: converted where its class has a conversion to `String`, else as
/// Java prints it.
fn beside<'a>(
    value: Value<'a>,
    arena: &'a Arena,
    join: impl FnOnce(Text<'_>) -> Outcome<Value<'a>>,
) -> Outcome<Value<'a>> {
    match value {
        Value::Int(number) => join(Text::Utf8(print::Digits::of(number.into()).as_str())),
        Value::Long(number) => join(Text::Utf8(print::Digits::of(number).as_str())),
        _ => match convert::to_printed(value, arena)?.as_text() {
            Some(text) => join(text),
            None => join(Text::Utf8("null")),
        },
    }
}

fn join<'a>(a: Text<'_>, b: Text<'_>, arena: &'a Arena) -> Outcome<Value<'a>> {
    let limit = arena.limits().concatenated_text;
    if let (Text::Utf8(a), Text::Utf8(b)) = (a, b)
        && a.len() + b.len() <= limit
    {
        return arena.concat(a, b).map(Value::Str);
    }
    if a.len_units() + b.len_units() > limit {
        return Err(too_long(limit));
    }
    match (a, b) {
        (Text::Utf8(a), Text::Utf8(b)) => arena.concat(a, b).map(Value::Str),
        _ => arena.units(&a.units().chain(b.units()).collect::<Vec<_>>()),
    }
}

fn repeat<'a>(text: Text<'a>, count: i32, arena: &'a Arena) -> Outcome<Value<'a>> {
    let limit = arena.limits().repeated_text;
    let units = text.len_units() as u64 * u64::from(count.unsigned_abs());
    // The reference multiplies as `int`, so a product that wraps passes its limit and exhausts its memory.
    let wraps = units > i32::MAX as u64;
    match count {
        ..0 => {
            let message = format!("a text cannot be repeated {count} times");
            Err(Fault::el(Code::NEGATIVE_REPEAT, message))
        }
        _ if wraps && (units as i32) <= limit.min(i32::MAX as usize) as i32 => {
            let message = "the repeated text does not fit the memory";
            Err(Fault::java("OutOfMemoryError", message))
        }
        _ if units > limit as u64 => {
            let message = format!("the repeated text has {units} characters, the limit is {limit}");
            Err(Fault::el(Code::REPEAT_TOO_LONG, message))
        }
        _ => arena.units(&text.to_units().repeat(count as usize)),
    }
}

#[cold]
fn too_long(limit: usize) -> Box<Fault> {
    let message = format!("the joined text has more than {limit} characters");
    Fault::el(Code::CONCAT_TOO_LONG, message)
}

/// The error of an operator that does not work on these types.
#[cold]
fn unsupported(operator: &str, a: Value<'_>, b: Value<'_>) -> Box<Fault> {
    let message = format!(
        "`{operator}` does not work on {} and {}",
        a.class_name(),
        b.class_name()
    );
    Fault::el(Code::OPERATOR_TYPES, message)
}

#[cfg(test)]
mod tests;
