use super::trim::Ends;
use super::*;

/// `a`, a character of two units, `b`.
const EMOJI: &str = "a\u{1F600}b";
const LONE: &[u16] = &[0x61, 0xD83D];

fn shown(result: Result<TextCow<'_>, crate::value::thrown::Thrown>) -> String {
    match result {
        Ok(piece) => format!("{piece:?}"),
        Err(thrown) => thrown.class.to_owned(),
    }
}

#[test]
fn lengths_and_indexes_count_units() {
    let text = Text::from(EMOJI);
    assert_eq!(text.len_units(), 4);
    let units: Vec<_> = (-1..5).map(|index| text.char_at(index).ok()).collect();
    assert_eq!(
        units,
        [
            None,
            Some(0x61),
            Some(0xD83D),
            Some(0xDE00),
            Some(0x62),
            None
        ]
    );
    assert_eq!(Text::from("h\u{e9}\u{20ac}").len_units(), 3);
    assert_eq!(Text::Wide(LONE).char_at(1), Ok(0xD83D));
}

#[test]
fn pieces_borrow_where_they_are_unicode() {
    let out_of_bounds = "StringIndexOutOfBoundsException";
    let rows: &[(&str, i32, i32, &str)] = &[
        ("abc", 3, 3, "\"\""),
        ("abc", 0, 0, "\"\""),
        ("abc", 1, 3, "\"bc\""),
        ("abc", 2, 1, out_of_bounds),
        ("abc", -1, 3, out_of_bounds),
        ("abc", 1, 4, out_of_bounds),
        ("abc", 4, 4, out_of_bounds),
        (EMOJI, 0, 3, "\"a\u{1F600}\""),
        (EMOJI, 0, 2, "[0061, d83d]"),
        (EMOJI, 2, 4, "[de00, 0062]"),
        (EMOJI, 2, 3, "[de00]"),
        (EMOJI, 2, 2, "\"\""),
        (EMOJI, 2, 5, out_of_bounds),
        ("\u{e9}\u{e9}\u{e9}", 1, 2, "\"\u{e9}\""),
    ];
    for (text, begin, end, expected) in rows {
        assert_eq!(
            shown(Text::from(*text).substring(*begin, *end)),
            *expected,
            "{text} {begin} {end}"
        );
    }
    assert_eq!(shown(Text::from("abc").substring_from(-1)), out_of_bounds);
    assert_eq!(shown(Text::from(EMOJI).substring_from(2)), "[de00, 0062]");
    assert!(matches!(
        Text::from(EMOJI).substring(1, 3),
        Ok(TextCow::Borrowed(_))
    ));
}

#[test]
fn a_piece_of_wide_text_without_lone_surrogates_is_utf8() {
    assert_eq!(shown(Text::Wide(LONE).substring(0, 1)), "\"a\"");
    assert_eq!(shown(Text::Wide(LONE).substring(1, 2)), "[d83d]");
}

#[test]
fn searches_clamp_their_start() {
    let rows: &[(&str, &str, i32, i32, i32)] = &[
        ("abc", "", 0, 0, 0),
        ("abc", "", 10, 3, 3),
        ("abc", "c", -5, 2, -1),
        ("abcabc", "b", 2, 4, 1),
        ("abcabc", "b", 3, 4, 1),
        ("abcabc", "b", i32::MAX, -1, 4),
        ("abc", "z", 0, -1, -1),
        (EMOJI, "b", 0, 3, -1),
        (EMOJI, "b", 2, 3, -1),
        (EMOJI, "\u{1F600}", 2, -1, 1),
        (EMOJI, "\u{1F600}", 1, 1, 1),
        (EMOJI, "", 2, 2, 2),
        ("\u{e9}\u{e9}", "\u{e9}", 1, 1, 1),
    ];
    for (text, needle, from, first, last) in rows {
        let (text, needle) = (Text::from(*text), Text::from(*needle));
        assert_eq!(
            text.index_of(needle, *from),
            *first,
            "{text} {needle} {from}"
        );
        assert_eq!(
            text.last_index_of(needle, *from),
            *last,
            "{text} {needle} {from}"
        );
    }
}

