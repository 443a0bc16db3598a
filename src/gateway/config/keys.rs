//! The keys that mean something, each with what it sets.

use super::{Draft, Target};
use crate::gateway::observe::access::Format;
use crate::gateway::settings::{OnParseError, OverrideMode};
use crate::whitelist::Mode;
use std::time::Duration;

/// What a value should have been.
type Expected = &'static str;

/// A key. `[n]` in its name stands for any number, which is handed over.
pub(crate) struct Key {
    name: &'static str,
    pub(crate) set: fn(&mut Draft, usize, &str) -> Result<(), Expected>,
}

macro_rules! keys {
    ($($name:literal => |$draft:ident, $index:ident, $value:ident| $set:expr,)*) => {
        &[$(Key { name: $name, set: |$draft, $index, $value| { $set; Ok(()) } },)*]
    };
}

const KEYS: &[Key] = keys! {
    "http.host" => |draft, _n, value| draft.host = address(value)?,
    "http.port" => |draft, _n, value| draft.port = number(value)?,
    "servers[n].id" => |draft, n, value| draft.servers.entry(n).or_default().id = text(value),
    "servers[n].type" => |_draft, _n, value| one_of(value, "`http`", &[("http", ())])?,
    "servers[n].host" => |draft, n, value| draft.servers.entry(n).or_default().host = Some(address(value)?),
    "servers[n].port" => |draft, n, value| draft.servers.entry(n).or_default().port = Some(number(value)?),
    "http.requestTimeout" => |draft, _n, value| draft.config.settings.request_timeout = milliseconds(value)?,
    "http.requestTimeoutGraceDelay" => |draft, _n, value| draft.config.settings.request_timeout_grace = milliseconds(value)?,
    "http.maxInitialLineLength" => |draft, _n, value| draft.config.settings.max_initial_line = number(value)?,
    "http.maxHeaderSize" => |draft, _n, value| draft.config.settings.max_header_size = number(value)?,
    "http.normalizePath" => |draft, _n, value| draft.config.settings.normalize_path = boolean(value)?,
    "http.forwardedFor" => |draft, _n, value| draft.config.ingress.forwarded_for = boolean(value)?,
    "http.bufferLimit" => |draft, _n, value| draft.config.settings.buffer_limit = number(value)?,
    "http.errors[404].message" => |draft, _n, value| value.clone_into(&mut draft.config.settings.not_found_message),
    "http.errors[404].contentType" => |draft, _n, value| value.clone_into(&mut draft.config.settings.not_found_content_type),
    "http.idleTimeout" => |draft, _n, value| draft.config.ingress.patience.idle = milliseconds(value)?,
    "http.headerTimeout" => |draft, _n, value| draft.config.ingress.patience.head = milliseconds(value)?,
    "http.bodyTimeout" => |draft, _n, value| draft.config.ingress.patience.body = milliseconds(value)?,
    "http.writeTimeout" => |draft, _n, value| draft.config.ingress.patience.write = milliseconds(value)?,
    "http.drainTimeout" => |draft, _n, value| draft.config.drain = milliseconds(value)?,
    "http.threads" => |draft, _n, value| draft.config.ingress.threads = threads(value)?,
    "handlers.request.transaction.header" => |draft, _n, value| draft.config.settings.transaction_header = header(value)?,
    "handlers.request.transaction.overrideMode" => |draft, _n, value| draft.config.settings.transaction_override = mode(value)?,
    "handlers.request.request.header" => |draft, _n, value| draft.config.settings.request_header = header(value)?,
    "handlers.request.request.overrideMode" => |draft, _n, value| draft.config.settings.request_override = mode(value)?,
    "handlers.request.x-forward.enabled" => |draft, _n, value| draft.config.settings.x_forward = boolean(value)?,
    "handlers.request.headers.x-forwarded-prefix" => |draft, _n, value| draft.config.settings.x_forwarded_prefix = boolean(value)?,
    "api.allowOverlappingContext" => |draft, _n, value| draft.config.settings.allow_overlapping_context = boolean(value)?,
    "api.validateSubscription" => |draft, _n, value| draft.config.settings.validate_subscription = boolean(value)?,
    "api.security.verbose401" => |draft, _n, value| draft.config.settings.verbose_401 = boolean(value)?,
    "policy.api-key.header" => |draft, _n, value| draft.config.settings.api_key_header = header(value)?,
    "policy.api-key.param" => |draft, _n, value| value.clone_into(&mut draft.config.settings.api_key_param),
    "plans.implicitKeyless" => |draft, _n, value| draft.config.settings.implicit_keyless = boolean(value)?,
    "policies.ignoreUnknown" => |draft, _n, value| draft.config.settings.ignore_unknown_policies = boolean(value)?,
    "tenant" => |draft, _n, value| draft.config.settings.tenant = text(value),
    "zone" => |draft, _n, value| draft.config.settings.zone = text(value),
    "tags" => |draft, _n, value| draft.config.settings.tags = list(value),
    "tags[n]" => |draft, _n, value| draft.config.settings.tags.extend(list(value)),
    "flows.onParseError" => |draft, _n, value| draft.config.settings.on_parse_error = parse_error(value)?,
    "errors.exposeElDetails" => |draft, _n, value| draft.config.settings.expose_el_details = boolean(value)?,
    "el.whitelist.mode" => |draft, _n, value| draft.config.sandbox.mode = Mode::named(value),
    "el.whitelist.list[n]" => |draft, n, value| { draft.config.sandbox.lines.insert(n, value.to_owned()); },
    "http.secured" => |_draft, _n, value| plain_text_only(value)?,
    "servers[n].secured" => |_draft, _n, value| plain_text_only(value)?,
    "reporters.logging.max_size" => |draft, _n, value| draft.config.settings.log_length = size(value)?,
    "reporters.logging.excluded_response_types" => |draft, _n, value| draft.config.settings.log_excluded_types = pattern(value)?,
    "accessLog.target" => |draft, _n, value| draft.config.access = target(value),
    "accessLog.format" => |draft, _n, value| draft.config.format = format(value)?,
};

