//! Reading compact numbers.

use std::borrow::Cow;

use super::{CompactFormat, plural};
use crate::java::format::decimal_format::{AffixPlace, Number, ParsePosition, Scan};
use crate::java::format::digit::digit_value;
use crate::java::format::output::byte_index;
use crate::java::format::thrown::Thrown;

/// The longest affix found for each sign, positive first.
#[derive(Default)]
struct Matches<'a> {
    found: [bool; 2],
    texts: [Cow<'a, str>; 2],
    patterns: [Option<usize>; 2],
}

/// A text being read as a compact number.
struct Reader<'a> {
    format: &'a CompactFormat,
    text: Vec<u16>,
    /// The plural form that the number seems to ask for.
    form: &'static str,
}

impl CompactFormat {
    /// `parse(text)`. Where a number has no known affix after it, Java answers `null` instead of an exception.
    pub(crate) fn parse_text(&self, text: &str) -> Result<Option<Number>, Thrown> {
        let mut position = ParsePosition::default();
        let number = self.parse(text, &mut position)?;
        if position.index == 0 {
            return Err(Thrown::new(
                "java.text.ParseException",
                format!("no number at the start of `{text}`"),
            ));
        }
        Ok(number)
    }

    /// `parse(text, position)`
    pub(crate) fn parse(
        &self,
        text: &str,
        position: &mut ParsePosition,
    ) -> Result<Option<Number>, Thrown> {
        let start = position.index;
        let rest = &text[byte_index(text, start)..];
        let numbers = self.symbols().numbers();
        if rest.starts_with(numbers.nan) {
            position.index += numbers.nan.encode_utf16().count();
            return Ok(Some(Number::Double(f64::NAN)));
        }
        let form = plural::category(self.rules, self.first_number(rest));
        let reader = Reader {
            format: self,
            text: text.encode_utf16().collect(),
            form,
        };
        Ok(reader.number(position))
    }

    /// The first digits in `text`, separators left out: what the plural form goes by.
    fn first_number(&self, text: &str) -> f64 {
        let numbers = self.symbols().numbers();
        if text.starts_with(numbers.infinity) {
            return f64::INFINITY;
        }
        let part = |c: char| c == numbers.decimal || digit_value(c, 10).is_some();
        let Some(at) = text.find(part) else {
            return 1.0;
        };
        let run = text[at..].split(|c| !part(c)).next().unwrap_or("");
        if run.starts_with(numbers.decimal) {
            return f64::NAN;
        }
        let digits: String = run
            .chars()
            .filter_map(|c| digit_value(c, 10))
            .map(|digit| char::from(b'0' + digit))
            .collect();
        digits.parse().unwrap_or(f64::NAN)
    }
}

impl<'a> Reader<'a> {
    fn number(&self, position: &mut ParsePosition) -> Option<Number> {
        let start = position.index;
        let prefixes = self.prefixes(start);
        let chosen = usize::from(!prefixes.found[0]);
        if !prefixes.found[chosen] {
            position.error_index = Some(start);
            return None;
        }
        let at = start + units(&prefixes.texts[chosen]);
        let mut power = 0;
        if let Some(pattern) = prefixes.patterns[chosen] {
            power = self.format.patterns[pattern].divisor();
            if !self.format.patterns[pattern].affixes(self.form, false).2 {
                position.index = at;
                return Some(Number::Long(10_i64.saturating_pow(power)));
            }
        }
        let Some(scan) = Scan::of_digits(&self.format.number, &self.text, at) else {
            position.error_index = Some(start);
            return None;
        };
        position.index = scan.end;
        let Some((end, positive, suffix_power)) = self.suffix(scan.end, &prefixes, chosen) else {
            position.error_index = Some(scan.end);
            if self.format.number.is_strict() {
                position.index = start;
            }
            return None;
        };
        position.index = end;
        let power = if suffix_power > 0 {
            suffix_power
        } else {
            power
        };
        Some(scan.scaled(power, positive, self.format.number.is_parse_integer_only()))
    }

