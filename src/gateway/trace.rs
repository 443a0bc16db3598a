//! What a traced request went through: each decision with its reason, each policy with what it changed.

use super::endpoint::BaseUrl;
use super::exchange::Body;
use super::execution::Execution;
use super::expression::Verdict;
use super::policy::Phase;
use super::respond::Stop;
use crate::diagnostic::Diagnostic;
use crate::host::{Lookup, Params};
use http::{HeaderMap, StatusCode};
use serde::Serialize;
use std::collections::BTreeMap;

/// The way of one request, event by event.
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Trace {
    events: Vec<Event>,
}

impl Trace {
    /// The events in order.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    pub(crate) fn push(&mut self, event: Event) {
        self.events.push(event);
    }
}

/// Headers by name, with all their values.
pub type Headers = BTreeMap<String, Vec<String>>;

/// One thing that happened to a request.
#[derive(Debug, Serialize)]
#[serde(
    tag = "event",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the fields are named as what they hold")]
pub enum Event {
    /// No API has the request's path.
    NoApi,
    /// The API that the request reached.
    Api {
        api: String,
        file: String,
        context_path: String,
    },
    /// A plan was looked at.
    Plan {
        plan: String,
        name: String,
        security: String,
        outcome: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A flow was looked at.
    Flow {
        stage: &'static str,
        flow: String,
        selected: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        condition: Option<Outcome>,
    },
    /// Of the flows that match, this one is the best; none where nothing matches.
    BestMatch {
        stage: &'static str,
        flow: Option<String>,
    },
    /// A policy ran, or was passed over.
    Step(Box<StepEvent>),
    /// Someone answered in place of the backend.
    Substitute,
    /// The backend was called.
    BackendRequest {
        endpoint: String,
        method: String,
        url: String,
        headers: Headers,
    },
    /// The backend answered.
    BackendResponse { status: u16, headers: Headers },
    /// The time for the request was over.
    Timeout,
    /// The request failed.
    Failure {
        status: u16,
        #[serde(skip_serializing_if = "Option::is_none")]
        key: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        message: Option<String>,
    },
    /// A response template rendered the failure.
    Template { name: String },
    /// Something that the operator should know.
    Warning { message: String },
    /// The head of the final answer.
    Answer {
        status: u16,
        headers: Headers,
        closes: bool,
    },
}

/// A policy in its place, and what became of it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StepEvent {
    /// `organization`, `plan` or `api`.
    pub stage: &'static str,
    /// `request` or `response`.
    pub phase: &'static str,
    /// The flow it belongs to.
    pub flow: String,
    /// Its name.
    pub step: String,
    /// The policy.
    pub policy: String,
    /// Whether it ran.
    pub status: StepStatus,
    /// What its condition said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<Outcome>,
    /// How it stopped the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// What is different behind it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// Whether a policy ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum StepStatus {
    /// To its end.
    Completed,
    /// Its condition did not hold.
    Skipped,
    /// It stopped the request.
    Error,
}

/// A value that a policy changed.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// What, as an expression would name it.
    pub what: String,
    /// Before; none where there was nothing.
    pub before: Option<String>,
    /// Behind; none where nothing is left.
    pub after: Option<String>,
}

/// What a condition said.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct Outcome {
    /// The condition as written.
    pub text: String,
    /// `true`, `false`, `missing data`, `exception` or `does not parse`.
    pub value: &'static str,
    /// Why, where it is not just false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The place in the condition.
    #[serde(skip)]
    pub diagnostic: Option<Box<Diagnostic>>,
}

impl Outcome {
    pub(crate) fn of(text: &str, verdict: &Verdict) -> Self {
        let (value, error) = match verdict {
            Verdict::True => ("true", None),
            Verdict::False => ("false", None),
            Verdict::Missing(error) => ("missing data", Some(error)),
            Verdict::Thrown(error) => ("exception", Some(error)),
            Verdict::Unparsable(error) => ("does not parse", Some(error)),
        };
        Outcome {
            text: text.to_owned(),
            value,
            reason: error.map(ToString::to_string),
            diagnostic: error.map(|error| Box::new(error.diagnostic())),
        }
    }
}

