//! `transform-headers`: sets, appends and removes headers of the message that is on its way, or keeps only some.

use super::{Built, Phase, Policy, Progress};
use crate::gateway::definition::lenient;
use crate::gateway::definition::v4::Pair;
use crate::gateway::execution::Execution;
use crate::gateway::expression::Text;
use crate::gateway::finding::Place;
use crate::gateway::registry::Draft;
use crate::gateway::respond::{Failure, Stop};
use crate::{Error, Needs};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;
use serde_json::Value as Json;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Configuration {
    #[serde(deserialize_with = "lenient::or_default")]
    add_headers: Vec<Pair>,
    #[serde(deserialize_with = "lenient::or_default")]
    append_headers: Vec<Pair>,
    #[serde(deserialize_with = "lenient::or_default")]
    remove_headers: Vec<Option<String>>,
    #[serde(deserialize_with = "lenient::or_default")]
    whitelist_headers: Vec<Option<String>>,
}

struct TransformHeaders {
    set: Vec<Line>,
    append: Vec<Line>,
    remove: Vec<HeaderName>,
    /// Empty when everything is kept.
    keep: Vec<HeaderName>,
    needs: Needs,
}

struct Line {
    name: HeaderName,
    value: LineValue,
}

enum LineValue {
    Fixed(HeaderValue),
    Text(Text),
}

pub(super) fn build(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Built> {
    let read: Configuration = super::read(draft, place, configuration)?;
    let set = lines(draft, &place.key("addHeaders"), &read.add_headers);
    let append = lines(draft, &place.key("appendHeaders"), &read.append_headers);
    let mut needs = Needs::NONE;
    for line in set.iter().chain(&append) {
        if let LineValue::Text(text) = &line.value {
            needs |= text.needs();
        }
    }
    Some(Box::new(TransformHeaders {
        set,
        append,
        remove: names(draft, &place.key("removeHeaders"), &read.remove_headers),
        keep: names(
            draft,
            &place.key("whitelistHeaders"),
            &read.whitelist_headers,
        ),
        needs,
    }))
}

/// The headers with a name that can be one; empty names are passed over.
fn lines(draft: &Draft<'_>, place: &Place<'_>, pairs: &[Pair]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let place = place.at(at);
        let (Some(name), Some(value)) = (&pair.name, &pair.value) else {
            continue;
        };
        let Some(name) = header_name(draft, &place.key("name"), name) else {
            continue;
        };
        let text = draft.text(&place.key("value"), value);
        let fixed = text
            .literal()
            .and_then(|text| HeaderValue::from_str(text).ok());
        let value = fixed.map_or(LineValue::Text(text), LineValue::Fixed);
        lines.push(Line { name, value });
    }
    lines
}

fn names(draft: &Draft<'_>, place: &Place<'_>, names: &[Option<String>]) -> Vec<HeaderName> {
    let names = names.iter().enumerate();
    names
        .filter_map(|(at, name)| header_name(draft, &place.at(at), name.as_deref()?))
        .collect()
}

fn header_name(draft: &Draft<'_>, place: &Place<'_>, name: &str) -> Option<HeaderName> {
    if name.is_empty() {
        return None;
    }
    let read = HeaderName::from_bytes(name.as_bytes());
    if read.is_err() {
        draft.warn(
            place,
            format!("`{name}` is no name of a header, so it is passed over"),
        );
    }
    read.ok()
}

impl Policy for TransformHeaders {
    fn needs(&self, _phase: Phase) -> Needs {
        self.needs
    }

    fn apply<'x, 'a: 'x>(
        &'a self,
        phase: Phase,
        run: &'x mut Execution<'a>,
    ) -> Result<Progress<'x>, Stop> {
        for line in &self.set {
            if let Some(value) = line.evaluate(run)? {
                headers(run, phase).insert(&line.name, value);
            }
        }
        for line in &self.append {
            if let Some(value) = line.evaluate(run)? {
                headers(run, phase).append(&line.name, value);
            }
        }
        let headers = headers(run, phase);
        for name in &self.remove {
            headers.remove(name);
        }
        if !self.keep.is_empty() {
            keep_only(headers, &self.keep);
        }
        Ok(Progress::Done)
    }
}

impl Line {
    /// The value; null leaves the header as it is.
    fn evaluate(&self, run: &mut Execution<'_>) -> Result<Option<HeaderValue>, Stop> {
        let text = match &self.value {
            LineValue::Fixed(value) => return Ok(Some(value.clone())),
            LineValue::Text(text) => run.text(text),
        };
        let Some(text) = text.map_err(|error| failed(run, &self.name, Some(&error)))? else {
            return Ok(None);
        };
        match HeaderValue::try_from(text) {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(failed(run, &self.name, None)),
        }
    }
}

fn failed(run: &mut Execution<'_>, name: &HeaderName, error: Option<&Error>) -> Stop {
    run.warn(match error {
        Some(error) => format!("the value of header `{name}` cannot be evaluated: {error}"),
        None => format!("the value of header `{name}` cannot stand in a header"),
    });
    Failure::new(500, "TRANSFORM_HEADERS_FAILURE")
        .saying("Unable to apply headers transformation")
        .into()
}

fn headers<'r>(run: &'r mut Execution<'_>, phase: Phase) -> &'r mut HeaderMap {
    match phase {
        Phase::Request => &mut run.request.headers,
        Phase::Response => &mut run.response.headers,
    }
}

fn keep_only(headers: &mut HeaderMap, keep: &[HeaderName]) {
    let dropped: Vec<HeaderName> = headers
        .keys()
        .filter(|name| !keep.contains(name))
        .cloned()
        .collect();
    for name in dropped {
        headers.remove(name);
    }
}
