//! `java.lang.Math`.

use crate::java::args::{double, float, int, long, ok, unavailable};
use crate::java::member::{Members, f, h, s};
use crate::java::signature::{DOUBLE, FLOAT, INT, LONG};
use crate::value::fault::{Fault, Outcome};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, Value};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::MATH).methods(&[
    s("IEEEremainder", &[DOUBLE, DOUBLE], DOUBLE, unavailable, "the remainder to the nearest multiple"),
    s("abs", &[FLOAT], FLOAT, |_, _, a| Ok(Value::Float(float(a, 0)?.abs())), "the number without its sign"),
    s("abs", &[LONG], LONG, |_, _, a| ok(long(a, 0)?.wrapping_abs()), "the number without its sign"),
    s("abs", &[INT], INT, |_, _, a| ok(int(a, 0)?.wrapping_abs()), "the number without its sign"),
    s("abs", &[DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)?.abs()), "the number without its sign"),
    s("absExact", &[LONG], LONG, |_, _, a| exact(long(a, 0)?.checked_abs()), "the number without its sign, or an exception when it does not fit"),
    s("absExact", &[INT], INT, |_, _, a| exact(int(a, 0)?.checked_abs()), "the number without its sign, or an exception when it does not fit"),
    s("acos", &[DOUBLE], DOUBLE, unavailable, "the angle of a cosine"),
    s("addExact", &[INT, INT], INT, |_, _, a| exact(int(a, 0)?.checked_add(int(a, 1)?)), "the sum, or an exception when it does not fit"),
    s("addExact", &[LONG, LONG], LONG, |_, _, a| exact(long(a, 0)?.checked_add(long(a, 1)?)), "the sum, or an exception when it does not fit"),
    s("asin", &[DOUBLE], DOUBLE, unavailable, "the angle of a sine"),
    s("atan", &[DOUBLE], DOUBLE, unavailable, "the angle of a tangent"),
    s("atan2", &[DOUBLE, DOUBLE], DOUBLE, unavailable, "the angle of a point: y, x"),
    s("cbrt", &[DOUBLE], DOUBLE, unavailable, "the cube root"),
    s("ceil", &[DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)?.ceil()), "the least whole number that is not less"),
    s("ceilDiv", &[LONG, LONG], LONG, |_, _, a| ok(ceil_div(long(a, 0)?, long(a, 1)?)?), "the quotient, rounded up"),
    s("ceilDiv", &[LONG, INT], LONG, |_, _, a| ok(ceil_div(long(a, 0)?, int(a, 1)?.into())?), "the quotient, rounded up"),
    s("ceilDiv", &[INT, INT], INT, |_, _, a| ok(ceil_div(int(a, 0)?.into(), int(a, 1)?.into())? as i32), "the quotient, rounded up"),
    s("ceilDivExact", &[LONG, LONG], LONG, |_, _, a| ok(ceil_div_exact(long(a, 0)?, long(a, 1)?)?), "the quotient, rounded up, or an exception when it does not fit"),
    s("ceilDivExact", &[INT, INT], INT, |_, _, a| narrow(ceil_div(int(a, 0)?.into(), int(a, 1)?.into())?), "the quotient, rounded up, or an exception when it does not fit"),
    s("ceilMod", &[INT, INT], INT, |_, _, a| ok(ceil_mod(int(a, 0)?.into(), int(a, 1)?.into())? as i32), "the remainder of the quotient rounded up"),
    s("ceilMod", &[LONG, LONG], LONG, |_, _, a| ok(ceil_mod(long(a, 0)?, long(a, 1)?)?), "the remainder of the quotient rounded up"),
    s("ceilMod", &[LONG, INT], INT, |_, _, a| ok(ceil_mod(long(a, 0)?, int(a, 1)?.into())? as i32), "the remainder of the quotient rounded up"),
    s("clamp", &[FLOAT, FLOAT, FLOAT], FLOAT, |_, _, a| clamp_float(float(a, 0)?, float(a, 1)?, float(a, 2)?), "the number, moved between two bounds"),
    s("clamp", &[LONG, INT, INT], INT, |_, _, a| ok(clamp(long(a, 0)?, int(a, 1)?.into(), int(a, 2)?.into())? as i32), "the number, moved between two bounds"),
    s("clamp", &[DOUBLE, DOUBLE, DOUBLE], DOUBLE, |_, _, a| ok(clamp_double(double(a, 0)?, double(a, 1)?, double(a, 2)?)?), "the number, moved between two bounds"),
    s("clamp", &[LONG, LONG, LONG], LONG, |_, _, a| ok(clamp(long(a, 0)?, long(a, 1)?, long(a, 2)?)?), "the number, moved between two bounds"),
    s("copySign", &[DOUBLE, DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)?.copysign(double(a, 1)?)), "the first number with the sign of the second"),
    s("copySign", &[FLOAT, FLOAT], FLOAT, |_, _, a| Ok(Value::Float(float(a, 0)?.copysign(float(a, 1)?))), "the first number with the sign of the second"),
    s("cos", &[DOUBLE], DOUBLE, unavailable, "the cosine of an angle"),
    s("cosh", &[DOUBLE], DOUBLE, unavailable, "the hyperbolic cosine"),
    s("decrementExact", &[INT], INT, |_, _, a| exact(int(a, 0)?.checked_sub(1)), "the number less 1, or an exception when it does not fit"),
    s("decrementExact", &[LONG], LONG, |_, _, a| exact(long(a, 0)?.checked_sub(1)), "the number less 1, or an exception when it does not fit"),
    s("divideExact", &[INT, INT], INT, |_, _, a| narrow(divide(int(a, 0)?.into(), int(a, 1)?.into())?), "the quotient, or an exception when it does not fit"),
    s("divideExact", &[LONG, LONG], LONG, |_, _, a| ok(divide(long(a, 0)?, long(a, 1)?)?), "the quotient, or an exception when it does not fit"),
    s("exp", &[DOUBLE], DOUBLE, unavailable, "the power of e"),
    s("expm1", &[DOUBLE], DOUBLE, unavailable, "the power of e, less 1"),
    s("floor", &[DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)?.floor()), "the greatest whole number that is not greater"),
    s("floorDiv", &[LONG, LONG], LONG, |_, _, a| ok(floor_div(long(a, 0)?, long(a, 1)?)?), "the quotient, rounded down"),
    s("floorDiv", &[LONG, INT], LONG, |_, _, a| ok(floor_div(long(a, 0)?, int(a, 1)?.into())?), "the quotient, rounded down"),
    s("floorDiv", &[INT, INT], INT, |_, _, a| ok(floor_div(int(a, 0)?.into(), int(a, 1)?.into())? as i32), "the quotient, rounded down"),
    s("floorDivExact", &[INT, INT], INT, |_, _, a| narrow(floor_div(int(a, 0)?.into(), int(a, 1)?.into())?), "the quotient, rounded down, or an exception when it does not fit"),
    s("floorDivExact", &[LONG, LONG], LONG, |_, _, a| ok(floor_div_exact(long(a, 0)?, long(a, 1)?)?), "the quotient, rounded down, or an exception when it does not fit"),
    s("floorMod", &[LONG, LONG], LONG, |_, _, a| ok(floor_mod(long(a, 0)?, long(a, 1)?)?), "the remainder with the sign of the divisor"),
    s("floorMod", &[INT, INT], INT, |_, _, a| ok(floor_mod(int(a, 0)?.into(), int(a, 1)?.into())? as i32), "the remainder with the sign of the divisor"),
    s("floorMod", &[LONG, INT], INT, |_, _, a| ok(floor_mod(long(a, 0)?, int(a, 1)?.into())? as i32), "the remainder with the sign of the divisor"),
    s("fma", &[DOUBLE, DOUBLE, DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)?.mul_add(double(a, 1)?, double(a, 2)?)), "the product and a third number, rounded once"),
    s("fma", &[FLOAT, FLOAT, FLOAT], FLOAT, |_, _, a| Ok(Value::Float(float(a, 0)?.mul_add(float(a, 1)?, float(a, 2)?))), "the product and a third number, rounded once"),
    s("getExponent", &[FLOAT], INT, unavailable, "the binary exponent"),
    s("getExponent", &[DOUBLE], INT, unavailable, "the binary exponent"),
    s("hypot", &[DOUBLE, DOUBLE], DOUBLE, unavailable, "the length of a diagonal"),
    s("incrementExact", &[LONG], LONG, |_, _, a| exact(long(a, 0)?.checked_add(1)), "the number and 1, or an exception when it does not fit"),
    s("incrementExact", &[INT], INT, |_, _, a| exact(int(a, 0)?.checked_add(1)), "the number and 1, or an exception when it does not fit"),
    s("log", &[DOUBLE], DOUBLE, unavailable, "the natural logarithm"),
    s("log10", &[DOUBLE], DOUBLE, unavailable, "the decimal logarithm"),
    s("log1p", &[DOUBLE], DOUBLE, unavailable, "the natural logarithm of the number and 1"),
    s("max", &[LONG, LONG], LONG, |_, _, a| ok(long(a, 0)?.max(long(a, 1)?)), "the greater number"),
    s("max", &[INT, INT], INT, |_, _, a| ok(int(a, 0)?.max(int(a, 1)?)), "the greater number"),
    s("max", &[DOUBLE, DOUBLE], DOUBLE, |_, _, a| ok(maximum(double(a, 0)?, double(a, 1)?)), "the greater number"),
    s("max", &[FLOAT, FLOAT], FLOAT, |_, _, a| Ok(Value::Float(maximum(float(a, 0)?.into(), float(a, 1)?.into()) as f32)), "the greater number"),
    s("min", &[INT, INT], INT, |_, _, a| ok(int(a, 0)?.min(int(a, 1)?)), "the smaller number"),
    s("min", &[LONG, LONG], LONG, |_, _, a| ok(long(a, 0)?.min(long(a, 1)?)), "the smaller number"),
    s("min", &[DOUBLE, DOUBLE], DOUBLE, |_, _, a| ok(minimum(double(a, 0)?, double(a, 1)?)), "the smaller number"),
    s("min", &[FLOAT, FLOAT], FLOAT, |_, _, a| Ok(Value::Float(minimum(float(a, 0)?.into(), float(a, 1)?.into()) as f32)), "the smaller number"),
    s("multiplyExact", &[LONG, LONG], LONG, |_, _, a| exact(long(a, 0)?.checked_mul(long(a, 1)?)), "the product, or an exception when it does not fit"),
    s("multiplyExact", &[INT, INT], INT, |_, _, a| exact(int(a, 0)?.checked_mul(int(a, 1)?)), "the product, or an exception when it does not fit"),
    s("multiplyExact", &[LONG, INT], LONG, |_, _, a| exact(long(a, 0)?.checked_mul(int(a, 1)?.into())), "the product, or an exception when it does not fit"),
    s("multiplyFull", &[INT, INT], LONG, |_, _, a| ok(i64::from(int(a, 0)?) * i64::from(int(a, 1)?)), "the product as `long`"),
    s("multiplyHigh", &[LONG, LONG], LONG, |_, _, a| ok(((i128::from(long(a, 0)?) * i128::from(long(a, 1)?)) >> 64) as i64), "the high 64 bits of the product"),
    s("negateExact", &[LONG], LONG, |_, _, a| exact(long(a, 0)?.checked_neg()), "the number with the other sign, or an exception when it does not fit"),
    s("negateExact", &[INT], INT, |_, _, a| exact(int(a, 0)?.checked_neg()), "the number with the other sign, or an exception when it does not fit"),
    s("nextAfter", &[DOUBLE, DOUBLE], DOUBLE, unavailable, "the neighbour in a direction"),
    s("nextAfter", &[FLOAT, DOUBLE], FLOAT, unavailable, "the neighbour in a direction"),
    s("nextDown", &[FLOAT], FLOAT, |_, _, a| Ok(Value::Float(float(a, 0)?.next_down())), "the next smaller number"),
    s("nextDown", &[DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)?.next_down()), "the next smaller number"),
    s("nextUp", &[FLOAT], FLOAT, |_, _, a| Ok(Value::Float(float(a, 0)?.next_up())), "the next greater number"),
    s("nextUp", &[DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)?.next_up()), "the next greater number"),
    s("pow", &[DOUBLE, DOUBLE], DOUBLE, unavailable, "the power"),
    s("powExact", &[INT, INT], INT, unavailable, "the power, or an exception when it does not fit"),
    s("powExact", &[LONG, INT], LONG, unavailable, "the power, or an exception when it does not fit"),
    h("powerOfTwoD", &[INT]).stat(),
    h("powerOfTwoF", &[INT]).stat(),
    h("primPowerOfTwoD", &[INT]).stat(),
    s("random", &[], DOUBLE, |c, _, _| ok(c.environment.random()), "a number from 0 up to 1"),
    s("rint", &[DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)?.round_ties_even()), "the nearest whole number, the even one of two"),
    s("round", &[DOUBLE], LONG, |_, _, a| ok(round(double(a, 0)?) as i64), "the nearest whole number, the greater one of two"),
    s("round", &[FLOAT], INT, |_, _, a| ok(round(float(a, 0)?.into()) as i32), "the nearest whole number, the greater one of two"),
    s("scalb", &[FLOAT, INT], FLOAT, unavailable, "the number times a power of two"),
    s("scalb", &[DOUBLE, INT], DOUBLE, unavailable, "the number times a power of two"),
    s("signum", &[FLOAT], FLOAT, |_, _, a| Ok(Value::Float(signum(float(a, 0)?.into()) as f32)), "-1, 0 or 1"),
    s("signum", &[DOUBLE], DOUBLE, |_, _, a| ok(signum(double(a, 0)?)), "-1, 0 or 1"),
    s("sin", &[DOUBLE], DOUBLE, unavailable, "the sine of an angle"),
    s("sinh", &[DOUBLE], DOUBLE, unavailable, "the hyperbolic sine"),
    s("sqrt", &[DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)?.sqrt()), "the square root"),
    s("subtractExact", &[INT, INT], INT, |_, _, a| exact(int(a, 0)?.checked_sub(int(a, 1)?)), "the difference, or an exception when it does not fit"),
    s("subtractExact", &[LONG, LONG], LONG, |_, _, a| exact(long(a, 0)?.checked_sub(long(a, 1)?)), "the difference, or an exception when it does not fit"),
    s("tan", &[DOUBLE], DOUBLE, unavailable, "the tangent of an angle"),
    s("tanh", &[DOUBLE], DOUBLE, unavailable, "the hyperbolic tangent"),
    s("toDegrees", &[DOUBLE], DOUBLE, unavailable, "an angle in degrees"),
    s("toIntExact", &[LONG], INT, |_, _, a| narrow(long(a, 0)?), "the number as `int`, or an exception when it does not fit"),
    s("toRadians", &[DOUBLE], DOUBLE, unavailable, "an angle in radians"),
    s("ulp", &[FLOAT], FLOAT, unavailable, "the distance to the next number"),
    s("ulp", &[DOUBLE], DOUBLE, unavailable, "the distance to the next number"),
    s("unsignedMultiplyExact", &[INT, INT], INT, |_, _, a| exact((int(a, 0)? as u32).checked_mul(int(a, 1)? as u32).map(|product| product as i32)), "the product without signs, or an exception when it does not fit"),
    s("unsignedMultiplyExact", &[LONG, LONG], LONG, |_, _, a| exact((long(a, 0)? as u64).checked_mul(long(a, 1)? as u64).map(|product| product as i64)), "the product without signs, or an exception when it does not fit"),
    s("unsignedMultiplyExact", &[LONG, INT], LONG, |_, _, a| exact((long(a, 0)? as u64).checked_mul(u64::from(int(a, 1)? as u32)).map(|product| product as i64)), "the product without signs, or an exception when it does not fit"),
    s("unsignedMultiplyHigh", &[LONG, LONG], LONG, |_, _, a| ok((u128::from(long(a, 0)? as u64) * u128::from(long(a, 1)? as u64) >> 64) as i64), "the high 64 bits of the product without signs"),
    s("unsignedPowExact", &[LONG, INT], LONG, unavailable, "the power without signs, or an exception when it does not fit"),
    s("unsignedPowExact", &[INT, INT], INT, unavailable, "the power without signs, or an exception when it does not fit"),
]).fields(&[
    f("E", |_, _, _| ok(std::f64::consts::E), "the base of natural logarithms"),
    f("PI", |_, _, _| ok(std::f64::consts::PI), "half the circumference of the unit circle"),
    f("TAU", |_, _, _| ok(std::f64::consts::TAU), "the circumference of the unit circle"),
]);

