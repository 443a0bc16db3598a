//! `java.text.CompactNumberFormat`: `12K`, `1 million`.
//!
//! A locale has a pattern for each power of ten. The number picks one, is divided by what the pattern leaves out, and is
//! then written between the pattern's affixes, which may depend on the plural form. Where the pattern has no affixes the
//! number is written in full.

mod long;
mod pattern;
mod plural;
mod reading;
mod short;

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::{BigInt, Sign};

use super::arg::Arg;
use super::decimal::Digits;
use super::decimal_format::{
    Closeness, DOUBLE_FRACTION_DIGITS, DOUBLE_INTEGER_DIGITS, DecimalFormat, FormatSymbols,
    RoundingMode, binary_digits,
};
use super::double_text::double_digits;
use super::locale::Locale;
use super::number_format::{NumberStyle, instance, of_pattern};
use super::output::Output;
use super::thrown::Thrown;
use pattern::Pattern;

/// The first number beyond `long`.
const LONG_END: f64 = 9_223_372_036_854_775_808.0;

/// How much is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CompactStyle {
    /// `12K`
    Short,
    /// `12 thousand`
    Long,
}

/// A compact number format.
#[derive(Clone, Debug)]
pub(crate) struct CompactFormat {
    /// The patterns as they are shown; there is one at least.
    texts: Vec<String>,
    patterns: Vec<Pattern>,
    decimal_pattern: &'static str,
    rules: &'static str,
    /// Writes the divided number.
    number: DecimalFormat,
    /// Writes numbers in full.
    full: DecimalFormat,
}

/// A number on its way into a pattern.
struct Divided {
    digits: Digits,
    /// Without a fraction by its type.
    integral: bool,
}

impl CompactFormat {
    /// `NumberFormat.getCompactNumberInstance(locale, style)`
    pub(crate) fn new(style: CompactStyle, locale: &Locale) -> Self {
        let rows = match style {
            CompactStyle::Short => short::PATTERNS,
            CompactStyle::Long => long::PATTERNS,
        };
        let texts = pattern::expand(row(rows, locale));
        let mut full = instance(NumberStyle::Number, locale);
        full.set_max_fraction_digits(0);
        let number = of_pattern("0", locale);
        CompactFormat {
            patterns: texts
                .iter()
                .enumerate()
                .map(|(power, text)| Pattern::new(text, power))
                .collect(),
            texts,
            decimal_pattern: locale.patterns()[0],
            rules: plural::rules(locale),
            number,
            full,
        }
    }

    /// The symbols.
    pub(crate) fn symbols(&self) -> &FormatSymbols {
        self.number.symbols()
    }

    /// The format of the digits, which knows limits, grouping, rounding and strictness.
    pub(crate) fn number(&self) -> &DecimalFormat {
        &self.number
    }

    /// `setMinimumIntegerDigits(count)`
    pub(crate) fn set_min_integer_digits(&mut self, count: i32) {
        self.number
            .set_min_integer_digits(count.min(DOUBLE_INTEGER_DIGITS));
    }

    /// `setMaximumIntegerDigits(count)`
    pub(crate) fn set_max_integer_digits(&mut self, count: i32) {
        self.number
            .set_max_integer_digits(count.min(DOUBLE_INTEGER_DIGITS));
    }

    /// `setMinimumFractionDigits(count)`
    pub(crate) fn set_min_fraction_digits(&mut self, count: i32) {
        self.number
            .set_min_fraction_digits(count.min(DOUBLE_FRACTION_DIGITS));
    }

    /// `setMaximumFractionDigits(count)`
    pub(crate) fn set_max_fraction_digits(&mut self, count: i32) {
        self.number
            .set_max_fraction_digits(count.min(DOUBLE_FRACTION_DIGITS));
    }

    /// `setGroupingUsed(used)`: without effect, as there is no size of groups.
    pub(crate) fn set_grouping_used(&mut self, used: bool) {
        self.number.set_grouping_used(used);
    }

    /// `setParseIntegerOnly(only)`
    pub(crate) fn set_parse_integer_only(&mut self, only: bool) {
        self.number.set_parse_integer_only(only);
    }

    /// `setRoundingMode(mode)`
    pub(crate) fn set_rounding_mode(&mut self, mode: RoundingMode) {
        self.number.set_rounding_mode(mode);
    }

    /// `setStrict(strict)`
    pub(crate) fn set_strict(&mut self, strict: bool) {
        self.number.set_strict(strict);
    }

