use super::*;
use crate::value::enum_constant::EnumConstant;
use crate::value::view::Items;
use bigdecimal::num_bigint::BigInt;
use std::cell::RefCell;

fn class(name: &str) -> ClassRef {
    target(name).unwrap_or_else(|| panic!("there is no class {name}"))
}

/// The answer of a conversion: class and text, `null`, or `!` and the exception.
fn answer(result: Converted<'_>) -> String {
    match result.map_err(|failure| failure.into_thrown()) {
        Ok(Value::Null) => "null".to_owned(),
        Ok(array) if array.array().is_some() => {
            let items = array.items().into_iter().flat_map(Items::iter);
            let items: Vec<_> = items.map(|item| item.to_string()).collect();
            format!("{} [{}]", array.class_name(), items.join("|"))
        }
        Ok(value) => format!(
            "{} {value}",
            value.class().map_or("", |class| class.id.simple_name())
        ),
        Err(Ok(thrown)) => format!("! {}", thrown.class),
        Err(Err(fault)) => format!(
            "! {}",
            fault.code().map_or(String::new(), |code| code.to_string())
        ),
    }
}

fn check<'a>(arena: &'a Arena, rows: &[(Value<'a>, &str, &str)]) {
    for (value, to, expected) in rows {
        let answer = answer(convert(*value, class(to), arena));
        assert_eq!(answer, *expected, "{value:?} to {to}");
    }
}

#[test]
fn targets_have_simple_and_full_names() {
    assert_eq!(
        target("BigDecimal"),
        Some(ClassRef::of(ClassId::BIG_DECIMAL))
    );
    assert_eq!(target("java.util.List"), Some(ClassRef::of(ClassId::LIST)));
    assert_eq!(
        target("int[][]"),
        Some(ClassRef::array(ClassId::INT_P).array_of())
    );
    assert_eq!(target("Nope"), None);
}

#[test]
fn scalars_convert_as_spring_does() {
    let arena = &Arena::default();
    let text = Value::Str;
    let wide = arena.big_int(BigInt::from(1) << 70);
    check(
        arena,
        &[
            (text("TRUE"), "Boolean", "Boolean true"),
            (text(" off\t"), "boolean", "Boolean false"),
            (text("  "), "Boolean", "null"),
            (text("  "), "boolean", "! IllegalArgumentException"),
            (text("\u{a0}true"), "Boolean", "! IllegalArgumentException"),
            (Value::Int(1), "Boolean", "! ConverterNotFoundException"),
            (Value::Bool(true), "int", "! ConverterNotFoundException"),
            (text(" 0x1 F"), "Integer", "Integer 31"),
            (text(""), "Integer", "null"),
            (text(""), "int", "! IllegalArgumentException"),
            (text("1.5"), "Integer", "! NumberFormatException"),
            (text("5"), "Number", "BigDecimal 5"),
            (
                text("5"),
                "java.util.concurrent.atomic.AtomicInteger",
                "! IllegalArgumentException",
            ),
            (Value::Double(2.9), "short", "Short 2"),
            (Value::Int(300), "Byte", "! IllegalArgumentException"),
            (wide, "Long", "! IllegalArgumentException"),
            (wide, "BigInteger", "BigInteger 1180591620717411303424"),
            (Value::Float(0.1), "BigDecimal", "BigDecimal 0.1"),
            (Value::Char(0x61), "Byte", "Byte 97"),
            (Value::Char(0x8000), "Long", "Long -32768"),
            (Value::Double(65.7), "Character", "Character A"),
            (Value::Int(70_000), "char", "Character \u{1170}"),
            (text("ab"), "Character", "! IllegalArgumentException"),
            (text("\u{1F600}"), "Character", "! IllegalArgumentException"),
            (text(""), "Character", "null"),
            (Value::Null, "int", "! IllegalArgumentException"),
            (Value::Null, "Integer", "null"),
            (Value::Null, "Optional", "Optional Optional.empty"),
            (Value::Int(1), "Optional", "Optional Optional[1]"),
            (Value::Int(1), "Object", "Integer 1"),
            (Value::Int(1), "Map", "! ConverterNotFoundException"),
        ],
    );
}

#[test]
fn what_prints_has_a_text_only_if_its_class_converts() {
    let arena = &Arena::default();
    let builder = arena.holder(Holder::Builder(RefCell::new("x")));
    let map = arena
        .map(ClassId::LINKED_HASH_MAP, [(Value::Int(1), Value::Int(2))])
        .unwrap();
    let optional = arena.holder(Holder::Optional(None));
    check(
        arena,
        &[
            (Value::Double(1e7), "String", "String 1.0E7"),
            (Value::Char(0x41), "String", "String A"),
            (builder, "String", "String x"),
            (builder, "Boolean", "! ConverterNotFoundException"),
            (map, "String", "! ConverterNotFoundException"),
            (optional, "String", "! ConverterNotFoundException"),
            (
                Value::Class(ClassRef::of(ClassId::STRING)),
                "String",
                "! ConverterNotFoundException",
            ),
        ],
    );
    for (value, expected) in [
        (map, "{1=2}"),
        (optional, "Optional.empty"),
        (Value::Null, "null"),
    ] {
        assert_eq!(to_printed(value, arena).unwrap().as_str(), Some(expected));
    }
}

#[test]
fn texts_are_cut_at_commas() {
    let arena = &Arena::default();
    let text = Value::Str;
    check(
        arena,
        &[
            (text("a,,b, c ,"), "List", "ArrayList [a, , b, c, ]"),
            (text("b,a,b"), "Set", "LinkedHashSet [b, a]"),
            (text("b,a,b"), "Collection", "LinkedHashSet [b, a]"),
            (text("b,a"), "HashSet", "HashSet [a, b]"),
            (text("1,2"), "LinkedList", "LinkedList [1, 2]"),
            (text(""), "List", "ArrayList []"),
            (text(" "), "String[]", "java.lang.String[] []"),
            (text(","), "String[]", "java.lang.String[] [|]"),
            (text("1, 2"), "int[]", "int[] [1|2]"),
            (text("1,x"), "int[]", "! NumberFormatException"),
            (text("1,,2"), "int[]", "! IllegalArgumentException"),
            (text("a"), "java.util.Deque", "! IllegalArgumentException"),
            (text("a"), "Map", "! ConverterNotFoundException"),
            (text("a"), "Iterable", "! ConverterNotFoundException"),
        ],
    );
}

#[test]
fn collections_join_and_lend_their_first_element() {
    let arena = &Arena::default();
    let list = |items: &[_]| arena.list(ClassId::ARRAY_LIST, items).unwrap();
    let ints = |items: &[_]| arena.list(ClassRef::array(ClassId::INT_P), items).unwrap();
    let map = arena
        .map(ClassId::LINKED_HASH_MAP, [(Value::Str("k"), Value::Int(2))])
        .unwrap();
    let (one, two) = (Value::Int(1), Value::Int(2));
    let nested = arena
        .list(ClassId::ARRAY_LIST, &[list(&[one, two]), list(&[])])
        .unwrap();
    let maps = arena.list(ClassId::ARRAY_LIST, &[map, one]).unwrap();
    let entries = arena.list(ClassId::HASH_ENTRY_SET, &[]).unwrap();
    check(
        arena,
        &[
            (nested, "String", "String 1,2,"),
            (list(&[Value::Null, one]), "String", "String null,1"),
            (list(&[]), "String", "String "),
            (maps, "String", "! ConverterNotFoundException"),
            (maps, "Map", "LinkedHashMap {k=2}"),
            (maps, "HashMap", "LinkedHashMap {k=2}"),
            (map, "List", "ArrayList [{k=2}]"),
            (map, "String[]", "! ConverterNotFoundException"),
            (entries, "String", "! ConverterNotFoundException"),
            (nested, "Integer", "Integer 1"),
            (nested, "List", "ArrayList [[1, 2], []]"),
            (list(&[]), "Integer", "null"),
            (list(&[]), "int", "! IllegalArgumentException"),
            (list(&[one, Value::Str("2")]), "long[]", "long[] [1|2]"),
            (list(&[Value::Null]), "int[]", "! IllegalArgumentException"),
            (ints(&[one, one]), "Set", "LinkedHashSet [1]"),
            (ints(&[one, one]), "Collection", "ArrayList [1, 1]"),
            (ints(&[one]), "Boolean", "! ConverterNotFoundException"),
            (Value::Int(5), "int[]", "int[] [5]"),
            (Value::Int(5), "Collection", "LinkedHashSet [5]"),
        ],
    );
    let arrays = convert(nested, class("int[][]"), arena);
    check(arena, &[(arrays.unwrap(), "String", "String 1,2,")]);
}

#[test]
fn a_list_that_contains_itself_is_an_error() {
    let arena = &Arena::default();
    let list = arena.list(ClassId::ARRAY_LIST, &[Value::Int(1)]).unwrap();
    if let Value::List(cell) = list {
        cell.items.borrow_mut()[0] = list;
    }
    check(
        arena,
        &[
            (list, "String", "! EL2002E"),
            (list, "Integer", "! EL2002E"),
        ],
    );
}

#[test]
fn indexes_must_not_be_null() {
    let arena = &Arena::default();
    assert_eq!(to_index(Value::Str(" 0x1"), arena).unwrap(), 1);
    let empty = to_index(Value::Str(""), arena).unwrap_err();
    assert_eq!(empty.thrown().class, "IllegalStateException");
    let wrong = to_index(Value::Bool(true), arena).unwrap_err();
    assert_eq!(wrong.code(), Some(Code::TYPE_CONVERSION));
}

#[test]
fn booleans_tell_null_from_failure() {
    let arena = &Arena::default();
    assert_eq!(to_bool(Value::Str("on"), arena).unwrap(), Some(true));
    assert_eq!(to_bool(Value::Str(" "), arena).unwrap(), None);
    let failure = to_bool(Value::Str("abc"), arena).unwrap_err();
    assert_eq!(failure.thrown().class, "IllegalArgumentException");
}

const CONSTANTS: [EnumConstant; 2] = {
    let january = EnumConstant {
        class: ClassId::MONTH,
        class_name: "java.time.Month",
        name: "JANUARY",
        text: "January",
        ordinal: 0,
    };
    [
        january,
        EnumConstant {
            name: "FEBRUARY",
            text: "February",
            ordinal: 1,
            ..january
        },
    ]
};

/// A room with one enum, and with objects of one class that are made of text.
struct Room;

impl ObjectConversions for Room {
    fn object<'a>(
        &self,
        value: Value<'a>,
        to: ClassId,
        _: &'a Arena,
    ) -> Option<Outcome<Value<'a>>> {
        (to == ClassId::DATE).then(|| match value.as_str() {
            Some("") => Err(Thrown::illegal_argument("no date").into()),
            _ => Ok(Value::Object(&CONSTANTS[0])),
        })
    }

    fn constants(&self, class: ClassId) -> Option<&'static [EnumConstant]> {
        static SHARED: [EnumConstant; 2] = CONSTANTS;
        (class == ClassId::MONTH).then_some(&SHARED)
    }
}

