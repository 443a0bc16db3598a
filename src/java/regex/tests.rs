//! Every question, asked of every engine that may answer it, against what Java 25 answered.

mod answers;
mod differential;

use super::translate::Question;
use super::*;

const MUCH: usize = 1 << 20;

fn pattern(source: &str) -> Pattern {
    Pattern::new(source, Limits::default()).unwrap_or_else(|error| panic!("{source}: {error:?}"))
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// The answers to a whole match by each way there is.
fn whole_matches(source: &str, text: &str) -> Vec<(&'static str, Result<bool, RegexError>)> {
    let pattern = pattern(source);
    let mut answers = vec![
        ("free", pattern.full_match(text, Effort::Free)),
        ("counted", pattern.full_match(text, Effort::Counted)),
        ("units", pattern.full_match(&units(text)[..], Effort::Free)),
    ];
    answers.extend(
        pattern
            .whole_engine(text)
            .map(|engine| ("engine", engine.is_match(text))),
    );
    answers.extend(
        pattern
            .shape()
            .matches(text, u64::MAX)
            .map(|answer| ("shape", Ok(answer))),
    );
    answers
}

#[test]
fn whole_matches_are_those_of_java() {
    for &(source, text, expected) in answers::MATCHES {
        for (way, answer) in whole_matches(source, text) {
            assert_eq!(answer, Ok(expected), "{source} on {text:?} ({way})");
        }
    }
}

fn shown(captures: &Captures, groups: usize) -> String {
    let group = |group| {
        captures
            .group(group)
            .map_or("_".to_owned(), |(start, end)| format!("{start}-{end}"))
    };
    (0..=groups).map(group).collect::<Vec<_>>().join(" ")
}

fn all_matches(scan: &mut Scan<'_>, groups: usize) -> Result<String, RegexError> {
    let mut found = Vec::new();
    while let Some(captures) = scan.next()? {
        found.push(shown(&captures, groups));
    }
    Ok(found.join("|"))
}

#[test]
fn searches_find_and_capture_what_java_does() {
    for &(source, text, expected) in answers::SEARCHES {
        let pattern = pattern(source);
        let units = units(text);
        let mut subjects = vec![(Subject::Units(units[..].into()), false)];
        if text.is_ascii() {
            subjects.extend([(Subject::Str(text), false), (Subject::Str(text), true)]);
        }
        for (subject, quick) in subjects {
            let mut scan = Scan::new(&pattern, &subject, true, quick).unwrap();
            assert_eq!(
                all_matches(&mut scan, pattern.group_count()),
                Ok(expected.to_owned()),
                "{source} on {text:?}, quick: {quick}"
            );
        }
    }
}

#[test]
fn a_search_starts_at_a_byte_and_answers_in_bytes() {
    let digits = pattern(r"(\d)\d");
    let found = digits.find_at("é12 34", 0, None).unwrap().unwrap();
    assert_eq!(
        (found.group(0), found.group(1), found.group(2)),
        (Some((2, 4)), Some((2, 3)), None)
    );
    assert_eq!(
        digits.find_at("é12 34", 3, None).unwrap().unwrap().group(0),
        Some((5, 7))
    );
    assert_eq!(digits.find_at("é12 34", 6, None), Ok(None));
    assert_eq!(digits.find_at("", 1, None), Ok(None));
    // By our own matcher, over units.
    let behind = pattern("(?<=é)(.)");
    assert_eq!(
        behind.find_at("aé😀b", 0, None).unwrap().unwrap().group(1),
        Some((3, 7))
    );
    assert_eq!(
        pattern(r"\Gb")
            .find_at("abb", 2, Some(2))
            .unwrap()
            .unwrap()
            .group(0),
        Some((2, 3))
    );
    assert_eq!(pattern(r"\Gb").find_at("abb", 2, Some(1)), Ok(None));
}

#[test]
fn only_the_start_has_to_match_when_looking_at() {
    for (source, text, expected) in [
        ("a", "ab", true),
        ("b", "ab", false),
        ("", "", true),
        ("a$", "ab", false),
        ("a|ab", "abc", true),
    ] {
        assert_eq!(pattern(source).looking_at(text), Ok(expected), "{source}");
    }
}

fn text_of(result: Result<Piece<'_>, RegexError>) -> Result<String, &'static str> {
    match result {
        Ok(Piece::Str(text)) => Ok(text.into_owned()),
        Ok(Piece::Units(units)) => Ok(String::from_utf16(&units).expect("well-formed units")),
        Err(RegexError::Thrown(thrown)) => Err(thrown.class.rsplit('.').next().unwrap_or_default()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn replacements_are_those_of_java() {
    for &(source, text, replacement, all, first) in answers::REPLACEMENTS {
        let pattern = pattern(source);
        let units = units(text);
        for text in [Text::Str(text), Text::Units(&units)] {
            assert_eq!(
                text_of(pattern.replace_all(text, replacement, MUCH)),
                all.map(str::to_owned),
                "{source} to {replacement}"
            );
            assert_eq!(
                text_of(pattern.replace_first(text, replacement, MUCH)),
                first.map(str::to_owned),
                "{source} to {replacement}"
            );
        }
    }
}

#[test]
fn splits_are_those_of_java() {
    for &(source, text, dropped, kept, two) in answers::SPLITS {
        let pattern = pattern(source);
        for (limit, expected) in [(0, dropped), (-1, kept), (2, two)] {
            let pieces = pattern.split(text, limit, false, MUCH).unwrap();
            let texts: Vec<_> = pieces
                .into_iter()
                .map(|piece| text_of(Ok(piece)).unwrap())
                .collect();
            assert_eq!(texts, expected, "{source} on {text:?} with {limit}");
        }
    }
}

#[test]
fn delimiters_stand_between_the_parts() {
    let parts = |limit| -> Vec<String> {
        let pieces = pattern("[,;]").split("a,b;;c", limit, true, MUCH).unwrap();
        pieces
            .into_iter()
            .map(|piece| text_of(Ok(piece)).unwrap())
            .collect()
    };
    assert_eq!(parts(0), ["a", ",", "b", ";", "", ";", "c"]);
    assert_eq!(parts(2), ["a", ",", "b;;c"]);
    assert_eq!(parts(1), ["a,b;;c"]);
}

#[test]
fn pairs_are_cut_in_two_by_empty_matches() {
    let halves: Vec<u16> = units("😀");
    let pieces = pattern("").split("a😀", -1, false, MUCH).unwrap();
    let half = |index: usize| Piece::Units(halves[index..=index].to_vec().into());
    let text = |text: &'static str| Piece::Str(text.into());
    assert_eq!(pieces, [text("a"), half(0), half(1), text("")]);
    let dashed = pattern("").replace_all("😀", "-", MUCH).unwrap();
    assert_eq!(
        dashed,
        Piece::Units([45, halves[0], 45, halves[1], 45].to_vec().into())
    );
    assert_eq!(pattern("x*").replace_all("😀", "", MUCH), Ok(text("😀")));
}

#[test]
fn lone_halves_are_characters() {
    let lone = [0x61, 0xD83D, 0x62];
    for (source, expected) in [
        ("a.b", true),
        (r"a\uD83Db", true),
        ("a[^x]b", true),
        (r"a\p{Cs}b", true),
        ("a😀b", false),
        (r"a\wb", false),
    ] {
        assert_eq!(
            pattern(source).full_match(&lone[..], Effort::Free),
            Ok(expected),
            "{source}"
        );
    }
    let source: Vec<u16> = vec![0x5B, 0xD83D, 0x5D, 0x2B];
    let lone_pattern = Pattern::new(&source[..], Limits::default()).unwrap();
    assert_eq!(
        lone_pattern.replace_all(&lone[..], "-", MUCH),
        Ok(Piece::Str("a-b".into()))
    );
    assert_eq!(
        pattern("b").replace_all("ab", &lone[1..2], MUCH),
        Ok(Piece::Units([0x61, 0xD83D].to_vec().into()))
    );
}

#[test]
fn unchanged_texts_are_not_copied() {
    let text = String::from("abc");
    let piece = pattern("x").replace_all(&text[..], "y", MUCH).unwrap();
    assert!(
        matches!(piece, Piece::Str(std::borrow::Cow::Borrowed(same)) if std::ptr::eq(same, &raw const *text))
    );
}

#[test]
fn a_boundary_within_clusters_throws_where_java_looks_behind_the_text() {
    let error = pattern(r"(?=.*)a\b{g}b")
        .full_match("ab", Effort::Free)
        .unwrap_err();
    let RegexError::Thrown(thrown) = error else {
        panic!("{error:?}");
    };
    assert_eq!(thrown.class, "java.lang.StringIndexOutOfBoundsException");
}

// Budgets

/// Java gives up on the first of these after a million reads and answers the others.
#[test]
fn the_operator_gives_up_where_java_does() {
    let text = format!("{}!", "a".repeat(40));
    let gives_up = [
        "(.*a){20}",
        ".*.*.*.*.*.*.*.*=.*",
        r"(a+)*?\d",
        "(?:(?:a+)+)+b",
        "(?:a|aa){20,}b",
    ];
    for source in gives_up {
        assert_eq!(
            pattern(source).full_match(&text[..], Effort::Counted),
            Err(RegexError::WorkLimit),
            "{source}"
        );
        assert_eq!(
            pattern(source).full_match(&text[..], Effort::Free),
            Ok(false),
            "{source}"
        );
    }
    for source in [
        "(a+)+",
        "(a|aa)+",
        "(a*)*b",
        "(.*)*x",
        "(a|a)*b",
        "((a+)b?)+c",
    ] {
        assert_eq!(
            pattern(source).full_match(&text[..], Effort::Counted),
            Ok(false),
            "{source}"
        );
    }
}

#[test]
fn reads_are_counted_as_java_counts_them() {
    let text = format!("{}!", "a".repeat(40));
    let rows = [
        ("(a+)+", 861),
        ("(a|aa)+", 122),
        ("(a*)*b", 1723),
        ("(.*)*x", 2584),
        ("((a+)b?)+c", 2501),
        ("(a+){2,}b", 3162),
    ];
    for (source, reads) in rows {
        let pattern = pattern(source);
        let mut machine = pattern
            .machine(Ascii(text.as_bytes()), Effort::Counted)
            .unwrap();
        assert_eq!(
            (machine.full_match(), machine.reads()),
            (Ok(false), reads),
            "{source}"
        );
        assert!(
            cost::safe_length(&pattern.ast, reads) < text.len(),
            "{source}"
        );
    }
}

#[test]
fn most_patterns_are_safe_for_long_texts() {
    for (source, length) in [
        ("GET|POST", 1_000_000),
        (r"^/api/v\d+/.*$", 10_000),
        (r"[\w.]+@\w+\.com", 10_000),
        (".*a.*", 200),
    ] {
        assert!(
            cost::safe_length(&pattern(source).ast, Limits::default().reads) > length,
            "{source}"
        );
    }
}

#[test]
fn catastrophes_end_with_an_error() {
    let limits = Limits {
        steps: 200_000,
        ..Limits::default()
    };
    let text = "a".repeat(60);
    for source in [
        r"(a+)+\1b",
        r"(?:(a|aa)+\1)+b",
        r"(?=(a+)+b)a\1",
        r"(?:(?:a+)+)+(?!a)\1?b()",
    ] {
        let pattern = Pattern::new(source, limits).unwrap();
        let answers = [
            pattern.full_match(&text[..], Effort::Free).map(|_| ()),
            pattern.replace_all(&text[..], "", MUCH).map(|_| ()),
            pattern.split(&text[..], 0, false, MUCH).map(|_| ()),
            pattern.find_at(&text[..], 0, None).map(|_| ()),
        ];
        assert!(
            answers.contains(&Err(RegexError::WorkLimit)),
            "{source}: {answers:?}"
        );
    }
}

#[test]
fn the_stack_is_bounded() {
    let limits = Limits {
        frames: 100,
        ..Limits::default()
    };
    let pattern = Pattern::new(r"(?:(a)|b)*\1c", limits).unwrap();
    assert_eq!(
        pattern.full_match(&"ab".repeat(500)[..], Effort::Free),
        Err(RegexError::WorkLimit)
    );
}

#[test]
fn searches_that_look_far_ahead_again_and_again_run_out_of_patience() {
    let limits = Limits {
        steps: 10_000,
        ..Limits::default()
    };
    let text = "a".repeat(20_000);
    assert_eq!(
        Pattern::new(".*x|a", limits)
            .unwrap()
            .replace_all(&text[..], "", MUCH),
        Err(RegexError::WorkLimit)
    );
    assert_eq!(
        Pattern::new("a", limits)
            .unwrap()
            .replace_all(&text[..], "", MUCH),
        Ok(Piece::Str("".into()))
    );
    assert_eq!(
        Pattern::new("[^b]", limits)
            .unwrap()
            .replace_all(&text[..], "", MUCH),
        Ok(Piece::Str("".into()))
    );
}

#[test]
fn results_are_bounded() {
    let each = pattern("");
    assert_eq!(
        each.replace_all("abc", "éé", 11),
        Ok(Piece::Str("ééaéébééc\u{e9}é".into()))
    );
    assert_eq!(
        each.replace_all("abc", "éé", 10),
        Err(RegexError::ResultLimit)
    );
    assert_eq!(
        each.split("abcdef", -1, false, 3),
        Err(RegexError::ResultLimit)
    );
}

#[test]
fn long_and_wide_patterns_are_refused_or_stay_with_our_matcher() {
    let long = "a".repeat(Limits::default().pattern + 1);
    assert!(Pattern::new(&long[..], Limits::default()).is_err());
    let wide = pattern(r"\p{L}{2000}");
    assert!(wide.whole_engine("a").is_none());
    assert_eq!(
        wide.full_match(&"é".repeat(2000)[..], Effort::Free),
        Ok(true)
    );
    assert_eq!(
        pattern("(?:){2147483647}").full_match("", Effort::Free),
        Ok(true)
    );
    assert_eq!(
        pattern("a{2147483647}").full_match("aaa", Effort::Free),
        Ok(false)
    );
}

#[test]
fn warm_patterns_answer_as_cold_ones() {
    for (source, text, expected) in [
        (r"[a-z]+@[a-z.]+", "ann@example.com", true),
        ("(?!.*x).*", "abx", false),
        (r"(\w)\1", "aa", true),
    ] {
        let pattern = pattern(source);
        assert!(
            (0..3 * COLD_MATCHES)
                .all(|_| pattern.full_match(text, Effort::Counted) == Ok(expected)),
            "{source}"
        );
    }
}

#[test]
fn the_deepest_pattern_can_be_used() {
    for (open, close) in [
        ("(", ")"),
        ("(?:", ")*"),
        ("(?:b|", ")+?"),
        ("(?=", ")"),
        ("(?>", ")?"),
        ("(?<=", ")"),
    ] {
        let depth = syntax::MAX_NESTING;
        let source = format!("{}a{}", open.repeat(depth), close.repeat(depth));
        let limits = Limits {
            steps: 100_000,
            ..Limits::default()
        };
        let pattern = Pattern::new(&source[..], limits).unwrap();
        for text in ["a", "é"] {
            let answers = [
                pattern.full_match(text, Effort::Counted).map(|_| ()),
                pattern.replace_all(text, "$0", MUCH).map(|_| ()),
            ];
            let answered =
                |answer: &Result<(), _>| matches!(answer, Ok(()) | Err(RegexError::WorkLimit));
            assert!(answers.iter().all(answered), "{open} {answers:?}");
        }
        assert!(
            pattern
                .whole_engine("a")
                .is_none_or(|engine| engine.is_match("a").is_ok())
        );
    }
}

// The choice of engines

#[test]
fn engines_are_chosen_by_what_a_pattern_means() {
    let translation = |source: &str, question| translate::translate(&pattern(source).ast, question);
    let whole = [
        ("[a-z]+", Some(false)),
        (r"^\w+\s(?i)x$", Some(false)),
        (r"\bfoo\b", Some(false)),
        ("(a*)*", Some(false)),
        (r"\R", Some(false)),
        (r"\R+", None),
        ("(?=a)a", Some(true)),
        ("a*+b", Some(true)),
        ("(?:a|ab)*+b", None),
        ("(?<=ab)c", Some(true)),
        ("(?<=a|bc)c", None),
        ("(?:(?=a)b?)*", None),
        (r"(a)\1", None),
        (r"\X", None),
        ("(?m)^a", None),
    ];
    for (source, fancy) in whole {
        assert_eq!(
            translation(source, Question::Whole).map(|translation| translation.fancy),
            fancy,
            "{source}"
        );
    }
    for (source, captures, search) in [
        ("(a)+b", true, true),
        ("(?:(a)b)+", false, true),
        ("(a*)*", false, false),
        ("(?=a)", false, false),
    ] {
        assert_eq!(
            translation(source, Question::Captures).is_some(),
            captures,
            "{source}"
        );
        assert_eq!(
            translation(source, Question::Search).is_some(),
            search,
            "{source}"
        );
    }
}

#[test]
fn engines_are_asked_only_about_texts_that_they_read_as_java_does() {
    let serves = |source: &str, text: &str| pattern(source).search_engine(false, text).is_some();
    assert!(serves("a$", "ba") && !serves("a$", "a\n") && !serves("a$", "a\u{2028}"));
    assert!(serves(r"\ba", "a") && !serves(r"\ba", "é"));
    assert!(serves("a*", "é") && !serves("a*", "😀"));
    assert!(serves("a+", "😀") && !serves(".+", "😀") && serves("[^a]+", "😀"));
}
