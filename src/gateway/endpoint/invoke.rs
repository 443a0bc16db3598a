//! Calling the backend.

use super::resolve::{Destination, resolve};
use super::{METHODS, headers};
use crate::Needs;
use crate::gateway::exchange::{Body, Captures, Target, Upstream};
use crate::gateway::execution::{Entity, Execution, name};
use crate::gateway::observe::capture::Point;
use crate::gateway::respond::{Failure, Stop};
use crate::gateway::trace::Event;
use http::{HeaderMap, Method, StatusCode, Uri, Version};
use std::time::Instant;

/// Makes the response: whoever stands in for the backend answers, or the backend.
pub(crate) async fn invoke<U: Upstream>(run: &mut Execution<'_>, upstream: &U) -> Result<(), Stop> {
    if let Some(invoker) = run.invoker {
        run.load(invoker.needs()).await?;
        invoker.answer(run);
        run.note(|| Event::Substitute);
        return Ok(());
    }
    if run.api.response_reads_request {
        run.load(Needs::REQUEST_CONTENT).await?;
    }
    let destination = resolve(run).await?;
    call(run, upstream, destination).await
}

async fn call<U: Upstream>(
    run: &mut Execution<'_>,
    upstream: &U,
    destination: Destination<'_>,
) -> Result<(), Stop> {
    let Destination {
        endpoint,
        url,
        target: path,
    } = destination;
    let method = method(run)?;
    run.report.endpoint = Some([&*url.origin, &path].concat());
    let uri =
        Uri::try_from(path).map_err(|_| Failure::new(502, "GATEWAY_CLIENT_CONNECTION_ERROR"))?;
    let mut request = http::Request::new(run.request.entity.take());
    *request.method_mut() = method.clone();
    *request.uri_mut() = uri;
    *request.version_mut() = Version::HTTP_11;
    *request.headers_mut() = headers::outgoing(&run.request, endpoint, &url);
    *request.extensions_mut() = std::mem::take(&mut run.request.extensions);
    run.note(|| Event::backend_request(&endpoint.name, &url, &request));
    if let Some(captures) = &mut run.report.captures {
        let called = run.report.endpoint.as_deref().unwrap_or_default();
        request = captured(captures, called, request);
    }
    run.report.upstream_status = Some(0);
    run.response.status = 0;
    let target = Target {
        tls: url.tls,
        host: url.host.clone(),
        port: url.port,
        options: endpoint.options.clone(),
    };
    let start = Instant::now();
    let answer = upstream.send(&target, request).await;
    run.report.upstream_time = Some(start.elapsed());
    match answer {
        Ok(answer) => {
            receive(run, answer);
            Ok(())
        }
        Err(error) => {
            run.warn(format!("{url}: {error}"));
            Err(Failure::of_backend(&error).into())
        }
    }
}

/// Puts headers behind others. Mostly there are few others, of other names: those move then.
fn join(headers: &mut HeaderMap, mut behind: HeaderMap) {
    let apart = headers.keys().all(|name| !behind.contains_key(name));
    if apart && headers.len() < behind.len() {
        std::mem::swap(headers, &mut behind);
    }
    let mut last = None;
    for (name, value) in behind {
        // A header map names a header once for all of its values.
        last = name.or(last);
        if let Some(name) = &last {
            headers.append(name.clone(), value);
        }
    }
}

/// Takes the call down. Until there is an answer its status is 0.
fn captured(
    captures: &mut Captures,
    uri: &str,
    request: http::Request<Body>,
) -> http::Request<Body> {
    captures.response(Point::EndpointResponse, 0, None);
    let (point, method) = (Point::EndpointRequest, request.method());
    match captures.request(point, method, uri, request.headers()) {
        Some(tape) => request.map(|body| tape.listen(body)),
        None => request,
    }
}

/// The method of the request, or the one that an attribute names.
fn method(run: &Execution<'_>) -> Result<Method, Stop> {
    let Some(text) = run.attributes.text(name::METHOD) else {
        return Ok(run.request.method.clone());
    };
    let known = METHODS.contains(&text.as_str());
    let method = Method::from_bytes(text.as_bytes()).ok();
    method.filter(|_| known).ok_or_else(|| {
        Stop::unexpected(format!(
            "`{text}` of attribute `request.method` is no method of HTTP"
        ))
    })
}

/// Adds the answer to the response: headers that policies set before are kept beside those of the backend.
fn receive(run: &mut Execution<'_>, answer: http::Response<Body>) {
    let (mut parts, body) = answer.into_parts();
    run.report.upstream_status = Some(parts.status.as_u16());
    run.response.status = parts.status.as_u16();
    if parts.status != StatusCode::SWITCHING_PROTOCOLS {
        headers::incoming(&mut parts.headers);
    }
    run.note(|| Event::backend_response(parts.status, &parts.headers));
    let tape = run.report.captures.as_mut().and_then(|captures| {
        let status = parts.status.as_u16();
        captures.response(Point::EndpointResponse, status, Some(&parts.headers))
    });
    join(&mut run.response.headers, parts.headers);
    run.response.entity = Entity::stream(match tape {
        Some(tape) => tape.listen(body),
        None => body,
    });
    run.response.extensions = parts.extensions;
}