#[test]
fn objects_are_made_by_the_room_that_knows_them() {
    let arena = &Arena::default();
    let converter = Converter {
        arena,
        objects: &Room,
    };
    let rows = [
        (
            Value::Str(" FEBRUARY "),
            "java.time.Month",
            "Month February",
        ),
        (
            Value::Str("february"),
            "java.time.Month",
            "! IllegalArgumentException",
        ),
        (Value::Str(""), "java.time.Month", "null"),
        (
            Value::Str(" "),
            "java.time.Month",
            "! IllegalArgumentException",
        ),
        (Value::Int(1), "java.time.Month", "Month February"),
        (
            Value::Int(9),
            "java.time.Month",
            "! ArrayIndexOutOfBoundsException",
        ),
        (
            Value::Long(1),
            "java.time.Month",
            "! ConverterNotFoundException",
        ),
        (Value::Object(&CONSTANTS[1]), "Integer", "Integer 1"),
        (
            Value::Object(&CONSTANTS[1]),
            "Long",
            "! ConverterNotFoundException",
        ),
        (Value::Object(&CONSTANTS[1]), "String", "String FEBRUARY"),
        (
            Value::Str("FEBRUARY,JANUARY"),
            "java.time.Month[]",
            "java.time.Month[] [February|January]",
        ),
        (
            Value::Str("x"),
            "java.util.Date[]",
            "java.util.Date[] [January]",
        ),
        (
            Value::Str(""),
            "java.util.Date",
            "! IllegalArgumentException",
        ),
        (Value::Str(""), "java.util.UUID", "null"),
        (Value::Str("x"), "java.util.UUID", "! EL2006E"),
        (
            Value::Str("2020"),
            "java.time.LocalDate",
            "! ConverterNotFoundException",
        ),
    ];
    for (value, to, expected) in rows {
        assert_eq!(
            answer(converter.convert(value, class(to))),
            expected,
            "{value:?} to {to}"
        );
    }
}

