//! Calls of methods, functions and constructors.

use super::machine::Machine;
use super::program::Site;
use crate::diagnostic::Code;
use crate::functions;
use crate::java;
use crate::value::fault::{Fault, Outcome};
use crate::value::{Holder, Value};

/// A method of the value below the arguments.
pub(super) fn method<'a>(machine: &mut Machine<'a>, site: &'a Site) -> Outcome<Value<'a>> {
    let args = machine.take(site.argc);
    let value = match machine.pop() {
        Value::Null if site.safe => return Ok(Value::Null),
        Value::Null => return Err(method_of_null(&site.name)),
        target => java::invoke(&machine.call(), target, &site.name, &args, &site.resolved)?,
    };
    if machine.program.writes {
        super::input::fresh(machine, value)
    } else {
        Ok(value)
    }
}

#[cold]
fn method_of_null(name: &str) -> Box<Fault> {
    Fault::el(
        Code::METHOD_ON_NULL,
        format!("`{name}(…)` was called on null"),
    )
}

/// A function is looked up before its arguments are evaluated.
pub(super) fn callable(machine: &mut Machine<'_>, name: &str) -> Outcome<()> {
    match super::input::variable(machine, name)? {
        Value::Null => Err(no_function(name)),
        Value::Holder(Holder::Function(_)) => Ok(()),
        _ => Err(Fault::el(
            Code::NOT_A_FUNCTION,
            format!("`#{name}` is a variable, not a function"),
        )),
    }
}

#[cold]
fn no_function(name: &str) -> Box<Fault> {
    let mut fault = Fault::el(
        Code::FUNCTION_NOT_FOUND,
        format!("there is no function `#{name}`"),
    );
    fault.suggestions = crate::diagnostic::similar::nearest(name, functions::NAMES.iter().copied());
    fault
}

/// A function with its arguments.
pub(super) fn function<'a>(machine: &mut Machine<'a>, site: &'a Site) -> Outcome<Value<'a>> {
    let args = machine.take(site.argc);
    functions::call(&machine.call(), &site.name, &site.query, &args)
}

/// `new Class(args)`
pub(super) fn construct<'a>(machine: &mut Machine<'a>, site: &'a Site) -> Outcome<Value<'a>> {
    let args = machine.take(site.argc);
    java::construct(&machine.call(), &site.name, &args)
}
