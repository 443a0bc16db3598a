//! Conversions between Java types (specification §5): what may be converted is decided by the classes alone, whether it
//! succeeds by the value.

use super::fault::{Fault, Outcome};
use super::number::float_parse::{parse_double, parse_float};
use super::number::integer_parse::{parse_byte, parse_int, parse_long, parse_short};
use super::order::{big_int, decimal, double, float};
use super::text::Text;
use super::thrown::Thrown;
use super::view::Items;
use super::{Arena, ClassId, ClassRef, Holder, Value, print};
use crate::diagnostic::Code;
use bigdecimal::num_bigint::BigInt;
use bigdecimal::{BigDecimal, Num};

/// Why a value cannot be converted.
#[derive(Debug)]
pub(crate) enum Failure {
    /// No converter leads from the one class to the other.
    NoConverter { from: String, to: ClassRef },
    /// There is a converter, and it refuses the value.
    Rejected {
        from: String,
        to: ClassRef,
        cause: Thrown,
    },
    /// A limit of the evaluation.
    Limit(Box<Fault>),
}

type Converted<'a> = Result<Value<'a>, Box<Failure>>;

impl Failure {
    /// The evaluation error.
    #[cold]
    pub(crate) fn into_fault(self) -> Box<Fault> {
        let message = |from: &str, to: ClassRef| {
            format!("a value of type {from} cannot be converted to {to}")
        };
        match self {
            Failure::NoConverter { from, to } => {
                let text = message(&from, to);
                Fault::caused(
                    Code::TYPE_CONVERSION,
                    text.clone(),
                    Thrown::new("ConverterNotFoundException", text),
                )
            }
            Failure::Rejected { from, to, cause } => Fault::caused(
                Code::TYPE_CONVERSION,
                format!("{}: {}", message(&from, to), cause.message),
                cause,
            ),
            Failure::Limit(fault) => fault,
        }
    }
}

impl From<Box<Fault>> for Box<Failure> {
    fn from(fault: Box<Fault>) -> Self {
        Box::new(Failure::Limit(fault))
    }
}

/// The class that a name of a result type stands for.
pub(crate) fn target(name: &str) -> Option<ClassRef> {
    const NAMES: [(&str, ClassId); 17] = [
        ("Object", ClassId::OBJECT),
        ("Boolean", ClassId::BOOLEAN),
        ("String", ClassId::STRING),
        ("Integer", ClassId::INTEGER),
        ("Long", ClassId::LONG),
        ("Double", ClassId::DOUBLE),
        ("Float", ClassId::FLOAT),
        ("Short", ClassId::SHORT),
        ("Byte", ClassId::BYTE),
        ("Character", ClassId::CHARACTER),
        ("Number", ClassId::NUMBER),
        ("BigDecimal", ClassId::BIG_DECIMAL),
        ("BigInteger", ClassId::BIG_INTEGER),
        ("Collection", ClassId::COLLECTION),
        ("List", ClassId::LIST),
        ("Set", ClassId::SET),
        ("Map", ClassId::MAP),
    ];
    let known = |(simple, id): &(&str, ClassId)| *simple == name || id.name() == name;
    NAMES
        .iter()
        .find(|entry| known(entry))
        .map(|(_, id)| ClassRef::of(*id))
}

/// What a class is to the converters.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Shape {
    Text,
    Number,
    Boolean,
    Character,
    Enum,
    Collection,
    Array,
    Map,
    Optional,
    Other,
}

fn shape(class: ClassRef) -> Shape {
    if class.is_array() {
        return Shape::Array;
    }
    let id = class.id.boxed();
    match id {
        ClassId::STRING => Shape::Text,
        ClassId::BOOLEAN => Shape::Boolean,
        ClassId::CHARACTER => Shape::Character,
        ClassId::OPTIONAL => Shape::Optional,
        _ if id.is_a(ClassId::NUMBER) => Shape::Number,
        _ if id.is_a(ClassId::COLLECTION) => Shape::Collection,
        _ if id.is_a(ClassId::MAP) => Shape::Map,
        _ if id.is_a(ClassId::ENUM) => Shape::Enum,
        _ => Shape::Other,
    }
}

/// Classes that have a text form for conversions besides the plain ones: a public constructor or a static `valueOf`, `of` or
/// `from` takes one.
const TEXT_FORMS: [ClassId; 12] = [
    ClassId::DATE,
    ClassId::UUID,
    ClassId::LOCALE,
    ClassId::CHARSET,
    ClassId::CURRENCY,
    ClassId::PATTERN,
    ClassId::ZONE_ID,
    ClassId::STRING_BUILDER,
    ClassId::MATH_CONTEXT,
    ClassId::SIMPLE_DATE_FORMAT,
    ClassId::MESSAGE_FORMAT,
    ClassId::DECIMAL_FORMAT,
];

