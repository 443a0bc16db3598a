//! Division of a decimal by a small integer, exact where the quotient ends.

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::{BigInt, Sign};

use super::rounding::{Closeness, RoundingMode};
use crate::java::format::decimal::Digits;
use crate::java::format::thrown::Thrown;

/// `dividend` / `divisor`, exactly if its digits end, else rounded to the scale of `dividend`. Not for a divisor of 0.
pub(super) fn divide(
    dividend: &BigDecimal,
    divisor: i32,
    mode: RoundingMode,
) -> Result<BigDecimal, Thrown> {
    let (unscaled, scale) = dividend.as_bigint_and_scale();
    // 2³¹ has 31 factors of two, so this many digits are enough for any quotient that ends.
    let most = 31;
    let (twos, fives, rest) = factors(divisor.unsigned_abs());
    if (unscaled.as_ref() % rest).sign() != Sign::NoSign {
        return rounded(&unscaled, scale, divisor, mode);
    }
    let mut quotient = unscaled.as_ref() / rest;
    let mut digits = 0;
    while digits < most
        && (&quotient % (BigInt::from(2).pow(twos) * BigInt::from(5).pow(fives))).sign()
            != Sign::NoSign
    {
        quotient *= 10;
        digits += 1;
    }
    quotient /= BigInt::from(2).pow(twos) * BigInt::from(5).pow(fives);
    let quotient = if divisor < 0 { -quotient } else { quotient };
    Ok(BigDecimal::new(quotient, scale + digits))
}

/// Exponents of two and five, and what is left.
fn factors(mut number: u32) -> (u32, u32, u32) {
    let twos = number.trailing_zeros();
    number >>= twos;
    let mut fives = 0;
    while number.is_multiple_of(5) {
        number /= 5;
        fives += 1;
    }
    (twos, fives, number)
}

fn rounded(
    unscaled: &BigInt,
    scale: i64,
    divisor: i32,
    mode: RoundingMode,
) -> Result<BigDecimal, Thrown> {
    let negative = (unscaled.sign() == Sign::Minus) != (divisor < 0);
    let magnitude = unscaled.magnitude();
    let by = divisor.unsigned_abs();
    let (quotient, rest) = (magnitude / by, magnitude % by);
    // One digit more says whether the rest is less than, equal to or more than half, which is all that rounding needs.
    let twice = rest * 2_u8;
    let digit: u8 = match twice.cmp(&by.into()) {
        std::cmp::Ordering::Less => 1,
        std::cmp::Ordering::Equal => 5,
        std::cmp::Ordering::Greater => 9,
    };
    let mut digits = Digits::of_integer(&(quotient * 10_u8 + digit), 1);
    let count = usize::try_from(digits.point).unwrap_or(0);
    mode.round(&mut digits, count, negative, Closeness::Exact)?;
    let missing = digits.point - digits.digits.len() as i64;
    digits.digits.extend(std::iter::repeat_n(
        0,
        usize::try_from(missing).unwrap_or(0),
    ));
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    let value = BigInt::from_radix_be(sign, &digits.digits, 10).unwrap_or_default();
    Ok(BigDecimal::new(value, scale))
}
