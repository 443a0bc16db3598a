//! What expressions see of an API besides the request: `#api`, `#properties`, `#dictionaries`, `#endpoints` and `#node`.

use crate::gateway::definition::side;
use crate::gateway::definition::v4::Property;
use crate::host::{Entries, Lookup, Object};
use crate::{Binding, Context, Owned, Value};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The variables of an API.
pub(crate) struct Variables {
    pub(crate) api: ApiBean,
    pub(crate) dictionaries: Option<Arc<Dictionaries>>,
    pub(crate) node: Arc<Owned>,
    pub(crate) endpoints: Texts,
}

impl Variables {
    /// Sets them in a context.
    pub(crate) fn lend<'c>(&'c self, context: &mut Context<'c>) {
        context.set("api", &self.api as &dyn Object);
        if let Some(properties) = &self.api.properties {
            context.set("properties", properties as &dyn Lookup);
        }
        if let Some(dictionaries) = &self.dictionaries {
            context.set("dictionaries", &**dictionaries as &dyn Lookup);
        }
        context.set("node", Binding::Owned(&self.node));
        context.set("endpoints", &self.endpoints as &dyn Lookup);
    }
}

/// `#api`
pub(crate) struct ApiBean {
    pub(crate) id: Arc<str>,
    pub(crate) name: Arc<str>,
    pub(crate) version: Option<String>,
    pub(crate) properties: Option<Properties>,
}

impl Object for ApiBean {
    fn class_name(&self) -> &str {
        "#api"
    }

    fn get(&self, property: &str) -> Option<Value<'_>> {
        Some(match property {
            "id" => Value::Str(&self.id),
            "name" => Value::Str(&self.name),
            "version" => self.version.as_deref().map_or(Value::Null, Value::Str),
            "properties" => match &self.properties {
                Some(properties) => Value::Lookup(properties),
                None => Value::Null,
            },
            _ => return None,
        })
    }

    fn properties(&self) -> Vec<&str> {
        vec!["id", "name", "version", "properties"]
    }
}

/// Texts by name.
#[derive(Default)]
pub(crate) struct Texts(Vec<(Box<str>, Owned)>);

impl Texts {
    pub(crate) fn new<N: Into<Box<str>>>(
        texts: impl IntoIterator<Item = (N, Option<String>)>,
    ) -> Self {
        let texts = texts.into_iter();
        Texts(
            texts
                .map(|(name, text)| (name.into(), text.map_or(Owned::Null, Owned::from)))
                .collect(),
        )
    }
}

impl Lookup for Texts {
    fn get(&self, key: &str) -> Option<Value<'_>> {
        let (_, value) = self.0.iter().find(|(name, _)| **name == *key)?;
        Some(Value::from(value))
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn entries(&self) -> Entries<'_> {
        let entries = self.0.iter();
        Box::new(entries.map(|(name, value)| (Value::Str(name), Value::from(value))))
    }

    fn text_keys(&self) -> bool {
        true
    }
}

/// Properties of an API, whose values may refer to each other as `{{name}}`.
#[derive(Default)]
pub(crate) struct Properties {
    values: Vec<(Box<str>, Owned)>,
    /// Keys whose values refer to what is not there.
    refused: HashMap<Box<str>, String>,
}

/// How deep properties may refer to each other.
const MAX_REFERENCES: usize = 32;

/// Longest value with its references resolved, in bytes.
const MAX_VALUE: usize = 1 << 20;

impl Properties {
    pub(crate) fn new(written: &[Property]) -> Self {
        let raw: BTreeMap<&str, Option<&str>> = written
            .iter()
            .filter_map(|property| Some((property.key.as_deref()?, property.value.as_deref())))
            .collect();
        let mut properties = Properties::default();
        for property in written {
            let Some(key) = property.key.as_deref() else {
                continue;
            };
            match property
                .value
                .as_deref()
                .map(|value| resolved(&raw, value, 0))
            {
                None => properties.values.push((key.into(), Owned::Null)),
                Some(Ok(value)) => properties.values.push((key.into(), Owned::from(value))),
                Some(Err(why)) => {
                    properties.refused.insert(key.into(), why);
                }
            }
        }
        properties
    }
}

/// A value with its references resolved, or what the gateway says when one leads nowhere.
fn resolved(
    raw: &BTreeMap<&str, Option<&str>>,
    value: &str,
    depth: usize,
) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = value;
    while let Some(start) = rest.find("{{") {
        let Some(end) = rest[start..].find("}}").map(|end| start + end) else {
            break;
        };
        let name = rest[start + 2..end].trim();
        out.push_str(&rest[..start]);
        let missing = || format!("A value is missing for key [{name}]");
        let found = raw.get(name).copied().flatten().ok_or_else(missing)?;
        if depth == MAX_REFERENCES || out.len() > MAX_VALUE {
            return Err(format!("the references of key [{name}] lead too far"));
        }
        out.push_str(&resolved(raw, found, depth + 1)?);
        rest = &rest[end + 2..];
    }
    out.push_str(rest);
    match out.len() > MAX_VALUE {
        true => Err("the references of a property lead too far".to_owned()),
        false => Ok(out),
    }
}

impl Lookup for Properties {
    fn get(&self, key: &str) -> Option<Value<'_>> {
        let (_, value) = self.values.iter().find(|(name, _)| **name == *key)?;
        Some(Value::from(value))
    }

    fn len(&self) -> usize {
        self.values.len() + self.refused.len()
    }

    fn entries(&self) -> Entries<'_> {
        let entries = self.values.iter();
        Box::new(entries.map(|(name, value)| (Value::Str(name), Value::from(value))))
    }

    fn refusal(&self, key: &str) -> Option<String> {
        self.refused.get(key).cloned()
    }

    fn text_keys(&self) -> bool {
        true
    }
}

/// `#dictionaries`
#[derive(Default)]
pub(crate) struct Dictionaries(Vec<(Box<str>, Texts)>);

impl Dictionaries {
    pub(crate) fn new(written: Vec<side::Dictionary>) -> Self {
        let dictionaries = written.into_iter().filter_map(|dictionary| {
            let key = dictionary.key.or(dictionary.id)?;
            Some((key.into(), Texts::new(dictionary.properties)))
        });
        Dictionaries(dictionaries.collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Lookup for Dictionaries {
    fn get(&self, key: &str) -> Option<Value<'_>> {
        let (_, texts) = self.0.iter().find(|(name, _)| **name == *key)?;
        Some(Value::Lookup(texts))
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn entries(&self) -> Entries<'_> {
        let entries = self.0.iter();
        Box::new(entries.map(|(name, texts)| (Value::Str(name), Value::Lookup(texts))))
    }

    fn text_keys(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn property(key: &str, value: &str) -> Property {
        Property {
            key: Some(key.to_owned()),
            value: Some(value.to_owned()),
            encrypted: false,
        }
    }

    #[test]
    fn references_between_properties_are_resolved() {
        let written = [
            property("k", "v"),
            property("ref", "x-{{k}}-{{ref2}}"),
            property("ref2", "{{k}}!"),
            property("bad", "x-{{nokey}}"),
            property("round", "{{round}}"),
        ];
        let properties = Properties::new(&written);
        let text = |key| properties.get(key).and_then(Value::as_str);
        assert_eq!(text("ref"), Some("x-v-v!"));
        assert_eq!(text("bad"), None);
        let why = properties.refusal("bad");
        assert_eq!(why.as_deref(), Some("A value is missing for key [nokey]"));
        assert!(properties.refusal("round").is_some());
        assert!(properties.refusal("nothing").is_none());
    }
}