#[test]
fn routes_agree_with_the_classes_of_the_reference() {
    let rows = [
        ("String", "java.nio.charset.Charset", true),
        ("sun.nio.cs.UTF_8", "String", true),
        ("java.time.ZoneRegion", "String", true),
        ("java.time.LocalDate", "String", false),
        ("java.time.ZonedDateTime", "java.time.LocalDate", true),
        ("java.time.LocalDate", "java.time.ZonedDateTime", false),
        ("java.util.Date", "java.time.Instant", true),
        ("Long", "java.util.Date", false),
        ("java.time.ZoneOffset", "java.util.TimeZone", true),
        ("java.util.HashMap$EntrySet", "int[]", false),
        ("java.util.HashMap$EntrySet", "List", true),
        ("Object[]", "int[]", true),
        ("java.util.Date[]", "int[]", false),
        ("int[]", "Integer[]", true),
        ("String[]", "Map", false),
        ("ArrayList", "Map", true),
        ("Integer", "Optional", true),
        ("Optional", "Integer", false),
    ];
    for (from, to, expected) in rows {
        assert_eq!(
            can_convert(Some(class(from)), class(to)),
            expected,
            "{from} to {to}"
        );
    }
    assert!(can_convert(None, class("Integer")) && !can_convert(None, class("int")));
}
