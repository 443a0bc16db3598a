//! Conversions between Java types.

use super::thrown::Failure;
use super::{Arena, ClassRef, Value};

/// Whether a value of class `from` may be converted to `to`, by the classes alone.
pub(crate) fn can_convert(_from: Option<ClassRef>, _to: ClassRef) -> bool {
    todo!()
}

/// The value converted to a class.
pub(crate) fn convert<'a>(
    _value: Value<'a>,
    _to: ClassRef,
    _arena: &'a Arena,
) -> Result<Value<'a>, Box<Failure>> {
    todo!()
}
