//! Whole numbers as text, in any radix.

use super::digit::{MAX_RADIX, MIN_RADIX};

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// `Long.toString(value, radix)`, and `Integer.toString` for an `int`; a radix that does not exist counts as ten.
pub(crate) fn to_radix(value: i64, radix: i32) -> String {
    let digits = unsigned_to_radix(value.unsigned_abs(), radix);
    if value < 0 {
        format!("-{digits}")
    } else {
        digits
    }
}

/// `Integer.toUnsignedString(value, radix)`.
pub(crate) fn unsigned_int_text(value: i32, radix: i32) -> String {
    unsigned_to_radix(u64::from(value as u32), radix)
}

/// `Long.toUnsignedString(value, radix)`.
pub(crate) fn unsigned_long_text(value: i64, radix: i32) -> String {
    unsigned_to_radix(value as u64, radix)
}

fn unsigned_to_radix(mut value: u64, radix: i32) -> String {
    let radix = match radix {
        MIN_RADIX..=MAX_RADIX => radix as u64,
        _ => 10,
    };
    let mut reversed = Vec::with_capacity(64);
    loop {
        reversed.push(DIGITS[(value % radix) as usize]);
        value /= radix;
        if value == 0 {
            break;
        }
    }
    reversed
        .iter()
        .rev()
        .map(|digit| char::from(*digit))
        .collect()
}

/// `Integer.toHexString`.
pub(crate) fn hex_int(value: i32) -> String {
    format!("{value:x}")
}

/// `Long.toHexString`.
pub(crate) fn hex_long(value: i64) -> String {
    format!("{value:x}")
}

/// `Integer.toOctalString`.
pub(crate) fn octal_int(value: i32) -> String {
    format!("{value:o}")
}

/// `Long.toOctalString`.
pub(crate) fn octal_long(value: i64) -> String {
    format!("{value:o}")
}

/// `Integer.toBinaryString`.
pub(crate) fn binary_int(value: i32) -> String {
    format!("{value:b}")
}

/// `Long.toBinaryString`.
pub(crate) fn binary_long(value: i64) -> String {
    format!("{value:b}")
}

#[cfg(test)]
mod tests;
