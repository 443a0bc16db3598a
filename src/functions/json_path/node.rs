//! The sides of a comparison when a filter runs, and what the operators mean on them.
//!
//! A number equals the text that writes it, a list in the path is compared as text with a list in the document unless
//! the document's stands on the left: the reference's equality is not symmetric, and its operators give up in different
//! ways. Each operator is a function here; which failure means "no" is left to the walk.

use super::compile;
use super::cursor::unescape;
use super::failure::{Failure, Found};
use super::filter::{MAX_DIGITS, Operator};
use super::pattern::Pattern;
use super::text;
use crate::value::number::decimal::Decimal;
use crate::value::number::float_text::{double_text, float_text};
use crate::value::text::Text;
use crate::value::view::Items;
use crate::value::{Arena, Value, equality, numeric};
use std::borrow::Cow;
use std::cmp::Ordering;

/// A value as a filter compares it.
pub(super) enum Node<'a, 'p> {
    Null,
    /// What a path that leads nowhere gives.
    Undefined,
    Bool(bool),
    Number(Number<'p>),
    Text(Cow<'p, str>),
    /// A list or object of the document.
    Json(Value<'a>),
    /// A list or object of the path, still as text.
    JsonText(Cow<'p, str>),
    Pattern(&'p Pattern),
    /// A text of the document that is a path; it equals nothing.
    Path,
}

/// A number: small ones need no decimal arithmetic.
pub(super) enum Number<'p> {
    Small(i64),
    Decimal(Cow<'p, Decimal>),
}

impl<'p> Number<'p> {
    /// A number of the path, small if its text is that of a whole number.
    pub(super) fn literal(value: &'p Decimal) -> Number<'p> {
        Number::Decimal(Cow::Borrowed(value))
    }

    fn compare(&self, other: &Number<'_>) -> Ordering {
        match (self, other) {
            (Number::Small(a), Number::Small(b)) => a.cmp(b),
            (a, b) => a.decimal().compare(&b.decimal()),
        }
    }

    fn decimal(&self) -> Cow<'_, Decimal> {
        match self {
            Number::Small(value) => Cow::Owned(Decimal::new((*value).into(), 0)),
            Number::Decimal(value) => Cow::Borrowed(value),
        }
    }

    fn text(&self) -> String {
        match self {
            Number::Small(value) => value.to_string(),
            Number::Decimal(value) => value.to_string(),
        }
    }

    fn int_value(&self) -> i32 {
        match self {
            Number::Small(value) => *value as i32,
            Number::Decimal(value) => value.int_value(),
        }
    }
}

impl<'a: 'p, 'p> Node<'a, 'p> {
    /// A value that a path found.
    pub(super) fn of(value: Value<'a>) -> Found<Node<'a, 'p>> {
        Ok(match value {
            Value::Null => Node::Null,
            Value::Bool(value) => Node::Bool(value),
            Value::Str(text) => Node::Text(Cow::Borrowed(text)),
            Value::Wide(units) => Node::Text(Cow::Owned(String::from_utf16_lossy(units))),
            number if number.is_number() => Node::Number(number_of(number)?),
            _ if super::walk::list(value).is_some() || super::walk::map(value).is_some() => {
                Node::Json(value)
            }
            _ => {
                return Err(Failure::thrown(
                    "JsonPathException",
                    "a filter cannot compare this value",
                ));
            }
        })
    }

    /// An element of a list. Texts that look like JSON or like a path are taken as such; lists and maps are refused.
    fn element(value: Value<'a>, arena: &'a Arena) -> Found<Node<'a, 'p>> {
        match value {
            Value::Str(text) => text_element(text, arena),
            Value::Char(unit) => Ok(Node::Text(Cow::Owned(String::from_utf16_lossy(&[unit])))),
            value => match Node::of(value)? {
                Node::Json(_) => Err(Failure::thrown(
                    "JsonPathException",
                    "a list in a filter holds a list or an object",
                )),
                node => Ok(node),
            },
        }
    }

    /// The elements of a list; `None` for anything else of JSON, a failure for what is no JSON.
    fn elements(&self, arena: &'a Arena) -> Found<Option<Vec<Node<'a, 'p>>>> {
        let list = match self {
            Node::Json(value) => super::walk::list(*value),
            Node::JsonText(text) => super::walk::list(parsed(text, arena)?),
            _ => return Err(Failure::invalid("a list was expected in the filter")),
        };
        list.map(|list| list.iter().map(|item| Node::element(item, arena)).collect())
            .transpose()
    }

    fn is_json(&self) -> bool {
        matches!(self, Node::Json(_) | Node::JsonText(_))
    }

    /// Equality of elements and of anything that is not a list or object on both sides.
    fn equals(&self, other: &Node<'a, 'p>) -> Found<bool> {
        Ok(match (self, other) {
            (Node::Null, Node::Null) => true,
            (Node::Bool(a), Node::Bool(b)) => a == b,
            (Node::Number(a), Node::Number(b)) => a.compare(b) == Ordering::Equal,
            (Node::Number(a), Node::Text(b)) => decimal(b)?
                .is_some_and(|b| a.compare(&Number::Decimal(Cow::Owned(b))) == Ordering::Equal),
            (Node::Text(a), Node::Number(b)) => **a == *b.text(),
            (Node::Text(a), Node::Text(b)) => a == b,
            (Node::Json(a), Node::Json(b)) => equality::equals(*a, *b),
            (Node::JsonText(a), Node::JsonText(b)) => a == b,
            (Node::Pattern(a), Node::Pattern(b)) => std::ptr::eq(*a, *b),
            _ => false,
        })
    }

    fn same_kind(&self, other: &Node<'a, 'p>) -> bool {
        let is_path_list = self.is_json() && other.is_json();
        is_path_list || std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// The text that a pattern is matched with.
    fn pattern_input(&self) -> Cow<'_, str> {
        match self {
            Node::Text(text) => Cow::Borrowed(text),
            Node::Number(number) => Cow::Owned(number.text()),
            Node::Bool(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
            _ => Cow::Borrowed(""),
        }
    }

    fn bool(&self) -> Found<bool> {
        match self {
            Node::Bool(value) => Ok(*value),
            _ => Err(Failure::invalid("a boolean was expected in the filter")),
        }
    }
}

fn number_of<'p>(number: Value<'_>) -> Found<Number<'p>> {
    let of_text = |text: &str| match decimal(text)? {
        Some(decimal) => Ok(Number::Decimal(Cow::Owned(decimal))),
        None => Err(Failure::thrown(
            "NumberFormatException",
            format!("a filter cannot compare `{text}`"),
        )),
    };
    match number {
        Value::Double(value) => of_text(double_text(value).as_str()),
        Value::Float(value) => of_text(float_text(value).as_str()),
        Value::BigInt(value) => Ok(Number::Decimal(Cow::Owned(Decimal::new(value.clone(), 0)))),
        Value::BigDec(value) => Ok(Number::Decimal(Cow::Owned(numeric::decimal(value)))),
        integer => match integer.operand() {
            Some(operand) => Ok(Number::Small(operand.number().long_value())),
            None => Err(Failure::invalid("a number was expected in the filter")),
        },
    }
}

/// A text as a decimal number; `None` when it is none.
fn decimal(text: &str) -> Found<Option<Decimal>> {
    match Decimal::parse(Text::Utf8(text), MAX_DIGITS) {
        Ok(decimal) => Ok(Some(decimal)),
        Err(failure) => match Failure::from(failure) {
            limit @ Failure::Limit(_) => Err(limit),
            _ => Ok(None),
        },
    }
}

fn text_element<'a: 'p, 'p>(text: &'a str, arena: &'a Arena) -> Found<Node<'a, 'p>> {
    let inner = text.trim_matches(|char: char| char <= ' ');
    if inner.starts_with(['@', '$']) && compile::is_path(text)? {
        return Ok(Node::Path);
    }
    let bracketed =
        |open, close| inner.len() > 1 && inner.starts_with(open) && inner.ends_with(close);
    if (bracketed('[', ']') || bracketed('{', '}')) && is_json(inner, arena)? {
        return Ok(Node::JsonText(Cow::Borrowed(text)));
    }
    let quoted = |quote| text.len() > 1 && text.starts_with(quote) && text.ends_with(quote);
    let text = if quoted('\'') || quoted('"') {
        &text[1..text.len() - 1]
    } else {
        text
    };
    Ok(Node::Text(if text.contains('\\') {
        Cow::Owned(unescape(text)?)
    } else {
        Cow::Borrowed(text)
    }))
}

fn is_json(text: &'_ str, arena: &Arena) -> Found<bool> {
    match parsed(text, arena) {
        Ok(_) => Ok(true),
        Err(limit @ Failure::Limit(_)) => Err(limit),
        Err(_) => Ok(false),
    }
}

/// A JSON text of a path or an element, which the evaluation then keeps.
fn parsed<'a>(text: &str, arena: &'a Arena) -> Found<Value<'a>> {
    text::read(arena.str(text)?, arena)
}

