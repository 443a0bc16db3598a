use super::*;
use crate::Limits;
use crate::value::host::{HeaderList, ParamList};
use crate::value::text::Text;
use crate::value::{ClassId, Owned};
use std::cell::RefCell;

#[test]
fn values_print_as_java_prints_them() {
    let arena = &Arena::default();
    let decimal = "1E+30".parse().unwrap();
    let list = arena
        .list(ClassId::ARRAY_LIST, &[Value::Null, Value::Str("a")])
        .unwrap();
    let map = arena
        .map(
            ClassId::LINKED_HASH_MAP,
            [(Value::Int(1), list), (Value::Null, Value::Char(0x41))],
        )
        .unwrap();
    let rows = [
        (Value::Null, "null"),
        (Value::Double(1e7), "1.0E7"),
        (Value::Float(0.1), "0.1"),
        (Value::Long(i64::MIN), "-9223372036854775808"),
        (Value::Byte(0), "0"),
        (Value::BigDec(&decimal), "1E+30"),
        (list, "[null, a]"),
        (map, "{1=[null, a], null=A}"),
        (
            Value::Class(ClassRef::of(ClassId::STRING)),
            "class java.lang.String",
        ),
        (
            Value::Class(ClassRef::of(ClassId::LIST)),
            "interface java.util.List",
        ),
        (Value::Class(ClassRef::of(ClassId::INT_P)), "int"),
        (
            Value::Class(ClassRef::array(ClassId::LIST)),
            "class [Ljava.util.List;",
        ),
        (
            arena.holder(Holder::Entry(ClassId::SIMPLE_ENTRY, Value::Int(1), list)),
            "1=[null, a]",
        ),
        (
            arena.holder(Holder::Optional(Some(list))),
            "Optional[[null, a]]",
        ),
        (arena.holder(Holder::Optional(None)), "Optional.empty"),
        (arena.holder(Holder::Builder(RefCell::new("text"))), "text"),
    ];
    for (value, expected) in rows {
        assert_eq!(value.to_string(), expected);
        assert_eq!(text(value, arena).unwrap(), expected);
    }
}

#[test]
fn what_has_no_text_shows_class_and_hash_code() {
    let arena = &Arena::default();
    let headers = HeaderList::from_iter([("a", "b")]);
    let params = ParamList::from_query("a=1&b&a=2");
    let array = arena.list(ClassRef::array(ClassId::INT_P), &[]).unwrap();
    let bean = Owned::bean("com.acme.Order", [("id", Owned::Int(1))]);
    let headers_text = "io.gravitee.gateway.api.http.DefaultHttpHeaders@e0";
    assert_eq!(Value::Headers(&headers).to_string(), headers_text);
    assert_eq!(Value::Params(&params).to_string(), "{a=[1, 2], b=[null]}");
    assert!(array.to_string().starts_with("[I@"));
    assert!(bean.to_string().starts_with("com.acme.Order@"));
}

fn put<'a>(list: Value<'a>, item: Value<'a>) {
    match list {
        Value::List(cell) => cell.items.borrow_mut()[0] = item,
        other => panic!("{other:?} is no list"),
    }
}

#[test]
fn collections_that_contain_themselves_say_so_or_end() {
    let arena = &Arena::default();
    let list = |item| arena.list(ClassId::ARRAY_LIST, &[item]).unwrap();
    let (outer, inner) = (list(Value::Null), list(Value::Null));
    put(inner, inner);
    assert_eq!(inner.to_string(), "[(this Collection)]");
    put(inner, outer);
    put(outer, inner);
    assert!(outer.to_string().ends_with("[[…"));
    assert_eq!(
        text(outer, arena).unwrap_err().code(),
        Some(Code::NESTING_TOO_DEEP)
    );
}

#[test]
fn texts_end_at_the_budget_of_the_evaluation() {
    let limits = Limits {
        produced_text: 10,
        ..Limits::default()
    };
    let arena = &Arena::new(limits);
    let items = [Value::Str("0123456789")];
    let list = arena.list(ClassId::ARRAY_LIST, &items).unwrap();
    assert_eq!(
        text(list, arena).unwrap_err().code(),
        Some(Code::TEXT_TOO_LARGE)
    );
}

#[test]
fn halves_of_a_character_meet_again() {
    let arena = &Arena::default();
    let mut builder = Builder::new(100);
    for unit in [0xD83D, 0xDE00] {
        write(Value::Char(unit), &mut builder).unwrap();
    }
    builder.str("x").unwrap();
    assert_eq!(builder.finish().as_text(), Text::Utf8("\u{1F600}x"));
    let list = arena
        .list(ClassId::ARRAY_LIST, &[Value::Char(0xD83D)])
        .unwrap();
    assert!(matches!(
        string(list, arena).unwrap(),
        Value::Wide([0x5B, 0xD83D, 0x5D])
    ));
    assert_eq!(text(list, arena).unwrap(), "[\u{FFFD}]");
    assert_eq!(list.to_string(), "[\u{FFFD}]");
}