fn has_text_form(class: ClassRef) -> bool {
    TEXT_FORMS.iter().any(|known| class.id.is_a(*known)) || class.id.is_a(ClassId::CHAR_SEQUENCE)
}

/// Whether a value of class `from` (`None` for null) may be converted to `to`, by the classes alone.
pub(crate) fn can_convert(from: Option<ClassRef>, to: ClassRef) -> bool {
    let Some(from) = from else {
        return !to.is_primitive();
    };
    let boxed = |class: ClassRef| ClassRef {
        id: if class.dims == 0 { class.id.boxed() } else { class.id },
        ..class
    };
    let (from, to) = (boxed(from), boxed(to));
    if from.is_a(to) {
        return true;
    }
    let component = |class: ClassRef| class.component().unwrap_or(ClassRef::of(ClassId::OBJECT));
    match (shape(from), shape(to)) {
        (_, Shape::Optional) => true,
        (Shape::Array, Shape::Array) => can_convert(Some(component(from)), component(to)),
        (Shape::Array, Shape::Collection) | (Shape::Collection, Shape::Collection) => is_made(to),
        (Shape::Collection, Shape::Array) => true,
        (Shape::Array, _) => {
            can_convert(Some(component(from)), to) || component(from).id == ClassId::OBJECT
        }
        (Shape::Collection, _) => true,
        (Shape::Text, Shape::Array) => can_convert(Some(from), component(to)),
        (Shape::Text, Shape::Collection) => is_made(to),
        (_, Shape::Array) => can_convert(Some(from), component(to)),
        (_, Shape::Collection) => is_made(to),
        (Shape::Text, Shape::Number | Shape::Boolean | Shape::Character | Shape::Enum) => true,
        (Shape::Text, Shape::Other) => TEXT_FORMS.contains(&to.id),
        (Shape::Number, Shape::Number | Shape::Text | Shape::Character) => true,
        (Shape::Number, Shape::Enum) => from.id == ClassId::INTEGER,
        (Shape::Character, Shape::Number | Shape::Text) => true,
        (Shape::Boolean, Shape::Text) => true,
        (Shape::Enum, Shape::Text) => true,
        (Shape::Enum, Shape::Number) => to.id == ClassId::INTEGER,
        (Shape::Other, Shape::Text) => has_text_form(from),
        _ => false,
    }
}

/// Whether the converters can make a collection of that class.
fn is_made(to: ClassRef) -> bool {
    const MADE: [ClassId; 9] = [
        ClassId::COLLECTION,
        ClassId::ITERABLE,
        ClassId::LIST,
        ClassId::SET,
        ClassId::ARRAY_LIST,
        ClassId::LINKED_LIST,
        ClassId::HASH_SET,
        ClassId::LINKED_HASH_SET,
        ClassId::SEQUENCED_COLLECTION,
    ];
    MADE.contains(&to.id) && to.id != ClassId::ITERABLE
}

/// The value converted to a class.
pub(crate) fn convert<'a>(value: Value<'a>, to: ClassRef, arena: &'a Arena) -> Converted<'a> {
    let Some(from) = value.class() else {
        return null(to, arena);
    };
    let boxed = ClassRef {
        id: if to.dims == 0 { to.id.boxed() } else { to.id },
        ..to
    };
    if from.is_a(boxed) && boxed.id != ClassId::OPTIONAL {
        return Ok(value);
    }
    if !can_convert(Some(from), to) {
        return Err(no_converter(value, to));
    }
    match (shape(from), shape(boxed)) {
        (_, Shape::Optional) => Ok(arena.holder(Holder::Optional(Some(value)))),
        (_, Shape::Array) => to_array(value, to, arena),
        (_, Shape::Collection) => to_collection(value, to, arena),
        (Shape::Array | Shape::Collection, Shape::Text) => joined(value, arena),
        (Shape::Array | Shape::Collection, _) => first(value, to, arena),
        (Shape::Text, _) => from_text(value, boxed, to, arena),
        (Shape::Character, Shape::Number) => number(Value::Int(code(value)), boxed, arena),
        (Shape::Number, Shape::Number) => number(value, boxed, arena),
        (Shape::Number, Shape::Character) => Ok(Value::Char(low_bits(value))),
        (Shape::Enum, Shape::Number) => match value.instance::<super::enum_constant::EnumConstant>() {
            Some(constant) => Ok(Value::Int(constant.ordinal)),
            None => Err(no_converter(value, to)),
        },
        (Shape::Enum, Shape::Text) => match value.instance::<super::enum_constant::EnumConstant>() {
            Some(constant) => Ok(Value::Str(constant.name)),
            None => Err(no_converter(value, to)),
        },
        (_, Shape::Text) => character_text(value, arena),
        _ => Err(no_converter(value, to)),
    }
}

