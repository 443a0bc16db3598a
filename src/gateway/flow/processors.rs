//! What happens to every request between its flows: identifiers, addresses, attributes, path parameters, the subscription.

use crate::Owned;
use crate::gateway::execution::{Execution, SubscriptionView, fresh, hashed, name};
use crate::gateway::observe::capture::{Captures, Point};
use crate::gateway::respond::{Failure, Stop};
use crate::host::Params;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use std::sync::Arc;

const FORWARDED: HeaderName = header::FORWARDED;
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_PORT: HeaderName = HeaderName::from_static("x-forwarded-port");
const FORWARDED_PREFIX: HeaderName = HeaderName::from_static("x-forwarded-prefix");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
const CLIENT_IDENTIFIER: HeaderName = HeaderName::from_static("x-gravitee-client-identifier");
/// The same as a query parameter, whose name has a case.
const CLIENT_PARAMETER: &str = "X-Gravitee-Client-Identifier";

/// Everything before the first flow that cannot fail.
pub(super) fn begin(run: &mut Execution<'_>) {
    let api = run.api;
    identify(run);
    let set = &mut run.attributes;
    set.begin(name::API, &*api.id);
    set.begin(name::API_NAME, &*api.name);
    set.begin(name::API_DEPLOYED_AT, Owned::Long(api.deployed_at));
    set.begin(name::ORGANIZATION, "DEFAULT");
    set.begin(name::ENVIRONMENT, "DEFAULT");
    set.begin(name::CONTEXT_PATH, run.request.context_path.to_string());
    if run.settings().x_forward {
        let original = original_url(run);
        run.attributes.set(name::ORIGINAL_URL, original);
        if let Some(remote) = first_forwarded(&run.request.headers) {
            run.request.remote_address = remote.into();
        }
    }
    run.report.api = Some(api.id.clone());
}

/// Gives the request its identifiers.
fn identify(run: &mut Execution<'_>) {
    let names = &run.registry.identity;
    let request = &mut run.request;
    let id = fresh();
    let value = HeaderValue::from_str(&id);
    let value = value.unwrap_or_else(|_| HeaderValue::from_static(""));
    let known = names
        .transaction
        .as_ref()
        .and_then(|name| request.header(name));
    let known = known.map(str::to_owned);
    if known.is_none() {
        put(&mut request.headers, names.transaction.as_ref(), &value);
    }
    put(&mut request.headers, names.request.as_ref(), &value);
    request.identify(id, known);
}

fn put(headers: &mut HeaderMap, name: Option<&HeaderName>, value: &HeaderValue) {
    if let Some(name) = name {
        headers.insert(name, value.clone());
    }
}

/// The first address of `X-Forwarded-For`, without a port.
fn first_forwarded(headers: &HeaderMap) -> Option<String> {
    let first = headers
        .get(FORWARDED_FOR)?
        .to_str()
        .ok()?
        .split(',')
        .next()?
        .trim();
    let address = match first.matches(':').count() {
        1 => first.split(':').next().unwrap_or(""),
        _ => first,
    };
    (!address.is_empty()).then(|| address.to_owned())
}

/// The URL that the client asked the outermost proxy for: as `Forwarded` says, or else the older headers. Port and prefix
/// count only beside one of these.
fn original_url(run: &Execution<'_>) -> String {
    let request = &run.request;
    let text = |name| request.header(name).filter(|text| !text.trim().is_empty());
    let forwarded = text(FORWARDED);
    let (scheme, host) = match forwarded {
        Some(forwarded) => (
            forwarded_element(forwarded, "proto="),
            forwarded_element(forwarded, "host="),
        ),
        None => (text(FORWARDED_PROTO), text(FORWARDED_HOST)),
    };
    let is_proxied = [forwarded, text(FORWARDED_PROTO), text(FORWARDED_HOST)]
        .iter()
        .any(Option::is_some);
    let scheme = scheme.unwrap_or(request.scheme());
    let host = host.map(first_of_list).or(request.host()).unwrap_or("");
    let mut url = format!("{scheme}://{host}");
    let usual = if scheme == "https" { "443" } else { "80" };
    let port = text(FORWARDED_PORT).filter(|port| *port != usual && !host.contains(':'));
    if let Some(port) = port.filter(|_| is_proxied) {
        url.push(':');
        url.push_str(port);
    }
    let prefix = text(FORWARDED_PREFIX).filter(|_| is_proxied);
    url.push_str(prefix.unwrap_or(""));
    url.push_str(request.target());
    url
}

fn first_of_list(list: &str) -> &str {
    list.split(',').next().unwrap_or("").trim()
}

/// The value of an element such as `host=` of a `Forwarded` header.
fn forwarded_element<'t>(header: &'t str, name: &str) -> Option<&'t str> {
    let separator = if header.contains(';') { ';' } else { ',' };
    let mut elements = header.split(separator).map(str::trim);
    elements.find_map(|element| {
        let head = element.get(..name.len())?;
        let value = element.get(name.len()..)?;
        head.eq_ignore_ascii_case(name)
            .then(|| value.trim_matches('"'))
    })
}

