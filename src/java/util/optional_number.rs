//! `java.util.OptionalInt`, `OptionalDouble` and `IntSummaryStatistics`: what streams of numbers come to.

use super::collection::no_element;
use crate::java::args::{class_cast, give, ok, print_within};
use crate::java::member::{Members, p};
use crate::java::object::JavaObject;
use crate::java::signature::{BOOL, DOUBLE, INT, LONG, STRING, class};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value, equality};

pub(super) const OPTIONAL_INT: ClassRef = class("java.util.OptionalInt");
pub(super) const OPTIONAL_DOUBLE: ClassRef = class("java.util.OptionalDouble");
pub(super) const SUMMARY: ClassRef = class("java.util.IntSummaryStatistics");

#[rustfmt::skip]
pub(in crate::java) static INTS: Members = Members::of(OPTIONAL_INT.id).methods(&[
    p("isPresent", BOOL, |_, t, _| ok(int(t)?.is_some()), "whether there is a number"),
    p("isEmpty", BOOL, |_, t, _| ok(int(t)?.is_none()), "whether there is no number"),
    p("getAsInt", INT, |_, t, _| int(t)?.map_or_else(|| Err(no_element()), ok), "the number"),
    p("orElseThrow", INT, |_, t, _| int(t)?.map_or_else(|| Err(no_element()), ok), "the number"),
    p("hashCode", INT, |_, t, _| ok(OptionalNumber::Int(int(t)?).java_hash()), "the hash code of the number"),
    p("toString", STRING, |c, t, _| give(c, OptionalNumber::Int(int(t)?).java_text()), "the number as text"),
]);

#[rustfmt::skip]
pub(in crate::java) static DOUBLES: Members = Members::of(OPTIONAL_DOUBLE.id).methods(&[
    p("isPresent", BOOL, |_, t, _| ok(double(t)?.is_some()), "whether there is a number"),
    p("isEmpty", BOOL, |_, t, _| ok(double(t)?.is_none()), "whether there is no number"),
    p("getAsDouble", DOUBLE, |_, t, _| double(t)?.map_or_else(|| Err(no_element()), ok), "the number"),
    p("orElseThrow", DOUBLE, |_, t, _| double(t)?.map_or_else(|| Err(no_element()), ok), "the number"),
    p("hashCode", INT, |_, t, _| ok(OptionalNumber::Double(double(t)?).java_hash()), "the hash code of the number"),
    p("toString", STRING, |c, t, _| give(c, OptionalNumber::Double(double(t)?).java_text()), "the number as text"),
]);

#[rustfmt::skip]
pub(in crate::java) static SUMMARIES: Members = Members::of(SUMMARY.id).methods(&[
    p("getCount", LONG, |_, t, _| ok(summary(t)?.count), "how many numbers there are"),
    p("getSum", LONG, |_, t, _| ok(summary(t)?.sum), "the sum"),
    p("getMin", INT, |_, t, _| ok(summary(t)?.min), "the least number"),
    p("getMax", INT, |_, t, _| ok(summary(t)?.max), "the greatest number"),
    p("getAverage", DOUBLE, |_, t, _| ok(summary(t)?.average()), "the mean, 0 without numbers"),
    p("toString", STRING, |c, t, _| give(c, summary(t)?.java_text()), "all of it as text"),
]);

/// A number that may be missing.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum OptionalNumber {
    Int(Option<i32>),
    Double(Option<f64>),
}

impl JavaObject for OptionalNumber {
    fn java_class(&self) -> ClassId {
        match self {
            OptionalNumber::Int(_) => OPTIONAL_INT.id,
            OptionalNumber::Double(_) => OPTIONAL_DOUBLE.id,
        }
    }

    fn java_text(&self) -> String {
        let (class, number) = match self {
            OptionalNumber::Int(number) => ("OptionalInt", number.map(|number| number.to_string())),
            OptionalNumber::Double(number) => ("OptionalDouble", number.map(shown)),
        };
        number.map_or_else(
            || format!("{class}.empty"),
            |number| format!("{class}[{number}]"),
        )
    }

    fn java_hash(&self) -> i32 {
        match self {
            OptionalNumber::Int(number) => number.unwrap_or(0),
            OptionalNumber::Double(number) => {
                number.map_or(0, |number| equality::hash_code(Value::Double(number)))
            }
        }
    }
}

/// What is known of some numbers.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Summary {
    count: i64,
    sum: i64,
    min: i32,
    max: i32,
}

impl Summary {
    pub(super) fn of(numbers: &[i32]) -> Self {
        Summary {
            count: numbers.len() as i64,
            sum: sum(numbers),
            min: numbers.iter().copied().min().unwrap_or(i32::MAX),
            max: numbers.iter().copied().max().unwrap_or(i32::MIN),
        }
    }

    fn average(self) -> f64 {
        if self.count == 0 {
            0.0
        } else {
            self.sum as f64 / self.count as f64
        }
    }
}

impl JavaObject for Summary {
    fn java_class(&self) -> ClassId {
        SUMMARY.id
    }

    fn java_text(&self) -> String {
        let Summary {
            count,
            sum,
            min,
            max,
        } = self;
        let average = self.average();
        format!(
            "IntSummaryStatistics{{count={count}, sum={sum}, min={min}, average={average:.6}, max={max}}}"
        )
    }

    fn java_hash(&self) -> i32 {
        crate::java::object::identity_hash(SUMMARY.id)
    }
}

fn sum(numbers: &[i32]) -> i64 {
    numbers.iter().map(|number| i64::from(*number)).sum()
}

/// The mean, if there is a number.
pub(super) fn average(numbers: &[i32]) -> Option<f64> {
    (!numbers.is_empty()).then(|| sum(numbers) as f64 / numbers.len() as f64)
}

fn int(this: Value<'_>) -> Outcome<Option<i32>> {
    match this.instance() {
        Some(OptionalNumber::Int(number)) => Ok(*number),
        _ => Err(class_cast(this, OPTIONAL_INT.id.name())),
    }
}

fn double(this: Value<'_>) -> Outcome<Option<f64>> {
    match this.instance() {
        Some(OptionalNumber::Double(number)) => Ok(*number),
        _ => Err(class_cast(this, OPTIONAL_DOUBLE.id.name())),
    }
}

fn summary(this: Value<'_>) -> Outcome<Summary> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, SUMMARY.id.name()))
}

fn shown(number: f64) -> String {
    print_within(Value::Double(number), 64).unwrap_or_default()
}
