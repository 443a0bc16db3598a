//! A chain of flows: which of them run, in order, and their steps.
//!
//! The condition of a flow is asked once, when the request comes to it, and its answer kept for the response. It sees what
//! earlier flows did, unless one of them had to wait: then the conditions behind it have been asked before the wait.

use crate::gateway::definition::v4::FlowMode;
use crate::gateway::execution::Execution;
use crate::gateway::expression::{Condition, Verdict};
use crate::gateway::policy::{Built, Phase, Progress};
use crate::gateway::respond::Stop;
use crate::gateway::select::{PathPattern, best};
use crate::gateway::settings::OnParseError;
use crate::gateway::trace::{Event, Outcome, Snapshot};
use http::Method;
use smallvec::SmallVec;
use std::collections::VecDeque;
use std::sync::Arc;

/// Whose flows a chain has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Organization,
    Plan,
    Api,
}

impl Stage {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Stage::Organization => "organization",
            Stage::Plan => "plan",
            Stage::Api => "api",
        }
    }
}

/// Flows in order.
pub(crate) struct Chain {
    pub(crate) stage: Stage,
    pub(crate) mode: FlowMode,
    pub(crate) flows: Vec<Flow>,
}

/// Steps with what selects them.
pub(crate) struct Flow {
    pub(crate) name: Box<str>,
    /// As configured; empty for a flow without a path.
    pub(crate) path: Box<str>,
    pub(crate) pattern: Option<PathPattern>,
    /// Empty for every method.
    pub(crate) methods: Vec<Method>,
    pub(crate) condition: Option<Condition>,
    /// Whether a condition that cannot be decided passes the flow over: selectors of v4 do.
    pub(crate) forgives: bool,
    pub(crate) request: Vec<Step>,
    pub(crate) response: Vec<Step>,
}

/// A policy in its place, or a group of them.
pub(crate) struct Step {
    pub(crate) name: Box<str>,
    pub(crate) policy: Box<str>,
    pub(crate) condition: Option<Condition>,
    pub(crate) action: Action,
}

/// What a step does.
pub(crate) enum Action {
    Policy(Built),
    Group(Arc<Group>),
    /// Nothing: its group does not exist.
    MissingGroup(Box<str>),
}

/// Steps that several APIs share.
pub(crate) struct Group {
    pub(crate) phase: Phase,
    pub(crate) steps: Vec<Step>,
}

/// The flows of a chain that a request selected.
#[derive(Default)]
pub(crate) struct Selection {
    flows: SmallVec<[usize; 8]>,
    /// Whether the chain has been asked.
    pub(crate) asked: bool,
}

impl Selection {
    pub(crate) fn is_empty(&self) -> bool {
        self.flows.is_empty()
    }
}

/// What is known of the flows behind the one that runs.
struct Outlook<'c> {
    chain: &'c Chain,
    /// The first flow that has not been asked.
    next: usize,
    known: VecDeque<Result<bool, Stop>>,
}

impl Chain {
    /// A chain without flows.
    pub(crate) fn empty(stage: Stage) -> Self {
        Chain {
            stage,
            mode: FlowMode::Default,
            flows: Vec::new(),
        }
    }

