//! `java.time.zone.ZoneRules`: when a zone changes its offset, as texts and numbers show it.

use std::fmt;

use super::local_date_time::LocalDateTime;
use super::offset::ZoneOffset;
use super::zone::ZoneId;
use super::zone_data::Region;

/// `java.time.zone.ZoneRules`
#[derive(Clone, Copy, Debug)]
pub(crate) enum ZoneRules {
    Fixed(ZoneOffset),
    Region(&'static Region),
}

/// `java.time.zone.ZoneOffsetTransition`: a change of offset at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ZoneOffsetTransition {
    pub(crate) epoch_second: i64,
    pub(crate) offset_before: ZoneOffset,
    pub(crate) offset_after: ZoneOffset,
}

/// `java.time.zone.ZoneOffsetTransitionRule`: a change of offset in every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ZoneOffsetTransitionRule {
    /// When, in words.
    when: &'static str,
    pub(crate) standard_offset: ZoneOffset,
    pub(crate) offset_before: ZoneOffset,
    pub(crate) offset_after: ZoneOffset,
}

impl ZoneId {
    /// `getRules`
    pub(crate) fn get_rules(self) -> ZoneRules {
        match (self, self.fixed_offset()) {
            (Self::Region(region), None) => ZoneRules::Region(region),
            (_, offset) => ZoneRules::Fixed(offset.unwrap_or(ZoneOffset::UTC)),
        }
    }
}

impl ZoneRules {
    /// `isFixedOffset`
    pub(crate) fn is_fixed_offset(self) -> bool {
        matches!(self, Self::Fixed(_))
    }

    /// `getTransitions`: those listed one by one.
    pub(crate) fn get_transitions(self) -> Vec<ZoneOffsetTransition> {
        let Self::Region(region) = self else {
            return Vec::new();
        };
        let transitions = region.transitions().into_iter();
        transitions
            .map(
                |(epoch_second, offset_before, offset_after)| ZoneOffsetTransition {
                    epoch_second,
                    offset_before,
                    offset_after,
                },
            )
            .collect()
    }

    /// The offset outside of daylight saving, from the last change on.
    fn standard_offset(self) -> ZoneOffset {
        match self {
            Self::Fixed(offset) => offset,
            Self::Region(region) => ZoneOffset::of_zone_data(region.raw_offset / 1_000),
        }
    }

    /// `getTransitionRules`: the changes that go on for ever.
    pub(crate) fn get_transition_rules(self) -> Vec<ZoneOffsetTransitionRule> {
        let Self::Region(Region {
            rule: Some(rule), ..
        }) = self
        else {
            return Vec::new();
        };
        let standard = self.standard_offset();
        let daylight = ZoneOffset::of_zone_data(standard.seconds() + rule.savings / 1_000);
        let changes = rule.changes.iter();
        changes
            .map(|(forward, when)| {
                let (offset_before, offset_after) = match forward {
                    true => (standard, daylight),
                    false => (daylight, standard),
                };
                ZoneOffsetTransitionRule {
                    when,
                    standard_offset: standard,
                    offset_before,
                    offset_after,
                }
            })
            .collect()
    }

    /// `hashCode`
    pub(crate) fn hash_code(self) -> i32 {
        match self {
            Self::Fixed(_) => 1,
            Self::Region(region) => region.rules_hash,
        }
    }
}

impl ZoneOffsetTransition {
    /// How many seconds clocks go forward.
    pub(crate) fn seconds(self) -> i32 {
        self.offset_after.seconds() - self.offset_before.seconds()
    }
}

impl PartialEq for ZoneRules {
    /// Zones of several names share their rules.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fixed(one), Self::Fixed(other)) => one == other,
            (Self::Region(one), Self::Region(other)) => {
                one.rules_hash == other.rules_hash && one.listed == other.listed
            }
            _ => false,
        }
    }
}

impl Eq for ZoneRules {}

impl fmt::Display for ZoneRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "ZoneRules[currentStandardOffset={}]",
            self.standard_offset()
        )
    }
}

/// What the clocks do.
fn kind(before: ZoneOffset, after: ZoneOffset) -> &'static str {
    if after.seconds() > before.seconds() {
        "Gap"
    } else {
        "Overlap"
    }
}

impl fmt::Display for ZoneOffsetTransition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = (self.offset_before, self.offset_after);
        write!(f, "Transition[{} at ", kind(before, after))?;
        if let Ok(local) = LocalDateTime::of_epoch_second(self.epoch_second, 0, before) {
            write!(f, "{local}{before} to {after}")?;
        }
        f.write_str("]")
    }
}

impl fmt::Display for ZoneOffsetTransitionRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            when,
            standard_offset,
            offset_before,
            offset_after,
        } = self;
        let kind = kind(*offset_before, *offset_after);
        write!(
            f,
            "TransitionRule[{kind} {offset_before} to {offset_after}, "
        )?;
        write!(f, "{when}, standard offset {standard_offset}]")
    }
}
