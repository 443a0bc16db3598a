//! Every member that the reference opens has a row with the same signature.
//!
//! The list comes from Java itself. What this engine knows but does not offer is named here, so that nothing is forgotten
//! in silence; offering it means to shorten this list.

use crate::java::args::unavailable;
use crate::java::member::{Body, Call, Members, Method};
use crate::java::property::{Reader, reader};
use crate::java::{members, tables};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};
use std::collections::BTreeSet;
use std::ptr::fn_addr_eq;

const LIST: &str = include_str!("members.tsv");

/// Classes of the list without a table yet.
const WITHOUT_TABLE: &[&str] = &[];

/// Classes whose objects the gateway hands in: what they have is asked of them, not of a table.
const BEANS: &[&str] = &[
    "io.gravitee.gateway.api.el.EvaluableSSLSession",
    "io.gravitee.gateway.reactive.api.el.EvaluableMessage",
    "io.gravitee.gateway.reactive.api.el.EvaluableRequest",
    "io.gravitee.gateway.reactive.api.el.EvaluableResponse",
];

/// Stands for what needs no row.
fn offered<'a>(_: &Call<'a>, this: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    Ok(this)
}

/// One row of the list.
pub(super) struct Row {
    pub(super) class: &'static str,
    pub(super) kind: &'static str,
    pub(super) name: &'static str,
    pub(super) params: &'static str,
    pub(super) returns: &'static str,
    /// How much it matters: `T1` is needed from day one, `T3` is rare.
    pub(super) tier: &'static str,
}

impl Row {
    fn shown(&self) -> String {
        format!(
            "{} {} {}({})",
            self.class, self.kind, self.name, self.params
        )
    }
}

pub(super) fn rows() -> impl Iterator<Item = Row> {
    let mut class = "";
    LIST.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(move |line| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or("");
            let (kind, name, params, returns) = (cell(), cell(), cell(), cell());
            let tier = cell();
            if kind == "class" {
                class = name;
                return None;
            }
            Some(Row {
                class,
                kind,
                name,
                params,
                returns,
                tier,
            })
        })
}

fn class_ref(name: &str) -> ClassRef {
    let name = name
        .strip_suffix("...")
        .map_or(name.to_owned(), |of| format!("{of}[]"));
    let element = name.trim_end_matches("[]");
    let id = ClassId::by_name(element).unwrap_or(crate::java::signature::UNREACHABLE.id);
    ClassRef {
        id,
        dims: ((name.len() - element.len()) / 2) as u8,
    }
}

fn params(row: &Row) -> Vec<ClassRef> {
    row.params
        .split(',')
        .filter(|name| !name.is_empty())
        .map(class_ref)
        .collect()
}

/// Whether a row of the list has a function here.
pub(super) fn offered_here(row: &Row) -> bool {
    found(row).is_some_and(|body| !fn_addr_eq(body, unavailable as Body))
}

/// The function behind a row of the list, if a table has it with this signature.
fn found(row: &Row) -> Option<Body> {
    let class = class_ref(row.class);
    let table = || members(class.id);
    match row.kind {
        "static" | "instance" => method(table()?, row, false).map(|method| method.body),
        "hidden-static" | "hidden" => method(table()?, row, true).map(|method| method.body),
        "new" => {
            let mut constructors = table()?.constructors.iter();
            constructors
                .find(|known| known.params == params(row))
                .map(|known| known.body)
        }
        // A class has the fields of the classes above it, too.
        "field" => match reader(class, true, row.name)? {
            Reader::Field(field) => Some(field.body),
            _ => None,
        },
        _ => match reader(class, row.kind == "static-property", row.name)? {
            Reader::Method(method) => {
                (method.returns == class_ref(row.returns)).then_some(method.body)
            }
            Reader::Field(field) => Some(field.body),
            Reader::Constant(_) | Reader::Constants(_) => Some(offered),
        },
    }
}

fn method(table: &'static Members, row: &Row, hidden: bool) -> Option<&'static Method> {
    let varargs = row.params.ends_with("...");
    table.methods.iter().find(|method| {
        method.name == row.name
            && method.params == params(row)
            && method.is_static == row.kind.contains("static")
            && method.hidden == hidden
            && method.allowed
            && (hidden || (method.varargs == varargs && method.returns == class_ref(row.returns)))
    })
}

/// Members that have a row and answer `EL2006E`; the number only falls.
const NOT_AVAILABLE: usize = 13;

#[test]
fn every_member_of_java_has_its_row() {
    let of_bean = |row: &Row| row.kind == "property" && BEANS.contains(&row.class);
    let listed = rows().filter(|row| !WITHOUT_TABLE.contains(&row.class) && !of_bean(row));
    let missing: Vec<String> = listed
        .filter(|row| found(row).is_none())
        .map(|row| row.shown())
        .collect();
    assert!(missing.is_empty(), "no row has:\n{}", missing.join("\n"));
}

#[test]
fn what_is_not_available_is_named() {
    let unavailable_now: BTreeSet<String> = rows()
        .filter(|row| !row.kind.starts_with("hidden"))
        .filter(|row| found(row).is_some_and(|body| fn_addr_eq(body, unavailable as Body)))
        .map(|row| row.shown())
        .collect();
    println!("not available: {unavailable_now:#?}");
    assert!(
        unavailable_now.len() <= NOT_AVAILABLE,
        "{} members are not available, {NOT_AVAILABLE} before",
        unavailable_now.len()
    );
}

#[test]
fn classes_without_table_have_none() {
    for name in WITHOUT_TABLE {
        assert!(
            ClassId::by_name(name).and_then(members).is_none(),
            "{name} has a table"
        );
    }
}

#[test]
fn the_whitelist_opens_nothing_else() {
    for table in tables() {
        for method in table
            .methods
            .iter()
            .filter(|method| method.allowed && !method.hidden)
        {
            let known = rows().any(|row| {
                row.class == table.class.name()
                    && row.name == method.name
                    && (row.kind == "static" || row.kind == "instance")
                    && params(&row) == method.params
            });
            assert!(
                known,
                "{}.{} {:?}",
                table.class.name(),
                method.name,
                method.params
            );
        }
    }
}

#[test]
fn signatures_are_unique_in_a_table() {
    for table in tables() {
        let mut seen = BTreeSet::new();
        for method in table.methods {
            let signature = format!("{}{:?}", method.name, method.params);
            assert!(
                seen.insert(signature),
                "{}.{} twice",
                table.class.name(),
                method.name
            );
        }
    }
}

#[test]
fn a_class_has_one_table() {
    let mut seen = BTreeSet::new();
    for table in tables() {
        assert!(seen.insert(table.class), "{} twice", table.class.name());
    }
}

#[test]
fn every_open_member_is_documented() {
    for table in tables() {
        for method in table.methods.iter().filter(|method| !method.hidden) {
            let doc = method.doc;
            assert!(
                !doc.is_empty() && !doc.ends_with('.'),
                "{}.{}",
                table.class.name(),
                method.name
            );
        }
    }
}
