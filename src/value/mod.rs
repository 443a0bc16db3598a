//! Java values, and what operators mean on them: pure functions that know nothing of source text.
//!
//! A [`Value`] is 24 bytes, `Copy`, and borrows from the request, the program or the arena of the evaluation; copying a
//! text or a map is never needed to look at it. The meaning of every operator lives here once, for machine and optimizer alike.

pub(crate) mod arena;
pub(crate) mod arith;
pub(crate) mod class;
#[rustfmt::skip]
mod class_table;
pub(crate) mod collection;
pub(crate) mod convert;
pub(crate) mod enum_constant;
pub(crate) mod equality;
pub(crate) mod fault;
pub(crate) mod holder;
pub mod host;
#[allow(dead_code, reason = "called through the tables of Java members")]
pub(crate) mod number;
pub(crate) mod numeric;
pub(crate) mod order;
pub(crate) mod owned;
pub(crate) mod print;
pub(crate) mod secrets;
pub(crate) mod shape;
#[allow(dead_code, reason = "called through the tables of Java members")]
pub(crate) mod text;
pub(crate) mod thrown;
pub(crate) mod view;

pub use arena::Arena;
pub use class::{ClassId, ClassRef};
pub use collection::{ListCell, MapCell};
pub use holder::Holder;
pub use owned::Owned;

use bigdecimal::{BigDecimal, num_bigint::BigInt};
use host::{Headers, Lookup, Object, Params, Sequence};
use std::any::Any;

