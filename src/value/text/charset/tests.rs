use super::*;

fn charset(name: &str) -> Charset {
    Charset::named(name).unwrap_or(Utf8)
}

/// Charset, text, bytes.
const BOTH_WAYS: &[(&str, &str, &[u8])] = &[
    (
        "utf8",
        "h\u{E9}\u{1F600}",
        &[0x68, 0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x80],
    ),
    ("latin1", "h\u{E9}", &[0x68, 0xE9]),
    ("UTF-16", "h\u{E9}", &[0xFE, 0xFF, 0, 0x68, 0, 0xE9]),
    ("UTF-16", "", &[]),
    ("UTF-16LE", "h\u{1F600}", &[0x68, 0, 0x3D, 0xD8, 0, 0xDE]),
    ("utf-16be", "h", &[0, 0x68]),
    ("UTF-32", "\u{1F600}", &[0, 1, 0xF6, 0]),
    ("UTF-32LE", "h", &[0x68, 0, 0, 0]),
    ("Cp1252", "\u{20AC}\u{178}\u{A0}", &[0x80, 0x9F, 0xA0]),
];

/// Charset, text it cannot hold, bytes.
const ENCODED: &[(&str, &str, &[u8])] = &[
    ("ASCII", "h\u{E9}\u{1F600}", b"h??"),
    ("latin1", "\u{20AC}\u{1F600}", b"??"),
    ("windows-1252", "\u{81}\u{FFFD}", b"??"),
];

/// Charset, bytes that are no text in it, text.
const DECODED: &[(&str, &[u8], &str)] = &[
    ("UTF-8", &[0xFF, 0xFE, 0x41], "\u{FFFD}\u{FFFD}A"),
    ("UTF-8", &[0xF0, 0x9F, 0x98], "\u{FFFD}"),
    ("UTF-8", &[0xED, 0xA0, 0x80, 0x41], "\u{FFFD}A"),
    ("UTF-8", &[0xED, 0xBF], "\u{FFFD}"),
    ("UTF-8", &[0xED, 0x41, 0xA0], "\u{FFFD}A\u{FFFD}"),
    ("UTF-8", &[0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
    ("ASCII", &[0x41, 0xE9], "A\u{FFFD}"),
    ("UTF-16", &[0xFF, 0xFE, 0x41, 0], "A"),
    ("UTF-16BE", &[0xFE, 0xFF, 0, 0x41, 0], "\u{FEFF}A\u{FFFD}"),
    ("UTF-16BE", &[0xD8, 0x3D, 0, 0x41, 0, 0x42], "\u{FFFD}B"),
    ("UTF-16BE", &[0xD8, 0x3D, 0], "\u{FFFD}"),
    ("UTF-16BE", &[0xDE, 0, 0, 0x41], "\u{FFFD}A"),
    ("UTF-32", &[0, 0x11, 0, 0, 0], "\u{FFFD}\u{FFFD}"),
    ("windows-1252", &[0x81], "\u{FFFD}"),
];

#[test]
fn known_text_goes_both_ways() {
    for (name, text, bytes) in BOTH_WAYS {
        assert_eq!(charset(name).encode((*text).into()), *bytes, "{name}");
        assert_eq!(
            charset(name).decode(bytes).as_text(),
            (*text).into(),
            "{name}"
        );
    }
}

#[test]
fn what_a_charset_lacks_becomes_a_question_mark() {
    for (name, text, bytes) in ENCODED {
        assert_eq!(charset(name).encode((*text).into()), *bytes, "{name}");
    }
    let lone = Text::Wide(&[0x61, 0xD83D]);
    assert_eq!(
        [charset("UTF-8").encode(lone), charset("ASCII").encode(lone)],
        [b"a?", b"a?"]
    );
    assert_eq!(charset("UTF-16LE").encode(lone), [0x61, 0, 0xFD, 0xFF]);
}

#[test]
fn malformed_bytes_become_replacement_characters() {
    for (name, bytes, text) in DECODED {
        assert_eq!(
            charset(name).decode(bytes).as_text(),
            (*text).into(),
            "{name} {bytes:?}"
        );
    }
    assert_eq!(
        charset("UTF-32").decode(&[0, 0, 0xD8, 0]).as_text(),
        Text::Wide(&[0xD800])
    );
}

#[test]
fn unknown_and_impossible_names_differ() {
    let class = |name| {
        Charset::named(name)
            .map(Charset::name)
            .map_err(|thrown| thrown.class)
    };
    assert_eq!(class("iso_8859-1"), Ok("ISO-8859-1"));
    assert_eq!(class("nope"), Err("UnsupportedCharsetException"));
    for name in ["", "a b", "-x", "\u{E9}"] {
        assert_eq!(class(name), Err("IllegalCharsetNameException"));
    }
}
