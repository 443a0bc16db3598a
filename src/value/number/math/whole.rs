//! `Math` on whole numbers: what overflows throws, what rounds does so down or up.
//!
//! `int` and `long` have the same functions, so both modules come from one text. Mixed arguments (`long`, `int`) are
//! widened by the caller.

use crate::value::thrown::Thrown;

macro_rules! whole_math {
    ($module:ident, $signed:ty, $unsigned:ty, $name:literal) => {
        #[doc = concat!("Functions on `", $name, "`.")]
        pub(crate) mod $module {
            use crate::value::number::bits::by_zero;
            use crate::value::thrown::Thrown;

            fn checked(value: Option<$signed>) -> Result<$signed, Thrown> {
                value.ok_or_else(overflow)
            }

            #[cold]
            fn overflow() -> Thrown {
                Thrown::arithmetic(concat!("the result does not fit in ", $name))
            }

            fn divisor(value: $signed) -> Result<$signed, Thrown> {
                if value == 0 {
                    Err(by_zero())
                } else {
                    Ok(value)
                }
            }

            /// `addExact`.
            pub(crate) fn add(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                checked(a.checked_add(b))
            }

            /// `subtractExact`.
            pub(crate) fn subtract(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                checked(a.checked_sub(b))
            }

            /// `multiplyExact`.
            pub(crate) fn multiply(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                checked(a.checked_mul(b))
            }

            /// `divideExact`.
            pub(crate) fn divide(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                checked(a.checked_div(divisor(b)?))
            }

            /// `incrementExact`.
            pub(crate) fn increment(a: $signed) -> Result<$signed, Thrown> {
                checked(a.checked_add(1))
            }

            /// `decrementExact`.
            pub(crate) fn decrement(a: $signed) -> Result<$signed, Thrown> {
                checked(a.checked_sub(1))
            }

            /// `negateExact`.
            pub(crate) fn negate(a: $signed) -> Result<$signed, Thrown> {
                checked(a.checked_neg())
            }

            /// `absExact`; `abs` itself is `wrapping_abs`.
            pub(crate) fn abs(a: $signed) -> Result<$signed, Thrown> {
                checked(a.checked_abs())
            }

            /// `floorDiv`.
            pub(crate) fn floor_div(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                let quotient = a.wrapping_div(divisor(b)?);
                let inexact_below_zero = a.wrapping_rem(b) != 0 && (a < 0) != (b < 0);
                Ok(quotient - <$signed>::from(inexact_below_zero))
            }

            /// `floorMod`: has the sign of the divisor.
            pub(crate) fn floor_mod(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                let rest = a.wrapping_rem(divisor(b)?);
                Ok(if rest != 0 && (rest < 0) != (b < 0) {
                    rest + b
                } else {
                    rest
                })
            }

            /// `ceilDiv`.
            pub(crate) fn ceil_div(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                let quotient = a.wrapping_div(divisor(b)?);
                let inexact_above_zero = a.wrapping_rem(b) != 0 && (a < 0) == (b < 0);
                Ok(quotient + <$signed>::from(inexact_above_zero))
            }

            /// `ceilMod`: has the opposite sign of the divisor.
            pub(crate) fn ceil_mod(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                let rest = a.wrapping_rem(divisor(b)?);
                Ok(if rest != 0 && (rest < 0) == (b < 0) {
                    rest - b
                } else {
                    rest
                })
            }

            /// `floorDivExact`.
            pub(crate) fn floor_div_exact(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                divide(a, b).and_then(|_| floor_div(a, b))
            }

            /// `ceilDivExact`.
            pub(crate) fn ceil_div_exact(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                divide(a, b).and_then(|_| ceil_div(a, b))
            }

            /// `powExact`.
            pub(crate) fn pow(base: $signed, exponent: i32) -> Result<$signed, Thrown> {
                let exponent = super::natural(exponent)?;
                match base {
                    0 | 1 if exponent > 0 => Ok(base),
                    -1 => Ok(if exponent % 2 == 0 { 1 } else { -1 }),
                    _ => checked(base.checked_pow(exponent)),
                }
            }

            /// `unsignedMultiplyExact`.
            pub(crate) fn unsigned_multiply(a: $signed, b: $signed) -> Result<$signed, Thrown> {
                checked(
                    (a as $unsigned)
                        .checked_mul(b as $unsigned)
                        .map(|product| product as $signed),
                )
            }

            /// `unsignedPowExact`.
            pub(crate) fn unsigned_pow(base: $signed, exponent: i32) -> Result<$signed, Thrown> {
                let exponent = super::natural(exponent)?;
                match base {
                    0 | 1 if exponent > 0 => Ok(base),
                    _ => checked(
                        (base as $unsigned)
                            .checked_pow(exponent)
                            .map(|power| power as $signed),
                    ),
                }
            }
        }
    };
}

whole_math!(int, i32, u32, "an int");
whole_math!(long, i64, u64, "a long");

fn natural(exponent: i32) -> Result<u32, Thrown> {
    u32::try_from(exponent)
        .map_err(|_| Thrown::arithmetic(format!("exponent {exponent} is negative")))
}

/// `toIntExact`.
pub(crate) fn to_int(value: i64) -> Result<i32, Thrown> {
    i32::try_from(value).map_err(|_| Thrown::arithmetic(format!("{value} does not fit in an int")))
}

/// `multiplyHigh`: the upper 64 of the 128 bits of a product.
pub(crate) const fn multiply_high(a: i64, b: i64) -> i64 {
    ((a as i128 * b as i128) >> 64) as i64
}

/// `unsignedMultiplyHigh`.
pub(crate) const fn unsigned_multiply_high(a: i64, b: i64) -> i64 {
    ((a as u64 as u128 * b as u64 as u128) >> 64) as i64
}

/// `clamp` of a `long` between two of them, or between two `int` values.
pub(crate) fn clamp(value: i64, min: i64, max: i64) -> Result<i64, Thrown> {
    match min <= max {
        true => Ok(value.clamp(min, max)),
        false => Err(Thrown::illegal_argument(format!(
            "minimum {min} is greater than maximum {max}"
        ))),
    }
}

#[cfg(test)]
mod tests;
