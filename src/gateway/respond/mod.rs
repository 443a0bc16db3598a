//! What is answered when a chain did not run to its end, and what every answer gets before it leaves.

pub(crate) mod cors;
mod failure;
mod template;

pub(crate) use failure::{Failure, Stop};
pub(crate) use template::{Template, Templates};

use super::exchange::{self, Body, CloseConnection, Report};
use super::execution::Execution;
use super::observe::capture::Point;
use super::settings::{OverrideMode, Settings};
use super::trace::Event;
use http::{HeaderName, HeaderValue, StatusCode, header};
use std::borrow::Cow;

/// The message of everything unforeseen.
const UNEXPECTED: &str = "Internal Server Error";

/// Turns what stopped the chain into a response. An error of this itself leaves a bare 500.
pub(crate) async fn settle(run: &mut Execution<'_>, stop: Stop) -> Result<(), Stop> {
    after(run);
    let failure = match stop {
        Stop::Interrupt => return Ok(()),
        Stop::Failure(failure) => failure,
        Stop::Unexpected { why, shown } => {
            run.warn(format!("the request failed unexpectedly: {why}"));
            Failure {
                status: 500,
                message: Some(shown.unwrap_or_else(|| UNEXPECTED.to_owned())),
                ..Failure::default()
            }
        }
    };
    note(run, &failure);
    render(run, failure).await
}

/// Leaves the key of a failure in the report, and the failure in the trace.
pub(crate) fn note(run: &mut Execution<'_>, failure: &Failure) {
    run.report.application.get_or_insert_with(|| "1".to_owned());
    match &failure.key {
        Some(Cow::Borrowed(key)) => run.report.failure = Some(key),
        Some(Cow::Owned(key)) => run.report.configured_failure = Some(key.clone()),
        None => {}
    }
    run.note(|| Event::Failure {
        status: failure.status,
        key: failure.key.as_deref().map(str::to_owned),
        message: failure.message.clone(),
    });
}

/// What every response of an API gets: identifiers and cross-origin headers.
pub(crate) fn after(run: &mut Execution<'_>) {
    let (settings, names) = (run.settings(), &run.registry.identity);
    let rows = [
        (&names.transaction, settings.transaction_override),
        (&names.request, settings.request_override),
    ];
    for (name, mode) in rows {
        if let Some(name) = name {
            copy_identifier(run, name, mode);
        }
    }
    cors::simple(run);
}

/// Copies an identifier of the request on the response.
fn copy_identifier(run: &mut Execution<'_>, name: &HeaderName, mode: OverrideMode) {
    let Some(value) = run.request.headers.get(name).cloned() else {
        return;
    };
    let headers = &mut run.response.headers;
    match mode {
        OverrideMode::Override => {
            headers.insert(name, value);
        }
        OverrideMode::Keep => {}
        OverrideMode::Merge => {
            if !headers.get_all(name).iter().any(|known| *known == value) {
                headers.append(name, value);
            }
        }
    }
}

/// Renders a failure, by a template of the API if there is one for it.
async fn render(run: &mut Execution<'_>, failure: Failure) -> Result<(), Stop> {
    let api = run.api;
    let accept = run.request.headers.get_all(header::ACCEPT).iter();
    let accept: Vec<&str> = accept.filter_map(|line| line.to_str().ok()).collect();
    if let Some(template) = api.templates.find(failure.key.as_deref(), &accept) {
        run.closes = true;
        return template.render(run, failure).await;
    }
    run.response.status = failure.status;
    run.closes |= !(400..500).contains(&failure.status);
    let Some(message) = failure.message else {
        return Ok(());
    };
    let json = failure.json || wants_json(run);
    let kind = if json {
        "application/json"
    } else {
        "text/plain"
    };
    run.response
        .headers
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    run.response.set_body(match (failure.json, json) {
        (false, true) => json_body(&message, failure.status),
        _ => message,
    });
    Ok(())
}

fn json_body(message: &str, status: u16) -> String {
    let message = serde_json::Value::from(message);
    format!("{{\"message\":{message},\"http_status_code\":{status}}}")
}

/// Whether the client takes JSON: a look for words, not a negotiation.
fn wants_json(run: &Execution<'_>) -> bool {
    let values = run.request.headers.get_all(header::ACCEPT).iter();
    let mut values = values.filter_map(|value| value.to_str().ok());
    values.any(|value| value.contains("application/json") || value.contains("*/*"))
}

/// A 500 without a body, when nothing better can be made.
pub(crate) fn bare(run: &mut Execution<'_>, stop: &Stop) {
    if let Stop::Unexpected { why, .. } = stop {
        run.warn(format!("the answer to a failure failed: {why}"));
    }
    run.report.failure.get_or_insert("GATEWAY_UNEXPECTED_ERROR");
    run.response.status = 500;
    run.response.set_body("");
    run.closes = true;
}

/// The response as it leaves.
pub(crate) fn finish(mut run: Execution<'_>) -> http::Response<Body> {
    let mut response = http::Response::new(run.response.entity.take());
    *response.status_mut() =
        StatusCode::from_u16(run.response.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.headers_mut() = run.response.headers;
    *response.extensions_mut() = run.response.extensions;
    if run.closes {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
        response.extensions_mut().insert(CloseConnection);
    }
    if let Some(captures) = &mut run.report.captures {
        let status = response.status().as_u16();
        let headers = Some(response.headers());
        if let Some(tape) = captures.response(Point::EntrypointResponse, status, headers) {
            response = response.map(|body| tape.listen(body));
        }
    }
    (run.report.request_id, run.report.transaction_id) = run.request.into_identifiers();
    response.extensions_mut().insert(run.report);
    response
}

/// The answer to a path that belongs to no API.
pub(crate) fn unknown_path(settings: &Settings) -> http::Response<Body> {
    let message = settings.not_found_message.clone();
    let length = HeaderValue::from(message.len());
    let mut response = http::Response::new(exchange::full(message));
    *response.status_mut() = StatusCode::NOT_FOUND;
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&settings.not_found_content_type) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    headers.insert(header::CONTENT_LENGTH, length);
    response.extensions_mut().insert(Report::default());
    response
}