/// Parts of the Java gateway's file that concern what is not here; taken without an effect.
const OF_JAVA: &[&str] = &[
    "alerts",
    "api.pending_requests_timeout",
    "api.properties",
    "cache",
    "classloader",
    "cluster",
    "conf",
    "connectors",
    "ds",
    "environments",
    "gateway",
    "gracefulShutdown",
    "gravitee",
    "handlers.notfound",
    "handlers.request.format",
    "handlers.request.trace-context",
    "home",
    "http.alpn",
    "http.compressionSupported",
    "http.haproxy",
    "http.http2",
    "http.instances",
    "http.maxChunkSize",
    "http.maxFormAttributeSize",
    "http.ssl",
    "http.tcpKeepAlive",
    "http.websocket",
    "installation",
    "integration",
    "jaas",
    "kafka",
    "license",
    "management",
    "notifiers",
    "organizations",
    "plugins",
    "policy",
    "ratelimit",
    "reporters",
    "secrets",
    "services",
    "system",
    "tcp",
    "vertx",
];

/// What a key is found by: `servers[1].port`, with the number within.
pub(crate) fn find(name: &str) -> Option<(&'static Key, usize)> {
    let wanted = plain(name);
    let exact = KEYS.iter().find(|key| plain(key.name) == wanted);
    exact.map(|key| (key, 0)).or_else(|| {
        let (begin, end) = (wanted.find('[')?, wanted.find(']')?);
        let index = wanted.get(begin + 1..end)?.parse().ok()?;
        let pattern = format!("{}[n{}", &wanted[..begin], &wanted[end..]);
        let key = KEYS.iter().find(|key| plain(key.name) == pattern)?;
        Some((key, index))
    })
}

/// Names differ in nothing but case and separators: environment variables know no others.
fn plain(name: &str) -> String {
    name.to_ascii_lowercase().replace(['.', '-'], "_")
}

pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    KEYS.iter().map(|key| key.name)
}

/// The part of the Java gateway's file that the key belongs to, of those that are not here.
pub(crate) fn of_java(name: &str) -> Option<&'static str> {
    let name = plain(name);
    OF_JAVA.iter().copied().find(|part| {
        name.strip_prefix(&plain(part))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['_', '[']))
    })
}

