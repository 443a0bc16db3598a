//! `gravel gateway try DIR --request FILE`: one request through a folder of definitions, without a network.
//!
//! The request goes the way of `gravel gateway run`, from the guard to the access log, with the same settings; only sockets
//! are missing. The backend is a recorded answer, or an empty 200. Exit codes: 0 the request was answered, whatever the status; 2 the
//! folder or a file cannot be read.

use super::{Deployment, Format};
use crate::Problem;
use crate::input;
use clap::ValueEnum;
use gravitee_el::gateway::exchange::{self, Body, Target, Upstream, UpstreamError};
use gravitee_el::gateway::ingress::{Chain, Overheard, overhear};
use gravitee_el::gateway::trace::{Event, Outcome, StepEvent, StepStatus, Trace};
use gravitee_el::gateway::upstream::Pool;
use gravitee_el::gateway::{Registry, trace};
use gravitee_el::host::Headers;
use gravitee_el::model;
use http::header::CONTENT_LENGTH;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use http_body_util::BodyExt;
use serde_json::json;
use std::fmt::Write as _;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    deployment: Deployment,
    /// A raw HTTP request: request line, headers, an empty line, body
    #[arg(long, value_name = "FILE")]
    request: PathBuf,
    #[command(flatten)]
    backend: Backend,
    /// The address of the client
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    remote: IpAddr,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let (config, registry) = args.deployment.registry()?;
    let trial = Trial(Arc::new(Table {
        registry,
        backend: args.backend.read()?,
        trace: Mutex::default(),
    }));
    let request = wire(&args.request)?;
    let remote = SocketAddr::new(args.remote, 0);
    let overheard = overhear(&config.ingress, &trial, remote, &request)
        .map_err(|error| Problem::Usage(format!("the request was not answered: {error}")))?;
    let answer = Answer::read(&overheard)?;
    let trace = trial.trace();
    let mut out = std::io::stdout().lock();
    match args.format {
        Format::Text => write!(out, "{}", text(&trace, &answer))?,
        Format::Json => {
            let document = json!({
                "events": trace,
                "answer": {
                    "status": answer.status.as_u16(), "headers": shown(&answer.headers), "body": answer.body,
                },
                "log": answer.log,
            });
            writeln!(out, "{document:#}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What answers the request: the deployed folder, with the recorded backend behind it.
#[derive(Clone)]
struct Trial(Arc<Table>);

struct Table {
    registry: Registry,
    backend: Recorded,
    trace: Mutex<Trace>,
}

impl Chain for Trial {
    async fn answer(&self, _: &Pool, request: http::Request<Body>) -> http::Response<Body> {
        let table = &self.0;
        let (response, trace) = trace(&table.registry, &table.backend, request).await;
        *table.trace.lock().unwrap_or_else(PoisonError::into_inner) = trace;
        response
    }
}

impl Trial {
    fn trace(&self) -> Trace {
        let mut trace = self.0.trace.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *trace)
    }
}

/// The final answer, its body whole.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
    /// The line of the access log.
    log: serde_json::Value,
}

impl Answer {
    fn read(overheard: &Overheard) -> Result<Self, Problem> {
        let ours =
            |why: &dyn std::fmt::Display| Problem::Usage(format!("the answer is none: {why}"));
        let (status, headers, body) = response(&overheard.answer).map_err(|why| ours(&why))?;
        Ok(Answer {
            status,
            headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            log: serde_json::from_str(&overheard.log).map_err(|why| ours(&why))?,
        })
    }
}

// ------------------------------------------------------------------------------------------------------------- reading

/// The octets that a client sends. A file whose first line ends with CRLF holds them; it is right or wrong as it is, but for
/// the length of a body. Another one was written in an editor: comments before the request are left out, and lines get the
/// ends that HTTP wants.
fn wire(file: &Path) -> Result<Vec<u8>, Problem> {
    let octets = input::bytes(file)?;
    let first = octets.iter().position(|&octet| octet == b'\n');
    let written = first.is_some_and(|end| octets[..end].ends_with(b"\r"));
    match model::read_request(&octets) {
        Ok((read, body)) => {
            let framed = ["content-length", "transfer-encoding"];
            let is_framed =
                |name: &str| framed.iter().any(|field| name.eq_ignore_ascii_case(field));
            let framed = read.headers.lines().any(|(name, _)| is_framed(name));
            let body = body.unwrap_or_default();
            match written && (framed || body.is_empty()) {
                true => Ok(octets),
                false => Ok(rewritten(
                    &octets[..octets.len() - body.len()],
                    framed,
                    &body,
                )),
            }
        }
        Err(_) if written => Ok(octets),
        Err(error) => Err(Problem::Usage(format!(
            "{} is no HTTP request: {error}",
            file.display()
        ))),
    }
}

fn rewritten(head: &[u8], framed: bool, body: &[u8]) -> Vec<u8> {
    let is_before =
        |line: &&[u8]| line.is_empty() || line.starts_with(b"#") || line.starts_with(b"//");
    let lines = head.split(|&octet| octet == b'\n');
    let lines = lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let lines = lines
        .skip_while(is_before)
        .take_while(|line| !line.is_empty());
    let mut request: Vec<u8> = lines.flat_map(|line| [line, b"\r\n"].concat()).collect();
    if !framed && !body.is_empty() {
        request.extend_from_slice(format!("Content-Length: {}\r\n", body.len()).as_bytes());
    }
    request.extend_from_slice(b"\r\n");
    request.extend_from_slice(body);
    request
}

/// Status, headers and body of a response.
fn response(octets: &[u8]) -> Result<(StatusCode, HeaderMap, Vec<u8>), String> {
    let (read, body) = model::read_response(octets).map_err(|error| error.to_string())?;
    let status = u16::try_from(read.status).ok();
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    let mut headers = HeaderMap::new();
    for (name, value) in read.headers.lines() {
        let name = HeaderName::from_bytes(name.as_bytes());
        let value = HeaderValue::from_bytes(value);
        let (Ok(name), Ok(value)) = (name, value) else {
            return Err("a header is none".to_owned());
        };
        headers.append(name, value);
    }
    Ok((
        status.ok_or("the status is none")?,
        headers,
        body.unwrap_or_default(),
    ))
}

/// What the backend does.
#[derive(clap::Args)]
struct Backend {
    /// A raw HTTP response that the backend gives; an empty 200 without it
    #[arg(long, value_name = "FILE")]
    backend_response: Option<PathBuf>,
    /// How long the backend takes to answer, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 0)]
    backend_delay: u64,
    /// What goes wrong instead of an answer
    #[arg(long, value_enum, conflicts_with = "backend_response")]
    backend_failure: Option<Fault>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Fault {
    /// Nobody listens there
    Refused,
    /// Nobody takes the connection in time
    ConnectTimeout,
    /// The connection ends without an answer
    Closed,
}

impl Backend {
    fn read(&self) -> Result<Recorded, Problem> {
        let answer = match &self.backend_response {
            None => (StatusCode::OK, HeaderMap::new(), Vec::new()),
            Some(file) => response(&input::bytes(file)?)
                .map(measured)
                .map_err(|why| {
                    Problem::Usage(format!("{} is no HTTP response: {why}", file.display()))
                })?,
        };
        Ok(Recorded {
            answer,
            delay: Duration::from_millis(self.backend_delay),
            fault: self.backend_failure,
        })
    }
}

/// A response as long as it says. A file that says more than it holds, edited perhaps, says what it holds.
fn measured(
    (status, mut headers, mut body): (StatusCode, HeaderMap, Vec<u8>),
) -> (StatusCode, HeaderMap, Vec<u8>) {
    let said = headers
        .get(CONTENT_LENGTH)
        .and_then(|said| said.to_str().ok()?.parse().ok());
    match said {
        Some(said) if said < body.len() => body.truncate(said),
        Some(said) if said > body.len() && !body.is_empty() => {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        }
        _ => {}
    }
    (status, headers, body)
}

/// A backend that always does the same.
struct Recorded {
    answer: (StatusCode, HeaderMap, Vec<u8>),
    delay: Duration,
    fault: Option<Fault>,
}

impl Upstream for Recorded {
    async fn send(
        &self,
        target: &Target,
        request: http::Request<Body>,
    ) -> Result<http::Response<Body>, UpstreamError> {
        if target.tls {
            let why = "TLS to backends is not supported yet";
            return Err(UpstreamError::Connect(why.to_owned()));
        }
        match self.fault {
            Some(Fault::Refused) => {
                return Err(UpstreamError::Connect("connection refused".to_owned()));
            }
            Some(Fault::ConnectTimeout) => return Err(UpstreamError::ConnectTimeout),
            Some(Fault::Closed) | None => {}
        }
        let head = request.method() == http::Method::HEAD;
        let sent = request.into_body().collect().await;
        sent.map_err(UpstreamError::RequestBody)?;
        let limit = target.options.read_timeout;
        if !limit.is_zero() && self.delay >= limit {
            tokio::time::sleep(limit).await;
            return Err(UpstreamError::ReadTimeout);
        }
        tokio::time::sleep(self.delay).await;
        if self.fault.is_some() {
            return Err(UpstreamError::Closed("end of stream".to_owned()));
        }
        let (status, headers, body) = self.answer.clone();
        let body = if head { Vec::new() } else { body };
        let mut response = http::Response::new(exchange::full(body));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
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
    if let (true, Some(reason)) = (trace.events().is_empty(), answer.log["reason"].as_str()) {
        let _ = writeln!(out, "refused before any API saw it: {reason}");
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
