//! `java.text.DecimalFormat` and `DecimalFormatSymbols`.

use super::number_format::{
    CURRENCY, FIELD_POSITION, ITERATOR, LOCALE, PARSE_POSITION, ROUNDING_MODE, STRING_BUFFER,
    changeable, characters, copy, equal, no_field, no_position,
};
use super::numbers::{rounding_mode, rounding_ordinal};
use crate::java::args::{boolean, give, instance, int, ok, room, text};
use crate::java::enums;
use crate::java::format::currency::Currency;
use crate::java::format::decimal_format::{AffixPlace, DecimalFormat, FormatSymbols};
use crate::java::format::number_format::NumberStyle;
use crate::java::format::{locale::Locale, number_format, thrown};
use crate::java::member::{Call, Members, c, h, m, p};
use crate::java::object::{Changeable, JavaObject, identity_hash, identity_text};
use crate::java::signature::{
    BOOL, CHAR, DOUBLE, INT, LONG, OBJECT, STRING, UNREACHABLE, VOID, array_of, class,
};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

const BIG_DECIMAL: ClassRef = ClassRef::of(ClassId::BIG_DECIMAL);
const BIG_INTEGER: ClassRef = ClassRef::of(ClassId::BIG_INTEGER);
const NUMBER: ClassRef = ClassRef::of(ClassId::NUMBER);
const BUILDER: ClassRef = class("java.lang.StringBuilder");
const SYMBOLS: ClassRef = class("java.text.DecimalFormatSymbols");
const CHARS: ClassRef = ClassRef::array(ClassId::CHAR_P);