/// A Java value seen by an expression.
///
/// ```
/// use gravitee_el::Value;
///
/// assert_eq!(Value::from("GET").as_str(), Some("GET"));
/// assert_eq!(std::mem::size_of::<Value<'_>>(), 24);
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `java.lang.Boolean`
    Bool(bool),
    /// `java.lang.Byte`
    Byte(i8),
    /// `java.lang.Short`
    Short(i16),
    /// `java.lang.Integer`
    Int(i32),
    /// `java.lang.Long`
    Long(i64),
    /// `java.lang.Float`
    Float(f32),
    /// `java.lang.Double`
    Double(f64),
    /// `java.lang.Character`: one UTF-16 unit
    Char(u16),
    /// `java.lang.String`
    Str(&'a str),
    /// A `java.lang.String` with lone surrogates, which Rust's `str` cannot hold.
    Wide(&'a [u16]),
    /// `java.math.BigInteger`
    BigInt(&'a BigInt),
    /// `java.math.BigDecimal`
    BigDec(&'a BigDecimal),
    /// A list, set or array made by the evaluation.
    List(&'a ListCell<'a>),
    /// A list or array of the host or of the program.
    Sequence(&'a dyn Sequence),
    /// A map made by the evaluation.
    Map(&'a MapCell<'a>),
    /// A map of the host or of the program.
    Lookup(&'a dyn Lookup),
    /// HTTP headers.
    Headers(&'a dyn Headers),
    /// Query or path parameters.
    Params(&'a dyn Params),
    /// `java.lang.Class`
    Class(ClassRef),
    /// `#request`
    Request(&'a host::RequestSlot<'a>),
    /// `#response`
    Response(&'a host::ResponseSlot<'a>),
    /// A bean of the host or of the gateway.
    Bean(&'a dyn Object),
    /// An object of a Java class that holds no other values: dates, formats, encoders …
    Object(&'a dyn Instance),
    /// An object of a Java class that holds other values: an entry, an `Optional`, an iterator …
    Holder(&'a Holder<'a>),
}

const _: () = assert!(size_of::<Value<'_>>() == 24);
const _: () = assert!(size_of::<fault::Outcome<Value<'_>>>() == 24);

/// An object of a Java class that holds no other values.
pub trait Instance: Any + Send + Sync {
    /// Its class.
    fn class(&self) -> ClassId;

    /// `toString()`.
    fn text(&self) -> String;

    /// `equals`, asked only with an object of a class that may be equal.
    fn equals(&self, other: &dyn Instance) -> bool;

    /// `hashCode()`.
    fn hash_code(&self) -> i32;

    /// `compareTo`; `None` when the class has no order or the other object does not fit it.
    fn compare(&self, other: &dyn Instance) -> Option<i32>;

    /// Whether members change the object.
    fn changes(&self) -> bool {
        false
    }

    /// A copy for a result that outlives the evaluation.
    fn boxed(&self) -> Box<dyn Instance>;
}

impl dyn Instance {
    /// The object as its Rust type.
    pub(crate) fn downcast<T: Any>(&self) -> Option<&T> {
        (self as &dyn Any).downcast_ref::<T>()
    }
}

impl<'a> Value<'a> {
    /// The text of a `String` value.
    pub fn as_str(self) -> Option<&'a str> {
        match self {
            Value::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a `Boolean`.
    pub fn as_bool(self) -> Option<bool> {
        match self {
            Value::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the value is `null`.
    pub fn is_null(self) -> bool {
        matches!(self, Value::Null)
    }

    /// An object as its Rust type.
    pub(crate) fn instance<T: Any>(self) -> Option<&'a T> {
        match self {
            Value::Object(object) => object.downcast::<T>(),
            _ => None,
        }
    }

    /// The runtime class; `None` for `null`.
    pub(crate) fn class(self) -> Option<ClassRef> {
        Some(ClassRef::of(match self {
            Value::Null => return None,
            Value::Bool(_) => ClassId::BOOLEAN,
            Value::Byte(_) => ClassId::BYTE,
            Value::Short(_) => ClassId::SHORT,
            Value::Int(_) => ClassId::INTEGER,
            Value::Long(_) => ClassId::LONG,
            Value::Float(_) => ClassId::FLOAT,
            Value::Double(_) => ClassId::DOUBLE,
            Value::Char(_) => ClassId::CHARACTER,
            Value::Str(_) | Value::Wide(_) => ClassId::STRING,
            Value::BigInt(_) => ClassId::BIG_INTEGER,
            Value::BigDec(_) => ClassId::BIG_DECIMAL,
            Value::List(list) => return Some(list.class),
            Value::Sequence(list) => return Some(list.class()),
            Value::Map(map) => map.class,
            Value::Lookup(map) => map.class(),
            Value::Headers(_) => ClassId::DEFAULT_HTTP_HEADERS,
            Value::Params(_) => ClassId::LINKED_MULTI_VALUE_MAP,
            Value::Class(_) => ClassId::CLASS,
            Value::Request(_) => ClassId::REQUEST,
            Value::Response(_) => ClassId::RESPONSE,
            Value::Bean(bean) => bean.class(),
            Value::Object(object) => object.class(),
            Value::Holder(holder) => holder.class(),
        }))
    }

    /// The class name for messages; a bean of the host names itself.
    pub(crate) fn class_name(self) -> String {
        match self {
            Value::Bean(bean) => bean.class_name().to_owned(),
            _ => self
                .class()
                .map_or_else(|| "null".to_owned(), ClassRef::display),
        }
    }

    /// Whether the value is a `java.lang.Number`.
    pub(crate) fn is_number(self) -> bool {
        use Value::{BigDec, BigInt, Byte, Double, Float, Int, Long, Short};
        matches!(
            self,
            Byte(_) | Short(_) | Int(_) | Long(_) | Float(_) | Double(_) | BigInt(_) | BigDec(_)
        )
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Str(text)
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<i32> for Value<'_> {
    fn from(value: i32) -> Self {
        Value::Int(value)
    }
}

impl From<i64> for Value<'_> {
    fn from(value: i64) -> Self {
        Value::Long(value)
    }
}

impl From<f64> for Value<'_> {
    fn from(value: f64) -> Self {
        Value::Double(value)
    }
}

/// JSON as Jackson types it: integers by size, other numbers `Double`.
impl<'a> From<&'a serde_json::Value> for Value<'a> {
    fn from(json: &'a serde_json::Value) -> Self {
        use serde_json::Value as Json;
        match json {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(number) => match number.as_i64() {
                Some(value) => i32::try_from(value).map_or(Value::Long(value), Value::Int),
                None => Value::Double(number.as_f64().unwrap_or(f64::NAN)),
            },
            Json::String(text) => Value::Str(text),
            Json::Array(items) => Value::Sequence(items),
            Json::Object(entries) => Value::Lookup(entries),
        }
    }
}
