//! `java.text.ChoiceFormat`: texts by ranges of numbers, `0#none|1#one|1<many`.

use super::arg::Arg;
use super::decimal_format::ParsePosition;
use super::double_text::{double_text, parse_double};
use super::locale::text_hash;
use super::output::{byte_index, utf16_len};
use super::thrown::Thrown;

/// Signs between a limit and its text.
const RELATIONS: [char; 3] = ['<', '#', '≤'];

/// A choice format: each text is for numbers from its limit up to the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct ChoiceFormat {
    limits: Vec<f64>,
    formats: Vec<String>,
}

/// The parts of a pattern that are being read: a limit, then its text.
#[derive(Default)]
struct Reader {
    limits: Vec<f64>,
    formats: Vec<String>,
    limit: String,
    /// The limit and the text so far, once its sign was read.
    open: Option<(f64, String)>,
}

impl ChoiceFormat {
    /// `new ChoiceFormat(pattern)`
    pub(crate) fn new(pattern: &str) -> Result<Self, Thrown> {
        let mut reader = Reader::default();
        let mut quoted = false;
        let mut rest = pattern.chars();
        while let Some(character) = rest.next() {
            match character {
                '\'' if rest.as_str().starts_with('\'') => {
                    rest.next();
                    reader.push('\'');
                }
                '\'' => quoted = !quoted,
                '|' if !quoted => reader.close(),
                _ if RELATIONS.contains(&character) && !quoted && reader.open.is_none() => {
                    reader.relation(character)?;
                }
                _ => reader.push(character),
            }
        }
        reader.close();
        Ok(ChoiceFormat {
            limits: reader.limits,
            formats: reader.formats,
        })
    }

    /// `new ChoiceFormat(limits, formats)`
    pub(crate) fn of_choices(limits: Vec<f64>, formats: Vec<String>) -> Result<Self, Thrown> {
        if limits.len() != formats.len() {
            return Err(Thrown::illegal_argument(
                "limits and formats differ in number",
            ));
        }
        Ok(ChoiceFormat { limits, formats })
    }

    /// `getLimits()`
    pub(crate) fn limits(&self) -> &[f64] {
        &self.limits
    }

    /// `getFormats()`
    pub(crate) fn formats(&self) -> &[String] {
        &self.formats
    }

    /// `format(value)`: the last text whose limit is not above `value`, the first one for smaller values and for NaN.
    pub(crate) fn format(&self, value: &Arg<'_>) -> Result<&str, Thrown> {
        let value = number(value)?;
        let reached = self
            .limits
            .iter()
            .take_while(|&&limit| value >= limit)
            .count();
        let missing = || {
            Thrown::new(
                "java.lang.ArrayIndexOutOfBoundsException",
                "there is no choice",
            )
        };
        self.formats
            .get(reached.saturating_sub(1))
            .map(String::as_str)
            .ok_or_else(missing)
    }

    /// `parse(text, position)`: the limit of the longest text that stands there, NaN for none.
    pub(crate) fn parse(&self, text: &str, position: &mut ParsePosition) -> f64 {
        let start = position.index;
        let rest = &text[byte_index(text, start)..];
        let matching = self
            .formats
            .iter()
            .zip(&self.limits)
            .filter(|(format, _)| rest.starts_with(format.as_str()));
        let longest = matching
            .map(|(format, limit)| (utf16_len(format), *limit))
            .fold(
                (0, f64::NAN),
                |best, found| {
                    if found.0 > best.0 { found } else { best }
                },
            );
        position.index += longest.0;
        if longest.0 == 0 {
            position.error_index = Some(start);
        }
        longest.1
    }

    /// `toPattern()`
    pub(crate) fn to_pattern(&self) -> String {
        let choices = self.limits.iter().zip(&self.formats);
        choices
            .map(|(limit, format)| limit_text(*limit) + &quoted(format))
            .collect::<Vec<_>>()
            .join("|")
    }

    /// `toString()`
    pub(crate) fn text(&self) -> String {
        format!("ChoiceFormat [pattern: \"{}\"]\n", self.to_pattern())
    }

    /// `hashCode()`
    pub(crate) fn hash_code(&self) -> i32 {
        self.limits.len() as i32 ^ self.formats.last().map_or(0, |format| text_hash(format))
    }
}

