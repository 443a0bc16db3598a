//! `java.math.BigDecimal`.
//!
//! Its many private methods stand here because a call can mean one of them, which then fails: `add(1, 2)` does.

use super::context::{context, mode};
use crate::java::args::{
    arg, array, double, int, long, object, ok, printed, room, text, throw, to_big_decimal,
    to_big_int, units,
};
use crate::java::member::{Call, Members, c, f, h, m, s};
use crate::java::signature::{
    BOOL, BYTE, CHAR, DOUBLE, FLOAT, INT, LONG, OBJECT, SHORT, STRING, UNREACHABLE, array_of, class,
};
use crate::value::fault::Outcome;
use crate::value::number::decimal::{Decimal, MathContext, RoundingMode};
use crate::value::text::Text;
use crate::value::{ClassId, ClassRef, Value, equality};
use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::BigInt;

const BIG_DECIMAL: ClassRef = ClassRef::of(ClassId::BIG_DECIMAL);
const BIG_INTEGER: ClassRef = ClassRef::of(ClassId::BIG_INTEGER);
const DECIMALS: ClassRef = array_of(BIG_DECIMAL);
const CHARS: ClassRef = array_of(CHAR);
const MATH_CONTEXT: ClassRef = ClassRef::of(ClassId::MATH_CONTEXT);
const ROUNDING_MODE: ClassRef = ClassRef::of(ClassId::ROUNDING_MODE);

const OBJECT_INPUT_STREAM: ClassRef = class("java.io.ObjectInputStream");
const OBJECT_OUTPUT_STREAM: ClassRef = class("java.io.ObjectOutputStream");

/// The longest number that a computation may give, in digits: enough for money, and quick to compute with.
pub(super) const DIGITS: usize = 100_000;

