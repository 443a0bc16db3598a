//! What to say about a name that does not exist: the names that do, nearest first.

use super::hierarchy;
use super::property::{readable_fields, readable_methods};
use super::refusal::signature;
use super::whitelist::Permissions;
use crate::diagnostic::{Code, similar};
use crate::value::ClassRef;
use crate::value::fault::Fault;

/// The property does not exist on an instance of the class, or, `of_class`, on the class itself.
#[cold]
pub(super) fn unknown_property(class: ClassRef, of_class: bool, name: &str) -> Box<Fault> {
    let methods = readable_methods(class, of_class).map(|method| short(method.name));
    let fields = readable_fields(class).map(|field| field.name.to_owned());
    let known: Vec<String> = methods.chain(fields).collect();
    let mut fault = unknown_among(&class.display(), name, known.iter().map(String::as_str));
    fault.help.extend(never(name));
    fault
        .help
        .extend(method_of_that_name(class, of_class, name));
    fault
}

/// Why a property of every object is none.
fn never(name: &str) -> Option<String> {
    let names = ["class", "getClass", "hashCode", "toString"];
    let help = "what `java.lang.Object` declares is never a property";
    names.contains(&name).then(|| help.to_owned())
}

/// A method with parameters has to be called.
fn method_of_that_name(class: ClassRef, of_class: bool, name: &str) -> Option<String> {
    let methods = hierarchy::tables(class).flat_map(|table| table.methods);
    let methods = methods.filter(|method| {
        method.name == name
            && method.allowed
            && !method.hidden
            && !method.params.is_empty()
            && (method.is_static || !of_class)
    });
    let method = methods.min_by_key(|method| method.params.len())?;
    Some(format!("`{}` is a method", signature(method)))
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

/// Callable methods with a similar name; where none is, those that begin with the same word.
pub(super) fn methods(
    permissions: &Permissions,
    class: ClassRef,
    is_class_target: bool,
    name: &str,
) -> Vec<String> {
    let classes = hierarchy::ancestors(class).into_iter();
    let methods = classes.flat_map(|class| permissions.methods(class));
    let callable = methods
        .filter(|method| !method.hidden && (method.is_static || !is_class_target))
        .map(|method| method.name);
    let callable: Vec<&str> = callable.collect();
    let mut near = similar::nearest(name, callable.iter().copied());
    if near.is_empty() {
        near.extend(same_word(name, &callable).map(str::to_owned));
        near.dedup();
        near.truncate(SHOWN);
    }
    near
}

/// More suggestions than this help nobody.
const SHOWN: usize = 3;

/// The names that the first word of this one begins: `get` for `getFirst`, `containsKey` for `containsAny`.
fn same_word<'n>(name: &str, known: &[&'n str]) -> impl Iterator<Item = &'n str> {
    let end = name.find(|c: char| c.is_uppercase()).unwrap_or(name.len());
    let word = name[..end].to_owned();
    let known: Vec<&str> = known.to_vec();
    known
        .into_iter()
        .filter(move |known| word.len() > 1 && known.starts_with(&word))
}

/// The short name under which a getter is read.
pub(crate) fn short(method: &str) -> String {
    let bare = method
        .strip_prefix("get")
        .or_else(|| method.strip_prefix("is"));
    match bare.filter(|bare| bare.starts_with(char::is_uppercase)) {
        Some(bare) => bare[..1].to_lowercase() + &bare[1..],
        None => method.to_owned(),
    }
}
