//! Conversions of single values: numbers, texts, characters, constants, objects.

use super::route::Scalar;
use super::{Converted, Converter, Failure, no_converter, refused, rejected, trimmed};
use crate::diagnostic::Code;
use crate::value::enum_constant::EnumConstant;
use crate::value::fault::Fault;
use crate::value::number::spring::{convert_number, parse_number};
use crate::value::number::{NumberKind, NumberRef};
use crate::value::text::Text;
use crate::value::thrown::{Thrown, shortened};
use crate::value::{ClassId, ClassRef, Value, numeric, print};

/// Words that are booleans, in lower case.
const WORDS: [(&str, bool); 8] = [
    ("true", true),
    ("false", false),
    ("on", true),
    ("off", false),
    ("yes", true),
    ("no", false),
    ("1", true),
    ("0", false),
];

/// Objects that an empty text does not make; others try, and fail.
const EMPTY_IS_NULL: [ClassId; 3] = [ClassId::LOCALE, ClassId::PATTERN, ClassId::UUID];

const NUMBERS: [(ClassId, NumberKind); 9] = [
    (ClassId::BYTE, NumberKind::Byte),
    (ClassId::SHORT, NumberKind::Short),
    (ClassId::INTEGER, NumberKind::Int),
    (ClassId::LONG, NumberKind::Long),
    (ClassId::FLOAT, NumberKind::Float),
    (ClassId::DOUBLE, NumberKind::Double),
    (ClassId::BIG_INTEGER, NumberKind::BigInteger),
    (ClassId::BIG_DECIMAL, NumberKind::BigDecimal),
    (ClassId::NUMBER, NumberKind::Any),
];

impl<'a> Converter<'a> {
    pub(super) fn scalar(self, value: Value<'a>, to: ClassRef, route: Scalar) -> Converted<'a> {
        let text = value.as_text().unwrap_or(Text::EMPTY);
        match route {
            Scalar::Print => self.print(value),
            Scalar::Number => match value.operand() {
                Some(operand) => self.number(value, operand.number(), to),
                None => Err(no_converter(value, to)),
            },
            Scalar::CharacterCode => self.number(value, NumberRef::Short(code(value) as i16), to),
            Scalar::ParseNumber => self.parse_number(value, text, to),
            Scalar::Character => Ok(Value::Char(low_bits(value))),
            Scalar::ParseCharacter => {
                parse_character(text).map_err(|cause| rejected(value, to, cause))
            }
            Scalar::ParseBoolean => parse_boolean(text).map_err(|cause| rejected(value, to, cause)),
            Scalar::ParseConstant => self.parse_constant(value, text, to),
            Scalar::Constant => self.constant_at(value, to),
            Scalar::Ordinal => match value.instance::<EnumConstant>() {
                Some(constant) => Ok(Value::Int(constant.ordinal)),
                None => Err(not_available(value, to)),
            },
            Scalar::Object => self.object(value, to),
        }
    }

    /// The text of a value. A constant gives its name, which is not always what it prints.
    fn print(self, value: Value<'a>) -> Converted<'a> {
        match value.instance::<EnumConstant>() {
            Some(constant) => Ok(Value::Str(constant.name)),
            None => Ok(print::string(value, self.arena)?),
        }
    }

    fn number(self, value: Value<'a>, number: NumberRef<'_>, to: ClassRef) -> Converted<'a> {
        let max_digits = self.arena.limits().big_number_digits;
        let kind = kind(to).map_err(|cause| rejected(value, to, cause))?;
        let converted = convert_number(number, kind, max_digits);
        Ok(numeric::keep(
            converted.map_err(|failure| refused(value, to, failure))?,
            self.arena,
        )?)
    }

    fn parse_number(self, value: Value<'a>, text: Text<'_>, to: ClassRef) -> Converted<'a> {
        if text.is_empty() {
            return Ok(Value::Null);
        }
        let max_digits = self.arena.limits().big_number_digits;
        let kind = kind(to).map_err(|cause| rejected(value, to, cause))?;
        match parse_number(text, kind, max_digits) {
            Ok(Some(number)) => Ok(numeric::keep(number, self.arena)?),
            Ok(None) => Ok(Value::Null),
            Err(failure) => Err(refused(value, to, failure)),
        }
    }

