//! Enums: every public one has its constants here, whether or not it has members of its own.

use super::args::{class_cast, class_value, ok};
use super::member::{Call, Members, p};
use super::object::{described_enum, identity_hash};
use super::signature::{CLASS, INT, OPTIONAL, STRING};
use crate::value::enum_constant::EnumConstant;
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Enum classes with their constants in order; a constant that prints otherwise than by its name has the text behind `=`.
const LIST: &str = include_str!("enums.tsv");

#[rustfmt::skip]
pub(super) static MEMBERS: Members = Members::of(ClassId::ENUM).methods(&[
    p("name", STRING, |_, t, _| Ok(Value::Str(constant(t)?.name)), "the name of the constant"),
    p("ordinal", INT, |_, t, _| ok(constant(t)?.ordinal), "the place of the constant among the others"),
    p("getDeclaringClass", CLASS, |_, t, _| class_value(ClassRef::of(constant(t)?.class)), "the class of the enum"),
    p("toString", STRING, |_, t, _| Ok(Value::Str(constant(t)?.text)), "the constant as text"),
    p("hashCode", INT, |_, t, _| ok(identity_hash(constant(t)?.class).wrapping_add(constant(t)?.ordinal)), "a number of this constant"),
    p("describeConstable", OPTIONAL, |c, t, _| Ok(described_enum(c, &constant(t)?)), "a description of the constant"),
]);

/// The constant of that name.
pub(super) fn named(class: ClassId, name: &str) -> Option<&'static EnumConstant> {
    constants(class)
        .iter()
        .find(|constant| constant.name == name)
}

/// The constants of an enum in order; none for other classes.
pub(super) fn constants(class: ClassId) -> &'static [EnumConstant] {
    static CONSTANTS: LazyLock<HashMap<ClassId, Vec<EnumConstant>>> =
        LazyLock::new(|| LIST.lines().filter_map(parse).collect());
    CONSTANTS.get(&class).map_or(&[], Vec::as_slice)
}

fn parse(line: &'static str) -> Option<(ClassId, Vec<EnumConstant>)> {
    let (class_name, constants) = line.split_once('\t')?;
    let class = ClassId::by_name(class_name)?;
    let constant = |(ordinal, cell): (usize, &'static str)| {
        let (name, text) = cell.split_once('=').unwrap_or((cell, cell));
        EnumConstant {
            class,
            class_name,
            name,
            text,
            ordinal: ordinal as i32,
        }
    };
    Some((
        class,
        constants.split('\t').enumerate().map(constant).collect(),
    ))
}

/// The constant at a place of an enum, as a value.
pub(super) fn at<'a>(call: &Call<'a>, class: ClassId, ordinal: i32) -> Value<'a> {
    let found = usize::try_from(ordinal)
        .ok()
        .and_then(|ordinal| constants(class).get(ordinal));
    found.map_or(Value::Null, |constant| call.arena.object(*constant))
}

/// All constants as an array.
pub(super) fn values<'a>(call: &Call<'a>, class: ClassId) -> Outcome<Value<'a>> {
    let all: Vec<Value<'a>> = constants(class)
        .iter()
        .map(|constant| call.arena.object(*constant))
        .collect();
    call.arena.list(ClassRef::array(class), &all)
}

/// The constant that a value is.
pub(super) fn constant(value: Value<'_>) -> Outcome<EnumConstant> {
    value
        .instance()
        .copied()
        .ok_or_else(|| class_cast(value, "java.lang.Enum"))
}

/// The place of an argument among the constants of its enum.
pub(super) fn ordinal(args: &[Value<'_>], at: usize) -> Outcome<usize> {
    let value = super::args::object(args, at)?;
    Ok(constant(value)?.ordinal as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_known_enum() {
        for line in LIST.lines() {
            assert!(
                parse(line).is_some_and(|(class, _)| class.is_a(ClassId::ENUM)),
                "{line}"
            );
        }
    }

    #[test]
    fn units_print_otherwise_than_they_are_called() {
        let days = named(ClassId::CHRONO_UNIT, "DAYS");
        assert_eq!(
            days.map(|days| (days.text, days.ordinal)),
            Some(("Days", 7))
        );
    }
}
