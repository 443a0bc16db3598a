//! `java.text.ChoiceFormat`.

use super::number_format::{
    FIELD_POSITION, PARSE_POSITION, STRING_BUFFER, changeable, copy, equal, no_field,
};
use super::numbers::Choice;
use crate::java::args::{
    arg, array, array_items, boolean, double, give, object, ok, text, throw, to_double, to_text,
};
use crate::java::format::choice_format::ChoiceFormat;
use crate::java::member::{Call, Members, c, h, m, s};
use crate::java::object::Changeable;
use crate::java::signature::{
    BOOL, DOUBLE, INT, LONG, OBJECT, STRING, UNREACHABLE, VOID, array_of, class,
};
use crate::value::fault::Outcome;
use crate::value::{ClassId, ClassRef, Value};

const DOUBLES: ClassRef = ClassRef::array(ClassId::DOUBLE_P);
const STRINGS: ClassRef = ClassRef::array(ClassId::STRING);
const NAME: &str = "java.text.ChoiceFormat";

#[rustfmt::skip]
pub(super) static MEMBERS: Members = Members::of(class(NAME).id).methods(&[
    m("equals", &[OBJECT], BOOL, equal, "whether the other format is the same"),
    m("toString", &[], STRING, |c, t, _| give(c, this(t)?.get().format.text()), "the pattern"),
    m("hashCode", &[], INT, |_, t, _| ok(this(t)?.get().format.hash_code()), "a number that equal formats share"),
    m("clone", &[], OBJECT, copy, "a copy"),
    m("format", &[LONG, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_field, "appends the text for a number"),
    h("format", &[LONG, UNREACHABLE, FIELD_POSITION]),
    m("format", &[DOUBLE, STRING_BUFFER, FIELD_POSITION], STRING_BUFFER, no_field, "appends the text for a number"),
    h("format", &[DOUBLE, UNREACHABLE, FIELD_POSITION]),
    h("readObject", &[class("java.io.ObjectInputStream")]),
    m("parse", &[STRING, PARSE_POSITION], ClassRef::of(ClassId::NUMBER), super::number_format::no_position, "the limit of the text in a text"),
    s("nextDouble", &[DOUBLE, BOOL], DOUBLE, |_, _, a| { let above = boolean(a, 1)?; ok(neighbour(double(a, 0)?, above)) }, "the number next to a number, above or below"),
    s("nextDouble", &[DOUBLE], DOUBLE, |_, _, a| ok(neighbour(double(a, 0)?, true)), "the smallest number above a number"),
    m("isStrict", &[], BOOL, refused, "whether parsing is strict; choices do not know"),
    m("applyPattern", &[STRING], VOID, apply, "takes another pattern"),
    m("toPattern", &[], STRING, |c, t, _| give(c, this(t)?.get().format.to_pattern()), "the pattern"),
    m("setStrict", &[BOOL], VOID, refused, "sets whether parsing is strict; choices cannot"),
    h("applyPatternImpl", &[STRING]),
    m("getFormats", &[], array_of(OBJECT), formats, "the texts"),
    h("stringToNum", &[STRING]).stat(),
    s("previousDouble", &[DOUBLE], DOUBLE, |_, _, a| ok(neighbour(double(a, 0)?, false)), "the largest number below a number"),
    h("setChoicesImpl", &[DOUBLES, STRINGS]),
    m("setChoices", &[DOUBLES, STRINGS], VOID, |_, t, a| replace(t, choices(a)?), "takes other limits and texts"),
    m("getLimits", &[], DOUBLES, limits, "the limits"),
]).constructors(&[
    c(&[DOUBLES, STRINGS], |c, _, a| Ok(c.arena.object(Changeable::new(Choice::new(choices(a)?)?))), "the format of limits and texts"),
    c(&[STRING], |c, _, a| of_pattern(c, &text(a, 0)?.to_string_lossy()), "the format of a pattern"),
]);

fn this(this: Value<'_>) -> Outcome<&Changeable<Choice>> {
    changeable(this, NAME)
}

/// The format of a pattern.
pub(in crate::java) fn of_pattern<'a>(call: &Call<'a>, pattern: &str) -> Outcome<Value<'a>> {
    Ok(call
        .arena
        .object(Changeable::new(Choice::new(ChoiceFormat::new(pattern)?)?)))
}

fn neighbour(number: f64, above: bool) -> f64 {
    if above {
        number.next_up()
    } else {
        number.next_down()
    }
}

fn replace<'a>(format: Value<'a>, choices: ChoiceFormat) -> Outcome<Value<'a>> {
    this(format)?.change(|choice| choice.format = choices);
    Ok(Value::Null)
}

fn apply<'a>(_: &Call<'a>, format: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    replace(
        format,
        ChoiceFormat::new(&text(args, 0)?.to_string_lossy())?,
    )
}

/// Limits and texts; Java keeps a missing text until it needs it, so that null is not available here.
fn choices(args: &[Value<'_>]) -> Outcome<ChoiceFormat> {
    object(args, 0)?;
    object(args, 1)?;
    let limits = array_items(args, 0)?
        .iter()
        .map(to_double)
        .collect::<Outcome<Vec<f64>>>()?;
    let texts = array_items(args, 1)?
        .iter()
        .map(|text| Ok(to_text(text)?.to_string_lossy().into_owned()));
    Ok(ChoiceFormat::of_choices(
        limits,
        texts.collect::<Outcome<Vec<String>>>()?,
    )?)
}

fn formats<'a>(call: &Call<'a>, format: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let format = this(format)?.get().format;
    let texts = format
        .formats()
        .iter()
        .map(|text| call.arena.text(text))
        .collect::<Outcome<Vec<_>>>()?;
    array(call, ClassRef::of(ClassId::STRING), &texts)
}

fn limits<'a>(call: &Call<'a>, format: Value<'a>, _: &[Value<'a>]) -> Outcome<Value<'a>> {
    let format = this(format)?.get().format;
    let limits: Vec<Value<'a>> = format
        .limits()
        .iter()
        .map(|limit| Value::Double(*limit))
        .collect();
    array(call, ClassRef::of(ClassId::DOUBLE_P), &limits)
}

fn refused<'a>(_: &Call<'a>, _: Value<'a>, args: &[Value<'a>]) -> Outcome<Value<'a>> {
    let _ = arg(args, 0);
    Err(throw(
        "UnsupportedOperationException",
        "choice formats are neither strict nor lenient",
    ))
}
