//! The language: what parses to what, what is refused how, and that all parts of the room agree.
//!
//! Expected texts, codes and positions are answers of the reference engine.

use proptest::prelude::*;

use super::ast::{Kind, Node};
use super::{ParseLimits, Source, accepts, dump, lexer, locate, parse, print};
use crate::diagnostic::{ParseError, Span};

fn parsed(text: &str) -> Result<Node, ParseError> {
    parse(&Source::new(text, 0, &[]), text, &ParseLimits::default())
}

/// `EL1041E@3`, or the name of the exception that escapes from the reference.
fn refusal(text: &str) -> String {
    match parsed(text) {
        Ok(node) => print::canonical(&node),
        Err(ParseError {
            code: Some(code),
            position: Some(at),
            ..
        }) => format!("{code}@{at}"),
        Err(error) => error
            .exception
            .unwrap_or("neither code nor exception")
            .to_owned(),
    }
}

/// The tree without its places.
fn shape(node: &Node) -> String {
    let mut bare = node.clone();
    forget_places(&mut bare);
    dump::dump(&bare, "")
}

fn forget_places(node: &mut Node) {
    (node.at, node.span) = (0, Span::default());
    match &mut node.kind {
        Kind::List(nodes) | Kind::Chain(nodes) => nodes.iter_mut().for_each(forget_places),
        Kind::Function { args, .. } | Kind::Method { args, .. } | Kind::New { args, .. } => {
            args.iter_mut().for_each(forget_places);
        }
        Kind::Map(entries) => entries
            .iter_mut()
            .for_each(|(key, value)| [key, value].into_iter().for_each(forget_places)),
        Kind::NewArray { dims, init, .. } => dims
            .iter_mut()
            .flatten()
            .chain(init.as_deref_mut())
            .for_each(forget_places),
        Kind::Index { index: body, .. }
        | Kind::Projection { body, .. }
        | Kind::Selection { body, .. } => forget_places(body),
        Kind::Unary { operand, .. } | Kind::Step { operand, .. } => forget_places(operand),
        Kind::Ternary {
            condition,
            then,
            other,
        } => [condition, then, other]
            .into_iter()
            .for_each(|node| forget_places(node)),
        Kind::Binary { left, right, .. }
        | Kind::Elvis {
            value: left,
            other: right,
        }
        | Kind::Assign {
            target: left,
            value: right,
        } => {
            [left, right]
                .into_iter()
                .for_each(|node| forget_places(node));
        }
        _ => {}
    }
}

// --- forms -----------------------------------------------------------------------------------------------------------------------

