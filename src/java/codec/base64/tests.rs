use super::*;

const ANY: usize = 1 << 20;

fn encoder(name: &str) -> Encoder {
    match name {
        "basic" => Encoder::basic(),
        "url" => Encoder::url(),
        "mime" => Encoder::mime(),
        "8|" => Encoder::mime_with(8, b"|").unwrap(),
        "7|" => Encoder::mime_with(7, b"|").unwrap(),
        "3|" => Encoder::mime_with(3, b"|").unwrap(),
        "-1|" => Encoder::mime_with(-1, b"|").unwrap(),
        _ => panic!("no encoder {name}"),
    }
}

/// Encoder, bytes, with padding, without; from Java 25.
const ENCODED: &[(&str, &[u8], &str, &str)] = &[
    ("basic", b"", "", ""),
    ("basic", b"f", "Zg==", "Zg"),
    ("basic", b"fo", "Zm8=", "Zm8"),
    ("basic", b"foo", "Zm9v", "Zm9v"),
    ("basic", b"\xfb\xff", "+/8=", "+/8"),
    ("url", b"\xfb\xff", "-_8=", "-_8"),
    ("mime", b"x", "eA==", "eA"),
    (
        "8|",
        &[0; 20],
        "AAAAAAAA|AAAAAAAA|AAAAAAAA|AAA=",
        "AAAAAAAA|AAAAAAAA|AAAAAAAA|AAA",
    ),
    ("8|", &[0; 6], "AAAAAAAA", "AAAAAAAA"),
    ("7|", &[0; 7], "AAAA|AAAA|AA==", "AAAA|AAAA|AA"),
    ("3|", &[0; 7], "AAAAAAAAAA==", "AAAAAAAAAA"),
    ("-1|", &[0; 3], "AAAA", "AAAA"),
];

#[test]
fn encoders_differ_in_alphabet_padding_and_lines() {
    for &(name, bytes, padded, bare) in ENCODED {
        let encoder = encoder(name);
        assert_eq!(
            encoder.encode_to_string(bytes, ANY).as_deref(),
            Ok(padded),
            "{name} {bytes:?}"
        );
        let without = encoder.without_padding();
        assert_eq!(
            without.encode_to_string(bytes, ANY).as_deref(),
            Ok(bare),
            "{name} {bytes:?}"
        );
        assert_eq!(
            without.encoded_len(bytes.len()),
            bare.len(),
            "{name} {bytes:?}"
        );
    }
    let long = Encoder::mime().encode_to_string(&[0; 58], ANY).unwrap();
    assert_eq!(
        long.split("\r\n").map(str::len).collect::<Vec<_>>(),
        [76, 4]
    );
}

#[test]
fn results_are_bounded() {
    let lines = Encoder::mime_with(4, &[b'|'; 1000]).unwrap();
    assert_eq!(lines.encode(&[0; 3000], 100_000), Err(Thrown::too_large()));
    let mut target = [0; 4];
    assert_eq!(Encoder::basic().encode_into(b"abc", &mut target), Ok(4));
    assert!(Encoder::basic().encode_into(b"abcd", &mut target).is_err());
    assert_eq!(Decoder::Basic.decode_into(b"Zg==", &mut target), Ok(1));
    assert!(
        Decoder::Basic
            .decode_into(b"Zm9vYmFy", &mut target)
            .is_err()
    );
    let alphabet = Encoder::mime_with(8, b"A").map_err(|thrown| thrown.message);
    assert_eq!(
        alphabet,
        Err("Illegal base64 line separator character 0x41".into())
    );
}

type Decoded = (Decoder, &'static str, Result<&'static [u8], &'static str>);

/// Decoder, text, bytes or message of the exception; from Java 25.
const DECODED: &[Decoded] = &[
    (Decoder::Basic, "", Ok(b"")),
    (Decoder::Basic, "Zg==", Ok(b"f")),
    (Decoder::Basic, "Zg", Ok(b"f")),
    (Decoder::Basic, "Zh==", Ok(b"f")),
    (Decoder::Basic, "Zm8", Ok(b"fo")),
    (Decoder::Basic, "Zm9v", Ok(b"foo")),
    (Decoder::Basic, "Zg=", Err(UNIT)),
    (Decoder::Basic, "Zg=x", Err(UNIT)),
    (Decoder::Basic, "====", Err(UNIT)),
    (Decoder::Basic, "Zm9v=", Err(UNIT)),
    (Decoder::Basic, "Z", Err(SHORT)),
    (Decoder::Basic, "=", Err(SHORT)),
    (Decoder::Basic, "Z===", Err(BITS)),
    (Decoder::Basic, "Zm9vZ", Err(BITS)),
    (
        Decoder::Basic,
        "Zg===",
        Err("Input byte array has incorrect ending byte at 4"),
    ),
    (
        Decoder::Basic,
        "Zm8==",
        Err("Input byte array has incorrect ending byte at 4"),
    ),
    (
        Decoder::Basic,
        "Zg==Zg==",
        Err("Input byte array has incorrect ending byte at 4"),
    ),
    (Decoder::Basic, "Zm9v\n", Err("Illegal base64 character a")),
    (Decoder::Basic, "Zm9v-_", Err("Illegal base64 character 2d")),
    (Decoder::Basic, "Zmév", Err("Illegal base64 character -17")),
    (Decoder::Basic, "Zm€v", Err("Illegal base64 character 3f")),
    (Decoder::Url, "-_8=", Ok(b"\xfb\xff")),
    (Decoder::Url, "-_8", Ok(b"\xfb\xff")),
    (Decoder::Url, "+/8=", Err("Illegal base64 character 2b")),
    (Decoder::Mime, "Zm 9v\r\n!", Ok(b"foo")),
    (Decoder::Mime, "%%%", Ok(b"")),
    (Decoder::Mime, "Zg==\r\n=", Ok(b"f")),
    (Decoder::Mime, "Zg=!", Err(UNIT)),
    (Decoder::Mime, "=", Err(UNIT)),
    (Decoder::Mime, "Z", Err(BITS)),
    (
        Decoder::Mime,
        "Zg==\nx",
        Err("Input byte array has incorrect ending byte at 6"),
    ),
];

const UNIT: &str = "Input byte array has wrong 4-byte ending unit";
const SHORT: &str = "Input byte[] should at least have 2 bytes for base64 bytes";
const BITS: &str = "Last unit does not have enough valid bits";

#[test]
fn decoders_take_missing_padding_but_not_wrong_padding() {
    for &(decoder, text, expected) in DECODED {
        let found = decoder.decode_text(text).map_err(|thrown| thrown.message);
        assert_eq!(
            found,
            expected.map(<[u8]>::to_vec).map_err(str::to_string),
            "{decoder:?} {text}"
        );
    }
}
