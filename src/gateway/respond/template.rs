//! Response templates: what an API answers in place of the standard rendering of a failure.

use super::{Failure, Stop};
use crate::Owned;
use crate::gateway::execution::Execution;
use crate::gateway::expression::Text;
use crate::gateway::trace::Event;
use http::{HeaderName, HeaderValue, header};

/// The key whose templates stand in for keys without any.
const DEFAULT: &str = "DEFAULT";

/// All templates of an API: key, then media type.
#[derive(Default)]
pub(crate) struct Templates(pub(crate) Vec<(Box<str>, ByType)>);

/// Templates by media type.
type ByType = Vec<(Box<str>, Template)>;

/// What is answered for one key and media type.
pub(crate) struct Template {
    pub(crate) name: Box<str>,
    pub(crate) status: u16,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Text,
}

impl Templates {
    /// The template for a failure's key and the lines of what the client accepts; a failure without a key has none.
    pub(crate) fn find(&self, key: Option<&str>, accept: &[&str]) -> Option<&Template> {
        let key = key?;
        let by_key = |key: &str| self.0.iter().find(|(known, _)| **known == *key);
        let (_, by_type) = by_key(key).or_else(|| by_key(DEFAULT))?;
        let of = |kind: &str| {
            let found = by_type
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(kind));
            found.map(|(_, template)| template)
        };
        let wanted = media_types(accept);
        wanted
            .iter()
            .find_map(|kind| of(kind))
            .or_else(|| of("*/*"))
    }
}

/// The media types of all lines of `Accept`, the most wanted first.
fn media_types<'t>(accept: &[&'t str]) -> Vec<&'t str> {
    let ranges = accept.iter().flat_map(|line| line.split(','));
    let mut types: Vec<(&str, f32)> = ranges.map(weighted).collect();
    types.sort_by(|one, other| other.1.total_cmp(&one.1));
    types.into_iter().map(|(kind, _)| kind).collect()
}

/// A media type without its parameters, and its weight.
fn weighted(range: &str) -> (&str, f32) {
    let mut parts = range.split(';').map(str::trim);
    let kind = parts.next().unwrap_or("");
    let weight = parts
        .filter_map(|part| part.strip_prefix("q="))
        .find_map(|weight| weight.trim().parse().ok());
    (kind, weight.unwrap_or(1.0))
}

impl Template {
    /// Puts the template in place of the response.
    pub(crate) async fn render(
        &self,
        run: &mut Execution<'_>,
        failure: Failure,
    ) -> Result<(), Stop> {
        run.note(|| Event::Template {
            name: self.name.to_string(),
        });
        set_variables(run, failure);
        run.load(self.body.needs()).await?;
        let body = run.text(&self.body);
        let body = body.map_err(|error| Stop::unexpected(error.to_string()))?;
        run.response.status = self.status;
        let body = body.unwrap_or_default();
        if !self.body.source().is_empty() {
            if let Some(accept) = run.request.headers.get(header::ACCEPT).cloned() {
                run.response.headers.insert(header::CONTENT_TYPE, accept);
            }
            run.response.set_body(body);
        }
        for (name, value) in &self.headers {
            run.response.headers.insert(name, value.clone());
        }
        Ok(())
    }
}

/// `#error`, and `#parameters` when the failure has some.
fn set_variables(run: &mut Execution<'_>, failure: Failure) {
    let text = |text: Option<String>| text.map_or(Owned::Null, Owned::from);
    let parameters = Owned::map(failure.parameters);
    let is_empty = matches!(&parameters, Owned::Map(map) if crate::host::Lookup::is_empty(map));
    let error = Owned::bean(
        "#error",
        [
            ("statusCode", Owned::Int(i32::from(failure.status))),
            ("key", text(failure.key.map(Into::into))),
            ("message", text(failure.message)),
            ("parameters", parameters.clone()),
        ],
    );
    run.set_variable("error", error);
    if !is_empty {
        run.set_variable("parameters", parameters);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_wanted_media_type_comes_first() {
        let accept = "text/html;q=0.2, application/json, */*;q=0.8";
        assert_eq!(
            media_types(&[accept, "text/xml;q=0.1"]),
            ["application/json", "*/*", "text/html", "text/xml"]
        );
    }
}
