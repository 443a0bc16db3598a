//! `java.math.MathContext`, and rounding modes as arguments.

use crate::java::args::{arg, class_cast, give, instance, ok};
use crate::java::enums;
use crate::java::member::{Call, Members, f, p};
use crate::java::object::{JavaObject, identity_hash};
use crate::java::signature::{INT, STRING};
use crate::value::fault::Outcome;
use crate::value::number::decimal::{MathContext, RoundingMode};
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Value};

const ROUNDING_MODE: ClassRef = ClassRef::of(ClassId::ROUNDING_MODE);

#[rustfmt::skip]
pub(super) static MEMBERS: Members = Members::of(ClassId::MATH_CONTEXT).methods(&[
    p("getPrecision", INT, |_, t, _| ok(this(t)?.precision() as i32), "the digits that a result keeps"),
    p("getRoundingMode", ROUNDING_MODE, |c, t, _| Ok(enums::at(c, ClassId::ROUNDING_MODE, this(t)?.mode as i32)), "how the rest is rounded away"),
    p("hashCode", INT, |_, t, _| ok(this(t)?.java_hash()), "a number that equal contexts share"),
    p("toString", STRING, |c, t, _| give(c, this(t)?.to_string()), "precision and rounding mode"),
]).fields(&[
    f("UNLIMITED", |c, _, _| Ok(c.arena.object(MathContext::UNLIMITED)), "all digits"),
    f("DECIMAL32", |c, _, _| Ok(c.arena.object(MathContext::DECIMAL32)), "7 digits"),
    f("DECIMAL64", |c, _, _| Ok(c.arena.object(MathContext::DECIMAL64)), "16 digits"),
    f("DECIMAL128", |c, _, _| Ok(c.arena.object(MathContext::DECIMAL128)), "34 digits"),
]);

impl JavaObject for MathContext {
    fn java_class(&self) -> ClassId {
        ClassId::MATH_CONTEXT
    }

    fn java_text(&self) -> String {
        self.to_string()
    }

    fn java_hash(&self) -> i32 {
        let mode = identity_hash(ClassId::ROUNDING_MODE).wrapping_add(self.mode as i32);
        mode.wrapping_mul(59).wrapping_add(self.precision() as i32)
    }
}

fn this(this: Value<'_>) -> Outcome<MathContext> {
    this.instance()
        .copied()
        .ok_or_else(|| class_cast(this, "java.math.MathContext"))
}

pub(super) fn context(args: &[Value<'_>], at: usize) -> Outcome<MathContext> {
    instance::<MathContext>(args, at, "java.math.MathContext").copied()
}

/// A rounding mode as constant or as the number that stood for it once.
pub(in crate::java) fn mode(args: &[Value<'_>], at: usize) -> Outcome<RoundingMode> {
    match arg(args, at) {
        Value::Int(ordinal) => Ok(RoundingMode::of_ordinal(ordinal)?),
        _ => Ok(RoundingMode::of_ordinal(enums::ordinal(args, at)? as i32)?),
    }
}

/// `new MathContext(String)`: the text that a context prints.
pub(in crate::java) fn context_of_text<'a>(call: &Call<'a>, text: &str) -> Outcome<Value<'a>> {
    let parts = text
        .strip_prefix("precision=")
        .and_then(|rest| rest.split_once(" roundingMode="));
    let parsed = parts.and_then(|(precision, mode)| {
        Some((precision.parse().ok()?, RoundingMode::of_name(mode)?))
    });
    let (precision, mode) =
        parsed.ok_or_else(|| Thrown::illegal_argument(format!("`{text}` is no math context")))?;
    Ok(call.arena.object(MathContext::new(precision, mode)?))
}