/// The headers of a message as a trace shows them.
fn headers(headers: &HeaderMap) -> Headers {
    let mut shown = Headers::new();
    for (name, value) in headers {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        shown.entry(name.to_string()).or_default().push(value);
    }
    shown
}

impl Event {
    pub(crate) fn step(
        stage: &'static str,
        phase: Phase,
        flow: &str,
        step: &str,
        policy: &str,
        condition: Option<Outcome>,
    ) -> Self {
        Event::Step(Box::new(StepEvent {
            stage,
            phase: phase.name(),
            flow: flow.to_owned(),
            step: step.to_owned(),
            policy: policy.to_owned(),
            status: StepStatus::Skipped,
            condition,
            error: None,
            changes: Vec::new(),
        }))
    }

    /// The step as it ended, with what it changed.
    pub(crate) fn completed(
        mut self,
        before: &Snapshot,
        run: &Execution<'_>,
        stop: Option<&Stop>,
    ) -> Self {
        if let Event::Step(step) = &mut self {
            step.status = stop.map_or(StepStatus::Completed, |_| StepStatus::Error);
            step.error = stop.map(|stop| match stop {
                Stop::Interrupt => "the request ends here".to_owned(),
                Stop::Failure(failure) => {
                    let key = failure.key.as_deref().unwrap_or("no key");
                    format!("failure {} ({key})", failure.status)
                }
                Stop::Unexpected { why, .. } => why.clone(),
            });
            step.changes = before.changes(&Snapshot::of(run));
        }
        self
    }

    pub(crate) fn backend_request(
        endpoint: &str,
        url: &BaseUrl,
        request: &http::Request<Body>,
    ) -> Self {
        Event::BackendRequest {
            endpoint: endpoint.to_owned(),
            method: request.method().to_string(),
            url: format!("{url}{}", request.uri()),
            headers: headers(request.headers()),
        }
    }

    pub(crate) fn backend_response(status: StatusCode, sent: &HeaderMap) -> Self {
        Event::BackendResponse {
            status: status.as_u16(),
            headers: headers(sent),
        }
    }
}

impl Execution<'_> {
    /// Notes the answer as it leaves.
    pub(crate) fn note_answer(&mut self) {
        if self.trace.is_some() {
            let answer = Event::Answer {
                status: self.response.status,
                headers: headers(&self.response.headers),
                closes: self.closes,
            };
            self.note(|| answer);
        }
    }
}

/// What policies can change, as texts by name.
pub(crate) struct Snapshot(BTreeMap<String, String>);

impl Snapshot {
    pub(crate) fn of(run: &Execution<'_>) -> Self {
        let mut values = BTreeMap::new();
        let mut put = |name: String, value: String| {
            values.insert(name, value);
        };
        for (name, list) in headers(&run.request.headers) {
            put(format!("request.headers['{name}']"), list.join(", "));
        }
        for (name, list) in headers(&run.response.headers) {
            put(format!("response.headers['{name}']"), list.join(", "));
        }
        for (name, value) in run.request.query().pairs() {
            let name = format!("request.params['{name}']");
            put(name, value.unwrap_or("").to_owned());
        }
        for (name, value) in run.attributes.entries() {
            put(format!("context.attributes['{name}']"), value.to_string());
        }
        put(
            "response.status".to_owned(),
            run.response.status.to_string(),
        );
        if let Some(bytes) = run
            .response
            .entity
            .bytes()
            .filter(|bytes| !bytes.is_empty())
        {
            let text = String::from_utf8_lossy(bytes).into_owned();
            put("response.content".to_owned(), text);
        }
        Snapshot(values)
    }

    /// What is different later.
    fn changes(&self, later: &Snapshot) -> Vec<Change> {
        let mut names: Vec<&String> = self.0.keys().chain(later.0.keys()).collect();
        names.sort();
        names.dedup();
        let changed = names
            .into_iter()
            .filter(|name| self.0.get(*name) != later.0.get(*name));
        let change = |name: &String| Change {
            what: name.clone(),
            before: self.0.get(name).cloned(),
            after: later.0.get(name).cloned(),
        };
        changed.map(change).collect()
    }
}
