//! Documents of the folder as written: recognised, read, and not yet judged.
//!
//! A definition comes bare or inside the `api` member of an export. Format v2 is recognised, so that it is reported for what
//! it is; reading it follows.

pub(crate) mod lenient;
pub(crate) mod locate;
pub(crate) mod side;
pub(crate) mod v4;

use serde_json::Value as Json;

/// A definition with the place it has in its document.
pub(crate) struct Document {
    pub(crate) api: v4::Api,
    /// Member of the document that holds the definition; empty for a bare one.
    pub(crate) prefix: &'static str,
    /// Whether `type` may be in any case: exports write it in upper case.
    pub(crate) exported: bool,
}

/// Why a document is no definition that can be deployed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Unreadable {
    /// Where, as a path into the document.
    pub(crate) path: String,
    /// Byte of the text, where the text is no JSON.
    pub(crate) at: Option<(usize, usize)>,
    pub(crate) message: String,
}

impl Unreadable {
    fn whole(message: impl Into<String>) -> Self {
        Unreadable {
            path: String::new(),
            at: None,
            message: message.into(),
        }
    }
}

/// The format of a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    V4,
    V2,
    V1,
}

/// Reads a definition.
pub(crate) fn read(text: &str) -> Result<Document, Unreadable> {
    let json = json(text)?;
    let Json::Object(members) = &json else {
        let found = lenient::kind(&json);
        return Err(Unreadable::whole(format!(
            "found {found}, a definition is an object"
        )));
    };
    if members.contains_key("apiEvent") {
        return Err(Unreadable::whole(
            "documents of the synchronization (`apiEvent`) are not supported yet: deploy the definition in their payload",
        ));
    }
    let exported = members
        .get("api")
        .is_some_and(|api| api.get("definitionVersion").is_some());
    let mut json = json;
    let prefix = if exported {
        json = unwrapped(json);
        "api"
    } else {
        ""
    };
    match format(&json) {
        Some(Format::V4) => {}
        Some(Format::V2) => {
            return Err(Unreadable::whole(
                "definitions of format v2 are not supported yet",
            ));
        }
        Some(Format::V1) => {
            return Err(Unreadable::whole(
                "`paths` belong to definitions of format v1, which are not supported",
            ));
        }
        None => {
            return Err(Unreadable::whole(
                "the document is no definition: it has neither `definitionVersion`, `listeners` nor `proxy`",
            ));
        }
    }
    let api = typed(json).map_err(|mut error| {
        if exported && !error.path.starts_with("plans") {
            error.path = format!("api.{}", error.path);
        }
        error
    })?;
    Ok(Document {
        api,
        prefix,
        exported,
    })
}

/// The definition of an export, with the plans that stand beside it.
fn unwrapped(mut document: Json) -> Json {
    let mut api = document["api"].take();
    let plans = document["plans"].take();
    if !plans.is_null() && api.get("plans").is_none_or(Json::is_null) {
        api["plans"] = plans;
    }
    api
}

/// Reads a side file.
pub(crate) fn read_side<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    typed(json(text)?)
}

/// Reads a side file that holds one thing or a list of them.
pub(crate) fn read_some<T: serde::de::DeserializeOwned>(text: &str) -> Result<Vec<T>, Unreadable> {
    match json(text)? {
        list @ Json::Array(_) => typed(list),
        one => Ok(vec![typed(one)?]),
    }
}

fn json(text: &str) -> Result<Json, Unreadable> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| Unreadable {
        path: String::new(),
        at: Some((error.line(), error.column())),
        message: format!("the file is no JSON: {error}"),
    })
}

fn typed<T: serde::de::DeserializeOwned>(json: Json) -> Result<T, Unreadable> {
    serde_path_to_error::deserialize(json).map_err(|error| {
        let path = error.path().to_string();
        Unreadable {
            path: if path == "." { String::new() } else { path },
            at: None,
            message: error.into_inner().to_string(),
        }
    })
}

/// The format that the markers of a document tell, or its members.
fn format(definition: &Json) -> Option<Format> {
    let marker = ["definitionVersion", "gravitee"]
        .iter()
        .find_map(|name| definition.get(*name)?.as_str());
    let has = |name: &str| definition.get(name).is_some_and(|member| !member.is_null());
    match marker.map(|marker| marker.trim_start_matches(['v', 'V'])) {
        Some(marker) if marker.starts_with('4') => Some(Format::V4),
        Some(marker) if marker.starts_with('1') => Some(Format::V1),
        _ if has("listeners") => Some(Format::V4),
        Some(marker) if marker.starts_with('2') => Some(Format::V2),
        _ if has("proxy") && has("paths") && !has("flows") => Some(Format::V1),
        _ if has("proxy") => Some(Format::V2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_marker_or_member() {
        let rows = [
            (r#"{"definitionVersion": "4.0.0"}"#, Some(Format::V4)),
            (r#"{"definitionVersion": "V4"}"#, Some(Format::V4)),
            (r#"{"gravitee": "4.0.0"}"#, Some(Format::V4)),
            (r#"{"listeners": []}"#, Some(Format::V4)),
            (r#"{"gravitee": "2.0.0", "proxy": {}}"#, Some(Format::V2)),
            (r#"{"proxy": {}}"#, Some(Format::V2)),
            (r#"{"gravitee": "1.0.0"}"#, Some(Format::V1)),
            (r#"{"x": 1}"#, None),
        ];
        for (text, expected) in rows {
            let json = json(text).expect("JSON");
            assert_eq!(format(&json), expected, "{text}");
        }
    }

    #[test]
    fn wrong_members_are_reported_with_their_path() {
        let text = r#"{"definitionVersion": "V4", "flows": [{"request": [{"enabled": "yes"}]}]}"#;
        let error = read(text).err().expect("an error");
        assert_eq!(error.path, "flows[0].request[0].enabled");
    }

    #[test]
    fn exports_bring_their_plans_along() {
        let text = r#"{"api": {"id": "a", "definitionVersion": "V4"}, "plans": [{"id": "p"}]}"#;
        let document = read(text).expect("a definition");
        assert_eq!(document.prefix, "api");
        assert_eq!(document.api.plans[0].id.as_deref(), Some("p"));
    }

    #[test]
    fn unknown_enum_texts_are_the_default() {
        let text = r#"{"listeners": [], "flows": [{"selectors": [{"type": "http", "pathOperator": "START_WITH"}]}]}"#;
        let document = read(text).expect("a definition");
        assert_eq!(
            document.api.flows[0].selectors[0].path_operator,
            v4::Operator::StartsWith
        );
    }
}
