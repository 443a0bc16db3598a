//! Policies: what a step of a flow does, one file each.
//!
//! A policy says which bodies it reads, so that nobody else waits for them, and whether it takes time, since a flow behind one
//! that waits is chosen before the wait is over. It is built once, at deployment, where its configuration is checked.

mod assign_attributes;
mod dynamic_routing;
mod interrupt;
mod latency;
mod mock;
mod override_method;
mod transform_headers;
mod transform_query;

use super::execution::Execution;
use super::finding::Place;
use super::registry::Draft;
use super::respond::Stop;
use crate::Needs;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::future::Future;
use std::pin::Pin;

/// On which way a step runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    Request,
    Response,
}

impl Phase {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Phase::Request => "request",
            Phase::Response => "response",
        }
    }
}

/// What a policy did, or is still doing.
pub(crate) enum Progress<'x> {
    Done,
    Waiting(Pin<Box<dyn Future<Output = Result<(), Stop>> + 'x>>),
}

/// What a step does.
pub(crate) trait Policy: Send + Sync {
    /// Bodies that must be whole before the policy runs.
    fn needs(&self, _phase: Phase) -> Needs {
        Needs::NONE
    }

    /// Whether the policy waits for something.
    fn waits(&self, _phase: Phase) -> bool {
        false
    }

    /// Does it.
    fn apply<'x, 'a: 'x>(
        &'a self,
        phase: Phase,
        run: &'x mut Execution<'a>,
    ) -> Result<Progress<'x>, Stop>;
}

/// Answers in place of the backend.
pub(crate) trait Invoker: Sync {
    /// Bodies that must be whole before it answers.
    fn needs(&self) -> Needs {
        Needs::NONE
    }

    /// Makes the response.
    fn answer(&self, run: &mut Execution<'_>);
}

/// A policy as deployed.
pub(crate) type Built = Box<dyn Policy>;

type Build = fn(&Draft<'_>, &Place<'_>, &Json) -> Option<Built>;

/// The policies by the names that definitions use.
const POLICIES: [(&[&str], Build); 8] = [
    (&["transform-headers"], transform_headers::build),
    (
        &["policy-assign-attributes", "assign-attributes"],
        assign_attributes::build,
    ),
    (&["dynamic-routing"], dynamic_routing::build),
    (&["mock"], mock::build),
    (&["policy-interrupt", "interrupt"], interrupt::build),
    (
        &["policy-override-request-method", "override-request-method"],
        override_method::build,
    ),
    (&["transform-queryparams"], transform_query::build),
    (&["latency"], latency::build),
];

/// The name of the step that stands for a group of steps.
pub(crate) const SHARED_POLICY_GROUP: &str = "shared-policy-group-policy";

/// Whether there is a policy of that name.
pub(crate) fn is_known(name: &str) -> bool {
    name == SHARED_POLICY_GROUP || POLICIES.iter().any(|(names, _)| names.contains(&name))
}

/// All names, for suggestions.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let names = POLICIES.iter().flat_map(|(names, _)| names.iter().copied());
    names.chain([SHARED_POLICY_GROUP])
}

/// Builds a policy from its configuration; what is wrong with it becomes a finding.
pub(crate) fn build(
    name: &str,
    draft: &Draft<'_>,
    place: &Place<'_>,
    configuration: &Json,
) -> Option<Built> {
    let (_, build) = POLICIES.iter().find(|(names, _)| names.contains(&name))?;
    build(draft, place, configuration)
}

/// Reads a configuration; null is an empty one.
fn read<T: DeserializeOwned + Default>(
    draft: &Draft<'_>,
    place: &Place<'_>,
    configuration: &Json,
) -> Option<T> {
    if configuration.is_null() {
        return Some(T::default());
    }
    match serde_path_to_error::deserialize(configuration) {
        Ok(read) => Some(read),
        Err(error) => {
            let path = error.path().to_string();
            let path = if path == "." { String::new() } else { path };
            draft.refuse(&place.key(&path), error.into_inner().to_string());
            None
        }
    }
}
