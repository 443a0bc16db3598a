//! What does not compile or evaluate, with the class of the reference's exception.

use super::{SHOP, class_of};
use crate::functions::xpath::{Failure, Limits, XPath, XPathError, gravitee_xpath};

const TRANSFORMER: &str = "javax.xml.transform.TransformerException";
const CONVERSION: &str = "com.sun.org.apache.xpath.internal.XPathException";
const CAST: &str = "java.lang.ClassCastException";
const NULL: &str = "java.lang.NullPointerException";

#[test]
fn malformed_paths_do_not_compile() {
    let paths = [
        "",
        " ",
        "[",
        "]",
        "//",
        "///a",
        "a/",
        "a[",
        "a[]",
        "a]",
        "(",
        "()",
        "(a",
        "a)",
        "@",
        "@@a",
        "a b",
        "1 2",
        "a,b",
        "+1",
        "--1",
        "1+",
        "a or",
        "|a",
        "a|",
        "a||b",
        "a!b",
        "!",
        ":a",
        "a :b",
        "*:a",
        "a::b",
        "child::",
        "foo::a",
        "\"a",
        "'a",
        "\"a\"b",
        "1.2.3",
        "1e3",
        "1E3",
        "1L",
        "0x",
        "1.5-1",
        "1or 2",
        "1 or2",
        "é::a",
        "١",
        "😀",
        "#",
        "{",
        "a\\b",
        "a^b",
        ".[1]",
        "..[1]",
        "a[b]c",
        "text(\"x\")",
        "processing-instruction(x)",
        "a/f()",
        "a/position()",
        "f()",
        "matches(a,b)",
        "document(\"x\")",
        "string(1,2)",
        "count()",
        "concat(1)",
        "true(1)",
        "f:g(1",
        "f(,",
        "concat(a,)",
        "concat(,a)",
        "1 quo 2",
        "\"a\"/b",
        "1/b",
        "1[1]",
        "\"a\"[1]",
        "/a | (/b)",
        "/a | count(/b)",
        "\"a\" | /b",
        "/a | \"b\"",
        "/a | $x",
        "**",
    ];
    for path in paths {
        assert!(XPath::compile(path).is_err(), "{path}");
        assert_eq!(class_of(path), TRANSFORMER, "{path}");
    }
}

#[test]
fn odd_paths_compile() {
    let paths = [
        "*",
        "* * *",
        "div div div",
        "or or or",
        "and",
        "a#b",
        "a%b",
        "a&b",
        "a;b",
        "a{b",
        "_",
        "_a",
        "é",
        "a😀",
        "a.b",
        "a..b",
        "3-2",
        "a-b",
        "- 1",
        "a/*()",
        "child::*()",
        "child ::a",
        "child:: a",
        "$",
        "$ x",
        "$1",
        "$a:b",
        "(a) | b",
        "a | id(\"x\")",
        "a = \"x\" | b",
        "processing-instruction( )",
        "'a'or'b'",
        "a[b][c]",
        "/",
    ];
    for path in paths {
        assert!(XPath::compile(path).is_ok(), "{path}");
    }
}

#[test]
fn evaluation_fails_with_the_class_of_the_reference() {
    let table = [
        ("$x", TRANSFORMER),
        ("$", TRANSFORMER),
        ("f:g()", TRANSFORMER),
        ("f:g(here())", NULL),
        ("//shelf[$x]", TRANSFORMER),
        ("count(\"a\")", CONVERSION),
        ("sum(1)", CONVERSION),
        ("name(\"a\")", CONVERSION),
        ("(1)[1]", CAST),
        ("(\"a\")/b", CAST),
        ("string(shop)[1]", CAST),
        ("not(shop)/a", CAST),
        ("//box | //box = true()", CAST),
        ("here()", NULL),
        ("key(\"a\", \"b\")", NULL),
        ("shop[-1] | shelf", NULL),
        ("/shop = \"a\" | shelf", NULL),
        ("function-available(\"a:b\")", NULL),
        ("element-available(\"a:b\")", NULL),
        ("system-property(\"a:b\")", NULL),
        (
            "system-property(\"\")",
            "java.lang.IllegalArgumentException",
        ),
        (
            "substring(\"abc\", 3, -1)",
            "java.lang.StringIndexOutOfBoundsException",
        ),
    ];
    for (path, class) in table {
        assert_eq!(class_of(path), class, "{path}");
    }
}

#[test]
fn what_is_not_needed_cannot_fail() {
    let limits = Limits::default();
    for path in [
        "true() or $x",
        "false() and $x",
        "//nope[$x]",
        "//nope = \"x\" | a",
        "string(//box[1 = 1 or $x])",
    ] {
        assert!(gravitee_xpath(SHOP, path, None, &limits).is_ok(), "{path}");
    }
}

#[test]
fn messages_say_what_was_found_before_what_was_expected() {
    let message = |path| match XPath::compile(path) {
        Err(error) => error.to_string(),
        Ok(path) => panic!("{path:?}"),
    };
    assert_eq!(message("a["), "path ended, expected a location path");
    assert_eq!(message("a[)"), "found `)`, expected a location path");
    assert_eq!(
        message("matches(a)"),
        "`matches` is no function of XPath 1.0"
    );
    assert_eq!(
        message("concat(a)"),
        "wrong number of arguments for `concat`"
    );
    let document = gravitee_xpath("<a><b></a>", "a", None, &Limits::default());
    let failure = document.err().map(|failure| failure.to_string());
    assert_eq!(
        failure.as_deref(),
        Some("end tag `a` closes no open element (byte 6)")
    );
    assert_eq!(Failure::from(XPathError::Empty).to_string(), "empty path");
}
