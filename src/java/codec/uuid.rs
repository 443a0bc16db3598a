//! `java.util.UUID`.

use std::cmp::Ordering;
use std::fmt;

use crate::java::format::digit::digit_value;
use crate::java::format::thrown::Thrown;

/// A UUID; its order is Java's, which compares the halves as signed numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Uuid {
    /// `getMostSignificantBits()`.
    pub(crate) most: i64,
    /// `getLeastSignificantBits()`.
    pub(crate) least: i64,
}

impl Uuid {
    /// `randomUUID()` from 128 random bits.
    pub(crate) fn random(bits: u128) -> Self {
        let most = (bits >> 64) as u64 & !0xf000 | 0x4000;
        let least = bits as u64 & !(0b11 << 62) | 0b10 << 62;
        Uuid {
            most: most as i64,
            least: least as i64,
        }
    }

    /// `fromString(text)`: five hexadecimal numbers, each cut to the width of its field.
    pub(crate) fn parse(text: &str) -> Result<Self, Thrown> {
        if text.encode_utf16().count() > 36 {
            return Err(Thrown::illegal_argument("UUID string too large"));
        }
        let parts: Vec<_> = text.split('-').collect();
        let &[a, b, c, d, e] = parts.as_slice() else {
            return Err(Thrown::illegal_argument(format!(
                "Invalid UUID string: {text}"
            )));
        };
        let most = field(a)? << 32 | (field(b)? & 0xffff) << 16 | field(c)? & 0xffff;
        let least = (field(d)? & 0xffff) << 48 | field(e)? & 0xffff_ffff_ffff;
        Ok(Uuid { most, least })
    }

    /// `version()`.
    pub(crate) fn version(self) -> i32 {
        (self.most >> 12 & 0xf) as i32
    }

    /// `variant()`: the leading bits of the second half; how many count depends on themselves.
    pub(crate) fn variant(self) -> i32 {
        let top = (self.least as u64 >> 61) as i32;
        match top {
            0b000..=0b011 => 0,
            0b100 | 0b101 => 2,
            _ => top,
        }
    }

    /// `timestamp()`, for version 1 only.
    pub(crate) fn timestamp(self) -> Result<i64, Thrown> {
        self.time_based()?;
        Ok((self.most & 0xfff) << 48
            | (self.most >> 16 & 0xffff) << 32
            | self.most >> 32 & 0xffff_ffff)
    }

    /// `clockSequence()`, for version 1 only.
    pub(crate) fn clock_sequence(self) -> Result<i32, Thrown> {
        self.time_based()?;
        Ok((self.least >> 48 & 0x3fff) as i32)
    }

    /// `node()`, for version 1 only.
    pub(crate) fn node(self) -> Result<i64, Thrown> {
        self.time_based()?;
        Ok(self.least & 0xffff_ffff_ffff)
    }

    /// `hashCode()`.
    pub(crate) fn hash_code(self) -> i32 {
        let folded = self.most ^ self.least;
        (folded >> 32) as i32 ^ folded as i32
    }

    fn time_based(self) -> Result<(), Thrown> {
        if self.version() == 1 {
            Ok(())
        } else {
            Err(Thrown::unsupported_operation("Not a time-based UUID"))
        }
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (most, least) = (self.most as u64, self.least as u64);
        let (time, version) = (most >> 16 & 0xffff, most & 0xffff);
        let node = least & 0xffff_ffff_ffff;
        write!(
            f,
            "{:08x}-{time:04x}-{version:04x}-{:04x}-{node:012x}",
            most >> 32,
            least >> 48
        )
    }
}

impl Ord for Uuid {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.most, self.least).cmp(&(other.most, other.least))
    }
}

impl PartialOrd for Uuid {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// One hexadecimal number as `Long.parseLong` reads it, digits of any script and a plus sign included.
fn field(text: &str) -> Result<i64, Thrown> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    let number = digits.chars().try_fold(0_i64, |number, character| {
        let digit = digit_value(character, 16)?;
        number.checked_mul(16)?.checked_add(digit.into())
    });
    number.filter(|_| !digits.is_empty()).ok_or_else(|| {
        Thrown::new(
            "java.lang.NumberFormatException",
            format!("`{text}` is not a hexadecimal number"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIME_BASED: &str = "123e4567-e89b-12d3-a456-426614174000";

    #[test]
    fn parts_of_a_time_based_uuid() {
        let uuid = Uuid::parse(TIME_BASED).unwrap();
        assert_eq!(uuid.to_string(), TIME_BASED);
        assert_eq!(
            (uuid.most, uuid.least),
            (1_314_564_453_825_188_563, -6_605_018_797_301_088_256)
        );
        assert_eq!(
            (uuid.version(), uuid.variant(), uuid.hash_code()),
            (1, 2, 1_256_478_162)
        );
        assert_eq!(uuid.timestamp(), Ok(203_762_160_885_450_087));
        assert_eq!(uuid.clock_sequence(), Ok(9302));
        assert_eq!(uuid.node(), Ok(0x4266_1417_4000));
    }

    #[test]
    fn random_ones_are_of_version_4() {
        for bits in [0, u128::MAX, 0x0123_4567_89ab_cdef_0123_4567_89ab_cdef] {
            let uuid = Uuid::random(bits);
            assert_eq!((uuid.version(), uuid.variant()), (4, 2));
            assert_eq!(
                uuid.timestamp().map_err(|thrown| thrown.class),
                Err("java.lang.UnsupportedOperationException")
            );
        }
    }

    /// From Java 25.
    const PARSED: &[(&str, &str)] = &[
        ("1-2-3-4-5", "00000001-0002-0003-0004-000000000005"),
        ("123456789-0-0-0-0", "23456789-0000-0000-0000-000000000000"),
        (
            "+1-12345-0-fffff-1234567890abcdef",
            "00000001-2345-0000-ffff-567890abcdef",
        ),
        ("٣-Ａ-0-0-0", "00000003-000a-0000-0000-000000000000"),
        ("x-0-0-0-0", "java.lang.NumberFormatException"),
        ("--0-0-0", "java.lang.NumberFormatException"),
        ("+-0-0-0-0", "java.lang.NumberFormatException"),
        (
            "ffffffffffffffff-0-0-0-0",
            "java.lang.NumberFormatException",
        ),
        ("1-2-3-4", "java.lang.IllegalArgumentException"),
        ("1-2-3-4-5-6", "java.lang.IllegalArgumentException"),
        ("", "java.lang.IllegalArgumentException"),
        (
            "123e4567-e89b-12d3-a456-4266141740000",
            "java.lang.IllegalArgumentException",
        ),
    ];

    #[test]
    fn fields_are_lenient() {
        for &(text, expected) in PARSED {
            let found = Uuid::parse(text)
                .map_or_else(|thrown| thrown.class.to_string(), |it| it.to_string());
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn halves_compare_signed() {
        let small = Uuid { most: -1, least: 0 };
        let large = Uuid { most: 0, least: -1 };
        assert!(small < large && large < Uuid { most: 0, least: 0 });
    }
}
