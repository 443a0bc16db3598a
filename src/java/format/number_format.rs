//! `java.text.NumberFormat`: the decimal formats that a locale brings along.

use super::decimal_format::{DecimalFormat, FormatSymbols};
use super::locale::Locale;

/// The kinds of number formats that a locale has patterns for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberStyle {
    /// `getInstance`, `getNumberInstance`
    Number,
    /// `getIntegerInstance`
    Integer,
    /// `getPercentInstance`
    Percent,
    /// `getCurrencyInstance`
    Currency,
}

/// The format of `style` in `locale`.
pub(crate) fn instance(style: NumberStyle, locale: &Locale) -> DecimalFormat {
    let [number, percent, currency] = *locale.patterns();
    match style {
        NumberStyle::Number => of_pattern(number, locale),
        NumberStyle::Percent => of_pattern(percent, locale),
        NumberStyle::Integer => {
            let mut format = of_pattern(number, locale);
            format.set_max_fraction_digits(0);
            format.set_decimal_separator_always_shown(false);
            format.set_parse_integer_only(true);
            format
        }
        NumberStyle::Currency => {
            let mut format = of_pattern(currency, locale);
            if let Some(digits) = format.currency().fraction_digits() {
                format.set_min_fraction_digits(digits.into());
                format.set_max_fraction_digits(digits.into());
            }
            format
        }
    }
}

