//! Locales and what numbers look like in them.
//!
//! A [`Locale`] is only a name. Data is kept for every locale that Java knows, found by dropping parts of the name
//! until a row fits, as Java's resource bundles do.

pub(crate) mod iso;
mod names;
mod number_data;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The names of the locales that Java has data for, as `Locale.toString` writes them.
const AVAILABLE: &str = include_str!("available.txt");

/// A locale by its parts; any of them may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Locale {
    language: Box<str>,
    script: Box<str>,
    country: Box<str>,
    variant: Box<str>,
}

impl Locale {
    /// The locale of `language` and `country`, in any case, known or not.
    pub(crate) fn new(language: &str, country: &str) -> Self {
        Locale::with_variant(language, country, "")
    }

    /// The locale of `language`, `country` and `variant`.
    pub(crate) fn with_variant(language: &str, country: &str, variant: &str) -> Self {
        let language = language.to_ascii_lowercase();
        let current = match language.as_str() {
            "iw" => "he",
            "in" => "id",
            "ji" => "yi",
            other => other,
        };
        Locale {
            language: current.into(),
            script: Box::default(),
            country: country.to_ascii_uppercase().into(),
            variant: variant.into(),
        }
    }

    /// The same locale in `script`, `Latn` for example.
    #[must_use]
    pub(crate) fn with_script(mut self, script: &str) -> Self {
        self.script = script.into();
        self
    }

    /// All locales that Java has data for.
    pub(crate) fn available() -> impl Iterator<Item = Self> {
        std::iter::once(Locale::root())
            .chain(AVAILABLE.split_ascii_whitespace().map(Locale::listed))
    }

    /// The locale of a text like `sr_BA_#Cyrl`: language, country, variant and script. Extensions are left out.
    fn listed(text: &str) -> Self {
        let (main, script) = text.split_once("_#").unwrap_or((text, ""));
        let mut parts = main.splitn(3, '_');
        let mut part = || parts.next().unwrap_or("");
        let (language, country, variant) = (part(), part(), part());
        let script = if script.contains('-') { "" } else { script };
        Locale::with_variant(language, country, variant).with_script(script)
    }

    /// `Locale.ROOT`.
    pub(crate) fn root() -> Self {
        Locale::default()
    }

    /// `Locale.ENGLISH`, the reference engine's default locale.
    pub(crate) fn english() -> Self {
        Locale::new("en", "")
    }

    /// Lower-case language code.
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// Script code.
    pub(crate) fn script(&self) -> &str {
        &self.script
    }

    /// Upper-case country code.
    pub(crate) fn country(&self) -> &str {
        &self.country
    }

    /// Variant.
    pub(crate) fn variant(&self) -> &str {
        &self.variant
    }

    /// `Locale.toString`: `fr_FR`.
    pub(crate) fn text(&self) -> String {
        let (language, country) = (!self.language.is_empty(), !self.country.is_empty());
        let (script, variant) = (!self.script.is_empty(), !self.variant.is_empty());
        let mut text = self.language.to_string();
        if country || language && (variant || script) {
            text = text + "_" + &self.country;
        }
        if variant && (language || country) {
            text = text + "_" + &self.variant;
        }
        if script && (language || country) {
            text = text + "_#" + &self.script;
        }
        text
    }

    /// `Locale.getDisplayName` in English: `French (France)`.
    pub(crate) fn display_name(&self) -> String {
        let parts = [
            self.display_language(),
            self.display_script(),
            self.display_country(),
        ];
        let variants = self
            .variant
            .split('_')
            .map(|variant| english_name(names::VARIANTS, variant));
        let mut parts = parts
            .into_iter()
            .chain(variants)
            .filter(|part| !part.is_empty());
        let main = parts.next().unwrap_or("").to_string();
        let qualifiers: Vec<_> = parts.collect();
        if qualifiers.is_empty() {
            main
        } else {
            format!("{main} ({})", qualifiers.join(", "))
        }
    }

    /// `Locale.getDisplayVariant` in English.
    pub(crate) fn display_variant(&self) -> String {
        let names = self
            .variant
            .split('_')
            .map(|variant| english_name(names::VARIANTS, variant));
        names.collect::<Vec<_>>().join(", ")
    }

