//! `java.lang.String`.
//!
//! What a method means stands in `value::text`; this table says which overload means what. The order of overloads is
//! that of the reference's virtual machine, because it decides which of two equally good ones a null argument takes.

use crate::java::args::{
    arg, boolean, char, give, int, ok, printed, room, sequence, text, to_text, unavailable,
};
use crate::java::member::{Call, Members, h, m, s};
use crate::java::signature::{
    BOOL, BYTE, CHAR, CHAR_SEQUENCE, DOUBLE, FLOAT, INT, LONG, OBJECT, STRING, array_of,
};
use crate::value::fault::Outcome;
use crate::value::text::trim::Ends;
use crate::value::{ClassId, ClassRef, Value};

const BYTES: ClassRef = array_of(BYTE);
const CHARS: ClassRef = array_of(CHAR);
const STRINGS: ClassRef = array_of(STRING);
const OBJECTS: ClassRef = array_of(OBJECT);
const CHARSET: ClassRef = ClassRef::of(ClassId::CHARSET);

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::STRING).methods(&[
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equal(t, arg(a, 0))), "whether the other object is a text of the same units"),
    m("length", &[], INT, |_, t, _| ok(to_text(t)?.length()), "the number of UTF-16 units"),
    m("toString", &[], STRING, |_, t, _| Ok(t), "the text itself"),
    m("hashCode", &[], INT, |_, t, _| ok(hash(t)?), "a number that equal texts share"),
    m("isEmpty", &[], BOOL, |_, t, _| ok(to_text(t)?.is_empty()), "whether there is no unit"),
    m("isBlank", &[], BOOL, |_, t, _| ok(to_text(t)?.is_blank()), "whether there is nothing but white space"),
    m("charAt", &[INT], CHAR, |_, t, a| Ok(Value::Char(to_text(t)?.char_at(int(a, 0)?)?)), "the UTF-16 unit at an index"),
    m("compareTo", &[STRING], INT, |_, t, a| ok(to_text(t)?.compare(text(a, 0)?)), "the order of two texts: negative, 0 or positive"),
    m("indexOf", &[STRING, INT], INT, |_, t, a| ok(to_text(t)?.index_of(text(a, 0)?, int(a, 1)?)), "the first index of a text from an index on, or -1"),
    m("indexOf", &[STRING, INT, INT], INT, |_, t, a| ok(to_text(t)?.index_of_within(text(a, 0)?, int(a, 1)?, int(a, 2)?)?), "the first index of a text between two indexes, or -1"),
    h("indexOf", &[BYTES, BYTE, INT, STRING, INT]).stat(),
    m("indexOf", &[INT], INT, |_, t, a| ok(to_text(t)?.index_of_code_point(int(a, 0)?, 0)), "the first index of a code point, or -1"),
    m("indexOf", &[INT, INT], INT, |_, t, a| ok(to_text(t)?.index_of_code_point(int(a, 0)?, int(a, 1)?)), "the first index of a code point from an index on, or -1"),
    m("indexOf", &[INT, INT, INT], INT, |_, t, a| ok(to_text(t)?.index_of_code_point_within(int(a, 0)?, int(a, 1)?, int(a, 2)?)?), "the first index of a code point between two indexes, or -1"),
    m("indexOf", &[STRING], INT, |_, t, a| ok(to_text(t)?.index_of(text(a, 0)?, 0)), "the first index of a text, or -1"),
    m("lastIndexOf", &[INT], INT, |_, t, a| ok(to_text(t)?.last_index_of_code_point(int(a, 0)?, i32::MAX)), "the last index of a code point, or -1"),
    m("lastIndexOf", &[STRING], INT, |_, t, a| ok(to_text(t)?.last_index_of(text(a, 0)?, i32::MAX)), "the last index of a text, or -1"),
    m("lastIndexOf", &[STRING, INT], INT, |_, t, a| ok(to_text(t)?.last_index_of(text(a, 0)?, int(a, 1)?)), "the last index of a text up to an index, or -1"),
    m("lastIndexOf", &[INT, INT], INT, |_, t, a| ok(to_text(t)?.last_index_of_code_point(int(a, 0)?, int(a, 1)?)), "the last index of a code point up to an index, or -1"),
    h("lastIndexOf", &[BYTES, BYTE, INT, STRING, INT]).stat(),
    m("contains", &[CHAR_SEQUENCE], BOOL, |_, t, a| ok(to_text(t)?.contains(sequence(a, 0)?)), "whether a text occurs"),
    m("startsWith", &[STRING], BOOL, |_, t, a| ok(to_text(t)?.starts_with(text(a, 0)?)), "whether the text begins with another"),
    m("startsWith", &[STRING, INT], BOOL, |_, t, a| ok(to_text(t)?.starts_with_at(text(a, 0)?, int(a, 1)?)), "whether another text stands at an index"),
    m("endsWith", &[STRING], BOOL, |_, t, a| ok(to_text(t)?.ends_with(text(a, 0)?)), "whether the text ends with another"),
    m("substring", &[INT, INT], STRING, |c, t, a| give(c, to_text(t)?.substring(int(a, 0)?, int(a, 1)?)?), "the piece between two indexes"),
    m("substring", &[INT], STRING, |c, t, a| give(c, to_text(t)?.substring_from(int(a, 0)?)?), "the piece from an index on"),
    m("subSequence", &[INT, INT], CHAR_SEQUENCE, |c, t, a| give(c, to_text(t)?.substring(int(a, 0)?, int(a, 1)?)?), "the piece between two indexes"),
    m("concat", &[STRING], STRING, |c, t, a| give(c, to_text(t)?.concat(text(a, 0)?, room(c))?), "the text with another behind it"),
    m("repeat", &[INT], STRING, |c, t, a| give(c, to_text(t)?.repeat(int(a, 0)?, room(c))?), "the text several times"),
    m("replace", &[CHAR_SEQUENCE, CHAR_SEQUENCE], STRING, |c, t, a| give(c, to_text(t)?.replace(sequence(a, 0)?, sequence(a, 1)?, room(c))?), "the text with every occurrence of one text replaced by another"),
    m("replace", &[CHAR, CHAR], STRING, |c, t, a| give(c, to_text(t)?.replace_unit(char(a, 0)?, char(a, 1)?)), "the text with every occurrence of one unit replaced by another"),
    m("trim", &[], STRING, |c, t, _| give(c, to_text(t)?.trim()), "the text without control characters and spaces at its ends"),
    m("strip", &[], STRING, |c, t, _| strip(c, t, Ends::Both), "the text without white space at its ends"),
    m("stripLeading", &[], STRING, |c, t, _| strip(c, t, Ends::Leading), "the text without white space at its start"),
    m("stripTrailing", &[], STRING, |c, t, _| strip(c, t, Ends::Trailing), "the text without white space at its end"),
    m("intern", &[], STRING, |_, t, _| Ok(t), "the text itself"),
    s("valueOf", &[OBJECT], STRING, |c, _, a| printed(c, arg(a, 0)), "an object as text"),
    s("valueOf", &[LONG], STRING, |c, _, a| printed(c, arg(a, 0)), "a number as text"),
    s("valueOf", &[INT], STRING, |c, _, a| printed(c, arg(a, 0)), "a number as text"),
    s("valueOf", &[CHAR], STRING, |c, _, a| printed(c, arg(a, 0)), "a text of one unit"),
    s("valueOf", &[CHARS, INT, INT], STRING, unavailable, "the text of a part of an array of units"),
    s("valueOf", &[BOOL], STRING, |c, _, a| printed(c, arg(a, 0)), "`true` or `false`"),
    s("valueOf", &[DOUBLE], STRING, |c, _, a| printed(c, arg(a, 0)), "a number as text"),
    s("valueOf", &[CHARS], STRING, unavailable, "the text of an array of units"),
    s("valueOf", &[FLOAT], STRING, |c, _, a| printed(c, arg(a, 0)), "a number as text"),
]);

fn equal(this: Value<'_>, other: Value<'_>) -> bool {
    matches!((to_text(this), to_text(other)), (Ok(this), Ok(other)) if this == other)
}

fn hash(this: Value<'_>) -> Outcome<i32> {
    let step = |hash: i32, unit: u16| hash.wrapping_mul(31).wrapping_add(i32::from(unit));
    Ok(to_text(this)?.units().fold(0, step))
}

fn strip<'a>(call: &Call<'a>, this: Value<'a>, ends: Ends) -> Outcome<Value<'a>> {
    give(call, to_text(this)?.strip(ends))
}
