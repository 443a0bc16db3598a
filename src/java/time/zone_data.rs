//! What is known about each named zone besides its offsets.
//!
//! Offsets and daylight saving come from `jiff` (bundled IANA data). Java shows more than IANA records: names for people,
//! the size of its internal tables, their hash code. Those are kept in tables of text beside this file, one line a zone,
//! read on first use.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::civil::{self, DAYS_PER_CYCLE, SECONDS_PER_DAY};
use super::offset::ZoneOffset;

/// A named zone.
#[derive(Debug)]
pub(crate) struct Region {
    pub(crate) id: &'static str,
    /// The region that an old three-letter name stands for; such names exist for `java.util.TimeZone` only.
    pub(crate) stands_for: Option<&'static str>,
    /// Name of the same rules in the bundle, or a POSIX rule.
    source: &'static str,
    /// Row of its names in the tables of locales.
    pub(crate) names: usize,
    /// Milliseconds east of UTC outside of daylight saving.
    pub(crate) raw_offset: i32,
    /// How many numbers Java's table of transitions holds.
    pub(crate) table_length: u32,
    pub(crate) hash: i32,
    /// How many transitions are listed one by one, before the rule takes over.
    pub(crate) listed: usize,
    /// Daylight saving that goes on for ever.
    pub(crate) rule: Option<&'static ZoneRule>,
    /// The hash code of the rules.
    pub(crate) rules_hash: i32,
    rules: OnceLock<TimeZone>,
}

/// Yearly daylight saving.
#[derive(Debug)]
pub(crate) struct ZoneRule {
    /// Milliseconds.
    pub(crate) savings: i32,
    /// The numbers of a `SimpleTimeZone`, as its text shows them.
    pub(crate) simple: [&'static str; 12],
    /// The two days of change in order of the year; `true` where clocks go forward.
    pub(crate) changes: [(bool, &'static str); 2],
}

static RULES: LazyLock<Vec<ZoneRule>> = LazyLock::new(|| {
    include_str!("data/zone_rules.txt")
        .lines()
        .map(ZoneRule::read)
        .collect()
});

/// All regions, in the order that old formats look their names up.
static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    include_str!("data/zones.txt")
        .lines()
        .map(Region::read)
        .collect()
});

static BY_ID: LazyLock<HashMap<&'static str, &'static Region>> =
    LazyLock::new(|| Region::all().map(|region| (region.id, region)).collect());

impl ZoneRule {
    fn read(line: &'static str) -> Self {
        let mut columns = line.split('|');
        let mut next = || columns.next().unwrap_or_default();
        let savings = next().parse().unwrap_or_default();
        let mut simple = [""; 12];
        for (number, text) in simple.iter_mut().zip(next().split(',')) {
            *number = text;
        }
        let mut change = || {
            let text = next();
            (text.starts_with('+'), text.get(1..).unwrap_or_default())
        };
        Self {
            savings,
            simple,
            changes: [change(), change()],
        }
    }
}

impl Region {
    fn read(line: &'static str) -> Self {
        let columns: Vec<&'static str> = line.split('|').collect();
        let column = |at: usize| columns.get(at).copied().unwrap_or_default();
        let number = |at: usize| column(at).parse::<i32>().unwrap_or_default();
        let index = |at: usize| column(at).parse::<usize>().ok();
        let (id, source) = (column(0), column(1));
        let stands_for = source.strip_prefix('!');
        Self {
            id,
            stands_for,
            source: stands_for.unwrap_or(if source.is_empty() { id } else { source }),
            names: index(2).unwrap_or(usize::MAX),
            raw_offset: number(3),
            table_length: number(4).unsigned_abs(),
            hash: number(5),
            listed: index(6).unwrap_or_default(),
            rule: index(7).and_then(|at| RULES.get(at)),
            rules_hash: column(8).parse().unwrap_or(1),
            rules: OnceLock::new(),
        }
    }

    /// The region of that exact name, as `java.time` knows it.
    pub(crate) fn find(id: &str) -> Option<&'static Self> {
        Self::find_any(id).filter(|region| region.stands_for.is_none())
    }

