//! Zones in texts: `GMT+1:30`, `+0130`, `+01:30`, `CET`, `Central European Standard Time`.

use super::super::calendar::{DST_OFFSET, ZONE_OFFSET};
use super::super::format::scan::same_letter;
use super::super::time_zone::TimeZone;
use super::super::zone_data::Region;
use super::scan::{Scanner, Step};

/// How an offset is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offset {
    /// `hhmm`
    Plain,
    /// `h:mm` or `hh:mm`
    Colon,
    /// `hh`, `hhmm` or `hh:mm`
    Iso(usize),
}

impl Scanner<'_> {
    fn sign(&self, at: usize) -> Option<i32> {
        match self.text.get(at).and_then(|unit| u8::try_from(*unit).ok()) {
            Some(b'+') => Some(1),
            Some(b'-') => Some(-1),
            _ => None,
        }
    }

    /// Reads a name or an offset; `start` is in front of white space, `at` behind it.
    pub(super) fn scan_zone(&mut self, start: usize, at: usize) -> Step {
        if let Some(sign) = self.sign(at) {
            return self.scan_offset(at + 1, sign, Offset::Plain);
        }
        // White space in front hides what GMT stands for.
        let Some(length) = self.matching(start, "GMT") else {
            return self.scan_zone_name(at).ok_or(at);
        };
        let at = start + length;
        if let Some(sign) = self.sign(at) {
            return self.scan_offset(at + 1, sign, Offset::Colon);
        }
        self.utc();
        Ok(at)
    }

    fn utc(&mut self) {
        self.found.set_offset(0);
        self.found.set(DST_OFFSET, 0);
    }

    /// Reads a zone as ISO 8601 writes it.
    pub(super) fn scan_iso_zone(&mut self, at: usize, width: usize) -> Step {
        if self.text.get(at) == Some(&u16::from(b'Z')) {
            self.utc();
            return Ok(at + 1);
        }
        let sign = self.sign(at).ok_or(at + 1)?;
        self.scan_offset(at + 1, sign, Offset::Iso(width))
    }

    fn scan_offset(&mut self, start: usize, sign: i32, form: Offset) -> Step {
        let mut at = start;
        let mut hours = self.digit(&mut at)?;
        match self.digit(&mut at) {
            Ok(digit) => hours = hours * 10 + digit,
            Err(place) if form != Offset::Colon => return Err(place),
            Err(_) => {}
        }
        let colon = matches!(form, Offset::Colon | Offset::Iso(3));
        let mut minutes = 0;
        if hours > 23 {
            return Err(at - 1);
        }
        if form != Offset::Iso(1) {
            if colon {
                let found = self.text.get(at) == Some(&u16::from(b':'));
                at = if found { at + 1 } else { return Err(at) };
            }
            minutes = self.digit(&mut at)? * 10 + self.digit(&mut at)?;
            if minutes > 59 {
                return Err(at - 1);
            }
        }
        self.found
            .set_offset(sign * (hours * 60 + minutes) * 60_000);
        self.found.set(DST_OFFSET, 0);
        Ok(at)
    }

    /// Reads an ASCII digit.
    fn digit(&self, at: &mut usize) -> Result<i32, usize> {
        let unit = *self.text.get(*at).ok_or(*at)?;
        let value = i32::from(unit) - i32::from(b'0');
        if !(0..10).contains(&value) {
            return Err(*at);
        }
        *at += 1;
        Ok(value)
    }

    /// Reads a name for people: of the format's zone first, then of the default zone, then of any.
    fn scan_zone_name(&mut self, at: usize) -> Option<usize> {
        let current = self.calendar.get_time_zone();
        let first = [current, self.default_zone]
            .into_iter()
            .filter_map(|zone| match zone {
                TimeZone::Region(region) => Some(region),
                TimeZone::Custom { .. } => None,
            });
        let (region, names, index) = first.chain(Region::all()).find_map(|region| {
            let names = self.zone_locale.zone_names(region);
            let fits = |name: &str| !name.is_empty() && self.matching(at, name).is_some();
            let index = names.iter().position(|name| fits(name))?;
            Some((region, names, index))
        })?;
        let zone = TimeZone::Region(region);
        if zone != current {
            self.calendar.set_time_zone(zone);
        }
        let same = index < 2 && same_text(&names[index], &names[index + 2]);
        let savings = if index < 2 { 0 } else { zone.get_dst_savings() };
        // Otherwise the zone tells.
        if !same && (index < 2 || savings != 0) {
            self.found.clear(ZONE_OFFSET);
            self.found.set(DST_OFFSET, savings);
        }
        Some(at + names[index].encode_utf16().count())
    }
}

fn same_text(one: &str, other: &str) -> bool {
    one.chars().count() == other.chars().count()
        && one
            .chars()
            .zip(other.chars())
            .all(|(one, other)| same_letter(one, other))
}
