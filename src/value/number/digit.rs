//! `Character.digit`: which UTF-16 unit stands for which digit.
//!
//! Java takes the decimal digits of every script, and the full-width letters, wherever it parses whole numbers.

/// The zeros of the basic plane (Unicode 16); the other nine digits follow each of them.
const ZEROS: [u16; 37] = [
    0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
    0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80,
    0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0xFF10,
];

pub(crate) const MIN_RADIX: i32 = 2;
pub(crate) const MAX_RADIX: i32 = 36;

/// The value of `unit` as a digit below `radix`.
pub(crate) fn digit(unit: u16, radix: u32) -> Option<u32> {
    let value = match unit {
        0x30..=0x39 => u32::from(unit) - 0x30,
        0x41..=0x5A => u32::from(unit) - 0x41 + 10,
        0x61..=0x7A => u32::from(unit) - 0x61 + 10,
        0..=0x7F => return None,
        0xFF21..=0xFF3A => u32::from(unit) - 0xFF21 + 10,
        0xFF41..=0xFF5A => u32::from(unit) - 0xFF41 + 10,
        _ => script_digit(unit)?,
    };
    (value < radix).then_some(value)
}

fn script_digit(unit: u16) -> Option<u32> {
    let block = ZEROS.partition_point(|zero| *zero <= unit).checked_sub(1)?;
    let value = u32::from(unit - ZEROS[block]);
    (value < 10).then_some(value)
}
