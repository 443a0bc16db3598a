use super::*;

/// The number that `text` spells: an `int`, or a `double` if it is none, unless a suffix names the type.
pub(super) fn number(text: &str) -> Number {
    let body = |suffix: &str| text.strip_suffix(suffix);
    let made = if let Some(digits) = body("BI") {
        digits.parse().ok().map(Number::BigInteger)
    } else if let Some(digits) = body("BD") {
        Decimal::of_number_text(digits).ok().map(Number::BigDecimal)
    } else if let Some(digits) = body("B") {
        digits.parse().ok().map(Number::Byte)
    } else if let Some(digits) = body("S") {
        digits.parse().ok().map(Number::Short)
    } else if let Some(digits) = body("L") {
        digits.parse().ok().map(Number::Long)
    } else if let Some(digits) = body("f") {
        digits.parse().ok().map(Number::Float)
    } else {
        text.parse()
            .map(Number::Int)
            .or_else(|_| text.parse().map(Number::Double))
            .ok()
    };
    made.unwrap_or_else(|| panic!("`{text}` spells no number"))
}

impl NumberRef<'_> {
    /// The text of the number with the suffix that [`number`] reads.
    pub(super) fn with_suffix(self) -> String {
        let suffix = match self.kind() {
            NumberKind::Byte => "B",
            NumberKind::Short => "S",
            NumberKind::Long => "L",
            NumberKind::Float => "f",
            NumberKind::BigInteger => "BI",
            NumberKind::BigDecimal => "BD",
            NumberKind::Int | NumberKind::Double | NumberKind::Any => "",
        };
        format!("{self}{suffix}")
    }
}

#[test]
fn narrowing_goes_through_int() {
    let value = number("300.7");
    let value = value.as_ref();
    assert_eq!(
        (
            value.byte_value(),
            value.short_value(),
            value.int_value(),
            value.long_value()
        ),
        (44, 300, 300, 300)
    );
    let large = number("1e20");
    assert_eq!(
        (large.as_ref().int_value(), large.as_ref().byte_value()),
        (i32::MAX, -1)
    );
    assert_eq!(number("4294967298L").as_ref().int_value(), 2);
    assert_eq!(number("18446744073709551617BI").as_ref().long_value(), 1);
    assert_eq!(number("16777217").as_ref().float_value(), 16_777_216.0);
}

#[test]
fn equals_needs_the_same_class() {
    let rows = [
        ("5", "5L", false),
        ("5", "5", true),
        ("NaN", "NaN", true),
        ("1.0BD", "1.00BD", false),
        ("5BI", "5BI", true),
        ("1.5f", "1.5", false),
    ];
    for (a, b, expected) in rows {
        assert_eq!(
            number(a).as_ref().equals(number(b).as_ref()),
            expected,
            "{a} {b}"
        );
    }
}

#[test]
fn hash_codes_are_those_of_the_classes() {
    let rows = [
        ("5", 5),
        ("-1L", 0),
        ("1.5", 1_073_217_536),
        ("1.5f", 1_069_547_520),
        ("1.00BD", 3102),
        ("-7S", -7),
        ("4294967296BI", 31),
    ];
    for (value, expected) in rows {
        assert_eq!(number(value).as_ref().hash_code(), expected, "{value}");
    }
}
