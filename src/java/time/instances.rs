//! Dates, times and identifiers as objects of expressions.

use super::date::Date;
use super::duration::Duration;
use super::instant::Instant;
use super::local_date::LocalDate;
use super::local_date_time::LocalDateTime;
use super::local_time::LocalTime;
use super::offset_date_time::OffsetDateTime;
use super::offset_time::OffsetTime;
use super::period::Period;
use super::time_zone::TimeZone;
use super::zoned::ZonedDateTime;
use crate::value::{ClassId, Instance};

/// An object that is a plain value: `text`, `hash` and `order` (of a value and another of its type) are all it has.
macro_rules! instance {
    ($type:ty, $class:ident, text: $text:expr, hash: $hash:expr, order: $order:expr) => {
        impl Instance for $type {
            fn class(&self) -> ClassId {
                ClassId::$class
            }

            fn text(&self) -> String {
                let text: fn(&$type) -> String = $text;
                text(self)
            }

            fn equals(&self, other: &dyn Instance) -> bool {
                other.downcast::<$type>() == Some(self)
            }

            fn hash_code(&self) -> i32 {
                let hash: fn(&$type) -> i32 = $hash;
                hash(self)
            }

            fn compare(&self, other: &dyn Instance) -> Option<i32> {
                let order: fn(&$type, &$type) -> Option<i32> = $order;
                order(self, other.downcast::<$type>()?)
            }

            fn boxed(&self) -> Box<dyn Instance> {
                Box::new(*self)
            }
        }
    };
}

/// A type whose methods are named as Java's.
macro_rules! comparable {
    ($($type:ty = $class:ident),* $(,)?) => {
        $(instance!(
            $type, $class,
            text: ToString::to_string,
            hash: |value| (*value).hash_code(),
            order: |value, other| Some(value.compare_to(*other))
        );)*
    };
}

comparable! {
    LocalDate = LOCAL_DATE,
    LocalTime = LOCAL_TIME,
    LocalDateTime = LOCAL_DATE_TIME,
    ZonedDateTime = ZONED_DATE_TIME,
    OffsetDateTime = OFFSET_DATE_TIME,
    OffsetTime = OFFSET_TIME,
    Instant = INSTANT,
    Duration = DURATION,
}

instance!(Date, DATE, text: |date| date.to_text(TimeZone::get_time_zone("UTC")), hash: |date| (*date).hash_code(), order: |date, other| Some(date.compare_to(*other)));
instance!(Period, PERIOD, text: ToString::to_string, hash: |period| (*period).hash_code(), order: |_, _| None);
