//! Flows, steps and shared groups, from their written form to what runs.

use super::Draft;
use crate::Needs;
use crate::diagnostic::nearest;
use crate::gateway::definition::side::{FlowV2, Organization, SharedPolicyGroup};
use crate::gateway::definition::v4::{self, FlowMode, Operator, Selector};
use crate::gateway::endpoint::METHODS;
use crate::gateway::expression::Condition;
use crate::gateway::finding::Place;
use crate::gateway::flow::{Action, Chain, Flow, Group, Stage, Step};
use crate::gateway::policy::{self, Phase, SHARED_POLICY_GROUP};
use crate::gateway::select::PathPattern;
use http::Method;
use serde_json::Value as Json;

/// The flows of a plan or API; disabled ones are dropped.
pub(super) fn chain(
    draft: &Draft<'_>,
    place: &Place<'_>,
    stage: Stage,
    mode: FlowMode,
    flows: &[v4::Flow],
    exported: bool,
) -> Chain {
    let mut chain = Chain::empty(stage);
    chain.mode = mode;
    for (at, flow) in flows.iter().enumerate() {
        if flow.enabled != Some(false) {
            chain
                .flows
                .push(flow_v4(draft, &place.at(at), flow, exported));
        }
    }
    chain
}

fn flow_v4(draft: &Draft<'_>, place: &Place<'_>, flow: &v4::Flow, exported: bool) -> Flow {
    let selectors = place.key("selectors");
    let http = selector(draft, &selectors, &flow.selectors, "http", exported);
    let condition = selector(draft, &selectors, &flow.selectors, "condition", exported);
    let mut built = Flow {
        name: flow.name.as_deref().unwrap_or("").into(),
        path: "".into(),
        pattern: None,
        methods: Vec::new(),
        condition: None,
        forgives: true,
        request: steps(draft, &place.key("request"), &flow.request),
        response: steps(draft, &place.key("response"), &flow.response),
    };
    if let Some((at, selector)) = http {
        let place = selectors.at(at);
        let path = selector.path.as_deref().unwrap_or("/");
        built.path = path.into();
        built.pattern = pattern(draft, &place.key("path"), path, selector.path_operator);
        built.methods = methods(draft, &place.key("methods"), &selector.methods);
    }
    if let Some((at, selector)) = condition {
        let place = selectors.at(at);
        let text = selector
            .condition
            .as_deref()
            .filter(|text| !text.is_empty());
        built.condition = text.map(|text| draft.condition(&place.key("condition"), text));
    }
    built
}

/// Types of selectors that belong to other kinds of APIs.
const OTHER_SELECTORS: [&str; 2] = ["channel", "mcp"];

/// The first selector of a type; what is wrong with types is reported once, for the type `http`.
fn selector<'s>(
    draft: &Draft<'_>,
    place: &Place<'_>,
    selectors: &'s [Selector],
    wanted: &str,
    exported: bool,
) -> Option<(usize, &'s Selector)> {
    let mut found = None;
    for (at, selector) in selectors.iter().enumerate() {
        let kind = selector.kind.as_deref().unwrap_or("");
        let lower = kind.to_ascii_lowercase();
        if (kind == wanted || (exported && lower == wanted)) && found.is_none() {
            found = Some((at, selector));
        }
        let known = ["http", "condition"].contains(&lower.as_str())
            || OTHER_SELECTORS.contains(&lower.as_str());
        if wanted != "http" || (known && (exported || kind == lower)) {
            continue;
        }
        let place = place.at(at);
        match known {
            true => draft.refuse(&place.key("type"), format!("`{kind}` is written `{lower}`")),
            false => draft.break_requests(
                &place.key("type"),
                format!("`{kind}` is no type of selector"),
            ),
        }
    }
    found
}

fn pattern(
    draft: &Draft<'_>,
    place: &Place<'_>,
    path: &str,
    operator: Operator,
) -> Option<PathPattern> {
    let pattern = PathPattern::new(path, operator);
    if let Err(error) = &pattern {
        draft.break_requests(place, format!("the path `{path}` is {error}"));
    }
    pattern.ok()
}

/// Methods in any case; those that HTTP does not know match requests that have them nonetheless.
fn methods(draft: &Draft<'_>, place: &Place<'_>, names: &[String]) -> Vec<Method> {
    for (at, name) in names.iter().enumerate() {
        let place = place.at(at);
        match method(name) {
            None => draft.refuse(&place, format!("`{name}` cannot be a method")),
            Some(method) if !METHODS.contains(&method.as_str()) => {
                draft.warn(&place, format!("`{name}` is no method of HTTP"));
            }
            Some(_) => {}
        }
    }
    valid_methods(names)
}

/// The methods among some names.
pub(super) fn valid_methods(names: &[String]) -> Vec<Method> {
    names.iter().filter_map(|name| method(name)).collect()
}

fn method(name: &str) -> Option<Method> {
    Method::from_bytes(name.to_ascii_uppercase().as_bytes()).ok()
}

/// The flows of the organization.
pub(super) fn organization(draft: &Draft<'_>, place: &Place<'_>, written: &Organization) -> Chain {
    let mut chain = Chain::empty(Stage::Organization);
    chain.mode = written.flow_mode;
    let place = place.key("flows");
    for (at, flow) in written.flows.iter().enumerate() {
        if flow.enabled != Some(false) {
            chain.flows.push(flow_v2(draft, &place.at(at), flow));
        }
    }
    chain
}

