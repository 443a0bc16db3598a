//! Writing numbers.

use std::borrow::Cow;

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::{BigInt, Sign};

use super::rounding::Closeness;
use super::{
    AffixPlace, DOUBLE_FRACTION_DIGITS, DOUBLE_INTEGER_DIGITS, DecimalFormat, Limits, binary,
};
use crate::java::format::arg::Arg;
use crate::java::format::decimal::Digits;
use crate::java::format::output::Output;
use crate::java::format::thrown::Thrown;

/// What is written between the affixes.
struct Body {
    digits: Digits,
    integer: Limits,
    fraction: Limits,
    /// Of an integral type: never a fraction but zeros.
    integral: bool,
}

/// `format(value)`
pub(super) fn format(
    format: &DecimalFormat,
    value: &Arg<'_>,
    max_units: usize,
) -> Result<String, Thrown> {
    let writer = Writer {
        format,
        out: Output::new(max_units),
    };
    match *value {
        Arg::Byte(value) => writer.long(value.into()),
        Arg::Short(value) => writer.long(value.into()),
        Arg::Int(value) => writer.long(value.into()),
        Arg::Long(value) => writer.long(value),
        Arg::BigInt(value) => match i64::try_from(value) {
            Ok(value) => writer.long(value),
            Err(_) => writer.big_integer(Cow::Borrowed(value), format.integer, format.fraction),
        },
        Arg::Float(value) => writer.double(value.into()),
        Arg::Double(value) => writer.double(value),
        Arg::BigDec(value) => writer.big_decimal(value),
        _ => Err(Thrown::illegal_argument(
            "only a number can be formatted here",
        )),
    }
}

impl DecimalFormat {
    /// Rounds to `places` after the point. A number that starts beyond the last place is zero in all modes, even in
    /// those that round away from it.
    pub(in crate::java::format) fn round_fraction(
        &self,
        digits: &mut Digits,
        places: i32,
        negative: bool,
        closeness: Closeness,
    ) -> Result<(), Thrown> {
        match usize::try_from(digits.point.saturating_add(places.into())) {
            Ok(count) => self.rounding.round(digits, count, negative, closeness),
            Err(_) => {
                *digits = Digits::default();
                Ok(())
            }
        }
    }

    /// Appends `digits` without affixes to `out`.
    pub(in crate::java::format) fn write_digits(
        &self,
        out: Output,
        digits: &Digits,
        integral: bool,
    ) -> Result<Output, Thrown> {
        let mut writer = Writer { format: self, out };
        let (integer, fraction) = (self.integer, self.fraction);
        writer.plain(&Body {
            digits: digits.clone(),
            integer,
            fraction,
            integral,
        })?;
        Ok(writer.out)
    }

    fn affixes_of(&self, negative: bool) -> (&str, &str) {
        let (prefix, suffix) = match negative {
            true => (AffixPlace::NegativePrefix, AffixPlace::NegativeSuffix),
            false => (AffixPlace::PositivePrefix, AffixPlace::PositiveSuffix),
        };
        (self.affix(prefix), self.affix(suffix))
    }
}

struct Writer<'a> {
    format: &'a DecimalFormat,
    out: Output,
}

