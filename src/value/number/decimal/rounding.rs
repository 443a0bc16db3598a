//! Rounding: its modes, the precision it aims at, and the one place that decides whether a digit goes up.

use std::cmp::Ordering;
use std::fmt;

use bigdecimal::num_bigint::BigInt;
use bigdecimal::num_traits::{One, Signed, Zero};

use crate::value::number::big_integer::{digits, power_of_ten};
use crate::value::thrown::Thrown;

/// `java.math.RoundingMode`, in the order of its old `int` constants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum RoundingMode {
    Up,
    Down,
    Ceiling,
    Floor,
    HalfUp,
    HalfDown,
    HalfEven,
    Unnecessary,
}

/// All modes with their Java names; the index is the ordinal.
const MODES: [(RoundingMode, &str); 8] = [
    (RoundingMode::Up, "UP"),
    (RoundingMode::Down, "DOWN"),
    (RoundingMode::Ceiling, "CEILING"),
    (RoundingMode::Floor, "FLOOR"),
    (RoundingMode::HalfUp, "HALF_UP"),
    (RoundingMode::HalfDown, "HALF_DOWN"),
    (RoundingMode::HalfEven, "HALF_EVEN"),
    (RoundingMode::Unnecessary, "UNNECESSARY"),
];

impl RoundingMode {
    /// The mode of one of the constants `BigDecimal.ROUND_UP` to `ROUND_UNNECESSARY`.
    pub(crate) fn of_ordinal(ordinal: i32) -> Result<Self, Thrown> {
        let mode = usize::try_from(ordinal)
            .ok()
            .and_then(|ordinal| MODES.get(ordinal));
        mode.map(|(mode, _)| *mode)
            .ok_or_else(|| Thrown::illegal_argument(format!("{ordinal} is no rounding mode")))
    }

    pub(crate) fn of_name(name: &str) -> Option<Self> {
        MODES
            .iter()
            .find(|(_, own)| *own == name)
            .map(|(mode, _)| *mode)
    }

    pub(crate) const fn name(self) -> &'static str {
        MODES[self as usize].1
    }

    /// Whether a number between two others goes to the one farther from zero. `half` is how the part that falls away
    /// compares with half a unit, `odd` whether the digit that stays is odd.
    pub(crate) fn goes_up(self, negative: bool, half: Ordering, odd: bool) -> Result<bool, Thrown> {
        Ok(match self {
            Self::Up => true,
            Self::Down => false,
            Self::Ceiling => !negative,
            Self::Floor => negative,
            Self::HalfUp => half.is_ge(),
            Self::HalfDown => half.is_gt(),
            Self::HalfEven => half.is_gt() || (half.is_eq() && odd),
            Self::Unnecessary => return Err(necessary()),
        })
    }
}

#[cold]
fn necessary() -> Thrown {
    Thrown::arithmetic("the result needs rounding, which is not allowed")
}

/// `java.math.MathContext`: how many digits a result keeps, all if 0, and how the rest is rounded away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct MathContext {
    precision: u32,
    pub(crate) mode: RoundingMode,
}

impl MathContext {
    pub(crate) const UNLIMITED: Self = Self {
        precision: 0,
        mode: RoundingMode::HalfUp,
    };
    pub(crate) const DECIMAL32: Self = Self {
        precision: 7,
        mode: RoundingMode::HalfEven,
    };
    pub(crate) const DECIMAL64: Self = Self {
        precision: 16,
        mode: RoundingMode::HalfEven,
    };
    pub(crate) const DECIMAL128: Self = Self {
        precision: 34,
        mode: RoundingMode::HalfEven,
    };

    /// `new MathContext(precision, mode)`.
    pub(crate) fn new(precision: i32, mode: RoundingMode) -> Result<Self, Thrown> {
        let digits = u32::try_from(precision);
        let digits = digits
            .map_err(|_| Thrown::illegal_argument(format!("precision {precision} is negative")))?;
        Ok(Self {
            precision: digits,
            mode,
        })
    }

    pub(crate) const fn precision(self) -> u32 {
        self.precision
    }

    pub(super) const fn is_unlimited(self) -> bool {
        self.precision == 0
    }

    pub(super) const fn with_precision(self, precision: u32) -> Self {
        Self { precision, ..self }
    }

    pub(super) const fn with_mode(self, mode: RoundingMode) -> Self {
        Self { mode, ..self }
    }
}

impl fmt::Display for MathContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "precision={} roundingMode={}",
            self.precision,
            self.mode.name()
        )
    }
}

/// `dividend / divisor`, rounded to a whole number, and whether that was exact.
pub(super) fn divide_rounded(
    dividend: &BigInt,
    divisor: &BigInt,
    mode: RoundingMode,
) -> Result<(BigInt, bool), Thrown> {
    let quotient = dividend / divisor;
    let rest = dividend - &quotient * divisor;
    if rest.is_zero() {
        return Ok((quotient, true));
    }
    let negative = dividend.is_negative() != divisor.is_negative();
    let half = (rest.magnitude() * 2_u32).cmp(divisor.magnitude());
    Ok((away_from_zero(quotient, mode, negative, half)?, false))
}

/// `value / 10^places`, rounded. Numbers that vanish entirely are not divided.
pub(super) fn drop_places(
    value: &BigInt,
    places: u64,
    mode: RoundingMode,
) -> Result<BigInt, Thrown> {
    if value.is_zero() {
        Ok(BigInt::zero())
    } else if places > digits(value) {
        away_from_zero(BigInt::zero(), mode, value.is_negative(), Ordering::Less)
    } else {
        divide_rounded(value, &power_of_ten(places), mode).map(|(quotient, _)| quotient)
    }
}

/// The quotient, or the number next to it on the far side of zero.
pub(super) fn away_from_zero(
    quotient: BigInt,
    mode: RoundingMode,
    negative: bool,
    half: Ordering,
) -> Result<BigInt, Thrown> {
    let up = mode.goes_up(negative, half, quotient.bit(0))?;
    let step = if negative {
        -BigInt::one()
    } else {
        BigInt::one()
    };
    Ok(if up { quotient + step } else { quotient })
}
