//! `java.lang.String`.
//!
//! What a method means stands in `value::text`; this table says which overload means what. The order of overloads is
//! that of the reference's virtual machine, because it decides which of two equally good ones a null argument takes.

use super::string_regex;
use crate::java::args::{
    arg, array_items, boolean, byte_array, bytes, char, charset, class_cast, give, int, locale,
    null_pointer, object, ok, printed, room, sequence, text, throw, to_int, to_text, units,
    units_array,
};
use crate::java::format::locale::Locale;
use crate::java::member::{Call, Members, c, f, h, m, s};
use crate::java::signature::{
    BOOL, BYTE, CHAR, CHAR_SEQUENCE, DOUBLE, FLOAT, INT, ITERABLE, LIST, LONG, LOOKUP, OBJECT,
    OBJECTS, OPTIONAL, STREAM, STRING, VOID, array_of, class,
};
use crate::java::text as format;
use crate::java::util::comparator::Order;
use crate::java::util::stream;
use crate::value::fault::{Fault, Outcome};
use crate::value::text::case::CaseRules;
use crate::value::text::charset::Charset;
use crate::value::text::trim::Ends;
use crate::value::text::{Text, edit};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Holder, Value};

const BYTES: ClassRef = array_of(BYTE);
const CHARS: ClassRef = array_of(CHAR);
const STRINGS: ClassRef = array_of(STRING);
const CHAR_SEQUENCES: ClassRef = array_of(CHAR_SEQUENCE);
const CHARSET: ClassRef = ClassRef::of(ClassId::CHARSET);
const CHARSET_DECODER: ClassRef = class("java.nio.charset.CharsetDecoder");
const LOCALE: ClassRef = ClassRef::of(ClassId::LOCALE);
const INT_STREAM: ClassRef = ClassRef::of(ClassId::INT_STREAM_I);
const STRING_BUILDER: ClassRef = ClassRef::of(ClassId::STRING_BUILDER);
const STRING_BUFFER: ClassRef = class("java.lang.StringBuffer");
const ABSTRACT_STRING_BUILDER: ClassRef = class("java.lang.AbstractStringBuilder");
const MEMORY_SEGMENT: ClassRef = class("java.lang.foreign.MemorySegment");
const FUNCTION: ClassRef = class("java.util.function.Function");

