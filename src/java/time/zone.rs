//! `java.time.ZoneId`: regions, offsets, and offsets with a prefix such as `GMT+2`.
//!
//! Offsets of regions come from `jiff` (bundled IANA data), whose years end at 9999. Zone rules repeat with the calendar,
//! every 400 years, so later times are asked about as the same day of an earlier cycle; times before its range have the
//! region's first offset.

use std::fmt;

use jiff::tz::AmbiguousOffset;

use super::accessor::{Accessor, Answer, Query};
use super::civil::SECONDS_PER_DAY;
use super::local_date_time::LocalDateTime;
use super::offset::ZoneOffset;
use super::thrown::{Outcome, Thrown};
use super::zone_data::{Region, civil_time};

/// `java.time.ZoneId`
#[derive(Clone, Copy, Debug)]
pub(crate) enum ZoneId {
    /// A `ZoneOffset`.
    Offset(ZoneOffset),
    /// `GMT`, `UTC` or `UT`, with or without an offset.
    Prefixed(Prefix, ZoneOffset),
    /// A region of the time zone data.
    Region(&'static Region),
}

/// What an offset-based zone name may start with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prefix {
    Utc,
    Gmt,
    Ut,
}

impl Prefix {
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Utc => "UTC",
            Self::Gmt => "GMT",
            Self::Ut => "UT",
        }
    }
}

/// The offsets that a local time may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offsets {
    /// The ordinary case.
    One(ZoneOffset),
    /// Clocks were put forward over this time.
    Gap {
        before: ZoneOffset,
        after: ZoneOffset,
    },
    /// Clocks were put back: this time came twice.
    Overlap {
        before: ZoneOffset,
        after: ZoneOffset,
    },
}

impl Offsets {
    /// Whether the offset is one of a local time's own.
    pub(crate) fn contains(self, offset: ZoneOffset) -> bool {
        match self {
            Self::One(one) => one == offset,
            Self::Gap { .. } => false,
            Self::Overlap { before, after } => before == offset || after == offset,
        }
    }

    /// The offset before the change, where there is one.
    pub(crate) fn earlier(self) -> ZoneOffset {
        match self {
            Self::One(offset)
            | Self::Gap { before: offset, .. }
            | Self::Overlap { before: offset, .. } => offset,
        }
    }
}

impl ZoneId {
    pub(crate) const UTC: Self = Self::Prefixed(Prefix::Utc, ZoneOffset::UTC);

    /// `of(String)`
    pub(crate) fn of(id: &str) -> Outcome<Self> {
        if id.len() <= 1 || id.starts_with(['+', '-']) {
            return ZoneOffset::of(id).map(Self::Offset);
        }
        let prefixes = [Prefix::Utc, Prefix::Gmt, Prefix::Ut];
        let prefixed = prefixes
            .into_iter()
            .find_map(|prefix| Some((prefix, id.strip_prefix(prefix.text())?)));
        match prefixed {
            Some((prefix, "")) => Ok(Self::Prefixed(prefix, ZoneOffset::UTC)),
            Some((prefix, rest)) if rest.starts_with(['+', '-']) => {
                ZoneOffset::of(rest).map(|offset| Self::Prefixed(prefix, offset))
            }
            _ => Self::of_region(id),
        }
    }

