//! Conversions that only the classes themselves know: a constructor, a static `valueOf`, `of` or `from`, a method `toX`.
//!
//! Which pairs of classes have one stands here, as it decides overloads. What it does is the business of the room that
//! knows the classes, which lends it to a converter as [`ObjectConversions`].

use crate::value::enum_constant::EnumConstant;
use crate::value::fault::Outcome;
use crate::value::{Arena, ClassId, ClassRef, Value};

/// What the room of the Java classes can make of a value.
pub(crate) trait ObjectConversions {
    /// The value as an object of class `to`; nothing when this engine lacks the conversion. Only asked for pairs of
    /// classes that have one in Java.
    fn object<'a>(
        &'a self,
        value: Value<'a>,
        to: ClassId,
        arena: &'a Arena,
    ) -> Option<Outcome<Value<'a>>>;

    /// The constants of an enum in the order of their declaration; nothing when this engine lacks the enum.
    fn constants(&self, class: ClassId) -> Option<&'static [EnumConstant]>;
}

/// An engine without Java classes.
pub(crate) struct NoObjects;

impl ObjectConversions for NoObjects {
    fn object<'a>(&self, _: Value<'a>, _: ClassId, _: &'a Arena) -> Option<Outcome<Value<'a>>> {
        None
    }

    fn constants(&self, _: ClassId) -> Option<&'static [EnumConstant]> {
        None
    }
}

/// Classes that a text converts to, and that convert to a text for that very reason.
const FROM_TEXT: [ClassId; 20] = [
    ClassId::CHARSET,
    ClassId::CHOICE_FORMAT,
    ClassId::CHRONOLOGY,
    ClassId::CURRENCY,
    ClassId::DATE,
    ClassId::DECIMAL_FORMAT,
    ClassId::named("java.io.File"),
    ClassId::LOCALE,
    ClassId::MATH_CONTEXT,
    ClassId::MESSAGE_FORMAT,
    ClassId::PATTERN,
    ClassId::SIMPLE_DATE_FORMAT,
    ClassId::STRING_BUILDER,
    ClassId::named("java.lang.StringBuffer"),
    ClassId::THREAD,
    ClassId::named("java.net.URI"),
    ClassId::UUID,
    ClassId::ZONE_ID,
    ClassId::ZONE_OFFSET,
    ClassId::ZONE_REGION,
];

/// Classes whose subclasses convert to text as well.
const WITH_SUBCLASSES: [ClassId; 2] = [ClassId::CHAR_SEQUENCE, ClassId::CHARSET];

/// Other pairs: from, to.
const PAIRS: [(ClassId, ClassId); 22] = [
    (ClassId::DATE, ClassId::INSTANT),
    (ClassId::DATE_TIME_FORMATTER, ClassId::FORMAT),
    (ClassId::GREGORIAN_CALENDAR, ClassId::INSTANT),
    (ClassId::GREGORIAN_CALENDAR, ClassId::ZONED_DATE_TIME),
    (ClassId::INSTANT, ClassId::DATE),
    (ClassId::LOCALE, ClassId::DECIMAL_STYLE),
    (ClassId::LOCALE, ClassId::GREGORIAN_CALENDAR),
    (ClassId::LOCAL_DATE_TIME, ClassId::LOCAL_DATE),
    (ClassId::LOCAL_DATE_TIME, ClassId::LOCAL_TIME),
    (ClassId::OFFSET_DATE_TIME, ClassId::INSTANT),
    (ClassId::OFFSET_DATE_TIME, ClassId::LOCAL_DATE),
    (ClassId::OFFSET_DATE_TIME, ClassId::LOCAL_DATE_TIME),
    (ClassId::OFFSET_DATE_TIME, ClassId::LOCAL_TIME),
    (ClassId::OFFSET_DATE_TIME, ClassId::OFFSET_TIME),
    (ClassId::OFFSET_DATE_TIME, ClassId::ZONED_DATE_TIME),
    (ClassId::OFFSET_TIME, ClassId::LOCAL_TIME),
    (ClassId::STRING, ClassId::TIME_ZONE),
    (ClassId::ZONED_DATE_TIME, ClassId::INSTANT),
    (ClassId::ZONED_DATE_TIME, ClassId::LOCAL_DATE),
    (ClassId::ZONED_DATE_TIME, ClassId::LOCAL_DATE_TIME),
    (ClassId::ZONED_DATE_TIME, ClassId::LOCAL_TIME),
    (ClassId::ZONED_DATE_TIME, ClassId::OFFSET_DATE_TIME),
];

/// Pairs that hold for subclasses of the first class.
const WIDE_PAIRS: [(ClassId, ClassId); 3] = [
    (ClassId::TIME_ZONE, ClassId::ZONE_ID),
    (ClassId::ZONE_ID, ClassId::TIME_ZONE),
    (ClassId::ZONED_DATE_TIME, ClassId::CALENDAR),
];

/// Whether objects of the class convert to `String`.
pub(super) fn has_text(from: ClassRef) -> bool {
    !from.is_array()
        && (FROM_TEXT.contains(&from.id)
            || WITH_SUBCLASSES.iter().any(|class| from.id.is_a(*class)))
}

/// Whether a member of either class converts the one to the other.
pub(super) fn is_pair(from: ClassRef, to: ClassRef) -> bool {
    if from.is_array() || to.is_array() {
        return false;
    }
    let pair = (from.id, to.id);
    let within = |(wide, exact): &(ClassId, ClassId)| from.id.is_a(*wide) && to.id == *exact;
    match from.id {
        ClassId::STRING if FROM_TEXT.contains(&to.id) => true,
        _ => PAIRS.contains(&pair) || WIDE_PAIRS.iter().any(within),
    }
}
