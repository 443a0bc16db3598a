//! Patterns of decimal formats: `#,##0.00;(#,##0.00)`.
//!
//! The positive part gives the shape of numbers; of the negative part only prefix and suffix count. Without a negative
//! part Java reads the positive one a second time in its place, which a few odd patterns show.

use super::affix::{Affix, CURRENCY, QUOTE};
use super::symbols::FormatSymbols;
use super::{DOUBLE_FRACTION_DIGITS, DecimalFormat, Limits};
use crate::java::format::output::Output;
use crate::java::format::thrown::Thrown;

/// The characters that mean something in a pattern.
struct Signs {
    zero: char,
    digit: char,
    grouping: char,
    decimal: char,
    percent: char,
    per_mill: char,
    minus: char,
    separator: char,
    exponent: &'static str,
}

const PLAIN: Signs = Signs {
    zero: '0',
    digit: '#',
    grouping: ',',
    decimal: '.',
    percent: '%',
    per_mill: '‰',
    minus: '-',
    separator: ';',
    exponent: "E",
};

/// One half of a pattern.
struct Half {
    prefix: String,
    suffix: String,
    multiplier: i32,
    money: bool,
    digits: DigitCounts,
    /// Whether a separator ended this half.
    separated: bool,
}

/// The digits `####0000####` of a pattern, counted.
struct DigitCounts {
    left: i32,
    zeros: i32,
    right: i32,
    decimal: Option<i32>,
    /// Digits since the last grouping sign, -1 before one; eight bits wide as in Java.
    group: i8,
    /// Zeros of the exponent, eight bits wide as well.
    exponent: Option<i8>,
}

struct Reader<'a> {
    pattern: &'a str,
    rest: &'a str,
    signs: &'a Signs,
    positive: bool,
}

impl DecimalFormat {
    /// `applyPattern(pattern)`, or `applyLocalizedPattern(pattern)`.
    pub(crate) fn apply_pattern(&mut self, pattern: &str, localized: bool) -> Result<(), Thrown> {
        let local = Signs::of(&self.symbols);
        let signs = if localized { &local } else { &PLAIN };
        let mut reader = Reader {
            pattern,
            rest: pattern,
            signs,
            positive: true,
        };
        let positive = reader.half()?;
        reader.positive = false;
        reader.rest = if positive.separated {
            reader.rest
        } else {
            pattern
        };
        let negative = if reader.rest.is_empty() {
            None
        } else {
            Some(reader.half()?)
        };
        self.money = positive.money || negative.as_ref().is_some_and(|half| half.money);
        self.decimal_always_shown = false;
        if pattern.is_empty() {
            self.exponent_digits = None;
            self.integer = Limits {
                min: 0,
                max: i32::MAX,
            };
            self.fraction = Limits {
                min: 0,
                max: DOUBLE_FRACTION_DIGITS,
            };
        } else {
            self.multiplier = positive.multiplier;
            self.take_shape(&positive.digits);
        }
        let negative = negative
            .filter(|half| (&half.prefix, &half.suffix) != (&positive.prefix, &positive.suffix));
        let (prefix, suffix) = match negative {
            Some(half) => (half.prefix, half.suffix),
            None => (format!("'-{}", positive.prefix), positive.suffix.clone()),
        };
        let affix = |pattern| Affix::of_pattern(pattern, &self.symbols);
        self.affixes = [positive.prefix, positive.suffix, prefix, suffix].map(affix);
        Ok(())
    }

    fn take_shape(&mut self, digits: &DigitCounts) {
        let total = digits.left + digits.zeros + digits.right;
        let point = digits.decimal.unwrap_or(total);
        let min = point - digits.left;
        let max = if digits.exponent.is_some() {
            digits.left + min
        } else {
            i32::MAX
        };
        self.exponent_digits = digits.exponent;
        self.integer = Limits { min, max };
        self.fraction = match digits.decimal {
            Some(decimal) => Limits {
                min: digits.left + digits.zeros - decimal,
                max: total - decimal,
            },
            None => Limits { min: 0, max: 0 },
        };
        self.grouping_used = digits.group > 0;
        self.grouping_size = digits.group.max(0);
        self.decimal_always_shown = digits
            .decimal
            .is_some_and(|decimal| decimal == 0 || decimal == total);
    }