#[rustfmt::skip]
pub(super) static MEMBERS: Members = Members::of(ClassId::DECIMAL_FORMAT).methods(&[
    m("equals", &[OBJECT], BOOL, equal, "whether the other format is the same"),
    m("toString", &[], STRING, |c, t, _| give(c, this(t)?.get().text(room(c))?), "locale and pattern"),
    h("append", &[UNREACHABLE, STRING, UNREACHABLE, array_of(FIELD_POSITION), class("java.text.Format$Field")]),
    m("hashCode", &[], INT, |_, t, _| ok(this(t)?.get().hash_code()), "a number that equal formats share"),
    m("clone", &[], OBJECT, copy, "a copy"),
    h("format", &[BIG_INTEGER, UNREACHABLE, FIELD_POSITION]),
    h("format", &[BIG_DECIMAL, UNREACHABLE, UNREACHABLE]),
    h("format", &[BIG_DECIMAL, UNREACHABLE, FIELD_POSITION]),
    h("format", &[BIG_INTEGER, UNREACHABLE, UNREACHABLE, BOOL]),
    h("format", &[OBJECT, UNREACHABLE, FIELD_POSITION]),
    m("format", &[OBJECT, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_field, "appends the number"),
    h("format", &[DOUBLE, UNREACHABLE, FIELD_POSITION]),
    m("format", &[DOUBLE, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_field, "appends the number"),
    h("format", &[DOUBLE, UNREACHABLE, UNREACHABLE]),
    m("format", &[LONG, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_field, "appends the number"),
    h("format", &[LONG, UNREACHABLE, UNREACHABLE]),
    h("format", &[LONG, UNREACHABLE, FIELD_POSITION]),
    h("readObject", &[class("java.io.ObjectInputStream")]),
    m("parse", &[STRING, PARSE_POSITION], NUMBER, no_position, "the number in a text"),
    m("isStrict", &[], BOOL, |_, t, _| ok(this(t)?.get().is_strict()), "whether parsing insists on the whole text"),
    m("formatToCharacterIterator", &[OBJECT], ITERATOR, characters, "the number as this format writes it, with the names of its parts"),
    m("getMaximumIntegerDigits", &[], INT, |_, t, _| ok(this(t)?.get().max_integer_digits()), "the most digits before the fraction"),
    m("getMinimumIntegerDigits", &[], INT, |_, t, _| ok(this(t)?.get().min_integer_digits()), "the fewest digits before the fraction"),
    m("getMaximumFractionDigits", &[], INT, |_, t, _| ok(this(t)?.get().max_fraction_digits()), "the most digits of the fraction"),
    m("getMinimumFractionDigits", &[], INT, |_, t, _| ok(this(t)?.get().min_fraction_digits()), "the fewest digits of the fraction"),
    m("applyPattern", &[STRING], VOID, |_, t, a| apply(t, a, false), "takes another pattern"),
    h("applyPattern", &[STRING, BOOL]),
    h("fastFormat", &[DOUBLE]),
    h("handleNaN", &[DOUBLE, UNREACHABLE, UNREACHABLE]),
    h("handleInfinity", &[DOUBLE, UNREACHABLE, UNREACHABLE, BOOL]),
    h("doubleSubformat", &[DOUBLE, UNREACHABLE, UNREACHABLE, BOOL]),
    h("getNegativePrefixFieldPositions", &[]),
    h("getPositivePrefixFieldPositions", &[]),
    h("getNegativeSuffixFieldPositions", &[]),
    h("getPositiveSuffixFieldPositions", &[]),
    h("subformat", &[UNREACHABLE, UNREACHABLE, BOOL, BOOL, INT, INT, INT, INT]),
    h("getBigDecimalMultiplier", &[]),
    h("getBigIntegerMultiplier", &[]),
    h("resetFastPathData", &[BOOL]),
    h("prependPrefix", &[CHARS, INT, CHARS]),
    h("appendSuffix", &[CHARS, INT, CHARS]),
    h("exactRoundUp", &[DOUBLE, INT]),
    h("collectFractionalDigits", &[INT, CHARS, INT]),
    h("collectIntegralDigits", &[INT, CHARS, INT]),
    h("localizeDigits", &[CHARS]),
    h("addAffixes", &[CHARS, CHARS, CHARS]),
    h("checkAndSetFastPathStatus", &[]),
    h("fastDoubleFormat", &[DOUBLE, BOOL]),
    h("subformatNumber", &[UNREACHABLE, UNREACHABLE, BOOL, BOOL, INT, INT, INT, INT]),
    h("subparse", &[STRING, PARSE_POSITION, STRING, STRING, UNREACHABLE, BOOL, ClassRef::array(ClassId::BOOLEAN_P)]),
    m("isParseBigDecimal", &[], BOOL, |_, t, _| ok(this(t)?.get().is_parse_big_decimal()), "whether parsing gives decimals of any size"),
    h("subparseNumber", &[STRING, INT, UNREACHABLE, BOOL, BOOL, ClassRef::array(ClassId::BOOLEAN_P)]),
    h("isGroupingViolation", &[INT, INT]),
    h("groupingViolationIndex", &[INT, INT]),
    h("shiftDecimalAt", &[INT, LONG]),
    h("expandAffixes", &[]),
    h("expandAffix", &[STRING, BUILDER]),
    h("expandAffix", &[STRING]),
    m("setGroupingUsed", &[BOOL], VOID, |_, t, a| set(t, boolean(a, 0)?, DecimalFormat::set_grouping_used), "sets whether digits stand in groups"),
    m("toPattern", &[], STRING, |c, t, _| give(c, this(t)?.get().to_pattern(false, room(c))?), "the pattern"),
    h("toPattern", &[BOOL]),
    h("appendAffix", &[BUILDER, STRING, STRING, BOOL]),
    h("appendAffix", &[BUILDER, STRING, BOOL]),
    h("posEqualsNegPattern", &[]),
    m("setMinimumIntegerDigits", &[INT], VOID, |_, t, a| set(t, int(a, 0)?, DecimalFormat::set_min_integer_digits), "sets the fewest digits before the fraction"),
    m("setMaximumIntegerDigits", &[INT], VOID, |_, t, a| set(t, int(a, 0)?, DecimalFormat::set_max_integer_digits), "sets the most digits before the fraction"),
    m("setMaximumFractionDigits", &[INT], VOID, |_, t, a| set(t, int(a, 0)?, DecimalFormat::set_max_fraction_digits), "sets the most digits of the fraction"),
    m("setMinimumFractionDigits", &[INT], VOID, |_, t, a| set(t, int(a, 0)?, DecimalFormat::set_min_fraction_digits), "sets the fewest digits of the fraction"),
    m("setDecimalSeparatorAlwaysShown", &[BOOL], VOID, |_, t, a| set(t, boolean(a, 0)?, DecimalFormat::set_decimal_separator_always_shown), "sets whether integers end in the separator"),
    m("getCurrency", &[], CURRENCY, |c, t, _| Ok(c.arena.object(this(t)?.get().currency())), "the currency of amounts"),
    m("setCurrency", &[CURRENCY], VOID, |_, t, a| set(t, *instance::<Currency>(a, 0, "java.util.Currency")?, DecimalFormat::set_currency), "sets the currency of amounts"),
    m("setRoundingMode", &[ROUNDING_MODE], VOID, |_, t, a| set(t, rounding_mode(enums::ordinal(a, 0)?)?, DecimalFormat::set_rounding_mode), "sets how numbers are rounded"),
    m("getRoundingMode", &[], ROUNDING_MODE, |c, t, _| Ok(enums::at(c, ClassId::ROUNDING_MODE, rounding_ordinal(this(t)?.get().rounding_mode()))), "how numbers are rounded"),
    h("setDigitList", &[NUMBER, BOOL, INT]),
    h("getDigitList", &[]),
    m("getDecimalFormatSymbols", &[], SYMBOLS, |c, t, _| Ok(c.arena.object(this(t)?.get().symbols().clone())), "the signs and digits"),
    m("setDecimalFormatSymbols", &[SYMBOLS], VOID, set_symbols, "sets the signs and digits"),
    m("getPositivePrefix", &[], STRING, |c, t, _| affix(c, t, AffixPlace::PositivePrefix), "what stands before positive numbers"),
    m("setPositivePrefix", &[STRING], VOID, |_, t, a| set_affix(t, a, AffixPlace::PositivePrefix), "sets what stands before positive numbers"),
    m("getNegativePrefix", &[], STRING, |c, t, _| affix(c, t, AffixPlace::NegativePrefix), "what stands before negative numbers"),
    m("setNegativePrefix", &[STRING], VOID, |_, t, a| set_affix(t, a, AffixPlace::NegativePrefix), "sets what stands before negative numbers"),
    m("getPositiveSuffix", &[], STRING, |c, t, _| affix(c, t, AffixPlace::PositiveSuffix), "what stands behind positive numbers"),
    m("setPositiveSuffix", &[STRING], VOID, |_, t, a| set_affix(t, a, AffixPlace::PositiveSuffix), "sets what stands behind positive numbers"),
    m("getNegativeSuffix", &[], STRING, |c, t, _| affix(c, t, AffixPlace::NegativeSuffix), "what stands behind negative numbers"),
    m("setNegativeSuffix", &[STRING], VOID, |_, t, a| set_affix(t, a, AffixPlace::NegativeSuffix), "sets what stands behind negative numbers"),
    m("getMultiplier", &[], INT, |_, t, _| ok(this(t)?.get().multiplier()), "what numbers are multiplied by"),
    m("setMultiplier", &[INT], VOID, |_, t, a| set(t, int(a, 0)?, DecimalFormat::set_multiplier), "sets what numbers are multiplied by"),
    m("getGroupingSize", &[], INT, |_, t, _| ok(this(t)?.get().grouping_size()), "the digits of a group"),
    m("setGroupingSize", &[INT], VOID, set_grouping_size, "sets the digits of a group"),
    m("isDecimalSeparatorAlwaysShown", &[], BOOL, |_, t, _| ok(this(t)?.get().is_decimal_separator_always_shown()), "whether integers end in the separator"),
    m("setStrict", &[BOOL], VOID, |_, t, a| set(t, boolean(a, 0)?, DecimalFormat::set_strict), "sets whether parsing insists on the whole text"),
    m("setParseBigDecimal", &[BOOL], VOID, |_, t, a| set(t, boolean(a, 0)?, DecimalFormat::set_parse_big_decimal), "sets whether parsing gives decimals of any size"),
    m("toLocalizedPattern", &[], STRING, |c, t, _| give(c, this(t)?.get().to_pattern(true, room(c))?), "the pattern in the signs of the locale"),
    m("applyLocalizedPattern", &[STRING], VOID, |_, t, a| apply(t, a, true), "takes another pattern in the signs of the locale"),
]).constructors(&[
    c(&[STRING, SYMBOLS], |c, _, a| { let pattern = text(a, 0)?.to_string_lossy(); made(c, DecimalFormat::new(&pattern, instance::<FormatSymbols>(a, 1, SYMBOLS.id.name())?.clone())) }, "the format of a pattern with other signs"),
    c(&[STRING], |c, _, a| of_pattern(c, &text(a, 0)?.to_string_lossy()), "the format of a pattern"),
    c(&[], |c, _, _| made(c, Ok(number_format::instance(NumberStyle::Number, &c.environment.locale))), "the format of numbers"),
]);

#[rustfmt::skip]
pub(super) static SYMBOL_MEMBERS: Members = Members::of(SYMBOLS.id).methods(&[
    p("hashCode", INT, |_, t, _| ok(symbols(t)?.java_hash()), "a number that equal symbols share"),
    p("clone", OBJECT, copy, "a copy"),
    p("getInstance", SYMBOLS, |c, _, _| Ok(c.arena.object(FormatSymbols::of(&c.environment.locale))), "the signs of this engine").stat(),
    p("getAvailableLocales", array_of(LOCALE), crate::java::util::locale::all, "all locales with signs").stat(),
    p("getNaN", STRING, |_, t, _| Ok(Value::Str(symbols(t)?.numbers().nan)), "what stands for no number"),
    p("getInfinity", STRING, |_, t, _| Ok(Value::Str(symbols(t)?.numbers().infinity)), "what stands for infinity"),
    p("getZeroDigit", CHAR, |_, t, _| letter(symbols(t)?.numbers().zero), "the digit zero"),
    p("getMonetaryGroupingSeparator", CHAR, |_, t, _| letter(symbols(t)?.numbers().money_grouping), "what stands between groups of amounts"),
    p("getGroupingSeparator", CHAR, |_, t, _| letter(symbols(t)?.numbers().grouping), "what stands between groups"),
    p("getMonetaryDecimalSeparator", CHAR, |_, t, _| letter(symbols(t)?.numbers().money_decimal), "what stands before the fraction of amounts"),
    p("getDecimalSeparator", CHAR, |_, t, _| letter(symbols(t)?.numbers().decimal), "what stands before the fraction"),
    p("getExponentSeparator", STRING, |_, t, _| Ok(Value::Str(symbols(t)?.numbers().exponent)), "what stands before the exponent"),
    p("getLocale", LOCALE, |c, t, _| Ok(c.arena.object(symbols(t)?.locale().clone())), "the locale"),
    p("getInternationalCurrencySymbol", STRING, |_, t, _| Ok(Value::Str(symbols(t)?.international_symbol())), "the code of the currency"),
    p("getCurrencySymbol", STRING, |_, t, _| Ok(Value::Str(symbols(t)?.currency_symbol())), "the sign of the currency"),
    p("getDigit", CHAR, |_, _, _| letter('#'), "what stands for a digit in patterns"),
    p("getPatternSeparator", CHAR, |_, t, _| letter(symbols(t)?.numbers().pattern_separator), "what separates the halves of patterns"),
    p("getPercent", CHAR, |_, t, _| letter(symbols(t)?.numbers().percent_sign()), "the sign of percents"),
    p("getPerMill", CHAR, |_, t, _| letter(symbols(t)?.numbers().per_mill_sign()), "the sign of per mills"),
    p("getMinusSign", CHAR, |_, t, _| letter(symbols(t)?.numbers().minus_sign()), "the sign of negative numbers"),
    p("getCurrency", CURRENCY, |c, t, _| Ok(c.arena.object(symbols(t)?.currency())), "the currency"),
]);

fn this(this: Value<'_>) -> Outcome<&Changeable<DecimalFormat>> {
    changeable(this, "java.text.DecimalFormat")
}

fn symbols(this: Value<'_>) -> Outcome<&FormatSymbols> {
    instance(&[this], 0, SYMBOLS.id.name())
}

fn letter<'a>(letter: char) -> Outcome<Value<'a>> {
    Ok(Value::Char(letter.encode_utf16(&mut [0; 2])[0]))
}

fn made<'a>(call: &Call<'a>, format: Result<DecimalFormat, thrown::Thrown>) -> Outcome<Value<'a>> {
    Ok(call.arena.object(Changeable::new(format?)))
}

/// The format of a pattern in the default locale.
pub(in crate::java) fn of_pattern<'a>(call: &Call<'a>, pattern: &str) -> Outcome<Value<'a>> {
    let locale: &Locale = &call.environment.locale;
    made(call, DecimalFormat::of_pattern(pattern, locale))
}

