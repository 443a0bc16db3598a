//! One way to look at lists and one way to look at maps, wherever they live.

use super::fault::{Fault, Outcome};
use super::host::{HeaderKey, Headers, Lookup, Params, Sequence};
use super::owned::{OwnedList, OwnedMap};
use super::{Arena, ClassId, ClassRef, Holder, ListCell, MapCell, Owned, Value};
use bumpalo::collections::Vec as BumpVec;
use std::borrow::Cow;

/// A list, set or array.
#[derive(Clone, Copy)]
pub(crate) enum Items<'a> {
    Cell(&'a ListCell<'a>),
    Host(&'a dyn Sequence),
}

/// A map.
#[derive(Clone, Copy)]
pub(crate) enum Pairs<'a> {
    Cell(&'a MapCell<'a>),
    Host(&'a dyn Lookup),
    Headers(&'a dyn Headers),
    Params(&'a dyn Params),
}

impl<'a> Value<'a> {
    /// The elements of a list, set or array.
    pub(crate) fn items(self) -> Option<Items<'a>> {
        match self {
            Value::List(cell) => Some(Items::Cell(cell)),
            Value::Sequence(list) => Some(Items::Host(list)),
            _ => None,
        }
    }

    /// The elements of a collection (list or set), not of an array.
    pub(crate) fn collection(self) -> Option<Items<'a>> {
        self.items().filter(|items| !items.class().is_array())
    }

    /// The elements of an array.
    pub(crate) fn array(self) -> Option<Items<'a>> {
        self.items().filter(|items| items.class().is_array())
    }

    /// The entries of a map.
    pub(crate) fn pairs(self) -> Option<Pairs<'a>> {
        match self {
            Value::Map(cell) => Some(Pairs::Cell(cell)),
            Value::Lookup(map) => Some(Pairs::Host(map)),
            Value::Headers(headers) => Some(Pairs::Headers(headers)),
            Value::Params(params) => Some(Pairs::Params(params)),
            _ => None,
        }
    }
}

impl<'a> Items<'a> {
    pub(crate) fn class(self) -> ClassRef {
        match self {
            Items::Cell(cell) => cell.class,
            Items::Host(list) => list.class(),
        }
    }

    pub(crate) fn len(self) -> usize {
        match self {
            Items::Cell(cell) => cell.len(),
            Items::Host(list) => list.len(),
        }
    }

    pub(crate) fn get(self, index: usize) -> Option<Value<'a>> {
        match self {
            Items::Cell(cell) => cell.get(index),
            Items::Host(list) => list.get(index),
        }
    }

    /// All elements; a list written meanwhile is read as it is then.
    pub(crate) fn iter(self) -> impl Iterator<Item = Value<'a>> {
        let mut next = 0;
        std::iter::from_fn(move || {
            next += 1;
            self.get(next - 1)
        })
    }

    pub(crate) fn is_list(self) -> bool {
        self.class().dims == 0 && self.class().id.is_a(ClassId::LIST)
    }

    pub(crate) fn is_set(self) -> bool {
        self.class().dims == 0 && self.class().id.is_a(ClassId::SET)
    }
}

impl<'a> Pairs<'a> {
    pub(crate) fn class(self) -> ClassId {
        match self {
            Pairs::Cell(cell) => cell.class,
            Pairs::Host(map) => map.class(),
            Pairs::Headers(_) => ClassId::DEFAULT_HTTP_HEADERS,
            Pairs::Params(_) => ClassId::LINKED_MULTI_VALUE_MAP,
        }
    }

    /// Whether the declared key type is `String`, so that an index is converted to text first.
    pub(crate) fn text_keys(self) -> bool {
        match self {
            Pairs::Cell(cell) => [
                ClassId::DEFAULT_HTTP_HEADERS,
                ClassId::LINKED_MULTI_VALUE_MAP,
            ]
            .contains(&cell.class),
            Pairs::Host(map) => map.text_keys(),
            Pairs::Headers(_) | Pairs::Params(_) => true,
        }
    }

    pub(crate) fn len(self) -> usize {
        match self {
            Pairs::Cell(cell) => cell.len(),
            Pairs::Host(map) => map.len(),
            Pairs::Headers(headers) => header_names(headers).len(),
            Pairs::Params(params) => param_names(params).len(),
        }
    }