    /// The same with the old three-letter names.
    pub(crate) fn find_any(id: &str) -> Option<&'static Self> {
        BY_ID.get(id).copied()
    }

    /// All regions, those with old names too, in the order that old formats look their names up.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> {
        REGIONS.iter()
    }

    /// The names of all regions that `java.time` knows.
    pub(crate) fn ids() -> impl Iterator<Item = &'static str> {
        Self::all()
            .filter(|region| region.stands_for.is_none())
            .map(|region| region.id)
    }

    /// The old names and what they stand for.
    pub(crate) fn old_ids() -> impl Iterator<Item = (&'static str, &'static str)> {
        Self::all().filter_map(|region| Some((region.id, region.stands_for?)))
    }

    /// The rules of the bundle.
    pub(super) fn rules(&self) -> &TimeZone {
        self.rules.get_or_init(|| {
            TimeZone::get(self.source)
                .or_else(|_| TimeZone::posix(self.source))
                .unwrap_or(TimeZone::UTC)
        })
    }

    /// The bundle's name for a second of the time line.
    fn timestamp(&self, second: i64) -> Timestamp {
        // Rules that are not in the bundle would go back for ever.
        let is_rule = self.source.contains(',');
        timestamp(if is_rule {
            second.max(YEAR_1900)
        } else {
            second
        })
    }

    /// The offset at a second of the time line.
    pub(super) fn offset_at(&self, second: i64) -> ZoneOffset {
        let at = self.timestamp(second);
        ZoneOffset::of_zone_data(self.rules().to_offset(at).seconds())
    }

    /// Whether it is daylight saving time.
    pub(super) fn is_daylight(&self, second: i64) -> bool {
        self.rules()
            .to_offset_info(self.timestamp(second))
            .dst()
            .is_dst()
    }

    /// The offset without daylight saving.
    ///
    /// The bundle does not record it. It is the last offset without daylight saving, unless that is not an hour less and
    /// the next one is: then the zone changed its standard time during daylight saving.
    pub(super) fn standard_offset_at(&self, second: i64) -> ZoneOffset {
        let at = self.timestamp(second);
        let here = self.rules().to_offset_info(at);
        if !here.dst().is_dst() {
            return ZoneOffset::of_zone_data(here.offset().seconds());
        }
        let total = here.offset().seconds();
        // The transition exactly at this time counts as a following one, and leads to daylight saving itself.
        let last = self
            .rules()
            .preceding(at)
            .take(MAX_CHANGES)
            .find(|change| !change.dst().is_dst());
        let next = self
            .rules()
            .following(at)
            .take(MAX_CHANGES)
            .find(|change| !change.dst().is_dst());
        let last = last.map_or(total - 3_600, |change| change.offset().seconds());
        match next.map(|change| change.offset().seconds()) {
            Some(next) if total - last != 3_600 && total - next == 3_600 => {
                ZoneOffset::of_zone_data(next)
            }
            _ => ZoneOffset::of_zone_data(last),
        }
    }

    /// The changes of offset that Java lists one by one: second, offset before, offset after.
    pub(super) fn transitions(&self) -> Vec<(i64, ZoneOffset, ZoneOffset)> {
        let mut before = self.offset_at(i64::MIN / 2);
        let mut list = Vec::with_capacity(self.listed);
        for change in self.rules().following(self.timestamp(i64::MIN / 2)) {
            if list.len() == self.listed {
                break;
            }
            let after = ZoneOffset::of_zone_data(change.offset().seconds());
            if after != before {
                list.push((change.timestamp().as_second(), before, after));
            }
            before = after;
        }
        list
    }
}

/// A name for people that texts may have for a zone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ZoneAliases {
    pub(crate) text: &'static str,
    /// The zone that old formats take it for, and whether that says daylight saving.
    pub(crate) old: &'static str,
    pub(crate) daylight: bool,
    /// The zone that formatters take it for where they expect full or abbreviated names.
    pub(crate) full: &'static str,
    pub(crate) short: &'static str,
}

static ALIASES: LazyLock<Vec<ZoneAliases>> = LazyLock::new(|| {
    include_str!("data/zone_parse.txt")
        .lines()
        .map(ZoneAliases::read)
        .collect()
});

impl ZoneAliases {
    fn read(line: &'static str) -> Self {
        let mut columns = line.split('|');
        let mut next = || columns.next().unwrap_or_default();
        Self {
            text: next(),
            old: next(),
            daylight: next() == "d",
            full: next(),
            short: next(),
        }
    }

    /// All names, those that old formats prefer first.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        ALIASES.iter().copied()
    }
}

/// The year 1900 in seconds of the epoch.
pub(super) const YEAR_1900: i64 = -2_208_988_800;

/// Changes in a row that lead to daylight saving; Britain had a dozen in the forties.
const MAX_CHANGES: usize = 32;

/// Times that are asked of the bundle as they are, in days from the epoch: years -9000 to 9000.
const FIRST_DAY: i64 = -4_006_654;
const LAST_DAY: i64 = 2_567_654;

/// The day itself, or the same day of a cycle inside of the bundle's years; days before them are all alike.
pub(super) fn within_bundle(epoch_day: i64) -> i64 {
    let beyond = epoch_day - LAST_DAY;
    if beyond > 0 {
        return epoch_day - (beyond + DAYS_PER_CYCLE - 1) / DAYS_PER_CYCLE * DAYS_PER_CYCLE;
    }
    epoch_day.max(FIRST_DAY)
}

/// The bundle's name for a second of the time line.
fn timestamp(second: i64) -> Timestamp {
    let day = within_bundle(second.div_euclid(SECONDS_PER_DAY));
    let second = day * SECONDS_PER_DAY + second.rem_euclid(SECONDS_PER_DAY);
    Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A local time in the bundle's terms.
pub(super) fn civil_time(epoch_day: i64, second_of_day: i32) -> jiff::civil::DateTime {
    let (year, month, day) = civil::date_of(within_bundle(epoch_day));
    let signed = |number: i64| i8::try_from(number).unwrap_or(0);
    let second = i64::from(second_of_day);
    jiff::civil::DateTime::new(
        i16::try_from(year).unwrap_or(0),
        signed(month.into()),
        signed(day.into()),
        signed(second / 3_600),
        signed(second / 60 % 60),
        signed(second % 60),
        0,
    )
    .unwrap_or_default()
}
