//! What people of a locale call months, days, halves of the day, zones, and how they write dates.
//!
//! The texts are CLDR's as Java 25 shows them, in tables beside this file: one section a locale, only what differs from
//! its language, which in turn differs from the root. A locale without a section takes its language's, else the root's.

use crate::java::util::locale::of_tag;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use super::civil;
use super::constants::{display_as_name, java_enum};
use super::field::{ChronoField, Field};
use super::iso_fields::IsoField;
use super::month::DayOfWeek;
use super::thrown::{Outcome, Thrown};
use super::week_fields::WeekFields;
use super::zone_data::Region;

java_enum! {
    /// `java.time.format.TextStyle`
    TextStyle {
        Full = "FULL", FullStandalone = "FULL_STANDALONE", Short = "SHORT", ShortStandalone = "SHORT_STANDALONE",
        Narrow = "NARROW", NarrowStandalone = "NARROW_STANDALONE",
    }
}

java_enum! {
    /// `java.time.format.FormatStyle`
    FormatStyle { Full = "FULL", Long = "LONG", Medium = "MEDIUM", Short = "SHORT" }
}

display_as_name!(TextStyle, FormatStyle);

impl TextStyle {
    pub(crate) fn is_standalone(self) -> bool {
        self as u8 % 2 == 1
    }

    pub(crate) fn as_standalone(self) -> Self {
        Self::VALUES[self as usize | 1]
    }

    pub(crate) fn as_normal(self) -> Self {
        Self::VALUES[self as usize & !1]
    }

    /// The style as the tables spell it.
    fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::FullStandalone => "full-alone",
            Self::Short => "short",
            Self::ShortStandalone => "short-alone",
            Self::Narrow => "narrow",
            Self::NarrowStandalone => "narrow-alone",
        }
    }
}

/// `java.time.format.DecimalStyle`: the characters of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DecimalStyle {
    pub(crate) zero_digit: char,
    pub(crate) positive_sign: char,
    pub(crate) negative_sign: char,
    pub(crate) decimal_separator: char,
}

impl DecimalStyle {
    pub(crate) const STANDARD: Self = Self {
        zero_digit: '0',
        positive_sign: '+',
        negative_sign: '-',
        decimal_separator: '.',
    };

    /// `of(Locale)`
    pub(crate) fn of(locale: &Locale) -> Self {
        let mut letters = locale.names().text("decimals").chars();
        let mut next = |other: char| letters.next().unwrap_or(other);
        Self {
            zero_digit: next('0'),
            positive_sign: next('+'),
            negative_sign: next('-'),
            decimal_separator: next('.'),
        }
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        let all = [
            self.zero_digit,
            self.positive_sign,
            self.negative_sign,
            self.decimal_separator,
        ];
        all.into_iter()
            .map(|letter| i32::try_from(u32::from(letter)).unwrap_or(0))
            .sum()
    }
}

impl fmt::Display for DecimalStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            zero_digit,
            positive_sign,
            negative_sign,
            decimal_separator,
        } = self;
        write!(
            f,
            "DecimalStyle[{zero_digit}{positive_sign}{negative_sign}{decimal_separator}]"
        )
    }
}

/// A locale by its language tag (`en`, `fr-FR`, empty for the root).
#[derive(Clone, Debug)]
pub(crate) struct Locale {
    tag: Box<str>,
    names: &'static Names,
}

impl Locale {
    /// The locale of a language tag.
    pub(crate) fn of_tag(tag: &str) -> Self {
        let tag = if tag == "und" { "" } else { tag };
        let language = tag.split('-').next().unwrap_or_default();
        let found = SECTIONS
            .get(tag)
            .or_else(|| SECTIONS.get(language))
            .or_else(|| SECTIONS.get(""));
        Self {
            tag: tag.into(),
            names: found.unwrap_or(&EMPTY),
        }
    }

    /// Whether there are texts of the language, rather than those that languages without texts share.
    pub(crate) fn has_language(language: &str) -> bool {
        SECTIONS.contains_key(language)
    }

    /// English without a country, the reference's default.
    pub(crate) fn english() -> Self {
        Self::of_tag("en")
    }

    /// The root locale.
    pub(crate) fn root() -> Self {
        Self::of_tag("")
    }

    pub(crate) fn tag(&self) -> &str {
        &self.tag
    }

