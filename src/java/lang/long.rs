//! `java.lang.Long`.

use super::integer::{number_text, parse_range};
use crate::java::args::{arg, class_value, give, int, long, ok, text, to_long};
use crate::java::member::{Members, c, f, h, m, s};
use crate::java::signature::{
    BOOL, BYTE, CHAR_SEQUENCE, DOUBLE, FLOAT, INT, LONG, LONG_BOX, LOOKUP, OBJECT, OPTIONAL, SHORT,
    STRING, array_of,
};
use crate::value::fault::Outcome;
use crate::value::number::{bits, integer_parse, integer_text};
use crate::value::{ClassId, Holder, Value, equality};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::LONG).methods(&[
    s("numberOfLeadingZeros", &[LONG], INT, |_, _, a| ok(long(a, 0)?.leading_zeros() as i32), "the zero bits before the highest one bit"),
    s("numberOfTrailingZeros", &[LONG], INT, |_, _, a| ok(long(a, 0)?.trailing_zeros() as i32), "the zero bits behind the lowest one bit"),
    s("bitCount", &[LONG], INT, |_, _, a| ok(long(a, 0)?.count_ones() as i32), "the number of one bits"),
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equality::equals(t, arg(a, 0))), "whether the other object is the same `Long`"),
    s("toString", &[LONG], STRING, |c, _, a| give(c, integer_text::to_radix(long(a, 0)?, 10)), "the number in decimal digits"),
    m("toString", &[], STRING, |c, t, _| give(c, integer_text::to_radix(to_long(t)?, 10)), "the number in decimal digits"),
    s("toString", &[LONG, INT], STRING, |c, _, a| give(c, integer_text::to_radix(long(a, 0)?, int(a, 1)?)), "the number in digits of a radix"),
    s("hashCode", &[LONG], INT, |_, _, a| ok(bits::long_hash(long(a, 0)?)), "a number that equal numbers share"),
    m("hashCode", &[], INT, |_, t, _| ok(bits::long_hash(to_long(t)?)), "a number that equal numbers share"),
    s("min", &[LONG, LONG], LONG, |_, _, a| ok(long(a, 0)?.min(long(a, 1)?)), "the smaller number"),
    s("max", &[LONG, LONG], LONG, |_, _, a| ok(long(a, 0)?.max(long(a, 1)?)), "the greater number"),
    s("signum", &[LONG], INT, |_, _, a| ok(long(a, 0)?.signum() as i32), "-1, 0 or 1"),
    s("expand", &[LONG, LONG], LONG, |_, _, a| ok(bits::expand_long(long(a, 0)?, long(a, 1)?)), "the low bits moved to the places of a mask"),
    s("compareUnsigned", &[LONG, LONG], INT, |_, _, a| ok((long(a, 0)? as u64).cmp(&(long(a, 1)? as u64)) as i32), "the order of two numbers without sign"),
    s("divideUnsigned", &[LONG, LONG], LONG, |_, _, a| ok(bits::divide_unsigned_long(long(a, 0)?, long(a, 1)?)?), "the quotient of two numbers without sign"),
    s("remainderUnsigned", &[LONG, LONG], LONG, |_, _, a| ok(bits::remainder_unsigned_long(long(a, 0)?, long(a, 1)?)?), "the remainder of two numbers without sign"),
    s("reverse", &[LONG], LONG, |_, _, a| ok(long(a, 0)?.reverse_bits()), "the bits in opposite order"),
    s("reverseBytes", &[LONG], LONG, |_, _, a| ok(long(a, 0)?.swap_bytes()), "the bytes in opposite order"),
    s("compress", &[LONG, LONG], LONG, |_, _, a| ok(bits::compress_long(long(a, 0)?, long(a, 1)?)), "the bits under a mask moved together"),
    m("compareTo", &[LONG_BOX], INT, |_, t, a| ok(to_long(t)?.cmp(&long(a, 0)?) as i32), "the order of two numbers: -1, 0 or 1"),
    s("getLong", &[STRING, LONG], LONG_BOX, |_, _, a| Ok(arg(a, 1)), "a system property as number, or another; there is none"),
    s("getLong", &[STRING], LONG_BOX, |_, _, _| Ok(Value::Null), "a system property as number; there is none"),
    s("getLong", &[STRING, LONG_BOX], LONG_BOX, |_, _, a| Ok(arg(a, 1)), "a system property as number, or another; there is none"),
    s("compare", &[LONG, LONG], INT, |_, _, a| ok(long(a, 0)?.cmp(&long(a, 1)?) as i32), "the order of two numbers: -1, 0 or 1"),
    m("byteValue", &[], BYTE, |_, t, _| Ok(Value::Byte(to_long(t)? as i8)), "the lowest 8 bits"),
    m("shortValue", &[], SHORT, |_, t, _| Ok(Value::Short(to_long(t)? as i16)), "the lowest 16 bits"),
    m("intValue", &[], INT, |_, t, _| ok(to_long(t)? as i32), "the lowest 32 bits"),
    m("longValue", &[], LONG, |_, t, _| ok(to_long(t)?), "the number itself"),
    m("floatValue", &[], FLOAT, |_, t, _| Ok(Value::Float(to_long(t)? as f32)), "the nearest `float`"),
    m("doubleValue", &[], DOUBLE, |_, t, _| ok(to_long(t)? as f64), "the nearest `double`"),
    s("valueOf", &[LONG], LONG_BOX, |_, _, a| ok(long(a, 0)?), "the number itself"),
    s("valueOf", &[STRING], LONG_BOX, |_, _, a| parse(arg(a, 0), 10), "the number that decimal digits mean"),
    s("valueOf", &[STRING, INT], LONG_BOX, |_, _, a| parse(arg(a, 0), int(a, 1)?), "the number that digits of a radix mean"),
    s("toHexString", &[LONG], STRING, |c, _, a| give(c, integer_text::hex_long(long(a, 0)?)), "the number without sign in hexadecimal digits"),
    s("decode", &[STRING], LONG_BOX, |_, _, a| ok(integer_parse::decode_long(text(a, 0)?)?), "the number that decimal, hexadecimal or octal digits mean"),
    m("resolveConstantDesc", &[LOOKUP], LONG_BOX, |_, t, _| Ok(t), "the number itself"),
    m("describeConstable", &[], OPTIONAL, |c, t, _| Ok(c.arena.holder(Holder::Optional(Some(t)))), "the number in an `Optional`"),
    s("sum", &[LONG, LONG], LONG, |_, _, a| ok(long(a, 0)?.wrapping_add(long(a, 1)?)), "the sum, which wraps around"),
    s("toUnsignedString", &[LONG], STRING, |c, _, a| give(c, integer_text::unsigned_long_text(long(a, 0)?, 10)), "the number without sign in decimal digits"),
    s("toUnsignedString", &[LONG, INT], STRING, |c, _, a| give(c, integer_text::unsigned_long_text(long(a, 0)?, int(a, 1)?)), "the number without sign in digits of a radix"),
    s("toOctalString", &[LONG], STRING, |c, _, a| give(c, integer_text::octal_long(long(a, 0)?)), "the number without sign in octal digits"),
    s("toBinaryString", &[LONG], STRING, |c, _, a| give(c, integer_text::binary_long(long(a, 0)?)), "the number without sign in binary digits"),
    s("highestOneBit", &[LONG], LONG, |_, _, a| ok(bits::highest_one_bit_long(long(a, 0)?)), "the number with nothing but its highest one bit"),
    s("lowestOneBit", &[LONG], LONG, |_, _, a| ok(bits::lowest_one_bit_long(long(a, 0)?)), "the number with nothing but its lowest one bit"),
    s("rotateLeft", &[LONG, INT], LONG, |_, _, a| ok(bits::rotate_left_long(long(a, 0)?, int(a, 1)?)), "the bits rotated to the left"),
    s("rotateRight", &[LONG, INT], LONG, |_, _, a| ok(bits::rotate_left_long(long(a, 0)?, int(a, 1)?.wrapping_neg())), "the bits rotated to the right"),
    s("parseLong", &[STRING], LONG, |_, _, a| parse(arg(a, 0), 10), "the number that decimal digits mean"),
    s("parseLong", &[STRING, INT], LONG, |_, _, a| parse(arg(a, 0), int(a, 1)?), "the number that digits of a radix mean"),
    s("parseLong", &[CHAR_SEQUENCE, INT, INT, INT], LONG, |_, _, a| parse_range(a, integer_parse::parse_long), "the number that digits of a radix between two indexes mean"),
    s("parseUnsignedLong", &[STRING], LONG, |_, _, a| ok(integer_parse::parse_unsigned_long(number_text(arg(a, 0))?, 10)?), "the number without sign that decimal digits mean"),
    s("parseUnsignedLong", &[STRING, INT], LONG, |_, _, a| ok(integer_parse::parse_unsigned_long(number_text(arg(a, 0))?, int(a, 1)?)?), "the number without sign that digits of a radix mean"),
    s("parseUnsignedLong", &[CHAR_SEQUENCE, INT, INT, INT], LONG, |_, _, a| parse_range(a, integer_parse::parse_unsigned_long), "the number without sign that digits of a radix between two indexes mean"),
    h("toStringUTF16", &[LONG, INT]).stat(),
    h("toUnsignedString0", &[LONG, INT]).stat(),
    h("parallelSuffix", &[LONG]).stat(),
    h("toUnsignedBigInteger", &[LONG]).stat(),
    h("formatUnsignedLong0", &[LONG, INT, array_of(BYTE), INT, INT]).stat(),
    h("formatUnsignedLong0UTF16", &[LONG, INT, array_of(BYTE), INT, INT]).stat(),
]).constructors(&[
    c(&[STRING], |_, _, a| parse(arg(a, 0), 10), "the number that decimal digits mean"),
    c(&[LONG], |_, _, a| ok(long(a, 0)?), "the number itself"),
]).fields(&[
    f("MIN_VALUE", |_, _, _| ok(i64::MIN), "the least number, -9223372036854775808"),
    f("MAX_VALUE", |_, _, _| ok(i64::MAX), "the greatest number, 9223372036854775807"),
    f("TYPE", |_, _, _| class_value(LONG), "the class `long`"),
    f("SIZE", |_, _, _| ok(64), "the number of bits"),
    f("BYTES", |_, _, _| ok(8), "the number of bytes"),
]);

fn parse<'a>(digits: Value<'_>, radix: i32) -> Outcome<Value<'a>> {
    ok(integer_parse::parse_long(number_text(digits)?, radix)?)
}
