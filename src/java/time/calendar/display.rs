//! `getDisplayName` and `getDisplayNames`.

use std::cmp::Reverse;

use super::super::names::{Locale, TextStyle};
use super::super::thrown::{Outcome, Thrown};
use super::super::zone::string_hash;
use super::{
    ALL_STYLES, AM_PM, Calendar, DAY_OF_WEEK, ERA, FIELD_COUNT, LONG, MONTH, NARROW, SHORT,
    STANDALONE,
};

/// The style of a number.
pub(in super::super) fn text_style(style: i32) -> TextStyle {
    let base = match style & !STANDALONE {
        LONG => TextStyle::Full,
        NARROW => TextStyle::Narrow,
        _ => TextStyle::Short,
    };
    if style & STANDALONE == 0 {
        base
    } else {
        base.as_standalone()
    }
}

/// The field, if it has names; other fields give `null` in Java.
fn named_field(field: i32, style: i32, least: i32) -> Outcome<Option<usize>> {
    let base = style & !STANDALONE;
    let field = usize::try_from(field)
        .ok()
        .filter(|field| *field < FIELD_COUNT);
    if !(least..=NARROW).contains(&base) || base == 3 {
        return Err(Thrown::illegal_argument(format!("`{style}` is no style")));
    }
    let field = field.ok_or_else(|| Thrown::illegal_argument("there is no such field"))?;
    Ok([ERA, MONTH, DAY_OF_WEEK, AM_PM]
        .contains(&field)
        .then_some(field))
}

/// The names of a field with their values.
pub(in super::super) fn names_of(
    field: usize,
    style: TextStyle,
    locale: &Locale,
) -> Vec<(&'static str, i32)> {
    let names = locale.names();
    let numbered = |texts: &'static [&'static str]| texts.iter().copied().zip(0..).collect();
    match field {
        // Long names of eras are the short ones, unless they stand alone.
        ERA if style == TextStyle::Full => numbered(names.eras(TextStyle::Short)),
        ERA => numbered(names.eras(style)),
        MONTH => numbered(names.months(style)),
        DAY_OF_WEEK => {
            let mut days: Vec<_> = names.days(style).iter().copied().zip(2..).collect();
            // A week starts on Sunday here.
            if let Some(sunday) = days.pop() {
                days.insert(0, (sunday.0, 1));
            }
            days
        }
        _ if style.as_normal() == TextStyle::Narrow => numbered(names.halves(TextStyle::Narrow)),
        _ => numbered(names.halves(TextStyle::Short)),
    }
}

impl Calendar {
    /// `getDisplayName`
    pub(crate) fn get_display_name(
        &mut self,
        field: i32,
        style: i32,
        locale: &Locale,
    ) -> Outcome<Option<&'static str>> {
        let Some(field) = named_field(field, style, SHORT)? else {
            return Ok(None);
        };
        let value = self.value(field)?;
        let names = names_of(field, text_style(style), locale);
        Ok(names
            .into_iter()
            .find(|(_, number)| *number == value)
            .map(|(name, _)| name))
    }

    /// `getDisplayNames`: names and values in the order of Java's map, which expressions see.
    pub(crate) fn get_display_names(
        &self,
        field: i32,
        style: i32,
        locale: &Locale,
    ) -> Outcome<Option<Vec<(&'static str, i32)>>> {
        let Some(field) = named_field(field, style, ALL_STYLES)? else {
            return Ok(None);
        };
        let plain = style == LONG || style == SHORT && field != ERA;
        if plain {
            return Ok(Some(hashed(names_of(field, text_style(style), locale))));
        }
        let found = match style {
            ALL_STYLES => TextStyle::VALUES
                .iter()
                .flat_map(|style| distinct(names_of(field, *style, locale)).unwrap_or_default())
                .collect(),
            _ => {
                let style = text_style(style);
                let of = |style| distinct(names_of(field, style, locale));
                match of(style).or_else(|| of(style.as_normal())) {
                    Some(names) => names,
                    None if field == MONTH => names_of(MONTH, TextStyle::Narrow, &Locale::root()),
                    None => return Ok(None),
                }
            }
        };
        Ok(Some(longest_first(found)))
    }
}

/// The names, if each tells its value.
fn distinct(names: Vec<(&'static str, i32)>) -> Option<Vec<(&'static str, i32)>> {
    let repeats = |(at, (name, _)): (usize, &(&str, i32))| {
        names[..at].iter().any(|(earlier, _)| earlier == name)
    };
    (!names.iter().enumerate().any(repeats)).then_some(names)
}

/// In the order of a hash map of sixteen buckets, which is enough for all names of a field.
fn hashed(mut names: Vec<(&'static str, i32)>) -> Vec<(&'static str, i32)> {
    names.sort_by_key(|(name, _)| {
        let hash = string_hash(name);
        (hash ^ (hash.cast_unsigned() >> 16).cast_signed()) & 15
    });
    names
}

/// Longer names first, as a text is matched against them; names of one length by letters.
fn longest_first(mut names: Vec<(&'static str, i32)>) -> Vec<(&'static str, i32)> {
    let key = |name: &str| {
        let units: Vec<u16> = name.encode_utf16().collect();
        (Reverse(units.len()), units)
    };
    names.sort_by_cached_key(|(name, _)| key(name));
    names.dedup_by_key(|(name, _)| *name);
    names
}
