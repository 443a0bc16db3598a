//! Java classes as identities: a name, a place in the hierarchy, nothing else.
//!
//! A class is a number, so that comparing two is free and a table by class is an array. What can be *called* on a class
//! stands in the member tables of `java`; this module answers what operators and conversions need: names and assignability.

use super::class_table::{BY_NAME, ROWS};
use std::fmt;

/// A class without array dimensions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClassId(pub(crate) u16);

/// What sort of class it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Class,
    Interface,
    Enum,
    Abstract,
    Primitive,
}

impl ClassId {
    /// The class of that binary name (`java.util.Map$Entry`).
    pub(crate) fn by_name(name: &str) -> Option<ClassId> {
        let found = BY_NAME
            .binary_search_by(|&row| ROWS[row as usize].0.cmp(name))
            .ok()?;
        Some(ClassId(BY_NAME[found]))
    }

    /// The binary names of all classes.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        ROWS.iter().map(|row| row.0)
    }

    /// The class of that binary name, for constants: an unknown name does not compile.
    pub(crate) const fn named(name: &str) -> ClassId {
        let (mut low, mut high) = (0, BY_NAME.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match compare(ROWS[BY_NAME[middle] as usize].0.as_bytes(), name.as_bytes()) {
                0 => return ClassId(BY_NAME[middle]),
                1 => high = middle,
                _ => low = middle + 1,
            }
        }
        panic!("no class of that name")
    }

    /// Binary name.
    pub(crate) fn name(self) -> &'static str {
        ROWS[self.0 as usize].0
    }

    /// The name behind the last dot: `String`, `Map$Entry`.
    pub(crate) fn simple_name(self) -> &'static str {
        let name = self.name();
        name.rsplit('.').next().unwrap_or(name)
    }

    pub(crate) fn kind(self) -> Kind {
        ROWS[self.0 as usize].1
    }

    pub(crate) fn is_primitive(self) -> bool {
        self.kind() == Kind::Primitive
    }

    pub(crate) fn is_interface(self) -> bool {
        self.kind() == Kind::Interface
    }

    pub(crate) fn superclass(self) -> Option<ClassId> {
        ROWS[self.0 as usize].2.map(ClassId)
    }

    /// The interfaces that the class itself names, in declaration order.
    pub(crate) fn interfaces(self) -> impl Iterator<Item = ClassId> {
        ROWS[self.0 as usize].3.iter().map(|&row| ClassId(row))
    }

    /// Number of type parameters, which the reference prints as `<?, ?>`.
    pub(crate) fn type_parameters(self) -> u8 {
        ROWS[self.0 as usize].4
    }

    /// Whether a value of class `self` may stand where `other` is asked. Primitives only equal themselves.
    pub(crate) fn is_a(self, other: ClassId) -> bool {
        self == other
            || (other == ClassId::OBJECT && !self.is_primitive())
            || self.superclass().is_some_and(|above| above.is_a(other))
            || self.interfaces().any(|above| above.is_a(other))
    }

    /// `int` → `Integer`; other classes stay.
    pub(crate) fn boxed(self) -> ClassId {
        BOXES
            .iter()
            .find(|(primitive, _)| *primitive == self)
            .map_or(self, |(_, class)| *class)
    }

    /// `Integer` → `int`; `None` for classes that box nothing.
    pub(crate) fn unboxed(self) -> Option<ClassId> {
        BOXES
            .iter()
            .find(|(_, class)| *class == self)
            .map(|(primitive, _)| *primitive)
    }
}

/// Orders two texts by bytes where nothing of the standard library can: 0 for equal, 1 for greater, 2 for less.
const fn compare(a: &[u8], b: &[u8]) -> u8 {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return if a[at] > b[at] { 1 } else { 2 };
        }
        at += 1;
    }
    match (a.len() > b.len(), a.len() < b.len()) {
        (true, _) => 1,
        (_, true) => 2,
        _ => 0,
    }
}

/// Primitive types with the classes that box them.
pub(crate) const BOXES: [(ClassId, ClassId); 8] = [
    (ClassId::BOOLEAN_P, ClassId::BOOLEAN),
    (ClassId::BYTE_P, ClassId::BYTE),
    (ClassId::CHAR_P, ClassId::CHARACTER),
    (ClassId::SHORT_P, ClassId::SHORT),
    (ClassId::INT_P, ClassId::INTEGER),
    (ClassId::LONG_P, ClassId::LONG),
    (ClassId::FLOAT_P, ClassId::FLOAT),
    (ClassId::DOUBLE_P, ClassId::DOUBLE),
];

impl fmt::Debug for ClassId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A class or an array class: `java.lang.String[][]` is `String` with two dimensions.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClassRef {
    pub(crate) id: ClassId,
    /// Array dimensions; 0 for a plain class.
    pub(crate) dims: u8,
}

impl From<ClassId> for ClassRef {
    fn from(id: ClassId) -> Self {
        ClassRef { id, dims: 0 }
    }
}

impl ClassRef {
    /// A class without dimensions.
    pub(crate) const fn of(id: ClassId) -> Self {
        ClassRef { id, dims: 0 }
    }