    /// `format(value)`, in at most `max_units` UTF-16 units.
    pub(crate) fn format(&self, value: &Arg<'_>, max_units: usize) -> Result<String, Thrown> {
        let long = match *value {
            Arg::Byte(value) => Some(value.into()),
            Arg::Short(value) => Some(value.into()),
            Arg::Int(value) => Some(value.into()),
            Arg::Long(value) => Some(value),
            Arg::BigInt(value) => i64::try_from(value).ok(),
            _ => None,
        };
        if let Some(value) = long.filter(|&value| value != i64::MIN) {
            return self.format_long(value, max_units);
        }
        match *value {
            Arg::Long(value) => self.format_big(&value.into(), max_units),
            Arg::BigInt(value) => self.format_big(value, max_units),
            Arg::Float(value) => self.format_double(value.into(), max_units),
            Arg::Double(value) => self.format_double(value, max_units),
            Arg::BigDec(value) => self.format_decimal(value, max_units),
            _ => Err(Thrown::illegal_argument(
                "only a number can be formatted here",
            )),
        }
    }

    fn format_long(&self, value: i64, max_units: usize) -> Result<String, Thrown> {
        let whole = Arg::Long(value);
        let magnitude = value.unsigned_abs();
        let power = self.select(magnitude as f64, magnitude as f64)?;
        let unit = 10_u64
            .checked_pow(self.patterns[power].divisor())
            .unwrap_or(u64::MAX);
        let divided = if magnitude.is_multiple_of(unit) {
            Divided {
                digits: Digits::of_integer(&(magnitude / unit).into(), 0),
                integral: true,
            }
        } else {
            self.divided_double(magnitude as f64 / unit as f64, value < 0)?
        };
        self.write(power, &divided, value < 0, &whole, max_units)
    }

    fn format_double(&self, value: f64, max_units: usize) -> Result<String, Thrown> {
        let whole = Arg::Double(value);
        if !value.is_finite() {
            return self.number.format(&whole, max_units);
        }
        let negative = value.is_sign_negative();
        let (mut digits, closeness) = binary_digits(value.abs());
        let places = self.number.min_fraction_digits();
        self.number
            .round_fraction(&mut digits, places, negative, closeness)?;
        let rounded = double_of(&digits);
        let power = self.select(rounded as i64 as f64, value.abs())?;
        let unit = 10_f64.powi(self.patterns[power].divisor() as i32);
        let divided = self.divided_double(rounded / unit, negative)?;
        self.write(power, &divided, negative, &whole, max_units)
    }

    fn format_big(&self, value: &BigInt, max_units: usize) -> Result<String, Thrown> {
        let whole = Arg::BigInt(value);
        let digits = Digits::of_integer(value.magnitude(), 0);
        let power = self.select_exactly(&digits, double_of(&digits))?;
        let mut divided = shifted(&digits, self.patterns[power].divisor());
        let integral = divided.digits.len() as i64 <= divided.point;
        if !integral {
            self.set_scale(&mut divided, 0)?;
        }
        let divided = Divided {
            digits: divided,
            integral,
        };
        self.write(
            power,
            &divided,
            value.sign() == Sign::Minus,
            &whole,
            max_units,
        )
    }

    fn format_decimal(&self, value: &BigDecimal, max_units: usize) -> Result<String, Thrown> {
        let (unscaled, scale) = value.as_bigint_and_scale();
        let negative = unscaled.sign() == Sign::Minus;
        let mut digits = Digits::of_integer(unscaled.magnitude(), scale);
        let places = self.number.min_fraction_digits();
        self.set_scale(&mut digits, places.into())?;
        let integer = truncated(&digits);
        let power = if integer.point < 19 || double_of(&integer) < LONG_END {
            self.select(double_of(&integer), double_of(&digits))?
        } else {
            self.select_exactly(&integer, double_of(&digits))?
        };
        let mut divided = shifted(&digits, self.patterns[power].divisor());
        self.set_scale(&mut divided, places.into())?;
        let rounded = decimal_of(&divided, negative);
        let places = self.number.max_fraction_digits();
        self.number
            .round_fraction(&mut divided, places, negative, Closeness::Exact)?;
        let divided = Divided {
            digits: divided,
            integral: false,
        };
        self.write(power, &divided, negative, &Arg::BigDec(&rounded), max_units)
    }

    fn divided_double(&self, value: f64, negative: bool) -> Result<Divided, Thrown> {
        let (mut digits, closeness) = binary_digits(value);
        let places = self.number.max_fraction_digits();
        self.number
            .round_fraction(&mut digits, places, negative, closeness)?;
        Ok(Divided {
            digits,
            integral: false,
        })
    }

    /// The pattern for the integer `integer`, by its logarithm.
    fn select(&self, integer: f64, magnitude: f64) -> Result<usize, Thrown> {
        self.carried(
            if integer <= 1.0 {
                0
            } else {
                integer.log10() as usize
            },
            magnitude,
        )
    }

