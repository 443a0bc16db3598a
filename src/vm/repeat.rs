//! Projection and selection: a loop in the same program, with its state on a small stack.

use super::machine::Machine;
use super::op::LoopKind;
use crate::diagnostic::Code;
use crate::syntax::ast::Which;
use crate::value::fault::{Fault, Outcome};
use crate::value::view::Items;
use crate::value::{ClassId, ClassRef, Holder, Value};
use bumpalo::collections::Vec as BumpVec;

/// One running loop.
pub(crate) struct Frame<'a> {
    kind: LoopKind,
    source: Source<'a>,
    /// Position of the element that the body sees.
    at: usize,
    pub(super) element: Value<'a>,
    found: BumpVec<'a, Value<'a>>,
}

/// What a loop runs over.
enum Source<'a> {
    Items(Items<'a>),
    /// The entries of a map, as entry objects.
    Entries(BumpVec<'a, Value<'a>>),
}

impl<'a> Source<'a> {
    fn get(&self, at: usize) -> Option<Value<'a>> {
        match self {
            Source::Items(items) => items.get(at),
            Source::Entries(entries) => entries.get(at).copied(),
        }
    }
}

/// Starts a loop; gives its result at once when there is nothing to run over.
pub(super) fn start<'a>(
    machine: &mut Machine<'a>,
    kind: LoopKind,
    safe: bool,
    target: Value<'a>,
) -> Outcome<Option<Value<'a>>> {
    if target.is_null() && safe {
        return Ok(Some(Value::Null));
    }
    let source = source(machine, kind, target)?;
    let first = source.get(0);
    let found = machine.arena().vec(0);
    let frame = Frame {
        kind,
        source,
        at: 0,
        element: first.unwrap_or(Value::Null),
        found,
    };
    match first {
        Some(_) => {
            machine.rest().loops.push(frame);
            Ok(None)
        }
        None => result(machine, frame).map(Some),
    }
}

fn source<'a>(machine: &Machine<'a>, kind: LoopKind, target: Value<'a>) -> Outcome<Source<'a>> {
    if let Some(items) = target.items() {
        return Ok(Source::Items(items));
    }
    let Some(pairs) = target.pairs() else {
        return Err(no_elements(kind, target));
    };
    let class = entry_class(pairs.class());
    let mut entries = machine.arena().vec(pairs.len());
    for (key, value) in pairs.entries(machine.arena())? {
        entries.push(machine.arena().holder(Holder::Entry(class, key, value)));
    }
    Ok(Source::Entries(entries))
}

fn entry_class(map: ClassId) -> ClassId {
    match map {
        ClassId::HASH_MAP => ClassId::HASH_ENTRY,
        ClassId::UNMODIFIABLE_MAP => ClassId::UNMODIFIABLE_ENTRY,
        _ => ClassId::LINKED_ENTRY,
    }
}

#[cold]
fn no_elements(kind: LoopKind, target: Value<'_>) -> Box<Fault> {
    let name = target.class_name();
    match kind {
        LoopKind::Project => Fault::el(
            Code::PROJECTION_TARGET,
            format!("{name} has no elements to project"),
        ),
        LoopKind::Select(_) => Fault::el(
            Code::SELECTION_TARGET,
            format!("{name} has no elements to select"),
        ),
    }
}

/// Takes the body's value for the current element; gives the result of the loop after the last one.
pub(super) fn next<'a>(machine: &mut Machine<'a>, value: Value<'a>) -> Outcome<Option<Value<'a>>> {
    let Some(frame) = machine.rest().loops.last_mut() else {
        return Ok(Some(value));
    };
    let element = frame.element;
    let mut done = false;
    match (frame.kind, value) {
        (LoopKind::Project, _) => frame.found.push(value),
        (LoopKind::Select(_), Value::Bool(false)) => {}
        (LoopKind::Select(Which::First), Value::Bool(true)) => {
            frame.found.push(element);
            done = true;
        }
        (LoopKind::Select(Which::Last), Value::Bool(true)) => {
            frame.found.clear();
            frame.found.push(element);
        }
        (LoopKind::Select(Which::All), Value::Bool(true)) => frame.found.push(element),
        (LoopKind::Select(_), _) => return Err(not_boolean(value)),
    }
    frame.at += 1;
    if !done && let Some(element) = frame.source.get(frame.at) {
        frame.element = element;
        return Ok(None);
    }
    match machine.rest().loops.pop() {
        Some(frame) => result(machine, frame).map(Some),
        None => Ok(Some(value)),
    }
}

#[cold]
fn not_boolean(value: Value<'_>) -> Box<Fault> {
    let message = format!(
        "the selection criterion gave {}, not a boolean",
        value.class_name()
    );
    Fault::el(Code::SELECTION_NOT_BOOLEAN, message)
}

fn result<'a>(machine: &Machine<'a>, frame: Frame<'a>) -> Outcome<Value<'a>> {
    let arena = machine.arena();
    arena.charge_items(frame.found.len())?;
    match (frame.kind, &frame.source) {
        (LoopKind::Project, Source::Items(items)) if items.class().is_array() => {
            let class = common_class(&frame.found);
            Ok(arena.list_of(class.array_of(), frame.found))
        }
        (LoopKind::Select(Which::All), Source::Items(items)) if items.class().is_array() => {
            let component = items.class().component().unwrap_or(items.class());
            let component = if component.dims == 0 {
                ClassRef::of(component.id.boxed())
            } else {
                component
            };
            Ok(arena.list_of(component.array_of(), frame.found))
        }
        (LoopKind::Project, _) | (LoopKind::Select(Which::All), Source::Items(_)) => {
            Ok(arena.list_of(ClassId::ARRAY_LIST.into(), frame.found))
        }
        (LoopKind::Select(which), Source::Entries(_)) => {
            if which != Which::All && frame.found.is_empty() {
                return Ok(Value::Null);
            }
            arena.map(
                ClassId::HASH_MAP,
                frame.found.iter().filter_map(|entry| pair(*entry)),
            )
        }
        (LoopKind::Select(_), Source::Items(_)) => {
            Ok(frame.found.last().copied().unwrap_or(Value::Null))
        }
    }
}

fn pair<'a>(entry: Value<'a>) -> Option<(Value<'a>, Value<'a>)> {
    match entry {
        Value::Holder(Holder::Entry(_, key, value)) => Some((*key, *value)),
        _ => None,
    }
}

/// The component type of a projected array, found step by step over the results (specification §4.24).
fn common_class(values: &[Value<'_>]) -> ClassRef {
    let mut common: Option<ClassRef> = None;
    for class in values.iter().filter_map(|value| value.class()) {
        common = Some(match common {
            None => class,
            Some(so_far) if class.is_a(so_far) => so_far,
            Some(so_far) => join(so_far, class),
        });
    }
    common.unwrap_or(ClassRef::of(ClassId::OBJECT))
}

/// The first superclass of the new class, else the first of its interfaces, that the type so far is assignable to.
fn join(so_far: ClassRef, new: ClassRef) -> ClassRef {
    let superclasses = || std::iter::successors(new.id.superclass(), |class| class.superclass());
    let above = superclasses().filter(|class| *class != ClassId::OBJECT);
    let interfaces = std::iter::once(new.id)
        .chain(superclasses())
        .flat_map(|class| class.interfaces().collect::<Vec<_>>());
    let fitting = above
        .chain(interfaces)
        .find(|class| so_far.is_a(ClassRef::of(*class)));
    ClassRef::of(fitting.unwrap_or(ClassId::OBJECT))
}