/// Applies an operator.
pub(super) fn compare<'a: 'p, 'p>(
    left: &Node<'a, 'p>,
    operator: Operator,
    right: &Node<'a, 'p>,
    arena: &'a Arena,
) -> Found<bool> {
    match operator {
        Operator::Eq => equal(left, right, arena),
        Operator::Ne => Ok(!equal(left, right, arena)?),
        Operator::SameEq => Ok(left.same_kind(right) && equal(left, right, arena)?),
        Operator::SameNe => Ok(!(left.same_kind(right) && equal(left, right, arena)?)),
        Operator::Lt => Ok(order(left, right) == Some(Ordering::Less)),
        Operator::Le => Ok(order(left, right).is_some_and(Ordering::is_le)),
        Operator::Gt => Ok(order(left, right) == Some(Ordering::Greater)),
        Operator::Ge => Ok(order(left, right).is_some_and(Ordering::is_ge)),
        Operator::Matches => matches(left, right, arena),
        Operator::In => is_in(left, right, arena),
        Operator::NotIn => Ok(!is_in(left, right, arena)?),
        Operator::Contains => contains(left, right, arena),
        Operator::All => Err(Failure::invalid(
            "`all` needs a list that no path can write",
        )),
        Operator::Size => Ok(size(left, right, arena)?),
        Operator::Exists => exists(left, right),
        Operator::Impossible(what) => Err(Failure::invalid(format!(
            "the operator needs {what} on its right"
        ))),
        Operator::Empty => empty(left, right, arena),
        Operator::SubsetOf => sets(left, right, arena, |found, all| found == all),
        Operator::AnyOf => sets(left, right, arena, |found, _| found > 0),
        Operator::NoneOf => sets(left, right, arena, |found, _| found == 0),
    }
}

