//! Decimal digits with a decimal point: what every number becomes before it is laid out.

use std::fmt;

use bigdecimal::num_bigint::BigUint;

/// The number 0.d₁d₂d₃… × 10^`point`, not negative, without leading or trailing zeros; no digits at all for zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Digits {
    /// Digit values, 0 to 9.
    pub(crate) digits: Vec<u8>,
    /// How many digits stand before the decimal point; negative for zeros after it.
    pub(crate) point: i64,
}

impl Digits {
    /// The number with these digit values, `point` of them before the decimal point.
    pub(crate) fn new(mut digits: Vec<u8>, point: i64) -> Self {
        let leading = digits.iter().take_while(|&&digit| digit == 0).count();
        digits.drain(..leading);
        let mut number = Digits {
            digits,
            point: point.saturating_sub(leading as i64),
        };
        number.trim();
        number
    }

    /// The number `magnitude` / 10^`scale`.
    pub(crate) fn of_integer(magnitude: &BigUint, scale: i64) -> Self {
        let digits = magnitude.to_radix_be(10);
        let point = (digits.len() as i64).saturating_sub(scale);
        Digits::new(digits, point)
    }

    /// Whether the number is zero.
    pub(crate) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Keeps `count` digits, rounded half up; a negative count leaves nothing.
    pub(crate) fn round_half_up(&mut self, count: i64) {
        let Ok(count) = usize::try_from(count) else {
            *self = Digits::default();
            return;
        };
        let Some(&dropped) = self.digits.get(count) else {
            return;
        };
        self.digits.truncate(count);
        if dropped >= 5 {
            self.increment();
        }
        self.trim();
    }

    /// Adds one to the last digit.
    pub(crate) fn increment(&mut self) {
        while let Some(last) = self.digits.pop() {
            if last < 9 {
                self.digits.push(last + 1);
                return;
            }
        }
        self.digits.push(1);
        self.point += 1;
    }

    /// The digit at `place` after the start, zero beyond the end.
    pub(crate) fn digit(&self, place: i64) -> u8 {
        usize::try_from(place)
            .ok()
            .and_then(|place| self.digits.get(place))
            .copied()
            .unwrap_or(0)
    }

    fn trim(&mut self) {
        let trailing = self
            .digits
            .iter()
            .rev()
            .take_while(|&&digit| digit == 0)
            .count();
        self.digits.truncate(self.digits.len() - trailing);
        if self.digits.is_empty() {
            self.point = 0;
        }
    }
}

/// The digits alone.
impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.digits
            .iter()
            .try_for_each(|digit| write!(f, "{digit}"))
    }
}

/// Decimal digits that a number of `bits` binary digits has at least.
pub(crate) fn decimal_len(bits: u64) -> u64 {
    bits.saturating_sub(1).saturating_mul(30_102) / 100_000
}
