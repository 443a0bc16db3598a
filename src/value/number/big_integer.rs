//! `java.math.BigInteger`: what it adds to the numbers of `num_bigint`, which hold the values.

use bigdecimal::num_bigint::{BigInt, Sign};
use bigdecimal::num_traits::{Pow, Signed, ToPrimitive, Zero};

use super::decimal::within_digits;
use super::digit::digit;
use crate::value::text::Text;
use crate::value::thrown::{Failure, Thrown};

/// `new BigInteger(text, radix)`: a sign and digits of any script.
pub(crate) fn parse(text: Text<'_>, radix: u32, max_digits: usize) -> Result<BigInt, Failure> {
    let malformed = || Thrown::number_format(text, "a whole number");
    let mut units = text.units().peekable();
    let sign = units.next_if(|unit| matches!(u8::try_from(*unit), Ok(b'+' | b'-')));
    let ascii: Option<Vec<u8>> = units
        .map(|unit| digit(unit, radix).map(|digit| digit as u8))
        .collect();
    let Some(ascii) = ascii.filter(|digits| !digits.is_empty()) else {
        return Err(malformed().into());
    };
    let significant = ascii.iter().skip_while(|digit| **digit == 0).count();
    within_digits(significant as u64, max_digits)?;
    let sign = if sign == Some(u16::from(b'-')) {
        Sign::Minus
    } else {
        Sign::Plus
    };
    BigInt::from_radix_be(sign, &ascii, radix).ok_or_else(|| malformed().into())
}

/// `BigInteger.hashCode`: the polynomial of the 32-bit words in 31, from the high end, with the sign.
pub(crate) fn hash_code(value: &BigInt) -> i32 {
    let words = value.iter_u32_digits().rev();
    let hash = words.fold(0_i32, |hash, word| {
        hash.wrapping_mul(31).wrapping_add(word as i32)
    });
    if value.is_negative() {
        hash.wrapping_neg()
    } else {
        hash
    }
}

/// `BigInteger.longValue`: the low 64 bits.
pub(crate) fn long_value(value: &BigInt) -> i64 {
    let low = value.iter_u64_digits().next().unwrap_or(0) as i64;
    if value.is_negative() {
        low.wrapping_neg()
    } else {
        low
    }
}

/// `BigInteger.intValue`.
pub(crate) fn int_value(value: &BigInt) -> i32 {
    long_value(value) as i32
}

/// `BigInteger.doubleValue`: the nearest, infinite if there is none.
pub(crate) fn double_value(value: &BigInt) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}

/// `BigInteger.floatValue`.
pub(crate) fn float_value(value: &BigInt) -> f32 {
    value.to_f32().unwrap_or(f32::NAN)
}

/// `BigInteger.longValueExact`, and those for the smaller types: the number if it lies in the range.
pub(crate) fn exact_within(value: &BigInt, min: i64, max: i64) -> Result<i64, Thrown> {
    let fitting = value.to_i64().filter(|value| (min..=max).contains(value));
    fitting.ok_or_else(|| Thrown::arithmetic("the number does not fit in the type asked for"))
}

/// `BigInteger.bitCount`: the bits that differ from the sign.
pub(crate) fn bit_count(value: &BigInt) -> i32 {
    bits_besides_sign(value).magnitude().count_ones() as i32
}

/// `BigInteger.bitLength`: the bits that are needed besides the sign.
pub(crate) fn bit_length(value: &BigInt) -> i32 {
    bits_besides_sign(value).bits() as i32
}

/// A negative number turned over, so that its sign bits become zeros.
fn bits_besides_sign(value: &BigInt) -> BigInt {
    if value.is_negative() {
        !value
    } else {
        value.clone()
    }
}

/// `BigInteger.getLowestSetBit`: none in zero.
pub(crate) fn lowest_set_bit(value: &BigInt) -> i32 {
    value.trailing_zeros().map_or(-1, |zeros| zeros as i32)
}

