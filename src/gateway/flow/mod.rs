//! A request from its first flow to its last: the order of everything.

mod chain;
mod processors;

pub(crate) use chain::{Action, Chain, Flow, Group, Selection, Stage, Step};

use super::endpoint::invoke;
use super::exchange::{Body, Upstream};
use super::execution::{Execution, Request};
use super::plan;
use super::policy::Phase;
use super::registry::{Api, Registry};
use super::respond::{self, Failure, Stop, cors};
use super::trace::{Event, Trace};
use std::future::Future;
use std::pin::{Pin, pin};

/// Answers a request with the API that it reaches.
///
/// The response carries a [`Report`](super::exchange::Report) in its extensions, and
/// [`CloseConnection`](super::exchange::CloseConnection) when the connection ends behind it.
pub async fn handle<U: Upstream>(
    registry: &Registry,
    upstream: &U,
    request: http::Request<Body>,
) -> http::Response<Body> {
    let request = Request::new(request);
    match enter(registry, request) {
        Some(run) => answer(run, upstream).await.0,
        None => respond::unknown_path(registry.settings()),
    }
}

/// Answers a request as [`handle`] does, and tells each decision on the way.
pub async fn trace<U: Upstream>(
    registry: &Registry,
    upstream: &U,
    request: http::Request<Body>,
) -> (http::Response<Body>, Trace) {
    let request = Request::new(request);
    match enter(registry, request) {
        Some(mut run) => {
            run.trace = Some(Box::default());
            let (api, file) = (run.api.id.to_string(), run.api.file.display().to_string());
            let context_path = run.request.context_path.to_string();
            run.note(|| Event::Api {
                api,
                file,
                context_path,
            });
            let (response, trace) = answer(run, upstream).await;
            (response, *trace.unwrap_or_default())
        }
        None => {
            let mut trace = Trace::default();
            trace.push(Event::NoApi);
            (respond::unknown_path(registry.settings()), trace)
        }
    }
}

/// The request under the API that it reaches; boxed, since it is large and handed on.
fn enter(registry: &Registry, mut request: Request) -> Option<Box<Execution<'_>>> {
    let server = request.extensions.get().copied().unwrap_or_default();
    let (api, context_path): (&Api, _) =
        registry.route(server, request.host(), request.uri.path())?;
    request.enter(&context_path);
    let mut run = Box::new(Execution::new(registry, api, request));
    processors::begin(&mut run);
    Some(run)
}

/// The whole way of a request.
async fn answer<U: Upstream>(
    mut run: Box<Execution<'_>>,
    upstream: &U,
) -> (http::Response<Body>, Option<Box<Trace>>) {
    let mut organization = Selection::default();
    let settled = through_api(&mut run, upstream, &mut organization).await;
    match settled {
        Ok(()) => through_organization(&mut run, &mut organization).await,
        Err(stop) => respond::bare(&mut run, &stop),
    }
    run.note_answer();
    let trace = run.trace.take();
    (respond::finish(*run), trace)
}

/// Everything but the response flows of the organization: at the end there is a response, whatever happened.
async fn through_api<U: Upstream>(
    run: &mut Execution<'_>,
    upstream: &U,
    organization: &mut Selection,
) -> Result<(), Stop> {
    let budget = run.budget();
    let done = {
        let phases = pin!(async {
            match phases(run, upstream, organization).await {
                Ok(()) => Ok(()),
                Err(stop) => respond::settle(run, stop).await,
            }
        });
        within(budget, phases).await
    };
    match done {
        Some(result) => result,
        None => timed_out(run).await,
    }
}

/// One request through its phases; whatever stops one of them skips the rest.
async fn phases<U: Upstream>(
    run: &mut Execution<'_>,
    upstream: &U,
    organization: &mut Selection,
) -> Result<(), Stop> {
    let api = run.api;
    processors::logging(run).await?;
    processors::usable(run)?;
    api.organization.request(run, organization).await?;
    processors::null_byte(run)?;
    cors::preflight(run)?;
    plan::admit(run).await?;
    processors::before_flows(run);

    let plan_flows = run.plan.map(|plan| &plan.flows);
    let (mut of_plan, mut of_api) = (Selection::default(), Selection::default());
    if let Some(flows) = plan_flows {
        flows.request(run, &mut of_plan).await?;
    }
    api.flows.request(run, &mut of_api).await?;
    if api.match_required && of_plan.is_empty() && of_api.is_empty() {
        return Err(Failure::new(404, "FLOW_EXECUTION_FLOW_MATCHED_FAILURE").into());
    }

    invoke(run, upstream).await?;

    if let Some(flows) = plan_flows {
        flows.response(run, &of_plan).await?;
    }
    api.flows.response(run, &of_api).await?;
    respond::after(run);
    Ok(())
}

/// The response flows of the organization. Their failure leaves the body as it is.
async fn through_organization(run: &mut Execution<'_>, selected: &mut Selection) {
    let api = run.api;
    if api.organization.flows.is_empty() || (selected.asked && selected.is_empty()) {
        return;
    }
    let budget = run.budget();
    let done = {
        let flows = pin!(async {
            if !selected.asked {
                api.organization.resolve(run, selected).await?;
            }
            api.organization.response(run, selected).await
        });
        within(budget, flows).await
    };
    match done {
        Some(Ok(()) | Err(Stop::Interrupt)) => {}
        Some(Err(Stop::Failure(failure))) => {
            respond::note(run, &failure);
            run.response.status = 500;
        }
        Some(Err(stop)) => respond::bare(run, &stop),
        None => {
            if let Err(stop) = timed_out(run).await {
                respond::bare(run, &stop);
            }
        }
    }
}

/// Runs something within a time, if there is a limit; nothing comes out when the time is over. What runs is pinned, and not
/// moved for being timed.
async fn within<T, F: Future<Output = T>>(
    budget: Option<std::time::Duration>,
    done: Pin<&mut F>,
) -> Option<T> {
    match budget {
        Some(budget) => tokio::time::timeout(budget, done).await.ok(),
        None => Some(done.await),
    }
}

async fn timed_out(run: &mut Execution<'_>) -> Result<(), Stop> {
    run.note(|| Event::Timeout);
    respond::settle(run, Failure::timeout().into()).await
}

impl Phase {
    /// The steps of a flow for this phase.
    fn steps(self, flow: &Flow) -> &[Step] {
        match self {
            Phase::Request => &flow.request,
            Phase::Response => &flow.response,
        }
    }
}
