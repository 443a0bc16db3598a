//! A YAML document as keys with values: `http: {errors: {404: {message: x}}}` is `http.errors[404].message`.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;
use std::fmt;

/// A key with its value, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) value: String,
    pub(crate) line: u64,
    pub(crate) column: u64,
}

/// All keys of the document, in its order. Keys without a value are left out.
pub(crate) fn read(text: &str) -> Result<Vec<Entry>, String> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let root: Spanned<Node> = serde_saphyr::from_str(text).map_err(|error| error.to_string())?;
    if !matches!(root.value, Node::Map(_) | Node::Null) {
        return Err("it is no table of keys".to_owned());
    }
    let mut entries = Vec::new();
    flatten("", root, &mut entries);
    Ok(entries)
}

fn flatten(key: &str, node: Spanned<Node>, entries: &mut Vec<Entry>) {
    match node.value {
        Node::Null => {}
        Node::Scalar(value) => entries.push(Entry {
            key: key.to_owned(),
            value,
            line: node.referenced.line(),
            column: node.referenced.column(),
        }),
        Node::List(items) => {
            for (at, item) in items.into_iter().enumerate() {
                flatten(&format!("{key}[{at}]"), item, entries);
            }
        }
        Node::Map(fields) => {
            for (name, value) in fields {
                let number = name.bytes().all(|octet| octet.is_ascii_digit());
                let key = match (key, number) {
                    ("", _) => name,
                    (_, true) => format!("{key}[{name}]"),
                    (_, false) => format!("{key}.{name}"),
                };
                flatten(&key, value, entries);
            }
        }
    }
}

/// A value of any shape; what kind of scalar it is decides the key, not the document.
#[derive(Debug)]
enum Node {
    Null,
    Scalar(String),
    List(Vec<Spanned<Node>>),
    Map(Vec<(String, Spanned<Node>)>),
}

struct Shapes;

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Shapes)
    }
}

impl<'de> Visitor<'de> for Shapes {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Scalar(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Scalar(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Scalar(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Scalar(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Scalar(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Node, A::Error> {
        let mut map = Vec::new();
        while let Some(name) = fields.next_key::<Node>()? {
            let value = fields.next_value()?;
            if let Node::Scalar(name) = name {
                map.push((name, value));
            }
        }
        Ok(Node::Map(map))
    }
}
