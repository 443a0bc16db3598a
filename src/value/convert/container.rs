//! Conversions from and to arrays, collections and maps.

use super::route::Source;
use super::scalar::not_available;
use super::{Converted, Converter, Failure, rejected};
use crate::value::fault::Outcome;
use crate::value::print::{self, Builder, Sink, Stop};
use crate::value::text::Text;
use crate::value::thrown::Thrown;
use crate::value::view::Items;
use crate::value::{ClassId, ClassRef, Holder, Value};
use bumpalo::collections::Vec as BumpVec;

/// Collections that can be made for a target class, with the class that they have then.
const MADE: [(ClassId, ClassId); 9] = [
    (ClassId::COLLECTION, ClassId::LINKED_HASH_SET),
    (ClassId::SEQUENCED_COLLECTION, ClassId::LINKED_HASH_SET),
    (ClassId::SET, ClassId::LINKED_HASH_SET),
    (ClassId::SEQUENCED_SET, ClassId::LINKED_HASH_SET),
    (ClassId::LINKED_HASH_SET, ClassId::LINKED_HASH_SET),
    (ClassId::HASH_SET, ClassId::HASH_SET),
    (ClassId::LIST, ClassId::ARRAY_LIST),
    (ClassId::ARRAY_LIST, ClassId::ARRAY_LIST),
    (ClassId::LINKED_LIST, ClassId::LINKED_LIST),
];

const COMMA: u16 = b',' as u16;

impl<'a> Converter<'a> {
    pub(super) fn to_container(
        self,
        value: Value<'a>,
        to: ClassRef,
        source: Source,
        depth: usize,
    ) -> Converted<'a> {
        let mut items = self.elements(value, source)?;
        match to.component() {
            Some(component) => {
                for item in &mut items {
                    *item = self.convert_at(*item, component, depth)?;
                }
                Ok(self.arena.list_of(to, items))
            }
            None => self.collection(value, to, source, &items),
        }
    }

    fn collection(
        self,
        value: Value<'a>,
        to: ClassRef,
        source: Source,
        items: &[Value<'a>],
    ) -> Converted<'a> {
        let anything = [ClassId::COLLECTION, ClassId::SEQUENCED_COLLECTION].contains(&to.id);
        let made = match anything && source == Source::Elements {
            true => Some(ClassId::ARRAY_LIST),
            false => MADE
                .iter()
                .find(|(target, _)| *target == to.id)
                .map(|(_, class)| *class),
        };
        match made {
            Some(class) if class.is_a(ClassId::SET) => Ok(self.arena.set(class, items)?),
            Some(class) => Ok(self.arena.list(class, items)?),
            None if to.id.is_interface() => {
                let message = format!("no collection can be made for {to}");
                Err(rejected(value, to, Thrown::illegal_argument(message)))
            }
            None => Err(not_available(value, to)),
        }
    }

    /// What a container that is made of the value holds.
    fn elements(self, value: Value<'a>, source: Source) -> Outcome<BumpVec<'a, Value<'a>>> {
        match (source, value.as_text(), value) {
            (Source::Pieces, Some(text), _) => self.pieces(text),
            (Source::Elements, _, Value::Holder(Holder::Stream(_, items))) => {
                self.charged(items.len(), items.iter().copied())
            }
            _ => match value.items() {
                Some(items) if source == Source::Elements => {
                    self.charged(items.len(), items.iter())
                }
                _ => self.charged(1, std::iter::once(value)),
            },
        }
    }

    fn charged(
        self,
        len: usize,
        items: impl Iterator<Item = Value<'a>>,
    ) -> Outcome<BumpVec<'a, Value<'a>>> {
        self.arena.charge_items(len)?;
        let mut charged = self.arena.vec(len);
        charged.extend(items);
        Ok(charged)
    }

    /// The pieces of a text between commas, trimmed; an empty text has none.
    fn pieces(self, text: Text<'a>) -> Outcome<BumpVec<'a, Value<'a>>> {
        match text {
            _ if text.is_empty() => Ok(self.arena.vec(0)),
            Text::Utf8(text) => {
                let pieces = text
                    .split(',')
                    .map(|piece| Value::Str(piece.trim_matches(|char| char <= ' ')));
                self.charged(text.split(',').count(), pieces)
            }
            Text::Wide(units) => {
                let mut pieces = self.arena.vec(0);
                for piece in units.split(|unit| *unit == COMMA) {
                    self.arena.charge_items(1)?;
                    pieces.push(print::keep(super::trimmed(Text::Wide(piece)), self.arena)?);
                }
                Ok(pieces)
            }
        }
    }

    /// The elements as texts, between commas.
    pub(super) fn join(self, value: Value<'a>, depth: usize) -> Converted<'a> {
        let mut joined = Builder::new(self.arena.text_left());
        self.join_into(value, &mut joined, depth)?;
        Ok(print::keep(joined.finish(), self.arena)?)
    }

    fn join_into(
        self,
        value: Value<'a>,
        joined: &mut Builder,
        depth: usize,
    ) -> Result<(), Box<Failure>> {
        let stopped = |stop: Stop| print::stopped(stop);
        let text = ClassRef::of(ClassId::STRING);
        for (at, item) in value.items().into_iter().flat_map(Items::iter).enumerate() {
            if at > 0 {
                joined.str(",").map_err(stopped)?;
            }
            match item {
                Value::Null => joined.str("null").map_err(stopped)?,
                _ => {
                    let converted = self.convert_at(item, text, depth)?;
                    let piece = converted.as_text().unwrap_or(Text::Utf8("null"));
                    joined.text(piece).map_err(stopped)?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn copy_map(self, value: Value<'a>, to: ClassRef) -> Converted<'a> {
        match (value.pairs(), to.id) {
            (Some(pairs), ClassId::HASH_MAP | ClassId::LINKED_HASH_MAP) => {
                Ok(self.arena.map(to.id, pairs.entries(self.arena)?)?)
            }
            _ => Err(not_available(value, to)),
        }
    }
}
