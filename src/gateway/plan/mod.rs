//! Plans: who may pass. Each plan looks for its token in the request; the first whose rule and subscription hold is the one.
//!
//! A token that some plan found, good or bad, keeps key-less plans away, unless the rule of that plan said no.

mod api_key;

pub(crate) use api_key::ApiKeyOptions;

use super::execution::{Execution, name};
use super::expression::Condition;
use super::flow::Chain;
use super::registry::{KeyEntry, Subscription};
use super::respond::{Failure, Stop};
use super::trace::Event;
use crate::{Error, Owned, Type};
use std::sync::Arc;

/// A plan as deployed.
pub(crate) struct Plan {
    pub(crate) id: Arc<str>,
    pub(crate) name: Box<str>,
    pub(crate) security: Security,
    pub(crate) rule: Option<Condition>,
    pub(crate) flows: Chain,
}

/// How a plan knows who asks.
pub(crate) enum Security {
    KeyLess,
    ApiKey(ApiKeyOptions),
}

impl Security {
    /// The place among the plans of an API: the smaller, the earlier.
    pub(crate) fn order(&self) -> u32 {
        match self {
            Security::ApiKey(_) => 500,
            Security::KeyLess => 1_000,
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        match self {
            Security::ApiKey(_) => "api-key",
            Security::KeyLess => "key-less",
        }
    }
}

/// What a plan finds in a request.
enum Token {
    Invalid,
    /// Nobody needs to say who they are.
    Nobody,
    ApiKey(String),
}

/// Why a plan was passed over; the later variants say more, and say it to the client where that is asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Refusal {
    NoToken,
    Rule,
    NotStarted,
    Expired,
    NotAuthorized,
    InvalidToken,
    /// The rule cannot be evaluated.
    Unresolved,
}

impl Refusal {
    fn message(self) -> &'static str {
        match self {
            Refusal::NoToken => "The request did not include an authentication token",
            Refusal::Rule | Refusal::Unresolved => "No plan matched the request",
            Refusal::NotStarted => {
                "The subscription has not yet started for the provided credentials"
            }
            Refusal::Expired => "Access has expired for the provided credentials",
            Refusal::NotAuthorized => "The provided credentials are not authorized",
            Refusal::InvalidToken => "The provided authentication token is invalid",
        }
    }
}

/// Lets a request pass by one of the API's plans.
pub(crate) async fn admit(run: &mut Execution<'_>) -> Result<(), Stop> {
    if run.without_security {
        return Ok(());
    }
    let api = run.api;
    let mut detected = false;
    let mut refusal = Refusal::NoToken;
    for plan in &api.plans {
        match plan.admits(run, &mut detected).await? {
            Ok(pass) => {
                plan.note(run, "selected", None);
                return plan.enter(run, pass);
            }
            Err(refused) => {
                plan.note(run, "passed over", Some(refused.message()));
                refusal = refusal.max(refused);
            }
        }
    }
    Err(nobody(run, refusal).into())
}

/// No plan lets the request pass.
fn nobody(run: &Execution<'_>, refusal: Refusal) -> Failure {
    if refusal == Refusal::Unresolved {
        return Failure::new(503, "GATEWAY_PLAN_RESOLUTION_FAILURE")
            .saying("Temporarily Unavailable");
    }
    let verbose = run.settings().verbose_401;
    let message = if verbose {
        refusal.message()
    } else {
        "Unauthorized"
    };
    Failure::new(401, "GATEWAY_PLAN_UNRESOLVABLE").saying(message)
}

/// What a plan that lets the request pass knows about it.
#[derive(Clone, Copy)]
struct Pass<'a> {
    key: Option<&'a KeyEntry>,
    subscription: Option<&'a Subscription>,
}

impl Plan {
    fn note(&self, run: &mut Execution<'_>, outcome: &str, reason: Option<&str>) {
        run.note(|| Event::Plan {
            plan: self.id.to_string(),
            name: self.name.to_string(),
            security: self.security.name().to_owned(),
            outcome: outcome.to_owned(),
            reason: reason.map(str::to_owned),
        });
    }

    /// Whether this is the plan of the request.
    async fn admits<'a>(
        &self,
        run: &mut Execution<'a>,
        detected: &mut bool,
    ) -> Result<Result<Pass<'a>, Refusal>, Stop> {
        let token = match &self.security {
            Security::KeyLess if *detected => None,
            Security::KeyLess => Some(Token::Nobody),
            Security::ApiKey(options) => options.token(run),
        };
        let Some(token) = token else {
            return Ok(Err(Refusal::NoToken));
        };
        *detected |= !matches!(token, Token::Nobody);
        if matches!(token, Token::Invalid) {
            return Ok(Err(Refusal::InvalidToken));
        }
        if let Err(refusal) = self.rule_holds(run, detected).await? {
            return Ok(Err(refusal));
        }
        Ok(match token {
            Token::ApiKey(key) => api_key::subscribed(run, self, &key),
            Token::Nobody | Token::Invalid => Ok(Pass {
                key: None,
                subscription: None,
            }),
        })
    }

    /// Whether the plan's rule holds; one that says no makes the request forget the token.
    async fn rule_holds(
        &self,
        run: &mut Execution<'_>,
        detected: &mut bool,
    ) -> Result<Result<(), Refusal>, Stop> {
        let Some(rule) = &self.rule else {
            return Ok(Ok(()));
        };
        run.load(rule.needs()).await?;
        let value = match rule.template() {
            Ok(template) => run.eval(template, Type::BOOLEAN),
            Err(error) => Err(error.clone()),
        };
        Ok(match value {
            Ok(Owned::Bool(true)) => Ok(()),
            Ok(Owned::Bool(false)) => {
                *detected = false;
                Err(Refusal::Rule)
            }
            Ok(_) => Err(Refusal::Rule),
            Err(error) => {
                self.unresolved(run, rule, &error);
                Err(Refusal::Unresolved)
            }
        })
    }

    fn unresolved(&self, run: &mut Execution<'_>, rule: &Condition, error: &Error) {
        let rule = rule.source();
        run.warn(format!(
            "API `{}`, plan `{}`: the selection rule `{rule}` cannot be evaluated: {error}",
            run.api.id, self.id
        ));
    }

    /// Makes this the plan of the request.
    fn enter<'a>(&'a self, run: &mut Execution<'a>, pass: Pass<'a>) -> Result<(), Stop> {
        run.plan = Some(self);
        run.report.plan = Some(self.id.clone());
        run.attributes.set(name::PLAN, &*self.id);
        match pass.subscription {
            Some(subscription) => {
                run.attributes
                    .set(name::APPLICATION, &*subscription.application);
                run.attributes.set(name::SUBSCRIPTION, &*subscription.id);
            }
            None => {
                let remote = run.request.remote_address.clone();
                run.attributes.set(name::APPLICATION, "1");
                run.attributes.set(name::SUBSCRIPTION, remote);
            }
        }
        run.found_subscription = pass.subscription;
        match &self.security {
            Security::KeyLess => Ok(()),
            Security::ApiKey(options) => options.pass(run, pass.key),
        }
    }
}
