//! From the rows of the tables to the list of what can be used.

use super::{Kind, Member, host};
use crate::java::whitelist::Permissions;
use crate::java::{Call, Environment, Field, Method, Row, rows};
use crate::value::{Arena, ClassId, ClassRef};
use std::collections::HashSet;

/// Everything that can be used on a class and its instances, by kind and name.
pub(super) fn members_of(class: ClassRef, permissions: &Permissions) -> Vec<Member> {
    let mut seen = HashSet::new();
    let mut found: Vec<Member> = host::members(class)
        .chain(rows(class, permissions).filter_map(member))
        .filter(|member| seen.insert((member.kind, member.to_string())))
        .collect();
    found.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    found
}

fn member(row: Row) -> Option<Member> {
    let named = |kind, name: &str, doc| Member {
        kind,
        name: name.to_owned(),
        declared_by: row.class().name(),
        params: Vec::new(),
        varargs: false,
        returns: None,
        doc,
        available: row.available(),
    };
    Some(match row {
        Row::Constructor(class, constructor) => Member {
            params: types(constructor.params),
            varargs: constructor.varargs,
            returns: Some(class.name().to_owned()),
            ..named(Kind::Constructor, class.simple_name(), constructor.doc)
        },
        Row::Method(_, method, open) => Member {
            params: types(method.params),
            varargs: method.varargs,
            returns: Some(shown(method.returns)),
            ..named(kind(method, open)?, &usable_name(method, open), method.doc)
        },
        Row::Field(_, field) => Member {
            returns: type_of(field),
            ..named(Kind::StaticProperty, field.name, field.doc)
        },
        Row::Constant(class, name) => Member {
            returns: Some(class.name().to_owned()),
            ..named(Kind::StaticProperty, name, "a constant")
        },
        Row::Length => Member {
            declared_by: "array",
            returns: Some("int".to_owned()),
            ..named(Kind::Property, "length", "the number of elements")
        },
    })
}

/// The name of a method where it can be called, else of the property that it is read as.
fn usable_name(method: &Method, open: bool) -> String {
    match open {
        true => method.name.to_owned(),
        false => crate::java::property_name(method.name),
    }
}

/// How a method is used; a closed one is read as a property if it has no parameters, else not at all.
fn kind(method: &Method, open: bool) -> Option<Kind> {
    match (open, method.is_static) {
        (true, true) => Some(Kind::StaticMethod),
        (true, false) => Some(Kind::Method),
        (false, _) if !method.params.is_empty() => None,
        (false, true) => Some(Kind::StaticProperty),
        (false, false) => Some(Kind::Property),
    }
}

fn types(params: &[ClassRef]) -> Vec<String> {
    params.iter().map(|param| shown(*param)).collect()
}

/// The name of a type; one that no value can have shows as a question mark.
fn shown(class: ClassRef) -> String {
    match class.id == crate::java::UNREACHABLE {
        true => "?".to_owned(),
        false => class.display(),
    }
}

/// The class of what a field holds.
fn type_of(field: &Field) -> Option<String> {
    let (arena, environment) = (Arena::default(), Environment::default());
    let call = Call {
        arena: &arena,
        environment: &environment,
    };
    let value = (field.body)(&call, crate::value::Value::Null, &[]).ok()?;
    let class = value.class()?;
    Some(match class.id {
        ClassId::CLASS => "java.lang.Class".to_owned(),
        _ => class.display(),
    })
}
