//! `policy-interrupt`: ends the request with a failure of the definition's own, meant for response templates.

use super::{Built, Phase, Policy, Progress};
use crate::gateway::definition::lenient;
use crate::gateway::definition::v4::Pair;
use crate::gateway::execution::Execution;
use crate::gateway::expression::Text;
use crate::gateway::finding::Place;
use crate::gateway::registry::Draft;
use crate::gateway::respond::{Failure, Stop};
use crate::{Needs, Owned};
use serde::Deserialize;
use serde_json::Value as Json;
use std::borrow::Cow;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Configuration {
    #[serde(deserialize_with = "lenient::text")]
    error_key: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    message: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    variables: Vec<Pair>,
}

struct Interrupt {
    key: Option<Box<str>>,
    message: Option<Box<str>>,
    variables: Vec<(Box<str>, Text)>,
}

pub(super) fn build(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Built> {
    let read: Configuration = super::read(draft, place, configuration)?;
    let mut variables = Vec::new();
    let pairs = place.key("variables");
    for (at, pair) in read.variables.iter().enumerate() {
        if let (Some(name), Some(value)) = (&pair.name, &pair.value) {
            let text = draft.text(&pairs.at(at).key("value"), value);
            variables.push((name.as_str().into(), text));
        }
    }
    Some(Box::new(Interrupt {
        key: read.error_key.map(Into::into),
        message: read.message.map(Into::into),
        variables,
    }))
}

impl Policy for Interrupt {
    fn needs(&self, _phase: Phase) -> Needs {
        let variables = self.variables.iter().map(|(_, text)| text.needs());
        variables.fold(Needs::NONE, |all, needs| all | needs)
    }

    fn apply<'x, 'a: 'x>(
        &'a self,
        _phase: Phase,
        run: &'x mut Execution<'a>,
    ) -> Result<Progress<'x>, Stop> {
        let mut parameters = Vec::new();
        for (name, text) in &self.variables {
            match run.text(text) {
                Ok(value) => {
                    let value = value.map_or(Owned::Null, Owned::from);
                    parameters.push((name.clone(), value));
                }
                Err(error) => run.warn(format!("variable `{name}` cannot be evaluated: {error}")),
            }
        }
        Err(Stop::Failure(Failure {
            status: 500,
            key: self.key.as_deref().map(|key| Cow::Owned(key.to_owned())),
            message: self.message.as_deref().map(str::to_owned),
            parameters,
            json: false,
        }))
    }
}
