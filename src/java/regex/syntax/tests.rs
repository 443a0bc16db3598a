use super::*;

fn parsed(pattern: &str) -> Result<Ast, SyntaxError> {
    parse(pattern.chars().map(u32::from).collect())
}

#[test]
fn faults_are_noticed_where_java_notices_them() {
    for &(pattern, index) in PATTERNS {
        assert_eq!(
            parsed(pattern).err().map(|error| error.index),
            index,
            "{pattern}"
        );
    }
}

#[test]
fn nesting_is_bounded() {
    let nested = |open: &str, close: &str, depth: usize| {
        format!("{}a{}", open.repeat(depth), close.repeat(depth))
    };
    for (open, close) in [
        ("(", ")"),
        ("(?:", ")*"),
        ("(?=", ")"),
        ("(?i:", ")"),
        ("[", "]"),
        ("[b&&", "]"),
    ] {
        assert!(
            parsed(&nested(open, close, MAX_NESTING / 2)).is_ok(),
            "{open}"
        );
        let error = parsed(&nested(open, close, 20_000)).expect_err(open);
        assert!(error.message.contains("nested"), "{error:?}");
    }
}

#[test]
fn groups_are_numbered_where_they_open() {
    let ast = parsed(r"(a(?<x>b))(?:c)(?<y2>d)\k<x>").expect("a pattern");
    assert_eq!(ast.groups, 3);
    assert_eq!(ast.names, [("x".to_owned(), 2), ("y2".to_owned(), 3)]);
    assert!(ast.refers_back);
}

/// Pattern, and `PatternSyntaxException.getIndex()` of Java 25 if it is refused.
#[rustfmt::skip]
const PATTERNS: &[(&str, Option<i32>)] = &[
    ("", None), ("a", None), ("*", Some(0)), ("a**", Some(2)), ("a*+", None), ("a+++", Some(3)), ("a{2}{3}", None),
    ("{2}", None), ("a{", Some(2)), ("a{x}", Some(2)), ("a{,2}", Some(2)), ("a{2,1}", Some(5)), ("a{99999999999}", Some(11)),
    ("a{2", Some(3)), ("a{2,", Some(4)), ("(", Some(1)), ("(a", Some(2)), ("a)", Some(0)), ("(?", Some(2)),
    ("(?:a", Some(4)), ("(?<n>a)(?<n>b)", Some(11)), ("(?<1>a)", Some(3)), ("(?<n", Some(4)), ("(?<n_1>a)", Some(4)),
    ("(?P<n>a)", Some(2)), ("(?#c)", Some(2)), ("(?$a)", Some(2)), ("(?i", Some(3)), ("(?i)*a", Some(4)),
    ("(?iz)a", Some(3)), ("(?-i", Some(4)), ("[", Some(0)), ("[]", Some(1)), ("[a", Some(1)), ("[]a]", None),
    ("[^]a]", None), ("[a-]", None), ("[z-a]", Some(3)), (r"[a-\d]", Some(4)), (r"[a-\v]", Some(4)), ("[a&&]", None),
    ("[&&]", Some(2)), ("[&&a]", None), ("[[a]b&&]", Some(6)), ("[a[b]", Some(4)), (r"[\b]", Some(2)), (r"\", Some(1)),
    (r"a\", Some(2)), (r"\y", Some(1)), (r"\E", Some(1)), (r"\k", Some(2)), (r"\k<n>", Some(4)), (r"(?<n>a)\k<n>", None),
    (r"\1", None), (r"\x4", Some(3)), (r"\x{110000}", Some(8)), (r"\x{41", Some(5)), (r"\u00", Some(4)),
    ("\\u{41}", Some(2)), (r"\0", Some(2)), (r"\08", Some(2)), (r"\c", Some(1)), (r"\p", Some(2)), (r"\p{", Some(3)),
    (r"\p{}", Some(3)), (r"\pL", None), (r"\pX", Some(2)), (r"\p{Foo}", Some(6)), (r"\p{foo=L}", Some(8)),
    (r"\p{IsFoo}", Some(8)), (r"\p{InFoo}", Some(8)), (r"\N", Some(2)), (r"\N{", Some(3)),
    (r"\N{LATIN SMALL LETTER A}", None), (r"\N{FOO}", Some(6)), (r"\b{", Some(3)), (r"\b{g", Some(4)), (r"\b{g}", None),
    (r"\b{2}", None), ("(?<=a+)b", None), ("(?<=(?:ab)+)c", Some(10)), (r"(?<=(a)\1)b", Some(8)), ("(?<=a{1,3})b", None),
    (r"\Q", None), (r"\Qa\E*", None), (r"a\Q*\E+", None), ("(?x) a # b", None), ("(?x)[a #b\n]", None), ("(?x)a {2}", None),
    (r"(?x)\ a", None), ("(?c)a", None), ("x{2147483648}", Some(11)), ("(?<n>a)|(?<m>b)", None), (r"\h\H\v\V\R\X", None),
    ("(?<a-b>x)", Some(4)), ("[a-z&&[^b", Some(8)), ("a|*", Some(2)), ("(|)", None), ("()", None), ("|", None),
    (r"\ud83d\ude00", None), (r"[\ud83d\ude00-\ud83d\ude01]", None), (r"\x4\Q1\E", Some(3)),
];
