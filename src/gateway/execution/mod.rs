//! One request on its way through an API: what policies and expressions see and change.
//!
//! Everything of the API is borrowed from the registry for as long as the request lives, and what an expression reads is
//! lent, not copied.

mod attributes;
mod entity;
mod identity;
mod query;
mod request;
mod response;
mod subscription;

pub(crate) use attributes::{Attributes, name};
pub(crate) use entity::Entity;
pub(crate) use identity::{fresh, hashed};
pub(crate) use query::Query;
pub(crate) use request::Request;
pub(crate) use response::Response;
pub(crate) use subscription::SubscriptionView;

use super::exchange::Report;
use super::expression::{Condition, Text, Verdict};
use super::plan::Plan;
use super::policy::Invoker;
use super::registry::{Api, Registry, Subscription};
use super::respond::{Failure, Stop};
use super::settings::Settings;
use super::trace::{Event, Trace};

use crate::{Arena, Binding, Context, Error, Needs, Owned, Stage, Template, Type};
use std::time::Duration;

/// One request on its way through an API.
pub(crate) struct Execution<'a> {
    pub(crate) registry: &'a Registry,
    pub(crate) api: &'a Api,
    pub(crate) request: Request,
    pub(crate) response: Response,
    pub(crate) attributes: Attributes<'a>,
    /// What policies and expressions set: `#group`, `#error`, assigned variables.
    variables: Vec<(Box<str>, Owned)>,
    pub(crate) subscription: Option<SubscriptionView<'a>>,
    pub(crate) plan: Option<&'a Plan>,
    /// The subscription that security found.
    pub(crate) found_subscription: Option<&'a Subscription>,
    /// Who answers in place of the backend.
    pub(crate) invoker: Option<&'a dyn Invoker>,
    /// The preflight that runs policies passes without a plan.
    pub(crate) without_security: bool,
    pub(crate) report: Report,
    pub(crate) trace: Option<Box<Trace>>,
    /// Set when the connection ends behind the answer.
    pub(crate) closes: bool,
}

impl<'a> Execution<'a> {
    /// A request that reached an API.
    pub(crate) fn new(registry: &'a Registry, api: &'a Api, request: Request) -> Self {
        Execution {
            registry,
            api,
            attributes: Attributes::new(),
            request,
            response: Response::default(),
            variables: Vec::new(),
            subscription: None,
            plan: None,
            found_subscription: None,
            invoker: None,
            without_security: false,
            report: Report::default(),
            trace: None,
            closes: false,
        }
    }

    pub(crate) fn settings(&self) -> &'a Settings {
        self.registry.settings()
    }

    /// Sets a template variable for the rest of the request.
    pub(crate) fn set_variable(&mut self, name: &str, value: Owned) {
        self.variables.retain(|(known, _)| **known != *name);
        self.variables.push((name.into(), value));
    }

    /// Notes an event, if someone traces.
    pub(crate) fn note(&mut self, event: impl FnOnce() -> Event) {
        if let Some(trace) = &mut self.trace {
            trace.push(event());
        }
    }

    /// Tells the operator something about this request.
    pub(crate) fn warn(&mut self, warning: String) {
        self.note(|| Event::Warning {
            message: warning.clone(),
        });
        self.report.warnings.push(warning);
    }

    /// How long a guarded part may take from now on; none without a timeout.
    pub(crate) fn budget(&self) -> Option<Duration> {
        let settings = self.settings();
        let limit = Some(settings.request_timeout).filter(|limit| !limit.is_zero())?;
        let left = limit.saturating_sub(self.request.received.elapsed());
        Some(left.max(settings.request_timeout_grace))
    }

    /// Puts the bodies at hand that an evaluation reads.
    pub(crate) async fn load(&mut self, needs: Needs) -> Result<(), Stop> {
        let limit = self.settings().buffer_limit;
        if needs.request_body() {
            let streams = self.request.is_stream();
            let loaded = self.request.entity.load(limit, streams).await;
            loaded.map_err(|error| Failure::of_request_body(&error))?;
        }
        if needs.response_body() {
            let streams = self.response.is_stream();
            let loaded = self.response.entity.load(limit, streams).await;
            loaded.map_err(|error| Failure::of_response_body(&error))?;
        }
        Ok(())
    }

    /// What a condition says; its bodies are at hand.
    pub(crate) fn decide(&mut self, condition: &Condition) -> Verdict {
        match condition.template() {
            Ok(template) => match self.eval(template, Type::BOOLEAN) {
                Ok(Owned::Bool(true)) => Verdict::True,
                Ok(_) => Verdict::False,
                Err(error) if error.stage() == Stage::Java => Verdict::Thrown(error),
                Err(error) => Verdict::Missing(error),
            },
            Err(error) => Verdict::Unparsable(error.clone()),
        }
    }

    /// The value of a template; its bodies are at hand.
    pub(crate) fn eval(&mut self, template: &Template, target: Type) -> Result<Owned, Error> {
        let context = self.context();
        let value = template.eval_as(&context, target);
        self.keep(context.into_assigned());
        value
    }

    /// A text with its expressions evaluated; null is none. Its bodies are at hand.
    pub(crate) fn text(&mut self, text: &Text) -> Result<Option<String>, Error> {
        let Some(template) = text.template().map_err(Clone::clone)? else {
            return Ok(Some(text.source().to_owned()));
        };
        let context = self.context();
        let arena = Arena::default();
        let value = template
            .eval_in(&context, Type::STRING, &arena)
            .map(|value| (!value.is_null()).then(|| value.to_string()));
        self.keep(context.into_assigned());
        value
    }

    fn keep(&mut self, assigned: Vec<(Box<str>, Owned)>) {
        for (name, value) in assigned {
            self.set_variable(&name, value);
        }
    }

    /// What expressions see at this moment.
    fn context(&self) -> Context<'_> {
        let mut context = Context::new();
        context.set_request(&self.request, Some(self.request.entity.view()));
        context.set_response(&self.response, Some(self.response.entity.view()));
        context.set_attributes(&self.attributes);
        self.api.variables.lend(&mut context);
        if let Some(subscription) = &self.subscription {
            context.set("subscription", subscription as &dyn crate::host::Object);
        }
        for (name, value) in &self.variables {
            context.set(&**name, Binding::Owned(value));
        }
        context
    }
}