    /// `toPattern()`, or `toLocalizedPattern()`.
    pub(crate) fn to_pattern(&self, localized: bool, max_units: usize) -> Result<String, Thrown> {
        let [
            positive_prefix,
            positive_suffix,
            negative_prefix,
            negative_suffix,
        ] = &self.affixes;
        let mut out = Output::new(max_units);
        self.push_half(&mut out, positive_prefix, positive_suffix, localized)?;
        let negation = negative_suffix.is_same(positive_suffix)
            && negative_prefix.is_negation_of(positive_prefix, &self.symbols);
        if !negation {
            out.push(if localized {
                self.symbols.numbers().pattern_separator
            } else {
                PLAIN.separator
            })?;
            self.push_half(&mut out, negative_prefix, negative_suffix, localized)?;
        }
        Ok(out.into_string())
    }

    fn push_half(
        &self,
        out: &mut Output,
        prefix: &Affix,
        suffix: &Affix,
        localized: bool,
    ) -> Result<(), Thrown> {
        let local = Signs::of(&self.symbols);
        let signs = if localized { &local } else { &PLAIN };
        let mut affix = String::new();
        prefix.push_pattern(&mut affix, &self.symbols, localized);
        out.push_str(&affix)?;
        self.push_digits(out, signs, localized)?;
        affix.clear();
        suffix.push_pattern(&mut affix, &self.symbols, localized);
        out.push_str(&affix)
    }

    fn push_digits(&self, out: &mut Output, signs: &Signs, localized: bool) -> Result<(), Thrown> {
        let money = localized && self.money;
        let grouping = if money {
            self.symbols.grouping(true)
        } else {
            signs.grouping
        };
        let decimal = if money {
            self.symbols.decimal(true)
        } else {
            signs.decimal
        };
        let group = i32::from(self.grouping_size);
        let count = match self.exponent_digits {
            Some(_) => self.integer.max,
            None => group.max(self.integer.min).wrapping_add(1),
        };
        for place in (1..=count).rev() {
            if place != count && self.grouping_used && group != 0 && place % group == 0 {
                out.push(grouping)?;
            }
            out.push(if place <= self.integer.min {
                signs.zero
            } else {
                signs.digit
            })?;
        }
        if self.fraction.max > 0 || self.decimal_always_shown {
            out.push(decimal)?;
        }
        out.repeat(signs.zero, self.fraction.min as usize)?;
        out.repeat(
            signs.digit,
            (self.fraction.max - self.fraction.min) as usize,
        )?;
        if let Some(digits) = self.exponent_digits {
            out.push_str(signs.exponent)?;
            out.repeat(signs.zero, usize::try_from(digits).unwrap_or(0))?;
        }
        Ok(())
    }
}

impl Signs {
    fn of(symbols: &FormatSymbols) -> Self {
        let numbers = symbols.numbers();
        Signs {
            zero: numbers.zero,
            digit: PLAIN.digit,
            grouping: numbers.grouping,
            decimal: numbers.decimal,
            percent: numbers.percent_sign(),
            per_mill: numbers.per_mill_sign(),
            minus: numbers.minus_sign(),
            separator: numbers.pattern_separator,
            exponent: numbers.exponent,
        }
    }

    fn is_number(&self, character: char) -> bool {
        [self.zero, self.digit, self.grouping, self.decimal].contains(&character)
    }
}