    /// The value under a key; a header or parameter gives the list of its values.
    pub(crate) fn get(self, arena: &'a Arena, key: Value<'a>) -> Outcome<Option<Value<'a>>> {
        Ok(match (self, key) {
            (Pairs::Cell(cell), key) => cell.get(key),
            (Pairs::Host(map), key) => match map.get_any(key) {
                None => refused(map, key)?,
                value => value,
            },
            (Pairs::Headers(headers), Value::Str(name)) => {
                header_values(headers, &HeaderKey::lent(name), arena)?
            }
            (Pairs::Params(params), Value::Str(name)) => param_values(params, name, arena)?,
            _ => None,
        })
    }

    /// All entries in iteration order.
    pub(crate) fn entries(self, arena: &'a Arena) -> Outcome<BumpVec<'a, (Value<'a>, Value<'a>)>> {
        arena.charge_items(self.len())?;
        let mut entries = arena.vec(self.len());
        match self {
            Pairs::Cell(cell) => entries.extend((0..cell.len()).filter_map(|at| cell.entry(at))),
            Pairs::Host(map) => entries.extend(map.entries()),
            Pairs::Headers(headers) => {
                for name in header_names(headers) {
                    let values = header_values(headers, &HeaderKey::lent(name), arena)?;
                    entries.push((Value::Str(name), values.unwrap_or(Value::Null)));
                }
            }
            Pairs::Params(params) => {
                for name in param_names(params) {
                    let values = param_values(params, name, arena)?;
                    entries.push((Value::Str(name), values.unwrap_or(Value::Null)));
                }
            }
        }
        Ok(entries)
    }
}

/// Distinct header names as first written, in order.
pub(crate) fn header_names(headers: &dyn Headers) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in headers.lines() {
        if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name);
        }
    }
    names
}

/// Distinct parameter names in order.
pub(crate) fn param_names(params: &dyn Params) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in params.pairs() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Header bytes as text: UTF-8 where they are, else Latin-1, so that no byte is lost.
pub(crate) fn header_text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| char::from(*byte)).collect()),
    }
}

/// A header value in the arena of the evaluation; UTF-8 is borrowed from the request.
pub(crate) fn header_value<'a>(bytes: &'a [u8], arena: &'a Arena) -> Outcome<Value<'a>> {
    match header_text(bytes) {
        Cow::Borrowed(text) => Ok(Value::Str(text)),
        Cow::Owned(text) => arena.text(&text),
    }
}

/// All values of a header as a list, `None` when it is absent.
pub(crate) fn header_values<'a>(
    headers: &'a dyn Headers,
    name: &HeaderKey,
    arena: &'a Arena,
) -> Outcome<Option<Value<'a>>> {
    let mut values = arena.vec(1);
    for nth in 0.. {
        let Some(bytes) = headers.value(name, nth) else {
            break;
        };
        arena.charge_items(1)?;
        values.push(header_value(bytes, arena)?);
    }
    let found = !values.is_empty();
    Ok(found.then(|| arena.list_of(ClassId::LINKED_LIST.into(), values)))
}

/// All values of a parameter as a list, `None` when it is absent.
pub(crate) fn param_values<'a>(
    params: &'a dyn Params,
    name: &str,
    arena: &'a Arena,
) -> Outcome<Option<Value<'a>>> {
    let mut values = arena.vec(1);
    for nth in 0.. {
        let Some(value) = params.value(name, nth) else {
            break;
        };
        arena.charge_items(1)?;
        values.push(value.map_or(Value::Null, Value::Str));
    }
    let found = !values.is_empty();
    Ok(found.then(|| arena.list_of(ClassId::LINKED_LIST.into(), values)))
}

/// No value, unless the map refuses to tell.
fn refused<'a>(map: &dyn Lookup, key: Value<'_>) -> Outcome<Option<Value<'a>>> {
    match key.as_str().and_then(|key| map.refusal(key)) {
        Some(why) => Err(Fault::java("IllegalStateException", why)),
        None => Ok(None),
    }
}

/// More values than a copy may have.
pub(crate) struct TooMany;

/// A copy that owns everything, of data that do not contain themselves; what nests deeper than `depth` becomes opaque.
pub(crate) fn to_owned(value: Value<'_>, depth: usize) -> Owned {
    let mut left = usize::MAX;
    copied(value, depth, &mut left).unwrap_or(Owned::Null)
}

/// The same for what an evaluation built: lists may hold themselves, or one list many times, and grow without end when each
/// place gets a copy of its own. So values are counted down from `left`.
pub(crate) fn copied(value: Value<'_>, depth: usize, left: &mut usize) -> Result<Owned, TooMany> {
    let Some(depth) = depth.checked_sub(1) else {
        return Ok(Owned::Opaque {
            class: value.class_name().into(),
            text: None,
        });
    };
    *left = left.checked_sub(1).ok_or(TooMany)?;
    Ok(match value {
        Value::Null => Owned::Null,
        Value::Bool(value) => Owned::Bool(value),
        Value::Byte(value) => Owned::Byte(value),
        Value::Short(value) => Owned::Short(value),
        Value::Int(value) => Owned::Int(value),
        Value::Long(value) => Owned::Long(value),
        Value::Float(value) => Owned::Float(value),
        Value::Double(value) => Owned::Double(value),
        Value::Char(value) => Owned::Char(value),
        Value::Str(text) => Owned::Str(text.into()),
        Value::Wide(units) => Owned::Wide(units.into()),
        Value::BigInt(value) => Owned::BigInt(value.clone()),
        Value::BigDec(value) => Owned::BigDec(value.clone()),
        Value::Class(class) => Owned::Class(class),
        Value::Object(object) => Owned::Object(object.boxed()),
        Value::Holder(Holder::Entry(_, key, value)) => {
            let entry = (copied(*key, depth, left)?, copied(*value, depth, left)?);
            Owned::Entry(Box::new(entry))
        }
        Value::Holder(Holder::Optional(value)) => {
            let value = value.map(|value| copied(value, depth, left).map(Box::new));
            Owned::Optional(value.transpose()?)
        }
        Value::Holder(_) | Value::Bean(_) | Value::Request(_) | Value::Response(_) => opaque(value),
        Value::List(_) | Value::Sequence(_) => owned_list(value, depth, left)?,
        Value::Map(_) | Value::Lookup(_) | Value::Headers(_) | Value::Params(_) => {
            owned_map(value, depth, left)?
        }
    })
}

