//! `policy-override-request-method`: the method with which the backend is called.

use super::{Built, Phase, Policy, Progress};
use crate::Owned;
use crate::gateway::definition::lenient;
use crate::gateway::endpoint::METHODS;
use crate::gateway::execution::{Execution, name};
use crate::gateway::finding::Place;
use crate::gateway::registry::Draft;
use crate::gateway::respond::Stop;
use serde::Deserialize;
use serde_json::Value as Json;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Configuration {
    #[serde(deserialize_with = "lenient::text")]
    method: Option<String>,
}

struct OverrideMethod(&'static str);

pub(super) fn build(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Built> {
    let read: Configuration = super::read(draft, place, configuration)?;
    let text = read.method.unwrap_or_default();
    let known = METHODS
        .iter()
        .find(|known| known.eq_ignore_ascii_case(&text));
    let Some(method) = known else {
        draft.refuse(
            &place.key("method"),
            format!("`{text}` is no method of HTTP"),
        );
        return None;
    };
    Some(Box::new(OverrideMethod(method)))
}

impl Policy for OverrideMethod {
    fn apply<'x, 'a: 'x>(
        &'a self,
        phase: Phase,
        run: &'x mut Execution<'a>,
    ) -> Result<Progress<'x>, Stop> {
        if phase == Phase::Request {
            // The value is a method, not a text: the engine for v2 definitions tells them apart.
            let method = Owned::Opaque {
                class: "io.gravitee.common.http.HttpMethod".into(),
                text: Some(self.0.into()),
            };
            run.attributes.set(name::METHOD, method);
        }
        Ok(Progress::Done)
    }
}
