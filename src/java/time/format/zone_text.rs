//! Names of zones in texts: `Europe/Paris`, `GMT+2`, `CET`, `Central European Time`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::accessor::Accessor;

use super::super::instant::Instant;
use super::super::local_date_time::LocalDateTime;
use super::super::names::{Locale, TextStyle, ZoneNames};
use super::super::offset::ZoneOffset;
use super::super::zone::{Offsets, Prefix, ZoneId};
use super::super::zone_data::{Region, ZoneAliases};
use super::offset::OffsetPattern;
use super::scan::Scanner;

/// The name of a zone as people of a locale say it at a time, or always where the time is open.
pub(super) fn name_of(
    zone: ZoneId,
    style: TextStyle,
    generic: bool,
    temporal: &dyn Accessor,
    locale: &Locale,
) -> String {
    let region = match zone {
        ZoneId::Region(region) => Some(region),
        ZoneId::Prefixed(_, ZoneOffset::UTC) => Region::find(&zone.get_id()),
        _ => None,
    };
    let Some(region) = region else {
        return zone.get_id();
    };
    let fixed = region.listed == 0;
    let daylight = if generic || fixed {
        None
    } else {
        is_daylight(region, zone, temporal)
    };
    // Zones that are called by their offset have no shorter name.
    let by_offset = fixed && locale.zone_name(region, None, true).contains(':');
    let name = locale.zone_name(
        region,
        daylight,
        by_offset || style.as_normal() == TextStyle::Full,
    );
    if name.is_empty() {
        zone.get_id()
    } else {
        name.into_owned()
    }
}

/// Whether daylight saving is on, where that can be told.
fn is_daylight(region: &Region, zone: ZoneId, temporal: &dyn Accessor) -> Option<bool> {
    if let Ok(Instant { seconds, .. }) = Instant::from(temporal) {
        return Some(region.is_daylight(seconds));
    }
    let local = LocalDateTime {
        date: temporal.local_date()?,
        time: temporal.local_time()?,
    };
    match zone.offsets_of(local) {
        Offsets::One(offset) => Some(region.is_daylight(local.to_epoch_second(offset))),
        Offsets::Gap { .. } | Offsets::Overlap { .. } => None,
    }
}

/// Reads the name of a zone in the data.
pub(super) fn scan_id(scanner: &mut Scanner<'_>, at: usize) -> Option<usize> {
    scan(scanner, at, None)
}

/// Reads the name of a zone for people, or in the data.
pub(super) fn scan_name(scanner: &mut Scanner<'_>, at: usize, style: TextStyle) -> Option<usize> {
    scan(scanner, at, Some(style))
}

fn scan(scanner: &mut Scanner<'_>, at: usize, names: Option<TextStyle>) -> Option<usize> {
    let first = scanner.char_at(at)?;
    if first == '+' || first == '-' {
        return scan_offset(scanner, at, None);
    }
    for prefix in [Prefix::Utc, Prefix::Ut, Prefix::Gmt] {
        let Some(length) = scanner.matching(at, prefix.text()) else {
            continue;
        };
        let next = scanner.char_at(at + length);
        // Names of zones may start with `UTC` too.
        if prefix == Prefix::Utc && !matches!(next, None | Some('+' | '-')) {
            break;
        }
        if prefix == Prefix::Gmt && next == Some('0') {
            scanner.found.zone = Region::find("GMT0").map(ZoneId::Region);
            return Some(at + 4);
        }
        return scan_offset(scanner, at + length, Some(prefix));
    }
    match longest(scanner, at, names) {
        Some((length, zone)) => {
            scanner.found.zone = Some(zone);
            Some(at + length)
        }
        None if scanner.same(first, 'Z') => {
            scanner.found.zone = Some(ZoneId::Offset(ZoneOffset::UTC));
            Some(at + 1)
        }
        None => None,
    }
}

