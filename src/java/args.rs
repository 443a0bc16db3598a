//! Arguments and results of members, in as few words as a table row has room for.
//!
//! Arguments arrive converted to the parameter types, so what can still be wrong with one is that it is null where Java
//! needs an object. The extractors answer that with the exception that Java throws.

use super::format::locale::Locale;
use super::member::Call;
use super::thrown;
use crate::diagnostic::Code;
use crate::value::fault::{Fault, Outcome};
use crate::value::text::charset::Charset;
use crate::value::text::{Text, TextBuf, TextCow};
use crate::value::thrown::{Failure, Thrown};
use crate::value::view::Items;
use crate::value::{ClassId, ClassRef, Holder, Value, print};
use bigdecimal::{BigDecimal, num_bigint::BigInt};
use std::any::Any;

/// The argument at a position; `null` when there is none.
pub(super) fn arg<'a>(args: &[Value<'a>], at: usize) -> Value<'a> {
    args.get(at).copied().unwrap_or(Value::Null)
}

pub(super) fn int(args: &[Value<'_>], at: usize) -> Outcome<i32> {
    to_int(arg(args, at))
}

pub(super) fn long(args: &[Value<'_>], at: usize) -> Outcome<i64> {
    to_long(arg(args, at))
}

pub(super) fn float(args: &[Value<'_>], at: usize) -> Outcome<f32> {
    to_float(arg(args, at))
}

pub(super) fn double(args: &[Value<'_>], at: usize) -> Outcome<f64> {
    to_double(arg(args, at))
}

pub(super) fn boolean(args: &[Value<'_>], at: usize) -> Outcome<bool> {
    match arg(args, at) {
        Value::Bool(value) => Ok(value),
        other => Err(unfit(other, "boolean")),
    }
}

pub(super) fn char(args: &[Value<'_>], at: usize) -> Outcome<u16> {
    match arg(args, at) {
        Value::Char(value) => Ok(value),
        other => Err(unfit(other, "char")),
    }
}

pub(super) fn text<'a>(args: &[Value<'a>], at: usize) -> Outcome<Text<'a>> {
    to_text(arg(args, at))
}

/// An object that must not be null.
pub(super) fn object<'a>(args: &[Value<'a>], at: usize) -> Outcome<Value<'a>> {
    match arg(args, at) {
        Value::Null => Err(null_pointer()),
        value => Ok(value),
    }
}

pub(super) fn to_int(value: Value<'_>) -> Outcome<i32> {
    match value {
        Value::Int(value) => Ok(value),
        other => Err(unfit(other, "int")),
    }
}

pub(super) fn to_long(value: Value<'_>) -> Outcome<i64> {
    match value {
        Value::Long(value) => Ok(value),
        other => Err(unfit(other, "long")),
    }
}

pub(super) fn to_short(value: Value<'_>) -> Outcome<i16> {
    match value {
        Value::Short(value) => Ok(value),
        other => Err(unfit(other, "short")),
    }
}

pub(super) fn to_byte(value: Value<'_>) -> Outcome<i8> {
    match value {
        Value::Byte(value) => Ok(value),
        other => Err(unfit(other, "byte")),
    }
}

pub(super) fn to_float(value: Value<'_>) -> Outcome<f32> {
    match value {
        Value::Float(value) => Ok(value),
        other => Err(unfit(other, "float")),
    }
}

pub(super) fn to_double(value: Value<'_>) -> Outcome<f64> {
    match value {
        Value::Double(value) => Ok(value),
        other => Err(unfit(other, "double")),
    }
}

pub(super) fn to_text(value: Value<'_>) -> Outcome<Text<'_>> {
    match value {
        Value::Str(text) => Ok(Text::Utf8(text)),
        Value::Wide(units) => Ok(Text::Wide(units)),
        other => Err(unfit(other, "java.lang.String")),
    }
}

pub(super) fn to_big_decimal(value: Value<'_>) -> Outcome<&BigDecimal> {
    match value {
        Value::BigDec(value) => Ok(value),
        other => Err(unfit(other, "java.math.BigDecimal")),
    }
}

pub(super) fn to_big_int(value: Value<'_>) -> Outcome<&BigInt> {
    match value {
        Value::BigInt(value) => Ok(value),
        other => Err(unfit(other, "java.math.BigInteger")),
    }
}

/// The argument as the characters of a `CharSequence`.
pub(super) fn sequence<'a>(args: &[Value<'a>], at: usize) -> Outcome<Text<'a>> {
    match arg(args, at) {
        Value::Holder(Holder::Builder(text)) => Ok(Text::Utf8(*text.borrow())),
        other => to_text(other),
    }
}

/// The elements of an argument that is an array or a collection.
pub(super) fn array_items<'a>(args: &[Value<'a>], at: usize) -> Outcome<Items<'a>> {
    let items = object(args, at)?;
    items.items().ok_or_else(|| class_cast(items, "an array"))
}

/// The bytes of a `byte[]`.
pub(super) fn bytes(args: &[Value<'_>], at: usize) -> Outcome<Vec<u8>> {
    let byte = |item| match item {
        Value::Byte(byte) => Ok(byte as u8),
        other => Err(unfit(other, "byte")),
    };
    array_items(args, at)?.iter().map(byte).collect()
}

/// The units of a `char[]`.
pub(super) fn units(args: &[Value<'_>], at: usize) -> Outcome<Vec<u16>> {
    array_items(args, at)?
        .iter()
        .map(|item| char(&[item], 0))
        .collect()
}

/// A `byte[]` as a value.
pub(super) fn byte_array<'a>(call: &Call<'a>, bytes: &[u8]) -> Outcome<Value<'a>> {
    call.arena.charge_items(bytes.len())?;
    let mut items = call.arena.vec(bytes.len());
    items.extend(bytes.iter().map(|byte| Value::Byte(*byte as i8)));
    Ok(call.arena.list_of(ClassRef::array(ClassId::BYTE_P), items))
}

