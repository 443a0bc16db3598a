//! `java.lang.Double`.

use crate::java::args::{arg, class_value, double, give, long, object, ok, text, to_double};
use crate::java::member::{Members, c, f, m, s};
use crate::java::signature::{
    BOOL, BYTE, DOUBLE, DOUBLE_BOX, FLOAT, INT, LONG, LOOKUP, OBJECT, OPTIONAL, SHORT, STRING,
};
use crate::value::number::{bits, cast, float_parse, float_text, order};
use crate::value::{ClassId, Holder, Value, equality};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::DOUBLE).methods(&[
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equality::equals(t, arg(a, 0))), "whether the other object is the same `Double`"),
    s("toString", &[DOUBLE], STRING, |c, _, a| c.arena.text(float_text::double_text(double(a, 0)?).as_str()), "the shortest decimal that means the number"),
    m("toString", &[], STRING, |c, t, _| c.arena.text(float_text::double_text(to_double(t)?).as_str()), "the shortest decimal that means the number"),
    m("hashCode", &[], INT, |_, t, _| ok(bits::double_hash(to_double(t)?)), "a number that equal numbers share"),
    s("hashCode", &[DOUBLE], INT, |_, _, a| ok(bits::double_hash(double(a, 0)?)), "a number that equal numbers share"),
    s("min", &[DOUBLE, DOUBLE], DOUBLE, |_, _, a| ok(order::min_double(double(a, 0)?, double(a, 1)?)), "the smaller number"),
    s("max", &[DOUBLE, DOUBLE], DOUBLE, |_, _, a| ok(order::max_double(double(a, 0)?, double(a, 1)?)), "the greater number"),
    m("isInfinite", &[], BOOL, |_, t, _| ok(to_double(t)?.is_infinite()), "whether the number is infinite"),
    s("isInfinite", &[DOUBLE], BOOL, |_, _, a| ok(double(a, 0)?.is_infinite()), "whether the number is infinite"),
    s("isFinite", &[DOUBLE], BOOL, |_, _, a| ok(double(a, 0)?.is_finite()), "whether the number is neither infinite nor NaN"),
    s("doubleToRawLongBits", &[DOUBLE], LONG, |_, _, a| ok(double(a, 0)?.to_bits() as i64), "the bits of the number"),
    s("doubleToLongBits", &[DOUBLE], LONG, |_, _, a| ok(bits::double_to_bits(double(a, 0)?)), "the bits of the number, the same for every NaN"),
    s("longBitsToDouble", &[LONG], DOUBLE, |_, _, a| ok(f64::from_bits(long(a, 0)? as u64)), "the number of these bits"),
    m("compareTo", &[DOUBLE_BOX], INT, |_, t, a| ok(order::compare_doubles(to_double(t)?, double(a, 0)?) as i32), "the order of two numbers: -1, 0 or 1"),
    s("compare", &[DOUBLE, DOUBLE], INT, |_, _, a| ok(order::compare_doubles(double(a, 0)?, double(a, 1)?) as i32), "the order of two numbers: -1, 0 or 1"),
    m("byteValue", &[], BYTE, |_, t, _| Ok(Value::Byte(cast::d2b(to_double(t)?))), "the whole part in 8 bits"),
    m("shortValue", &[], SHORT, |_, t, _| Ok(Value::Short(cast::d2s(to_double(t)?))), "the whole part in 16 bits"),
    m("intValue", &[], INT, |_, t, _| ok(cast::d2i(to_double(t)?)), "the whole part, as far as an `int` reaches"),
    m("longValue", &[], LONG, |_, t, _| ok(cast::d2l(to_double(t)?)), "the whole part, as far as a `long` reaches"),
    m("floatValue", &[], FLOAT, |_, t, _| Ok(Value::Float(to_double(t)? as f32)), "the nearest `float`"),
    m("doubleValue", &[], DOUBLE, |_, t, _| ok(to_double(t)?), "the number itself"),
    s("valueOf", &[STRING], DOUBLE_BOX, |_, _, a| ok(float_parse::parse_double(text(a, 0)?)?), "the number that a text means"),
    s("valueOf", &[DOUBLE], DOUBLE_BOX, |_, _, a| object(a, 0), "the number itself"),
    s("toHexString", &[DOUBLE], STRING, |c, _, a| give(c, bits::double_hex_text(double(a, 0)?)), "the number in hexadecimal digits with a binary exponent"),
    m("resolveConstantDesc", &[LOOKUP], DOUBLE_BOX, |_, t, _| Ok(t), "the number itself"),
    m("describeConstable", &[], OPTIONAL, |c, t, _| Ok(c.arena.holder(Holder::Optional(Some(t)))), "the number in an `Optional`"),
    m("isNaN", &[], BOOL, |_, t, _| ok(to_double(t)?.is_nan()), "whether the number is NaN"),
    s("isNaN", &[DOUBLE], BOOL, |_, _, a| ok(double(a, 0)?.is_nan()), "whether the number is NaN"),
    s("sum", &[DOUBLE, DOUBLE], DOUBLE, |_, _, a| ok(double(a, 0)? + double(a, 1)?), "the sum"),
    s("parseDouble", &[STRING], DOUBLE, |_, _, a| ok(float_parse::parse_double(text(a, 0)?)?), "the number that a text means"),
]).constructors(&[
    c(&[DOUBLE], |_, _, a| object(a, 0), "the number itself"),
    c(&[STRING], |_, _, a| ok(float_parse::parse_double(text(a, 0)?)?), "the number that a text means"),
]).fields(&[
    f("POSITIVE_INFINITY", |_, _, _| ok(f64::INFINITY), "infinity"),
    f("NEGATIVE_INFINITY", |_, _, _| ok(f64::NEG_INFINITY), "minus infinity"),
    f("NaN", |_, _, _| ok(f64::NAN), "what is not a number"),
    f("MAX_VALUE", |_, _, _| ok(f64::MAX), "the greatest finite number"),
    f("MIN_NORMAL", |_, _, _| ok(f64::MIN_POSITIVE), "the least positive number of full precision"),
    f("MIN_VALUE", |_, _, _| ok(f64::from_bits(1)), "the least positive number"),
    f("SIZE", |_, _, _| ok(64), "the number of bits"),
    f("PRECISION", |_, _, _| ok(53), "the number of binary digits"),
    f("MAX_EXPONENT", |_, _, _| ok(1023), "the greatest exponent"),
    f("MIN_EXPONENT", |_, _, _| ok(-1022), "the least exponent"),
    f("BYTES", |_, _, _| ok(8), "the number of bytes"),
    f("TYPE", |_, _, _| class_value(DOUBLE), "the class `double`"),
]);
