//! Java's numbers: their text forms, their parsing and their arithmetic.

pub(crate) mod big_integer;
pub(crate) mod bits;
pub(crate) mod cast;
pub(crate) mod decimal;
pub(crate) mod digit;
pub(crate) mod float_parse;
pub(crate) mod float_text;
pub(crate) mod integer_parse;
pub(crate) mod integer_text;
pub(crate) mod math;
pub(crate) mod operator;
pub(crate) mod order;
pub(crate) mod prime;
pub(crate) mod spring;

use std::borrow::Cow;
use std::fmt;

use bigdecimal::num_bigint::BigInt;

use self::decimal::Decimal;
use self::float_text::{double_text, float_text};
use crate::value::thrown::Thrown;

/// One of Java's numbers, owned: what an operation answers.
#[derive(Clone, Debug)]
pub(crate) enum Number {
    Byte(i8),
    Short(i16),
    Int(i32),
    Long(i64),
    Float(f32),
    Double(f64),
    BigInteger(BigInt),
    BigDecimal(Decimal),
}

/// One of Java's numbers, borrowed where it is large: what an operation takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NumberRef<'a> {
    Byte(i8),
    Short(i16),
    Int(i32),
    Long(i64),
    Float(f32),
    Double(f64),
    BigInteger(&'a BigInt),
    BigDecimal(&'a Decimal),
}

/// The classes of numbers, and their common one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NumberKind {
    Byte,
    Short,
    Int,
    Long,
    Float,
    Double,
    BigInteger,
    BigDecimal,
    /// `java.lang.Number` itself.
    Any,
}

impl Number {
    pub(crate) const fn as_ref(&self) -> NumberRef<'_> {
        match self {
            Self::Byte(value) => NumberRef::Byte(*value),
            Self::Short(value) => NumberRef::Short(*value),
            Self::Int(value) => NumberRef::Int(*value),
            Self::Long(value) => NumberRef::Long(*value),
            Self::Float(value) => NumberRef::Float(*value),
            Self::Double(value) => NumberRef::Double(*value),
            Self::BigInteger(value) => NumberRef::BigInteger(value),
            Self::BigDecimal(value) => NumberRef::BigDecimal(value),
        }
    }
}

impl<'a> NumberRef<'a> {
    pub(crate) const fn kind(self) -> NumberKind {
        match self {
            Self::Byte(_) => NumberKind::Byte,
            Self::Short(_) => NumberKind::Short,
            Self::Int(_) => NumberKind::Int,
            Self::Long(_) => NumberKind::Long,
            Self::Float(_) => NumberKind::Float,
            Self::Double(_) => NumberKind::Double,
            Self::BigInteger(_) => NumberKind::BigInteger,
            Self::BigDecimal(_) => NumberKind::BigDecimal,
        }
    }

    pub(crate) fn to_owned(self) -> Number {
        match self {
            Self::Byte(value) => Number::Byte(value),
            Self::Short(value) => Number::Short(value),
            Self::Int(value) => Number::Int(value),
            Self::Long(value) => Number::Long(value),
            Self::Float(value) => Number::Float(value),
            Self::Double(value) => Number::Double(value),
            Self::BigInteger(value) => Number::BigInteger(value.clone()),
            Self::BigDecimal(value) => Number::BigDecimal(value.clone()),
        }
    }

    /// `Number.longValue`.
    pub(crate) fn long_value(self) -> i64 {
        match self {
            Self::Byte(value) => i64::from(value),
            Self::Short(value) => i64::from(value),
            Self::Int(value) => i64::from(value),
            Self::Long(value) => value,
            Self::Float(value) => value as i64,
            Self::Double(value) => value as i64,
            Self::BigInteger(value) => big_integer::long_value(value),
            Self::BigDecimal(value) => value.long_value(),
        }
    }

    /// `Number.intValue`.
    pub(crate) fn int_value(self) -> i32 {
        match self {
            Self::Float(value) => value as i32,
            Self::Double(value) => value as i32,
            _ => self.long_value() as i32,
        }
    }

    /// `Number.shortValue`.
    pub(crate) fn short_value(self) -> i16 {
        self.int_value() as i16
    }

    /// `Number.byteValue`.
    pub(crate) fn byte_value(self) -> i8 {
        self.int_value() as i8
    }

    /// `Number.doubleValue`.
    pub(crate) fn double_value(self) -> f64 {
        match self {
            Self::Float(value) => f64::from(value),
            Self::Double(value) => value,
            Self::BigInteger(value) => big_integer::double_value(value),
            Self::BigDecimal(value) => value.double_value(),
            _ => self.long_value() as f64,
        }
    }

    /// `Number.floatValue`.
    pub(crate) fn float_value(self) -> f32 {
        match self {
            Self::Float(value) => value,
            Self::Double(value) => value as f32,
            Self::BigInteger(value) => big_integer::float_value(value),
            Self::BigDecimal(value) => value.float_value(),
            _ => self.long_value() as f32,
        }
    }

    /// The decimal number that the text of this number shows; NaN and infinity show none.
    pub(crate) fn to_decimal(self) -> Result<Cow<'a, Decimal>, Thrown> {
        Ok(match self {
            Self::BigDecimal(value) => Cow::Borrowed(value),
            Self::BigInteger(value) => Cow::Owned(Decimal::from(value.clone())),
            Self::Double(value) => Cow::Owned(Decimal::of_number_text(&double_text(value))?),
            Self::Float(value) => Cow::Owned(Decimal::of_number_text(&float_text(value))?),
            _ => Cow::Owned(Decimal::from(self.long_value())),
        })
    }

    /// `hashCode` of the number.
    pub(crate) fn hash_code(self) -> i32 {
        match self {
            Self::Long(value) => bits::long_hash(value),
            Self::Float(value) => bits::float_hash(value),
            Self::Double(value) => bits::double_hash(value),
            Self::BigInteger(value) => big_integer::hash_code(value),
            Self::BigDecimal(value) => value.hash_code(),
            _ => self.int_value(),
        }
    }

    /// `equals`: the same class and the same value.
    pub(crate) fn equals(self, other: NumberRef<'_>) -> bool {
        match (self, other) {
            (Self::Float(a), NumberRef::Float(b)) => order::equal_floats(a, b),
            (Self::Double(a), NumberRef::Double(b)) => order::equal_doubles(a, b),
            (Self::BigInteger(a), NumberRef::BigInteger(b)) => a == b,
            (Self::BigDecimal(a), NumberRef::BigDecimal(b)) => a == b,
            _ => self.kind() == other.kind() && self.long_value() == other.long_value(),
        }
    }
}

impl fmt::Display for NumberRef<'_> {
    /// `toString` of the number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Float(value) => float_text(*value).fmt(f),
            Self::Double(value) => double_text(*value).fmt(f),
            Self::BigInteger(value) => value.fmt(f),
            Self::BigDecimal(value) => value.fmt(f),
            _ => self.long_value().fmt(f),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_ref().fmt(f)
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
use tests::number;
