//! What lines open, against the answers of the reference with the same lines.

use super::{Mode, Whitelist};
use crate::diagnostic::Severity;
use crate::{Context, Engine, Error, Owned};
use serde_json::json;

/// The text of a value, or the code of the error.
fn answer(mode: Mode, lines: &[&str], expression: &str) -> String {
    match eval(mode, lines, expression) {
        Ok(value) => value.to_string(),
        Err(error) => match error.code() {
            Some(code) => code.to_string(),
            None => error.exception().unwrap_or_default().to_owned(),
        },
    }
}

fn eval(mode: Mode, lines: &[&str], expression: &str) -> Result<Owned, Error> {
    let whitelist = Whitelist::parse(mode, lines);
    let engine = Engine::builder().whitelist(&whitelist).build();
    let (list, map) = (json!(["a", "b"]), json!({"a": "b"}));
    let mut context = Context::new();
    context.set("list", &list);
    context.set("map", &map);
    engine.eval(expression, &context)
}

fn message(lines: &[&str]) -> String {
    let whitelist = Whitelist::parse(Mode::Append, lines);
    let findings = whitelist.findings().iter();
    findings
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn append_adds_to_what_is_open() {
    use Mode::Append;
    let empty = "{(T(java.util.Optional).empty().isPresent())}";
    for (lines, expression, expected) in [
        (&[][..], empty, "EL1004E"),
        (&["class java.util.Optional"], empty, "false"),
        (
            &[
                "method java.util.Optional empty",
                "method java.util.Optional isPresent",
            ],
            empty,
            "false",
        ),
        (&["method java.util.Optional empty"], empty, "EL1004E"),
        (
            &["nonsense", "class no.such.X", "class java.util.Optional "],
            empty,
            "false",
        ),
        (&["class java.util.Optional extra"], empty, "false"),
        (&[" class java.util.Optional"], empty, "EL1004E"),
        (&["class  java.util.Optional"], empty, "EL1004E"),
        (&["class\tjava.util.Optional"], empty, "EL1004E"),
        (&["CLASS java.util.Optional"], empty, "EL1004E"),
        (&["# class java.util.Optional"], empty, "EL1004E"),
        (&["method java.util.Optional empty # why"], empty, "EL1004E"),
        (&[], "{(T(Math).abs(-1))}", "1"),
        (
            &["method java.util.Iterator next"],
            "{#list.iterator.next()}",
            "a",
        ),
    ] {
        assert_eq!(
            answer(Append, lines, expression),
            expected,
            "{lines:?} {expression}"
        );
    }
}

#[test]
fn replace_closes_what_no_line_names() {
    use Mode::Replace;
    let abs = ["method java.lang.Math abs int"];
    let text = [
        "method java.lang.String charAt int",
        "method java.lang.String getBytes String",
    ];
    let date = ["new java.util.Date long", "class java.lang.Object"];
    for (lines, expression, expected) in [
        (&abs[..], "{(T(Math).abs(-1))}", "1"),
        (&abs, "{(T(Math).abs(-1L))}", "1"),
        (&abs, "{('a'.length())}", "EL1004E"),
        (&abs, "{('a'.toString())}", "EL1004E"),
        (&abs, "{(#jsonPath('{\"a\": 1}', '$.a'))}", "1"),
        (&abs, "{('a'.length)}", "1"),
        (&abs, "{(new String('x'))}", "EL1003E"),
        (&text, "{('a'.charAt(0))}", "a"),
        (&text, "{('a'.getBytes('UTF-8'))}", "EL1004E"),
        (
            &date,
            "{(new java.util.Date(0).toString())}",
            "Thu Jan 01 00:00:00 UTC 1970",
        ),
        (&date, "{(new java.util.Date())}", "EL1003E"),
        (&["class java.util.List"], "{#list.size()}", "2"),
        (&["class java.util.List"], "{#list.isEmpty()}", "false"),
        (&["class java.util.Collection"], "{#list.get(0)}", "EL1004E"),
        (&["method java.util.List size"], "{#list.size()}", "2"),
        (&["method java.util.ArrayList size"], "{#list.size()}", "2"),
        (
            &["method java.util.LinkedList size"],
            "{#list.size()}",
            "EL1004E",
        ),
        (
            &["method java.util.Map$Entry getKey"],
            "{(#map.entrySet.iterator.next.getKey())}",
            "EL1007E",
        ),
        (&[], "{(T(Math).abs(1))}", "EL1004E"),
    ] {
        assert_eq!(
            answer(Replace, lines, expression),
            expected,
            "{lines:?} {expression}"
        );
    }
}

#[test]
fn a_class_that_declares_again_what_it_inherits_has_two_candidates() {
    let get = "{#list.get('0')}";
    assert_eq!(
        answer(Mode::Append, &["method java.util.List get int"], get),
        "a"
    );
    assert_eq!(
        answer(Mode::Append, &["method java.util.ArrayList get int"], get),
        "EL1031E"
    );
}

#[test]
fn only_the_word_append_appends() {
    for (word, mode) in [
        ("append", Mode::Append),
        ("Append", Mode::Replace),
        ("replace", Mode::Replace),
        ("", Mode::Replace),
    ] {
        assert_eq!(Mode::named(word), mode, "{word}");
    }
}

#[test]
fn arrays_and_nested_classes_are_written_in_both_ways() {
    for line in [
        "method java.lang.String getBytes java.lang.String",
        "method java.lang.String valueOf char[]",
        "method java.lang.String valueOf [C",
        "method java.lang.String join java.lang.CharSequence [Ljava.lang.CharSequence;",
        "method java.util.Map.Entry getKey",
        "method java.util.Map$Entry getKey",
        "new java.lang.String [B",
    ] {
        let whitelist = Whitelist::parse(Mode::Replace, [line]);
        assert!(
            whitelist.findings().is_empty(),
            "{}",
            whitelist.findings()[0]
        );
    }
}

#[test]
fn every_line_that_opens_nothing_says_why() {
    for (line, expected) in [
        (
            "field java.lang.Integer MAX_VALUE",
            "whitelist line 1: warning: found a `field` line, which opens nothing; public fields can be read without permission",
        ),
        (
            "annotation java.lang.Deprecated",
            "whitelist line 1: warning: found a `annotation` line, which opens nothing; expressions do not read annotations",
        ),
        (
            "clas java.util.List",
            "whitelist line 1: error: found `clas`, expected `class`, `method`, `new`",
        ),
        (
            "class",
            "whitelist line 1: error: found the end of the line, expected a class",
        ),
        (
            "method java.lang.String",
            "whitelist line 1: error: found the end of the line, expected the name of a method",
        ),
        (
            "  class java.util.List",
            "whitelist line 1: error: found white space that is not a single space between two words",
        ),
        (
            "class com.acme.Order",
            "whitelist line 1: warning: this engine has no class `com.acme.Order`; its members stay closed here",
        ),
        (
            "method java.lang.String charAt Int",
            "whitelist line 1: error: there is no type `Int`",
        ),
        (
            "method java.lang.String lenght",
            "whitelist line 1: error: `java.lang.String` has no method `lenght`",
        ),
        (
            "method java.lang.String charAt",
            "whitelist line 1: error: no method has these parameter types; there is `method java.lang.String charAt int`",
        ),
        (
            "method java.util.ArrayList containsAll java.util.Collection",
            "whitelist line 1: error: `java.util.ArrayList` does not declare `containsAll`, it inherits it from `java.util.Collection`",
        ),
        (
            "method java.util.List indexOf java.lang.Object",
            "whitelist line 1: warning: `java.util.List.indexOf(java.lang.Object)` is not available in this engine; calling it ends with EL2006E",
        ),
        (
            "method java.lang.System getenv",
            "whitelist line 1: warning: `java.lang.System.getenv()` is not available in this engine; calling it ends with EL2006E",
        ),
        (
            "new java.util.ArrayList int",
            "whitelist line 1: warning: `new java.util.ArrayList(int)` is not available in this engine; calling it ends with EL2006E",
        ),
        (
            "new java.util.ArrayList long",
            "whitelist line 1: error: no public constructor has these parameter types; there is `new java.util.ArrayList java.util.Collection`; there is `new java.util.ArrayList`; there is `new java.util.ArrayList int`",
        ),
        (
            "new java.lang.Math",
            "whitelist line 1: error: this class has no public constructor",
        ),
        (
            "class java.lang.Math",
            "whitelist line 1: warning: this is open already",
        ),
        ("", ""),
        ("# class java.util.List", ""),
    ] {
        assert_eq!(message(&[line]), expected);
    }
}

#[test]
fn slips_are_mended() {
    for (line, expected) in [
        ("clas java.util.Optional", "class java.util.Optional"),
        ("  class\tjava.util.Optional ", "class java.util.Optional"),
        ("class java.util.Optinal", "class java.util.Optional"),
        ("class Optional", "class java.util.Optional"),
        (
            "method java.lang.String lenght",
            "method java.lang.String length",
        ),
        (
            "method java.lang.String getBytes String",
            "method java.lang.String getBytes java.lang.String",
        ),
        (
            "method java.lang.String join java.lang.CharSequence CharSequence...",
            "method java.lang.String join java.lang.CharSequence java.lang.CharSequence[]",
        ),
    ] {
        let whitelist = Whitelist::parse(Mode::Append, [line]);
        let diagnostic = &whitelist.findings()[0].diagnostic;
        let mended = diagnostic.mends.first().map(|mend| mend.apply(line));
        assert_eq!(mended.as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn findings_count_lines_and_point_at_words() {
    let whitelist = Whitelist::parse(
        Mode::Append,
        ["", "method java.util.Optional get", "class java.util.Lst"],
    );
    let [finding] = whitelist.findings() else {
        panic!("one line of three is wrong");
    };
    let diagnostic = &finding.diagnostic;
    assert_eq!((finding.line, diagnostic.severity), (3, Severity::Warning));
    assert_eq!(
        (diagnostic.primary.span.start, diagnostic.primary.span.end),
        (6, 19)
    );
}

#[test]
fn what_is_opened_and_not_here_is_not_available() {
    for (line, expression) in [
        (
            "method java.util.List indexOf java.lang.Object",
            "{#list.indexOf('b')}",
        ),
        ("class java.util.List", "{#list.indexOf('b')}"),
        ("new java.util.ArrayList", "{(new java.util.ArrayList())}"),
        (
            "class java.util.ArrayList",
            "{(new java.util.ArrayList(5))}",
        ),
        (
            "method java.lang.System getenv",
            "{(T(java.lang.System).getenv())}",
        ),
    ] {
        assert_eq!(
            answer(Mode::Append, &[line], expression),
            "EL2006E",
            "{line}"
        );
    }
}

#[test]
fn any_text_is_a_line() {
    let long = "class ".to_owned() + &"x".repeat(1 << 20);
    let words = "method java.lang.String length".to_owned() + &" int".repeat(10_000);
    for line in [
        "class é",
        "class [",
        "class [[",
        "method [L; x",
        "new int",
        "class int",
        "class java.lang.String[]",
        "method java.lang.String x [[[[[[[[[[[[",
        "class $",
        "class .",
        "\u{0}",
        "class \u{2028}",
        long.as_str(),
        words.as_str(),
    ] {
        let whitelist = Whitelist::parse(Mode::Append, [line]);
        assert_eq!(
            whitelist.findings().len(),
            1,
            "{}",
            &line[..line.len().min(40)]
        );
    }
}
