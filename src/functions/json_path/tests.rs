use super::*;
use crate::Limits;
use crate::java::Environment;
use crate::value::ClassId;

const STORE: &str = r#"{"books": [{"id": 1, "price": 5, "tags": ["a", "b"]}, {"id": 2, "price": 15.0, "tags": []},
    {"id": "3", "price": "7", "title": null}], "max": 10, "owner": {"name": "ann"}, "n": null}"#;

/// The answer of a path as text, or the class of the exception.
fn answer(json: &str, path: &str) -> String {
    let (arena, environment) = (Arena::default(), Environment::default());
    let call = Call {
        arena: &arena,
        environment: &environment,
    };
    match evaluate(&call, Value::Str(json), Value::Str(path)) {
        Ok(value) => value.to_string(),
        Err(fault) => fault
            .cause
            .as_ref()
            .map_or_else(|| fault.message.to_string(), |cause| cause.class.to_owned()),
    }
}

fn check(json: &str, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(path, expected)| (path, *expected, answer(json, path)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(path, expected, found)| format!("{path}: {found}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn definite_paths_give_the_value_and_others_a_list() {
    check(
        STORE,
        &[
            ("$.max", "10"),
            ("max", "10"),
            ("@['owner'].name", "ann"),
            ("$.books[-1].id", "3"),
            ("$.books[*].id", r#"[1,2,"3"]"#),
            ("$.books[0,2].id", r#"[1,"3"]"#),
            ("$.books[-2:].id", r#"[2,"3"]"#),
            ("$.books[1:-1]", "[]"),
            ("$.books[0]['id','zz']", "{id=1, zz=null}"),
            ("$..name", r#"[null,null,null,null,"ann"]"#),
            ("$.max.*", "[]"),
        ],
    );
}

#[test]
fn only_the_last_property_may_be_missing() {
    check(
        STORE,
        &[
            ("$.zz", "null"),
            ("$.zz.yy", "PathNotFoundException"),
            ("$.max.zz", "PathNotFoundException"),
            ("$.n.zz", "PathNotFoundException"),
            ("$.books[9]", "PathNotFoundException"),
            ("$.max[0]", "PathNotFoundException"),
            ("$.books[*].zz.yy", "[]"),
            ("$.books[*].title", "[null,null,null]"),
        ],
    );
}

#[test]
fn filters_compare_numbers_with_the_texts_that_write_them() {
    check(
        STORE,
        &[
            ("$.books[?(@.price > 10)].id", "[2]"),
            ("$.books[?(@.price > $.max)].id", "[2]"),
            ("$.books[?(@.id == 3)].id", r#"["3"]"#),
            ("$.books[?(@.id === 3)].id", "[]"),
            ("$.books[?(@.price == 15)].id", "[2]"),
            ("$.books[?(@.title)].id", r#"["3"]"#),
            ("$.books[?(!@.tags)].id", r#"["3"]"#),
            ("$.books[?(@.title == null)].id", r#"[1,2,"3"]"#),
            ("$.books[?(@.tags empty true)].id", "[2]"),
            ("$.books[?(@.tags size 2 && !(@.id in [2, 3]))].id", "[1]"),
            (
                "$.books[?(@.tags contains 'b' || @.price == '7')].id",
                r#"[1,"3"]"#,
            ),
            ("$.books[?(@.tags subsetof ['a', 'b', 'c'])].id", "[1,2]"),
            ("$.books[?(@.tags anyof ['b'])].id", "[1]"),
            ("$.books[?(@.tags noneof ['b'])].id", "[2]"),
            ("$.books[?(@.tags all ['a'])].id", "[]"),
            ("$.books[?(@.tags == ['a', 'b'])].id", "[1]"),
            ("$.books[?(['a', 'b'] == @.tags)].id", "[]"),
            ("$.owner[?(@.name == \"ann\")]", r#"[{"name":"ann"}]"#),
            ("$.max[?(@ > 1)]", "InvalidPathException"),
        ],
    );
}

#[test]
fn functions_work_on_the_value_and_deep_scans_on_all_their_values() {
    check(
        r#"{"b": [1, 2, 3], "s": ["x", "y"], "d": [{"p": 5}, {"p": 15}]}"#,
        &[
            ("$.b.sum()", "6.0"),
            ("$..p.sum()", "20.0"),
            ("$.sum($..p)", "20.0"),
            ("$.b.max()", "3.0"),
            ("$.b.length()", "3"),
            ("$..b.length()", "3"),
            ("$.s.concat(\"-\", 5)", "xy-5"),
            ("$.b.append(4)", "[1,2,3,4]"),
            ("$.b.last()", "3"),
            ("$.b.index(-2)", "2"),
            ("$.keys()", "[b, s, d]"),
            ("$.b[*].sum()", "JsonPathException"),
            ("$.b[*].length()", "[null,null,null]"),
            ("$.b.nope()", "InvalidPathException"),
        ],
    );
}

#[test]
fn damaged_paths_are_refused_where_the_reference_refuses_them() {
    let refused = [
        "$.",
        "$..",
        "$a",
        "$[a]",
        "$.a b",
        "$[",
        "$['a' 'b']",
        "$[::2]",
        "$[?(@.a == 'x)]",
        "$[?@.a]",
    ];
    for path in refused {
        assert_eq!(answer(STORE, path), "InvalidPathException", "{path}");
    }
    check(
        STORE,
        &[
            ("$.books[0].id", "1"),
            ("$.books[0].id[", "1"),
            ("$.owner['name']x", "ann"),
            ("", "IllegalArgumentException"),
        ],
    );
}

#[test]
fn documents_are_read_leniently() {
    let cases = [
        ("{a:1, 'b':[1,,2,], c:tru}", r#"{a=1, b=[1,2], c=tru}"#),
        (
            "[1 2, +1, .5, 01, -, -0, 1.]",
            r#"["1 2","+1",".5",1,0,0,1.0]"#,
        ),
        (r#"["\q1\x41\u00e9"]"#, r#"["1Aé"]"#),
        ("[1] junk", "[1]"),
        ("nope", "nope"),
        ("  ", ""),
        (
            "[0.1234567890123456789, 9223372036854775808]",
            "[0.1234567890123456789,9223372036854775808]",
        ),
        ("{\"a\":1,\"b\":2,\"a\":3}", "{a=3, b=2}"),
        ("null", "IllegalArgumentException"),
        ("[1,2", "InvalidJsonException"),
        ("{\"a\":]}", "InvalidJsonException"),
    ];
    for (json, expected) in cases {
        assert_eq!(answer(json, "$"), expected, "{json}");
    }
}

#[test]
fn many_names_keep_their_order_and_the_last_value() {
    let names: Vec<String> = (0..50)
        .chain(0..50)
        .map(|at| format!("\"k{at}\":{at}"))
        .collect();
    let json = format!("{{{}}}", names.join(","));
    assert_eq!(answer(&json, "$.length()"), "50");
    assert_eq!(answer(&json, "$.k49"), "49");
}

#[test]
fn deep_and_endless_input_is_an_error() {
    assert_eq!(answer(&"[".repeat(1 << 20), "$"), "InvalidJsonException");
    assert_eq!(answer(&"{a:".repeat(1 << 20), "$"), "InvalidJsonException");
    assert_eq!(
        answer("[1]", &format!("${}", "[?(@".repeat(4_000))),
        "InvalidPathException"
    );
    let nested = format!("$[?({}@.a{})]", "(".repeat(5_000), ")".repeat(5_000));
    assert!(answer("[1]", &nested).contains("nested too deeply"));
    assert!(answer("[1]", &format!("${}", ".a".repeat(20_000))).contains("longer"));
    let deep = format!("{}1{}", "[".repeat(400), "]".repeat(400));
    assert_eq!(answer(&deep, &format!("${}", "[0]".repeat(400))), "1");
    assert!(answer("[1]", &format!("$[?(@.{})]", "a[?(@.".repeat(200))).contains("Exception"));
}

#[test]
fn visits_are_counted() {
    let limits = Limits {
        json_visits: 1_000,
        ..Limits::default()
    };
    let (arena, environment) = (Arena::new(limits), Environment::default());
    let call = Call {
        arena: &arena,
        environment: &environment,
    };
    let json = format!("[{}1{}]", "[".repeat(100), "]".repeat(100));
    let path = Value::Str("$..*..*..*");
    let fault = evaluate(&call, Value::Str(&json), path)
        .map(drop)
        .unwrap_err();
    assert_eq!(fault.code(), Some(Code::JSON_PATH_WORK));
}

#[test]
fn read_values_are_searched_as_they_are() {
    let (arena, environment) = (Arena::default(), Environment::default());
    let call = Call {
        arena: &arena,
        environment: &environment,
    };
    let list = arena
        .list(ClassId::ARRAY_LIST, &[Value::Int(1), Value::Int(2)])
        .unwrap();
    let map = arena
        .map(ClassId::LINKED_HASH_MAP, [(Value::Str("a"), list)])
        .unwrap();
    let found = evaluate(&call, map, Value::Str("$.a[1]")).unwrap();
    assert_eq!(found.to_string(), "2");
    let set = arena.set(ClassId::HASH_SET, &[Value::Int(1)]).unwrap();
    assert!(evaluate(&call, set, Value::Str("$[0]")).is_err());
    assert!(evaluate(&call, Value::Null, Value::Str("$")).is_err());
}
