//! Reading numbers.
//!
//! Reading stops where the text makes no number any more, and the rest is left alone; only the strict mode insists on
//! groups of the right size and on the end of the text. Positions are UTF-16 units, as an expression counts them.

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::{BigInt, Sign};

use super::{AffixPlace, DecimalFormat, quotient};
use crate::java::format::digit::digit_value;
use crate::java::format::thrown::Thrown;

/// `java.text.ParsePosition`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ParsePosition {
    /// Where reading starts, and where it ended.
    pub(crate) index: usize,
    /// Where a number should have gone on.
    pub(crate) error_index: Option<usize>,
}

/// A number that was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Number {
    /// An integer that fits.
    Long(i64),
    /// Everything else.
    Double(f64),
    /// Asked for by `setParseBigDecimal`.
    Decimal(BigDecimal),
}

/// Digits as they were read: 0.d₁d₂d₃… × 10^`point`, trailing zeros kept.
#[derive(Debug, Default)]
struct Read {
    digits: Vec<u8>,
    point: i64,
}

/// A number without its affixes.
pub(in crate::java::format) struct Scan {
    read: Read,
    infinite: bool,
    /// Where the number ends.
    pub(in crate::java::format) end: usize,
    /// Where the integer part ended, if a fraction followed.
    integer_end: Option<usize>,
}

struct Scanner<'a> {
    format: &'a DecimalFormat,
    text: &'a [u16],
    /// Whether numbers may have an exponent.
    exponents: bool,
}

/// `parse(text, position)`
pub(super) fn parse(
    format: &DecimalFormat,
    text: &str,
    position: &mut ParsePosition,
) -> Result<Option<Number>, Thrown> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let scanner = Scanner {
        format,
        text: &units,
        exponents: true,
    };
    if let Some(end) = scanner.after(position.index, format.symbols.numbers().nan) {
        position.index = end;
        return Ok(Some(Number::Double(f64::NAN)));
    }
    match scanner.signed(position) {
        Some((scan, positive)) => number(format, &scan, positive).map(Some),
        None => Ok(None),
    }
}

impl Scan {
    /// Digits at `start` of `text`, without an exponent.
    pub(in crate::java::format) fn of_digits(
        format: &DecimalFormat,
        text: &[u16],
        start: usize,
    ) -> Option<Self> {
        Scanner {
            format,
            text,
            exponents: false,
        }
        .number(start, false)
    }

    /// The number, multiplied by 10^`power`.
    pub(in crate::java::format) fn scaled(
        &self,
        power: u32,
        positive: bool,
        integer_only: bool,
    ) -> Number {
        if self.infinite {
            return Number::Double(if positive {
                f64::INFINITY
            } else {
                f64::NEG_INFINITY
            });
        }
        let zero = self.read.significant().is_empty();
        let long = self
            .read
            .long(positive)
            .filter(|_| !zero || positive || integer_only);
        let unit = 10_f64.powi(power as i32);
        let signed = |value: f64| if positive { value } else { -value };
        match long {
            Some(i64::MIN) if power == 0 => Number::Long(i64::MIN),
            Some(i64::MIN) => Number::Double(i64::MIN as f64 * unit),
            Some(value) => {
                let product = 10_i64
                    .checked_pow(power)
                    .and_then(|unit| value.checked_mul(unit));
                product.map_or(Number::Double(signed(value as f64 * unit)), |product| {
                    Number::Long(if positive { product } else { -product })
                })
            }
            None if power == 0 => Number::Double(signed(self.read.double())),
            None => integral(signed(self.read.double() * unit)),
        }
    }
}

