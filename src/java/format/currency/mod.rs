//! `java.util.Currency`: what is known of a currency, and its symbol in a locale.

mod data;
mod symbols;

use super::locale::Locale;

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Currency(&'static (&'static str, u16, i8, &'static str, &'static str));

impl Currency {
    /// The currency of `code`, if Java knows it.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        let at = data::CURRENCIES
            .binary_search_by_key(&code, |row| row.0)
            .ok()?;
        data::CURRENCIES.get(at).map(Currency)
    }

    /// The currency used in the country of `locale`.
    pub(crate) fn of_country(locale: &Locale) -> Option<Self> {
        let country = Some(locale.country()).filter(|country| !country.is_empty())?;
        let used = |countries: &str| countries.split(' ').any(|used| used == country);
        data::CURRENCIES
            .iter()
            .find(|row| used(row.4))
            .map(Currency)
    }

    /// `XXX`: no currency in particular.
    pub(crate) fn none() -> Self {
        const NONE: &(&str, u16, i8, &str, &str) = &("XXX", 999, -1, "Unknown Currency", "");
        Currency::of_code(NONE.0).unwrap_or(Currency(NONE))
    }

    /// ISO code: `EUR`.
    pub(crate) fn code(self) -> &'static str {
        self.0.0
    }

    /// ISO number: 978.
    pub(crate) fn numeric_code(self) -> u16 {
        self.0.1
    }

    /// Digits of the fraction, `None` where that makes no sense.
    pub(crate) fn fraction_digits(self) -> Option<u8> {
        u8::try_from(self.0.2).ok()
    }

    /// English name: `Euro`.
    pub(crate) fn display_name(self) -> &'static str {
        self.0.3
    }

    /// Symbol in `locale`: `€`; the code where there is none.
    pub(crate) fn symbol(self, locale: &Locale) -> &'static str {
        let code = self.code();
        locale
            .lineage()
            .find_map(|name| symbol_row(&name, code))
            .unwrap_or(code)
    }
}

fn symbol_row(locale: &str, code: &str) -> Option<&'static str> {
    let (_, entries) = symbols::SYMBOLS.iter().find(|(name, _)| *name == locale)?;
    entries
        .split('|')
        .find_map(|entry| entry.strip_prefix(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_by_code() {
        assert!(data::CURRENCIES.is_sorted_by_key(|row| row.0));
    }

    #[test]
    fn symbols_depend_on_the_locale() {
        let cases = [
            ("USD", Locale::root(), "US$"),
            ("USD", Locale::english(), "$"),
            ("USD", Locale::new("fr", "FR"), "$US"),
            ("CAD", Locale::new("fr", "CA"), "$"),
            ("JPY", Locale::new("ja", "JP"), "￥"),
            ("CHF", Locale::english(), "CHF"),
            ("XXX", Locale::english(), "¤"),
        ];
        for (code, locale, symbol) in cases {
            assert_eq!(
                Currency::of_code(code).map(|it| it.symbol(&locale)),
                Some(symbol),
                "{code}"
            );
        }
        assert_eq!(Currency::of_code("ZZZ"), None);
    }

    #[test]
    fn countries_have_a_currency() {
        let code = |country| Currency::of_country(&Locale::new("", country)).map(Currency::code);
        assert_eq!(
            [code("FR"), code("JP"), code("AQ"), code("")],
            [Some("EUR"), Some("JPY"), None, None]
        );
        let yen = Currency::of_code("JPY")
            .map(|it| (it.numeric_code(), it.fraction_digits(), it.display_name()));
        assert_eq!(yen, Some((392, Some(0), "Japanese Yen")));
        assert_eq!(Currency::none().fraction_digits(), None);
    }
}