#[rustfmt::skip]
pub(in crate::java) static MEMBERS: Members = Members::of(ClassId::STRING).methods(&[
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equal(t, arg(a, 0))), "whether the other object is a text of the same units"),
    m("length", &[], INT, |_, t, _| ok(to_text(t)?.length()), "the number of UTF-16 units"),
    m("toString", &[], STRING, |_, t, _| Ok(t), "the text itself"),
    m("hashCode", &[], INT, |_, t, _| ok(to_text(t)?.hash_code()), "a number that equal texts share"),
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
    m("codePointAt", &[INT], INT, |_, t, a| ok(to_text(t)?.code_point_at(int(a, 0)?)?), "the code point at an index"),
    m("codePointBefore", &[INT], INT, |_, t, a| ok(to_text(t)?.code_point_before(int(a, 0)?)?), "the code point in front of an index"),
    m("codePointCount", &[INT, INT], INT, |_, t, a| ok(to_text(t)?.code_point_count(int(a, 0)?, int(a, 1)?)?), "the number of code points between two indexes"),
    m("offsetByCodePoints", &[INT, INT], INT, |_, t, a| ok(to_text(t)?.offset_by_code_points(int(a, 0)?, int(a, 1)?)?), "the index that many code points away"),
    m("getChars", &[INT, INT, CHARS, INT], VOID, get_chars, "copies units into an array"),
    m("getBytes", &[STRING], BYTES, |c, t, a| { let charset = charset_named(text(a, 0)?)?; bytes_in(c, t, charset) }, "the text in bytes of a charset"),
    m("getBytes", &[INT, INT, BYTES, INT], VOID, get_low_bytes, "copies low bytes of units into an array"),
    m("getBytes", &[], BYTES, |c, t, _| bytes_in(c, t, Charset::Utf8), "the text in bytes of UTF-8"),
    m("getBytes", &[CHARSET], BYTES, |c, t, a| bytes_in(c, t, charset(a, 0)?), "the text in bytes of a charset"),
    h("getBytes", &[BYTES, INT, INT, BYTE, INT]),
    h("getBytes", &[BYTES, INT, BYTE]),
    m("contentEquals", &[STRING_BUFFER], BOOL, |_, t, a| ok(to_text(t)? == sequence(a, 0)?), "whether the text has the same units"),
    m("contentEquals", &[CHAR_SEQUENCE], BOOL, |_, t, a| ok(to_text(t)? == sequence(a, 0)?), "whether the text has the same units"),
    h("nonSyncContentEquals", &[ABSTRACT_STRING_BUILDER]),
    m("regionMatches", &[INT, STRING, INT, INT], BOOL, |_, t, a| ok(to_text(t)?.region_matches(false, int(a, 0)?, text(a, 1)?, int(a, 2)?, int(a, 3)?)), "whether two pieces of texts are the same"),
    m("regionMatches", &[BOOL, INT, STRING, INT, INT], BOOL, |_, t, a| ok(to_text(t)?.region_matches(boolean(a, 0)?, int(a, 1)?, text(a, 2)?, int(a, 3)?, int(a, 4)?)), "whether two pieces of texts are the same, in any case if wished"),
    m("equalsIgnoreCase", &[STRING], BOOL, |_, t, a| ok(!arg(a, 0).is_null() && to_text(t)?.equals_ignore_case(text(a, 0)?)), "whether another text is the same in any case"),
    m("compareToIgnoreCase", &[STRING], INT, |_, t, a| ok(to_text(t)?.compare_ignore_case(text(a, 0)?)), "the order of two texts in any case"),
    m("matches", &[STRING], BOOL, string_regex::matches, "whether the whole text matches a regular expression"),
    m("replaceFirst", &[STRING, STRING], STRING, string_regex::replace_first, "the text with the first match of a regular expression replaced"),
    m("replaceAll", &[STRING, STRING], STRING, string_regex::replace_all, "the text with every match of a regular expression replaced"),
    h("split", &[CHAR, INT, BOOL]),
    m("split", &[STRING], STRINGS, string_regex::split, "the pieces between matches of a regular expression"),
    h("split", &[STRING, INT, BOOL]),
    m("split", &[STRING, INT], STRINGS, string_regex::split_limited, "the pieces between matches of a regular expression, at most so many"),
    m("splitWithDelimiters", &[STRING, INT], STRINGS, string_regex::split_with_delimiters, "the pieces between matches of a regular expression, and the matches"),
    s("join", &[CHAR_SEQUENCE, CHAR_SEQUENCES], STRING, |c, _, a| join(c, a), "texts with a separator between").varargs(),
    s("join", &[CHAR_SEQUENCE, ITERABLE], STRING, |c, _, a| join(c, a), "texts with a separator between"),
    h("join", &[STRING, STRING, STRING, STRINGS, INT]).stat(),
    m("toLowerCase", &[], STRING, |c, t, _| give(c, to_text(t)?.to_lower(rules(&c.environment.locale))), "the text in lower case"),
    m("toLowerCase", &[LOCALE], STRING, |c, t, a| give(c, to_text(t)?.to_lower(rules(locale(a, 0)?))), "the text in lower case by the rules of a language"),
    m("toUpperCase", &[LOCALE], STRING, |c, t, a| give(c, to_text(t)?.to_upper(rules(locale(a, 0)?))), "the text in upper case by the rules of a language"),
    m("toUpperCase", &[], STRING, |c, t, _| give(c, to_text(t)?.to_upper(rules(&c.environment.locale))), "the text in upper case"),
    m("lines", &[], STREAM, lines, "the lines as stream"),
    m("indent", &[INT], STRING, |c, t, a| give(c, to_text(t)?.indent(int(a, 0)?, room(c))?), "the lines with more or less white space in front"),
    m("stripIndent", &[], STRING, |c, t, _| give(c, to_text(t)?.strip_indent()), "the lines without the white space that all have in front"),
    m("translateEscapes", &[], STRING, |c, t, _| give(c, to_text(t)?.translate_escapes()?), "the text with escapes such as `\\n` translated"),
    m("toCharArray", &[], CHARS, |c, t, _| units_array(c, to_text(t)?.units()), "the units as array"),
    m("chars", &[], INT_STREAM, |c, t, _| stream::of_ints(c, to_text(t)?.units().map(i32::from)), "the units as stream of numbers"),
    m("codePoints", &[], INT_STREAM, |c, t, _| stream::of_ints(c, to_text(t)?.code_points()), "the code points as stream of numbers"),
    s("format", &[LOCALE, STRING, OBJECTS], STRING, format::print_in, "arguments put into a template by the rules of a language").varargs(),
    s("format", &[STRING, OBJECTS], STRING, format::print, "arguments put into a template").varargs(),
    m("formatted", &[OBJECTS], STRING, format::print_this, "arguments put into the text as template").varargs(),
    m("transform", &[FUNCTION], OBJECT, |_, _, _| Err(null_pointer()), "what a function makes of the text"),
    m("resolveConstantDesc", &[LOOKUP], STRING, |_, t, _| Ok(t), "the text itself"),
    m("describeConstable", &[], OPTIONAL, |c, t, _| Ok(c.arena.holder(Holder::Optional(Some(t)))), "the text in an `Optional`"),
    s("copyValueOf", &[CHARS, INT, INT], STRING, |c, _, a| from_units(c, part(&units(a, 0)?, int(a, 1)?, int(a, 2)?)?), "the text of a part of an array of units"),
    s("copyValueOf", &[CHARS], STRING, |c, _, a| from_units(c, &units(a, 0)?), "the text of an array of units"),
    m("intern", &[], STRING, |_, t, _| Ok(t), "the text itself"),
    s("valueOf", &[OBJECT], STRING, |c, _, a| printed(c, arg(a, 0)), "an object as text"),
    s("valueOf", &[LONG], STRING, |c, _, a| printed(c, arg(a, 0)), "a number as text"),
    s("valueOf", &[INT], STRING, |c, _, a| printed(c, arg(a, 0)), "a number as text"),
    s("valueOf", &[CHAR], STRING, |c, _, a| printed(c, arg(a, 0)), "a text of one unit"),
    s("valueOf", &[CHARS, INT, INT], STRING, |c, _, a| from_units(c, part(&units(a, 0)?, int(a, 1)?, int(a, 2)?)?), "the text of a part of an array of units"),
    s("valueOf", &[BOOL], STRING, |c, _, a| printed(c, arg(a, 0)), "`true` or `false`"),
    s("valueOf", &[DOUBLE], STRING, |c, _, a| printed(c, arg(a, 0)), "a number as text"),
    s("valueOf", &[CHARS], STRING, |c, _, a| from_units(c, &units(a, 0)?), "the text of an array of units"),
    s("valueOf", &[FLOAT], STRING, |c, _, a| printed(c, arg(a, 0)), "a number as text"),
    h("value", &[]),
    h("checkIndex", &[INT, INT]).stat(),
    h("coder", &[]),
    h("rangeCheck", &[CHARS, INT, INT]).stat(),
    h("checkBoundsOffCount", &[INT, INT, INT]).stat(),
    h("lookupCharset", &[STRING]).stat(),
    h("decode2", &[INT, INT]).stat(),
    h("decodeUTF8_UTF16", &[BYTES, INT, INT, BYTES, INT, BOOL]).stat(),
    h("scale", &[INT, FLOAT]).stat(),
    h("decodeWithDecoder", &[CHARSET_DECODER, CHARS, BYTES, INT, INT]).stat(),
    h("newStringNoRepl1", &[BYTES, CHARSET]).stat(),
    h("newStringUTF8NoRepl", &[BYTES, INT, INT, BOOL]).stat(),
    h("throwMalformed", &[INT, INT]).stat(),
    h("throwMalformed", &[BYTES]).stat(),
    h("encodeUTF8", &[BYTE, BYTES, BOOL]).stat(),
    h("encode8859_1", &[BYTE, BYTES, BOOL]).stat(),
    h("encode8859_1", &[BYTE, BYTES]).stat(),
    h("encodeASCII", &[BYTE, BYTES]).stat(),
    h("encodeWithEncoder", &[CHARSET, BYTE, BYTES, BOOL]).stat(),
    h("trimArray", &[BYTES, INT]).stat(),
    h("encode", &[CHARSET, BYTE, BYTES]).stat(),
    h("getBytesNoRepl1", &[STRING, CHARSET]).stat(),
    h("isASCII", &[BYTES]).stat(),
    h("throwUnmappable", &[BYTES]).stat(),
    h("throwUnmappable", &[INT]).stat(),
    h("replaceNegatives", &[BYTES, INT]).stat(),
    h("isNotContinuation", &[INT]).stat(),
    h("isMalformed3", &[INT, INT, INT]).stat(),
    h("malformed3", &[BYTES, INT]).stat(),
    h("decode3", &[INT, INT, INT]).stat(),
    h("isMalformed3_2", &[INT, INT]).stat(),
    h("decode4", &[INT, INT, INT, INT]).stat(),
    h("isMalformed4", &[INT, INT, INT]).stat(),
    h("malformed4", &[BYTES, INT]).stat(),
    h("isMalformed4_2", &[INT, INT]).stat(),
    h("isMalformed4_3", &[INT]).stat(),
    h("encodeUTF8_UTF16", &[BYTES, BOOL]).stat(),
    h("computeSizeUTF8_UTF16", &[BYTES, BOOL]).stat(),
    h("isLatin1", &[]),
    h("checkBoundsBeginEnd", &[INT, INT, INT]).stat(),
    h("indexOfNonWhitespace", &[]),
    h("lastIndexOfNonWhitespace", &[]),
    h("outdent", &[LIST]).stat(),
    h("repeatCopyRest", &[BYTES, INT, INT, INT]).stat(),
    h("newStringNoRepl", &[BYTES, CHARSET]).stat(),
    h("getBytesUTF8NoRepl", &[STRING]).stat(),
    h("getBytesNoRepl", &[STRING, CHARSET]).stat(),
    h("decodeASCII", &[BYTES, INT, CHARS, INT, INT]).stat(),
    h("bytesCompatible", &[CHARSET]),
    h("copyToSegmentRaw", &[MEMORY_SEGMENT, LONG]),
    h("checkOffset", &[INT, INT]).stat(),
    h("valueOfCodePoint", &[INT]).stat(),
]).constructors(&[
    c(&[STRING_BUILDER], |c, _, a| give(c, sequence(a, 0)?), "the text of a `StringBuilder`"),
    c(&[BYTES, INT, INT, CHARSET], |c, _, a| decoded(c, part(&bytes(a, 0)?, int(a, 1)?, int(a, 2)?)?, charset(a, 3)?), "the text of a part of bytes in a charset"),
    c(&[BYTES, STRING], |c, _, a| decoded(c, &bytes(a, 0)?, charset_named(text(a, 1)?)?), "the text of bytes in a charset"),
    c(&[BYTES, CHARSET], |c, _, a| decoded(c, &bytes(a, 0)?, charset(a, 1)?), "the text of bytes in a charset"),
    c(&[BYTES, INT, INT], |c, _, a| decoded(c, part(&bytes(a, 0)?, int(a, 1)?, int(a, 2)?)?, Charset::Utf8), "the text of a part of bytes in UTF-8"),
    c(&[BYTES], |c, _, a| decoded(c, &bytes(a, 0)?, Charset::Utf8), "the text of bytes in UTF-8"),
    c(&[STRING_BUFFER], |c, _, a| give(c, sequence(a, 0)?), "the text of a `StringBuffer`"),
    c(&[CHARS, INT, INT], |c, _, a| from_units(c, part(&units(a, 0)?, int(a, 1)?, int(a, 2)?)?), "the text of a part of an array of units"),
    c(&[CHARS], |c, _, a| from_units(c, &units(a, 0)?), "the text of an array of units"),
    c(&[STRING], |_, _, a| object(a, 0), "the text itself"),
    c(&[], |_, _, _| Ok(Value::Str("")), "the empty text"),
    c(&[BYTES, INT, INT, STRING], |c, _, a| decoded(c, part(&bytes(a, 0)?, int(a, 1)?, int(a, 2)?)?, charset_named(text(a, 3)?)?), "the text of a part of bytes in a charset"),
    c(&[BYTES, INT], |c, _, a| from_low_bytes(c, int(a, 1)?, &bytes(a, 0)?), "the units of a high byte and low bytes"),
    c(&[BYTES, INT, INT, INT], |c, _, a| from_low_bytes(c, int(a, 1)?, part(&bytes(a, 0)?, int(a, 2)?, int(a, 3)?)?), "the units of a high byte and a part of low bytes"),
    c(&[array_of(INT), INT, INT], from_code_points, "the text of a part of an array of code points"),
]).fields(&[
    f("CASE_INSENSITIVE_ORDER", |c, _, _| Ok(c.arena.object(Order::IgnoringCase)), "the order of texts in any case"),
]);