#[rustfmt::skip]
pub(super) static MEMBERS: Members = Members::of(ClassId::BIG_DECIMAL).methods(&[
    m("equals", &[OBJECT], BOOL, |_, t, a| ok(equality::equals(t, arg(a, 0))), "whether the other object is the same number with the same scale"),
    m("toString", &[], STRING, |c, t, _| printed(c, t), "the number as text, with an exponent where the digits are far from the point"),
    m("hashCode", &[], INT, |_, t, _| ok(this(t)?.hash_code()), "a number that equal numbers share"),
    m("abs", &[], BIG_DECIMAL, |c, t, _| give(c, this(t)?.abs()), "the number without its sign"),
    m("abs", &[MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.abs().round(context(a, 0)?)?), "the number without its sign, rounded"),
    m("sqrt", &[MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.sqrt(context(a, 0)?, DIGITS)?), "the square root, rounded"),
    m("pow", &[INT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.pow(int(a, 0)?, DIGITS)?), "the power"),
    m("pow", &[INT, MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.pow_in(int(a, 0)?, context(a, 1)?, DIGITS)?), "the power, rounded"),
    m("min", &[BIG_DECIMAL], BIG_DECIMAL, |_, t, a| lesser(t, object(a, 0)?), "the smaller number"),
    m("max", &[BIG_DECIMAL], BIG_DECIMAL, |_, t, a| greater(t, object(a, 0)?), "the greater number"),
    m("round", &[MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.round(context(a, 0)?)?), "the number, rounded"),
    m("signum", &[], INT, |_, t, _| ok(this(t)?.signum()), "-1, 0 or 1"),
    m("compareTo", &[BIG_DECIMAL], INT, |_, t, a| ok(this(t)?.compare(&number(a, 0)?) as i32), "the order of two numbers: -1, 0 or 1"),
    m("intValue", &[], INT, |_, t, _| ok(this(t)?.int_value()), "the lowest 32 bits of the whole part"),
    m("longValue", &[], LONG, |_, t, _| ok(this(t)?.long_value()), "the lowest 64 bits of the whole part"),
    m("floatValue", &[], FLOAT, |_, t, _| Ok(Value::Float(this(t)?.float_value())), "the nearest `float`"),
    m("doubleValue", &[], DOUBLE, |_, t, _| ok(this(t)?.double_value()), "the nearest `double`"),
    s("valueOf", &[LONG, INT], BIG_DECIMAL, |c, _, a| give(c, Decimal::new(long(a, 0)?.into(), int(a, 1)?)), "a whole number with a scale"),
    s("valueOf", &[LONG], BIG_DECIMAL, |c, _, a| give(c, Decimal::from(long(a, 0)?)), "a whole number"),
    s("valueOf", &[DOUBLE], BIG_DECIMAL, |c, _, a| give(c, Decimal::value_of_double(double(a, 0)?)?), "the number that a `double` prints as"),
    h("valueOf", &[BIG_INTEGER, INT, INT]).stat(),
    h("valueOf", &[LONG, INT, INT]).stat(),
    m("scale", &[], INT, |_, t, _| ok(this(t)?.scale()), "the digits behind the point"),
    h("add", &[LONG, INT, LONG, INT]).stat(),
    h("add", &[LONG, LONG, INT]).stat(),
    h("add", &[LONG, LONG]).stat(),
    m("add", &[BIG_DECIMAL, MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.add_in(&number(a, 0)?, context(a, 1)?, DIGITS)?), "the sum, rounded"),
    m("add", &[BIG_DECIMAL], BIG_DECIMAL, |c, t, a| give(c, this(t)?.add(&number(a, 0)?, DIGITS)?), "the sum"),
    h("add", &[BIG_INTEGER, INT, BIG_INTEGER, INT]).stat(),
    h("add", &[LONG, INT, BIG_INTEGER, INT]).stat(),
    h("readObject", &[OBJECT_INPUT_STREAM]),
    h("writeObject", &[OBJECT_OUTPUT_STREAM]),
    h("print", &[STRING, BIG_DECIMAL]).stat(),
    h("readObjectNoData", &[]),
    h("multiply", &[LONG, BIG_INTEGER, INT]).stat(),
    h("multiply", &[BIG_INTEGER, BIG_INTEGER, INT]).stat(),
    m("multiply", &[BIG_DECIMAL], BIG_DECIMAL, |c, t, a| give(c, this(t)?.multiply(&number(a, 0)?, DIGITS)?), "the product"),
    m("multiply", &[BIG_DECIMAL, MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.multiply_in(&number(a, 0)?, context(a, 1)?, DIGITS)?), "the product, rounded"),
    h("multiply", &[LONG, LONG]).stat(),
    h("multiply", &[LONG, LONG, INT]).stat(),
    m("ulp", &[], BIG_DECIMAL, |c, t, _| give(c, this(t)?.ulp()), "one in the last digit"),
    m("negate", &[], BIG_DECIMAL, |c, t, _| give(c, this(t)?.negate()), "the number with the other sign"),
    m("negate", &[MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.negate().round(context(a, 0)?)?), "the number with the other sign, rounded"),
    m("remainder", &[BIG_DECIMAL], BIG_DECIMAL, |c, t, a| give(c, this(t)?.remainder(&number(a, 0)?, DIGITS)?), "what a division leaves"),
    m("remainder", &[BIG_DECIMAL, MATH_CONTEXT], BIG_DECIMAL, |c, t, a| { let [_, rest] = this(t)?.divide_and_remainder(&number(a, 0)?, context(a, 1)?, DIGITS)?; give(c, rest) }, "what a division leaves"),
    m("subtract", &[BIG_DECIMAL, MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.subtract_in(&number(a, 0)?, context(a, 1)?, DIGITS)?), "the difference, rounded"),
    m("subtract", &[BIG_DECIMAL], BIG_DECIMAL, |c, t, a| give(c, this(t)?.subtract(&number(a, 0)?, DIGITS)?), "the difference"),
    h("square", &[]),
    h("compareMagnitude", &[BIG_DECIMAL]),
    m("toBigInteger", &[], BIG_INTEGER, |c, t, _| Ok(c.arena.big_int(this(t)?.to_big_integer(DIGITS)?)), "the whole part"),
    h("divide", &[LONG, INT, BIG_INTEGER, INT, LONG, MATH_CONTEXT]).stat(),
    h("divide", &[LONG, INT, LONG, INT, LONG, MATH_CONTEXT]).stat(),
    h("divide", &[BIG_INTEGER, INT, BIG_INTEGER, INT, LONG, MATH_CONTEXT]).stat(),
    m("divide", &[BIG_DECIMAL], BIG_DECIMAL, |c, t, a| give(c, this(t)?.divide(&number(a, 0)?, DIGITS)?), "the exact quotient"),
    m("divide", &[BIG_DECIMAL, ROUNDING_MODE], BIG_DECIMAL, |c, t, a| { let mode = mode(a, 1)?; give(c, this(t)?.divide_rounded(&number(a, 0)?, mode, DIGITS)?) }, "the quotient in the scale of the number, rounded"),
    h("divide", &[BIG_INTEGER, INT, LONG, INT, LONG, MATH_CONTEXT]).stat(),
    m("divide", &[BIG_DECIMAL, INT], BIG_DECIMAL, |c, t, a| { let mode = mode(a, 1)?; give(c, this(t)?.divide_rounded(&number(a, 0)?, mode, DIGITS)?) }, "the quotient in the scale of the number, rounded"),
    m("divide", &[BIG_DECIMAL, MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.divide_in(&number(a, 0)?, context(a, 1)?, DIGITS)?), "the quotient, rounded"),
    h("divide", &[LONG, INT, LONG, INT, INT, INT]).stat(),
    h("divide", &[BIG_INTEGER, INT, LONG, INT, INT, INT]).stat(),
    h("divide", &[LONG, INT, BIG_INTEGER, INT, INT, INT]).stat(),
    h("divide", &[BIG_INTEGER, INT, BIG_INTEGER, INT, INT, INT]).stat(),
    m("divide", &[BIG_DECIMAL, INT, ROUNDING_MODE], BIG_DECIMAL, |c, t, a| { let mode = mode(a, 2)?; give(c, this(t)?.divide_to_scale(&number(a, 0)?, int(a, 1)?, mode, DIGITS)?) }, "the quotient in a scale, rounded"),
    m("divide", &[BIG_DECIMAL, INT, INT], BIG_DECIMAL, |c, t, a| { let mode = mode(a, 2)?; give(c, this(t)?.divide_to_scale(&number(a, 0)?, int(a, 1)?, mode, DIGITS)?) }, "the quotient in a scale, rounded"),
    m("divideAndRemainder", &[BIG_DECIMAL, MATH_CONTEXT], DECIMALS, |c, t, a| pair(c, this(t)?.divide_and_remainder(&number(a, 0)?, context(a, 1)?, DIGITS)?), "the whole part of the quotient, and what is left"),
    m("divideAndRemainder", &[BIG_DECIMAL], DECIMALS, |c, t, a| pair(c, this(t)?.divide_and_remainder(&number(a, 0)?, MathContext::UNLIMITED, DIGITS)?), "the whole part of the quotient, and what is left"),
    m("longValueExact", &[], LONG, |_, t, _| ok(this(t)?.long_value_exact()?), "the number as `long`, or an exception"),
    m("intValueExact", &[], INT, |_, t, _| ok(this(t)?.int_value_exact()?), "the number as `int`, or an exception"),
    m("shortValueExact", &[], SHORT, |_, t, _| Ok(Value::Short(this(t)?.short_value_exact()?)), "the number as `short`, or an exception"),
    m("byteValueExact", &[], BYTE, |_, t, _| Ok(Value::Byte(this(t)?.byte_value_exact()?)), "the number as `byte`, or an exception"),
    h("isInteger", &[]),
    m("scaleByPowerOfTen", &[INT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.scale_by_power_of_ten(int(a, 0)?)?), "the number times a power of ten"),
    m("plus", &[MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.round(context(a, 0)?)?), "the number, rounded"),
    m("plus", &[], BIG_DECIMAL, |_, t, _| Ok(t), "the number itself"),
    m("divideToIntegralValue", &[BIG_DECIMAL, MATH_CONTEXT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.divide_to_integral_in(&number(a, 0)?, context(a, 1)?, DIGITS)?), "the whole part of the quotient"),
    m("divideToIntegralValue", &[BIG_DECIMAL], BIG_DECIMAL, |c, t, a| give(c, this(t)?.divide_to_integral(&number(a, 0)?, DIGITS)?), "the whole part of the quotient"),
    m("movePointRight", &[INT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.move_point_right(int(a, 0)?, DIGITS)?), "the number with the point further right"),
    m("toBigIntegerExact", &[], BIG_INTEGER, |c, t, _| Ok(c.arena.big_int(this(t)?.to_big_integer_exact(DIGITS)?)), "the number as whole number, or an exception"),
    h("precision", &[LONG, LONG]).stat(),
    m("precision", &[], INT, |_, t, _| ok(i32::try_from(this(t)?.precision()).unwrap_or(i32::MAX)), "the number of digits"),
    m("unscaledValue", &[], BIG_INTEGER, |c, t, _| Ok(c.arena.big_int(this(t)?.unscaled().clone())), "the digits as whole number"),
    m("setScale", &[INT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.set_scale(int(a, 0)?, RoundingMode::Unnecessary, DIGITS)?), "the number with other digits behind the point, all zero"),
    m("setScale", &[INT, ROUNDING_MODE], BIG_DECIMAL, |c, t, a| { let mode = mode(a, 1)?; give(c, this(t)?.set_scale(int(a, 0)?, mode, DIGITS)?) }, "the number with other digits behind the point, rounded"),
    m("setScale", &[INT, INT], BIG_DECIMAL, |c, t, a| { let mode = mode(a, 1)?; give(c, this(t)?.set_scale(int(a, 0)?, mode, DIGITS)?) }, "the number with other digits behind the point, rounded"),
    h("parseExp", &[CHARS, INT, INT]).stat(),
    h("divideAndRound", &[BIG_INTEGER, LONG, INT]).stat(),
    h("divideAndRound", &[LONG, LONG, INT]).stat(),
    h("divideAndRound", &[LONG, LONG, INT, INT, INT]).stat(),
    h("divideAndRound", &[BIG_INTEGER, BIG_INTEGER, INT, INT, INT]).stat(),
    h("divideAndRound", &[BIG_INTEGER, LONG, INT, INT, INT]).stat(),
    h("divideAndRound", &[BIG_INTEGER, BIG_INTEGER, INT]).stat(),
    h("longDigitLength", &[LONG]).stat(),
    h("compactValFor", &[BIG_INTEGER]).stat(),
    h("divideAndRoundByTenPow", &[BIG_INTEGER, INT, INT]).stat(),
    h("bigDigitLength", &[BIG_INTEGER]).stat(),
    h("checkScaleNonZero", &[LONG]).stat(),
    h("toStrictBigInteger", &[BIG_INTEGER]).stat(),
    h("zeroValueOf", &[INT]).stat(),
    h("doRound", &[LONG, INT, MATH_CONTEXT]).stat(),
    h("doRound", &[BIG_DECIMAL, MATH_CONTEXT]).stat(),
    h("doRound", &[BIG_INTEGER, INT, MATH_CONTEXT]).stat(),
    h("stripZerosToMatchScale", &[BIG_INTEGER, LONG, INT, LONG]).stat(),
    h("preAlign", &[BIG_DECIMAL, BIG_DECIMAL, LONG, MATH_CONTEXT]),
    h("matchScale", &[DECIMALS]).stat(),
    h("inflated", &[]),
    h("checkScale", &[BIG_INTEGER, LONG]).stat(),
    h("checkScale", &[LONG]),
    h("checkScale", &[LONG, LONG]).stat(),
    h("multiplyAndRound", &[LONG, BIG_INTEGER, INT, MATH_CONTEXT]).stat(),
    h("multiplyAndRound", &[LONG, LONG, INT, MATH_CONTEXT]).stat(),
    h("multiplyAndRound", &[BIG_INTEGER, BIG_INTEGER, INT, MATH_CONTEXT]).stat(),
    h("saturateLong", &[LONG]).stat(),
    h("squareRootResultAssertions", &[BIG_DECIMAL, MATH_CONTEXT]),
    m("stripTrailingZeros", &[], BIG_DECIMAL, |c, t, _| give(c, this(t)?.strip_trailing_zeros()?), "the number without zeros at its end"),
    h("isPowerOfTen", &[]),
    h("adjustToPreferredScale", &[INT, INT]),
    h("isHalfWay", &[ROUNDING_MODE]).stat(),
    h("squareRootZeroResultAssertions", &[BIG_DECIMAL, MATH_CONTEXT]),
    h("longMultiplyPowerTen", &[LONG, INT]).stat(),
    h("bigMultiplyPowerTen", &[LONG, INT]).stat(),
    h("bigMultiplyPowerTen", &[BIG_INTEGER, INT]).stat(),
    h("bigMultiplyPowerTen", &[INT]),
    h("bigTenToThe", &[INT]).stat(),
    h("longCompareMagnitude", &[LONG, LONG]).stat(),
    h("layoutChars", &[BOOL]),
    h("getValueString", &[INT, STRING, INT]).stat(),
    h("digitLengthLower", &[BIG_INTEGER]).stat(),
    h("fractionOnly", &[]),
    h("fullFloatValue", &[]),
    h("fullDoubleValue", &[]),
    h("expandBigIntegerTenPowers", &[INT]).stat(),
    h("audit", &[]),
    h("needIncrement", &[UNREACHABLE, INT, INT, UNREACHABLE, UNREACHABLE]).stat(),
    h("needIncrement", &[LONG, INT, INT, LONG, LONG]).stat(),
    h("needIncrement", &[LONG, INT, INT, UNREACHABLE, LONG]).stat(),
    h("createAndStripZerosToMatchScale", &[BIG_INTEGER, INT, LONG]).stat(),
    h("createAndStripZerosToMatchScale", &[LONG, INT, LONG]).stat(),
    h("commonNeedIncrement", &[INT, INT, INT, BOOL]).stat(),
    h("fiveToTwoToThe", &[INT]).stat(),
    h("multiplyDivideAndRound", &[LONG, LONG, LONG, INT, INT, INT]).stat(),
    h("roundedTenPower", &[INT, INT, INT, INT]).stat(),
    h("divideSmallFastPath", &[LONG, INT, LONG, INT, LONG, MATH_CONTEXT]).stat(),
    h("compareMagnitudeNormalized", &[LONG, INT, LONG, INT]).stat(),
    h("compareMagnitudeNormalized", &[LONG, INT, BIG_INTEGER, INT]).stat(),
    h("compareMagnitudeNormalized", &[BIG_INTEGER, INT, BIG_INTEGER, INT]).stat(),
    h("make64", &[LONG, LONG]).stat(),
    h("divideAndRound128", &[LONG, LONG, LONG, INT, INT, INT, INT]).stat(),
    h("unsignedLongCompare", &[LONG, LONG]).stat(),
    h("mulsub", &[LONG, LONG, LONG, LONG, LONG]).stat(),
    h("scaledTenPow", &[INT, INT, INT]).stat(),
    h("doRound128", &[LONG, LONG, INT, INT, MATH_CONTEXT]).stat(),
    h("unsignedLongCompareEq", &[LONG, LONG]).stat(),
    h("longLongCompareMagnitude", &[LONG, LONG, LONG, LONG]).stat(),
    m("movePointLeft", &[INT], BIG_DECIMAL, |c, t, a| give(c, this(t)?.move_point_left(int(a, 0)?, DIGITS)?), "the number with the point further left"),
    m("toEngineeringString", &[], STRING, |c, t, _| text_value(c, this(t)?.to_engineering_string()), "the number as text, with an exponent that three divides"),
    m("toPlainString", &[], STRING, |c, t, _| text_value(c, this(t)?.to_plain_string(room(c))?), "the number as text without exponent"),
]).constructors(&[
    c(&[BIG_INTEGER, INT], |c, _, a| give(c, Decimal::new(whole(a, 0)?, int(a, 1)?)), "a whole number with a scale"),
    c(&[BIG_INTEGER, MATH_CONTEXT], |c, _, a| give(c, Decimal::from(whole(a, 0)?).round(context(a, 1)?)?), "a whole number, rounded"),
    c(&[BIG_INTEGER], |c, _, a| give(c, Decimal::from(whole(a, 0)?)), "a whole number"),
    c(&[LONG, MATH_CONTEXT], |c, _, a| give(c, Decimal::from(long(a, 0)?).round(context(a, 1)?)?), "a whole number, rounded"),
    c(&[DOUBLE, MATH_CONTEXT], |c, _, a| give(c, Decimal::from_double(double(a, 0)?)?.round(context(a, 1)?)?), "the exact value of a `double`, rounded"),
    c(&[LONG], |c, _, a| give(c, Decimal::from(long(a, 0)?)), "a whole number"),
    c(&[INT, MATH_CONTEXT], |c, _, a| give(c, Decimal::from(i64::from(int(a, 0)?)).round(context(a, 1)?)?), "a whole number, rounded"),
    c(&[INT], |c, _, a| give(c, Decimal::from(i64::from(int(a, 0)?))), "a whole number"),
    c(&[BIG_INTEGER, INT, MATH_CONTEXT], |c, _, a| give(c, Decimal::new(whole(a, 0)?, int(a, 1)?).round(context(a, 2)?)?), "a whole number with a scale, rounded"),
    c(&[CHARS], |c, _, a| give(c, Decimal::parse(Text::Wide(&units(a, 0)?), DIGITS)?), "the number that units mean"),
    c(&[CHARS, INT, INT, MATH_CONTEXT], |c, _, a| give(c, Decimal::parse(Text::Wide(&part(a)?), DIGITS)?.round(context(a, 3)?)?), "the number that a part of units means, rounded"),
    c(&[CHARS, INT, INT], |c, _, a| give(c, Decimal::parse(Text::Wide(&part(a)?), DIGITS)?), "the number that a part of units means"),
    c(&[DOUBLE], |c, _, a| give(c, Decimal::from_double(double(a, 0)?)?), "the exact value of a `double`"),
    c(&[STRING, MATH_CONTEXT], |c, _, a| give(c, Decimal::parse(text(a, 0)?, DIGITS)?.round(context(a, 1)?)?), "the number that a text means, rounded"),
    c(&[STRING], |c, _, a| give(c, Decimal::parse(text(a, 0)?, DIGITS)?), "the number that a text means"),
    c(&[CHARS, MATH_CONTEXT], |c, _, a| give(c, Decimal::parse(Text::Wide(&units(a, 0)?), DIGITS)?.round(context(a, 1)?)?), "the number that units mean, rounded"),
]).fields(&[
    f("ZERO", |c, _, _| give(c, Decimal::from(0)), "the number 0"),
    f("ONE", |c, _, _| give(c, Decimal::from(1)), "the number 1"),
    f("TWO", |c, _, _| give(c, Decimal::from(2)), "the number 2"),
    f("TEN", |c, _, _| give(c, Decimal::from(10)), "the number 10"),
    f("ROUND_UP", |_, _, _| ok(0), "the number of `RoundingMode.UP`"),
    f("ROUND_DOWN", |_, _, _| ok(1), "the number of `RoundingMode.DOWN`"),
    f("ROUND_CEILING", |_, _, _| ok(2), "the number of `RoundingMode.CEILING`"),
    f("ROUND_FLOOR", |_, _, _| ok(3), "the number of `RoundingMode.FLOOR`"),
    f("ROUND_HALF_UP", |_, _, _| ok(4), "the number of `RoundingMode.HALF_UP`"),
    f("ROUND_HALF_DOWN", |_, _, _| ok(5), "the number of `RoundingMode.HALF_DOWN`"),
    f("ROUND_HALF_EVEN", |_, _, _| ok(6), "the number of `RoundingMode.HALF_EVEN`"),
    f("ROUND_UNNECESSARY", |_, _, _| ok(7), "the number of `RoundingMode.UNNECESSARY`"),
]);