impl Scanner<'_> {
    /// Where `expected` ends if it stands at `at`.
    fn after(&self, at: usize, expected: &str) -> Option<usize> {
        let mut end = at;
        for unit in expected.encode_utf16() {
            if self.text.get(end) != Some(&unit) {
                return None;
            }
            end += 1;
        }
        (end <= self.text.len()).then_some(end)
    }

    fn number_char(&self, at: usize) -> Option<char> {
        self.text
            .get(at)
            .map(|&unit| char::from_u32(unit.into()).unwrap_or('\u{fffd}'))
    }

    /// A number with its affixes, and whether they are the positive ones. Of two that fit the longer counts.
    fn signed(&self, position: &mut ParsePosition) -> Option<(Scan, bool)> {
        let start = position.index;
        let affix = |place, at| self.after(at, self.format.affix(place));
        let prefixes = [AffixPlace::PositivePrefix, AffixPlace::NegativePrefix]
            .map(|place| affix(place, start));
        let [positive, negative] = longest(prefixes);
        let Some(after_prefix) = positive.or(negative) else {
            position.error_index = Some(start);
            return None;
        };
        let Some(scan) = self.number(after_prefix, false) else {
            position.error_index = Some(start);
            return None;
        };
        let strictly = |end: &usize| !self.format.strict || *end == self.text.len();
        let suffix = |prefix: Option<usize>, place| {
            prefix.and_then(|_| affix(place, scan.end)).filter(strictly)
        };
        let suffixes = [
            suffix(positive, AffixPlace::PositiveSuffix),
            suffix(negative, AffixPlace::NegativeSuffix),
        ];
        let (end, positive) = match longest(suffixes) {
            [Some(end), None] => (end, true),
            [None, Some(end)] => (end, false),
            _ => {
                position.error_index = Some(scan.end);
                return None;
            }
        };
        let integer_end = scan.integer_end.filter(|_| self.format.parse_integer_only);
        position.index = integer_end.unwrap_or(end);
        if position.index == start {
            position.error_index = Some(scan.end);
            return None;
        }
        Some((scan, positive))
    }

    /// Infinity or digits at `start`; `None` where there is neither. An exponent has neither fraction nor groups.
    fn number(&self, start: usize, exponent: bool) -> Option<Scan> {
        let infinity = self.format.symbols.numbers().infinity;
        if let Some(end) = self.after(start, infinity).filter(|_| !exponent) {
            return Some(Scan {
                read: Read::default(),
                infinite: true,
                end,
                integer_end: None,
            });
        }
        Digits::new(self, start, exponent).scan()
    }

    /// The exponent after its sign at `at`: its value and where it ends.
    fn exponent(&self, at: usize) -> Option<(i64, usize)> {
        let minus = self.after(at, self.format.symbols.numbers().minus);
        let start = minus.unwrap_or(at);
        let scan = self.number(start, true).filter(|scan| scan.end > at)?;
        let value = match (scan.read.long(minus.is_none()), minus) {
            (Some(value), None) => value,
            (Some(value), Some(_)) => value.wrapping_neg(),
            (None, None) => i64::MAX,
            (None, Some(_)) => i64::MIN,
        };
        Some((value, scan.end))
    }
}

/// Only the longer of two ends, both if they are the same.
fn longest(ends: [Option<usize>; 2]) -> [Option<usize>; 2] {
    match ends {
        [Some(positive), Some(negative)] if positive > negative => [Some(positive), None],
        [Some(positive), Some(negative)] if positive < negative => [None, Some(negative)],
        other => other,
    }
}

/// The state of reading digits.
struct Digits<'a> {
    scanner: &'a Scanner<'a>,
    exponent: bool,
    start: usize,
    at: usize,
    read: Read,
    /// Digits so far, those that are not kept included, leading zeros not.
    count: i64,
    digit_seen: bool,
    decimal_at: Option<usize>,
    /// A grouping sign that no digit followed yet.
    dangling: Option<usize>,
    /// The last grouping sign, where the strict mode looks at them.
    group_at: Option<usize>,
}

/// What to do after a character.
enum Step {
    Next,
    /// The number ends here.
    Stop,
    /// The number ended with an exponent.
    Exponent(i64),
    /// The strict mode stops at this position, leaving the digits as they are.
    Violation(usize),
}

impl<'a> Digits<'a> {
    fn new(scanner: &'a Scanner<'a>, start: usize, exponent: bool) -> Self {
        Digits {
            scanner,
            exponent,
            start,
            at: start,
            read: Read::default(),
            count: 0,
            digit_seen: false,
            decimal_at: None,
            dangling: None,
            group_at: None,
        }
    }