    /// The texts of the locale.
    pub(crate) fn names(&self) -> &'static Names {
        self.names
    }

    /// The name of the locale in English.
    pub(crate) fn display_name(&self) -> String {
        of_tag(&self.tag).display_name()
    }

    /// How weeks are counted.
    pub(crate) fn week_fields(&self) -> WeekFields {
        let mut numbers = self
            .names
            .list("weeks")
            .iter()
            .map(|text| text.parse::<i32>().unwrap_or(1));
        let first_day = numbers.next().and_then(|day| DayOfWeek::of(day).ok());
        let minimal_days = civil::small(numbers.next().unwrap_or(1).into());
        WeekFields {
            first_day: first_day.unwrap_or(DayOfWeek::Sunday),
            minimal_days,
        }
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Locale {}

/// The texts of one locale, each a list under a key.
#[derive(Debug, Default)]
pub(crate) struct Names {
    lists: HashMap<&'static str, Vec<&'static str>>,
    zones: HashMap<usize, ZoneNames>,
}

static EMPTY: LazyLock<Names> = LazyLock::new(Names::default);

static SECTIONS: LazyLock<HashMap<&'static str, Names>> = LazyLock::new(|| {
    let mut sections: HashMap<&'static str, Names> = HashMap::new();
    for (tag, lines) in sections_of(include_str!("data/locales.txt")) {
        let mut lists = parent(tag)
            .and_then(|parent| sections.get(parent))
            .map(|base| base.lists.clone());
        let lists = lists.get_or_insert_default();
        let entries = lines.filter_map(|line| line.split_once('='));
        lists.extend(entries.map(|(key, text)| (key, text.split('|').collect())));
        sections.insert(
            tag,
            Names {
                lists: std::mem::take(lists),
                zones: HashMap::new(),
            },
        );
    }
    for (tag, lines) in sections_of(include_str!("data/zone_names.txt")) {
        if let Some(names) = sections.get_mut(tag) {
            names.zones = lines.filter_map(ZoneNames::read).collect();
        }
    }
    sections
});

/// What a section builds on: its language, else the root.
fn parent(tag: &str) -> Option<&str> {
    match tag.split_once('-') {
        Some((language, _)) => Some(language),
        None => (!tag.is_empty()).then_some(""),
    }
}

/// The sections of a table: a line `#tag`, then the section's lines.
fn sections_of(
    table: &'static str,
) -> impl Iterator<Item = (&'static str, std::str::Lines<'static>)> {
    table.split('#').skip(1).map(|section| {
        let (tag, rest) = section.split_once('\n').unwrap_or((section, ""));
        (tag, rest.lines())
    })
}

/// Names of a zone: for people, in full and abbreviated, outside of, within and without regard to daylight saving.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ZoneNames {
    pub(crate) long_standard: &'static str,
    pub(crate) long_daylight: &'static str,
    pub(crate) long_generic: &'static str,
    pub(crate) short_standard: &'static str,
    pub(crate) short_daylight: &'static str,
    pub(crate) short_generic: &'static str,
}

impl ZoneNames {
    fn read(line: &'static str) -> Option<(usize, Self)> {
        let mut columns = line.split('|');
        let row = columns.next()?.parse().ok()?;
        let mut next = || columns.next().unwrap_or_default();
        let names = Self {
            long_standard: next(),
            long_daylight: next(),
            long_generic: next(),
            short_standard: next(),
            short_daylight: next(),
            short_generic: next(),
        };
        Some((row, names))
    }

    /// The name of a region with these names. Where there are none, zones are called by their city.
    fn name_of(self, region: &Region, daylight: Option<bool>, long: bool) -> Cow<'static, str> {
        if !long || !self.long_standard.ends_with("(+0)") {
            return self.pick(daylight, long).into();
        }
        let city = region.id.rsplit('/').next().unwrap_or(region.id);
        let city = city.replace('_', " ");
        match daylight {
            Some(daylight) => format!("{city} (+{})", u8::from(daylight)).into(),
            None => city.into(),
        }
    }

    fn pick(self, daylight: Option<bool>, long: bool) -> &'static str {
        match (daylight, long) {
            (None, true) => self.long_generic,
            (None, false) => self.short_generic,
            (Some(false), true) => self.long_standard,
            (Some(true), true) => self.long_daylight,
            (Some(false), false) => self.short_standard,
            (Some(true), false) => self.short_daylight,
        }
    }
}

