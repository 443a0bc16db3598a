//! `java.util.TimeZone`: the older idea of a zone.
//!
//! It knows the same regions as `java.time` and some three-letter names, takes any other text for GMT, and forgets what
//! happened before 1900: clocks then showed today's standard time.

use std::fmt;

use super::names::Locale;
use super::offset::ZoneOffset;
use super::thrown::Outcome;
use super::zone::{Offsets, Prefix, ZoneId, offsets_in};
use super::zone_data::{Region, YEAR_1900};

/// `java.util.TimeZone`
#[derive(Clone, Copy, Debug)]
pub(crate) enum TimeZone {
    /// A zone of the time zone data.
    Region(&'static Region),
    /// `GMT+02:30`, in seconds; `GMT+00:00` and `GMT-00:00` keep their sign.
    Custom { seconds: i32, negative: bool },
}

/// An offset and its share of daylight saving, both in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    pub(crate) total: i32,
    pub(crate) daylight: i32,
}

impl TimeZone {
    /// `getTimeZone(String)`: GMT for what is no zone.
    pub(crate) fn get_time_zone(id: &str) -> Self {
        Region::find_any(id)
            .map(Self::Region)
            .or_else(|| custom(id))
            .unwrap_or_else(Self::gmt)
    }

    /// `getAvailableIDs`: the regions by name, then the old names, whose order changes from run to run.
    pub(crate) fn get_available_ids() -> Vec<&'static str> {
        let mut ids: Vec<&'static str> = Region::ids().collect();
        ids.sort_unstable();
        ids.extend(Region::old_ids().map(|(id, _)| id));
        ids
    }

    /// `getTimeZone(ZoneId)`
    pub(crate) fn of_zone_id(zone: ZoneId) -> Self {
        match zone {
            ZoneId::Region(region) => Self::Region(region),
            ZoneId::Offset(ZoneOffset::UTC) | ZoneId::Prefixed(_, ZoneOffset::UTC) => {
                Self::get_time_zone("UTC")
            }
            ZoneId::Offset(offset) | ZoneId::Prefixed(_, offset) => {
                Self::get_time_zone(&format!("GMT{offset}"))
            }
        }
    }

    /// The zone of unknown names.
    pub(crate) fn gmt() -> Self {
        Region::find("GMT").map_or(
            Self::Custom {
                seconds: 0,
                negative: false,
            },
            Self::Region,
        )
    }

    /// `getID`
    pub(crate) fn get_id(self) -> String {
        match self {
            Self::Region(region) => region.id.to_owned(),
            Self::Custom {
                seconds: 0,
                negative,
            } => format!("GMT{}00:00", if negative { '-' } else { '+' }),
            Self::Custom { seconds, .. } => {
                format!("GMT{}", ZoneOffset::of_zone_data_unbounded(seconds))
            }
        }
    }

    /// `getRawOffset`, in milliseconds.
    pub(crate) fn get_raw_offset(self) -> i32 {
        match self {
            Self::Region(region) => region.raw_offset,
            Self::Custom { seconds, .. } => seconds * 1_000,
        }
    }

    /// `getDSTSavings`, in milliseconds.
    pub(crate) fn get_dst_savings(self) -> i32 {
        match self {
            Self::Region(Region {
                rule: Some(rule), ..
            }) => rule.savings,
            _ => 0,
        }
    }

    /// `useDaylightTime`
    pub(crate) fn use_daylight_time(self) -> bool {
        matches!(self, Self::Region(Region { rule: Some(_), .. }))
    }

    /// `observesDaylightTime`: now or in future.
    pub(crate) fn observes_daylight_time(self, now_millis: i64) -> bool {
        self.use_daylight_time() || self.shift_at(now_millis).daylight != 0
    }

    /// The offset at a millisecond of the time line.
    pub(crate) fn shift_at(self, millis: i64) -> Shift {
        let second = millis.div_euclid(1_000);
        match self {
            Self::Region(region) if second >= YEAR_1900 => {
                let total = region.offset_at(second).seconds();
                let standard = region.standard_offset_at(second).seconds();
                Shift {
                    total: total * 1_000,
                    daylight: (total - standard) * 1_000,
                }
            }
            _ => Shift {
                total: self.get_raw_offset(),
                daylight: 0,
            },
        }
    }

    /// `getOffset(long)`, in milliseconds.
    pub(crate) fn get_offset(self, millis: i64) -> i32 {
        self.shift_at(millis).total
    }

    /// The offset of a local time: the one before a gap, the one after an overlap.
    pub(crate) fn shift_of_local(self, local_millis: i64) -> Shift {
        let raw = Shift {
            total: self.get_raw_offset(),
            daylight: 0,
        };
        let Self::Region(region) = self else {
            return raw;
        };
        let second = local_millis.div_euclid(1_000);
        if second < YEAR_1900 {
            return raw;
        }
        // In a gap the later offset leads to a time before the change, where the earlier one is in force.
        let offset = match offsets_in(region, second) {
            Offsets::One(offset)
            | Offsets::Gap { after: offset, .. }
            | Offsets::Overlap { after: offset, .. } => offset,
        };
        self.shift_at(local_millis - i64::from(offset.seconds()) * 1_000)
    }

    /// `getDisplayName(boolean, int, Locale)`
    pub(crate) fn display_name(self, daylight: bool, long: bool, locale: &Locale) -> String {
        let Self::Region(region) = self else {
            return self.get_id();
        };
        locale.zone_name(region, Some(daylight), long).into_owned()
    }

    /// `getDisplayName()`
    pub(crate) fn get_display_name(self, locale: &Locale) -> String {
        self.display_name(false, true, locale)
    }

    /// `toZoneId`
    pub(crate) fn to_zone_id(self) -> Outcome<ZoneId> {
        match self {
            Self::Region(region) => ZoneId::of(region.stands_for.unwrap_or(region.id)),
            Self::Custom { seconds, .. } => Ok(ZoneId::Prefixed(
                Prefix::Gmt,
                ZoneOffset::of_total_seconds(seconds)?,
            )),
        }
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        match self {
            Self::Region(region) => region.hash,
            Self::Custom { seconds, .. } => seconds * 1_000,
        }
    }
}

