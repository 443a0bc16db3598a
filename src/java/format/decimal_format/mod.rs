//! `java.text.DecimalFormat`.
//!
//! A format is a pattern taken apart: four affixes, limits for the digits before and after the point, and switches. It
//! rounds half even and looks at the exact value of a `double` where the decimal digits alone would be a tie; the other
//! rounding modes see the digits only.

mod affix;
mod binary;
mod layout;
mod parse;
mod pattern;
mod quotient;
mod rounding;
mod symbols;

use super::arg::Arg;
use super::currency::Currency;
use super::locale::{Locale, text_hash};
use super::thrown::Thrown;
use affix::Affix;
pub(super) use affix::QUOTE;
pub(super) use binary::double_digits as binary_digits;
pub(super) use parse::Scan;
pub(crate) use parse::{Number, ParsePosition};
pub(super) use rounding::Closeness;
pub(crate) use rounding::RoundingMode;
pub(crate) use symbols::FormatSymbols;

/// Digits before the point that a `double` is shown with at most.
pub(super) const DOUBLE_INTEGER_DIGITS: i32 = 309;
/// Digits after the point that a `double` is shown with at most.
pub(super) const DOUBLE_FRACTION_DIGITS: i32 = 340;

/// A decimal format.
#[derive(Clone, Debug)]
pub(crate) struct DecimalFormat {
    symbols: FormatSymbols,
    /// Positive prefix and suffix, negative prefix and suffix.
    affixes: [Affix; 4],
    integer: Limits,
    fraction: Limits,
    multiplier: i32,
    grouping_used: bool,
    grouping_size: i8,
    decimal_always_shown: bool,
    /// Digits of the exponent at least, `None` for plain numbers.
    exponent_digits: Option<i8>,
    /// Whether the pattern shows a currency, which has separators of its own.
    money: bool,
    rounding: RoundingMode,
    parse_integer_only: bool,
    parse_big_decimal: bool,
    strict: bool,
}

/// The least and the largest number of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limits {
    min: i32,
    max: i32,
}

/// One of the four affixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AffixPlace {
    /// Before numbers that are not negative.
    PositivePrefix,
    /// After numbers that are not negative.
    PositiveSuffix,
    /// Before negative numbers.
    NegativePrefix,
    /// After negative numbers.
    NegativeSuffix,
}

impl DecimalFormat {
    /// `new DecimalFormat(pattern, symbols)`.
    pub(crate) fn new(pattern: &str, symbols: FormatSymbols) -> Result<Self, Thrown> {
        let mut format = DecimalFormat::plain(symbols);
        format.apply_pattern(pattern, false)?;
        Ok(format)
    }

    /// The format before it has a pattern.
    pub(super) fn plain(symbols: FormatSymbols) -> Self {
        DecimalFormat {
            symbols,
            affixes: Default::default(),
            integer: Limits {
                min: 1,
                max: i32::MAX,
            },
            fraction: Limits { min: 0, max: 3 },
            multiplier: 1,
            grouping_used: true,
            grouping_size: 3,
            decimal_always_shown: false,
            exponent_digits: None,
            money: false,
            rounding: RoundingMode::HalfEven,
            parse_integer_only: false,
            parse_big_decimal: false,
            strict: false,
        }
    }

    /// `new DecimalFormat(pattern)` where `locale` is the default.
    pub(crate) fn of_pattern(pattern: &str, locale: &Locale) -> Result<Self, Thrown> {
        DecimalFormat::new(pattern, FormatSymbols::of(locale))
    }

    /// `format(value)`, in at most `max_units` UTF-16 units.
    pub(crate) fn format(&self, value: &Arg<'_>, max_units: usize) -> Result<String, Thrown> {
        layout::format(self, value, max_units)
    }

    /// `parse(text, position)`: `None` where no number starts, with the place of the error in `position`.
    pub(crate) fn parse(
        &self,
        text: &str,
        position: &mut ParsePosition,
    ) -> Result<Option<Number>, Thrown> {
        parse::parse(self, text, position)
    }

    /// `parse(text)`: the number at the start of `text`.
    pub(crate) fn parse_text(&self, text: &str) -> Result<Number, Thrown> {
        let unparseable = || {
            Thrown::new(
                "java.text.ParseException",
                format!("no number at the start of `{text}`"),
            )
        };
        self.parse(text, &mut ParsePosition::default())?
            .ok_or_else(unparseable)
    }

    /// `getDecimalFormatSymbols()`
    pub(crate) fn symbols(&self) -> &FormatSymbols {
        &self.symbols
    }

    /// `setDecimalFormatSymbols(symbols)`
    pub(crate) fn set_symbols(&mut self, symbols: FormatSymbols) {
        self.symbols = symbols;
        self.expand_affixes();
    }

    /// `getCurrency()`
    pub(crate) fn currency(&self) -> Currency {
        self.symbols.currency()
    }

    /// `setCurrency(currency)`
    pub(crate) fn set_currency(&mut self, currency: Currency) {
        if currency != self.symbols.currency() {
            self.symbols.set_currency(currency);
            if self.money {
                self.expand_affixes();
            }
        }
    }

    /// `getPositivePrefix()` and its three relatives.
    pub(crate) fn affix(&self, place: AffixPlace) -> &str {
        self.affixes[place as usize].text()
    }

    /// `setPositivePrefix(text)` and its three relatives.
    pub(crate) fn set_affix(&mut self, place: AffixPlace, text: &str) {
        self.affixes[place as usize] = Affix::of_text(text);
    }

    /// `getMinimumIntegerDigits()`
    pub(crate) fn min_integer_digits(&self) -> i32 {
        self.integer.min
    }

    /// `getMaximumIntegerDigits()`
    pub(crate) fn max_integer_digits(&self) -> i32 {
        self.integer.max
    }

