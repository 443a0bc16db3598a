//! Array construction (specification §4.22).

use super::machine::Machine;
use super::program::ArraySite;
use crate::diagnostic::Code;
use crate::value::fault::{Fault, Outcome};
use crate::value::{ClassId, ClassRef, Value, convert};

/// `new int[2][3]`: the sizes are on the stack.
pub(super) fn sized<'a>(machine: &mut Machine<'a>, site: &'a ArraySite) -> Outcome<Value<'a>> {
    let sizes = machine.take(site.count as u16);
    let mut total = 1_usize;
    let mut checked = Vec::with_capacity(sizes.len());
    for size in &sizes {
        let size = size_of(machine, *size)?;
        total = total.saturating_mul(usize::try_from(size).unwrap_or(usize::MAX));
        let limit = machine.arena().limits().array_items;
        if size >= 0 && total >= limit {
            return Err(Fault::el(
                Code::ARRAY_TOO_LARGE,
                format!("the array would have {limit} elements or more"),
            ));
        }
        checked.push(size);
    }
    if let Some(negative) = checked.iter().find(|size| **size < 0) {
        return Err(Fault::java(
            "NegativeArraySizeException",
            format!("an array cannot have {negative} elements"),
        ));
    }
    filled(machine, site.component, &checked)
}

fn size_of<'a>(machine: &Machine<'a>, size: Value<'a>) -> Outcome<i32> {
    convert::to_index(size, machine.arena())
}

/// An array of arrays, as deep as there are sizes.
fn filled<'a>(machine: &Machine<'a>, component: ClassRef, sizes: &[i32]) -> Outcome<Value<'a>> {
    let Some((size, inner)) = sizes.split_first() else {
        return Ok(Value::Null);
    };
    let class = (0..sizes.len()).fold(component, |class, _| class.array_of());
    machine.arena().charge_items(*size as usize)?;
    let mut items = machine.arena().vec(*size as usize);
    for _ in 0..*size {
        items.push(if inner.is_empty() {
            zero(component)
        } else {
            filled(machine, component, inner)?
        });
    }
    Ok(machine.arena().list_of(class, items))
}

/// What a new array holds.
fn zero<'a>(component: ClassRef) -> Value<'a> {
    match (component.dims, component.id) {
        (0, ClassId::BOOLEAN_P) => Value::Bool(false),
        (0, ClassId::BYTE_P) => Value::Byte(0),
        (0, ClassId::SHORT_P) => Value::Short(0),
        (0, ClassId::CHAR_P) => Value::Char(0),
        (0, ClassId::INT_P) => Value::Int(0),
        (0, ClassId::LONG_P) => Value::Long(0),
        (0, ClassId::FLOAT_P) => Value::Float(0.0),
        (0, ClassId::DOUBLE_P) => Value::Double(0.0),
        _ => Value::Null,
    }
}

/// `new int[]{1, 2}`: the converted elements are on the stack.
pub(super) fn of<'a>(machine: &mut Machine<'a>, site: &'a ArraySite) -> Outcome<Value<'a>> {
    let limit = machine.arena().limits().array_items;
    if site.count as usize >= limit {
        return Err(Fault::el(
            Code::ARRAY_TOO_LARGE,
            format!("the array would have {limit} elements or more"),
        ));
    }
    let items = machine.take(site.count as u16);
    machine.arena().list(site.component.array_of(), &items)
}

/// An element of an initialiser, converted to the component type.
pub(super) fn item<'a>(
    machine: &Machine<'a>,
    site: &'a ArraySite,
    item: Value<'a>,
) -> Outcome<Value<'a>> {
    // The reference converts to the class that boxes a primitive component, and then finds a null.
    let converted = machine.converter().convert(item, site.component.boxed());
    match converted.map_err(|failure| failure.into_fault())? {
        Value::Null if site.component.is_primitive() => Err(no_element()),
        element => Ok(element),
    }
}

#[cold]
fn no_element() -> Box<Fault> {
    Fault::java(
        "IllegalStateException",
        "null cannot be an element of a primitive array",
    )
}

/// A size beside an initialiser must be the number of its elements.
pub(super) fn same_size<'a>(machine: &Machine<'a>, size: Value<'a>, count: u32) -> Outcome<()> {
    match size_of(machine, size)? == count as i32 {
        true => Ok(()),
        false => {
            let message = format!("the array has a size of its own, but {count} elements");
            Err(Fault::el(Code::ARRAY_INITIALIZER_SIZE, message))
        }
    }
}
