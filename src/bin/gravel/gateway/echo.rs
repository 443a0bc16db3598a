//! `gravel gateway echo`: a backend for trying things, which answers what it got as JSON.
//!
//! A request may ask for another answer: `X-Echo-Status: 503` for the status, `X-Echo-Delay: 200` for a pause in
//! milliseconds.

use crate::Problem;
use gravitee_el::gateway::exchange::{Body, full};
use gravitee_el::gateway::ingress::{Chain, Options, Running, serve};
use gravitee_el::gateway::observe::access::AccessLog;
use gravitee_el::gateway::upstream::Pool;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use http_body_util::{BodyExt, Limited};
use serde_json::{Map, Value, json};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Address to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Problem> {
    let usage = |error: std::io::Error| Problem::Usage(error.to_string());
    let running = start(args.listen).map_err(usage)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(usage)?;
    runtime.block_on(stopped()).map_err(usage)?;
    running.drain(Duration::from_secs(1));
    Ok(ExitCode::SUCCESS)
}

/// Starts echoing, and says where.
pub(crate) fn start(listen: SocketAddr) -> std::io::Result<Running> {
    let options = Options {
        listen: vec![listen],
        normalize_path: false,
        ..Options::default()
    };
    let running = serve(options, &Echo, &AccessLog::off())?;
    for address in running.addresses() {
        eprintln!("echoing on http://{address}");
    }
    Ok(running)
}

async fn stopped() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        result = tokio::signal::ctrl_c() => result,
    }
}

#[derive(Clone)]
struct Echo;

/// Largest body that is repeated.
const BODY: usize = 1 << 20;

impl Chain for Echo {
    async fn answer(&self, _: &Pool, request: Request<Body>) -> Response<Body> {
        let (parts, body) = request.into_parts();
        let wish =
            |name: &str| -> Option<u64> { parts.headers.get(name)?.to_str().ok()?.parse().ok() };
        let Ok(body) = Limited::new(body, BODY).collect().await else {
            return answer(StatusCode::PAYLOAD_TOO_LARGE, &json!({}));
        };
        if let Some(delay) = wish("x-echo-delay") {
            tokio::time::sleep(Duration::from_millis(delay)).await;
        }
        let status = wish("x-echo-status").and_then(|status| u16::try_from(status).ok());
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        let seen = json!({
            "method": parts.method.as_str(),
            "path": parts.uri.path(),
            "query": parts.uri.query(),
            "headers": headers(&parts.headers),
            "body": String::from_utf8_lossy(&body.to_bytes()),
        });
        answer(status.unwrap_or(StatusCode::OK), &seen)
    }
}

fn headers(headers: &HeaderMap) -> Value {
    let mut names: Vec<_> = headers.keys().collect();
    names.sort_by_key(|name| name.as_str());
    let values = |name| {
        let values = headers.get_all(name).iter();
        values
            .map(|value| Value::from(String::from_utf8_lossy(value.as_bytes())))
            .collect::<Value>()
    };
    let fields = names
        .into_iter()
        .map(|name| (name.to_string(), values(name)));
    Value::Object(fields.collect::<Map<_, _>>())
}

fn answer(status: StatusCode, body: &Value) -> Response<Body> {
    let mut response = Response::new(full(format!("{body}\n")));
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    response
}
