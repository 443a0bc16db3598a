//! Decimal digits of a `double` as `java.text` sees them.
//!
//! `DecimalFormat` still rests on the digit generation that `Double.toString` left behind in Java 19. It takes half a
//! unit in the last place as the same on both sides of the number, so it may give a digit more than needed (2E23 is
//! 1.9999999999999998E23), and what it says of its own exactness is not always true. Both show in formatted numbers,
//! so the generation is followed step by step: B/S is the number's leading digit and what remains, M half a unit.

use std::cmp::Ordering;

use bigdecimal::num_bigint::BigUint;

use super::rounding::Closeness;
use crate::java::format::decimal::Digits;

const FRACTION_BITS: i32 = 52;

/// A generated digit string.
struct Generated {
    digits: Vec<u8>,
    /// Power of ten of the first digit.
    exponent: i32,
    closeness: Closeness,
}

/// What the generation ended with.
struct End {
    digits: Vec<u8>,
    exponent: i32,
    /// Whether there was a digit before.
    started: bool,
    /// The digits may stay as they are.
    low: bool,
    /// The last digit may be raised.
    high: bool,
    /// Whether the rest is more than half of a digit, if both are possible.
    rest: Ordering,
    exact: bool,
}

/// Powers of two and five.
#[derive(Clone, Copy)]
struct Scale {
    two: i32,
    five: i32,
}

/// Digits of a finite `value`, not negative, and how close they come.
pub(in crate::java::format) fn double_digits(value: f64) -> (Digits, Closeness) {
    if value == 0.0 {
        return (Digits::default(), Closeness::Exact);
    }
    let (fraction, exponent, significant) = parts(value);
    let Generated {
        digits,
        exponent,
        closeness,
    } = small_integer(fraction, exponent, significant)
        .unwrap_or_else(|| generate(fraction, exponent, significant));
    (Digits::new(digits, i64::from(exponent) + 1), closeness)
}

/// Significand with its leading one at bit 52, exponent of two, number of significant bits.
fn parts(value: f64) -> (u64, i32, i32) {
    let bits = value.to_bits();
    let fraction = bits & ((1 << FRACTION_BITS) - 1);
    let biased = (bits >> FRACTION_BITS) as i32;
    if biased > 0 {
        return (
            fraction | 1 << FRACTION_BITS,
            biased - 1023,
            FRACTION_BITS + 1,
        );
    }
    let zeros = fraction.leading_zeros() as i32;
    let shift = zeros - (63 - FRACTION_BITS);
    (fraction << shift, -1022 - shift, 64 - zeros)
}

/// Integers below 2⁶³ are written out, cut to the digits that a `double` can hold. They never count as exact.
fn small_integer(fraction: u64, exponent: i32, significant: i32) -> Option<Generated> {
    let used = FRACTION_BITS + 1 - fraction.trailing_zeros() as i32;
    if !(0..=62).contains(&exponent) || used - exponent - 1 > 0 {
        return None;
    }
    let shift = exponent - FRACTION_BITS;
    let integer = if shift >= 0 {
        fraction << shift
    } else {
        fraction >> -shift
    };
    let spare = (exponent - significant - 1).max(0) as u32 * 30_103 / 100_000;
    let unit = 10_u64.pow(spare);
    let kept = integer / unit + u64::from(spare > 0 && integer % unit >= unit / 2);
    let digits: Vec<u8> = kept.to_string().bytes().map(|digit| digit - b'0').collect();
    let exponent = (digits.len() as u32 + spare) as i32 - 1;
    Some(Generated {
        digits,
        exponent,
        closeness: Closeness::Below,
    })
}

fn generate(fraction: u64, exponent: i32, significant: i32) -> Generated {
    let used = FRACTION_BITS + 1 - fraction.trailing_zeros() as i32;
    let tiny = (used - exponent - 1).max(0);
    let estimate = estimated_exponent(fraction, exponent);
    let mut b = Scale {
        five: (-estimate).max(0),
        two: 0,
    };
    let mut s = Scale {
        five: estimate.max(0),
        two: estimate.max(0) + tiny,
    };
    b.two = b.five + tiny + exponent;
    let mut m = Scale {
        five: b.five,
        two: b.two - significant,
    };
    let fraction = fraction >> fraction.trailing_zeros();
    b.two -= used - 1;
    let common = b.two.min(s.two);
    b.two -= common;
    s.two -= common;
    m.two -= common + i32::from(used == 1);
    let raise = (-m.two).max(0);
    b.two += raise;
    s.two += raise;
    m.two += raise;
    let bits = used + b.two + five_bits(b.five);
    let ten_bits = s.two + 1 + five_bits(s.five + 1);
    let end = if bits < 64 && ten_bits < 64 {
        generate_small(fraction as i64, b, s, m, estimate)
    } else {
        generate_large(fraction, b, s, m, estimate)
    };
    end.finish()
}

/// In 64-bit arithmetic, overflows included.
fn generate_small(fraction: i64, b: Scale, s: Scale, m: Scale, estimate: i32) -> End {
    let scale = |of: Scale| {
        5_i64
            .wrapping_pow(of.five as u32)
            .wrapping_shl(of.two as u32)
    };
    let divisor = scale(s);
    let ten = divisor.wrapping_mul(10);
    let mut rest = fraction
        .wrapping_mul(5_i64.wrapping_pow(b.five as u32))
        .wrapping_shl(b.two as u32);
    let mut half_unit = scale(m);
    let mut end = End::new(estimate);
    while !end.is_complete() {
        let digit = rest / divisor;
        rest = 10 * (rest % divisor);
        half_unit = half_unit.wrapping_mul(10);
        let overflow = half_unit <= 0;
        let low = overflow || rest < half_unit;
        let high = overflow || rest.wrapping_add(half_unit) > ten;
        end.take(digit as u8, low, high);
    }
    end.rest = rest.wrapping_shl(1).wrapping_sub(ten).cmp(&0);
    end.exact = rest == 0;
    end
}