    fn scan(mut self) -> Option<Scan> {
        let format = self.scanner.format;
        let mut exponent = 0;
        while let Some(character) = self.scanner.number_char(self.at) {
            if format.parse_integer_only && self.at == self.start && self.is_decimal(character) {
                return None;
            }
            match self.step(character) {
                Step::Next => self.at += 1,
                Step::Stop => break,
                Step::Exponent(value) => {
                    exponent = value;
                    break;
                }
                Step::Violation(at) => return Some(self.finish(at)),
            }
        }
        if format.strict && self.decimal_at.is_none() && self.is_violation(self.at) {
            let at = self.violation(self.at.saturating_sub(1));
            return Some(self.finish(at));
        }
        if self.decimal_at.is_none() {
            self.read.point = self.count;
        }
        if self.decimal_at.is_none() || !format.parse_integer_only {
            let point = self.read.point.saturating_add(exponent);
            self.read.point = point.clamp(i32::MIN.into(), i32::MAX.into());
        }
        let end = self.dangling.unwrap_or(self.at);
        self.digit_seen.then(|| self.finish(end))
    }

    fn finish(self, end: usize) -> Scan {
        Scan {
            read: self.read,
            infinite: false,
            end,
            integer_end: self.decimal_at,
        }
    }

    fn step(&mut self, character: char) -> Step {
        let format = self.scanner.format;
        let numbers = format.symbols.numbers();
        let local = u32::from(character).wrapping_sub(numbers.zero.into());
        let digit = if local < 10 {
            Some(local as u8)
        } else {
            digit_value(character, 10)
        };
        if let Some(digit) = digit {
            let first_group = self.start + usize::try_from(format.grouping_size).unwrap_or(0);
            let open = self.group_at.is_none() && self.decimal_at.is_none();
            if format.strict && format.grouping_used && open && self.at == first_group {
                return Step::Violation(self.at);
            }
            self.digit(digit);
            return Step::Next;
        }
        if self.is_decimal(character) {
            return self.decimal();
        }
        if !self.exponent
            && format.grouping_used
            && character == format.symbols.grouping(format.money)
        {
            return self.group();
        }
        let allowed = self.scanner.exponents && !self.exponent;
        let exponent = self
            .scanner
            .after(self.at, numbers.exponent)
            .filter(|_| allowed);
        match exponent.and_then(|at| self.scanner.exponent(at)) {
            Some((value, end)) => {
                self.at = end;
                Step::Exponent(value)
            }
            None => Step::Stop,
        }
    }

    fn is_decimal(&self, character: char) -> bool {
        let format = self.scanner.format;
        !self.exponent && character == format.symbols.decimal(format.money)
    }

    fn digit(&mut self, digit: u8) {
        self.dangling = None;
        self.digit_seen = true;
        let fraction = self.decimal_at.is_some();
        if digit == 0 && self.read.digits.is_empty() {
            self.read.point -= i64::from(fraction);
            return;
        }
        self.count += 1;
        if !fraction || !self.scanner.format.parse_integer_only {
            self.read.digits.push(digit);
        }
    }

    fn decimal(&mut self) -> Step {
        if self.scanner.format.strict && self.is_violation(self.at) {
            return Step::Violation(self.violation(self.at));
        }
        if self.decimal_at.is_some() {
            return Step::Stop;
        }
        self.decimal_at = Some(self.at);
        self.read.point = self.count;
        Step::Next
    }

    fn group(&mut self) -> Step {
        if self.scanner.format.strict {
            if self.at == self.start {
                return Step::Violation(self.start);
            }
            if self.decimal_at.is_some() || self.is_violation(self.at) {
                return Step::Violation(self.violation(self.at));
            }
            self.group_at = Some(self.at);
        } else if self.decimal_at.is_some() {
            return Step::Stop;
        }
        self.dangling = Some(self.at);
        Step::Next
    }

    /// Whether the group that ends at `at` has another size than it should.
    fn is_violation(&self, at: usize) -> bool {
        let size = self.scanner.format.grouping_size as usize;
        self.scanner.format.grouping_used
            && self.group_at.is_some_and(|group| at != group + size + 1)
    }

