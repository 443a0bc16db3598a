//! Values that own everything they hold: results that outlive an evaluation, variables a caller sets, constants of a program.

use super::collection::{bucket, bucket_count};
use super::fault::{Fault, Outcome};
use super::host::{Entries, Lookup, Object, Sequence};
use super::{Arena, ClassId, ClassRef, Instance, Value, equality};
use crate::Limits;
use crate::diagnostic::Code;
use bigdecimal::{BigDecimal, num_bigint::BigInt};
use std::collections::HashMap;

/// A Java value that owns what it holds.
///
/// ```
/// use gravitee_el::Owned;
///
/// let user = Owned::map([("name", Owned::from("ann")), ("age", Owned::Int(31))]);
/// assert_eq!(user.to_string(), "{name=ann, age=31}");
/// ```
#[non_exhaustive]
pub enum Owned {
    /// `null`
    Null,
    /// `java.lang.Boolean`
    Bool(bool),
    /// `java.lang.Byte`
    Byte(i8),
    /// `java.lang.Short`
    Short(i16),
    /// `java.lang.Integer`
    Int(i32),
    /// `java.lang.Long`
    Long(i64),
    /// `java.lang.Float`
    Float(f32),
    /// `java.lang.Double`
    Double(f64),
    /// `java.lang.Character`: one UTF-16 unit
    Char(u16),
    /// `java.lang.String`
    Str(Box<str>),
    /// A `java.lang.String` with lone surrogates, as UTF-16 units.
    Wide(Box<[u16]>),
    /// `java.math.BigInteger`
    BigInt(BigInt),
    /// `java.math.BigDecimal`
    BigDec(BigDecimal),
    /// A list, set or array.
    List(OwnedList),
    /// A map.
    Map(OwnedMap),
    /// `java.util.Map.Entry`
    Entry(Box<(Owned, Owned)>),
    /// `java.util.Optional`
    Optional(Option<Box<Owned>>),
    /// `java.lang.Class`
    Class(ClassRef),
    /// A bean with named properties.
    Bean(OwnedBean),
    /// Any other Java object.
    Object(Box<dyn Instance>),
    /// An object of which only class name and text are known outside the evaluation.
    Opaque {
        /// Binary class name.
        class: Box<str>,
        /// `toString()`, where it is stable.
        text: Option<Box<str>>,
    },
}

/// A list, set or array that owns its elements.
pub struct OwnedList {
    pub(crate) class: ClassRef,
    pub(crate) items: Vec<Owned>,
}

/// A map that owns its entries, in iteration order.
pub struct OwnedMap {
    pub(crate) class: ClassId,
    pub(crate) entries: Vec<(Owned, Owned)>,
    /// Position of each text key, kept once there are enough entries to pay for it.
    index: HashMap<Box<str>, usize>,
    pub(crate) text_keys: bool,
}

/// A bean that owns its properties.
pub struct OwnedBean {
    pub(crate) class: ClassId,
    /// What messages print, when it is not the name of `class`.
    pub(crate) class_name: Box<str>,
    pub(crate) properties: Vec<(Box<str>, Owned)>,
}

const INDEX_FROM: usize = 9;

/// Levels that a copy keeps.
const MAX_DEPTH: usize = 200;

