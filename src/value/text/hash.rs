//! `String.hashCode`.

use super::Text;

impl Text<'_> {
    /// The polynomial of the units in 31, wrapped to 32 bits.
    pub(crate) fn hash_code(self) -> i32 {
        match self {
            Self::Utf8(text) if text.is_ascii() => polynomial(text.bytes().map(u16::from)),
            _ => polynomial(self.units()),
        }
    }
}

fn polynomial(units: impl Iterator<Item = u16>) -> i32 {
    units.fold(0, |hash: i32, unit| {
        hash.wrapping_mul(31).wrapping_add(i32::from(unit))
    })
}

#[test]
fn hash_wraps_over_units() {
    let rows = [
        ("hello", 99_162_322),
        ("", 0),
        ("abc", 96_354),
        ("a\u{1F600}b", 57_849_694),
        ("BB", 2112),
        ("Aa", 2112),
    ];
    for (text, expected) in rows {
        assert_eq!(Text::from(text).hash_code(), expected, "{text}");
    }
}
