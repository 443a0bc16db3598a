//! `java.lang.Float`.

use crate::java::args::{
    arg, class_value, double, float, give, int, object, ok, text, to_float, to_short,
};
use crate::java::member::{Members, c, f, m, s};
use crate::java::signature::{
    BOOL, BYTE, DOUBLE, FLOAT, FLOAT_BOX, INT, LONG, LOOKUP, OBJECT, OPTIONAL, SHORT, STRING,
};
use crate::value::number::{bits, cast, float_parse, float_text, order};
use crate::value::{ClassId, Holder, Value, equality};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::FLOAT).methods(&[
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equality::equals(t, arg(a, 0))), "whether the other object is the same `Float`"),
    s("toString", &[FLOAT], STRING, |c, _, a| c.arena.text(float_text::float_text(float(a, 0)?).as_str()), "the shortest decimal that means the number"),
    m("toString", &[], STRING, |c, t, _| c.arena.text(float_text::float_text(to_float(t)?).as_str()), "the shortest decimal that means the number"),
    m("hashCode", &[], INT, |_, t, _| ok(bits::float_hash(to_float(t)?)), "a number that equal numbers share"),
    s("hashCode", &[FLOAT], INT, |_, _, a| ok(bits::float_hash(float(a, 0)?)), "a number that equal numbers share"),
    s("min", &[FLOAT, FLOAT], FLOAT, |_, _, a| Ok(Value::Float(order::min_float(float(a, 0)?, float(a, 1)?))), "the smaller number"),
    s("max", &[FLOAT, FLOAT], FLOAT, |_, _, a| Ok(Value::Float(order::max_float(float(a, 0)?, float(a, 1)?))), "the greater number"),
    m("isInfinite", &[], BOOL, |_, t, _| ok(to_float(t)?.is_infinite()), "whether the number is infinite"),
    s("isInfinite", &[FLOAT], BOOL, |_, _, a| ok(float(a, 0)?.is_infinite()), "whether the number is infinite"),
    s("isFinite", &[FLOAT], BOOL, |_, _, a| ok(float(a, 0)?.is_finite()), "whether the number is neither infinite nor NaN"),
    s("floatToRawIntBits", &[FLOAT], INT, |_, _, a| ok(float(a, 0)?.to_bits() as i32), "the bits of the number"),
    s("floatToIntBits", &[FLOAT], INT, |_, _, a| ok(bits::float_to_bits(float(a, 0)?)), "the bits of the number, the same for every NaN"),
    s("intBitsToFloat", &[INT], FLOAT, |_, _, a| Ok(Value::Float(f32::from_bits(int(a, 0)? as u32))), "the number of these bits"),
    s("float16ToFloat", &[SHORT], FLOAT, |_, _, a| Ok(Value::Float(bits::float16_to_float(to_short(arg(a, 0))?))), "the number of these 16 bits"),
    s("floatToFloat16", &[FLOAT], SHORT, |_, _, a| Ok(Value::Short(bits::float_to_float16(float(a, 0)?))), "the number in 16 bits"),
    m("compareTo", &[FLOAT_BOX], INT, |_, t, a| ok(order::compare_floats(to_float(t)?, float(a, 0)?) as i32), "the order of two numbers: -1, 0 or 1"),
    s("compare", &[FLOAT, FLOAT], INT, |_, _, a| ok(order::compare_floats(float(a, 0)?, float(a, 1)?) as i32), "the order of two numbers: -1, 0 or 1"),
    m("byteValue", &[], BYTE, |_, t, _| Ok(Value::Byte(cast::d2b(to_float(t)?.into()))), "the whole part in 8 bits"),
    m("shortValue", &[], SHORT, |_, t, _| Ok(Value::Short(cast::d2s(to_float(t)?.into()))), "the whole part in 16 bits"),
    m("intValue", &[], INT, |_, t, _| ok(cast::d2i(to_float(t)?.into())), "the whole part, as far as an `int` reaches"),
    m("longValue", &[], LONG, |_, t, _| ok(cast::d2l(to_float(t)?.into())), "the whole part, as far as a `long` reaches"),
    m("floatValue", &[], FLOAT, |_, t, _| Ok(Value::Float(to_float(t)?)), "the number itself"),
    m("doubleValue", &[], DOUBLE, |_, t, _| ok(f64::from(to_float(t)?)), "the number as `double`"),
    s("valueOf", &[FLOAT], FLOAT_BOX, |_, _, a| object(a, 0), "the number itself"),
    s("valueOf", &[STRING], FLOAT_BOX, |_, _, a| Ok(Value::Float(float_parse::parse_float(text(a, 0)?)?)), "the number that a text means"),
    s("toHexString", &[FLOAT], STRING, |c, _, a| give(c, bits::float_hex_text(float(a, 0)?)), "the number in hexadecimal digits with a binary exponent"),
    m("resolveConstantDesc", &[LOOKUP], FLOAT_BOX, |_, t, _| Ok(t), "the number itself"),
    m("describeConstable", &[], OPTIONAL, |c, t, _| Ok(c.arena.holder(Holder::Optional(Some(t)))), "the number in an `Optional`"),
    m("isNaN", &[], BOOL, |_, t, _| ok(to_float(t)?.is_nan()), "whether the number is NaN"),
    s("isNaN", &[FLOAT], BOOL, |_, _, a| ok(float(a, 0)?.is_nan()), "whether the number is NaN"),
    s("sum", &[FLOAT, FLOAT], FLOAT, |_, _, a| Ok(Value::Float(float(a, 0)? + float(a, 1)?)), "the sum"),
    s("parseFloat", &[STRING], FLOAT, |_, _, a| Ok(Value::Float(float_parse::parse_float(text(a, 0)?)?)), "the number that a text means"),
]).constructors(&[
    c(&[STRING], |_, _, a| Ok(Value::Float(float_parse::parse_float(text(a, 0)?)?)), "the number that a text means"),
    c(&[DOUBLE], |_, _, a| Ok(Value::Float(double(a, 0)? as f32)), "the nearest `float`"),
    c(&[FLOAT], |_, _, a| object(a, 0), "the number itself"),
]).fields(&[
    f("POSITIVE_INFINITY", |_, _, _| Ok(Value::Float(f32::INFINITY)), "infinity"),
    f("NEGATIVE_INFINITY", |_, _, _| Ok(Value::Float(f32::NEG_INFINITY)), "minus infinity"),
    f("NaN", |_, _, _| Ok(Value::Float(f32::NAN)), "what is not a number"),
    f("MAX_VALUE", |_, _, _| Ok(Value::Float(f32::MAX)), "the greatest finite number"),
    f("MIN_NORMAL", |_, _, _| Ok(Value::Float(f32::MIN_POSITIVE)), "the least positive number of full precision"),
    f("MIN_VALUE", |_, _, _| Ok(Value::Float(f32::from_bits(1))), "the least positive number"),
    f("SIZE", |_, _, _| ok(32), "the number of bits"),
    f("PRECISION", |_, _, _| ok(24), "the number of binary digits"),
    f("MAX_EXPONENT", |_, _, _| ok(127), "the greatest exponent"),
    f("MIN_EXPONENT", |_, _, _| ok(-126), "the least exponent"),
    f("BYTES", |_, _, _| ok(4), "the number of bytes"),
    f("TYPE", |_, _, _| class_value(FLOAT), "the class `float`"),
]);