impl Owned {
    /// The text, if it is one.
    #[inline]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Owned::Str(text) => Some(text),
            _ => None,
        }
    }

    /// A `LinkedHashMap` with text keys in this order; a later duplicate wins.
    pub fn map<K: Into<Box<str>>>(entries: impl IntoIterator<Item = (K, Owned)>) -> Owned {
        let entries = entries
            .into_iter()
            .map(|(key, value)| (Owned::Str(key.into()), value));
        Owned::Map(OwnedMap::new(ClassId::LINKED_HASH_MAP, entries))
    }

    /// An `ArrayList`.
    pub fn list(items: impl IntoIterator<Item = Owned>) -> Owned {
        Owned::List(OwnedList::new(ClassId::ARRAY_LIST, items))
    }

    /// A `String[]`; null stands where there is no text.
    #[cfg(feature = "gateway")]
    pub(crate) fn texts<'t>(texts: impl IntoIterator<Item = Option<&'t str>>) -> Owned {
        let items = texts
            .into_iter()
            .map(|text| text.map_or(Owned::Null, Owned::from));
        Owned::List(OwnedList::new(ClassRef::array(ClassId::STRING), items))
    }

    /// A bean with these properties; reading any other one is an error in the expression.
    pub fn bean<K: Into<Box<str>>>(
        class_name: &str,
        properties: impl IntoIterator<Item = (K, Owned)>,
    ) -> Owned {
        let properties = properties
            .into_iter()
            .map(|(key, value)| (key.into(), value))
            .collect();
        Owned::Bean(OwnedBean {
            class: ClassId::OBJECT,
            class_name: class_name.into(),
            properties,
        })
    }

    /// The value as an expression sees it. Only what holds other objects needs the arena.
    pub(crate) fn lend<'a>(&'a self) -> Value<'a> {
        match self {
            Owned::Null => Value::Null,
            Owned::Bool(value) => Value::Bool(*value),
            Owned::Byte(value) => Value::Byte(*value),
            Owned::Short(value) => Value::Short(*value),
            Owned::Int(value) => Value::Int(*value),
            Owned::Long(value) => Value::Long(*value),
            Owned::Float(value) => Value::Float(*value),
            Owned::Double(value) => Value::Double(*value),
            Owned::Char(value) => Value::Char(*value),
            Owned::Str(text) => Value::Str(text),
            Owned::Wide(units) => Value::Wide(units),
            Owned::BigInt(value) => Value::BigInt(value),
            Owned::BigDec(value) => Value::BigDec(value),
            Owned::List(list) => Value::Sequence(list),
            Owned::Map(map) => Value::Lookup(map),
            Owned::Class(class) => Value::Class(*class),
            Owned::Bean(bean) => Value::Bean(bean),
            Owned::Object(object) => Value::Object(&**object),
            Owned::Entry(_) | Owned::Optional(_) | Owned::Opaque { .. } => Value::Bean(self),
        }
    }

    /// The value as an expression sees it, with entries and optionals as the Java objects that they are.
    pub(crate) fn lend_in<'a>(&'a self, arena: &'a Arena) -> Value<'a> {
        use super::Holder;
        match self {
            Owned::Entry(entry) => arena.holder(Holder::Entry(
                ClassId::SIMPLE_ENTRY,
                entry.0.lend_in(arena),
                entry.1.lend_in(arena),
            )),
            Owned::Optional(value) => arena.holder(Holder::Optional(
                value.as_ref().map(|value| value.lend_in(arena)),
            )),
            _ => self.lend(),
        }
    }

    /// A copy of a value that outlives the evaluation. Depth is bounded: what nests deeper than 200 levels (or contains
    /// itself) comes out as an opaque object there. So is the number of values: lists that hold one another many times
    /// would grow beyond all bounds.
    pub(crate) fn from_value(value: Value<'_>, limits: &Limits) -> Outcome<Owned> {
        let mut left = limits.produced_items.max(limits.body_values);
        super::view::copied(value, MAX_DEPTH, &mut left).map_err(|_| {
            let message = "the value holds more values than its limit allows";
            Fault::el(Code::COLLECTION_TOO_LARGE, message)
        })
    }
}

impl OwnedList {
    pub(crate) fn new(class: impl Into<ClassRef>, items: impl IntoIterator<Item = Owned>) -> Self {
        OwnedList {
            class: class.into(),
            items: items.into_iter().collect(),
        }
    }
}

impl Sequence for OwnedList {
    fn len(&self) -> usize {
        self.items.len()
    }

    fn get(&self, index: usize) -> Option<Value<'_>> {
        self.items.get(index).map(Owned::lend)
    }

    fn class(&self) -> ClassRef {
        self.class
    }
}

impl OwnedMap {
    /// A map with these entries; a later duplicate of a key wins and keeps the first one's place.
    pub(crate) fn new(class: ClassId, entries: impl IntoIterator<Item = (Owned, Owned)>) -> Self {
        let mut map = OwnedMap {
            class,
            entries: Vec::new(),
            index: HashMap::new(),
            text_keys: false,
        };
        entries
            .into_iter()
            .for_each(|(key, value)| map.put(key, value));
        map
    }

    /// The same entries as a `java.util.HashMap` iterates them.
    pub(crate) fn in_hash_order(mut self) -> Self {
        let buckets = bucket_count(self.entries.len());
        self.entries
            .sort_by_key(|(key, _)| bucket(equality::hash_code(key.lend()), buckets));
        self.class = ClassId::HASH_MAP;
        self.index.clear();
        if self.entries.len() >= INDEX_FROM {
            (0..self.entries.len()).for_each(|at| self.note(at));
        }
        self
    }

    /// Adds or replaces an entry.
    pub(crate) fn put(&mut self, key: Owned, value: Owned) {
        if let Some(at) = self.position(key.lend()) {
            self.entries[at].1 = value;
            return;
        }
        self.entries.push((key, value));
        match self.entries.len() {
            INDEX_FROM => (0..INDEX_FROM).for_each(|at| self.note(at)),
            len if len > INDEX_FROM => self.note(len - 1),
            _ => {}
        }
    }

    /// The value of a text key, to be changed.
    pub(crate) fn value_mut(&mut self, key: &str) -> Option<&mut Owned> {
        let at = self.position(Value::Str(key))?;
        Some(&mut self.entries[at].1)
    }

    fn note(&mut self, at: usize) {
        if let Owned::Str(key) = &self.entries[at].0 {
            self.index.insert(key.clone(), at);
        }
    }

