//! `mock`: an answer in place of the backend's; response flows run as usual.

use super::{Built, Invoker, Phase, Policy, Progress};
use crate::gateway::definition::lenient;
use crate::gateway::definition::v4::Pair;
use crate::gateway::execution::Execution;
use crate::gateway::expression::Text;
use crate::gateway::finding::Place;
use crate::gateway::registry::Draft;
use crate::gateway::respond::Stop;
use crate::{Error, Needs};
use http::{HeaderName, HeaderValue, header};
use serde::Deserialize;
use serde_json::Value as Json;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Configuration {
    #[serde(deserialize_with = "lenient::whole")]
    status: Option<i64>,
    #[serde(deserialize_with = "lenient::or_default")]
    headers: Vec<Pair>,
    #[serde(deserialize_with = "lenient::text")]
    content: Option<String>,
}

struct Mock {
    status: u16,
    headers: Vec<(HeaderName, Text)>,
    content: Option<Text>,
}

pub(super) fn build(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Built> {
    let read: Configuration = super::read(draft, place, configuration)?;
    let status = draft.status(&place.key("status"), read.status.unwrap_or(200))?;
    let mut headers = Vec::new();
    let lines = place.key("headers");
    for (at, pair) in read.headers.iter().enumerate() {
        let (Some(name), Some(value)) = (&pair.name, &pair.value) else {
            continue;
        };
        let place = lines.at(at);
        match HeaderName::from_bytes(name.as_bytes()) {
            Ok(name) => headers.push((name, draft.text(&place.key("value"), value))),
            Err(_) => draft.warn(
                &place.key("name"),
                format!("`{name}` is no name of a header, so it is passed over"),
            ),
        }
    }
    let content = read.content.filter(|content| !content.trim().is_empty());
    Some(Box::new(Mock {
        status,
        headers,
        content: content.map(|content| draft.text(&place.key("content"), &content)),
    }))
}

impl Policy for Mock {
    fn apply<'x, 'a: 'x>(
        &'a self,
        phase: Phase,
        run: &'x mut Execution<'a>,
    ) -> Result<Progress<'x>, Stop> {
        if phase == Phase::Request {
            run.invoker = Some(self);
        }
        Ok(Progress::Done)
    }
}

impl Invoker for Mock {
    fn needs(&self) -> Needs {
        let content = self.content.as_ref().map_or(Needs::NONE, Text::needs);
        let headers = self.headers.iter().map(|(_, text)| text.needs());
        headers.fold(content, |all, needs| all | needs)
    }

    fn answer(&self, run: &mut Execution<'_>) {
        run.response.status = self.status;
        if let Some(content) = &self.content {
            match run.text(content) {
                Ok(Some(body)) => answer_with(run, body),
                Ok(None) => return refused(run, content, None),
                Err(error) => return refused(run, content, Some(&error)),
            }
        }
        for (name, text) in &self.headers {
            let value = run.text(text).ok().flatten();
            if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
                run.response.headers.insert(name, value);
            }
        }
    }
}

fn answer_with(run: &mut Execution<'_>, body: String) {
    if !run.response.headers.contains_key(header::CONTENT_TYPE) {
        let kind = HeaderValue::from_static(guessed_type(&body));
        run.response.headers.insert(header::CONTENT_TYPE, kind);
    }
    run.response.set_body(body);
}

/// The type that a text looks like.
fn guessed_type(body: &str) -> &'static str {
    match body.trim_start().as_bytes() {
        [b'{' | b'[', ..] => "application/json",
        [b'<', ..] => "application/xml",
        _ => "text/plain",
    }
}

/// A content that cannot be evaluated is an answer like any other, with the reason in it.
fn refused(run: &mut Execution<'_>, content: &Text, error: Option<&Error>) {
    if let Some(error) = error {
        run.warn(format!(
            "the content of a mock cannot be evaluated: {error}"
        ));
    }
    run.response.status = 500;
    let kind = HeaderValue::from_static("text/plain");
    run.response.headers.insert(header::CONTENT_TYPE, kind);
    let introduction = "The template evaluation returns an error. Expression:";
    run.response
        .set_body(format!("{introduction}\n{}", content.source()));
}
