//! Cross-origin resource sharing: preflight requests before security, and the headers of every answer.

use super::{Failure, Stop};
use crate::gateway::execution::Execution;
use crate::gateway::policy::Invoker;
use crate::pattern::Pattern;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};

/// What other origins may do with an API.
pub(crate) struct Cors {
    pub(crate) origins: Vec<Origin>,
    /// As configured; matched exactly.
    pub(crate) methods: Vec<String>,
    /// As configured; matched without case.
    pub(crate) headers: Vec<String>,
    pub(crate) exposed: Vec<String>,
    pub(crate) max_age: i64,
    pub(crate) credentials: bool,
    pub(crate) run_policies: bool,
    pub(crate) private_network: bool,
}

/// An origin, which may be a pattern as well.
pub(crate) struct Origin {
    pub(crate) text: String,
    pub(crate) pattern: Option<Pattern>,
}

impl Origin {
    fn allows(&self, origin: &str) -> bool {
        let by_pattern = |pattern: &Pattern| pattern.matches(origin) == Ok(true);
        self.text == "*"
            || self.text.eq_ignore_ascii_case(origin)
            || self.pattern.as_ref().is_some_and(by_pattern)
    }
}

const ALLOW_PRIVATE: HeaderName = HeaderName::from_static("access-control-allow-private-network");
const REQUEST_PRIVATE: HeaderName =
    HeaderName::from_static("access-control-request-private-network");

/// Answers a preflight request; any other one passes.
pub(crate) fn preflight(run: &mut Execution<'_>) -> Result<(), Stop> {
    let api = run.api;
    let Some(cors) = &api.cors else {
        return Ok(());
    };
    let Some((origin, method)) = asked(run) else {
        return Ok(());
    };
    run.report.application = Some("1".to_owned());
    let granted = cors.grant(
        &origin,
        &method,
        &run.request.headers,
        &mut run.response.headers,
    );
    if let Err(why) = granted {
        run.warn(why);
        return Err(Failure::new(400, "CORS_PREFLIGHT_FAILED").into());
    }
    if !cors.run_policies {
        return Err(Stop::Interrupt);
    }
    run.without_security = true;
    run.invoker = Some(&Granted);
    Ok(())
}

/// Origin and method of a preflight request.
fn asked(run: &Execution<'_>) -> Option<(String, String)> {
    if run.request.method != Method::OPTIONS {
        return None;
    }
    let origin = run.request.header(header::ORIGIN)?;
    let method = run.request.header(header::ACCESS_CONTROL_REQUEST_METHOD)?;
    Some((origin.to_owned(), method.to_owned()))
}

/// Answers an accepted preflight whose policies run: 200 without a body.
struct Granted;

impl Invoker for Granted {
    fn answer(&self, run: &mut Execution<'_>) {
        run.response.status = 200;
        run.response.set_body("");
    }
}

impl Cors {
    fn allows(&self, origin: &str) -> bool {
        self.origins.iter().any(|known| known.allows(origin))
    }

    /// Writes what is allowed, or says what is not.
    fn grant(
        &self,
        origin: &str,
        method: &str,
        asked: &HeaderMap,
        answer: &mut HeaderMap,
    ) -> Result<(), String> {
        if !self.allows(origin) {
            return Err(format!("origin `{origin}` is not allowed"));
        }
        if !covers(&self.methods, method, |known, wanted| known == wanted) {
            return Err(format!("request method `{method}` is not allowed"));
        }
        let wanted = asked.get(header::ACCESS_CONTROL_REQUEST_HEADERS);
        let wanted = wanted.and_then(|wanted| wanted.to_str().ok()).unwrap_or("");
        if !wanted.is_empty() && !covers(&self.headers, wanted, str::eq_ignore_ascii_case) {
            return Err(format!("request headers `{wanted}` are not valid"));
        }
        self.write_grant(origin, asked, answer)
    }

    /// The headers of an accepted preflight; without a method that is allowed it is refused after all.
    fn write_grant(
        &self,
        origin: &str,
        asked: &HeaderMap,
        answer: &mut HeaderMap,
    ) -> Result<(), String> {
        self.write_origin(origin, answer);
        if self.methods.is_empty() {
            return Err("no request method is allowed".to_owned());
        }
        let methods: Vec<String> = self
            .methods
            .iter()
            .map(|method| method.to_uppercase())
            .collect();
        set(
            answer,
            header::ACCESS_CONTROL_ALLOW_METHODS,
            &methods.join(", "),
        );
        set(
            answer,
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            &self.headers.join(", "),
        );
        if self.max_age > -1 {
            let max_age = self.max_age.to_string();
            set(answer, header::ACCESS_CONTROL_MAX_AGE, &max_age);
        }
        if self.private_network
            && asked
                .get(REQUEST_PRIVATE)
                .is_some_and(|value| value == "true")
        {
            set(answer, ALLOW_PRIVATE, "true");
        }
        Ok(())
    }

    fn write_origin(&self, origin: &str, answer: &mut HeaderMap) {
        if self.credentials {
            set(answer, header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        set(answer, header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
}

/// Whether a list allows everything in a comma-separated text.
fn covers(allowed: &[String], wanted: &str, same: impl Fn(&str, &str) -> bool) -> bool {
    let any = allowed.is_empty() || allowed.iter().any(|known| known == "*");
    let all = |wanted: &str| allowed.iter().any(|known| same(known, wanted));
    any || wanted.split(',').map(str::trim).all(all)
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// Sets the cross-origin headers of an answer; an origin that is not allowed learns nothing, not even from the backend.
pub(crate) fn simple(run: &mut Execution<'_>) {
    let api = run.api;
    let Some(cors) = &api.cors else {
        return;
    };
    let origin = run.request.header(header::ORIGIN).map(str::to_owned);
    let headers = &mut run.response.headers;
    match origin.filter(|origin| cors.allows(origin)) {
        Some(origin) => {
            cors.write_origin(&origin, headers);
            if !cors.exposed.is_empty() {
                let exposed = cors.exposed.join(", ");
                set(headers, header::ACCESS_CONTROL_EXPOSE_HEADERS, &exposed);
            }
        }
        None => {
            headers.remove(header::ACCESS_CONTROL_ALLOW_CREDENTIALS);
            headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
            headers.remove(header::ACCESS_CONTROL_EXPOSE_HEADERS);
        }
    }
}
