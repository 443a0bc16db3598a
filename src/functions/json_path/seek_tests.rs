//! Following a path while a text is read gives what walking the built document gives, failures included.

use super::*;
use crate::java::Environment;
use proptest::prelude::*;

/// An answer as text, or the class of the exception.
fn shown(found: Found<Value<'_>>) -> String {
    match found.map_err(Failure::into_fault) {
        Ok(value) => format!("{} {value}", value.class_name()),
        Err(fault) => fault
            .cause
            .as_ref()
            .map_or_else(|| fault.message.to_string(), |cause| cause.class.to_owned()),
    }
}

fn sought_answer(json: &str, path: &Path) -> String {
    let arena = Arena::default();
    shown(find(Value::Str(json), Ok(path), &arena))
}

fn built_answer(json: &str, path: &Path) -> String {
    let arena = Arena::default();
    let found = Source::of(Value::Str(json), &arena)
        .and_then(|source| source.document(&arena))
        .and_then(|document| {
            let run = Run::new(&arena, path);
            Walk::new(&run, path, document, Mode::Lenient).value(document)
        });
    shown(found)
}

fn compile(path: &str) -> Option<Path> {
    compile::compile(path, &mut Numbering::default()).ok()
}

fn sought_steps(path: &str) -> usize {
    compile(path).map_or(0, |path| path.sought)
}

#[test]
fn steps_are_sought_up_to_the_first_that_may_lead_to_several_places() {
    let table = [
        ("$", 0),
        ("$.a", 1),
        ("$['a'].b[0][-1].c", 5),
        ("$[-1].a[-1].b", 2),
        ("$.a.b[*].c", 2),
        ("$.a..b", 1),
        ("$.a['b','c']", 1),
        ("$.a.length()", 1),
        ("$.a[?(@.b > 1)]", 1),
        ("$.a[?(@.b > $.c)]", 0),
        ("$.a[?(@.b[?(@.c == $.d)])]", 0),
        ("$.a.append(1)", 0),
    ];
    for (path, steps) in table {
        assert_eq!(sought_steps(path), steps, "{path}");
    }
}

#[test]
fn every_text_and_path_give_the_same_both_ways() {
    let texts = [
        r#"{"a": {"b": [1, 2, {"c": 3}]}, "d": null}"#,
        r#"{"a": 1, "a": {"b": 2}}"#,
        r#"{"a": {"b": 2}, "a": 1}"#,
        r#"{"\u0061": {'b': 'x\ty'}, "a\u": 1}"#,
        r#"{"\u0061": {'b': 'x\ty'}}"#,
        r#"{a: {b: tru}, "z": [1,,2,]}"#,
        r#"[{"a": 1}, {"a": 2}] behind"#,
        r#"{"a": [1, 2"#,
        r#"{"a": 1, "b": "open}"#,
        r#"{"a": 1 "b": 2}"#,
        r#"{"a": {"b": -}, "c": -.}"#,
        r#"{"a": {"b": 1}, "c": 1.5e}"#,
        r#"{"a": {"b": 1}, "c": 1e+}"#,
        r#"{"a": {"b": 1}, "c": 12345678901234567890.5e99999999999}"#,
        "{\"a\": {\"b\": 1}, \"c\": 2.5\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0}",
        "{\"a\": {\"b\": 1}, \"c\": 2.5 \n\t}",
        "{\"a\": \"x\u{1a}y\", \"c\": \"\\q\u{1a}\"}",
        r#"{"a": "\x4", "b": 1}"#,
        "null",
        " nope ",
        "'a'",
        "5",
        "",
        "[]",
        "{}",
        "]",
    ];
    let paths = [
        "$.a",
        "$.a.b",
        "$.a.b[0]",
        "$.a.b[-1].c",
        "$.a.b[2].c",
        "$.a.b[9]",
        "$.a.b[9].c",
        "$[0]",
        "$[0].a",
        "$[-1].a",
        "$[-3]",
        "$.zz",
        "$.zz.y",
        "$.d",
        "$.d.x",
        "$.a.length()",
        "$.a.b.length()",
        "$.a[*]",
        "$[*].a",
        "$.a..b",
        "$.a.b[?(@.c)]",
        "$.b",
        "$.c",
        "$[5][*]",
        "$[1][-1]",
    ];
    for text in texts {
        for path in paths {
            let compiled = compile(path).expect("the path is valid");
            assert_eq!(
                sought_answer(text, &compiled),
                built_answer(text, &compiled),
                "{path} on {text}"
            );
        }
    }
}

#[test]
fn a_large_document_is_not_built_for_one_value() {
    let many = "{\"x\": [1, 2, 3]},".repeat(100_000);
    let json = format!("{{\"all\": [{many} 1], \"a\": {{\"b\": 7}}}}");
    let limits = crate::Limits {
        produced_items: 10,
        produced_text: 10,
        ..crate::Limits::default()
    };
    let (arena, environment) = (Arena::new(limits), Environment::default());
    let call = Call {
        arena: &arena,
        environment: &environment,
    };
    let path = CompiledPath::of("$.a.b").expect("the path is valid");
    let found = evaluate_compiled(&call, Value::Str(&json), &path);
    assert_eq!(found.expect("the path leads to a value").to_string(), "7");
}

#[test]
fn documents_beyond_the_depth_are_refused_wherever_they_are() {
    let path = compile("$.a").expect("the path is valid");
    let nested = |levels| {
        format!(
            "{{\"z\": {}{}, \"a\": 1}}",
            "[".repeat(levels),
            "]".repeat(levels)
        )
    };
    assert_eq!(sought_answer(&nested(399), &path), "java.lang.Integer 1");
    assert_eq!(sought_answer(&nested(400), &path), "InvalidJsonException");
    assert_eq!(
        sought_answer(&"[".repeat(30 << 20), &path),
        "InvalidJsonException"
    );
}

/// Pieces of which texts are made that are often nearly JSON.
const PIECES: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"a\"",
    "\"b\"",
    "'a'",
    "a",
    "b",
    "1",
    "-2",
    "1.5",
    "1e3",
    "-",
    ".5",
    "1e",
    "-.",
    "01",
    "\"a\\u0062\"",
    "\"\\u006",
    "\"\\x41\"",
    "\\",
    "\"",
    "'",
    "null",
    "true",
    "NaN",
    " ",
    "\n",
    "\u{1a}",
    "\0",
    "é",
    "~",
    "{\"a\":",
    "{\"b\":[",
    "],\"a\":",
    "123456789012345678901.5",
    "\"long enough for several words of eight bytes\"",
];

const STEPS: [&str; 14] = [
    ".a",
    ".b",
    "[0]",
    "[1]",
    "[-1]",
    "[-2]",
    "['a']",
    "['a','b']",
    "[*]",
    "..a",
    "[0:2]",
    ".length()",
    "[?(@.a)]",
    "[?(@ == $.a)]",
];

fn joined(
    pieces: &'static [&'static str],
    len: std::ops::Range<usize>,
) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), len).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_path_give_the_same_both_ways(text in joined(&PIECES, 0..24), steps in joined(&STEPS, 1..5)) {
        if let Some(path) = compile(&format!("${steps}")) {
            prop_assert_eq!(sought_answer(&text, &path), built_answer(&text, &path));
        }
    }
}
