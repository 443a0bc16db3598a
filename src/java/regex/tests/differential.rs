//! Where several engines may answer, they answer the same; and nothing panics.

use super::super::*;
use super::{MUCH, all_matches};
use proptest::prelude::*;

const QUANTIFIERS: [&str; 16] = [
    "", "", "", "", "*", "+", "?", "*?", "+?", "??", "*+", "?+", "{2}", "{1,3}", "{2,}?", "{0}",
];

const ATOMS: [&str; 26] = [
    "a",
    "b",
    "ab",
    ".",
    "[ab]",
    "[^a]",
    r"\w",
    r"\s",
    r"\b",
    r"\B",
    "^",
    "$",
    r"\z",
    r"\G",
    r"\R",
    r"\X",
    r"\1",
    r"\2",
    "é",
    r"\n",
    "(?s:.)",
    "(?i:A)",
    r"\p{L}",
    "[a-z&&[^b]]",
    "",
    "c",
];

const GROUPS: [&str; 12] = [
    "(", "(", "(", "(?:", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?m:", "(?iu:",
];

/// Patterns of the syntax, of which look-behinds may still be refused.
fn patterns() -> impl Strategy<Value = String> {
    let quantifier = || proptest::sample::select(&QUANTIFIERS[..]);
    let atom = (proptest::sample::select(&ATOMS[..]), quantifier())
        .prop_map(|(atom, quantifier)| format!("{atom}{quantifier}"));
    atom.prop_recursive(4, 12, 3, move |inner| {
        let group = (
            proptest::sample::select(&GROUPS[..]),
            inner.clone(),
            quantifier(),
        );
        prop_oneof![
            group.prop_map(|(open, body, quantifier)| format!("{open}{body}){quantifier}")),
            (inner.clone(), inner.clone()).prop_map(|(left, right)| format!("{left}{right}")),
            (inner.clone(), inner).prop_map(|(left, right)| format!("{left}|{right}")),
        ]
    })
}

fn texts() -> impl Strategy<Value = String> {
    let chars = prop_oneof![6 => "[abc]", 2 => "[ \r\n]", 1 => "[éA\u{301}\u{2028}\u{212A}]", 1 => Just("😀".to_owned())];
    proptest::collection::vec(chars, 0..10).prop_map(|chars| chars.concat())
}

fn limits() -> Limits {
    Limits {
        steps: 100_000,
        ..Limits::default()
    }
}

/// All matches by one way of scanning, or that the budget was used up.
fn scanned(
    pattern: &Pattern,
    subject: &Subject<'_>,
    captures: bool,
    quick: bool,
) -> Result<String, RegexError> {
    let groups = if captures { pattern.group_count() } else { 0 };
    all_matches(&mut Scan::new(pattern, subject, captures, quick)?, groups)
}

/// The same over units, with places in bytes.
fn scanned_by_units(pattern: &Pattern, text: &str, captures: bool) -> Result<String, RegexError> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let found = scanned(pattern, &Subject::Units(units.into()), captures, false)?;
    let byte = |unit: &str| {
        text.chars()
            .scan(0, |at, c| {
                Some((std::mem::replace(at, *at + c.len_utf16()), c.len_utf8()))
            })
            .take_while(|(at, _)| *at < unit.parse().unwrap_or(usize::MAX))
            .map(|(_, width)| width)
            .sum::<usize>()
    };
    let span = |span: &str| {
        span.split_once('-')
            .map_or(span.to_owned(), |(start, end)| {
                format!("{}-{}", byte(start), byte(end))
            })
    };
    Ok(found
        .split('|')
        .map(|found| found.split(' ').map(span).collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("|"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn engines_agree_about_whole_matches(source in patterns(), text in texts()) {
        let Ok(pattern) = Pattern::new(&source[..], limits()) else { return Ok(()) };
        let own = pattern.own_match(&text, Effort::Free, false);
        prop_assume!(own.is_ok());
        if let Some(engine) = pattern.whole_engine(&text) {
            prop_assert_eq!(engine.is_match(&text), own.clone());
        }
        if let Some(answer) = pattern.shape().matches(&text, u64::MAX) {
            prop_assert_eq!(Ok(answer), own);
        }
    }

    #[test]
    fn engines_agree_about_searches(source in patterns(), text in texts(), captures: bool) {
        let Ok(pattern) = Pattern::new(&source[..], limits()) else { return Ok(()) };
        let own = scanned_by_units(&pattern, &text, captures);
        prop_assume!(own.is_ok());
        if text.is_ascii() || pattern.search_engine(captures, &text).is_some() {
            prop_assert_eq!(scanned(&pattern, &Subject::Str(&text), captures, false), own.clone());
        }
        if text.is_ascii() {
            prop_assert_eq!(scanned(&pattern, &Subject::Str(&text), captures, true), own);
        }
    }

    #[test]
    fn what_java_counts_is_within_the_bound(source in patterns(), text in texts()) {
        let Ok(pattern) = Pattern::new(&source[..], limits()) else { return Ok(()) };
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut machine = pattern.machine(Utf16(&units), Effort::Free).unwrap();
        prop_assume!(machine.full_match().is_ok());
        let reads = machine.reads();
        prop_assert!(cost::safe_length(&pattern.ast, reads) < text.len().max(1), "{} reads", reads);
    }

    #[test]
    fn nothing_panics(
        source in "(?s)[\\[\\]()?*+{}|^$.&\\-\\\\<>=!:,#abpPQEkNuxXbcd0-2 \n\u{e9}😀]{0,16}",
        text in texts(),
        replacement in "[$\\\\{}n01a]{0,4}",
    ) {
        let Ok(pattern) = Pattern::new(&source[..], limits()) else { return Ok(()) };
        let units: Vec<u16> = text.encode_utf16().skip(1).collect();
        for text in [Text::Str(&text), Text::Units(&units)] {
            let _ = (pattern.full_match(text, Effort::Counted), pattern.looking_at(text), pattern.find_at(text, 1, None));
            let _ = (pattern.replace_all(text, &replacement[..], MUCH), pattern.split(text, 0, true, MUCH));
        }
    }
}