fn null<'a>(to: ClassRef, arena: &'a Arena) -> Converted<'a> {
    match to.dims == 0 && to.id == ClassId::OPTIONAL {
        true => Ok(arena.holder(Holder::Optional(None))),
        false if to.is_primitive() => {
            let cause = Thrown::illegal_argument("null cannot be a primitive value");
            Err(Box::new(Failure::Rejected {
                from: "null".to_owned(),
                to,
                cause,
            }))
        }
        false => Ok(Value::Null),
    }
}

#[cold]
fn no_converter(value: Value<'_>, to: ClassRef) -> Box<Failure> {
    Box::new(Failure::NoConverter {
        from: value.class_name(),
        to,
    })
}

#[cold]
fn rejected(value: Value<'_>, to: ClassRef, cause: Thrown) -> Box<Failure> {
    Box::new(Failure::Rejected {
        from: value.class_name(),
        to,
        cause,
    })
}

/// The unit of a character.
fn code(value: Value<'_>) -> i32 {
    match value {
        Value::Char(unit) => i32::from(unit),
        _ => 0,
    }
}

/// `(char) value.shortValue()`
fn low_bits(value: Value<'_>) -> u16 {
    match value {
        Value::Double(value) => value as i32 as u16,
        Value::Float(value) => value as i32 as u16,
        other => low_long(&big_int(other)) as u16,
    }
}

/// `longValue()`: the low 64 bits.
fn low_long(value: &BigInt) -> i64 {
    let low: BigInt = value & BigInt::from(u64::MAX);
    u64::try_from(low).unwrap_or_default() as i64
}

fn character_text<'a>(value: Value<'a>, arena: &'a Arena) -> Converted<'a> {
    match value {
        Value::Char(unit) => Ok(arena.units(&[unit])?),
        _ => Ok(Value::Str(print::text(value, arena)?)),
    }
}

// --- numbers --------------------------------------------------------------------------------------------------------

/// A number as another class of number, range-checked where the class is a small integer.
fn number<'a>(value: Value<'a>, to: ClassRef, arena: &'a Arena) -> Converted<'a> {
    match to.id {
        ClassId::DOUBLE => Ok(Value::Double(double(value))),
        ClassId::FLOAT => Ok(Value::Float(match value {
            Value::Double(value) => value as f32,
            other => float(other),
        })),
        ClassId::BIG_DECIMAL => Ok(arena.big_dec(decimal(value)?)),
        ClassId::BIG_INTEGER if !matches!(value, Value::BigInt(_) | Value::BigDec(_)) => {
            Ok(arena.big_int(BigInt::from(saturated(value))))
        }
        ClassId::BIG_INTEGER => Ok(arena.big_int(big_int(value))),
        _ => integer(value, to),
    }
}

/// Floating values cut and saturated at the range of a long.
fn saturated(value: Value<'_>) -> i64 {
    match value {
        Value::Double(value) => value as i64,
        Value::Float(value) => value as i64,
        other => low_long(&big_int(other)),
    }
}

fn integer<'a>(value: Value<'a>, to: ClassRef) -> Converted<'a> {
    let overflow = || {
        rejected(
            value,
            to,
            Thrown::illegal_argument(format!("{value} does not fit {}", to.id.simple_name())),
        )
    };
    let whole = match value {
        Value::BigInt(_) | Value::BigDec(_) => {
            i64::try_from(big_int(value)).map_err(|_| overflow())?
        }
        other => saturated(other),
    };
    match to.id {
        ClassId::LONG => Ok(Value::Long(whole)),
        ClassId::INTEGER => i32::try_from(whole).map(Value::Int).map_err(|_| overflow()),
        ClassId::SHORT => i16::try_from(whole)
            .map(Value::Short)
            .map_err(|_| overflow()),
        ClassId::BYTE => i8::try_from(whole).map(Value::Byte).map_err(|_| overflow()),
        _ => Err(no_converter(value, to)),
    }
}

// --- texts ----------------------------------------------------------------------------------------------------------

