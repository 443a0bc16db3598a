use super::*;

fn bytes(hex: &str) -> Vec<u8> {
    let digits = hex.as_bytes().chunks(2);
    digits
        .map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Charset, bytes, text; from Java 25.
const DECODED: &[(&str, &str, &str)] = &[
    ("UTF-8", "eda080", "\u{fffd}"),
    ("UTF-8", "eda080eda080", "\u{fffd}\u{fffd}"),
    ("UTF-8", "eda0", "\u{fffd}"),
    ("UTF-8", "ed", "\u{fffd}"),
    ("UTF-8", "eda041", "\u{fffd}A"),
    ("UTF-8", "c080", "\u{fffd}\u{fffd}"),
    ("UTF-8", "e08080", "\u{fffd}\u{fffd}\u{fffd}"),
    ("UTF-8", "f4908080", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
    ("UTF-8", "f09f98", "\u{fffd}"),
    ("UTF-8", "e28241", "\u{fffd}A"),
    ("UTF-8", "41ed9fbf42", "A\u{d7ff}B"),
    ("UTF-16", "d800", "\u{fffd}"),
    ("UTF-16", "d8000041", "\u{fffd}"),
    ("UTF-16", "d800d8000041", "\u{fffd}A"),
    ("UTF-16", "dc000041", "\u{fffd}A"),
    ("UTF-16", "feff0041", "A"),
    ("UTF-16", "fffe4100", "A"),
    ("UTF-16", "0041feff", "A\u{feff}"),
    ("UTF-16BE", "feff0041", "\u{feff}A"),
    ("UTF-16", "004100", "A\u{fffd}"),
    ("UTF-16", "d83dde", "\u{fffd}"),
    ("UTF-16", "d800004100", "\u{fffd}\u{fffd}"),
    ("UTF-16LE", "3dd800de", "😀"),
    ("UTF-16", "fffe", ""),
    ("UTF-32", "0000feff00000041", "A"),
    ("UTF-32", "fffe000041000000", "A"),
    ("UTF-32BE", "fffe000041000000", "\u{fffd}\u{fffd}"),
    ("UTF-32LE", "410000", "\u{fffd}"),
    ("UTF-32", "00110000", "\u{fffd}"),
    ("US-ASCII", "4180", "A\u{fffd}"),
    ("ISO-8859-1", "4180ff", "A\u{80}ÿ"),
    ("windows-1252", "80819fa4", "€\u{fffd}Ÿ¤"),
    ("ISO-8859-15", "80a4bd", "\u{80}€œ"),
];

#[test]
fn what_is_malformed_becomes_a_replacement_character() {
    for &(name, encoded, text) in DECODED {
        let charset = Charset::for_name(name).unwrap();
        assert_eq!(charset.decode(&bytes(encoded)), text, "{name} {encoded}");
    }
}

/// Charset, text, bytes; from Java 25.
const ENCODED: &[(&str, &str, &str)] = &[
    ("UTF-8", "é😀", "c3a9f09f9880"),
    ("ISO-8859-1", "é€😀", "e93f3f"),
    ("US-ASCII", "é", "3f"),
    ("UTF-16", "é", "feff00e9"),
    ("UTF-16", "", ""),
    ("UTF-16LE", "😀", "3dd800de"),
    ("UTF-32", "A", "00000041"),
    ("UTF-32LE", "A", "41000000"),
    (
        "windows-1252",
        "€\u{80}\u{81}Ž¤¦¼œ😀x\u{fffd}",
        "803f3f8ea4a6bc9c3f783f",
    ),
    (
        "ISO-8859-15",
        "€\u{80}\u{81}Ž¤¦¼œ😀x\u{fffd}",
        "a48081b43f3f3fbd3f783f",
    ),
];

#[test]
fn what_a_charset_lacks_becomes_a_question_mark() {
    for &(name, text, encoded) in ENCODED {
        let charset = Charset::for_name(name).unwrap();
        assert_eq!(hex(&charset.encode(text)), encoded, "{name} {text}");
    }
}

#[test]
fn names_are_known_in_any_case_and_by_their_aliases() {
    for (name, canonical) in [
        ("utf8", "UTF-8"),
        ("Latin1", "ISO-8859-1"),
        ("ascii", "US-ASCII"),
        ("CP1252", "windows-1252"),
    ] {
        assert_eq!(
            Charset::for_name(name).map(Charset::name),
            Some(canonical),
            "{name}"
        );
    }
    for name in ["", " UTF-8", "UTF 8", "nope", "é"] {
        assert_eq!(Charset::for_name(name), None, "{name}");
    }
}