    /// The pattern for an integer beyond `long`, by its digits.
    fn select_exactly(&self, integer: &Digits, magnitude: f64) -> Result<usize, Thrown> {
        self.carried(usize::try_from(integer.point - 1).unwrap_or(0), magnitude)
    }

    /// The pattern for 10^`power`, or the next one if rounding carries the divided number there.
    fn carried(&self, power: usize, magnitude: f64) -> Result<usize, Thrown> {
        let power = power.min(self.patterns.len() - 1);
        let divisor = self.patterns[power].divisor();
        let quotient = self.quotient(magnitude, divisor)?;
        let next = self.patterns.get(power + 1).map(Pattern::divisor);
        let carried = next.is_some_and(|next| {
            let step = f64::from(next) - f64::from(divisor);
            next != divisor && !self.texts[power].is_empty() && quotient.log10() == step
        });
        Ok(power + usize::from(carried))
    }

    /// `BigDecimal.setScale` of a number that is not negative.
    fn set_scale(&self, digits: &mut Digits, scale: i64) -> Result<(), Thrown> {
        let mode = self.number.rounding_mode();
        match usize::try_from(digits.point.saturating_add(scale)) {
            Ok(count) => mode.round(digits, count, false, Closeness::Exact),
            Err(_) => mode.vanish(digits, -scale),
        }
    }

    /// The quotient as Java looks at it here: with as many decimal places as the text of the number has.
    fn quotient(&self, magnitude: f64, divisor: u32) -> Result<f64, Thrown> {
        let digits = double_digits(magnitude);
        let count = digits.digits.len() as i64;
        let scale = if (-2..=7).contains(&digits.point) {
            (count - digits.point).max(1)
        } else {
            count.max(2) - digits.point
        };
        let mut quotient = shifted(&digits, divisor);
        self.set_scale(&mut quotient, scale)?;
        let quotient = double_of(&quotient);
        let whole = f64::from(quotient as i64 as i32);
        Ok(if self.number.max_fraction_digits() > 0 {
            quotient
        } else {
            whole
        })
    }

    fn write(
        &self,
        power: usize,
        divided: &Divided,
        negative: bool,
        whole: &Arg<'_>,
        max_units: usize,
    ) -> Result<String, Thrown> {
        let form = plural::category(self.rules, double_of(&divided.digits));
        let (prefix, suffix, has_digits) = self.patterns[power].affixes(form, negative);
        let minus = self.symbols().numbers().minus;
        if prefix.is_empty() && suffix.is_empty() {
            return self.full.format(whole, max_units);
        }
        let mut out = Output::new(max_units);
        out.push_str(&prefix.text(minus))?;
        if has_digits {
            out = self
                .number
                .write_digits(out, &divided.digits, divided.integral)?;
            out.push_str(&suffix.text(minus))?;
        }
        Ok(out.into_string())
    }

    /// `toString()`
    pub(crate) fn text(&self) -> String {
        format!(
            "CompactNumberFormat [locale: \"{}\", decimal pattern: \"{}\", compact patterns: \"[{}]\"]\n",
            self.symbols().locale().display_name(),
            self.decimal_pattern,
            self.texts.join(", ")
        )
    }
}

/// `equals(other)`
impl PartialEq for CompactFormat {
    fn eq(&self, other: &Self) -> bool {
        self.texts == other.texts
            && self.rules == other.rules
            && self.decimal_pattern == other.decimal_pattern
            && self.number == other.number
    }
}

/// The value for `locale` in `rows` of values and locales.
fn row(rows: &'static [(&str, &str)], locale: &Locale) -> &'static str {
    let of = |name: &str| {
        rows.iter()
            .find(|row| row.1.split(' ').any(|known| known == name))
    };
    locale
        .lineage()
        .find_map(|name| of(&name))
        .map_or("", |row| row.0)
}

fn shifted(digits: &Digits, places: u32) -> Digits {
    Digits::new(digits.digits.clone(), digits.point - i64::from(places))
}

fn decimal_of(digits: &Digits, negative: bool) -> BigDecimal {
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    let unscaled = BigInt::from_radix_be(sign, &digits.digits, 10).unwrap_or_default();
    BigDecimal::new(unscaled, digits.digits.len() as i64 - digits.point)
}

/// The integer part.
fn truncated(digits: &Digits) -> Digits {
    let count = usize::try_from(digits.point)
        .unwrap_or(0)
        .min(digits.digits.len());
    Digits::new(digits.digits[..count].to_vec(), digits.point)
}

fn double_of(digits: &Digits) -> f64 {
    format!("0.{digits}e{}", digits.point)
        .parse()
        .unwrap_or(0.0)
}

#[cfg(test)]
mod tests;
