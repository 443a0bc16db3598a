//! Numbers as bits: counting, moving and reading them, and the hash codes made of them.

use crate::value::thrown::Thrown;

/// `Double.doubleToLongBits`: every NaN has the same bits.
pub(crate) const fn double_to_bits(value: f64) -> i64 {
    if value.is_nan() {
        0x7FF8_0000_0000_0000
    } else {
        value.to_bits() as i64
    }
}

/// `Float.floatToIntBits`.
pub(crate) const fn float_to_bits(value: f32) -> i32 {
    if value.is_nan() {
        0x7FC0_0000
    } else {
        value.to_bits() as i32
    }
}

/// `Long.hashCode`.
pub(crate) const fn long_hash(value: i64) -> i32 {
    (value ^ (value >> 32)) as i32
}

/// `Double.hashCode`.
pub(crate) const fn double_hash(value: f64) -> i32 {
    long_hash(double_to_bits(value))
}

/// `Float.hashCode`.
pub(crate) const fn float_hash(value: f32) -> i32 {
    float_to_bits(value)
}

/// `Boolean.hashCode`.
pub(crate) const fn boolean_hash(value: bool) -> i32 {
    if value { 1231 } else { 1237 }
}

/// `Integer.highestOneBit`.
pub(crate) const fn highest_one_bit_int(value: i32) -> i32 {
    value & (i32::MIN as u32).wrapping_shr(value.leading_zeros()) as i32
}

/// `Long.highestOneBit`.
pub(crate) const fn highest_one_bit_long(value: i64) -> i64 {
    value & (i64::MIN as u64).wrapping_shr(value.leading_zeros()) as i64
}

/// `Integer.lowestOneBit`.
pub(crate) const fn lowest_one_bit_int(value: i32) -> i32 {
    value & value.wrapping_neg()
}

/// `Long.lowestOneBit`.
pub(crate) const fn lowest_one_bit_long(value: i64) -> i64 {
    value & value.wrapping_neg()
}

/// `Integer.rotateLeft`; to the right is to the left by the negative distance.
pub(crate) const fn rotate_left_int(value: i32, distance: i32) -> i32 {
    value.rotate_left(distance as u32 & 31)
}

/// `Long.rotateLeft`.
pub(crate) const fn rotate_left_long(value: i64, distance: i32) -> i64 {
    value.rotate_left(distance as u32 & 63)
}

/// `Long.compress`: the bits of `value` below those of `mask`, side by side at the low end.
pub(crate) const fn compress_long(value: i64, mask: i64) -> i64 {
    let (mut rest, mut gathered, mut at) = (mask, 0, 0);
    while rest != 0 {
        gathered |= (value >> rest.trailing_zeros() & 1) << at;
        rest &= rest.wrapping_sub(1);
        at += 1;
    }
    gathered
}

/// `Long.expand`: the low bits of `value`, spread over the bits of `mask`.
pub(crate) const fn expand_long(value: i64, mask: i64) -> i64 {
    let (mut rest, mut spread, mut at) = (mask, 0, 0);
    while rest != 0 {
        spread |= (value >> at & 1) << rest.trailing_zeros();
        rest &= rest.wrapping_sub(1);
        at += 1;
    }
    spread
}

/// `Integer.compress`.
pub(crate) const fn compress_int(value: i32, mask: i32) -> i32 {
    compress_long(value as u32 as i64, mask as u32 as i64) as i32
}

/// `Integer.expand`.
pub(crate) const fn expand_int(value: i32, mask: i32) -> i32 {
    expand_long(value as u32 as i64, mask as u32 as i64) as i32
}

/// `Integer.divideUnsigned`.
pub(crate) fn divide_unsigned_int(dividend: i32, divisor: i32) -> Result<i32, Thrown> {
    (dividend as u32)
        .checked_div(divisor as u32)
        .map(|quotient| quotient as i32)
        .ok_or_else(by_zero)
}

/// `Integer.remainderUnsigned`.
pub(crate) fn remainder_unsigned_int(dividend: i32, divisor: i32) -> Result<i32, Thrown> {
    (dividend as u32)
        .checked_rem(divisor as u32)
        .map(|rest| rest as i32)
        .ok_or_else(by_zero)
}

/// `Long.divideUnsigned`.
pub(crate) fn divide_unsigned_long(dividend: i64, divisor: i64) -> Result<i64, Thrown> {
    (dividend as u64)
        .checked_div(divisor as u64)
        .map(|quotient| quotient as i64)
        .ok_or_else(by_zero)
}

/// `Long.remainderUnsigned`.
pub(crate) fn remainder_unsigned_long(dividend: i64, divisor: i64) -> Result<i64, Thrown> {
    (dividend as u64)
        .checked_rem(divisor as u64)
        .map(|rest| rest as i64)
        .ok_or_else(by_zero)
}

#[cold]
pub(crate) fn by_zero() -> Thrown {
    Thrown::arithmetic("division by zero")
}

/// `Float.float16ToFloat`.
pub(crate) fn float16_to_float(bits: i16) -> f32 {
    let bits = bits as u16;
    let (exponent, fraction) = (bits >> 10 & 0x1F, u32::from(bits & 0x3FF));
    let magnitude = match exponent {
        0 => fraction as f32 * f32::from_bits(0x3380_0000),
        0x1F => f32::from_bits(0x7F80_0000 | fraction << 13),
        _ => f32::from_bits((u32::from(exponent) + 112) << 23 | fraction << 13),
    };
    f32::from_bits(magnitude.to_bits() | u32::from(bits & 0x8000) << 16)
}

/// `Float.floatToFloat16`: rounds half to even; a NaN keeps the upper bits of its payload.
pub(crate) fn float_to_float16(value: f32) -> i16 {
    let sign = (value.to_bits() >> 16 & 0x8000) as u16;
    let magnitude = value.abs();
    let bits = magnitude.to_bits();
    let half = if value.is_nan() {
        0x7E00 | bits >> 13 & 0x3FF
    } else if magnitude >= 65520.0 {
        0x7C00
    } else {
        // Adding a power of two whose unit in the last place is that of the result makes the hardware round.
        let exponent = (bits >> 23).max(113);
        let anchor = f32::from_bits((exponent + 13) << 23);
        ((exponent - 113) << 10) + ((magnitude + anchor).to_bits() - anchor.to_bits())
    };
    (half as u16 | sign) as i16
}

/// `Double.toHexString`.
pub(crate) fn double_hex_text(value: f64) -> String {
    let fraction = format!("{:013x}", value.to_bits() & ((1 << 52) - 1));
    hex_text(value, value.is_subnormal().then_some(-1022), &fraction)
}

/// `Float.toHexString`.
pub(crate) fn float_hex_text(value: f32) -> String {
    let fraction = format!("{:06x}", (value.to_bits() & ((1 << 23) - 1)) << 1);
    hex_text(
        f64::from(value),
        value.is_subnormal().then_some(-126),
        &fraction,
    )
}

/// The text with the digits of the fraction; subnormal numbers keep the smallest exponent of their format.
fn hex_text(value: f64, subnormal: Option<i64>, fraction: &str) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value.is_infinite() {
        return format!("{sign}Infinity");
    }
    let (whole, exponent) = match subnormal {
        _ if value == 0.0 => (0, 0),
        Some(smallest) => (0, smallest),
        None => (1, (value.to_bits() >> 52 & 0x7FF) as i64 - 1023),
    };
    let fraction = fraction.trim_end_matches('0');
    let fraction = if fraction.is_empty() { "0" } else { fraction };
    format!("{sign}0x{whole}.{fraction}p{exponent}")
}

#[cfg(test)]
mod tests;