    /// Runs the flows that match, and remembers them.
    pub(crate) async fn request<'a>(
        &'a self,
        run: &mut Execution<'a>,
        selection: &mut Selection,
    ) -> Result<(), Stop> {
        selection.asked = true;
        if self.mode == FlowMode::BestMatch {
            return self.best(run, selection).await;
        }
        let mut outlook = Outlook {
            chain: self,
            next: 0,
            known: VecDeque::new(),
        };
        for (at, flow) in self.flows.iter().enumerate() {
            if outlook.selects(run).await? {
                selection.flows.push(at);
                self.steps(flow, Phase::Request, run, &mut outlook).await?;
            }
        }
        Ok(())
    }

    /// Asks all flows first, and runs the one that fits best.
    async fn best<'a>(
        &'a self,
        run: &mut Execution<'a>,
        selection: &mut Selection,
    ) -> Result<(), Stop> {
        self.resolve(run, selection).await?;
        let mut outlook = Outlook::none(self);
        for at in &selection.flows {
            let flow = &self.flows[*at];
            self.steps(flow, Phase::Request, run, &mut outlook).await?;
        }
        Ok(())
    }

    /// Asks all flows without running any.
    pub(crate) async fn resolve(
        &self,
        run: &mut Execution<'_>,
        selection: &mut Selection,
    ) -> Result<(), Stop> {
        selection.asked = true;
        for (at, flow) in self.flows.iter().enumerate() {
            if flow.selects(self.stage, run).await? {
                selection.flows.push(at);
            }
        }
        if self.mode == FlowMode::BestMatch {
            let paths: SmallVec<[&str; 8]> = selection
                .flows
                .iter()
                .map(|at| &*self.flows[*at].path)
                .collect();
            let best = best(run.request.path_info(), &paths).map(|best| selection.flows[best]);
            selection.flows = best.into_iter().collect();
            run.note(|| Event::BestMatch {
                stage: self.stage.name(),
                flow: best.map(|at| self.flows[at].name.to_string()),
            });
        }
        Ok(())
    }

    /// Runs the response steps of the flows that the request selected, in the same order.
    pub(crate) async fn response<'a>(
        &'a self,
        run: &mut Execution<'a>,
        selection: &Selection,
    ) -> Result<(), Stop> {
        let mut outlook = Outlook::none(self);
        for at in &selection.flows {
            let flow = &self.flows[*at];
            self.steps(flow, Phase::Response, run, &mut outlook).await?;
        }
        Ok(())
    }

    async fn steps<'a>(
        &'a self,
        flow: &'a Flow,
        phase: Phase,
        run: &mut Execution<'a>,
        outlook: &mut Outlook<'_>,
    ) -> Result<(), Stop> {
        for step in phase.steps(flow) {
            let place = StepPlace {
                stage: self.stage,
                phase,
                flow: &flow.name,
                step,
            };
            if !place.passes(run).await? {
                continue;
            }
            match &step.action {
                Action::Policy(policy) => place.apply(policy, run, outlook).await?,
                Action::Group(group) => group.run(place, run, outlook).await?,
                Action::MissingGroup(id) => {
                    run.warn(format!("no shared policy group has the id `{id}`"));
                }
            }
        }
        Ok(())
    }
}

impl Group {
    /// Runs the steps of the group in place of the step that names it.
    async fn run<'a>(
        &'a self,
        outer: StepPlace<'a>,
        run: &mut Execution<'a>,
        outlook: &mut Outlook<'_>,
    ) -> Result<(), Stop> {
        for step in &self.steps {
            let place = StepPlace {
                phase: self.phase,
                step,
                ..outer
            };
            if let (Action::Policy(policy), true) = (&step.action, place.passes(run).await?) {
                place.apply(policy, run, outlook).await?;
            }
        }
        Ok(())
    }
}

impl<'c> Outlook<'c> {
    /// For what comes after the last condition.
    fn none(chain: &'c Chain) -> Self {
        Outlook {
            chain,
            next: chain.flows.len(),
            known: VecDeque::new(),
        }
    }

    /// Whether the next flow runs.
    async fn selects(&mut self, run: &mut Execution<'_>) -> Result<bool, Stop> {
        match self.known.pop_front() {
            Some(known) => known,
            None => {
                let flow = &self.chain.flows[self.next];
                self.next += 1;
                flow.selects(self.chain.stage, run).await
            }
        }
    }

    /// Asks all flows that are left, since the one that runs is going to wait.
    async fn look_ahead(&mut self, run: &mut Execution<'_>) {
        while let Some(flow) = self.chain.flows.get(self.next) {
            self.next += 1;
            let selected = flow.selects(self.chain.stage, run).await;
            self.known.push_back(selected);
        }
    }
}

impl Flow {
    /// Whether the request selects the flow; what is cheap is asked first.
    async fn selects(&self, stage: Stage, run: &mut Execution<'_>) -> Result<bool, Stop> {
        let method = self.methods.is_empty() || self.methods.contains(&run.request.method);
        let path = || {
            let pattern = self.pattern.as_ref();
            pattern.is_none_or(|pattern| pattern.matches(run.request.path_info()))
        };
        let cause = match (method, &self.condition) {
            (false, _) => Some("method"),
            (true, _) if !path() => Some("path"),
            (true, None) => None,
            (true, Some(condition)) => return self.holds(stage, condition, run).await,
        };
        run.note(|| Event::Flow {
            stage: stage.name(),
            flow: self.name.to_string(),
            selected: cause.is_none(),
            reason: cause.map(|cause| format!("the {cause} is another one")),
            condition: None,
        });
        Ok(cause.is_none())
    }

