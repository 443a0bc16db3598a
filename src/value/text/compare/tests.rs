use super::*;

#[test]
fn order_is_that_of_units() {
    let rows: &[(&str, &str, i32)] = &[
        ("abc", "abcd", -1),
        ("abc", "abd", -1),
        ("abc", "B", 31),
        ("", "ab", -2),
        ("\u{1F600}", "\u{FFFF}", -10178),
        ("\u{1F600}", "\u{1F601}", -1),
        ("\u{1F600}", "\u{1F300}", 0xD83D - 0xD83C),
        ("\u{e9}", "z", 0xe9 - 0x7a),
        ("\u{e9}x", "\u{ea}", -1),
        ("ab\u{1F600}", "ab", 2),
        ("same", "same", 0),
    ];
    for (a, b, expected) in rows {
        assert_eq!(Text::from(*a).compare((*b).into()), *expected, "{a} {b}");
        assert_eq!(Text::from(*b).compare((*a).into()), -*expected, "{b} {a}");
    }
    assert_eq!(
        Text::from("a\u{1F600}b").compare(Text::Wide(&[0x61, 0xD83D])),
        2
    );
}

/// Texts and the sign and size of their difference where case does not count.
const WITHOUT_CASE: &[(&str, &str, i32)] = &[
    ("abc", "B", -1),
    ("ABC", "abc", 0),
    ("\u{130}", "i", 0),
    ("\u{131}", "I", 0),
    ("\u{212A}", "k", 0),
    ("\u{3A3}", "\u{3C2}", 0),
    ("\u{B5}", "\u{3BC}", 0),
    ("\u{1F80}", "\u{1F88}", 0),
    ("\u{10400}", "\u{10428}", 0),
    ("\u{DF}", "SS", 0xDF - 0x73),
    ("S", "\u{10428}", 0x73 - 0xD801),
    ("\u{178}\u{3BC}", "\u{10428}", 0xFF - 0x10428),
    ("\u{17F}", "s", 0),
];

#[test]
fn case_is_folded_character_by_character() {
    for (a, b, expected) in WITHOUT_CASE {
        let (a, b) = (Text::from(*a), Text::from(*b));
        assert_eq!(a.compare_ignore_case(b), *expected, "{a} {b}");
        assert_eq!(a.equals_ignore_case(b), *expected == 0, "{a} {b}");
    }
    assert!(!Text::from("abc").equals_ignore_case("abcd".into()));
}

#[test]
fn regions_match_only_inside_of_both_texts() {
    let rows: &[(bool, i32, &str, i32, i32, bool)] = &[
        (false, 1, "xbc", 1, 2, true),
        (true, 1, "XBC", 1, 2, true),
        (false, 1, "XBC", 1, 2, false),
        (false, 5, "f", 0, 2, false),
        (false, -1, "f", 0, 0, false),
        (false, 6, "f", 1, 0, true),
        (false, 7, "f", 1, 0, false),
        (false, 7, "f", 1, -1, true),
        (false, 0, "f", 0, i32::MIN, true),
        (false, i32::MAX, "f", 0, i32::MAX, false),
    ];
    for (ignore_case, begin, other, other_begin, len, expected) in rows {
        let matches = Text::from("abcdef").region_matches(
            *ignore_case,
            *begin,
            (*other).into(),
            *other_begin,
            *len,
        );
        assert_eq!(matches, *expected, "{begin} {other} {other_begin} {len}");
    }
}
