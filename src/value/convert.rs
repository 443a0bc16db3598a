//! Conversions between Java types (specification §5).
//!
//! Which conversion leads from one class to another is decided by the classes alone, in [`route`]; whether it succeeds
//! is decided by the value. Overload choice needs only the first half, so both halves read the same table.

mod container;
mod object;
mod route;
mod scalar;

use super::fault::{Fault, Outcome};
use super::shape::MAX_DEPTH;
use super::text::Text;
use super::thrown::{self, Thrown};
use super::{Arena, ClassId, ClassRef, Holder, Value, print};
use crate::diagnostic::Code;
use route::{Route, route};

pub(crate) use object::{NoObjects, ObjectConversions};

/// Why a value cannot be converted.
#[derive(Debug)]
pub(crate) enum Failure {
    /// No conversion leads from the one class to the other.
    NoConverter { from: String, to: ClassRef },
    /// There is a conversion, and it refuses the value.
    Rejected {
        from: String,
        to: ClassRef,
        cause: Thrown,
    },
    /// A limit of the evaluation, or of this engine.
    Limit(Box<Fault>),
}

type Converted<'a> = Result<Value<'a>, Box<Failure>>;

impl Failure {
    /// The evaluation error.
    #[cold]
    pub(crate) fn into_fault(self) -> Box<Fault> {
        match self.into_cause() {
            Ok((message, cause)) => Fault::caused(Code::TYPE_CONVERSION, message, cause),
            Err(limit) => limit,
        }
    }

    /// The innermost exception, for operations with an error of their own; a limit stays what it is.
    #[cold]
    pub(crate) fn into_thrown(self) -> Result<Thrown, Box<Fault>> {
        self.into_cause().map(|(_, cause)| cause)
    }

    fn into_cause(self) -> Result<(String, Thrown), Box<Fault>> {
        match self {
            Failure::NoConverter { from, to } => {
                let message = format!("a value of type {from} cannot be converted to {to}");
                Ok((
                    message.clone(),
                    Thrown::new("ConverterNotFoundException", message),
                ))
            }
            Failure::Rejected { from, to, cause } => {
                let why = &cause.message;
                let message =
                    format!("this value of type {from} cannot be converted to {to}: {why}");
                Ok((message, cause))
            }
            Failure::Limit(fault) => Err(fault),
        }
    }
}

impl From<Box<Fault>> for Box<Failure> {
    fn from(fault: Box<Fault>) -> Self {
        Box::new(Failure::Limit(fault))
    }
}

/// The class that a name of a result type stands for: `List`, `int`, `java.util.UUID`, `String[]`.
pub(crate) fn target(name: &str) -> Option<ClassRef> {
    if let Some(component) = name.strip_suffix("[]") {
        return target(component).map(ClassRef::array_of);
    }
    let packages = ["", "java.lang.", "java.util.", "java.math."];
    let mut names = packages
        .iter()
        .map(|package| ClassId::by_name(&format!("{package}{name}")));
    names.find_map(|class| class).map(ClassRef::of)
}

/// Whether a value of class `from` (`None` for null) may be converted to `to`, by the classes alone.
pub(crate) fn can_convert(from: Option<ClassRef>, to: ClassRef) -> bool {
    match from {
        Some(from) => route(from, to).is_some(),
        None => !to.is_primitive(),
    }
}

/// The value converted to a class, without the conversions that only Java classes know.
pub(crate) fn convert<'a>(value: Value<'a>, to: ClassRef, arena: &'a Arena) -> Converted<'a> {
    Converter {
        arena,
        objects: &NoObjects,
    }
    .convert(value, to)
}

/// What a conversion may use: the arena, and what the room of the Java classes lends.
#[derive(Clone, Copy)]
pub(crate) struct Converter<'a> {
    pub(crate) arena: &'a Arena,
    pub(crate) objects: &'a dyn ObjectConversions,
}

impl<'a> Converter<'a> {
    /// The value converted to a class.
    pub(crate) fn convert(self, value: Value<'a>, to: ClassRef) -> Converted<'a> {
        self.convert_at(value, to, 0)
    }

    /// `depth` counts the collections around the value: one can contain itself.
    fn convert_at(self, value: Value<'a>, to: ClassRef, depth: usize) -> Converted<'a> {
        let Some(from) = value.class() else {
            return self.null(to);
        };
        if depth > MAX_DEPTH {
            return Err(print::stopped(print::Stop::TooDeep).into());
        }
        let converted = match route(from, to) {
            Some(Route::Same) => return Ok(value),
            Some(Route::Optional) => Ok(self.arena.holder(Holder::Optional(Some(value)))),
            Some(Route::Items(items)) => self.to_container(value, to, items, depth + 1),
            Some(Route::Join) => self.join(value, depth + 1),
            Some(Route::First) => {
                let first = value.items().and_then(|items| items.get(0));
                self.convert_at(first.unwrap_or(Value::Null), to, depth + 1)
            }
            Some(Route::Map) => self.copy_map(value, to),
            Some(Route::Scalar(route)) => self.scalar(value, to, route),
            None => Err(no_converter(value, to)),
        };
        match converted {
            Ok(Value::Null) if to.is_primitive() => self.null(to),
            converted => converted,
        }
    }

    fn null(self, to: ClassRef) -> Converted<'a> {
        match to.is_primitive() {
            true => Err(Box::new(Failure::Rejected {
                from: "null".to_owned(),
                to,
                cause: Thrown::illegal_argument("null is no value of a primitive type"),
            })),
            false if to == ClassRef::of(ClassId::OPTIONAL) => {
                Ok(self.arena.holder(Holder::Optional(None)))
            }
            false => Ok(Value::Null),
        }
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

/// A bounded operation on the value gave nothing.
#[cold]
fn refused(value: Value<'_>, to: ClassRef, failure: thrown::Failure) -> Box<Failure> {
    match failure {
        thrown::Failure::Thrown(cause) => rejected(value, to, cause),
        limit => Box::new(Failure::Limit(limit.into())),
    }
}

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

/// The value as text; `None` when it converts to null. Lone surrogates come out as replacement characters.
pub(crate) fn to_text<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<Option<&'a str>> {
    let text = match value {
        Value::Str(_) => value,
        _ => convert(value, ClassRef::of(ClassId::STRING), arena)
            .map_err(|failure| failure.into_fault())?,
    };
    match text {
        Value::Null => Ok(None),
        _ => print::text(text, arena).map(Some),
    }
}

/// The text of a value beside a text: converted where its class has a conversion, else as Java prints it.
pub(crate) fn to_printed<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    let text = ClassRef::of(ClassId::STRING);
    match value.class() {
        Some(class) if can_convert(Some(class), text) => {
            let converted = convert(value, text, arena).map_err(|failure| failure.into_fault())?;
            print::string(converted, arena)
        }
        _ => print::string(value, arena),
    }
}

/// The value as an index. That it converts to null is an exception, not an evaluation error.
pub(crate) fn to_index<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<i32> {
    match value {
        Value::Int(index) => Ok(index),
        _ => match convert(value, ClassRef::of(ClassId::INTEGER), arena) {
            Ok(Value::Int(index)) => Ok(index),
            Ok(_) => {
                let message = format!("an empty value of type {} is no index", value.class_name());
                Err(Fault::java("IllegalStateException", message))
            }
            Err(failure) => Err(failure.into_fault()),
        },
    }
}

/// A text without what `String.trim` takes off.
fn trimmed(text: Text<'_>) -> super::text::TextBuf {
    text.trim().into_buf()
}

#[cfg(test)]
mod tests;