/// `GMT+h`, `GMT+hh`, `GMT+hmm`, `GMT+hhmm`, `GMT+h:mm`, `GMT+hh:mm`, each also with `:ss` after colons.
fn custom(id: &str) -> Option<TimeZone> {
    let rest = id.strip_prefix("GMT")?;
    let negative = rest.starts_with('-');
    let digits = rest.strip_prefix(['+', '-'])?;
    let parts: Vec<&str> = digits.split(':').collect();
    let well_formed = parts.iter().enumerate().all(|(at, part)| {
        let lengths = if parts.len() == 1 {
            1..=4
        } else if at == 0 {
            1..=2
        } else {
            2..=2
        };
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !well_formed || parts.len() > 3 {
        return None;
    }
    let number = |part: &str| part.parse::<i32>().ok();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [one] if one.len() > 2 => (number(one)? / 100, number(one)? % 100, 0),
        [hours] => (number(hours)?, 0, 0),
        [hours, minutes] => (number(hours)?, number(minutes)?, 0),
        [hours, minutes, seconds] => (number(hours)?, number(minutes)?, number(seconds)?),
        _ => return None,
    };
    if hours > 23 || minutes > 59 || seconds > 59 {
        return None;
    }
    let total = hours * 3_600 + minutes * 60 + seconds;
    Some(TimeZone::Custom {
        seconds: if negative { -total } else { total },
        negative,
    })
}

impl PartialEq for TimeZone {
    fn eq(&self, other: &Self) -> bool {
        self.get_id() == other.get_id()
    }
}

impl Eq for TimeZone {}

impl fmt::Display for TimeZone {
    /// The text of Java's internal class, tables and all.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, raw, savings) = (self.get_id(), self.get_raw_offset(), self.get_dst_savings());
        let (length, rule) = match self {
            Self::Region(region) => (region.table_length, region.rule),
            Self::Custom { .. } => (0, None),
        };
        write!(
            f,
            "sun.util.calendar.ZoneInfo[id=\"{id}\",offset={raw},dstSavings={savings}"
        )?;
        write!(
            f,
            ",useDaylight={},transitions={length},lastRule=",
            rule.is_some()
        )?;
        let Some(rule) = rule else {
            return f.write_str("null]");
        };
        write!(
            f,
            "java.util.SimpleTimeZone[id={id},offset={raw},dstSavings={savings},useDaylight=true,startYear=0"
        )?;
        let labels = ["Mode", "Month", "Day", "DayOfWeek", "Time", "TimeMode"];
        for (at, number) in rule.simple.iter().enumerate() {
            let end = if at < 6 { "start" } else { "end" };
            write!(f, ",{end}{}={number}", labels[at % 6])?;
        }
        f.write_str("]]")
    }
}
