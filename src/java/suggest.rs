//! What to say about a name that does not exist: the names that do, nearest first.

use super::hierarchy;
use super::property::{readable_fields, readable_methods};
use crate::diagnostic::{Code, similar};
use crate::value::ClassRef;
use crate::value::fault::Fault;

/// The property does not exist on an instance of the class, or, `of_class`, on the class itself.
#[cold]
pub(super) fn unknown_property(class: ClassRef, of_class: bool, name: &str) -> Box<Fault> {
    let methods = readable_methods(class, of_class).map(|method| short(method.name));
    let fields = readable_fields(class).map(|field| field.name.to_owned());
    let known: Vec<String> = methods.chain(fields).collect();
    unknown_among(&class.display(), name, known.iter().map(String::as_str))
}

/// The property is none of these.
#[cold]
pub(super) fn unknown_among<'n>(
    class: &str,
    name: &str,
    known: impl Iterator<Item = &'n str>,
) -> Box<Fault> {
    let mut fault = Fault::el(
        Code::PROPERTY_NOT_FOUND,
        format!("`{class}` has no property `{name}`"),
    );
    fault.suggestions = similar::nearest(name, known);
    fault
}

/// Callable methods with a similar name.
pub(super) fn methods(class: ClassRef, is_class_target: bool, name: &str) -> Vec<String> {
    let methods = hierarchy::tables(class).flat_map(|table| table.methods);
    let callable = methods.filter(|method| {
        method.allowed && !method.hidden && (method.is_static || !is_class_target)
    });
    similar::nearest(name, callable.map(|method| method.name))
}

/// The short name under which a getter is read.
fn short(method: &str) -> String {
    let bare = method
        .strip_prefix("get")
        .or_else(|| method.strip_prefix("is"));
    match bare.filter(|bare| bare.starts_with(char::is_uppercase)) {
        Some(bare) => bare[..1].to_lowercase() + &bare[1..],
        None => method.to_owned(),
    }
}
