//! Number formats as objects: what the three kinds have in common and where they differ.

use crate::java::args::{class_cast, null_pointer, throw};
use crate::java::format::arg::Arg;
use crate::java::format::choice_format::ChoiceFormat;
use crate::java::format::compact_format::CompactFormat;
use crate::java::format::decimal_format::{DecimalFormat, Number, ParsePosition, RoundingMode};
use crate::java::format::locale::Locale;
use crate::java::format::thrown::Thrown;
use crate::java::member::Call;
use crate::java::object::{Changeable, JavaObject, identity_text};
use crate::value::fault::Outcome;
use crate::value::{ClassId, Value};

/// The longest text of a format: one with more digits is known by its class alone.
const LONGEST: usize = 1 << 20;

/// A choice format with the settings of number formats, which it has but does not use.
#[derive(Clone)]
pub(super) struct Choice {
    pub(super) format: ChoiceFormat,
    pub(super) settings: DecimalFormat,
}

impl Choice {
    pub(super) fn new(format: ChoiceFormat) -> Result<Self, Thrown> {
        let mut settings = DecimalFormat::of_pattern("0", &Locale::english())?;
        settings.set_max_integer_digits(40);
        settings.set_max_fraction_digits(3);
        settings.set_grouping_used(true);
        Ok(Choice { format, settings })
    }
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.format == other.format
    }
}

/// A number format by its class.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Decimal(&'a Changeable<DecimalFormat>),
    Compact(&'a Changeable<CompactFormat>),
    Choice(&'a Changeable<Choice>),
}

impl<'a> Kind<'a> {
    /// `None` for values that are no number formats.
    pub(super) fn find(value: Value<'a>) -> Option<Self> {
        let Value::Object(object) = value else {
            return None;
        };
        None.or_else(|| object.downcast().map(Kind::Decimal))
            .or_else(|| object.downcast().map(Kind::Compact))
            .or_else(|| object.downcast().map(Kind::Choice))
    }

    pub(super) fn of(value: Value<'a>) -> Outcome<Self> {
        Kind::find(value).ok_or_else(|| class_cast(value, "java.text.NumberFormat"))
    }

    /// The limits of digits and the switches.
    pub(super) fn settings(self) -> DecimalFormat {
        match self {
            Kind::Decimal(format) => format.get(),
            Kind::Compact(format) => format.get().number().clone(),
            Kind::Choice(format) => format.get().settings,
        }
    }

    /// Changes a setting; compact formats have limits of their own.
    pub(super) fn set<T>(
        self,
        to: T,
        set: fn(&mut DecimalFormat, T),
        set_compact: fn(&mut CompactFormat, T),
    ) {
        match self {
            Kind::Decimal(format) => format.change(|format| set(format, to)),
            Kind::Compact(format) => format.change(|format| set_compact(format, to)),
            Kind::Choice(format) => format.change(|format| set(&mut format.settings, to)),
        }
    }

    /// Refuses what choice formats refuse.
    pub(super) fn unless_choice(self) -> Outcome<Self> {
        match self {
            Kind::Choice(_) => Err(unsupported("choice formats have no such setting")),
            other => Ok(other),
        }
    }

    /// The decimal format, for what no other kind can do.
    pub(super) fn decimal(self) -> Outcome<&'a Changeable<DecimalFormat>> {
        match self {
            Kind::Decimal(format) => Ok(format),
            _ => Err(unsupported("only decimal formats have a currency")),
        }
    }

    pub(super) fn format(self, arg: &Arg<'_>, room: usize) -> Result<String, Thrown> {
        match self {
            Kind::Decimal(format) => format.get().format(arg, room),
            Kind::Compact(format) => format.get().format(arg, room),
            Kind::Choice(format) => format.get().format.format(arg).map(str::to_owned),
        }
    }

    pub(super) fn parse(self, text: &str) -> Result<Option<Number>, Thrown> {
        match self {
            Kind::Decimal(format) => format.get().parse_text(text).map(Some),
            Kind::Compact(format) => format.get().parse_text(text),
            Kind::Choice(format) => {
                let mut position = ParsePosition::default();
                let number = format.get().format.parse(text, &mut position);
                match position.index {
                    0 => Err(Thrown::new(
                        "java.text.ParseException",
                        format!("`{text}` starts with none of the choices"),
                    )),
                    _ => Ok(Some(Number::Double(number))),
                }
            }
        }
    }
}

#[cold]
fn unsupported(message: &str) -> Box<crate::value::fault::Fault> {
    throw("UnsupportedOperationException", message)
}

/// A parsed number as a value.
pub(super) fn number<'a>(call: &Call<'a>, number: Option<Number>) -> Value<'a> {
    match number {
        None => Value::Null,
        Some(Number::Long(value)) => Value::Long(value),
        Some(Number::Double(value)) => Value::Double(value),
        Some(Number::Decimal(value)) => call.arena.big_dec(value),
    }
}

/// The rounding modes in the order of `java.math.RoundingMode`.
const MODES: [RoundingMode; 8] = [
    RoundingMode::Up,
    RoundingMode::Down,
    RoundingMode::Ceiling,
    RoundingMode::Floor,
    RoundingMode::HalfUp,
    RoundingMode::HalfDown,
    RoundingMode::HalfEven,
    RoundingMode::Unnecessary,
];

pub(super) fn rounding_mode(ordinal: usize) -> Outcome<RoundingMode> {
    MODES.get(ordinal).copied().ok_or_else(null_pointer)
}

pub(super) fn rounding_ordinal(mode: RoundingMode) -> i32 {
    MODES
        .iter()
        .position(|known| *known == mode)
        .map_or(0, |at| at as i32)
}

impl JavaObject for DecimalFormat {
    fn java_class(&self) -> ClassId {
        ClassId::DECIMAL_FORMAT
    }

    fn java_text(&self) -> String {
        self.text(LONGEST)
            .unwrap_or_else(|_| identity_text(self.java_class()))
    }

    fn java_hash(&self) -> i32 {
        self.hash_code()
    }
}

impl JavaObject for CompactFormat {
    fn java_class(&self) -> ClassId {
        const { ClassId::named("java.text.CompactNumberFormat") }
    }

    fn java_text(&self) -> String {
        self.text()
    }

    fn java_hash(&self) -> i32 {
        self.number().hash_code()
    }
}

impl JavaObject for Choice {
    fn java_class(&self) -> ClassId {
        const { ClassId::named("java.text.ChoiceFormat") }
    }

    fn java_text(&self) -> String {
        self.format.text()
    }

    fn java_hash(&self) -> i32 {
        self.format.hash_code()
    }
}