/// `equals(other)`: limits compare as `Double` does, NaN with itself.
impl PartialEq for ChoiceFormat {
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&f64, &f64)| a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan();
        self.formats == other.formats
            && self.limits.len() == other.limits.len()
            && self.limits.iter().zip(&other.limits).all(same)
    }
}

impl Reader {
    fn push(&mut self, character: char) {
        self.open
            .as_mut()
            .map_or(&mut self.limit, |(_, format)| format)
            .push(character);
    }

    /// Ends a text; a `|` within a limit counts for nothing.
    fn close(&mut self) {
        if let Some((limit, format)) = self.open.take() {
            self.limits.push(limit);
            self.formats.push(format);
        }
    }

    fn relation(&mut self, sign: char) -> Result<(), Thrown> {
        let text = std::mem::take(&mut self.limit);
        if text.is_empty() {
            return Err(Thrown::illegal_argument("a choice without a limit"));
        }
        let limit = limit(&text)?;
        let limit = if sign == '<' && limit.is_finite() {
            limit.next_up()
        } else {
            limit
        };
        if self.limits.last().is_some_and(|&last| limit <= last) {
            return Err(Thrown::illegal_argument(
                "the limits of a choice have to ascend",
            ));
        }
        self.open = Some((limit, String::new()));
        Ok(())
    }
}

fn limit(text: &str) -> Result<f64, Thrown> {
    match text {
        "∞" => Ok(f64::INFINITY),
        "-∞" => Ok(f64::NEG_INFINITY),
        _ => parse_double(text).ok_or_else(|| {
            Thrown::new(
                "java.lang.NumberFormatException",
                format!("`{text}` is not a number"),
            )
        }),
    }
}

/// A limit with `#` or, where the number below is closer to an integer, that one with `<`.
fn limit_text(limit: f64) -> String {
    let below = limit.next_down();
    let distance = |number: f64| (number - number.round_ties_even()).abs();
    if distance(limit) < distance(below) {
        return double_text(limit) + "#";
    }
    let shown = match limit {
        f64::INFINITY => "∞".to_string(),
        f64::NEG_INFINITY => "-∞".to_string(),
        _ => double_text(below),
    };
    shown + "<"
}

fn quoted(format: &str) -> String {
    let doubled = format.replace('\'', "''");
    let special = format.contains(RELATIONS) || format.contains('|');
    if special {
        format!("'{doubled}'")
    } else {
        doubled
    }
}

