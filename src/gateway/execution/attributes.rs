//! The attributes of a request: what gateway and policies note about it under a name.

use crate::Owned;
use crate::Value;
use crate::host::{Entries, Lookup};
use std::borrow::Cow;
use std::sync::Arc;

/// Names under which the gateway stores its own attributes. Reading finds them without the prefix as well.
pub(crate) mod name {
    macro_rules! names {
        ($($constant:ident = $name:literal),+ $(,)?) => {
            $(pub(crate) const $constant: &str = concat!("gravitee.attribute.", $name);)+
        };
    }
    names! {
        API = "api",
        API_DEPLOYED_AT = "api.deployed-at",
        API_KEY = "api-key",
        API_NAME = "api.name",
        APPLICATION = "application",
        CLIENT_IDENTIFIER = "clientIdentifier",
        CONTEXT_PATH = "context-path",
        ENDPOINT = "request.endpoint",
        ENDPOINT_OVERRIDE = "request.endpoint.override",
        ENVIRONMENT = "environment",
        MAPPED_PATH = "mapped-path",
        METHOD = "request.method",
        ORGANIZATION = "organization",
        ORIGINAL_URL = "request.original-url",
        PLAN = "plan",
        SUBSCRIPTION = "user-id",
    }
}

/// The value of an attribute.
pub(crate) enum Attribute<'a> {
    /// A text of the deployed API.
    Text(&'a str),
    /// A text that the request shares with others.
    Shared(Arc<str>),
    /// Any value.
    Value(Owned),
}

impl Attribute<'_> {
    fn lend(&self) -> Value<'_> {
        match self {
            Attribute::Text(text) => Value::Str(text),
            Attribute::Shared(text) => Value::Str(text),
            Attribute::Value(value) => Value::from(value),
        }
    }
}

impl<'a> From<&'a str> for Attribute<'a> {
    fn from(text: &'a str) -> Self {
        Attribute::Text(text)
    }
}

impl From<Arc<str>> for Attribute<'_> {
    fn from(text: Arc<str>) -> Self {
        Attribute::Shared(text)
    }
}

impl From<Owned> for Attribute<'_> {
    fn from(value: Owned) -> Self {
        Attribute::Value(value)
    }
}

impl From<String> for Attribute<'_> {
    fn from(text: String) -> Self {
        Attribute::Value(Owned::from(text))
    }
}

/// All attributes, in the order in which they were first set.
pub(crate) struct Attributes<'a>(Vec<(Cow<'a, str>, Attribute<'a>)>);

impl<'a> Attributes<'a> {
    pub(crate) fn new() -> Self {
        Attributes(Vec::with_capacity(12))
    }

    /// Sets an attribute whose name is not there yet, which nobody has to look for then.
    pub(crate) fn begin(&mut self, name: &'static str, value: impl Into<Attribute<'a>>) {
        debug_assert!(!self.has(name), "`{name}` is there already");
        self.0.push((Cow::Borrowed(name), value.into()));
    }

    /// Sets an attribute under exactly this name.
    pub(crate) fn set(&mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Attribute<'a>>) {
        let (name, value) = (name.into(), value.into());
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name, value)),
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The text of an attribute.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let value = self.get(name).filter(|value| !value.is_null())?;
        Some(value.to_string())
    }

    /// The same, not copied where the request shares it already.
    pub(crate) fn shared(&self, name: &str) -> Option<Arc<str>> {
        let (_, value) = self.0.iter().find(|(known, _)| *known == name)?;
        match value {
            Attribute::Shared(text) => Some(Arc::clone(text)),
            other => Some(other.lend())
                .filter(|value| !value.is_null())
                .map(|value| value.to_string().into()),
        }
    }

    /// Whether an attribute is the boolean or text true.
    pub(crate) fn is_true(&self, name: &str) -> bool {
        self.text(name).is_some_and(|text| text == "true")
    }
}

impl Lookup for Attributes<'_> {
    fn get(&self, key: &str) -> Option<Value<'_>> {
        let found = self.0.iter().find(|(name, _)| *name == key)?;
        Some(found.1.lend())
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn entries(&self) -> Entries<'_> {
        let entries = self.0.iter();
        Box::new(entries.map(|(name, value)| (Value::Str(name), value.lend())))
    }
}
