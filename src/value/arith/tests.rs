use super::*;
use crate::Limits;
use crate::value::{ClassId, ClassRef, Holder};
use std::cell::RefCell;

type Operator = for<'a> fn(Value<'a>, Value<'a>, &'a Arena) -> Outcome<Value<'a>>;

/// Class and text of the answer, or the code or exception of the fault.
fn answer(result: Outcome<Value<'_>>) -> String {
    match result {
        Ok(value) => format!(
            "{} {value}",
            value.class().map_or("", |class| class.id.simple_name())
        ),
        Err(fault) => fault
            .code()
            .map_or(fault.thrown().class.to_owned(), |code| code.to_string()),
    }
}

/// What two numbers give is the business of `number::operator`; these rows show that they get there.
#[test]
fn numbers_are_computed_in_the_wider_type() {
    let arena = &Arena::default();
    let decimal = "12.340".parse().unwrap();
    let rows: [(Operator, _, _, _); 12] = [
        (
            add,
            Value::Int(i32::MAX),
            Value::Int(1),
            "Integer -2147483648",
        ),
        (add, Value::Short(1), Value::Byte(2), "Integer 3"),
        (add, Value::Int(1), Value::Long(1), "Long 2"),
        (sub, Value::Int(1), Value::Float(0.5), "Float 0.5"),
        (mul, Value::Int(2), Value::Double(0.5), "Double 1.0"),
        (div, Value::Int(-7), Value::Int(2), "Integer -3"),
        (div, Value::Int(1), Value::Int(0), "ArithmeticException"),
        (
            div,
            Value::BigDec(&decimal),
            Value::Int(3),
            "BigDecimal 4.113",
        ),
        (rem, Value::Int(1), Value::BigDec(&decimal), "BigDecimal 1"),
        (
            add,
            Value::BigDec(&decimal),
            Value::Double(f64::NAN),
            "NumberFormatException",
        ),
        (pow, Value::Int(2), Value::Int(31), "Long 2147483648"),
        (
            pow,
            Value::BigDec(&decimal),
            Value::Int(-1),
            "ArithmeticException",
        ),
    ];
    for (operator, a, b, expected) in rows {
        assert_eq!(answer(operator(a, b, arena)), expected, "{a:?} {b:?}");
    }
}

#[test]
fn texts_join_what_stands_beside_them() {
    let arena = &Arena::default();
    let list = arena
        .list(ClassId::ARRAY_LIST, &[Value::Int(1), Value::Null])
        .unwrap();
    let map = arena
        .map(ClassId::LINKED_HASH_MAP, [(Value::Int(1), list)])
        .unwrap();
    let maps = arena.list(ClassId::ARRAY_LIST, &[map]).unwrap();
    let builder = arena.holder(Holder::Builder(RefCell::new("b")));
    let class = Value::Class(ClassRef::of(ClassId::STRING));
    let rows = [
        (Value::Str("a"), Value::Int(-5), "String a-5"),
        (Value::Long(5), Value::Str("a"), "String 5a"),
        (Value::Str("a"), Value::Null, "String anull"),
        (Value::Str("a"), Value::Double(1.0), "String a1.0"),
        (Value::Str("a"), Value::Char(0x62), "String ab"),
        (Value::Str("a"), list, "String a1,null"),
        (Value::Str("a"), map, "String a{1=[1, null]}"),
        (Value::Str("a"), maps, "EL1001E"),
        (Value::Str("a"), class, "String aclass java.lang.String"),
        (builder, Value::Str("a"), "String ba"),
        (builder, builder, "EL1030E"),
        (Value::Char(0x62), Value::Char(0x62), "EL1030E"),
        (list, list, "EL1030E"),
        (Value::Null, Value::Null, "EL1030E"),
        (Value::Bool(true), Value::Int(1), "EL1030E"),
    ];
    for (a, b, expected) in rows {
        assert_eq!(answer(add(a, b, arena)), expected, "{a:?} + {b:?}");
    }
}

#[test]
fn halves_of_a_character_join_to_one() {
    let arena = &Arena::default();
    let half = add(Value::Str("x"), Value::Char(0xD83D), arena).unwrap();
    assert!(matches!(half, Value::Wide([0x78, 0xD83D])));
    let whole = add(half, Value::Char(0xDE00), arena).unwrap();
    assert_eq!(whole.as_str(), Some("x\u{1F600}"));
}