    /// `Locale.getDisplayLanguage` in English.
    pub(crate) fn display_language(&self) -> &str {
        english_name(names::LANGUAGES, &self.language)
    }

    /// `Locale.getDisplayCountry` in English.
    pub(crate) fn display_country(&self) -> &str {
        english_name(names::COUNTRIES, &self.country)
    }

    /// `Locale.getDisplayScript` in English.
    pub(crate) fn display_script(&self) -> &str {
        english_name(names::SCRIPTS, &self.script)
    }

    /// `Locale.hashCode`.
    pub(crate) fn hash_code(&self) -> i32 {
        let Locale {
            language,
            script,
            country,
            variant,
        } = self;
        text_hash(&(format!("{language}{script}{country}").to_ascii_lowercase() + variant))
    }

    /// Names of the data rows that may describe this locale, the most specific first.
    pub(super) fn lineage(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let Locale {
            language,
            script,
            country,
            ..
        } = self;
        let (has_script, has_country) = (!script.is_empty(), !country.is_empty());
        (0..5).filter_map(move |step| match step {
            0 if has_script && has_country => Some(format!("{language}_{script}_{country}").into()),
            1 if has_script => Some(format!("{language}_{script}").into()),
            2 if has_country => Some(format!("{language}_{country}").into()),
            3 => Some(Cow::Borrowed(language.as_ref())),
            4 => Some(Cow::Borrowed("root")),
            _ => None,
        })
    }

    /// Names of all locales that have data of their own.
    #[cfg(test)]
    pub(super) fn known() -> impl Iterator<Item = &'static str> {
        let symbols = number_data::SYMBOLS.iter().flat_map(|row| row.1.split(' '));
        symbols.chain(
            number_data::PATTERNS
                .iter()
                .flat_map(|row| row.1.split(' ')),
        )
    }

    /// How numbers are written here.
    pub(crate) fn symbols(&self) -> &'static Symbols {
        let rows = symbol_rows();
        self.lineage()
            .find_map(|name| rows.get(name.as_ref()))
            .unwrap_or(&rows["root"])
    }

    /// The number, percent and currency patterns.
    pub(crate) fn patterns(&self) -> &'static [&'static str; 3] {
        static ROWS: OnceLock<HashMap<&'static str, &'static [&'static str; 3]>> = OnceLock::new();
        let rows = ROWS.get_or_init(|| {
            let rows = number_data::PATTERNS.iter();
            rows.flat_map(|(row, locales)| locales.split(' ').map(move |name| (name, row)))
                .collect()
        });
        self.lineage()
            .find_map(|name| rows.get(name.as_ref()))
            .unwrap_or(&rows["root"])
    }
}

/// Characters and texts that numbers are written with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Symbols {
    /// Before the fraction.
    pub(crate) decimal: char,
    /// Between groups of integer digits.
    pub(crate) grouping: char,
    /// Before the fraction of money.
    pub(crate) money_decimal: char,
    /// Between groups of integer digits of money.
    pub(crate) money_grouping: char,
    /// Minus sign, possibly with marks of writing direction.
    pub(crate) minus: &'static str,
    /// Percent sign, possibly with marks of writing direction.
    pub(crate) percent: &'static str,
    /// Per mille sign, possibly with marks of writing direction.
    pub(crate) per_mill: &'static str,
    /// Between mantissa and exponent.
    pub(crate) exponent: &'static str,
    /// Infinity without its sign.
    pub(crate) infinity: &'static str,
    /// Not a number.
    pub(crate) nan: &'static str,
    /// The first of the ten digits.
    pub(crate) zero: char,
    /// Between the positive and the negative part of a pattern.
    pub(crate) pattern_separator: char,
}

impl Symbols {
    /// The digit of value `value`.
    pub(crate) fn digit(&self, value: u8) -> char {
        char::from_u32(u32::from(self.zero) + u32::from(value)).unwrap_or(self.zero)
    }

    /// The minus sign without its marks.
    pub(crate) fn minus_sign(&self) -> char {
        bare(self.minus)
    }

