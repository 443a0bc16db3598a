//! `Character.digit`: digits of any script, as far as they are one UTF-16 unit.

/// The zeros of all scripts below U+10000; nine more digits follow each.
const ZEROS: [u16; 37] = [
    0x0030, 0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6,
    0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80,
    0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
    0xff10,
];

/// The value of `character` as a digit of `radix` (2 to 36): decimal digits and Latin letters, wide ones too.
pub(crate) fn digit_value(character: char, radix: u8) -> Option<u8> {
    let unit = u16::try_from(u32::from(character)).ok()?;
    let value = match character {
        'a'..='z' => unit - u16::from(b'a') + 10,
        'A'..='Z' => unit - u16::from(b'A') + 10,
        'ａ'..='ｚ' => unit - 'ａ' as u16 + 10,
        'Ａ'..='Ｚ' => unit - 'Ａ' as u16 + 10,
        _ => {
            let after = ZEROS.partition_point(|&zero| zero <= unit);
            let zero = ZEROS.get(after.checked_sub(1)?)?;
            (unit - zero < 10).then(|| unit - zero)?
        }
    };
    u8::try_from(value).ok().filter(|&value| value < radix)
}

#[cfg(test)]
mod tests {
    use super::digit_value;

    #[test]
    fn digits_of_all_scripts_count() {
        let cases = [
            ('7', 10, Some(7)),
            ('٣', 10, Some(3)),
            ('９', 10, Some(9)),
            ('f', 16, Some(15)),
            ('Ｆ', 16, Some(15)),
        ];
        for (character, radix, value) in cases {
            assert_eq!(digit_value(character, radix), value, "{character}");
        }
        for character in [' ', '/', ':', 'g', '²', '\u{66a}', '😀', '𝟗'] {
            assert_eq!(digit_value(character, 16), None, "{character}");
        }
    }
}
