use super::*;

fn lines(text: &str) -> Vec<String> {
    Text::from(text)
        .lines()
        .map(|line| line.as_text().to_string())
        .collect()
}

#[test]
fn the_last_line_end_starts_no_line() {
    assert_eq!(lines("a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
    assert_eq!(lines("a\n\nb\n"), ["a", "", "b"]);
    assert_eq!(lines("\n"), [""]);
    assert_eq!(lines(""), [""; 0]);
}

#[test]
fn indent_moves_every_line() {
    let rows: &[(&str, i32, &str)] = &[
        ("abc", 2, "  abc\n"),
        ("a\r\n b", 1, " a\n  b\n"),
        ("  a\n\tb\nc", -1, " a\nb\nc\n"),
        ("  a\n", i32::MIN, "a\n"),
        ("a", 0, "a\n"),
        ("", 3, ""),
        ("\u{1F600}", 1, " \u{1F600}\n"),
    ];
    for (text, count, expected) in rows {
        assert_eq!(
            Text::from(*text).indent(*count, 100),
            Ok(TextBuf::from((*expected).to_owned())),
            "{text:?} {count}"
        );
    }
    assert_eq!(
        Text::from("a\nb").indent(i32::MAX, 100),
        Err(Failure::TooLong { limit: 100 })
    );
}

#[test]
fn strip_indent_takes_what_all_lines_share() {
    let rows: &[(&str, &str)] = &[
        ("  a\n b", " a\nb"),
        ("  a\n    \n   b  ", "a\n\n b"),
        ("   a\n  ", " a\n"),
        ("  a\n", "  a\n"),
        ("  ", ""),
        ("", ""),
    ];
    for (text, expected) in rows {
        assert_eq!(
            Text::from(*text).strip_indent(),
            TextBuf::from((*expected).to_owned()),
            "{text:?}"
        );
    }
}

#[test]
fn lines_of_wide_text_are_utf8_where_they_can_be() {
    let wide = Text::Wide(&[0x61, 0xD, 0xA, 0xD800]);
    let lines: Vec<TextBuf> = wide.lines().map(TextCow::into_buf).collect();
    assert_eq!(
        lines,
        [TextBuf::Utf8("a".into()), TextBuf::Wide(vec![0xD800])]
    );
    assert_eq!(
        wide.indent(1, 10),
        Ok(TextBuf::Wide(vec![0x20, 0x61, 0xA, 0x20, 0xD800, 0xA]))
    );
}
