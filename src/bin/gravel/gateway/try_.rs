//! `gravel gateway try DIR --request FILE`: one request through a folder of definitions, without a network.
//!
//! The backend is a recorded answer, or an empty 200. Exit codes: 0 the request was answered, whatever the status; 2 the
//! folder or a file cannot be read.

use super::{Deployment, Format};
use crate::Problem;
use crate::input;
use gravitee_el::gateway::exchange::{self, Body, Connection, Target, Upstream, UpstreamError};
use gravitee_el::gateway::trace::{Event, Outcome, StepEvent, StepStatus, Trace};
use gravitee_el::gateway::{Registry, trace};
use gravitee_el::host::Headers;
use gravitee_el::model;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Version};
use http_body_util::BodyExt;
use serde_json::json;
use std::fmt::Write as _;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Instant, SystemTime};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    deployment: Deployment,
    /// A raw HTTP request: request line, headers, an empty line, body
    #[arg(long, value_name = "FILE")]
    request: PathBuf,
    /// A raw HTTP response that the backend gives; an empty 200 without it
    #[arg(long, value_name = "FILE")]
    backend_response: Option<PathBuf>,
    /// The address of the client
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    remote: IpAddr,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let registry = args.deployment.registry()?;
    let request = request(&args.request, args.remote)?;
    let backend = Recorded::read(args.backend_response.as_deref())?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()?;
    let (answer, trace) = runtime.block_on(answer(&registry, &backend, request));
    let mut out = std::io::stdout().lock();
    match args.format {
        Format::Text => write!(out, "{}", text(&trace, &answer))?,
        Format::Json => {
            let document = json!({
                "events": trace,
                "answer": {
                    "status": answer.status.as_u16(), "headers": shown(&answer.headers), "body": answer.body,
                },
            });
            writeln!(out, "{document:#}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The final answer, its body whole.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

async fn answer(
    registry: &Registry,
    backend: &Recorded,
    request: http::Request<Body>,
) -> (Answer, Trace) {
    let (response, trace) = trace(registry, backend, request).await;
    let (head, body) = response.into_parts();
    let body = match body.collect().await {
        Ok(body) => String::from_utf8_lossy(&body.to_bytes()).into_owned(),
        Err(error) => format!("({error})"),
    };
    let answer = Answer {
        status: head.status,
        headers: head.headers,
        body,
    };
    (answer, trace)
}

// ------------------------------------------------------------------------------------------------------------- reading

fn request(file: &Path, remote: IpAddr) -> Result<http::Request<Body>, Problem> {
    let problem =
        |what: &str| Problem::Usage(format!("{} is no HTTP request: {what}", file.display()));
    let (read, body) =
        model::read_request(&input::bytes(file)?).map_err(|error| problem(&error.to_string()))?;
    let body = body.unwrap_or_default();
    let length = body.len();
    let mut request = http::Request::new(exchange::full(body));
    *request.method_mut() = read
        .method
        .parse()
        .map_err(|_| problem("the method is none"))?;
    let target = read.uri.as_deref().unwrap_or(&read.path);
    *request.uri_mut() = target.parse().map_err(|_| problem("the target is none"))?;
    *request.headers_mut() = headers(&read.headers).ok_or_else(|| problem("a header is none"))?;
    if read.version.as_deref() == Some("HTTP_1_0") {
        *request.version_mut() = Version::HTTP_10;
    }
    let framed = ["content-length", "transfer-encoding"];
    if length == 0 {
        *request.body_mut() = exchange::empty();
    } else if !framed
        .iter()
        .any(|name| request.headers().contains_key(*name))
    {
        request
            .headers_mut()
            .insert("content-length", HeaderValue::from(length));
    }
    request.extensions_mut().insert(Connection {
        remote: remote.to_string().into(),
        local: Ipv4Addr::LOCALHOST.to_string().into(),
        tls: false,
        received: Instant::now(),
        timestamp: SystemTime::now(),
    });
    Ok(request)
}

fn headers(read: &dyn Headers) -> Option<HeaderMap> {
    let mut headers = HeaderMap::new();
    for (name, value) in read.lines() {
        let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
        headers.append(name, HeaderValue::from_bytes(value).ok()?);
    }
    Some(headers)
}

/// A backend that always gives the same answer.
struct Recorded {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Recorded {
    fn read(file: Option<&Path>) -> Result<Self, Problem> {
        let Some(file) = file else {
            return Ok(Recorded {
                status: StatusCode::OK,
                headers: HeaderMap::new(),
                body: Vec::new(),
            });
        };
        let problem =
            |what: &str| Problem::Usage(format!("{} is no HTTP response: {what}", file.display()));
        let (read, body) = model::read_response(&input::bytes(file)?)
            .map_err(|error| problem(&error.to_string()))?;
        let status = u16::try_from(read.status)
            .ok()
            .and_then(|status| StatusCode::from_u16(status).ok());
        Ok(Recorded {
            status: status.ok_or_else(|| problem("the status is none"))?,
            headers: headers(&read.headers).ok_or_else(|| problem("a header is none"))?,
            body: body.unwrap_or_default(),
        })
    }
}

impl Upstream for Recorded {
    async fn send(
        &self,
        _target: &Target,
        _request: http::Request<Body>,
    ) -> Result<http::Response<Body>, UpstreamError> {
        let mut response = http::Response::new(exchange::full(self.body.clone()));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        Ok(response)
    }
}

// ------------------------------------------------------------------------------------------------------------- showing

fn shown(headers: &HeaderMap) -> serde_json::Map<String, serde_json::Value> {
    let mut shown = serde_json::Map::new();
    for name in headers.keys() {
        let values = headers.get_all(name).iter();
        let values: Vec<_> = values
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .collect();
        shown.insert(name.to_string(), json!(values));
    }
    shown
}

/// The way of the request, a line for each decision, and the answer.
fn text(trace: &Trace, answer: &Answer) -> String {
    let mut out = String::new();
    let mut told = false;
    for event in trace.events() {
        // The warning behind a condition says again what the condition said.
        if !(told && matches!(event, Event::Warning { .. })) {
            line(&mut out, event);
        }
        told = tells_reason(event);
    }
    let _ = writeln!(out, "\n{}", answer.status);
    for (name, value) in &answer.headers {
        let _ = writeln!(out, "{name}: {}", String::from_utf8_lossy(value.as_bytes()));
    }
    if !answer.body.is_empty() {
        let _ = writeln!(out, "\n{}", answer.body);
    }
    out
}

/// Whether an event shows a condition with the reason for what it said.
fn tells_reason(event: &Event) -> bool {
    let condition = match event {
        Event::Flow { condition, .. } => condition.as_ref(),
        Event::Step(step) => step.condition.as_ref(),
        _ => None,
    };
    condition.is_some_and(|condition| condition.reason.is_some())
}

fn line(out: &mut String, event: &Event) {
    let _ = match event {
        Event::NoApi => writeln!(out, "no API has this path"),
        Event::Api {
            api,
            file,
            context_path,
        } => writeln!(out, "API {api} ({file}) at {context_path}"),
        Event::Plan {
            plan,
            security,
            outcome,
            reason,
            ..
        } => writeln!(
            out,
            "plan {plan} ({security}): {outcome}{}",
            because(reason.as_deref())
        ),
        Event::Flow {
            stage,
            flow,
            selected,
            reason,
            condition,
        } => {
            let chosen = if *selected { "runs" } else { "passed over" };
            let why = because(reason.as_deref());
            let condition = condition.as_ref().map_or_else(String::new, said);
            writeln!(out, "{stage} flow `{flow}`: {chosen}{why}{condition}")
        }
        Event::BestMatch { stage, flow } => match flow {
            Some(flow) => writeln!(out, "{stage}: `{flow}` is the best match"),
            None => writeln!(out, "{stage}: no flow matches"),
        },
        Event::Step(step) => step_lines(out, step),
        Event::Substitute => writeln!(out, "a policy answers in place of the backend"),
        Event::BackendRequest {
            endpoint,
            method,
            url,
            ..
        } => writeln!(out, "backend {endpoint}: {method} {url}"),
        Event::BackendResponse { status, .. } => writeln!(out, "backend answers {status}"),
        Event::Timeout => writeln!(out, "the time for the request is over"),
        Event::Failure {
            status,
            key,
            message,
        } => {
            let key = key.as_deref().unwrap_or("no key");
            writeln!(
                out,
                "failure {status} ({key}){}",
                because(message.as_deref())
            )
        }
        Event::Template { name } => writeln!(out, "response template {name}"),
        Event::Warning { message } => writeln!(out, "warning: {message}"),
        Event::Answer { closes: true, .. } => {
            writeln!(out, "the connection ends behind the answer")
        }
        _ => Ok(()),
    };
}

fn because(reason: Option<&str>) -> String {
    reason.map_or_else(String::new, |reason| format!(", {reason}"))
}

/// A condition with what it said.
fn said(outcome: &Outcome) -> String {
    let why = because(outcome.reason.as_deref());
    format!("\n    condition {} is {}{why}", outcome.text, outcome.value)
}

fn step_lines(out: &mut String, step: &StepEvent) -> std::fmt::Result {
    let status = match step.status {
        StepStatus::Completed => "done",
        StepStatus::Skipped => "passed over",
        _ => "stopped the request",
    };
    let condition = step.condition.as_ref().map_or_else(String::new, said);
    let error = because(step.error.as_deref());
    let StepEvent { phase, policy, .. } = step;
    writeln!(
        out,
        "  {phase} step `{}` ({policy}): {status}{error}{condition}",
        step.step
    )?;
    for change in &step.changes {
        let side = |text: &Option<String>| {
            text.as_deref()
                .map_or("nothing".to_owned(), |text| format!("`{text}`"))
        };
        writeln!(
            out,
            "    {}: {} → {}",
            change.what,
            side(&change.before),
            side(&change.after)
        )?;
    }
    Ok(())
}
