//! Dates, times and amounts as objects of expressions.

use super::duration::Duration;
use super::instant::Instant;
use super::local_date::LocalDate;
use super::local_date_time::LocalDateTime;
use super::local_time::LocalTime;
use super::offset_date_time::OffsetDateTime;
use super::offset_time::OffsetTime;
use super::partial::{MonthDay, Year, YearMonth};
use super::period::Period;
use super::range::ValueRange;
use super::time_zone::TimeZone;
use super::zone::ZoneId;
use super::zoned::ZonedDateTime;
use crate::java::object::JavaObject;
use crate::value::ClassId;

/// Types that print through `Display` and hash by their own method; those with `ordered` compare by it too.
macro_rules! objects {
    (@order ordered, $one:ident, $other:ident) => { Some((*$one).compare_to(*$other)) };
    (@order plain, $one:ident, $other:ident) => { None };
    ($($type:ty = $class:ident, $order:ident;)*) => {$(
        impl JavaObject for $type {
            fn java_class(&self) -> ClassId {
                ClassId::$class
            }

            fn java_text(&self) -> String {
                self.to_string()
            }

            fn java_hash(&self) -> i32 {
                (*self).hash_code()
            }

            fn java_order(&self, _other: &Self) -> Option<i32> {
                objects!(@order $order, self, _other)
            }
        }
    )*};
}

objects! {
    LocalDate = LOCAL_DATE, ordered;
    LocalTime = LOCAL_TIME, ordered;
    LocalDateTime = LOCAL_DATE_TIME, ordered;
    ZonedDateTime = ZONED_DATE_TIME, ordered;
    OffsetDateTime = OFFSET_DATE_TIME, ordered;
    OffsetTime = OFFSET_TIME, ordered;
    Instant = INSTANT, ordered;
    Duration = DURATION, ordered;
    Year = YEAR, ordered;
    YearMonth = YEAR_MONTH, ordered;
    MonthDay = MONTH_DAY, ordered;
    Period = PERIOD, plain;
    ValueRange = VALUE_RANGE, plain;
}

impl JavaObject for ZoneId {
    fn java_class(&self) -> ClassId {
        match self {
            ZoneId::Offset(_) => ClassId::ZONE_OFFSET,
            _ => ClassId::ZONE_REGION,
        }
    }

    fn java_text(&self) -> String {
        self.get_id()
    }

    fn java_hash(&self) -> i32 {
        (*self).hash_code()
    }

    fn java_order(&self, other: &Self) -> Option<i32> {
        match (self, other) {
            (ZoneId::Offset(one), ZoneId::Offset(other)) => Some((*one).compare_to(*other)),
            _ => None,
        }
    }
}

impl JavaObject for TimeZone {
    fn java_class(&self) -> ClassId {
        ClassId::ZONE_INFO
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        (*self).hash_code()
    }
}