/// An offset behind a prefix, or alone.
fn scan_offset(scanner: &mut Scanner<'_>, at: usize, prefix: Option<Prefix>) -> Option<usize> {
    let bare = prefix.map(|prefix| ZoneId::Prefixed(prefix, ZoneOffset::UTC));
    let next = scanner.char_at(at);
    let ends_here = next.is_none_or(|next| next == '0' || scanner.same(next, 'Z'));
    if let Some(bare) = bare.filter(|_| ends_here) {
        scanner.found.zone = Some(bare);
        return Some(at);
    }
    let mut inner = scanner.clone();
    inner.found.fields.clear();
    let end =
        OffsetPattern::SECOND_COLON.scan(&mut inner, at, if prefix.is_some() { "0" } else { "Z" });
    let offset = inner.found.fields.first().map(|(_, seconds)| *seconds);
    let (end, zone) = match (end.zip(offset), bare) {
        (Some((end, seconds)), _) => {
            let offset = ZoneOffset::of_seconds(seconds)?;
            (
                end,
                prefix.map_or(ZoneId::Offset(offset), |prefix| {
                    ZoneId::Prefixed(prefix, offset)
                }),
            )
        }
        (None, Some(bare)) => (at, bare),
        (None, None) => return None,
    };
    scanner.found.zone = Some(zone);
    Some(end)
}

/// Names that start with a letter, to their zones; letters in small case.
static NAMES: LazyLock<HashMap<char, Vec<Entry>>> = LazyLock::new(|| {
    let mut names: HashMap<char, Vec<Entry>> = HashMap::new();
    let ids = Region::ids().map(|id| Entry {
        text: id,
        full: id,
        short: id,
        is_id: true,
    });
    let aliases =
        ZoneAliases::all().filter(|alias| !(alias.full.is_empty() && alias.short.is_empty()));
    let aliases = aliases.map(
        |ZoneAliases {
             text, full, short, ..
         }| Entry {
            text,
            full,
            short,
            is_id: false,
        },
    );
    for entry in ids.chain(aliases) {
        names
            .entry(first_letter(entry.text))
            .or_default()
            .push(entry);
    }
    names
});

/// A text that stands for a zone, perhaps another one where full names are read.
struct Entry {
    text: &'static str,
    full: &'static str,
    short: &'static str,
    is_id: bool,
}

fn first_letter(text: &str) -> char {
    text.chars()
        .next()
        .map_or(' ', |first| first.to_lowercase().next().unwrap_or(first))
}

/// The longest name at a place.
fn longest(scanner: &Scanner<'_>, at: usize, style: Option<TextStyle>) -> Option<(usize, ZoneId)> {
    let known = longest_known(scanner, at, style);
    let local = style.and_then(|style| longest_local(scanner, at, style));
    let longer = |known: (usize, &str), local: (usize, &'static str)| local.0 > known.0;
    let (length, id) = match (known, local) {
        (Some(known), Some(local)) if longer(known, local) => local,
        (None, Some(local)) => local,
        (known, _) => known?,
    };
    ZoneId::of(id).ok().map(|zone| (length, zone))
}

/// The longest name of the locale's own, which stands for the same zone as the English one.
fn longest_local(
    scanner: &Scanner<'_>,
    at: usize,
    style: TextStyle,
) -> Option<(usize, &'static str)> {
    let full = style.as_normal() == TextStyle::Full;
    let texts = |names: &ZoneNames| {
        if full {
            [names.long_standard, names.long_daylight, names.long_generic]
        } else {
            [
                names.short_standard,
                names.short_daylight,
                names.short_generic,
            ]
        }
    };
    let english = Locale::english();
    let rows = scanner.locale.own_zone_rows();
    let matching = rows.filter_map(|(row, names)| {
        let lengths = texts(names).into_iter().filter(|text| !text.is_empty());
        let length = lengths
            .filter_map(|text| scanner.matching(at, text))
            .max()?;
        Some((length, row))
    });
    let (length, row) = matching.max_by_key(|(length, _)| *length)?;
    let standard = texts(&english.zone_row(row)?)[0];
    let alias = ZoneAliases::all().find(|alias| alias.text == standard)?;
    Some((length, if full { alias.full } else { alias.short })).filter(|(_, id)| !id.is_empty())
}

/// The longest English name or name in the data.
fn longest_known(
    scanner: &Scanner<'_>,
    at: usize,
    style: Option<TextStyle>,
) -> Option<(usize, &'static str)> {
    let entries = NAMES.get(&first_letter(scanner.text.get(at..)?))?;
    let zone_of = |entry: &Entry| match style {
        None => {
            if entry.is_id {
                entry.text
            } else {
                ""
            }
        }
        Some(style) if style.as_normal() == TextStyle::Full => entry.full,
        Some(_) => entry.short,
    };
    let matching = entries.iter().filter(|entry| !zone_of(entry).is_empty());
    let matching =
        matching.filter_map(|entry| Some((scanner.matching(at, entry.text)?, zone_of(entry))));
    matching.max_by_key(|(length, _)| *length)
}
