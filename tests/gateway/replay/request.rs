//! Requests of scenarios, as messages within this process and as octets on the wire.

use super::text_of;
use gravitee_el::gateway::exchange::{self, Body, Connection};
use http::{HeaderMap, HeaderName, HeaderValue, Uri, Version};
use serde_json::Value as Json;
use std::time::{Instant, SystemTime};

/// The request as the chain gets it from a gateway at `address`.
pub fn in_process(written: &Json, address: &str) -> http::Request<Body> {
    let mut request = match written["raw"].as_str() {
        Some(raw) => raw_request(raw),
        None => described(written, address),
    };
    request.extensions_mut().insert(Connection {
        remote: "127.0.0.1".into(),
        local: address.split(':').next().unwrap_or(address).into(),
        tls: false,
        received: Instant::now(),
        timestamp: SystemTime::now(),
    });
    request
}

/// The head of a request as octets: request line and headers.
fn raw_request(raw: &str) -> http::Request<Body> {
    let mut lines = raw.split("\r\n");
    let line: Vec<&str> = lines.next().unwrap_or("").split(' ').collect();
    let mut request = http::Request::new(exchange::empty());
    *request.method_mut() = line[0].parse().expect("a method");
    *request.uri_mut() = line[1].parse().expect("a target");
    *request.version_mut() = match line[2] {
        "HTTP/1.0" => Version::HTTP_10,
        _ => Version::HTTP_11,
    };
    for line in lines.filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(": ").expect("a header");
        add(request.headers_mut(), name, value);
    }
    request
}

fn described(written: &Json, address: &str) -> http::Request<Body> {
    let body = written["body"].as_str().unwrap_or("");
    let mut request = http::Request::new(match body.is_empty() {
        true => exchange::empty(),
        false => exchange::full(body.to_owned()),
    });
    *request.method_mut() = method(written).parse().expect("a method");
    *request.uri_mut() = text_of(&written["path"]).parse::<Uri>().expect("a target");
    for (name, value) in fields(written, address) {
        add(request.headers_mut(), &name, &value);
    }
    request
}

fn add(headers: &mut HeaderMap, name: &str, value: &str) {
    let name: HeaderName = name.parse().expect("a header name");
    headers.append(name, HeaderValue::from_str(value).expect("a header value"));
}

fn method(written: &Json) -> &str {
    written["method"].as_str().unwrap_or("GET")
}

/// The headers of a described request, with those that every client adds.
fn fields(written: &Json, address: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (name, value) in written["headers"].as_object().into_iter().flatten() {
        for value in value.as_array().unwrap_or(&vec![value.clone()]) {
            fields.push((name.clone(), text_of(value).to_owned()));
        }
    }
    let has = |fields: &[(String, String)], wanted: &str| {
        let mut names = fields.iter();
        names.any(|(name, _)| name.eq_ignore_ascii_case(wanted))
    };
    if !has(&fields, "host") {
        fields.push(("host".to_owned(), address.to_owned()));
    }
    let body = written["body"].as_str();
    let has_body = body.is_some() || ["POST", "PUT", "PATCH"].contains(&method(written));
    if has_body && !has(&fields, "content-length") {
        let length = body.unwrap_or("").len().to_string();
        fields.push(("content-length".to_owned(), length));
    }
    fields
}

/// The request as octets.
pub fn on_the_wire(written: &Json, address: &str) -> String {
    if let Some(raw) = written["raw"].as_str() {
        return raw.to_owned();
    }
    let mut text = format!(
        "{} {} HTTP/1.1\r\n",
        method(written),
        text_of(&written["path"])
    );
    for (name, value) in fields(written, address) {
        text += &format!("{name}: {value}\r\n");
    }
    text + "\r\n" + written["body"].as_str().unwrap_or("")
}
