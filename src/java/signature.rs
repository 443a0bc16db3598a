//! Short names of the types that member rows mention.

use crate::value::{ClassId, ClassRef};

pub(super) const VOID: ClassRef = ClassRef::of(ClassId::VOID_P);
pub(super) const BOOL: ClassRef = ClassRef::of(ClassId::BOOLEAN_P);
pub(super) const BYTE: ClassRef = ClassRef::of(ClassId::BYTE_P);
pub(super) const CHAR: ClassRef = ClassRef::of(ClassId::CHAR_P);
pub(super) const SHORT: ClassRef = ClassRef::of(ClassId::SHORT_P);
pub(super) const INT: ClassRef = ClassRef::of(ClassId::INT_P);
pub(super) const LONG: ClassRef = ClassRef::of(ClassId::LONG_P);
pub(super) const FLOAT: ClassRef = ClassRef::of(ClassId::FLOAT_P);
pub(super) const DOUBLE: ClassRef = ClassRef::of(ClassId::DOUBLE_P);
pub(super) const OBJECT: ClassRef = ClassRef::of(ClassId::OBJECT);
pub(super) const STRING: ClassRef = ClassRef::of(ClassId::STRING);
pub(super) const INTEGER: ClassRef = ClassRef::of(ClassId::INTEGER);
pub(super) const CLASS: ClassRef = ClassRef::of(ClassId::CLASS);
pub(super) const LONG_BOX: ClassRef = ClassRef::of(ClassId::LONG);
pub(super) const SHORT_BOX: ClassRef = ClassRef::of(ClassId::SHORT);
pub(super) const FLOAT_BOX: ClassRef = ClassRef::of(ClassId::FLOAT);
pub(super) const DOUBLE_BOX: ClassRef = ClassRef::of(ClassId::DOUBLE);
pub(super) const OPTIONAL: ClassRef = ClassRef::of(ClassId::OPTIONAL);
pub(super) const LOOKUP: ClassRef = class("java.lang.invoke.MethodHandles$Lookup");
pub(super) const OBJECTS: ClassRef = ClassRef::array(ClassId::OBJECT);
pub(super) const COLLECTION: ClassRef = ClassRef::of(ClassId::COLLECTION);
pub(super) const LIST: ClassRef = ClassRef::of(ClassId::LIST);
pub(super) const ITERATOR: ClassRef = ClassRef::of(ClassId::ITERATOR);
pub(super) const LIST_ITERATOR: ClassRef = ClassRef::of(ClassId::LIST_ITERATOR);
pub(super) const SPLITERATOR: ClassRef = class("java.util.Spliterator");
pub(super) const STREAM: ClassRef = ClassRef::of(ClassId::STREAM_I);
pub(super) const COMPARATOR: ClassRef = ClassRef::of(ClassId::COMPARATOR);
pub(super) const ITERABLE: ClassRef = ClassRef::of(ClassId::ITERABLE);
pub(super) const CHAR_SEQUENCE: ClassRef = ClassRef::of(ClassId::CHAR_SEQUENCE);

/// A type that no value of an expression can have and that nothing converts to: only null fits it.
pub(super) const UNREACHABLE: ClassRef = class("java.lang.invoke.VarHandle");

/// A class by its binary name.
pub(super) const fn class(name: &str) -> ClassRef {
    ClassRef::of(ClassId::named(name))
}

/// The array of such elements.
pub(super) const fn array_of(of: ClassRef) -> ClassRef {
    ClassRef {
        id: of.id,
        dims: of.dims + 1,
    }
}