/// The format of a pattern that is known to be correct, as those of locales are.
pub(super) fn of_pattern(pattern: &str, locale: &Locale) -> DecimalFormat {
    let symbols = FormatSymbols::of(locale);
    DecimalFormat::new(pattern, symbols.clone()).unwrap_or_else(|_| DecimalFormat::plain(symbols))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::java::format::arg::Arg;

    /// Locale, -1234567.891 as number, integer, percent and currency; from Java 25.
    #[rustfmt::skip]
    const FORMATTED: &[(&str, [&str; 4])] = &[
        ("", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-¤\u{a0}1,234,567.89"]),
        ("en", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-¤1,234,567.89"]),
        ("en_US", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-$1,234,567.89"]),
        ("en_GB", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-£1,234,567.89"]),
        ("en_CA", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-$1,234,567.89"]),
        ("fr", ["-1\u{202f}234\u{202f}567,891", "-1\u{202f}234\u{202f}568", "-123\u{202f}456\u{202f}789\u{a0}%", "-1\u{202f}234\u{202f}567,89\u{a0}¤"]),
        ("fr_FR", ["-1\u{202f}234\u{202f}567,891", "-1\u{202f}234\u{202f}568", "-123\u{202f}456\u{202f}789\u{a0}%", "-1\u{202f}234\u{202f}567,89\u{a0}€"]),
        ("fr_CA", ["-1\u{a0}234\u{a0}567,891", "-1\u{a0}234\u{a0}568", "-123\u{a0}456\u{a0}789\u{a0}%", "-1\u{a0}234\u{a0}567,89\u{a0}$"]),
        ("de", ["-1.234.567,891", "-1.234.568", "-123.456.789\u{a0}%", "-1.234.567,89\u{a0}¤"]),
        ("de_DE", ["-1.234.567,891", "-1.234.568", "-123.456.789\u{a0}%", "-1.234.567,89\u{a0}€"]),
        ("de_CH", ["-1’234’567.891", "-1’234’568", "-123’456’789%", "CHF-1’234’567.89"]),
        ("de_AT", ["-1\u{a0}234\u{a0}567,891", "-1\u{a0}234\u{a0}568", "-123\u{a0}456\u{a0}789\u{a0}%", "-€\u{a0}1.234.567,89"]),
        ("it_IT", ["-1.234.567,891", "-1.234.568", "-123.456.789%", "-1.234.567,89\u{a0}€"]),
        ("ja_JP", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-￥1,234,568"]),
        ("ko_KR", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-₩1,234,568"]),
        ("zh_CN", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-¥1,234,567.89"]),
        ("zh_TW", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-$1,234,567.89"]),
        ("es_ES", ["-1.234.567,891", "-1.234.568", "-123.456.789\u{a0}%", "-1.234.567,89\u{a0}€"]),
        ("es_MX", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-$1,234,567.89"]),
        ("pt_BR", ["-1.234.567,891", "-1.234.568", "-123.456.789%", "-R$\u{a0}1.234.567,89"]),
        ("tr", ["-1.234.567,891", "-1.234.568", "-%123.456.789", "-¤1.234.567,89"]),
        ("tr_TR", ["-1.234.567,891", "-1.234.568", "-%123.456.789", "-₺1.234.567,89"]),
        ("pl_PL", ["-1\u{a0}234\u{a0}567,891", "-1\u{a0}234\u{a0}568", "-123\u{a0}456\u{a0}789%", "-1\u{a0}234\u{a0}567,89\u{a0}zł"]),
        ("sv_SE", ["−1\u{a0}234\u{a0}567,891", "−1\u{a0}234\u{a0}568", "−123\u{a0}456\u{a0}789\u{a0}%", "−1\u{a0}234\u{a0}567,89\u{a0}kr"]),
        ("nl_NL", ["-1.234.567,891", "-1.234.568", "-123.456.789%", "€\u{a0}-1.234.567,89"]),
        ("hi_IN", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-₹1,234,567.89"]),
        ("ar_EG", ["\u{61c}-١٬٢٣٤٬٥٦٧٫٨٩١", "\u{61c}-١٬٢٣٤٬٥٦٨", "\u{61c}-١٢٣٬٤٥٦٬٧٨٩٪\u{61c}", "\u{61c}-\u{200f}١٬٢٣٤٬٥٦٧٫٨٩\u{a0}ج.م.\u{200f}"]),
        ("fa_IR", ["\u{200e}−۱٬۲۳۴٬۵۶۷٫۸۹۱", "\u{200e}−۱٬۲۳۴٬۵۶۸", "\u{200e}−۱۲۳٬۴۵۶٬۷۸۹٪", "\u{200e}−\u{200e}ریال۱٬۲۳۴٬۵۶۷٫۸۹"]),
        ("he_IL", ["\u{200e}-1,234,567.891", "\u{200e}-1,234,568", "\u{200e}-123,456,789%", "\u{200f}\u{200e}-1,234,567.89\u{a0}\u{200f}₪"]),
        ("th_TH", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-฿1,234,567.89"]),
        ("ru_RU", ["-1\u{a0}234\u{a0}567,891", "-1\u{a0}234\u{a0}568", "-123\u{a0}456\u{a0}789\u{a0}%", "-1\u{a0}234\u{a0}567,89\u{a0}₽"]),
        ("en_IN", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-₹1,234,567.89"]),
        ("xx_YY", ["-1,234,567.891", "-1,234,568", "-123,456,789%", "-¤\u{a0}1,234,567.89"]),
        ("fr_JP", ["-1\u{202f}234\u{202f}567,891", "-1\u{202f}234\u{202f}568", "-123\u{202f}456\u{202f}789\u{a0}%", "-1\u{202f}234\u{202f}568\u{a0}JPY"]),
    ];

    #[test]
    fn locales_differ_in_patterns_and_symbols() {
        use NumberStyle::*;
        for (name, expected) in FORMATTED {
            let (language, country) = name.split_once('_').unwrap_or((name, ""));
            let locale = Locale::new(language, country);
            let found = [Number, Integer, Percent, Currency].map(|style| {
                instance(style, &locale)
                    .format(&Arg::Double(-1_234_567.891), 100)
                    .unwrap()
            });
            assert_eq!(found, *expected, "{name}");
        }
    }

    #[test]
    fn every_pattern_of_a_locale_is_correct() {
        for name in Locale::known() {
            let locale = name
                .split_once('_')
                .map_or(Locale::new(name, ""), |(language, rest)| {
                    let (script, country) = rest.split_once('_').unwrap_or(("", rest));
                    Locale::new(language, country).with_script(script)
                });
            for pattern in locale.patterns() {
                let format = DecimalFormat::of_pattern(pattern, &locale);
                assert!(format.is_ok(), "{name} {pattern}");
            }
        }
    }

    #[test]
    fn integers_are_read_up_to_the_fraction() {
        let format = instance(NumberStyle::Integer, &Locale::english());
        assert!(format.is_parse_integer_only());
        assert_eq!(
            format.text(100).as_deref(),
            Ok("DecimalFormat [locale: \"English\", pattern: \"#,##0\"]\n")
        );
        assert_ne!(format, instance(NumberStyle::Number, &Locale::english()));
    }
}