    async fn holds(
        &self,
        stage: Stage,
        condition: &Condition,
        run: &mut Execution<'_>,
    ) -> Result<bool, Stop> {
        run.load(condition.needs()).await?;
        let verdict = run.decide(condition);
        run.note(|| Event::Flow {
            stage: stage.name(),
            flow: self.name.to_string(),
            selected: matches!(verdict, Verdict::True),
            reason: None,
            condition: Some(Outcome::of(condition.source(), &verdict)),
        });
        let what = || format!("flow `{}`", self.name);
        match verdict {
            Verdict::Thrown(error) if self.forgives => {
                run.warn_condition(&what(), condition, &error);
                Ok(false)
            }
            Verdict::Unparsable(error)
                if self.forgives && run.settings().on_parse_error == OnParseError::Skip =>
            {
                run.warn_condition(&what(), condition, &error);
                Ok(false)
            }
            verdict => run.settled(&what(), condition, verdict),
        }
    }
}

impl Execution<'_> {
    /// The answer of a condition: missing data are a warning and a no, everything else that is wrong stops the request.
    pub(super) fn settled(
        &mut self,
        what: &str,
        condition: &Condition,
        verdict: Verdict,
    ) -> Result<bool, Stop> {
        match verdict {
            Verdict::True => Ok(true),
            Verdict::False => Ok(false),
            Verdict::Missing(error) => {
                self.warn_condition(what, condition, &error);
                Ok(false)
            }
            Verdict::Thrown(error) | Verdict::Unparsable(error) => {
                self.warn_condition(what, condition, &error);
                Err(Stop::expression(&error, self.settings().expose_el_details))
            }
        }
    }

    fn warn_condition(&mut self, what: &str, condition: &Condition, error: &crate::Error) {
        let (api, condition) = (&self.api.id, condition.source());
        let warning = format!("API `{api}`, {what}, condition `{condition}`: {error}");
        self.warn(warning);
    }
}

/// A step with where it stands.
#[derive(Clone, Copy)]
struct StepPlace<'a> {
    stage: Stage,
    phase: Phase,
    flow: &'a str,
    step: &'a Step,
}

impl<'a> StepPlace<'a> {
    /// Whether the condition of the step holds.
    async fn passes(&self, run: &mut Execution<'_>) -> Result<bool, Stop> {
        let Some(condition) = &self.step.condition else {
            return Ok(true);
        };
        run.load(condition.needs()).await?;
        let verdict = run.decide(condition);
        if !matches!(verdict, Verdict::True) {
            run.note(|| self.event(Some(Outcome::of(condition.source(), &verdict))));
        }
        let what = format!("flow `{}`, step `{}`", self.flow, self.step.name);
        run.settled(&what, condition, verdict)
    }

    async fn apply(
        &self,
        policy: &'a Built,
        run: &mut Execution<'a>,
        outlook: &mut Outlook<'_>,
    ) -> Result<(), Stop> {
        run.load(policy.needs(self.phase)).await?;
        if policy.waits(self.phase) {
            outlook.look_ahead(run).await;
        }
        let before = run.trace.is_some().then(|| Snapshot::of(run));
        let result = match policy.apply(self.phase, run) {
            Ok(Progress::Done) => Ok(()),
            Ok(Progress::Waiting(done)) => done.await,
            Err(stop) => Err(stop),
        };
        if let Some(before) = before {
            let condition = self.step.condition.as_ref();
            let outcome =
                condition.map(|condition| Outcome::of(condition.source(), &Verdict::True));
            let event = self
                .event(outcome)
                .completed(&before, run, result.as_ref().err());
            run.note(|| event);
        }
        result
    }

    fn event(&self, condition: Option<Outcome>) -> Event {
        Event::step(
            self.stage.name(),
            self.phase,
            self.flow,
            &self.step.name,
            &self.step.policy,
            condition,
        )
    }
}