/// `BigInteger.sqrtAndRemainder`, and `sqrt` for the first of both.
pub(crate) fn sqrt_and_remainder(value: &BigInt) -> Result<[BigInt; 2], Thrown> {
    if value.is_negative() {
        return Err(Thrown::arithmetic("a negative number has no square root"));
    }
    let root = value.sqrt();
    let rest = value - &root * &root;
    Ok([root, rest])
}

/// `BigInteger.toByteArray`: two's complement, high end first, in as few bytes as hold it.
pub(crate) fn to_bytes(value: &BigInt) -> Vec<u8> {
    value.to_signed_bytes_be()
}

/// `BigInteger.pow`.
pub(crate) fn pow(base: &BigInt, exponent: i32, max_digits: usize) -> Result<BigInt, Failure> {
    let Ok(exponent) = u32::try_from(exponent) else {
        return Err(Thrown::arithmetic(format!("exponent {exponent} is negative")).into());
    };
    power(base, exponent, max_digits)
}

/// The power, unless it certainly has more digits than accepted.
pub(super) fn power(base: &BigInt, exponent: u32, max_digits: usize) -> Result<BigInt, Failure> {
    if overflows(base, exponent) {
        return Err(
            Thrown::arithmetic("the power has more bits than a BigInteger can have").into(),
        );
    }
    if base.bits() > 1 {
        within_digits(
            ((base.bits() - 1) as f64 * f64::from(exponent) * std::f64::consts::LOG10_2) as u64,
            max_digits,
        )?;
    }
    match base.bits() {
        0 | 1 => Ok(base.pow(exponent & 1 | u32::from(exponent > 0) << 1)),
        _ => Ok(base.pow(exponent)),
    }
}

/// `BigInteger.divide`, towards zero.
pub(crate) fn divide(dividend: &BigInt, divisor: &BigInt) -> Result<BigInt, Thrown> {
    match divisor.is_zero() {
        true => Err(super::bits::by_zero()),
        false => Ok(dividend / divisor),
    }
}

/// `BigInteger.remainder`, with the sign of the dividend.
pub(crate) fn remainder(dividend: &BigInt, divisor: &BigInt) -> Result<BigInt, Thrown> {
    match divisor.is_zero() {
        true => Err(super::bits::by_zero()),
        false => Ok(dividend % divisor),
    }
}

/// Whether the power passes the range of `BigInteger`: at least so many bits are certain.
fn overflows(base: &BigInt, exponent: u32) -> bool {
    let certain = base
        .bits()
        .saturating_sub(1)
        .saturating_mul(exponent.into());
    certain >= i32::MAX as u64
}

/// `10^exponent`.
pub(crate) fn power_of_ten(exponent: u64) -> BigInt {
    match u32::try_from(exponent)
        .ok()
        .and_then(|exponent| 10_u64.checked_pow(exponent))
    {
        Some(small) => BigInt::from(small),
        None => BigInt::from(5).pow(exponent) << exponent,
    }
}

/// Decimal digits of the magnitude; one for zero.
pub(crate) fn digits(value: &BigInt) -> u64 {
    if let Some(small) = value.magnitude().to_u64() {
        return u64::from(small.checked_ilog10().unwrap_or(0)) + 1;
    }
    let below = ((value.bits() - 1) as f64 * std::f64::consts::LOG10_2) as u64 + 1;
    below + u64::from(value.magnitude() >= power_of_ten(below).magnitude())
}

/// Takes factors of `base` out of a number that is not zero: at most `most` of them. Answers what is left and how many
/// there were. Powers that double keep the number of long divisions logarithmic.
pub(super) fn without_factor(value: BigInt, base: u32, most: u64) -> (BigInt, u64) {
    let mut powers = vec![BigInt::from(base)];
    while powers.len() < 64
        && powers[powers.len() - 1].bits() * 2 <= value.bits() + 2
        && 1 << powers.len() <= most
    {
        let last = &powers[powers.len() - 1];
        powers.push(last * last);
    }
    let (mut rest, mut count) = (value, 0);
    for (at, power) in powers.iter().enumerate().rev() {
        let factors = 1_u64 << at;
        if count + factors <= most && (&rest % power).is_zero() {
            rest /= power;
            count += factors;
        }
    }
    (rest, count)
}

#[cfg(test)]
mod tests;
