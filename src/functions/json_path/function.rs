//! The functions of paths: `length()`, `sum()`, `concat(…)` …

use super::failure::{Failure, Found, quoted};
use super::path::{Function, Param};
use super::text;
use super::walk::{Walk, list, map};
use crate::value::view::{Items, Pairs};
use crate::value::{Arena, ClassId, ClassRef, Value, print};

/// What a function works on.
struct Input<'i, 'a> {
    model: Value<'a>,
    params: Option<&'i [Value<'a>]>,
    arena: &'a Arena,
}

type Body = for<'a> fn(&Input<'_, 'a>) -> Found<Value<'a>>;

/// The functions that need nothing but their input.
const FUNCTIONS: [(&str, Body); 11] = [
    ("avg", |input| {
        aggregate(input, |numbers| sum(numbers) / numbers.len() as f64)
    }),
    ("stddev", |input| aggregate(input, deviation)),
    ("sum", |input| aggregate(input, sum)),
    ("min", |input| {
        aggregate(input, |numbers| {
            numbers.iter().copied().fold(f64::MAX, smaller)
        })
    }),
    ("max", |input| {
        aggregate(input, |numbers| {
            numbers.iter().copied().fold(SMALLEST, greater)
        })
    }),
    ("concat", concat),
    ("append", append),
    ("keys", keys),
    ("first", |input| element(input, 0)),
    ("last", |input| element(input, -1)),
    ("index", index),
];

/// Where the reference's maximum starts: the smallest positive number, so that no maximum is below it.
const SMALLEST: f64 = f64::from_bits(1);

/// Calls a function on the value that the path led to.
pub(super) fn call<'a: 'p, 'p>(
    walk: &Walk<'_, 'a, 'p>,
    function: &'p Function,
    model: Value<'a>,
) -> Found<Value<'a>> {
    let is_length = matches!(&*function.name, "length" | "size");
    let body = FUNCTIONS.iter().find(|(name, _)| **name == *function.name);
    if body.is_none() && !is_length {
        return Err(Failure::invalid(format!(
            "there is no path function {}",
            quoted(&function.name)
        )));
    }
    let params = function.params.as_ref().map(|params| {
        params
            .iter()
            .map(|param| argument(walk, param))
            .collect::<Found<Vec<_>>>()
    });
    let params = params.transpose()?;
    match body {
        Some((_, body)) => body(&Input {
            model,
            params: params.as_deref(),
            arena: walk.run.arena,
        }),
        None => length(walk, function, model),
    }
}

fn argument<'a: 'p, 'p>(walk: &Walk<'_, 'a, 'p>, param: &'p Param) -> Found<Value<'a>> {
    let arena = walk.run.arena;
    match param {
        Param::Json(json) => text::read(arena.str(json)?, arena),
        Param::Path(path) => Walk::new(walk.run, path, walk.root, walk.mode).value(walk.root),
    }
}

/// Elements of a list or entries of a map. With an argument, the elements of what that path finds in the value.
fn length<'a: 'p, 'p>(
    walk: &Walk<'_, 'a, 'p>,
    function: &'p Function,
    model: Value<'a>,
) -> Found<Value<'a>> {
    match function.params.as_ref().and_then(|params| params.first()) {
        Some(Param::Json(_)) => {
            return Err(Failure::thrown(
                "NullPointerException",
                "`length` takes a path",
            ));
        }
        Some(Param::Path(_)) if model.is_null() => {
            return Err(Failure::thrown(
                "IllegalArgumentException",
                "`length` looks for a path in null",
            ));
        }
        Some(Param::Path(path)) => {
            let inner = Walk::new(walk.run, path, model, walk.mode);
            let inner = if path.is_function() {
                inner
            } else {
                inner.spread()
            };
            if let Some(list) = list(inner.value(model)?) {
                return Ok(count(list.len()));
            }
        }
        None => {}
    }
    let len = list(model)
        .map(Items::len)
        .or_else(|| map(model).map(Pairs::len));
    Ok(len.map_or(Value::Null, count))
}

fn count<'a>(len: usize) -> Value<'a> {
    Value::Int(i32::try_from(len).unwrap_or(i32::MAX))
}

fn aggregate<'a>(input: &Input<'_, 'a>, fold: fn(&[f64]) -> f64) -> Found<Value<'a>> {
    let mut numbers: Vec<f64> = list(input.model)
        .into_iter()
        .flat_map(Items::iter)
        .filter_map(number)
        .collect();
    numbers.extend(numeric_arguments(input));
    match numbers.is_empty() {
        true => Err(no_elements()),
        false => Ok(Value::Double(fold(&numbers))),
    }
}

fn number(value: Value<'_>) -> Option<f64> {
    Some(value.operand()?.number().double_value())
}

