//! Why the sandbox refuses a call: which line of a whitelist would open it, and what comes closest of what is open.

use super::args::unavailable;
use super::declared::{self, Declared};
use super::member::{Body, Members, Method};
use super::property::reader;
use super::resolve::{candidates, match_kind};
use super::whitelist::Permissions;
use super::{hierarchy, members, suggest};
use crate::diagnostic::Code;
use crate::value::fault::Fault;
use crate::value::thrown::Thrown;
use crate::value::{ClassId, ClassRef, Value};
use std::fmt::Display;
use std::ptr::fn_addr_eq;

/// A call that no open method takes.
pub(super) struct Refused<'r, 'a> {
    pub(super) permissions: &'r Permissions,
    pub(super) class: ClassRef,
    /// Whether the class itself is the target, as in `T(X).name(..)`.
    pub(super) of_class: bool,
    pub(super) name: &'r str,
    pub(super) args: &'r [Value<'a>],
}

/// A method that exists and is closed.
enum Closed {
    Row(&'static Members, &'static Method),
    Declared(Declared),
}

impl Refused<'_, '_> {
    /// What to say about it.
    #[cold]
    pub(super) fn fault(&self) -> Box<Fault> {
        let overloads = candidates(self.permissions, self.class, self.of_class, self.name);
        let lacks = |class: &ClassId| self.permissions.lacks(*class, self.name);
        if hierarchy::ancestors(self.class).iter().any(lacks) {
            return not_available(&format!("`{}` of `{}`", self.written(), self.class));
        }
        let closed = self.closed();
        let mut fault = Fault::el(Code::METHOD_NOT_FOUND, self.message(&overloads, &closed));
        if let Some(closed) = &closed {
            fault.help.push(closed.opening());
            fault.help.extend(self.property_instead());
        }
        match overloads.is_empty() {
            true => {
                fault.suggestions =
                    suggest::methods(self.permissions, self.class, self.of_class, self.name);
            }
            false => fault.help.extend(self.open_overloads(&overloads)),
        }
        fault
    }

