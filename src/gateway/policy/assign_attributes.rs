//! `policy-assign-attributes`: notes values about the request, under exactly the names given.

use super::{Built, Phase, Policy, Progress};
use crate::gateway::definition::lenient;
use crate::gateway::definition::v4::Pair;
use crate::gateway::execution::Execution;
use crate::gateway::expression::Text;
use crate::gateway::finding::Place;
use crate::gateway::registry::Draft;
use crate::gateway::respond::Stop;
use crate::{Error, Needs, Owned, Type};
use serde::Deserialize;
use serde_json::Value as Json;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Configuration {
    #[serde(deserialize_with = "lenient::or_default")]
    attributes: Vec<Pair>,
}

struct AssignAttributes(Vec<(Box<str>, Text)>);

pub(super) fn build(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Built> {
    let read: Configuration = super::read(draft, place, configuration)?;
    let place = place.key("attributes");
    let mut attributes = Vec::new();
    for (at, pair) in read.attributes.iter().enumerate() {
        if let (Some(name), Some(value)) = (&pair.name, &pair.value) {
            let text = draft.text(&place.at(at).key("value"), value);
            attributes.push((name.as_str().into(), text));
        }
    }
    Some(Box::new(AssignAttributes(attributes)))
}

impl Policy for AssignAttributes {
    fn needs(&self, _phase: Phase) -> Needs {
        let texts = self.0.iter().map(|(_, text)| text.needs());
        texts.fold(Needs::NONE, |all, needs| all | needs)
    }

    fn apply<'x, 'a: 'x>(
        &'a self,
        _phase: Phase,
        run: &'x mut Execution<'a>,
    ) -> Result<Progress<'x>, Stop> {
        for (name, text) in &self.0 {
            match value(run, text) {
                Ok(Owned::Null) => {}
                Ok(value) => run.attributes.set(&**name, value),
                Err(error) => run.warn(format!("attribute `{name}` cannot be evaluated: {error}")),
            }
        }
        Ok(Progress::Done)
    }
}

/// Any value, not only text.
fn value(run: &mut Execution<'_>, text: &Text) -> Result<Owned, Error> {
    match text.template().map_err(Clone::clone)? {
        Some(template) => run.eval(template, Type::OBJECT),
        None => Ok(Owned::from(text.source())),
    }
}