/// The numbers among the arguments, those in lists included.
fn numeric_arguments<'i, 'a>(input: &'i Input<'_, 'a>) -> impl Iterator<Item = f64> + use<'i, 'a> {
    let values = input.params.unwrap_or_default().iter().copied();
    values.flat_map(flattened).filter_map(number)
}

fn flattened<'a>(value: Value<'a>) -> impl Iterator<Item = Value<'a>> {
    let list = list(value);
    let single = if list.is_none() { Some(value) } else { None };
    single
        .into_iter()
        .chain(list.into_iter().flat_map(Items::iter))
}

fn sum(numbers: &[f64]) -> f64 {
    numbers.iter().fold(0.0, |sum, number| sum + number)
}

fn deviation(numbers: &[f64]) -> f64 {
    let count = numbers.len() as f64;
    let squares = numbers
        .iter()
        .fold(0.0, |sum, number| sum + number * number);
    let sum = sum(numbers);
    (squares / count - sum * sum / count / count).sqrt()
}

fn smaller(least: f64, number: f64) -> f64 {
    if least > number { number } else { least }
}

fn greater(most: f64, number: f64) -> f64 {
    if most < number { number } else { most }
}

/// The texts of a list, then the arguments whatever they are.
fn concat<'a>(input: &Input<'_, 'a>) -> Found<Value<'a>> {
    let own = list(input.model)
        .into_iter()
        .flat_map(Items::iter)
        .filter(|item| item.as_text().is_some());
    let arguments = input
        .params
        .unwrap_or_default()
        .iter()
        .copied()
        .flat_map(flattened);
    let mut joined = String::new();
    for part in own.chain(arguments.filter(|argument| !argument.is_null())) {
        joined.push_str(print::text(part, input.arena)?);
        input.arena.charge_text(joined.len() / 64)?;
    }
    Ok(input.arena.text(&joined)?)
}

/// Adds the arguments to a list, in place where the list is a result of the evaluation.
fn append<'a>(input: &Input<'_, 'a>) -> Found<Value<'a>> {
    let params = input.params.unwrap_or_default();
    let Some(items) = list(input.model).filter(|_| !params.is_empty()) else {
        return Ok(input.model);
    };
    if ![ClassId::ARRAY_LIST, ClassId::JSON_ARRAY]
        .map(ClassRef::of)
        .contains(&items.class())
    {
        return Err(Failure::thrown(
            "UnsupportedOperationException",
            "the list cannot grow",
        ));
    }
    input.arena.charge_items(params.len())?;
    if let Value::List(cell) = input.model {
        cell.items.borrow_mut().extend(params.iter().copied());
        return Ok(input.model);
    }
    let all: Vec<Value<'a>> = items.iter().chain(params.iter().copied()).collect();
    Ok(input.arena.list(items.class(), &all)?)
}

fn keys<'a>(input: &Input<'_, 'a>) -> Found<Value<'a>> {
    let Some(pairs) = map(input.model) else {
        return Ok(Value::Null);
    };
    let keys: Vec<Value<'a>> = pairs
        .entries(input.arena)?
        .iter()
        .map(|(key, _)| *key)
        .collect();
    Ok(input.arena.set(
        ClassId::named("java.util.LinkedHashMap$LinkedKeySet"),
        &keys,
    )?)
}

fn index<'a>(input: &Input<'_, 'a>) -> Found<Value<'a>> {
    let position = numeric_arguments(input).next();
    let position = match (list(input.model), input.params, position) {
        (None, ..) => return Err(no_elements()),
        (_, None, _) => {
            return Err(Failure::thrown(
                "NullPointerException",
                "`index` takes a number",
            ));
        }
        (_, _, None) => return Err(Failure::Bounds("`index` takes a number".to_owned())),
        (_, _, Some(position)) => position,
    };
    element(input, position as i32)
}

/// An element, counted from the end if negative.
fn element<'a>(input: &Input<'_, 'a>, position: i32) -> Found<Value<'a>> {
    let Some(list) = list(input.model) else {
        return Err(no_elements());
    };
    let from_end = list.len() as i64 + i64::from(position);
    match usize::try_from(position) {
        Ok(position) => list
            .get(position)
            .ok_or_else(|| Failure::Bounds(format!("there is no element {position}"))),
        Err(_) if from_end < 0 => Err(Failure::thrown(
            "JsonPathException",
            "the list has too few elements",
        )),
        Err(_) => Ok(list.get(from_end as usize).unwrap_or(Value::Null)),
    }
}

#[cold]
fn no_elements() -> Failure {
    Failure::thrown(
        "JsonPathException",
        "the function needs a list with values of its kind",
    )
}