/// The receiver as something to compute with.
pub(super) fn this(this: Value<'_>) -> Outcome<Decimal> {
    let (unscaled, scale) = to_big_decimal(this)?.as_bigint_and_scale();
    let scale = i32::try_from(scale)
        .map_err(|_| throw("ArithmeticException", "the scale leaves its range"))?;
    Ok(Decimal::new(unscaled.into_owned(), scale))
}

fn number(args: &[Value<'_>], at: usize) -> Outcome<Decimal> {
    this(arg(args, at))
}

fn whole(args: &[Value<'_>], at: usize) -> Outcome<BigInt> {
    to_big_int(arg(args, at)).cloned()
}

/// A decimal as a value.
#[allow(
    clippy::needless_pass_by_value,
    reason = "what a computation gives is given on"
)]
fn give<'a>(call: &Call<'a>, number: Decimal) -> Outcome<Value<'a>> {
    let scale = i64::from(number.scale());
    Ok(call
        .arena
        .big_dec(BigDecimal::new(number.unscaled().clone(), scale)))
}

fn text_value<'a>(call: &Call<'a>, text: String) -> Outcome<Value<'a>> {
    crate::java::args::give(call, text)
}

fn pair<'a>(call: &Call<'a>, [whole, rest]: [Decimal; 2]) -> Outcome<Value<'a>> {
    array(call, BIG_DECIMAL, &[give(call, whole)?, give(call, rest)?])
}

fn greater<'a>(a: Value<'a>, b: Value<'a>) -> Outcome<Value<'a>> {
    Ok(if this(a)?.compare(&this(b)?).is_ge() {
        a
    } else {
        b
    })
}

fn lesser<'a>(a: Value<'a>, b: Value<'a>) -> Outcome<Value<'a>> {
    Ok(if this(a)?.compare(&this(b)?).is_le() {
        a
    } else {
        b
    })
}

/// The units of an array from an offset on.
fn part(args: &[Value<'_>]) -> Outcome<Vec<u16>> {
    let all = units(args, 0)?;
    let bounds = usize::try_from(int(args, 1)?)
        .ok()
        .zip(usize::try_from(int(args, 2)?).ok());
    let found = bounds.and_then(|(offset, count)| all.get(offset..)?.get(..count));
    let outside = || {
        throw(
            "NumberFormatException",
            "the part lies outside of the array",
        )
    };
    found.map(<[u16]>::to_vec).ok_or_else(outside)
}
