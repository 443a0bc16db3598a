//! Compact patterns: `{one:0K other:0K}`.

use std::borrow::Cow;

use super::super::decimal_format::QUOTE;

/// A pattern for one power of ten.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pattern {
    forms: Vec<(&'static str, Halves)>,
    divisor: u32,
}

/// The affixes of one plural form.
#[derive(Clone, Debug, Default, PartialEq)]
struct Halves {
    positive: [Affix; 2],
    negative: [Affix; 2],
    has_digits: bool,
}

/// A prefix or suffix; a minus sign is kept apart, because it is the locale's.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Affix(Vec<Part>);

#[derive(Clone, Debug, PartialEq)]
enum Part {
    Text(String),
    Minus,
}

const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The patterns that a row of the table stands for.
pub(super) fn expand(row: &str) -> Vec<String> {
    let mut patterns = Vec::new();
    for entry in row.split('|') {
        let (first, count) = entry.split_once('*').unwrap_or((entry, "1"));
        let count = count.parse().unwrap_or(1);
        let grown = std::iter::successors(Some(first.to_string()), |pattern| Some(grown(pattern)));
        patterns.extend(grown.take(count));
    }
    patterns
}

/// The pattern with one zero more in every run of zeros.
fn grown(pattern: &str) -> String {
    let mut text = String::with_capacity(pattern.len() + 4);
    let mut last = ' ';
    for character in pattern.chars() {
        if character == '0' && last != '0' {
            text.push('0');
        }
        text.push(character);
        last = character;
    }
    text
}

impl Pattern {
    /// The pattern `text` for numbers from 10^`power`.
    pub(super) fn new(text: &str, power: usize) -> Self {
        let plurals = text
            .strip_prefix('{')
            .and_then(|text| text.strip_suffix('}'));
        let forms: Vec<_> = match plurals {
            Some(plurals) => plural_forms(plurals),
            None => vec![("other", text)],
        };
        let zeros = forms.first().map_or(0, |(_, text)| {
            text.split(';').next().unwrap_or("").matches('0').count()
        });
        let forms: Vec<_> = forms
            .into_iter()
            .map(|(form, text)| (form, Halves::new(text)))
            .collect();
        let plain = forms
            .first()
            .is_none_or(|(_, halves)| halves.positive.iter().all(Affix::is_empty));
        let divisor = if plain {
            0
        } else {
            power.saturating_sub(zeros.saturating_sub(1))
        };
        Pattern {
            forms,
            divisor: divisor as u32,
        }
    }

    /// The power of ten that numbers are divided by.
    pub(super) fn divisor(&self) -> u32 {
        self.divisor
    }

    /// Prefix and suffix for a plural form (the last one of that name, some data have several), and whether there are digits between them.
    pub(super) fn affixes(&self, form: &str, negative: bool) -> (&Affix, &Affix, bool) {
        const NONE: &Affix = &Affix(Vec::new());
        let of = |form: &str| self.forms.iter().rev().find(|(known, _)| *known == form);
        let Some((_, halves)) = of(form).or_else(|| of("other")) else {
            return (NONE, NONE, false);
        };
        let [prefix, suffix] = if negative {
            &halves.negative
        } else {
            &halves.positive
        };
        (prefix, suffix, halves.has_digits)
    }
}

/// Splits `one:0K other:0K`; blanks within a pattern are quoted.
fn plural_forms(plurals: &str) -> Vec<(&'static str, &str)> {
    let mut forms = Vec::new();
    let mut rest = plurals;
    while !rest.is_empty() {
        let mut end = 0;
        while end < rest.len() && !rest[end..].starts_with(' ') {
            let step = if rest[end..].starts_with("' '") {
                3
            } else {
                rest[end..].chars().next().map_or(1, char::len_utf8)
            };
            end += step;
        }
        let (entry, after) = rest.split_at(end);
        let (form, pattern) = entry.split_once(':').unwrap_or(("", entry));
        if let Some(form) = FORMS.iter().find(|known| **known == form) {
            forms.push((*form, pattern));
        }
        rest = after.trim_start_matches(' ');
    }
    forms
}

impl Halves {
    fn new(pattern: &str) -> Self {
        let (positive, negative) = pattern.split_once(';').unwrap_or((pattern, ""));
        let [prefix, suffix] = affixes(positive);
        let mut negated = if negative.is_empty() {
            [prefix.clone(), suffix.clone()]
        } else {
            affixes(negative)
        };
        if negated == [prefix.clone(), suffix.clone()] {
            negated[0].0.insert(0, Part::Minus);
        }
        let plain = prefix.is_empty() && suffix.is_empty();
        if plain {
            negated = Default::default();
        }
        Halves {
            positive: [prefix, suffix],
            negative: negated,
            has_digits: positive.contains('0') && !plain,
        }
    }
}

/// What stands before and after the zeros; all of it before where there are none.
fn affixes(half: &str) -> [Affix; 2] {
    let (prefix, rest) = half.split_at(half.find('0').unwrap_or(half.len()));
    [Affix::new(prefix), Affix::new(rest.trim_start_matches('0'))]
}

impl Affix {
    fn new(pattern: &str) -> Self {
        let mut parts = Vec::new();
        let mut text = String::new();
        let mut quoted = false;
        let mut rest = pattern.chars();
        while let Some(character) = rest.next() {
            match character {
                QUOTE if rest.as_str().starts_with(QUOTE) => {
                    rest.next();
                    text.push(QUOTE);
                }
                QUOTE => quoted = !quoted,
                '-' if !quoted => {
                    parts.push(Part::Text(std::mem::take(&mut text)));
                    parts.push(Part::Minus);
                }
                _ => text.push(character),
            }
        }
        parts.push(Part::Text(text));
        parts.retain(|part| *part != Part::Text(String::new()));
        Affix(parts)
    }

    /// Whether nothing is written.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is written, with the minus sign `minus`.
    pub(super) fn text<'a>(&'a self, minus: &'a str) -> Cow<'a, str> {
        match self.0.as_slice() {
            [] => Cow::Borrowed(""),
            [Part::Text(text)] => Cow::Borrowed(text),
            parts => parts
                .iter()
                .map(|part| match part {
                    Part::Text(text) => text.as_str(),
                    Part::Minus => minus,
                })
                .collect(),
        }
    }
}