    /// Where a group is too short or too long.
    fn violation(&self, at: usize) -> usize {
        let size = self.scanner.format.grouping_size as usize;
        self.group_at
            .map_or(at.min(1), |group| at.min(group + size + 1))
    }
}

impl Read {
    /// The digits without trailing zeros.
    fn significant(&self) -> &[u8] {
        let trailing = self
            .digits
            .iter()
            .rev()
            .take_while(|&&digit| digit == 0)
            .count();
        &self.digits[..self.digits.len() - trailing]
    }

    /// The number if it is an integer that fits, -2⁶³ for both signs where it is the negative one.
    fn long(&self, positive: bool) -> Option<i64> {
        let digits = self.significant();
        let point = usize::try_from(self.point).ok();
        if digits.is_empty() {
            return Some(0);
        }
        let zeros = point
            .filter(|&point| point <= 19)?
            .checked_sub(digits.len())?;
        let padded = digits.iter().copied().chain(std::iter::repeat_n(0, zeros));
        let magnitude = padded.fold(0_u64, |number, digit| number * 10 + u64::from(digit));
        match i64::try_from(magnitude) {
            Ok(value) => Some(value),
            Err(_) => (magnitude == 1 << 63 && !positive).then_some(i64::MIN),
        }
    }

    fn double(&self) -> f64 {
        let digits: String = self
            .significant()
            .iter()
            .map(|digit| char::from(b'0' + digit))
            .collect();
        format!("0.{digits}E{}", self.point).parse().unwrap_or(0.0)
    }

    /// The scale is an `int` and wraps as one.
    fn decimal(&self) -> BigDecimal {
        let unscaled = BigInt::from_radix_be(Sign::Plus, &self.digits, 10).unwrap_or_default();
        let scale = (self.digits.len() as i32).wrapping_sub(self.point as i32);
        BigDecimal::new(unscaled, scale.into())
    }
}

/// The value of what was read.
fn number(format: &DecimalFormat, scan: &Scan, positive: bool) -> Result<Number, Thrown> {
    let multiplier = format.multiplier;
    let zero = scan.read.significant().is_empty();
    let infinity = |positive| {
        if positive {
            f64::INFINITY
        } else {
            f64::NEG_INFINITY
        }
    };
    if scan.infinite {
        return Ok(Number::Double(infinity(positive == (multiplier >= 0))));
    }
    if multiplier == 0 {
        return Ok(Number::Double(if zero {
            f64::NAN
        } else {
            infinity(positive)
        }));
    }
    if format.parse_big_decimal {
        let magnitude = scan.read.decimal();
        let value = quotient::divide(&magnitude, multiplier, format.rounding)?;
        return Ok(Number::Decimal(if positive { value } else { -value }));
    }
    let integral_zero = zero && (positive || format.parse_integer_only);
    let long = scan.read.long(positive).filter(|_| !zero || integral_zero);
    Ok(signed_number(long, || scan.read.double(), format, positive))
}

/// Divides by the multiplier and negates, staying with `long` as far as possible.
fn signed_number(
    long: Option<i64>,
    double: impl FnOnce() -> f64,
    format: &DecimalFormat,
    positive: bool,
) -> Number {
    let multiplier = i64::from(format.multiplier);
    let exact = long
        .filter(|long| long % multiplier == 0)
        .map(|long| long.wrapping_div(multiplier));
    let minimum = long == Some(i64::MIN);
    if let Some(value) = exact {
        return Number::Long(if positive || minimum {
            value
        } else {
            value.wrapping_neg()
        });
    }
    let quotient = long.map_or_else(double, |long| long as f64) / f64::from(format.multiplier);
    let value = if positive || minimum {
        quotient
    } else {
        -quotient
    };
    match integral(value) {
        _ if multiplier == 1 => Number::Double(value),
        Number::Double(value) if format.parse_integer_only => Number::Long(value as i64),
        number => number,
    }
}

/// A `long` where that loses nothing.
fn integral(value: f64) -> Number {
    let negative_zero = value == 0.0 && value.is_sign_negative();
    if value as i64 as f64 == value && !negative_zero {
        Number::Long(value as i64)
    } else {
        Number::Double(value)
    }
}
