//! `java.time.Clock` and the ISO chronology: values with next to nothing in them.

use std::fmt;

use super::month::IsoEra;
use super::offset::ZoneOffset;
use super::zone::ZoneId;

/// `java.time.Clock` of the system: where clocks are read, the caller passes the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) zone: ZoneId,
}

impl Clock {
    /// `systemUTC`
    pub(crate) fn system_utc() -> Self {
        Self {
            zone: ZoneId::Offset(ZoneOffset::UTC),
        }
    }

    /// `system`; `systemDefaultZone` takes the default zone.
    pub(crate) fn system(zone: ZoneId) -> Self {
        Self { zone }
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        self.zone.hash_code().wrapping_add(1)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SystemClock[{}]", self.zone)
    }
}

/// `java.time.chrono.IsoChronology`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct IsoChronology;

impl IsoChronology {
    /// `getId`
    pub(crate) fn get_id(self) -> &'static str {
        "ISO"
    }

    /// `getCalendarType`
    pub(crate) fn get_calendar_type(self) -> &'static str {
        "iso8601"
    }

    /// `isIsoBased`
    pub(crate) fn is_iso_based(self) -> bool {
        true
    }

    /// `eras`
    pub(crate) fn eras(self) -> &'static [IsoEra] {
        IsoEra::VALUES
    }
}

impl fmt::Display for IsoChronology {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get_id())
    }
}
