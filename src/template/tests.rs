//! Templates: what is a hole, what is refused and where, and what a text may cost.
//!
//! Expected parts, codes and positions are answers of the reference engine.

use super::{ParseLimits, Part, Template, parse, rewrite, suspicious_literals};
use crate::diagnostic::{Code, ParseError};
use crate::syntax::{print, steps};

fn parsed(text: &str) -> Result<Template<'_>, ParseError> {
    parse(text, &ParseLimits::default())
}

/// Literals as they are, expressions in their canonical form between `‹›`.
fn parts(text: &str) -> Vec<String> {
    let part = |part: &Part<'_>| match part {
        Part::Literal(literal) => (*literal).to_owned(),
        Part::Expression { node, .. } => format!("‹{}›", print::canonical(node)),
    };
    parsed(text).map_or_else(
        |error| vec![error.to_string()],
        |template| template.parts.iter().map(part).collect(),
    )
}

// --- what is a hole --------------------------------------------------------------------------------------------------------------

#[test]
fn templates_are_cut_as_by_the_reference() {
    let rows: &[(&str, &[&str])] = &[
        ("", &[""]),
        (" ", &[" "]),
        ("plain text", &["plain text"]),
        ("{#a}", &["‹#a›"]),
        (" {#a} ", &[" ", "‹#a›", " "]),
        ("{   #a  }", &["‹#a›"]),
        ("{# a}", &["‹#a›"]),
        ("{T(java.lang.Math).PI}", &["‹T(java.lang.Math).PI›"]),
        ("{ (1) }", &["‹1›"]),
        ("{Today}", &["‹Today›"]),
        ("{1+2}", &["{1+2}"]),
        ("{'a'}{true}{!#a}{ }{}{)}", &["{'a'}{true}{!#a}{ }{}{)}"]),
        ("{\t#a}", &["{\t#a}"]),
        ("{\n#a}", &["{\n#a}"]),
        ("{\0#a}", &["{\0#a}"]),
        ("{T", &["{T"]),
        ("{(", &["{("]),
        ("{ #a", &["{ #a"]),
        ("${a} #{a}", &["${a} #{a}"]),
        ("#{#a}", &["#", "‹#a›"]),
        ("\\{#a}", &["\\", "‹#a›"]),
        ("{{#a}}", &["{", "‹#a›", "}"]),
        (
            "{\"a\": {\"b\": {#a}}}",
            &["{\"a\": {\"b\": ", "‹#a›", "}}"],
        ),
        ("$1 {#a} $2", &["$1 ", "‹#a›", " $2"]),
        ("it's {#a}", &["it's ", "‹#a›"]),
        ("text ) more ( {", &["text ) more ( {"]),
        ("{#a}}", &["‹#a›", "}"]),
        ("} {#a}", &["} ", "‹#a›"]),
        ("{a {b {#c} d} e}", &["{a {b ", "‹#c›", " d} e}"]),
        ("{('}')}", &["‹'}'›"]),
        ("{('{')}", &["{('{')}"]),
        ("{('{{a}}')}", &["{('{{a}}')}"]),
        ("{#m['a}']}", &["‹#m['a}']›"]),
        ("{#m['a{']}", &["‹m['a{']›"]),
        ("{#s.matches('[a-z]{5}')}", &["‹#s.matches('[a-z]{5}')›"]),
        ("{#s + {'a':{'b':1}}}", &["‹(s + {'a':{'b':1}})›"]),
        ("{##s + {'a':{'b':1}}}", &["‹(#s + {'a':{'b':1}})›"]),
        ("x {#s + {{1}}} {#i}", &["x ", "‹(s + {{1}})›", " ", "‹#i›"]),
        ("{({'a':{'b':'c'}})}", &["{({'a':{'b':'c'}})}"]),
        ("{#a\n}", &["‹#a›"]),
        ("{#a\u{b}}", &["‹#a›"]),
        ("日本{#a}é{ #b}😀", &["日本", "‹#a›", "é", "‹#b›", "😀"]),
    ];
    for (text, expected) in rows {
        assert_eq!(parts(text), *expected, "{text}");
    }
}

#[test]
fn the_rewrite_drops_spaces_and_puts_hashes_in() {
    let rows = [
        ("{#s}", "{##s}"),
        ("{   #s }", "{##s }"),
        ("{T(X)} { (1)}", "{#T(X)} {#(1)}"),
        ("{#s {#i}", "{#s {##i}"),
        ("{#a {b} c}", "{##a {b} c}"),
        ("{#list.![{{#this}}]}", "{#list.![{{##this}}]}"),
    ];
    for (text, rewritten) in rows {
        assert_eq!(
            rewrite::rewrite(text)
                .map(|rewritten| rewritten.text)
                .as_deref(),
            Some(rewritten),
            "{text}"
        );
    }
    for text in ["", "{", "{#", "{#a", "{ a}", "{#{{}}", "no braces"] {
        assert_eq!(rewrite::rewrite(text), None, "{text}");
    }
}