    fn parse_constant(self, value: Value<'a>, text: Text<'_>, to: ClassRef) -> Converted<'a> {
        if text.is_empty() {
            return Ok(Value::Null);
        }
        let name = trimmed(text);
        let is_named = |constant: &&EnumConstant| Text::Utf8(constant.name) == name.as_text();
        match self.constants(value, to)?.iter().find(is_named) {
            Some(constant) => Ok(Value::Object(constant)),
            None => {
                let name = shortened(&name.as_text().to_string_lossy());
                let message = format!("{to} has no constant `{name}`");
                Err(rejected(value, to, Thrown::illegal_argument(message)))
            }
        }
    }

    fn constant_at(self, value: Value<'a>, to: ClassRef) -> Converted<'a> {
        let constants = self.constants(value, to)?;
        let at = value
            .operand()
            .map_or(-1, |operand| operand.number().int_value());
        match usize::try_from(at).ok().and_then(|at| constants.get(at)) {
            Some(constant) => Ok(Value::Object(constant)),
            None => {
                let len = constants.len();
                let message = format!("{to} has {len} constants, so there is none at {at}");
                let cause = Thrown::new("ArrayIndexOutOfBoundsException", message);
                Err(rejected(value, to, cause))
            }
        }
    }

    fn constants(
        self,
        value: Value<'a>,
        to: ClassRef,
    ) -> Result<&'static [EnumConstant], Box<Failure>> {
        let constants = self.objects.constants(to.id);
        constants.ok_or_else(|| not_available(value, to))
    }

    fn object(self, value: Value<'a>, to: ClassRef) -> Converted<'a> {
        if value.as_text().is_some_and(Text::is_empty) && EMPTY_IS_NULL.contains(&to.id) {
            return Ok(Value::Null);
        }
        match self.objects.object(value, to.id, self.arena) {
            Some(Ok(object)) => Ok(object),
            Some(Err(fault)) if fault.code().is_some() => Err(fault.into()),
            Some(Err(fault)) => Err(rejected(value, to, fault.thrown())),
            None => Err(not_available(value, to)),
        }
    }
}

/// The reference converts here, and this engine cannot.
#[cold]
pub(super) fn not_available(value: Value<'_>, to: ClassRef) -> Box<Failure> {
    let message = format!(
        "the conversion of {} to {to} is not available in this engine",
        value.class_name()
    );
    Box::new(Failure::Limit(Fault::el(Code::NOT_AVAILABLE, message)))
}

/// The kind of number of a class; the reference has converters for other numbers, and they refuse every value.
fn kind(to: ClassRef) -> Result<NumberKind, Thrown> {
    let class = to.id.boxed();
    let known = NUMBERS.iter().find(|(number, _)| *number == class);
    known.map(|(_, kind)| *kind).ok_or_else(|| {
        let message = format!(
            "{} is no type of number that values convert to",
            class.name()
        );
        Thrown::illegal_argument(message)
    })
}

fn code(value: Value<'_>) -> u16 {
    match value {
        Value::Char(unit) => unit,
        _ => 0,
    }
}

/// `(char) number.shortValue()`
fn low_bits(value: Value<'_>) -> u16 {
    value
        .operand()
        .map_or(0, |operand| operand.number().short_value() as u16)
}

fn parse_boolean<'a>(text: Text<'_>) -> Result<Value<'a>, Thrown> {
    let word = trimmed(text).as_text().to_string_lossy().to_lowercase();
    match WORDS.iter().find(|(known, _)| *known == word) {
        Some((_, value)) => Ok(Value::Bool(*value)),
        None if word.is_empty() => Ok(Value::Null),
        None => {
            let text = shortened(&text.to_string_lossy());
            Err(Thrown::illegal_argument(format!(
                "`{text}` is neither true nor false"
            )))
        }
    }
}

fn parse_character<'a>(text: Text<'_>) -> Result<Value<'a>, Thrown> {
    match (text.len_units(), text.unit_at(0)) {
        (1, Some(unit)) => Ok(Value::Char(unit)),
        (0, _) => Ok(Value::Null),
        (len, _) => {
            let message = format!("a text of {len} characters is no single character");
            Err(Thrown::illegal_argument(message))
        }
    }
}