const FORMS: &[(&str, &str)] = &[
    ("-2^2", "(-2 ^ 2)"),
    ("2^-1", "(2 ^ -1)"),
    ("2^3++4", "(2 ^ 3)"),
    ("#i^2++foo", "(#i ^ 2)"),
    ("!a == b", "(!a == b)"),
    ("not a == b", "(!a == b)"),
    ("!a and b", "(!a and b)"),
    ("-a++", "-a++"),
    ("++a++", "++a++"),
    ("a+++b", "(a++ + b)"),
    ("5 - -3", "(5 - -3)"),
    ("a or b and c", "(a or (b and c))"),
    ("a || b && c or d", "((a or (b and c)) or d)"),
    ("(#a = (#b = 1)) + #b", "(#a=#b=1 + #b)"),
    ("-5.toString()", "-5.toString()"),
    ("(-5).toString()", "-5.toString()"),
    ("a ?: b ?: c", "(a ?: (b ?: c))"),
    ("a ?: b ? c : d", "(a ?: (b ? c : d))"),
    ("a ? b : c ?: d", "(a ? b : (c ?: d))"),
    ("a ? b : c = d", "(a ? b : c=d)"),
    ("a ?: b = c", "(a ?: b=c)"),
    ("=1", "null=1"),
    ("?:1", "(null ?: 1)"),
    ("?:", "(null ?: null)"),
    ("?1:2", "(null ? 1 : 2)"),
    ("(a)", "a"),
    ("(a.b).c", "a.b.c"),
    ("a.[0]", "a[0]"),
    ("a?.[0]", "a?.[0]"),
    ("a.#b", "a.#b"),
    ("a?.#b.c", "a.#b.c"),
    ("[0]", "[0]"),
    ("![x].?[y]", "![x].?[y]"),
    ("{}", "{}"),
    ("{:}", "{}"),
    ("{a?b:c}", "{(a ? b : c)}"),
    ("{a?b:c:d}", "{(a ? b : c):d}"),
    ("{a:b?c:d}", "{a:(b ? c : d)}"),
    ("{1, {2, 3}}", "{1,{2,3}}"),
    ("a.?[b].^[c].$[d].![e]", "a.?[b].^[c].$[d].![e]"),
    ("#f(1,2L,3.5f,)", "#f(1,2,3.5)"),
    ("#x.f().g(1)", "#x.f().g(1)"),
    ("T(a b)", "T(a.b)"),
    ("T(java..lang.Math[][])", "T(java.lang.Math[][])"),
    ("T ( .java )", "T(java)"),
    ("T(a.1)", "T(a.1)"),
    ("new a.b(1)", "new a.b(1)"),
    ("new int[2][3]", "new int[2][3]"),
    ("new int[]{1,2}", "new int[] {1,2}"),
    ("@a.b", "@a.b"),
    ("@'a b'", "@a b"),
    ("&'c.d'", "'&c.d'"),
    ("#a[T]", "#a[T]"),
    ("#a[new]", "#a[new]"),
    ("1 + 2 * 3 - 4 / 5 % 6", "((1 + (2 * 3)) - ((4 / 5) % 6))"),
    ("a lt b", "(a < b)"),
    ("a DIV b mod c", "((a / b) % c)"),
    ("x between {1, 2}", "(x between {1,2})"),
    ("x instanceof T(String)", "(x instanceof T(String))"),
    ("x matches '[a-z]{2}'", "(x matches '[a-z]{2}')"),
    ("'it''s' + \"say \"\"no\"\"\"", "('it''s' + 'say \"no\"')"),
    ("0x1F + 010", "(31 + 10)"),
    (
        "1e3 + 1.50 + 1e-7 + 1e10 + 5e-324",
        "((((1000.0 + 1.5) + 1.0E-7) + 1.0E10) + 4.9E-324)",
    ),
    ("3.5F + 0.1f", "(3.5 + 0.1)"),
    ("1L + 0xFFFFFFFFL", "(1 + 4294967295)"),
    ("TRUE and Null eq FALSE", "(true and (null == false))"),
    ("or or or", "(or or or)"),
    ("mod + eq", "(mod + eq)"),
    ("and.or.not", "and.or.not"),
    ("a.true.new.T.and", "a.true.new.T.and"),
    ("dıv + 1", "(dıv + 1)"),
    ("6 dıv 2", "(6 / 2)"),
    ("1 İnſtanceof x", "(1 instanceof x)"),
    ("falſe", "false"),
];