    /// The longest prefix for each sign, those of plain numbers if no other fits; of both signs the longer one.
    fn prefixes(&self, at: usize) -> Matches<'a> {
        let places = [AffixPlace::PositivePrefix, AffixPlace::NegativePrefix];
        let mut matches = Matches::default();
        for pattern in 0..self.format.patterns.len() {
            for (sign, place) in places.into_iter().enumerate() {
                let prefix = self.affix(pattern, sign, false);
                if self.is_longer(at, &prefix, &matches.texts[sign], place) {
                    matches.take(sign, prefix, Some(pattern));
                }
            }
        }
        if matches.found == [false; 2] {
            self.plain_affixes(at, places, false, &mut matches);
        }
        matches.keep_longer();
        matches
    }

    /// The end of the suffix, whether it is the positive one, and the power of ten that it stands for.
    fn suffix(
        &self,
        at: usize,
        prefixes: &Matches<'_>,
        chosen: usize,
    ) -> Option<(usize, bool, u32)> {
        let places = [AffixPlace::PositiveSuffix, AffixPlace::NegativeSuffix];
        let plain = [AffixPlace::PositivePrefix, AffixPlace::NegativePrefix]
            .map(|place| self.format.full.affix(place));
        let strict = self.format.number.is_strict();
        let prefix = &prefixes.texts[chosen];
        let mut matches = Matches::default();
        'patterns: for pattern in 0..self.format.patterns.len() {
            for (sign, place) in places.into_iter().enumerate() {
                let suffix = self.affix(pattern, sign, true);
                let fits = self.affix(pattern, sign, false) == *prefix || prefix == plain[sign];
                let ends = !strict || at + units(&suffix) == self.text.len();
                if fits && ends && self.is_longer(at, &suffix, &matches.texts[sign], place) {
                    matches.take(sign, suffix, Some(pattern));
                    if strict {
                        break 'patterns;
                    }
                }
            }
        }
        if matches.found == [false; 2] {
            self.plain_affixes(at, places, strict, &mut matches);
        }
        matches.keep_longer();
        if matches.found == [true; 2] {
            matches.found = prefixes.found;
        }
        let sign = match matches.found {
            [true, false] => 0,
            [false, true] => 1,
            _ => return None,
        };
        let power =
            matches.patterns[sign].map_or(0, |pattern| self.format.patterns[pattern].divisor());
        Some((at + units(&matches.texts[sign]), sign == 0, power))
    }

    /// The affixes of plain numbers, as far as they stand at `at`.
    fn plain_affixes(
        &self,
        at: usize,
        places: [AffixPlace; 2],
        to_the_end: bool,
        matches: &mut Matches<'a>,
    ) {
        for (sign, place) in places.into_iter().enumerate() {
            let affix = self.format.full.affix(place);
            let ends = !to_the_end || at + units(affix) == self.text.len();
            if self.stands(at, affix) && ends {
                matches.take(sign, Cow::Borrowed(affix), None);
            }
        }
    }

    fn affix(&self, pattern: usize, sign: usize, suffix: bool) -> Cow<'a, str> {
        let (prefix, after, _) = self.format.patterns[pattern].affixes(self.form, sign == 1);
        let minus = self.format.symbols().numbers().minus;
        if suffix {
            after.text(minus)
        } else {
            prefix.text(minus)
        }
    }

    /// Whether `affix` stands at `at`, is longer than `before` and not the affix of plain numbers.
    fn is_longer(&self, at: usize, affix: &str, before: &str, place: AffixPlace) -> bool {
        !affix.is_empty()
            && affix != self.format.full.affix(place)
            && units(before) < units(affix)
            && self.stands(at, affix)
    }

    fn stands(&self, at: usize, affix: &str) -> bool {
        let text = self.text.get(at..).unwrap_or(&[]);
        let mut units = text.iter();
        affix.encode_utf16().all(|unit| units.next() == Some(&unit))
    }
}

impl<'a> Matches<'a> {
    fn take(&mut self, sign: usize, text: Cow<'a, str>, pattern: Option<usize>) {
        self.found[sign] = true;
        self.texts[sign] = text;
        self.patterns[sign] = pattern;
    }

    fn keep_longer(&mut self) {
        let [positive, negative] = [units(&self.texts[0]), units(&self.texts[1])];
        if self.found == [true; 2] {
            self.found = [positive >= negative, negative >= positive];
        }
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