/// Begins to take the request down, where the API asks for it.
pub(super) async fn logging(run: &mut Execution<'_>) -> Result<(), Stop> {
    let api = run.api;
    let Some(logging) = &api.logging else {
        return Ok(());
    };
    if let Some(condition) = &logging.condition {
        run.load(condition.needs()).await?;
        let verdict = run.decide(condition);
        if !run.settled("the log", condition, verdict)? {
            return Ok(());
        }
    }
    let mut captures = Box::new(Captures::new(logging.extent, &run.registry.captured));
    let request = &mut run.request;
    let (method, target) = (&request.method, request.target());
    let tape = captures.request(Point::EntrypointRequest, method, target, &request.headers);
    if let Some(tape) = tape {
        request.entity.listen(tape);
    }
    run.report.captures = Some(captures);
    Ok(())
}

/// Fails each request of an API that could be deployed, but not be used.
pub(super) fn usable(run: &Execution<'_>) -> Result<(), Stop> {
    match &run.api.broken {
        Some(why) => Err(Stop::unexpected(why)),
        None => Ok(()),
    }
}

/// Refuses what holds a NUL, where the API asks for it.
pub(super) fn null_byte(run: &Execution<'_>) -> Result<(), Stop> {
    let target = run.request.target();
    if run.api.reject_null_byte && (target.contains("%00") || target.contains('\0')) {
        let failure = Failure::new(400, "REQUEST_NULL_BYTE_REJECTED");
        return Err(failure
            .saying("The request contains invalid characters.")
            .into());
    }
    Ok(())
}

/// What flows of plan and API can count on.
pub(super) fn before_flows(run: &mut Execution<'_>) {
    if run.settings().x_forwarded_prefix
        && let Ok(prefix) = HeaderValue::from_str(&run.request.context_path)
    {
        run.request.headers.insert(FORWARDED_PREFIX, prefix);
    }
    let parameters = run
        .api
        .parameters
        .read(&run.request.method, run.request.path_info());
    run.request.path_params = parameters;
    subscribe(run);
    let api = run.api;
    if let Some(mapping) = api.mappings.find(run.request.path_info()) {
        run.attributes.set(name::MAPPED_PATH, mapping);
    }
}

/// Installs the subscription, and tells who the client is.
fn subscribe(run: &mut Execution<'_>) {
    for (name, value) in [(name::APPLICATION, "1"), (name::PLAN, "1")] {
        if !run.attributes.has(name) {
            run.attributes.set(name, value);
        }
    }
    let remote = run.request.remote_address.clone();
    if !run.attributes.has(name::SUBSCRIPTION) {
        run.attributes.set(name::SUBSCRIPTION, remote.clone());
    }
    let id = run.attributes.shared(name::SUBSCRIPTION);
    let id = id.unwrap_or_else(|| Arc::clone(&remote));
    run.report.application = run.attributes.text(name::APPLICATION);
    run.report.subscription = Some(Arc::clone(&id));
    tell_client(run, &id, &remote);
    run.subscription = Some(SubscriptionView {
        id,
        deployed: run.found_subscription,
    });
}

/// The identifier of the client: its own, or one made of its subscription.
fn tell_client(run: &mut Execution<'_>, subscription: &str, remote: &str) {
    let own = run.request.header(CLIENT_IDENTIFIER).map(str::to_owned);
    let own = own.or_else(|| {
        let parameter = run.request.query().value(CLIENT_PARAMETER, 0).flatten();
        parameter.map(str::to_owned)
    });
    let own = own.filter(|own| !own.trim().is_empty());
    let computed = match subscription {
        "" => run.request.transaction().to_owned(),
        id if id != remote => id.to_owned(),
        id => hashed(id),
    };
    let identifier = own.clone().unwrap_or_else(|| computed.clone());
    if let Ok(value) = HeaderValue::from_str(&identifier) {
        run.response.headers.insert(CLIENT_IDENTIFIER, value);
    }
    let ends =
        |own: &String| own.ends_with(subscription) || own.ends_with(run.request.transaction());
    let attribute = match own {
        Some(own) if ends(&own) => own,
        Some(own) => format!("{own}-{computed}"),
        None => computed,
    };
    run.attributes.set(name::CLIENT_IDENTIFIER, attribute);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_forwarded_address_counts_without_its_port() {
        let rows = [
            ("10.0.0.1, 10.0.0.2", Some("10.0.0.1")),
            ("10.0.0.1:4711", Some("10.0.0.1")),
            ("2001:db8::1", Some("2001:db8::1")),
            (" ", None),
        ];
        for (value, expected) in rows {
            let mut headers = HeaderMap::new();
            headers.insert(FORWARDED_FOR, HeaderValue::from_static(value));
            assert_eq!(first_forwarded(&headers).as_deref(), expected, "{value:?}");
        }
    }

    #[test]
    fn elements_of_forwarded_lose_their_quotes() {
        let header = "for=1.2.3.4;Host=\"a.test\";proto=https";
        assert_eq!(forwarded_element(header, "host="), Some("a.test"));
        assert_eq!(forwarded_element(header, "proto="), Some("https"));
        assert_eq!(forwarded_element("for=1.2.3.4", "host="), None);
    }
}