fn equal(this: Value<'_>, other: Value<'_>) -> bool {
    matches!((to_text(this), to_text(other)), (Ok(this), Ok(other)) if this == other)
}

fn strip<'a>(call: &Call<'a>, this: Value<'a>, ends: Ends) -> Outcome<Value<'a>> {
    give(call, to_text(this)?.strip(ends))
}

fn rules(locale: &Locale) -> CaseRules {
    CaseRules::of_language(locale.language())
}

/// A charset by name; an unknown one is a checked exception.
fn charset_named(name: Text<'_>) -> Outcome<Charset> {
    let unsupported = |_| {
        Fault::invocation(Thrown::new(
            "UnsupportedEncodingException",
            format!("charset `{name}` is not supported"),
        ))
    };
    Charset::named(&name.to_string_lossy()).map_err(unsupported)
}

fn bytes_in<'a>(call: &Call<'a>, this: Value<'a>, charset: Charset) -> Outcome<Value<'a>> {
    byte_array(call, &charset.encode(to_text(this)?))
}

fn decoded<'a>(call: &Call<'a>, bytes: &[u8], charset: Charset) -> Outcome<Value<'a>> {
    give(call, charset.decode(bytes))
}

fn from_units<'a>(call: &Call<'a>, units: &[u16]) -> Outcome<Value<'a>> {
    call.arena.units(units)
}

