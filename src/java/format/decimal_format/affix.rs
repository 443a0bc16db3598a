//! What stands before and after the digits of a number.
//!
//! An affix keeps its pattern beside its text, because symbols may change and patterns may be asked back. In the pattern
//! a quote introduces a symbol (`'-`, `'%`, `'‰`, `'¤`, `'¤¤`) or a quote (`''`); everything else is literal.

use super::symbols::FormatSymbols;

pub(in crate::java::format) const QUOTE: char = '\'';
pub(super) const CURRENCY: char = '¤';

/// A prefix or suffix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Affix {
    /// `None` where the text was set as such.
    pattern: Option<String>,
    text: String,
}

/// A part of an affix pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'a> {
    Literal(&'a str),
    Quote,
    Currency,
    InternationalCurrency,
    Percent,
    PerMill,
    Minus,
}

impl Affix {
    /// The affix of `pattern`.
    pub(super) fn of_pattern(pattern: String, symbols: &FormatSymbols) -> Self {
        let mut affix = Affix {
            pattern: Some(pattern),
            text: String::new(),
        };
        affix.expand(symbols);
        affix
    }

    /// The affix that is `text` and nothing else.
    pub(super) fn of_text(text: &str) -> Self {
        Affix {
            pattern: None,
            text: text.to_string(),
        }
    }

    /// What numbers are written with.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Takes the symbols anew.
    pub(super) fn expand(&mut self, symbols: &FormatSymbols) {
        let Some(pattern) = &self.pattern else { return };
        self.text = parts(pattern).map(|part| part.text(symbols)).collect();
    }

    /// Whether this is `positive` with a minus sign before it.
    pub(super) fn is_negation_of(&self, positive: &Affix, symbols: &FormatSymbols) -> bool {
        match (&self.pattern, &positive.pattern) {
            (Some(own), Some(pattern)) => own.strip_prefix("'-") == Some(pattern),
            (None, None) => self.text.strip_prefix(symbols.numbers().minus) == Some(&positive.text),
            _ => false,
        }
    }

    /// Whether both came from the same pattern, or both from the same text.
    pub(super) fn is_same(&self, other: &Affix) -> bool {
        self.pattern == other.pattern && (self.pattern.is_some() || self.text == other.text)
    }

    /// Appends the affix as a pattern shows it.
    pub(super) fn push_pattern(&self, to: &mut String, symbols: &FormatSymbols, localized: bool) {
        let Some(pattern) = &self.pattern else {
            push_literal(to, &self.text, symbols, localized);
            return;
        };
        for part in parts(pattern) {
            match part {
                Part::Literal(text) => push_literal(to, text, symbols, localized),
                Part::Quote => to.push_str("''"),
                Part::Currency => to.push(CURRENCY),
                Part::InternationalCurrency => to.extend([CURRENCY, CURRENCY]),
                Part::Percent => to.push_str(if localized {
                    symbols.numbers().percent
                } else {
                    "%"
                }),
                Part::PerMill => to.push_str(if localized {
                    symbols.numbers().per_mill
                } else {
                    "‰"
                }),
                Part::Minus => to.push_str(if localized {
                    symbols.numbers().minus
                } else {
                    "-"
                }),
            }
        }
    }
}

impl<'a> Part<'a> {
    fn text(self, symbols: &FormatSymbols) -> &'a str {
        match self {
            Part::Literal(text) => text,
            Part::Quote => "'",
            Part::Currency => symbols.currency_symbol(),
            Part::InternationalCurrency => symbols.international_symbol(),
            Part::Percent => symbols.numbers().percent,
            Part::PerMill => symbols.numbers().per_mill,
            Part::Minus => symbols.numbers().minus,
        }
    }
}

fn parts(pattern: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = pattern;
    std::iter::from_fn(move || {
        let Some(escape) = rest.strip_prefix(QUOTE) else {
            let end = rest.find(QUOTE).unwrap_or(rest.len());
            let (literal, after) = rest.split_at(end);
            rest = after;
            return (!literal.is_empty()).then_some(Part::Literal(literal));
        };
        let mut characters = escape.chars();
        let symbol = characters.next()?;
        rest = characters.as_str();
        Some(match symbol {
            CURRENCY if rest.starts_with(CURRENCY) => {
                rest = &rest[CURRENCY.len_utf8()..];
                Part::InternationalCurrency
            }
            CURRENCY => Part::Currency,
            '%' => Part::Percent,
            '‰' => Part::PerMill,
            '-' => Part::Minus,
            _ => Part::Quote,
        })
    })
}

/// Appends `text` in quotes where a character of it means something in a pattern.
fn push_literal(to: &mut String, text: &str, symbols: &FormatSymbols, localized: bool) {
    let special = if localized {
        let numbers = symbols.numbers();
        let texts = [numbers.percent, numbers.per_mill, numbers.minus];
        let characters = [
            numbers.zero,
            numbers.grouping,
            numbers.decimal,
            numbers.pattern_separator,
            '#',
            CURRENCY,
        ];
        texts.into_iter().any(|symbol| text.contains(symbol)) || text.contains(characters)
    } else {
        text.contains(['0', ',', '.', '%', '‰', '#', ';', '-', CURRENCY])
    };
    let quote = if special { "'" } else { "" };
    to.push_str(quote);
    to.push_str(&text.replace('\'', "''"));
    to.push_str(quote);
}