fn exact<'a>(result: Option<impl Into<Value<'a>>>) -> Outcome<Value<'a>> {
    result.map_or_else(|| Err(overflow()), ok)
}

#[cold]
fn overflow() -> Box<Fault> {
    Thrown::arithmetic("the result does not fit its type").into()
}

fn narrow<'a>(value: i64) -> Outcome<Value<'a>> {
    exact(i32::try_from(value).ok())
}

fn nonzero(divisor: i64) -> Outcome<i64> {
    if divisor == 0 { Err(super::integer::division_by_zero()) } else { Ok(divisor) }
}

fn divide(a: i64, b: i64) -> Outcome<i64> {
    a.checked_div(nonzero(b)?).ok_or_else(overflow)
}

fn floor_div(a: i64, b: i64) -> Outcome<i64> {
    let quotient = a.wrapping_div(nonzero(b)?);
    let inexact = quotient.wrapping_mul(b) != a;
    Ok(if inexact && (a < 0) != (b < 0) { quotient - 1 } else { quotient })
}

fn floor_mod(a: i64, b: i64) -> Outcome<i64> {
    Ok(a.wrapping_sub(floor_div(a, b)?.wrapping_mul(b)))
}

fn ceil_div(a: i64, b: i64) -> Outcome<i64> {
    let quotient = a.wrapping_div(nonzero(b)?);
    let inexact = quotient.wrapping_mul(b) != a;
    Ok(if inexact && (a < 0) == (b < 0) { quotient + 1 } else { quotient })
}