fn from_text<'a>(
    value: Value<'a>,
    boxed: ClassRef,
    to: ClassRef,
    arena: &'a Arena,
) -> Converted<'a> {
    let text = value.as_str().unwrap_or("\u{FFFD}");
    let result = match shape(boxed) {
        Shape::Boolean => boolean(text).map(|value| value.map_or(Value::Null, Value::Bool)),
        Shape::Number => text_number(text, boxed, arena),
        Shape::Character => character(value),
        _ => return Err(no_converter(value, to)),
    };
    match result {
        Ok(Value::Null) if to.is_primitive() => null(to, arena),
        Ok(value) => Ok(value),
        Err(cause) => Err(rejected(value, to, cause)),
    }
}

fn boolean(text: &str) -> Result<Option<bool>, Thrown> {
    let word = text.trim_matches(|c| c <= ' ').to_lowercase();
    match word.as_str() {
        "true" | "on" | "yes" | "1" => Ok(Some(true)),
        "false" | "off" | "no" | "0" => Ok(Some(false)),
        "" => Ok(None),
        _ => Err(Thrown::illegal_argument(format!("`{text}` is no boolean"))),
    }
}

fn character<'a>(value: Value<'a>) -> Result<Value<'a>, Thrown> {
    let text = value.as_text().unwrap_or(Text::Utf8(""));
    match text.len_units() {
        0 => Ok(Value::Null),
        1 => Ok(Value::Char(text.unit_at(0).unwrap_or_default())),
        length => Err(Thrown::illegal_argument(format!(
            "a text of {length} characters is no character"
        ))),
    }
}

/// An empty text is null; otherwise all white space goes, and `0x`, `0X`, `#` mark a hexadecimal integer.
fn text_number<'a>(text: &str, to: ClassRef, arena: &'a Arena) -> Result<Value<'a>, Thrown> {
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let trimmed: String = text.chars().filter(|c| !is_java_space(*c)).collect();
    let plain = Text::Utf8(&trimmed);
    let hex = hexadecimal(&trimmed);
    let fits = |value: BigInt, range: (i64, i64)| {
        let range = BigInt::from(range.0)..=BigInt::from(range.1);
        match range.contains(&value) {
            true => Ok(low_long(&value)),
            false => Err(Thrown::number_format(text, "in the range of the type")),
        }
    };
    Ok(match (to.id, hex) {
        (ClassId::INTEGER, None) => Value::Int(parse_int(plain, 10)?),
        (ClassId::LONG, None) => Value::Long(parse_long(plain, 10)?),
        (ClassId::SHORT, None) => Value::Short(parse_short(plain, 10)?),
        (ClassId::BYTE, None) => Value::Byte(parse_byte(plain, 10)?),
        (ClassId::INTEGER, Some(hex)) => {
            Value::Int(fits(hex?, (i32::MIN.into(), i32::MAX.into()))? as i32)
        }
        (ClassId::LONG, Some(hex)) => Value::Long(fits(hex?, (i64::MIN, i64::MAX))?),
        (ClassId::SHORT, Some(hex)) => {
            Value::Short(fits(hex?, (i16::MIN.into(), i16::MAX.into()))? as i16)
        }
        (ClassId::BYTE, Some(hex)) => {
            Value::Byte(fits(hex?, (i8::MIN.into(), i8::MAX.into()))? as i8)
        }
        (ClassId::BIG_INTEGER, Some(hex)) => arena.big_int(hex?),
        (ClassId::BIG_INTEGER, None) => arena.big_int(big_integer(&trimmed)?),
        (ClassId::DOUBLE, _) => Value::Double(parse_double(plain)?),
        (ClassId::FLOAT, _) => Value::Float(parse_float(plain)?),
        _ => arena.big_dec(big_decimal(&trimmed)?),
    })
}

/// `Character.isWhitespace`
fn is_java_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{1C}'..='\u{1F}')
        || (c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}' | '\u{85}'))
}

fn hexadecimal(text: &str) -> Option<Result<BigInt, Thrown>> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let digits = ["0x", "0X", "#"]
        .iter()
        .find_map(|prefix| digits.strip_prefix(prefix))?;
    let bad = || Thrown::number_format(text, "a hexadecimal number");
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(Err(bad()));
    }
    let parsed = BigInt::from_str_radix(digits, 16).map_err(|_| bad());
    Some(parsed.map(|value| if negative { -value } else { value }))
}

fn big_integer(text: &str) -> Result<BigInt, Thrown> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    match !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        true => text
            .parse()
            .map_err(|_| Thrown::number_format(text, "an integer")),
        false => Err(Thrown::number_format(text, "an integer")),
    }
}

fn big_decimal(text: &str) -> Result<BigDecimal, Thrown> {
    let valid = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    match valid && text.bytes().any(|byte| byte.is_ascii_digit()) {
        true => text
            .parse()
            .map_err(|_| Thrown::number_format(text, "a decimal number")),
        false => Err(Thrown::number_format(text, "a decimal number")),
    }
}

