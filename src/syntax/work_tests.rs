//! How work and stack grow with a text, counted and bounded, never timed.

use std::num::NonZeroUsize;
use std::thread;

use pest::Parser;
use pest::error::ErrorVariant;

use super::ast::Kind;
use super::grammar::{Grammar, Rule};
use super::{ParseLimits, Source, dump, locate, nesting, parse, print, steps, tree};
use crate::diagnostic::Code;

/// Opening and closing halves of everything that nests or repeats, with an innermost part.
const CONSTRUCTS: &[(&str, &str, &str)] = &[
    ("(", "1", ")"),
    ("[", "1", "]"),
    ("a[", "1", "]"),
    ("f(", "1", ")"),
    ("f(1,", "1", ")"),
    ("#f(", "1", ")"),
    ("new X(", "1", ")"),
    ("new int[", "1", "]"),
    ("{", "1", "}"),
    ("{1,", "1", "}"),
    ("{1:", "1", "}"),
    ("{", "1", ":1}"),
    ("![", "1", "]"),
    ("a.?[", "1", "]"),
    ("a.^[", "1", "]"),
    ("a?.$[", "1", "]"),
    ("?:.a[", "1", "]"),
    (".a[", "1", "]?:"),
    ("!", "1", ""),
    ("not ", "1", ""),
    ("-", "1", ""),
    ("++", "a", ""),
    ("a?", "1", ":b"),
    ("a?b:", "1", ""),
    ("a?:", "1", ""),
    ("(a?b:", "1", ")"),
    ("1+", "1", ""),
    ("1*2+3<4&&5||", "1", ""),
    ("a.b?.c", "", ""),
    ("a[0]", "", ""),
    ("'x'+", "'y'", ""),
    ("''", "", ""),
    ("T(x).", "a", ""),
    ("{}", "", ""),
    ("2^3++", "1", ""),
];

/// For tests in which deep recursion is not the matter.
fn on_a_large_stack(work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new()
        .stack_size(1 << 30)
        .spawn(work)
        .unwrap();
    thread.join().unwrap();
}

fn on_an_ordinary_stack(work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(work)
        .unwrap();
    thread.join().unwrap();
}

/// The text `count` levels deep: whole, without its end, and with a mistake inside, behind and before it.
fn texts((open, inner, close): (&str, &str, &str), count: usize) -> [String; 5] {
    let (opened, closed) = (open.repeat(count), close.repeat(count));
    [
        format!("{opened}{inner}{closed}"),
        opened.clone(),
        format!("{opened}{inner} 1{closed}"),
        format!("{opened}{inner}{closed} 1"),
        format!("* {opened}{inner}{closed}"),
    ]
}

/// The parser generator can count its calls against a limit for the whole process. This one is beyond what any other test
/// of this binary needs, and within reach of work that grows faster than the text.
const CALLS: usize = 4_000_000;

#[test]
fn the_work_of_the_grammar_grows_with_the_text() {
    let runs_out = |text: &str| {
        let refused = Grammar::parse(Rule::hole, text).err();
        refused.is_some_and(|error| matches!(error.variant, ErrorVariant::CustomError { .. }))
    };
    pest::set_call_limit(NonZeroUsize::new(CALLS));
    on_a_large_stack(move || {
        for construct in CONSTRUCTS {
            for text in texts(*construct, 1_000) {
                assert!(!runs_out(&text), "{construct:?}");
            }
        }
        assert!(
            runs_out(&"1+".repeat(CALLS / 10)),
            "the limit does not bite"
        );
    });
    pest::set_call_limit(None);
}

#[test]
fn all_other_work_grows_with_the_text() {
    on_a_large_stack(|| {
        let work = |text: &str| {
            let source = Source::new(text, 0, &[]);
            steps::of(|| nesting::too_deep(text, usize::MAX))
                + steps::of(|| tree(&source, usize::MAX).is_ok())
                + steps::of(|| locate::refuses(&source))
        };
        for construct in CONSTRUCTS {
            for (short, long) in texts(*construct, 150).iter().zip(texts(*construct, 600)) {
                let (short, long) = (work(short), work(&long));
                assert!(
                    long <= 4 * short + 100,
                    "{construct:?}: {short} steps, four times as long {long}"
                );
            }
        }
    });
}

#[test]
fn nesting_is_refused_before_it_can_exhaust_a_stack() {
    on_an_ordinary_stack(|| {
        let limits = ParseLimits::default();
        for construct in CONSTRUCTS {
            for text in texts(*construct, 490)
                .into_iter()
                .chain(texts(*construct, 2_500))
            {
                // Refused or not, nothing below may overflow.
                if let Ok(node) = parse(&Source::new(&text, 0, &[]), &text, &limits) {
                    assert_eq!(node, node.clone());
                    assert!(print::source(&node).len() >= print::canonical(&node).len());
                    assert!(dump::dump(&node, &text).lines().count() >= node.spine().1.len());
                }
            }
        }
    });
}

#[test]
fn the_nesting_limit_is_exact() {
    let limits = ParseLimits {
        max_nesting: 20,
        ..ParseLimits::default()
    };
    for (open, close) in [
        ("(", ")"),
        ("!", ""),
        ("a?b:", ""),
        ("f(", ")"),
        ("a?:", ""),
        ("[", "]"),
    ] {
        let code = |count: usize| {
            let text = format!("{}1{}", open.repeat(count), close.repeat(count));
            parse(&Source::new(&text, 0, &[]), &text, &limits)
                .err()
                .and_then(|error| error.code)
        };
        assert_eq!(code(19), None, "{open}");
        assert_eq!(code(21), Some(Code::NESTING_TOO_DEEP), "{open}");
    }
}

#[test]
fn the_depth_of_the_tree_is_bounded_too() {
    let limits = ParseLimits {
        max_nesting: 20,
        ..ParseLimits::default()
    };
    let text = format!("{}1{}", "1 + 2 * (".repeat(15), ")".repeat(15));
    let error = parse(&Source::new(&text, 0, &[]), &text, &limits).unwrap_err();
    assert_eq!(error.code, Some(Code::NESTING_TOO_DEEP));
}

#[test]
fn a_chain_of_five_thousand_operands_is_no_nesting() {
    on_an_ordinary_stack(|| {
        for operator in ["+", "*", "or ", "&&"] {
            let operators = 9_999 / (operator.len() + 1);
            let text = "1".to_owned() + &format!("{operator}1").repeat(operators);
            let node = parse(&Source::new(&text, 0, &[]), &text, &ParseLimits::default()).unwrap();
            let (first, spine) = node.spine();
            assert_eq!((&first.kind, spine.len()), (&Kind::Int(1), operators));
            assert_eq!(node, node.clone());
            assert_eq!(print::source(&node).matches('(').count(), operators);
        }
    });
}
