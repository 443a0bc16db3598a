//! Reading JSON as the Java gateway does: null for what is absent, numbers and booleans as texts, enums in any case, unknown
//! enum texts as the default, objects that come as JSON text, and lists that come as objects keyed by id.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::Value as Json;

/// Null, like an absent member, gives the default.
pub(crate) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

/// A text, number or boolean as text; null is none.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    match Option::<Json>::deserialize(deserializer)? {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(text)) => Ok(Some(text)),
        Some(other @ (Json::Number(_) | Json::Bool(_))) => Ok(Some(other.to_string())),
        Some(other) => Err(Error::custom(format!(
            "found {}, a text was expected",
            kind(&other)
        ))),
    }
}

/// An object, or a text that holds one.
pub(crate) fn object_or_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
    match Option::<Json>::deserialize(deserializer)? {
        Some(Json::String(text)) if text.trim().is_empty() => Ok(Json::Null),
        Some(Json::String(text)) => serde_json::from_str(&text).map_err(|error| {
            Error::custom(format!(
                "the text is no JSON, an object was expected: {error}"
            ))
        }),
        other => Ok(other.unwrap_or(Json::Null)),
    }
}

/// A list, or an object whose values are the elements.
pub(crate) fn list_or_values<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let items = match Option::<Json>::deserialize(deserializer)? {
        None | Some(Json::Null) => return Ok(Vec::new()),
        Some(Json::Array(items)) => items,
        Some(Json::Object(members)) => members.into_iter().map(|(_, value)| value).collect(),
        Some(other) => {
            return Err(Error::custom(format!(
                "found {}, a list was expected",
                kind(&other)
            )));
        }
    };
    let items = items.into_iter().enumerate();
    items
        .map(|(at, item)| {
            serde_path_to_error::deserialize(item).map_err(|error| {
                Error::custom(format!("[{at}].{}: {}", error.path(), error.inner()))
            })
        })
        .collect()
}

/// A whole number, also one that is written as text.
pub(crate) fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    match Option::<Json>::deserialize(deserializer)? {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Number(number)) => Ok(number
            .as_i64()
            .or_else(|| number.as_f64().map(|number| number as i64))),
        Some(Json::String(text)) => {
            text.trim().parse().map(Some).map_err(|_| {
                Error::custom(format!("found the text `{text}`, a number was expected"))
            })
        }
        Some(other) => Err(Error::custom(format!(
            "found {}, a number was expected",
            kind(&other)
        ))),
    }
}

/// What a JSON value is, for messages.
pub(crate) fn kind(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}

/// Reads an enum by the names of its values: any case, `-` as good as `_`, the default for what is unknown.
macro_rules! lenient_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$value_doc])* $value),+ }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = $crate::gateway::definition::lenient::text(deserializer)?.unwrap_or_default();
                let text = text.replace('_', "-");
                $(if text.eq_ignore_ascii_case($text) { return Ok($name::$value); })+
                Ok($name::default())
            }
        }
    };
}
pub(crate) use lenient_enum;