    /// The percent sign without its marks.
    pub(crate) fn percent_sign(&self) -> char {
        bare(self.percent)
    }

    /// The per mille sign without its marks.
    pub(crate) fn per_mill_sign(&self) -> char {
        bare(self.per_mill)
    }
}

/// The first character of `text` that is not a mark of writing direction.
fn bare(text: &str) -> char {
    let mark = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}');
    text.chars().find(|&c| !mark(c)).unwrap_or('-')
}

fn symbol_rows() -> &'static HashMap<&'static str, Symbols> {
    static ROWS: OnceLock<HashMap<&'static str, Symbols>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let rows = number_data::SYMBOLS.iter();
        rows.flat_map(|(row, locales)| locales.split(' ').map(move |name| (name, symbols_of(row))))
            .collect()
    })
}

fn symbols_of(row: &[&'static str; 12]) -> Symbols {
    let character = |column: usize| row[column].chars().next().unwrap_or('\0');
    Symbols {
        decimal: character(0),
        grouping: character(1),
        money_decimal: character(2),
        money_grouping: character(3),
        minus: row[4],
        percent: row[5],
        per_mill: row[6],
        exponent: row[7],
        infinity: row[8],
        nan: row[9],
        zero: character(10),
        pattern_separator: character(11),
    }
}

/// The name of `code` in `table`, the code itself if it has none.
fn english_name<'a>(table: &'static str, code: &'a str) -> &'a str {
    let entries = table.split('|').filter_map(|entry| entry.split_once(' '));
    entries
        .into_iter()
        .find(|(key, _)| *key == code)
        .map_or(code, |(_, name)| name)
}

/// `String.hashCode`.
pub(super) fn text_hash(text: &str) -> i32 {
    text.encode_utf16().fold(0, |hash: i32, unit| {
        hash.wrapping_mul(31).wrapping_add(unit.into())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_java() {
        let cases = [
            (Locale::root(), "", ""),
            (Locale::english(), "en", "English"),
            (Locale::new("FR", "fr"), "fr_FR", "French (France)"),
            (Locale::new("iw", ""), "he", "Hebrew"),
            (Locale::new("", "DE"), "_DE", "Germany"),
            (Locale::new("xx", "YY"), "xx_YY", "xx (YY)"),
            (
                Locale::with_variant("de", "", "POSIX"),
                "de__POSIX",
                "German (Computer)",
            ),
            (
                Locale::new("zh", "TW").with_script("Hant"),
                "zh_TW_#Hant",
                "Chinese (Traditional, Taiwan)",
            ),
        ];
        for (locale, text, name) in cases {
            assert_eq!(
                (locale.text().as_str(), locale.display_name().as_str()),
                (text, name)
            );
        }
    }

    #[test]
    fn hashes_ignore_the_case_but_of_the_variant() {
        let traditional = Locale::new("zh", "TW").with_script("Hant");
        let cases = [
            (Locale::root(), 0),
            (Locale::english(), 3241),
            (Locale::new("en", "US"), 3_118_343),
            (traditional, -1_243_996_176),
            (Locale::with_variant("de", "", "POSIX"), 1_523_916_418),
        ];
        for (locale, hash) in cases {
            assert_eq!(locale.hash_code(), hash, "{}", locale.text());
        }
    }

    #[test]
    fn data_comes_from_the_nearest_relative() {
        let cases = [
            (Locale::new("de", "DE"), '.', "-"),
            (Locale::new("de", "CH"), '’', "-"),
            (Locale::new("de", "AT"), '\u{a0}', "-"),
            (Locale::new("fr", "FR"), '\u{202f}', "-"),
            (Locale::new("sv", "SE"), '\u{a0}', "−"),
            (Locale::new("xx", "YY"), ',', "-"),
        ];
        for (locale, grouping, minus) in cases {
            let symbols = locale.symbols();
            assert_eq!(
                (symbols.grouping, symbols.minus),
                (grouping, minus),
                "{}",
                locale.text()
            );
        }
        assert_eq!(Locale::new("tr", "").patterns()[1], "%#,##0");
        assert_eq!(Locale::new("ar", "EG").symbols().minus_sign(), '-');
    }
}
