//! `docs/members.md` is written from the tables; `UPDATE_DOCS=1 cargo test document` writes it anew.

use super::coverage::{Row, offered_here, rows};
use crate::java::members;
use crate::members::{Class, Kind, Member};
use crate::value::{ClassId, ClassRef};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

const INTRODUCTION: &str = "# Members\n\n\
    What expressions can call and read, class by class, written from the tables that the engine works with\n\
    (`UPDATE_DOCS=1 cargo test document` writes this file). `gravel members LocalDate` shows the same for one class with\n\
    everything it inherits, `gravel members '{#request.headers}'` for what an expression gives.\n\n\
    Constructors and methods are those of the built-in whitelist. A property needs no permission: `value.name` reads the\n\
    getter `getName()` or `isName()`, else the method `name()` without parameters, else a field, of any class; behind a\n\
    map, a name is a key. A method without parameters can therefore be read without its parentheses too. A type that no\n\
    value can have shows as `?`.\n";

fn document() -> String {
    let mut text = INTRODUCTION.to_owned();
    for class in Class::all() {
        section(&mut text, class);
    }
    missing(&mut text);
    text
}

fn section(text: &mut String, class: Class) {
    let members = class.own_members();
    if members.is_empty() {
        return;
    }
    let above = above(&class);
    let _ = writeln!(text, "\n## {}\n", class.name());
    if !above.is_empty() {
        let above: Vec<String> = above.iter().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(text, "Inherits from {}.\n", above.join(", "));
    }
    let _ = writeln!(text, "| member | result | |\n|---|---|---|");
    for member in members {
        let _ = writeln!(text, "{}", line(&member));
    }
}

/// The classes above that have members; every class is an `Object`.
fn above(class: &Class) -> Vec<&'static str> {
    let id = ClassId::by_name(&class.name());
    let above = id.into_iter().flat_map(|id| {
        let all = crate::java::ancestors(ClassRef::of(id)).into_iter();
        all.filter(move |above| ![id, ClassId::OBJECT].contains(above))
    });
    above
        .filter(|above| members(*above).is_some())
        .map(ClassId::name)
        .collect()
}

fn line(member: &Member) -> String {
    let usage = match member.kind {
        Kind::Constructor => member.to_string(),
        Kind::StaticMethod | Kind::StaticProperty => format!("T(…).{member}"),
        Kind::Method | Kind::Property => format!(".{member}"),
    };
    let result = match (&member.returns, member.kind) {
        (Some(class), kind) if kind != Kind::Constructor => format!("`{class}`"),
        _ => String::new(),
    };
    let doc = match member.available {
        true => member.doc.to_owned(),
        false => format!("{}; not available here (`EL2006E`)", member.doc),
    };
    format!("| `{usage}` | {result} | {} |", doc.replace('|', "\\|"))
}

/// Beans of the gateway, whose properties are the host's and stand in no table.
const BEANS: [&str; 2] = [
    "io.gravitee.gateway.reactive.api.el.",
    "io.gravitee.gateway.api.el.EvaluableSSLSession",
];

/// What Java has and this engine does not, by tier and class.
fn missing(text: &mut String) {
    let _ = writeln!(text, "\n## Not here\n");
    let _ = writeln!(
        text,
        "Members that the reference reaches and this engine does not have. T1 is needed from day one, T2 soon after, T3 is\n\
         rare. Calling or reading one is an error, never a wrong answer."
    );
    for tier in ["T1", "T2", "T3"] {
        let mut by_class: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let wanted = rows().filter(|row| row.tier == tier && !row.kind.starts_with("hidden"));
        let wanted = wanted.filter(|row| !BEANS.iter().any(|bean| row.class.starts_with(bean)));
        for row in wanted.filter(|row| !offered_here(row)) {
            by_class.entry(row.class).or_default().push(named(&row));
        }
        let count: usize = by_class.values().map(Vec::len).sum();
        let _ = writeln!(text, "\n### {tier}: {count}\n");
        for (class, names) in by_class {
            let _ = writeln!(text, "- `{class}`: {}", names.join(", "));
        }
    }
}

fn named(row: &Row) -> String {
    match row.kind {
        "new" => format!("`new({})`", row.params),
        "static" => format!("`T(…).{}({})`", row.name, row.params),
        "instance" => format!("`.{}({})`", row.name, row.params),
        "field" | "static-property" => format!("`T(…).{}`", row.name),
        _ => format!("`.{}`", row.name),
    }
}

#[test]
fn the_document_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/members.md");
    let wanted = document();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &wanted).expect("the document can be written");
    }
    let there = std::fs::read_to_string(&path).expect("there is a document");
    let stale = there.lines().zip(wanted.lines()).find(|(a, b)| a != b);
    assert!(
        there == wanted,
        "docs/members.md is not current, first at {stale:?}; `UPDATE_DOCS=1 cargo test document` writes it"
    );
}

#[test]
fn every_row_of_the_list_has_a_tier() {
    for row in rows().filter(|row| !row.kind.starts_with("hidden")) {
        assert!(
            ["T1", "T2", "T3"].contains(&row.tier),
            "{} {}",
            row.class,
            row.name
        );
    }
}
