//! The Java classes that expressions reach.
//!
//! Each class has one table of its members: name, parameter types, whether the sandbox lets an expression call it, the
//! function, a line of documentation. Whitelist, overload choice, property reads, suggestions and documentation read the same table.

mod args;
mod call;
pub(crate) mod codec;
mod construct;
mod conversion;
mod declared;
mod enums;
pub(crate) mod environment;
mod format;
mod gateway;
mod hierarchy;
mod lang;
mod listing;
mod math;
mod member;
mod net;
mod nio;
pub(crate) mod object;
mod property;
mod refusal;
pub(crate) mod regex;
mod resolve;
mod signature;
mod suggest;
mod text;
mod textual;
pub(crate) mod thrown;
pub(crate) mod time;
mod types;
mod util;
pub mod whitelist;

pub(crate) use call::{Resolved, invoke, is_open_to_texts};
pub(crate) use construct::construct;
pub(crate) use environment::Environment;
#[cfg(test)]
pub(crate) use hierarchy::ancestors;
pub(crate) use listing::{Row, rows};
pub(crate) use member::{Call, Field, Members, Method};
pub(crate) use property::property;
pub(crate) use suggest::short as property_name;
pub(crate) use types::{array_component, type_ref};

use crate::value::ClassId;
use std::sync::LazyLock;

/// The tables of all classes.
static TABLES: &[&[&[&Members]]] = &[
    &[&[&enums::MEMBERS]],
    gateway::TABLES,
    lang::TABLES,
    math::TABLES,
    net::TABLES,
    nio::TABLES,
    text::TABLES,
    textual::TABLES,
    time::members::TABLES,
    util::TABLES,
];

/// Stands for types that no value of an expression can have.
pub(crate) const UNREACHABLE: ClassId = signature::UNREACHABLE.id;

/// All tables.
pub(crate) fn tables() -> impl Iterator<Item = &'static Members> {
    TABLES.iter().copied().flatten().copied().flatten().copied()
}

/// The table of a class, if it has one.
pub(crate) fn members(class: ClassId) -> Option<&'static Members> {
    static BY_CLASS: LazyLock<Vec<Option<&'static Members>>> = LazyLock::new(|| {
        let mut by_class = Vec::new();
        for table in tables() {
            let at = usize::from(table.class.0);
            by_class.resize(by_class.len().max(at + 1), None);
            by_class[at] = Some(table);
        }
        by_class
    });
    BY_CLASS.get(usize::from(class.0)).copied().flatten()
}

#[cfg(test)]
mod tests;
