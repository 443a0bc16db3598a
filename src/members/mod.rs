//! What an expression can call and read, class by class: the tables that the engine itself works with.
//!
//! For tools that explain, complete or document. Properties need no permission; methods and constructors are those that a
//! [`Whitelist`] opens.
//!
//! ```
//! use gravitee_el::members::{Class, Kind};
//!
//! let date = Class::named("LocalDate").unwrap();
//! assert_eq!(date.name(), "java.time.LocalDate");
//! let members = date.members();
//! let plus = members.iter().find(|member| member.name == "plusDays").unwrap();
//! assert_eq!((plus.kind, plus.to_string().as_str()), (Kind::Method, "plusDays(long)"));
//! ```

mod host;
mod table;
#[cfg(test)]
mod tests;

use crate::diagnostic::similar;
use crate::java::whitelist::Whitelist;
use crate::java::{members, tables};
use crate::value::{ClassId, ClassRef, Owned, Value, convert};
use std::fmt;

/// A class or array class of Java.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class(ClassRef);

/// How a member is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `new Class(…)`
    Constructor,
    /// `T(Class).name(…)`, on an instance too.
    StaticMethod,
    /// `T(Class).name`
    StaticProperty,
    /// `value.name(…)`; without parameters it can also be read as `value.name`.
    Method,
    /// `value.name`
    Property,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Constructor => "constructor",
            Kind::StaticMethod => "static method",
            Kind::StaticProperty => "static property",
            Kind::Method => "method",
            Kind::Property => "property",
        })
    }
}

/// A member that an expression can use.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Member {
    /// How it is used.
    pub kind: Kind,
    /// Its name in an expression; of a constructor, that of the class.
    pub name: String,
    /// The class that declares it.
    pub declared_by: &'static str,
    /// The types of its parameters.
    pub params: Vec<String>,
    /// Whether the last parameter, an array, takes any number of arguments.
    pub varargs: bool,
    /// The type of the result; `None` where it is not known.
    pub returns: Option<String>,
    /// What it is, in a few words.
    pub doc: &'static str,
    /// Whether it works; otherwise using it ends with `EL2006E`.
    pub available: bool,
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::Property | Kind::StaticProperty => f.write_str(&self.name),
            Kind::Constructor => write!(f, "new {}({})", self.name, self.types()),
            Kind::Method | Kind::StaticMethod => write!(f, "{}({})", self.name, self.types()),
        }
    }
}

impl Member {
    /// The types of the parameters, separated by commas, a variable list with `...`.
    fn types(&self) -> String {
        let mut types = self.params.join(", ");
        if self.varargs && types.ends_with("[]") {
            types.truncate(types.len() - "[]".len());
            types.push_str("...");
        }
        types
    }
}

impl Class {
    /// The class that a name stands for: a full name (`java.util.Map$Entry`), the last part of one (`LocalDate`), a type of
    /// recorded values (`int`, `list`, `headers`, `request` …), each also with `[]`.
    pub fn named(name: &str) -> Option<Class> {
        if let Some(component) = name.strip_suffix("[]") {
            return Class::element(component).map(|class| Class(class.array_of()));
        }
        host::value_type(name)
            .map(ClassRef::of)
            .or_else(|| Class::element(name))
            .map(|class| Class(class.boxed()))
    }

    fn element(name: &str) -> Option<ClassRef> {
        if let Some(component) = name.strip_suffix("[]") {
            return Class::element(component).map(ClassRef::array_of);
        }
        let simple = |table: &ClassId| table.simple_name() == name;
        let mut known = tables().map(|table| table.class);
        let known = known.find(simple).map(ClassRef::of);
        known.or_else(|| convert::target(name))
    }

    /// The names of classes that a name that is none may mean.
    pub fn similar(name: &str) -> Vec<String> {
        let simple = tables().map(|table| table.class.simple_name());
        let full = tables().map(|table| table.class.name());
        similar::nearest(name, simple.chain(full).chain(host::value_types()))
    }

    /// The class of a value; null has none.
    pub fn of(value: &Value<'_>) -> Option<Class> {
        value.class().map(Class)
    }

    /// The class of a value that outlived its evaluation; null has none.
    pub fn of_owned(value: &Owned) -> Option<Class> {
        Class::of(&value.lend())
    }

    /// The classes that have members of their own, by name.
    pub fn all() -> Vec<Class> {
        let mut all: Vec<ClassId> = tables().map(|table| table.class).collect();
        all.extend(host::CLASSES);
        all.sort_by_key(|class| class.name());
        all.into_iter()
            .map(|class| Class(ClassRef::of(class)))
            .collect()
    }

    /// The full name: `java.lang.String`, `int[]`.
    pub fn name(&self) -> String {
        self.0.display()
    }

    /// Whether an instance of this class may stand where one of the other is asked; a boxed number may stand for its
    /// primitive type.
    pub fn is_a(&self, other: &Class) -> bool {
        self.0.is_a(other.0.boxed())
    }

    /// What an expression can use on the class and its instances, inherited members included, without configuration.
    pub fn members(&self) -> Vec<Member> {
        self.members_under(&Whitelist::default())
    }

    /// What an expression can use under another whitelist than the built-in one.
    pub fn members_under(&self, whitelist: &Whitelist) -> Vec<Member> {
        table::members_of(self.0, &whitelist.permissions())
    }

    /// What the class itself declares of that.
    pub fn own_members(&self) -> Vec<Member> {
        let mut members = self.members();
        members.retain(|member| member.declared_by == self.0.id.name());
        members
    }

    /// Whether the class itself has members.
    pub fn has_table(&self) -> bool {
        self.0.dims == 0 && (members(self.0.id).is_some() || host::CLASSES.contains(&self.0.id))
    }
}
