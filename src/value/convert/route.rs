//! Which conversion leads from one class to another.
//!
//! The reference walks the hierarchies of both classes and takes the first registered converter that agrees. Seen from
//! outside that comes to the rules below, read from top to bottom: what is assignable stays, containers come before
//! scalars, and a factory, constructor or `toX` method of a class is the last resort.

use super::object;
use crate::value::{ClassId, ClassRef};

/// A conversion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// The value is of the class already.
    Same,
    /// Wrapped in an `Optional`.
    Optional,
    /// An array or a collection of these elements.
    Items(Source),
    /// The elements as texts, between commas.
    Join,
    /// The first element, converted in turn.
    First,
    /// A copy of a map in another class.
    Map,
    Scalar(Scalar),
}

/// What the elements of a new container are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The elements of an array, a collection or a stream.
    Elements,
    /// The pieces of a text between commas.
    Pieces,
    /// The value itself, alone.
    Alone,
}

/// A conversion of one value without elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scalar {
    Print,
    Number,
    ParseNumber,
    CharacterCode,
    Character,
    ParseCharacter,
    ParseBoolean,
    ParseConstant,
    Constant,
    Ordinal,
    Object,
}

/// What a class is to the converters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Text,
    Number,
    Boolean,
    Character,
    Enum,
    Collection,
    Array,
    Stream,
    Map,
    Optional,
    Other,
}

fn shape(class: ClassRef) -> Shape {
    const BY_PARENT: [(ClassId, Shape); 6] = [
        (ClassId::NUMBER, Shape::Number),
        (ClassId::COLLECTION, Shape::Collection),
        (ClassId::MAP, Shape::Map),
        (ClassId::ENUM, Shape::Enum),
        (ClassId::STREAM, Shape::Stream),
        (ClassId::OBJECT, Shape::Other),
    ];
    match class.id {
        _ if class.is_array() => Shape::Array,
        ClassId::STRING => Shape::Text,
        ClassId::BOOLEAN => Shape::Boolean,
        ClassId::CHARACTER => Shape::Character,
        ClassId::OPTIONAL => Shape::Optional,
        id => BY_PARENT
            .iter()
            .find(|(parent, _)| id.is_a(*parent))
            .map_or(Shape::Other, |row| row.1),
    }
}

/// The conversion from one class to another, if there is one.
pub(super) fn route(from: ClassRef, to: ClassRef) -> Option<Route> {
    let (from, to) = (from.boxed(), to.boxed());
    if from.is_a(to) {
        return Some(Route::Same);
    }
    match shape(to) {
        Shape::Optional => Some(Route::Optional),
        Shape::Array => to_array(from, component(to)).map(Route::Items),
        Shape::Collection => Some(Route::Items(source(from))),
        target => {
            from_container(from, to, target).or_else(|| scalar(from, to, target).map(Route::Scalar))
        }
    }
}

fn component(array: ClassRef) -> ClassRef {
    array.component().unwrap_or(array)
}

/// The class that all elements have, as far as the class of their array or collection tells.
fn elements(from: ClassRef) -> Option<ClassRef> {
    const OF_ENTRIES: [ClassId; 3] = [
        ClassId::HASH_ENTRY_SET,
        ClassId::LINKED_ENTRY_SET,
        ClassId::UNMODIFIABLE_ENTRY_SET,
    ];
    let entries = OF_ENTRIES
        .contains(&from.id)
        .then_some(ClassRef::of(ClassId::MAP_ENTRY));
    from.component().or(entries)
}

fn source(from: ClassRef) -> Source {
    match shape(from) {
        Shape::Array | Shape::Collection | Shape::Stream => Source::Elements,
        Shape::Text => Source::Pieces,
        _ => Source::Alone,
    }
}

fn to_array(from: ClassRef, component: ClassRef) -> Option<Source> {
    let fits = match shape(from) {
        Shape::Collection | Shape::Stream | Shape::Array => may_fit(from, component),
        _ => route(from, component).is_some(),
    };
    fits.then(|| source(from))
}

/// Whether the elements may be what is wanted. Nothing is known about those of most collections, and where the class of
/// the elements is wide enough, some of them are.
fn may_fit(from: ClassRef, wanted: ClassRef) -> bool {
    elements(from).is_none_or(|element| {
        route(element, wanted).is_some() || wanted.boxed().is_a(element.boxed())
    })
}

fn from_container(from: ClassRef, to: ClassRef, target: Shape) -> Option<Route> {
    match (shape(from), target) {
        (Shape::Map, Shape::Map) => Some(Route::Map),
        (Shape::Collection | Shape::Array, _) if !may_fit(from, to) => None,
        (Shape::Collection | Shape::Array, Shape::Text) => Some(Route::Join),
        (Shape::Collection | Shape::Array, _) => Some(Route::First),
        _ => None,
    }
}

fn scalar(from: ClassRef, to: ClassRef, target: Shape) -> Option<Scalar> {
    const BUFFER: ClassId = ClassId::named("java.nio.ByteBuffer");
    let integer = ClassRef::of(ClassId::INTEGER);
    if to.id == BUFFER {
        let bytes = to_array(from, ClassRef::of(ClassId::BYTE_P));
        return bytes.map(|_| Scalar::Object);
    }
    match (shape(from), target) {
        (Shape::Number | Shape::Boolean | Shape::Character | Shape::Enum, Shape::Text) => {
            Some(Scalar::Print)
        }
        (_, Shape::Text) => object::has_text(from).then_some(Scalar::Print),
        (Shape::Text, Shape::Number) => Some(Scalar::ParseNumber),
        (Shape::Text, Shape::Boolean) => Some(Scalar::ParseBoolean),
        (Shape::Text, Shape::Character) => Some(Scalar::ParseCharacter),
        (Shape::Text, Shape::Enum) => Some(Scalar::ParseConstant),
        (Shape::Number, Shape::Number) => Some(Scalar::Number),
        (Shape::Number, Shape::Character) => Some(Scalar::Character),
        (Shape::Character, Shape::Number) => Some(Scalar::CharacterCode),
        (Shape::Number, Shape::Enum) if from == integer => Some(Scalar::Constant),
        (Shape::Enum, Shape::Number) if to == integer => Some(Scalar::Ordinal),
        _ => object::is_pair(from, to).then_some(Scalar::Object),
    }
}
