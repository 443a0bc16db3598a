use super::*;

const EMOJI: &str = "a\u{1F600}b";

#[test]
fn replace_is_literal_and_left_to_right() {
    let rows: &[(&str, &str, &str, &str)] = &[
        ("aaa", "aa", "b", "ba"),
        ("abc", "", "-", "-a-b-c-"),
        ("", "", "-", "-"),
        ("a.b", ".", "x", "axb"),
        ("abc", "z", "y", "abc"),
        ("a$b", "$", "\\$", "a\\$b"),
        ("\u{1F600}a", "\u{1F600}", "", "a"),
    ];
    for (text, from, to, expected) in rows {
        let replaced = Text::from(*text).replace((*from).into(), (*to).into(), 100);
        assert_eq!(
            replaced.map(TextCow::into_buf),
            Ok(TextBuf::from((*expected).to_owned()))
        );
    }
}

#[test]
fn replacing_half_a_pair_breaks_and_mends_pairs() {
    let broken = Text::from(EMOJI)
        .replace(Text::Wide(&[0xDE00]), "".into(), 100)
        .map(TextCow::into_buf);
    assert_eq!(broken, Ok(TextBuf::Wide(vec![0x61, 0xD83D, 0x62])));
    let split = Text::from("\u{1F600}")
        .replace("".into(), "-".into(), 100)
        .map(TextCow::into_buf);
    assert_eq!(
        split,
        Ok(TextBuf::Wide(vec![0x2D, 0xD83D, 0x2D, 0xDE00, 0x2D]))
    );
    assert_eq!(
        Text::Wide(&[0x61, 0xD83D])
            .replace_unit(0x61, 0xD800)
            .as_text(),
        Text::Wide(&[0xD800, 0xD83D])
    );
    assert_eq!(
        Text::Wide(&[0xD83D, 0x61])
            .replace_unit(0x61, 0xDE00)
            .as_text(),
        "\u{1F600}".into()
    );
    let mended = Text::Wide(&[0xD83D])
        .concat(Text::Wide(&[0xDE00]), 2)
        .map(TextCow::into_buf);
    assert_eq!(mended, Ok(TextBuf::from("\u{1F600}".to_owned())));
}

#[test]
fn results_stop_at_the_limit() {
    let (a, too_long) = (Text::from("ab"), Err(Failure::TooLong { limit: 10 }));
    assert_eq!(
        a.repeat(5, 10).map(|text| text.as_text().len_units()),
        Ok(10)
    );
    assert_eq!(a.repeat(6, 10), too_long);
    assert_eq!(a.repeat(i32::MAX, 10), too_long);
    assert_eq!(
        a.repeat(0, 10).map(TextCow::into_buf),
        Ok(TextBuf::from(String::new()))
    );
    assert!(matches!(a.repeat(-1, 10), Err(Failure::Thrown(_))));
    assert_eq!(a.replace("".into(), "1234".into(), 10), too_long);
    assert_eq!(a.replace("a".into(), "1234567890".into(), 10), too_long);
    assert_eq!(a.concat("123456789".into(), 10), too_long);
}

#[test]
fn join_puts_the_separator_between() {
    let parts = ["a", "null", "b"].map(Text::from);
    assert_eq!(
        join("-".into(), parts, 100),
        Ok(TextBuf::from("a-null-b".to_owned()))
    );
    assert_eq!(join("-".into(), [], 100), Ok(TextBuf::from(String::new())));
    assert_eq!(
        join("-".into(), parts, 7),
        Err(Failure::TooLong { limit: 7 })
    );
    let mended = join(
        Text::EMPTY,
        [Text::Wide(&[0xD83D]), Text::Wide(&[0xDE00])],
        100,
    );
    assert_eq!(mended, Ok(TextBuf::from("\u{1F600}".to_owned())));
}
