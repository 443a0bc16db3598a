//! Methods of Java that have no row here: known by their signatures only.
//!
//! Enough to tell a method that the sandbox keeps closed from one that does not exist, to say which line of a whitelist
//! would open it, and to know which class declares what it also inherits, since a whitelist names declaring classes.

use super::hierarchy;
use crate::value::{ClassId, ClassRef};
use std::fmt;

/// Class, then one column for each public method that it declares: `name(types)`, static ones behind `*`.
const DECLARED: &str = include_str!("methods.tsv");

/// The public constructors of the classes that the sandbox keeps closed: class, then `(types)`; `...` ends a variable list.
const CONSTRUCTORS: &str = include_str!("constructors.tsv");

/// A method or constructor by its class, name and parameter types.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Declared {
    pub(super) class: ClassId,
    pub(super) name: &'static str,
    /// Parameter types by name, separated by commas.
    pub(super) params: &'static str,
    pub(super) is_static: bool,
}

impl Declared {
    fn read(class: ClassId, cell: &'static str) -> Option<Self> {
        let (name, params) = cell.strip_suffix(')')?.split_once('(')?;
        Some(Declared {
            class,
            name: name.trim_start_matches('*'),
            params,
            is_static: name.starts_with('*'),
        })
    }

    /// Whether the parameters have exactly these types.
    pub(super) fn takes(&self, params: &[ClassRef]) -> bool {
        let types = self.types();
        types.clone().count() == params.len()
            && types
                .zip(params)
                .all(|(name, param)| *name == param.display())
    }

    /// Number of parameters.
    pub(super) fn arity(&self) -> usize {
        self.types().count()
    }

    pub(super) fn types(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.params.split(',').filter(|name| !name.is_empty())
    }
}

impl fmt::Display for Declared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.name, self.params)
    }
}

/// The public methods that the class declares and that no whitelist of the reference opens.
pub(super) fn methods(class: ClassId) -> impl Iterator<Item = Declared> {
    row(DECLARED, class).filter_map(move |cell| Declared::read(class, cell))
}

/// Those of the class and of everything above it.
pub(super) fn all_methods(class: ClassRef) -> impl Iterator<Item = Declared> {
    hierarchy::ancestors(class).into_iter().flat_map(methods)
}

/// The signatures of the public constructors of a closed class.
pub(super) fn constructors(class: ClassId) -> impl Iterator<Item = &'static str> {
    row(CONSTRUCTORS, class)
}

fn row(table: &'static str, class: ClassId) -> impl Iterator<Item = &'static str> {
    let row = table
        .lines()
        .find_map(|line| line.strip_prefix(class.name())?.strip_prefix('\t'));
    row.into_iter().flat_map(|row| row.split('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_is_a_signature_of_a_known_class() {
        for line in DECLARED.lines() {
            let (name, cells) = line.split_once('\t').expect("a class has methods");
            let class = ClassId::by_name(name).unwrap_or_else(|| panic!("{name} is no class"));
            for cell in cells.split('\t') {
                assert!(Declared::read(class, cell).is_some(), "{name} {cell}");
            }
        }
    }

    #[test]
    fn a_class_tells_what_it_declares_itself() {
        let list = ClassId::named("java.util.List");
        let index_of = methods(list).find(|method| method.name == "indexOf");
        let index_of = index_of.expect("lists declare it");
        assert_eq!(index_of.to_string(), "indexOf(java.lang.Object)");
        assert!(index_of.takes(&[ClassRef::of(ClassId::OBJECT)]) && !index_of.takes(&[]));
        assert!(methods(list).any(|method| method.name == "of" && method.is_static));
        assert!(methods(ClassId::ARRAY_LIST).all(|method| method.name != "containsAll"));
    }
}