/// Two lists or objects: one of the document is compared by value, one of the path never equals anything else.
fn equal<'a: 'p, 'p>(left: &Node<'a, 'p>, right: &Node<'a, 'p>, arena: &'a Arena) -> Found<bool> {
    match (left, right) {
        (Node::Json(left), Node::JsonText(text)) => {
            Ok(equality::equals(*left, parsed(text, arena)?))
        }
        (Node::JsonText(_), Node::JsonText(text)) => parsed(text, arena).map(|_| false),
        _ => left.equals(right),
    }
}

fn order(left: &Node<'_, '_>, right: &Node<'_, '_>) -> Option<Ordering> {
    match (left, right) {
        (Node::Number(a), Node::Number(b)) => Some(a.compare(b)),
        (Node::Text(a), Node::Text(b)) => Some(Text::Utf8(a).order(Text::Utf8(b))),
        _ => None,
    }
}

fn matches<'a: 'p, 'p>(left: &Node<'a, 'p>, right: &Node<'a, 'p>, arena: &'a Arena) -> Found<bool> {
    let (pattern, other) = match (left, right) {
        (Node::Pattern(_), Node::Pattern(_)) => return Ok(false),
        (Node::Pattern(pattern), other) | (other, Node::Pattern(pattern)) => (*pattern, other),
        _ => return Ok(false),
    };
    let list = if other.is_json() {
        other.elements(arena)?
    } else {
        None
    };
    let Some(list) = list else {
        return pattern.matches(&other.pattern_input());
    };
    for item in list {
        if pattern.matches(&item.pattern_input())? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_in<'a: 'p, 'p>(left: &Node<'a, 'p>, right: &Node<'a, 'p>, arena: &'a Arena) -> Found<bool> {
    match right.elements(arena)? {
        Some(list) => any_equal(&list, left),
        None => Ok(false),
    }
}

fn any_equal<'a: 'p, 'p>(list: &[Node<'a, 'p>], wanted: &Node<'a, 'p>) -> Found<bool> {
    for item in list {
        if wanted.equals(item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn contains<'a: 'p, 'p>(
    left: &Node<'a, 'p>,
    right: &Node<'a, 'p>,
    arena: &'a Arena,
) -> Found<bool> {
    match (left, right) {
        (Node::Text(text), Node::Text(part)) => Ok(text.contains(&**part)),
        (list, wanted) if list.is_json() => match list.elements(arena)? {
            Some(list) => any_equal(&list, wanted),
            None => Ok(false),
        },
        _ => Ok(false),
    }
}

fn size<'a: 'p, 'p>(left: &Node<'a, 'p>, right: &Node<'a, 'p>, arena: &'a Arena) -> Found<bool> {
    let Node::Number(wanted) = right else {
        return Ok(false);
    };
    let len = |list: Option<Items<'a>>| list.map_or(-1, |list| list.len() as i64);
    let found = match left {
        Node::Text(text) => Text::Utf8(text).len_units() as i64,
        Node::Json(value) => len(super::walk::list(*value)),
        Node::JsonText(text) => len(super::walk::list(parsed(text, arena)?)),
        _ => return Ok(false),
    };
    Ok(found == i64::from(wanted.int_value()))
}

fn exists(left: &Node<'_, '_>, right: &Node<'_, '_>) -> Found<bool> {
    if !matches!(left, Node::Bool(_)) && !matches!(right, Node::Bool(_)) {
        return Err(Failure::thrown(
            "JsonPathException",
            "`exists` compares booleans",
        ));
    }
    match (left, right) {
        (Node::Bool(left), Node::Bool(right)) => Ok(left == right),
        _ => Err(Failure::invalid("a boolean was expected in the filter")),
    }
}

fn empty<'a: 'p, 'p>(left: &Node<'a, 'p>, right: &Node<'a, 'p>, arena: &'a Arena) -> Found<bool> {
    let is_empty = match left {
        Node::Text(text) => text.is_empty(),
        Node::Json(value) => no_elements(*value)?,
        Node::JsonText(text) => no_elements(parsed(text, arena)?)?,
        _ => return Ok(false),
    };
    Ok(is_empty == right.bool()?)
}

/// The reference takes an object for a collection here, and fails.
fn no_elements(value: Value<'_>) -> Found<bool> {
    match super::walk::list(value) {
        Some(list) => Ok(list.len() == 0),
        None => Err(Failure::thrown(
            "ClassCastException",
            "`empty` was asked of an object",
        )),
    }
}

/// Counts how many elements on the left are on the right.
fn sets<'a: 'p, 'p>(
    left: &Node<'a, 'p>,
    right: &Node<'a, 'p>,
    arena: &'a Arena,
    decide: fn(usize, usize) -> bool,
) -> Found<bool> {
    let Some(right) = right.elements(arena)? else {
        return Ok(false);
    };
    let Some(left) = left.elements(arena)? else {
        return Ok(false);
    };
    let mut found = 0;
    for item in &left {
        found += usize::from(any_equal(&right, item)?);
    }
    Ok(decide(found, left.len()))
}
