use super::*;
use crate::value::{Arena, ClassRef, Holder};
use Relation::{Ge, Gt, Le, Lt};
use std::cell::RefCell;

/// Left, relation, right; `true`, `false`, or why they have no order.
fn check(a: Value<'_>, relation: Relation, b: Value<'_>, expected: &str) {
    let answer = match relational(relation, a, b) {
        Ok(holds) => holds.to_string(),
        Err(fault) => fault
            .cause
            .as_ref()
            .map_or("no order", |cause| cause.class)
            .to_owned(),
    };
    assert_eq!(answer, expected, "{a:?} {relation:?} {b:?}");
}

#[test]
fn relations_follow_the_reference() {
    let arena = &Arena::default();
    let builder = arena.holder(Holder::Builder(RefCell::new("b")));
    let list = arena.list(ClassId::ARRAY_LIST, &[]).unwrap();
    let big = 10.into();
    let rows = [
        (Value::Int(1), Lt, Value::Long(2), "true"),
        (Value::Int(10), Ge, Value::BigInt(&big), "true"),
        (Value::Double(f64::NAN), Le, Value::Int(1), "false"),
        (Value::Double(f64::NAN), Gt, Value::Int(1), "false"),
        (Value::Str("10"), Lt, Value::Str("9"), "true"),
        (Value::Str("é"), Gt, Value::Str("z"), "true"),
        (Value::Str("\u{1F600}"), Lt, Value::Str("\u{FFFF}"), "true"),
        (Value::Bool(false), Lt, Value::Bool(true), "true"),
        (Value::Char(0x61), Lt, Value::Char(0x62), "true"),
        (builder, Lt, Value::Str("z"), "true"),
        (builder, Le, Value::Str("z"), "ClassCastException"),
        (builder, Ge, builder, "true"),
        (Value::Null, Lt, list, "true"),
        (Value::Int(1), Gt, Value::Null, "true"),
        (Value::Null, Le, Value::Null, "true"),
        (Value::Int(1), Lt, Value::Str("2"), "ClassCastException"),
        (Value::Char(0x61), Lt, Value::Str("b"), "ClassCastException"),
        (Value::Bool(true), Lt, Value::Int(1), "ClassCastException"),
        (list, Lt, list, "no order"),
        (list, Lt, Value::Int(1), "no order"),
        (
            Value::Class(ClassRef::of(ClassId::LIST)),
            Lt,
            Value::Int(1),
            "no order",
        ),
    ];
    for (a, relation, b, expected) in rows {
        check(a, relation, b, expected);
    }
}

#[test]
fn a_decimal_has_no_order_with_nan() {
    let decimal = "1.0".parse().unwrap();
    let fault = relational(Lt, Value::BigDec(&decimal), Value::Double(f64::NAN)).unwrap_err();
    assert_eq!(
        (fault.code(), fault.thrown().class),
        (None, "NumberFormatException")
    );
}

#[test]
fn between_compares_the_upper_bound_last() {
    let arena = &Arena::default();
    let of = |items: &[_]| arena.list(ClassId::ARRAY_LIST, items).unwrap();
    let (one, two, text) = (Value::Int(1), Value::Int(2), Value::Str("x"));
    let rows = [
        (Value::Double(1.5), of(&[one, two]), Some(true)),
        (two, of(&[one, two]), Some(true)),
        (one, of(&[two, one]), Some(false)),
        (Value::Null, of(&[one, two]), Some(false)),
        (Value::Null, of(&[Value::Null, two]), Some(true)),
        (Value::Int(0), of(&[one, text]), Some(false)),
        (one, of(&[one, Value::Null]), Some(false)),
        (text, of(&[one, two]), None),
        (Value::Double(f64::NAN), of(&[one, two]), Some(false)),
    ];
    for (value, bounds, expected) in rows {
        assert_eq!(
            between(value, bounds).ok(),
            expected,
            "{value:?} between {bounds:?}"
        );
    }
    let array = arena
        .list(ClassRef::array(ClassId::INT_P), &[one, two])
        .unwrap();
    for wrong in [of(&[one]), of(&[one, one, two]), array, Value::Null] {
        assert_eq!(
            between(one, wrong).unwrap_err().code(),
            Some(Code::BETWEEN_OPERAND)
        );
    }
}