/// The value of a number, as `Number.doubleValue` gives it.
fn number(value: &Arg<'_>) -> Result<f64, Thrown> {
    Ok(match value {
        Arg::Byte(value) => (*value).into(),
        Arg::Short(value) => (*value).into(),
        Arg::Int(value) => (*value).into(),
        Arg::Long(value) => *value as f64,
        Arg::Float(value) => (*value).into(),
        Arg::Double(value) => *value,
        Arg::BigInt(value) => parse_double(&value.to_string()).unwrap_or(f64::NAN),
        Arg::BigDec(_) => parse_double(&value.text()).unwrap_or(f64::NAN),
        _ => {
            return Err(Thrown::illegal_argument(
                "only a number can be formatted here",
            ));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pattern, what it becomes or the exception; from Java 25.
    const PATTERNS: &[(&str, Result<&str, &str>)] = &[
        ("0#none|1#one|1<many", Ok("0.0#none|1.0#one|1.0<many")),
        ("0#a|1<b", Ok("0.0#a|1.0<b")),
        ("-∞#x|0≤y|∞#z", Ok("-∞<x|0.0#y|∞<z")),
        ("", Ok("")),
        ("x", Ok("")),
        ("1", Ok("")),
        ("0#", Ok("0.0#")),
        ("0#a|", Ok("0.0#a")),
        ("0#a||1#b", Ok("0.0#a|1.0#b")),
        ("5|1#a", Ok("51.0#a")),
        ("0#it''s|1#'a|b'|2#'<'", Ok("0.0#it''s|1.0#'a|b'|2.0#'<'")),
        ("0.5<x", Ok("0.5000000000000001#x")),
        (" 1 #a", Ok("1.0#a")),
        ("1e3#k", Ok("1000.0#k")),
        ("1d#a", Ok("1.0#a")),
        ("NaN#a|NaN#b", Ok("NaN<a|NaN<b")),
        ("0#a#b<c", Ok("0.0#'a#b<c'")),
        ("1#a|0#b", Err("java.lang.IllegalArgumentException")),
        ("1#a|1#b", Err("java.lang.IllegalArgumentException")),
        ("#a", Err("java.lang.IllegalArgumentException")),
        ("x#a", Err("java.lang.NumberFormatException")),
        ("0#a|#b", Err("java.lang.IllegalArgumentException")),
        ("-0.0#a|0#b", Err("java.lang.IllegalArgumentException")),
        ("0#a|'1'#b", Ok("0.0#a|1.0#b")),
        ("9007199254740993#a", Ok("9.007199254740991E15<a")),
        ("1.5#y", Ok("1.4999999999999998<y")),
    ];

    #[test]
    fn patterns_come_back_in_canonical_form() {
        for &(pattern, expected) in PATTERNS {
            let found = ChoiceFormat::new(pattern)
                .map(|format| format.to_pattern())
                .map_err(|thrown| thrown.class);
            assert_eq!(found, expected.map(str::to_string), "{pattern}");
        }
    }

    /// Pattern, number, text; from Java 25.
    const FORMATTED: &[(&str, f64, &str)] = &[
        ("0#none|1#one|1<many", -5.0, "none"),
        ("0#none|1#one|1<many", 0.0, "none"),
        ("0#none|1#one|1<many", 0.5, "none"),
        ("0#none|1#one|1<many", 1.0, "one"),
        ("0#none|1#one|1<many", 1.5, "many"),
        ("0#none|1#one|1<many", 2.0, "many"),
        ("0#none|1#one|1<many", f64::NAN, "none"),
        ("0#none|1#one|1<many", f64::INFINITY, "many"),
        ("-1#neg|0#zero|1≤one+", f64::NAN, "neg"),
        ("-1#neg|0#zero|1≤one+", -2.0, "neg"),
        ("-1#neg|0#zero|1≤one+", -0.0, "zero"),
        ("-1#neg|0#zero|1≤one+", 1.0, "one+"),
        ("∞#inf", 1.0, "inf"),
        ("∞#inf", f64::NAN, "inf"),
        ("-∞#low|5<high", 5.0, "low"),
        ("-∞#low|5<high", 5.1, "high"),
        ("-∞#low|5<high", f64::NEG_INFINITY, "low"),
    ];

    #[test]
    fn the_last_limit_that_is_reached_decides() {
        for &(pattern, value, expected) in FORMATTED {
            let format = ChoiceFormat::new(pattern).unwrap();
            assert_eq!(
                format.format(&Arg::Double(value)),
                Ok(expected),
                "{pattern} {value}"
            );
        }
        let empty = ChoiceFormat::new("x")
            .unwrap()
            .format(&Arg::Int(1))
            .map(str::to_string);
        assert_eq!(
            empty.unwrap_err().class,
            "java.lang.ArrayIndexOutOfBoundsException"
        );
        let text = ChoiceFormat::new("0#a")
            .unwrap()
            .format(&Arg::Text("0"))
            .map(str::to_string);
        assert_eq!(
            text.unwrap_err().class,
            "java.lang.IllegalArgumentException"
        );
    }

    #[test]
    fn the_longest_text_is_read() {
        let format = ChoiceFormat::new("1#a|2#abc|3#ab").unwrap();
        for (text, index, value, end) in
            [("abcd", 0, 2.0, 3), ("xab", 1, 3.0, 3), ("ad", 0, 1.0, 1)]
        {
            let mut position = ParsePosition {
                index,
                error_index: None,
            };
            assert_eq!(
                (format.parse(text, &mut position), position.index),
                (value, end),
                "{text}"
            );
        }
        let mut position = ParsePosition::default();
        assert!(format.parse("x", &mut position).is_nan());
        assert_eq!(
            position,
            ParsePosition {
                index: 0,
                error_index: Some(0)
            }
        );
    }

    #[test]
    fn choices_can_be_given_as_such() {
        let format =
            ChoiceFormat::of_choices(vec![1.0, 2.0], vec!["p".into(), "q".into()]).unwrap();
        assert_eq!(format.text(), "ChoiceFormat [pattern: \"1.0#p|2.0#q\"]\n");
        assert_eq!(format, ChoiceFormat::new("1#p|2#q").unwrap());
        assert_eq!(ChoiceFormat::new("0#a|1<b").unwrap().hash_code(), 96);
        assert!(ChoiceFormat::of_choices(vec![1.0], Vec::new()).is_err());
    }
}