fn opaque(value: Value<'_>) -> Owned {
    let text = match value {
        Value::Bean(bean) => bean.text().map(Into::into),
        Value::Holder(Holder::Builder(text)) => Some((*text.borrow()).into()),
        _ => None,
    };
    Owned::Opaque {
        class: value.class_name().into(),
        text,
    }
}

fn owned_list(value: Value<'_>, depth: usize, left: &mut usize) -> Result<Owned, TooMany> {
    let Some(items) = value.items() else {
        return Ok(Owned::Null);
    };
    let copies = items.iter().map(|item| copied(item, depth, left));
    let copies = copies.collect::<Result<Vec<_>, _>>()?;
    Ok(Owned::List(OwnedList::new(items.class(), copies)))
}

fn owned_map(value: Value<'_>, depth: usize, left: &mut usize) -> Result<Owned, TooMany> {
    let own = |text: &str| Owned::Str(text.into());
    Ok(match value.pairs() {
        Some(Pairs::Headers(headers)) => owned_multi(
            ClassId::DEFAULT_HTTP_HEADERS,
            header_names(headers),
            |name| {
                let key = HeaderKey::lent(name);
                (0..)
                    .map_while(|nth| headers.value(&key, nth))
                    .map(|bytes| own(&header_text(bytes)))
                    .collect()
            },
        ),
        Some(Pairs::Params(params)) => owned_multi(
            ClassId::LINKED_MULTI_VALUE_MAP,
            param_names(params),
            |name| {
                (0..)
                    .map_while(|nth| params.value(name, nth))
                    .map(|value| value.map_or(Owned::Null, own))
                    .collect()
            },
        ),
        Some(Pairs::Cell(cell)) => {
            let entries = (0..cell.len()).filter_map(|at| cell.entry(at));
            owned_entries(cell.class, entries, depth, left)?
        }
        Some(Pairs::Host(map)) => owned_entries(map.class(), map.entries(), depth, left)?,
        None => Owned::Null,
    })
}

fn owned_entries<'v>(
    class: ClassId,
    entries: impl Iterator<Item = (Value<'v>, Value<'v>)>,
    depth: usize,
    left: &mut usize,
) -> Result<Owned, TooMany> {
    let copies =
        entries.map(|(key, value)| Ok((copied(key, depth, left)?, copied(value, depth, left)?)));
    let copies = copies.collect::<Result<Vec<_>, _>>()?;
    Ok(Owned::Map(OwnedMap::new(class, copies)))
}

fn owned_multi(class: ClassId, names: Vec<&str>, values: impl Fn(&str) -> Vec<Owned>) -> Owned {
    let entries = names.into_iter().map(|name| {
        let list = OwnedList::new(ClassId::LINKED_LIST, values(name));
        (Owned::Str(name.into()), Owned::List(list))
    });
    Owned::Map(OwnedMap::new(class, entries))
}

/// A copy in the arena of a collection that the expression may write; other values as they are. Constants of the
/// program stay unmodifiable, as in the reference.
pub(crate) fn thaw<'a>(value: Value<'a>, arena: &'a Arena) -> Outcome<Value<'a>> {
    match value {
        Value::Sequence(list) if list.class().id != ClassId::UNMODIFIABLE_LIST => {
            arena.charge_items(list.len())?;
            let mut items = arena.vec(list.len());
            for index in 0..list.len() {
                items.push(thaw(list.get(index).unwrap_or(Value::Null), arena)?);
            }
            Ok(arena.list_of(list.class(), items))
        }
        Value::Lookup(map) if map.class() != ClassId::UNMODIFIABLE_MAP => {
            let mut entries = Pairs::Host(map).entries(arena)?;
            for (_, value) in &mut entries {
                *value = thaw(*value, arena)?;
            }
            arena.map(map.class(), entries)
        }
        Value::Headers(_) | Value::Params(_) => {
            let pairs = value.pairs();
            let entries = pairs.map_or_else(|| Ok(arena.vec(0)), |pairs| pairs.entries(arena))?;
            arena.map(
                value
                    .class()
                    .map_or(ClassId::LINKED_HASH_MAP, |class| class.id),
                entries,
            )
        }
        Value::Object(object) => Ok(arena.object_copy(object)),
        _ => Ok(value),
    }
}
