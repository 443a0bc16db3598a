//! What holds for every text: nothing panics, limits hold, the optimizer changes no answer.

use gravitee_el::typed::{self, ContextData};
use gravitee_el::{Arena, Code, Context, Engine, Error, Limits};
use proptest::prelude::*;

/// Pieces from which expressions are made, so that many of the random texts get far.
const PIECES: &[&str] = &[
    "#i",
    "#s",
    "#list",
    "#map",
    "#request",
    "#nul",
    "#this",
    "#root",
    ".",
    "?.",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    ".![",
    ".?[",
    ".^[",
    ".$[",
    "'a'",
    "\"b\"",
    "1",
    "2L",
    "1.5",
    "1e3",
    "0x1F",
    "true",
    "null",
    " and ",
    " or ",
    "!",
    " not ",
    "+",
    "-",
    "*",
    "/",
    "%",
    "^",
    "==",
    "!=",
    "<",
    ">=",
    " between ",
    " matches ",
    " instanceof ",
    "T(String)",
    "T(java.lang.Math)",
    "new String('x')",
    "new int[3]",
    "?",
    ":",
    "?:",
    "=",
    "++",
    "--",
    ",",
    "length()",
    "size",
    "headers",
    "substring(1)",
    "'[a-z]+'",
    "toString()",
    "concat('x')",
    " ",
    "\n",
    "#",
    "@",
    "&&",
    "||",
];

const CONTEXT: &str = r#"{"request": {"method": "GET", "path": "/a", "headers": {"a": "b"}, "params": {"p": ["value"]}},
    "attributes": {"k": "b"}, "vars": {"i": 7, "s": "text", "list": [3, "x", null], "map": {"a": 1, "b": {"c": [1]}}, "nul": null}}"#;

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat())
}

/// What conditions ask for: there and missing, of several kinds.
const PATHS: &[&str] = &[
    "#request.method",
    "#request.path",
    "#request.headers['a'][0]",
    "#request.headers.a[0]",
    "#request.headers['nope'][0]",
    "#request.headers['a'][3]",
    "#request.params['p'][0]",
    "#request.params.nope",
    "#context.attributes['k']",
    "#context.attributes['nope']",
    "#map.a",
    "#map['b'].c",
    "#map.nope",
    "#nul",
    "#s",
    "#i",
    "#list[1]",
    "#list[9]",
];

const TEXTS: &[&str] = &[
    "'GET'", "'b'", "'text'", "''", "1", "null", "'ex'", "'VALUE'",
];

/// Conditions as people write them, which is what the optimizer works for.
fn condition() -> impl Strategy<Value = String> {
    let path = || prop::sample::select(PATHS);
    let text = || prop::sample::select(TEXTS);
    let test = prop_oneof![
        (path(), text()).prop_map(|(path, text)| format!("{path} == {text}")),
        (path(), text()).prop_map(|(path, text)| format!("{path} != {text}")),
        (path(), text()).prop_map(|(path, text)| format!("{path}.startsWith({text})")),
        (path(), text()).prop_map(|(path, text)| format!("{path}.toLowerCase() == {text}")),
        (path(), text()).prop_map(|(path, text)| format!("{path} matches '.*' + {text}")),
        path().prop_map(|path| format!("{path} matches '(?i).*e.*'")),
        (path(), path(), text()).prop_map(|(a, b, text)| format!("({a} ?: {b}) == {text}")),
        (path(), path(), text())
            .prop_map(|(a, b, text)| format!("({a} ?: {b}).c == {text} || {b}.c == {text}")),
        (path(), path(), path())
            .prop_map(|(a, b, c)| format!("({a} == 1 ? {b} : {c}) + {b} == 'x'")),
    ];
    test.prop_recursive(3, 12, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} && {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} || {b})")),
            inner.clone().prop_map(|a| format!("!({a})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c)| format!("({a} ? {b} : {c})")),
        ]
    })
}

fn small() -> Limits {
    Limits {
        operations: 20_000,
        produced_text: 1 << 20,
        produced_items: 1 << 16,
        ..Limits::default()
    }
}