    /// The array class whose elements have class `id`.
    pub(crate) const fn array(id: ClassId) -> Self {
        ClassRef { id, dims: 1 }
    }

    pub(crate) fn is_array(self) -> bool {
        self.dims > 0
    }

    /// The class of an array's elements.
    pub(crate) fn component(self) -> Option<ClassRef> {
        self.dims
            .checked_sub(1)
            .map(|dims| ClassRef { id: self.id, dims })
    }

    /// The class of an array with such elements.
    pub(crate) fn array_of(self) -> ClassRef {
        ClassRef {
            id: self.id,
            dims: self.dims.saturating_add(1),
        }
    }

    pub(crate) fn is_primitive(self) -> bool {
        self.dims == 0 && self.id.is_primitive()
    }

    /// `int` → `Integer`; other classes and all arrays stay.
    pub(crate) fn boxed(self) -> ClassRef {
        match self.dims {
            0 => ClassRef::of(self.id.boxed()),
            _ => self,
        }
    }

    /// Java's `isAssignableFrom`, seen from the value: arrays are covariant in reference components.
    pub(crate) fn is_a(self, other: ClassRef) -> bool {
        match (self.dims, other.dims) {
            (0, 0) => self.id.is_a(other.id),
            (_, 0) => {
                [ClassId::OBJECT, ClassId::SERIALIZABLE, ClassId::CLONEABLE].contains(&other.id)
            }
            (0, _) => false,
            (mine, theirs) if mine == theirs => self.id.is_a(other.id),
            (mine, theirs) if mine > theirs => other.id == ClassId::OBJECT,
            _ => false,
        }
    }

    /// The name as messages of the reference mostly print it: `java.lang.String[]`.
    pub(crate) fn display(self) -> String {
        let mut name = self.id.name().to_owned();
        (0..self.dims).for_each(|_| name.push_str("[]"));
        name
    }

    /// What stands before the name in `Class.toString()`.
    pub(crate) fn kind_word(self) -> &'static str {
        match (self.dims, self.id.kind()) {
            (0, Kind::Primitive) => "",
            (0, Kind::Interface) => "interface ",
            _ => "class ",
        }
    }

    /// The primitive type that the virtual machine writes with this letter.
    pub(crate) fn primitive_coded(letter: &str) -> Option<ClassId> {
        PRIMITIVE_CODES
            .iter()
            .find(|(_, code)| letter.chars().eq([*code]))
            .map(|(id, _)| *id)
    }

    /// `Class.getName()`: `[Ljava.lang.String;`, `[I`, `java.lang.String`.
    pub(crate) fn binary_name(self) -> String {
        if self.dims == 0 {
            return self.id.name().to_owned();
        }
        let mut name = "[".repeat(self.dims as usize);
        match PRIMITIVE_CODES.iter().find(|(id, _)| *id == self.id) {
            Some((_, code)) => name.push(*code),
            None => {
                name.push('L');
                name.push_str(self.id.name());
                name.push(';');
            }
        }
        name
    }
}

const PRIMITIVE_CODES: [(ClassId, char); 8] = [
    (ClassId::BOOLEAN_P, 'Z'),
    (ClassId::BYTE_P, 'B'),
    (ClassId::CHAR_P, 'C'),
    (ClassId::SHORT_P, 'S'),
    (ClassId::INT_P, 'I'),
    (ClassId::LONG_P, 'J'),
    (ClassId::FLOAT_P, 'F'),
    (ClassId::DOUBLE_P, 'D'),
];

impl fmt::Debug for ClassRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.display())
    }
}

impl fmt::Display for ClassRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.display())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_name_their_rows() {
        assert_eq!(ClassId::STRING.name(), "java.lang.String");
        assert_eq!(
            ClassId::by_name("java.util.Map$Entry"),
            Some(ClassId::MAP_ENTRY)
        );
        assert_eq!(ClassId::by_name("java.util.Nope"), None);
    }

    #[test]
    fn assignability_follows_the_hierarchy() {
        let string = ClassRef::of(ClassId::STRING);
        assert!(string.is_a(ClassRef::of(ClassId::CHAR_SEQUENCE)));
        assert!(string.is_a(ClassRef::of(ClassId::OBJECT)));
        assert!(!string.is_a(ClassRef::of(ClassId::NUMBER)));
        assert!(ClassId::ARRAY_LIST.is_a(ClassId::ITERABLE));
        assert!(!ClassId::INT_P.is_a(ClassId::OBJECT));
    }

    #[test]
    fn arrays_are_covariant_in_references_only() {
        let strings = ClassRef::array(ClassId::STRING);
        assert!(strings.is_a(ClassRef::array(ClassId::OBJECT)));
        assert!(strings.is_a(ClassRef::of(ClassId::OBJECT)));
        assert!(!ClassRef::array(ClassId::INT_P).is_a(ClassRef::array(ClassId::OBJECT)));
        assert!(strings.array_of().is_a(ClassRef::array(ClassId::OBJECT)));
        assert_eq!(ClassRef::array(ClassId::INT_P).binary_name(), "[I");
    }
}
