//! What a value is, whichever room it lives in: a text, an entry, an optional, a map.
//!
//! The same Java object can be a holder of the arena, a bean of a borrowed result or an object of the host. Operators
//! ask here and need not know.

use super::holder::Holder;
use super::text::Text;
use super::view::{Pairs, to_owned};
use super::{ClassId, Value};

/// Levels of nesting that a walk through collections follows.
pub(crate) const MAX_DEPTH: usize = 400;

impl<'a> Value<'a> {
    /// The text of a `String`.
    pub(crate) fn as_text(self) -> Option<Text<'a>> {
        match self {
            Value::Str(text) => Some(Text::Utf8(text)),
            Value::Wide(units) => Some(Text::Wide(units)),
            _ => None,
        }
    }

    /// The text of a `String` or another `CharSequence`.
    pub(crate) fn char_sequence(self) -> Option<Text<'a>> {
        match self {
            Value::Holder(Holder::Builder(text)) => Some(Text::Utf8(*text.borrow())),
            _ => self.as_text(),
        }
    }

    /// Key and value of a `Map.Entry`.
    pub(crate) fn entry(self) -> Option<(Value<'a>, Value<'a>)> {
        match self {
            Value::Holder(Holder::Entry(_, key, value)) => Some((*key, *value)),
            Value::Bean(bean) if bean.class().is_a(ClassId::MAP_ENTRY) => {
                Some((bean.get("key")?, bean.get("value")?))
            }
            _ => None,
        }
    }

    /// The content of an `Optional`.
    pub(crate) fn optional(self) -> Option<Option<Value<'a>>> {
        match self {
            Value::Holder(Holder::Optional(content)) => Some(*content),
            Value::Bean(bean) if bean.class() == ClassId::OPTIONAL => Some(bean.get("get")),
            _ => None,
        }
    }
}

impl Pairs<'_> {
    /// Gives every entry to `visit` until it answers `false`, and says whether it never did. Unlike `entries` it needs
    /// no arena, so that comparing and printing cost no budget.
    pub(crate) fn all(self, visit: &mut dyn FnMut(Value<'_>, Value<'_>) -> bool) -> bool {
        match self {
            Pairs::Cell(cell) => (0..)
                .map_while(|at| cell.entry(at))
                .all(|(key, value)| visit(key, value)),
            Pairs::Host(map) => map.entries().all(|(key, value)| visit(key, value)),
            Pairs::Headers(headers) => all_of_copy(Value::Headers(headers), visit),
            Pairs::Params(params) => all_of_copy(Value::Params(params), visit),
        }
    }
}

/// Headers and parameters hold no lists; a copy does.
fn all_of_copy(map: Value<'_>, visit: &mut dyn FnMut(Value<'_>, Value<'_>) -> bool) -> bool {
    match to_owned(map, MAX_DEPTH).lend() {
        Value::Lookup(copy) => copy.entries().all(|(key, value)| visit(key, value)),
        _ => true,
    }
}
