use super::*;

const EMOJI: &str = "a\u{1F600}b";

#[test]
fn pairs_count_as_one() {
    let text = Text::from(EMOJI);
    assert_eq!(
        text.code_points().collect::<Vec<_>>(),
        [0x61, 0x1F600, 0x62]
    );
    let at: Vec<_> = (-1..5)
        .map(|index| text.code_point_at(index).ok())
        .collect();
    assert_eq!(
        at,
        [
            None,
            Some(0x61),
            Some(0x1F600),
            Some(0xDE00),
            Some(0x62),
            None
        ]
    );
    let before: Vec<_> = (0..6)
        .map(|index| text.code_point_before(index).ok())
        .collect();
    assert_eq!(
        before,
        [
            None,
            Some(0x61),
            Some(0xD83D),
            Some(0x1F600),
            Some(0x62),
            None
        ]
    );
    assert_eq!(text.code_point_count(0, 4), Ok(3));
    assert_eq!(text.code_point_count(2, 4), Ok(2));
    assert_eq!(
        text.code_point_count(0, 5).map_err(|thrown| thrown.class),
        Err("IndexOutOfBoundsException")
    );
}

#[test]
fn offsets_walk_both_ways() {
    let rows = [
        (0, 2, Some(3)),
        (1, 1, Some(3)),
        (2, 1, Some(3)),
        (4, -2, Some(1)),
        (3, -1, Some(1)),
        (2, -1, Some(1)),
    ];
    for (index, offset, expected) in rows {
        assert_eq!(
            Text::from(EMOJI).offset_by_code_points(index, offset).ok(),
            expected,
            "{index} {offset}"
        );
    }
    for (index, offset) in [
        (0, 4),
        (0, -1),
        (5, 0),
        (-1, 0),
        (0, i32::MAX),
        (4, i32::MIN),
    ] {
        let class = Text::from(EMOJI)
            .offset_by_code_points(index, offset)
            .map_err(|thrown| thrown.class);
        assert_eq!(class, Err("IndexOutOfBoundsException"), "{index} {offset}");
    }
}

#[test]
fn code_points_make_text() {
    assert_eq!(
        Text::of_code_points(&[0x61, 0x1F600]),
        Ok(TextBuf::from("a\u{1F600}".to_owned()))
    );
    assert_eq!(
        Text::of_code_points(&[0xD83D]),
        Ok(TextBuf::Wide(vec![0xD83D]))
    );
    assert_eq!(
        Text::of_code_points(&[0xD83D, 0xDE00]),
        Ok(TextBuf::from("\u{1F600}".to_owned()))
    );
    assert!(Text::of_code_points(&[0x11_0000]).is_err() && Text::of_code_points(&[-1]).is_err());
}

#[test]
fn reversing_keeps_pairs() {
    assert_eq!(Text::from(EMOJI).reversed().as_text(), "b\u{1F600}a".into());
    assert_eq!(
        Text::Wide(&[0xDE00, 0xD83D]).reversed().as_text(),
        "\u{1F600}".into()
    );
}