fn ceil_mod(a: i64, b: i64) -> Outcome<i64> {
    Ok(a.wrapping_sub(ceil_div(a, b)?.wrapping_mul(b)))
}

fn floor_div_exact(a: i64, b: i64) -> Outcome<i64> {
    divide(a, b)?;
    floor_div(a, b)
}

fn ceil_div_exact(a: i64, b: i64) -> Outcome<i64> {
    divide(a, b)?;
    ceil_div(a, b)
}

fn clamp(value: i64, min: i64, max: i64) -> Outcome<i64> {
    if min > max { Err(bounds_disordered()) } else { Ok(value.clamp(min, max)) }
}

/// -0.0 is less than 0.0 here, as bounds and as value.
fn clamp_double(value: f64, min: f64, max: f64) -> Outcome<f64> {
    if min.is_nan() || max.is_nan() || min.total_cmp(&max).is_gt() {
        return Err(bounds_disordered());
    }
    Ok(minimum(max, maximum(value, min)))
}

fn clamp_float<'a>(value: f32, min: f32, max: f32) -> Outcome<Value<'a>> {
    clamp_double(value.into(), min.into(), max.into()).map(|value| Value::Float(value as f32))
}

#[cold]
fn bounds_disordered() -> Box<Fault> {
    Thrown::illegal_argument("the lower bound is greater than the upper one").into()
}

/// The greater number, 0.0 before -0.0; NaN if either is.
fn maximum(a: f64, b: f64) -> f64 {
    match a.is_nan() || b.is_nan() {
        true => f64::NAN,
        false if a.total_cmp(&b).is_ge() => a,
        false => b,
    }
}

fn minimum(a: f64, b: f64) -> f64 {
    -maximum(-a, -b)
}

/// The nearest whole number, the greater one of two; NaN and what a whole number cannot hold are for the cast.
fn round(value: f64) -> f64 {
    let below = value.floor();
    if value - below >= 0.5 { below + 1.0 } else { below }
}

/// -1, 0 or 1; zeros keep their sign, NaN stays.
fn signum(value: f64) -> f64 {
    if value == 0.0 || value.is_nan() { value } else { value.signum() }
}
