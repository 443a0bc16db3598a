use super::*;
use crate::value::host::{HeaderList, ParamList};
use crate::value::{Arena, ClassId, ClassRef, Holder};
use bigdecimal::num_bigint::BigInt;
use std::cell::RefCell;

fn decimal(text: &str) -> BigDecimal {
    text.parse().unwrap()
}

#[test]
fn scalars_equal_within_their_class_only() {
    let (one, one_point_zero) = (decimal("1"), decimal("1.0"));
    let equal = [
        (Value::Null, Value::Null),
        (Value::Double(f64::NAN), Value::Double(f64::NAN)),
        (Value::Str("a"), Value::Str("a")),
    ];
    let different = [
        (Value::Null, Value::Bool(false)),
        (Value::Int(1), Value::Long(1)),
        (Value::Double(0.0), Value::Double(-0.0)),
        (Value::Char(0x61), Value::Str("a")),
        (Value::BigDec(&one), Value::BigDec(&one_point_zero)),
    ];
    for (a, b) in equal {
        assert!(equals(a, b), "{a:?} {b:?}");
    }
    for (a, b) in different {
        assert!(!equals(a, b), "{a:?} {b:?}");
    }
}

#[test]
fn the_operator_promotes_numbers_and_reads_char_sequences() {
    let arena = &Arena::default();
    let (one, one_point_zero) = (decimal("1"), decimal("1.0"));
    let builder = arena.holder(Holder::Builder(RefCell::new("a")));
    let rows = [
        (Value::Int(1), Value::Long(1), true),
        (Value::Double(0.0), Value::Double(-0.0), true),
        (Value::Double(f64::NAN), Value::Double(f64::NAN), false),
        (Value::Float(0.1), Value::Double(0.1), false),
        (Value::BigDec(&one), Value::BigDec(&one_point_zero), true),
        (Value::Int(1), Value::Str("1"), false),
        (builder, Value::Str("a"), true),
        (Value::Char(0x61), Value::Str("a"), false),
        (Value::Null, Value::Null, true),
        (Value::Null, Value::Int(0), false),
    ];
    for (a, b, expected) in rows {
        assert_eq!(same(a, b).unwrap(), expected, "{a:?} {b:?}");
    }
    let fault = same(Value::BigDec(&one), Value::Double(f64::NAN)).unwrap_err();
    assert_eq!(fault.thrown().class, "NumberFormatException");
}

#[test]
fn lists_equal_lists_and_sets_equal_sets() {
    let arena = &Arena::default();
    let of = |class: ClassId, items: &[_]| arena.list(class, items).unwrap();
    let (one, two) = (Value::Int(1), Value::Int(2));
    let list = of(ClassId::ARRAY_LIST, &[one, two]);
    let rows = [
        (list, of(ClassId::UNMODIFIABLE_LIST, &[one, two]), true),
        (list, of(ClassId::ARRAY_LIST, &[two, one]), false),
        (list, of(ClassId::ARRAY_LIST, &[one]), false),
        (list, of(ClassId::LINKED_HASH_SET, &[one, two]), false),
        (
            of(ClassId::HASH_SET, &[one, two]),
            of(ClassId::LINKED_HASH_SET, &[two, one]),
            true,
        ),
        (
            of(ClassId::LINKED_VALUES, &[one]),
            of(ClassId::LINKED_VALUES, &[one]),
            false,
        ),
    ];
    for (a, b, expected) in rows {
        assert_eq!(equals(a, b), expected, "{a:?} {b:?}");
    }
    let many: Vec<_> = (0..100).map(Value::Int).collect();
    let reverse: Vec<_> = many.iter().rev().copied().collect();
    assert!(equals(
        of(ClassId::HASH_SET, &many),
        of(ClassId::HASH_SET, &reverse)
    ));
    assert!(!equals(
        of(ClassId::HASH_SET, &many),
        of(ClassId::HASH_SET, &[one; 100])
    ));
}

#[test]
fn arrays_equal_themselves_but_are_the_same_by_their_elements() {
    let arena = &Arena::default();
    let array = |class: ClassId, item| arena.list(ClassRef::array(class), &[item]).unwrap();
    let boxed = array(ClassId::INTEGER, Value::Int(1));
    let rows = [
        (boxed, array(ClassId::OBJECT, Value::Int(1)), true),
        (boxed, array(ClassId::INT_P, Value::Int(1)), false),
        (
            array(ClassId::INT_P, Value::Int(1)),
            array(ClassId::INT_P, Value::Int(1)),
            true,
        ),
        (
            array(ClassId::INT_P, Value::Int(1)),
            array(ClassId::LONG_P, Value::Long(1)),
            false,
        ),
    ];
    for (a, b, expected) in rows {
        assert!(equals(a, a) && !equals(a, b));
        assert_eq!(same(a, b).unwrap(), expected, "{a:?} {b:?}");
    }
}