fn flow_v2(draft: &Draft<'_>, place: &Place<'_>, flow: &FlowV2) -> Flow {
    let path = flow.path_operator.path.as_deref().unwrap_or("/");
    let operator = flow.path_operator.operator;
    let condition = flow.condition.as_deref().filter(|text| !text.is_empty());
    Flow {
        name: flow.name.as_deref().unwrap_or("").into(),
        path: path.into(),
        pattern: pattern(
            draft,
            &place.key("path-operator").key("path"),
            path,
            operator,
        ),
        methods: methods(draft, &place.key("methods"), &flow.methods),
        condition: condition.map(|text| draft.condition(&place.key("condition"), text)),
        forgives: false,
        request: steps(draft, &place.key("pre"), &flow.pre),
        response: steps(draft, &place.key("post"), &flow.post),
    }
}

/// The steps of a flow; disabled ones are dropped.
fn steps(draft: &Draft<'_>, place: &Place<'_>, written: &[v4::Step]) -> Vec<Step> {
    let enabled = written
        .iter()
        .enumerate()
        .filter(|(_, step)| step.enabled != Some(false));
    enabled
        .filter_map(|(at, written)| step(draft, &place.at(at), written, true))
        .collect()
}

fn step(draft: &Draft<'_>, place: &Place<'_>, written: &v4::Step, may_nest: bool) -> Option<Step> {
    let policy = written.policy.as_deref().unwrap_or("");
    if !policy::is_known(policy) {
        unknown_policy(draft, &place.key("policy"), policy);
        return None;
    }
    let configuration = place.key("configuration");
    if written.configuration.is_string() {
        draft.break_requests(
            &configuration,
            "found a text, the configuration of a step is an object",
        );
        return None;
    }
    let action = match policy == SHARED_POLICY_GROUP {
        true if may_nest => group_action(draft, &configuration, &written.configuration)?,
        true => {
            draft.warn(
                place,
                "a shared policy group within another one is passed over",
            );
            return None;
        }
        false => Action::Policy(policy::build(
            policy,
            draft,
            &configuration,
            &written.configuration,
        )?),
    };
    let condition = written
        .condition
        .as_deref()
        .filter(|text| !text.trim().is_empty());
    Some(Step {
        name: written.name.as_deref().unwrap_or(policy).into(),
        policy: policy.into(),
        condition: condition.map(|text| draft.condition(&place.key("condition"), text)),
        action,
    })
}

fn unknown_policy(draft: &Draft<'_>, place: &Place<'_>, policy: &str) {
    let similar = nearest(policy, policy::names());
    let hint = match similar.first() {
        Some(name) => format!(", a similar name is `{name}`"),
        None => String::new(),
    };
    let message = format!("there is no policy `{policy}`{hint}");
    match draft.settings.ignore_unknown_policies {
        true => draft.warn(place, message),
        false => draft.refuse(place, message),
    }
}

/// The group that a step names; one that could not be deployed takes the API with it, one that is not there does not.
fn group_action(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> Option<Action> {
    let id = configuration
        .get("sharedPolicyGroupId")
        .and_then(Json::as_str);
    let place = place.key("sharedPolicyGroupId");
    let Some(id) = id else {
        draft.refuse(&place, "the step names no shared policy group");
        return None;
    };
    match draft.groups.get(id) {
        Some(Some(group)) => Some(Action::Group(group.clone())),
        Some(None) => {
            draft.refuse(
                &place,
                format!("the shared policy group `{id}` cannot be deployed"),
            );
            None
        }
        None => {
            draft.warn(&place, format!("there is no shared policy group `{id}`"));
            Some(Action::MissingGroup(id.into()))
        }
    }
}

/// A shared group of steps.
pub(super) fn group(
    draft: &Draft<'_>,
    place: &Place<'_>,
    written: &SharedPolicyGroup,
) -> Option<Group> {
    let phase = match written.phase.as_deref().unwrap_or("REQUEST") {
        text if text.eq_ignore_ascii_case("request") => Phase::Request,
        text if text.eq_ignore_ascii_case("response") => Phase::Response,
        text => {
            draft.refuse(
                &place.key("phase"),
                format!("steps of phase `{text}` are not supported yet"),
            );
            return None;
        }
    };
    let place = place.key("policies");
    let enabled = written.policies.iter().enumerate();
    let enabled = enabled.filter(|(_, step)| step.enabled != Some(false));
    Some(Group {
        phase,
        steps: enabled
            .filter_map(|(at, written)| step(draft, &place.at(at), written, false))
            .collect(),
    })
}

/// Bodies that a chain reads in a phase, conditions of steps included.
pub(super) fn needs(chain: &Chain, phase: Phase) -> Needs {
    let mut needs = Needs::NONE;
    for flow in &chain.flows {
        let steps = match phase {
            Phase::Request => &flow.request,
            Phase::Response => &flow.response,
        };
        for step in steps {
            needs |= step_needs(step, phase);
        }
    }
    needs
}

fn step_needs(step: &Step, phase: Phase) -> Needs {
    let condition = step
        .condition
        .as_ref()
        .map_or(Needs::NONE, Condition::needs);
    condition
        | match &step.action {
            Action::Policy(policy) => policy.needs(phase),
            Action::Group(group) => group
                .steps
                .iter()
                .fold(Needs::NONE, |all, step| all | step_needs(step, group.phase)),
            Action::MissingGroup(_) => Needs::NONE,
        }
}
