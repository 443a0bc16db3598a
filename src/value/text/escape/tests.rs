use super::*;

#[test]
fn sequences_of_string_literals_are_translated() {
    let rows: &[(&str, &str)] = &[
        ("a\\tb", "a\tb"),
        (r"\0\12\377\400\78", "\0\n\u{FF} 0\u{7}8"),
        ("a\\\nb\\\r\nc\\\rd", "abcd"),
        ("plain", "plain"),
    ];
    for (text, expected) in rows {
        assert_eq!(
            Text::from(*text).translate_escapes().map(TextCow::into_buf),
            Ok(TextBuf::from((*expected).to_owned()))
        );
    }
    let named = Text::from(r#"\b\f\n\r\s\t\'\"\\"#)
        .translate_escapes()
        .map(TextCow::into_buf);
    assert_eq!(
        named,
        Ok(TextBuf::from("\u{8}\u{C}\n\r \t'\"\\".to_owned()))
    );
}

#[test]
fn other_sequences_are_refused() {
    for text in [r"\u0041", r"\8", r"\x", "\\"] {
        let class = Text::from(text)
            .translate_escapes()
            .map_err(|thrown| thrown.class)
            .err();
        assert_eq!(class, Some("IllegalArgumentException"), "{text}");
    }
    assert!(Text::Wide(&[0x5C, 0xD800]).translate_escapes().is_err());
    let wide = Text::Wide(&[0x5C, 0x74, 0xD800])
        .translate_escapes()
        .map(TextCow::into_buf);
    assert_eq!(wide, Ok(TextBuf::Wide(vec![9, 0xD800])));
}
