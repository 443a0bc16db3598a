//! The lists that tools get.

use super::{Class, Kind, Member};
use crate::whitelist::{Mode, Whitelist};
use crate::{Arena, Context, Engine, Type};

fn find(members: &[Member], kind: Kind, shown: &str) -> Option<Member> {
    let mut members = members.iter();
    members
        .find(|member| member.kind == kind && member.to_string() == shown)
        .cloned()
}

#[test]
fn classes_have_names_of_three_sorts() {
    for (name, expected) in [
        ("java.time.LocalDate", Some("java.time.LocalDate")),
        ("LocalDate", Some("java.time.LocalDate")),
        ("localdate", Some("java.time.LocalDate")),
        ("Date", Some("java.util.Date")),
        ("Map.Entry", None),
        ("Map$Entry", Some("java.util.Map$Entry")),
        ("int", Some("java.lang.Integer")),
        ("int[]", Some("int[]")),
        ("String[][]", Some("java.lang.String[][]")),
        ("list", Some("java.util.ArrayList")),
        (
            "request",
            Some("io.gravitee.gateway.reactive.api.el.EvaluableRequest"),
        ),
        ("nope", None),
        ("", None),
    ] {
        let found = Class::named(name).map(|class| class.name());
        assert_eq!(found.as_deref(), expected, "{name}");
    }
    assert_eq!(Class::similar("LocalDat"), ["LocalDate"]);
}

#[test]
fn a_class_lists_what_it_inherits() {
    let members = Class::named("list").expect("there are lists").members();
    for (kind, shown, by) in [
        (Kind::Method, "get(int)", "java.util.List"),
        (Kind::Method, "size()", "java.util.Collection"),
        (Kind::Method, "toString()", "java.lang.Object"),
        (Kind::Property, "stream", "java.util.Collection"),
    ] {
        let found = find(&members, kind, shown).unwrap_or_else(|| panic!("{shown} is missing"));
        assert_eq!(found.declared_by, by, "{shown}");
    }
    assert!(find(&members, Kind::Method, "indexOf(java.lang.Object)").is_none());
}

#[test]
fn what_is_static_shows_so() {
    let members = Class::named("Integer")
        .expect("there are integers")
        .members();
    assert!(find(&members, Kind::StaticMethod, "parseInt(java.lang.String)").is_some());
    assert!(find(&members, Kind::Constructor, "new Integer(int)").is_some());
    let max = find(&members, Kind::StaticProperty, "MAX_VALUE").expect("integers have a largest");
    assert_eq!(max.returns.as_deref(), Some("java.lang.Integer"));
    let units = Class::named("java.time.temporal.ChronoUnit").expect("there are units");
    assert!(find(&units.members(), Kind::StaticProperty, "DAYS").is_some());
}

#[test]
fn variable_lists_are_written_with_dots() {
    let members = Class::named("String").expect("there are strings").members();
    assert!(find(&members, Kind::Method, "formatted(java.lang.Object...)").is_some());
}

#[test]
fn arrays_have_a_length() {
    let members = Class::named("int[]").expect("there are arrays").members();
    assert!(find(&members, Kind::Property, "length").is_some());
    assert!(find(&members, Kind::Method, "toString()").is_some());
}

#[test]
fn another_whitelist_opens_and_closes() {
    let optional = Class::named("Optional").expect("there are optionals");
    assert!(find(&optional.members(), Kind::Method, "isPresent()").is_none());
    let whitelist = Whitelist::parse(Mode::Replace, ["method java.util.Optional isPresent"]);
    let members = optional.members_under(&whitelist);
    assert!(find(&members, Kind::Method, "isPresent()").is_some());
    assert!(find(&members, Kind::Method, "toString()").is_none());
}

#[test]
fn a_value_knows_its_class() {
    let template = Engine::new().compile("{(1L)}").expect("it parses");
    let (context, arena) = (Context::new(), Arena::default());
    let value = template
        .eval_in(&context, Type::OBJECT, &arena)
        .expect("it is a number");
    assert_eq!(
        Class::of(&value).map(|class| class.name()).as_deref(),
        Some("java.lang.Long")
    );
}

#[test]
fn every_member_is_described() {
    for class in Class::all() {
        assert!(class.has_table(), "{}", class.name());
        for member in class.members() {
            assert!(
                !member.doc.is_empty() && !member.name.is_empty(),
                "{} {member}",
                class.name()
            );
        }
    }
}