    /// `getMinimumFractionDigits()`
    pub(crate) fn min_fraction_digits(&self) -> i32 {
        self.fraction.min
    }

    /// `getMaximumFractionDigits()`
    pub(crate) fn max_fraction_digits(&self) -> i32 {
        self.fraction.max
    }

    /// `setMinimumIntegerDigits(count)`
    pub(crate) fn set_min_integer_digits(&mut self, count: i32) {
        self.integer.set_min(count);
    }

    /// `setMaximumIntegerDigits(count)`
    pub(crate) fn set_max_integer_digits(&mut self, count: i32) {
        self.integer.set_max(count);
    }

    /// `setMinimumFractionDigits(count)`
    pub(crate) fn set_min_fraction_digits(&mut self, count: i32) {
        self.fraction.set_min(count);
    }

    /// `setMaximumFractionDigits(count)`
    pub(crate) fn set_max_fraction_digits(&mut self, count: i32) {
        self.fraction.set_max(count);
    }

    /// `getMultiplier()`
    pub(crate) fn multiplier(&self) -> i32 {
        self.multiplier
    }

    /// `setMultiplier(multiplier)`
    pub(crate) fn set_multiplier(&mut self, multiplier: i32) {
        self.multiplier = multiplier;
    }

    /// `isGroupingUsed()`
    pub(crate) fn is_grouping_used(&self) -> bool {
        self.grouping_used
    }

    /// `setGroupingUsed(used)`
    pub(crate) fn set_grouping_used(&mut self, used: bool) {
        self.grouping_used = used;
    }

    /// `getGroupingSize()`
    pub(crate) fn grouping_size(&self) -> i32 {
        self.grouping_size.into()
    }

    /// `setGroupingSize(size)`: 0 to 127.
    pub(crate) fn set_grouping_size(&mut self, size: i32) -> Result<(), Thrown> {
        let valid = i8::try_from(size).ok().filter(|&size| size >= 0);
        let wrong =
            || Thrown::illegal_argument(format!("groups of {size} digits are not possible"));
        self.grouping_size = valid.ok_or_else(wrong)?;
        Ok(())
    }

    /// `isDecimalSeparatorAlwaysShown()`
    pub(crate) fn is_decimal_separator_always_shown(&self) -> bool {
        self.decimal_always_shown
    }

    /// `setDecimalSeparatorAlwaysShown(shown)`
    pub(crate) fn set_decimal_separator_always_shown(&mut self, shown: bool) {
        self.decimal_always_shown = shown;
    }

    /// `getRoundingMode()`
    pub(crate) fn rounding_mode(&self) -> RoundingMode {
        self.rounding
    }

    /// `setRoundingMode(mode)`
    pub(crate) fn set_rounding_mode(&mut self, mode: RoundingMode) {
        self.rounding = mode;
    }

    /// `isParseIntegerOnly()`
    pub(crate) fn is_parse_integer_only(&self) -> bool {
        self.parse_integer_only
    }

    /// `setParseIntegerOnly(only)`
    pub(crate) fn set_parse_integer_only(&mut self, only: bool) {
        self.parse_integer_only = only;
    }

    /// `isParseBigDecimal()`
    pub(crate) fn is_parse_big_decimal(&self) -> bool {
        self.parse_big_decimal
    }

    /// `setParseBigDecimal(big)`
    pub(crate) fn set_parse_big_decimal(&mut self, big: bool) {
        self.parse_big_decimal = big;
    }

    /// `isStrict()`
    pub(crate) fn is_strict(&self) -> bool {
        self.strict
    }

    /// `setStrict(strict)`
    pub(crate) fn set_strict(&mut self, strict: bool) {
        self.strict = strict;
    }

    /// `toString()`
    pub(crate) fn text(&self, max_units: usize) -> Result<String, Thrown> {
        let pattern = self.to_pattern(false, max_units)?;
        Ok(format!(
            "DecimalFormat [locale: \"{}\", pattern: \"{pattern}\"]\n",
            self.symbols.locale().display_name()
        ))
    }

    /// `hashCode()`, of next to nothing.
    pub(crate) fn hash_code(&self) -> i32 {
        let base = self.integer.capped(DOUBLE_INTEGER_DIGITS).max * 37 + 3;
        let prefix = text_hash(self.affix(AffixPlace::PositivePrefix));
        base.wrapping_mul(37).wrapping_add(prefix)
    }

    fn expand_affixes(&mut self) {
        for affix in &mut self.affixes {
            affix.expand(&self.symbols);
        }
    }
}

/// `equals(other)`
impl PartialEq for DecimalFormat {
    fn eq(&self, other: &Self) -> bool {
        let switches = |it: &Self| {
            (
                it.grouping_used,
                it.decimal_always_shown,
                it.parse_integer_only,
                it.parse_big_decimal,
                it.strict,
            )
        };
        let sizes = |it: &Self| {
            (
                it.integer,
                it.fraction,
                it.multiplier,
                it.grouping_size,
                it.exponent_digits,
                it.rounding,
            )
        };
        self.affixes
            .iter()
            .zip(&other.affixes)
            .all(|(own, others)| own.is_same(others))
            && switches(self) == switches(other)
            && sizes(self) == sizes(other)
            && self.symbols == other.symbols
    }
}

impl Limits {
    fn set_min(&mut self, count: i32) {
        self.min = count.max(0);
        self.max = self.max.max(self.min);
    }

    fn set_max(&mut self, count: i32) {
        self.max = count.max(0);
        self.min = self.min.min(self.max);
    }

    fn capped(self, cap: i32) -> Self {
        Limits {
            min: self.min.min(cap),
            max: self.max.min(cap),
        }
    }
}

#[cfg(test)]
mod tests;