    fn message(&self, overloads: &[&'static Method], closed: &Option<Closed>) -> String {
        let (class, call) = (self.class, self.written());
        match (overloads.is_empty(), closed) {
            (true, Some(closed)) => format!("the sandbox does not open {}", closed.shown()),
            (true, None) => format!("`{class}` has no callable method `{call}`"),
            (false, _) => format!(
                "no method `{}` of `{class}` takes the arguments of `{call}`",
                self.name
            ),
        }
    }

    /// The overloads with their parameters, those with as many parameters as there are arguments first.
    fn open_overloads(&self, overloads: &[&'static Method]) -> Option<String> {
        let mut overloads = overloads.to_vec();
        overloads.retain(|method| !method.hidden);
        overloads.sort_by_key(|method| method.params.len().abs_diff(self.args.len()));
        let shown = overloads.iter().take(SHOWN);
        let shown: Vec<String> = shown
            .map(|method| format!("`{}`", signature(method)))
            .collect();
        match &shown[..] {
            [] => None,
            [only] => Some(format!("open is {only}")),
            several => Some(format!("open are {}", several.join(", "))),
        }
    }

    /// The closed method that the call likely means: one that takes the arguments, else one with as many parameters.
    fn closed(&self) -> Option<Closed> {
        let classes: Vec<Option<ClassRef>> = self.args.iter().map(|arg| arg.class()).collect();
        let open = |table: &Members, method: &Method| {
            let mut open = self.permissions.methods(table.class);
            open.any(|open| std::ptr::eq(open, method))
        };
        let rows = || {
            hierarchy::tables(self.class).flat_map(|table| {
                let rows = table.methods.iter();
                rows.map(move |row| (table, row))
            })
        };
        let row = rows().find(|(table, row)| {
            row.name == self.name
                && !row.hidden
                && (row.is_static || !self.of_class)
                && match_kind(row.params, row.varargs, &classes).is_some()
                && !open(table, row)
        });
        let declared = declared::all_methods(self.class).filter(|method| {
            method.name == self.name
                && method.arity() == self.args.len()
                && (method.is_static || !self.of_class)
                && !rows().any(|(_, row)| row.name == method.name && method.takes(row.params))
        });
        row.map(|(table, row)| Closed::Row(table, row))
            .or_else(|| widest(declared).map(Closed::Declared))
    }

    /// Properties need no permission.
    fn property_instead(&self) -> Option<String> {
        let readable = self.args.is_empty()
            && !self.class.id.is_a(ClassId::MAP)
            && reader(self.class, self.of_class, self.name).is_some();
        readable.then(|| format!("as a property it needs no permission: `.{}`", self.name))
    }

    fn written(&self) -> String {
        let classes: Vec<String> = self.args.iter().map(|arg| arg.class_name()).collect();
        format!("{}({})", self.name, classes.join(","))
    }
}

/// The method of an interface, where there is one: its line opens most.
fn widest(mut methods: impl Iterator<Item = Declared>) -> Option<Declared> {
    let first = methods.next()?;
    let mut all = std::iter::once(first).chain(methods);
    Some(
        all.find(|method| method.class.is_interface())
            .unwrap_or(first),
    )
}

impl Closed {
    fn shown(&self) -> String {
        match self {
            Closed::Row(table, method) => {
                format!("`{}.{}`", table.class.name(), signature(method))
            }
            Closed::Declared(method) => format!("`{}.{method}`", method.class.name()),
        }
    }

    /// The line of a whitelist that opens it, and whether that helps here.
    fn opening(&self) -> String {
        match self {
            Closed::Row(table, method) => {
                let types = method.params.iter().map(|param| param.display());
                let line = line(
                    &format!("method {} {}", table.class.name(), method.name),
                    types,
                );
                opens(&line, !fn_addr_eq(method.body, unavailable as Body))
            }
            Closed::Declared(method) => {
                let start = format!("method {} {}", method.class.name(), method.name);
                opens(&line(&start, method.types()), false)
            }
        }
    }
}

/// A constructor that the sandbox keeps closed.
#[cold]
pub(super) fn constructor(
    permissions: &Permissions,
    class: ClassId,
    params: &[ClassRef],
    exists_here: bool,
) -> Box<Fault> {
    if permissions.lacks(class, class.name()) {
        return not_available(&format!("the constructor of `{}`", class.name()));
    }
    let types: Vec<String> = params.iter().map(|param| param.display()).collect();
    let message = format!(
        "the sandbox does not open `new {}({})`",
        class.name(),
        types.join(",")
    );
    let cause = Thrown::new("AccessException", message.clone());
    let mut fault = Fault::caused(Code::CONSTRUCTOR_PROBLEM, message, cause);
    let line = line(&format!("new {}", class.name()), types.iter());
    fault.help.push(opens(&line, exists_here));
    fault.help.extend(makers(permissions, class));
    fault
}

/// What makes an object of the class and is open: other constructors, else static methods.
pub(super) fn makers(permissions: &Permissions, class: ClassId) -> Option<String> {
    let constructors = members(class).map_or(&[][..], |table| table.constructors);
    let open = constructors.iter().enumerate();
    let open = open.filter(|(at, _)| permissions.constructs(class, *at));
    let simple = class.simple_name();
    let mut makers: Vec<String> = open
        .map(|(_, row)| format!("`new {simple}({})`", displayed(row.params)))
        .collect();
    if makers.is_empty() {
        let methods = permissions.methods(class);
        let methods = methods.filter(|method| {
            method.is_static && !method.hidden && method.returns == ClassRef::of(class)
        });
        makers = methods
            .map(|method| format!("`T({}).{}`", class.name(), signature(method)))
            .collect();
    }
    makers.truncate(SHOWN);
    (!makers.is_empty()).then(|| format!("open are {}", makers.join(", ")))
}

/// More alternatives than this help nobody.
const SHOWN: usize = 4;

fn opens(line: &str, here: bool) -> String {
    match here {
        true => format!("the whitelist line `{line}` opens it"),
        false => format!(
            "the whitelist line `{line}` opens it in a gateway; this engine does not have it"
        ),
    }
}

fn line(start: &str, types: impl Iterator<Item = impl Display>) -> String {
    types.fold(start.to_owned(), |line, name| format!("{line} {name}"))
}

#[cold]
fn not_available(what: &str) -> Box<Fault> {
    let message = format!("the whitelist opens {what}, which is not available in this engine");
    Fault::el(Code::NOT_AVAILABLE, message)
}

/// The method with its parameter types.
pub(in crate::java) fn signature(method: &Method) -> String {
    format!("{}({})", method.name, displayed(method.params))
}

fn displayed(params: &[ClassRef]) -> String {
    let params: Vec<String> = params.iter().map(|param| param.display()).collect();
    params.join(",")
}
