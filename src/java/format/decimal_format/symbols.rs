//! `java.text.DecimalFormatSymbols`: the symbols of a locale together with a currency.

use crate::java::format::currency::Currency;
use crate::java::format::locale::{Locale, Symbols};

/// The symbols that a format writes with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormatSymbols {
    locale: Locale,
    numbers: &'static Symbols,
    currency: Currency,
    currency_symbol: &'static str,
}

impl FormatSymbols {
    /// `DecimalFormatSymbols.getInstance(locale)`. Without a country there is no currency, whose sign is `¤` then.
    pub(crate) fn of(locale: &Locale) -> Self {
        let currency = Currency::of_country(locale);
        FormatSymbols {
            locale: locale.clone(),
            numbers: locale.symbols(),
            currency: currency.unwrap_or_else(Currency::none),
            currency_symbol: currency.map_or("¤", |currency| currency.symbol(locale)),
        }
    }

    /// The locale.
    pub(crate) fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Characters and texts of numbers.
    pub(crate) fn numbers(&self) -> &'static Symbols {
        self.numbers
    }

    /// The currency.
    pub(crate) fn currency(&self) -> Currency {
        self.currency
    }

    /// Sets the currency and its symbols.
    pub(crate) fn set_currency(&mut self, currency: Currency) {
        self.currency = currency;
        self.currency_symbol = currency.symbol(&self.locale);
    }

    /// What `¤` stands for.
    pub(crate) fn currency_symbol(&self) -> &'static str {
        self.currency_symbol
    }

    /// What `¤¤` stands for.
    pub(crate) fn international_symbol(&self) -> &'static str {
        self.currency.code()
    }

    /// The separator before a fraction.
    pub(super) fn decimal(&self, money: bool) -> char {
        if money {
            self.numbers.money_decimal
        } else {
            self.numbers.decimal
        }
    }

    /// The separator between groups.
    pub(super) fn grouping(&self, money: bool) -> char {
        if money {
            self.numbers.money_grouping
        } else {
            self.numbers.grouping
        }
    }
}