/// The part of an array from an offset on.
fn part<T>(all: &[T], offset: i32, count: i32) -> Outcome<&[T]> {
    let bounds = usize::try_from(offset)
        .ok()
        .zip(usize::try_from(count).ok());
    let found = bounds.and_then(|(offset, count)| all.get(offset..)?.get(..count));
    found.ok_or_else(|| outside(offset, count, all.len()))
}

#[cold]
fn outside(offset: i32, count: i32, len: usize) -> Box<Fault> {
    let message = format!("{count} elements from {offset} lie outside of an array of {len}");
    throw("StringIndexOutOfBoundsException", message)
}

fn from_low_bytes<'a>(call: &Call<'a>, high: i32, low: &[u8]) -> Outcome<Value<'a>> {
    let high = (high as u16) << 8;
    from_units(
        call,
        &low.iter()
            .map(|low| high | u16::from(*low))
            .collect::<Vec<_>>(),
    )
}

fn from_code_points<'a>(call: &Call<'a>, _: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let all: Vec<i32> = array_items(args, 0)?
        .iter()
        .map(to_int)
        .collect::<Outcome<_>>()?;
    give(
        call,
        Text::of_code_points(part(&all, int(args, 1)?, int(args, 2)?)?)?,
    )
}

/// `getChars`: copies units to a place in an array.
fn get_chars<'a>(_: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    copy(this, args, Value::Char)
}