impl Writer<'_> {
    fn double(mut self, value: f64) -> Result<String, Thrown> {
        let multiplier = self.format.multiplier;
        let negative = value.is_sign_negative() != (multiplier < 0);
        let value = if multiplier == 1 {
            value
        } else {
            value * f64::from(multiplier)
        };
        if value.is_nan() {
            self.out.push_str(self.format.symbols.numbers().nan)?;
            return Ok(self.out.into_string());
        }
        if value.is_infinite() {
            return self.infinite(negative);
        }
        let (integer, fraction) = self.double_limits();
        let (mut digits, closeness) = binary::double_digits(value.abs());
        self.round(&mut digits, integer, fraction, negative, closeness)?;
        self.number(
            &Body {
                digits,
                integer,
                fraction,
                integral: false,
            },
            negative,
        )
    }

    fn long(self, value: i64) -> Result<String, Thrown> {
        let multiplier = self.format.multiplier;
        let (integer, fraction) = self.double_limits();
        let Some(product) = multiplied(value, multiplier) else {
            let product = BigInt::from(value) * multiplier;
            return self.big_integer(Cow::Owned(product), integer, fraction);
        };
        let negative = product < 0;
        let digits = Digits::of_integer(&product.unsigned_abs().into(), 0);
        self.integral(digits, integer, fraction, negative)
    }

    /// An integer, the multiplier not yet applied if it is borrowed.
    fn big_integer(
        self,
        value: Cow<'_, BigInt>,
        integer: Limits,
        fraction: Limits,
    ) -> Result<String, Thrown> {
        let product = match value {
            Cow::Borrowed(value) if self.format.multiplier != 1 => {
                Cow::Owned(value * self.format.multiplier)
            }
            other => other,
        };
        let negative = product.sign() == Sign::Minus;
        let digits = Digits::of_integer(product.magnitude(), 0);
        self.integral(digits, integer, fraction, negative)
    }

    fn integral(
        self,
        mut digits: Digits,
        integer: Limits,
        fraction: Limits,
        negative: bool,
    ) -> Result<String, Thrown> {
        let significant = i64::from(integer.max) + i64::from(fraction.max);
        if self.format.exponent_digits.is_some() && significant > 0 {
            let count = usize::try_from(significant).unwrap_or(usize::MAX);
            self.format
                .rounding
                .round(&mut digits, count, negative, Closeness::Exact)?;
        }
        self.number(
            &Body {
                digits,
                integer,
                fraction,
                integral: true,
            },
            negative,
        )
    }

    fn big_decimal(self, value: &BigDecimal) -> Result<String, Thrown> {
        let (unscaled, scale) = value.as_bigint_and_scale();
        let product = match self.format.multiplier {
            1 => unscaled,
            multiplier => Cow::Owned(unscaled.as_ref() * multiplier),
        };
        let negative = product.sign() == Sign::Minus;
        let mut digits = Digits::of_integer(product.magnitude(), scale);
        let (integer, fraction) = (self.format.integer, self.format.fraction);
        self.round(&mut digits, integer, fraction, negative, Closeness::Exact)?;
        self.number(
            &Body {
                digits,
                integer,
                fraction,
                integral: false,
            },
            negative,
        )
    }

    /// Rounds to the digits that will be shown.
    fn round(
        &self,
        digits: &mut Digits,
        integer: Limits,
        fraction: Limits,
        negative: bool,
        closeness: Closeness,
    ) -> Result<(), Thrown> {
        if self.format.exponent_digits.is_none() {
            return self
                .format
                .round_fraction(digits, fraction.max, negative, closeness);
        }
        let significant = i64::from(integer.max) + i64::from(fraction.max);
        let count = usize::try_from(significant).unwrap_or(usize::MAX);
        self.format
            .rounding
            .round(digits, count, negative, closeness)
    }

    fn infinite(mut self, negative: bool) -> Result<String, Thrown> {
        let (prefix, suffix) = self.format.affixes_of(negative);
        for part in [prefix, self.format.symbols.numbers().infinity, suffix] {
            self.out.push_str(part)?;
        }
        Ok(self.out.into_string())
    }

    fn number(mut self, body: &Body, negative: bool) -> Result<String, Thrown> {
        let (prefix, suffix) = self.format.affixes_of(negative);
        self.out.push_str(prefix)?;
        match self.format.exponent_digits {
            Some(digits) => self.scientific(body, digits)?,
            None => self.plain(body)?,
        }
        self.out.push_str(suffix)?;
        Ok(self.out.into_string())
    }

    fn plain(&mut self, body: &Body) -> Result<(), Thrown> {
        let Body {
            digits,
            integer,
            fraction,
            integral,
        } = body;
        let wanted = i64::from(integer.min).max(digits.point);
        let count = wanted.min(integer.max.into());
        let used = self.integer_part(digits, count)?;
        let left = !integral && used < digits.digits.len() as i64;
        let has_fraction = fraction.min > 0 || left;
        if count == 0 && !has_fraction {
            self.digit(0)?;
        }
        if self.format.decimal_always_shown || has_fraction {
            self.out
                .push(self.format.symbols.decimal(self.format.money))?;
        }
        let end = if *integral {
            0
        } else {
            digits.digits.len() as i64 - digits.point
        };
        let shown = end.max(fraction.min.into()).min(fraction.max.into());
        for place in 0..shown {
            let at = if *integral {
                i64::MAX
            } else {
                digits.point.saturating_add(place)
            };
            self.digit(digits.digit(at))?;
        }
        Ok(())
    }

    /// The last `count` digits before the point, in groups. Answers how many of all digits are used up.
    fn integer_part(&mut self, digits: &Digits, count: i64) -> Result<i64, Thrown> {
        if count > self.out.room() as i64 {
            return Err(Thrown::too_large());
        }
        let group = match self.format.grouping_used {
            true => i64::from(self.format.grouping_size),
            false => 0,
        };
        let grouping = self.format.symbols.grouping(self.format.money);
        for place in (0..count).rev() {
            self.digit(digits.digit(digits.point - 1 - place))?;
            if group > 0 && place > 0 && place % group == 0 {
                self.out.push(grouping)?;
            }
        }
        Ok(digits.point.clamp(0, digits.digits.len() as i64))
    }

    /// Mantissa and exponent. More integer digits at most than at least make the exponent a multiple of them.
    fn scientific(&mut self, body: &Body, exponent_digits: i8) -> Result<(), Thrown> {
        let Body {
            digits,
            integer,
            fraction,
            ..
        } = body;
        let (repeat, min) = (integer.max, i64::from(integer.min));
        let (exponent, least) = if repeat > 1 && repeat > integer.min {
            (i64::from(engineering_exponent(digits.point, repeat)), 1)
        } else {
            (digits.point - min, min)
        };
        let integer_digits = if digits.is_zero() {
            least
        } else {
            digits.point - exponent
        };
        let shown = (min + i64::from(fraction.min))
            .max(integer_digits)
            .max(digits.digits.len() as i64);
        let decimal = self.format.symbols.decimal(self.format.money);
        for place in 0..shown {
            if place == integer_digits {
                self.out.push(decimal)?;
            }
            self.digit(digits.digit(place))?;
        }
        if self.format.decimal_always_shown && shown == integer_digits {
            self.out.push(decimal)?;
        }
        self.exponent(if digits.is_zero() { 0 } else { exponent }, exponent_digits)
    }

    fn exponent(&mut self, exponent: i64, min_digits: i8) -> Result<(), Thrown> {
        let numbers = self.format.symbols.numbers();
        self.out.push_str(numbers.exponent)?;
        if exponent < 0 {
            self.out.push_str(numbers.minus)?;
        }
        let width = usize::try_from(min_digits).unwrap_or(0);
        let digits = format!("{:0width$}", exponent.unsigned_abs());
        digits
            .bytes()
            .try_for_each(|digit| self.digit(digit - b'0'))
    }

    fn digit(&mut self, value: u8) -> Result<(), Thrown> {
        self.out.push(self.format.symbols.numbers().digit(value))
    }

    fn double_limits(&self) -> (Limits, Limits) {
        let DecimalFormat {
            integer, fraction, ..
        } = self.format;
        (
            integer.capped(DOUBLE_INTEGER_DIGITS),
            fraction.capped(DOUBLE_FRACTION_DIGITS),
        )
    }
}

/// The exponent below `point` that is a multiple of `repeat`, in the arithmetic of an `int`.
fn engineering_exponent(point: i64, repeat: i32) -> i32 {
    let point = point.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
    let from = if point >= 1 {
        point - 1
    } else {
        point.wrapping_sub(repeat)
    };
    from / repeat * repeat
}

/// `value` × `multiplier` where Java computes it as a `long`; the largest numbers it turns to big integers early.
fn multiplied(value: i64, multiplier: i32) -> Option<i64> {
    let multiplier = i64::from(multiplier);
    match (value, multiplier) {
        (_, 0) => Some(0),
        (i64::MIN, _) => None,
        (_, 1) => Some(value),
        _ => value
            .checked_mul(multiplier)
            .filter(|_| value.abs() <= (i64::MAX / multiplier).abs()),
    }
}
