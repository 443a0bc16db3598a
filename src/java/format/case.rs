//! Upper and lower case in a locale.

use super::locale::Locale;

/// `text.toUpperCase(locale)`.
pub(crate) fn upper_case(text: &str, locale: &Locale) -> String {
    match locale.language() {
        "tr" | "az" => text.replace('i', "İ").to_uppercase(),
        "lt" => ["i", "j", "į"]
            .into_iter()
            .fold(text.to_string(), |text, dotted| {
                text.replace(&format!("{dotted}\u{307}"), dotted)
            })
            .to_uppercase(),
        _ => text.to_uppercase(),
    }
}

/// `text.toLowerCase(locale)`.
pub(crate) fn lower_case(text: &str, locale: &Locale) -> String {
    match locale.language() {
        "tr" | "az" => text
            .replace("I\u{307}", "i")
            .replace('İ', "i")
            .replace('I', "ı")
            .to_lowercase(),
        _ => text.to_lowercase(),
    }
}