/// `getBytes` with indexes: copies the low bytes of units to a place in an array.
fn get_low_bytes<'a>(_: &Call<'a>, this: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    copy(this, args, |unit| Value::Byte(unit as i8))
}

fn copy<'a>(
    this: Value<'a>,
    args: &[Value<'a>],
    item: impl Fn(u16) -> Value<'a>,
) -> Outcome<Value<'a>> {
    let text = to_text(this)?;
    let (begin, end, to) = (int(args, 0)?, int(args, 1)?, int(args, 3)?);
    let len = text.len_units();
    let piece = usize::try_from(begin).ok().zip(usize::try_from(end).ok());
    let piece = piece
        .filter(|(begin, end)| begin <= end && *end <= len)
        .map(|(begin, end)| (begin, end - begin));
    let (begin, count) = piece.ok_or_else(|| outside(begin, end.saturating_sub(begin), len))?;
    let Value::List(target) = object(args, 2)? else {
        return Ok(Value::Null);
    };
    let mut target = target.items.borrow_mut();
    let room = target.len();
    let to_end = usize::try_from(to)
        .ok()
        .and_then(|to| target.get_mut(to..)?.get_mut(..count));
    let places = to_end.ok_or_else(|| {
        throw(
            "StringIndexOutOfBoundsException",
            format!("{count} units at {to} do not fit an array of {room}"),
        )
    })?;
    places
        .iter_mut()
        .zip(text.units().skip(begin))
        .for_each(|(place, unit)| *place = item(unit));
    Ok(Value::Null)
}

fn join<'a>(call: &Call<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let parts = object(args, 1)?
        .items()
        .ok_or_else(|| class_cast(arg(args, 1), "java.lang.Iterable"))?;
    let part = |item: Value<'a>| {
        if item.is_null() {
            Ok(Text::Utf8("null"))
        } else {
            sequence(&[item], 0)
        }
    };
    let parts = parts.iter().map(part).collect::<Outcome<Vec<_>>>()?;
    give(call, edit::join(sequence(args, 0)?, parts, room(call))?)
}

fn lines<'a>(call: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let lines = to_text(this)?
        .lines()
        .map(|line| give(call, line))
        .collect::<Outcome<Vec<_>>>()?;
    call.arena.charge_items(lines.len())?;
    Ok(stream::stream(
        call,
        ClassId::STREAM,
        call.arena.slice(&lines),
    ))
}