fn set<'a, T>(format: Value<'a>, to: T, set: fn(&mut DecimalFormat, T)) -> Outcome<Value<'a>> {
    this(format)?.change(|format| set(format, to));
    Ok(Value::Null)
}

fn apply<'a>(format: Value<'a>, args: &[Value<'a>], localized: bool) -> Outcome<Value<'a>> {
    let pattern = text(args, 0)?.to_string_lossy();
    this(format)?.change(|format| format.apply_pattern(&pattern, localized))?;
    Ok(Value::Null)
}

fn affix<'a>(call: &Call<'a>, format: Value<'a>, place: AffixPlace) -> Outcome<Value<'a>> {
    give(call, this(format)?.get().affix(place).to_owned())
}

/// Sets an affix; Java takes null and fails when it needs it, so that null is not available here.
fn set_affix<'a>(format: Value<'a>, args: &[Value<'a>], place: AffixPlace) -> Outcome<Value<'a>> {
    let affix = text(args, 0)?.to_string_lossy();
    this(format)?.change(|format| format.set_affix(place, &affix));
    Ok(Value::Null)
}

fn set_grouping_size<'a>(
    _: &Call<'a>,
    format: Value<'a>,
    args: &[Value<'a>],
) -> Outcome<Value<'a>> {
    let size = int(args, 0)?;
    this(format)?.change(|format| format.set_grouping_size(size))?;
    Ok(Value::Null)
}

/// Sets the symbols; Java swallows null.
fn set_symbols<'a>(_: &Call<'a>, format: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    if let Some(symbols) = args
        .first()
        .and_then(|symbols| symbols.instance::<FormatSymbols>())
    {
        this(format)?.change(|format| format.set_symbols(symbols.clone()));
    }
    Ok(Value::Null)
}

impl JavaObject for FormatSymbols {
    fn java_class(&self) -> ClassId {
        SYMBOLS.id
    }

    fn java_text(&self) -> String {
        identity_text(self.java_class())
    }

    fn java_hash(&self) -> i32 {
        identity_hash(self.java_class())
    }
}
