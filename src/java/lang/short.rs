//! `java.lang.Short`, and `java.lang.Byte`, which the sandbox keeps closed.

use super::integer::number_text;
use crate::java::args::{arg, class_value, give, int, object, ok, text, to_byte, to_short};
use crate::java::member::{Members, c, f, m, p, s};
use crate::java::object::described_call;
use crate::java::signature::{
    BOOL, BYTE, DOUBLE, FLOAT, INT, LONG, OBJECT, OPTIONAL, SHORT, SHORT_BOX, STRING,
};
use crate::value::fault::Outcome;
use crate::value::number::{integer_parse, integer_text};
use crate::value::{ClassId, Value, equality};

#[rustfmt::skip]
pub(in crate::java) static SHORTS: Members = Members::of(ClassId::SHORT).methods(&[
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equality::equals(t, arg(a, 0))), "whether the other object is the same `Short`"),
    m("toString", &[], STRING, |c, t, _| give(c, integer_text::to_radix(to_short(t)?.into(), 10)), "the number in decimal digits"),
    s("toString", &[SHORT], STRING, |c, _, a| give(c, integer_text::to_radix(to_short(arg(a, 0))?.into(), 10)), "the number in decimal digits"),
    s("hashCode", &[SHORT], INT, |_, _, a| ok(i32::from(to_short(arg(a, 0))?)), "the number itself"),
    m("hashCode", &[], INT, |_, t, _| ok(i32::from(to_short(t)?)), "the number itself"),
    s("compareUnsigned", &[SHORT, SHORT], INT, |_, _, a| ok(i32::from(to_short(arg(a, 0))? as u16) - i32::from(to_short(arg(a, 1))? as u16)), "the order of two numbers without sign"),
    s("reverseBytes", &[SHORT], SHORT, |_, _, a| Ok(Value::Short(to_short(arg(a, 0))?.swap_bytes())), "the bytes in opposite order"),
    m("compareTo", &[SHORT_BOX], INT, |_, t, a| ok(i32::from(to_short(t)?) - i32::from(to_short(arg(a, 0))?)), "the difference of two numbers"),
    s("compare", &[SHORT, SHORT], INT, |_, _, a| ok(i32::from(to_short(arg(a, 0))?) - i32::from(to_short(arg(a, 1))?)), "the difference of two numbers"),
    m("byteValue", &[], BYTE, |_, t, _| Ok(Value::Byte(to_short(t)? as i8)), "the lowest 8 bits"),
    m("shortValue", &[], SHORT, |_, t, _| Ok(Value::Short(to_short(t)?)), "the number itself"),
    m("intValue", &[], INT, |_, t, _| ok(i32::from(to_short(t)?)), "the number as `int`"),
    m("longValue", &[], LONG, |_, t, _| ok(i64::from(to_short(t)?)), "the number as `long`"),
    m("floatValue", &[], FLOAT, |_, t, _| Ok(Value::Float(to_short(t)?.into())), "the number as `float`"),
    m("doubleValue", &[], DOUBLE, |_, t, _| ok(f64::from(to_short(t)?)), "the number as `double`"),
    s("valueOf", &[STRING, INT], SHORT_BOX, |_, _, a| parse_short(arg(a, 0), int(a, 1)?), "the number that digits of a radix mean"),
    s("valueOf", &[STRING], SHORT_BOX, |_, _, a| parse_short(arg(a, 0), 10), "the number that decimal digits mean"),
    s("valueOf", &[SHORT], SHORT_BOX, |_, _, a| Ok(arg(a, 0)), "the number itself"),
    s("decode", &[STRING], SHORT_BOX, |_, _, a| Ok(Value::Short(integer_parse::decode_short(text(a, 0)?)?)), "the number that decimal, hexadecimal or octal digits mean"),
    m("describeConstable", &[], OPTIONAL, |c, t, _| Ok(described_call(c, &format!("explicitCast({})short", to_short(t)?))), "a description of the number"),
    s("toUnsignedLong", &[SHORT], LONG, |_, _, a| ok(i64::from(to_short(arg(a, 0))? as u16)), "the number without sign"),
    s("toUnsignedInt", &[SHORT], INT, |_, _, a| ok(i32::from(to_short(arg(a, 0))? as u16)), "the number without sign"),
    s("parseShort", &[STRING], SHORT, |_, _, a| parse_short(arg(a, 0), 10), "the number that decimal digits mean"),
    s("parseShort", &[STRING, INT], SHORT, |_, _, a| parse_short(arg(a, 0), int(a, 1)?), "the number that digits of a radix mean"),
]).constructors(&[
    c(&[SHORT], |_, _, a| object(a, 0), "the number itself"),
    c(&[STRING], |_, _, a| parse_short(arg(a, 0), 10), "the number that decimal digits mean"),
]).fields(&[
    f("MIN_VALUE", |_, _, _| Ok(Value::Short(i16::MIN)), "the least number"),
    f("MAX_VALUE", |_, _, _| Ok(Value::Short(i16::MAX)), "the greatest number"),
    f("TYPE", |_, _, _| class_value(SHORT), "the class `short`"),
    f("SIZE", |_, _, _| ok(16), "the number of bits"),
    f("BYTES", |_, _, _| ok(2), "the number of bytes"),
]);

#[rustfmt::skip]
pub(in crate::java) static BYTES: Members = Members::of(ClassId::BYTE).methods(&[
    p("toString", STRING, |c, t, _| give(c, integer_text::to_radix(to_byte(t)?.into(), 10)), "the number in decimal digits"),
    p("hashCode", INT, |_, t, _| ok(i32::from(to_byte(t)?)), "the number itself"),
    p("byteValue", BYTE, |_, t, _| Ok(Value::Byte(to_byte(t)?)), "the number itself"),
    p("shortValue", SHORT, |_, t, _| Ok(Value::Short(to_byte(t)?.into())), "the number as `short`"),
    p("intValue", INT, |_, t, _| ok(i32::from(to_byte(t)?)), "the number as `int`"),
    p("longValue", LONG, |_, t, _| ok(i64::from(to_byte(t)?)), "the number as `long`"),
    p("floatValue", FLOAT, |_, t, _| Ok(Value::Float(to_byte(t)?.into())), "the number as `float`"),
    p("doubleValue", DOUBLE, |_, t, _| ok(f64::from(to_byte(t)?)), "the number as `double`"),
    p("describeConstable", OPTIONAL, |c, t, _| Ok(described_call(c, &format!("explicitCast({})byte", to_byte(t)?))), "a description of the number"),
]).fields(&[
    f("MIN_VALUE", |_, _, _| Ok(Value::Byte(i8::MIN)), "the least number"),
    f("MAX_VALUE", |_, _, _| Ok(Value::Byte(i8::MAX)), "the greatest number"),
    f("TYPE", |_, _, _| class_value(BYTE), "the class `byte`"),
    f("SIZE", |_, _, _| ok(8), "the number of bits"),
    f("BYTES", |_, _, _| ok(1), "the number of bytes"),
]);

fn parse_short<'a>(digits: Value<'_>, radix: i32) -> Outcome<Value<'a>> {
    Ok(Value::Short(integer_parse::parse_short(
        number_text(digits)?,
        radix,
    )?))
}