#[test]
fn spans_lie_in_the_original_and_positions_in_the_expression() {
    let text = "é {   #añb.c } and\n{ T(X).y + 1}";
    let template = parsed(text).unwrap();
    let expressions: Vec<_> = template
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Expression { node, text, span } => Some((node, text, *span)),
            Part::Literal(_) => None,
        })
        .collect();
    let (chain, seen, span) = &expressions[0];
    assert_eq!(
        (&***seen, span.of(text), chain.span.of(text)),
        ("#añb.c", "#añb.c", "#añb.c")
    );
    let (sum, seen, span) = &expressions[1];
    assert_eq!(
        (&***seen, span.of(text), sum.span.of(text), sum.at),
        ("T(X).y + 1", "T(X).y + 1", "T(X).y + 1", 7)
    );
}

#[test]
fn spans_stay_right_where_the_rewrite_touches_the_inside() {
    // The outer braces hold two more levels, so only the inner opener is rewritten.
    let text = "{#a.f({{ (x)}}, y)}";
    let template = parsed(text).unwrap_err();
    assert_eq!(template.diagnostic.primary.span.of(text), "(");
}

#[test]
fn a_text_without_holes_is_borrowed() {
    let text = "no { hole here".to_owned();
    let template = parsed(&text).unwrap();
    assert!(template.rewritten.is_none());
    assert!(
        matches!(template.parts[..], [Part::Literal(literal)] if std::ptr::eq(literal, &*text))
    );
}

// --- refusals --------------------------------------------------------------------------------------------------------------------

