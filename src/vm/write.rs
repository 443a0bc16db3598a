//! Assignments (specification §7.6).

use super::machine::Machine;
use super::navigate;
use crate::diagnostic::Code;
use crate::value::fault::{Fault, Outcome};
use crate::value::{ClassId, ClassRef, MapCell, Value, arith, convert};

/// `#name = value`: seen by later reads of this evaluation, and kept in the context at its end.
pub(super) fn variable<'a>(
    machine: &mut Machine<'a>,
    name: &'a str,
    value: Value<'a>,
) -> Value<'a> {
    let assigned = &mut machine.rest().assigned;
    assigned.retain(|(known, _)| *known != name);
    assigned.push((name, value));
    value
}

/// `target[index] = value`, the target and below it the value on the stack.
pub(super) fn index<'a>(machine: &mut Machine<'a>, index: Value<'a>) -> Outcome<Value<'a>> {
    let target = machine.pop();
    let value = machine.pop();
    if index.is_null() {
        return Err(navigate::no_index());
    }
    match target {
        Value::Map(map) => put(machine, map, index, value)?,
        Value::List(list) if !list.class.is_array() && !list.class.id.is_a(ClassId::LIST) => {
            return Err(not_writable(target));
        }
        Value::List(_) => set(machine, target, index, value)?,
        Value::Sequence(_) | Value::Lookup(_) => {
            return Err(Fault::java(
                "UnsupportedOperationException",
                "a constant list or map cannot be changed",
            ));
        }
        _ => return Err(not_writable(target)),
    }
    Ok(value)
}

#[cold]
fn not_writable(target: Value<'_>) -> Box<Fault> {
    Fault::el(
        Code::NOT_INDEXABLE,
        format!("an element of {} cannot be assigned", target.class_name()),
    )
}

fn set<'a>(
    machine: &Machine<'a>,
    target: Value<'a>,
    index: Value<'a>,
    value: Value<'a>,
) -> Outcome<()> {
    let Value::List(list) = target else {
        return Ok(());
    };
    let at =
        convert::to_index(index, machine.arena()).map_err(|fault| fault.at(machine.place().at))?;
    let in_bounds = usize::try_from(at).ok().filter(|at| *at < list.len());
    let value = match list.class.component() {
        Some(component) => array_item(machine, component, value)?,
        None => value,
    };
    match in_bounds {
        Some(at) => {
            list.items.borrow_mut()[at] = value;
            Ok(())
        }
        None => Err(navigate::out_of_bounds(target, at)),
    }
}

fn array_item<'a>(
    machine: &Machine<'a>,
    component: ClassRef,
    value: Value<'a>,
) -> Outcome<Value<'a>> {
    let converted = machine.converter().convert(value, component);
    let converted = converted.map_err(|failure| failure.into_fault())?;
    match converted {
        Value::Null => Err(Fault::java(
            "IllegalStateException",
            "null cannot be stored in an array",
        )),
        other => Ok(other),
    }
}

/// Headers and parameters hold lists of texts; what is stored becomes one.
fn put<'a>(
    machine: &Machine<'a>,
    map: &'a MapCell<'a>,
    key: Value<'a>,
    value: Value<'a>,
) -> Outcome<()> {
    let arena = machine.arena();
    let multi = [
        ClassId::DEFAULT_HTTP_HEADERS,
        ClassId::LINKED_MULTI_VALUE_MAP,
    ]
    .contains(&map.class);
    if !multi {
        return map.put(arena, key, value).map(drop);
    }
    let into = |value, class| {
        convert::convert(value, ClassRef::of(class), arena).map_err(|failure| failure.into_fault())
    };
    let key = into(key, ClassId::STRING)?;
    if value.is_null() && map.class == ClassId::DEFAULT_HTTP_HEADERS {
        map.remove(key);
        return Ok(());
    }
    let values = into(value, ClassId::LIST)?;
    map.put(arena, key, values).map(drop)
}

/// No property can be written.
#[cold]
pub(super) fn property(target: Value<'_>, name: &str) -> Box<Fault> {
    match target {
        Value::Null => Fault::el(
            Code::PROPERTY_WRITE_ON_NULL,
            format!("`{name}` of null cannot be assigned"),
        ),
        _ => {
            let message = format!("`{name}` of {} cannot be assigned", target.class_name());
            Fault::el(Code::PROPERTY_NOT_WRITABLE, message)
        }
    }
}

/// One more or one less.
pub(super) fn step<'a>(
    machine: &Machine<'a>,
    value: Value<'a>,
    decrement: bool,
) -> Outcome<Value<'a>> {
    let (code, word) = match decrement {
        true => (Code::NOT_DECREMENTABLE, "decremented"),
        false => (Code::NOT_INCREMENTABLE, "incremented"),
    };
    if !value.is_number() {
        return Err(Fault::el(
            code,
            format!("{} cannot be {word}", value.class_name()),
        ));
    }
    match decrement {
        true => arith::sub(value, Value::Int(1), machine.arena()),
        false => arith::add(value, Value::Int(1), machine.arena()),
    }
}

/// The reference cannot give a prefix step on a Byte or Short as the whole result: the value is an Integer by then.
pub(super) fn narrow(old: Value<'_>) -> Outcome<()> {
    match old {
        Value::Byte(_) | Value::Short(_) => {
            let message = format!(
                "a step on a {} gives an Integer, which cannot be the result",
                old.class_name()
            );
            Err(Fault::java("IllegalArgumentException", message))
        }
        _ => Ok(()),
    }
}
