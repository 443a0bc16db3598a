//! `java.math.RoundingMode`, and rounding of decimal digits that stand for a binary number.

use crate::java::format::decimal::Digits;
use crate::java::format::thrown::Thrown;

/// How a number is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RoundingMode {
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// Towards positive infinity.
    Ceiling,
    /// Towards negative infinity.
    Floor,
    /// To the nearest, a tie away from zero.
    HalfUp,
    /// To the nearest, a tie towards zero.
    HalfDown,
    /// To the nearest, a tie to the even one.
    HalfEven,
    /// Not at all: an error where digits would be lost.
    Unnecessary,
}

/// How decimal digits relate to the number they stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closeness {
    /// They are the number.
    Exact,
    /// They are a little less.
    Below,
    /// They are a little more.
    Above,
}

impl RoundingMode {
    /// Cuts `number` to `count` digits. What is `closeness` decides ties only: the modes that are not to the nearest
    /// see the digits and nothing else.
    pub(in crate::java::format) fn round(
        self,
        number: &mut Digits,
        count: usize,
        negative: bool,
        closeness: Closeness,
    ) -> Result<(), Thrown> {
        let Some(dropped) = number
            .digits
            .get(count..)
            .filter(|dropped| !dropped.is_empty())
        else {
            return Ok(());
        };
        let up = match self {
            RoundingMode::Up => true,
            RoundingMode::Down => false,
            RoundingMode::Ceiling => !negative,
            RoundingMode::Floor => negative,
            RoundingMode::Unnecessary => return Err(unnecessary()),
            _ => match dropped {
                [5] => self.tie(&number.digits[..count], closeness),
                [first, ..] => *first >= 5,
                [] => false,
            },
        };
        let digits = std::mem::take(&mut number.digits);
        *number = Digits {
            digits: digits[..count].to_vec(),
            point: number.point,
        };
        if up {
            number.increment();
        }
        let Digits { digits, point } = std::mem::take(number);
        *number = Digits::new(digits, point);
        Ok(())
    }

    /// Rounds a number that is less than half of 10^`place` to a multiple of it, without looking at its sign.
    pub(in crate::java::format) fn vanish(
        self,
        number: &mut Digits,
        place: i64,
    ) -> Result<(), Thrown> {
        let up = match self {
            _ if number.is_zero() => false,
            RoundingMode::Up | RoundingMode::Ceiling => true,
            RoundingMode::Unnecessary => return Err(unnecessary()),
            _ => false,
        };
        *number = if up {
            Digits::new(vec![1], place + 1)
        } else {
            Digits::default()
        };
        Ok(())
    }

    /// Whether the digit 5 after `kept` rounds up.
    fn tie(self, kept: &[u8], closeness: Closeness) -> bool {
        match (closeness, self) {
            (Closeness::Below, _) | (Closeness::Exact, RoundingMode::HalfUp) => true,
            (Closeness::Above, _) | (Closeness::Exact, RoundingMode::HalfDown) => false,
            (Closeness::Exact, _) => kept.last().is_some_and(|digit| digit % 2 == 1),
        }
    }
}

#[cold]
fn unnecessary() -> Thrown {
    Thrown::new(
        "java.lang.ArithmeticException",
        "the number would have to be rounded",
    )
}