    fn of_region(id: &str) -> Outcome<Self> {
        if let Some(region) = Region::find(id) {
            return Ok(Self::Region(region));
        }
        let starts_well = id.starts_with(|first: char| first.is_ascii_alphabetic());
        let reads_well = id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"/._~+-".contains(&byte));
        if starts_well && reads_well {
            return Err(Thrown::new(
                "java.time.zone.ZoneRulesException",
                format!("there is no zone `{id}`"),
            ));
        }
        Err(Thrown::date_time(format!("`{id}` is no name of a zone")))
    }

    /// `getAvailableZoneIds`, in the order of Java's set.
    pub(crate) fn get_available_zone_ids() -> Vec<&'static str> {
        /// The set has so many buckets.
        const BUCKETS: i32 = 1_024;
        let bucket = |id: &str| {
            let hash = string_hash(id);
            (hash ^ (hash.cast_unsigned() >> 16).cast_signed()) & (BUCKETS - 1)
        };
        let mut ids: Vec<&'static str> = Region::ids().collect();
        ids.sort_unstable_by_key(|id| (bucket(id), *id));
        ids
    }

    /// `SHORT_IDS`: old names and what they stand for, in no particular order.
    pub(crate) fn short_ids() -> Vec<(&'static str, &'static str)> {
        Region::old_ids().collect()
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        match temporal.query(Query::Zone) {
            Answer::Zone(zone) => Ok(zone),
            _ => Err(Thrown::date_time("found no zone where a zone is needed")),
        }
    }

    pub(crate) fn get_id(self) -> String {
        self.to_string()
    }

    /// `normalized`: a plain offset where the zone has but one.
    pub(crate) fn normalized(self) -> Self {
        match self.fixed_offset() {
            Some(offset) => Self::Offset(offset),
            None => self,
        }
    }

    /// The offset of a zone that never had another.
    pub(crate) fn fixed_offset(self) -> Option<ZoneOffset> {
        match self {
            Self::Offset(offset) | Self::Prefixed(_, offset) => Some(offset),
            Self::Region(region) if region.listed == 0 => Some(region.offset_at(0)),
            Self::Region(_) => None,
        }
    }

    /// The offset at a second of the time line.
    pub(crate) fn offset_at(self, second: i64) -> ZoneOffset {
        match self {
            Self::Offset(offset) | Self::Prefixed(_, offset) => offset,
            Self::Region(region) => region.offset_at(second),
        }
    }

    /// The offsets of a local time.
    pub(crate) fn offsets_of(self, local: LocalDateTime) -> Offsets {
        match self {
            Self::Offset(offset) | Self::Prefixed(_, offset) => Offsets::One(offset),
            Self::Region(region) => offsets_in(region, local.to_epoch_second(ZoneOffset::UTC)),
        }
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        match self {
            Self::Offset(offset) => offset.hash_code(),
            _ => string_hash(&self.to_string()),
        }
    }
}

/// The offsets of a local time of a region, given as seconds of the epoch were it UTC.
pub(super) fn offsets_in(region: &Region, local: i64) -> Offsets {
    let of_day = i32::try_from(local.rem_euclid(SECONDS_PER_DAY)).unwrap_or(0);
    let civil = civil_time(local.div_euclid(SECONDS_PER_DAY), of_day);
    let offset = |offset: jiff::tz::Offset| ZoneOffset::of_zone_data(offset.seconds());
    match region.rules().to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset: one } => Offsets::One(offset(one)),
        AmbiguousOffset::Gap { before, after } => Offsets::Gap {
            before: offset(before),
            after: offset(after),
        },
        AmbiguousOffset::Fold { before, after } => Offsets::Overlap {
            before: offset(before),
            after: offset(after),
        },
    }
}

/// `String.hashCode`
pub(super) fn string_hash(text: &str) -> i32 {
    text.encode_utf16().fold(0_i32, |hash, unit| {
        hash.wrapping_mul(31).wrapping_add(unit.into())
    })
}

impl PartialEq for ZoneId {
    /// Zones are equal by name; an offset is equal to offsets only.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Offset(one), Self::Offset(other)) => one == other,
            (Self::Offset(_), _) | (_, Self::Offset(_)) => false,
            _ => self.to_string() == other.to_string(),
        }
    }
}

impl Eq for ZoneId {}

impl fmt::Display for ZoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offset(offset) => offset.fmt(f),
            Self::Prefixed(prefix, ZoneOffset::UTC) => f.write_str(prefix.text()),
            Self::Prefixed(prefix, offset) => write!(f, "{}{offset}", prefix.text()),
            Self::Region(region) => f.write_str(region.id),
        }
    }
}
