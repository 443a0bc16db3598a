//! `transform-queryparams`: sets and removes query parameters.

use super::{Built, Phase, Policy, Progress};
use crate::Needs;
use crate::gateway::definition::lenient;
use crate::gateway::definition::v4::Pair;
use crate::gateway::execution::{Execution, Query};
use crate::gateway::expression::Text;
use crate::gateway::finding::Place;
use crate::gateway::registry::Draft;
use crate::gateway::respond::Stop;
use serde::Deserialize;
use serde_json::Value as Json;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Configuration {
    #[serde(deserialize_with = "lenient::or_default")]
    add_query_parameters: Vec<Pair>,
    #[serde(deserialize_with = "lenient::or_default")]
    remove_query_parameters: Vec<Option<String>>,
    #[serde(deserialize_with = "lenient::or_default")]
    clear_all: bool,
}

struct TransformQuery {
    clear: bool,
    set: Vec<(Box<str>, Text)>,
    remove: Vec<String>,
}

pub(super) fn build(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Built> {
    let read: Configuration = super::read(draft, place, configuration)?;
    let pairs = place.key("addQueryParameters");
    let mut set = Vec::new();
    for (at, pair) in read.add_query_parameters.iter().enumerate() {
        if let (Some(name), Some(value)) = (&pair.name, &pair.value) {
            let text = draft.text(&pairs.at(at).key("value"), value);
            set.push((name.as_str().into(), text));
        }
    }
    Some(Box::new(TransformQuery {
        clear: read.clear_all,
        set,
        remove: read.remove_query_parameters.into_iter().flatten().collect(),
    }))
}

impl Policy for TransformQuery {
    fn needs(&self, _phase: Phase) -> Needs {
        let texts = self.set.iter().map(|(_, text)| text.needs());
        texts.fold(Needs::NONE, |all, needs| all | needs)
    }

    fn apply<'x, 'a: 'x>(
        &'a self,
        phase: Phase,
        run: &'x mut Execution<'a>,
    ) -> Result<Progress<'x>, Stop> {
        if phase == Phase::Response {
            return Ok(Progress::Done);
        }
        if self.clear {
            run.request.edit_query(Query::clear);
        }
        for name in &self.remove {
            run.request.edit_query(|query| query.remove(name));
        }
        for (name, text) in &self.set {
            match run.text(text) {
                Ok(Some(value)) => run.request.edit_query(|query| query.set(name, &value)),
                Ok(None) => {}
                Err(error) => run.warn(format!("parameter `{name}` cannot be evaluated: {error}")),
            }
        }
        Ok(Progress::Done)
    }
}
