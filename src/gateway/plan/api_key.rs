//! API keys: in a header or a query parameter, standing for a subscription.

use super::{Pass, Plan, Refusal, Token};
use crate::gateway::execution::{Execution, name};
use crate::gateway::registry::{KeyEntry, Subscription};
use crate::gateway::respond::{Failure, Stop};
use crate::host::Params;
use http::HeaderName;

/// Where keys are looked for, and whether the backend sees them.
pub(crate) struct ApiKeyOptions {
    pub(crate) header: Option<HeaderName>,
    pub(crate) parameter: Option<Box<str>>,
    pub(crate) propagates: bool,
}

impl ApiKeyOptions {
    /// The key of a request; a blank one is there, and no key.
    pub(super) fn token(&self, run: &Execution<'_>) -> Option<Token> {
        let header = self
            .header
            .as_ref()
            .and_then(|name| run.request.headers.get(name));
        let key = match header {
            Some(value) => value.to_str().unwrap_or("").to_owned(),
            None => {
                let parameter = self.parameter.as_deref()?;
                run.request
                    .query()
                    .value(parameter, 0)?
                    .unwrap_or("")
                    .to_owned()
            }
        };
        Some(match key.trim().is_empty() {
            true => Token::Invalid,
            false => Token::ApiKey(key),
        })
    }

    /// Checks the key itself, and takes it out of the request.
    pub(super) fn pass<'a>(
        &self,
        run: &mut Execution<'a>,
        key: Option<&'a KeyEntry>,
    ) -> Result<(), Stop> {
        let now = run.request.timestamp();
        let valid = key.filter(|key| key.expire_at.is_none_or(|end| end > now));
        let Some(key) = valid else {
            return Err(Failure::new(401, "API_KEY_INVALID")
                .saying("Unauthorized")
                .into());
        };
        if let (None, Some(known)) = (
            run.found_subscription,
            run.registry.subscription(&key.subscription),
        ) {
            enter_unchecked(run, known);
        }
        run.attributes.set(name::API_KEY, key.key.to_string());
        if self.propagates {
            return Ok(());
        }
        if let Some(header) = &self.header {
            run.request.headers.remove(header);
        }
        let parameter = self.parameter.as_deref();
        if let Some(parameter) =
            parameter.filter(|name| run.request.query().value(name, 0).is_some())
        {
            run.request.edit_query(|query| query.remove(parameter));
        }
        Ok(())
    }
}

/// What a key says of its bearer, where nobody asked for its subscription: the flows are those of the plan of the key.
fn enter_unchecked<'a>(run: &mut Execution<'a>, subscription: &'a Subscription) {
    let set = &mut run.attributes;
    set.set(name::PLAN, subscription.plan.as_str());
    set.set(name::APPLICATION, &*subscription.application);
    set.set(name::SUBSCRIPTION, &*subscription.id);
    let plans = &run.api.plans;
    run.plan = plans.iter().find(|plan| *plan.id == *subscription.plan);
    run.report.plan = run.plan.map(|plan| plan.id.clone());
}

/// The subscription that a key stands for, if it is one of the plan and its time has come. Where subscriptions are not
/// looked at, whoever shows a key comes to this plan, and its key alone is checked there.
pub(super) fn subscribed<'a>(
    run: &Execution<'a>,
    plan: &Plan,
    key: &str,
) -> Result<Pass<'a>, Refusal> {
    let registry = run.registry;
    let entry = registry.key(&run.api.id, key);
    if !run.settings().validate_subscription {
        return Ok(Pass {
            key: entry,
            subscription: None,
        });
    }
    let entry = entry.ok_or(Refusal::NotAuthorized)?;
    let subscription = registry
        .subscription(&entry.subscription)
        .filter(|subscription| subscription.plan == *plan.id)
        .ok_or(Refusal::NotAuthorized)?;
    let now = run.request.timestamp();
    if subscription.starting_at.is_some_and(|start| start > now) {
        return Err(Refusal::NotStarted);
    }
    if subscription.ending_at.is_some_and(|end| end <= now) {
        return Err(Refusal::Expired);
    }
    Ok(Pass {
        key: Some(entry),
        subscription: Some(subscription),
    })
}