// --- containers -----------------------------------------------------------------------------------------------------

/// The elements that a value has for a container: those of a collection or array, the pieces of a text between commas,
/// or the value alone.
fn elements<'a>(value: Value<'a>, arena: &'a Arena) -> Result<Vec<Value<'a>>, Box<Failure>> {
    if let Some(items) = value.items() {
        arena.charge_items(items.len())?;
        return Ok(items.iter().collect());
    }
    match value {
        Value::Str("") => Ok(Vec::new()),
        Value::Str(text) => Ok(text
            .split(',')
            .map(|piece| Value::Str(piece.trim_matches(|c| c <= ' ')))
            .collect()),
        _ => Ok(vec![value]),
    }
}

fn to_array<'a>(value: Value<'a>, to: ClassRef, arena: &'a Arena) -> Converted<'a> {
    let component = to.component().unwrap_or(to);
    let mut items = elements(value, arena)?;
    for item in &mut items {
        *item = convert(*item, component, arena)?;
    }
    Ok(arena.list(to, &items)?)
}

fn to_collection<'a>(value: Value<'a>, to: ClassRef, arena: &'a Arena) -> Converted<'a> {
    let items = elements(value, arena)?;
    let class = match to.id {
        ClassId::SET | ClassId::LINKED_HASH_SET | ClassId::HASH_SET => ClassId::LINKED_HASH_SET,
        ClassId::COLLECTION
            if value.items().is_none_or(|items| !items.class().is_array())
                && value.as_text().is_some() =>
        {
            ClassId::LINKED_HASH_SET
        }
        ClassId::LINKED_LIST => ClassId::LINKED_LIST,
        _ => ClassId::ARRAY_LIST,
    };
    match class {
        ClassId::LINKED_HASH_SET => Ok(arena.set(class, &items)?),
        _ => Ok(arena.list(class, &items)?),
    }
}

/// The elements as texts, between commas.
fn joined<'a>(value: Value<'a>, arena: &'a Arena) -> Converted<'a> {
    let items: Vec<Value<'a>> = value
        .items()
        .map(Items::iter)
        .into_iter()
        .flatten()
        .collect();
    let text = ClassRef::of(ClassId::STRING);
    let mut joined = String::new();
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            joined.push(',');
        }
        match convert(item, text, arena)? {
            Value::Str(piece) => joined.push_str(piece),
            Value::Null => joined.push_str("null"),
            other => joined.push_str(&other.to_string()),
        }
        if joined.len() > arena.text_left() {
            arena.charge_text(joined.len())?;
        }
    }
    Ok(arena.text(&joined)?)
}

/// The first element, converted; an empty collection is null.
fn first<'a>(value: Value<'a>, to: ClassRef, arena: &'a Arena) -> Converted<'a> {
    let first = value
        .items()
        .and_then(|items| items.get(0))
        .unwrap_or(Value::Null);
    convert(first, to, arena)
}

// --- what operators ask for ------------------------------------------------------------------------------------------

/// The value as Boolean; `None` when it converts to null.
pub(crate) fn to_bool<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<Option<bool>> {
    match value {
        Value::Bool(value) => Ok(Some(value)),
        _ => match convert(value, ClassRef::of(ClassId::BOOLEAN), arena) {
            Ok(value) => Ok(value.as_bool()),
            Err(failure) => Err(failure.into_fault()),
        },
    }
}

/// The error for null where a Boolean is needed.
#[cold]
pub(crate) fn null_boolean() -> Box<Fault> {
    Fault::el(Code::TYPE_CONVERSION, "null is neither true nor false")
}

/// The value as text; `None` when it converts to null. A text with lone surrogates comes out with replacement characters.
pub(crate) fn to_text<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<Option<&'a str>> {
    let text = convert(value, ClassRef::of(ClassId::STRING), arena)
        .map_err(|failure| failure.into_fault())?;
    match text {
        Value::Null => Ok(None),
        Value::Str(text) => Ok(Some(text)),
        other => print::text(other, arena).map(Some),
    }
}

/// The value as an index. That it converts to null is an exception, not an evaluation error.
pub(crate) fn to_index<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<i32> {
    match value {
        Value::Int(index) => Ok(index),
        _ => match convert(value, ClassRef::of(ClassId::INTEGER), arena) {
            Ok(Value::Int(index)) => Ok(index),
            Ok(_) => Err(Fault::java(
                "IllegalStateException",
                format!("`{value}` converts to null"),
            )),
            Err(failure) => Err(failure.into_fault()),
        },
    }
}