/// The key that an environment variable sets, if it is one of ours.
pub(crate) fn of_variable(name: &str) -> Option<String> {
    const PREFIX: &str = "gravitee";
    let (prefix, rest) = name.split_at_checked(PREFIX.len())?;
    let key = rest.strip_prefix(['_', '.'])?;
    prefix.eq_ignore_ascii_case(PREFIX).then(|| key.to_owned())
}

fn boolean(value: &str) -> Result<bool, Expected> {
    value.parse().map_err(|_| "`true` or `false`")
}

/// Serving plain text where secrecy was asked for would be worse than not to start.
fn plain_text_only(value: &str) -> Result<(), Expected> {
    match boolean(value)? {
        true => Err("`false`: TLS is not served yet"),
        false => Ok(()),
    }
}

fn number<N: std::str::FromStr>(value: &str) -> Result<N, Expected> {
    value.parse().map_err(|_| "a number in range")
}

fn threads(value: &str) -> Result<usize, Expected> {
    match number(value)? {
        threads @ 1..=256 => Ok(threads),
        _ => Err("a number from 1 to 256"),
    }
}

/// The Java gateway takes no timeout for whatever is not above zero.
fn milliseconds(value: &str) -> Result<Duration, Expected> {
    let number: i64 = value.parse().map_err(|_| "a number of milliseconds")?;
    Ok(Duration::from_millis(u64::try_from(number).unwrap_or(0)))
}

fn address(value: &str) -> Result<std::net::IpAddr, Expected> {
    let name = if value.eq_ignore_ascii_case("localhost") {
        "127.0.0.1"
    } else {
        value
    };
    name.parse().map_err(|_| "an IP address")
}

fn header(value: &str) -> Result<String, Expected> {
    http::HeaderName::from_bytes(value.as_bytes()).map_err(|_| "a header name")?;
    Ok(value.to_owned())
}

fn text(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

fn list(value: &str) -> Vec<String> {
    value
        .split(',')
        .filter_map(|item| text(item.trim()))
        .collect()
}

fn one_of<T: Copy>(value: &str, expected: Expected, known: &[(&str, T)]) -> Result<T, Expected> {
    let found = known
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(value));
    found.map(|(_, meaning)| *meaning).ok_or(expected)
}

/// A number of bytes with a unit, of megabytes without one; below zero there is no limit.
fn size(value: &str) -> Result<Option<usize>, Expected> {
    const EXPECTED: Expected = "a size as `5`, `512KB` or `1MB`";
    let value = value.trim();
    let digits = value
        .find(|letter: char| !letter.is_ascii_digit() && letter != '-')
        .unwrap_or(value.len());
    let (digits, unit) = value.split_at(digits);
    let units = [("", 20), ("b", 0), ("kb", 10), ("mb", 20), ("gb", 30)];
    let shift: u32 = one_of(unit.trim(), EXPECTED, &units)?;
    let number: i64 = digits.parse().map_err(|_| EXPECTED)?;
    let Ok(number) = usize::try_from(number) else {
        return Ok(None);
    };
    Ok(Some(number.saturating_mul(1 << shift)))
}

fn pattern(value: &str) -> Result<String, Expected> {
    regex::Regex::new(value).map_err(|_| "a regular expression")?;
    Ok(value.to_owned())
}

fn mode(value: &str) -> Result<OverrideMode, Expected> {
    let known = [
        ("override", OverrideMode::Override),
        ("keep", OverrideMode::Keep),
        ("merge", OverrideMode::Merge),
    ];
    one_of(value, "`override`, `keep` or `merge`", &known)
}

fn parse_error(value: &str) -> Result<OnParseError, Expected> {
    let known = [("fail", OnParseError::Fail), ("skip", OnParseError::Skip)];
    one_of(value, "`fail` or `skip`", &known)
}

fn format(value: &str) -> Result<Format, Expected> {
    let known = [("text", Format::Text), ("json", Format::Json)];
    one_of(value, "`text` or `json`", &known)
}

fn target(value: &str) -> Target {
    match value {
        "off" => Target::Off,
        "-" | "stdout" => Target::Output,
        path => Target::File(path.into()),
    }
}
