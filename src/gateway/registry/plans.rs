//! Plans, from their written form to what lets requests pass.

use super::deploy::matches_tags;
use super::{Draft, chain};
use crate::gateway::definition::{Document, v4};
use crate::gateway::finding::Place;
use crate::gateway::flow::{Chain, Stage};
use crate::gateway::plan::{ApiKeyOptions, Plan, Security};
use http::HeaderName;
use serde_json::Value as Json;

/// The plans that let requests pass, in the order in which they are tried.
pub(super) fn plans(draft: &Draft<'_>, root: &Place<'_>, document: &Document) -> Vec<Plan> {
    let place = root.key("plans");
    let written = &document.api.plans;
    let mut plans = Vec::new();
    for (at, plan) in written.iter().enumerate() {
        let status = plan.status.as_deref().unwrap_or("published");
        let served = ["published", "deprecated"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(status));
        let standard = plan
            .mode
            .as_deref()
            .is_none_or(|mode| mode.eq_ignore_ascii_case("standard"));
        let tagged = plan.tags.is_empty() || matches_tags(&draft.settings.tags, &plan.tags);
        if served && standard && tagged {
            plans.extend(plan_of(draft, &place.at(at), plan, document));
        }
    }
    if written.is_empty() && draft.settings.implicit_keyless {
        draft.warn(&place, "the API has no plan, so that everyone may call it");
        plans.push(implicit_plan());
    } else if written.is_empty() {
        draft.refuse(&place, "the API has no plan, so that nobody may call it");
    } else if plans.is_empty() && !draft.is_refused() {
        draft.refuse(&place, "none of the plans is published");
    }
    plans.sort_by_key(|plan| plan.security.order());
    plans
}

/// The plan of an API without plans.
fn implicit_plan() -> Plan {
    Plan {
        id: "default_plan".into(),
        name: "default_plan".into(),
        security: Security::KeyLess,
        rule: None,
        flows: Chain::empty(Stage::Plan),
    }
}

fn plan_of(
    draft: &Draft<'_>,
    place: &Place<'_>,
    written: &v4::Plan,
    document: &Document,
) -> Option<Plan> {
    let security = security(draft, &place.key("security"), &written.security)?;
    let rule = written
        .selection_rule
        .as_deref()
        .filter(|rule| !rule.is_empty());
    let rule = rule.map(|rule| match rule.starts_with('#') {
        true => format!("{{{rule}}}"),
        false => rule.to_owned(),
    });
    let name = written.name.as_deref().or(written.id.as_deref());
    Some(Plan {
        id: written.id.as_deref().unwrap_or("").into(),
        name: name.unwrap_or("").into(),
        security,
        rule: rule.map(|rule| draft.condition(&place.key("selectionRule"), &rule)),
        flows: chain::chain(
            draft,
            &place.key("flows"),
            Stage::Plan,
            document.api.flow_execution.mode,
            &written.flows,
            document.exported,
        ),
    })
}

fn security(draft: &Draft<'_>, place: &Place<'_>, written: &v4::Security) -> Option<Security> {
    let Some(kind) = written.kind.as_deref() else {
        draft.refuse(place, "a plan says in `type` how it knows who asks");
        return None;
    };
    match kind.to_ascii_lowercase().replace('_', "-").as_str() {
        "key-less" | "keyless" => Some(Security::KeyLess),
        "api-key" => Some(Security::ApiKey(api_key(
            draft,
            place,
            &written.configuration,
        ))),
        _ => {
            draft.refuse(
                &place.key("type"),
                format!("plans of type `{kind}` are not supported yet"),
            );
            None
        }
    }
}

fn api_key(draft: &Draft<'_>, place: &Place<'_>, configuration: &Json) -> ApiKeyOptions {
    let settings = draft.settings;
    let propagates = configuration.get("propagateApiKey").and_then(Json::as_bool);
    let header = settings.api_key_header.as_str();
    let name = HeaderName::from_bytes(header.as_bytes()).ok();
    if name.is_none() && !header.is_empty() {
        draft.error(
            place,
            format!("the setting `policy.api-key.header` names no header: `{header}`"),
        );
    }
    let parameter = settings.api_key_param.as_str();
    ApiKeyOptions {
        header: name,
        parameter: (!parameter.is_empty()).then(|| parameter.into()),
        propagates: propagates.unwrap_or(false),
    }
}