#[test]
fn half_a_pair_is_found_in_a_pair() {
    let (text, high, low) = (
        Text::from(EMOJI),
        Text::Wide(&[0xD83D]),
        Text::Wide(&[0xDE00]),
    );
    assert_eq!(
        [
            text.index_of(high, 0),
            text.index_of(low, 0),
            text.last_index_of(low, 9)
        ],
        [1, 2, 2]
    );
    assert!(text.contains(low) && !text.starts_with(low) && text.starts_with_at(high, 1));
    assert!(Text::from("\u{1F600}").ends_with(low));
    assert_eq!(text.index_of_code_point(0x1F600, 0), 1);
    assert_eq!(text.index_of_code_point(0xDE00, 0), 2);
    assert_eq!(text.index_of_code_point(0x11_0000, 0), -1);
    assert_eq!(text.index_of_code_point(-1, 0), -1);
    assert_eq!(text.last_index_of_code_point(0x61, 0), 0);
}

#[test]
fn searches_between_bounds_check_them() {
    let text = Text::from("abcabc");
    assert_eq!(text.index_of_within("c".into(), 3, 6), Ok(5));
    assert_eq!(text.index_of_within("c".into(), 3, 5), Ok(-1));
    assert!(text.index_of_within("c".into(), 3, 7).is_err());
    assert!(text.index_of_code_point_within(-1, 3, 7).is_err());
    assert_eq!(text.index_of_code_point_within(0x62, 2, 6), Ok(4));
}

#[test]
fn offsets_outside_of_the_text_start_nothing() {
    let rows = [
        ("b", 1, true),
        ("b", 10, false),
        ("b", -1, false),
        ("", 3, true),
        ("", 4, false),
    ];
    for (prefix, offset, expected) in rows {
        assert_eq!(
            Text::from("abc").starts_with_at(prefix.into(), offset),
            expected,
            "{prefix} {offset}"
        );
    }
}

#[test]
fn trim_and_strip_disagree_on_white_space() {
    let rows: &[(&str, &str, &str)] = &[
        ("  \u{a0}x\u{3000} ", "\u{a0}x\u{3000}", "\u{a0}x"),
        ("\u{1}x\u{1f}", "x", "\u{1}x"),
        (
            "\u{2007}x\u{202f}\u{85}",
            "\u{2007}x\u{202f}\u{85}",
            "\u{2007}x\u{202f}\u{85}",
        ),
        (
            "\u{2028}\u{1680}x\u{200a}",
            "\u{2028}\u{1680}x\u{200a}",
            "x",
        ),
        (" \t\n", "", ""),
    ];
    for (text, trimmed, stripped) in rows {
        let text = Text::from(*text);
        assert_eq!(text.trim().as_text(), (*trimmed).into());
        assert_eq!(text.strip(Ends::Both).as_text(), (*stripped).into());
    }
    assert_eq!(
        Text::from(" x ").strip(Ends::Leading).as_text(),
        "x ".into()
    );
    assert_eq!(
        Text::from(" x ").strip(Ends::Trailing).as_text(),
        " x".into()
    );
    assert_eq!(
        Text::Wide(&[0x20, 0xD800, 0x20]).trim().as_text(),
        Text::Wide(&[0xD800])
    );
    assert!(
        Text::from("\u{3000}").is_blank()
            && !Text::from("\u{a0}").is_blank()
            && Text::EMPTY.is_blank()
    );
}

#[test]
fn a_single_unit_is_text() {
    assert_eq!(TextBuf::from_unit(0xE9), TextBuf::from("\u{e9}".to_owned()));
    assert_eq!(TextBuf::from_unit(0xD83D), TextBuf::Wide(vec![0xD83D]));
}