/// A `char[]` as a value.
pub(super) fn units_array<'a>(
    call: &Call<'a>,
    units: impl Iterator<Item = u16>,
) -> Outcome<Value<'a>> {
    let mut items = call.arena.vec(units.size_hint().0);
    for unit in units {
        call.arena.charge_items(1)?;
        items.push(Value::Char(unit));
    }
    Ok(call.arena.list_of(ClassRef::array(ClassId::CHAR_P), items))
}

/// An argument that is an object of a Rust type.
pub(super) fn instance<'a, T: Any>(args: &[Value<'a>], at: usize, class: &str) -> Outcome<&'a T> {
    let found = object(args, at)?;
    found
        .instance::<T>()
        .ok_or_else(|| class_cast(found, class))
}

pub(super) fn charset(args: &[Value<'_>], at: usize) -> Outcome<Charset> {
    instance::<Charset>(args, at, "java.nio.charset.Charset").copied()
}

pub(super) fn locale<'a>(args: &[Value<'a>], at: usize) -> Outcome<&'a Locale> {
    instance(args, at, "java.util.Locale")
}

/// A result that needs no memory.
pub(super) fn ok<'a>(value: impl Into<Value<'a>>) -> Outcome<Value<'a>> {
    Ok(value.into())
}

/// A class as a value.
pub(super) fn class_value<'a>(class: ClassRef) -> Outcome<Value<'a>> {
    Ok(Value::Class(class))
}

/// A text as a value, borrowed where it is a piece of another.
pub(super) fn give<'a>(call: &Call<'a>, text: impl Into<TextCow<'a>>) -> Outcome<Value<'a>> {
    match text.into() {
        TextCow::Borrowed(Text::Utf8(text)) => Ok(Value::Str(text)),
        TextCow::Borrowed(Text::Wide(units)) => Ok(Value::Wide(units)),
        TextCow::Owned(TextBuf::Utf8(text)) => call.arena.text(&text),
        TextCow::Owned(TextBuf::Wide(units)) => call.arena.units(&units),
    }
}

/// An array of such elements as a value.
pub(super) fn array<'a>(call: &Call<'a>, of: ClassRef, items: &[Value<'a>]) -> Outcome<Value<'a>> {
    call.arena.list(of.array_of(), items)
}

/// The longest text, in units, that the budget of the evaluation still allows.
pub(super) fn room(call: &Call<'_>) -> usize {
    call.arena.text_left()
}

/// An exception of Java, as the member throws it.
#[cold]
pub(super) fn throw(class: &'static str, message: impl Into<String>) -> Box<Fault> {
    Fault::java(class, message.into())
}

#[cold]
pub(super) fn null_pointer() -> Box<Fault> {
    throw(
        "NullPointerException",
        "null was found where the member needs an object",
    )
}

/// The value is not of the class that the member needs, or null.
#[cold]
fn unfit(found: Value<'_>, expected: &str) -> Box<Fault> {
    if found.is_null() {
        null_pointer()
    } else {
        class_cast(found, expected)
    }
}

#[cold]
pub(super) fn class_cast(found: Value<'_>, expected: &str) -> Box<Fault> {
    let found = found.class_name();
    throw(
        "ClassCastException",
        format!("`{found}` was found where the member needs `{expected}`"),
    )
}

/// The function of a member that Java has and this engine has not.
pub(super) fn unavailable<'a>(_: &Call<'a>, _: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    Err(Fault::el(
        Code::NOT_AVAILABLE,
        "this member of Java is not available in this engine",
    ))
}

impl From<Failure> for Box<Fault> {
    #[cold]
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Thrown(thrown) => thrown.into(),
            other => Fault::el(Code::TEXT_TOO_LARGE, other.to_string()),
        }
    }
}

/// `String.valueOf(value)`, as far as the text budget allows.
pub(super) fn printed<'a>(call: &Call<'a>, value: Value<'a>) -> Outcome<Value<'a>> {
    print::string(value, call.arena)
}

/// Exceptions that Java makes callers declare: the reference does not let them out raw.
const CHECKED: &[&str] = &["ParseException", "UnsupportedEncodingException"];

impl From<thrown::Thrown> for Box<Fault> {
    #[cold]
    fn from(thrown: thrown::Thrown) -> Self {
        match thrown.class {
            thrown::Thrown::TOO_LARGE => Fault::el(Code::TEXT_TOO_LARGE, thrown.message),
            thrown::Thrown::UNAVAILABLE => Fault::el(Code::NOT_AVAILABLE, thrown.message),
            _ => {
                let class = thrown.simple_class();
                let thrown = Thrown::new(class, thrown.message);
                if CHECKED.contains(&class) {
                    Fault::invocation(thrown)
                } else {
                    thrown.into()
                }
            }
        }
    }
}

/// The printed form of a value, if it has at most `room` bytes; lone surrogates become U+FFFD.
pub(super) fn print_within(value: Value<'_>, room: usize) -> Outcome<String> {
    let mut text = print::Builder::new(room);
    print::write(value, &mut text).map_err(print::stopped)?;
    Ok(text.finish().as_text().to_string_lossy().into_owned())
}
