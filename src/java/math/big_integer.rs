//! `java.math.BigInteger`, which can be read but not called, and what it shares with other numbers.

use crate::java::args::{array, byte_array, class_cast, ok, printed, to_big_int};
use crate::java::member::{Call, Members, f, p};
use crate::java::signature::{BYTE, DOUBLE, FLOAT, INT, LONG, SHORT, STRING, array_of};
use crate::value::fault::Outcome;
use crate::value::number::{big_integer, prime};
use crate::value::{ClassId, ClassRef, Value};
use bigdecimal::num_bigint::BigInt;
use bigdecimal::num_traits::Signed;
use std::ops::{Neg, Not};

const BIG_INTEGER: ClassRef = ClassRef::of(ClassId::BIG_INTEGER);

#[rustfmt::skip]
pub(super) static MEMBERS: Members = Members::of(ClassId::BIG_INTEGER).methods(&[
    p("bitCount", INT, |_, t, _| ok(big_integer::bit_count(to_big_int(t)?)), "the bits that differ from the sign"),
    p("toString", STRING, |c, t, _| printed(c, t), "the number in decimal digits"),
    p("hashCode", INT, |_, t, _| ok(big_integer::hash_code(to_big_int(t)?)), "a number that equal numbers share"),
    p("abs", BIG_INTEGER, |c, t, _| give(c, to_big_int(t)?.abs()), "the number without its sign"),
    p("sqrt", BIG_INTEGER, sqrt, "the whole part of the square root"),
    p("sqrtAndRemainder", array_of(BIG_INTEGER), sqrt_and_remainder, "the whole part of the square root, and what is left"),
    p("signum", INT, |_, t, _| ok(signum(to_big_int(t)?)), "-1, 0 or 1"),
    p("intValue", INT, |_, t, _| ok(big_integer::int_value(to_big_int(t)?)), "the lowest 32 bits"),
    p("longValue", LONG, |_, t, _| ok(big_integer::long_value(to_big_int(t)?)), "the lowest 64 bits"),
    p("floatValue", FLOAT, |_, t, _| Ok(Value::Float(big_integer::float_value(to_big_int(t)?))), "the nearest `float`"),
    p("doubleValue", DOUBLE, |_, t, _| ok(big_integer::double_value(to_big_int(t)?)), "the nearest `double`"),
    p("toByteArray", array_of(BYTE), |c, t, _| byte_array(c, &big_integer::to_bytes(to_big_int(t)?)), "the bytes, the highest first"),
    p("negate", BIG_INTEGER, |c, t, _| give(c, to_big_int(t).cloned()?.neg()), "the number with the other sign"),
    p("not", BIG_INTEGER, |c, t, _| give(c, to_big_int(t).cloned()?.not()), "the number with every bit changed"),
    p("bitLength", INT, |_, t, _| ok(big_integer::bit_length(to_big_int(t)?)), "the bits that the number needs"),
    p("getLowestSetBit", INT, |_, t, _| ok(big_integer::lowest_set_bit(to_big_int(t)?)), "the place of the lowest one bit, or -1"),
    p("nextProbablePrime", BIG_INTEGER, |c, t, _| give(c, prime::next_probable_prime(to_big_int(t)?)?), "the next prime"),
    p("longValueExact", LONG, |_, t, _| ok(within(t, i64::MIN, i64::MAX)?), "the number as `long`, or an exception"),
    p("intValueExact", INT, |_, t, _| ok(within(t, i32::MIN.into(), i32::MAX.into())? as i32), "the number as `int`, or an exception"),
    p("shortValueExact", SHORT, |_, t, _| Ok(Value::Short(within(t, i16::MIN.into(), i16::MAX.into())? as i16)), "the number as `short`, or an exception"),
    p("byteValueExact", BYTE, |_, t, _| Ok(Value::Byte(within(t, i8::MIN.into(), i8::MAX.into())? as i8)), "the number as `byte`, or an exception"),
]).fields(&[
    f("ZERO", |c, _, _| give(c, BigInt::from(0)), "the number 0"),
    f("ONE", |c, _, _| give(c, BigInt::from(1)), "the number 1"),
    f("TWO", |c, _, _| give(c, BigInt::from(2)), "the number 2"),
    f("TEN", |c, _, _| give(c, BigInt::from(10)), "the number 10"),
]);

/// What big numbers do not declare themselves.
#[rustfmt::skip]
pub(super) static NUMBER: Members = Members::of(ClassId::NUMBER).methods(&[
    p("byteValue", BYTE, |_, t, _| Ok(Value::Byte(low_bits(t)? as i8)), "the lowest 8 bits of the whole part"),
    p("shortValue", SHORT, |_, t, _| Ok(Value::Short(low_bits(t)? as i16)), "the lowest 16 bits of the whole part"),
]);

fn give<'a>(call: &Call<'a>, number: BigInt) -> Outcome<Value<'a>> {
    Ok(call.arena.big_int(number))
}

fn signum(number: &BigInt) -> i32 {
    i32::from(number.is_positive()) - i32::from(number.is_negative())
}

fn within(this: Value<'_>, min: i64, max: i64) -> Outcome<i64> {
    Ok(big_integer::exact_within(to_big_int(this)?, min, max)?)
}

fn low_bits(this: Value<'_>) -> Outcome<i32> {
    match this {
        Value::BigInt(number) => Ok(big_integer::int_value(number)),
        Value::BigDec(_) => Ok(super::big_decimal::this(this)?.int_value()),
        other => Err(class_cast(other, "java.lang.Number")),
    }
}

fn sqrt<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let [root, _] = big_integer::sqrt_and_remainder(to_big_int(this)?)?;
    give(call, root)
}

fn sqrt_and_remainder<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let [root, rest] = big_integer::sqrt_and_remainder(to_big_int(this)?)?;
    array(call, BIG_INTEGER, &[give(call, root)?, give(call, rest)?])
}