#[test]
fn texts_parse_to_the_reference_s_form() {
    for (text, form) in FORMS {
        let node = parsed(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(print::canonical(&node), *form, "{text}");
    }
}

#[test]
fn the_faithful_form_parses_to_the_same_tree() {
    for (text, _) in FORMS {
        assert_reparses(text);
    }
}

fn assert_reparses(text: &str) {
    let node = parsed(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let source = print::source(&node);
    let again = parsed(&source).unwrap_or_else(|error| panic!("{text} as {source}: {error}"));
    assert_eq!(shape(&again), shape(&node), "{text} as {source}");
}

#[test]
fn the_faithful_form_keeps_what_the_reference_forgets() {
    let rows = [
        ("1L + 2.0f", "(1L + 2.0f)"),
        ("-(-x)", "-(-x)"),
        ("(a.b).c", "(a.b).c"),
        ("(new int[2])[0]", "(new int[2])[0]"),
        ("(a = 1) + 2", "((a = 1) + 2)"),
        ("{:}", "{:}"),
        ("@'a b'", "@'a b'"),
        ("@\"it's\"", "@\"it's\""),
        ("!([0])", "!([0])"),
        ("a++ ^ 2", "Err"),
        ("(a++) ^ 2", "((a++) ^ 2)"),
        ("$.[0]", "$.[0]"),
        ("m[a + T]", "m[a + T]"),
        ("T(0x1e)", "T(0x1e)"),
        ("1e999f", "1e999f"),
    ];
    for (text, form) in rows {
        let source = parsed(text).map_or("Err".to_owned(), |node| print::source(&node));
        assert_eq!(source, form, "{text}");
    }
}

#[test]
fn nodes_lie_where_the_reference_reports_them() {
    let text = "#f(1, a.b[0] ?: 'é' + -x++)";
    let dump = dump::dump(&parsed(text).unwrap(), text);
    let expected = [
        "function f @0 `#f(1, a.b[0] ?: 'é' + -x++)`",
        "  int 1 @3 `1`",
        "  elvis @13 `a.b[0] ?: 'é' + -x++`",
        "    chain @6 `a.b[0]`",
        "      property a @6 `a`",
        "      property b @8 `b`",
        "      index @9 `[0]`",
        "        int 0 @10 `0`",
        "    binary + @20 `'é' + -x++`",
        "      string \"é\" @16 `'é'`",
        "      postfix ++ @24 `-x++`",
        "        unary - @22 `-x`",
        "          property x @23 `x`",
    ];
    assert_eq!(dump.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn operands_that_are_left_out_are_null_beside_their_operator() {
    let text = "(?:) + (=1)";
    let dump = dump::dump(&parsed(text).unwrap(), text);
    let expected = [
        "binary + @5 `(?:) + (=1)`",
        "  elvis @1 `?:`",
        "    null @0",
        "    null @2",
        "  assign @8 `=1`",
        "    null @7",
        "    int 1 @9 `1`",
    ];
    assert_eq!(dump.lines().collect::<Vec<_>>(), expected);
    assert_eq!(
        dump::dump(&parsed("=1").unwrap(), "").lines().nth(1),
        Some("  null @-1")
    );
}

#[test]
fn spans_of_operators_cover_parentheses_of_their_operands() {
    for (text, covered) in [
        ("(a + b) * c ", "(a + b) * c"),
        ("-(a)", "-(a)"),
        ("( a ).b ?: (c )", "( a ).b ?: (c )"),
        ("(a)", "a"),
        ("(a)++", "(a)++"),
    ] {
        assert_eq!(parsed(text).unwrap().span.of(text), covered, "{text}");
    }
}

// --- refusals --------------------------------------------------------------------------------------------------------------------

/// Texts that cannot be the inside of a hole, where brackets and quotes always come in pairs.
const REFUSED: &[(&str, &str)] = &[
    ("f(1", "EL1051E@1"),
    ("f(", "EL1051E@1"),
    ("f(1,", "EL1051E@1"),
    ("'a", "EL1046E@0"),
    ("\"a", "EL1045E@0"),
    ("'a''", "EL1046E@0"),
    ("(1", "EL1044E@2"),
    ("(", "EL1044E@0"),
    ("[1", "EL1044E@2"),
    ("{1", "EL1044E@0"),
    ("{a:1", "EL1044E@4"),
    ("![1", "EL1044E@3"),
    ("?[", "EL1071E@0"),
    ("a ? b", "EL1044E@5"),
    ("1 +", "EL1042E@2"),
    ("#", "EL1044E@1"),
    ("@", "EL1059E@0"),
    ("T", "EL1044E@1"),
    ("T(", "EL1044E@2"),
    ("T(a", "EL1044E@3"),
    ("new", "EL1044E@3"),
    ("new a", "EL1050E@5"),
    ("new a(", "EL1051E@5"),
    ("new int[2", "EL1044E@9"),
    ("a.", "EL1044E@1"),
    ("1e", "ArrayIndexOutOfBoundsException"),
    ("0x", "EL1035E@0"),
    ("((1)", "EL1044E@4"),
    ("a[1", "EL1044E@3"),
    ("}", "EL1044E@0"),
    ("1\u{0}2", "EL1041E@2"),
    ("1e😀", "EL1082E@4"),
    ("a'", "EL1046E@1"),
];

#[test]
fn open_ends_are_reported_as_the_reference_does() {
    for (text, expected) in REFUSED {
        assert_eq!(refusal(text), *expected, "{text}");
    }
}

#[test]
fn an_expression_may_be_ten_thousand_units_long() {
    let text = |len: usize| format!("'{}'", "é".repeat(len - 2));
    assert!(parsed(&text(10_000)).is_ok());
    assert_eq!(refusal(&text(10_001)), "EL1079E@0");
}

// --- tokens ----------------------------------------------------------------------------------------------------------------------

#[test]
fn letters_are_those_of_the_reference_s_java() {
    let letters: Vec<char> = ('\0'..='\u{FFFF}')
        .filter(|c| c.is_alphabetic() || pest::unicode::LETTER(*c))
        .filter(|c| {
            let name = format!("#{c}");
            let accepted = accepts(&name, &ParseLimits::default());
            assert_eq!(
                accepted,
                lexer::tokens(&name).is_ok(),
                "U+{:04X}",
                *c as u32
            );
            accepted
        })
        .collect();
    // Counted with Java's `Character.isLetter` over all units.
    assert_eq!(letters.len(), 48_973);
    assert!(!accepts("#𝒜", &ParseLimits::default()));
}

#[test]
fn keywords_are_compared_as_java_does() {
    for (word, keyword) in [
        ("INSTANCEOF", "instanceof"),
        ("İnſtanceof", "instanceof"),
        ("ınstanceof", "instanceof"),
        ("matcheſ", "matches"),
        ("falſe", "false"),
    ] {
        assert!(lexer::is_keyword(word, keyword), "{word}");
    }
    for (word, keyword) in [
        ("instanceo", "instanceof"),
        ("àndor", "andor"),
        ("nuII", "null"),
    ] {
        assert!(!lexer::is_keyword(word, keyword), "{word}");
    }
}

// --- agreement -------------------------------------------------------------------------------------------------------------------

/// The grammar and the locator must accept the same texts; where they do not, a refusal would have no reason.
fn assert_agreement(text: &str) {
    let source = Source::new(text, 0, &[]);
    assert_eq!(
        accepts(text, &ParseLimits::default()),
        !locate::refuses(&source),
        "{text:?}"
    );
}

#[test]
fn grammar_and_locator_agree_on_the_tables() {
    FORMS
        .iter()
        .chain(REFUSED)
        .for_each(|(text, _)| assert_agreement(text));
}

/// Needs the recorded rows in `tests/conformance`.
#[test]
fn grammar_and_locator_agree_on_recorded_expressions() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance");
    let mut rows = 0;
    for file in std::fs::read_dir(folder).unwrap().flatten() {
        let lines = std::fs::read_to_string(file.path()).unwrap();
        for row in lines
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        {
            let Some(template) = row["expr"].as_str() else {
                continue;
            };
            assert_agreement(template.trim_start_matches('{').trim_end_matches('}'));
            rows += 1;
        }
    }
    assert!(rows > 10_000, "{rows} rows");
}

/// Pieces that join to almost anything, the reference's lexical oddities among them.
const PIECES: &[&str] = &[
    "1",
    "2L",
    "1.5",
    "1.5f",
    "0x1F",
    "0x",
    "1e",
    "1e5",
    "5.",
    "3.4L",
    "99999999999",
    "'a'",
    "'it''s'",
    "\"b\"",
    "'",
    "true",
    "null",
    "a",
    "#a",
    "#",
    "@",
    "&",
    "T",
    "T(String)",
    "T(",
    "new",
    "new X",
    "new X()",
    "new int[2]",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "?[",
    "![",
    "^[",
    "$[",
    ".",
    "?.",
    ":",
    ",",
    "?",
    "?:",
    "=",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "+",
    "++",
    "-",
    "--",
    "*",
    "/",
    "%",
    "^",
    "!",
    "not",
    "&&",
    "||",
    "and",
    "or",
    "eq",
    "ne",
    "lt",
    "div",
    "mod",
    "instanceof",
    "matches",
    "between",
    "|",
    "\\",
    "~",
    "é",
    "€",
    "😀",
    "\0",
    " ",
    "$",
    "_",
    "{}",
    "{:}",
    "()",
    "[0]",
    ".b",
    "?.c",
    "f(1)",
    ".![",
    "dıv",
    "falſe",
    "1lt",
    "1eq",
    "..",
    "\n",
    "\u{a0}",
];

fn soup() -> impl Strategy<Value = String> {
    let piece =
        (prop::sample::select(PIECES), prop::bool::weighted(0.3)).prop_map(|(piece, gap)| {
            if gap {
                format!("{piece} ")
            } else {
                piece.to_owned()
            }
        });
    prop::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

/// Expressions of the grammar, by templates whose `_` are filled with smaller ones.
fn expression() -> impl Strategy<Value = String> {
    const LEAVES: &[&str] = &[
        "1", "42L", "2.50", "1e-7", "0.1f", "0xFF", "'it''s'", "true", "null", "a", "#b", "mod",
        "@x", "T(a.b[])", "{}", "{:}", "#m[T]",
    ];
    const NODES: &[&str] = &[
        "(_)",
        "!_",
        "-(_)",
        "(++#i)",
        "(#i--)",
        "(_ + _)",
        "(_ - _ * _)",
        "(_ ^ _)",
        "(_ == _)",
        "(_ lt _)",
        "(_ and _ or _)",
        "(_ ? _ : _)",
        "(_ ?: _)",
        "(#v = _)",
        "{_, _}",
        "{_: _}",
        "#f(_, _)",
        "a.f(_)",
        "(_).g?.h",
        "(_)[_]",
        "#l.?[_]",
        "#l.![_].$[_]",
        "new X(_)",
        "new int[_]",
        "(_ matches _)",
        "(_ instanceof T(X))",
        "(_).#v",
        "[_]",
    ];
    prop::sample::select(LEAVES)
        .prop_map(str::to_owned)
        .prop_recursive(5, 40, 3, |inner| {
            (prop::sample::select(NODES), prop::collection::vec(inner, 3)).prop_map(
                |(node, parts)| {
                    let mut parts = parts.into_iter();
                    node.chars()
                        .map(|c| {
                            if c == '_' {
                                parts.next().unwrap_or_default()
                            } else {
                                c.to_string()
                            }
                        })
                        .collect()
                },
            )
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn grammar_and_locator_agree_on_token_soup(text in soup()) {
        assert_agreement(&text);
    }

    #[test]
    fn every_expression_reparses(text in expression()) {
        assert_reparses(&text);
    }

    #[test]
    fn accepted_soup_reparses(text in soup()) {
        if parsed(&text).is_ok() {
            assert_reparses(&text);
        }
    }
}