#[test]
fn maps_ask_the_other_map_for_their_keys() {
    let arena = &Arena::default();
    let headers = HeaderList::from_iter([("a", "1"), ("b", "2"), ("A", "3")]);
    let params = ParamList::from_query("a=1&a=3&b=2");
    let list = |items: &[&'static str]| {
        let items: Vec<_> = items.iter().map(|item| Value::Str(item)).collect();
        arena.list(ClassId::ARRAY_LIST, &items).unwrap()
    };
    let map = |name| {
        let entries = [
            (Value::Str(name), list(&["1", "3"])),
            (Value::Str("b"), list(&["2"])),
        ];
        arena.map(ClassId::LINKED_HASH_MAP, entries).unwrap()
    };
    let (headers, params) = (Value::Headers(&headers), Value::Params(&params));
    let rows = [
        (map("a"), map("a"), true),
        (headers, map("a"), true),
        (map("A"), headers, true),
        (headers, map("A"), false),
        (params, map("a"), true),
        (map("a"), params, true),
        (map("A"), params, false),
        (headers, params, true),
    ];
    for (a, b, expected) in rows {
        assert_eq!(equals(a, b), expected, "{a:?} {b:?}");
    }
    assert_eq!(hash_code(headers), hash_code(map("a")));
}

#[test]
fn entries_and_optionals_equal_by_what_they_hold() {
    let arena = &Arena::default();
    let entry =
        |class, value| arena.holder(Holder::Entry(class, Value::Str("k"), Value::Int(value)));
    let optional = |value: Option<i32>| arena.holder(Holder::Optional(value.map(Value::Int)));
    assert!(equals(
        entry(ClassId::SIMPLE_ENTRY, 1),
        entry(ClassId::LINKED_ENTRY, 1)
    ));
    assert!(!equals(
        entry(ClassId::SIMPLE_ENTRY, 1),
        entry(ClassId::SIMPLE_ENTRY, 2)
    ));
    assert!(equals(optional(Some(1)), optional(Some(1))) && equals(optional(None), optional(None)));
    assert!(!equals(optional(Some(1)), optional(None)));
}

/// `hashCode()` as the reference's virtual machine computes it.
#[test]
fn hash_codes_are_those_of_java() {
    let arena = &Arena::default();
    let big = BigInt::from(i64::MIN) * 3 - 7;
    let (plain, scaled) = (decimal("12.340"), decimal("-1E+10"));
    let list = arena
        .list(ClassId::ARRAY_LIST, &[Value::Int(1), Value::Null])
        .unwrap();
    let map = arena
        .map(ClassId::HASH_MAP, [(Value::Str("a"), list)])
        .unwrap();
    let set = arena
        .set(ClassId::HASH_SET, &[Value::Int(1), Value::Int(5)])
        .unwrap();
    let rows = [
        (Value::Bool(true), 1231),
        (Value::Long(-1), 0),
        (Value::Double(1.5), 1_073_217_536),
        (Value::Float(1.5), 1_069_547_520),
        (Value::Str("hello"), 99_162_322),
        (Value::BigInt(&big), 2_147_482_680),
        (Value::BigDec(&plain), 382_543),
        (Value::BigDec(&scaled), -41),
        (list, 992),
        (map, 897),
        (set, 6),
    ];
    for (value, expected) in rows {
        assert_eq!(hash_code(value), expected, "{value:?}");
    }
}

#[test]
fn what_contains_itself_ends() {
    let arena = &Arena::default();
    let looped = || {
        let list = arena
            .list(ClassId::ARRAY_LIST, &[Value::Int(1), Value::Int(1)])
            .unwrap();
        if let Value::List(cell) = list {
            cell.items
                .borrow_mut()
                .iter_mut()
                .for_each(|item| *item = list);
        }
        list
    };
    let (a, b) = (looped(), looped());
    assert!(equals(a, a) && !equals(a, b));
    assert_eq!(same(a, b).unwrap_err().code(), Some(Code::OUT_OF_FUEL));
    assert_eq!(hash_code(a), hash_code(b));
}