#[test]
fn joined_texts_have_a_limit_in_units() {
    let limits = Limits {
        concatenated_text: 4,
        ..Limits::default()
    };
    let arena = &Arena::new(limits);
    let rows = [
        ("ab", "cd", "String abcd"),
        ("é😀", "é", "String é😀é"),
        ("ab", "cde", "EL1078E"),
        ("", "abcde", "EL1078E"),
    ];
    for (a, b, expected) in rows {
        assert_eq!(
            answer(add(Value::Str(a), Value::Str(b), arena)),
            expected,
            "{a} + {b}"
        );
    }
}

#[test]
fn texts_are_repeated_by_integers() {
    let arena = &Arena::default();
    let rows = [
        ("ab", Value::Int(2), "String abab"),
        ("ab", Value::Int(0), "String "),
        ("", Value::Int(i32::MAX), "String "),
        ("a", Value::Int(-1), "EL1081E"),
        ("a", Value::Int(256), &format!("String {}", "a".repeat(256))),
        ("a", Value::Int(257), "EL1076E"),
        ("abcd", Value::Int(1 << 30), "OutOfMemoryError"),
        ("abc", Value::Int(i32::MAX), "EL1076E"),
        ("a", Value::Long(3), "EL1030E"),
        ("a", Value::Short(3), "EL1030E"),
    ];
    for (text, count, expected) in rows {
        assert_eq!(
            answer(mul(Value::Str(text), count, arena)),
            expected,
            "{text} * {count}"
        );
    }
    assert_eq!(
        answer(mul(Value::Int(3), Value::Str("a"), arena)),
        "EL1030E"
    );
}

#[test]
fn one_character_moves_down() {
    let arena = &Arena::default();
    let rows = [
        ("b", Value::Int(1), "String a"),
        ("a", Value::Int(200), "String \u{FF99}"),
        ("a", Value::Int(-1), "String b"),
        ("ab", Value::Int(1), "EL1030E"),
        ("a", Value::Long(1), "EL1030E"),
        ("😀", Value::Int(1), "EL1030E"),
    ];
    for (text, down, expected) in rows {
        assert_eq!(
            answer(sub(Value::Str(text), down, arena)),
            expected,
            "{text} - {down}"
        );
    }
}

#[test]
fn signs_keep_or_widen_the_class() {
    let arena = &Arena::default();
    assert_eq!(answer(negate(Value::Byte(-128), arena)), "Integer 128");
    assert_eq!(
        answer(negate(Value::Int(i32::MIN), arena)),
        "Integer -2147483648"
    );
    assert_eq!(answer(negate(Value::Double(-0.0), arena)), "Double 0.0");
    assert_eq!(answer(negate(Value::Str("1"), arena)), "EL1030E");
    assert_eq!(answer(plus(Value::Byte(1), arena)), "Byte 1");
    assert_eq!(answer(plus(Value::Null, arena)), "EL1030E");
}

#[test]
fn big_numbers_are_bounded_before_they_are_computed() {
    let arena = &Arena::default();
    let (two, far) = ("2".parse().unwrap(), "1E+2000000000".parse().unwrap());
    let rows: [(Operator, _, _, _); 6] = [
        (pow, Value::BigDec(&two), Value::Int(999_999_999), "EL2004E"),
        (
            pow,
            Value::BigDec(&far),
            Value::Int(1),
            "BigDecimal 1E+2000000000",
        ),
        (
            pow,
            Value::BigDec(&two),
            Value::Int(1_000_000_000),
            "ArithmeticException",
        ),
        (add, Value::BigDec(&far), Value::Int(1), "EL2004E"),
        (
            mul,
            Value::BigDec(&far),
            Value::BigDec(&far),
            "ArithmeticException",
        ),
        (rem, Value::BigDec(&far), Value::Int(7), "EL2004E"),
    ];
    for (operator, a, b, expected) in rows {
        assert_eq!(answer(operator(a, b, arena)), expected, "{a:?} {b:?}");
    }
}

#[test]
fn big_numbers_cost_as_much_as_texts_of_their_size() {
    let limits = Limits {
        produced_text: 1_000,
        ..Limits::default()
    };
    let arena = &Arena::new(limits);
    let two = "2".parse().unwrap();
    assert_eq!(
        answer(pow(Value::BigDec(&two), Value::Int(6_000), arena)).len(),
        1_818
    );
    assert_eq!(
        answer(pow(Value::BigDec(&two), Value::Int(6_000), arena)),
        "EL2004E"
    );
}
