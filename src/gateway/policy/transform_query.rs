//! `transform-queryparams`: sets, appends and removes query parameters, in this order; what is to be cleared goes first.

use super::{Built, Phase, Policy, Progress};
use crate::Needs;
use crate::gateway::definition::lenient;
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
    add_query_parameters: Vec<Parameter>,
    #[serde(deserialize_with = "lenient::or_default")]
    remove_query_parameters: Vec<Option<String>>,
    #[serde(deserialize_with = "lenient::or_default")]
    clear_all: bool,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Parameter {
    #[serde(deserialize_with = "lenient::text")]
    name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    value: Option<String>,
    #[serde(deserialize_with = "lenient::or_default")]
    append_to_existing_array: bool,
}

struct TransformQuery {
    clear: bool,
    set: Vec<Line>,
    remove: Vec<String>,
}

struct Line {
    name: Box<str>,
    value: Text,
    /// Whether values that are there stay.
    appends: bool,
}

/// Blanks are the only characters that are escaped; everything else goes on as it is written.
fn escaped(text: &str) -> String {
    text.replace(' ', "%20")
}

pub(super) fn build(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Built> {
    let read: Configuration = super::read(draft, place, configuration)?;
    let pairs = place.key("addQueryParameters");
    let mut set = Vec::new();
    for (at, pair) in read.add_query_parameters.iter().enumerate() {
        let name = pair.name.as_deref().filter(|name| !name.trim().is_empty());
        if let (Some(name), Some(value)) = (name, &pair.value) {
            set.push(Line {
                name: escaped(name).into(),
                value: draft.text(&pairs.at(at).key("value"), value),
                appends: pair.append_to_existing_array,
            });
        }
    }
    let remove = match read.clear_all {
        true => Vec::new(),
        false => read.remove_query_parameters.into_iter().flatten().collect(),
    };
    Some(Box::new(TransformQuery {
        clear: read.clear_all,
        set,
        remove,
    }))
}

impl Policy for TransformQuery {
    fn needs(&self, _phase: Phase) -> Needs {
        let texts = self.set.iter().map(|line| line.value.needs());
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
        for line in &self.set {
            let name = &line.name;
            match run.text(&line.value) {
                Ok(Some(value)) => run.request.edit_query(|query| line.write(query, &value)),
                Ok(None) => {}
                Err(error) => run.warn(format!("parameter `{name}` cannot be evaluated: {error}")),
            }
        }
        for name in &self.remove {
            run.request.edit_query(|query| query.remove(name));
        }
        Ok(Progress::Done)
    }
}

impl Line {
    fn write(&self, query: &mut Query, value: &str) {
        match self.appends {
            true => query.append(&self.name, &escaped(value)),
            false => query.set(&self.name, &escaped(value)),
        }
    }
}
