//! The rows of a class and of everything above it, for those who list members instead of calling them.

use super::args::unavailable;
use super::member::{Body, Constructor, Field, Method};
use super::whitelist::Permissions;
use super::{enums, hierarchy, members};
use crate::value::{ClassId, ClassRef};
use std::ptr::fn_addr_eq;

/// A row with the class that declares it.
#[derive(Clone, Copy)]
pub(crate) enum Row {
    Constructor(ClassId, &'static Constructor),
    /// A public method, and whether it is open for calls.
    Method(ClassId, &'static Method, bool),
    Field(ClassId, &'static Field),
    /// A constant of an enum, by name.
    Constant(ClassId, &'static str),
    /// The length of an array.
    Length,
}

impl Row {
    pub(crate) fn class(self) -> ClassId {
        match self {
            Row::Constructor(class, _)
            | Row::Method(class, ..)
            | Row::Field(class, _)
            | Row::Constant(class, _) => class,
            Row::Length => ClassId::OBJECT,
        }
    }

    /// Whether there is a function behind it.
    pub(crate) fn available(self) -> bool {
        let body = match self {
            Row::Constructor(_, row) => row.body,
            Row::Method(_, row, _) => row.body,
            Row::Field(_, row) => row.body,
            Row::Constant(..) | Row::Length => return true,
        };
        !fn_addr_eq(body, unavailable as Body)
    }
}

/// What can be used on the class and its instances, nearer classes first: open constructors and methods, and what can be
/// read without permission. Static members of an interface belong to the interface alone, and a name behind a map is a key.
pub(crate) fn rows(class: ClassRef, permissions: &Permissions) -> impl Iterator<Item = Row> {
    let length = class.is_array().then_some(Row::Length);
    let constants = match class.is_array() {
        true => &[][..],
        false => enums::constants(class.id),
    };
    let constants = constants
        .iter()
        .map(move |constant| Row::Constant(class.id, constant.name));
    let own = members(class.id).filter(|_| !class.is_array());
    let constructors = own.into_iter().flat_map(move |table| {
        let rows = table.constructors.iter().enumerate();
        rows.filter(move |(at, _)| permissions.constructs(table.class, *at))
            .map(move |(_, row)| Row::Constructor(table.class, row))
    });
    let above = hierarchy::ancestors(class).into_iter();
    let above = above.flat_map(move |from| declared(class, from, permissions));
    length
        .into_iter()
        .chain(constructors)
        .chain(constants)
        .chain(above)
}

fn declared(
    class: ClassRef,
    from: ClassId,
    permissions: &Permissions,
) -> impl Iterator<Item = Row> + '_ {
    let open = move |row: &'static Method| {
        let mut open = permissions.methods(from);
        open.any(|open| std::ptr::eq(open, row))
    };
    let foreign = from.is_interface() && from != class.id;
    let never = [ClassId::OBJECT, ClassId::CLASS].contains(&from);
    let is_map = class.id.is_a(ClassId::MAP);
    let methods = members(from).map_or(&[][..], |table| table.methods);
    let own = methods.iter().map(move |row| (row, open(row)));
    // what a line opens for a class that declares it once more
    let again = permissions
        .methods(from)
        .filter(move |row| !methods.iter().any(|own| std::ptr::eq(own, *row)))
        .map(|row| (row, true));
    let usable = move |(row, open): &(&'static Method, bool)| {
        let readable =
            row.params.is_empty() && !never && if row.is_static { !foreign } else { !is_map };
        !row.hidden && (*open || readable)
    };
    let fields = members(from).map_or(&[][..], |table| table.fields);
    own.chain(again)
        .filter(usable)
        .map(move |(row, open)| Row::Method(from, row, open))
        .chain(fields.iter().map(move |row| Row::Field(from, row)))
}