const REFUSED: &[(&str, &str)] = &[
    ("{#user name}", "EL1041E@6"),
    ("{#order.total 3}", "EL1041E@13"),
    ("{#a, #b}", "EL1041E@2"),
    ("{#a:b}", "EL1041E@2"),
    ("{(1 + 1}", "ParseException@8"),
    ("{#a == 1 == 2}", "EL1041E@8"),
    ("{#a < 2 <= 3}", "EL1041E@7"),
    ("{(2 ^ 3 ^ 4)}", "EL1043E@7"),
    ("{#n = 1 = 2}", "EL1041E@7"),
    ("{#n = 1 ? 2 : 3}", "EL1041E@7"),
    ("{(2--1)}", "EL1043E@4"),
    ("{#x++y}", "EL1041E@4"),
    ("{#f()()}", "EL1041E@4"),
    ("{('a')('b')}", "EL1041E@5"),
    ("{#list![name]}", "EL1041E@5"),
    ("{#list ?[name]}", "EL1041E@6"),
    ("{#list $[name]}", "EL1041E@6"),
    ("{#a & #b}", "EL1041E@3"),
    ("{#a +}", "EL1042E@3"),
    ("{#a * }", "EL1042E@3"),
    ("{#a == }", "EL1042E@3"),
    ("{#a and }", "EL1042E@3"),
    ("{#a or or or}", "EL1042E@9"),
    ("{(3 - * 2)}", "EL1070E@5"),
    ("{(* 2)}", "EL1070E@1"),
    ("{(&& true)}", "EL1070E@1"),
    ("{(== 2)}", "EL1070E@1"),
    ("{(and 2)}", "EL1043E@5"),
    ("{(1 % / 2)}", "EL1042E@3"),
    ("{(!)}", "EL1044E@1"),
    ("{(not)}", "EL1044E@1"),
    ("{(-)}", "EL1044E@1"),
    ("{(++)}", "IllegalArgumentException"),
    ("{(^ 2)}", "IllegalArgumentException"),
    ("{#i++ ++}", "EL1042E@5"),
    ("{(2^3--4)}", "EL1043E@4"),
    ("{(=)}", "IllegalArgumentException"),
    ("{#x = }", "IllegalArgumentException"),
    ("{#x ? 1}", "EL1044E@6"),
    ("{#x ? 1 ; 2}", "EL1082E@8"),
    ("{#x ? 1 2}", "EL1043E@7"),
    ("{#x ? : 2}", "IllegalArgumentException"),
    ("{#x ? 1 :}", "IllegalArgumentException"),
    ("{#x ? 1 : : 2}", "IllegalArgumentException"),
    ("{#x.}", "EL1044E@2"),
    ("{#x?.}", "EL1044E@2"),
    ("{#x.1}", "EL1049E@2"),
    ("{#x.'k'}", "EL1049E@2"),
    ("{#x..y}", "EL1049E@2"),
    ("{(.5)}", "EL1049E@1"),
    ("{(1..2)}", "EL1049E@2"),
    ("{(5.)}", "EL1049E@2"),
    ("{#x.+1}", "EL1049E@2"),
    ("{#x[]}", "EL1071E@2"),
    ("{#x[ ]}", "EL1071E@2"),
    ("{#x.?[]}", "EL1071E@3"),
    ("{#x.![]}", "EL1044E@3"),
    ("{#x[1,2]}", "EL1043E@4"),
    ("{#x[1 2]}", "EL1043E@5"),
    ("{#f(1 2)}", "EL1043E@5"),
    ("{#f(,)}", "IllegalArgumentException"),
    ("{#f(1,,2)}", "IllegalArgumentException"),
    ("{#f(1;2)}", "EL1082E@5"),
    ("{({1,})}", "IllegalArgumentException"),
    ("{({1 2})}", "EL1044E@1"),
    ("{({1:})}", "IllegalArgumentException"),
    ("{({a:1,b})}", "EL1043E@7"),
    ("{({a:1 b:2})}", "EL1043E@6"),
    ("{({:a})}", "EL1043E@3"),
    ("{({,1})}", "IllegalArgumentException"),
    ("{()}", "EL1044E@0"),
    ("{( )}", "EL1044E@0"),
    ("{T}", "EL1044E@1"),
    ("{T.x}", "EL1043E@1"),
    ("{T()}", "EL1043E@2"),
    ("{T(.)}", "EL1043E@3"),
    ("{T('x')}", "EL1043E@2"),
    ("{T(x}", "ParseException@5"),
    ("{T(x[1])}", "EL1043E@4"),
    ("{(new)}", "EL1043E@4"),
    ("{(new X)}", "EL1050E@6"),
    ("{(new X + 1)}", "EL1050E@7"),
    ("{(new 'X'())}", "EL1043E@5"),
    ("{(new int[2)}", "ParseException@12"),
    ("{(@)}", "EL1059E@1"),
    ("{(@1)}", "EL1059E@1"),
    ("{(@div)}", "EL1043E@2"),
    ("{#div}", "EL1043E@1"),
    ("{#'x'}", "EL1043E@1"),
    ("{##x}", "EL1043E@1"),
    ("{# }", "EL1044E@1"),
    ("{#x \\ 2}", "EL1065E@3"),
    ("{#x | 2}", "EL1069E@3"),
    ("{#x ~ 2}", "EL1082E@4"),
    ("{#x == \u{a0}1}", "EL1082E@7"),
    ("{#x == “a”}", "EL1082E@7"),
    ("{#été €}", "EL1082E@6"),
    ("{#x.😀}", "EL1082E@4"),
    ("{(3.4L)}", "EL1048E@1"),
    ("{(0x)}", "EL1035E@1"),
    ("{(0xL)}", "EL1036E@1"),
    ("{(0xFFFFFFFF)}", "EL1035E@1"),
    ("{(99999999999)}", "EL1035E@1"),
    ("{(99999999999999999999L)}", "EL1036E@1"),
    ("{(1e)}", "EL1040E@1"),
    ("{#x + 1e}", "ArrayIndexOutOfBoundsException"),
    ("{#x + 1e+}", "ArrayIndexOutOfBoundsException"),
    ("{(1eq 1)}", "EL1040E@1"),
    ("{(1lt 2)}", "EL1043E@3"),
    ("{(2div2)}", "EL1043E@3"),
    ("{(12abc)}", "EL1043E@3"),
    ("{#x\n  .y\n  + }", "EL1042E@10"),
    ("café {#x} 日本 {#y z}", "EL1041E@3"),
    ("{#s", "ParseException@0"),
    ("a {#s} b {#s", "ParseException@10"),
    ("{#s)}", "ParseException@4"),
    ("{#s[)}", "ParseException@5"),
    ("{#s['}", "ParseException@5"),
    ("{(1} + 2)}", "ParseException@4"),
    ("{#s {#i}", "ParseException@0"),
    ("{#s + (1} + 2)}", "ParseException@9"),
    ("{#f({{1},2)}", "ParseException@10"),
    ("{#list.![{{#this}}]}", "EL1043E@10"),
    ("{Text here}", "EL1041E@5"),
    ("{TRUE x}", "EL1041E@5"),
    ("{ #x  y }", "EL1041E@4"),
];

