//! `java.time.ZoneOffset`: a distance from UTC of at most 18 hours.

use std::fmt;

use super::accessor::Accessor;
use super::field::ChronoField;
use super::temporal::Temporal;
use super::thrown::{Outcome, Thrown};

/// `java.time.ZoneOffset`, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ZoneOffset(i32);

const MAX_SECONDS: i32 = 18 * 3_600;

impl ZoneOffset {
    pub(crate) const UTC: Self = Self(0);
    pub(crate) const MIN: Self = Self(-MAX_SECONDS);
    pub(crate) const MAX: Self = Self(MAX_SECONDS);

    /// The offset of so many seconds, where that is within 18 hours.
    pub(crate) fn of_seconds(seconds: i64) -> Option<Self> {
        i32::try_from(seconds)
            .ok()
            .filter(|seconds| seconds.unsigned_abs() <= MAX_SECONDS.unsigned_abs())
            .map(Self)
    }

    /// An offset of the zone data, which is always within the range.
    pub(super) fn of_zone_data(seconds: i32) -> Self {
        Self(seconds.clamp(-MAX_SECONDS, MAX_SECONDS))
    }

    /// An offset of a custom `TimeZone`, which may reach 24 hours.
    pub(super) fn of_zone_data_unbounded(seconds: i32) -> Self {
        Self(seconds)
    }

    /// `ofTotalSeconds`
    pub(crate) fn of_total_seconds(seconds: i32) -> Outcome<Self> {
        Self::of_seconds(seconds.into()).ok_or_else(|| {
            Thrown::date_time(format!(
                "offset of `{seconds}` seconds is outside of ±18:00"
            ))
        })
    }

    /// `ofHoursMinutesSeconds`: all parts of one sign.
    pub(crate) fn of_hours_minutes_seconds(
        hours: i32,
        minutes: i32,
        seconds: i32,
    ) -> Outcome<Self> {
        let signs = [hours.signum(), minutes.signum(), seconds.signum()];
        let mixed = signs.contains(&1) && signs.contains(&-1);
        if mixed
            || minutes.unsigned_abs() > 59
            || seconds.unsigned_abs() > 59
            || hours.unsigned_abs() > 18
        {
            return Err(Thrown::date_time(format!(
                "`{hours}:{minutes}:{seconds}` is no offset"
            )));
        }
        Self::of_total_seconds(hours * 3_600 + minutes * 60 + seconds)
    }

    /// `of(String)`: `Z`, `+h`, `+hh`, `+hh:mm`, `+hhmm`, `+hh:mm:ss`, `+hhmmss`.
    pub(crate) fn of(id: &str) -> Outcome<Self> {
        if id == "Z" {
            return Ok(Self::UTC);
        }
        parts_of(id)
            .ok_or_else(|| Thrown::date_time(format!("`{id}` is no offset such as `+01:00`")))
            .and_then(|[hours, minutes, seconds]| {
                Self::of_hours_minutes_seconds(hours, minutes, seconds)
            })
    }

    /// `from`
    pub(crate) fn from(temporal: &dyn Accessor) -> Outcome<Self> {
        let offset = temporal
            .chrono(ChronoField::OffsetSeconds)
            .and_then(Self::of_seconds);
        offset.ok_or_else(|| Thrown::date_time("found no offset where an offset is needed"))
    }

    /// Seconds east of UTC.
    pub(crate) fn seconds(self) -> i32 {
        self.0
    }

    pub(crate) fn get_total_seconds(self) -> i32 {
        self.0
    }

    pub(crate) fn get_id(self) -> String {
        self.to_string()
    }

    /// `compareTo`: the larger offset comes first.
    pub(crate) fn compare_to(self, other: Self) -> i32 {
        other.0 - self.0
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        self.0
    }

    /// `adjustInto`
    pub(crate) fn adjust_into(self, temporal: Temporal) -> Outcome<Temporal> {
        temporal.with_field(ChronoField::OffsetSeconds.into(), self.0.into())
    }
}

/// Sign and digits of an offset in one of its forms.
fn parts_of(id: &str) -> Option<[i32; 3]> {
    let sign = match id.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let rest = &id[1..];
    let digits: String = match rest.len() {
        5 | 8 => {
            let colons = rest
                .bytes()
                .enumerate()
                .all(|(at, byte)| (byte == b':') == (at == 2 || at == 5));
            colons.then(|| rest.replace(':', ""))?
        }
        1 => format!("0{rest}"),
        2 | 4 | 6 => rest.to_owned(),
        _ => return None,
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| {
        digits
            .get(at..at + 2)
            .map_or(Some(0), |part| part.parse::<i32>().ok())
    };
    Some([sign * part(0)?, sign * part(2)?, sign * part(4)?])
}

impl Accessor for ZoneOffset {
    fn chrono(&self, field: ChronoField) -> Option<i64> {
        (field == ChronoField::OffsetSeconds).then(|| self.0.into())
    }
}

impl fmt::Display for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 {
            return f.write_str("Z");
        }
        let seconds = self.0.unsigned_abs();
        let sign = if self.0 < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", seconds / 3_600, seconds / 60 % 60)?;
        if !seconds.is_multiple_of(60) {
            write!(f, ":{:02}", seconds % 60)?;
        }
        Ok(())
    }
}