/// In numbers of any size.
fn generate_large(fraction: u64, b: Scale, s: Scale, m: Scale, estimate: i32) -> End {
    let scale = |of: Scale| BigUint::from(5_u8).pow(of.five as u32) << of.two as usize;
    let divisor = scale(s);
    let ten = &divisor * 10_u8;
    let mut rest = scale(b) * fraction;
    let mut half_unit = scale(m);
    let mut end = End::new(estimate);
    while !end.is_complete() {
        let digit = u8::try_from(&rest / &divisor).unwrap_or(9);
        rest = (rest % &divisor) * 10_u8;
        half_unit *= 10_u8;
        let high = &rest + &half_unit >= ten;
        end.take(digit, rest < half_unit, high);
    }
    end.rest = (&rest * 2_u8).cmp(&ten);
    end.exact = rest == BigUint::ZERO;
    end
}

impl End {
    fn new(exponent: i32) -> Self {
        let digits = Vec::new();
        End {
            digits,
            exponent,
            started: false,
            low: false,
            high: false,
            rest: Ordering::Equal,
            exact: false,
        }
    }

    fn is_complete(&self) -> bool {
        self.low || self.high
    }

    /// Takes a digit and whether the digits so far may stay or be raised. A first zero means that the exponent was
    /// estimated too high; numbers far from one get a second digit in any case, for the text with an exponent.
    fn take(&mut self, digit: u8, low: bool, high: bool) {
        let first = !std::mem::replace(&mut self.started, true);
        if first && digit == 0 && !high {
            self.exponent -= 1;
        } else {
            self.digits.push(digit);
        }
        let go_on = first && !(-3..8).contains(&self.exponent);
        self.low = low && !go_on;
        self.high = high && !go_on;
    }

    /// Raises the last digit where that comes closer. Java forgets to note it when nothing but nines is raised.
    fn finish(mut self) -> Generated {
        let odd = self.digits.last().is_some_and(|digit| digit % 2 == 1);
        let raise = match (self.high, self.low, self.rest) {
            (false, _, _) | (true, true, Ordering::Less) => false,
            (true, true, Ordering::Equal) => odd,
            (true, false, _) | (true, true, Ordering::Greater) => true,
        };
        let mut closeness = if self.exact {
            Closeness::Exact
        } else {
            Closeness::Below
        };
        if raise {
            let nines = self
                .digits
                .iter()
                .rev()
                .take_while(|&&digit| digit == 9)
                .count();
            self.digits.truncate(self.digits.len() - nines);
            match self.digits.last_mut() {
                Some(last) => {
                    *last += 1;
                    closeness = if self.exact {
                        Closeness::Exact
                    } else {
                        Closeness::Above
                    };
                }
                None => {
                    self.digits.push(1);
                    self.exponent += 1;
                }
            }
        }
        Generated {
            digits: self.digits,
            exponent: self.exponent,
            closeness,
        }
    }
}

/// The power of ten of the first digit, or one more: a tangent instead of a logarithm.
#[allow(
    clippy::approx_constant,
    reason = "the constant of Java is another number"
)]
fn estimated_exponent(fraction: u64, exponent: i32) -> i32 {
    let mantissa = f64::from_bits(0x3ff << FRACTION_BITS | fraction & ((1 << FRACTION_BITS) - 1));
    let estimate = (mantissa - 1.5) * 0.289_529_654
        + 0.176_091_259
        + f64::from(exponent) * 0.301_029_995_663_981;
    estimate.floor() as i32
}

/// Bits of 5^`power`, or a few more.
fn five_bits(power: i32) -> i32 {
    match power {
        0 => 0,
        1..27 => (i64::from(power) * 2_321_928_095 / 1_000_000_000) as i32 + 1,
        _ => power * 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Number, digits, power of ten, closeness; from Java 25.
    const GENERATED: &[(f64, &str, i64, Closeness)] = &[
        (0.0, "", 0, Closeness::Exact),
        (0.1, "1", 0, Closeness::Below),
        (0.5, "5", 0, Closeness::Exact),
        (25.0, "25", 2, Closeness::Below),
        (0.3, "3", 0, Closeness::Above),
        (1e10, "1", 11, Closeness::Below),
        (2e23, "19999999999999998", 24, Closeness::Below),
        (4.9e-324, "49", -323, Closeness::Below),
        (
            9_223_372_036_854_774_784.0,
            "92233720368547748",
            19,
            Closeness::Below,
        ),
    ];

    #[test]
    fn digits_are_those_of_java_before_19() {
        for &(value, digits, point, closeness) in GENERATED {
            let (found, how) = double_digits(value);
            assert_eq!(
                (found.to_string().as_str(), found.point, how),
                (digits, point, closeness),
                "{value}"
            );
        }
    }

    #[test]
    fn bits_of_powers_of_five() {
        for power in 1..27 {
            let bits = 64 - 5_u64.pow(power).leading_zeros();
            assert_eq!(five_bits(power as i32), bits as i32, "{power}");
        }
    }
}