/// Everything that can be asked of a text, on a context of its own each time.
fn answer(optimize: bool, text: &str) -> [String; 4] {
    let engine = Engine::builder().optimize(optimize).limits(small()).build();
    let data = ContextData::from_json(CONTEXT).expect("the context can be read");
    let failed = |error: Error| format!("{error:#}\n{}", typed::error_to_json(&error));
    let template = match engine.compile(text) {
        Ok(template) => template,
        Err(error) => return [const { String::new() }; 4].map(|_| failed(error.clone())),
    };
    let value = template.eval(&data.context());
    let arena = Arena::default();
    let decided = template.matches(&data.context());
    [
        value.map_or_else(failed, |value| typed::value_to_json(&value).to_string()),
        template
            .render(&data.context())
            .map_or_else(failed, String::from),
        template
            .render_in(&data.context(), &arena)
            .map_or_else(failed, String::from),
        format!(
            "{} {:?}",
            decided.is_true(),
            decided.reason().cloned().map(failed)
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_anything_panic(text in prop::string::string_regex("(?s).{0,4096}").expect("the pattern is valid")) {
        answer(true, &text);
        answer(true, &format!("{{({text})}}"));
    }

    #[test]
    fn the_optimizer_changes_no_answer(text in soup()) {
        let text = format!("{{({text})}}");
        prop_assert_eq!(answer(true, &text), answer(false, &text));
    }

    #[test]
    fn the_optimizer_changes_no_condition(a in condition(), b in prop::sample::select(PATHS)) {
        for text in [format!("{{({a})}}"), format!("x{{({a})}}y{{({b})}}z")] {
            prop_assert_eq!(answer(true, &text), answer(false, &text), "{}", text);
        }
    }
}

/// The limits that the reference has no code for, each with its own.
#[test]
fn every_limit_has_its_code() {
    let nested = format!("{{({}1{})}}", "(".repeat(600), ")".repeat(600));
    let long = format!("{{('{}')}}", "x".repeat(2_000));
    let table = [
        (
            Limits {
                template_text: 100,
                ..Limits::default()
            },
            long.as_str(),
            2001,
        ),
        (Limits::default(), nested.as_str(), 2002),
        (
            Limits {
                operations: 100,
                ..Limits::default()
            },
            "{#list.![#list.![#list.![#list.![1]]]]}",
            2003,
        ),
        (
            Limits {
                produced_text: 1_000,
                ..Limits::default()
            },
            "{('ab' * 100 + 'cd' * 100 + 'ef' * 100 + 'gh' * 100)}",
            2004,
        ),
        (
            Limits {
                produced_items: 10,
                ..Limits::default()
            },
            "{#list.![#list.![#list]]}",
            2005,
        ),
    ];
    for (limits, text, code) in table {
        let engine = Engine::builder().limits(limits).build();
        let data = ContextData::from_json(CONTEXT).expect("the context can be read");
        let outcome = engine
            .compile(text)
            .and_then(|template| template.eval(&data.context()));
        assert_eq!(outcome.expect_err(text).code(), Some(Code(code)), "{text}");
    }
}

/// What an expression assigns is seen by later evaluations on the same context, and by none on another.
#[test]
fn assignments_stay_in_their_context() {
    let engine = Engine::new();
    let (mine, other) = (Context::new(), Context::new());
    assert_eq!(
        engine
            .eval("{(#x = 5) + 1}", &mine)
            .map(|value| value.to_string())
            .ok()
            .as_deref(),
        Some("6")
    );
    engine.eval("{#x = 5}", &mine).expect("it assigns");
    assert_eq!(
        engine.eval("{#x}", &mine).expect("it reads").to_string(),
        "5"
    );
    assert_eq!(
        engine.eval("{#x}", &other).expect("it reads").to_string(),
        "null"
    );
}

/// Threads share an engine and its cache.
#[test]
fn an_engine_is_shared_by_threads() {
    let engine = Engine::builder().cache_size(8).build();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for n in 0..200 {
                    let text = format!("{{({} + 1)}}", n % 20);
                    assert_eq!(
                        engine
                            .eval(&text, &Context::new())
                            .expect("it adds")
                            .to_string(),
                        (n % 20 + 1).to_string()
                    );
                }
            });
        }
    });
    let stats = engine.cache_stats();
    assert_eq!(stats.hits + stats.misses, 800);
    assert!(stats.entries <= 16, "{stats:?}");
}

/// A bad text is compiled once, not with every request.
#[test]
fn failures_are_remembered() {
    let engine = Engine::new();
    for _ in 0..3 {
        assert!(engine.template("{#a +}").is_err());
    }
    assert_eq!(
        (engine.cache_stats().misses, engine.cache_stats().hits),
        (1, 2)
    );
}