impl Locale {
    /// The name of a region, English where the locale has no table of its own; daylight saving may be left open.
    pub(crate) fn zone_name(
        &self,
        region: &Region,
        daylight: Option<bool>,
        long: bool,
    ) -> Cow<'static, str> {
        let names = self.zone_row(region.names).unwrap_or_default();
        names.name_of(region, daylight, long)
    }

    /// All names of a region that are certain about daylight saving: in full and abbreviated, without and then with it.
    pub(crate) fn zone_names(&self, region: &Region) -> [Cow<'static, str>; 4] {
        let names = self.zone_row(region.names).unwrap_or_default();
        [(false, true), (false, false), (true, true), (true, false)]
            .map(|(daylight, long)| names.name_of(region, Some(daylight), long))
    }

    /// The sections that zones are looked up in.
    fn zone_sections(&self) -> impl Iterator<Item = &'static Names> {
        let language = self.tag.split('-').next().unwrap_or_default();
        [&*self.tag, language, "en"]
            .into_iter()
            .filter_map(|tag| SECTIONS.get(tag))
    }

    /// A row of the tables of names.
    pub(crate) fn zone_row(&self, row: usize) -> Option<ZoneNames> {
        self.zone_sections()
            .find_map(|section| section.zones.get(&row))
            .copied()
    }

    /// The rows that differ from English.
    pub(crate) fn own_zone_rows(&self) -> impl Iterator<Item = (usize, &'static ZoneNames)> {
        let english = self.tag.starts_with("en");
        let language = self.tag.split('-').next().unwrap_or_default();
        let own = (!english).then(|| SECTIONS.get(language)).flatten();
        own.into_iter()
            .flat_map(|section| section.zones.iter().map(|(row, names)| (*row, names)))
    }
}

impl Names {
    fn list(&self, key: &str) -> &[&'static str] {
        self.lists.get(key).map_or(&[], Vec::as_slice)
    }

    fn text(&self, key: &str) -> &'static str {
        self.list(key).first().copied().unwrap_or_default()
    }

    /// A list in a style; styles that stand alone and longer ones fall back to what they do not differ from.
    fn styled(&self, kind: &str, style: TextStyle) -> &[&'static str] {
        let keys = [style.key(), style.as_normal().key(), "short"];
        keys.iter()
            .map(|key| self.list(&format!("{kind}-{key}")))
            .find(|list| !list.is_empty())
            .unwrap_or(&[])
    }

    /// January first.
    pub(crate) fn months(&self, style: TextStyle) -> &[&'static str] {
        self.styled("months", style)
    }

    /// Monday first.
    pub(crate) fn days(&self, style: TextStyle) -> &[&'static str] {
        self.styled("days", style)
    }

    /// The era before first.
    pub(crate) fn eras(&self, style: TextStyle) -> &[&'static str] {
        self.styled("eras", style.as_normal())
    }

    /// Morning first.
    pub(crate) fn halves(&self, style: TextStyle) -> &[&'static str] {
        self.styled("halves", style.as_normal())
    }

    /// The texts of a field with the value of the first; `None` for fields that are numbers only.
    pub(crate) fn field_texts(
        &self,
        field: Field,
        style: TextStyle,
    ) -> Option<(i64, &[&'static str])> {
        match field {
            Field::Chrono(ChronoField::MonthOfYear) => Some((1, self.months(style))),
            Field::Chrono(ChronoField::DayOfWeek) => Some((1, self.days(style))),
            Field::Chrono(ChronoField::AmPmOfDay) => Some((0, self.halves(style))),
            Field::Chrono(ChronoField::Era) => Some((0, self.eras(style))),
            // A dash says that the locale has numbers there.
            Field::Iso(IsoField::QuarterOfYear) => Some((1, self.styled("quarters", style)))
                .filter(|(_, texts)| texts.first() != Some(&"-")),
            _ => None,
        }
    }

    /// Parts of the day: the minute each starts at, and its text.
    pub(crate) fn day_periods(&self, style: TextStyle) -> Vec<(u16, &'static str)> {
        let entries = self.styled("periods", style.as_normal()).iter();
        entries
            .filter_map(|entry| entry.split_once('='))
            .map(|(at, text)| (at.parse().unwrap_or(0), text))
            .collect()
    }

    /// The pattern of dates, times, or both, of some length.
    pub(crate) fn pattern(&self, date: Option<FormatStyle>, time: Option<FormatStyle>) -> String {
        let of = |key: &str, style: FormatStyle| {
            self.list(key)
                .get(style as usize)
                .copied()
                .unwrap_or_default()
        };
        match (date, time) {
            (Some(date), Some(time)) => of("joins", date.max(time))
                .replace("{1}", of("dates", date))
                .replace("{0}", of("times", time)),
            (Some(date), None) => of("dates", date).to_owned(),
            (None, Some(time)) => of("times", time).to_owned(),
            (None, None) => String::new(),
        }
    }

    /// The pattern that shows the fields of a template.
    pub(crate) fn template(&self, template: &str) -> Outcome<String> {
        Err(Thrown::date_time(format!(
            "there is no pattern for `{template}`"
        )))
    }

    /// The hash code of the table of names of zones.
    pub(crate) fn zones_hash(&self) -> i32 {
        self.text("zones-hash").parse().unwrap_or_default()
    }

    /// What stands for GMT in front of an offset.
    pub(crate) fn gmt(&self) -> &'static str {
        self.text("gmt")
    }
}
