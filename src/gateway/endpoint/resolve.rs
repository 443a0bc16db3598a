//! Which endpoint a request goes to, and under which path.

use super::{BaseUrl, Endpoint};
use crate::gateway::execution::{Execution, name};
use crate::gateway::expression::Text;
use crate::gateway::respond::{Failure, Stop};
use crate::{Error, Type};
use std::borrow::Cow;

/// Where a request goes.
pub(super) struct Destination<'a> {
    pub(super) endpoint: &'a Endpoint,
    pub(super) url: Cow<'a, BaseUrl>,
    /// Path and query, as the request line has them.
    pub(super) target: String,
}

/// Schemes that make a routed text a URL of its own.
const ABSOLUTE: [&str; 4] = ["http", "https", "ws", "wss"];

/// What an attribute says about the endpoint.
enum Route {
    /// Nothing: the path of the request, at the default group.
    Unset,
    Url(String),
    Named(String, String),
    Path(String),
}

/// Finds the endpoint of a request.
pub(super) async fn resolve<'a>(run: &mut Execution<'a>) -> Result<Destination<'a>, Stop> {
    let api = run.api;
    let route = route(run).await?;
    let endpoint = match &route {
        Route::Named(name, _) => api.endpoints.named(name),
        _ => api.endpoints.default_endpoint(),
    };
    let endpoint = endpoint.ok_or_else(|| Failure::new(503, "NO_ENDPOINT_FOUND"))?;
    let (url, path) = match route {
        Route::Unset => {
            let path = [&*endpoint.url.path, run.request.path_info()].concat();
            (Cow::Borrowed(&endpoint.url), path)
        }
        Route::Url(text) => absolute(&text)?,
        Route::Named(_, path) | Route::Path(path) => routed(run, endpoint, path)?,
    };
    Ok(Destination {
        endpoint,
        target: with_query(run, &url, &path),
        url,
    })
}

/// Reads the attribute, whose text is a template.
async fn route(run: &mut Execution<'_>) -> Result<Route, Stop> {
    let Some(text) = run.attributes.text(name::ENDPOINT) else {
        return Ok(Route::Unset);
    };
    let text = evaluated(run, text).await?;
    let named = text
        .split_once(':')
        .filter(|(name, _)| !name.is_empty() && !name.starts_with('/'));
    Ok(match named {
        Some((name, _))
            if ABSOLUTE
                .iter()
                .any(|scheme| scheme.eq_ignore_ascii_case(name)) =>
        {
            Route::Url(text)
        }
        Some((name, path)) => Route::Named(name.to_owned(), path.to_owned()),
        None => Route::Path(text),
    })
}

/// A routed text that a policy wrote may hold expressions of its own; the engine remembers what it compiled.
async fn evaluated(run: &mut Execution<'_>, text: String) -> Result<String, Stop> {
    if !text.contains("{#") && !text.contains("{T(") && !text.contains("{(") {
        return Ok(text);
    }
    let failed = |error: &Error| Stop::unexpected(error.to_string());
    let text = Text::new(run.registry.engine(), &text);
    run.load(text.needs()).await?;
    match text.template() {
        Ok(Some(template)) => {
            let value = run.eval(template, Type::STRING);
            Ok(value.map_err(|error| failed(&error))?.to_string())
        }
        Ok(None) => Ok(text.source().to_owned()),
        Err(error) => Err(failed(error)),
    }
}

fn absolute<'a>(text: &str) -> Result<(Cow<'a, BaseUrl>, String), Stop> {
    let url = BaseUrl::parse(text).map_err(|_| unreachable_backend())?;
    let path = url.path.to_string();
    Ok((Cow::Owned(url), path))
}

/// A routed path behind the path of the endpoint, or alone. One that begins with two slashes cannot be called.
fn routed<'a>(
    run: &Execution<'a>,
    endpoint: &'a Endpoint,
    path: String,
) -> Result<(Cow<'a, BaseUrl>, String), Stop> {
    if path.starts_with("//") {
        return Err(unreachable_backend());
    }
    let path = match run.attributes.is_true(name::ENDPOINT_OVERRIDE) {
        true => path,
        false => format!("{}{path}", endpoint.url.path),
    };
    Ok((Cow::Borrowed(&endpoint.url), path))
}

fn unreachable_backend() -> Stop {
    Failure::new(502, "GATEWAY_CLIENT_CONNECTION_ERROR").into()
}

/// The path with the request's query, then the target's, then that of the routed path.
fn with_query(run: &Execution<'_>, url: &BaseUrl, path: &str) -> String {
    let (path, own) = path.split_once('?').unwrap_or((path, ""));
    let slash = if path.starts_with('/') { "" } else { "/" };
    let asked = run.request.uri.query().map_or(0, str::len);
    let mut target = String::with_capacity(path.len() + asked + url.query.len() + own.len() + 4);
    target.push_str(slash);
    target.push_str(path);
    let before = target.len();
    target.push('?');
    run.request.write_query(&mut target);
    for more in [&*url.query, own] {
        if target.len() > before + 1 && !more.is_empty() {
            target.push('&');
        }
        target.push_str(more);
    }
    if target.len() == before + 1 {
        target.truncate(before);
    }
    target
}
