//! `java.text.DateFormatSymbols`: the texts of a locale, open to change.

use super::super::calendar::{DAY_OF_WEEK, ERA, MONTH};
use super::super::names::{Locale, Names, TextStyle};
use super::super::zone::string_hash;

/// `java.text.DateFormatSymbols`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateFormatSymbols {
    pub(crate) eras: Vec<String>,
    /// January first; a thirteenth, empty, is for calendars that have one.
    pub(crate) months: Vec<String>,
    pub(crate) short_months: Vec<String>,
    /// Sunday is at 1.
    pub(crate) weekdays: Vec<String>,
    pub(crate) short_weekdays: Vec<String>,
    pub(crate) am_pm_strings: Vec<String>,
    pub(crate) local_pattern_chars: String,
    /// Names of zones are those of this locale.
    pub(super) locale: Locale,
}

/// A list as Java keeps it: with these empty places before and after.
fn list(before: usize, texts: &[&'static str], after: usize) -> Vec<String> {
    let empty = |count| std::iter::repeat_n("", count);
    empty(before)
        .chain(texts.iter().copied())
        .chain(empty(after))
        .map(str::to_owned)
        .collect()
}

fn from_sunday(names: &Names, style: TextStyle) -> Vec<String> {
    let mut days = list(0, names.days(style), 0);
    if let Some(sunday) = days.pop() {
        days.insert(0, sunday);
    }
    days.insert(0, String::new());
    days
}

impl DateFormatSymbols {
    /// `getInstance(Locale)`
    pub(crate) fn get_instance(locale: &Locale) -> Self {
        let names = locale.names();
        Self {
            eras: list(0, names.eras(TextStyle::Short), 0),
            months: list(0, names.months(TextStyle::Full), 1),
            short_months: list(0, names.months(TextStyle::Short), 1),
            weekdays: from_sunday(names, TextStyle::Full),
            short_weekdays: from_sunday(names, TextStyle::Short),
            am_pm_strings: list(0, names.halves(TextStyle::Short), 0),
            local_pattern_chars: "GyMdkHmsSEDFwWahKzZ".to_owned(),
            locale: locale.clone(),
        }
    }

    /// The texts of a field, long or short where there are both.
    pub(super) fn of_field(&self, field: usize, long: bool) -> &[String] {
        match (field, long) {
            (ERA, _) => &self.eras,
            (MONTH, true) => &self.months,
            (MONTH, false) => &self.short_months,
            (DAY_OF_WEEK, true) => &self.weekdays,
            (DAY_OF_WEEK, false) => &self.short_weekdays,
            _ => &self.am_pm_strings,
        }
    }

    /// `hashCode`
    pub(crate) fn hash_code(&self) -> i32 {
        let lists = [
            &self.eras,
            &self.months,
            &self.short_months,
            &self.weekdays,
            &self.short_weekdays,
            &self.am_pm_strings,
        ];
        let hashes = lists.into_iter().map(|list| list_hash(list)).chain([
            self.locale.names().zones_hash(),
            string_hash(&self.local_pattern_chars),
        ]);
        hashes.fold(5, |hash: i32, next| {
            hash.wrapping_mul(11).wrapping_add(next)
        })
    }
}

/// The hash code of an array of texts.
fn list_hash(texts: &[String]) -> i32 {
    texts.iter().fold(1, |hash: i32, text| {
        hash.wrapping_mul(31).wrapping_add(string_hash(text))
    })
}
