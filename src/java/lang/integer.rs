//! `java.lang.Integer`.

use crate::java::args::{arg, class_value, give, int, ok, sequence, text, to_int, to_text};
use crate::java::member::{Call, Members, c, f, h, m, s};
use crate::java::signature::{
    BOOL, BYTE, CHAR_SEQUENCE, DOUBLE, FLOAT, INT, INTEGER, LONG, LOOKUP, OBJECT, OPTIONAL, SHORT,
    STRING, array_of,
};
use crate::value::fault::Outcome;
use crate::value::number::{bits, integer_parse, integer_text};
use crate::value::text::Text;
use crate::value::thrown::Thrown;
use crate::value::{ClassId, Holder, Value, equality};

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::INTEGER).methods(&[
    s("numberOfLeadingZeros", &[INT], INT, |_, _, a| ok(int(a, 0)?.leading_zeros() as i32), "the zero bits before the highest one bit"),
    s("numberOfTrailingZeros", &[INT], INT, |_, _, a| ok(int(a, 0)?.trailing_zeros() as i32), "the zero bits behind the lowest one bit"),
    s("bitCount", &[INT], INT, |_, _, a| ok(int(a, 0)?.count_ones() as i32), "the number of one bits"),
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equality::equals(t, arg(a, 0))), "whether the other object is the same `Integer`"),
    s("toString", &[INT], STRING, |c, _, a| radix_text(c, int(a, 0)?, 10), "the number in decimal digits"),
    m("toString", &[], STRING, |c, t, _| radix_text(c, to_int(t)?, 10), "the number in decimal digits"),
    s("toString", &[INT, INT], STRING, |c, _, a| radix_text(c, int(a, 0)?, int(a, 1)?), "the number in digits of a radix"),
    m("hashCode", &[], INT, |_, t, _| ok(to_int(t)?), "the number itself"),
    s("hashCode", &[INT], INT, |_, _, a| ok(int(a, 0)?), "the number itself"),
    s("min", &[INT, INT], INT, |_, _, a| ok(int(a, 0)?.min(int(a, 1)?)), "the smaller number"),
    s("max", &[INT, INT], INT, |_, _, a| ok(int(a, 0)?.max(int(a, 1)?)), "the greater number"),
    s("signum", &[INT], INT, |_, _, a| ok(int(a, 0)?.signum()), "-1, 0 or 1"),
    s("expand", &[INT, INT], INT, |_, _, a| ok(bits::expand_int(int(a, 0)?, int(a, 1)?)), "the low bits moved to the places of a mask"),
    s("compareUnsigned", &[INT, INT], INT, |_, _, a| ok((int(a, 0)? as u32).cmp(&(int(a, 1)? as u32)) as i32), "the order of two numbers without sign"),
    s("divideUnsigned", &[INT, INT], INT, |_, _, a| ok(bits::divide_unsigned_int(int(a, 0)?, int(a, 1)?)?), "the quotient of two numbers without sign"),
    s("remainderUnsigned", &[INT, INT], INT, |_, _, a| ok(bits::remainder_unsigned_int(int(a, 0)?, int(a, 1)?)?), "the remainder of two numbers without sign"),
    s("reverse", &[INT], INT, |_, _, a| ok(int(a, 0)?.reverse_bits()), "the bits in opposite order"),
    s("reverseBytes", &[INT], INT, |_, _, a| ok(int(a, 0)?.swap_bytes()), "the bytes in opposite order"),
    s("compress", &[INT, INT], INT, |_, _, a| ok(bits::compress_int(int(a, 0)?, int(a, 1)?)), "the bits under a mask moved together"),
    m("compareTo", &[INTEGER], INT, |_, t, a| ok(to_int(t)?.cmp(&int(a, 0)?) as i32), "the order of two numbers: -1, 0 or 1"),
    s("compare", &[INT, INT], INT, |_, _, a| ok(int(a, 0)?.cmp(&int(a, 1)?) as i32), "the order of two numbers: -1, 0 or 1"),
    m("byteValue", &[], BYTE, |_, t, _| Ok(Value::Byte(to_int(t)? as i8)), "the lowest 8 bits"),
    m("shortValue", &[], SHORT, |_, t, _| Ok(Value::Short(to_int(t)? as i16)), "the lowest 16 bits"),
    m("intValue", &[], INT, |_, t, _| ok(to_int(t)?), "the number itself"),
    m("longValue", &[], LONG, |_, t, _| ok(i64::from(to_int(t)?)), "the number as `long`"),
    m("floatValue", &[], FLOAT, |_, t, _| Ok(Value::Float(to_int(t)? as f32)), "the nearest `float`"),
    m("doubleValue", &[], DOUBLE, |_, t, _| ok(f64::from(to_int(t)?)), "the number as `double`"),
    s("valueOf", &[STRING], INTEGER, |_, _, a| parse(arg(a, 0), 10), "the number that decimal digits mean"),
    s("valueOf", &[INT], INTEGER, |_, _, a| ok(int(a, 0)?), "the number itself"),
    s("valueOf", &[STRING, INT], INTEGER, |_, _, a| parse(arg(a, 0), int(a, 1)?), "the number that digits of a radix mean"),
    s("toHexString", &[INT], STRING, |c, _, a| give(c, integer_text::hex_int(int(a, 0)?)), "the number without sign in hexadecimal digits"),
    s("decode", &[STRING], INTEGER, |_, _, a| ok(integer_parse::decode_int(text(a, 0)?)?), "the number that decimal, hexadecimal or octal digits mean"),
    m("resolveConstantDesc", &[LOOKUP], INTEGER, |_, t, _| Ok(t), "the number itself"),
    m("describeConstable", &[], OPTIONAL, |c, t, _| Ok(c.arena.holder(Holder::Optional(Some(t)))), "the number in an `Optional`"),
    s("parseInt", &[CHAR_SEQUENCE, INT, INT, INT], INT, |_, _, a| parse_range(a, integer_parse::parse_int), "the number that digits of a radix between two indexes mean"),
    s("parseInt", &[STRING], INT, |_, _, a| parse(arg(a, 0), 10), "the number that decimal digits mean"),
    s("parseInt", &[STRING, INT], INT, |_, _, a| parse(arg(a, 0), int(a, 1)?), "the number that digits of a radix mean"),
    s("toUnsignedLong", &[INT], LONG, |_, _, a| ok(i64::from(int(a, 0)? as u32)), "the number without sign"),
    s("sum", &[INT, INT], INT, |_, _, a| ok(int(a, 0)?.wrapping_add(int(a, 1)?)), "the sum, which wraps around"),
    h("toStringUTF16", &[INT, INT]).stat(),
    s("toUnsignedString", &[INT], STRING, |c, _, a| give(c, integer_text::unsigned_int_text(int(a, 0)?, 10)), "the number without sign in decimal digits"),
    s("toUnsignedString", &[INT, INT], STRING, |c, _, a| give(c, integer_text::unsigned_int_text(int(a, 0)?, int(a, 1)?)), "the number without sign in digits of a radix"),
    h("toUnsignedString0", &[INT, INT]).stat(),
    h("formatUnsignedInt", &[INT, INT, array_of(BYTE), INT]).stat(),
    h("formatUnsignedIntUTF16", &[INT, INT, array_of(BYTE), INT]).stat(),
    s("parseUnsignedInt", &[STRING, INT], INT, |_, _, a| ok(integer_parse::parse_unsigned_int(number_text(arg(a, 0))?, int(a, 1)?)?), "the number without sign that digits of a radix mean"),
    s("parseUnsignedInt", &[STRING], INT, |_, _, a| ok(integer_parse::parse_unsigned_int(number_text(arg(a, 0))?, 10)?), "the number without sign that decimal digits mean"),
    s("parseUnsignedInt", &[CHAR_SEQUENCE, INT, INT, INT], INT, |_, _, a| parse_range(a, integer_parse::parse_unsigned_int), "the number without sign that digits of a radix between two indexes mean"),
    s("getInteger", &[STRING, INTEGER], INTEGER, |_, _, a| Ok(arg(a, 1)), "a system property as number, or another; there is none"),
    s("getInteger", &[STRING], INTEGER, |_, _, _| Ok(Value::Null), "a system property as number; there is none"),
    s("getInteger", &[STRING, INT], INTEGER, |_, _, a| Ok(arg(a, 1)), "a system property as number, or another; there is none"),
    h("parallelSuffix", &[INT]).stat(),
    s("toOctalString", &[INT], STRING, |c, _, a| give(c, integer_text::octal_int(int(a, 0)?)), "the number without sign in octal digits"),
    s("toBinaryString", &[INT], STRING, |c, _, a| give(c, integer_text::binary_int(int(a, 0)?)), "the number without sign in binary digits"),
    s("highestOneBit", &[INT], INT, |_, _, a| ok(bits::highest_one_bit_int(int(a, 0)?)), "the number with nothing but its highest one bit"),
    s("lowestOneBit", &[INT], INT, |_, _, a| ok(bits::lowest_one_bit_int(int(a, 0)?)), "the number with nothing but its lowest one bit"),
    s("rotateLeft", &[INT, INT], INT, |_, _, a| ok(bits::rotate_left_int(int(a, 0)?, int(a, 1)?)), "the bits rotated to the left"),
    s("rotateRight", &[INT, INT], INT, |_, _, a| ok(bits::rotate_left_int(int(a, 0)?, int(a, 1)?.wrapping_neg())), "the bits rotated to the right"),
]).constructors(&[
    c(&[INT], |_, _, a| ok(int(a, 0)?), "the number itself"),
    c(&[STRING], |_, _, a| parse(arg(a, 0), 10), "the number that decimal digits mean"),
]).fields(&[
    f("MIN_VALUE", |_, _, _| ok(i32::MIN), "the least number, -2147483648"),
    f("MAX_VALUE", |_, _, _| ok(i32::MAX), "the greatest number, 2147483647"),
    f("TYPE", |_, _, _| class_value(INT), "the class `int`"),
    f("SIZE", |_, _, _| ok(32), "the number of bits"),
    f("BYTES", |_, _, _| ok(4), "the number of bytes"),
]);

fn radix_text<'a>(call: &Call<'a>, value: i32, radix: i32) -> Outcome<Value<'a>> {
    give(call, integer_text::to_radix(i64::from(value), radix))
}

fn parse<'a>(digits: Value<'_>, radix: i32) -> Outcome<Value<'a>> {
    ok(integer_parse::parse_int(number_text(digits)?, radix)?)
}

/// The text of a number; a missing text is a number format error to the parsers, not a null pointer.
pub(super) fn number_text(digits: Value<'_>) -> Outcome<Text<'_>> {
    match digits {
        Value::Null => Err(Thrown::new("NumberFormatException", "null is no number").into()),
        digits => to_text(digits),
    }
}

/// Parses the piece of a `CharSequence`: text, begin, end, radix.
pub(super) fn parse_range<'a, N: Into<Value<'a>>>(
    args: &[Value<'a>],
    parse: fn(Text<'_>, i32) -> Result<N, Thrown>,
) -> Outcome<Value<'a>> {
    let piece = integer_parse::parsed_range(sequence(args, 0)?, int(args, 1)?, int(args, 2)?)?;
    ok(parse(piece.as_text(), int(args, 3)?)?)
}