#[test]
fn mistakes_have_the_reference_s_code_and_position() {
    for (text, expected) in REFUSED {
        let error = parsed(text).expect_err(text);
        let name = error.code.map_or_else(
            || error.exception.unwrap_or("nothing").to_owned(),
            |code| code.to_string(),
        );
        let said = error
            .position
            .map_or_else(|| name.clone(), |at| format!("{name}@{at}"));
        assert_eq!(said, *expected, "{text}");
        let span = error.diagnostic.primary.span;
        assert!(
            text.get(span.start as usize..span.end as usize).is_some(),
            "{text}: {span:?}"
        );
    }
}

#[test]
fn the_first_mistake_in_the_text_wins() {
    for (text, code) in [
        ("{#a b} {#c", Some(Code::MORE_INPUT)),
        ("{#a} {#c", None),
        ("{#a +} {#f(}", Some(Code::RIGHT_OPERAND)),
    ] {
        assert_eq!(parsed(text).unwrap_err().code, code, "{text}");
    }
}

// --- limits ----------------------------------------------------------------------------------------------------------------------

#[test]
fn a_template_may_be_a_mebibyte_long() {
    let limit = ParseLimits::default().max_text;
    assert!(parsed(&"x".repeat(limit)).is_ok());
    assert_eq!(
        parsed(&"é".repeat(limit / 2 + 1)).unwrap_err().code,
        Some(Code::TEMPLATE_TOO_LONG)
    );
}

#[test]
fn the_length_of_an_expression_counts_without_its_blanks() {
    let text = |len: usize| format!("a {{#{}{}}} b", "s".repeat(len - 1), " ".repeat(20_000));
    assert!(parsed(&text(10_000)).is_ok());
    assert_eq!(
        parsed(&text(10_001)).unwrap_err().code,
        Some(Code::EXPRESSION_TOO_LONG)
    );
}

#[test]
fn the_work_of_the_template_grows_with_the_text() {
    let patterns = [
        "{#",
        "{ #",
        "{T",
        "{(",
        "{#{",
        "{#{}",
        "{#a} ",
        "{{#a}}",
        "{#{a}{b}",
        "{#(",
        "{#'",
        "{#'}",
        "{#}",
        "{   ",
        "{#{{}}",
        "{(a{b}",
        "}",
        "{#a{b}{c}d}",
        "{({})}",
    ];
    for pattern in patterns {
        let work = |count: usize| steps::of(|| parsed(&pattern.repeat(count)).is_ok());
        let (short, long) = (work(1_000), work(4_000));
        assert!(
            long <= 4 * short + 100,
            "{pattern}: {short} steps, four times as long {long}"
        );
    }
}

// --- suspicion -------------------------------------------------------------------------------------------------------------------

#[test]
fn text_that_looks_like_an_expression_is_found_and_mended() {
    let rows = [
        ("{request.method}", "{#request.method}"),
        ("a ${request.headers['x']} b", "a {#request.headers['x']} b"),
        ("#{api.name}", "{#api.name}"),
        ("{ response.status }", "{#response.status}"),
        ("{!#t}", "{(!#t)}"),
        ("{'a' + #b}", "{('a' + #b)}"),
        ("{\t#s}", "{#s}"),
        ("{{#request.id}}", "{#request.id}"),
        ("{({'a':{'b':'c'}})}", "{#({'a':{'b':'c'}})}"),
        ("{#s + {'a':{'b':1}}}", "{##s + {'a':{'b':1}}}"),
        ("é { #s + {{1}}}", "é {##s + {{1}}}"),
        ("x { #a.b", "x { #a.b}"),
    ];
    for (text, mended) in rows {
        let found = suspicious_literals(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        let result = found[0].mends[0].apply(text);
        assert_eq!(result, mended);
        assert_eq!(suspicious_literals(&result), [], "{text}");
        assert!(
            parsed(&result).is_ok_and(|template| template
                .parts
                .iter()
                .any(|part| matches!(part, Part::Expression { .. }))),
            "{text}"
        );
    }
}

#[test]
fn ordinary_text_raises_no_suspicion() {
    for text in [
        "",
        "{}",
        "{\"a\": 1}",
        "{\"a\": \"{#a}\"}",
        "/users/{id}",
        "{request}",
        "css {color: #fff}",
        "{#a}",
        "{T(X).y}",
        "#{#a}",
        "{{a}}",
        "{#m['a{b}']}",
    ] {
        assert_eq!(suspicious_literals(text), [], "{text}");
    }
}

#[test]
fn suspicion_is_bounded() {
    assert!(suspicious_literals(&"{request.a}".repeat(10_000)).len() <= 100);
    assert!(suspicious_literals(&"{(".repeat(100_000)).is_empty());
}