impl Reader<'_> {
    /// Reads one half, up to its separator if it is the positive one.
    fn half(&mut self) -> Result<Half, Thrown> {
        let mut half = Half {
            prefix: String::new(),
            suffix: String::new(),
            multiplier: 1,
            money: false,
            digits: DigitCounts {
                left: 0,
                zeros: 0,
                right: 0,
                decimal: None,
                group: -1,
                exponent: None,
            },
            separated: false,
        };
        let mut numbers_seen = false;
        while let Some(character) = self.rest.chars().next() {
            if self.signs.is_number(character) {
                numbers_seen = true;
                self.number(&mut half.digits)?;
                continue;
            }
            self.rest = &self.rest[character.len_utf8()..];
            if character == self.signs.separator {
                half.separated = numbers_seen && self.positive;
                if !half.separated {
                    return Err(self.wrong("an unquoted separator"));
                }
                break;
            }
            self.affix(character, &mut half, numbers_seen)?;
        }
        half.digits.complete();
        if half.digits.is_malformed() {
            return Err(self.wrong("digits in an impossible order"));
        }
        Ok(half)
    }

    /// Reads `character`, and what belongs to it, into the prefix or the suffix.
    fn affix(&mut self, character: char, half: &mut Half, suffix: bool) -> Result<(), Thrown> {
        let affix = if suffix {
            &mut half.suffix
        } else {
            &mut half.prefix
        };
        match character {
            CURRENCY => {
                half.money = true;
                affix.extend([QUOTE, CURRENCY]);
                if let Some(rest) = self.rest.strip_prefix(CURRENCY) {
                    self.rest = rest;
                    affix.push(CURRENCY);
                }
            }
            QUOTE => return self.quoted(affix),
            _ if character == self.signs.percent => {
                self.multiply(&mut half.multiplier, 100)?;
                affix.push_str("'%");
            }
            _ if character == self.signs.per_mill => {
                self.multiply(&mut half.multiplier, 1000)?;
                affix.push_str("'‰");
            }
            _ if character == self.signs.minus => affix.push_str("'-"),
            _ => affix.push(character),
        }
        Ok(())
    }

    /// Reads what follows a quote: a second one, or a text up to one.
    fn quoted(&mut self, affix: &mut String) -> Result<(), Thrown> {
        if let Some(rest) = self.rest.strip_prefix(QUOTE) {
            self.rest = rest;
            affix.push_str("''");
            return Ok(());
        }
        loop {
            let Some((text, rest)) = self.rest.split_once(QUOTE) else {
                return Err(self.wrong("an open quote"));
            };
            affix.push_str(text);
            self.rest = rest;
            let Some(rest) = rest.strip_prefix(QUOTE) else {
                return Ok(());
            };
            self.rest = rest;
            affix.push_str("''");
        }
    }

    fn multiply(&self, multiplier: &mut i32, by: i32) -> Result<(), Thrown> {
        if *multiplier != 1 {
            return Err(self.wrong("two percent or per mille signs"));
        }
        *multiplier = by;
        Ok(())
    }

    /// Reads digits, separators and exponent as far as they go.
    fn number(&mut self, digits: &mut DigitCounts) -> Result<(), Thrown> {
        while let Some(character) = self.rest.chars().next() {
            if self.signs.is_number(character) {
                self.rest = &self.rest[character.len_utf8()..];
                if self.positive {
                    self.digit(character, digits)?;
                }
                continue;
            }
            let Some(rest) = self.rest.strip_prefix(self.signs.exponent) else {
                break;
            };
            self.rest = rest;
            if self.positive {
                return self.exponent(digits);
            }
        }
        Ok(())
    }

    fn digit(&self, character: char, digits: &mut DigitCounts) -> Result<(), Thrown> {
        if character == self.signs.digit {
            let count = if digits.zeros > 0 {
                &mut digits.right
            } else {
                &mut digits.left
            };
            *count += 1;
            digits.count_group();
        } else if character == self.signs.zero {
            if digits.right > 0 {
                return Err(self.wrong("a zero after optional digits"));
            }
            digits.zeros += 1;
            digits.count_group();
        } else if character == self.signs.grouping {
            digits.group = 0;
        } else if digits.decimal.is_some() {
            return Err(self.wrong("two decimal separators"));
        } else {
            digits.decimal = Some(digits.left + digits.zeros + digits.right);
        }
        Ok(())
    }

    fn exponent(&mut self, digits: &mut DigitCounts) -> Result<(), Thrown> {
        if digits.exponent.is_some() {
            return Err(self.wrong("two exponents"));
        }
        let mut zeros = 0_i8;
        while let Some(rest) = self.rest.strip_prefix(self.signs.zero) {
            self.rest = rest;
            zeros = zeros.wrapping_add(1);
        }
        digits.exponent = Some(zeros);
        if digits.left + digits.zeros < 1 || zeros < 1 {
            return Err(self.wrong("an incomplete exponent"));
        }
        Ok(())
    }

    #[cold]
    fn wrong(&self, found: &str) -> Thrown {
        Thrown::illegal_argument(format!("{found} in the pattern `{}`", self.pattern))
    }
}

impl DigitCounts {
    fn count_group(&mut self) {
        if self.group >= 0 && self.decimal.is_none() {
            self.group = self.group.wrapping_add(1);
        }
    }

    /// Without a zero one optional digit is one: `##.##` is `#0.##`, `.##` is `.0#`.
    fn complete(&mut self) {
        let Some(decimal) = self.decimal.filter(|_| self.zeros == 0 && self.left > 0) else {
            return;
        };
        let point = decimal.max(1);
        self.right = self.left - point;
        self.left = point - 1;
        self.zeros = 1;
    }

    fn is_malformed(&self) -> bool {
        let misplaced = match self.decimal {
            Some(decimal) => decimal < self.left || decimal > self.left + self.zeros,
            None => self.right > 0,
        };
        misplaced || self.group == 0
    }
}
