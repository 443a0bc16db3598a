//! Comparisons. Two node-sets compare as some pair of their texts does; the pairs are not enumerated, for equal texts are found
//! by looking them up and order by the least and the greatest.

use super::error::XPathError;
use super::evaluate::{Evaluator, NodeSet, Stop, Value};
use super::expression::Operator;
use super::number;
use std::borrow::Cow;
use std::collections::HashSet;

/// Whether a comparison holds.
pub(super) fn holds<'e>(
    of: &Evaluator<'e>,
    operator: Operator,
    left: &Value<'e>,
    right: &Value<'e>,
) -> Result<bool, XPathError> {
    match (left, right) {
        (Value::Nodes(left), Value::Nodes(right)) => sets(of, operator, left, right),
        (Value::Nodes(nodes), other) => set(of, operator, nodes, other),
        (other, Value::Nodes(nodes)) => set(of, turned(operator), nodes, other),
        _ => scalars(of, operator, left, right),
    }
}

/// The operator with its operands exchanged.
fn turned(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::Greater,
        Operator::LessOrEqual => Operator::GreaterOrEqual,
        Operator::Greater => Operator::Less,
        Operator::GreaterOrEqual => Operator::LessOrEqual,
        other => other,
    }
}

fn numbers(operator: Operator, left: f64, right: f64) -> bool {
    match operator {
        Operator::NotEqual => left != right,
        Operator::Less => left < right,
        Operator::LessOrEqual => left <= right,
        Operator::Greater => left > right,
        Operator::GreaterOrEqual => left >= right,
        _ => left == right,
    }
}

fn texts(operator: Operator, left: &str, right: &str) -> bool {
    match operator {
        Operator::Equal => left == right,
        Operator::NotEqual => left != right,
        _ => numbers(operator, number::from_text(left), number::from_text(right)),
    }
}

fn scalars<'e>(
    of: &Evaluator<'e>,
    operator: Operator,
    left: &Value<'e>,
    right: &Value<'e>,
) -> Result<bool, XPathError> {
    let equality = matches!(operator, Operator::Equal | Operator::NotEqual);
    Ok(match (left, right) {
        (Value::Boolean(_), _) | (_, Value::Boolean(_)) if equality => {
            (of.truth(left)? == of.truth(right)?) == (operator == Operator::Equal)
        }
        (Value::Text(left), Value::Text(right)) if equality => texts(operator, left, right),
        _ => numbers(operator, of.number(left)?, of.number(right)?),
    })
}

/// A node-set against anything else: some node's text or number, except for truth, where the set counts as a whole.
fn set<'e>(
    of: &Evaluator<'e>,
    operator: Operator,
    nodes: &NodeSet<'e>,
    other: &Value<'e>,
) -> Result<bool, XPathError> {
    if let Value::Boolean(truth) = other {
        let some = of.first(nodes)?.is_some();
        return Ok(numbers(
            operator,
            f64::from(u8::from(some)),
            f64::from(u8::from(*truth)),
        ));
    }
    let mut found = false;
    of.each(nodes, &mut |node| {
        let text = of.text_of(node)?;
        found = match other {
            Value::Number(number) => numbers(operator, number::from_text(&text), *number),
            Value::Text(other) => texts(operator, &text, other),
            Value::Nodes(_) | Value::Boolean(_) => false,
        };
        if found { Err(Stop::Enough) } else { Ok(()) }
    })?;
    Ok(found)
}

fn sets<'e>(
    of: &Evaluator<'e>,
    operator: Operator,
    left: &NodeSet<'e>,
    right: &NodeSet<'e>,
) -> Result<bool, XPathError> {
    let left = all_texts(of, left)?;
    // The reference does not look at the second set when the first is empty.
    if left.is_empty() {
        return Ok(false);
    }
    let right = all_texts(of, right)?;
    Ok(match operator {
        Operator::Equal => {
            let known: HashSet<&str> = left.iter().map(|text| &**text).collect();
            right.iter().any(|text| known.contains(&**text))
        }
        // Some pair differs unless all texts of both are the same one.
        Operator::NotEqual => {
            !right.is_empty() && left.iter().chain(&right).any(|text| *text != left[0])
        }
        _ => ordered(operator, &left, &right),
    })
}

fn all_texts<'e>(of: &Evaluator<'e>, nodes: &NodeSet<'e>) -> Result<Vec<Cow<'e, str>>, XPathError> {
    let mut texts = Vec::new();
    let mut size = 0;
    of.each(nodes, &mut |node| {
        let text = of.text_of(node)?;
        size += text.len();
        of.fits(size)?;
        texts.push(text);
        Ok(())
    })?;
    Ok(texts)
}

type Pick = fn(f64, f64) -> f64;

/// Some pair is in order exactly when the least of one side and the greatest of the other are.
fn ordered(operator: Operator, left: &[Cow<'_, str>], right: &[Cow<'_, str>]) -> bool {
    let extreme = |texts: &[Cow<'_, str>], pick: Pick| {
        let numbers = texts.iter().map(|text| number::from_text(text));
        numbers.filter(|number| !number.is_nan()).reduce(pick)
    };
    let picks: (Pick, Pick) = match operator {
        Operator::Less | Operator::LessOrEqual => (f64::min, f64::max),
        _ => (f64::max, f64::min),
    };
    match (extreme(left, picks.0), extreme(right, picks.1)) {
        (Some(left), Some(right)) => numbers(operator, left, right),
        _ => false,
    }
}
