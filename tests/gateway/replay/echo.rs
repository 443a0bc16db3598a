//! The backend of the records: it tells what it saw, or does what headers of the request ask for. Within this process it
//! is an upstream of the chain, behind a socket a script.

use super::text_of;
use gravitee_el::gateway::exchange::{self, Body, Target, Upstream, UpstreamError};
use http::{HeaderName, HeaderValue, Method, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value as Json, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

/// What a backend saw: the request as JSON.
pub fn seen(method: &str, target: &str, fields: &[(String, String)], body: &str) -> Json {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut headers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in fields {
        headers.entry(name).or_default().push(value);
    }
    json!({"method": method, "path": path, "query": query, "headers": headers, "body": body})
}

/// What it answers.
pub struct EchoAnswer {
    pub delay: Duration,
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// What the backend answers to what it saw; none where it hangs up.
pub fn answer_to(seen: &Json) -> Option<EchoAnswer> {
    let ask = |name: &str| {
        let values = seen["headers"][name].as_array()?;
        values.first()?.as_str()
    };
    if ask("x-echo-close").is_some() {
        return None;
    }
    let (body, kind) = match ask("x-echo-body") {
        Some(body) => (body.to_owned(), ask("x-echo-type").unwrap_or("text/plain")),
        None => (seen.to_string(), "application/json"),
    };
    let mut headers = vec![("content-length".to_owned(), body.len().to_string())];
    if ask("x-echo-notype").is_none() {
        headers.push(("content-type".to_owned(), kind.to_owned()));
    }
    for lines in super::list(&seen["headers"]["x-echo-header"]) {
        for line in text_of(lines).split(" || ") {
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    let millis = ask("x-echo-delay").map_or(0, |millis| millis.parse().expect("a number"));
    Some(EchoAnswer {
        delay: Duration::from_millis(millis),
        status: ask("x-echo-status").map_or(200, |status| status.parse().expect("a status")),
        headers,
        body: match text_of(&seen["method"]) {
            "HEAD" => String::new(),
            _ => body,
        },
    })
}

/// The backend as an upstream, at one address, with the calls that reached it.
pub struct Echo {
    address: String,
    pub calls: RefCell<Vec<Json>>,
}

impl Echo {
    pub fn at(address: &str) -> Self {
        Echo {
            address: address.to_owned(),
            calls: RefCell::default(),
        }
    }

    async fn answer(
        &self,
        request: http::Request<Body>,
    ) -> Result<http::Response<Body>, UpstreamError> {
        let (head, body) = request.into_parts();
        assert!(
            head.headers.contains_key("host"),
            "every request names its host"
        );
        let body = body
            .collect()
            .await
            .map_err(UpstreamError::RequestBody)?
            .to_bytes();
        let fields: Vec<(String, String)> = head
            .headers
            .iter()
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                (name.to_string(), value)
            })
            .collect();
        let seen = seen(
            head.method.as_str(),
            &head.uri.to_string(),
            &fields,
            &String::from_utf8_lossy(&body),
        );
        self.calls.borrow_mut().push(seen.clone());
        let Some(answer) = answer_to(&seen) else {
            return Err(UpstreamError::Closed("end of stream".to_owned()));
        };
        if !answer.delay.is_zero() {
            tokio::time::sleep(answer.delay).await;
        }
        let mut response = http::Response::new(exchange::empty());
        *response.status_mut() = StatusCode::from_u16(answer.status).expect("a status");
        for (name, value) in &answer.headers {
            let name: HeaderName = name.parse().expect("a header name");
            let value = HeaderValue::from_str(value).expect("a header value");
            response.headers_mut().append(name, value);
        }
        if head.method != Method::HEAD {
            *response.body_mut() = exchange::full(answer.body);
        }
        Ok(response)
    }
}

impl Upstream for Echo {
    async fn send(
        &self,
        target: &Target,
        request: http::Request<Body>,
    ) -> Result<http::Response<Body>, UpstreamError> {
        let address = format!("{}:{}", target.host, target.port);
        if address != self.address {
            return Err(UpstreamError::Connect(format!(
                "{address}: connection refused"
            )));
        }
        let limit = target.options.read_timeout;
        match tokio::time::timeout(limit, self.answer(request)).await {
            Ok(answer) => answer,
            Err(_) => Err(UpstreamError::ReadTimeout),
        }
    }
}