    /// The entry of a text key, which equals no key but a text.
    fn position_of(&self, key: &str) -> Option<usize> {
        if self.entries.len() >= INDEX_FROM {
            return self.index.get(key).copied();
        }
        let mut keys = self.entries.iter().map(|(mine, _)| mine.as_str());
        keys.position(|mine| mine == Some(key))
    }

    fn position(&self, key: Value<'_>) -> Option<usize> {
        match key {
            Value::Str(key) => self.position_of(key),
            _ => self
                .entries
                .iter()
                .position(|(mine, _)| equality::equals(mine.lend(), key)),
        }
    }
}

impl Default for OwnedMap {
    fn default() -> Self {
        OwnedMap::new(ClassId::LINKED_HASH_MAP, [])
    }
}

impl Lookup for OwnedMap {
    fn get(&self, key: &str) -> Option<Value<'_>> {
        let at = self.position_of(key)?;
        Some(self.entries[at].1.lend())
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn entries(&self) -> Entries<'_> {
        Box::new(
            self.entries
                .iter()
                .map(|(key, value)| (key.lend(), value.lend())),
        )
    }

    fn get_any<'a>(&'a self, key: Value<'a>) -> Option<Value<'a>> {
        self.position(key).map(|at| self.entries[at].1.lend())
    }

    fn class(&self) -> ClassId {
        self.class
    }

    fn text_keys(&self) -> bool {
        self.text_keys
    }
}

impl Object for OwnedBean {
    fn class_name(&self) -> &str {
        &self.class_name
    }

    fn class(&self) -> ClassId {
        self.class
    }

    fn get(&self, property: &str) -> Option<Value<'_>> {
        self.properties
            .iter()
            .find(|(name, _)| **name == *property)
            .map(|(_, value)| value.lend())
    }

    fn properties(&self) -> Vec<&str> {
        self.properties.iter().map(|(name, _)| &**name).collect()
    }
}

/// Entries, optionals and opaque objects inside a borrowed collection: beans with the properties that they have in Java.
impl Object for Owned {
    fn class_name(&self) -> &str {
        match self {
            Owned::Opaque { class, .. } => class,
            Owned::Entry(_) => ClassId::SIMPLE_ENTRY.name(),
            _ => ClassId::OPTIONAL.name(),
        }
    }

    fn class(&self) -> ClassId {
        match self {
            Owned::Opaque { class, .. } => ClassId::by_name(class).unwrap_or(ClassId::OBJECT),
            Owned::Entry(_) => ClassId::SIMPLE_ENTRY,
            _ => ClassId::OPTIONAL,
        }
    }

    fn get(&self, property: &str) -> Option<Value<'_>> {
        match (self, property) {
            (Owned::Entry(entry), "key") => Some(entry.0.lend()),
            (Owned::Entry(entry), "value") => Some(entry.1.lend()),
            (Owned::Optional(value), "present") => Some(Value::Bool(value.is_some())),
            (Owned::Optional(value), "empty") => Some(Value::Bool(value.is_none())),
            (Owned::Optional(Some(value)), "get") => Some(value.lend()),
            _ => None,
        }
    }

    fn text(&self) -> Option<String> {
        Some(self.to_string())
    }
}

impl<'a> From<&'a Owned> for Value<'a> {
    fn from(value: &'a Owned) -> Self {
        value.lend()
    }
}

impl From<&str> for Owned {
    fn from(text: &str) -> Self {
        Owned::Str(text.into())
    }
}

impl From<String> for Owned {
    fn from(text: String) -> Self {
        Owned::Str(text.into())
    }
}

impl From<bool> for Owned {
    fn from(value: bool) -> Self {
        Owned::Bool(value)
    }
}

impl Clone for Owned {
    fn clone(&self) -> Self {
        match self {
            Owned::Entry(entry) => Owned::Entry(entry.clone()),
            Owned::Optional(value) => Owned::Optional(value.clone()),
            Owned::Opaque { class, text } => Owned::Opaque {
                class: class.clone(),
                text: text.clone(),
            },
            Owned::Bean(bean) => Owned::Bean(OwnedBean {
                class: bean.class,
                class_name: bean.class_name.clone(),
                properties: bean.properties.clone(),
            }),
            _ => super::view::to_owned(self.lend(), MAX_DEPTH),
        }
    }
}

impl std::fmt::Debug for Owned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}({self})", self.lend().class_name())
    }
}

/// Java's `String.valueOf`.
impl std::fmt::Display for Owned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Owned::Entry(entry) => write!(f, "{}={}", entry.0, entry.1),
            Owned::Optional(Some(value)) => write!(f, "Optional[{value}]"),
            Owned::Optional(None) => f.write_str("Optional.empty"),
            Owned::Opaque { class, text } => f.write_str(text.as_deref().unwrap_or(class)),
            _ => super::print::display(self.lend(), f),
        }
    }
}

/// Java's `equals`.
impl PartialEq for Owned {
    fn eq(&self, other: &Self) -> bool {
        equality::equals(self.lend(), other.lend())
    }
}
