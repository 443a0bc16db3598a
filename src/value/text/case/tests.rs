use super::*;

/// Text, and its forms in upper and in lower case.
const ROOT: &[(&str, &str, &str)] = &[
    ("aBc", "ABC", "abc"),
    ("stra\u{DF}e", "STRASSE", "stra\u{DF}e"),
    ("\u{130}", "\u{130}", "i\u{307}"),
    ("\u{FB01}", "FI", "\u{FB01}"),
    ("\u{1C6}\u{1C5}", "\u{1C4}\u{1C4}", "\u{1C6}\u{1C6}"),
    ("\u{10428}", "\u{10400}", "\u{10428}"),
    ("\u{A7CE}", "\u{A7CE}", "\u{A7CE}"),
    ("\u{16EBB}", "\u{16EBB}", "\u{16EBB}"),
];

const SIGMAS: &[(&str, &str)] = &[
    ("\u{3A3}", "\u{3C3}"),
    ("A\u{3A3}", "a\u{3C2}"),
    ("A\u{3A3} ", "a\u{3C2} "),
    ("A\u{3A3}B", "a\u{3C3}b"),
    (
        "\u{39F}\u{394}\u{39F}\u{3A3}, X",
        "\u{3BF}\u{3B4}\u{3BF}\u{3C2}, x",
    ),
    ("A1\u{3A3}", "a1\u{3C2}"),
    ("1\u{3A3}", "1\u{3C3}"),
    ("A'\u{3A3}", "a'\u{3C2}"),
    ("A''\u{3A3}", "a''\u{3C3}"),
    ("A1'\u{3A3}", "a1'\u{3C3}"),
    ("A1.2\u{3A3}", "a1.2\u{3C2}"),
    ("A\u{301}\u{3A3}", "a\u{301}\u{3C2}"),
    ("A \u{3A3}", "a \u{3C3}"),
    ("A\u{3A3}-B", "a\u{3C3}-b"),
    ("A\u{3A3}/B", "a\u{3C2}/b"),
    ("A\u{6F22}\u{3A3}", "a\u{6F22}\u{3C3}"),
    ("A\u{AA}\u{3A3}", "a\u{AA}\u{3C2}"),
    ("\u{AA}\u{3A3}", "\u{AA}\u{3C3}"),
];

/// Text, then upper and lower case in Turkish, then both in Lithuanian.
const LANGUAGES: &[(&str, [&str; 4])] = &[
    ("title", ["T\u{130}TLE", "title", "TITLE", "title"]),
    ("TITLE", ["TITLE", "t\u{131}tle", "TITLE", "title"]),
    ("\u{130}", ["\u{130}", "i", "\u{130}", "i\u{307}"]),
    ("I\u{307}", ["I\u{307}", "i", "I\u{307}", "i\u{307}\u{307}"]),
    (
        "I\u{323}\u{307}",
        [
            "I\u{323}\u{307}",
            "i\u{323}",
            "I\u{323}\u{307}",
            "i\u{307}\u{323}\u{307}",
        ],
    ),
    (
        "I\u{300}\u{307}",
        [
            "I\u{300}\u{307}",
            "\u{131}\u{300}\u{307}",
            "I\u{300}\u{307}",
            "i\u{307}\u{300}\u{307}",
        ],
    ),
    (
        "i\u{307}\u{307}",
        [
            "\u{130}\u{307}\u{307}",
            "i\u{307}\u{307}",
            "I\u{307}",
            "i\u{307}\u{307}",
        ],
    ),
    ("j\u{307}", ["J\u{307}", "j\u{307}", "J", "j\u{307}"]),
    ("x\u{307}", ["X\u{307}", "x\u{307}", "X\u{307}", "x\u{307}"]),
    (
        "\u{CC}\u{128}",
        [
            "\u{CC}\u{128}",
            "\u{EC}\u{129}",
            "\u{CC}\u{128}",
            "i\u{307}\u{300}i\u{307}\u{303}",
        ],
    ),
    (
        "\u{12E}\u{323}",
        [
            "\u{12E}\u{323}",
            "\u{12F}\u{323}",
            "\u{12E}\u{323}",
            "\u{12F}\u{323}",
        ],
    ),
];

#[test]
fn full_mappings_apply() {
    for (text, upper, lower) in ROOT {
        let text = Text::from(*text);
        assert_eq!(text.to_upper(CaseRules::Root).as_text(), (*upper).into());
        assert_eq!(text.to_lower(CaseRules::Root).as_text(), (*lower).into());
    }
}

#[test]
fn sigma_is_final_at_the_end_of_a_word() {
    for (text, lower) in SIGMAS {
        assert_eq!(
            Text::from(*text).to_lower(CaseRules::Root).as_text(),
            (*lower).into(),
            "{text}"
        );
    }
}

#[test]
fn languages_keep_their_dots() {
    let (turkic, lithuanian) = (CaseRules::of_language("az"), CaseRules::of_language("lt"));
    for (text, expected) in LANGUAGES {
        let text = Text::from(*text);
        let mapped = [
            text.to_upper(turkic),
            text.to_lower(turkic),
            text.to_upper(lithuanian),
            text.to_lower(lithuanian),
        ];
        assert_eq!(
            mapped.map(TextCow::into_buf),
            expected.map(|text| TextBuf::from(text.to_owned()))
        );
    }
}

#[test]
fn unchanged_text_is_borrowed() {
    for text in ["abc", "\u{e9}t\u{e9}"] {
        assert!(matches!(
            Text::from(text).to_lower(CaseRules::Root),
            TextCow::Borrowed(_)
        ));
    }
}

#[test]
fn lone_surrogates_separate_words() {
    let wide = Text::Wide(&[0x41, 0xD800, 0x3A3]);
    assert_eq!(
        wide.to_lower(CaseRules::Root).as_text(),
        Text::Wide(&[0x61, 0xD800, 0x3C3])
    );
}
